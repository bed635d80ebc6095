//! Who does what a verb says.
//!
//! Comes from: a sentence cut into phrases. Goes to: the rules that bind one person and not another.

use super::{Clauses, Phrase};
use crate::rulebook::class::Class;
use crate::rulebook::role::Role;

/// How many words back a subject is looked for: enough for any sentence that can be read, and it keeps the work linear.
const REACH: usize = 60;

impl Clauses<'_> {
    /// Who does, or is, what the verb at a word says. `None` where nobody can tell.
    pub(crate) fn subject(&self, verb: usize) -> Option<Phrase> {
        if let Some((_, known)) = self.last_subject.get().filter(|(at, _)| *at == verb) {
            return known;
        }
        let subject = self.subject_in(verb, 3);
        self.last_subject.set(Some((verb, subject)));
        subject
    }

    fn subject_in(&self, verb: usize, depth: usize) -> Option<Phrase> {
        let mut at = verb;
        // Back over what helps the verb: “will not always be”.
        while at > 0
            && (self.tokens[at - 1].is(Class::AUX | Class::ADV | Class::NEG | Class::TO)
                && !self.tokens[at - 1].is(Class::SUB)
                && self.phrase_to(at).is_none())
        {
            at -= 1;
        }
        if at == 0 {
            // “Must be signed in”: nobody; a question turns its words round.
            return self.question(verb);
        }
        let before = self.tokens[at - 1];
        let joined = before.is(Class::CONJ | Class::COMMA) && depth > 0;
        if let Some(verb) = joined.then(|| self.verb_before(at - 1)).flatten() {
            return self.subject_in(verb, depth - 1);
        }
        if before.is(Class::REL) && !before.is(Class::DET)
            || (before.is(Class::REL) && self.phrase_to(at - 1).is_some())
        {
            return self.clause_subject(at - 1);
        }
        self.clause_subject(at)
    }

    /// The subject of a clause that runs up to this word.
    fn clause_subject(&self, end: usize) -> Option<Phrase> {
        let from = self.clause_start(end);
        let within = self.within(from, end);
        let governed = |p: &&Phrase| p.start > from && self.tokens[p.start - 1].is(Class::PREP);
        // “Residents who smoke”: whoever stands before the first “who”.
        let who = |at: &usize| {
            *at > from && !self.opens_clause(*at) && self.reads(*at, &["who", "whom", "which", "that", "whose"])
        };
        let relative = (from..end).find(who);
        if let Some(relative) = relative {
            let before = &within[..within.partition_point(|p| p.end <= relative)];
            if let Some(subject) = before.iter().find(|p| !governed(p)).or(before.last()) {
                return Some(*subject);
            }
        }
        // After the last verb of the clause: “we ask that residents”, “we think residents”.
        let inside = |at: usize| self.phrase_around(at).is_some_and(|p| p.start >= from && p.end <= end);
        let verb = (from..end)
            .rev()
            .find(|at| self.is_verb(*at, from) && !self.tokens[*at].is(Class::ING | Class::ED) && !inside(*at));
        let after = verb.map_or(0, |verb| within.partition_point(|p| p.start <= verb));
        let candidates = if after == within.len() { within } else { &within[after..] };
        let subject = candidates.iter().find(|p| !governed(p)).or(candidates.last())?;
        Some(self.with_those_beside(*subject, end))
    }

    /// The phrases that lie between two words; they stand in the order of the sentence and never overlap.
    fn within(&self, from: usize, end: usize) -> &[Phrase] {
        let first = self.phrases.partition_point(|p| p.start < from);
        let after = self.phrases.partition_point(|p| p.end <= end);
        self.phrases.get(first..after).unwrap_or_default()
    }

    /// “Residents and their visitors” are both.
    fn with_those_beside(&self, mut phrase: Phrase, end: usize) -> Phrase {
        let mut at = phrase.end;
        while at < end && self.tokens[at].is(Class::CONJ | Class::COMMA) {
            let mut next = at + 1;
            while next < end && self.tokens[next].is(Class::CONJ) {
                next += 1;
            }
            let Some(other) = self.phrase_from(next).filter(|other| other.end <= end) else { break };
            // Who is spoken of, not what: “staff and residents' rooms” are no residents.
            if !other.role.contains(Role::THING) {
                phrase.role = (phrase.role - Role::THING) | other.role;
            }
            at = other.end;
        }
        phrase
    }

    /// Where the clause begins that holds the word before `end`.
    pub(crate) fn clause_start(&self, end: usize) -> usize {
        let floor = end.saturating_sub(REACH);
        let mut at = end;
        while at > floor {
            let token = self.tokens[at - 1];
            let boundary = token.is(Class::STOP)
                || (token.is(Class::SUB)
                    && !token.is(Class::PREP)
                    && !(token.is(Class::REL) && self.phrase_to(at - 1).is_some() && !self.opens_clause(at - 1)))
                || (token.is(Class::COMMA) && self.comma_ends(at - 1));
            if boundary {
                return at;
            }
            at -= 1;
        }
        at
    }

    /// “Sure that residents are …”: a “that” which is followed by a subject of its own begins a clause.
    fn opens_clause(&self, at: usize) -> bool {
        self.reads(at, &["that"]) && self.phrase_from(at).is_some_and(|phrase| phrase.end - phrase.start > 1)
    }

    /// Whether a comma ends a clause, and not just a place in a list or a phrase put in.
    fn comma_ends(&self, at: usize) -> bool {
        // What stands before it has a verb of its own, or began the sentence: “On Sundays, residents must”.
        let before = (at.saturating_sub(25)..at).rev().take_while(|i| !self.tokens[*i].is(Class::STOP | Class::COMMA));
        let verbs = before.clone().any(|i| self.tokens[i].is(Class::AUX) || self.tokens[i].is(Class::VERB));
        let fronted = before.last().is_some_and(|first| self.tokens[first].is(Class::PREP | Class::SUB | Class::ADV));
        verbs || fronted
    }

    /// The verb that the clause before this word has: its subject goes on doing what comes after “and”.
    fn verb_before(&self, at: usize) -> Option<usize> {
        let floor = at.saturating_sub(REACH);
        (floor..at).rev().take_while(|i| !self.tokens[*i].is(Class::STOP)).find(|i| {
            (self.tokens[*i].is(Class::AUX) && *i > 0)
                || (self.is_verb(*i, 0) && *i > 0 && !self.tokens[*i].is(Class::ING) && self.phrase_to(*i).is_some())
        })
    }

    /// “Can I have visitors?”, “Must residents sign in?”: whoever stands after the helping verb.
    fn question(&self, verb: usize) -> Option<Phrase> {
        if verb == 0 && self.tokens.first().is_some_and(|t| t.is(Class::AUX)) {
            return self.phrase_from(1).copied();
        }
        None
    }
}
