//! The file that keeps a text as it was sent: plain text that a person can read, a line for a line.
//!
//! Under each line stands, moved to the right, which keys it comes from; at the end each fact by its key. The last line is the sum of
//! those above it: where somebody changed one, it shows.

use std::fmt::Write as _;

use camino::{Utf8Path, Utf8PathBuf};
use sha2::{Digest as _, Sha256};

use super::version::{Line, Part, Version};
use crate::home::date;
use crate::read::belongs::SENT;

/// How a part begins, a heading, and the lines with the keys of the one above them.
const PART: &str = "== ";
const HEADING: &str = "-- ";
const FROM: &str = "  from: ";
const RESTS_ON: &str = "  rests on: ";
/// What stands in the place of a part's name over the facts.
const FACTS: &str = "facts";
/// The last line.
const SUM: &str = "Sum: ";
/// What is in front of words that look like one of ours.
const BARE: char = '\\';

/// The name of the file for a day.
#[must_use]
pub fn name(day: jiff::civil::Date) -> String {
    format!("{SENT}{day}.txt")
}

/// Where the file for a day lies.
#[must_use]
pub fn path(home: &Utf8Path, day: jiff::civil::Date) -> Utf8PathBuf {
    home.join(name(day))
}

/// The letters of the file.
#[must_use]
pub fn written(version: &Version, day: jiff::civil::Date) -> String {
    let mut out =
        format!("Statement of Purpose of {}, as sent on {}\n\n", version.home, date::shown(day).replace('\u{A0}', " "));
    out.push_str(
        "homepack wrote this file. With it, “homepack statement changes” can say what is different by now.\nPlease leave it as it is. Under a line, “from” names the keys it comes from, and “rests on” those without which it would not be there.\n\n",
    );
    for (label, words) in [("Home", Some(version.home.clone())), ("Version", version.number.clone())] {
        line(&mut out, label, words);
    }
    line(&mut out, "Date", version.date.map(|date| date.to_string()));
    for part in &version.parts {
        let _ = write!(out, "\n{PART}{}: ", part.id);
        for (at, said) in part.lines.iter().enumerate() {
            let sign = if said.heading && at > 0 { HEADING } else { "" };
            if said.heading && at > 0 {
                out.push('\n');
            }
            let _ = writeln!(
                out,
                "{sign}{}",
                if sign.is_empty() && at > 0 { guarded(&said.words) } else { said.words.clone() }
            );
            for (sign, keys) in [(FROM, &said.from), (RESTS_ON, &said.rests_on)] {
                if !keys.is_empty() {
                    let _ = writeln!(out, "{sign}{}", keys.join(", "));
                }
            }
        }
    }
    let _ = write!(out, "\n{PART}{FACTS}: What each of these keys says\n\n");
    for (way, values) in &version.facts {
        values.iter().for_each(|words| line(&mut out, way, Some(words.clone())));
    }
    let sum = sum(&out);
    let _ = writeln!(out, "\n{SUM}{sum}");
    out
}

