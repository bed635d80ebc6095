//! Passages as a reader meets them: letters go in as they stand in the file, and come out with white space run together, each with
//! the way back to its bytes. What is read last, such as a footnote, waits until the end.

use camino::Utf8Path;

use crate::limits::STATEMENT;
use crate::prose::{From, Part, Passage, Piece, Prose};

/// How many passages are read: those of many hundred statements.
const PASSAGES: usize = 100_000;
/// How many pieces they may be made of.
const PIECES: usize = 1_000_000;
/// How many of them may stand inside each other. What is deeper is read as part of what it stands in.
const WITHIN: usize = 64;

/// A statement while it is being read.
#[derive(Debug, Default)]
pub(super) struct Passages {
    /// What the next letters are, where a passage begins with them.
    pub(super) part: Part,
    /// The page the next passage begins on.
    pub(super) page: Option<u32>,
    prose: Prose,
    headings: Vec<(u8, usize)>,
    paragraph: u32,
    open: Open,
    outer: Vec<(Open, Option<Part>)>,
    always: Option<Part>,
    asides: Vec<Passage>,
    made: usize,
    pieces: usize,
    /// The letters of the passages that have ended, in bytes.
    letters: usize,
    /// How many passages begin inside another that is deep enough already.
    deeper: usize,
    /// There is more than anybody reads: the rest is let go.
    full: bool,
}

/// A passage that has not ended yet.
#[derive(Debug, Default)]
struct Open {
    passage: Passage,
    /// White space that counts only if more letters follow.
    space: Option<From>,
    /// Where links began that are still open.
    links: Vec<usize>,
    /// What stood inside it, and is read after it.
    after: Vec<Passage>,
}

/// Where some letters stand.
#[derive(Debug, Clone, Copy)]
enum Stand {
    /// From this byte of the file on, letter for letter.
    At(usize),
    /// All of them for these bytes.
    For(usize, usize),
    /// Nobody can say.
    Nowhere,
}

impl Stand {
    /// Where the letters from `start` to `end` of a run stand.
    fn part(self, start: usize, end: usize, space: bool) -> From {
        match self {
            Self::At(byte) if space => From::Instead(byte + start, byte + end),
            Self::At(byte) => From::Letters(byte + start),
            Self::For(from, to) => From::Instead(from, to),
            Self::Nowhere => From::Nowhere,
        }
    }
}

/// What one letter is to a reader.
enum Letter {
    Seen,
    Space,
    Unseen,
}

impl Passages {
    pub(super) fn new(path: &Utf8Path) -> Self {
        Self { prose: Prose { path: path.to_owned(), ..Prose::default() }, ..Self::default() }
    }

    /// Letters that stand in the file as they are, from a byte on.
    pub(super) fn letters(&mut self, letters: &str, byte: usize) {
        self.write(letters, Stand::At(byte));
    }

    /// Letters that stand for some bytes of the file.
    pub(super) fn instead(&mut self, letters: &str, from: usize, to: usize) {
        self.write(letters, Stand::For(from, to));
    }

    /// Letters of a file that is not one of letters.
    pub(super) fn nowhere(&mut self, letters: &str) {
        self.write(letters, Stand::Nowhere);
    }

    /// The letters of a link follow.
    pub(super) fn link(&mut self) {
        let start = self.next();
        self.open.links.push(start);
    }

    /// Where the next letter will stand in the passage's text.
    pub(super) fn next(&self) -> usize {
        let text = &self.open.passage.text;
        text.len() + usize::from(!text.is_empty() && self.open.space.is_some())
    }

    /// What was written from a byte of the passage on is code.
    pub(super) fn code(&mut self, start: usize) {
        let end = self.open.passage.text.len();
        if start < end {
            self.open.passage.code.push(start..end);
        }
    }

    /// The link that was begun last ends here.
    pub(super) fn unlink(&mut self) {
        if let Some(start) = self.open.links.pop() {
            let end = self.open.passage.text.len();
            if start < end {
                self.open.passage.links.push(start..end);
            }
        }
    }

