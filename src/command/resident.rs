//! `homepack resident`: records of residents: begin one, see what is due in all of them, delete one.

pub mod due;
pub mod leave;
pub mod new;

use camino::Utf8PathBuf;
use clap::{Args, Subcommand};

use super::Chance;
use crate::disk;
use crate::failure::Failure;
use crate::theme::Theme;

/// What `homepack resident` takes.
#[derive(Debug, Args)]
pub struct Resident {
    /// What to do.
    #[command(subcommand)]
    pub what: What,
}

/// What can be done with records.
#[derive(Debug, Subcommand)]
pub enum What {
    /// Begin a resident's record: a few questions, and a file that you go on with by hand.
    New(new::New),
    /// Show what is due in the records: what to ask, to look at again, to collect.
    Due(due::Due),
    /// Delete a resident's record and pack, and list the printed copies to collect.
    Leave(leave::Leave),
}

/// Where homes and records are.
#[derive(Debug, Args)]
pub struct Folders {
    /// The folder with your homes, or with one home.
    #[arg(default_value = CONTENT)]
    pub dir: Utf8PathBuf,
    /// The private folder with the records. It is beside the folder with your homes where you do not say.
    #[arg(long, value_name = "DIR")]
    pub private: Option<Utf8PathBuf>,
    /// A folder of your own with words or looks, laid over the plain theme file by file.
    #[arg(long, value_name = "DIR")]
    pub theme: Option<Utf8PathBuf>,
}

/// Where the homes are when nobody says it.
const CONTENT: &str = "content";

impl Resident {
    /// Does what was asked; the number is the program's exit code.
    ///
    /// # Errors
    /// What the machine could not do.
    pub fn run(&self, today: jiff::civil::Date, chance: Chance) -> Result<u8, Failure> {
        match &self.what {
            What::New(new) => new.run(today, chance),
            What::Due(due) => due.run(today),
            What::Leave(leave) => leave.run(),
        }
    }
}

impl Resident {
    /// Whether it can be done whatever day it is.
    pub(super) fn needs_no_clock(&self) -> bool {
        match &self.what {
            What::New(_) => false,
            What::Due(due) => due.today.is_some(),
            What::Leave(_) => true,
        }
    }
}

impl Folders {
    /// The theme: its papers, typefaces and colours are what a record can name.
    fn theme(&self) -> Result<Theme, Failure> {
        Theme::new(self.theme.as_deref().map(disk::theme).transpose()?.unwrap_or_default())
    }

    /// The same folders as somebody types them, where they are not the usual ones.
    fn typed(&self) -> String {
        let mut out = String::new();
        if self.dir != CONTENT {
            out.push_str(&format!(" {}", spaced(self.dir.as_str())));
        }
        for (option, dir) in [("--private", &self.private), ("--theme", &self.theme)] {
            if let Some(dir) = dir {
                out.push_str(&format!(" {option} {}", spaced(dir.as_str())));
            }
        }
        out
    }
}

/// A path as it is typed: in quotation marks where it has spaces.
fn spaced(path: &str) -> String {
    if path.contains(' ') { format!("\"{path}\"") } else { path.to_owned() }
}
