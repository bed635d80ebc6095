//! The linter: wording that talks down to people, and wording that is hard to read.
//!
//! Comes from: [`crate::prose::Prose`]. Goes to: remarks, each with its place, the reason and what to say instead; `report`
//! shows them. Rules are data (`rules/*.yaml`).

mod book;
mod check;
mod clause;
mod family;
mod inflect;
mod letters;
mod matching;
pub mod measure;
pub mod own;
pub mod page;
mod pattern;
mod personal;
mod plain;
mod proof;
mod ready;
pub mod rule;
mod tokens;
mod vocabulary;

pub use book::Rulebook;
pub use check::{check, check_for};
pub use letters::Letters;
pub use own::OwnWords;
pub use plain::Reader;

use std::ops::Range;

use crate::finding::Severity;

/// One wording that the linter points out.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark<'a> {
    /// The rule's code: `permission-allowed`. See [`Rulebook::rule`].
    pub rule: &'a str,
    /// What the rule is about.
    pub family: rule::Family,
    /// How much it matters.
    pub severity: Severity,
    /// Which passage of the prose, from 0.
    pub passage: usize,
    /// The words, in bytes of the passage's text.
    pub words: Range<usize>,
    /// The sentence they stand in, in bytes of the passage's text.
    pub sentence: Range<usize>,
    /// What is the matter, with the words in it; no full stop.
    pub message: String,
    /// What to say instead: a pattern to follow, a sentence.
    pub suggestion: String,
    /// The sentence, or part of it, in better words, where that is certain.
    pub replacement: Option<Replacement>,
}

/// Better words for some bytes of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// What they stand for, in bytes of the passage's text.
    pub bytes: Range<usize>,
    /// The better words.
    pub words: String,
    /// Whether `--fix` may write them without asking: the meaning stays the same for certain.
    pub certain: bool,
}
