//! What a rule is: its name, its reason, what to say instead, and the examples that prove it.

use serde::{Deserialize, Serialize};

use super::family::Family;
use crate::severity::Severity;

/// A rule, as `explain` and the rule pages show it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Its name: `permission-allowed`.
    pub code: String,
    /// What it is about.
    pub family: Family,
    /// How much it matters.
    pub severity: Severity,
    /// What is the matter, with `{words}` where the words go; no full stop.
    pub message: String,
    /// Why, in one plain sentence.
    pub why: String,
    /// What to say instead: a pattern to follow.
    pub say: String,
    /// Who asks for it, in full: `rules/sources.yaml` spells out the short names of the rules.
    pub sources: Vec<String>,
    /// Sentences it must find, with the words in square brackets.
    pub hits: Vec<String>,
    /// Sentences it must leave alone.
    pub misses: Vec<String>,
}
