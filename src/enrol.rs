//! A record begun: the few questions, whether an answer can be one, and the letters of a new record with its id.
//!
//! Comes from: what somebody types. Goes to: `disk::private`.

mod questions;
mod record;

pub use questions::{Answers, Kind, NAME, Question, questions};
pub use record::{draw, letters};
