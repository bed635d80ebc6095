//! A group of homes as it came from the disk, before anybody has read a word of it.
//!
//! Comes from: `disk::read`. Goes to: `make`, one home after another.

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
    /// Files that could not be taken: too large, not in UTF-8.
    pub findings: Vec<Finding>,
}
