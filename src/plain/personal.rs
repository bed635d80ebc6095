//! How personal a whole text is: whether it speaks to the reader, names what people choose, and shows what it claims.
//!
//! Comes from: the passages, one after another. Goes to: `plain`, which calls it. Words of hotels and families are patterns of
//! `rules/personal.yaml` and need nothing here.

use super::known::Known;
use super::seen::{Seen, whole};
use crate::english::tokens::{Sentence, Shape};
use crate::prose::Prose;
use crate::remark::Remark;
use crate::rulebook::class::Class;
use crate::rulebook::vocabulary::SetId;

/// The rules about the whole text, and what was counted so far.
pub(super) struct Personal<'a> {
    /// The share of sentences that speak to somebody: the strictest rule first.
    share: Vec<Known<'a>>,
    choice: Option<Known<'a>>,
    claim: Option<Known<'a>>,
    words: usize,
    sentences: usize,
    /// Sentences that speak to somebody.
    to: usize,
    /// Sentences about the people who live there that do not speak to them.
    about: usize,
    section: Section,
}

/// What stands under one heading.
#[derive(Debug, Clone, Copy, Default)]
struct Section {
    heading: Option<usize>,
    words: usize,
    /// Whether it describes what the home does for people.
    service: bool,
    /// Whether it names a choice, a preference or a relationship.
    choice: bool,
}

impl<'a> Personal<'a> {
    pub(super) fn new(known: impl Fn(&str) -> Option<Known<'a>>) -> Self {
        Self {
            share: ["personal-impersonal", "personal-share"].into_iter().filter_map(&known).collect(),
            choice: known("personal-choice"),
            claim: known("personal-claim"),
            words: 0,
            sentences: 0,
            to: 0,
            about: 0,
            section: Section::default(),
        }
    }

    /// The words that speak to somebody.
    pub(super) fn speaks(&self) -> Option<SetId> {
        self.share.first().and_then(|known| known.set("speaks"))
    }

    /// Reads on; `out` holds from `from` on what the patterns found in this passage.
    pub(super) fn passage(&mut self, seen: &Seen<'_>, from: usize, out: &mut Vec<Remark<'a>>) {
        self.shown(seen, from, out);
        if seen.passage.is_heading() {
            self.close(seen.prose, out);
            self.section = Section { heading: Some(seen.number), service: self.is_service(seen), ..Section::default() };
        }
        if !seen.runs() {
            return;
        }
        self.words += seen.stretches.iter().map(|stretch| stretch.words).sum::<usize>();
        self.sentences += seen.stretches.len();
        self.to += seen.stretches.iter().filter(|stretch| stretch.personal).count();
        self.about += seen.stretches.iter().filter(|stretch| stretch.about && !stretch.personal).count();
        self.section.words += seen.stretches.iter().map(|stretch| stretch.words).sum::<usize>();
        if self.section.service && !self.section.choice {
            let set = self.choice.and_then(|known| known.set("choice"));
            self.section.choice = seen.tokens.iter().any(|token| seen.is_in(token, set));
        }
    }

