//! A record begun: the few questions, whether an answer can be one, and the letters of a new record with its id.
//!
//! Comes from: what somebody types. Goes to: `disk::private`.

mod named;
mod questions;
mod record;

pub use named::named;
pub use questions::{Answers, Kind, NAME, Question, questions};
pub use record::{draw, letters};
