//! A statement in Markdown, each letter with its byte in the file as it was given.
//!
//! Comes from: letters. Goes to: [`Prose`]. Code and the notes at the top of a file are not words for anybody, and left out.

use std::ops::Range;

use camino::Utf8Path;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::html;
use super::passages::Passages;
use crate::prose::{Part, Prose};

pub(super) fn read(path: &Utf8Path, letters: String) -> Prose {
    let mark = if letters.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = MarkdownReader { letters: &letters, passages: Passages::new(path), ..MarkdownReader::default() };
    for (event, range) in Parser::new_ext(&letters[mark..], options).into_offset_iter() {
        reader.event(event, range.start + mark..range.end + mark);
    }
    let passages = reader.passages;
    passages.finish(Some(letters))
}

/// How far the reading has come.
#[derive(Default)]
struct MarkdownReader<'a> {
    letters: &'a str,
    passages: Passages,
    heading: Option<u8>,
    /// Whether each list around here has numbers.
    lists: Vec<bool>,
    quotes: usize,
    row: Option<u32>,
    /// Inside code, notes or a block of HTML.
    skips: usize,
}

impl MarkdownReader<'_> {
    fn event(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.finish(tag),
            _ if self.skips > 0 => {}
            Event::Text(words) => self.words(&words, range),
            Event::Code(words) => self.code(&words, range),
            Event::SoftBreak | Event::HardBreak => self.passages.instead(" ", range.start, range.end),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.passages.instead(" ", range.start, range.end),
            Event::Rule => self.passages.end(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag, range: Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => return,
            Tag::Link { .. } => return self.passages.link(),
            Tag::Image { .. } => return self.passages.enter(Part::Label),
            Tag::FootnoteDefinition(_) => return self.passages.enter(Part::Aside),
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => self.skips += 1,
            Tag::HtmlBlock => {
                self.passages.end();
                html::fragment(&mut self.passages, self.letters, range);
                self.skips += 1;
            }
            Tag::Heading { level, .. } => self.heading = Some(*level as u8),
            Tag::List(first) => self.lists.push(first.is_some()),
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::TableHead => self.row = Some(0),
            Tag::TableRow => self.row = self.row.map(|row| row + 1),
            _ => {}
        }
        self.passages.end();
        self.passages.part = self.part();
    }

    fn finish(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => return,
            TagEnd::Link => return self.passages.unlink(),
            TagEnd::Image | TagEnd::FootnoteDefinition => return self.passages.leave(),
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) | TagEnd::HtmlBlock => {
                self.skips = self.skips.saturating_sub(1)
            }
            TagEnd::Heading(_) => self.heading = None,
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::Table => self.row = None,
            _ => {}
        }
        self.passages.end();
        self.passages.part = self.part();
    }

    /// What words are that stand here.
    fn part(&self) -> Part {
        match (self.heading, self.row, self.lists.last()) {
            (Some(level), ..) => Part::Heading(level),
            _ if self.quotes > 0 => Part::Quote,
            (_, Some(row), _) => Part::Cell(row),
            (.., Some(true)) => Part::Step,
            (.., Some(false)) => Part::Point,
            _ => Part::Paragraph,
        }
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        if self.letters.get(range.clone()) == Some(words) {
            self.passages.letters(words, range.start);
        } else {
            self.passages.instead(words, range.start, range.end);
        }
    }

    /// Code inside a sentence is part of it; its backticks are not.
    fn code(&mut self, words: &str, range: Range<usize>) {
        let start = self.passages.next();
        match self.letters.get(range.clone()).and_then(|code| code.find(words)) {
            Some(inside) => self.passages.letters(words, range.start + inside),
            None => self.passages.instead(words, range.start, range.end),
        }
        self.passages.code(start);
    }
}
