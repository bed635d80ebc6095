//! A text somebody wrote, where they wrote it, and who may read it.
//!
//! Comes from: one place in one content file, or a fixed string of ours. Goes to: the model of a home, and through marks
//! around its letters into the words of a page, so that every sentence can be traced to the line it came from.

mod language;
mod letters;
pub mod signs;
pub(crate) mod wrapped;

pub use language::Language;
pub use letters::Letters;

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// Who may read a text. Sealed: [`Public`] and [`Personal`] are all there are.
pub trait Audience: sealed::Sealed + fmt::Debug + Copy + Ord + 'static {
    /// Whether it is one resident and their staff alone.
    const PERSONAL: bool;
}

/// Anybody: it may be on the website and in every paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Public;

/// One resident, and the staff who help them. It never leaves the private folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Personal;

impl Audience for Public {
    const PERSONAL: bool = false;
}
impl Audience for Personal {
    const PERSONAL: bool = true;
}

mod sealed {
    /// Keeps the list of audiences closed.
    pub trait Sealed {}
    impl Sealed for super::Public {}
    impl Sealed for super::Personal {}
}

/// A place in a source: which file, and where in it. Lines and columns count from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The number of the file in [`crate::source::Sources`].
    pub file: u32,
    /// The line, from 1; 0 where there is no line (a fixed text, a whole file).
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// How many characters it covers on that line; at least 1 where there is a line.
    pub width: u32,
}

/// Where letters come from: the line of content they are a fact of, and the line of a words file that says them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Origin {
    /// The line of the home's own content; none where our words say them.
    pub fact: Option<Span>,
    /// The line of a words file, or of Markdown of the home's own; its file may be a number of [`THEME`].
    pub said: Option<Span>,
    /// Whether they stand in a resident's record.
    pub personal: bool,
    /// The language they are in, where it is another than that of what surrounds them.
    pub language: Option<Language>,
}

impl Origin {
    /// From nowhere that anybody could change: a label, a number of pages.
    pub const NONE: Self = Self { fact: None, said: None, personal: false, language: None };

    /// A fact of the home's, in nobody's sentence.
    #[must_use]
    pub fn fact(span: Span) -> Self {
        Self { fact: Some(span), ..Self::NONE }
    }
}

/// The first of the numbers that stand for words files of the theme: those of content are smaller.
pub const THEME: u32 = 1 << 31;

/// A text with the place it was written and the type of who may read it.
#[derive(Clone, PartialEq)]
pub struct Text<A: Audience> {
    words: Letters,
    span: Span,
    audience: PhantomData<A>,
}

impl<A: Audience> Text<A> {
    /// The place it was written.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether nothing but white space was written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.words.trim().is_empty()
    }
}

impl Text<Public> {
    /// A text of ours, the same in every home.
    #[must_use]
    pub fn fixed(words: &'static str) -> Self {
        Self { words: Letters::of(words), span: Span::default(), audience: PhantomData }
    }

    /// The letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.words
    }

    /// The same text for a resident's own papers. There is no way back.
    #[must_use]
    pub fn personal(self) -> Text<Personal> {
        Text { words: self.words, span: self.span, audience: PhantomData }
    }
}

impl fmt::Display for Text<Public> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl fmt::Debug for Text<Public> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.words, f)
    }
}

impl fmt::Debug for Text<Personal> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("‹personal›")
    }
}

impl Text<Personal> {
    /// The letters, for composing a pack and for nothing else.
    pub(crate) fn inside(&self) -> &str {
        &self.words
    }
}

impl<'de> Deserialize<'de> for Text<Personal> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        placed(deserializer).map(|(words, span)| Self { words: Letters::of(words), span, audience: PhantomData })
    }
}

/// Into the words of a pack a text goes with marks that say whose it is. A public document drops what stands between them.
impl Serialize for Text<Personal> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&personal(&mark(&self.words, self.span)))
    }
}

/// The name under which [`Text`] asks a reader of content for its letters *and* their place. `crate::read::shape` answers it.
pub(crate) const TEXT: &str = "$homepack::Text";

