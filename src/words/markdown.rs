//! Marked Markdown into a Document.
//!
//! An ordered list is Steps, a definition list is Key facts, a heading's attribute names a panel, a block's mark becomes what it
//! stands for. What has nothing in it is dropped, so that a missing fact leaves no gap.

use std::borrow::Cow;
use std::collections::BTreeSet;

mod lines;
mod links;
mod look;
pub(crate) mod notes;
mod sections;
pub(super) mod signs;
mod slips;
mod walk;

pub(super) use lines::of_template;
pub(crate) use links::{Astray, leads};
pub(crate) use look::{Leading, MOST, look, look_at_template};
pub(super) use notes::of_template as notes_of_template;
pub(crate) use slips::Slip;

use sections::Builder;
use walk::{Piece, Walk};

use super::marks::Mark;
use super::typeset::typeset;
use super::unsaid::Unsaid;
use crate::document::{Block, Document, Inline, Section, Target, Words, all_letters, each_inline};
use crate::text::{Audience, Language, Origin, unmark};

/// Makes the blocks that a mark stands for.
pub(crate) type Resolve<'a, A> = dyn Fn(&Mark) -> Result<Vec<Block<A>>, Unsaid> + 'a;

/// What Markdown is read among: what its marks stand for, and which pages its links can lead to.
pub(crate) struct Surroundings<'a, A: Audience> {
    pub(crate) resolve: &'a Resolve<'a, A>,
    pub(crate) pages: &'a [String],
    /// The file of Markdown that is a home's own from end to end; words that were filled in bring their marks along.
    pub(crate) file: Option<u32>,
}

/// Whether a line is nothing but a link to a page that is not made.
pub(crate) fn leads_nowhere<A: Audience>(words: &[Inline<A>], pages: &[String]) -> bool {
    matches!(words, [Inline::Link { to: Target::Page { id, .. }, .. }] if !id.is_empty() && !pages.contains(id))
}

/// Reads a page's Markdown. `id` becomes the document's.
///
/// # Errors
/// Where a mark stands for nothing that is known.
pub(crate) fn document<A: Audience>(
    id: &str,
    markdown: &str,
    around: Surroundings<'_, A>,
) -> Result<(Document<A>, Vec<Slip>), Unsaid> {
    let own = around.file.is_some();
    let markdown = &*if own { notes::hidden(markdown) } else { Cow::Borrowed(markdown) };
    let (mut counted, mut above) = (0, 0);
    // Headings come one after the other, so what was counted need not be counted again.
    let mut line = |byte: usize| {
        above += markdown.get(counted..byte).unwrap_or_default().matches('\n').count();
        counted = counted.max(byte);
        u32::try_from(above + 1).unwrap_or(u32::MAX)
    };
    let mut slips = Vec::new();
    let mut title = Vec::new();
    let mut builder = Builder::new();
    let read = Walk::new(markdown, around).read()?;
    for piece in read.pieces {
        match piece {
            Piece::Heading { level: 1, words, at, .. } => {
                if title.is_empty() {
                    title = words;
                } else {
                    slips.push(Slip::TwoTitles(line(at)));
                }
            }
            Piece::Heading { level, words, panel, at } => {
                if level > builder.level + 1 {
                    slips.push(Slip::Jump(line(at)));
                }
                builder.heading(level, words, panel);
            }
            Piece::Block(block) => builder.block(block),
        }
    }
    if title.is_empty() {
        slips.push(Slip::NoTitle);
    }
    let (blocks, sections) = builder.finish();
    let lost = lost(&read.lines, &title, &blocks, &sections);
    slips.extend(
        lost.into_iter()
            .filter(|_| own)
            .map(Slip::Lost)
            .filter(|lost| {
                // What is wrong there is told already.
                slips.iter().all(|slip| slip.line() != lost.line())
            })
            .collect::<Vec<_>>(),
    );
    // A sentence of a resident's own paper has no place in a file's properties.
    let summary = if A::PERSONAL { String::new() } else { summary(&blocks, &sections) };
    Ok((Document { id: id.to_owned(), language: Language::ENGLISH, title, summary, blocks, sections }, slips))
}

/// Reads a passage without headings.
///
/// # Errors
/// Where a mark stands for nothing that is known.
pub(crate) fn blocks<A: Audience>(markdown: &str, around: Surroundings<'_, A>) -> Result<Vec<Block<A>>, Unsaid> {
    let pieces = Walk::new(markdown, around).read()?.pieces.into_iter();
    Ok(pieces.filter_map(|piece| if let Piece::Block(block) = piece { Some(block) } else { None }).collect())
}

/// One line of marked words.
pub(crate) fn marked_line<A: Audience>(marked: &str) -> Vec<Inline<A>> {
    let runs = unmark(marked, &mut Origin::default());
    typeset(runs.into_iter().map(|(text, from)| Inline::Words(Words::new(text, from))).collect())
}

/// The lines that had something to read, and of which nothing is in what was read.
fn lost<A: Audience>(
    read: &BTreeSet<u32>,
    title: &[Inline<A>],
    blocks: &[Block<A>],
    sections: &[Section<A>],
) -> Vec<u32> {
    let mut there = BTreeSet::new();
    let mut visit = |words: &Words<A>| there.extend(words.from.said.map(|said| said.line));
    each_inline(title, &mut visit);
    blocks.iter().for_each(|block| block.each_line(&mut |line| each_inline(line, &mut visit)));
    sections.iter().for_each(|section| section.each_line(&mut |line| each_inline(line, &mut visit)));
    read.difference(&there).copied().collect()
}

/// The words of a paragraph, or of the first beside a drawing.
fn first_words<A: Audience>(block: &Block<A>) -> Option<String> {
    match block {
        Block::Paragraph { words } => Some(all_letters(words)),
        Block::Pictured { rows } => rows.first()?.blocks.iter().find_map(first_words),
        _ => None,
    }
}

/// The first sentence to be read, for search engines and shared links.
fn summary<A: Audience>(blocks: &[Block<A>], sections: &[Section<A>]) -> String {
    let first = blocks.iter().chain(sections.iter().flat_map(|section| &section.blocks)).find_map(first_words);
    let text = first.unwrap_or_default().replace('\u{A0}', " ");
    let end = text
        .match_indices(['.', '?', '!'])
        .map(|(i, _)| i + 1)
        .find(|i| *i >= 50 && text[*i..].starts_with([' ', '”']) || *i == text.len());
    let sentence = &text[..end.unwrap_or(text.len())];
    match sentence.char_indices().nth(200) {
        Some((cut, _)) => sentence[..sentence[..cut].rfind(' ').unwrap_or(cut)].to_owned() + "…",
        None => sentence.to_owned(),
    }
}

#[cfg(test)]
mod tests;
