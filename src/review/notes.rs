//! Notes to the linter beside the text: one rule at a time, with a reason. `<!-- lint: RULE off, because … -->` in Markdown and
//! HTML, `# lint: RULE off, because …` in YAML. A note without a reason does not count; one that nothing needs is reported.

use std::collections::BTreeMap;
use std::ops::Range;

use camino::{Utf8Path, Utf8PathBuf};
use regex::Regex;

use super::{Advice, Lines, Review, Whereabouts};
use crate::finding::meant;
use crate::prose::Prose;
use crate::rulebook::Rulebook;
use crate::wording::own::Off;

/// One note.
#[derive(Debug, Clone)]
struct Note {
    rule: String,
    because: String,
    /// The whole note, and where it stands.
    words: String,
    bytes: Range<usize>,
    place: Whereabouts,
    /// What it covers.
    covers: Covers,
    used: bool,
}

/// What a note covers.
#[derive(Debug, Clone, PartialEq)]
enum Covers {
    /// A passage of the text with its number.
    Passage(usize),
    /// Lines of the file.
    Lines(u32, u32),
    /// Everything of this home.
    Home,
    Nothing,
}

/// The notes of one file, or of one home's `wording.yaml`.
#[derive(Debug, Clone)]
pub struct Notes {
    path: Utf8PathBuf,
    notes: Vec<Note>,
}

impl Notes {
    /// The notes in a statement: each covers the passage it stands in, else the next one.
    #[must_use]
    pub fn of_text(prose: &Prose) -> Self {
        let letters = prose.letters.as_deref().unwrap_or_default();
        let mut notes = read(letters, Kind::of(&prose.path));
        if notes.is_empty() {
            return Self { path: prose.path.clone(), notes };
        }
        let bytes = |at: usize| prose.bytes(at, &(0..prose.passages[at].text.len()));
        let places = (0..prose.passages.len()).filter_map(|at| bytes(at).map(|bytes| (bytes.start, bytes.end, at)));
        let mut places: Vec<(usize, usize, usize)> = places.collect();
        places.sort_by_key(|(start, _, at)| (*start, *at));
        let mut furthest = 0;
        for (_, end, _) in &mut places {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        for note in &mut notes {
            let next = places.get(places.partition_point(|(_, end, _)| *end <= note.bytes.start));
            note.covers = next.map_or(Covers::Nothing, |(.., at)| Covers::Passage(*at));
        }
        Self { path: prose.path.clone(), notes }
    }

    /// The notes in a file of a home: in YAML each covers its own line, or the next where it has a line to itself; in Markdown
    /// the paragraph it stands in, else the next.
    #[must_use]
    pub fn of_source(path: &Utf8Path, letters: &str) -> Self {
        let kind = Kind::of(path);
        let yaml = kind == Kind::Yaml;
        let lines: Vec<&str> = letters.lines().collect();
        let mut notes = read(letters, kind);
        for note in &mut notes {
            let Whereabouts::Letters { line, .. } = note.place else { continue };
            let own = lines.get(line as usize - 1).map(|line| line.replace(&note.words, ""));
            let alone = own.is_none_or(|rest| rest.trim().is_empty());
            note.covers = if !yaml {
                paragraph(&lines, line, alone)
            } else if alone {
                Covers::Lines(line + 1, line + 1)
            } else {
                Covers::Lines(line, line)
            };
        }
        Self { path: path.to_owned(), notes }
    }

    /// The rules that do not count in a whole home.
    #[must_use]
    pub fn of_home(path: &Utf8Path, off: &[Off]) -> Self {
        let note = |off: &Off| Note {
            rule: off.rule.clone(),
            because: off.because.clone(),
            words: off.rule.clone(),
            bytes: 0..0,
            place: Whereabouts::Letters { line: off.span.line, column: off.span.column, end: None, bytes: None },
            covers: Covers::Home,
            used: false,
        };
        Self { path: path.to_owned(), notes: off.iter().map(note).collect() }
    }

    /// Takes out what a note covers.
    pub fn apply(&mut self, reviews: &mut [Review]) {
        // Advice is looked at once, and for it only the notes about its rule; the first that covers it takes it out.
        let mut about: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, note) in self.notes.iter().enumerate().filter(|(_, note)| !note.because.is_empty()) {
            about.entry(note.rule.clone()).or_default().push(at);
        }
        // Those about a passage are found by it.
        let mut of_passage: BTreeMap<(String, usize), usize> = BTreeMap::new();
        for (rule, notes) in &mut about {
            notes.retain(|at| match self.notes[*at].covers {
                Covers::Passage(passage) => {
                    of_passage.entry((rule.clone(), passage)).or_insert(*at);
                    false
                }
                Covers::Nothing => false,
                _ => true,
            });
        }
        for advice in reviews.iter_mut().map(|review| &mut review.advice) {
            advice.retain(|advice| {
                let Some(notes) = about.get(&advice.rule) else { return true };
                let passage = advice.passage.as_ref().filter(|_| advice.path == self.path);
                let here = passage.and_then(|(passage, _)| of_passage.get(&(advice.rule.clone(), *passage)));
                let others = notes.iter().find(|at| self.notes[**at].covers(advice, &self.path));
                let covers = here.into_iter().chain(others).min();
                covers.into_iter().for_each(|at| self.notes[*at].used = true);
                covers.is_none()
            });
        }
    }

