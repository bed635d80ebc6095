//! Looks for every rule in every sentence, and keeps what nothing lifts.

use std::cell::Cell;
use std::ops::Range;

use super::addresses::addresses;
use super::matching::{Found, Matching};
use super::own::OwnWords;
use crate::english::clause::Clauses;
use crate::english::tokens::{Cutter, Sentence, Shape, Token};
use crate::plain::{Plain, Readership, Scale};
use crate::prose::{Part, Passage, Prose};
use crate::remark::{Remark, Replacement};
use crate::rulebook::anchors::{Candidate, Near};
use crate::rulebook::class::Class;
use crate::rulebook::inflect::in_the_form_of;
use crate::rulebook::role::Role;
use crate::rulebook::vocabulary::bit;
use crate::rulebook::{Lift, Ready, Rulebook, Stands};

/// Every remark on a text that anybody may read, in the order in which it is read.
#[must_use]
pub fn check<'a>(prose: &Prose, book: &'a Rulebook, own: &OwnWords) -> Vec<Remark<'a>> {
    check_for(prose, book, own, Readership::Anyone)
}

/// Every remark on a text for such a reader.
#[must_use]
pub fn check_for<'a>(prose: &Prose, book: &'a Rulebook, own: &OwnWords, reader: Readership) -> Vec<Remark<'a>> {
    let mut remarks = all(prose, book, (Scale::Full(reader), own), best);
    let mut addressed = Addressed::default();
    remarks.retain_mut(|remark| {
        let passage = &prose.passages[remark.passage];
        if addressed.holds(remark, &passage.text) {
            return false;
        }
        // Pieces of code follow each other.
        let code = passage.code.get(passage.code.partition_point(|code| code.end <= remark.words.start));
        let code = code.is_some_and(|code| code.start < remark.words.end);
        !code && !own.names(&passage.text, &remark.words)
    });
    remarks
}

/// The addresses of the passage that was asked for last.
#[derive(Default)]
struct Addressed {
    passage: Option<usize>,
    addresses: Vec<Range<usize>>,
}

impl Addressed {
    /// Whether a remark is about letters of an address, which are no words. One that is about more than an address stays, and puts
    /// nothing in its place. Rules about links are about addresses.
    fn holds(&mut self, remark: &mut Remark<'_>, text: &str) -> bool {
        if remark.rule.starts_with("links-") {
            return false;
        }
        if self.passage != Some(remark.passage) {
            (self.passage, self.addresses) = (Some(remark.passage), addresses(text));
        }
        let words = &remark.words;
        let touched = self.addresses.iter().filter(|at| at.start < words.end && words.start < at.end);
        let mut whole = true;
        let mut any = false;
        for address in touched {
            any = true;
            whole &= words.start <= address.start && address.end <= words.end && *words != *address;
        }
        if any && whole {
            remark.replacement = None;
        }
        any && !whole
    }
}

/// Every remark, those too that lie over each other.
pub(super) fn unsifted<'a>(prose: &Prose, book: &'a Rulebook) -> Vec<Remark<'a>> {
    all(prose, book, (Scale::Examples, &OwnWords::default()), |_| {})
}

fn all<'a>(
    prose: &Prose,
    book: &'a Rulebook,
    (scale, own): (Scale, &OwnWords),
    sift: impl Fn(&mut Vec<Remark<'a>>),
) -> Vec<Remark<'a>> {
    let mut plain = Plain::new(book, scale);
    let mut cutter = Cutter::default();
    let mut standing = Standing::new(book);
    let mut out = Vec::new();
    for (number, passage) in prose.passages.iter().enumerate() {
        if matches!(passage.part, Part::Plain | Part::Quote) {
            continue;
        }
        cutter.cut(&passage.text, &book.vocabulary);
        let from = out.len();
        for sentence in &cutter.sentences {
            standing.next_sentence();
            let mut found =
                Reading { book, passage, number, all: &cutter.tokens, sentence, standing: &standing }.remarks();
            sift(&mut found);
            out.append(&mut found);
        }
        plain.passage((prose, number), &cutter, &own.initials, from, &mut out);
    }
    plain.end(prose, &mut out);
    out
}

