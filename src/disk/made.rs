//! The list of what we made in a folder that other people use too, or that holds a pack: every file by its name with the sum of its
//! bytes. A file that is not on it, or is not as it says, is somebody's, and stays.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};

use super::look::{self, Kind, Sum, kind};
use crate::failure::Failure;

/// The list's name in the folder.
pub(super) const LIST: &str = ".homepack.made.json";

/// What we made in a folder.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Made {
    /// Each file, with its sum; with two while one takes the place of the other.
    made: BTreeMap<String, Vec<Sum>>,
}

impl Made {
    /// The list in a folder; an empty one where there is none.
    ///
    /// # Errors
    /// Where something else has its name.
    pub(super) fn of(folder: &Utf8Path) -> Result<Self, Failure> {
        Ok(Self::read(folder)?.unwrap_or_default())
    }

    /// The list in a folder, where there is one.
    ///
    /// # Errors
    /// Where something else has its name.
    pub(super) fn read(folder: &Utf8Path) -> Result<Option<Self>, Failure> {
        let path = folder.join(LIST);
        if kind(&path) == Kind::Nothing {
            return Ok(None);
        }
        let read = look::ours(&path).and_then(|bytes| serde_json::from_slice(&bytes).ok());
        read.map(Some).ok_or(Failure::NotOurs(path))
    }

    /// A list of files with their sums.
    pub(super) fn new(files: impl IntoIterator<Item = (String, Sum)>) -> Self {
        Self { made: files.into_iter().map(|(name, sum)| (name, vec![sum])).collect() }
    }

    /// Whether we made a file of this name.
    pub(super) fn names(&self, name: &str) -> bool {
        self.made.contains_key(name)
    }

    /// Refuses to have a file replaced or removed that is not as we made it. `sum` is that of the file as it is.
    ///
    /// # Errors
    /// Where we did not make it, or somebody changed it since.
    pub(super) fn must_name(&self, name: &str, sum: &Sum, path: Utf8PathBuf) -> Result<(), Failure> {
        match self.made.get(name) {
            None => Err(Failure::NotOurs(path)),
            Some(sums) if sums.contains(sum) => Ok(()),
            Some(_) => Err(Failure::Changed(path)),
        }
    }

    /// Adds what a file is about to become: until it is settled, the old and the new are both ours.
    pub(super) fn coming(&mut self, name: &str, sum: Sum) {
        let sums = self.made.entry(name.to_owned()).or_default();
        if !sums.contains(&sum) {
            sums.push(sum);
        }
    }

    /// Says what a file is now, and forgets those that are gone.
    pub(super) fn is(&mut self, name: &str, sum: Sum, still_there: impl Fn(&str) -> bool) {
        self.made.retain(|name, _| still_there(name));
        self.made.insert(name.to_owned(), vec![sum]);
    }

    /// As it is written.
    ///
    /// # Panics
    /// Never: a list is words. An empty list in its place would make every file of ours a stranger.
    pub(super) fn letters(&self) -> Vec<u8> {
        let mut letters = serde_json::to_vec_pretty(self).expect("a list of words is written as JSON");
        letters.push(b'\n');
        letters
    }
}
