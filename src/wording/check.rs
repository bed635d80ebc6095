//! Looks for every rule in every sentence, and keeps what nothing lifts.

use std::ops::Range;

use super::book::{Lift, Ready, Rulebook};
use super::clause::Clauses;
use super::inflect::in_the_form_of;
use super::own::OwnWords;
use super::matching::{Found, Matching};
use super::plain::{Plain, Reader, Scale};
use super::tokens::{Cutter, Sentence, Shape, Token};
use super::vocabulary::{class, role};
use super::{Remark, Replacement};
use crate::prose::{Part, Passage, Prose};

/// Every remark on a text that anybody may read, in the order in which it is read.
#[must_use]
pub fn check<'a>(prose: &Prose, book: &'a Rulebook, own: &OwnWords) -> Vec<Remark<'a>> {
    check_for(prose, book, own, Reader::Anyone)
}

/// Every remark on a text for such a reader.
#[must_use]
pub fn check_for<'a>(prose: &Prose, book: &'a Rulebook, own: &OwnWords, reader: Reader) -> Vec<Remark<'a>> {
    let mut remarks = all(prose, book, (Scale::Full(reader), own), best);
    remarks.retain(|remark| !own.names(&prose.passages[remark.passage].text, &remark.words));
    remarks
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
    let mut out = Vec::new();
    for (number, passage) in prose.passages.iter().enumerate() {
        if matches!(passage.part, Part::Plain | Part::Quote) {
            continue;
        }
        cutter.cut(&passage.text, &book.vocabulary);
        let from = out.len();
        for sentence in &cutter.sentences {
            let mut found = Reading { book, passage, number, all: &cutter.tokens, sentence }.remarks();
            sift(&mut found);
            out.append(&mut found);
        }
        plain.passage((prose, number), &cutter, own, from, &mut out);
    }
    plain.end(prose, &mut out);
    out
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
}

