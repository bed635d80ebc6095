//! English as far as the rules need it: words and signs, sentences, who does what, what a “not” reaches.
//!
//! Comes from: the text of a passage and the words that the rules know. Goes to: `plain` and `wording`.

pub(crate) mod clause;
pub(crate) mod tokens;
