//! Words in capitals for effect, and whole lines of them.

use std::ops::Range;

use super::known::Known;
use super::seen::Seen;
use crate::english::tokens::{Sentence, Shape};
use crate::remark::Remark;

/// The rules about capitals.
pub(super) struct Capitals<'a> {
    words: Option<Known<'a>>,
    line: Option<Known<'a>>,
}

impl<'a> Capitals<'a> {
    pub(super) fn new(known: impl Fn(&str) -> Option<Known<'a>>) -> Self {
        Self { words: known("capitals-words"), line: known("capitals-line") }
    }

    pub(super) fn passage(&self, seen: &Seen<'_>, out: &mut Vec<Remark<'a>>) {
        for sentence in seen.sentences {
            let mut at = sentence.tokens.start;
            while let Some(start) = (at..sentence.tokens.end).find(|at| seen.tokens[*at].shape == Shape::Capitals) {
                let run = run(seen, start, sentence.tokens.end);
                at = run.end;
                if let Some(known) = self.judged(seen, sentence, &run) {
                    let words = seen.bytes(run);
                    out.push(known.remark(&seen.passage.text, seen.place(words, sentence)));
                }
            }
        }
    }

    /// Which rule a run of capitals breaks, if any.
    fn judged(&self, seen: &Seen<'_>, sentence: &Sentence, run: &Range<usize>) -> Option<Known<'a>> {
        let capitals = run.clone().filter(|at| seen.tokens[*at].shape == Shape::Capitals);
        let shouted = capitals.clone().filter(|at| shouts(seen, *at)).count();
        if shouted == 0 || seen.tokens[run.start].quoted {
            return None;
        }
        let small = seen.tokens[sentence.tokens.clone()].iter().any(|token| token.shape == Shape::Small);
        if !small && capitals.count() > 1 {
            self.line
        } else {
            self.words.filter(|_| small && run.len() < 4).or(self.line.filter(|_| run.len() >= 4))
        }
    }
}

/// Words in capitals that follow each other; signs and figures between them count in.
fn run(seen: &Seen<'_>, start: usize, end: usize) -> Range<usize> {
    let mut to = start + 1;
    for at in start + 1..end {
        match seen.tokens[at].shape {
            Shape::Capitals => to = at + 1,
            Shape::Sign | Shape::Figure => {}
            Shape::Capital if seen.tokens[at].end - seen.tokens[at].start == 1 => {}
            _ => break,
        }
    }
    start..to
}

/// Whether capitals are a word, and not initials: a word the rules know, or one too long for initials.
fn shouts(seen: &Seen<'_>, at: usize) -> bool {
    let letters = seen.letters(at);
    let title = ["MR", "MRS", "MS", "DR"].contains(&letters);
    !title && !seen.book.initials.lists(letters) && (!seen.tokens[at].class.is_empty() || letters.chars().count() > 6)
}
