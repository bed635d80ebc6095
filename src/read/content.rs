//! A group of homes as it came from the disk, before anybody has read a word of it.
//!
//! Comes from: `disk::read`. Goes to: `make`, one home after another.

use camino::Utf8PathBuf;

use super::Place;
use crate::finding::Finding;
use crate::source::Sources;

/// Everything that was read from a group, or from a single home with what it shares with others.
#[derive(Debug, Default)]
pub struct Content {
    /// The letters of every file.
    pub sources: Sources,
    /// Where each home's files lie, in the order of their names.
    pub homes: Vec<Place>,
    /// What is not read, and why: too large, not in UTF-8, called otherwise.
    pub findings: Vec<Finding>,
    /// The folder that was named.
    pub folder: Utf8PathBuf,
}

impl Content {
    /// Whether it is the folder of all homes that was named, and not that of one.
    #[must_use]
    pub fn is_group(&self) -> bool {
        self.homes.iter().all(|place| place.folder != self.folder)
    }

    /// What is said of files that one home would be made from: its own, and those that it shares.
    pub fn about<'a>(&'a self, place: &'a Place) -> impl Iterator<Item = &'a Finding> {
        self.findings.iter().filter(move |finding| {
            let source = self.sources.get(finding.span.file);
            source.is_some_and(|source| place.holds(&source.path))
        })
    }
}
