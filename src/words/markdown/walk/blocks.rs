//! Blocks: paragraphs, lists, facts, tables, quotations, each up to the end of its tag. What has nothing in it is dropped.

use pulldown_cmark::{Event, Tag, TagEnd};

use super::Walk;
use crate::document::{Block, Fact, Inline, PicturedRow};
use crate::text::Audience;
use crate::words::markdown::leads_nowhere;
use crate::words::typeset::typeset;

impl<'a, A: Audience> Walk<'a, A> {
    /// The blocks of a tag that has just begun.
    pub(super) fn block(&mut self, tag: Tag<'a>) -> Vec<Block<A>> {
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
