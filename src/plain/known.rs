//! A rule that counts, and with which numbers it counts for a reader.

use super::seen::Spot;
use crate::remark::Remark;
use crate::rulebook::Rulebook;
use crate::rulebook::data::Data;
use crate::rulebook::rule::Rule;
use crate::rulebook::vocabulary::SetId;

/// Who a text is for: some can be asked to read more in one breath than others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Readership {
    /// Anybody: a Statement of Purpose, a website.
    #[default]
    Anyone,
    /// Somebody with a pack of their own: shorter sentences.
    Pack,
}

/// With which numbers a rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scale {
    /// With its own.
    Full(Readership),
    /// With those of its examples, which are shorter than life.
    Examples,
}

/// A rule that counts, with what it counts with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) rule: &'a Rule,
    data: &'a Data,
    scale: Scale,
}

impl<'a> Known<'a> {
    /// The rule with a code, if the rule book has it and it counts.
    pub(super) fn of(book: &'a Rulebook, code: &str, scale: Scale) -> Option<Self> {
        let counts = |at: &usize| book.rules[*at].code == code && book.data[*at].counts;
        let at = (0..book.rules.len()).find(counts)?;
        Some(Self { rule: &book.rules[at], data: &book.data[at], scale })
    }

    /// A number of its data. One that is missing is never reached.
    pub(super) fn number(&self, name: &str) -> u32 {
        let special = match self.scale {
            Scale::Full(Readership::Anyone) => None,
            Scale::Full(Readership::Pack) => self.data.packs.get(name),
            Scale::Examples => self.data.examples.get(name),
        };
        special.or_else(|| self.data.numbers.get(name)).copied().unwrap_or(u32::MAX)
    }

    /// A number that counts words and sentences.
    pub(super) fn count(&self, name: &str) -> usize {
        usize::try_from(self.number(name)).unwrap_or(usize::MAX)
    }

    /// A set of words of its data.
    pub(super) fn set(&self, name: &str) -> Option<SetId> {
        self.data.words.get(name).copied()
    }

    /// Its data as they are.
    pub(super) fn data(&self) -> &'a Data {
        self.data
    }

    /// What it says about some words.
    pub(super) fn remark(&self, text: &str, at: Spot) -> Remark<'a> {
        let shown = text.get(at.words.clone()).unwrap_or_default();
        Remark {
            rule: &self.rule.code,
            family: self.rule.family,
            severity: self.rule.severity,
            passage: at.passage,
            words: at.words,
            sentence: at.sentence,
            message: self.rule.message.replace("{words}", shown),
            suggestion: self.rule.say.clone(),
            replacement: None,
        }
    }
}
