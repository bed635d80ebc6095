//! What no shape can say of a resident's record: the id is the file's name, a format is one that there is.

use camino::Utf8Path;

use crate::finding::{Finding, in_order};
use crate::read;
use crate::resident::{Resident, is_id};
use crate::source::Sources;
use crate::text::Span;
use crate::theme::Theme;

/// A resident from the record with this number among the sources; none where something must be mended first.
#[must_use]
pub fn resident(sources: &Sources, file: u32, theme: &Theme) -> (Option<Resident>, Vec<Finding>) {
    let (resident, mut findings) = read::resident::resident(sources, file);
    if let (Some(resident), Some(source)) = (&resident, sources.get(file)) {
        check(resident, &source.path, theme, &mut findings);
    }
    in_order(&mut findings);
    (resident.filter(|_| findings.is_empty()), findings)
}

/// Everything that is wrong.
fn check(resident: &Resident, path: &Utf8Path, theme: &Theme, findings: &mut Vec<Finding>) {
    let mut wrong = |span: Span, what: &str, help: String| findings.push(Finding::error(span, what, help));
    if Some(resident.id.id.as_str()) != path.file_stem() || !is_id(&resident.id.id) {
        wrong(
            resident.id.span,
            "the id is not the name of this file",
            "The two are the same: six letters and numbers, such as q7k2m9. Write the file’s name here.".to_owned(),
        );
    }
    if resident.name.preferred.is_blank() {
        wrong(
            resident.name.preferred.span(),
            "no name is written here",
            "Write what they want to be called.".to_owned(),
        );
    }
    if let Some(sixth) = resident.what_matters.get(5) {
        wrong(sixth.span(), "this is a sixth thing that matters", "Keep the five that matter most.".to_owned());
    }
    let known = |ids: Vec<&str>| format!("You can have: {}.", ids.join(", "));
    let typefaces: Vec<&str> = theme.plan.typefaces.iter().map(|typeface| typeface.id.as_str()).collect();
    let grounds: Vec<&str> = theme.plan.grounds.iter().map(|ground| ground.id.as_str()).collect();
    let papers: Vec<&str> = theme.plan.papers.iter().map(|paper| paper.id.as_str()).collect();
    for (id, ids, what) in [
        (resident.format.typeface.as_ref(), &typefaces, "homepack does not have this typeface"),
        (resident.format.paper.as_ref(), &grounds, "homepack does not know this colour of paper"),
    ] {
        if let Some(id) = id.filter(|id| !ids.contains(&id.id.as_str())) {
            wrong(id.span, what, known(ids.clone()));
        }
    }
    for leaflet in resident.leaflets.iter().filter(|leaflet| !papers.contains(&leaflet.id.as_str())) {
        wrong(leaflet.span, "homepack has no paper of this name", known(papers.clone()));
    }
}
