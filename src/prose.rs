//! Running text as the linter reads it: one passage after another, each with the way back to where it stands.
//!
//! Comes from: a composed [`crate::document::Document`], or a file somebody already has (`statement`). Goes to: `wording`,
//! which judges it, and to the report, which shows it again with the words marked.

pub mod composed;

use std::ops::Range;

use camino::Utf8PathBuf;
use serde::{Deserialize, Serialize};

use crate::text::Origin;

/// One text, in the order in which it is read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Prose {
    /// The file as the manager would type it; `-` for the standard input. Whoever hands it on knows it already.
    #[serde(skip)]
    pub path: Utf8PathBuf,
    /// Everything there is to read.
    pub passages: Vec<Passage>,
    /// Why some of it could not be read, a sentence each. Text with anything here never passes as clean.
    pub unread: Vec<String>,
    /// The letters of the file, where it is one of letters (Markdown, HTML, plain text); bytes of places count in them.
    #[serde(skip)]
    pub letters: Option<String>,
}

/// A heading, a paragraph, a point of a list, a cell.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    /// What it is.
    pub part: Part,
    /// Its letters. White space is run together; a line that goes on is one line.
    pub text: String,
    /// The nearest heading above, as an index into [`Prose::passages`]; for a heading the one it stands under.
    pub under: Option<usize>,
    /// Which passage it is under its heading, from 1; 0 for a heading.
    pub paragraph: u32,
    /// The page it begins on, from 1, where the file has pages.
    pub page: Option<u32>,
    /// The parts of the text that lead somewhere, in bytes.
    pub links: Vec<Range<usize>>,
    /// The parts that are written as for a machine: shown, never judged. In bytes of the text.
    pub code: Vec<Range<usize>>,
    /// Where the letters come from, in the order of the text; the first begins at 0. Empty where nobody can point at them, as in
    /// a foreign document.
    #[serde(skip)]
    pub pieces: Vec<Piece>,
}

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Part {
    /// A heading of this level, from 1.
    Heading(u8),
    /// Running words.
    #[default]
    Paragraph,
    /// A point of a list without an order.
    Point,
    /// A step, or a point with a number.
    Step,
    /// A cell of a table, with its row from 0; row 0 is the one that names the columns.
    Cell(u32),
    /// A short name for what stands beside it, a caption, a button.
    Label,
    /// Words of somebody who is quoted: they may say it their way.
    Quote,
    /// A footnote, a header, a footer, a text box: read last, under no heading.
    Aside,
    /// The end of a line of an address, a time, a number: shown, never judged.
    Plain,
}

/// From a byte of a passage on, where its letters come from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece {
    /// The first byte of the passage's text.
    pub at: usize,
    /// Where it comes from.
    pub from: From,
}

/// Where letters come from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum From {
    /// They stand letter for letter in the file, from this byte of [`Prose::letters`] on.
    Letters(usize),
    /// They stand for these bytes of the file, in other letters (`&amp;`, a line's end).
    Instead(usize, usize),
    /// A fact of the home's content, in a sentence of a words file.
    Origin(Origin),
    /// Nobody can point at them.
    Nowhere,
}

impl Prose {
    /// The words of the heading a passage stands under, if there is one.
    #[must_use]
    pub fn heading(&self, passage: usize) -> Option<&str> {
        let under = self.passages.get(passage)?.under?;
        self.passages.get(under).map(|heading| heading.text.as_str())
    }

    /// The bytes of [`Prose::letters`] that some bytes of a passage stand for; none where there are none of their own.
    #[must_use]
    pub fn bytes(&self, passage: usize, words: &Range<usize>) -> Option<Range<usize>> {
        let passage = self.passages.get(passage)?;
        let start = passage.byte(words.start, false)?;
        let end = passage.byte(words.end, true)?;
        (start <= end).then_some(start..end)
    }
}

impl Passage {
    /// The piece that the byte before `at` (for an end) or at `at` (for a start) lies in, followed back to the file.
    fn byte(&self, at: usize, end: bool) -> Option<usize> {
        let inside = |piece: &Piece| if end { piece.at < at || at == 0 } else { piece.at <= at };
        let piece = self.pieces.get(self.pieces.partition_point(inside).checked_sub(1)?)?;
        match piece.from {
            From::Letters(byte) => Some(byte + (at - piece.at)),
            From::Instead(from, to) => Some(if end { to } else { from }),
            From::Origin(_) | From::Nowhere => None,
        }
    }

    /// Where the letter at a byte of the text was said, in content that was composed.
    #[must_use]
    pub fn origin(&self, at: usize) -> Option<Origin> {
        let piece = self.pieces.get(self.pieces.partition_point(|piece| piece.at <= at).checked_sub(1)?)?;
        match piece.from {
            From::Origin(origin) => Some(origin),
            _ => None,
        }
    }

    /// Whether it is a heading.
    #[must_use]
    pub fn is_heading(&self) -> bool {
        matches!(self.part, Part::Heading(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lead_back_to_the_bytes_of_the_file() {
        let pieces = vec![
            Piece { at: 0, from: From::Letters(10) },
            Piece { at: 4, from: From::Instead(14, 19) },
            Piece { at: 5, from: From::Letters(19) },
        ];
        let passage = Passage { text: "Tea & cake".into(), pieces, ..Passage::default() };
        let prose = Prose { passages: vec![passage], ..Prose::default() };
        assert_eq!(prose.bytes(0, &(0..3)), Some(10..13));
        assert_eq!(prose.bytes(0, &(4..10)), Some(14..24));
        assert_eq!(prose.bytes(0, &(0..5)), Some(10..19));
    }
}
