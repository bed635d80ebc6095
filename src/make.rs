//! One step: a home into everything that is made from it, in memory. Papers are set first, because pages say how long they are.
//!
//! ```text
//! Content, a Place ── Workshop::read ──► Known   a home with its words
//!                                         │ Workshop::desk
//!                                       Desk
//!                                         │ make::papers   composed, and made in every format of papers
//!                                       MadePapers   their files, and how long each is
//!                                         │ make::pages    told how long the papers are
//!                                       Website   its pages and their files
//! ```
//!
//! Comes from: `read`. Goes to: `disk::Output`, `disk::Private`, or whoever looks at what would be made. [`home`] does all of it for a
//! home, [`pack`] for a resident, [`paper`] for one reader. Nothing here touches a disk: photographs come as bytes among the sources.

mod documents;
mod home;
mod pack;
mod paper;
mod papers;
mod photographs;
pub mod print_run;
mod website;
mod workshop;

pub use documents::{Documents, documents, mistakes, remarks};
pub use home::{Made, home};
pub use pack::{MadePack, pack};
pub use paper::{Asked, OnePaper, paper};
pub use papers::{MadePapers, papers};
pub use website::{Website, front_page, pages, site};
pub use workshop::{Bench, Known, Workshop};

/// The folder of a home's output that its website lies in, papers and all.
const SITE: &str = "website";
