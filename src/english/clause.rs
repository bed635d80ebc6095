//! Who does what to whom, as far as the order of words tells: noun phrases, the subject of a verb, what a “not” reaches.
//!
//! Comes from: the tokens of one sentence. Goes to: `matching` and `check`. It guesses as a quick reader does; where it cannot tell
//! it says so, and the rules then leave the sentence alone.

mod negation;
mod subject;

use std::cell::Cell;

use super::tokens::{Shape, Token};
use crate::rulebook::class::Class;
use crate::rulebook::role::Role;
use crate::rulebook::vocabulary::bit;

/// A noun phrase: “the residents”, “your own front door”.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The word it is about.
    pub(crate) head: usize,
    /// Who it stands for.
    pub(crate) role: Role,
    /// Whether it begins with “no”, or is “nobody”.
    pub(crate) none: bool,
}

/// One sentence, cut into phrases.
#[derive(Debug)]
pub(crate) struct Clauses<'a> {
    /// The sentence's words and signs.
    pub(crate) tokens: &'a [Token],
    /// The bits of its words, as the sets of the vocabulary have them.
    pub(crate) bits: u64,
    text: &'a str,
    phrases: Vec<Phrase>,
    /// For each word the phrase that it is part of: its place in `phrases`, counted from 1.
    part_of: Vec<usize>,
    /// The last answer of `subject` and of `negated`: rules that look at one word ask the same again.
    last_subject: Cell<Option<(usize, Option<Phrase>)>>,
    last_negated: Cell<Option<(usize, bool)>>,
    /// Who was spoken of last in the sentences before: who “he”, “she” and “they” are.
    before: Role,
}

impl<'a> Clauses<'a> {
    /// Cuts a sentence into phrases.
    pub(crate) fn new(text: &'a str, tokens: &'a [Token], before: Role) -> Self {
        let (phrases, part_of) = (Vec::with_capacity(tokens.len() / 2 + 1), vec![0; tokens.len()]);
        let (last_subject, last_negated) = (Cell::new(None), Cell::new(None));
        let bits = tokens.iter().fold(0, |bits, token| bits | bit(token.word));
        let mut clauses = Self { tokens, bits, text, phrases, part_of, last_subject, last_negated, before };
        let mut at = 0;
        while at < tokens.len() {
            match clauses.phrase(at) {
                Some(phrase) => {
                    at = phrase.end;
                    clauses.phrases.push(phrase);
                    clauses.part_of[phrase.start..phrase.end].fill(clauses.phrases.len());
                }
                None => at += 1,
            }
        }
        clauses
    }

    /// Whether a word is one of these, in any mix of capitals.
    pub(crate) fn reads(&self, at: usize, words: &[&str]) -> bool {
        let letters = self.letters(at);
        words.iter().any(|word| letters.eq_ignore_ascii_case(word))
    }

