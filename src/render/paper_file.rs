//! A paper as a file, in whatever format, with how long it is.

use crate::paper::Measure;

/// A paper as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperFile {
    /// The file.
    pub bytes: Vec<u8>,
    /// How long it is, as far as its format has such a thing.
    pub measure: Measure,
}
