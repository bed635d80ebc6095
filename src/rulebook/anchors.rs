//! Which patterns may stand at a word: a quick look before a pattern is walked through.
//!
//! Comes from: the patterns of a finished book. Goes to: whoever looks for them. It is worked out when the book is opened.

use super::Rulebook;
use super::class::Class;
use super::pattern::{Node, Pattern};
use super::vocabulary::{SetId, Vocabulary, WordId, bit};

/// A pattern that may stand at a word, with what is quick to look at first.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Candidate {
    /// Its number in [`Rulebook::patterns`].
    pub(crate) number: u32,
    /// What the word after is.
    pub(crate) after: Beside,
    /// What the word before is.
    pub(crate) before: Beside,
}

/// What a word beside an anchor must be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Beside {
    /// It has one of these bits; every word has, where any may stand there.
    mask: u64,
    /// It has one of these classes.
    class: Class,
    set: Option<SetId>,
}

impl Default for Beside {
    fn default() -> Self {
        Self { mask: u64::MAX, class: Class::all(), set: None }
    }
}

impl Beside {
    fn of(node: Option<&Node>, vocabulary: &Vocabulary) -> Self {
        let class = |class| Self { class, ..Self::default() };
        match node {
            Some(Node::Word(set)) => Self { mask: vocabulary.members(*set).mask, set: Some(*set), ..Self::default() },
            Some(Node::Class(wanted)) => class(*wanted),
            Some(Node::Comma) => class(Class::COMMA),
            // What helps a “be” begins, and ends, with one of these.
            Some(Node::Be) => class(Class::AUX | Class::ADV | Class::NEG | Class::TO),
            _ => Self::default(),
        }
    }

    /// Whether a word may stand there.
    #[inline]
    pub(crate) fn may_be(&self, near: Near, vocabulary: &Vocabulary) -> bool {
        near.bit & self.mask != 0
            && near.class.intersects(self.class)
            && self.set.is_none_or(|set| vocabulary.holds(set, near.word))
    }
}

/// A word beside another, or the edge of the sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Near {
    word: WordId,
    bit: u64,
    class: Class,
}

impl Near {
    /// The word there, with its classes.
    pub(crate) fn of(there: Option<(WordId, Class)>) -> Self {
        let (word, class) = there.unwrap_or_default();
        Self { word, bit: bit(word), class: class | Class::EVERY }
    }
}

/// The patterns that words anchor: those of a word one after another, in the order of the rules.
#[derive(Debug, Default)]
pub(crate) struct Anchored {
    /// Where those of each word end.
    ends: Vec<usize>,
    all: Vec<Candidate>,
}

impl Anchored {
    /// Those of a word.
    pub(crate) fn at(&self, word: WordId) -> &[Candidate] {
        let start = (word as usize).checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start..self.ends[word as usize]]
    }
}

impl Rulebook {
    /// Files each pattern under the words that anchor it.
    pub(super) fn index(&mut self) {
        let (patterns, vocabulary) = (&self.patterns, &self.vocabulary);
        let mut ends = vec![0_usize; vocabulary.len() + 1];
        let words = |pattern: &Pattern| match pattern.anchor.map(|anchor| &pattern.nodes[anchor]) {
            Some(Node::Word(set)) => vocabulary.members(*set).words.as_slice(),
            _ => &[],
        };
        for word in patterns.iter().flat_map(|(pattern, _)| words(pattern)) {
            ends[*word as usize + 1] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        let mut all = vec![Candidate::default(); sum];
        for (number, (pattern, _)) in (0..).zip(patterns) {
            let (after, before) = pattern.beside();
            let (after, before) = (Beside::of(after, vocabulary), Beside::of(before, vocabulary));
            for word in words(pattern) {
                // What begins a word's candidates moves on to their end as they are filed: to where the next word's begin.
                let next = &mut ends[*word as usize];
                all[*next] = Candidate { number, after, before };
                *next += 1;
            }
            match pattern.anchor.map(|anchor| &pattern.nodes[anchor]) {
                Some(Node::Phrase(roles)) => self.about.push((*roles, number, pattern.wanted(vocabulary))),
                Some(Node::Participle(_)) => self.done.push((number, pattern.wanted(vocabulary))),
                _ => {}
            }
        }
        self.anchored = Anchored { ends, all };
    }
}
