//! The papers a home hands out: the theme says which there are, a page or the Statement says the words.

use std::borrow::Cow;

use super::approval::STATEMENT;
use super::desk::{Desk, Medium, Troubles};
use super::sheet::{ToPrint, set, without_next};
use super::{contract, own_words, statement};
use crate::document::Document;
use crate::paper::{Form, Format};
use crate::text::Public;
use crate::theme::PaperPlan;
use crate::words::{Filling, Unsaid};

/// Every paper that has something to say, in every form it comes in.
#[must_use]
pub fn papers(desk: &Desk<'_>, troubles: &mut Troubles) -> Vec<ToPrint> {
    in_forms(desk, desk.theme.plan.papers.iter().map(Cow::Borrowed), troubles)
}

/// The same for whoever looks at words and prints nothing: each paper in one form, because what it says is the same in all of them.
/// Where the home says covers and feet its own way, which can differ from form to form, it is every form all the same.
#[must_use]
pub fn to_look_at(desk: &Desk<'_>, troubles: &mut Troubles) -> Vec<ToPrint> {
    let differs = |name: &str| ["cover.md", "footer.md"].iter().any(|end| name.ends_with(end));
    if desk.phrases.own().iter().any(|own| differs(&own.name)) {
        return papers(desk, troubles);
    }
    let once = |plan: &PaperPlan| {
        Cow::Owned(PaperPlan { forms: plan.forms.first().copied().into_iter().collect(), ..plan.clone() })
    };
    in_forms(desk, desk.theme.plan.papers.iter().map(once), troubles)
}

fn in_forms<'a>(
    desk: &Desk<'_>,
    plans: impl Iterator<Item = Cow<'a, PaperPlan>>,
    troubles: &mut Troubles,
) -> Vec<ToPrint> {
    contract::check(desk, troubles);
    own_words::check(desk, troubles);
    let filling = desk.filling(Medium::Paper);
    let mut out = Vec::new();
    for plan in plans {
        let made = if plan.id == STATEMENT {
            statement::papers(desk, &plan, &filling)
        } else {
            leaflets(desk, &plan, &filling)
        };
        match made {
            Ok(papers) => out.extend(papers),
            Err(unsaid) => troubles.add(&unsaid, desk.phrases),
        }
    }
    out
}

/// One paper in a reader's own format; none where the home has nothing to say in it.
#[must_use]
pub fn paper(desk: &Desk<'_>, plan: &PaperPlan, format: Format, troubles: &mut Troubles) -> Option<ToPrint> {
    contract::check(desk, troubles);
    let filling = desk.filling(Medium::Paper);
    let form = plan.forms.first().copied().unwrap_or(Form::Clear);
    let words =
        if plan.id == STATEMENT { statement::whole(desk, &filling).map(Some) } else { leaflet(desk, plan, &filling) };
    let made = words.and_then(|words| words.map(|words| set(desk, plan, &words, form, format, &filling)).transpose());
    made.unwrap_or_else(|unsaid| {
        troubles.add(&unsaid, desk.phrases);
        None
    })
}

/// The Statement of Purpose as one document, a section a part; none where its words have mistakes.
#[must_use]
pub fn statement_of_purpose(desk: &Desk<'_>, troubles: &mut Troubles) -> Option<Document<Public>> {
    let made = statement::whole(desk, &desk.filling(Medium::Paper));
    made.map_err(|unsaid| troubles.add(&unsaid, desk.phrases)).ok()
}

/// A paper that says what a page says, in every form.
fn leaflets(desk: &Desk<'_>, plan: &PaperPlan, filling: &Filling) -> Result<Vec<ToPrint>, Unsaid> {
    let Some(words) = leaflet(desk, plan, filling)? else { return Ok(Vec::new()) };
    plan.forms.iter().map(|form| set(desk, plan, &words, *form, desk.theme.format_of(plan, *form), filling)).collect()
}

/// The words of a paper; none where there is nothing to say.
fn leaflet(desk: &Desk<'_>, plan: &PaperPlan, filling: &Filling) -> Result<Option<Document<Public>>, Unsaid> {
    let words = format!("{}.md", plan.words);
    if !desk.phrases.has(&words) {
        return Ok(None);
    }
    let mut document = desk.document(plan.id.as_str(), &words, filling, Medium::Paper)?;
    contract::add(desk, &plan.words, &mut document)?;
    document.sections = without_next(document.sections);
    Ok((!document.is_empty()).then_some(document))
}