impl<'a> Reading<'a, '_> {
    fn remarks(&self) -> Vec<Remark<'a>> {
        let tokens = &self.all[self.sentence.tokens.clone()];
        let mut out = Vec::new();
        let mut clauses: Option<Clauses<'_>> = None;
        for (at, token) in tokens.iter().enumerate() {
            let words = self.book.anchored.get(&token.word).filter(|_| token.word != 0).into_iter().flatten().copied();
            let about = self.book.about.iter().filter(|(roles, _)| roles & token.role != 0).map(|(_, number)| *number);
            for candidate in words.chain(about) {
                let clauses = clauses.get_or_insert_with(|| Clauses::new(&self.passage.text, tokens, self.spoken_of()));
                let matching = Matching { clauses, vocabulary: &self.book.vocabulary };
                let (pattern, case) = &self.book.patterns[candidate as usize];
                let case = &self.book.cases[*case];
                if let Some(found) = matching.at(pattern, at).filter(|found| found.open < found.close) {
                    if self.holds(&matching, case, found) {
                        out.push(self.remark(case.rule, found, tokens));
                    }
                }
            }
        }
        out
    }

    /// Who was spoken of in the sentences before: the first person of the last sentence that has one.
    fn spoken_of(&self) -> u16 {
        const PEOPLE: u16 = role::RESIDENT | role::VISITOR | role::STAFF;
        let before = &self.all[..self.sentence.tokens.start];
        let last = before.iter().rev().take(60).filter(|token| token.role & PEOPLE != 0);
        last.last().map_or(0, |token| token.role)
    }

    /// Whether a case holds where its pattern was found.
    fn holds(&self, matching: &Matching<'_>, case: &Ready, found: Found) -> bool {
        let clauses = matching.clauses;
        if case.headings && !(self.passage.is_heading() || matches!(self.passage.part, Part::Cell(_) | Part::Label)) {
            return false;
        }
        if let Some(roles) = case.subject {
            let verb = (found.open..found.close).find(|at| clauses.tokens[*at].is(class::AUX | class::VERB | class::EITHER)).unwrap_or(found.open);
            let subject = clauses.subject(verb).map_or(role::NOBODY, |subject| subject.role);
            // “Residents and staff” are bound together: one of them is enough, unless the rule is for staff.
            if subject & roles == 0 {
                return false;
            }
        }
        if !case.needs.is_empty() && !case.needs.iter().any(|pattern| matching.anywhere(pattern)) {
            return false;
        }
        if case.unless.iter().any(|pattern| matching.anywhere(pattern)) {
            return false;
        }
        !self.book.lifts[case.rule].iter().any(|lift| self.lifted(matching, *lift, found))
    }

    /// Whether something makes the wording right.
    fn lifted(&self, matching: &Matching<'_>, lift: Lift, found: Found) -> bool {
        let lifting = &self.book.lifting;
        let stands = |patterns: &[super::pattern::Pattern]| patterns.iter().any(|pattern| matching.anywhere(pattern));
        match lift {
            Lift::Negation => matching.clauses.negated(found.open),
            Lift::Quotation => self.mentioned(matching, found),
            Lift::Name => self.in_a_name(matching, found),
            Lift::Law => stands(&lifting.law),
            Lift::Choice => stands(&lifting.choice),
            Lift::Request => stands(&lifting.request),
        }
    }

    /// Whether the words are spoken about, not used.
    fn mentioned(&self, matching: &Matching<'_>, found: Found) -> bool {
        let tokens = matching.clauses.tokens;
        if !tokens[found.open..found.close].iter().any(|token| token.quoted) {
            return false;
        }
        let stands = |patterns: &[super::pattern::Pattern]| patterns.iter().any(|pattern| matching.anywhere(pattern));
        if stands(&self.book.lifting.defined) {
            return false;
        }
        // “Our ‘wanderers’ wear a tag”: marks around a word that is used all the same.
        let first = (0..=found.open).rev().take_while(|at| tokens[*at].quoted).last().unwrap_or(found.open);
        let length = tokens[first..].iter().take_while(|token| token.quoted).filter(|token| token.shape != Shape::Sign).count();
        let used = first > 0 && tokens[first - 1].is(class::DET) && length <= 3;
        !used || stands(&self.book.lifting.mention)
    }

    /// Whether the words are part of a name: “Safeguarding Vulnerable Groups Act”, “Mr Ward”.
    fn in_a_name(&self, matching: &Matching<'_>, found: Found) -> bool {
        let clauses = matching.clauses;
        let tokens = clauses.tokens;
        let capital = |at: usize| matches!(tokens[at].shape, Shape::Capital | Shape::Capitals | Shape::Figure);
        let joins = |at: usize| ["of", "and", "for", "the", "in", "on", "'s", "’s", "’", "&"].contains(&clauses.small(at).as_str());
        if !(found.open..found.close).any(|at| tokens[at].shape == Shape::Capital) {
            return false;
        }
        let (mut from, mut to) = (found.open, found.close);
        while from > 0 && (capital(from - 1) || (from > 1 && joins(from - 1) && capital(from - 2))) {
            from -= 1;
        }
        while to < tokens.len() && (capital(to) || (to + 1 < tokens.len() && joins(to) && capital(to + 1))) {
            to += 1;
        }
        let cue = (from..to).any(|at| (at < found.open || at >= found.close || found.close - found.open == 1) && capital(at) && self.book.vocabulary.word(tokens[at].word).sets.binary_search(&self.book.name_words).is_ok());
        let titled = from > 0 && ["mr", "mrs", "ms", "miss", "dr"].contains(&clauses.small(from - 1).as_str()) || ["mr", "mrs", "ms", "miss", "dr"].contains(&clauses.small(from).as_str());
        let name = to - from > 1 && cue || titled;
        // A heading in capitals, or a sentence written in them, names nothing.
        let small = tokens.iter().any(|token| token.shape == Shape::Small && !token.is(class::DET | class::PREP | class::CONJ));
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
