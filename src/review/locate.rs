//! From words as they are read to the letters of a file: the line of YAML that says a fact, the line of a words file, the
//! bytes of a statement.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::Range;

use camino::Utf8PathBuf;

use super::Whereabouts;
use crate::limits::TEXT;
use crate::prose::{From, Prose};
use crate::source::Sources;
use crate::text::Span;
use crate::words::Phrases;

/// A file of letters with the place of each line, so that many bytes can be placed fast.
#[derive(Debug)]
pub struct Lines<'a> {
    letters: &'a str,
    starts: Vec<usize>,
    /// How many characters begin before each whole step of bytes: a file may be one long line.
    steps: Vec<usize>,
}

/// How many bytes lie between two counts of characters.
const STEP: usize = 1024;

/// How many characters begin in some bytes.
fn characters(bytes: &[u8]) -> usize {
    // All bytes of a letter but its first begin with the bits 10.
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

impl<'a> Lines<'a> {
    /// Takes a file's letters.
    #[must_use]
    pub fn new(letters: &'a str) -> Self {
        let ends = letters.match_indices('\n').map(|(at, _)| at + 1);
        let mut before = 0;
        let steps = letters.as_bytes().chunks(STEP).map(|step| {
            before += characters(step);
            before
        });
        let steps = std::iter::once(0).chain(steps).collect();
        Self { letters, starts: std::iter::once(0).chain(ends).collect(), steps }
    }

    /// How many characters begin before a byte.
    fn before(&self, byte: usize) -> usize {
        let step = byte / STEP;
        self.steps.get(step).copied().unwrap_or(0) + characters(&self.letters.as_bytes()[step * STEP..byte])
    }

    /// The line and column of a byte, each from 1.
    #[must_use]
    pub fn place(&self, byte: usize) -> (u32, u32) {
        let line = self.starts.partition_point(|start| *start <= byte).max(1);
        let start = self.starts[line - 1];
        let byte = byte.clamp(start, self.letters.len());
        // Most lines are short.
        let before = if byte - start <= STEP {
            characters(&self.letters.as_bytes()[start..byte])
        } else {
            self.before(byte) - self.before(start)
        };
        (number(line), number(before + 1))
    }

    /// The byte of a line and column.
    fn byte(&self, span: Span) -> Option<usize> {
        let start = *self.starts.get((span.line as usize).checked_sub(1)?)?;
        let line = self.letters[start..].lines().next().unwrap_or_default();
        let column = (span.column as usize).saturating_sub(1);
        Some(start + line.char_indices().nth(column).map_or(line.len(), |(at, _)| at))
    }

    /// Some bytes as a place.
    #[must_use]
    pub fn letters_at(&self, bytes: &Range<usize>) -> Whereabouts {
        let (line, column) = self.place(bytes.start);
        Whereabouts::Letters { line, column, end: Some(self.place(bytes.end)), bytes: Some((bytes.start, bytes.end)) }
    }
}

/// The files that composed words come from, by their numbers.
#[derive(Debug)]
pub struct Shelf<'a> {
    files: BTreeMap<u32, (Utf8PathBuf, Lines<'a>, bool)>,
    /// How many letters may still be compared in the search for words, for all of a home. Where all are gone, words are pointed at by
    /// the beginning of their line: a text that is the same words over and over would be searched through for each of them.
    left: Cell<usize>,
}

/// How many letters are compared for a home: a hundred times what the sample homes take.
const COMPARED: usize = 100_000_000;

impl Default for Shelf<'_> {
    fn default() -> Self {
        Self { files: BTreeMap::new(), left: Cell::new(COMPARED) }
    }
}

impl<'a> Shelf<'a> {
    /// The files that a home's words come from: its own, which may be mended, and those of the theme, of which `theme_file` says
    /// where each lies.
    #[must_use]
    pub fn of(sources: &'a Sources, phrases: &'a Phrases, theme_file: impl Fn(&str) -> Utf8PathBuf) -> Self {
        let mut shelf = Self::default();
        for (number, source) in sources.iter() {
            shelf.put(number, source.path.clone(), &source.letters, true);
        }
        for words in phrases.of_the_theme() {
            shelf.put(words.number, theme_file(&format!("words/{}", words.path)), &words.letters, false);
        }
        shelf
    }

    /// Puts a file on it; `ours` where it belongs to the home and may be mended.
    fn put(&mut self, number: u32, path: Utf8PathBuf, letters: &'a str, ours: bool) {
        self.files.insert(number, (path, Lines::new(letters), ours));
    }
}

/// Finds the places of one text's words.
pub(super) struct Finder<'a> {
    pub(super) prose: &'a Prose,
    pub(super) lines: Option<&'a Lines<'a>>,
    pub(super) shelf: Option<&'a Shelf<'a>>,
}

