//! One paper in a reader's own print.

use crate::compose::papers::paper as composed;
use crate::compose::{Desk, Troubles};
use crate::document::letters;
use crate::failure::Failure;
use crate::finding::{any_error, meant};
use crate::paper::{Form, Format, Measure};
use crate::render::PDF;
use crate::render::press::Press;
use crate::theme::{PaperPlan, Theme};

/// What a reader asks for, in their own words.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// Which paper.
    pub paper: &'a str,
    /// The size of print in points.
    pub size: Option<u8>,
    /// The colour of the paper.
    pub colour: Option<&'a str>,
    /// The typeface.
    pub typeface: Option<&'a str>,
}

/// A paper as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnePaper {
    /// The file.
    pub bytes: Vec<u8>,
    /// Its title.
    pub title: String,
    /// How long it is.
    pub measure: Measure,
}

/// Sets the paper that was asked for; none where the words have mistakes, which are among the troubles.
///
/// # Errors
/// Where there is nothing to say on it, no press to set it, or it could not be set.
pub fn paper(
    desk: &Desk<'_>,
    plan: &PaperPlan,
    format: Format,
    press: &Press,
    troubles: &mut Troubles,
) -> Result<Option<OnePaper>, Failure> {
    let made = composed(desk, plan, format, troubles);
    if let Some(failure) = troubles.failure.take() {
        return Err(failure);
    }
    if any_error(&troubles.findings) {
        return Ok(None);
    }
    let made = made.ok_or_else(|| Failure::NothingToSay(plan.id.to_string()))?;
    let file = PDF.file(&made.stem());
    let set = press.set(&file, &made.paper)?.ok_or(Failure::NoPress)?;
    Ok(Some(OnePaper { title: letters(&made.paper.document.title), measure: set.measure, bytes: set.bytes }))
}

impl Asked<'_> {
    /// The paper that was asked for.
    ///
    /// # Errors
    /// Where the theme has no such paper.
    pub fn plan<'a>(&self, theme: &'a Theme) -> Result<&'a PaperPlan, Failure> {
        let papers = &theme.plan.papers;
        let ids = papers.iter().map(|plan| plan.id.as_str());
        papers.iter().find(|plan| plan.id == *self.paper).ok_or_else(|| one_of("paper", self.paper, ids))
    }

    /// The print that was asked for, the usual one where nothing was said.
    ///
    /// # Errors
    /// Where the theme has no such colour or typeface.
    pub fn format(&self, theme: &Theme, plan: &PaperPlan) -> Result<Format, Failure> {
        let form = plan.forms.iter().copied().find(|form| *form == Form::Large).or(plan.forms.first().copied());
        let usual = theme.format_of(plan, form.unwrap_or(Form::Large));
        let ground = self.colour.map(|asked| {
            let known = theme.plan.grounds.iter().find(|ground| ground.id == *asked);
            let ids = theme.plan.grounds.iter().map(|ground| ground.id.as_str());
            known.map(|ground| ground.colour.clone()).ok_or_else(|| one_of("colour of paper", asked, ids))
        });
        let typeface = self.typeface.map(|asked| {
            let known = theme.plan.typefaces.iter().find(|typeface| typeface.id == asked);
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
}

/// The answer to a word that is none of a few.
fn one_of<'a>(what: &str, asked: &str, there: impl Iterator<Item = &'a str> + Clone) -> Failure {
    let there_are = there.clone().collect::<Vec<_>>().join(", ");
    let meant = meant(asked, there).map_or_else(String::new, |meant| format!("{meant} "));
    Failure::NoneOf {
        what: what.to_owned(),
        asked: asked.to_owned(),
        help: format!("{meant}You can have: {there_are}."),
    }
}
