//! Markdown’s events, as they follow each other, into headings and blocks. Besides this file and those below it, only `notes`, `signs`
//! and `look` know pulldown-cmark, and `statement`, which reads Markdown of other people.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Tag};

mod blocks;
mod events;
mod line;

use events::Events;

use super::Surroundings;
use crate::document::{Block, Inline, Panel, all_letters};
use crate::text::{Audience, Origin};
use crate::words::marks::{self, Mark};
use crate::words::unsaid::Unsaid;

/// A heading, panel and level, or a block, as they follow each other.
pub(super) enum Piece<A: Audience> {
    Heading { level: u8, words: Vec<Inline<A>>, panel: Panel, at: usize },
    Block(Block<A>),
}

/// What our Markdown has beyond `CommonMark`.
pub(super) const OPTIONS: Options =
    Options::ENABLE_TABLES.union(Options::ENABLE_HEADING_ATTRIBUTES).union(Options::ENABLE_DEFINITION_LIST);

/// Walks over Markdown's events.
pub(super) struct Walk<'a, A: Audience> {
    events: Events<'a>,
    /// The marks that are still open.
    inside: Origin,
    /// The drawing that the words being read stand beside.
    drawing: Option<String>,
    /// The photographs met in the words being read.
    photographs: Vec<String>,
    /// The first mark that stands for nothing.
    unsaid: Option<Unsaid>,
    around: Surroundings<'a, A>,
    /// The lines of a home's own Markdown that had something to read.
    read: BTreeSet<u32>,
    /// Whether what is met is for nobody to read: the words of a picture, which stand in photos.yaml.
    unread: bool,
}

/// What a home's own Markdown was read into, and which of its lines had something to read.
pub(super) struct Read<A: Audience> {
    pub(super) pieces: Vec<Piece<A>>,
    pub(super) lines: BTreeSet<u32>,
}

impl<'a, A: Audience> Walk<'a, A> {
    pub(super) fn new(markdown: &'a str, around: Surroundings<'a, A>) -> Self {
        Self {
            events: Events::new(markdown, around.file),
            inside: Origin::NONE,
            drawing: None,
            photographs: Vec::new(),
            unsaid: None,
            read: BTreeSet::new(),
            unread: false,
            around,
        }
    }

    fn next(&mut self) -> Option<Event<'a>> {
        self.placed().map(|(event, _)| event)
    }

    /// The next event with its place. In Markdown of a home's own it says which line is being read; in words that were filled in the
    /// marks do.
    fn placed(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        let (event, at, line) = self.events.next()?;
        if line.is_some() {
            self.inside.said = line;
        }
        Some((event, at))
    }

    /// Whether it is Markdown that a home wrote itself: nothing in it is left out for want of a fact.
    fn is_own(&self) -> bool {
        self.around.file.is_some()
    }

    /// Everything at the top of the page.
    pub(super) fn read(mut self) -> Result<Read<A>, Unsaid> {
        let mut pieces = Vec::new();
        while let Some((event, at)) = self.placed() {
            match event {
                Event::Start(Tag::Heading { level, classes, .. }) => {
                    let panel = classes
                        .iter()
                        .find_map(|class| Panel::SPELLINGS.iter().find(|(name, _)| *name == &**class))
                        .map_or(Panel::Plain, |(_, panel)| *panel);
                    let words = self.line();
                    pieces.push(Piece::Heading { level: depth(level), words, panel, at: at.start });
                }
                Event::Start(tag) => pieces.extend(self.block(tag).into_iter().map(Piece::Block)),
                _ => {}
            }
        }
        let nested = self.events.nested(self.around.file, self.inside.said);
        let lines = std::mem::take(&mut self.read);
        nested.or(self.unsaid).map_or(Ok(Read { pieces, lines }), Err)
    }

    /// Puts in the place of a marked paragraph what it stands for.
    fn resolved(&mut self, blocks: Vec<Block<A>>) -> Vec<Block<A>> {
        let mut out = Vec::with_capacity(blocks.len());
        for block in blocks {
            let letters = if let Block::Paragraph { words } = &block { all_letters(words) } else { String::new() };
            if letters.contains(marks::BEGIN) {
                let from = said_by(&block).unwrap_or(self.inside);
                Mark::all(&letters).for_each(|mark| out.extend(self.stands_for(mark, from)));
            } else {
                out.push(block);
            }
        }
        out
    }

    /// What a mark stands for; the first that stands for nothing is kept with the line that says it.
    fn stands_for(&mut self, mark: Result<Mark, &str>, from: Origin) -> Vec<Block<A>> {
        let unknown = |letters| Err(Unsaid::new(format!("nobody knows what the mark “{letters}” stands for")));
        mark.map_or_else(unknown, |mark| (self.around.resolve)(&mark)).unwrap_or_else(|unsaid| {
            let unsaid = from.said.into_iter().fold(unsaid, Unsaid::or_at);
            self.unsaid.get_or_insert(unsaid);
            Vec::new()
        })
    }

    /// The photographs met since the last time they were asked for.
    fn pictures(&mut self) -> Vec<Block<A>> {
        let photographs = std::mem::take(&mut self.photographs).into_iter().map(Mark::Photograph);
        photographs.flat_map(|mark| self.stands_for(Ok(mark), self.inside)).collect()
    }
}

/// The line that says the mark in a paragraph.
fn said_by<A: Audience>(block: &Block<A>) -> Option<Origin> {
    let Block::Paragraph { words } = block else { return None };
    words.iter().find_map(|inline| match inline {
        // Where somebody typed a mark, the line is known from its first letter on.
        Inline::Words(words) if words.text.contains(marks::END) => Some(words.from),
        _ => None,
    })
}

/// A heading's level.
fn depth(level: HeadingLevel) -> u8 {
    level as u8
}
