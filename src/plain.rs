//! What no pattern over words finds: how long and how hard a text is, its initials, capitals, links and names, and how personal it
//! is.
//!
//! Comes from: a passage and its words, as `english` cuts them up. Goes to: `wording`, beside what the patterns found. What each rule
//! counts with stands in its data (`rules/plain.yaml`, `rules/personal.yaml`), so `explain` and its examples are as any rule's.

mod capitals;
mod grade;
mod initials;
mod known;
mod length;
mod links;
pub mod measure;
mod names;
mod personal;
mod seen;

use std::collections::BTreeMap;
use std::ops::Range;

pub use self::known::Readership;
pub(crate) use self::known::Scale;

use self::known::Known;
use self::personal::Personal;
use self::seen::{Seen, Stretch, stretch};
use crate::english::tokens::{Cutter, Shape, Token};
use crate::prose::{Passage, Prose};
use crate::remark::Remark;
use crate::rulebook::Rulebook;
use crate::rulebook::class::Class;
use crate::rulebook::role::Role;
use crate::severity::Severity;

/// Every rule that counts, while a text is being read.
pub(crate) struct Plain<'a> {
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
    pub(crate) fn new(book: &'a Rulebook, scale: Scale) -> Self {
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
    pub(crate) fn passage(
        &mut self,
        (prose, number): (&Prose, usize),
        cutter: &Cutter,
        own_initials: &BTreeMap<String, String>,
        from: usize,
        out: &mut Vec<Remark<'a>>,
    ) {
        let passage = &prose.passages[number];
        let mut stretches = std::mem::take(&mut self.stretches);
        self.cut(passage, cutter, &mut stretches);
        let (tokens, sentences) = (&cutter.tokens, &cutter.sentences);
        let seen =
            Seen { prose, number, passage, tokens, sentences, stretches: &stretches, own_initials, book: self.book };
        self.personal.passage(&seen, from, out);
        let patterns = out.len();
        self.initials.passage(&seen, out);
        self.capitals.passage(&seen, out);
        self.names.passage(&seen);
        // The patterns know better what such a word is.
        if self.scale != Scale::Examples {
            let mut counted = out.split_off(patterns);
            let known = Covered::by(out[from..].iter().filter(|other| matters(other)));
            counted.retain(|remark| !known.overlap(&remark.words));
            out.append(&mut counted);
        }
        self.length.passage(&seen, out);
        self.links.passage(&seen, out);
        self.grade.passage(&seen, out);
        self.stretches = stretches;
    }

    /// Says what can be said only when everything was read, and puts all in the order of the text.
    pub(crate) fn end(mut self, prose: &Prose, out: &mut Vec<Remark<'a>>) {
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
                about |= token.role.contains(Role::RESIDENT);
                let (from, to) = (token.start as usize, token.end as usize);
                let colon = token.shape == Shape::Sign && token.is(Class::STOP) && &text[from..to] == ":";
                if colon && text[to..].starts_with(char::is_whitespace) {
                    stretch(text, start..to, (personal, about), out);
                    (start, personal, about) = (to, false, false);
                }
            }
            stretch(text, start..sentence.bytes.end, (personal, about), out);
        }
    }
}

fn matters(remark: &Remark<'_>) -> bool {
    remark.severity != Severity::Hint
}

/// The words of a passage that remarks point out, in the order of the text.
struct Covered {
    /// Where each begins, and the furthest byte at which one of those up to it ends.
    up_to: Vec<(usize, usize)>,
}

impl Covered {
    fn by<'r, 'a: 'r>(remarks: impl Iterator<Item = &'r Remark<'a>>) -> Self {
        let mut up_to: Vec<(usize, usize)> = remarks.map(|remark| (remark.words.start, remark.words.end)).collect();
        up_to.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut up_to {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self { up_to }
    }

    /// Whether one of them shares letters with these words.
    fn overlap(&self, words: &Range<usize>) -> bool {
        let before = self.up_to.partition_point(|(start, _)| *start < words.end);
        before.checked_sub(1).is_some_and(|last| words.start < self.up_to[last].1)
    }
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
        Plain::new(&book, Scale::Full(Readership::Anyone)).cut(&passage, &cutter, &mut stretches);
        let counted: Vec<_> = stretches.iter().map(|one| (one.words, one.personal)).collect();
        assert_eq!(counted, [(2, false), (2, false), (4, true)]);
    }
}
