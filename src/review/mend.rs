//! `--fix`: better words in the place of others, where the meaning stays the same for certain. Only in Markdown and in YAML, and
//! only where the words stand in the file letter for letter.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};

use super::{Advice, Edit, Lines, Review};
use crate::read::yaml::{self, Node, Value};

/// One file with its better words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// All of its letters.
    pub letters: String,
    /// What was done, a line each.
    pub done: Vec<String>,
}

/// What may be mended, by its file, in the order of the file; of two that overlap the first.
#[must_use]
pub fn edits(reviews: &[Review]) -> BTreeMap<Utf8PathBuf, Vec<Edit>> {
    let mut files: BTreeMap<Utf8PathBuf, Vec<Edit>> = BTreeMap::new();
    for advice in reviews.iter().flat_map(|review| &review.advice) {
        if let Some(edit) = advice.edit.as_ref().filter(|_| is_mendable(&advice.path)) {
            files.entry(advice.path.clone()).or_default().push(edit.clone());
        }
    }
    for edits in files.values_mut() {
        edits.sort();
        let mut end = 0;
        edits.retain(|edit| {
            let free = edit.bytes.0 >= end;
            end = if free { edit.bytes.1 } else { end };
            free
        });
    }
    files
}

/// How many findings could be mended if their file were Markdown or YAML.
#[must_use]
pub fn out_of_reach(reviews: &[Review]) -> usize {
    let reach = |advice: &&Advice| advice.rewrite.is_some() && !is_mendable(&advice.path);
    reviews.iter().flat_map(|review| &review.advice).filter(reach).count()
}

/// Whether a file is one that `--fix` writes to.
fn is_mendable(path: &Utf8Path) -> bool {
    matches!(path.extension(), Some("md" | "markdown" | "yaml"))
}

/// Writes better words into a file's letters as they are on the disk. None where nothing can be done.
#[must_use]
pub fn mended(path: &Utf8Path, letters: &str, edits: &[Edit]) -> Option<Mended> {
    let (shown, places) = as_read(letters);
    let lines = Lines::new(&shown);
    let mut out = letters.to_owned();
    let mut done = Vec::new();
    for edit in edits.iter().rev() {
        if shown.get(edit.bytes.0..edit.bytes.1) != Some(edit.old.as_str()) {
            continue;
        }
        let (start, end) = (places.at(edit.bytes.0), places.at(edit.bytes.1));
        let mut next = out.clone();
        next.replace_range(start..end, &edit.new);
        if path.extension() == Some("yaml") && !only_one_value_changed(&out, &next) {
            continue;
        }
        out = next;
        done.push(format!("{path}:{}: “{}” is now “{}”", lines.place(edit.bytes.0).0, edit.old, edit.new));
    }
    done.reverse();
    (!done.is_empty()).then_some(Mended { letters: out, done })
}

/// How bytes of the letters that were read lead to those on the disk.
struct Places {
    /// Bytes that are only on the disk, each with the byte that was read there: a mark at the beginning, a carriage return.
    left_out: Vec<(usize, usize)>,
}

impl Places {
    fn at(&self, read: usize) -> usize {
        read + self.left_out.iter().take_while(|(at, _)| *at <= read).map(|(_, count)| count).sum::<usize>()
    }
}

/// Letters as they are read: without a mark of byte order, every line's end a single sign.
fn as_read(letters: &str) -> (String, Places) {
    let mut left_out = Vec::new();
    let rest = letters.trim_start_matches('\u{FEFF}');
    if rest.len() < letters.len() {
        left_out.push((0, letters.len() - rest.len()));
    }
    let mut shown = String::with_capacity(rest.len());
    for part in rest.split_inclusive("\r\n") {
        match part.strip_suffix("\r\n") {
            Some(line) => {
                shown.push_str(line);
                shown.push('\n');
                left_out.push((shown.len(), 1));
            }
            None => shown.push_str(part),
        }
    }
    (shown, Places { left_out })
}

/// Whether two YAML files say the same but for one value.
fn only_one_value_changed(before: &str, after: &str) -> bool {
    match (yaml::read(0, before), yaml::read(0, after)) {
        (Ok((before, _)), Ok((after, _))) => differences(&before, &after) == Some(1),
        _ => false,
    }
}

/// How many values differ; none where the shapes do.
fn differences(before: &Node, after: &Node) -> Option<usize> {
    match (&before.value, &after.value) {
        (Value::Empty, Value::Empty) => Some(0),
        (Value::Letters(a), Value::Letters(b)) => Some(usize::from(a != b)),
        (Value::List(a), Value::List(b)) if a.len() == b.len() => a.iter().zip(b).map(|(a, b)| differences(a, b)).sum(),
        (Value::Keys(a), Value::Keys(b)) if a.len() == b.len() => {
            a.iter().zip(b).map(|((x, _, a), (y, _, b))| if x == y { differences(a, b) } else { None }).sum()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(letters: &str, old: &str, new: &str) -> Edit {
        let at = letters.replace("\r\n", "\n").find(old).expect("it is there");
        Edit { bytes: (at, at + old.len()), old: old.into(), new: new.into() }
    }

    #[test]
    fn better_words_take_the_place_of_others_and_nothing_else_moves() {
        let letters = "\u{FEFF}# Visitors\r\n\r\nYou are allowed to come. Prior to noon, ring.\r\n";
        let read = letters.trim_start_matches('\u{FEFF}');
        let edits = [edit(read, "are allowed to", "can"), edit(read, "Prior to", "Before")];
        let mended = mended("rowan.md".into(), letters, &edits).expect("two");
        assert_eq!(mended.letters, "\u{FEFF}# Visitors\r\n\r\nYou can come. Before noon, ring.\r\n");
        assert_eq!(mended.done[0], "rowan.md:3: “are allowed to” is now “can”");
    }

    #[test]
    fn words_that_would_break_a_yaml_file_are_not_written() {
        let letters = "a: You are allowed to come\n";
        assert!(mended("x.yaml".into(), letters, &[edit(letters, "are allowed to", "can")]).is_some());
        assert!(mended("x.yaml".into(), letters, &[edit(letters, "are allowed to", "can: #")]).is_none());
    }

    #[test]
    fn what_has_changed_since_it_was_read_is_left_alone() {
        let stale = Edit { bytes: (4, 8), old: "were".into(), new: "are".into() };
        assert!(mended("x.md".into(), "You are here.", &[stale]).is_none());
    }
}
