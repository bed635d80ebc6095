//! Where the files of a home say something: every value at the end of a way, with what stands around it.

use serde_json::Value;

use crate::text::{Origin, Span, is_marked, plain, unmark};

/// The way that stands for every sentence of the files.
pub(super) const EVERY_TEXT: &str = "every text";

/// What no reader sees, and no sentence of it is held against another.
const UNREAD: [&str; 2] = ["self_assessment", "country"];

/// A value at the end of a way.
#[derive(Debug, Clone)]
pub(super) struct Spoken<'a> {
    /// The value itself.
    pub(super) value: &'a Value,
    /// The way to it, with a dot between its steps.
    pub(super) way: &'a str,
    /// What each step was taken in, the whole home first; the entry where that is a list.
    owners: Vec<&'a Value>,
}

/// Every value at the end of a way, through all lists.
pub(super) fn at<'a>(root: &'a Value, way: &'a str) -> Vec<Spoken<'a>> {
    let mut found = Vec::new();
    if way == EVERY_TEXT {
        every_text(root, &mut found);
    } else {
        walk(root, way, &steps(way), Vec::new(), &mut found);
    }
    found
}

fn steps(way: &str) -> Vec<&str> {
    way.split('.').collect()
}

fn walk<'a>(value: &'a Value, way: &'a str, left: &[&str], owners: Vec<&'a Value>, found: &mut Vec<Spoken<'a>>) {
    match (value, left.split_first()) {
        (Value::Array(entries), _) => {
            entries.iter().for_each(|entry| walk(entry, way, left, owners.clone(), found));
        }
        (Value::Null, _) => {}
        (_, None) => found.push(Spoken { value, way, owners }),
        (_, Some((step, rest))) => {
            if let Some(held) = value.get(step) {
                walk(held, way, rest, owners.iter().copied().chain([value]).collect(), found);
            }
        }
    }
}

fn every_text<'a>(value: &'a Value, found: &mut Vec<Spoken<'a>>) {
    match value {
        Value::String(words) if is_marked(words) => {
            found.push(Spoken { value, way: EVERY_TEXT, owners: Vec::new() });
        }
        Value::Array(entries) => entries.iter().for_each(|entry| every_text(entry, found)),
        Value::Object(keys) => {
            let read = keys.iter().filter(|(key, _)| !UNREAD.contains(&key.as_str()));
            read.for_each(|(_, held)| every_text(held, found));
        }
        _ => {}
    }
}

impl<'a> Spoken<'a> {
    /// What stands there, as one would write it.
    pub(super) fn words(&self) -> Option<String> {
        match self.value {
            Value::String(words) => Some(plain(words).replace(['\u{A0}', '\u{202F}'], " ").replace('’', "'")),
            Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// Where it was written; none for what carries no place, such as an id.
    pub(super) fn own_span(&self) -> Option<Span> {
        first_span(self.value)
    }

    /// Where the nearest word beside it was written.
    pub(super) fn span_beside(&self) -> Option<Span> {
        self.owners.last().copied().and_then(first_span)
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
            Value::Null => false,
            Value::Array(entries) => !entries.is_empty(),
            _ => true,
        }
    }
}

/// How many steps two ways have in common at their beginning.
fn shared(mine: &[&str], theirs: &[&str]) -> usize {
    mine.iter().zip(theirs).take_while(|(a, b)| a == b).count()
}

/// The first place that a value or anything in it carries.
fn first_span(value: &Value) -> Option<Span> {
    match value {
        Value::String(words) if is_marked(words) => {
            let runs = unmark(words, &mut Origin::default());
            runs.into_iter().find_map(|(_, origin)| origin.fact)
        }
        Value::Array(entries) => entries.iter().find_map(first_span),
        Value::Object(keys) => keys.values().find_map(first_span),
        _ => None,
    }
}
