//! Sentences and paragraphs that are too long for one breath.
//!
//! Words are counted as `reading` counts them, and a colon ends a sentence as it does there. Not in cells, addresses and names.

use super::known::Known;
use super::seen::{Seen, Spot, Stretch};
use crate::prose::Part;
use crate::remark::Remark;

/// The rules about length.
pub(super) struct Length<'a> {
    /// The longest first: one remark a sentence is enough.
    sentences: Vec<Known<'a>>,
    paragraph: Option<Known<'a>>,
}

impl<'a> Length<'a> {
    pub(super) fn new(known: impl Fn(&str) -> Option<Known<'a>>) -> Self {
        let sentences = ["sentence-too-long", "sentence-length"].into_iter().filter_map(&known).collect();
        Self { sentences, paragraph: known("paragraph-length") }
    }

    pub(super) fn passage(&self, seen: &Seen<'_>, out: &mut Vec<Remark<'a>>) {
        if !(seen.runs() || seen.passage.part == Part::Aside) {
            return;
        }
        let text = &seen.passage.text;
        for stretch in seen.stretches {
            let too_long = |known: &&Known<'a>| stretch.words > known.count("longest");
            let long = self.sentences.iter().find(too_long);
            let Some(known) = long.filter(|_| !names_only(&text[stretch.bytes.clone()])) else { continue };
            let place = Spot { passage: seen.number, words: stretch.bytes.clone(), sentence: stretch.bytes.clone() };
            let mut remark = known.remark(text, place);
            let most = self.sentences.last().map_or(0, |shortest| shortest.count("longest"));
            remark.suggestion = format!("{} It has {} words; {most} is enough.", remark.suggestion, stretch.words);
            out.push(remark);
        }
        if let (Some(known), Some(first)) = (self.paragraph, seen.sentences.first()) {
            out.extend(is_long(&known, seen).then(|| known.remark(text, seen.place(first.bytes.clone(), first))));
        }
    }
}

/// Whether a paragraph has too many sentences or words.
fn is_long(known: &Known<'_>, seen: &Seen<'_>) -> bool {
    let words = |stretch: &Stretch| stretch.words;
    // Stretches follow each other as the sentences do that they are parts of.
    let with_words = |bytes: &std::ops::Range<usize>| {
        let first = seen.stretches.partition_point(|one| one.bytes.start < bytes.start);
        seen.stretches.get(first).is_some_and(|one| bytes.contains(&one.bytes.start))
    };
    seen.stretches.iter().map(words).sum::<usize>() > known.count("words")
        || seen.sentences.iter().filter(|sentence| with_words(&sentence.bytes)).count() > known.count("sentences")
}

/// Whether it is an address, or the names of people and societies, and no sentence: most words have a capital or a figure.
fn names_only(letters: &str) -> bool {
    let mut words = 0;
    let mut names = 0;
    for word in letters.split_whitespace() {
        words += 1;
        names += usize::from(word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    }
    names * 2 > words && letters.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::plain::Readership;
    use crate::prose::{Part, Passage, Prose};
    use crate::rulebook::Rulebook;
    use crate::wording::{OwnWords, check_for};

    fn found(words: usize, part: Part, reader: Readership) -> bool {
        let text = format!("We {}.", vec!["walk"; words - 1].join(" "));
        let prose = Prose { passages: vec![Passage { part, text, ..Passage::default() }], ..Prose::default() };
        let book = Rulebook::built_in().unwrap();
        check_for(&prose, &book, &OwnWords::default(), reader).iter().any(|remark| remark.rule.starts_with("sentence-"))
    }

    #[test]
    fn the_twenty_sixth_word_is_one_too_many() {
        assert!(!found(25, Part::Paragraph, Readership::Anyone));
        assert!(found(26, Part::Paragraph, Readership::Anyone));
        assert!(!found(26, Part::Cell(1), Readership::Anyone), "a cell is no sentence");
    }

    #[test]
    fn in_a_pack_it_is_the_sixteenth() {
        assert!(!found(15, Part::Point, Readership::Pack));
        assert!(found(16, Part::Point, Readership::Pack));
    }
}
