//! Where the files of a home say something: every value at the end of a way, with what stands around it.

use serde_json::Value;

use super::facts::Fact;
use crate::text::Span;

/// The way that stands for every sentence of the files.
const EVERY_TEXT: &str = "every text";

/// What no reader sees, and no sentence of it is held against another.
const UNREAD: [&str; 2] = ["self_assessment", "country"];

/// Everything that can be gone through of one home.
#[derive(Debug, Clone)]
pub(super) struct Root<'a> {
    /// As conditions ask it.
    pub(super) value: &'a Value,
    facts: &'a Fact,
    /// Every text that a reader sees.
    texts: Vec<Spoken<'a>>,
}

/// A value at the end of a way.
#[derive(Debug, Clone)]
pub(super) struct Spoken<'a> {
    /// The value itself.
    pub(super) value: &'a Fact,
    /// The way to it, with a dot between its steps.
    pub(super) way: &'a str,
    /// What each step was taken in, the whole home first; the entry where that is a list.
    owners: Vec<&'a Fact>,
}

impl<'a> Root<'a> {
    /// Everything that a home says, and the same read.
    pub(super) fn new(value: &'a Value, facts: &'a Fact) -> Self {
        let mut texts = Vec::new();
        every_text(facts, &mut texts);
        Self { value, facts, texts }
    }

    /// Every value at the end of a way, through all lists.
    pub(super) fn at(&self, way: &'a str) -> Vec<Spoken<'a>> {
        if way == EVERY_TEXT {
            return self.texts.clone();
        }
        let mut found = Vec::new();
        walk(self.facts, way, &steps(way), Vec::new(), &mut found);
        found
    }
}

fn steps(way: &str) -> Vec<&str> {
    way.split('.').collect()
}

fn walk<'a>(value: &'a Fact, way: &'a str, left: &[&str], owners: Vec<&'a Fact>, found: &mut Vec<Spoken<'a>>) {
    match (value, left.split_first()) {
        (Fact::List(entries), _) => {
            entries.iter().for_each(|entry| walk(entry, way, left, owners.clone(), found));
        }
        (Fact::Nothing, _) => {}
        (_, None) => found.push(Spoken { value, way, owners }),
        (_, Some((step, rest))) => {
            if let Some(held) = value.get(step) {
                walk(held, way, rest, owners.iter().copied().chain([value]).collect(), found);
            }
        }
    }
}

fn every_text<'a>(value: &'a Fact, found: &mut Vec<Spoken<'a>>) {
    match value {
        Fact::Words(words) if words.marked => found.push(Spoken { value, way: EVERY_TEXT, owners: Vec::new() }),
        Fact::List(entries) => entries.iter().for_each(|entry| every_text(entry, found)),
        Fact::Keys(keys) => {
            let read = keys.iter().filter(|(key, _)| !UNREAD.contains(&key.as_str()));
            read.for_each(|(_, held)| every_text(held, found));
        }
        _ => {}
    }
}

impl<'a> Spoken<'a> {
    /// What stands there, as one would write it.
    pub(super) fn words(&self) -> Option<&'a str> {
        match self.value {
            Fact::Words(words) => Some(&words.even),
            Fact::Yes(yes) => Some(if *yes { "yes" } else { "no" }),
            Fact::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Where it was written; none for what carries no place, such as an id.
    pub(super) fn own_span(&self) -> Option<Span> {
        self.value.first_span()
    }

    /// Where the nearest word beside it was written.
    pub(super) fn span_beside(&self) -> Option<Span> {
        self.owners.last().copied().and_then(Fact::first_span)
    }

    /// What stands at another way in the same entries of the lists that both ways go through.
    pub(super) fn beside(&self, way: &'a str) -> Vec<Spoken<'a>> {
        let (mine, theirs) = (steps(self.way), steps(way));
        let shared = shared(&mine, &theirs).min(self.owners.len().saturating_sub(1));
        let mut found = Vec::new();
        if let Some(owner) = self.owners.get(shared) {
            walk(owner, way, &theirs[shared..], self.owners[..shared].to_vec(), &mut found);
        }
        found
    }

    /// Whether two values stand in the same entry of each list that both ways go through.
    pub(super) fn is_akin(&self, other: &Spoken<'_>) -> bool {
        let shared = shared(&steps(self.way), &steps(other.way));
        let pairs = self.owners.iter().zip(&other.owners).take(shared + 1);
        pairs.into_iter().all(|(mine, theirs)| std::ptr::eq(*mine, *theirs))
    }

    /// What stands at another key of the same entry, by the last step of the way to it.
    pub(super) fn next_to(&self, way: &str) -> Option<Spoken<'a>> {
        let value = self.owners.last()?.get(way.rsplit('.').next()?)?;
        Some(Spoken { value, ..self.clone() })
    }

    /// Whether anything is said there.
    pub(super) fn is_said(&self) -> bool {
        match self.value {
            Fact::Nothing => false,
            Fact::List(entries) => !entries.is_empty(),
            _ => true,
        }
    }
}

/// How many steps two ways have in common at their beginning.
fn shared(mine: &[&str], theirs: &[&str]) -> usize {
    mine.iter().zip(theirs).take_while(|(a, b)| a == b).count()
}
