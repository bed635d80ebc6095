//! A statement in HTML, or a piece of HTML in another one, as it is read out: what is hidden or only leads around the site is not.
//!
//! Comes from: letters. Goes to: [`Prose`], each letter with its byte; `&amp;` stands for its five.

mod elements;

use std::convert::Infallible;
use std::ops::Range;

use camino::Utf8Path;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use self::elements::{Kind, closed_by, kind};
use super::passages::Passages;
use super::unreadable::NESTED;
use crate::prose::{Part, Prose};

/// How many elements may stand within one another.
const DEPTH: usize = 256;

pub(super) fn read(path: &Utf8Path, letters: String) -> Prose {
    let mut passages = Passages::new(path);
    fragment(&mut passages, &letters, 0..letters.len());
    passages.finish(Some(letters))
}

/// Reads the HTML in some bytes of a file.
pub(super) fn fragment(passages: &mut Passages, letters: &str, range: Range<usize>) {
    let Some(inside) = letters.get(range.clone()) else { return };
    let mut walk = Walk { passages, letters: inside, byte: range.start, open: Vec::new(), tag: Tag::default() };
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| -> Option<Infallible> {
        walk.event(&event, span);
        None
    });
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(inside, emitter).finish().map(drop);
    walk.passages.end();
}

/// An element that has begun and not ended.
struct Element {
    name: String,
    kind: Kind,
    /// What words directly in it are.
    part: Part,
    hidden: bool,
    /// For a table, how many rows have begun; for a row, which it is.
    row: u32,
}

/// A tag while its attributes are read.
#[derive(Default)]
struct Tag {
    name: String,
    attribute: String,
    hidden: bool,
    alt: Option<(String, Range<usize>)>,
    /// Where it begins.
    byte: usize,
}

struct Walk<'a> {
    passages: &'a mut Passages,
    letters: &'a str,
    byte: usize,
    open: Vec<Element>,
    tag: Tag,
}