    /// What there is to say about the notes themselves.
    #[must_use]
    pub fn remain<'n>(&'n self, rulebook: &Rulebook) -> Vec<Advice> {
        let said = |note: &Note, rule: &str, message: String, suggestion: String| {
            Advice::of_note(&self.path, note.place.clone(), rule, &note.words, message, suggestion)
        };
        let mut nearest: BTreeMap<&str, String> = BTreeMap::new();
        let mut one = |note: &'n Note| {
            let known = rulebook.rule(&note.rule).is_some();
            if !known {
                let help = nearest.entry(&note.rule).or_insert_with(|| {
                    meant(&note.rule, rulebook.rules.iter().map(|rule| rule.code.as_str()))
                        .unwrap_or_else(|| "`homepack explain` lists all rules.".to_owned())
                });
                let help = help.clone();
                Some(said(note, "lint-unknown", format!("there is no rule called “{}”", note.rule), help))
            } else if note.because.is_empty() {
                let help = format!("Write “lint: {} off, because …” with your reason.", note.rule);
                let message = format!("nothing says why “{}” is off here, so it is not", note.rule);
                Some(said(note, "lint-reason", message, help))
            } else if !note.used {
                let message = format!("“{}” finds nothing here, so this note is not needed", note.rule);
                Some(said(note, "lint-unused", message, "Take the note out.".to_owned()))
            } else {
                None
            }
        };
        self.notes.iter().filter_map(&mut one).collect()
    }
}

impl Note {
    fn covers(&self, advice: &Advice, path: &Utf8Path) -> bool {
        match &self.covers {
            Covers::Home => true,
            Covers::Nothing => false,
            _ if advice.path != path => false,
            Covers::Passage(at) => advice.passage.as_ref().is_some_and(|(passage, _)| passage == at),
            Covers::Lines(from, to) => advice.lines().is_some_and(|(begins, ends)| ends >= *from && begins <= *to),
        }
    }
}

/// How notes are written in a file.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Yaml,
    Html,
    Markdown,
}

impl Kind {
    fn of(path: &Utf8Path) -> Self {
        match path.extension().map(str::to_lowercase).as_deref() {
            Some("yaml" | "yml") => Kind::Yaml,
            Some("html" | "htm") => Kind::Html,
            _ => Kind::Markdown,
        }
    }
}

/// How many lines of a paragraph a note covers, on each side of it.
const PARAGRAPH: usize = 200;
/// How far before a note on its line code may begin, in bytes.
const NEAR: usize = 10_000;

/// How many fences of code there are in some letters.
fn fences(letters: &str) -> usize {
    letters.lines().filter(|line| line.trim_start().starts_with("```")).count()
}

/// Whether Markdown shows what follows some letters just as it stands: inside a fence, a block moved to the right, or code. `fences`
/// is the number of them before the line.
fn is_shown(line: &str, fences: usize) -> bool {
    let fences = fences + usize::from(line.trim_start().starts_with("```"));
    fences % 2 == 1 || line.starts_with("    ") || line.starts_with('\t') || line.matches('`').count() % 2 == 1
}

