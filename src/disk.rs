//! The only room that touches the file system: content and theme in, finished homes out.
//!
//! In: every file of a group, as letters in memory. Out: one home at a time, made beside its old output and put in its place
//! whole, so that whatever happens there is always a complete one.

#![expect(clippy::disallowed_methods, reason = "this is the room in which files are touched")]

pub mod lint;
mod output;
mod paper;
mod passed_over;
pub mod private;
pub mod reader;
mod reading;
mod records;
pub mod statements;
mod theme;
mod walk;

pub use crate::read::Content;
pub use output::Output;
pub use paper::write_paper;
pub use reading::read;
pub use theme::theme;
