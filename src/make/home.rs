//! Everything that is made from one home.

use super::{Bench, Tools, pages, papers};
use crate::compose::Troubles;
use crate::failure::Failure;
use crate::finding::{Finding, Severity};
use crate::paper::Printed;
use crate::render::Rendered;
use crate::text::Public;

/// Which parts of a home are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// Its website.
    pub website: bool,
    /// Its papers.
    pub papers: bool,
}

/// What was made of a home.
#[derive(Debug, Default)]
pub struct Made {
    /// Every file that was made, from the folder of the home's output. There is none where anything went wrong.
    pub files: Vec<Rendered<Public>>,
    /// The papers there are, those of the last time with them where papers are not made.
    pub printed: Vec<Printed>,
    /// How many pages were made.
    pub pages: usize,
    /// What there is to say of the home.
    pub findings: Vec<Finding>,
    /// What the machine or the theme could not do.
    pub failure: Option<Failure>,
}

impl Made {
    /// Whether the home can be put in its place.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.failure.is_none() && self.findings.iter().all(|finding| finding.severity != Severity::Error)
    }
}

/// Makes a home, or parts of it. `last` are the papers of the last time: pages name them where papers are not made anew.
#[must_use]
pub fn home(bench: &Bench<'_>, tools: &Tools, wanted: Wanted, last: Vec<Printed>) -> Made {
    let mut troubles = Troubles::default();
    let mut made = Made { printed: last, ..Made::default() };
    if wanted.papers {
        match papers(&bench.desk, &tools.press, &mut troubles) {
            Ok(set) => {
                made.files.extend(set.files);
                made.printed = set.printed;
            }
            Err(failure) => made.failure = Some(failure),
        }
    }
    if wanted.website {
        match pages(bench, tools, &made.printed, &mut troubles) {
            Ok(website) => {
                made.pages = website.pages.len();
                made.findings.extend(website.remarks);
                let inside = |file: Rendered<_>| Rendered::public(format!("website/{}", file.path), file.bytes);
                made.files.extend(website.files.into_iter().map(inside));
            }
            Err(failure) => made.failure = made.failure.or(Some(failure)),
        }
    }
    made.failure = made.failure.or(troubles.failure);
    made.findings.extend(troubles.findings);
    if !made.is_whole() {
        made.files.clear();
    }
    made
}
