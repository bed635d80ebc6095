//! `homepack paper`: one paper in a reader's own print, for the visitor who asks at the desk.

use camino::Utf8PathBuf;
use clap::Args;

#[cfg(feature = "pdf")]
use super::FINE;
use super::MISTAKES;
use super::workshop::{Workshop, chosen};
use crate::compose::Troubles;
use crate::compose::papers::{ToPrint, paper};
use crate::disk;
use crate::failure::Failure;
use crate::finding::{Severity, did_you_mean, in_order};
#[cfg(feature = "pdf")]
use crate::paper::Printed;
use crate::paper::{Form, Format};
use crate::read::Place;
use crate::report;
use crate::theme::{PaperPlan, Theme};

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
        let workshop = Workshop::new(self.theme.as_deref(), self.today.as_deref(), today)?;
        let plan = self.plan(&workshop.theme)?;
        let format = self.format(&workshop.theme, plan)?;
        let content = disk::read(&self.dir)?;
        let asked: Vec<String> = self.home.iter().cloned().collect();
        let places = chosen(&content, &asked)?;
        let [place] = places.as_slice() else {
            return Err(Failure::WhichHome(places.iter().map(|place| place.name()).collect::<Vec<_>>().join(", ")));
        };
        let (known, mut findings) = workshop.read(&content, place);
        let mut troubles = Troubles::default();
        let made = known.as_ref().and_then(|known| paper(&workshop.desk(known), plan, format.clone(), &mut troubles));
        findings.extend(troubles.findings);
        findings.retain(|finding| finding.severity == Severity::Error);
        in_order(&mut findings);
        report::findings(&findings, &content.sources);
        if let Some(failure) = troubles.failure {
            return Err(failure);
        }
        match made.filter(|_| findings.is_empty()) {
            Some(made) => self.print(&workshop.theme, &made, place),
            None if findings.is_empty() => Err(Failure::NothingToSay(self.paper.clone())),
            None => Ok(MISTAKES),
        }
    }

    /// The paper that was asked for.
    fn plan<'a>(&self, theme: &'a Theme) -> Result<&'a PaperPlan, Failure> {
        let papers = &theme.plan.papers;
        let ids = papers.iter().map(|plan| plan.id.as_str());
        papers.iter().find(|plan| plan.id == self.paper).ok_or_else(|| one_of("paper", &self.paper, ids))
    }

    /// The print that was asked for, the usual one where nothing was said.
    fn format(&self, theme: &Theme, plan: &PaperPlan) -> Result<Format, Failure> {
        let form = plan.forms.iter().copied().find(|form| *form == Form::Large).or(plan.forms.first().copied());
        let usual = theme.format(form.unwrap_or(Form::Large));
        let ground = self.colour.as_ref().map(|asked| {
            let known = theme.plan.grounds.iter().find(|ground| ground.id == *asked);
            let ids = theme.plan.grounds.iter().map(|ground| ground.id.as_str());
            known.map(|ground| ground.colour.clone()).ok_or_else(|| one_of("colour of paper", asked, ids))
        });
        let typeface = self.typeface.as_ref().map(|asked| {
            let known = theme.plan.typefaces.iter().find(|typeface| typeface.id == *asked);
            let ids = theme.plan.typefaces.iter().map(|typeface| typeface.id.as_str());
            known.map(|typeface| typeface.family.clone()).ok_or_else(|| one_of("typeface", asked, ids))
        });
        let format = Format {
            ground: ground.transpose()?.unwrap_or_else(|| usual.ground.clone()),
            typeface: typeface.transpose()?.unwrap_or_else(|| usual.typeface.clone()),
            ..usual
        };
        Ok(self.size.map_or(format.clone(), |points| format.at(points)))
    }

    /// Sets it and writes it.
    #[cfg(feature = "pdf")]
    fn print(&self, theme: &Theme, made: &ToPrint, place: &Place) -> Result<u8, Failure> {
        let engine = crate::render::pdf::Engine::new(&theme.files).map_err(Failure::Theme)?;
        let (pdf, printed) = print(&engine, made)?;
        let out = self.out.clone().unwrap_or_else(|| self.name(place, printed.points).into());
        disk::write_paper(&out, &pdf)?;
        let pages = if printed.pages == 1 { "page" } else { "pages" };
        report::line(&format!(
            "{out}: {}, {} point, {} {pages}. Print it at 100 %.",
            printed.title, printed.points, printed.pages
        ));
        Ok(FINE)
    }

    /// Without the press there is no paper.
    #[cfg(not(feature = "pdf"))]
    #[allow(clippy::unused_self, reason = "as it is with the press")]
    fn print(&self, _: &Theme, _: &ToPrint, _: &Place) -> Result<u8, Failure> {
        Err(Failure::NoPress)
    }

    /// A name that says what it is: “quillmere-house-complaints-22-point-cream.pdf”.
    #[cfg_attr(not(feature = "pdf"), allow(dead_code, reason = "there is nothing to name"))]
    fn name(&self, place: &Place, points: u8) -> String {
        let look = [&self.colour, &self.typeface].into_iter().flatten().map(|word| format!("-{word}"));
        format!("{}-{}-{points}-point{}.pdf", place.name(), self.paper, look.collect::<String>())
    }
}

/// Sets a paper: one for the wall in the largest print that fits on its sheet. With it how a page speaks of it.
#[cfg(feature = "pdf")]
pub(super) fn print(engine: &crate::render::pdf::Engine, paper: &ToPrint) -> Result<(Vec<u8>, Printed), Failure> {
    let failed = |why| Failure::Document { document: paper.file(), why };
    let (pdf, points) = if paper.paper.format.wall {
        engine.fit(&paper.paper)
    } else {
        engine.set(&paper.paper).map(|pdf| (pdf, paper.paper.format.points))
    }
    .map_err(failed)?;
    let printed = Printed {
        paper: paper.id.clone(),
        title: crate::document::letters(&paper.paper.document.title),
        form: paper.form,
        points,
        file: paper.file(),
        pages: pdf.pages,
        bytes: pdf.bytes.len(),
    };
    Ok((pdf.bytes, printed))
}

/// The answer to a word that is none of a few.
fn one_of<'a>(what: &str, asked: &str, there: impl Iterator<Item = &'a str> + Clone) -> Failure {
    let there_are = there.clone().collect::<Vec<_>>().join(", ");
    let meant = did_you_mean(asked, there).map_or_else(String::new, |meant| format!("Did you mean {meant}? "));
    Failure::NoneOf {
        what: what.to_owned(),
        asked: asked.to_owned(),
        help: format!("{meant}You can have: {there_are}."),
    }
}
