//! `homepack build` as a manager meets it: what it makes, what it keeps, what it tells.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/desk.rs"]
mod desk;
mod homes;
mod kept;
mod made;
mod told;
