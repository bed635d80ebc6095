//! `homepack packs`: a pack for each resident, into the private folder.

use std::borrow::Cow;
use std::collections::BTreeMap;

use camino::Utf8PathBuf;
use clap::Args;

use super::progress::Progress;
use super::workshop::{chosen, workshop};
use super::{FAILED, FINE, MISTAKES};
use crate::check::resident;
use crate::compose::pack::Packer;
use crate::disk;
use crate::disk::private::{Locked, Private, Record};
use crate::failure::Failure;
use crate::finding::{Finding, Severity, any_error, in_order};
use crate::make::{self, Workshop};
use crate::read::{Content, Place, promises};
use crate::render::{Tools, abreast};
use crate::report;
use crate::source::Sources;
use crate::text::Personal;

/// How many packs are made before what is wrong with them is shown.
const BATCH: usize = 64;
/// What `homepack packs` takes.
#[derive(Debug, Args)]
pub struct Packs {
    /// The folder with your homes, or with one home.
    #[arg(default_value = "content")]
    pub dir: Utf8PathBuf,
    /// Only the residents of this home, by the name of its folder. You can say it more than once.
    #[arg(long, value_name = "NAME")]
    pub home: Vec<String>,
    /// Only this resident, by the id of the record. You can say it more than once.
    #[arg(long, value_name = "ID")]
    pub resident: Vec<String>,
    /// The private folder with the records. It is beside the folder with your homes where you do not say.
    #[arg(long, value_name = "DIR")]
    pub private: Option<Utf8PathBuf>,
    /// A folder of your own with words or looks, laid over the plain theme file by file.
    #[arg(long, value_name = "DIR")]
    pub theme: Option<Utf8PathBuf>,
    /// The day to take for today, such as 2026-11-22. It decides which consents hold.
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

/// How one home's packs went.
#[derive(Default)]
struct Made {
    packs: usize,
    papers: usize,
    pages: usize,
    broken: usize,
    failed: bool,
    /// Papers for those who help that go on beyond their two sides: the paper, how many sides it has, whose it is.
    over: BTreeMap<(String, usize), Vec<String>>,
}

/// How one pack went.
#[derive(Default)]
struct One {
    /// The record's letters, to say where something is wrong.
    sources: Sources,
    findings: Vec<Finding<Personal>>,
    /// What is wrong with the home's own words.
    of_words: Vec<Finding>,
    failure: Option<Failure>,
    /// Papers and pages.
    counts: Option<(usize, usize)>,
    /// Whose pack it is.
    id: String,
    /// Papers for those who help that go on beyond their sides.
    over: Vec<(String, usize)>,
}

/// The home whose packs are made.
struct Of<'a> {
    packer: Packer<'a>,
    place: &'a Place,
    sources: &'a Sources,
    /// With the typefaces that it has of its own.
    tools: &'a Tools,
}

/// What all packs are made with.
struct Yard {
    workshop: Workshop,
    private: Locked,
    tools: Tools,
}

impl Packs {
    /// Makes the packs; the number is the program's exit code.
    ///
    /// # Errors
    /// What the machine could not do.
    pub fn run(&self, today: jiff::civil::Date) -> Result<u8, Failure> {
        let workshop = workshop(self.theme.as_deref(), self.today.as_deref(), today)?;
        let content = disk::read(&self.dir)?;
        let places = chosen(&content, &self.home)?;
        let private = Private::beside(&self.dir, self.private.as_deref())?;
        let records = wanted(&private, &places, &self.resident)?;
        let tools = Tools::new(&workshop.theme)?;
        let yard = Yard { tools, workshop, private: private.locked()? };
        let progress = Progress::new(records.iter().map(Vec::len).sum());
        let mut code = if self.resident.is_empty() { yard.astray(&content, &places, &self.home) } else { FINE };
        for (place, records) in places.iter().zip(&records) {
            if records.is_empty() {
                // Where somebody was asked for by id, the other homes have nothing to say.
                if self.resident.is_empty() {
                    report::line(&format!("{}: no records of residents yet.", place.name()));
                }
                continue;
            }
            let (home, mut findings) = yard.workshop.read(&content, place);
            findings.extend(yard.workshop.without_a_face(&content.sources, place));
            let stops = any_error(&findings);
            findings.retain(|finding| finding.severity == Severity::Error);
            // What is over when the pack is printed is told here too.
            findings.extend(promises::home(&content.sources, place, yard.workshop.today));
            in_order(&mut findings);
            report::findings(&findings, &content.sources);
            let Some(home) = home.filter(|_| !stops) else {
                report::line(&format!(
                    "{}: no packs made, because something above must be mended first.",
                    place.name()
                ));
                code = code.max(MISTAKES);
                continue;
            };
            let own = match yard.workshop.theme_of(&content.sources, &[place]) {
                Cow::Borrowed(_) => None,
                Cow::Owned(theme) => Some(Tools::new(&theme)?),
            };
            let of = Of {
                packer: Packer::new(yard.workshop.desk(&home)),
                place,
                sources: &content.sources,
                tools: own.as_ref().unwrap_or(&yard.tools),
            };
            code = code.max(yard.packs(&of, records, &progress));
        }
        progress.done();
        without_record(&yard.private, &places);
        Ok(code)
    }
}