    /// Says what the whole text is like.
    pub(super) fn end(mut self, prose: &Prose, out: &mut Vec<Remark<'a>>) {
        self.close(prose, out);
        let share = (self.to * 100 + self.sentences / 2).checked_div(self.sentences).unwrap_or(0);
        // A text on the house or the bus speaks to nobody, and need not: one on residents should speak to them.
        let speaks_about = |known: &Known<'a>| known.rule.code != "personal-impersonal" || self.about > self.to;
        let too_few = |known: &&Known<'a>| {
            self.words >= known.count("words") && share < known.count("share") && speaks_about(known)
        };
        if let Some(known) = self.share.iter().find(too_few) {
            let title = prose.passages.iter().position(|passage| passage.is_heading()).unwrap_or(0);
            let (text, place) = whole(prose, title);
            let mut remark = known.remark(text, place);
            remark.suggestion = format!("{} Now {share} of 100 sentences do.", remark.suggestion);
            out.push(remark);
        }
    }

    /// Judges what stood under the last heading.
    fn close(&mut self, prose: &Prose, out: &mut Vec<Remark<'a>>) {
        let section = std::mem::take(&mut self.section);
        let bare = |known: &Known<'a>| section.service && !section.choice && section.words >= known.count("words");
        if let (Some(known), Some(heading)) = (self.choice.filter(bare), section.heading) {
            let (text, place) = whole(prose, heading);
            out.push(known.remark(text, place));
        }
    }

    /// Whether a heading is about what the home does for people.
    fn is_service(&self, seen: &Seen<'_>) -> bool {
        let set = self.choice.and_then(|known| known.set("services"));
        seen.tokens.iter().any(|token| seen.is_in(token, set))
    }

    /// Takes back what was said of claims that are shown: in their sentence or the next.
    fn shown(&self, seen: &Seen<'_>, from: usize, out: &mut Vec<Remark<'a>>) {
        let Some(known) = self.claim else { return };
        let mut found = out.split_off(from);
        found.retain(|remark| {
            // Sentences follow each other.
            let first = seen.sentences.partition_point(|one| one.bytes.start < remark.sentence.start);
            let mut near = seen.sentences.iter().skip(first).take(2);
            remark.rule != known.rule.code || !near.any(|one| is_example(&known, seen, one))
        });
        out.append(&mut found);
    }
}

/// Whether a sentence shows what it means: with a number, a time, a name, an “such as”.
fn is_example(known: &Known<'_>, seen: &Seen<'_>, sentence: &Sentence) -> bool {
    let text = seen.passage.text[sentence.bytes.clone()].to_lowercase();
    let phrase = |phrase: &String| text.contains(phrase.as_str());
    let figure = |at: usize| {
        let token = seen.tokens[at];
        let number = token.is(Class::NUM) && !token.is(Class::PRON | Class::DET);
        let name = token.shape == Shape::Capital && token.word == 0 && at > sentence.tokens.start;
        token.shape == Shape::Figure || number || name || token.quoted
    };
    known.data().phrases.iter().any(phrase) || sentence.tokens.clone().any(figure)
}

#[cfg(test)]
mod tests {
    use crate::prose::Prose;
    use crate::rulebook::Rulebook;
    use crate::statement::statement;
    use crate::wording::{OwnWords, check};

    fn rules(text: &str) -> Vec<String> {
        let prose: Prose = statement("statement.md".into(), text.as_bytes()).unwrap();
        let book = Rulebook::built_in().unwrap();
        check(&prose, &book, &OwnWords::default()).iter().map(|remark| remark.rule.to_owned()).collect()
    }

    #[test]
    fn a_statement_about_residents_is_told_to_speak_to_its_reader() {
        let cold = format!("# Mill House\n\n{}", "Residents are served at noon in the dining room. ".repeat(30));
        assert!(rules(&cold).contains(&"personal-impersonal".to_owned()));
        let house = format!("# Mill House\n\n{}", "The house stands at the end of a lane. ".repeat(30));
        assert!(rules(&house).contains(&"personal-share".to_owned()));
        let warm = format!("# Mill House\n\n{}", "You can have lunch at noon in our kitchen. ".repeat(30));
        assert!(!rules(&warm).iter().any(|rule| rule.starts_with("personal-")));
        assert!(!rules("# Mill House\n\nThe cook makes lunch.").iter().any(|rule| rule.starts_with("personal-")));
    }

    #[test]
    fn a_claim_with_an_example_beside_it_is_no_bare_claim() {
        assert!(rules("Our care is homely. It is the best.").contains(&"personal-claim".to_owned()));
        assert!(!rules("Our care is homely. Mrs Ford has her tea at 5am.").contains(&"personal-claim".to_owned()));
    }
}
