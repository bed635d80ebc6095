//! What a home says, read once for all rules: every word without its marks, with the place at which it was written.
//!
//! Comes from: [`crate::check::Facts`]. Goes to: `places`, which walks through it.

use serde_json::Value;

use crate::text::{Origin, Span, is_marked, unmark};

/// A value of a home.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Fact {
    /// Nothing is said.
    Nothing,
    /// Yes or no.
    Yes(bool),
    /// A number that carries no place.
    Number(String),
    /// Words.
    Words(Words),
    /// A list.
    List(Vec<Fact>),
    /// Keys with their values, in their order.
    Keys(Vec<(String, Fact)>),
}

/// Words of a home.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Words {
    /// As they were written.
    pub(super) written: String,
    /// With plain spaces and apostrophes, as rules look for words.
    pub(super) even: String,
    /// Whether they are a text, with a place; an id carries none.
    pub(super) marked: bool,
    /// Where they were written.
    pub(super) span: Option<Span>,
}

impl Fact {
    /// A value with its words unmarked.
    pub(super) fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Nothing,
            Value::Bool(yes) => Self::Yes(*yes),
            Value::Number(number) => Self::Number(number.to_string()),
            Value::String(words) => Self::Words(Words::of(words)),
            Value::Array(entries) => Self::List(entries.iter().map(Self::of).collect()),
            Value::Object(keys) => Self::Keys(keys.iter().map(|(key, held)| (key.clone(), Self::of(held))).collect()),
        }
    }

    /// What stands at a key.
    pub(super) fn get(&self, key: &str) -> Option<&Fact> {
        match self {
            Self::Keys(keys) => keys.iter().find(|(name, _)| name == key).map(|(_, held)| held),
            _ => None,
        }
    }

    /// The first place that it or anything in it carries.
    pub(super) fn first_span(&self) -> Option<Span> {
        match self {
            Self::Words(words) => words.span,
            Self::List(entries) => entries.iter().find_map(Self::first_span),
            Self::Keys(keys) => keys.iter().find_map(|(_, held)| held.first_span()),
            Self::Nothing | Self::Yes(_) | Self::Number(_) => None,
        }
    }
}

impl Words {
    fn of(letters: &str) -> Self {
        let marked = is_marked(letters);
        let runs = unmark(letters, &mut Origin::default());
        let span = if marked { runs.iter().find_map(|(_, origin)| origin.fact) } else { None };
        let written: String = runs.into_iter().map(|(words, _)| words).collect();
        let even = written.replace(['\u{A0}', '\u{202F}'], " ").replace('’', "'");
        Self { written, even, marked, span }
    }
}
