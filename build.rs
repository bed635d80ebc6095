//! Makes the linter quick to start with: the rules in `src/wording/**/*.yaml` become a finished book of rules, in bytes.
//!
//! YAML stays the only source, and the form that people write. The program's own modules read it here; a test holds the bytes to
//! what the program would read itself.
#![allow(clippy::print_stdout, reason = "a build script speaks to Cargo in print")]
#![allow(clippy::disallowed_methods, reason = "no file of a home is touched here")]

use std::error::Error;
use std::path::Path;

#[path = "src/finding/severity.rs"]
#[allow(dead_code, unreachable_pub, reason = "only the book of rules is made here")]
mod finding;
#[path = "src/ours.rs"]
#[allow(dead_code, unreachable_pub, reason = "only the book of rules is made here")]
mod ours;
#[path = "src/wording/making.rs"]
#[allow(dead_code, unreachable_pub, unused_imports, reason = "only the book of rules is made here")]
mod wording;

/// What the program's `failure` is to the modules that run here.
mod failure {
    /// Why a file of ours cannot be used.
    #[derive(Debug)]
    pub(crate) enum Failure {
        /// What is wrong in it.
        Theme(String),
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    // The rules and the modules are part of this script: Cargo builds and runs it again when one of them changes.
    println!("cargo::rerun-if-changed=build.rs");
    let letters = wording::letters::Letters::built_in();
    let book = wording::book::Rulebook::of(&letters).map_err(|failure::Failure::Theme(why)| why)?;
    let out = std::env::var("OUT_DIR")?;
    std::fs::write(Path::new(&out).join("rulebook.bin"), postcard::to_extend(&book, Vec::new())?)?;
    Ok(())
}
