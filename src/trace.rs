//! Every sentence back to its source: who says it, on which line, from which facts.
//!
//! Comes from: composed Documents, whose words know where they come from. Goes to: `homepack where`, and to whoever checks a
//! promise. Nothing is composed and nothing is read here.

mod conditions;

use std::collections::{BTreeMap, BTreeSet};

pub use conditions::governing;

use crate::document::{Document, Inline, each_inline};
use crate::text::{Public, Span};

/// One sentence that holds the words somebody looked for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sentence {
    /// The whole sentence, or line, as it is read.
    pub words: String,
    /// The lines of words files or Markdown that say it, in the order of the sentence.
    pub said: Vec<Span>,
    /// The lines of content whose facts are in it.
    pub facts: BTreeSet<Span>,
}

/// Finds some words in documents, each under a name: every sentence that holds them, with the names it is read under.
///
/// Letters are compared as people type them: small or large, straight or curly, one space or several.
#[must_use]
pub fn find<'a>(
    words: &str,
    documents: impl Iterator<Item = (String, &'a Document<Public>)>,
) -> BTreeMap<Sentence, BTreeSet<String>> {
    let mut found: BTreeMap<Sentence, BTreeSet<String>> = BTreeMap::new();
    let wanted = typed(words);
    for (name, document) in documents {
        document.each_line(&mut |line| {
            for sentence in in_line(&wanted, line) {
                found.entry(sentence).or_default().insert(name.clone());
            }
        });
    }
    found
}

/// The sentences of one line that hold the wanted letters.
#[must_use]
pub fn in_line(wanted: &str, line: &[Inline<Public>]) -> Vec<Sentence> {
    let letters = Letters::of(line);
    let text: String = letters.typed.iter().collect();
    if wanted.is_empty() || !text.contains(wanted) {
        return Vec::new();
    }
    let count = wanted.chars().count();
    let mut out: Vec<Sentence> = Vec::new();
    for (byte, _) in text.match_indices(wanted) {
        let start = text[..byte].chars().count();
        let sentence = letters.sentence(start, start + count);
        if !out.contains(&sentence) {
            out.push(sentence);
        }
    }
    out
}

/// A line letter by letter: as it is read, as people type it, and where each letter comes from.
struct Letters {
    read: Vec<char>,
    typed: Vec<char>,
    from: Vec<crate::text::Origin>,
}

impl Letters {
    fn of(line: &[Inline<Public>]) -> Self {
        let mut letters = Self { read: Vec::new(), typed: Vec::new(), from: Vec::new() };
        each_inline(line, &mut |words| {
            for c in words.text.chars() {
                let plain = plain(c);
                // One space is as good as several.
                if plain == ' ' && letters.typed.last() == Some(&' ') {
                    continue;
                }
                letters.read.push(if plain == ' ' { ' ' } else { c });
                letters.typed.push(plain);
                letters.from.push(words.from);
            }
        });
        letters
    }

    /// The sentence around some letters.
    fn sentence(&self, start: usize, end: usize) -> Sentence {
        let ends = |i: usize| {
            ".?!".contains(self.typed[i]) && self.typed.get(i + 1).is_none_or(|next| *next == ' ' || *next == '"')
        };
        let after_the_last = (0..start).rev().find(|i| ends(*i)).map_or(0, |i| i + 1);
        let first = (after_the_last..start).find(|i| self.typed[*i] != ' ').unwrap_or(start);
        let last = (end.saturating_sub(1)..self.typed.len()).find(|i| ends(*i)).map_or(self.typed.len(), |i| i + 1);
        let mut said: Vec<Span> = Vec::new();
        for span in self.from[first..last].iter().filter_map(|from| from.said) {
            if !said.contains(&span) {
                said.push(span);
            }
        }
        Sentence {
            words: self.read[first..last].iter().collect::<String>().trim().to_owned(),
            said,
            facts: self.from[first..last].iter().filter_map(|from| from.fact).collect(),
        }
    }
}

/// Words as people type them.
#[must_use]
pub fn typed(words: &str) -> String {
    let plain: String = words.chars().map(plain).collect();
    plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A letter as people type it.
fn plain(c: char) -> char {
    match c {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '–' | '—' | '\u{2010}' | '\u{2011}' => '-',
        c if c.is_whitespace() => ' ',
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Words;
    use crate::text::Origin;

    fn line() -> Vec<Inline<Public>> {
        let at = |line| Span { file: 1, line, column: 1, width: 1 };
        let words = |text: &str, from| Inline::Words(Words::new(text.to_owned(), from));
        vec![
            words("Come in. You can ring ", Origin { said: Some(at(4)), ..Origin::NONE }),
            words("Bea O’Hara", Origin { said: Some(at(4)), ..Origin::fact(at(9)) }),
            words(" at\u{A0}night. ", Origin { said: Some(at(4)), ..Origin::NONE }),
            words("Stay.", Origin { said: Some(at(5)), ..Origin::NONE }),
        ]
    }

    #[test]
    fn words_are_found_as_people_type_them() {
        let found = in_line(&typed("o'hara  AT night"), &line());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].words, "You can ring Bea O’Hara at night.");
    }

    #[test]
    fn a_sentence_knows_its_own_line_and_facts_only() {
        let found = in_line("stay", &line());
        assert_eq!(found[0].said.iter().map(|span| span.line).collect::<Vec<_>>(), [5]);
        assert!(found[0].facts.is_empty());
        assert_eq!(in_line("ring", &line())[0].facts.len(), 1);
    }

    #[test]
    fn what_nobody_says_is_not_found() {
        assert!(in_line(&typed("ring Tom"), &line()).is_empty());
        assert!(in_line(&typed("  "), &line()).is_empty());
    }
}
