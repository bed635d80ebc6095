//! The Statement of Purpose as it was sent to the regulator: the text by part, with the keys that each line comes from and the facts
//! at those keys; what is different by now; and the regulator's form beside it.
//!
//! ```text
//! Document ── Version::of ──► Version ── file::written ──► statement-sent-2026-11-22.txt
//!                               │                            │ kept
//!                               ├────── compared ◄───────────┘
//!                               │          └─► Changes ──► changes::text, changes::page
//!                               └── form::checklist ──► form::text, form::page
//! ```
//!
//! Comes from: `compose`, and the files that were kept. Goes to: `homepack statement`, and `inspection`.

pub mod changes;
mod compare;
pub mod file;
pub mod form;
mod law;
mod notice;
mod page;
mod version;

pub use compare::{Change, compared};
pub use law::{Hold, Law};
pub use notice::{Notice, notice};
pub use page::BEGINS;
pub use version::{Line, Part, Version};

use crate::read::Place;
use crate::read::belongs::day_sent;
use crate::source::Sources;
use crate::text::Span;

/// A text as it was sent, from its file.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The day on which it was sent.
    pub day: jiff::civil::Date,
    /// The text.
    pub version: Version,
    /// Whether the file still is as homepack wrote it.
    pub as_written: bool,
    /// Where it lies.
    pub path: camino::Utf8PathBuf,
    /// Its first line.
    pub span: Span,
}

/// Every text that a home keeps, the first one sent first.
#[must_use]
pub fn kept(sources: &Sources, place: &Place) -> Vec<Kept> {
    let read = |(number, source): (u32, &crate::source::Source)| {
        let (version, as_written) = file::read(&source.letters);
        Some(Kept {
            day: day_sent(source.known_as.file_name()?)?,
            version,
            as_written,
            path: source.path.clone(),
            span: Span { file: number, line: 1, column: 1, width: 1 },
        })
    };
    sources.sent_in(&place.folder).filter_map(read).collect()
}

/// The text that was sent last, up to some day; a day that is still to come is not one on which anything was sent.
#[must_use]
pub fn last(kept: &[Kept], today: jiff::civil::Date) -> Option<&Kept> {
    kept.iter().rev().find(|kept| kept.day <= today)
}
