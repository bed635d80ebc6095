//! Where sentences end, and what stands between quotation marks.
//!
//! Comes from: the words and signs of a passage. Goes to: its sentences.

use super::{Cutter, Sentence, Shape};
use crate::rulebook::class::Class;

/// Short forms whose full stop ends no sentence.
const SHORT: [&str; 18] = [
    "mr", "mrs", "ms", "dr", "st", "revd", "rev", "no", "nos", "prof", "eg", "ie", "etc", "e.g", "i.e", "approx",
    "tel", "para",
];

/// The most words and signs a sentence may have. Nobody reads a longer one; a list without full stops is cut here, so that the
/// work grows with the text and no faster.
const LONGEST: usize = 400;
/// The most letters they may have, in bytes: some rules look through a sentence for each of its words.
const LONGEST_IN_LETTERS: usize = 16 * 1024;

impl Cutter {
    /// Marks what stands between quotation marks.
    pub(super) fn quotes(&mut self, text: &str) {
        let mut open: Option<(usize, char)> = None;
        for at in 0..self.tokens.len() {
            let token = self.tokens[at];
            if token.shape != Shape::Sign {
                continue;
            }
            let sign = text[token.start as usize..token.end as usize].chars().next().unwrap_or_default();
            match (open, sign) {
                (None, '“' | '‘' | '«') => open = Some((at, sign)),
                (None, '"' | '\'') if !text[..token.start as usize].ends_with(char::is_alphanumeric) => {
                    open = Some((at, sign))
                }
                (Some((from, first)), _) if closes(first, sign) => {
                    self.tokens[from..=at].iter_mut().for_each(|token| token.quoted = true);
                    open = None;
                }
                _ => {}
            }
        }
    }

    /// Ends sentences where a reader would stop.
    pub(super) fn ends(&mut self, text: &str) {
        let mut from = 0;
        for at in 0..self.tokens.len() {
            if self.is_end(text, at) {
                // A closing quotation mark or bracket belongs to the sentence before it.
                let closing = self.tokens[at + 1..]
                    .iter()
                    .take_while(|t| {
                        "”’\")'".contains(&text[t.start as usize..t.end as usize])
                            && text.as_bytes()[t.start as usize - 1] != b' '
                    })
                    .count();
                if from <= at {
                    self.sentence(from, at + 1 + closing);
                }
                from = at + 1 + closing;
            } else if at >= from + LONGEST || (at > from && self.letters(from, at) > LONGEST_IN_LETTERS) {
                self.sentence(from, at);
                from = at;
            }
        }
        if from < self.tokens.len() {
            self.sentence(from, self.tokens.len());
        }
    }

    /// How many letters there are from one word to the end of another, in bytes.
    fn letters(&self, from: usize, to: usize) -> usize {
        (self.tokens[to].end - self.tokens[from].start) as usize
    }

    fn sentence(&mut self, from: usize, to: usize) {
        let bytes = self.tokens[from].start as usize..self.tokens[to - 1].end as usize;
        self.sentences.push(Sentence { tokens: from..to, bytes });
    }

    /// Whether a sentence ends with this sign.
    fn is_end(&self, text: &str, at: usize) -> bool {
        let token = self.tokens[at];
        if !token.is(Class::STOP) || token.shape != Shape::Sign {
            return false;
        }
        let sign = &text[token.start as usize..token.end as usize];
        let after = text[token.end as usize..].trim_start_matches(['”', '’', ')', '"', '\'']);
        let followed = after.is_empty() || after.starts_with(char::is_whitespace);
        let next = after.trim_start().chars().next();
        match sign {
            "!" | "?" => followed,
            "." if followed => {
                let before =
                    at.checked_sub(1).map_or("", |i| &text[self.tokens[i].start as usize..self.tokens[i].end as usize]);
                // “No. 9”, but “says yes or no. Nobody else …”.
                let number = !["no", "nos"].iter().any(|no| before.eq_ignore_ascii_case(no))
                    || next.is_some_and(|next| next.is_ascii_digit());
                let short = number && SHORT.iter().any(|known| before.eq_ignore_ascii_case(known));
                // “J. Smith”, “e.g. tea”: a letter alone, or a small letter after the stop.
                let initial = before.len() == 1 && before.bytes().all(|b| b.is_ascii_uppercase());
                !(initial || (short && next.is_some()) || next.is_some_and(char::is_lowercase))
            }
            _ => false,
        }
    }
}

fn closes(open: char, sign: char) -> bool {
    matches!((open, sign), ('“', '”') | ('‘', '’' | '\'') | ('«', '»') | ('"', '"') | ('\'', '\''))
}
