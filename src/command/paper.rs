//! `homepack paper`: one paper in a reader's own print, for the visitor who asks at the desk.

use camino::Utf8PathBuf;
use clap::Args;

use super::workshop::{chosen, workshop};
use super::{FINE, MISTAKES};
use crate::compose::Troubles;
use crate::disk::{self, PaperPlace};
use crate::failure::Failure;
use crate::finding::{Severity, in_order};
use crate::make::{self, Asked, Known, OnePaper};
use crate::paper::Format;
use crate::read::Place;
use crate::render::PDF;
use crate::render::press::Press;
use crate::report;

/// What `homepack paper` takes.
#[derive(Debug, Args)]
pub struct Paper {
    /// Which paper: complaints, advocacy, fees, visiting, moving-in, freedom, contract, statement-of-purpose …
    pub paper: String,
    /// The folder with your homes, or with one home.
    #[arg(default_value = "content")]
    pub dir: Utf8PathBuf,
    /// The home, by the name of its folder, where there is more than one.
    #[arg(long, value_name = "NAME")]
    pub home: Option<String>,
    /// The size of print in points, from 12 to 28.
    #[arg(long, value_name = "POINTS", value_parser = clap::value_parser!(u8).range(i64::from(Format::SMALLEST)..=i64::from(Format::LARGEST)))]
    pub size: Option<u8>,
    /// The colour of the paper: white, cream or yellow.
    #[arg(long = "paper", value_name = "COLOUR", id = "colour")]
    pub colour: Option<String>,
    /// The typeface: atkinson, arimo or lexend.
    #[arg(long, value_name = "NAME")]
    pub typeface: Option<String>,
    /// The file to write. It is named after the paper and its print where you do not say.
    #[arg(long, value_name = "FILE")]
    pub out: Option<Utf8PathBuf>,
    /// A folder of your own with words or looks, laid over the plain theme file by file.
    #[arg(long, value_name = "DIR")]
    pub theme: Option<Utf8PathBuf>,
    /// The day to take for today, such as 2026-11-22.
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

impl Paper {
    /// Makes the paper; the number is the program's exit code.
    ///
    /// # Errors
    /// What the machine could not do.
    pub fn run(&self, today: jiff::civil::Date) -> Result<u8, Failure> {
        let workshop = workshop(self.theme.as_deref(), self.today.as_deref(), today)?;
        let asked = self.asked();
        let plan = asked.plan(&workshop.theme)?;
        let format = asked.format(&workshop.theme, plan)?;
        let content = disk::read(&self.dir)?;
        let homes: Vec<String> = self.home.iter().cloned().collect();
        let places = chosen(&content, &homes)?;
        let [place] = places.as_slice() else {
            return Err(Failure::WhichHome(places.iter().map(|place| place.name()).collect::<Vec<_>>().join(", ")));
        };
        // Asked before the work: where it cannot lie, nobody has to wait for it.
        self.out.as_deref().map(PaperPlace::new).transpose()?;
        let (known, mut findings) = workshop.read(&content, place);
        let unprinted = workshop.without_a_face(&content.sources, place);
        let known = known.filter(|_| unprinted.is_empty());
        findings.extend(unprinted);
        let mut troubles = Troubles::default();
        let set = |known: Known| {
            let press = Press::new(&workshop.theme_of(&content.sources, &[place]))?;
            make::paper(&workshop.desk(&known), plan, format, &press, &mut troubles)
        };
        let made = known.map(set).transpose();
        findings.extend(troubles.findings);
        findings.retain(|finding| finding.severity == Severity::Error);
        in_order(&mut findings);
        report::findings(&findings, &content.sources);
        match made?.flatten().filter(|_| findings.is_empty()) {
            Some(made) => self.put(&made, place),
            None => Ok(MISTAKES),
        }
    }

    fn asked(&self) -> Asked<'_> {
        Asked {
            paper: &self.paper,
            size: self.size,
            colour: self.colour.as_deref(),
            typeface: self.typeface.as_deref(),
        }
    }

    /// Writes the paper, and says how to print it.
    fn put(&self, made: &OnePaper, place: &Place) -> Result<u8, Failure> {
        let points = made.measure.points.unwrap_or_default();
        let count = made.measure.pages.unwrap_or_default();
        let out = self.out.clone().unwrap_or_else(|| self.name(place, points).into());
        PaperPlace::new(&out)?.write(&made.bytes)?;
        let pages = if count == 1 { "page" } else { "pages" };
        report::line(&format!("{out}: {}, {points} point, {count} {pages}. Print it at 100 %.", made.title));
        Ok(FINE)
    }

    /// A name that says what it is: “quillmere-house-complaints-22-point-cream.pdf”.
    fn name(&self, place: &Place, points: u8) -> String {
        let look = [&self.colour, &self.typeface].into_iter().flatten().map(|word| format!("-{word}"));
        let stem = format!("{}-{}-{points}-point{}", place.name(), self.paper, look.collect::<String>());
        PDF.file(&stem)
    }
}
