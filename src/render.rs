//! Documents into bytes: pages of a website, PDFs, books for a device, plain text. One format a file; [`FORMATS`] is the list of them.
//!
//! Comes from: `compose`, through `make`. Goes to: `disk`.

mod abreast;
pub mod epub;
mod format;
mod formats;
pub mod joined;
pub mod markup;
pub mod office;
mod paper_file;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod press;
pub mod text;
pub mod website;

pub use abreast::abreast;
pub use format::{Each, FileFormat, InFormat, Maker, Makes, Tools};
pub use formats::{EPUB, FORMATS, PDF, TEXT, WEBSITE};
pub use paper_file::PaperFile;

use std::marker::PhantomData;

use crate::text::{Audience, Personal, Public};

/// A finished file for one audience: its path inside the output, and its bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Rendered<A: Audience> {
    /// The path, with `/` between folders.
    pub path: String,
    /// What the file holds.
    pub bytes: Vec<u8>,
    audience: PhantomData<A>,
}

impl Rendered<Personal> {
    /// A file that one resident and their staff may read. It can be put in the private folder and nowhere else.
    #[must_use]
    pub fn personal(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into(), audience: PhantomData }
    }
}

impl Rendered<Public> {
    /// A file that anybody may read.
    #[must_use]
    pub fn public(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into(), audience: PhantomData }
    }
}

/// Shows the path and how much there is, never the bytes.
impl<A: Audience> std::fmt::Debug for Rendered<A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rendered").field("path", &self.path).field("bytes", &self.bytes.len()).finish()
    }
}
