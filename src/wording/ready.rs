//! The rules as the build script made them ready: a block of bytes in the program.
//!
//! Reading and multiplying out every pattern takes the time in which a person notices a wait; taking the finished book from its
//! bytes takes a tenth of it. The YAML files stay the only source, and a test holds the bytes to them.

use super::book::Rulebook;
use crate::failure::Failure;

/// A finished book of rules, in the bytes of postcard.
const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rulebook.bin"));

impl Rulebook {
    /// The rules that are part of the program.
    ///
    /// # Errors
    /// Where the program's own data are damaged.
    pub fn built_in() -> Result<Self, Failure> {
        let mut book: Self =
            postcard::from_bytes(BYTES).map_err(|why| Failure::Theme(format!("the rules of the linter: {why}")))?;
        book.index();
        Ok(book)
    }
}
