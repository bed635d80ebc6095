//! Statements that homes already have, read for the linter. The documents are made here, part by part, so that each says what it
//! is there to show.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its document has failed")]
#![expect(clippy::format_collect, reason = "the parts of a document are written one below the other")]

mod damage;
mod documents;
mod letters;
mod office;
mod portable;

use homepack::prose::{Part, Prose};
use homepack::statement::{Unreadable, statement};

/// Reads a document under a name.
fn read(name: &str, bytes: &[u8]) -> Result<Prose, Unreadable> {
    statement(name.into(), bytes)
}

/// What each passage is, and its words.
fn said(prose: &Prose) -> Vec<(Part, &str)> {
    prose.passages.iter().map(|passage| (passage.part, passage.text.as_str())).collect()
}

/// The words of each passage.
fn words(prose: &Prose) -> Vec<&str> {
    prose.passages.iter().map(|passage| passage.text.as_str()).collect()
}
