//! `homepack build`: every home of a group, each whole or not at all.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use camino::{Utf8Path, Utf8PathBuf};
use clap::{Args, ValueEnum};
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::progress::Progress;
use super::workshop::{chosen, workshop};
use super::{FAILED, FINE, MISTAKES};
use crate::disk::{self, Output};
use crate::failure::Failure;
use crate::finding::{Finding, Severity, any_error, in_order};
use crate::home::Home;
use crate::inspection::{self, Asked};
use crate::make::{self, Bench, Workshop};
use crate::read::{Content, Place};
use crate::render::{FORMATS, FileFormat, Tools};
use crate::report;

/// What `homepack build` takes.
#[derive(Debug, Args)]
pub struct Build {
    /// The folder with your homes, or with one home.
    #[arg(default_value = "content")]
    pub dir: Utf8PathBuf,
    /// Only this home, by the name of its folder. You can say it more than once.
    #[arg(long, value_name = "NAME")]
    pub home: Vec<String>,
    /// Where to put what is made.
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub out: Utf8PathBuf,
    /// A folder of your own with words or looks, laid over the plain theme file by file.
    #[arg(long, value_name = "DIR")]
    pub theme: Option<Utf8PathBuf>,
    /// Make only this part, and leave the rest as it was.
    #[arg(long, value_name = "PART")]
    pub only: Vec<Part>,
    /// Remove what was made of homes that are no longer in the folder with your homes.
    #[arg(long)]
    pub remove_gone: bool,
    /// The day to take for today, such as 2026-11-22. It decides whose name may still be shown.
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

/// A part of what is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// The website.
    Website,
    /// The papers to print.
    Papers,
}

/// What is said of a folder that homepack may have made and cannot know.
fn left(path: &Utf8Path) -> String {
    format!(
        "{path} may have been left by an earlier homepack that was cut off, or be somebody’s. homepack does not touch it. If nobody needs it, you can delete it."
    )
}

/// Where every home is made.
struct Yard<'a> {
    content: &'a Content,
    workshop: Workshop,
    tools: Tools,
    /// What every home is held against.
    asked: Asked,
    output: Output,
    /// The formats that are made, and those whose files stay as they were.
    made: Vec<&'static FileFormat>,
    kept: Vec<&'static FileFormat>,
}

/// How one home went.
#[derive(Default)]
struct Went {
    home: Option<Home>,
    findings: Vec<Finding>,
    failure: Option<Failure>,
    /// Pages, papers, and their bytes.
    counts: Option<(usize, usize, usize)>,
    /// How many errors `check` finds in a home that was made all the same.
    unsaid: usize,
}

impl Build {
    /// Makes the homes; the number is the program's exit code.
    ///
    /// # Errors
    /// What the machine could not do.
    pub fn run(&self, today: jiff::civil::Date) -> Result<u8, Failure> {
        let started = Instant::now();
        let workshop = workshop(self.theme.as_deref(), self.today.as_deref(), today)?;
        let content = disk::read(&self.dir)?;
        let chosen = chosen(&content, &self.home)?;
        let everybody = self.home.is_empty() && content.is_group();
        if self.remove_gone && !everybody {
            let why =
                "--remove-gone looks at all homes at once.\nLeave out --home, and name the folder with all your homes.";
            return Err(Failure::Asked(why.to_owned()));
        }
        let (made, kept) = FORMATS.iter().partition(|format| self.wants(format));
        let yard = Yard {
            content: &content,
            tools: Tools::new(&workshop.theme)?,
            asked: Asked::of_one_home()?,
            output: Output::open(&self.out, &self.dir)?,
            made,
            kept,
            workshop,
        };
        let progress = Progress::new(chosen.len());
        let one = |place: &Place| {
            let went = yard.home(place);
            progress.step();
            went
        };
        // Papers take both cores for one home and much memory; without them homes are made side by side.
        let made: Vec<(&Place, Went)> = if yard.made.iter().any(|format| format.makes_papers()) {
            chosen.iter().map(|place| (*place, one(place))).collect()
        } else {
            chosen.par_iter().map(|place| (*place, one(place))).collect()
        };
        progress.done();
        // Where a home is removed, what led to it leads there no more.
        let front = everybody && (content.homes.len() > 1 || self.remove_gone);
        let front_page = if front { yard.front_page(&made) } else { Ok(()) };
        yard.output.stays().iter().for_each(|name| report::remark(&left(&self.out.join(name))));
        let mut code = self.tell(&content, &made, &yard.output, started.elapsed());
        if let Err(failure) = front_page {
            report::failure(&failure);
            code = FAILED;
        }
        // While anything must be mended the front page still leads to every home that it led to.
        Ok(if everybody { code.max(self.gone(&content, &yard.output, code == FINE)) } else { code })
    }

    /// Whether a format is made: all are where no part was named.
    fn wants(&self, format: &FileFormat) -> bool {
        let belongs = |part: &Part| match part {
            Part::Website => format.makes_websites(),
            Part::Papers => format.makes_papers(),
        };
        self.only.is_empty() || self.only.iter().any(belongs)
    }

