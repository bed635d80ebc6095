//! The part of the linter that the build script runs too: from the rules' data files to a finished book of rules.
//!
//! Goes to: `build.rs` only, which has a `failure`, a `finding` and a `read` of its own in the place of ours. The program itself
//! finds the same files through `wording.rs`.

pub mod book;
mod inflect;
pub mod letters;
mod pattern;
mod plain {
    pub(crate) mod data;
}
mod rule;
mod vocabulary;
