//! The pages of a home's website: which there are, and in what order.

use std::borrow::Cow;

use tera::Context;

use super::{Desk, Troubles, cards::said, contract, index, photographs, statement};
use crate::document::{Block, Document, Inline, Panel, Section, Words, letters};
use crate::finding::{Finding, meant};
use crate::home::FreePage;
use crate::paper::Printed;
use crate::read::yaml;
use crate::text::{Language, Origin, Public, Span};
use crate::words::Unsaid;
use crate::words::markdown::{self, Surroundings, leads_nowhere};

/// A page of a website.
#[derive(Debug, Clone)]
pub struct Page {
    /// What is read on it.
    pub document: Document<Public>,
    /// Its group in the menu.
    pub group: Option<String>,
    /// Its short name in the menu.
    pub label: String,
    /// The drawing at its head.
    pub drawing: Option<String>,
}

impl Page {
    /// Its id: the name of its file without the ending.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.document.id
    }
}

/// A page before it is known whether there is anything to say on it.
struct Candidate<'a> {
    id: String,
    group: Option<String>,
    label: String,
    drawing: Option<String>,
    from: From<'a>,
}

/// Where a page's words come from.
enum From<'a> {
    Words(String),
    Service(&'a crate::home::service::Service),
    Free(&'a FreePage, String, Option<Language>),
}

/// Pages whose words are not enough to make them: they speak of the others.
const AFTERWARDS: &str = "a-to-z";

/// Where the theme has the parts of the Statement of Purpose: which they are is the country's to say.
const PART: &str = "statement-of-purpose/part";

/// All pages that have something to say, in the order of the menu; the page for an address that leads nowhere last.
#[must_use]
pub fn pages(desk: &Desk<'_>, printed: &[Printed], troubles: &mut Troubles) -> Vec<Page> {
    let candidates = candidates(desk, troubles);
    misnamed_words(desk, troubles);
    contract::check(desk, troubles);
    let mut ids: Vec<String> = candidates.iter().map(|candidate| candidate.id.clone()).collect();
    photographs::check(desk, &ids, troubles);
    let mut context = desk.context();
    context.insert("on_paper", &false);
    let mut drafts: Vec<Option<Draft>> = candidates.iter().map(|_| None).collect();
    // A page with nothing to say is not made, and then no other page may speak of it: composed again until that is so.
    for _ in 0..4 {
        let mut round = Troubles::default();
        context.insert("_pages", &ids);
        for (candidate, draft) in candidates.iter().zip(&mut drafts) {
            let last = draft.take();
            if ids.contains(&candidate.id) {
                match drafted(desk, candidate, last, &ids, &context, printed) {
                    Ok(new) => *draft = new,
                    Err(unsaid) => round.add(unsaid),
                }
            }
        }
        let there: Vec<String> = drafts.iter().flatten().map(|draft| draft.page.id().to_owned()).collect();
        if there.len() == ids.len() || round.failure.is_some() || !round.findings.is_empty() {
            troubles.findings.append(&mut round.findings);
            troubles.failure = troubles.failure.take().or(round.failure);
            return with_index(drafts.into_iter().flatten().map(|draft| draft.page).collect(), desk, &context);
        }
        ids = there;
    }
    Vec::new()
}

/// Every page that could be made.
fn candidates<'a>(desk: &Desk<'a>, troubles: &mut Troubles) -> Vec<Candidate<'a>> {
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
                let id = format!("{}/{}", statement::ID, part.id);
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
        match free_page(desk, free) {
            Ok(candidate) if out.iter().any(|page| page.id == candidate.id) => {
                let span = Span { file: free.file, line: 1, column: 1, width: 1 };
                let help = "Give this file another name. To change the words of that page, put a file of its name in the folder words.";
                troubles.findings.push(Finding::error(
                    span,
                    format!("there is a page called {} already, and this one would take its place", free.id),
                    help,
                ));
            }
            Ok(candidate) => {
                // A free page stands after the last page of its group.
                let at = out
                    .iter()
                    .rposition(|page| page.group.is_some() && page.group == candidate.group)
                    .map_or(out.len(), |at| at + 1);
                out.insert(at, candidate);
            }
            Err(findings) => troubles.findings.extend(findings),
        }
    }
    out
}

