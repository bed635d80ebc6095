//! Stand-ins until the engine and the readers are here: three literal rules, and a reader of plain paragraphs. To be thrown away.

use std::ops::Range;

use camino::Utf8Path;

use super::own::OwnWords;
use super::rule::{Family, Rule, Rulebook};
use super::{Remark, Replacement};
use crate::failure::Failure;
use crate::finding::Severity;
use crate::prose::{From, Part, Passage, Piece, Prose};

/// Phrase, rule, family, severity, better words.
const PHRASES: [(&str, &str, Family, Severity, &str); 3] = [
    ("are allowed to", "permission-allowed", Family::Permission, Severity::Warning, "can"),
    ("service users", "othering-service-users", Family::Othering, Severity::Error, ""),
    ("prior to", "wordy-prior-to", Family::Wordy, Severity::Hint, "before"),
];

/// Every remark.
#[must_use]
pub fn check(prose: &Prose, _rulebook: &Rulebook, own: &OwnWords) -> Vec<Remark> {
    let mut out = Vec::new();
    for (at, passage) in prose.passages.iter().enumerate() {
        if matches!(passage.part, Part::Plain | Part::Quote) {
            continue;
        }
        for (phrase, rule, _, severity, better) in PHRASES {
            for (start, _) in passage.text.match_indices(phrase) {
                let words = start..start + phrase.len();
                let named = own.names.iter().any(|name| {
                    passage
                        .text
                        .match_indices(name.as_str())
                        .any(|(n, _)| n <= words.start && words.end <= n + name.len())
                });
                if named {
                    continue;
                }
                out.push(Remark {
                    rule,
                    severity,
                    passage: at,
                    sentence: sentence(&passage.text, &words),
                    message: format!("“{phrase}” makes people smaller"),
                    suggestion: if better.is_empty() {
                        "Write “you”.".into()
                    } else {
                        format!("Write “{better}”.")
                    },
                    replacement: (!better.is_empty()).then(|| Replacement {
                        bytes: words.clone(),
                        words: better.into(),
                        certain: true,
                    }),
                    words,
                });
            }
        }
    }
    out.sort_by_key(|remark| (remark.passage, remark.words.start));
    out
}

fn sentence(text: &str, words: &Range<usize>) -> Range<usize> {
    let start = text[..words.start].rfind(". ").map_or(0, |at| at + 2);
    let end = text[words.end..].find('.').map_or(text.len(), |at| words.end + at + 1);
    start..end
}

impl Rulebook {
    /// The rules of the program.
    ///
    /// # Errors
    /// Never, here.
    pub fn built_in() -> Result<Self, Failure> {
        let rule = |(phrase, code, family, severity, better): (&str, &str, Family, Severity, &str)| Rule {
            code: code.into(),
            family,
            severity,
            message: "“{words}” makes people smaller".into(),
            why: "It puts somebody else in charge of an adult’s own life.".into(),
            say: if better.is_empty() { "Write “you”.".into() } else { format!("Write “{better}”.") },
            sources: vec!["Social Care Institute for Excellence, At a glance 17".into()],
            hits: vec![format!("Visitors [{phrase}] come.")],
            misses: vec!["You can come.".into()],
        };
        Ok(Rulebook { rules: PHRASES.into_iter().map(rule).collect() })
    }
}

/// Why a file could not be read at all.
#[derive(Debug)]
pub struct Unreadable(pub String);

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Paragraphs of letters.
///
/// # Errors
/// Where the bytes are no letters.
pub fn statement(path: &Utf8Path, bytes: &[u8]) -> Result<Prose, Unreadable> {
    let letters = std::str::from_utf8(bytes).map_err(|_| Unreadable("This file is not text.".into()))?;
    let mut prose = Prose { path: path.to_owned(), letters: Some(letters.to_owned()), ..Prose::default() };
    let (mut at, mut under, mut paragraph) = (0, None, 0);
    for block in letters.split_inclusive("\n\n") {
        let begin = at;
        at += block.len();
        let mut passage = Passage { under, ..Passage::default() };
        let mut from = begin;
        for line in block.split_inclusive('\n') {
            let mut start = from;
            from += line.len();
            let mut body = line.trim_end();
            if let Some(heading) = body.strip_prefix('#') {
                passage.part = Part::Heading(1);
                start += body.len() - heading.trim_start_matches(['#', ' ']).len();
                body = heading.trim_start_matches(['#', ' ']);
            } else if body.starts_with("- ") {
                passage.part = Part::Point;
                (start, body) = (start + 2, &body[2..]);
            }
            if body.is_empty() {
                continue;
            }
            if !passage.text.is_empty() {
                passage.pieces.push(Piece { at: passage.text.len(), from: From::Instead(start - 1, start) });
                passage.text.push(' ');
            }
            let mut rest = body;
            while !rest.is_empty() {
                let here = start + (body.len() - rest.len());
                if let Some(note) = rest.starts_with("<!--").then(|| rest.find("-->")).flatten() {
                    rest = &rest[note + 3..];
                    continue;
                }
                let end = rest.find("<!--").unwrap_or(rest.len());
                passage.pieces.push(Piece { at: passage.text.len(), from: From::Letters(here) });
                passage.text.push_str(&rest[..end]);
                rest = &rest[end..];
            }
        }
        if passage.text.trim().is_empty() {
            continue;
        }
        paragraph = if passage.is_heading() { 0 } else { paragraph + 1 };
        passage.paragraph = paragraph;
        if passage.is_heading() {
            under = Some(prose.passages.len());
            passage.under = None;
        }
        prose.passages.push(passage);
    }
    Ok(prose)
}
