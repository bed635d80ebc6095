//! The rules, ready to be looked for.
//!
//! Comes from: `written`, which reads them when the program is built, and `ready`, which takes them out of the program. Goes to:
//! `check`, which looks for them, and `explain`, which shows them.

mod written;

use serde::{Deserialize, Serialize};

use super::pattern::{Node, Pattern};
use super::plain::data::{Data, Meanings};
use super::rule::Rule;
use super::vocabulary::{SetId, Vocabulary, WordId, bit, class};

/// What makes wording right that is wrong elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Lift {
    /// “You do not need permission.”
    Negation,
    /// Words that are spoken about, not used.
    Quotation,
    /// The name of a law, a society, a person.
    Name,
    /// The law says so, or binds the home.
    Law,
    /// The person asked for it.
    Choice,
    /// A polite request with its reason.
    Request,
    /// “Nothing is out of bounds”, “nobody has to”: it is said of nobody.
    Nobody,
}

/// Better words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Instead {
    /// What stands there, in any form.
    pub(crate) of: String,
    /// What to write.
    pub(crate) write: String,
    /// Whether it may be changed without asking.
    #[serde(default)]
    pub(crate) certain: bool,
}

/// One way to find a rule's wording, ready.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Ready {
    pub(crate) rule: usize,
    pub(crate) subject: Option<u16>,
    pub(crate) needs: Stands,
    pub(crate) unless: Stands,
    pub(crate) headings: bool,
}

/// Patterns that stand anywhere in the sentence or not, by their numbers in [`Rulebook::standing`].
pub(crate) type Stands = Vec<u32>;

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
    class: u32,
    set: Option<SetId>,
}

impl Default for Beside {
    fn default() -> Self {
        Self { mask: u64::MAX, class: u32::MAX, set: None }
    }
}

impl Beside {
    /// A class that every word has here.
    const ANY: u32 = 1 << 31;

    fn of(node: Option<&Node>, vocabulary: &Vocabulary) -> Self {
        let class = |class| Self { class, ..Self::default() };
        match node {
            Some(Node::Word(set)) => Self { mask: vocabulary.members(*set).mask, set: Some(*set), ..Self::default() },
            Some(Node::Class(wanted)) => class(*wanted),
            Some(Node::Comma) => class(class::COMMA),
            // What helps a “be” begins, and ends, with one of these.
            Some(Node::Be) => class(class::AUX | class::ADV | class::NEG | class::TO),
            _ => Self::default(),
        }
    }

    /// Whether a word may stand there.
    #[inline]
    pub(crate) fn may_be(&self, near: Near, vocabulary: &Vocabulary) -> bool {
        near.bit & self.mask != 0
            && near.class & self.class != 0
            && self.set.is_none_or(|set| vocabulary.holds(set, near.word))
    }
}

/// A word beside another, or the edge of the sentence.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Near {
    word: WordId,
    bit: u64,
    class: u32,
}

impl Near {
    /// The word there, with its classes.
    pub(crate) fn of(there: Option<(WordId, u32)>) -> Self {
        let (word, class) = there.unwrap_or_default();
        Self { word, bit: bit(word), class: class | Beside::ANY }
    }
}

/// Patterns that lift a rule, wherever they stand in the sentence.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Lifting {
    pub(crate) law: Stands,
    pub(crate) choice: Stands,
    pub(crate) request: Stands,
    pub(crate) mention: Stands,
    pub(crate) defined: Stands,
}

/// All rules, ready.
#[derive(Debug, Serialize, Deserialize)]
pub struct Rulebook {
    /// In the order of their files.
    pub rules: Vec<Rule>,
    /// What lifts each rule.
    pub(crate) lifts: Vec<Vec<Lift>>,
    pub(crate) instead: Vec<Vec<Instead>>,
    /// What each rule counts with.
    pub(crate) data: Vec<Data>,
    pub(crate) initials: Meanings,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) cases: Vec<Ready>,
    pub(crate) patterns: Vec<(Pattern, usize)>,
    /// The patterns that may stand anywhere in a sentence; cases and lifts share them.
    pub(crate) standing: Vec<Pattern>,
    /// The patterns that a word anchors, by the word's number.
    #[serde(skip)]
    pub(crate) anchored: Anchored,
    /// The patterns that a person anchors, with who it may be and the bits of the words of which one must stand in the sentence.
    #[serde(skip)]
    pub(crate) about: Vec<(u16, u32, u64)>,
    /// The patterns that any past participle anchors, with such bits.
    #[serde(skip)]
    pub(crate) done: Vec<(u32, u64)>,
    pub(crate) lifting: Lifting,
    pub(crate) name_words: SetId,
}

impl Rulebook {
    /// The rule with a code.
    #[must_use]
    pub fn rule(&self, code: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.code == code)
    }

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