    /// Names the homes that are no longer in the content, and removes what was made of them where that was asked for; the exit code.
    fn gone(&self, content: &Content, output: &Output, sure: bool) -> u8 {
        let homes: Vec<&str> = content.homes.iter().map(Place::name).collect();
        let gone = output.gone(&homes);
        for (before, now) in output.renamed(&homes) {
            report::line(&format!(
                "{now}: made in {} now. What was made before is still in {}: delete it when nothing leads there any more.",
                self.out.join(now),
                self.out.join(before)
            ));
        }
        let mut code = FINE;
        for home in gone {
            let place = self.out.join(&home);
            let removed = if self.remove_gone && sure { Some(output.remove_gone(&home)) } else { None };
            match removed {
                None if self.remove_gone => report::line(&format!(
                    "{home}: nothing was removed, because something above must be mended first. Its output is still in {place}."
                )),
                None => report::line(&format!(
                    "{home}: no longer in {}. Its output is still in {place}. To remove it, add --remove-gone.",
                    self.dir
                )),
                Some(Ok(())) => {
                    report::line(&format!(
                        "{home}: no longer in {}, so its output was removed from {place}.",
                        self.dir
                    ));
                }
                Some(Err(failure)) => {
                    report::failure(&failure);
                    code = FAILED;
                }
            }
        }
        code
    }

    /// Says what was found and what was made.
    fn tell(&self, content: &Content, made: &[(&Place, Went)], output: &Output, took: Duration) -> u8 {
        let mut findings: Vec<Finding> = content.findings.clone();
        findings.extend(made.iter().flat_map(|(_, made)| made.findings.iter().cloned()));
        in_order(&mut findings);
        report::findings(&findings, &content.sources);
        let mut code = FINE;
        for (place, made) in made {
            let name = place.name();
            if let Some((pages, papers, bytes)) = made.counts {
                let (size, place) = (report::size(bytes), self.out.join(name));
                report::line(&format!("{name}: {pages} pages, {papers} papers, {size} in {place}"));
            } else if let Some(failure) = &made.failure {
                // It says how the output stands.
                report::failure(failure);
                code = FAILED;
            } else {
                code = code.max(MISTAKES);
                let last = if output.is_whole(name) { " Its last output is as it was." } else { "" };
                report::line(&format!("{name}: not made, because something above must be mended first.{last}"));
            }
        }
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        if errors > 0 {
            code = code.max(MISTAKES);
            report::line(&format!("{errors} to mend."));
        }
        let warnings = findings.len() - errors;
        if warnings > 0 {
            report::line(&format!("{warnings} left out for now; see above."));
        }
        let unsaid: usize = made.iter().map(|(_, made)| made.unsaid).sum();
        if unsaid > 0 {
            let of = if unsaid == 1 { "1 error".to_owned() } else { format!("{unsaid} errors") };
            report::line(&format!("homepack check finds {of} besides, and says what to write."));
        }
        if report::watched() {
            report::remark(&format!("It took {:.1} seconds.", took.as_secs_f64()));
        }
        code
    }
}

impl Yard<'_> {
    /// Makes one home, from its letters to its place in the output; nothing is written where anything went wrong.
    fn home(&self, place: &Place) -> Went {
        let (known, mut findings) = self.workshop.read(self.content, place);
        let papers = self.made.iter().any(|format| format.makes_papers());
        let unprinted = if papers { self.workshop.without_a_face(&self.content.sources, place) } else { Vec::new() };
        findings.extend(unprinted);
        let Some(known) = known else { return Went { findings, ..Went::default() } };
        let unsaid = inspection::errors(&self.workshop, &self.asked, self.content, place, &known);
        let bench = Bench { desk: self.workshop.desk(&known), sources: &self.content.sources, place };
        if any_error(&findings) {
            // The rest is looked at all the same; nothing is set.
            findings.extend(make::mistakes(&bench));
            return Went { findings, ..Went::default() };
        }
        let own = match self.workshop.theme_of(&self.content.sources, &[place]) {
            Cow::Borrowed(_) => None,
            Cow::Owned(theme) => match Tools::new(&theme) {
                Ok(tools) => Some(tools),
                Err(failure) => return Went { findings, failure: Some(failure), ..Went::default() },
            },
        };
        let tools = own.as_ref().unwrap_or(&self.tools);
        let made = make::home(&bench, tools, &self.made, self.output.papers(place.name()));
        let whole = made.is_whole() && findings.iter().all(|finding| finding.severity != Severity::Error);
        let counts = Some((made.pages, made.papers.len(), made.bytes()));
        findings.extend(made.findings);
        if !whole {
            return Went { findings, failure: made.failure, ..Went::default() };
        }
        if let Err(failure) = self.output.home(place.name(), &made.files, &made.papers, &self.kept) {
            return Went { findings, failure: Some(failure), ..Went::default() };
        }
        Went { home: Some(known.home), findings, failure: None, counts, unsaid }
    }

    /// The page that leads to every home of a group that has a website.
    fn front_page(&self, made: &[(&Place, Went)]) -> Result<(), Failure> {
        let homes: Option<Vec<(&Home, &str)>> =
            made.iter().map(|(place, went)| Some((went.home.as_ref()?, place.name()))).collect();
        // While any home has mistakes the last front page, which leads to all of them, stays.
        let Some(homes) = homes else { return Ok(()) };
        let page = make::front_page(&homes, &self.workshop, &self.tools.look)?;
        self.output.top("index.html", page.as_bytes())
    }
}
