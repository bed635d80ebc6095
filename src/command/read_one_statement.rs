//! The command that `lint` starts for each foreign document, so that what overruns ends by itself. Nobody types it.

use camino::Utf8PathBuf;
use clap::Args;

use super::FINE;
use crate::disk::reader;
use crate::failure::Failure;

/// What it takes.
#[derive(Debug, Args)]
pub struct ReadOneStatement {
    /// The name of the document, whose bytes come on the standard input.
    pub path: Utf8PathBuf,
}

impl ReadOneStatement {
    /// Reads it, and writes what there is to say for the program that asked.
    ///
    /// # Errors
    /// Where that program has gone.
    pub fn run(&self) -> Result<u8, Failure> {
        reader::answer(&self.path).map(|()| FINE)
    }
}
