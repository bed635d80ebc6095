//! How hard the text under one heading is to read: its Flesch–Kincaid grade.

use super::known::Known;
use super::seen::{Seen, whole};
use crate::prose::Prose;
use crate::reading::grade;
use crate::remark::Remark;

/// The rules about grades, the hardest first.
pub(super) struct Grade<'a> {
    rules: Vec<Known<'a>>,
    section: Section,
}

/// What stands under one heading, added up.
#[derive(Debug, Clone, Copy, Default)]
struct Section {
    /// The heading, or the first passage where there is none.
    at: usize,
    under: Option<usize>,
    words: usize,
    sentences: usize,
    syllables: usize,
}

impl<'a> Grade<'a> {
    pub(super) fn new(known: impl Fn(&str) -> Option<Known<'a>>) -> Self {
        Self {
            rules: ["reading-grade-high", "reading-grade"].into_iter().filter_map(known).collect(),
            section: Section::default(),
        }
    }

    pub(super) fn passage(&mut self, seen: &Seen<'_>, out: &mut Vec<Remark<'a>>) {
        if !seen.runs() {
            return;
        }
        let under = seen.passage.under;
        if self.section.under != under || self.section.sentences == 0 {
            self.end(seen.prose, out);
            self.section = Section { at: under.unwrap_or(seen.number), under, ..Section::default() };
        }
        self.section.sentences += seen.stretches.len();
        self.section.words += seen.stretches.iter().map(|stretch| stretch.words).sum::<usize>();
        self.section.syllables += seen.stretches.iter().map(|stretch| stretch.syllables).sum::<usize>();
    }

    /// Judges the section that ends here.
    pub(super) fn end(&mut self, prose: &Prose, out: &mut Vec<Remark<'a>>) {
        let section = std::mem::take(&mut self.section);
        let grade = grade(section.words, section.sentences, section.syllables);
        let too_hard =
            |known: &&Known<'a>| section.words >= known.count("words") && grade > f64::from(known.number("highest"));
        if let Some(known) = self.rules.iter().find(too_hard) {
            let (text, place) = whole(prose, section.at);
            let mut remark = known.remark(text, place);
            let most = known.number("aim");
            remark.suggestion =
                format!("{} Its grade is {grade:.0}; {most} or less is easy for most people.", remark.suggestion);
            out.push(remark);
        }
    }
}
