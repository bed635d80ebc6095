//! What no pattern over words finds: how long and how hard a text is, its initials, capitals, links and names.
//!
//! Comes from: a passage and its words, as `check` cuts them up. Goes to: `check`, beside what the patterns found. What each rule
//! counts with stands in its data (`rules/plain.yaml`, `rules/personal.yaml`), so `explain` and its examples are as any rule's.

mod capitals;
pub(super) mod data;
mod grade;
mod initials;
mod length;
mod links;
mod names;

use std::ops::Range;

use super::Remark;
use super::own::OwnWords;
use super::personal::Personal;
use super::rule::{Rule, Rulebook};
use super::tokens::{Cutter, Sentence, Shape, Token};
use super::vocabulary::{SetId, class, role};
use crate::finding::Severity;
use crate::prose::{Part, Passage, Prose};
use crate::reading::{syllables, words};
use data::Data;

/// Who a text is for: some can be asked to read more in one breath than others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reader {
    /// Anybody: a Statement of Purpose, a website.
    #[default]
    Anyone,
    /// Somebody with a pack of their own: shorter sentences.
    Pack,
}

/// With which numbers a rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    /// With its own.
    Full(Reader),
    /// With those of its examples, which are shorter than life.
    Examples,
}

/// A rule that counts, with what it counts with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    pub(super) rule: &'a Rule,
    data: &'a Data,
    scale: Scale,
}

impl<'a> Known<'a> {
    /// The rule with a code, if the rule book has it and it counts.
    pub(super) fn of(book: &'a Rulebook, code: &str, scale: Scale) -> Option<Self> {
        let counts = |at: &usize| book.rules[*at].code == code && book.data[*at].counts;
        let at = (0..book.rules.len()).find(counts)?;
        Some(Self { rule: &book.rules[at], data: &book.data[at], scale })
    }

    /// A number of its data. One that is missing is never reached.
    pub(super) fn number(&self, name: &str) -> u32 {
        let special = match self.scale {
            Scale::Full(Reader::Anyone) => None,
            Scale::Full(Reader::Pack) => self.data.packs.get(name),
            Scale::Examples => self.data.examples.get(name),
        };
        special.or_else(|| self.data.numbers.get(name)).copied().unwrap_or(u32::MAX)
    }

    /// A number that counts words and sentences.
    pub(super) fn count(&self, name: &str) -> usize {
        usize::try_from(self.number(name)).unwrap_or(usize::MAX)
    }

    /// A set of words of its data.
    pub(super) fn set(&self, name: &str) -> Option<SetId> {
        self.data.words.get(name).copied()
    }

    /// Its data as they are.
    pub(super) fn data(&self) -> &'a Data {
        self.data
    }

    /// What it says about some words.
    pub(super) fn remark(&self, text: &str, at: Place) -> Remark<'a> {
        let shown = text.get(at.words.clone()).unwrap_or_default();
        Remark {
            rule: &self.rule.code,
            family: self.rule.family,
            severity: self.rule.severity,
            passage: at.passage,
            words: at.words,
            sentence: at.sentence,
            message: self.rule.message.replace("{words}", shown),
            suggestion: self.rule.say.clone(),
            replacement: None,
        }
    }
}

/// Where something was found.
#[derive(Debug, Clone)]
pub(super) struct Place {
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
    pub(super) own: &'b OwnWords,
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
    pub(super) fn place(&self, words: Range<usize>, sentence: &Sentence) -> Place {
        Place { passage: self.number, words, sentence: sentence.bytes.clone() }
    }
}

/// The place of a whole passage: a heading for what stands under it.
pub(super) fn whole(prose: &Prose, passage: usize) -> (&str, Place) {
    let text = prose.passages.get(passage).map_or("", |passage| passage.text.as_str());
    (text, Place { passage, words: 0..text.len(), sentence: 0..text.len() })
}

/// Every rule that counts, while a text is being read.
pub(super) struct Plain<'a> {
    book: &'a Rulebook,
    scale: Scale,
    length: length::Length<'a>,
    grade: grade::Grade<'a>,
    initials: initials::Initials<'a>,
    capitals: capitals::Capitals<'a>,
    links: links::Links<'a>,
    names: names::Names<'a>,
    personal: Personal<'a>,
    stretches: Vec<Stretch>,
}

impl<'a> Plain<'a> {
    pub(super) fn new(book: &'a Rulebook, scale: Scale) -> Self {
        let known = |code: &str| Known::of(book, code, scale);
        Self {
            book,
            scale,
            length: length::Length::new(known),
            grade: grade::Grade::new(known),
            initials: initials::Initials::new(known, &book.initials),
            capitals: capitals::Capitals::new(known),
            links: links::Links::new(known),
            names: names::Names::new(known),
            personal: Personal::new(known),
            stretches: Vec::new(),
        }
    }

