//! Initials that nobody explained: not in their sentence, not before, not in the home's own list.

mod explained;

use std::collections::BTreeSet;

use super::known::Known;
use super::seen::Seen;
use crate::english::tokens::{Sentence, Shape, Token};
use crate::remark::Remark;
use crate::rulebook::class::Class;
use crate::rulebook::data::Meanings;

/// The rules about initials, and what was explained so far.
pub(super) struct Initials<'a> {
    /// Initials of the work, and those that cannot be a word.
    known: Option<Known<'a>>,
    /// Others, which may be a name that everybody there knows.
    doubtful: Option<Known<'a>>,
    meanings: &'a Meanings,
    explained: BTreeSet<String>,
    /// Where some were pointed out: once under each heading, where people begin to read.
    said: BTreeSet<(Option<usize>, String)>,
}

impl<'a> Initials<'a> {
    pub(super) fn new(known: impl Fn(&str) -> Option<Known<'a>>, meanings: &'a Meanings) -> Self {
        let (explained, said) = (BTreeSet::new(), BTreeSet::new());
        Self { known: known("jargon-initials"), doubtful: known("jargon-initials-other"), meanings, explained, said }
    }

    pub(super) fn passage(&mut self, seen: &Seen<'_>, out: &mut Vec<Remark<'a>>) {
        for sentence in seen.sentences {
            for at in sentence.tokens.clone() {
                if let Some(initials) = self.initials(seen, at) {
                    out.extend(self.judged(seen, sentence, at, initials));
                }
            }
        }
    }

    /// The initials a word is, in capitals and without the s of several: “ADLs”, “NEWS2”.
    fn initials(&self, seen: &Seen<'_>, at: usize) -> Option<String> {
        if !matches!(seen.tokens[at].shape, Shape::Capital | Shape::Capitals | Shape::Figure) {
            return None;
        }
        let letters = seen.letters(at);
        let base = letters
            .strip_suffix('s')
            .filter(|base| base.len() > 1 && !self.meanings.work.contains_key(letters))
            .unwrap_or(letters);
        let capitals = base.bytes().filter(u8::is_ascii_uppercase).count();
        if capitals < 2 || base.len() > 7 || !base.is_ascii() {
            return None;
        }
        let upper = base.to_ascii_uppercase();
        let only_capitals = capitals == base.len() && capitals <= 6;
        (only_capitals || self.meanings.lists(&upper)).then_some(upper)
    }