impl<'de> Deserialize<'de> for Text<Public> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        placed(deserializer).map(|(words, span)| Self { words: Letters::of(words), span, audience: PhantomData })
    }
}

/// Reads letters with their place, from a reader that knows [`TEXT`].
pub(crate) fn placed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(String, Span), D::Error> {
    deserializer.deserialize_newtype_struct(TEXT, Placed)
}

/// Receives letters and their place.
struct Placed;

impl<'de> Visitor<'de> for Placed {
    type Value = (String, Span);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut parts: S) -> Result<Self::Value, S::Error> {
        let missing = || de::Error::custom("text");
        let words: String = parts.next_element()?.ok_or_else(missing)?;
        let mut number = || parts.next_element::<u32>()?.ok_or_else(missing);
        let span = Span { file: number()?, line: number()?, column: number()?, width: number()? };
        Ok((words, span))
    }
}

/// Into the words of a page a text goes with marks around it; see [`mark`].
impl Serialize for Text<Public> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&mark(&self.words, self.span))
    }
}

/// Begins a mark: the place follows in digits of its own, then [`OPEN`], the letters, [`CLOSE`].
const BEGIN: char = '\u{E000}';
/// Begins a line's mark: the place follows, then [`OPEN`]. All letters up to the next one are said by that line.
const LINE: char = '\u{E005}';
/// Begins a mark around letters of a resident's record.
const PERSONAL: char = '\u{E006}';
/// Begins words in another language: its place in the list follows, then [`OPEN`]. [`TONGUE_END`] ends them.
const TONGUE: char = '\u{E007}';
/// Ends words in another language.
const TONGUE_END: char = '\u{E008}';
/// Between the place and the letters of a mark.
const OPEN: char = '\u{E001}';
/// Ends the letters of a mark.
const CLOSE: char = '\u{E002}';
/// Digits and the comma of a place are shifted here, so that no Markdown or template rule can meet them.
const DIGITS: u32 = 0xE010;

/// Wraps letters in private-use marks that carry their place through templates and Markdown. [`unmark`] takes them off.
#[must_use]
pub(crate) fn mark(words: &str, span: Span) -> String {
    let mut out = String::with_capacity(words.len() + 24);
    begin(&mut out, BEGIN, &[span.file, span.line, span.column, span.width]);
    out.extend(words.chars().filter(|c| !is_mark(*c)));
    out.push(CLOSE);
    out
}

/// The same letters, marked as a resident's own.
#[must_use]
pub(crate) fn personal(marked: &str) -> String {
    marked.replace(BEGIN, &PERSONAL.to_string())
}

/// The same letters, marked as words in a language.
#[must_use]
pub(crate) fn in_language(marked: &str, language: Language) -> String {
    let mut out = String::with_capacity(marked.len() + 12);
    begin(&mut out, TONGUE, &[language.place()]);
    out.push_str(marked);
    out.push(TONGUE_END);
    out
}

/// The mark of a line of a words file, or of Markdown: everything after it is said there. [`unmark`] takes it off.
#[must_use]
pub(crate) fn line_mark(file: u32, line: u32, column: u32) -> String {
    let mut out = String::with_capacity(32);
    begin(&mut out, LINE, &[file, line, column, 1]);
    out
}

/// Begins a mark with its place.
fn begin(out: &mut String, sign: char, numbers: &[u32]) {
    out.push(sign);
    for (i, n) in numbers.iter().enumerate() {
        if i > 0 {
            out.push(digit(10));
        }
        for d in n.to_string().bytes() {
            out.push(digit(u32::from(d - b'0')));
        }
    }
    out.push(OPEN);
}

/// A digit of a place (10 is the comma) as a private-use character.
fn digit(n: u32) -> char {
    char::from_u32(DIGITS + n).expect("DIGITS to DIGITS + 10 are private-use characters")
}

/// Whether a character is one of ours. Content that holds one loses it.
#[must_use]
pub(crate) fn is_mark(c: char) -> bool {
    ('\u{E000}'..='\u{E01F}').contains(&c)
}

/// Whether letters carry a mark: they were written somewhere as words for a reader.
#[must_use]
pub(crate) fn is_marked(letters: &str) -> bool {
    letters.contains(BEGIN)
}