    /// The passage ends here, if there is one.
    pub(super) fn end(&mut self) {
        while !self.open.links.is_empty() {
            self.unlink();
        }
        let Open { mut passage, after, .. } = std::mem::take(&mut self.open);
        if matches!(passage.pieces.as_slice(), [Piece { from: From::Nowhere, .. }]) {
            passage.pieces.clear();
        }
        self.made += usize::from(!passage.text.is_empty());
        self.pieces += passage.pieces.len();
        self.letters += passage.text.len();
        self.limit(self.pieces, self.letters);
        let passages = (!passage.text.is_empty()).then_some(passage).into_iter().chain(after);
        match self.outer.last_mut() {
            Some((outer, _)) => outer.after.extend(passages),
            None => passages.for_each(|passage| self.place(passage)),
        }
    }

    /// Something of its own begins inside the passage: a text box, a footnote, the words of a picture.
    pub(super) fn enter(&mut self, part: Part) {
        if self.outer.len() >= WITHIN {
            self.deeper += 1;
            return;
        }
        self.outer.push((std::mem::take(&mut self.open), self.always.replace(part)));
    }

    /// It ends, and the passage around it goes on.
    pub(super) fn leave(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        self.end();
        if let Some((open, always)) = self.outer.pop() {
            self.open = open;
            self.always = always;
        }
        if self.outer.is_empty() && self.open.passage.text.is_empty() {
            self.end();
        }
    }

    /// Takes back a hyphen that only broke a word at the end of a line.
    pub(super) fn take_back_hyphen(&mut self) {
        let text = &mut self.open.passage.text;
        text.truncate(text.trim_end_matches(['-', '\u{2010}']).len());
    }

    /// Whether something is open that stands inside a passage.
    pub(super) fn is_within(&self) -> bool {
        !self.outer.is_empty()
    }

    /// Says why some of it could not be read.
    pub(super) fn unread(&mut self, why: impl Into<String>) {
        let why = why.into();
        if !self.prose.unread.contains(&why) {
            self.prose.unread.push(why);
        }
    }

    /// Whether there is more than anybody reads, so that the rest is let go.
    pub(super) fn is_full(&self) -> bool {
        self.full
    }

    /// Whether anything at all was read.
    pub(super) fn is_empty(&self) -> bool {
        self.prose.passages.is_empty() && self.asides.is_empty() && self.open.passage.text.is_empty()
    }

    /// What stands apart and has been read so far.
    pub(super) fn asides(&mut self) -> &mut Vec<Passage> {
        &mut self.asides
    }

    /// Everything that was read, in order.
    pub(super) fn finish(mut self, letters: Option<String>) -> Prose {
        while !self.outer.is_empty() {
            self.leave();
        }
        self.end();
        for (passage, paragraph) in self.asides.drain(..).zip(1..) {
            self.prose.passages.push(Passage { paragraph, ..passage });
        }
        self.prose.letters = letters;
        self.prose
    }

    /// Ends the reading where there is far more than any statement has.
    fn limit(&mut self, pieces: usize, letters: usize) {
        if !self.full && (self.made >= PASSAGES || pieces >= PIECES || STATEMENT.is_passed_by(letters)) {
            self.full = true;
            self.unread(STATEMENT.said);
        }
    }

    /// Puts a passage where it belongs: under the nearest heading.
    fn place(&mut self, mut passage: Passage) {
        let number = self.prose.passages.len();
        match passage.part {
            // A footer that is only the number of its page says nothing.
            Part::Aside if !passage.text.contains(char::is_alphabetic) => return,
            Part::Aside => return self.asides.push(passage),
            Part::Heading(level) => {
                self.headings.retain(|(above, _)| *above < level);
                passage.under = self.headings.last().map(|(_, heading)| *heading);
                self.headings.push((level, number));
                self.paragraph = 0;
            }
            _ => {
                self.paragraph += 1;
                passage.paragraph = self.paragraph;
                passage.under = self.headings.last().map(|(_, heading)| *heading);
            }
        }
        self.prose.passages.push(passage);
    }

