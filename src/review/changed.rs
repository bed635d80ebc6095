//! The lines that somebody changed, out of a unified diff: what `git diff -U0 main` writes.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::{Advice, Review};

/// Which lines of which files were changed.
#[derive(Debug, Default, PartialEq)]
pub struct Changed {
    files: BTreeMap<String, Vec<RangeInclusive<u32>>>,
}

impl Changed {
    /// Reads a diff.
    #[must_use]
    pub fn read(diff: &str) -> Self {
        let mut changed = Self::default();
        let mut file: Option<String> = None;
        for line in diff.lines() {
            if let Some(name) = line.strip_prefix("+++ ") {
                file = named(name);
            } else if let (Some(file), Some(lines)) = (&file, line.strip_prefix("@@ ").and_then(new_lines)) {
                changed.files.entry(file.clone()).or_default().push(lines);
            }
        }
        changed
    }

    /// Takes out what stands on other lines, or in a file without lines.
    pub fn keep(&self, reviews: &mut [Review]) {
        reviews.iter_mut().for_each(|review| review.advice.retain(|advice| self.holds(advice)));
    }

    fn holds(&self, advice: &Advice) -> bool {
        let Some((first, last)) = advice.lines() else { return false };
        let path = advice.path.as_str().replace('\\', "/");
        let path = path.trim_start_matches("./");
        // A diff names files from the top of the project; we may have been started further down.
        let same =
            |file: &str| file == path || file.ends_with(&format!("/{path}")) || path.ends_with(&format!("/{file}"));
        let lines = self.files.iter().filter(|(file, _)| same(file)).flat_map(|(_, lines)| lines);
        lines.into_iter().any(|lines| *lines.start() <= last && *lines.end() >= first)
    }
}

/// The file that a line `+++` names; none where it was deleted.
fn named(name: &str) -> Option<String> {
    let name = name.split('\t').next().unwrap_or_default().trim_end();
    let name = match name.strip_prefix('"').and_then(|name| name.strip_suffix('"')) {
        Some(quoted) => unquoted(quoted),
        None => name.to_owned(),
    };
    (name != "/dev/null").then(|| name.strip_prefix("b/").unwrap_or(&name).to_owned())
}

/// A name as git quotes it: letters outside ASCII as three octal digits a byte.
fn unquoted(name: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = name.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, after) {
            (b'\\', [a @ b'0'..=b'3', b @ b'0'..=b'7', c @ b'0'..=b'7', ..]) => {
                bytes.push((a - b'0') * 64 + (b - b'0') * 8 + (c - b'0'));
                rest = &after[3..];
            }
            (b'\\', [sign, ..]) => {
                bytes.push(*sign);
                rest = &after[1..];
            }
            _ => bytes.push(*first),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The lines that a part of a diff leaves: `-3,2 +5,4 @@` are lines 5 to 8. None where it only takes lines out.
fn new_lines(part: &str) -> Option<RangeInclusive<u32>> {
    let new = part.split(' ').find_map(|word| word.strip_prefix('+'))?;
    let (start, count) = new.split_once(',').unwrap_or((new, "1"));
    let (start, count): (u32, u32) = (start.parse().ok()?, count.parse().ok()?);
    (count > 0).then(|| start..=start.saturating_add(count - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_says_which_lines_are_new() {
        let diff = "--- a/content/rowan/visiting.yaml\n+++ b/content/rowan/visiting.yaml\n@@ -3,0 +4,2 @@ any\n+a\n+b\n@@ -9 +11 @@\n@@ -20,3 +22,0 @@\n+++ /dev/null\n@@ -1 +1 @@\n";
        let changed = Changed::read(diff);
        assert_eq!(changed.files.len(), 1);
        assert_eq!(changed.files["content/rowan/visiting.yaml"], [4..=5, 11..=11]);
    }

    #[test]
    fn a_name_with_an_accent_is_read_as_it_is_spelt() {
        assert_eq!(named("\"b/caf\\303\\251.md\"").as_deref(), Some("café.md"));
    }
}