/// Every note in some letters.
fn read(letters: &str, kind: Kind) -> Vec<Note> {
    if !letters.contains("lint:") {
        return Vec::new();
    }
    let shape = if kind == Kind::Yaml {
        r"(?m)(?:^|[ \t])(#[ \t]*lint:[ \t]*([\w-]+)[ \t]+off\b([^\n]*))$"
    } else {
        r"((?:<!--|\{#-?)\s*lint:\s*([\w-]+)\s+off\b([^>}]*?)(?:-->|-?#\}))"
    };
    let lines = Lines::new(letters);
    let shape = Regex::new(shape).expect("the pattern is fixed, and a test uses it");
    // Notes follow each other: what was looked through for one is not looked through again for the next.
    let (mut line_start, mut fences_before) = (0, 0);
    let note = |found: regex::Captures<'_>| {
        let (whole, rule) = (found.get(1)?, found.get(2)?.as_str().to_owned());
        if let Some(next) = letters[line_start..whole.start()].rfind('\n').map(|at| line_start + at + 1) {
            fences_before += fences(&letters[line_start..next]);
            line_start = next;
        }
        // In a line that is a book nothing is shown that stands far from the note.
        let near = letters.floor_char_boundary(whole.start().saturating_sub(NEAR)).max(line_start);
        let line = if near == line_start { line_start } else { near };
        if kind == Kind::Markdown && is_shown(&letters[line..whole.start()], fences_before) {
            return None;
        }
        let after = found.get(3).map_or("", |after| after.as_str());
        let because = after.trim().trim_start_matches([',', ';', ':', ' ']).strip_prefix("because").unwrap_or_default();
        Some(Note {
            rule,
            because: because.trim_matches(|c: char| !c.is_alphanumeric()).to_owned(),
            words: whole.as_str().to_owned(),
            bytes: whole.range(),
            place: lines.letters_at(&whole.range()),
            covers: Covers::Nothing,
            used: false,
        })
    };
    shape.captures_iter(letters).filter_map(note).collect()
}

/// The lines of the paragraph that a line stands in; where the note has a paragraph to itself, of the next one.
fn paragraph(lines: &[&str], line: u32, alone: bool) -> Covers {
    let blank = |at: usize| lines.get(at).is_none_or(|line| line.trim().is_empty());
    let mut at = line as usize - 1;
    if alone && blank(at + 1) {
        at += 1;
        while at < lines.len() && blank(at) {
            at += 1;
        }
    }
    // No paragraph has more lines than this, and each note would look through all of one that had.
    let first = (0..=at).rev().take(PARAGRAPH).take_while(|n| !blank(*n)).last().unwrap_or(at);
    let last = (at..lines.len()).take(PARAGRAPH).take_while(|n| !blank(*n)).last().unwrap_or(at);
    let number = |n: usize| u32::try_from(n + 1).unwrap_or(u32::MAX);
    Covers::Lines(number(first), number(last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::statement;
    use crate::wording::{OwnWords, check};

    /// What is left of a text's findings, by their rules.
    fn left(letters: &str) -> Vec<String> {
        let rulebook = Rulebook::built_in().expect("rules");
        let prose = statement(Utf8Path::new("rowan.md"), letters.as_bytes()).expect("letters");
        let remarks = check(&prose, &rulebook, &OwnWords::default());
        let mut notes = Notes::of_text(&prose);
        let mut reviews = [Review::new(prose, &remarks, &rulebook, None)];
        notes.apply(&mut reviews);
        let advice = reviews[0].advice.iter().cloned().chain(notes.remain(&rulebook));
        advice.map(|advice| advice.rule).collect()
    }

    #[test]
    fn a_note_covers_the_next_paragraph_and_no_other() {
        let note = "<!-- lint: permission-allowed off, because the law says it -->";
        let sentence = "You are allowed to vote.";
        assert_eq!(left(&format!("{note}\n\n{sentence}\n\n{sentence}\n")), ["permission-allowed"]);
        assert!(left(&format!("It is so. {note} {sentence}\n")).is_empty());
    }

    #[test]
    fn a_note_needs_a_reason_a_rule_and_something_to_cover() {
        let sentence = "You are allowed to vote.";
        let note = |inner: &str| format!("<!-- lint: {inner} -->\n\n{sentence}\n");
        assert_eq!(left(&note("permission-allowed off")), ["permission-allowed", "lint-reason"]);
        assert_eq!(left(&note("permision-allowed off, because x")), ["permission-allowed", "lint-unknown"]);
        assert_eq!(left(&note("wordy-link off, because x")), ["permission-allowed", "lint-unused"]);
    }

    #[test]
    fn a_note_that_is_only_shown_is_none() {
        let note = "<!-- lint: wordy-link off, because x -->";
        assert!(left(&format!("    {note}\n\nGood.\n")).is_empty());
        assert!(left(&format!("Write `{note}` above it.\n")).is_empty());
    }

    #[test]
    fn in_yaml_a_note_covers_its_line_or_the_next() {
        let path = Utf8Path::new("rowan/visiting.yaml");
        let covers = |letters: &str| Notes::of_source(path, letters).notes.into_iter().next().map(|note| note.covers);
        assert_eq!(covers("# lint: a off, because b\nx: y\n"), Some(Covers::Lines(2, 2)));
        assert_eq!(covers("z: 1\nx: y # lint: a off, because b\n"), Some(Covers::Lines(2, 2)));
        assert_eq!(covers("x: see#lint: a off\n"), None);
    }
}