    /// Takes letters: runs of seen ones as they are, white space as one space, unseen ones not at all.
    fn write(&mut self, letters: &str, stand: Stand) {
        let bytes = letters.as_bytes();
        let (mut start, mut at) = (0, 0);
        while at < bytes.len() {
            // One space between two letters stays where it is; that is most of any text.
            let between = bytes[at] == b' ' && at > start && bytes.get(at + 1).is_some_and(u8::is_ascii_graphic);
            if bytes[at].is_ascii_graphic() || between {
                at += 1;
                continue;
            }
            let (letter, width) = look(letters, at);
            if !matches!(letter, Letter::Seen) {
                self.keep(&letters[start..at], stand.part(start, at, false));
                if matches!(letter, Letter::Space) {
                    self.space(stand.part(at, at + width, bytes[at] != b' '));
                }
                start = at + width;
            }
            at += width;
        }
        self.keep(&letters[start..], stand.part(start, bytes.len(), false));
    }

    /// White space: it counts once, and only between letters.
    fn space(&mut self, from: From) {
        if self.open.passage.text.is_empty() {
            return;
        }
        self.open.space = Some(match (self.open.space, from) {
            (None, from) => from,
            (Some(before), after) => match (bounds(before), bounds(after)) {
                (Some((start, _)), Some((_, end))) => From::Instead(start, end),
                _ => From::Nowhere,
            },
        });
    }

    /// Letters with no white space to run together.
    fn keep(&mut self, letters: &str, from: From) {
        if letters.is_empty() || self.full {
            return;
        }
        let left = STATEMENT.most.saturating_sub(self.letters + self.open.passage.text.len());
        // One letter more than there is room for, so that the limit is met.
        let letters = if letters.len() > left { &letters[..letters.ceil_char_boundary(left + 1)] } else { letters };
        if self.open.passage.text.is_empty() {
            self.open.passage.part = self.always.unwrap_or(self.part);
            self.open.passage.page = self.page;
        }
        if let Some(space) = self.open.space.take() {
            self.open.add(" ", space);
        }
        self.open.add(letters, from);
        self.limit(self.pieces + self.open.passage.pieces.len(), self.letters + self.open.passage.text.len());
    }
}

impl Open {
    /// Adds letters, in a piece of their own only where they do not follow on from the last.
    fn add(&mut self, letters: &str, from: From) {
        let Passage { text, pieces, .. } = &mut self.passage;
        let follows = pieces.last().is_some_and(|piece| match (piece.from, from) {
            (From::Letters(before), From::Letters(now)) => before + (text.len() - piece.at) == now,
            (before, now) => before == now,
        });
        if !follows {
            pieces.push(Piece { at: text.len(), from });
        }
        text.push_str(letters);
    }
}

/// The bytes that a space stands for.
fn bounds(from: From) -> Option<(usize, usize)> {
    match from {
        From::Letters(byte) => Some((byte, byte + 1)),
        From::Instead(start, end) => Some((start, end)),
        From::Origin(_) | From::Nowhere => None,
    }
}

/// What the letter at a byte is, and its width.
fn look(letters: &str, at: usize) -> (Letter, usize) {
    let Some(letter) = letters[at..].chars().next() else { return (Letter::Unseen, 1) };
    let kind = match letter {
        letter if letter.is_whitespace() => Letter::Space,
        // Soft hyphens, marks of width nothing and of direction, byte order marks, and our own marks.
        '\u{AD}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => Letter::Unseen,
        letter if letter.is_control() || crate::text::is_mark(letter) => Letter::Unseen,
        _ => Letter::Seen,
    };
    (kind, letter.len_utf8())
}
