//! `homepack check`: what a home still has to say, what has run out, and where to write it.

use camino::Utf8PathBuf;
use clap::{Args, ValueEnum};
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::workshop::{chosen, workshop};
use super::{FINE, MISTAKES};
use crate::disk;
use crate::failure::Failure;
use crate::inspection::{self, Asked, Inspection};
use crate::report;
use crate::severity::Severity;

/// What `homepack check` takes.
#[derive(Debug, Args)]
pub struct Check {
    /// The folder with your homes, or with one home.
    #[arg(default_value = "content")]
    pub dir: Utf8PathBuf,
    /// Only this home, by the name of its folder. You can say it more than once.
    #[arg(long, value_name = "NAME")]
    pub home: Vec<String>,
    /// Everything, and not only the ten things that matter most.
    #[arg(long)]
    pub all: bool,
    /// How personal your words are instead: what research asks, one by one, with what your files show.
    #[arg(long)]
    pub personal: bool,
    /// For people, or a line of JSON for each thing.
    #[arg(long, value_enum, default_value_t = Shape::Text)]
    pub format: Shape,
    /// A folder of your own with words or looks, laid over the plain theme file by file.
    #[arg(long, value_name = "DIR")]
    pub theme: Option<Utf8PathBuf>,
    /// The day to take for today, such as 2026-11-22.
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

/// For whom it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shape {
    /// For people.
    Text,
    /// For programs.
    Json,
}

impl Check {
    /// Looks at the homes; the number is the program's exit code.
    ///
    /// # Errors
    /// What the machine could not do.
    pub fn run(&self, today: jiff::civil::Date) -> Result<u8, Failure> {
        let workshop = workshop(self.theme.as_deref(), self.today.as_deref(), today)?;
        let content = disk::read(&self.dir)?;
        let asked = Asked::new(&content)?;
        let places = chosen(&content, &self.home)?;
        let mut errors = 0;
        let looked: Vec<Inspection> = places
            .par_iter()
            .map(|place| Inspection::of(&workshop, &asked, &content, place))
            .collect::<Result<_, _>>()?;
        for (at, looked) in looked.iter().enumerate() {
            errors += looked.count(Severity::Error);
            match self.format {
                Shape::Text => {
                    let apart = if at > 0 { "\n" } else { "" };
                    let told =
                        if self.personal { inspection::personal(looked) } else { inspection::text(looked, self.all) };
                    report::all(&format!("{apart}{told}"));
                }
                Shape::Json => {
                    report::json(&inspection::json(looked).map_err(|error| Failure::Asked(error.to_string()))?)
                }
            }
        }
        Ok(if errors > 0 { MISTAKES } else { FINE })
    }
}
