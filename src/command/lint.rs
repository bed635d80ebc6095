//! `homepack lint`: wording that talks down to people or is hard to read, in a home's content or in any statement.

mod reading;

use camino::Utf8PathBuf;
use clap::{Args, ValueEnum};

use super::{FAILED, FINE, MISTAKES};
use crate::disk::lint::{can_be_list, can_be_report, letters, mend, tidy, write_list, write_report};
use crate::failure::Failure;
use crate::finding::{Severity, meant};
use crate::report;
use crate::review::Review;
use crate::review::baseline::Baseline;
use crate::review::changed::Changed;
use crate::review::mend::{edits, mended, out_of_reach};
use crate::review::say::paint::Paint;
use crate::review::say::{Said, github, html, json, sarif, text};
use crate::review::sieve::{Rest, Sieve};
use crate::review::summary::{Summary, number};
use crate::rulebook::Rulebook;
use crate::rulebook::family::Family;
use crate::theme::Theme;
use reading::{Read, Readings};

/// What `homepack lint` takes.
#[derive(Debug, Args)]
pub struct Lint {
    /// Files (Word, ODT, PDF, HTML, Markdown, plain text), folders of them, folders with homes, or “-” for the standard input.
    #[arg(value_name = "PATH", default_value = "content")]
    pub paths: Vec<Utf8PathBuf>,
    /// How to write it down.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Change what is certain, in Markdown and YAML, and say what was changed.
    #[arg(long)]
    pub fix: bool,
    /// A list of findings that are known and do not count; see --write-baseline.
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<Utf8PathBuf>,
    /// Write what is found now to the file of --baseline, so that only what is new counts from now on.
    #[arg(long, requires = "baseline")]
    pub write_baseline: bool,
    /// Only this family of rules, such as permission. You can say it more than once.
    #[arg(long, value_name = "FAMILY")]
    pub family: Vec<String>,
    /// The least that counts and is shown.
    #[arg(long, value_enum, default_value_t = Level::Warning)]
    pub level: Level,
    /// Only lines that were changed: a file with what “git diff -U0” writes, or “-” for the standard input.
    #[arg(long, value_name = "FILE")]
    pub only_lines: Option<Utf8PathBuf>,
    /// The file for the report of --format html.
    #[arg(long, value_name = "FILE", default_value = "lint-report.html")]
    pub out: Utf8PathBuf,
    /// A folder of your own with words or looks, laid over the plain theme file by file.
    #[arg(long, value_name = "DIR")]
    pub theme: Option<Utf8PathBuf>,
    /// The day to take for today, such as 2026-11-22.
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

/// How findings are written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading in a terminal.
    Text,
    /// A finding a line, for programs.
    Json,
    /// For tools that collect findings.
    Sarif,
    /// Notes on the lines of a change, in GitHub Actions.
    Github,
    /// A page to show the team.
    Html,
}

/// The least that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Level {
    /// Errors only.
    Error,
    /// Errors and warnings.
    Warning,
    /// Everything.
    Hint,
}

impl Level {
    /// The least severity that counts.
    fn least(self) -> Severity {
        match self {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
            Level::Hint => Severity::Hint,
        }
    }
}

/// Mending something can make room for more; it never takes as many rounds as this.
const ROUNDS: usize = 8;

impl Lint {
    /// Reads, judges and says; the number is the program's exit code.
    ///
    /// # Errors
    /// What the machine could not do at all. A file that cannot be read is told of among the others.
    pub fn run(&self, today: jiff::civil::Date) -> Result<u8, Failure> {
        self.can_be_written()?;
        let rulebook = Rulebook::built_in()?;
        let sieve = self.sieve()?;
        let readings = Readings::new(self, &rulebook, today);
        let mut read = readings.everything();
        let mut rest = sieve.apply(&mut read.reviews);
        if self.fix {
            self.paths.iter().filter(|path| *path != "-").try_for_each(|path| tidy(path))?;
            for _ in 0..ROUNDS {
                if !mend_all(&read.reviews)? {
                    break;
                }
                read = readings.everything();
                rest = sieve.apply(&mut read.reviews);
            }
            say_what_cannot_be_mended(&read.reviews);
        }
        self.tell(&read, &rest, &rulebook)
    }

