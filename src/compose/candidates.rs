//! The pages that a website could have: those that the theme has words for, the services, and free pages of the home's own.

use super::approval::STATEMENT;
use super::desk::{Desk, Troubles};
use crate::document::letters;
use crate::finding::{Finding, meant};
use crate::home::FreePage;
use crate::home::service::Service;
use crate::text::{Public, Span};
use crate::words::markdown::{self, Surroundings};

/// Where the theme has the parts of the Statement of Purpose: which they are is the country's to say.
const PART: &str = "statement-of-purpose/part";

/// A page before it is known whether there is anything to say on it.
pub(super) struct Candidate<'a> {
    pub(super) id: String,
    pub(super) group: Option<String>,
    pub(super) label: String,
    pub(super) drawing: Option<String>,
    pub(super) from: From<'a>,
}

/// Where a page's words come from.
pub(super) enum From<'a> {
    Words(String),
    Service(&'a Service),
    Free(&'a FreePage),
}

/// Every page that could be made.
pub(super) fn candidates<'a>(desk: &Desk<'a>, troubles: &mut Troubles) -> Vec<Candidate<'a>> {
    let mut out: Vec<Candidate<'a>> = Vec::new();
    for plan in &desk.theme.plan.pages {
        let made = |id: String, label: String, from: From<'a>| Candidate {
            id,
            group: plan.group.clone(),
            label,
            drawing: plan.drawing.clone(),
            from,
        };
        if plan.id == "service" {
            out.extend(desk.home.services.iter().map(|service| {
                made(format!("services/{}", service.id), service.name.as_str().to_owned(), From::Service(service))
            }));
        } else if plan.id == PART {
            out.extend(desk.profile.statement.parts.iter().map(|part| {
                let id = format!("{STATEMENT}/{}", part.id);
                made(id.clone(), part.label.clone(), From::Words(format!("{id}.md")))
            }));
        } else {
            let words = format!("{}.md", plan.id);
            if desk.phrases.has(&words) {
                let id = plan.id.clone();
                out.push(made(id, plan.label.clone(), From::Words(words)));
            }
        }
    }
    for free in &desk.home.pages {
        match free_page(desk, free, troubles) {
            Some(candidate) if out.iter().any(|page| page.id == candidate.id) => {
                let span = Span { file: free.file, line: 1, column: 1, width: 1 };
                let help = "Give this file another name. To change the words of that page, put a file of its name in the folder words.";
                troubles.findings.push(Finding::error(
                    span,
                    format!("there is a page called {} already, and this one would take its place", free.id),
                    help,
                ));
            }
            Some(candidate) => {
                // A free page stands after the last page of its group.
                let at = out
                    .iter()
                    .rposition(|page| page.group.is_some() && page.group == candidate.group)
                    .map_or(out.len(), |at| at + 1);
                out.insert(at, candidate);
            }
            None => {}
        }
    }
    out
}

/// A page of the home's own Markdown; none where it must be mended first.
fn free_page<'a>(desk: &Desk<'a>, free: &'a FreePage, troubles: &mut Troubles) -> Option<Candidate<'a>> {
    let front = &free.front;
    let groups: Vec<&str> = desk.theme.plan.groups.iter().map(|group| group.id.as_str()).collect();
    let before = troubles.findings.len();
    if let Some(id) = front.group.as_ref().filter(|id| !groups.contains(&id.id.as_str())) {
        let help =
            meant(&id.id, groups.iter().copied()).unwrap_or_else(|| format!("The groups are: {}.", groups.join(", ")));
        let what = format!("there is no group called “{}” in the menu", id.id);
        troubles.findings.push(Finding::error(id.span, what, help));
    }
    let nothing = Surroundings::<Public> { resolve: &|_| Ok(Vec::new()), pages: &[], file: Some(free.file) };
    let title = match markdown::document(&free.id, &free.markdown, nothing) {
        Ok((document, slips)) => {
            troubles.findings.extend(slips.iter().map(|slip| slip.finding(free.file)));
            letters(&document.title)
        }
        Err(unsaid) => {
            troubles.add(&unsaid, desk.phrases);
            return None;
        }
    };
    (troubles.findings.len() == before).then(|| Candidate {
        id: free.id.clone(),
        group: front.group.as_ref().map(|id| id.id.clone()),
        label: front.label.clone().unwrap_or(title),
        drawing: front.drawing.clone().or_else(|| Some("letter".to_owned())),
        from: From::Free(free),
    })
}
