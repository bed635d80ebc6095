//! Going through a Document: its lines, its blocks, its words, in the order in which they are read.

use super::{Block, Document, Fact, Inline, Section, Words};
use crate::text::{Audience, Public};

impl<A: Audience> Document<A> {
    /// Visits every run of words, titles and labels too, in the order in which they are read.
    pub fn each_words(&self, visit: &mut impl FnMut(&Words<A>)) {
        self.each_line(&mut |line| each_inline(line, visit));
    }

    /// Visits every line: a title, a heading, a paragraph, a label, a cell, in the order in which they are read.
    pub fn each_line(&self, visit: &mut impl FnMut(&[Inline<A>])) {
        visit(&self.title);
        self.blocks.iter().for_each(|block| block.each_line(visit));
        self.sections.iter().for_each(|section| section.each_line(visit));
    }

    /// Visits every block, those inside others too, in the order in which they are read.
    pub fn each_block(&self, visit: &mut impl FnMut(&Block<A>)) {
        self.blocks.iter().for_each(|block| block.each(visit));
        self.sections.iter().for_each(|section| section.each_block(visit));
    }
}

/// Visits the runs of words of a line.
pub(crate) fn each_inline<A: Audience>(inlines: &[Inline<A>], visit: &mut impl FnMut(&Words<A>)) {
    for inline in inlines {
        match inline {
            Inline::Words(words) => visit(words),
            Inline::Strong { words } | Inline::Link { words, .. } => each_inline(words, visit),
            Inline::Break => {}
        }
    }
}

impl<A: Audience> Fact<A> {
    fn each_line(&self, visit: &mut impl FnMut(&[Inline<A>])) {
        visit(&self.label);
        self.value.iter().for_each(|block| block.each_line(visit));
    }
}

impl<A: Audience> Block<A> {
    /// Visits every line of this block.
    pub fn each_line(&self, visit: &mut impl FnMut(&[Inline<A>])) {
        match self {
            Block::Paragraph { words } => visit(words),
            Block::List { points: entries } | Block::Steps { steps: entries, .. } => {
                entries.iter().flatten().for_each(|block| block.each_line(visit));
            }
            Block::Pictured { rows } => {
                rows.iter().flat_map(|row| &row.blocks).for_each(|block| block.each_line(visit));
            }
            Block::Facts { facts } => facts.iter().for_each(|fact| fact.each_line(visit)),
            Block::Table { columns, rows } => {
                columns.iter().chain(rows.iter().flatten()).for_each(|cell| visit(cell));
            }
            Block::Contact(contact) => {
                visit(&contact.name);
                contact.about.iter().for_each(|block| block.each_line(visit));
                for phone in &contact.phones {
                    visit(&phone.label);
                    visit(&phone.number);
                }
                contact.facts.iter().for_each(|fact| fact.each_line(visit));
            }
            Block::Rating(rating) => {
                visit(&rating.overall);
                rating.blocks.iter().for_each(|block| block.each_line(visit));
                rating.questions.iter().for_each(|fact| fact.each_line(visit));
            }
            Block::Quote { blocks, by } => {
                blocks.iter().for_each(|block| block.each_line(visit));
                visit(by);
            }
            Block::Picture { description, caption, .. } => {
                visit(description);
                visit(caption);
            }
            Block::Ruled { .. } => {}
        }
    }

    /// Visits this block and every block inside it.
    fn each(&self, visit: &mut impl FnMut(&Block<A>)) {
        visit(self);
        match self {
            Block::List { points: entries } | Block::Steps { steps: entries, .. } => {
                entries.iter().flatten().for_each(|block| block.each(visit))
            }
            Block::Pictured { rows } => rows.iter().flat_map(|row| &row.blocks).for_each(|block| block.each(visit)),
            Block::Facts { facts } => facts.iter().flat_map(|fact| &fact.value).for_each(|block| block.each(visit)),
            Block::Contact(contact) => contact.about.iter().for_each(|block| block.each(visit)),
            Block::Rating(rating) => rating.blocks.iter().for_each(|block| block.each(visit)),
            Block::Quote { blocks, .. } => blocks.iter().for_each(|block| block.each(visit)),
            Block::Paragraph { .. } | Block::Table { .. } | Block::Picture { .. } | Block::Ruled { .. } => {}
        }
    }
}

impl<A: Audience> Section<A> {
    /// Visits every line of this section and of those below it.
    pub fn each_line(&self, visit: &mut impl FnMut(&[Inline<A>])) {
        visit(&self.heading);
        self.blocks.iter().for_each(|block| block.each_line(visit));
        self.sections.iter().for_each(|section| section.each_line(visit));
    }

    /// Visits every block of this section and of those below it.
    fn each_block(&self, visit: &mut impl FnMut(&Block<A>)) {
        self.blocks.iter().for_each(|block| block.each(visit));
        self.sections.iter().for_each(|section| section.each_block(visit));
    }
}

/// The letters of some inlines, without links or emphasis. Only of what anybody may read.
#[must_use]
pub fn letters(inlines: &[Inline<Public>]) -> String {
    all_letters(inlines)
}

/// The same for any reader: for composing and rendering alone.
pub(crate) fn all_letters<A: Audience>(inlines: &[Inline<A>]) -> String {
    let mut out = String::new();
    gather(inlines, &mut out);
    out
}

/// Adds the letters of some inlines to a string.
fn gather<A: Audience>(inlines: &[Inline<A>], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Words(words) => out.push_str(&words.text),
            Inline::Strong { words } | Inline::Link { words, .. } => gather(words, out),
            Inline::Break => out.push(' '),
        }
    }
}
