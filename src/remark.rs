//! What the linter says of some words: which rule, where, and better words where they are certain.
//!
//! Comes from: `wording`, which looks for patterns, and `plain`, which counts. Goes to: `review`.

use std::ops::Range;

use crate::rulebook::family::Family;
use crate::severity::Severity;

/// One wording that the linter points out.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark<'a> {
    /// The rule's code: `permission-allowed`. See [`crate::rulebook::Rulebook::rule`].
    pub rule: &'a str,
    /// What the rule is about.
    pub family: Family,
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