    fn judged(&mut self, seen: &Seen<'_>, sentence: &Sentence, at: usize, initials: String) -> Option<Remark<'a>> {
        let own = seen.own_initials.contains_key(&initials) || seen.own_initials.contains_key(seen.letters(at));
        let everybody = self.meanings.everybody.contains(&initials);
        if own || everybody || self.explained.contains(&initials) {
            return None;
        }
        let meaning = self.meanings.work.get(&initials);
        if explained::here(seen, sentence, at, &initials, meaning.map(String::as_str)) {
            self.explained.insert(initials);
            return None;
        }
        let rule = self.rule(seen, sentence, at, &initials)?;
        if !self.said.insert((seen.passage.under, initials.clone())) {
            return None;
        }
        let mut remark = rule.remark(&seen.passage.text, seen.place(seen.bytes(at..at + 1), sentence));
        if let Some(meaning) = meaning {
            remark.suggestion =
                format!("Write “{meaning} ({})” the first time, or leave the initials out.", seen.letters(at));
        }
        Some(remark)
    }

    /// The rule that initials break, if they are initials at all.
    fn rule(&self, seen: &Seen<'_>, sentence: &Sentence, at: usize, initials: &str) -> Option<Known<'a>> {
        let token = seen.tokens[at];
        let work = self.meanings.work.contains_key(initials);
        let everyday = token.is(EVERYDAY) || self.meanings.words.contains(initials);
        if token.quoted || in_an_address(seen, at) || (work && everyday && !self.beside(seen, sentence, at)) {
            return None;
        }
        if work {
            return self.known;
        }
        if self.meanings.organisations.contains(initials) {
            return self.doubtful;
        }
        let other = token.word != 0 || is_roman(initials) || self.in_a_name(seen, sentence, at);
        let vowel = initials.contains(['A', 'E', 'I', 'O', 'U']);
        let doubtful = vowel || initials.len() < 3;
        if other {
            None
        } else if doubtful {
            self.doubtful
        } else {
            self.known
        }
    }

    /// “a MUST score”: a word that is initials here, by what stands beside it.
    fn beside(&self, seen: &Seen<'_>, sentence: &Sentence, at: usize) -> bool {
        let next = if at + 1 < sentence.tokens.end { seen.letters(at + 1).to_lowercase() } else { String::new() };
        let after_det =
            at > sentence.tokens.start && seen.tokens[at - 1].is(Class::DET) && !seen.tokens[at - 1].is(Class::PRON);
        after_det || self.meanings.beside.contains(&next)
    }

    /// Whether it is part of somebody's name, or of words that are all in capitals.
    fn in_a_name(&self, seen: &Seen<'_>, sentence: &Sentence, at: usize) -> bool {
        let unlisted = |at: usize| !self.meanings.lists(seen.letters(at));
        let shape = |at: usize| seen.tokens[at].shape;
        let next = at + 1 < sentence.tokens.end
            && matches!(shape(at + 1), Shape::Capital | Shape::Capitals)
            && unlisted(at + 1);
        let before = at > sentence.tokens.start && {
            let known = !seen.tokens[at - 1].class.is_empty() && at - 1 == sentence.tokens.start;
            shape(at - 1) == Shape::Capitals && unlisted(at - 1) || shape(at - 1) == Shape::Capital && !known
        };
        let words = seen.tokens[sentence.tokens.clone()].iter().filter(|token| token.shape != Shape::Sign);
        let shouted = words.clone().count() > 1
            && words.clone().all(|token| !matches!(token.shape, Shape::Small | Shape::Capital));
        next || before || shouted
    }
}

/// What a word does that is never initials unless something says so.
const EVERYDAY: Class = Class::AUX
    .union(Class::DET)
    .union(Class::PREP)
    .union(Class::CONJ)
    .union(Class::PRON)
    .union(Class::SUB)
    .union(Class::ADV)
    .union(Class::NEG);

/// Whether it is a part of an address of the web or of a letter box.
fn in_an_address(seen: &Seen<'_>, at: usize) -> bool {
    let Token { start, end, .. } = seen.tokens[at];
    let (before, after) = (&seen.passage.text[..start as usize], &seen.passage.text[end as usize..]);
    let joined = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let mut next = after.chars();
    let on = next.next().is_some_and(|sign| "@._=".contains(sign)) && joined(next.next());
    let mut last = before.chars().rev();
    let back = last.next().is_some_and(|sign| "@._=".contains(sign)) && joined(last.next());
    on || back
}

/// Whether it is a number as the Romans wrote it.
fn is_roman(initials: &str) -> bool {
    let value = |letter: char| match letter {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        'C' => Some(100),
        _ => None,
    };
    let values: Option<Vec<i32>> = initials.chars().map(value).collect();
    // A smaller sign stands before one at most ten times as large, and each at most three times.
    values.is_some_and(|values| {
        values.windows(2).all(|two| two[0] >= two[1] || two[0] * 10 >= two[1])
            && values.windows(4).all(|four| four.iter().any(|value| *value != four[0]))
    })
}

#[cfg(test)]
mod tests {
    use crate::finding::Severity;
    use crate::prose::{Passage, Prose};
    use crate::rulebook::Rulebook;
    use crate::wording::{OwnWords, check};

    fn found(passages: &[&str], own: &OwnWords) -> Vec<String> {
        let passage = |text: &&str| Passage { text: (*text).to_owned(), ..Passage::default() };
        let prose = Prose { passages: passages.iter().map(passage).collect(), ..Prose::default() };
        let book = Rulebook::built_in().unwrap();
        let remarks = check(&prose, &book, own);
        let counts = |rule: &str, severity| rule == "jargon-initials" && severity != Severity::Hint;
        let words = |at: usize, words: std::ops::Range<usize>| prose.passages[at].text[words].to_owned();
        remarks
            .into_iter()
            .filter(|one| counts(one.rule, one.severity))
            .map(|one| words(one.passage, one.words))
            .collect()
    }

    fn plainly(text: &str) -> Vec<String> {
        found(&[text], &OwnWords::default())
    }

    #[test]
    fn initials_of_the_work_need_their_words() {
        assert_eq!(plainly("An LPA should be lodged with us."), ["LPA"]);
        assert_eq!(plainly("Your ISP is reviewed by the ASC team."), ["ISP", "ASC"]);
        assert_eq!(plainly("ADL and MUST scores are kept."), ["ADL", "MUST"]);
        assert_eq!(plainly("A SALT visits on Mondays."), ["SALT"]);
    }

    #[test]
    fn whoever_explains_them_may_use_them() {
        for text in [
            "A lasting power of attorney (LPA) lets someone you trust decide.",
            "Do not attempt cardiopulmonary resuscitation (DNACPR) is explained on page 12.",
            "NHS Continuing Healthcare (sometimes called CHC) is paid by the NHS.",
            "Your PEEP, or personal emergency evacuation plan, says how we help you.",
            "An occupational therapist (OT) can look at your chair.",
            "If a chart says NBM (nil by mouth), or ADLs (activities of daily living), ask.",
            "NEWS2 is the score hospitals use for pulse and breathing.",
            "Deprivation of liberty (DoLS)",
            "The Deprivation of Liberty Safeguards, often shortened to DoLS, bind us.",
        ] {
            assert_eq!(plainly(text), Vec::<String>::new(), "{text}");
        }
        let later = ["A lasting power of attorney (LPA) helps.", "Bring your LPA with you."];
        assert_eq!(found(&later, &OwnWords::default()), Vec::<String>::new());
    }

    #[test]
    fn what_only_looks_like_initials_is_left_alone() {
        for text in [
            "You MUST tell us.",
            "The house is at 7 Prior Street, Little Mock ZZ99 7GH.",
            "Henry VIII slept here, and chapter XIV tells of it.",
            "PLEASE KEEP THIS DOOR SHUT",
            "Mr JR WARD plays the organ at 10 AM.",
            "Our MP, the NHS, your GP and the TV.",
            "Write to OT@home.example or see www.LPA.example.",
        ] {
            assert_eq!(plainly(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_home_can_explain_its_initials_once_for_all() {
        let mut own = OwnWords::default();
        own.initials.insert("MDT".into(), "the people from the surgery".into());
        assert_eq!(found(&["The MDT meets here."], &own), Vec::<String>::new());
        assert_eq!(plainly("The MDT meets here."), ["MDT"]);
    }
}
