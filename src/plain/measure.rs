//! How a whole text reads: its words, its sentences, its reading grade, how often it speaks to the reader.

use std::collections::BTreeSet;

use crate::prose::{Part, Prose};
use crate::reading::Reading;

/// What was measured of one text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Measures {
    /// Words of running prose.
    pub words: usize,
    /// Sentences of running prose.
    pub sentences: usize,
    /// Sentences with “you”, “we”, “us”, “our” or “your” in them.
    pub personal: usize,
    /// The Flesch–Kincaid grade; none where there are no sentences.
    pub grade: Option<f64>,
}

/// Measures running prose: paragraphs, points, steps and quotations. Not headings, labels, cells, addresses. What one text says
/// as another did before, a paper as its page, counts once.
#[must_use]
pub fn measure<'a>(texts: impl IntoIterator<Item = &'a Prose>) -> Measures {
    let runs = |part| matches!(part, Part::Paragraph | Part::Point | Part::Step | Part::Quote);
    let mut running: Vec<&str> = Vec::new();
    let mut earlier: BTreeSet<&str> = BTreeSet::new();
    for prose in texts {
        let own = prose.passages.iter().filter(|passage| runs(passage.part)).map(|passage| passage.text.as_str());
        let own: Vec<&str> = own.filter(|text| !earlier.contains(text)).collect();
        earlier.extend(&own);
        running.extend(own);
    }
    let reading = Reading::of(running.into_iter());
    Measures {
        words: reading.sentences.iter().map(|(_, words)| words).sum(),
        personal: reading.sentences.iter().filter(|(sentence, _)| is_personal(sentence)).count(),
        sentences: reading.sentences.len(),
        grade: (!reading.sentences.is_empty()).then_some(reading.grade),
    }
}

impl Measures {
    /// Of a hundred sentences, how many speak to the reader or as “we”.
    #[must_use]
    pub fn share(&self) -> usize {
        (self.personal * 100 + self.sentences / 2).checked_div(self.sentences).unwrap_or(0)
    }
}

/// Whether a sentence speaks to the reader, or as the people of the home.
#[must_use]
pub fn is_personal(sentence: &str) -> bool {
    const PERSONAL: [&str; 9] = ["you", "your", "yours", "yourself", "we", "us", "our", "ours", "ourselves"];
    sentence
        .split(|c: char| !c.is_alphabetic())
        .any(|word| PERSONAL.iter().any(|personal| word.eq_ignore_ascii_case(personal)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::Passage;

    #[test]
    fn a_text_is_measured_by_its_running_words_alone() {
        let passage = |part, text: &str| Passage { part, text: text.into(), ..Passage::default() };
        let passages = vec![
            passage(Part::Heading(1), "Your home"),
            passage(Part::Paragraph, "You’re welcome. The bus stops here."),
            passage(Part::Plain, "1 Mill Lane"),
        ];
        let measures = measure([&Prose { passages, ..Prose::default() }]);
        assert_eq!((measures.words, measures.sentences, measures.personal), (6, 2, 1));
        assert_eq!(measures.share(), 50);
    }

    #[test]
    fn a_bonus_speaks_to_nobody() {
        assert!(!is_personal("The bus is a bonus."));
        assert!(is_personal("We’ll come."));
    }
}
