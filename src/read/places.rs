//! Where a key stands in a record, or where it would: a reminder points there and quotes nothing.
//!
//! Comes from: a record's letters. Goes to: `check::due`.

use super::yaml::{self, Record, Value};
use crate::text::Span;

/// The keys of one record with their places.
pub struct Places {
    file: u32,
    root: Option<Record>,
}

impl Places {
    /// The places in a file's letters. Where these cannot be read, every place is the first line.
    #[must_use]
    pub fn of(file: u32, letters: &str) -> Self {
        Self { file, root: yaml::record(file, letters).ok().map(|(record, _)| record) }
    }

    /// The first line.
    #[must_use]
    pub fn top(&self) -> Span {
        Span { file: self.file, line: 1, column: 1, width: 1 }
    }

    /// Where a way such as `people[1].knows_on` ends; where a key is missing, the group it would be in.
    #[must_use]
    pub fn at(&self, way: &str) -> Span {
        let (mut here, mut node) = (self.top(), self.root.as_ref().map(|record| &record.0));
        for step in way.split('.') {
            let (key, number) = numbered(step);
            let Some(Value::Keys(keys)) = node.map(|node| &node.value) else { return here };
            let Some((_, at, below)) = keys.iter().find(|(name, ..)| name == key) else { return here };
            (here, node) = (*at, Some(below));
            let Some(number) = number else { continue };
            let Value::List(items) = &below.value else { return here };
            let Some(item) = items.get(number) else { return here };
            (here, node) = (Span { width: here.width.min(item.span.width), ..item.span }, Some(item));
        }
        here
    }
}

/// A step with the number of the item it means: `people[1]`.
fn numbered(step: &str) -> (&str, Option<usize>) {
    match step.strip_suffix(']').and_then(|step| step.split_once('[')) {
        Some((key, number)) => (key, number.parse().ok()),
        None => (step, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_key_is_missed_in_its_group() {
        let places = Places::of(1, "id: q7k2m9\nname:\n  preferred: Bea\npeople:\n  - name: Pat\n  - name: Neil\n");
        let at = |way| (places.at(way).line, places.at(way).column);
        assert_eq!(at("name.preferred"), (3, 3));
        assert_eq!(at("name.pronouns"), (2, 1));
        assert_eq!(at("people[1].knows_on"), (6, 5));
        assert_eq!(at("people[7].knows_on"), (4, 1));
        assert_eq!(at("key_worker"), (1, 1));
    }

    #[test]
    fn a_file_that_cannot_be_read_is_pointed_at_as_a_whole() {
        assert_eq!(Places::of(1, "name: [").at("name").line, 1);
    }
}