/// What stands between the two lines `---` at the top of a free page.
#[derive(Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Front {
    group: Option<crate::home::Id>,
    label: Option<String>,
    drawing: Option<String>,
    /// The language of its words, where it is another than that of the other pages: `Welsh`.
    language: Option<Language>,
}

/// A page of the home's own Markdown.
fn free_page<'a>(desk: &Desk<'a>, free: &'a FreePage) -> Result<Candidate<'a>, Vec<Finding>> {
    let (front, markdown) = split(&free.markdown);
    let (node, mut findings) = yaml::read(free.file, &front).map_err(|finding| vec![finding])?;
    let (front, wrong) = crate::read::shape::read::<Front>(&node);
    findings.extend(wrong);
    let front = front.unwrap_or_default();
    let groups: Vec<&str> = desk.theme.plan.groups.iter().map(|group| group.id.as_str()).collect();
    if let Some(id) = front.group.as_ref().filter(|id| !groups.contains(&id.id.as_str())) {
        let help =
            meant(&id.id, groups.iter().copied()).unwrap_or_else(|| format!("The groups are: {}.", groups.join(", ")));
        findings.push(Finding::error(id.span, format!("there is no group called “{}” in the menu", id.id), help));
    }
    let nothing = Surroundings { resolve: &|_, _| Vec::new(), pages: &[], file: Some(free.file) };
    let (document, slips) = markdown::document(&free.id, &markdown, nothing);
    findings.extend(slips.iter().map(|slip| slip.finding(free.file)));
    if !findings.is_empty() {
        return Err(findings);
    }
    let label = front.label.unwrap_or_else(|| letters(&document.title));
    let drawing = front.drawing.or_else(|| Some("letter".to_owned()));
    Ok(Candidate {
        id: free.id.clone(),
        group: front.group.map(|id| id.id),
        label,
        drawing,
        from: From::Free(free, markdown, front.language),
    })
}

/// The lines between two `---` at the top, and the rest, each with blank lines in the place of the other so that lines keep
/// their numbers.
fn split(letters: &str) -> (String, String) {
    let Some(rest) = letters.strip_prefix("---\n") else { return (String::new(), letters.to_owned()) };
    let Some(end) = rest.find("\n---\n") else { return (String::new(), letters.to_owned()) };
    let front = &rest[..end];
    let lines = front.lines().count() + 2;
    (format!("\n{front}\n"), "\n".repeat(lines) + &rest[end + 5..])
}

/// A page with the Markdown that it was read from.
struct Draft {
    markdown: String,
    page: Page,
}

impl Draft {
    /// Whether the page would come out the same again, though some of the others are gone since: from the same words, with no
    /// link that now leads nowhere, and without a passage of words that it fills in by itself.
    fn holds(&self, markdown: &str, ids: &[String]) -> bool {
        let mut holds = self.markdown == markdown;
        self.page.document.each_block(&mut |block| match block {
            Block::Paragraph { words } => holds &= !leads_nowhere(words, ids),
            Block::Rating(_) => holds = false,
            _ => {}
        });
        holds
    }
}

/// Composes one page, or takes the last round's where it still holds; none where it has nothing to say.
fn drafted(
    desk: &Desk<'_>,
    candidate: &Candidate<'_>,
    last: Option<Draft>,
    ids: &[String],
    context: &Context,
    printed: &[Printed],
) -> Result<Option<Draft>, Unsaid> {
    let mut context = Cow::Borrowed(context);
    let markdown = match &candidate.from {
        From::Words(words) => desk.phrases.say(words, &context)?,
        From::Service(service) => {
            context.to_mut().insert("service", service);
            desk.phrases.say("service.md", &context)?
        }
        From::Free(_, markdown, _) => markdown.clone(),
    };
    if let Some(last) = last.filter(|last| last.holds(&markdown, ids)) {
        return Ok(Some(last));
    }
    let page = page(desk, candidate, &markdown, ids, &context, printed);
    Ok(page.map(|page| Draft { markdown, page }))
}

