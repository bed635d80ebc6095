//! Looks through Markdown that a home wrote itself for what would not be shown as it is meant: signs that pages do not know,
//! links, and letters that nobody would read.
//!
//! Each construct of `CommonMark` and of GitHub’s Markdown is either shown or told; `tests/meant/commonmark.yaml` lists them.

mod accounted;
mod html;
mod line;
mod looking;
mod template;

use super::notes;
use super::slips::Sign;
use looking::seen;

/// The most signs of a file, and the most links, that are told at once: who has more of them begins with these.
pub(crate) const MOST: usize = 50;

/// What was found in Markdown of a home's own.
#[derive(Debug, Default)]
pub(crate) struct Look {
    /// What would not be shown as it is meant.
    pub(crate) signs: Vec<Sign>,
    /// Every link, in the order in which they stand.
    pub(crate) links: Vec<Leading>,
    places: Places,
}

/// A link as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Leading {
    /// The address as it stands there.
    pub(crate) address: String,
    /// The line.
    pub(crate) line: u32,
    /// The column, in characters.
    pub(crate) column: u32,
}

/// Looks through a page or a contract.
pub(crate) fn look(markdown: &str) -> Look {
    looked(markdown, Steps::AsWritten)
}

/// Whether the steps that stand there are those that will be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Steps {
    AsWritten,
    /// What is filled in decides which of them there are.
    FilledIn,
}

fn looked(markdown: &str, steps: Steps) -> Look {
    let mut seen = seen(&notes::hidden(markdown), steps);
    seen.places = Places::default();
    if let Some(at) = notes::open(markdown) {
        let what = "a note begins here with “<!--” and never ends";
        seen.sign(markdown, at, what, "Write “-->” where it ends.");
    }
    seen
}

/// Looks through a words file; what is filled in is not looked at.
pub(crate) fn look_at_template(letters: &str) -> Look {
    let blank = template::blank(&notes::of_template(letters));
    let mut seen = looked(&blank.letters, Steps::FilledIn);
    let line = |line: &mut u32| *line = blank.lines.get(*line as usize - 1).copied().unwrap_or(*line);
    seen.signs.iter_mut().for_each(|sign| line(&mut sign.line));
    seen.links.iter_mut().for_each(|link| line(&mut link.line));
    seen.links.retain(|link| !link.address.contains(template::FILLED));
    seen
}

impl Look {
    /// Takes up something that would not be shown as it is meant.
    fn sign(&mut self, markdown: &str, at: usize, what: impl Into<String>, help: impl Into<String>) {
        if self.signs.len() == MOST {
            return;
        }
        let (line, column) = self.places.of(markdown, at);
        self.signs.push(Sign { line, column, what: what.into(), help: help.into(), mild: false });
    }

    /// The same, where all words are there all the same.
    fn mild_sign(&mut self, markdown: &str, at: usize, what: &str, help: &str) {
        let before = self.signs.len();
        self.sign(markdown, at, what, help);
        self.signs.iter_mut().skip(before).for_each(|sign| sign.mild = true);
    }
}

/// Lines and columns of bytes. It counts on from the last one that was asked for: most are asked for in their order.
#[derive(Debug, Default)]
struct Places {
    byte: usize,
    lines: usize,
    column: usize,
}

impl Places {
    /// Line and column of a byte, both from 1.
    fn of(&mut self, markdown: &str, at: usize) -> (u32, u32) {
        if at < self.byte {
            *self = Self::default();
        }
        for c in markdown[self.byte..at].chars() {
            (self.lines, self.column) = if c == '\n' { (self.lines + 1, 0) } else { (self.lines, self.column + 1) };
        }
        self.byte = at;
        let number = |n: usize| u32::try_from(n + 1).unwrap_or(u32::MAX);
        (number(self.lines), number(self.column))
    }
}
