//! A composed Document as running text: what will be read is what is judged, and each letter still knows its line.
//!
//! Comes from: `compose`, which has filled in the words. Goes to: `wording`.

use std::ops::Range;

use camino::Utf8PathBuf;

use super::{From, Part, Passage, Piece, Prose};
use crate::document::{Block, Contact, Document, Fact, Inline, Rating, Section, Target, all_letters};
use crate::text::{Audience, Origin, Public};

/// A document as running text, under the name it is read by.
#[must_use]
pub fn document(path: impl Into<Utf8PathBuf>, document: &Document<Public>) -> Prose {
    of(path, document)
}

/// The same for any reader. What it gives is judged and then let go: it must never be shown where the document may not be.
pub(crate) fn of<A: Audience>(path: impl Into<Utf8PathBuf>, document: &Document<A>) -> Prose {
    let mut writer = Writer::default();
    writer.heading(1, &document.title);
    writer.blocks(&document.blocks, Part::Paragraph);
    document.sections.iter().for_each(|section| writer.section(2, section));
    Prose { path: path.into(), passages: writer.passages, ..Prose::default() }
}

/// Lines that stand alone, such as notices, as running text.
#[must_use]
pub fn lines(path: impl Into<Utf8PathBuf>, lines: &[Vec<Inline<Public>>]) -> Prose {
    let mut writer = Writer::default();
    lines.iter().for_each(|line| writer.line(Part::Paragraph, line));
    Prose { path: path.into(), passages: writer.passages, ..Prose::default() }
}

/// Writes passages one after another.
#[derive(Default)]
struct Writer {
    passages: Vec<Passage>,
    /// The headings that are open, each with its level and its passage.
    open: Vec<(u8, usize)>,
    paragraph: u32,
}

impl Writer {
    fn heading<A: Audience>(&mut self, level: u8, words: &[Inline<A>]) {
        self.open.retain(|(other, _)| *other < level);
        let before = self.passages.len();
        self.line(Part::Heading(level), words);
        if self.passages.len() > before {
            self.open.push((level, before));
            self.paragraph = 0;
            self.passages[before].paragraph = 0;
        }
    }

    fn section<A: Audience>(&mut self, level: u8, section: &Section<A>) {
        self.heading(level, &section.heading);
        self.blocks(&section.blocks, Part::Paragraph);
        section.sections.iter().for_each(|inner| self.section(level.saturating_add(1), inner));
    }

    fn blocks<A: Audience>(&mut self, blocks: &[Block<A>], part: Part) {
        blocks.iter().for_each(|block| self.block(block, part));
    }

    fn block<A: Audience>(&mut self, block: &Block<A>, part: Part) {
        match block {
            Block::Paragraph { words } => self.line(if is_plain(words) { Part::Plain } else { part }, words),
            Block::List { points } => points.iter().for_each(|point| self.blocks(point, inside(part, Part::Point))),
            Block::Steps { steps, .. } => steps.iter().for_each(|step| self.blocks(step, inside(part, Part::Step))),
            Block::Pictured { rows } => rows.iter().for_each(|row| self.blocks(&row.blocks, part)),
            Block::Facts { facts } => facts.iter().for_each(|fact| self.fact(fact, part)),
            Block::Table { columns, rows } => self.table(columns, rows),
            Block::Contact(contact) => self.contact(contact),
            Block::Rating(rating) => self.rating(rating),
            Block::Quote { blocks, by } => {
                self.blocks(blocks, Part::Quote);
                self.line(Part::Label, by);
            }
            Block::Ruled { .. } => {}
            Block::Picture { description, caption, .. } => {
                self.line(Part::Label, description);
                self.line(Part::Label, caption);
            }
        }
    }

    fn fact<A: Audience>(&mut self, fact: &Fact<A>, part: Part) {
        self.line(Part::Label, &fact.label);
        self.blocks(&fact.value, part);
    }

    fn table<A: Audience>(&mut self, columns: &[Vec<Inline<A>>], rows: &[Vec<Vec<Inline<A>>>]) {
        columns.iter().for_each(|cell| self.line(Part::Cell(0), cell));
        for (row, cells) in (1u32..).zip(rows) {
            cells.iter().for_each(|cell| self.line(Part::Cell(row), cell));
        }
    }

    /// What somebody does for the reader is judged; how to reach them is not.
    fn contact<A: Audience>(&mut self, contact: &Contact<A>) {
        self.line(Part::Label, &contact.name);
        self.blocks(&contact.about, Part::Paragraph);
        for phone in &contact.phones {
            self.line(Part::Label, &phone.label);
            self.line(Part::Plain, &phone.number);
        }
        contact.facts.iter().for_each(|fact| self.fact(fact, Part::Plain));
    }

    fn rating<A: Audience>(&mut self, rating: &Rating<A>) {
        self.line(Part::Label, &rating.overall);
        self.blocks(&rating.blocks, Part::Paragraph);
        rating.questions.iter().for_each(|fact| self.fact(fact, Part::Label));
    }