impl Walk<'_> {
    fn event(&mut self, event: &CallbackEvent, span: Span<usize>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                let name = String::from_utf8_lossy(name).into_owned();
                self.tag = Tag { name, byte: self.byte + span.start, ..Tag::default() };
            }
            CallbackEvent::AttributeName { name } => {
                self.tag.attribute = String::from_utf8_lossy(name).into_owned();
                self.tag.hidden |= *name == b"hidden";
            }
            CallbackEvent::AttributeValue { value } => self.attribute(value, span),
            CallbackEvent::CloseStartTag { .. } => self.start(self.byte + span.end),
            CallbackEvent::EndTag { name } => self.finish(&String::from_utf8_lossy(name)),
            CallbackEvent::String { value } => self.words(value, span.start),
            _ => {}
        }
    }

    fn attribute(&mut self, value: &[u8], span: Span<usize>) {
        let value = String::from_utf8_lossy(value);
        match self.tag.attribute.as_str() {
            "aria-hidden" => self.tag.hidden |= value.trim() == "true",
            "role" => self.tag.hidden |= value.trim() == "navigation",
            "style" => {
                let style: String = value.chars().filter(|c| !c.is_whitespace()).collect();
                self.tag.hidden |= style.contains("display:none") || style.contains("visibility:hidden");
            }
            "alt" => self.tag.alt = Some((value.into_owned(), span.start..span.end)),
            _ => {}
        }
    }

    fn start(&mut self, end: usize) {
        let tag = std::mem::take(&mut self.tag);
        let kind = kind(&tag.name);
        self.close_implied(&tag.name);
        match kind {
            Kind::Break => return self.passages.instead(" ", tag.byte, end),
            Kind::Picture => return self.picture(&tag),
            Kind::Void => return self.passages.end(),
            Kind::Nothing => return,
            _ => {}
        }
        if self.open.len() >= DEPTH {
            self.passages.unread(NESTED);
            return;
        }
        let hidden = tag.hidden || kind == Kind::Skipped || self.open.last().is_some_and(|element| element.hidden);
        let (part, row) = self.part(kind, &tag.name);
        if kind == Kind::Link && !hidden {
            self.passages.link();
        }
        if kind.is_block() {
            self.passages.end();
        }
        self.open.push(Element { name: tag.name, kind, part, hidden, row });
    }

    /// What words directly in a new element are, and its row.
    fn part(&mut self, kind: Kind, name: &str) -> (Part, u32) {
        let around = self.open.last().map_or(Part::Paragraph, |element| element.part);
        let quoted = around == Part::Quote;
        match kind {
            Kind::Heading(level) => (Part::Heading(level), 0),
            Kind::Point if quoted => (Part::Quote, 0),
            Kind::Point if self.nearest(&["ul", "ol", "menu"]).is_some_and(|list| list.name == "ol") => (Part::Step, 0),
            Kind::Point => (Part::Point, 0),
            Kind::Quote => (Part::Quote, 0),
            Kind::Label => (Part::Label, 0),
            Kind::Plain => (Part::Plain, 0),
            Kind::Row => (around, self.next_row()),
            Kind::Cell => (Part::Cell(self.cell_row(name == "th")), 0),
            _ => (around, 0),
        }
    }

    /// The number of a row that begins: 0 for the first.
    fn next_row(&mut self) -> u32 {
        let Some(table) = self.open.iter_mut().rev().find(|element| element.name == "table") else { return 0 };
        table.row += 1;
        table.row - 1
    }

    /// The row of a cell. A first row of plain cells names no columns, so rows are counted from 1 then.
    fn cell_row(&mut self, names: bool) -> u32 {
        let row = self.nearest(&["tr"]).map_or(1, |row| row.row);
        let head = names || self.nearest(&["thead", "table"]).is_some_and(|part| part.name == "thead");
        if row > 0 || head {
            return row;
        }
        if let Some(table) = self.open.iter_mut().rev().find(|element| element.name == "table") {
            table.row = table.row.max(2);
        }
        1
    }

    fn nearest(&self, names: &[&str]) -> Option<&Element> {
        self.open.iter().rev().find(|element| names.contains(&element.name.as_str()))
    }

    /// Ends what HTML lets people leave open: a paragraph before a list, a point before the next.
    fn close_implied(&mut self, name: &str) {
        let (closes, within) = closed_by(name);
        if closes.is_empty() {
            return;
        }
        let at = self
            .open
            .iter()
            .rposition(|element| closes.contains(&element.name.as_str()) || within.contains(&element.name.as_str()));
        if let Some(at) = at.filter(|at| closes.contains(&self.open[*at].name.as_str())) {
            self.close(at);
        }
    }

    fn finish(&mut self, name: &str) {
        if let Some(at) = self.open.iter().rposition(|element| element.name == name) {
            self.close(at);
        }
    }

    /// Ends an element and all that is open in it.
    fn close(&mut self, at: usize) {
        for element in self.open.drain(at..).rev() {
            if element.kind == Kind::Link && !element.hidden {
                self.passages.unlink();
            }
            if element.kind.is_block() {
                self.passages.end();
            }
        }
    }

    fn picture(&mut self, tag: &Tag) {
        let hidden = tag.hidden || self.open.last().is_some_and(|element| element.hidden);
        let Some((words, range)) = tag.alt.as_ref().filter(|_| !hidden) else { return };
        self.passages.enter(Part::Label);
        self.place(words, range.start);
        self.passages.leave();
    }

    fn words(&mut self, words: &[u8], start: usize) {
        let (part, hidden) =
            self.open.last().map_or((Part::Paragraph, false), |element| (element.part, element.hidden));
        if !hidden {
            self.passages.part = part;
            self.place(&String::from_utf8_lossy(words), start);
        }
    }

    /// Finds the bytes that words stand for, from a byte on: letter for letter up to the next `&`, and again after it.
    fn place(&mut self, mut words: &str, start: usize) {
        let (mut raw, mut byte) = (self.letters.get(start..).unwrap_or_default(), self.byte + start);
        while !words.is_empty() {
            let same = same_start(words.as_bytes(), raw.as_bytes());
            let same = (0..=same).rev().find(|at| words.is_char_boundary(*at)).unwrap_or(0);
            self.passages.letters(&words[..same], byte);
            (words, raw, byte) = (&words[same..], raw.get(same..).unwrap_or_default(), byte + same);
            if words.is_empty() {
                break;
            }
            // An end tag without a name is no tag at all.
            if let Some(rest) = raw.strip_prefix("</>") {
                (raw, byte) = (rest, byte + 3);
                continue;
            }
            let (letters, bytes) = reference(words, raw);
            self.passages.instead(&words[..letters], byte, byte + bytes);
            (words, raw, byte) = (&words[letters..], raw.get(bytes..).unwrap_or_default(), byte + bytes);
        }
    }
}

/// How many bytes the words and the file have in common before a reference, or an end tag without a name.
fn same_start(words: &[u8], raw: &[u8]) -> usize {
    let goes_on =
        |at: usize| words[at] == raw[at] && raw[at] != b'&' && !(raw[at] == b'<' && raw[at..].starts_with(b"</>"));
    let most = words.len().min(raw.len());
    (0..most).find(|at| !goes_on(*at)).unwrap_or(most)
}

/// How many bytes of the words, and of what stands in the file, one reference or line's end takes.
fn reference(words: &str, raw: &str) -> (usize, usize) {
    let first = words.chars().next().map_or(0, char::len_utf8);
    if let Some(rest) = raw.strip_prefix('\r') {
        return (first, 1 + usize::from(rest.starts_with('\n')));
    }
    let name = raw.strip_prefix('&').map_or(0, |name| {
        name.bytes().take(40).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count()
    });
    let end = 1 + name + usize::from(raw.get(1 + name..).is_some_and(|rest| rest.starts_with(';')));
    // A bare “&”, as in “B&Q”.
    if name == 0 || words.get(..end) == raw.get(..end) {
        return (first, usize::from(!raw.is_empty()).min(first));
    }
    // Some references stand for two letters; the words go on after as the file does.
    let second = words[first..].chars().next().map_or(0, char::len_utf8);
    let goes_on = |from: usize| {
        let (words, raw) = (&words.as_bytes()[from..], raw.get(end..).unwrap_or_default().as_bytes());
        words.first() == raw.first() || matches!(raw.first(), Some(b'&' | b'\r'))
    };
    if second > 0 && !goes_on(first) && goes_on(first + second) { (first + second, end) } else { (first, end) }
}
