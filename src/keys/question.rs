//! What somebody is asked for a key, with an example, why, and who may know: data beside the model, an entry a key, in `questions/`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::FileOf;
use crate::ours;

/// How somebody is asked for a key.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question, to the registered manager.
    pub question: String,
    /// An answer of a home that there is not, as it would be written in the file; none where further keys stand there.
    pub example: Option<String>,
    /// Why it is asked: who gains by it.
    pub why: String,
    /// Who in a home usually knows.
    pub who: String,
}

/// The questions of a kind of file, by the way to their key.
///
/// # Panics
/// Where our own file cannot be read: a test reads every one.
pub(super) fn questions(file: &FileOf) -> BTreeMap<String, Question> {
    if file.questions.is_empty() {
        return BTreeMap::new();
    }
    ours::read(file.questions).unwrap_or_else(|misfit| panic!("the questions of {}: {misfit}", file.path))
}
