//! The only room that touches the file system: content and theme in, finished homes out.
//!
//! In: every file of a group, as letters in memory. Out: one home at a time, made beside its old output and put in its place
//! whole, so that whatever happens there is always a complete one.
//!
//! Only `writer` creates, writes, renames and removes; `look` asks the disk what is there. The files below that Clippy lets ask the disk
//! read what people wrote: `tests/rooms.rs` holds them to reading.

pub mod begun;
pub mod lint;
mod look;
mod made;
mod ours;
mod output;
mod passed_over;
pub mod private;
#[expect(clippy::disallowed_methods, reason = "a document is read in a process of its own")]
pub mod reader;
#[expect(clippy::disallowed_methods, reason = "content is read here")]
mod reading;
mod records;
mod single;
#[expect(clippy::disallowed_methods, reason = "statements are read here")]
pub mod statements;
#[expect(clippy::disallowed_methods, reason = "themes are read here")]
mod theme;
#[expect(clippy::disallowed_methods, reason = "folders are walked here")]
mod walk;
mod writer;

pub use crate::read::Content;
pub use output::Output;
pub use reading::read;
pub use single::{PaperPlace, can_be_file};
pub use theme::theme;
