//! Markdown’s events, as they follow each other, into headings and blocks. Besides this file, only `signs`, `notes` and `look` beside it
//! know pulldown-cmark, and `statement/markdown.rs`, which reads other people’s Markdown.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::lines::places;
use super::links::leads;
use super::{Surroundings, leads_nowhere};
use crate::document::{Block, Fact, Inline, Panel, PicturedRow, Target, Words, all_letters};
use crate::limits::MARKDOWN_DEPTH;
use crate::text::signs::tidy;
use crate::text::{self, Audience, Origin, Span, unmark};
use crate::words::marks::{self, Mark};
use crate::words::typeset::{shown_address, typeset};
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
    events: Box<dyn Iterator<Item = (Event<'a>, Range<usize>)> + 'a>,
    /// How many parts are open. Each takes a step of our own stack, so there is a limit.
    depth: usize,
    /// The byte at which a part begins that stands too deep in others.
    too_deep: Option<usize>,
    markdown: &'a str,
    /// The marks that are still open.
    inside: Origin,
    /// The drawing that the words being read stand beside.
    drawing: Option<String>,
    /// The photographs met in the words being read.
    photographs: Vec<String>,
    /// The first mark that stands for nothing.
    unsaid: Option<Unsaid>,
    around: Surroundings<'a, A>,
    /// Where each line of a home's own Markdown begins, in bytes, with the place it is known by.
    lines: Vec<(usize, Span)>,
    /// The lines of it that had something to read.
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
        let events: Box<dyn Iterator<Item = _>> = Box::new(Parser::new_ext(markdown, OPTIONS).into_offset_iter());
        Self {
            events,
            depth: 0,
            too_deep: None,
            markdown,
            inside: Origin::NONE,
            drawing: None,
            photographs: Vec::new(),
            unsaid: None,
            lines: around.file.map(|file| lines_of(file, markdown)).unwrap_or_default(),
            read: BTreeSet::new(),
            unread: false,
            around,
        }
    }

    fn next(&mut self) -> Option<Event<'a>> {
        self.placed().map(|(event, _)| event)
    }

    /// The next event with its place. Of parts that stand too deep in others neither the beginning nor the end is given out, so
    /// that nobody follows them down. In Markdown of a home's own it says which line is being read; in words that were filled in the
    /// marks do.
    fn placed(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        loop {
            let (event, at) = self.events.next()?;
            match event {
                Event::Start(_) => {
                    self.depth += 1;
                    if MARKDOWN_DEPTH.is_passed_by(self.depth) {
                        self.too_deep.get_or_insert(at.start);
                        continue;
                    }
                }
                Event::End(_) => {
                    self.depth -= 1;
                    if MARKDOWN_DEPTH.is_passed_by(self.depth + 1) {
                        continue;
                    }
                }
                _ => {}
            }
            let line = self.lines.partition_point(|(start, _)| *start <= at.start);
            if let Some((_, place)) = line.checked_sub(1).and_then(|line| self.lines.get(line)) {
                self.inside.said = Some(*place);
            }
            return Some((event, at));
        }
    }

    /// What is told of Markdown that is nested too deep, at the line that says it.
    fn nested(&self, byte: usize) -> Unsaid {
        let unsaid = Unsaid::over(&MARKDOWN_DEPTH);
        let said =
            || unmark(self.markdown.get(byte..)?, &mut Origin::default()).into_iter().find_map(|(_, from)| from.said);
        match (self.around.file, said().or(self.inside.said)) {
            (Some(file), _) => {
                let line = self.markdown.get(..byte).unwrap_or_default().matches('\n').count() + 1;
                unsaid.or_at(Span { file, line: u32::try_from(line).unwrap_or(u32::MAX), column: 1, width: 1 })
            }
            (None, Some(said)) => unsaid.or_at(said),
            (None, None) => unsaid,
        }
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
        let nested = self.too_deep.map(|byte| self.nested(byte));
        let lines = std::mem::take(&mut self.read);
        nested.or(self.unsaid).map_or(Ok(Read { pieces, lines }), Err)
    }

    /// The blocks of a tag that has just begun.
    fn block(&mut self, tag: Tag<'a>) -> Vec<Block<A>> {
        match tag {
            Tag::Paragraph => self.paragraph(),
            Tag::List(Some(number)) => {
                let first = u32::try_from(number).unwrap_or(1);
                one(self.entries(), |steps| Block::Steps { first, steps })
            }
            Tag::List(None) => self.points(),
            Tag::DefinitionList => one(self.facts(), |facts| Block::Facts { facts }),
            Tag::Table(_) => self.table(),
            Tag::BlockQuote(_) => self.quote(),
            Tag::CodeBlock(_) => self.verbatim(),
            // Free Markdown may hold what we have no part for: its words are kept, its form is not.
            _ => self.inner(),
        }
    }

    /// Blocks up to the end of the tag that has begun.
    fn inner(&mut self) -> Vec<Block<A>> {
        let mut blocks = Vec::new();
        let mut loose: Vec<Inline<A>> = Vec::new();
        while let Some(event) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) if is_block(&tag) => {
                    self.settle(&mut loose, &mut blocks);
                    blocks.extend(self.block(tag));
                }
                event => self.inline(event, &mut loose),
            }
        }
        self.settle(&mut loose, &mut blocks);
        let mut blocks = self.resolved(blocks);
        blocks.extend(self.pictures());
        blocks
    }

    /// Whether a link that the home wrote leads to a page for which it says nothing at present. Its words stay.
    fn is_gap(&self, to: &Target) -> bool {
        let pages = self.around.pages;
        self.is_own()
            && !pages.is_empty()
            && matches!(to, Target::Page { id, .. } if !id.is_empty() && !pages.contains(id))
    }

    /// Ends a paragraph that had no tag of its own (the text of a close list).
    fn settle(&self, loose: &mut Vec<Inline<A>>, blocks: &mut Vec<Block<A>>) {
        let words = typeset(std::mem::take(loose));
        if self.is_own() || !leads_nowhere(&words, self.around.pages) {
            blocks.extend(one(words, |words| Block::Paragraph { words }));
        }
    }

    /// A paragraph, or what a mark in it stands for.
    fn paragraph(&mut self) -> Vec<Block<A>> {
        let words = self.line();
        let pictures = self.pictures();
        if !self.is_own() && leads_nowhere(&words, self.around.pages) {
            return pictures;
        }
        let mut blocks = self.resolved(one(words, |words| Block::Paragraph { words }));
        blocks.extend(pictures);
        blocks
    }

    /// The photographs met since the last time they were asked for.
    fn pictures(&mut self) -> Vec<Block<A>> {
        let photographs = std::mem::take(&mut self.photographs).into_iter().map(Mark::Photograph);
        photographs.flat_map(|mark| self.stands_for(Ok(mark), self.inside)).collect()
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

    /// The words up to the end of the tag that has begun.
    fn line(&mut self) -> Vec<Inline<A>> {
        let mut words = Vec::new();
        while let Some(event) = self.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, &mut words);
        }
        typeset(words)
    }

    /// One event inside a line.
    fn inline(&mut self, event: Event<'a>, out: &mut Vec<Inline<A>>) {
        match event {
            Event::InlineHtml(text) | Event::Html(text) if is_line_break(&text) => out.push(Inline::Break),
            // A note to somebody is nobody else's to read.
            Event::InlineHtml(text) | Event::Html(text) if text.trim_start().starts_with("<!--") => {}
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => self.run(&text, out),
            Event::SoftBreak => out.push(Inline::Words(Words::new(" ".to_owned(), self.inside))),
            Event::HardBreak => out.push(Inline::Break),
            // Slanted letters are hard to read: what somebody sets apart is shown in bold.
            Event::Start(Tag::Strong | Tag::Emphasis) => {
                let words = self.bare_line().into_iter().flat_map(not_strong).collect::<Vec<_>>();
                out.extend((!all_letters(&words).trim().is_empty()).then_some(Inline::Strong { words }));
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let words = self.bare_line();
                let address = text::plain(&dest_url);
                let address = if link_type == LinkType::Email { format!("mailto:{address}") } else { address };
                let words = if link_type == LinkType::Autolink {
                    words.into_iter().map(as_people_write).collect()
                } else {
                    words
                };
                match leads(&address) {
                    Ok(to) if !all_letters(&words).trim().is_empty() && !self.is_gap(&to) => {
                        out.push(Inline::Link { to, words })
                    }
                    _ => out.extend(words),
                }
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                // A picture's words stand in photos.yaml, where there is room for whoever is in it to say yes.
                let unread = std::mem::replace(&mut self.unread, true);
                self.bare_line();
                self.unread = unread;
                let picture = text::plain(&dest_url);
                match picture.strip_prefix("drawing:") {
                    Some(drawing) => self.drawing = Some(drawing.to_owned()),
                    None => self.photographs.push(picture),
                }
            }
            Event::Start(_) => out.extend(self.bare_line()),
            _ => {}
        }
    }

    /// The words of a tag inside a line, not yet set.
    fn bare_line(&mut self) -> Vec<Inline<A>> {
        let mut words = Vec::new();
        while let Some(event) = self.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, &mut words);
        }
        words
    }

    /// A run of marked letters.
    fn run(&mut self, marked: &str, out: &mut Vec<Inline<A>>) {
        if let Some(said) =
            self.inside.said.filter(|_| self.is_own() && !self.unread && marked.contains(char::is_alphanumeric))
        {
            self.read.insert(said.line);
        }
        for (text, from) in unmark(marked, &mut self.inside) {
            out.push(Inline::Words(Words::new(tidy(&text).into_owned(), from)));
        }
    }

    /// Words that are shown just as they stand: each line of them stays a line.
    fn verbatim(&mut self) -> Vec<Block<A>> {
        let mut words: Vec<Inline<A>> = Vec::new();
        while let Some(event) = self.next() {
            match event {
                Event::End(_) => break,
                Event::Text(text) => {
                    for line in text.split_inclusive('\n') {
                        self.run(line.trim_end_matches('\n'), &mut words);
                        words.extend(line.ends_with('\n').then_some(Inline::Break));
                    }
                }
                _ => {}
            }
        }
        while matches!(words.last(), Some(Inline::Break)) {
            words.pop();
        }
        one(typeset(words), |words| Block::Paragraph { words })
    }

    /// A list: rows with a drawing each where every point begins with one.
    fn points(&mut self) -> Vec<Block<A>> {
        let entries = self.drawn_entries();
        if entries.iter().all(|(drawing, _)| drawing.is_some()) {
            let row = |(drawing, blocks): (Option<String>, _)| Some(PicturedRow { drawing: drawing?, blocks });
            return one(entries.into_iter().filter_map(row).collect(), |rows| Block::Pictured { rows });
        }
        one(entries.into_iter().map(|(_, blocks)| blocks).collect(), |points| Block::List { points })
    }

    /// What each entry of a list holds.
    fn entries(&mut self) -> Vec<Vec<Block<A>>> {
        self.drawn_entries().into_iter().map(|(_, blocks)| blocks).collect()
    }

    /// What each entry of a list holds, and the drawing it stands beside.
    fn drawn_entries(&mut self) -> Vec<(Option<String>, Vec<Block<A>>)> {
        let mut entries = Vec::new();
        while let Some(event) = self.next() {
            match event {
                Event::Start(Tag::Item) => {
                    self.drawing = None;
                    let blocks = self.inner();
                    entries.push((self.drawing.take(), blocks));
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        entries.retain(|(_, blocks)| !blocks.is_empty());
        entries
    }

    /// Labels with their values.
    fn facts(&mut self) -> Vec<Fact<A>> {
        let mut facts: Vec<Fact<A>> = Vec::new();
        while let Some(event) = self.next() {
            match event {
                Event::Start(Tag::DefinitionListTitle) => facts.push(Fact { label: self.line(), value: Vec::new() }),
                Event::Start(Tag::DefinitionListDefinition) => {
                    let value = self.inner();
                    if let Some(fact) = facts.last_mut() {
                        fact.value.extend(value);
                    }
                }
                Event::End(TagEnd::DefinitionList) => break,
                _ => {}
            }
        }
        facts.retain(|fact| !fact.value.is_empty() && !fact.label.is_empty());
        facts
    }

    /// A table; rows with nothing after their first cell are dropped, unless somebody wrote them so.
    fn table(&mut self) -> Vec<Block<A>> {
        let mut rows: Vec<Vec<Vec<Inline<A>>>> = Vec::new();
        while let Some(event) = self.next() {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    let cell = self.line();
                    if let Some(row) = rows.last_mut() {
                        row.push(cell);
                    }
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        if rows.is_empty() {
            return Vec::new();
        }
        let columns = rows.remove(0);
        if self.is_own() {
            return if rows.is_empty() { Vec::new() } else { vec![Block::Table { columns, rows }] };
        }
        rows.retain(|row| row.iter().skip(1).any(|cell| !cell.is_empty()));
        let (columns, rows) = without_empty_columns(columns, rows);
        if rows.is_empty() { Vec::new() } else { vec![Block::Table { columns, rows }] }
    }

    /// A quotation: a last paragraph that begins with a dash says whose it is.
    fn quote(&mut self) -> Vec<Block<A>> {
        let mut blocks = self.inner();
        let mut by = Vec::new();
        if let Some(Block::Paragraph { words }) = blocks.last_mut()
            && let Some(Inline::Words(first)) = words.first_mut()
            && let Some(rest) = first.text.strip_prefix(['—', '–'])
        {
            first.text = rest.trim_start().to_owned().into();
            by = std::mem::take(words);
            blocks.pop();
        }
        one(blocks, |blocks| Block::Quote { blocks, by })
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

/// A column in which no row says anything is left out.
#[allow(clippy::type_complexity, reason = "a table is columns of lines and rows of columns of lines")]
fn without_empty_columns<A: Audience>(
    columns: Vec<Vec<Inline<A>>>,
    mut rows: Vec<Vec<Vec<Inline<A>>>>,
) -> (Vec<Vec<Inline<A>>>, Vec<Vec<Vec<Inline<A>>>>) {
    let full: Vec<bool> = (0..columns.len())
        .map(|i| i == 0 || rows.iter().any(|row| row.get(i).is_some_and(|cell| !cell.is_empty())))
        .collect();
    let keep = |cells: Vec<Vec<Inline<A>>>| {
        cells.into_iter().zip(&full).filter(|(_, full)| **full).map(|(cell, _)| cell).collect()
    };
    rows = rows.into_iter().map(keep).collect();
    (keep(columns), rows)
}

/// Where each line begins, in bytes, with the place it is known by.
fn lines_of(file: u32, markdown: &str) -> Vec<(usize, Span)> {
    let mut at = 0;
    let begin = markdown.split_inclusive('\n').map(|line| {
        at += line.len();
        at - line.len()
    });
    begin.zip(places(file, markdown)).collect()
}

/// Whether HTML says that a new line begins: `<br>`.
fn is_line_break(html: &str) -> bool {
    let tag = html.trim().trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
    tag.eq_ignore_ascii_case("br")
}

/// An address on the web as people write it.
fn as_people_write<A: Audience>(inline: Inline<A>) -> Inline<A> {
    match inline {
        Inline::Words(words) => Inline::Words(Words::new(shown_address(&words.text), words.from)),
        inline => inline,
    }
}

/// Words that are set apart as a whole already.
fn not_strong<A: Audience>(inline: Inline<A>) -> Vec<Inline<A>> {
    match inline {
        Inline::Strong { words } => words,
        inline => vec![inline],
    }
}

/// One block, unless there is nothing in it.
fn one<T, A: Audience>(content: Vec<T>, block: impl FnOnce(Vec<T>) -> Block<A>) -> Vec<Block<A>> {
    if content.is_empty() { Vec::new() } else { vec![block(content)] }
}

/// Whether a tag begins a block, not words inside a line.
fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Superscript
            | Tag::Subscript
    )
}

/// A heading's level.
fn depth(level: HeadingLevel) -> u8 {
    level as u8
}
