//! The linter: wording that talks down to people, and wording that is hard to read.
//!
//! Comes from: [`crate::prose::Prose`] and the book of rules. Goes to: remarks, each with its place, the reason and what to say
//! instead; `review` puts them into reports.

mod addresses;
mod check;
mod matching;
pub mod own;
pub mod page;
mod proof;
mod ready;

pub use check::{check, check_for};
pub use own::OwnWords;
