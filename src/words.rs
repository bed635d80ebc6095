//! The words of pages and papers: templates filled in with what a home says, and the marked Markdown that comes of them read
//! into Documents.
//!
//! Comes from: a theme's `words/`, a home's own over them, and the home. Goes to: `compose`, which says what is said where.

mod filters;
pub(crate) mod markdown;
mod phrases;
mod typeset;

pub use markdown::slug;
pub use phrases::{Phrases, Unsaid, WordsFile, context};
pub(crate) use typeset::shown_address;
