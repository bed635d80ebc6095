//! A passage while it is looked at: its words, its sentences, and what one breath reads of them.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::english::tokens::{Sentence, Token};
use crate::prose::{Part, Passage, Prose};
use crate::reading::{syllables, words};
use crate::rulebook::Rulebook;
use crate::rulebook::vocabulary::SetId;

/// Where something was found.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) passage: usize,
    pub(super) words: Range<usize>,
    pub(super) sentence: Range<usize>,
}

/// What one breath reads: a sentence, or a part of one up to a colon.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    pub(super) bytes: Range<usize>,
    pub(super) words: usize,
    pub(super) syllables: usize,
    /// Whether it speaks to the reader, or as “we”.
    pub(super) personal: bool,
    /// Whether it speaks about the people who live there, as of others.
    pub(super) about: bool,
}

/// A passage that is being read.
pub(super) struct Seen<'b> {
    pub(super) prose: &'b Prose,
    pub(super) number: usize,
    pub(super) passage: &'b Passage,
    pub(super) tokens: &'b [Token],
    pub(super) sentences: &'b [Sentence],
    pub(super) stretches: &'b [Stretch],
    /// Initials that the home explains elsewhere, each with what it means.
    pub(super) own_initials: &'b BTreeMap<String, String>,
    pub(super) book: &'b Rulebook,
}

impl Seen<'_> {
    /// Whether it is running prose: what counts for length and grade.
    pub(super) fn runs(&self) -> bool {
        matches!(self.passage.part, Part::Paragraph | Part::Point | Part::Step)
    }

    /// The letters of a word.
    pub(super) fn letters(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &self.passage.text[token.start as usize..token.end as usize])
    }

    /// Whether a word is one of a set.
    pub(super) fn is_in(&self, token: &Token, set: Option<SetId>) -> bool {
        set.is_some_and(|set| self.book.vocabulary.word(token.word).sets.binary_search(&set).is_ok())
    }

    /// The bytes of some words.
    pub(super) fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        self.tokens[tokens.start].start as usize..self.tokens[tokens.end - 1].end as usize
    }

    /// The place of some words of a sentence.
    pub(super) fn place(&self, words: Range<usize>, sentence: &Sentence) -> Spot {
        Spot { passage: self.number, words, sentence: sentence.bytes.clone() }
    }
}

/// The place of a whole passage: a heading for what stands under it.
pub(super) fn whole(prose: &Prose, passage: usize) -> (&str, Spot) {
    let text = prose.passages.get(passage).map_or("", |passage| passage.text.as_str());
    (text, Spot { passage, words: 0..text.len(), sentence: 0..text.len() })
}

/// Takes a stretch, if it has words.
pub(super) fn stretch(text: &str, bytes: Range<usize>, (personal, about): (bool, bool), out: &mut Vec<Stretch>) {
    let letters = &text[bytes.clone()];
    let start = bytes.start + (letters.len() - letters.trim_start().len());
    let (count, syllables) = words(letters).fold((0, 0), |(n, sounds), word| (n + 1, sounds + syllables(word)));
    if count > 0 && letters.contains(char::is_alphabetic) {
        out.push(Stretch { bytes: start..bytes.end, words: count, syllables, personal, about });
    }
}
