//! Remarks with their places: what the linter found, as it will be said to a person.
//!
//! Comes from: `wording::check` and the text it read. Goes to: `review::say`, which writes it down in one of the formats.
//! Nothing here reads or prints.

pub mod baseline;
pub mod changed;
pub mod judge;
mod locate;
pub mod mend;
pub mod notes;
pub mod say;
pub mod sieve;
pub mod summary;
pub mod texts;

use std::ops::Range;

use camino::{Utf8Path, Utf8PathBuf};

use crate::finding::Severity;
use crate::prose::Prose;
use crate::remark::Remark;
use crate::rulebook::Rulebook;
use crate::rulebook::family::{Family, Question};
pub use locate::{Lines, Shelf};

/// One text with what was found in it.
#[derive(Debug, Clone, Default)]
pub struct Review {
    /// The text.
    pub prose: Prose,
    /// What was found, in the order of the text.
    pub advice: Vec<Advice>,
}

/// One remark as it is said.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// The file to change, as the manager would type it.
    pub path: Utf8PathBuf,
    /// Where in it.
    pub place: Whereabouts,
    /// What it is about.
    pub family: Family,
    /// The rule's code.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// The words.
    pub words: String,
    /// The sentence they stand in.
    pub sentence: String,
    /// The words, in bytes of the sentence.
    pub inside: Range<usize>,
    /// What is the matter; no full stop.
    pub message: String,
    /// Why, in one plain sentence; empty for the linter's own.
    pub why: String,
    /// What to say instead: a pattern to follow.
    pub suggestion: String,
    /// The whole sentence in better words, where that is certain enough to show.
    pub rewrite: Option<String>,
    /// Which of the five questions it belongs to.
    pub question: Question,
    /// The passage of the text and the bytes of it, for a report that shows the text.
    pub passage: Option<(usize, Range<usize>)>,
    /// What `--fix` may write, in bytes of the file.
    pub edit: Option<Edit>,
}

/// Where something stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whereabouts {
    /// In a file of letters. Lines and columns count from 1, columns in characters.
    Letters {
        /// The line.
        line: u32,
        /// The column.
        column: u32,
        /// The line and column after the last letter, where that is known.
        end: Option<(u32, u32)>,
        /// The bytes, where they are known.
        bytes: Option<(usize, usize)>,
    },
    /// In a file that has no lines.
    Part {
        /// The words of the heading it stands under.
        heading: Option<String>,
        /// Which passage under the heading, from 1; 0 for the heading.
        paragraph: u32,
        /// The page, from 1.
        page: Option<u32>,
    },
}

/// Better words for some bytes of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The bytes.
    pub bytes: (usize, usize),
    /// What stands there.
    pub old: String,
    /// What will stand there.
    pub new: String,
}