    /// Reads a passage on; what the patterns found in it stands in `out` from `from` on.
    pub(super) fn passage(
        &mut self,
        (prose, number): (&Prose, usize),
        cutter: &Cutter,
        own: &OwnWords,
        from: usize,
        out: &mut Vec<Remark<'a>>,
    ) {
        let passage = &prose.passages[number];
        let mut stretches = std::mem::take(&mut self.stretches);
        self.cut(passage, cutter, &mut stretches);
        let (tokens, sentences) = (&cutter.tokens, &cutter.sentences);
        let seen = Seen { prose, number, passage, tokens, sentences, stretches: &stretches, own, book: self.book };
        self.personal.passage(&seen, from, out);
        let patterns = out.len();
        self.initials.passage(&seen, out);
        self.capitals.passage(&seen, out);
        self.names.passage(&seen);
        // The patterns know better what such a word is.
        if self.scale != Scale::Examples {
            let mut counted = out.split_off(patterns);
            counted.retain(|remark| !out[from..].iter().any(|other| matters(other) && overlap(other, remark)));
            out.append(&mut counted);
        }
        self.length.passage(&seen, out);
        self.links.passage(&seen, out);
        self.grade.passage(&seen, out);
        self.stretches = stretches;
    }

    /// Says what can be said only when everything was read, and puts all in the order of the text.
    pub(super) fn end(mut self, prose: &Prose, out: &mut Vec<Remark<'a>>) {
        self.grade.end(prose, out);
        self.names.end(prose, out);
        self.personal.end(prose, out);
        out.sort_by_key(|remark| (remark.passage, remark.words.start));
    }

    /// Cuts a passage's sentences at colons, and counts.
    fn cut(&self, passage: &Passage, cutter: &Cutter, out: &mut Vec<Stretch>) {
        out.clear();
        let text = passage.text.as_str();
        let speaks = self.personal.speaks();
        let is_personal = |token: &Token| {
            speaks.is_some_and(|set| self.book.vocabulary.word(token.word).sets.binary_search(&set).is_ok())
        };
        for sentence in &cutter.sentences {
            let (mut start, mut personal, mut about) = (sentence.bytes.start, false, false);
            for token in &cutter.tokens[sentence.tokens.clone()] {
                personal = personal || (token.word != 0 && is_personal(token));
                about |= token.role & role::RESIDENT != 0;
                let (from, to) = (token.start as usize, token.end as usize);
                let colon = token.shape == Shape::Sign && token.is(class::STOP) && &text[from..to] == ":";
                if colon && text[to..].starts_with(char::is_whitespace) {
                    stretch(text, start..to, (personal, about), out);
                    (start, personal, about) = (to, false, false);
                }
            }
            stretch(text, start..sentence.bytes.end, (personal, about), out);
        }
    }
}

/// Takes a stretch, if it has words.
fn stretch(text: &str, bytes: Range<usize>, (personal, about): (bool, bool), out: &mut Vec<Stretch>) {
    let letters = &text[bytes.clone()];
    let start = bytes.start + (letters.len() - letters.trim_start().len());
    let (count, syllables) = words(letters).fold((0, 0), |(n, sounds), word| (n + 1, sounds + syllables(word)));
    if count > 0 && letters.contains(char::is_alphabetic) {
        out.push(Stretch { bytes: start..bytes.end, words: count, syllables, personal, about });
    }
}

fn matters(remark: &Remark<'_>) -> bool {
    remark.severity != Severity::Hint
}

fn overlap(one: &Remark<'_>, other: &Remark<'_>) -> bool {
    one.words.start < other.words.end && other.words.start < one.words.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_that_count_are_proved_by_their_own_examples() {
        let book = Rulebook::built_in().unwrap();
        let ours = |said: &String| {
            let code = said.split(':').next().unwrap_or_default();
            let known = book.rules.iter().zip(&book.data).find(|(rule, _)| rule.code == code);
            known.is_some_and(|(_, data)| data.counts) || code.starts_with("personal-") || code.starts_with("passive-")
        };
        assert_eq!(book.disproved().into_iter().filter(ours).collect::<Vec<_>>(), Vec::<String>::new());
    }

    #[test]
    fn a_colon_and_a_full_stop_end_a_breath() {
        let book = Rulebook::built_in().unwrap();
        let passage = Passage { text: "Bring this: a lamp. We open at 10:30.".into(), ..Passage::default() };
        let mut cutter = Cutter::default();
        cutter.cut(&passage.text, &book.vocabulary);
        let mut stretches = Vec::new();
        Plain::new(&book, Scale::Full(Reader::Anyone)).cut(&passage, &cutter, &mut stretches);
        let counted: Vec<_> = stretches.iter().map(|one| (one.words, one.personal)).collect();
        assert_eq!(counted, [(2, false), (2, false), (4, true)]);
    }
}