/// Names packs of somebody whose record is gone.
fn without_record(private: &Private, places: &[&Place]) {
    for place in places {
        for id in private.packs_without_record(place.folder_name()) {
            report::line(&format!(
                "{}: this pack has no record. If they have moved on, delete it with: homepack resident leave {id}",
                private.pack_folder(place.folder_name(), &id)
            ));
        }
    }
}

/// The records that were asked for, a list to each home; all of them where nobody was.
///
/// # Errors
/// Where somebody who was asked for has no record.
pub(super) fn wanted(private: &Private, places: &[&Place], asked: &[String]) -> Result<Vec<Vec<Record>>, Failure> {
    let mut records: Vec<Vec<Record>> = places.iter().map(|place| private.records(place.folder_name())).collect();
    let there = |id: &&String| records.iter().flatten().any(|record| record.id == **id);
    if let Some(id) = asked.iter().find(|id| !there(id)) {
        return Err(Failure::NoSuchResident(id.clone()));
    }
    for of_home in &mut records {
        of_home.retain(|record| asked.is_empty() || asked.contains(&record.id));
    }
    Ok(records)
}

impl Yard {
    /// Says what lies among the records and is none; the exit code for that.
    fn astray(&self, content: &Content, places: &[&Place], asked: &[String]) -> u8 {
        let homes: Vec<&str> = places.iter().map(|place| place.folder_name()).collect();
        let (sources, findings) = self.private.astray(&homes, asked.is_empty() && content.is_group());
        report::findings(&findings, &sources);
        if any_error(&findings) { MISTAKES } else { FINE }
    }

    /// Every pack of a home, a batch at a time; what goes wrong with one leaves the others alone.
    fn packs(&self, of: &Of<'_>, records: &[Record], progress: &Progress) -> u8 {
        let mut made = Made::default();
        for batch in records.chunks(BATCH) {
            let done = abreast(batch, |record| {
                let one = self.pack(of, record);
                progress.step();
                one
            });
            done.into_iter().for_each(|one| made.add(&one, of.sources));
        }
        self.tell(of.place.folder_name(), &made)
    }

    /// Says how a home's packs went.
    fn tell(&self, home: &str, made: &Made) -> u8 {
        let counted = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        let pages = if made.pages == 0 { String::new() } else { format!(", {}", counted(made.pages, "page")) };
        let place = self.private.dir().join("packs").join(home);
        report::line(&format!(
            "{home}: {}, {}{pages} in {place}",
            counted(made.packs, "pack"),
            counted(made.papers, "paper")
        ));
        for ((paper, sides), ids) in &made.over {
            report::line(&format!(
                "{home}: “{paper}” has {sides} sides for {}, because the record says more than two sides hold",
                ids.join(", ")
            ));
        }
        if made.broken > 0 {
            report::line(&format!(
                "{home}: {} not made, because something above must be mended first.",
                counted(made.broken, "pack")
            ));
        }
        match (made.failed, made.broken) {
            (true, _) => FAILED,
            (false, 0) => FINE,
            _ => MISTAKES,
        }
    }

    /// One pack, from the record's letters to its place.
    fn pack(&self, of: &Of<'_>, record: &Record) -> One {
        let (sources, file) = match self.private.read(record) {
            Ok(read) => read,
            Err(failure) => return One { failure: Some(failure), ..One::default() },
        };
        let (resident, mut findings) = resident(&sources, file, &self.workshop.theme);
        findings.extend(self.workshop.faces_for(of.sources, of.place, (&sources, file)));
        findings.extend(promises::record(&sources, file, self.workshop.today));
        in_order(&mut findings);
        let resident = resident.filter(|_| !any_error(&findings));
        let one = One { sources, findings, ..One::default() };
        let Some(resident) = resident else { return one };
        let made = make::pack(&of.packer, &resident, &self.workshop.theme, of.tools);
        if made.failure.is_some() || any_error(&made.findings) {
            return One { failure: made.failure, of_words: made.findings, ..one };
        }
        match self.private.pack(of.place.folder_name(), &record.id, &made.files) {
            Ok(()) => One { counts: Some((made.papers, made.pages)), id: record.id.clone(), over: made.over, ..one },
            Err(failure) => One { failure: Some(failure), ..one },
        }
    }
}

impl Made {
    /// Adds one pack, and shows what is wrong with it.
    fn add(&mut self, one: &One, public: &Sources) {
        report::findings(&one.findings, &one.sources);
        report::findings(&one.of_words, public);
        if let Some(failure) = &one.failure {
            report::failure(failure);
            self.failed = true;
        }
        match one.counts {
            Some((papers, pages)) => {
                self.packs += 1;
                self.papers += papers;
                self.pages += pages;
                for over in &one.over {
                    self.over.entry(over.clone()).or_default().push(one.id.clone());
                }
            }
            // A failure has said how things stand.
            None => self.broken += usize::from(one.failure.is_none()),
        }
    }
}