impl Review {
    /// Puts remarks in their places. `shelf` holds the files that composed words come from; a file of letters needs none.
    #[must_use]
    pub fn new(prose: Prose, remarks: &[Remark<'_>], rulebook: &Rulebook, shelf: Option<&Shelf<'_>>) -> Self {
        let lines = prose.letters.as_deref().map(Lines::new);
        let finder = locate::Finder { prose: &prose, lines: lines.as_ref(), shelf };
        let found = remarks.iter().filter_map(|remark| advice(remark, rulebook, &finder)).collect();
        Self { prose, advice: found }
    }
}

/// One remark with its place; none where it points outside the text.
fn advice(remark: &Remark<'_>, rulebook: &Rulebook, finder: &locate::Finder<'_>) -> Option<Advice> {
    let passage = finder.prose.passages.get(remark.passage)?;
    let words = passage.text.get(remark.words.clone())?;
    let around = shown(&passage.text, remark);
    let (sentence, start) = (passage.text.get(around.clone())?, around.start);
    let within = |at: usize| at.saturating_sub(start).min(sentence.len());
    let inside = within(remark.words.start)..within(remark.words.end);
    let rule = rulebook.rule(remark.rule);
    let family = rule.map_or(Family::Lint, |rule| rule.family);
    let (path, place) = finder.place(remark.passage, &remark.words);
    let heading = if passage.is_heading() { Some(passage.text.as_str()) } else { finder.prose.heading(remark.passage) };
    let better = remark.replacement.as_ref();
    let rewrite = better.and_then(|better| {
        let (from, to) = (better.bytes.start.checked_sub(start)?, better.bytes.end.checked_sub(start)?);
        Some(format!("{}{}{}", sentence.get(..from)?, better.words, sentence.get(to..)?))
    });
    let edit = better.filter(|better| better.certain).and_then(|better| {
        let (file, old, bytes) = finder.exact(remark.passage, &better.bytes)?;
        (file == path).then(|| Edit { bytes, old, new: better.words.clone() })
    });
    Some(Advice {
        path,
        place,
        family,
        rule: remark.rule.to_owned(),
        severity: remark.severity,
        words: words.to_owned(),
        sentence: sentence.to_owned(),
        inside,
        message: remark.message.clone(),
        why: rule.map(|rule| rule.why.clone()).unwrap_or_default(),
        suggestion: remark.suggestion.clone(),
        rewrite,
        question: Question::of(family, heading.map(locate::shown_heading).as_deref()),
        passage: Some((remark.passage, remark.words.clone())),
        edit,
    })
}

/// The part of a passage that is shown: the sentence, or of a very long one what stands around the words.
fn shown(text: &str, remark: &Remark<'_>) -> Range<usize> {
    /// As many bytes on each side as twice the longest sentence that anybody should write.
    const ENOUGH: usize = 600;
    let whole = if text.get(remark.sentence.clone()).is_some() { remark.sentence.clone() } else { 0..text.len() };
    let mut start = whole.start.max(remark.words.start.saturating_sub(ENOUGH));
    let mut end = whole.end.min(remark.words.end.saturating_add(ENOUGH));
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start.min(remark.words.start)..end.max(remark.words.end)
}

impl Advice {
    /// Something that the linter says about a note to itself, on a line of a file.
    #[must_use]
    pub fn of_note(
        path: &Utf8Path,
        place: Whereabouts,
        rule: &str,
        line: &str,
        message: String,
        suggestion: String,
    ) -> Self {
        Self {
            path: path.to_owned(),
            place,
            family: Family::Lint,
            rule: rule.to_owned(),
            severity: Severity::Warning,
            words: line.to_owned(),
            sentence: line.to_owned(),
            inside: 0..line.len(),
            message,
            why: String::new(),
            suggestion,
            rewrite: None,
            question: Family::Lint.question(),
            passage: None,
            edit: None,
        }
    }

    /// The line it begins and the line it ends on, in a file that has lines.
    #[must_use]
    pub fn lines(&self) -> Option<(u32, u32)> {
        match self.place {
            Whereabouts::Letters { line, end, .. } => Some((line, end.map_or(line, |(line, _)| line))),
            Whereabouts::Part { .. } => None,
        }
    }
}

/// Drops what was said before: the same words of the same sentence in the same place, on another page.
pub fn once(reviews: &mut [Review]) {
    let mut seen = std::collections::BTreeSet::new();
    for review in reviews {
        review.advice.retain(|advice| {
            let place = advice.place.clone();
            seen.insert((
                advice.path.clone(),
                place,
                advice.rule.clone(),
                advice.words.clone(),
                advice.sentence.clone(),
                advice.inside.start,
            ))
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statement::statement;
    use crate::wording::{OwnWords, check};

    fn review(letters: &str) -> Review {
        let rulebook = Rulebook::built_in().expect("rules");
        let prose = statement(Utf8Path::new("rowan.md"), letters.as_bytes()).expect("letters");
        let remarks = check(&prose, &rulebook, &OwnWords::default());
        Review::new(prose, &remarks, &rulebook, None)
    }

    #[test]
    fn a_finding_points_at_its_line_and_says_the_sentence_anew() {
        let review = review("# Visitors\n\nCome in. Visitors\nare allowed to stay.\n");
        let advice = &review.advice[0];
        assert_eq!(
            advice.place,
            Whereabouts::Letters { line: 4, column: 1, end: Some((4, 15)), bytes: Some((30, 44)) }
        );
        assert_eq!(advice.sentence, "Visitors are allowed to stay.");
        assert_eq!(&advice.sentence[advice.inside.clone()], "are allowed to");
        assert_eq!(advice.rewrite.as_deref(), Some("Visitors can stay."));
        assert_eq!(advice.edit.as_ref().map(|edit| edit.bytes), Some((30, 44)));
    }

    #[test]
    fn what_stands_on_two_pages_is_said_once() {
        let mut reviews = vec![review("You are allowed to come.\n"), review("You are allowed to come.\n")];
        once(&mut reviews);
        assert_eq!(reviews.iter().map(|review| review.advice.len()).sum::<usize>(), 1);
    }
}
