//! What is wrong with the rules themselves.

use std::error::Error;

/// A data file of the rules that cannot be used: a fault of the program.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {why}")]
pub struct Damaged {
    /// The file, with the rule where one is to blame.
    pub file: String,
    /// What is wrong in it.
    #[source]
    pub why: Box<dyn Error + Send + Sync>,
}

impl Damaged {
    pub(crate) fn of(file: impl Into<String>, why: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { file: file.into(), why: why.into() }
    }
}
