//! Keys that had another name once, or stood elsewhere: the old one is understood, and a hint says what to write now.
//!
//! Comes from: `renamed.yaml`, the one list, and the nodes of a file. Goes to: the same nodes under today's names.

use std::borrow::Cow;
use std::sync::LazyLock;

use serde::Deserialize;

use super::yaml::{Node, Value};
use crate::finding::Finding;
use crate::text::Span;

/// A key that has another name now.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Renamed {
    /// The file and the keys down to it: `home.cqc_location_id`.
    pub old: String,
    /// The same with today's name: `home.inspector_number`.
    pub new: String,
    /// The version of homepack from which that is its name.
    pub since: String,
}

/// Every key that has another name now.
pub static RENAMED: LazyLock<Vec<Renamed>> =
    LazyLock::new(|| crate::ours::read(include_str!("renamed.yaml")).expect("a test reads the list"));

/// A file's nodes under today's names, with what to write now. Few files have an old name: the others stay as they are.
pub(super) fn followed<'a>(subject: &str, node: &'a Node) -> (Cow<'a, Node>, Vec<Finding>) {
    let name = subject.replace('-', "_");
    let has_old = |renamed: &Renamed| {
        let mut steps = renamed.old.split('.');
        steps.next() == Some(&name) && has(node, &steps.collect::<Vec<_>>())
    };
    if !RENAMED.iter().any(has_old) {
        return (Cow::Borrowed(node), Vec::new());
    }
    let mut node = node.clone();
    let findings = follow(subject, &mut node);
    (Cow::Owned(node), findings)
}

/// Whether anything stands at the end of some steps, in any entry of the lists on the way.
fn has(node: &Node, steps: &[&str]) -> bool {
    let Some((first, rest)) = steps.split_first() else { return true };
    match &node.value {
        Value::List(list) => list.iter().any(|entry| has(entry, steps)),
        Value::Keys(keys) => keys.iter().any(|(key, _, held)| key == first && has(held, rest)),
        Value::Empty | Value::Letters(_) => false,
    }
}

/// Gives the keys of a file today's names. `subject` is the file's name without its ending, or that of its folder.
fn follow(subject: &str, node: &mut Node) -> Vec<Finding> {
    let subject = subject.replace('-', "_");
    let mut findings = Vec::new();
    let mut moved = Vec::new();
    for renamed in RENAMED.iter() {
        let mut steps = renamed.old.split('.');
        let new = renamed.new.rsplit('.').next().unwrap_or_default();
        if steps.next() != Some(&subject) {
            continue;
        }
        if renamed.new.starts_with(TERMS) {
            moved.extend(taken_out(node, new, renamed.new.starts_with(&format!("{subject}.")), &mut findings));
        } else {
            rename(node, &steps.collect::<Vec<_>>(), new, &mut findings);
        }
    }
    under_terms(node, moved);
    findings
}

/// Where terms stand, each entry with the people whom it binds.
const TERMS: &str = "fees.terms.";

/// Whom a term binds that was written before terms said so: as few people as its writer can have meant.
const NARROW: [(&str, &str); 2] = [("stays", "to-live"), ("payers", "self")];

type Entry = (String, Span, Node);

/// A key that belongs among the terms: taken from the top of its file where they stand in the same one.
fn taken_out(node: &mut Node, key: &str, here: bool, findings: &mut Vec<Finding>) -> Vec<Entry> {
    let Value::Keys(keys) = &mut node.value else { return Vec::new() };
    for (_, at, _) in keys.iter().filter(|(name, ..)| name == key) {
        findings.push(among_terms(key, *at));
    }
    if here { keys.extract_if(.., |(name, ..)| name == key).collect() } else { Vec::new() }
}

/// Puts keys into one more entry of `terms`, behind those that a person wrote.
fn under_terms(node: &mut Node, moved: Vec<Entry>) {
    let (Value::Keys(keys), Some((_, at, _))) = (&mut node.value, moved.first()) else { return };
    let at = *at;
    let whom = NARROW.map(|(key, only)| {
        let only = Node { span: at, value: Value::Letters(only.to_owned()) };
        (key.to_owned(), at, Node { span: at, value: Value::List(vec![only]) })
    });
    let entry = Node { span: at, value: Value::Keys(whom.into_iter().chain(moved).collect()) };
    match keys.iter_mut().find(|(key, ..)| key == "terms") {
        Some((_, _, Node { value: Value::List(terms), .. })) => terms.push(entry),
        // What stands there is no list: its own mistake is told first.
        Some(_) => {}
        None => keys.push(("terms".to_owned(), at, Node { span: at, value: Value::List(vec![entry]) })),
    }
}

