//! What a rule is: its name, its reason, what to say instead, and the examples that prove it.

use serde::{Deserialize, Serialize};

pub use super::book::Rulebook;
use crate::finding::Severity;

/// What a rule is about. The first seventeen are spelt as in the labelling guide; the rest are plain English and the whole text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is described in FAMILIES")]
pub enum Family {
    Permission,
    Deficit,
    Infantilising,
    Institutional,
    Task,
    Othering,
    DoingTo,
    Blame,
    Hedge,
    Ageist,
    Dementia,
    Disability,
    Sensory,
    MentalHealth,
    EndOfLife,
    Special,
    Jargon,
    Wordy,
    /// Long sentences and paragraphs.
    Length,
    /// Passive voice where the doer matters.
    Passive,
    /// The reading grade of a section.
    Grade,
    /// Capitals for effect.
    Capitals,
    /// Links that say nothing on their own.
    Links,
    /// Two names for one thing.
    Names,
    /// How personal the whole text is.
    Personal,
    /// The linter's own: a suppression that nothing needs.
    Lint,
}

/// One of the questions that the briefing on personalisation asks a home (Social Care Institute for Excellence, At a glance 17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Does the Statement of Purpose describe services in personalised ways?
    Personalised,
    /// Do people have the information and advice they need?
    Information,
    /// Do people have an advocate when they want one?
    Advocacy,
    /// Is the culture enabling, and not paternalistic?
    Enabling,
    /// Is the complaints procedure clear, easy and responsive?
    Complaints,
}

impl Question {
    /// All of them, in the order of the report.
    pub const ALL: [Question; 5] =
        [Question::Enabling, Question::Personalised, Question::Information, Question::Advocacy, Question::Complaints];

    /// The question, as it stands over its part of a report.
    #[must_use]
    pub fn asked(self) -> &'static str {
        match self {
            Question::Personalised => "Are the services described in personal ways?",
            Question::Information => "Can people read it and use it?",
            Question::Advocacy => "Does everybody know who is on their side?",
            Question::Enabling => "Does the home enable people, and not control them?",
            Question::Complaints => "Is it clear and easy to complain?",
        }
    }
}

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
