//! How hard a Document is to read: the length of its sentences, its reading grade, its initials.
//!
//! Judged on running prose only: paragraphs, list points, steps. Not on tables, labels, addresses or registration words.

use crate::document::{Block, Document, Section, all_letters};
use crate::text::Audience;

/// What was measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Sentences, each with its number of words.
    pub sentences: Vec<(String, usize)>,
    /// The Flesch–Kincaid grade: about the school year (US) in which it is read with ease. 0 where there are no sentences.
    pub grade: f64,
}

impl Reading {
    /// Measures running prose, a paragraph after another.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "a page has far fewer than 2^52 words")]
    pub fn of<'a>(prose: impl Iterator<Item = &'a str>) -> Self {
        let sentences: Vec<(String, usize)> = prose
            .flat_map(sentences)
            .map(|sentence| (sentence.clone(), words(&sentence).count()))
            .filter(|(_, n)| *n > 0)
            .collect();
        let count: usize = sentences.iter().map(|(_, words)| words).sum();
        let sounds: usize = sentences.iter().flat_map(|(sentence, _)| words(sentence)).map(syllables).sum();
        let grade = grade(count, sentences.len(), sounds);
        Reading { sentences, grade }
    }

    /// How many words a sentence has on average.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "a page has far fewer than 2^52 words")]
    pub fn average(&self) -> f64 {
        let words: usize = self.sentences.iter().map(|(_, words)| words).sum();
        if self.sentences.is_empty() { 0.0 } else { words as f64 / self.sentences.len() as f64 }
    }

    /// Sentences with more words than this.
    pub fn longer_than(&self, most: usize) -> impl Iterator<Item = &str> {
        self.sentences.iter().filter(move |(_, words)| *words > most).map(|(sentence, _)| sentence.as_str())
    }
}

/// The Flesch–Kincaid grade of so many words, sentences and syllables; 0 where there are none.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "a text has far fewer than 2^52 words")]
pub(crate) fn grade(words: usize, sentences: usize, syllables: usize) -> f64 {
    if words == 0 || sentences == 0 {
        return 0.0;
    }
    0.39 * words as f64 / sentences as f64 + 11.8 * syllables as f64 / words as f64 - 15.59
}

/// Measures a document.
#[must_use]
pub fn measure<A: Audience>(document: &Document<A>) -> Reading {
    let mut prose = Vec::new();
    gather(&document.blocks, &mut prose);
    document.sections.iter().for_each(|section| section_prose(section, &mut prose));
    Reading::of(prose.iter().map(String::as_str))
}

fn section_prose<A: Audience>(section: &Section<A>, out: &mut Vec<String>) {
    gather(&section.blocks, out);
    section.sections.iter().for_each(|section| section_prose(section, out));
}

/// The running prose of some blocks.
fn gather<A: Audience>(blocks: &[Block<A>], out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph { words } => out.push(all_letters(words)),
            Block::List { points: entries } | Block::Steps { steps: entries, .. } => {
                entries.iter().for_each(|entry| gather(entry, out))
            }
            Block::Pictured { rows } => rows.iter().for_each(|row| gather(&row.blocks, out)),
            Block::Contact(contact) => gather(&contact.about, out),
            Block::Rating(rating) => gather(&rating.blocks, out),
            Block::Quote { blocks, .. } => gather(blocks, out),
            Block::Facts { .. } | Block::Table { .. } | Block::Ruled { .. } | Block::Picture { .. } => {}
        }
    }
}

/// A text's sentences. A full stop inside a number, an address or an abbreviated title does not end one.
#[must_use]
pub fn sentences(text: &str) -> Vec<String> {
    const TITLES: [&str; 7] = ["Mr", "Mrs", "Ms", "Dr", "St", "Revd", "No"];
    let mut out = Vec::new();
    let mut start = 0;
    for (at, sign) in text.match_indices(['.', '?', '!', ':']) {
        let end = at + sign.len();
        let after = &text[end..];
        let closed = after.trim_start_matches(['”', '’', ')']);
        // Only a short word can be a title, and a text may be nothing but full stops.
        let near = text.floor_char_boundary(at.saturating_sub(8)).max(start);
        let before = text[near..at].rsplit([' ', '\u{A0}']).next().unwrap_or_default();
        let ends = closed.is_empty() || closed.starts_with([' ', '\n']);
        if ends && !(sign == "." && TITLES.contains(&before)) {
            let end = end + (after.len() - closed.len());
            out.push(text[start..end].trim().to_owned());
            start = end;
        }
    }
    out.push(text[start..].trim().to_owned());
    out.retain(|sentence| sentence.chars().any(char::is_alphabetic));
    out
}

/// A sentence's words: what stands between spaces and holds a letter or a digit. A fact glued together is as many words as it shows.
pub(crate) fn words(sentence: &str) -> impl Iterator<Item = &str> {
    let holds =
        |word: &&str| word.bytes().any(|b| b.is_ascii_alphanumeric()) || word.chars().any(char::is_alphanumeric);
    sentence.split_whitespace().filter(holds)
}

/// About how many syllables a word has: groups of vowels, less a silent e. Figures count as one.
pub(crate) fn syllables(word: &str) -> usize {
    let (mut count, mut groups, mut vowel_before, mut tail) = (0, 0, false, [0; 3]);
    for letter in word.bytes().filter(u8::is_ascii_alphabetic) {
        let letter = letter.to_ascii_lowercase();
        let vowel = matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
        count += 1;
        groups += usize::from(vowel && !vowel_before);
        vowel_before = vowel;
        tail = [tail[1], tail[2], letter];
    }
    if count <= 3 {
        return 1;
    }
    let silent = match tail {
        [_, last, b'e'] | [last, b'e', b's'] => last != b'l',
        [last, b'e', b'd'] => last != b't' && last != b'd',
        _ => false,
    };
    (groups - usize::from(silent && groups > 1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_would_stop() {
        assert_eq!(sentences("Ask Mrs. Ward at 10.30am. She is in room 4.").len(), 2);
        assert_eq!(sentences("She said “yes.” Then she left."), ["She said “yes.”", "Then she left."]);
        assert_eq!(sentences("See www.lgo.org.uk/x or ring."), ["See www.lgo.org.uk/x or ring."]);
    }

    #[test]
    fn syllables_are_about_right() {
        let counted: Vec<_> =
            ["visitors", "complaint", "made", "table", "wanted", "you"].into_iter().map(syllables).collect();
        assert_eq!(counted, [3, 2, 1, 2, 2, 1]);
    }
}
