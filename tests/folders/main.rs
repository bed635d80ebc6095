//! What becomes of every name and of every file in somebody's folders: what is made from it, or what is said about it.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

mod accounted;
#[path = "../common/desk.rs"]
mod desk;
mod gone;
mod names;
mod rowan;