fn line(out: &mut String, label: &str, words: Option<String>) {
    if let Some(words) = words {
        let _ = writeln!(out, "{label}: {}", words.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}

/// Words that cannot be taken for a sign of ours.
fn guarded(words: &str) -> String {
    let taken = [PART, HEADING, SUM].iter().any(|sign| words.starts_with(sign)) || words.starts_with(BARE);
    if taken { format!("{BARE}{words}") } else { words.to_owned() }
}

/// What the lines of a file add up to, however its lines end and whatever stands between them.
fn sum(letters: &str) -> String {
    let lines: Vec<&str> = letters.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
    let pairs: Vec<String> = Sha256::digest(lines.join("\n")).iter().map(|byte| format!("{byte:02x}")).collect();
    pairs.concat()
}

/// The version that a file keeps, and whether it is as homepack wrote it. Whatever somebody changed in it, there is one.
#[must_use]
pub fn read(letters: &str) -> (Version, bool) {
    let (above, last) = letters.rsplit_once(&format!("\n{SUM}")).unwrap_or((letters, ""));
    let as_written = sum(above) == last.trim();
    let mut version = Version::default();
    let mut in_facts = false;
    for line in above.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        if let Some((id, title)) = line.strip_prefix(PART).and_then(|line| line.split_once(": ")) {
            in_facts = id == FACTS;
            if !in_facts {
                let title = Line { heading: true, words: title.to_owned(), ..Line::default() };
                version.parts.push(Part { id: id.to_owned(), lines: vec![title] });
            }
        } else if in_facts {
            if let Some((way, words)) = line.split_once(": ") {
                version.facts.entry(way.to_owned()).or_default().push(words.to_owned());
            }
        } else if let Some(part) = version.parts.last_mut() {
            into_part(part, line);
        } else {
            into_head(&mut version, line);
        }
    }
    (version, as_written)
}

/// A line of a part.
fn into_part(part: &mut Part, line: &str) {
    let keys = |keys: &str| keys.split(", ").map(str::to_owned).collect();
    match (line.strip_prefix(FROM), line.strip_prefix(RESTS_ON), part.lines.last_mut()) {
        (Some(named), _, Some(last)) => last.from = keys(named),
        (_, Some(named), Some(last)) => last.rests_on = keys(named),
        _ => part.lines.push(read_line(line)),
    }
}

/// A line of words.
fn read_line(line: &str) -> Line {
    let (heading, words) = match line.strip_prefix(HEADING) {
        Some(words) => (true, words),
        None => (false, line.strip_prefix(BARE).unwrap_or(line)),
    };
    Line { heading, words: words.to_owned(), ..Line::default() }
}

/// A line before the first part.
fn into_head(version: &mut Version, line: &str) {
    match line.split_once(": ") {
        Some(("Home", words)) => words.clone_into(&mut version.home),
        Some(("Version", words)) => version.number = Some(words.to_owned()),
        Some(("Date", words)) => version.date = words.parse().ok(),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version() -> Version {
        let line = |heading, words: &str, keys: &[&str]| Line {
            heading,
            words: words.to_owned(),
            value: None,
            from: keys.iter().map(|key| (*key).to_owned()).collect(),
            rests_on: keys.iter().take(1).map(|_| "home.name".to_owned()).collect(),
        };
        let lines = vec![
            line(true, "Part 1: Who runs Rowan House", &["home.name"]),
            line(true, "Who: the provider", &[]),
            line(false, "== this is a sentence of a home", &["provider.name", "provider.phone"]),
            line(false, "\\ and this", &[]),
            line(false, "Sum: 12 and -- so on", &[]),
        ];
        Version {
            home: "Rowan House".to_owned(),
            number: Some("7".to_owned()),
            date: Some(jiff::civil::date(2026, 10, 1)),
            parts: vec![Part { id: "part-1".to_owned(), lines }],
            facts: [("provider.name".to_owned(), vec!["Rowan: Care".to_owned(), "B".to_owned()])].into(),
        }
    }

    #[test]
    fn what_is_kept_is_read_again_whatever_its_words_look_like() {
        let letters = written(&version(), jiff::civil::date(2026, 11, 22));
        assert!(letters.starts_with("Statement of Purpose of Rowan House, as sent on 22 November 2026\n"), "{letters}");
        assert_eq!(read(&letters), (version(), true));
        assert_eq!(read(&letters.replace('\n', "\r\n")), (version(), true));
    }

    #[test]
    fn a_file_that_somebody_changed_is_known_and_still_read() {
        let letters = written(&version(), jiff::civil::date(2026, 11, 22));
        let (read_again, as_written) = read(&letters.replace("a sentence", "another sentence"));
        assert!(!as_written);
        assert_eq!(read_again.parts[0].lines[2].words, "== this is another sentence of a home");
        assert_eq!(read("garbage\n"), (Version::default(), false));
    }
}
