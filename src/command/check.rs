//! `homepack check`: what a home still has to say, what has run out, and where to write it.

use camino::Utf8PathBuf;
use clap::{Args, ValueEnum};
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::workshop::{chosen, workshop};
use super::{FINE, MISTAKES};
use crate::disk::lint::{can_be_report, write_report};
use crate::disk::{self, PaperPlace};
use crate::failure::Failure;
use crate::inspection::{self, Asked, Inspection};
use crate::make::Workshop;
use crate::render::office::{self, Leads};
use crate::render::press::Press;
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
    /// For people, a line of JSON for each thing, or a report for a team: a page, or a paper in large print.
    #[arg(long, value_enum, default_value_t = Shape::Text)]
    pub format: Shape,
    /// The file for the report of --format html or pdf. It is check-report.html or check-report-large-print.pdf where you do not say.
    #[arg(long, value_name = "FILE")]
    pub out: Option<Utf8PathBuf>,
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
    /// For a team, as one page that stands alone.
    Html,
    /// For a team, in large print.
    Pdf,
}

/// How a page of ours begins, so that no other file is ever written over.
const BEGINS: &str = "<!DOCTYPE html><!-- homepack check -->";
/// How every page begins.
const DOCTYPE: &str = "<!DOCTYPE html>";

impl Check {
    /// Looks at the homes; the number is the program's exit code.
    ///
    /// # Errors
    /// What the machine could not do.
    pub fn run(&self, today: jiff::civil::Date) -> Result<u8, Failure> {
        let workshop = workshop(self.theme.as_deref(), self.today.as_deref(), today)?;
        self.can_be_written()?;
        let content = disk::read(&self.dir)?;
        let asked = Asked::new(&content)?;
        let places = chosen(&content, &self.home)?;
        let mut errors = 0;
        let mut looked: Vec<Inspection> = places
            .par_iter()
            .map(|place| Inspection::of(&workshop, &asked, &content, place))
            .collect::<Result<_, _>>()?;
        if self.home.is_empty() {
            looked.extend(Inspection::beside(&content));
        }
        match self.format {
            Shape::Html => self.page(&workshop, &looked)?,
            Shape::Pdf => self.paper(&workshop, &looked)?,
            Shape::Text | Shape::Json => {}
        }
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
                Shape::Html | Shape::Pdf => {}
            }
        }
        Ok(if errors > 0 { MISTAKES } else { FINE })
    }

    /// The file of the report.
    fn out(&self) -> Utf8PathBuf {
        let usual = if self.format == Shape::Pdf { "check-report-large-print.pdf" } else { "check-report.html" };
        self.out.clone().unwrap_or_else(|| usual.into())
    }

    /// Looks whether the report can be written, before anything is read.
    fn can_be_written(&self) -> Result<(), Failure> {
        if self.personal && matches!(self.format, Shape::Html | Shape::Pdf) {
            return Err(Failure::Asked("--personal is for the screen. Leave --format away.".to_owned()));
        }
        match (self.format, &self.out) {
            (Shape::Html, _) => can_be_report(&self.out(), BEGINS),
            (Shape::Pdf, _) if !Press::IS_THERE => Err(Failure::NoPress),
            (Shape::Pdf, _) => PaperPlace::new(&self.out()).map(drop),
            (Shape::Text | Shape::Json, None) => Ok(()),
            (Shape::Text | Shape::Json, Some(_)) => {
                let why = "--out is for a report. Add --format html or --format pdf, or leave --out away.";
                Err(Failure::Asked(why.to_owned()))
            }
        }
    }

    /// Writes the report as a page.
    fn page(&self, workshop: &Workshop, looked: &[Inspection]) -> Result<(), Failure> {
        let page = office::page(&inspection::report(workshop, looked)?, &workshop.theme, Leads::Outside)?;
        let page = page.trim_start();
        let page = format!("{BEGINS}{}", page.strip_prefix(DOCTYPE).unwrap_or(page));
        write_report(&self.out(), &page, BEGINS)?;
        report::line(&format!("{}: {}.", self.out(), inspection::counts(looked)));
        Ok(())
    }

    /// Writes the report as a paper in large print.
    fn paper(&self, workshop: &Workshop, looked: &[Inspection]) -> Result<(), Failure> {
        let press = Press::new(&workshop.theme)?;
        let paper = inspection::report(workshop, looked)?;
        let out = self.out();
        let set = press.set(out.file_name().unwrap_or_default(), &paper)?.ok_or(Failure::NoPress)?;
        PaperPlace::new(&out)?.write(&set.bytes)?;
        let pages = match set.measure.pages {
            Some(1) => "1 page".to_owned(),
            many => format!("{} pages", many.unwrap_or_default()),
        };
        report::line(&format!("{out}: {}, {pages} in large print.", inspection::counts(looked)));
        Ok(())
    }
}
