//! The whole of what was found: counts a family, how the text reads, the three changes that would help most.

use std::collections::BTreeMap;

use super::Review;
use crate::finding::Severity;
use crate::plain::measure::{Measures, measure};
use crate::rulebook::family::Family;

/// What there is to say at the end.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// Errors, warnings, hints.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Hints.
    pub hints: usize,
    /// How many of each family, the most first.
    pub families: Vec<(Family, usize)>,
    /// The families whose change would help most, three at most.
    pub most: Vec<Family>,
    /// How it reads.
    pub measures: Measures,
}

impl Summary {
    /// Counts what was found.
    #[must_use]
    pub fn of(reviews: &[Review]) -> Self {
        let advice = || reviews.iter().flat_map(|review| &review.advice);
        let count = |severity| advice().filter(|advice| advice.severity == severity).count();
        let mut weights: BTreeMap<Family, (usize, usize)> = BTreeMap::new();
        for advice in advice() {
            let (count, weight) = weights.entry(advice.family).or_default();
            *count += 1;
            *weight += match advice.severity {
                Severity::Error => 3,
                Severity::Warning => 2,
                Severity::Hint => 1,
            };
        }
        let mut families: Vec<(Family, usize)> = weights.iter().map(|(family, (count, _))| (*family, *count)).collect();
        families.sort_by_key(|(family, count)| (std::cmp::Reverse(*count), *family));
        let mut most: Vec<Family> = weights.keys().copied().filter(|family| *family != Family::Lint).collect();
        most.sort_by_key(|family| std::cmp::Reverse(weights[family].1));
        most.truncate(3);
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            hints: count(Severity::Hint),
            families,
            most,
            measures: measure(reviews.iter().map(|review| &review.prose)),
        }
    }

    /// How many things were found.
    #[must_use]
    pub fn total(&self) -> usize {
        self.errors + self.warnings + self.hints
    }

    /// “3 errors, 1 warning”; “nothing” where nothing was found.
    #[must_use]
    pub fn counted(&self) -> String {
        let parts = [(self.errors, "error"), (self.warnings, "warning"), (self.hints, "hint")];
        let parts: Vec<String> = parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, what)| number(n, what)).collect();
        if parts.is_empty() { "nothing to change".to_owned() } else { parts.join(", ") }
    }

    /// How the text reads, a sentence each.
    #[must_use]
    pub fn reading(&self) -> Vec<String> {
        let measures = &self.measures;
        let Some(grade) = measures.grade else { return vec!["There are no sentences to measure.".to_owned()] };
        let harder =
            if grade > 8.0 { "; 8 or less is easy for most adults" } else { ", which is easy for most adults" };
        vec![
            format!("{} in {}.", number(measures.words, "word"), number(measures.sentences, "sentence")),
            format!("Reading grade {:.1}{harder}.", grade.max(0.0)),
            format!("{} in 100 sentences speak to the reader, or as “we”.", measures.share()),
        ]
    }
}

/// “1 word”, “1,177 words”.
#[must_use]
pub fn number(n: usize, what: &str) -> String {
    let digits = n.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    format!("{} {what}{}", groups.join(","), if n == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_people_write_them() {
        assert_eq!(number(1, "word"), "1 word");
        assert_eq!(number(1177, "word"), "1,177 words");
    }

    #[test]
    fn an_empty_text_has_nothing_to_change() {
        let summary = Summary::of(&[]);
        assert_eq!(summary.counted(), "nothing to change");
        assert_eq!(summary.reading().len(), 1);
    }
}