impl Finder<'_> {
    /// The file and place of some words of a passage.
    pub(super) fn place(&self, passage: usize, words: &Range<usize>) -> (Utf8PathBuf, Whereabouts) {
        if let Some(composed) = self.composed(passage, words) {
            return composed;
        }
        let path = self.prose.path.clone();
        let bytes = self.prose.bytes(passage, words);
        if let (Some(lines), Some(bytes)) = (self.lines, bytes) {
            return (path, lines.letters_at(&bytes));
        }
        let at = &self.prose.passages[passage];
        let heading = if at.is_heading() { Some(at.text.as_str()) } else { self.prose.heading(passage) };
        (path, Whereabouts::Part { heading: heading.map(shown_heading), paragraph: at.paragraph, page: at.page })
    }

    /// The file, the letters and the bytes of words that stand there just so.
    pub(super) fn exact(&self, passage: usize, words: &Range<usize>) -> Option<(Utf8PathBuf, String, (usize, usize))> {
        let read = self.prose.passages.get(passage)?.text.get(words.clone())?;
        if let (Some(lines), Some(bytes)) = (self.lines, self.prose.bytes(passage, words)) {
            let there = lines.letters.get(bytes.clone())?;
            return (there == read).then(|| (self.prose.path.clone(), read.to_owned(), (bytes.start, bytes.end)));
        }
        let (span, _) = self.span(passage, words)?;
        let (path, lines, ours) = self.shelf?.files.get(&span.file)?;
        let bytes = self.search(passage, words, span, lines)?;
        let there = lines.letters.get(bytes.clone())?;
        (*ours && there == read).then(|| (path.clone(), read.to_owned(), (bytes.start, bytes.end)))
    }

    /// The place of composed words: in the fact that they are, else in the line that says them.
    fn composed(&self, passage: usize, words: &Range<usize>) -> Option<(Utf8PathBuf, Whereabouts)> {
        let (span, _) = self.span(passage, words)?;
        let (path, lines, _) = self.shelf?.files.get(&span.file)?;
        let place = match self.search(passage, words, span, lines) {
            Some(bytes) => lines.letters_at(&bytes),
            None => Whereabouts::Letters { line: span.line, column: span.column, end: None, bytes: None },
        };
        Some((path.clone(), place))
    }

    /// The span that says some words, and whether it is a fact: only where all of them are of one fact.
    fn span(&self, passage: usize, words: &Range<usize>) -> Option<(Span, bool)> {
        let read = self.prose.passages.get(passage)?;
        let origin = read.origin(words.start)?;
        let (first, after) = (read.pieces.partition_point(|piece| piece.at <= words.start), words.end);
        let mut inside = read.pieces[first..].iter().take_while(|piece| piece.at < after);
        let whole = inside.all(|piece| matches!(piece.from, From::Origin(other) if other.fact == origin.fact));
        match (origin.fact, origin.said) {
            (Some(fact), _) if whole && fact.line > 0 => Some((fact, true)),
            (_, Some(said)) => Some((said, false)),
            (Some(fact), None) if fact.line > 0 => Some((fact, true)),
            _ => None,
        }
    }

    /// The bytes of a source that some words are, from a span on.
    fn search(&self, passage: usize, words: &Range<usize>, span: Span, lines: &Lines<'_>) -> Option<Range<usize>> {
        let read = &self.prose.passages[passage];
        let left = &self.shelf?.left;
        let from = lines.byte(span)?;
        let region = lines.letters.get(from..region(lines.letters, from))?;
        // What stands before the words in the same piece tells apart two places with the same words.
        let piece = read.pieces.partition_point(|piece| piece.at <= words.start).checked_sub(1);
        let piece = piece.map_or(0, |piece| read.pieces[piece].at);
        let before = read.text.get(piece..words.start)?;
        let needle = read.text.get(words.clone())?;
        let after_before = alike(region, before, left).filter(|_| !before.is_empty()).map(|found| found.end);
        let near = after_before.and_then(|at| alike_here(&region[at..], needle, left).map(|end| at..at + end));
        let found = near.or_else(|| alike(region, needle, left))?;
        Some(from + found.start..from + found.end)
    }
}

/// A heading as it is named: of one that is no heading at all, but a page of words, the beginning.
pub(super) fn shown_heading(heading: &str) -> String {
    const MOST: usize = 200;
    match heading.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &heading[..end]),
        None => heading.to_owned(),
    }
}

/// Where the value, or the paragraph, ends that a byte stands in: before the next line that is not indented below it.
fn region(letters: &str, from: usize) -> usize {
    let start = letters[..from].rfind('\n').map_or(0, |at| at + 1);
    let line = &letters[start..];
    let signs = line.len() - line.trim_start_matches([' ', '-']).len();
    let own = indent(line);
    // The value of a key goes on below the key; a point of a list, below its dash.
    let least = if signs > own && start + signs < from { signs } else { own };
    let same = from > start + own && !letters[start..from].trim_start_matches([' ', '-']).is_empty() || signs > own;
    let mut end = start;
    for (n, line) in letters[start..].split_inclusive('\n').enumerate() {
        let goes_on = n == 0 || line.trim().is_empty() || indent(line) > least || (!same && indent(line) >= least);
        if !goes_on || end > from + REGION {
            break;
        }
        end += line.len();
    }
    end.min(letters.ceil_char_boundary(from + REGION))
}