    /// A word as it is written.
    pub(crate) fn letters(&self, at: usize) -> &'a str {
        let token = self.tokens[at];
        &self.text[token.start as usize..token.end as usize]
    }

    /// The phrase that a word is part of.
    fn phrase_around(&self, at: usize) -> Option<&Phrase> {
        self.phrases.get(self.part_of.get(at)?.checked_sub(1)?)
    }

    /// The phrase that begins here.
    pub(crate) fn phrase_from(&self, start: usize) -> Option<&Phrase> {
        self.phrase_around(start).filter(|phrase| phrase.start == start)
    }

    /// The phrase whose head is this word.
    pub(crate) fn phrase_with(&self, head: usize) -> Option<&Phrase> {
        self.phrase_around(head).filter(|phrase| phrase.head == head)
    }

    /// Whether a word is a past participle where it stands, after a “be”.
    pub(crate) fn is_participle(&self, at: usize) -> bool {
        let token = self.tokens[at];
        let looks = || {
            let word = self.letters(at);
            token.open()
                && word.len() > 4
                && word.ends_with("ed")
                && !word.ends_with("eed")
                && token.shape == Shape::Small
        };
        !token.named && (token.is(Class::ED) || looks())
    }

    /// Whether a word says what somebody does: a known verb, or any word after “will” or “to”.
    pub(crate) fn acts(&self, at: usize) -> bool {
        let token = self.tokens[at];
        let helped = at > 0
            && (self.tokens[at - 1].is(Class::MODAL | Class::TO)
                || (at > 1 && self.tokens[at - 1].is(Class::ADV) && self.tokens[at - 2].is(Class::MODAL)));
        // “We freshen”, “they hydrate”: whatever stands between a pronoun and its object.
        let pronoun = at > 0
            && self.tokens[at - 1].is(Class::PRON)
            && !self.tokens[at - 1].is(Class::DET | Class::REL)
            && token.shape == Shape::Small;
        !token.is(Class::AUX) && (self.is_verb(at, 0) || ((helped || pronoun) && token.open()))
    }

    /// The phrase that ends before this word.
    pub(crate) fn phrase_to(&self, end: usize) -> Option<&Phrase> {
        self.phrase_around(end.checked_sub(1)?).filter(|phrase| phrase.end == end)
    }

    fn phrase(&self, start: usize) -> Option<Phrase> {
        let first = self.tokens[start];
        if first.is(Class::PRON) && !first.is(Class::DET) && !first.named {
            // “those who”, “one”: who it stands for is known; “he” is who was spoken of.
            return Some(self.finish(start, start + 1, start));
        }
        let mut at = start;
        let mut head = None;
        while let Some(token) = self.tokens.get(at) {
            let begins = at == start;
            if token.named {
                head = Some(at);
            } else if token.is(Class::POSS) && !begins {
                head = None;
            } else if token.is(Class::DET) {
                if !begins && !self.tokens[at - 1].is(Class::DET) && !self.tokens[at - 1].is(Class::NUM) {
                    break;
                }
            } else if token.is(Class::NUM) && (Class::NUM | Class::PRON).contains(token.class) {
                if !begins && head.is_some() {
                    break;
                }
                head = head.or(Some(at));
            } else if token.is(Class::NEG) && self.reads(at, &["no"]) {
                if !begins {
                    break;
                }
            } else if self.is_verb(at, start) || !(token.open() || token.is(Class::VERB | Class::EITHER)) {
                break;
            } else {
                head = Some(at);
            }
            at += 1;
        }
        match head {
            Some(head) => Some(self.finish(start, at, head)),
            // “All are wheeled through”: everyone.
            None if at == start + 1 && self.reads(start, &["all", "each", "most", "some", "many", "both", "few"]) => {
                let helped = self.tokens.get(at).is_some_and(|next| next.is(Class::AUX | Class::ADV));
                helped.then_some(Phrase { start, end: at, head: start, role: Role::GENERIC, none: false })
            }
            // “this”, “those”, “his”, “her” standing alone.
            None if at == start + 1 && first.is(Class::PRON) => Some(self.finish(start, at, start)),
            None => None,
        }
    }

    fn finish(&self, start: usize, end: usize, head: usize) -> Phrase {
        let token = self.tokens[head];
        let pronoun = token.is(Class::PRON) && !token.named;
        let mut role = token.role;
        if pronoun && self.reads(head, &["he", "she", "him", "her", "who"]) {
            role = self.antecedent(start, !self.reads(head, &["who"])).unwrap_or(role);
        } else if pronoun && self.reads(head, &["they", "them"]) {
            // Where nobody was spoken of, “they” may be things.
            let known = (!self.things_before(start)).then(|| self.antecedent(start, false)).flatten();
            role = known.unwrap_or(Role::THING);
        } else if self.reads(head, &["each"]) && !self.before.is_empty() {
            role = self.before;
        }
        if role.contains(Role::GROUP) {
            // “The frail” are people; “the frail branches” are not, and have another head.
            let group = end - start > 1 && self.reads(start, &["the", "our", "those", "these"]);
            role = if group { Role::RESIDENT } else { role - Role::GROUP };
        }
        if role.is_empty() {
            role = if self.is_name(start, end, head) { Role::NAMED } else { Role::THING };
        }
        let none = self.reads(start, &["no", "none", "nobody", "noone", "neither"]);
        Phrase { start, end, head, role, none }
    }

    /// Who a pronoun stands for: the last person before it in the sentence, else the one spoken of before.
    fn antecedent(&self, at: usize, single: bool) -> Option<Role> {
        const PEOPLE: Role = Role::RESIDENT
            .union(Role::VISITOR)
            .union(Role::STAFF)
            .union(Role::NAMED)
            .union(Role::ANIMAL)
            .union(Role::OUTSIDE);
        let person = |phrase: &&Phrase| {
            let token = self.tokens[phrase.head];
            let people =
                phrase.role.intersects(PEOPLE) || (phrase.role.contains(Role::GENERIC) && !token.is(Class::PRON));
            phrase.end <= at
                && people
                && (!single || !self.letters(phrase.head).ends_with('s') || token.shape == Shape::Capital)
        };
        let found = self.phrases.iter().rev().find(person).map(|phrase| phrase.role);
        found.or((!self.before.is_empty()).then_some(self.before))
    }

    /// Whether the nearest phrase in the plural is about things: “medicines … them”.
    fn things_before(&self, at: usize) -> bool {
        const PEOPLE: Role = Role::PERSON.union(Role::STAFF).union(Role::NAMED).union(Role::OUTSIDE);
        let plural = |phrase: &&Phrase| {
            phrase.end <= at && (phrase.role.intersects(PEOPLE) || self.letters(phrase.head).ends_with('s'))
        };
        self.phrases.iter().rev().find(plural).is_some_and(|phrase| !phrase.role.intersects(PEOPLE))
    }

    /// Whether a phrase is somebody's name: “Mrs Ford”, “Jean”.
    fn is_name(&self, start: usize, end: usize, head: usize) -> bool {
        let titled = |at: usize| self.reads(at, &["mr", "mrs", "miss", "ms", "dr"]);
        let first = start > 0 && !self.tokens[start - 1].is(Class::STOP);
        let capital = |at: usize| self.tokens[at].shape == Shape::Capital;
        let unknown = self.tokens[head].word == 0 && capital(head);
        // At the start of a sentence every word has a capital: a name there has one thing said of it.
        let alone = end - start == 1
            && !self.letters(head).ends_with('s')
            && self
                .tokens
                .get(end)
                .is_some_and(|next| ["is", "has", "was"].contains(&&self.text[next.start as usize..next.end as usize]));
        (start..end).any(titled) || (unknown && first) || (start == 0 && unknown && alone)
    }

    /// Whether a word is a verb where it stands, not a noun or an adjective.
    pub(crate) fn is_verb(&self, at: usize, start: usize) -> bool {
        let token = self.tokens[at];
        if token.named || !token.is(Class::VERB | Class::EITHER) {
            return false;
        }
        let before = at.checked_sub(1).map(|i| self.tokens[i]);
        if token.somebody()
            && !before.is_some_and(|before| before.is(Class::MODAL | Class::DO | Class::TO | Class::PRON))
        {
            // “Nurses”, “guides”: people first.
            return false;
        }
        let Some(before) = before else {
            // A sentence that begins with a verb tells the reader to do something; in -ing it is about doing it.
            return token.is(Class::VERB) && !token.is(Class::ING | Class::ED)
                || (token.is(Class::EITHER) && self.object_follows(at));
        };
        if before.is(Class::DET | Class::POSS | Class::NUM) && !before.is(Class::PRON)
            || before.is(Class::PREP) && !before.is(Class::TO)
        {
            return false;
        }
        if before.is(Class::MODAL | Class::DO | Class::TO | Class::NEG)
            || (before.is(Class::PRON) && !before.is(Class::DET))
        {
            return true;
        }
        if before.is(Class::BE | Class::HAVE) && token.is(Class::ED | Class::ING) {
            return true;
        }
        if token.is(Class::ED | Class::ING) {
            // “locked doors” after an adjective; a verb after a noun: “residents supported by us”.
            return !self.noun_follows(at) || token.is(Class::VERB) && at > start && self.tokens[at - 1].somebody();
        }
        if token.is(Class::VERB) {
            return true;
        }
        let listed = || {
            let next = |more: usize, classes| self.tokens.get(at + more).is_some_and(|next| next.is(classes));
            // “Carers shower, shave and dress …”
            self.tokens[at - 1].somebody()
                && next(1, Class::COMMA | Class::CONJ)
                && next(2, Class::VERB | Class::EITHER)
        };
        at > start
            && (self.object_follows(at) || listed())
            && (self.tokens[at - 1].somebody() || self.letters(at - 1).ends_with('s') || before.is(Class::ADV))
    }

    fn object_follows(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else { return false };
        next.is(Class::DET | Class::PRON | Class::NUM | Class::TO | Class::POSS)
            || (next.is(Class::ADV | Class::PREP) && !self.reads(at + 1, &["of"]))
    }

    fn noun_follows(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| next.open() || next.is(Class::EITHER))
    }

    /// Whether a phrase cannot go on with this word: “the elderly” is all of it, “the elderly boiler” is not.
    pub(crate) fn ends_at(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at) else { return true };
        if next.is(Class::EITHER) && !next.is(Class::AUX) {
            return self.object_follows(at) || next.is(Class::ED | Class::ING) && !self.noun_follows(at);
        }
        if next.is(Class::VERB) && next.is(Class::ED | Class::ING) && self.noun_follows(at) {
            return false;
        }
        !next.open()
    }
}
