//! The way to a key: `safety.accessible_information.formats`, `people.named[].name`, `contacts.council-team.name`.

use camino::Utf8PathBuf;

use crate::keys::{self, FileOf};

/// A step on a way: a key, and whether a list stands at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The key.
    pub key: String,
    /// Whether several stand there, each after a dash.
    pub list: bool,
}

/// A way: the kind of file, which file of a folder, and the steps in it.
#[derive(Debug, Clone)]
pub struct Way {
    /// The kind of file.
    pub file: &'static FileOf,
    /// The file's own name, where the kind is a folder of files and one is named.
    pub id: Option<String>,
    /// The steps; none where the whole file is meant.
    pub steps: Vec<Step>,
}

impl Way {
    /// Reads a way as it is written in the lists of questions and in answers.
    #[must_use]
    pub fn of(written: &str) -> Option<Self> {
        let (first, rest) = written.split_once('.').map_or((written, ""), |(first, rest)| (first, rest));
        let file = keys::file_of(first).filter(|file| !file.path.starts_with("residents"))?;
        let mut steps = steps(rest);
        let mut id = None;
        if file.path.contains('/') && steps.first().is_some_and(|first| !begins_a_key(file, &first.key)) {
            id = Some(steps.remove(0).key);
        }
        Some(Self { file, id, steps })
    }

    /// The steps as questions name them: `named[].name`.
    #[must_use]
    pub fn signed(&self) -> String {
        signed(&self.steps)
    }

    /// The file it leads to in a home’s folder; of a folder of files, the one with the name that is given.
    #[must_use]
    pub fn path(&self, current: Option<&str>) -> Option<Utf8PathBuf> {
        match self.file.path.split_once('*') {
            None => Some(self.file.path.into()),
            Some((folder, ending)) => {
                let id = self.id.as_deref().or(current)?;
                Some(format!("{folder}{id}{ending}").into())
            }
        }
    }
}

/// Steps from letters.
#[must_use]
pub(super) fn steps(written: &str) -> Vec<Step> {
    let step = |part: &str| match part.strip_suffix("[]") {
        Some(key) => Step { key: key.to_owned(), list: true },
        None => Step { key: part.to_owned(), list: false },
    };
    written.split('.').filter(|part| !part.is_empty()).map(step).collect()
}

/// Letters from steps.
#[must_use]
pub(super) fn signed(steps: &[Step]) -> String {
    let step = |step: &Step| format!("{}{}", step.key, if step.list { "[]" } else { "" });
    steps.iter().map(step).collect::<Vec<_>>().join(".")
}

/// Whether a word is one of the first keys of a kind of file.
fn begins_a_key(file: &FileOf, word: &str) -> bool {
    keys::KEYS.iter().any(|key| key.file == file.path && key.steps.first().is_some_and(|first| first == word))
}
