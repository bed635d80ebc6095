//! The press: papers onto sheets. In a homepack that was built without the part that makes PDFs its twin stands here: it takes the
//! same papers, sets none of them, and says so.
//!
//! Comes from: `make`, with papers of `compose`. Nobody else asks whether there is a press.

#[cfg(feature = "pdf")]
mod real;
#[cfg(not(feature = "pdf"))]
mod twin;

#[cfg(feature = "pdf")]
pub use real::Press;
#[cfg(not(feature = "pdf"))]
pub use twin::Press;

use super::PaperFile;
use super::format::{Each, FileFormat, Makes, Tools};
use crate::failure::Failure;
use crate::paper::Paper;
use crate::text::Audience;

/// Papers as PDFs.
pub static FORMAT: FileFormat = FileFormat {
    name: "pdf",
    label: "PDF",
    ending: "pdf",
    about: "Every paper in each form it comes in, and the papers of packs in the reader’s own print: tagged, to read or to print.",
    makes: &[Makes::Paper(Each::Form, made), Makes::Pack(made)],
    folder: Some("pdf"),
    checks: &["src/render/pdf/tests.rs", "tests/pdf"],
};

fn made<A: Audience>(tools: &Tools, file: &str, paper: &Paper<A>) -> Result<Option<PaperFile>, Failure> {
    tools.press.set(file, paper)
}
