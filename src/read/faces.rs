//! Letters that no typeface has: on paper each would be an empty box.
//!
//! Comes from: the files of a home, or a record, and the letters there are ([`Faces`]). Goes to: findings, every letter with its line
//! and column, before anything is set.

use std::borrow::Cow;

use super::Place;
use super::yaml::{self, Node, Value};
use crate::finding::{Draft, Finding, Severity, ours};
use crate::limits::FINDINGS;
use crate::resident::schema::KEYS;
use crate::source::Sources;
use crate::text::signs::{never, unseen};
use crate::text::{Audience, Personal, Public, Span};
use crate::theme::faces::Faces;

/// Every letter of a home's files that no typeface has.
/// `spoken` gives the letters of Markdown without those that nobody reads, every other in its place.
#[must_use]
pub fn home(sources: &Sources, place: &Place, faces: &Faces, spoken: impl Fn(&str) -> Cow<'_, str>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (file, source) in place.files(sources) {
        if !source.letters.contains(|c| missing(c, faces)) && !source.letters.contains('\\') {
            continue;
        }
        if source.known_as.extension() == Some("md") {
            let told = in_markdown(file, &spoken(&source.letters), faces);
            // A page of the home's own is in no paper, and whoever reads it in a browser has more typefaces.
            let page = source.known_as.parent().is_some_and(|folder| folder.file_name() == Some("pages"));
            let severity = if page { Severity::Warning } else { Severity::Error };
            found.extend(told.into_iter().map(|finding| Finding { severity, ..finding }));
        } else if let Ok((node, _)) = yaml::of(sources, file) {
            let lines: Vec<&str> = source.letters.lines().collect();
            in_node::<Public>(node, None, &lines, faces, &mut found);
        }
    }
    found
}

/// Every letter of a record that no typeface has: its key, its place, its number, and nothing of what stands there.
#[must_use]
pub fn record(sources: &Sources, file: u32, faces: &Faces) -> Vec<Finding<Personal>> {
    let mut found = Vec::new();
    if let Some(source) = sources.get(file)
        && let Ok((record, _)) = yaml::record(file, &source.letters)
    {
        let lines: Vec<&str> = source.letters.lines().collect();
        in_node::<Personal>(&record.0, None, &lines, faces, &mut found);
    }
    found
}

/// Whether papers cannot show a sign. Spaces, and what nobody sees, need no face; what cannot stand at all is told elsewhere.
fn missing(c: char, faces: &Faces) -> bool {
    !c.is_ascii() && !c.is_whitespace() && !unseen(c) && never(c).is_none() && !faces.has(c)
}

fn in_markdown(file: u32, letters: &str, faces: &Faces) -> Vec<Finding> {
    let mut stands = Vec::new();
    for (line, letters) in (1u32..).zip(letters.lines()) {
        let signs = (1u32..).zip(letters.chars()).filter(|(_, c)| missing(*c, faces));
        stands.extend(signs.map(|(column, c)| (Span { file, line, column, width: 1 }, c)));
    }
    joined(&stands, None)
}

/// What is missing in the texts of a node and of those inside it.
fn in_node<A: Audience>(node: &Node, key: Option<&str>, lines: &[&str], faces: &Faces, found: &mut Vec<Finding<A>>) {
    // Nobody is shown more.
    if FINDINGS.is_passed_by(found.len()) {
        return;
    }
    match &node.value {
        Value::Empty => {}
        Value::List(list) => list.iter().for_each(|node| in_node(node, key, lines, faces, found)),
        Value::Keys(keys) => keys.iter().for_each(|(key, _, node)| in_node(node, Some(key), lines, faces, found)),
        Value::Letters(text) => {
            let missing: Vec<char> = text.chars().filter(|c| missing(*c, faces)).collect();
            if !missing.is_empty() {
                found.extend(joined(&placed(node.span, &missing, text.chars().count(), lines), key));
            }
        }
    }
}

/// The place of each sign of a text in the file. One that stands there as an escape has the place of its text.
/// `long` is how many letters the text has: what is written for it is not looked for without end.
fn placed(begins: Span, signs: &[char], long: usize, lines: &[&str]) -> Vec<(Span, char)> {
    let lines = (begins.line..).zip(lines.iter().skip(begins.line as usize - 1));
    let written = lines.flat_map(|(line, letters)| {
        let skipped = if line == begins.line { begins.column - 1 } else { 0 };
        (skipped + 1..).zip(letters.chars().skip(skipped as usize)).map(move |(column, c)| (line, column, c))
    });
    // An escape is written with ten letters, and each line of a text is moved to the right.
    let written = written.take(16 * long + 256);
    let mut written = written.filter(|(.., c)| signs.contains(c)).peekable();
    let place = |sign: &char| match written.next_if(|(.., c)| c == sign) {
        Some((line, column, _)) => (Span { line, column, width: 1, ..begins }, *sign),
        None => (Span { width: 1, ..begins }, *sign),
    };
    signs.iter().map(place).collect()
}

/// A finding for each run of signs that follow each other directly.
fn joined<A: Audience>(stands: &[(Span, char)], key: Option<&str>) -> Vec<Finding<A>> {
    let mut runs: Vec<(Span, char)> = Vec::new();
    for (span, sign) in stands {
        match runs.last_mut() {
            Some((run, _)) if run.line == span.line && run.column + run.width == span.column => run.width += 1,
            Some((run, _)) if run.line == span.line && run.column == span.column => {}
            _ => runs.push((*span, *sign)),
        }
    }
    runs.into_iter().map(|(span, sign)| finding(span, sign, key)).collect()
}

fn finding<A: Audience>(span: Span, sign: char, key: Option<&str>) -> Finding<A> {
    let begins = if A::PERSONAL { key.map(|key| Draft::at_key(key, &KEYS)) } else { None };
    let what = ours("no typeface here has the letter ");
    // Of a record the number alone is told.
    let what = if A::PERSONAL { what } else { what.example(format!("“{sign}” ")) }.sign(sign);
    let what = begins.map_or(what.clone(), |begins| begins.then(what));
    Finding::error(span, what, help(sign))
}

/// What to write or do instead.
fn help(sign: char) -> Draft {
    if sign.is_alphabetic() {
        ours(
            "Put a typeface that has it into a folder “fonts” beside home.yaml, as a .ttf or .otf file. docs/fonts.md says where to find one.",
        )
    } else {
        ours(
            "Write in words what the sign stands for, or put a typeface that has it into a folder “fonts” beside home.yaml.",
        )
    }
}