/// Takes the marks off: runs of letters, each with where it comes from.
///
/// `inside` carries open marks from one call to the next, because Markdown may cut a value into several runs.
pub(crate) fn unmark(marked: &str, inside: &mut Origin) -> Vec<(String, Origin)> {
    let mut runs = Vec::new();
    let mut rest = marked;
    while let Some(at) = rest.find([BEGIN, PERSONAL, LINE, TONGUE, TONGUE_END, CLOSE]) {
        flush(&mut runs, &rest[..at], *inside);
        let mut after = rest[at..].chars();
        match after.next() {
            Some(BEGIN) => inside.fact = Some(place(&mut after)),
            Some(PERSONAL) => (inside.fact, inside.personal) = (Some(place(&mut after)), true),
            Some(LINE) => inside.said = Some(place(&mut after)),
            Some(TONGUE) => inside.language = Language::at(place(&mut after).file as usize),
            Some(TONGUE_END) => inside.language = None,
            _ => (inside.fact, inside.personal) = (None, false),
        }
        rest = after.as_str();
    }
    flush(&mut runs, rest, *inside);
    runs
}

/// The letters without their marks.
#[must_use]
pub(crate) fn plain(marked: &str) -> String {
    unmark(marked, &mut Origin::default()).into_iter().map(|(words, _)| words).collect()
}

/// Ends a run, unless it is empty.
fn flush(runs: &mut Vec<(String, Origin)>, run: &str, origin: Origin) {
    if !run.is_empty() {
        runs.push((run.to_owned(), origin));
    }
}

/// Reads the place of a mark, up to and with [`OPEN`].
fn place(chars: &mut std::str::Chars<'_>) -> Span {
    let mut numbers = [0u32; 4];
    let mut at = 0;
    for c in chars.by_ref().take_while(|c| *c != OPEN) {
        match (c as u32).wrapping_sub(DIGITS) {
            d @ 0..=9 => numbers[at] = numbers[at].saturating_mul(10).saturating_add(d),
            _ => at = (at + 1).min(3),
        }
    }
    Span { file: numbers[0], line: numbers[1], column: numbers[2], width: numbers[3] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marked_text_comes_back_with_its_place() {
        let span = Span { file: 3, line: 12, column: 7, width: 4 };
        let around = format!("Ask {} today", mark("Bea O’Hara", span));
        let runs = unmark(&around, &mut Origin::default());
        assert_eq!(runs[0], ("Ask ".into(), Origin::NONE));
        assert_eq!(runs[1], ("Bea O’Hara".into(), Origin::fact(span)));
        assert_eq!(runs[2], (" today".into(), Origin::NONE));
    }

    #[test]
    fn every_letter_after_a_line_mark_is_said_by_that_line() {
        let marked = format!("{}Ask {} today{}.", line_mark(7, 3, 1), mark("Bea", Span::default()), line_mark(7, 4, 1));
        let runs = unmark(&marked, &mut Origin::default());
        let lines: Vec<_> = runs.iter().map(|(letters, from)| (letters.as_str(), from.said.map(|s| s.line))).collect();
        assert_eq!(lines, [("Ask ", Some(3)), ("Bea", Some(3)), (" today", Some(3)), (".", Some(4))]);
    }

    #[test]
    fn words_in_another_language_say_which() {
        let welsh = Language::named("Welsh").expect("it is known");
        let marked = format!("Say {} to her.", in_language(&personal(&mark("Bore da", Span::default())), welsh));
        let runs = unmark(&marked, &mut Origin::default());
        let tongues: Vec<_> = runs.iter().map(|(letters, from)| (letters.as_str(), from.language)).collect();
        assert_eq!(tongues, [("Say ", None), ("Bore da", Some(welsh)), (" to her.", None)]);
    }

    #[test]
    fn content_cannot_forge_a_mark() {
        let forged = mark("a\u{E002}b\u{E000}c", Span::default());
        assert_eq!(plain(&forged), "abc");
    }

    #[test]
    fn a_personal_text_never_shows_its_letters() {
        let text = Text::fixed("Bea").personal();
        assert_eq!(format!("{text:?}"), "‹personal›");
    }
}
