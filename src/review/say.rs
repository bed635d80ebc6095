//! Reviews written down: for a terminal, for a program, for a code host, for the team. Each is a pure function to a string;
//! `report` prints it.

pub mod github;
pub mod html;
pub mod json;
pub mod paint;
pub mod sarif;
pub mod text;

use super::{Advice, Whereabouts};

/// Everything that is said about one run.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// The texts with what was found.
    pub reviews: &'a [super::Review],
    /// The rules, for those formats that carry them along.
    pub rulebook: &'a crate::rulebook::Rulebook,
    /// What could not be read, a sentence each.
    pub unread: &'a [String],
    /// How many hints were found and are not shown.
    pub hidden: usize,
}

impl<'a> Said<'a> {
    /// Every finding.
    fn advice(&self) -> impl Iterator<Item = &'a Advice> + use<'a> {
        self.reviews.iter().flat_map(|review| &review.advice)
    }
}

/// The place of a finding as a person reads it: `rowan.md:3:5`, `rowan.docx, page 2, under “Visitors”, paragraph 3`.
#[must_use]
pub fn place(advice: &Advice) -> String {
    let path = &advice.path;
    match &advice.place {
        Whereabouts::Letters { line, column, .. } => format!("{path}:{line}:{column}"),
        Whereabouts::Part { heading, paragraph, page } => {
            let page = page.map(|page| format!(", page {page}")).unwrap_or_default();
            let under = heading.as_ref().map(|heading| match paragraph {
                0 => format!(", heading “{heading}”"),
                _ => format!(", under “{heading}”"),
            });
            let paragraph = if *paragraph > 0 { format!(", paragraph {paragraph}") } else { String::new() };
            format!("{path}{page}{}{paragraph}", under.unwrap_or_default())
        }
    }
}