/// How far a value is looked through, in bytes: as far as any text of a home goes.
const REGION: usize = 4 * TEXT.most;

/// How many spaces a line begins with.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Where words first stand in letters, however their white space and quotation marks are written.
fn alike(letters: &str, words: &str, left: &Cell<usize>) -> Option<Range<usize>> {
    let mut at = 0;
    loop {
        if let Some(end) = alike_here(&letters[at..], words, left) {
            return Some(at..at + end);
        }
        at += letters[at..].chars().next()?.len_utf8();
    }
}

/// Where words end that stand at the very start of letters.
fn alike_here(letters: &str, words: &str, left: &Cell<usize>) -> Option<usize> {
    let mut rest = letters;
    let mut first = true;
    let mut wanted = words.chars().peekable();
    while let Some(c) = wanted.next() {
        left.set(left.get().checked_sub(1)?);
        if c.is_whitespace() {
            while wanted.next_if(|next| next.is_whitespace()).is_some() {}
            let after = rest.trim_start();
            if after.len() == rest.len() {
                return None;
            }
            rest = after;
            continue;
        }
        let there = rest.chars().next()?;
        let same = plain(there) == plain(c) || (first && there.to_lowercase().eq(c.to_lowercase()));
        if !same {
            return None;
        }
        first = false;
        rest = &rest[there.len_utf8()..];
    }
    Some(letters.len() - rest.len())
}

/// A letter as a keyboard has it.
fn plain(c: char) -> char {
    match c {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '–' | '—' | '\u{2010}' | '\u{2011}' => '-',
        c => c,
    }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::{Passage, Piece};
    use crate::text::Origin;

    /// Where some words of a fact are found in its YAML.
    fn found(yaml: &str, line: u32, column: u32, text: &str, words: &str) -> (Utf8PathBuf, Whereabouts) {
        let span = Span { file: 1, line, column, width: 1 };
        let pieces = vec![Piece { at: 0, from: From::Origin(Origin::fact(span)) }];
        let prose =
            Prose { passages: vec![Passage { text: text.into(), pieces, ..Passage::default() }], ..Prose::default() };
        let mut shelf = Shelf::default();
        shelf.put(1, "rowan/visiting.yaml".into(), yaml, true);
        let finder = Finder { prose: &prose, lines: None, shelf: Some(&shelf) };
        let at = text.find(words).expect("they are there");
        finder.place(0, &(at..at + words.len()))
    }

    #[test]
    fn words_in_a_long_value_are_found_on_their_own_line() {
        let yaml = "any_time: yes\nwords: >\n  Come in. Visitors\n  are allowed to stay.\nbook: no\n";
        let (path, place) = found(yaml, 2, 8, "Come in. Visitors are allowed to stay.", "Visitors are allowed");
        assert_eq!(path, "rowan/visiting.yaml");
        assert_eq!(place, Whereabouts::Letters { line: 3, column: 12, end: Some((4, 14)), bytes: Some((34, 56)) });
    }

    #[test]
    fn the_second_time_of_the_same_words_is_not_the_first() {
        let yaml = "words: You are allowed in and are allowed out.\n";
        let span = Span { file: 1, line: 1, column: 8, width: 1 };
        let text = "You are allowed in and are allowed out.";
        let pieces = vec![Piece { at: 0, from: From::Origin(Origin::fact(span)) }];
        let prose =
            Prose { passages: vec![Passage { text: text.into(), pieces, ..Passage::default() }], ..Prose::default() };
        let mut shelf = Shelf::default();
        shelf.put(1, "x.yaml".into(), yaml, true);
        let finder = Finder { prose: &prose, lines: None, shelf: Some(&shelf) };
        let at = text.rfind("are allowed").expect("there");
        let (.., bytes) = finder.exact(0, &(at..at + 11)).expect("just so");
        assert_eq!(bytes.0, yaml.rfind("are allowed").expect("there"));
    }

    #[test]
    fn a_value_ends_where_the_next_key_begins() {
        let yaml = "a: one two\nb: three\n";
        assert_eq!(
            found(yaml, 1, 4, "three", "three").1,
            Whereabouts::Letters { line: 1, column: 4, end: None, bytes: None }
        );
        assert_eq!(region("list:\n  - one\n    two\n  - three\n", 10), "list:\n  - one\n    two\n".len());
        assert_eq!(region("list:\n  - a: one\n    b: two\n", 13), "list:\n  - a: one\n".len());
    }
}
