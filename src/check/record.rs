//! What no shape can say of a resident's record: the id is the file's name, a format is one that there is.

use camino::Utf8Path;

use crate::finding::{Draft, Finding, Harmless, any_error, in_order, ours};
use crate::home::Id;
use crate::read;
use crate::resident::{Resident, is_id};
use crate::source::Sources;
use crate::text::{Personal, Span};
use crate::theme::Theme;

/// A resident from the record with this number among the sources; none where something must be mended first.
#[must_use]
pub fn resident(sources: &Sources, file: u32, theme: &Theme) -> (Option<Resident>, Vec<Finding<Personal>>) {
    let (resident, mut findings) = read::resident::resident(sources, file);
    if let (Some(resident), Some(source)) = (&resident, sources.get(file)) {
        check(resident, &source.path, theme, &mut findings);
    }
    in_order(&mut findings);
    (resident.filter(|_| !any_error(&findings)), findings)
}

/// Everything that is wrong.
fn check(resident: &Resident, path: &Utf8Path, theme: &Theme, findings: &mut Vec<Finding<Personal>>) {
    let mut wrong = |span: Span, what, help: Draft| findings.push(Finding::error(span, ours(what), help));
    if Some(resident.id.id.as_str()) != path.file_stem() || !is_id(&resident.id.id) {
        wrong(
            resident.id.span,
            "the id is not the name of this file",
            ours("The two are the same: six letters and numbers, such as q7k2m9. Write the file’s name here."),
        );
    }
    if resident.name.preferred.is_blank() {
        wrong(resident.name.preferred.span(), "no name is written here", ours("Write what they want to be called."));
    }
    if let Some(sixth) = resident.what_matters.get(5) {
        wrong(sixth.span(), "this is a sixth thing that matters", ours("Keep the five that matter most."));
    }
    let plan = &theme.plan;
    if let Some(typeface) = unknown(resident.format.typeface.as_ref(), &plan.typefaces) {
        wrong(typeface.span, "homepack does not have this typeface", known(&plan.typefaces));
    }
    if let Some(ground) = unknown(resident.format.paper.as_ref(), &plan.grounds) {
        wrong(ground.span, "homepack does not know this colour of paper", known(&plan.grounds));
    }
    for leaflet in resident.leaflets.iter().filter_map(|leaflet| unknown(Some(leaflet), &plan.papers)) {
        wrong(leaflet.span, "homepack has no paper of this name", known(&plan.papers));
    }
}

/// What is written, where the theme has nothing of that name.
fn unknown<'a, H: Harmless>(written: Option<&'a Id>, there: &[H]) -> Option<&'a Id> {
    written.filter(|id| there.iter().all(|known| known.letters() != id.id))
}

/// What the theme has.
fn known<H: Harmless>(there: &[H]) -> Draft {
    ours("You can have: ").harmless(there).ours(".")
}
