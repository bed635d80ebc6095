//! `homepack schema`: what can stand in a file, as an editor reads it, so that it shows the meaning of each key while you write.

use camino::Utf8PathBuf;
use clap::Args;

use super::FINE;
use crate::disk::PaperPlace;
use crate::failure::Failure;
use crate::finding::meant;
use crate::keys::{self, FILES, FileOf};
use crate::report;

/// What `homepack schema` takes.
#[derive(Debug, Args)]
pub struct Schema {
    /// A file: rooms.yaml, services, contacts. Without it you get the list of all files.
    pub file: Option<String>,
    /// A folder to write all of them into, a file each: rooms.json and so on.
    #[arg(long, value_name = "DIR", conflicts_with = "file")]
    pub out: Option<Utf8PathBuf>,
}

impl Schema {
    /// Prints one JSON Schema, or writes all of them; the number is the program's exit code.
    ///
    /// # Errors
    /// Where there is no such file, or the folder cannot be written to.
    pub fn run(&self) -> Result<u8, Failure> {
        match (&self.out, &self.file) {
            (Some(out), _) => {
                for file in &FILES {
                    let name = format!("{}.json", keys::subject(file.path));
                    PaperPlace::new(&out.join(name))?.write(letters(file).as_bytes())?;
                }
                report::line(&format!("{} files lie in {out}.", FILES.len()));
            }
            (None, Some(asked)) => report::all(&letters(named(asked)?)),
            (None, None) => report::all(&keys::contents()),
        }
        Ok(FINE)
    }
}

/// A schema as its file has it.
pub(super) fn letters(file: &FileOf) -> String {
    format!("{:#}\n", keys::schema(file))
}

/// The kind of file that somebody names.
fn named(asked: &str) -> Result<&'static FileOf, Failure> {
    let is = |file: &&FileOf| file.path == asked || keys::subject(file.path) == asked;
    FILES.iter().find(is).ok_or_else(|| Failure::NoneOf {
        what: "file".to_owned(),
        asked: asked.to_owned(),
        help: meant(asked, FILES.iter().map(|file| file.path))
            .unwrap_or_else(|| "Type “homepack schema” for the list of all files.".to_owned()),
    })
}
