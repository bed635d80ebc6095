//! Keys that had another name once: the old one is understood, and a hint says what to write now.
//!
//! Comes from: `renamed.yaml`, the one list, and the nodes of a file. Goes to: the same nodes under today's names.

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

/// Gives the keys of a file today's names. `subject` is the file's name without its ending, or that of its folder.
pub(super) fn follow(subject: &str, node: &mut Node) -> Vec<Finding> {
    let subject = subject.replace('-', "_");
    let mut findings = Vec::new();
    for renamed in RENAMED.iter() {
        let mut steps = renamed.old.split('.');
        let new = renamed.new.rsplit('.').next().unwrap_or_default();
        if steps.next() == Some(&subject) {
            rename(node, &steps.collect::<Vec<_>>(), new, &mut findings);
        }
    }
    findings
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
            assert_eq!(names(&old), names(&new), "{renamed:?}");
            let [hint] = findings.as_slice() else { panic!("{renamed:?}: {findings:?}") };
            assert_eq!(hint.severity, Severity::Hint);
            assert!(hint.message.to_string().contains(renamed.new.rsplit('.').next().expect("a name")), "{hint:?}");
            assert!(!RENAMED.iter().any(|other| other.old == renamed.new), "{renamed:?} leads to an old name");
        }
    }

    /// The names of all keys.
    fn keys(node: &Node) -> Vec<String> {
        let Value::Keys(inner) = &node.value else { return Vec::new() };
        inner.iter().flat_map(|(key, _, value)| std::iter::once(key.clone()).chain(keys(value))).collect()
    }
}
