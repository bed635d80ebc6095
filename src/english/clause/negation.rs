//! What a “not” reaches.
//!
//! Comes from: a sentence cut into phrases. Goes to: `check`, which leaves alone what is said not to be so.

use super::Clauses;
use crate::rulebook::class::Class;

impl Clauses<'_> {
    /// Whether a “not”, a “never”, a “no” or a “nobody” turns round what stands at a word.
    pub(crate) fn negated(&self, at: usize) -> bool {
        if let Some((_, known)) = self.last_negated.get().filter(|(word, _)| *word == at) {
            return known;
        }
        let subject = self.subject(at).filter(|subject| subject.end <= at);
        // “Residents who cannot stand are hoisted”: the “not” belongs to “who”.
        let who = subject.and_then(|subject| self.clause_put_in(subject.end, at));
        let direct = (self.reach_start(at)..at).any(|i| who.is_none_or(|who| i < who) && self.negates(i));
        let negated = direct || subject.is_some_and(|subject| subject.none);
        self.last_negated.set(Some((at, negated)));
        negated
    }

    /// The “who” of a clause put in between a subject and its verb, where that clause has a verb of its own.
    fn clause_put_in(&self, from: usize, verb: usize) -> Option<usize> {
        let who = (from..verb).find(|i| self.reads(*i, &["who", "which", "whose"]))?;
        let own = (who + 1..verb).any(|i| self.tokens[i].is(Class::AUX | Class::VERB));
        let apart = !self.tokens[verb - 1].is(Class::AUX | Class::NEG | Class::ADV | Class::REL);
        (own && apart && self.tokens[verb].is(Class::AUX)).then_some(who)
    }

    /// Whether a “not” or a “never” stands among some words.
    pub(crate) fn negated_within(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| self.reads(i, &["not", "n't", "n’t", "never"]) && self.negates(i))
    }

    /// How far back a “not” may stand: to the start of the clause, or to the helping verb of another clause.
    fn reach_start(&self, at: usize) -> usize {
        let floor = at.saturating_sub(25);
        let mut i = at;
        let mut helped = false;
        while i > floor {
            let token = self.tokens[i - 1];
            if token.is(Class::STOP) || (token.is(Class::COMMA) && !self.list_comma(i - 1)) {
                break;
            }
            if self.reads(i - 1, &["but"])
                || (token.is(Class::SUB) && !token.is(Class::PREP) && !token.is(Class::REL) && !token.is(Class::PRON))
            {
                break;
            }
            // The helping verb of this clause, then one before it: another clause.
            if token.is(Class::MODAL)
                || (token.is(Class::BE | Class::HAVE | Class::DO) && i - 1 > 0 && self.phrase_to(i - 1).is_some())
            {
                if helped {
                    break;
                }
                helped = true;
            }
            i -= 1;
        }
        i
    }

    fn list_comma(&self, at: usize) -> bool {
        // Between two words of one kind: “no bath lists, uniforms or set times”.
        let next = self.tokens.get(at + 1);
        let after = self.tokens.get(at + 2);
        next.is_some_and(|t| t.open() || t.is(Class::EITHER | Class::CONJ)) && !after.is_some_and(|t| t.is(Class::AUX))
    }

    fn negates(&self, at: usize) -> bool {
        let next = |words: &[&str]| at + 1 < self.tokens.len() && self.reads(at + 1, words);
        if self.reads(at, &["not", "n't", "n’t", "never", "cannot"]) {
            return !next(&["only", "just", "merely", "until", "unless"]);
        }
        if self.reads(at, &["no"]) {
            return !next(&["longer", "later", "matter", "more", "less", "doubt", "other"]);
        }
        self.reads(at, &["without", "nobody", "none", "nothing", "neither", "nor"])
            || self.reads(at, &["avoid", "avoids", "avoided", "banned", "dropped", "stopped", "stop", "unlike"])
            || (self.reads(at, &["rather"]) && next(&["than"]))
            || (self.reads(at, &["instead"]) && next(&["of"]))
    }
}