    /// One passage; none where the line is blank.
    fn line<A: Audience>(&mut self, part: Part, words: &[Inline<A>]) {
        let mut line = Line::default();
        line.inlines(words);
        let Some(mut passage) = line.passage(part) else { return };
        self.paragraph += 1;
        passage.under = self.open.last().map(|(_, at)| *at);
        passage.paragraph = self.paragraph;
        self.passages.push(passage);
    }
}

/// A quotation stays one, and a line that is only shown stays so, in a list as well.
fn inside(around: Part, own: Part) -> Part {
    if matches!(around, Part::Quote | Part::Plain) { around } else { own }
}

/// Whether a paragraph is an address in lines, or nothing but a number or an address to go to.
fn is_plain<A: Audience>(words: &[Inline<A>]) -> bool {
    let reach = |to: &Target| matches!(to, Target::Phone { .. } | Target::Email { .. } | Target::Web { .. });
    let only = match words {
        [Inline::Link { to, words }] => reach(to) && !all_letters(words).contains(' '),
        _ => false,
    };
    only || words.iter().any(|inline| matches!(inline, Inline::Break))
}

/// One passage while it is gathered.
#[derive(Default)]
struct Line {
    text: String,
    pieces: Vec<Piece>,
    links: Vec<Range<usize>>,
}

impl Line {
    fn inlines<A: Audience>(&mut self, inlines: &[Inline<A>]) {
        for inline in inlines {
            match inline {
                Inline::Words(words) => self.words(&words.text, words.from),
                Inline::Strong { words } => self.inlines(words),
                Inline::Link { words, .. } => {
                    let start = self.text.len();
                    self.inlines(words);
                    self.links.push(start..self.text.len());
                }
                Inline::Break => self.words(" ", Origin::NONE),
            }
        }
    }

    /// Adds a run of letters; of white space that follows white space nothing is kept.
    fn words(&mut self, letters: &str, origin: Origin) {
        let from = if origin == Origin::NONE { From::Nowhere } else { From::Origin(origin) };
        let begin = self.text.len();
        for c in letters.chars() {
            let space = c.is_whitespace() && c != '\u{A0}';
            if !space {
                self.text.push(c);
            } else if !self.text.is_empty() && !self.text.ends_with(' ') {
                self.text.push(' ');
            }
        }
        if self.text.len() > begin && self.pieces.last().is_none_or(|last| last.from != from) {
            self.pieces.push(Piece { at: begin, from });
        }
    }

    fn passage(mut self, part: Part) -> Option<Passage> {
        self.text.truncate(self.text.trim_end().len());
        let end = self.text.len();
        self.pieces.retain(|piece| piece.at < end);
        self.links.iter_mut().for_each(|link| link.end = link.end.min(end));
        self.links.retain(|link| link.start < link.end);
        let Self { text, pieces, links } = self;
        (!text.is_empty()).then(|| Passage { part, text, links, pieces, ..Passage::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Words;
    use crate::text::Span;

    fn words_on_line(text: &str, line: u32) -> Inline<Public> {
        let span = Span { file: 1, line, column: 1, width: 1 };
        Inline::Words(Words::new(text.to_owned(), Origin::fact(span)))
    }

    fn page(blocks: Vec<Block<Public>>) -> Document<Public> {
        let title = vec![words_on_line("Visiting", 1)];
        Document {
            id: "visiting".into(),
            language: crate::text::Language::ENGLISH,
            title,
            summary: String::new(),
            blocks,
            sections: Vec::new(),
        }
    }

    #[test]
    fn every_run_of_words_knows_the_line_it_was_written_on() {
        let words = vec![words_on_line("Ring ", 4), words_on_line("Bea", 9), words_on_line(" at any time. ", 4)];
        let prose = document("rowan/visiting.html", &page(vec![Block::Paragraph { words }]));
        let passage = &prose.passages[1];
        assert_eq!(passage.text, "Ring Bea at any time.");
        assert_eq!(passage.origin(6).and_then(|origin| origin.fact).map(|span| span.line), Some(9));
        assert_eq!(passage.origin(9).and_then(|origin| origin.fact).map(|span| span.line), Some(4));
        assert_eq!(prose.heading(1), Some("Visiting"));
        assert_eq!(passage.paragraph, 1);
    }

    #[test]
    fn an_address_is_shown_and_never_judged() {
        let words = vec![words_on_line("Rowan House", 2), Inline::Break, words_on_line("Mill Lane", 3)];
        let prose = document("x", &page(vec![Block::Paragraph { words }]));
        assert_eq!(prose.passages[1].part, Part::Plain);
        assert_eq!(prose.passages[1].text, "Rowan House Mill Lane");
    }

    #[test]
    fn what_a_resident_said_stays_a_quotation_in_a_list_too() {
        let point = vec![Block::Paragraph { words: vec![words_on_line("They feed me well.", 5)] }];
        let quote =
            Block::Quote { blocks: vec![Block::List { points: vec![point] }], by: vec![words_on_line("Bea", 6)] };
        let prose = document("x", &page(vec![quote]));
        assert_eq!(prose.passages[1].part, Part::Quote);
        assert_eq!(prose.passages[2].part, Part::Label);
    }
}