/// Renames what stands at the end of some steps, in every entry of the lists on the way.
fn rename(node: &mut Node, steps: &[&str], new: &str, findings: &mut Vec<Finding>) {
    let Some((first, rest)) = steps.split_first() else { return };
    match &mut node.value {
        Value::List(list) => list.iter_mut().for_each(|entry| rename(entry, steps, new, findings)),
        Value::Keys(keys) => {
            for (key, at, value) in keys.iter_mut().filter(|(key, ..)| key == first) {
                if rest.is_empty() {
                    findings.push(hint(key, new, *at));
                    new.clone_into(key);
                } else {
                    rename(value, rest, new, findings);
                }
            }
        }
        Value::Empty | Value::Letters(_) => {}
    }
}

/// What to write now.
fn hint(old: &str, new: &str, at: Span) -> Finding {
    let help = format!("Write “{new}: …”. The old name is understood for now.");
    Finding::hint(at, format!("“{old}” is called “{new}” now"), help)
}

/// What to write now of a term that says nothing of whom it binds.
fn among_terms(old: &str, at: Span) -> Finding {
    let help = "Write it in fees.yaml under “terms”, in an entry that says whom it binds: “stays: [to-live]” and “payers: [self]”. For now it is said only to people who live here and pay for themselves.";
    Finding::hint(at, format!("“{old}” is one of the terms now, and does not say whom it binds"), help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::read::yaml;

    /// The letters of a file in which a key stands under some path.
    fn file(path: &str, value: &str) -> String {
        let steps: Vec<&str> = path.split('.').skip(1).collect();
        let lines = steps.iter().enumerate().map(|(depth, key)| format!("{}{key}:", "  ".repeat(depth)));
        format!("{} {value}\n", lines.collect::<Vec<_>>().join("\n"))
    }

    #[test]
    fn every_old_name_is_understood_and_a_hint_says_the_new_one() {
        assert!(!RENAMED.is_empty());
        for renamed in RENAMED.iter() {
            let subject = renamed.old.split('.').next().expect("a path begins with its file");
            let read = |path: &str| yaml::read(0, &file(path, "1")).expect("it is YAML").0;
            let (mut old, new) = (read(&renamed.old), read(&renamed.new));
            let findings = follow(subject, &mut old);
            let names = |node: &Node| format!("{:?}", keys(node));
            if renamed.new.starts_with(TERMS) && subject == "fees" {
                assert_eq!(
                    names(&old),
                    format!("[\"terms\", \"stays\", \"payers\", {:?}]", new_name(renamed)),
                    "{renamed:?}"
                );
            } else if !renamed.new.starts_with(TERMS) {
                assert_eq!(names(&old), names(&new), "{renamed:?}");
            }
            let [hint] = findings.as_slice() else { panic!("{renamed:?}: {findings:?}") };
            assert_eq!(hint.severity, Severity::Hint);
            assert!(hint.message.to_string().contains(renamed.new.rsplit('.').next().expect("a name")), "{hint:?}");
            assert!(!RENAMED.iter().any(|other| other.old == renamed.new), "{renamed:?} leads to an old name");
        }
    }

    #[test]
    fn old_terms_stand_behind_those_that_say_whom_they_bind() {
        let letters = "away: Half.\nterms:\n  - stays: [short]\n    payers: [self]\n    your_notice_days: 2\nyour_notice_days: 28\n";
        let (mut node, _) = yaml::read(0, letters).expect("it is YAML");
        let hints = follow("fees", &mut node);
        assert_eq!(hints.iter().map(|hint| hint.span.line).collect::<Vec<_>>(), [1, 6]);
        let (fees, findings) = crate::read::shape::read::<crate::home::fees::Fees>(&node);
        let terms = fees.unwrap_or_else(|| panic!("{findings:?}")).terms;
        let days = |at: usize| terms[at].your_notice_days.map(crate::home::number::Count::get);
        assert_eq!((terms.len(), days(0), days(1)), (2, Some(2), Some(28)));
        assert!(terms[0].away.is_none() && terms[1].away.is_some());
    }

    fn new_name(renamed: &Renamed) -> &str {
        renamed.new.rsplit('.').next().expect("a name")
    }

    /// The names of all keys.
    fn keys(node: &Node) -> Vec<String> {
        match &node.value {
            Value::Keys(inner) => {
                inner.iter().flat_map(|(key, _, value)| std::iter::once(key.clone()).chain(keys(value))).collect()
            }
            Value::List(list) => list.iter().flat_map(keys).collect(),
            _ => Vec::new(),
        }
    }
}
