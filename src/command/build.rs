//! `homepack build`: every home of a group, each whole or not at all.

use std::time::{Duration, Instant};

use camino::Utf8PathBuf;
use clap::{Args, ValueEnum};
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::{FAILED, FINE, MISTAKES};
use crate::compose::{Desk, Phrases, Troubles, statement, unchecked_contacts, website};
use crate::disk::{self, Content, Kept, Output};
use crate::failure::Failure;
use crate::finding::{Finding, Severity, in_order};
use crate::home::Home;
use crate::paper::Printed;
use crate::read::{self, Place};
use crate::regulation::Profile;
use crate::render::Rendered;
use crate::render::website::{Entry, Look, Site, group, render};
use crate::report;
use crate::text::Public;
use crate::theme::Theme;

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

/// What every home is made with.
struct Workshop {
    theme: Theme,
    phrases: Phrases,
    look: Look,
    profile: Profile,
    #[cfg(feature = "pdf")]
    press: crate::render::pdf::Engine,
    today: jiff::civil::Date,
    kept: Kept,
}

/// How one home went.
struct Made {
    home: Option<Home>,
    findings: Vec<Finding>,
    failure: Option<Failure>,
    /// Pages, papers, and their bytes.
    counts: Option<(usize, usize, usize)>,
}

impl Build {
    /// Makes the homes; the number is the program's exit code.
    #[must_use]
    pub fn run(&self, today: jiff::civil::Date) -> u8 {
        match self.make(today) {
            Ok(code) => code,
            Err(failure) => {
                report::failure(&failure);
                FAILED
            }
        }
    }

    fn make(&self, today: jiff::civil::Date) -> Result<u8, Failure> {
        let started = Instant::now();
        let today = match &self.today {
            None => today,
            Some(day) => crate::home::date::read(day)
                .map_err(|why| Failure::Today(why.replace(crate::read::shape::THEN, ". ")))?,
        };
        let content = disk::read(&self.dir)?;
        let chosen = self.chosen(&content)?;
        let workshop = self.workshop(today)?;
        let output = Output::open(&self.out, &self.dir)?;
        let progress = Progress::new(chosen.len());
        let one = |place: &Place| {
            let made = workshop.home(&content, place, &output);
            progress.step();
            made
        };
        // Printing takes both cores for one home and much memory; without it homes are made side by side.
        let made: Vec<(&Place, Made)> = match workshop.kept {
            Kept::Papers => chosen.par_iter().map(|place| (*place, one(place))).collect(),
            Kept::Nothing | Kept::Website => chosen.iter().map(|place| (*place, one(place))).collect(),
        };
        progress.done();
        if self.home.is_empty() && content.homes.len() > 1 {
            workshop.front_page(&made, &output)?;
        }
        Ok(self.tell(&content, &made, started.elapsed()))
    }