/// Whether a word may be what is done to somebody: a quick look at a past participle after a “be” or an adverb.
fn done(token: &Token, before: Option<&Token>) -> bool {
    let after = before.is_some_and(|before| before.is(Class::BE | Class::ADV | Class::NEG));
    after && (token.is(Class::ED) || (token.open() && token.word == 0 && token.shape == Shape::Small))
}

/// Of remarks that overlap, keeps the one that matters most, then the longest.
fn best(remarks: &mut Vec<Remark<'_>>) {
    if remarks.len() < 2 {
        return;
    }
    remarks.sort_by_key(|r| (r.severity, std::cmp::Reverse(r.words.len()), r.words.start));
    let mut kept: Vec<Remark<'_>> = Vec::new();
    for remark in remarks.drain(..) {
        if !kept.iter().any(|other| other.words.start < remark.words.end && remark.words.start < other.words.end) {
            kept.push(remark);
        }
    }
    kept.sort_by_key(|r| r.words.start);
    *remarks = kept;
}

/// One sentence, being read.
struct Reading<'a, 'b> {
    book: &'a Rulebook,
    passage: &'b Passage,
    number: usize,
    all: &'b [Token],
    sentence: &'b Sentence,
    standing: &'b Standing,
}

/// Which patterns stand anywhere in the sentence; each is looked for once, however many rules ask.
struct Standing {
    sentence: u32,
    /// The sentence in which a pattern was looked for last, and whether it stands there.
    known: Vec<Cell<(u32, bool)>>,
}

impl Standing {
    fn new(book: &Rulebook) -> Self {
        Self { sentence: 0, known: vec![Cell::new((0, false)); book.standing.len()] }
    }

    /// Forgets what it knew of the sentence before.
    fn next_sentence(&mut self) {
        self.sentence += 1;
    }

    /// Whether one of these patterns stands in the sentence.
    fn any(&self, patterns: &Stands, matching: &Matching<'_>, book: &Rulebook) -> bool {
        patterns.iter().any(|number| {
            let known = &self.known[*number as usize];
            if known.get().0 != self.sentence {
                known.set((self.sentence, matching.anywhere(&book.standing[*number as usize])));
            }
            known.get().1
        })
    }
}

