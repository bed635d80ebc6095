//! Makes the linter quick to start with: the rules in `src/rulebook/**/*.yaml` become a finished book of rules, in bytes.
//!
//! YAML stays the only source, and the form that people write. The program's own rooms read it here; a test holds the bytes to
//! what the program would read itself.
#![allow(clippy::print_stdout, reason = "a build script speaks to Cargo in print")]
#![allow(clippy::disallowed_methods, reason = "no file of a home is touched here")]

use std::error::Error;
use std::path::Path;

use src::{ours, rulebook, severity};

/// The rooms of the program that make the book of rules. They import nothing but each other.
#[allow(dead_code, unreachable_pub, reason = "the program uses what is not used here")]
mod src {
    pub(crate) mod ours;
    pub(crate) mod rulebook;
    pub(crate) mod severity;
}

fn main() -> Result<(), Box<dyn Error>> {
    // The rules and the rooms are part of this script: Cargo builds and runs it again when one of them changes.
    println!("cargo::rerun-if-changed=build.rs");
    let book = rulebook::Rulebook::of(&rulebook::letters::Letters::built_in())?;
    std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join("rulebook.bin"), book.bytes()?)?;
    Ok(())
}
