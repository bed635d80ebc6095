//! `homepack build`: every home of a group, each whole or not at all.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use camino::Utf8PathBuf;
use clap::{Args, ValueEnum};
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::progress::Progress;
use super::workshop::{Workshop, chosen};
use super::{FAILED, FINE, MISTAKES};
use crate::check::{run_out, unchecked_contacts};
use crate::compose::papers::{ToPrint, papers};
use crate::compose::{Desk, Troubles, website};
use crate::disk::{self, Content, Kept, Output};
use crate::failure::Failure;
use crate::finding::{Finding, Severity, in_order};
use crate::home::Home;
use crate::paper::Printed;
use crate::photograph::{self, Size};
use crate::read::Place;
use crate::render::Rendered;
use crate::render::website::{Entry, Look, Site, group, render};
use crate::report;
use crate::source::Sources;
use crate::text::Public;

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

/// Where every home is made.
struct Press<'a> {
    content: &'a Content,
    workshop: Workshop,
    look: Look,
    #[cfg(feature = "pdf")]
    engine: crate::render::pdf::Engine,
    output: Output,
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
    ///
    /// # Errors
    /// What the machine could not do.
    pub fn run(&self, today: jiff::civil::Date) -> Result<u8, Failure> {
        let started = Instant::now();
        let workshop = Workshop::new(self.theme.as_deref(), self.today.as_deref(), today)?;
        let content = disk::read(&self.dir)?;
        let chosen = chosen(&content, &self.home)?;
        let press = Press {
            content: &content,
            look: Look::new(&workshop.theme)?,
            #[cfg(feature = "pdf")]
            engine: crate::render::pdf::Engine::new(&workshop.theme.files).map_err(Failure::Theme)?,
            output: Output::open(&self.out, &self.dir)?,
            kept: self.kept(),
            workshop,
        };
        let progress = Progress::new(chosen.len());
        let one = |place: &Place| {
            let made = press.home(place);
            progress.step();
            made
        };
        // Printing takes both cores for one home and much memory; without it homes are made side by side.
        let made: Vec<(&Place, Made)> = match press.kept {
            Kept::Papers => chosen.par_iter().map(|place| (*place, one(place))).collect(),
            Kept::Nothing | Kept::Website => chosen.iter().map(|place| (*place, one(place))).collect(),
        };
        progress.done();
        if self.home.is_empty() && content.homes.len() > 1 {
            press.front_page(&made)?;
        }
        Ok(self.tell(&content, &made, started.elapsed()))
    }

    /// What stays as it was.
    fn kept(&self) -> Kept {
        match (self.only.contains(&Part::Website), self.only.contains(&Part::Papers)) {
            (true, false) => Kept::Papers,
            (false, true) => Kept::Website,
            _ => Kept::Nothing,
        }
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

impl Press<'_> {
    /// Makes one home, from its letters to its place in the output.
    fn home(&self, place: &Place) -> Made {
        let (known, mut findings) = self.workshop.read(self.content, place);
        let Some(known) = known else { return Made { home: None, findings, failure: None, counts: None } };
        let (counts, failure) = self.composed(self.workshop.desk(&known), place, &mut findings);
        Made { home: counts.is_some().then_some(known.home), findings, failure, counts }
    }

    /// Composes, renders and writes; nothing is written where anything went wrong.
    fn composed(
        &self,
        desk: Desk<'_>,
        place: &Place,
        findings: &mut Vec<Finding>,
    ) -> (Option<(usize, usize, usize)>, Option<Failure>) {
        let mut troubles = Troubles::default();
        let mut files: Vec<Rendered<Public>> = Vec::new();
        let mut printed = self.output.papers(place.name());
        let mut failure = None;
        if self.kept != Kept::Papers {
            let papers = papers(&desk, &mut troubles);
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
            findings.extend(run_out(desk.home, desk.theme, desk.today));
            let documents: Vec<_> = made.iter().map(|page| &page.document).collect();
            findings.extend(unchecked_contacts(desk.home, &documents, desk.today));
            let site = Site {
                home: desk.home,
                pages: &made,
                notices: &website::notices(&desk),
                photographs: &photographs(&self.content.sources, place, &made, &desk, &mut troubles),
                theme: desk.theme,
                profile: desk.profile,
            };
            match render(site, &self.look) {
                Ok(site) => files.extend(
                    site.into_iter().map(|file| Rendered::public(format!("website/{}", file.path), file.bytes)),
                ),
                Err(error) => failure = failure.or(Some(error)),
            }
        }
        failure = failure.or(troubles.failure);
        findings.extend(troubles.findings);
        if failure.is_some() || findings.iter().any(|finding| finding.severity == Severity::Error) {
            return (None, failure);
        }
        let bytes = files.iter().map(|file| file.bytes.len()).sum();
        match self.output.home(place.name(), &files, &printed, self.kept) {
            Ok(()) => (Some((pages, printed.len(), bytes)), None),
            Err(error) => (None, Some(error)),
        }
    }

    /// Prints papers, on every core.
    #[cfg(feature = "pdf")]
    fn print(&self, papers: &[ToPrint]) -> Result<(Vec<Rendered<Public>>, Vec<Printed>), Failure> {
        let set: Result<Vec<_>, Failure> = papers
            .par_iter()
            .map(|paper| {
                let (pdf, printed) = super::paper::print(&self.engine, paper)?;
                Ok((Rendered::public(format!("website/{}", paper.file()), pdf), printed))
            })
            .collect();
        // What typst remembers of this home's papers serves no other home.
        crate::render::pdf::forget(0);
        Ok(set?.into_iter().unzip())
    }

    /// Without the press there are no papers.
    #[cfg(not(feature = "pdf"))]
    #[allow(clippy::unused_self, clippy::unnecessary_wraps, reason = "as it is with the press")]
    fn print(&self, _: &[ToPrint]) -> Result<(Vec<Rendered<Public>>, Vec<Printed>), Failure> {
        Ok((Vec::new(), Vec::new()))
    }

    /// The page that leads to every home of a group that has a website.
    fn front_page(&self, made: &[(&Place, Made)]) -> Result<(), Failure> {
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
        self.output.top("index.html", group(&entries, &self.workshop.theme, &self.look)?.as_bytes())
    }
}

/// The photographs that stand on pages, in every size they are shown in. One that cannot be read is a mistake of the home's.
fn photographs(
    sources: &Sources,
    place: &Place,
    pages: &[website::Page],
    desk: &Desk<'_>,
    troubles: &mut Troubles,
) -> BTreeMap<String, Vec<Size>> {
    let mut wanted = std::collections::BTreeSet::new();
    for page in pages {
        page.document.each_block(&mut |block| {
            if let crate::document::Block::Picture { file, .. } = block {
                wanted.insert(file.clone());
            }
        });
    }
    let read: Vec<_> = wanted
        .par_iter()
        .filter_map(|file| Some((file, photograph::sizes(sources.picture(&place.folder.join(file))?))))
        .collect();
    let mut out = BTreeMap::new();
    for (file, sizes) in read {
        match sizes {
            Ok(sizes) => {
                out.insert(file.clone(), sizes);
            }
            Err(trouble) => {
                let named = desk.home.photographs.photos.iter().find(|photo| file.ends_with(&photo.file.id));
                let span = named.map(|photo| photo.file.span).unwrap_or_default();
                troubles.findings.push(Finding::error(span, trouble.what(), trouble.help()));
            }
        }
    }
    out
}
