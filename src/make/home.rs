//! Everything that is made from one home.

use super::papers::as_pages_say;
use super::{Bench, pages, papers};
use crate::compose::Troubles;
use crate::failure::Failure;
use crate::finding::{Finding, any_error};
use crate::name::equal_when_folded;
use crate::paper::MadePaper;
use crate::render::{FileFormat, InFormat, Tools};
use crate::text::Public;

/// What was made of a home.
#[derive(Debug, Default)]
pub struct Made {
    /// Every file that was made, a format after another, from the folder of the home's output. There is none where anything went
    /// wrong.
    pub files: Vec<InFormat<Public>>,
    /// The papers there are: those that were made, and those of the last time in formats that were not.
    pub papers: Vec<MadePaper>,
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
        self.failure.is_none() && !any_error(&self.findings)
    }

    /// How many bytes were made.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.files.iter().flat_map(|made| &made.files).map(|file| file.bytes.len()).sum()
    }
}

/// Makes a home in some formats. `last` are the papers of the last time: pages name those whose format is not made anew.
#[must_use]
pub fn home(bench: &Bench<'_>, tools: &Tools, formats: &[&'static FileFormat], last: Vec<MadePaper>) -> Made {
    let mut troubles = Troubles::default();
    let mut made = Made::default();
    if formats.iter().any(|format| format.makes_papers()) {
        match papers(&bench.desk, tools, formats, &mut troubles) {
            Ok(set) => {
                made.files.extend(set.files);
                made.papers = set.papers;
            }
            Err(failure) => made.failure = Some(failure),
        }
    }
    let anew = |paper: &MadePaper| formats.iter().any(|format| format.name == paper.format);
    made.papers.extend(last.into_iter().filter(|paper| !anew(paper)));
    if formats.iter().any(|format| format.makes_websites()) {
        let printed = as_pages_say(&made.papers, formats, bench.desk.theme);
        match pages(bench, tools, formats, &printed, &mut troubles) {
            Ok(website) => {
                made.pages = website.pages.len();
                made.findings.extend(website.remarks);
                made.files.extend(website.files);
            }
            Err(failure) => made.failure = made.failure.or(Some(failure)),
        }
    }
    made.failure = made.failure.or(troubles.failure);
    made.findings.extend(troubles.findings);
    if made.is_whole() {
        let paths = made.files.iter().flat_map(|made| &made.files).map(|file| file.path.as_str());
        made.failure = equal_when_folded(paths).map(|(first, second)| one_file(first, second));
    }
    if !made.is_whole() {
        made.files.clear();
    }
    made
}

/// What is said of two things that would be made in one file. Everything that is known to come to that is told before; this is the
/// last look, so that nothing takes another's place.
pub(super) fn one_file(first: &str, second: &str) -> Failure {
    Failure::Theme(format!("{first} and {second} would be one file; give one of the two another name"))
}
