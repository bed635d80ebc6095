//! Documents into bytes: pages of a website, PDFs. One format a file.
//!
//! Comes from: `compose`. Goes to: `disk::write`.

#[cfg(feature = "pdf")]
pub mod pdf;
pub mod website;

use std::marker::PhantomData;

use crate::text::{Audience, Public};

/// A finished file for one audience: its path inside the output, and its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered<A: Audience> {
    /// The path, with `/` between folders.
    pub path: String,
    /// What the file holds.
    pub bytes: Vec<u8>,
    audience: PhantomData<A>,
}

impl Rendered<Public> {
    /// A file that anybody may read.
    #[must_use]
    pub fn public(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into(), audience: PhantomData }
    }
}
