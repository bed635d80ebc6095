//! The words of pages and papers: templates filled in with what a home says, and the marked Markdown that comes of them read
//! into Documents.
//!
//! Comes from: a theme's `words/`, a home's own over them, and the home. Goes to: `compose`, which says what is said where.

mod escape;
mod file;
mod filling;
mod filters;
mod functions;
mod grammar;
pub(crate) mod markdown;
mod marks;
mod meter;
mod phrases;
mod tables;
mod tags;
mod typeset;
mod unfit;
mod unsaid;

pub use file::WordsFile;
pub use filling::Filling;
pub(crate) use marks::Mark;
pub use phrases::Phrases;
pub(crate) use typeset::shown_address;
pub use unfit::unfit;
pub use unsaid::Unsaid;