/// Reads one page from its Markdown; none where it has nothing to say.
fn page(
    desk: &Desk<'_>,
    candidate: &Candidate<'_>,
    markdown: &str,
    ids: &[String],
    context: &Context,
    printed: &[Printed],
) -> Option<Page> {
    let mut document = match &candidate.from {
        From::Words(_) | From::Service(_) => desk.filled_in(&candidate.id, markdown, context, printed),
        From::Free(free, _, language) => {
            let resolve = |kind: &str, id: &str| desk.resolve(kind, id, context, printed);
            let around = Surroundings { resolve: &resolve, pages: ids, file: Some(free.file) };
            let document = markdown::document(&free.id, markdown, around).0;
            Document { language: language.unwrap_or(desk.profile.language), ..document }
        }
    };
    if let From::Words(words) = &candidate.from {
        contract::add(desk, words.trim_end_matches(".md"), &mut document);
    }
    if document.is_empty() {
        return None;
    }
    document.blocks.extend(photographs::of_page(desk, &candidate.id));
    on_paper(desk, &mut document, printed);
    Some(Page {
        document,
        group: candidate.group.clone(),
        label: candidate.label.clone(),
        drawing: candidate.drawing.clone(),
    })
}

/// Says which papers have the same words as a page, before the way on from it.
fn on_paper(desk: &Desk<'_>, document: &mut Document<Public>, printed: &[Printed]) {
    let mut plans = desk.theme.plan.papers.iter().filter(|plan| plan.words == document.id);
    let links: Vec<_> = plans.by_ref().flat_map(|plan| desk.paper_links(&plan.id, printed)).collect();
    // The Statement's own page says so in words of its own.
    if links.is_empty() || document.id.contains("statement-of-purpose") {
        return;
    }
    let heading = vec![Inline::Words(Words::new(desk.theme.label("on_paper").to_owned(), Origin::NONE))];
    let section =
        Section { anchor: "on-paper".to_owned(), heading, panel: Panel::Plain, blocks: links, sections: Vec::new() };
    let at = document.sections.iter().position(|section| section.panel == Panel::Next);
    document.sections.insert(at.unwrap_or(document.sections.len()), section);
}

/// What is on the notice board today: it stands at the top of every page.
#[must_use]
pub fn notices(desk: &Desk<'_>) -> Vec<Vec<Inline<Public>>> {
    let notices = desk.home.notices.notices.iter().filter(|notice| notice.holds(desk.today));
    notices.map(|notice| said(&notice.words)).collect()
}

/// Fills the A to Z with what the other pages are about.
fn with_index(mut pages: Vec<Page>, desk: &Desk<'_>, context: &Context) -> Vec<Page> {
    let sections = index::sections(&pages, desk, context);
    if let Some(page) = pages.iter_mut().find(|page| page.id() == AFTERWARDS) {
        page.document.sections = sections;
    }
    pages
}

/// Words files of the home's own that stand in the place of none of the theme's: most likely misspelt.
fn misnamed_words(desk: &Desk<'_>, troubles: &mut Troubles) {
    let known: Vec<&str> = desk.phrases.of_the_theme().iter().map(|file| file.name.as_str()).collect();
    for own in desk.phrases.own() {
        let (name, file) = (own.name.as_str(), own.number);
        if !known.contains(&name) && !name.starts_with("passages/") {
            let help = meant(name, known.iter().copied()).unwrap_or_else(|| {
                "Give it the name of the page whose words it changes. A page of your own belongs in the folder pages.".to_owned()
            });
            troubles.findings.push(Finding::error(
                Span { file, line: 1, column: 1, width: 1 },
                format!("no page takes its words from {name}"),
                help,
            ));
        }
    }
}