    /// Looks whether what is to be written can be, before anything is read.
    fn can_be_written(&self) -> Result<(), Failure> {
        match &self.baseline {
            Some(path) if self.write_baseline => can_be_list(path, is_baseline),
            _ if self.format == Format::Html => can_be_report(&self.out, html::BEGINS),
            _ => Ok(()),
        }
    }

    /// Says what was found, in the format that was asked for.
    fn tell(&self, read: &Read, rest: &Rest, rulebook: &Rulebook) -> Result<u8, Failure> {
        read.unread.iter().for_each(|why| report::remark(why));
        if let (Some(path), true) = (&self.baseline, self.write_baseline) {
            let baseline = Baseline::of(&read.reviews);
            write_list(path, &baseline.letters(), is_baseline)?;
            report::line(&format!(
                "{} written to {path}. From now on only what is new counts.",
                number(baseline.len(), "finding")
            ));
            return Ok(if read.unread.is_empty() { FINE } else { FAILED });
        }
        let said = Said { reviews: &read.reviews, rulebook, unread: &read.unread, hidden: rest.hidden };
        match self.format {
            Format::Text => report::painted(&text::written(said, Paint(report::coloured()))),
            Format::Json => report::json(&json::written(said)),
            Format::Sarif => report::json(&sarif::written(said)),
            Format::Github => report::workflow(&github::written(said)),
            Format::Html => self.page(said)?,
        }
        if let (Some(path), true) = (&self.baseline, rest.gone > 0) {
            let gone = number(rest.gone, "finding");
            report::remark(&format!(
                "{gone} in {path} {} gone: thank you. Add --write-baseline to bring the list up to date.",
                if rest.gone == 1 { "is" } else { "are" }
            ));
        }
        let found = read.reviews.iter().any(|review| !review.advice.is_empty());
        Ok(if !read.unread.is_empty() {
            FAILED
        } else if found {
            MISTAKES
        } else {
            FINE
        })
    }

    /// Writes the page for the team.
    fn page(&self, said: Said<'_>) -> Result<(), Failure> {
        let over = self.theme.as_deref().map(crate::disk::theme).transpose()?.unwrap_or_default();
        let page = html::written(said, &Theme::new(over)?)?;
        write_report(&self.out, &page, html::BEGINS)?;
        report::line(&format!("{}: {}", self.out, Summary::of(said.reviews).counted()));
        Ok(())
    }

    /// What to leave out.
    fn sieve(&self) -> Result<Sieve, Failure> {
        let families = self.family.iter().map(|name| {
            Family::spelt(name).ok_or_else(|| {
                let names = || Family::all().map(Family::name);
                let help = meant(name, names())
                    .unwrap_or_else(|| format!("The families are: {}.", names().collect::<Vec<_>>().join(", ")));
                Failure::NoneOf { what: "family of rules".to_owned(), asked: name.clone(), help }
            })
        });
        let known = self.baseline.as_ref().filter(|_| !self.write_baseline);
        let baseline = known.map(|path| {
            Baseline::read(&letters(path)?).map_err(|why| Failure::Read { path: path.clone(), why: why.into() })
        });
        let changed = self.only_lines.as_ref().map(|path| letters(path).map(|diff| Changed::read(&diff)));
        Ok(Sieve {
            families: families.collect::<Result<_, _>>()?,
            least: self.level.least(),
            changed: changed.transpose()?,
            baseline: baseline.transpose()?,
        })
    }
}

/// Whether letters are a list of known findings and nothing else: then nothing of anybody's is lost when it is written anew.
fn is_baseline(letters: &str) -> bool {
    Baseline::read(letters).is_ok()
}

/// Writes better words where that is certain; whether any were.
fn mend_all(reviews: &[Review]) -> Result<bool, Failure> {
    let mut any = false;
    for (path, edits) in edits(reviews) {
        if path == "-" {
            continue;
        }
        let was = letters(&path)?;
        if let Some(done) = mended(&path, &was, &edits) {
            mend(&path, &was, &done.letters)?;
            done.done.iter().for_each(|line| report::remark(line));
            any = true;
        }
    }
    Ok(any)
}

/// Says why some findings stay that a rewrite is known for.
fn say_what_cannot_be_mended(reviews: &[Review]) {
    let count = out_of_reach(reviews);
    if count > 0 {
        report::remark(&format!(
            "--fix writes to Markdown and YAML only. For {} elsewhere you find the better words in the list: change them by hand.",
            number(count, "finding")
        ));
    }
}
