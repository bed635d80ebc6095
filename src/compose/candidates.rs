//! The pages that a website could have: those that the theme has words for, the services, and free pages of the home's own.

use super::approval::STATEMENT;
use super::desk::{Desk, Troubles};
use super::page::stem;
use crate::document::{Block, letters};
use crate::finding::{Finding, Severity, meant};
use crate::home::FreePage;
use crate::home::service::Service;
use crate::name::{Address, Name, asked_for_as};
use crate::text::{Public, Span};
use crate::words::Mark;
use crate::words::markdown::{self, Slip, Surroundings};

/// Where the theme has the parts of the Statement of Purpose: which they are is the country's to say.
const PART: &str = "statement-of-purpose/part";

/// The folder of the pages about services.
const SERVICES: &str = "services";

/// A page before it is known whether there is anything to say on it.
pub(super) struct Candidate<'a> {
    pub(super) id: Address,
    /// What its file was called, where its address is another.
    pub(super) formerly: Option<String>,
    pub(super) group: Option<String>,
    pub(super) label: String,
    pub(super) drawing: Option<String>,
    /// From how many words on its parts are folded.
    pub(super) folded_from: Option<usize>,
    pub(super) from: From<'a>,
}

/// Where a page's words come from.
pub(super) enum From<'a> {
    Words(String),
    /// A part of the country's Statement of Purpose.
    Part(String),
    Service(&'a Service),
    Free(&'a FreePage),
}

/// Every page that could be made.
pub(super) fn candidates<'a>(desk: &Desk<'a>, troubles: &mut Troubles) -> Vec<Candidate<'a>> {
    let mut out: Vec<Candidate<'a>> = Vec::new();
    for plan in &desk.theme.plan.pages {
        let made = |id: Address, label: String, from: From<'a>| Candidate {
            id,
            formerly: None,
            group: plan.group.clone(),
            label,
            drawing: plan.drawing.clone(),
            folded_from: plan.folded_from,
            from,
        };
        if plan.id == "service" {
            for service in &desk.home.services {
                let label = service.name.as_str().to_owned();
                let id = Address::within(SERVICES, &service.id);
                let formerly = formerly(&service.id, &service.written).map(|before| format!("{SERVICES}/{before}"));
                taken(&out, &id, || service.name.span(), troubles);
                out.push(Candidate { formerly, ..made(id, label, From::Service(service)) });
            }
        } else if plan.id == PART {
            out.extend(desk.profile.statement.parts.iter().filter_map(|part| {
                let id = Address::as_it_stands(&format!("{STATEMENT}/{}", part.id))?;
                let words = From::Part(format!("{id}.md"));
                Some(made(id, part.label.clone(), words))
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
        if let Some(candidate) = free_page(desk, free, troubles) {
            taken(&out, &candidate.id, || Span { file: free.file, line: 1, column: 1, width: 1 }, troubles);
            // A free page stands after the last page of its group.
            let at = out
                .iter()
                .rposition(|page| page.group.is_some() && page.group == candidate.group)
                .map_or(out.len(), |at| at + 1);
            out.insert(at, candidate);
        }
    }
    out
}

/// Notes a page that would take the place of one before it: a disk that knows no capitals has one file for both.
fn taken(before: &[Candidate<'_>], id: &Address, at: impl Fn() -> Span, troubles: &mut Troubles) {
    let same = |page: &&Candidate<'_>| stem(&page.id).eq_ignore_ascii_case(stem(id));
    let Some(first) = before.iter().find(same) else { return };
    let (what, help) = match &first.from {
        From::Words(_) | From::Part(_) => (
            format!("there is a page called {} already, and this one would take its place", stem(&first.id)),
            "Give this file another name. To change the words of that page, put a file of its name in the folder words."
                .to_owned(),
        ),
        From::Service(Service { written, .. }) | From::Free(FreePage { written, .. }) => (
            format!("this file and “{written}” would become one page, because both would be called {}", first.id),
            format!("Give one of the two another name: this file, or “{written}” in the same folder."),
        ),
    };
    troubles.findings.push(Finding::error(at(), what, help));
}

/// What a page's file was called, where that is not the page's name and somebody can have a link to it.
fn formerly(id: &Name, written: &str) -> Option<String> {
    asked_for_as(written).filter(|before| *id != before.as_str())
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
    // What a picture looks like is not asked here; a part with nothing but a picture is not empty.
    let stands = |mark: &Mark| match mark {
        Mark::Photograph(_) => Ok(vec![Block::Ruled { lines: 1 }]),
        _ => Ok(Vec::new()),
    };
    let nothing = Surroundings::<Public> { resolve: &stands, pages: &[], file: Some(free.file) };
    let title = match markdown::document(free.id.as_str(), &free.markdown, nothing) {
        Ok((document, slips)) => {
            let signs = markdown::look(&free.markdown).signs.into_iter().map(Slip::Sign);
            troubles.findings.extend(slips.into_iter().chain(signs).map(|slip| slip.finding(free.file)));
            letters(&document.title)
        }
        Err(unsaid) => {
            troubles.add(&unsaid, desk.phrases);
            return None;
        }
    };
    // What is told of a page that is shown with all its words does not take it away.
    let sound = troubles.findings[before..].iter().all(|finding| finding.severity != Severity::Error);
    sound.then(|| Candidate {
        id: free.id.clone().into(),
        formerly: formerly(&free.id, &free.written),
        group: front.group.as_ref().map(|id| id.id.clone()),
        label: front.label.clone().unwrap_or(title),
        drawing: front.drawing.clone().or_else(|| Some("letter".to_owned())),
        folded_from: None,
        from: From::Free(free),
    })
}