    /// The homes that were asked for.
    fn chosen<'a>(&self, content: &'a Content) -> Result<Vec<&'a Place>, Failure> {
        for asked in &self.home {
            if !content.homes.iter().any(|place| place.name() == asked) {
                let there = content.homes.iter().map(Place::name).collect::<Vec<_>>().join(", ");
                return Err(Failure::NoSuchHome { asked: asked.clone(), there });
            }
        }
        Ok(content
            .homes
            .iter()
            .filter(|place| self.home.is_empty() || self.home.iter().any(|asked| asked == place.name()))
            .collect())
    }

    fn workshop(&self, today: jiff::civil::Date) -> Result<Workshop, Failure> {
        let over = self.theme.as_deref().map(disk::theme).transpose()?.unwrap_or_default();
        let theme = Theme::new(over)?;
        let both = self.only.contains(&Part::Website) == self.only.contains(&Part::Papers);
        let kept = match self.only.first() {
            Some(Part::Website) if !both => Kept::Papers,
            Some(Part::Papers) if !both => Kept::Website,
            _ => Kept::Nothing,
        };
        Ok(Workshop {
            phrases: Phrases::of_theme(&theme)?,
            look: Look::new(&theme)?,
            profile: Profile::england()?,
            #[cfg(feature = "pdf")]
            press: crate::render::pdf::Engine::new(&theme.files).map_err(Failure::Theme)?,
            theme,
            today,
            kept,
        })
    }

    /// Says what was found and what was made.
    fn tell(&self, content: &Content, made: &[(&Place, Made)], took: Duration) -> u8 {
        let mut findings: Vec<Finding> = content.findings.clone();
        findings.extend(made.iter().flat_map(|(_, made)| made.findings.iter().cloned()));
        in_order(&mut findings);
        report::findings(&findings, &content.sources);
        let mut code = FINE;
        for (place, made) in made {
            let name = place.name();
            if let Some(failure) = &made.failure {
                report::failure(failure);
                code = FAILED;
            }
            if let Some((pages, papers, bytes)) = made.counts {
                let (size, place) = (report::size(bytes), self.out.join(name));
                report::line(&format!("{name}: {pages} pages, {papers} papers, {size} in {place}"));
            } else {
                code = code.max(MISTAKES);
                report::line(&format!(
                    "{name}: not made, because something above must be mended first. Its last output is as it was."
                ));
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
        if report::watched() {
            report::remark(&format!("It took {:.1} seconds.", took.as_secs_f64()));
        }
        code
    }
}

impl Workshop {
    /// Makes one home, from its letters to its place in the output.
    fn home(&self, content: &Content, place: &Place, output: &Output) -> Made {
        let (home, mut findings) = read::home(&content.sources, place, &self.profile);
        let unread = content.findings.iter().any(|finding| {
            content
                .sources
                .get(finding.span.file)
                .is_some_and(|source| place.folders().any(|folder| source.path.starts_with(folder)))
        });
        let Some(home) = home.filter(|_| !unread) else {
            return Made { home: None, findings, failure: None, counts: None };
        };
        let phrases = match self.phrases.with_own(&content.sources, place) {
            Ok(phrases) => phrases,
            Err(finding) => {
                findings.push(finding);
                return Made { home: None, findings, failure: None, counts: None };
            }
        };
        let desk =
            Desk { home: &home, phrases: &phrases, theme: &self.theme, profile: &self.profile, today: self.today };
        let (counts, failure) = self.composed(desk, output, place.name(), &mut findings);
        Made { home: counts.is_some().then_some(home), findings, failure, counts }
    }

    /// Composes, renders and writes; nothing is written where anything went wrong.
    fn composed(
        &self,
        desk: Desk<'_>,
        output: &Output,
        name: &str,
        findings: &mut Vec<Finding>,
    ) -> (Option<(usize, usize, usize)>, Option<Failure>) {
        let mut troubles = Troubles::default();
        let mut files: Vec<Rendered<Public>> = Vec::new();
        let mut printed = output.papers(name);
        let mut failure = None;
        if self.kept != Kept::Papers {
            let papers = statement::papers(&desk, &mut troubles);
            match self.print(&papers) {
                Ok((rendered, new)) => {
                    files.extend(rendered);
                    printed = new;
                }
                Err(error) => failure = Some(error),
            }
        }
        let mut pages = 0;
        if self.kept != Kept::Website {
            let made = website::pages(&desk, &printed, &mut troubles);
            pages = made.len();
            let documents: Vec<_> = made.iter().map(|page| &page.document).collect();
            findings.extend(unchecked_contacts(desk.home, &documents, self.today));
            match render(Site { home: desk.home, pages: &made, theme: &self.theme, profile: &self.profile }, &self.look)
            {
                Ok(site) => files.extend(
                    site.into_iter().map(|file| Rendered::public(format!("website/{}", file.path), file.bytes)),
                ),
                Err(error) => failure = failure.or(Some(error)),
            }
        }
        failure = failure.or(troubles.failure);
        let mistakes = !troubles.findings.is_empty();
        findings.extend(troubles.findings);
        if failure.is_some() || mistakes {
            return (None, failure);
        }
        let bytes = files.iter().map(|file| file.bytes.len()).sum();
        match output.home(name, &files, &printed, self.kept) {
            Ok(()) => (Some((pages, printed.len(), bytes)), None),
            Err(error) => (None, Some(error)),
        }
    }

    /// Prints papers, on every core.
    #[cfg(feature = "pdf")]
    fn print(&self, papers: &[statement::ToPrint]) -> Result<(Vec<Rendered<Public>>, Vec<Printed>), Failure> {
        let set = papers.par_iter().map(|paper| {
            let pdf = self.press.set(&paper.paper).map_err(|why| Failure::Document { document: paper.file(), why })?;
            let printed = Printed {
                paper: paper.id.clone(),
                title: crate::document::letters(&paper.paper.document.title),
                edition: paper.paper.edition,
                file: paper.file(),
                pages: pdf.pages,
                bytes: pdf.bytes.len(),
            };
            Ok((Rendered::public(format!("website/{}", paper.file()), pdf.bytes), printed))
        });
        let set: Result<Vec<_>, Failure> = set.collect();
        // What typst remembers of this home's papers serves no other home.
        crate::render::pdf::forget(0);
        Ok(set?.into_iter().unzip())
    }

    /// Without the press there are no papers.
    #[cfg(not(feature = "pdf"))]
    fn print(&self, _: &[statement::ToPrint]) -> Result<(Vec<Rendered<Public>>, Vec<Printed>), Failure> {
        Ok((Vec::new(), Vec::new()))
    }

    /// The page that leads to every home of a group that has a website.
    fn front_page(&self, made: &[(&Place, Made)], output: &Output) -> Result<(), Failure> {
        let entries: Vec<Entry<'_>> = made
            .iter()
            .filter_map(|(place, made)| {
                Some(Entry { home: made.home.as_ref()?, href: format!("{}/website/index.html", place.name()) })
            })
            .collect();
        // While any home has mistakes the last front page, which leads to all of them, stays.
        if entries.len() < made.len() {
            return Ok(());
        }
        output.top("index.html", group(&entries, &self.theme, &self.look)?.as_bytes())
    }
}

/// A bar on the terminal, once it takes more than a moment.
struct Progress(indicatif::ProgressBar);

impl Progress {
    fn new(homes: usize) -> Self {
        // Two homes are made in less time than a bar takes to read.
        let shown = homes > 4 && report::watched();
        Self(if shown { indicatif::ProgressBar::new(homes as u64) } else { indicatif::ProgressBar::hidden() })
    }

    fn step(&self) {
        self.0.inc(1);
    }

    fn done(&self) {
        self.0.finish_and_clear();
    }
}
