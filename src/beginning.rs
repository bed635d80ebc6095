//! A home's files begun: what is asked in which order, an answer in its place, whether it can stand there, and the letters of every file.
//!
//! Comes from: what somebody types or wrote into a file of answers, and the files that are there. Goes to: `disk`. Nothing is invented
//! here and nothing copied: what was not answered stands in its file as a line that is not used yet, with its meaning and an example.

mod answers;
mod ask;
mod contacts;
mod draft;
mod editor;
mod guard;
mod letters;
mod names;
mod on;
mod place;
mod shape;
mod tree;
mod way;

pub use answers::{Given, given};
pub use ask::{Reply, Talk, Voice};
pub use contacts::national;
pub use draft::Draft;
pub use editor::{EXTENSIONS, schema_name, settings};
pub use letters::{Change, letters, page, with};
pub use place::{Where, spaced};
pub use tree::Tree;