impl<'a> Reading<'a, '_> {
    fn remarks(&self) -> Vec<Remark<'a>> {
        let tokens = &self.all[self.sentence.tokens.clone()];
        let mut out = Vec::new();
        let mut clauses: Option<Clauses<'_>> = None;
        let bits = tokens.iter().fold(0, |bits, token| bits | bit(token.word));
        let near =
            |at: Option<usize>| Near::of(at.and_then(|at| tokens.get(at)).map(|token| (token.word, token.class)));
        for (at, token) in tokens.iter().enumerate() {
            let (next, last) = (near(Some(at + 1)), near(at.checked_sub(1)));
            let vocabulary = &self.book.vocabulary;
            let beside = |candidate: &&Candidate| {
                candidate.after.may_be(next, vocabulary) && candidate.before.may_be(last, vocabulary)
            };
            let words = self.book.anchored.at(token.word).iter().filter(beside).map(|candidate| candidate.number);
            let people: &[(Role, u32, u64)] = if token.role.is_empty() { &[] } else { &self.book.about };
            let about = people.iter().filter(|(roles, _, wanted)| roles.intersects(token.role) && wanted & bits != 0);
            let about = about.map(|(_, number, _)| *number);
            let done: &[(u32, u64)] = if done(token, tokens.get(at.wrapping_sub(1))) { &self.book.done } else { &[] };
            let done = done.iter().filter(|(_, wanted)| wanted & bits != 0).map(|(number, _)| *number);
            for candidate in words.chain(about).chain(done) {
                let clauses = clauses.get_or_insert_with(|| Clauses::new(&self.passage.text, tokens, self.spoken_of()));
                let matching = Matching { clauses, vocabulary: &self.book.vocabulary };
                let (pattern, case) = &self.book.patterns[candidate as usize];
                let case = &self.book.cases[*case];
                let found = matching.at(pattern, at).filter(|found| found.open < found.close);
                if let Some(found) = found.filter(|found| self.holds(&matching, case, *found)) {
                    out.push(self.remark(case.rule, found, tokens));
                }
            }
        }
        out
    }

    /// Who was spoken of before: the first person of the last sentence that has one.
    fn spoken_of(&self) -> Role {
        const PEOPLE: Role = Role::RESIDENT.union(Role::VISITOR).union(Role::STAFF).union(Role::ANIMAL);
        let mut found = Role::empty();
        for token in self.all[..self.sentence.tokens.start].iter().rev().take(90) {
            if token.is(Class::STOP) && !found.is_empty() {
                break;
            }
            if token.role.intersects(PEOPLE) {
                found = token.role;
            }
        }
        found
    }

    /// Whether a case holds where its pattern was found.
    fn holds(&self, matching: &Matching<'_>, case: &Ready, found: Found) -> bool {
        let clauses = matching.clauses;
        if case.headings && !(self.passage.is_heading() || matches!(self.passage.part, Part::Cell(_) | Part::Label)) {
            return false;
        }
        if let Some(roles) = case.subject {
            let verb = (found.open..found.close)
                .find(|at| clauses.tokens[*at].is(Class::AUX | Class::VERB | Class::EITHER))
                .unwrap_or(found.open);
            let subject = clauses.subject(verb).map_or(Role::NOBODY, |subject| subject.role);
            // “Residents and staff” are bound together: one of them is enough, unless the rule is for staff.
            if !subject.intersects(roles) {
                return false;
            }
        }
        if !case.needs.is_empty() && !self.stands(&case.needs, matching) || self.stands(&case.unless, matching) {
            return false;
        }
        !self.book.lifts[case.rule].iter().any(|lift| self.lifted(matching, *lift, found))
    }

    /// Whether one of these patterns stands anywhere in the sentence.
    fn stands(&self, patterns: &Stands, matching: &Matching<'_>) -> bool {
        self.standing.any(patterns, matching, self.book)
    }

    /// Whether something makes the wording right.
    fn lifted(&self, matching: &Matching<'_>, lift: Lift, found: Found) -> bool {
        let lifting = &self.book.lifting;
        match lift {
            Lift::Negation => Self::negated(matching, found),
            Lift::Quotation => self.mentioned(matching, found),
            Lift::Name => self.in_a_name(matching, found),
            Lift::Law => self.stands(&lifting.law, matching),
            Lift::Choice => self.stands(&lifting.choice, matching),
            Lift::Request => self.stands(&lifting.request, matching),
            Lift::Nobody => {
                matching.clauses.subject(found.open).is_some_and(|subject| subject.none && subject.end <= found.open)
            }
        }
    }

    /// Whether a “not” turns the words round: before them, or among them before the last.
    fn negated(matching: &Matching<'_>, found: Found) -> bool {
        matching.clauses.negated(found.open)
            || (found.open + 1 < found.close && matching.clauses.negated_within(found.open + 1, found.close))
    }

    /// Whether the words are spoken about, not used.
    fn mentioned(&self, matching: &Matching<'_>, found: Found) -> bool {
        let tokens = matching.clauses.tokens;
        if !tokens[found.open..found.close].iter().any(|token| token.quoted) {
            return false;
        }
        let lifting = &self.book.lifting;
        if self.stands(&lifting.defined, matching) && !self.stands(&lifting.mention, matching) {
            return false;
        }
        // “Our ‘wanderers’ wear a tag”: marks around a word that is used all the same.
        let first = (0..=found.open).rev().take_while(|at| tokens[*at].quoted).last().unwrap_or(found.open);
        let length =
            tokens[first..].iter().take_while(|token| token.quoted).filter(|token| token.shape != Shape::Sign).count();
        let used = first > 0 && tokens[first - 1].is(Class::DET) && length <= 3;
        !used || self.stands(&self.book.lifting.mention, matching)
    }

    /// Whether the words are part of a name: “Safeguarding Vulnerable Groups Act”, “Mr Ward”.
    fn in_a_name(&self, matching: &Matching<'_>, found: Found) -> bool {
        let clauses = matching.clauses;
        let tokens = clauses.tokens;
        let capital = |at: usize| matches!(tokens[at].shape, Shape::Capital | Shape::Capitals | Shape::Figure);
        let joins = |at: usize| clauses.reads(at, &["of", "and", "for", "the", "in", "on", "'s", "’s", "’", "'", "&"]);
        if !(found.open..found.close).any(|at| tokens[at].shape == Shape::Capital) {
            return false;
        }
        let (mut from, mut to) = (found.open, found.close);
        let back = |from: usize| {
            (from > 1 && joins(from - 1) && capital(from - 2))
                || (from > 2 && joins(from - 1) && joins(from - 2) && capital(from - 3))
        };
        let on = |to: usize| {
            let at = |more: usize| to + more < tokens.len() && capital(to + more);
            to < tokens.len() && joins(to) && (at(1) || (to + 1 < tokens.len() && joins(to + 1) && at(2)))
        };
        while from > 0 && (capital(from - 1) || back(from)) {
            from -= 1;
        }
        while to < tokens.len() && (capital(to) || on(to)) {
            to += 1;
        }
        let cue = (from..to).any(|at| {
            (at < found.open || at >= found.close || found.close - found.open == 1)
                && capital(at)
                && self.book.vocabulary.holds(self.book.name_words, tokens[at].word)
        });
        let title = |at: usize| clauses.reads(at, &["mr", "mrs", "ms", "miss", "dr"]);
        let titled = from > 0 && title(from - 1) || title(from);
        let name = to - from > 1 && cue || titled;
        // A heading in capitals, or a sentence written in them, names nothing.
        let small =
            tokens.iter().any(|token| token.shape == Shape::Small && !token.is(Class::DET | Class::PREP | Class::CONJ));
        name && (small || titled || cue)
    }

    fn remark(&self, rule: usize, found: Found, tokens: &[Token]) -> Remark<'a> {
        let words = tokens[found.open].start as usize..tokens[found.close - 1].end as usize;
        let shown = &self.passage.text[words.clone()];
        let known = &self.book.rules[rule];
        Remark {
            rule: &known.code,
            family: known.family,
            severity: known.severity,
            passage: self.number,
            message: known.message.replace("{words}", shown),
            suggestion: known.say.clone(),
            replacement: self.replacement(rule, &words),
            words,
            sentence: self.sentence.bytes.clone(),
        }
    }

    /// Better words for those that are pointed out, in the same form and with the same capital.
    fn replacement(&self, rule: usize, words: &Range<usize>) -> Option<Replacement> {
        let shown = &self.passage.text[words.clone()];
        let small = shown.to_lowercase();
        self.book.instead[rule].iter().find_map(|instead| {
            let (base, rest) = instead.of.split_once(' ').map_or((instead.of.as_str(), ""), |(a, b)| (a, b));
            let (better, tail) = instead.write.split_once(' ').map_or((instead.write.as_str(), ""), |(a, b)| (a, b));
            let (like, shown_rest) = small.split_once(' ').map_or((small.as_str(), ""), |(a, b)| (a, b));
            if rest != shown_rest {
                return None;
            }
            let mut written = if like == base { better.to_owned() } else { in_the_form_of(better, base, like)? };
            if !tail.is_empty() {
                written = format!("{written} {tail}");
            }
            if shown.starts_with(char::is_uppercase) {
                let first = written.chars().next()?;
                written = first.to_uppercase().chain(written.chars().skip(1)).collect();
            }
            Some(Replacement { bytes: words.clone(), words: written, certain: instead.certain })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remarks(text: String) -> usize {
        let passage = Passage { text, ..Passage::default() };
        let prose = Prose { passages: vec![passage], ..Prose::default() };
        check(&prose, &Rulebook::built_in().unwrap(), &OwnWords::default()).len()
    }

    /// Each would take minutes if one step looked at the whole text for every word of it.
    #[test]
    fn a_text_that_nobody_would_write_is_read_all_the_same() {
        assert!(remarks("residents must ".repeat(5_000)) > 1_000);
        assert!(remarks("we walk to the garden and ".repeat(5_000)) < 1_000);
        assert!(remarks("a".repeat(100_000)) < 10);
        assert!(remarks("a.b,c".repeat(20_000)) < 10);
        for mark in ["“", "\"", "'", ".”", "( "] {
            assert!(remarks(mark.repeat(20_000)) < 100, "{mark}");
        }
    }

    #[test]
    fn a_name_is_left_alone_wherever_it_stands_in_a_long_text() {
        let own = OwnWords { names: vec!["Café für the elderly – upstairs".to_owned()], ..OwnWords::default() };
        let text = format!("{} Café für the elderly – upstairs", "– ".repeat(50));
        let at = text.find("the elderly").unwrap();
        assert!(own.names(&text, &(at..at + "the elderly".len())));
        assert!(!own.names(&text, &(0..3)));
    }
}
