//! The pages of a home's website: which there are, and in what order.

use std::borrow::Cow;

use super::candidates::{Candidate, From, candidates};
use super::desk::{Desk, Medium, Troubles};
use super::lines::{fixed_line, written_line};
use super::page::{A_TO_Z, Page};
use super::{contract, index, offers, own_words, photographs, statement, ways};
use crate::document::{Block, Document, Inline, Panel, Section};
use crate::finding::any_error;
use crate::paper::Printed;
use crate::text::Public;
use crate::words::markdown::leads_nowhere;
use crate::words::{Filling, Unsaid};

/// All pages that have something to say, in the order of the menu; the page for an address that leads nowhere last.
#[must_use]
pub fn pages(desk: &Desk<'_>, printed: &[Printed], troubles: &mut Troubles) -> Vec<Page> {
    let candidates = candidates(desk, troubles);
    own_words::check(desk, troubles);
    contract::check(desk, troubles);
    let mut ids: Vec<String> = candidates.iter().map(|candidate| candidate.id.to_string()).collect();
    let possible = ids.clone();
    photographs::check(desk, &ids, troubles);
    let mut filling = desk.filling(Medium::Website { pages: &ids, printed });
    let mut drafts: Vec<Option<Draft>> = candidates.iter().map(|_| None).collect();
    // A page with nothing to say is not made, and then no other page may speak of it: composed again until that is so.
    for _ in 0..4 {
        let mut round = Troubles::default();
        filling.with_pages(&ids);
        let medium = Medium::Website { pages: &ids, printed };
        for (candidate, draft) in candidates.iter().zip(&mut drafts) {
            let last = draft.take();
            if ids.iter().any(|id| candidate.id == id.as_str()) {
                match drafted(desk, candidate, last, &filling, medium) {
                    Ok(new) => *draft = new,
                    Err(unsaid) => round.add(&unsaid, desk.phrases),
                }
            }
        }
        let there: Vec<String> = drafts.iter().flatten().map(|draft| draft.page.id().to_owned()).collect();
        if there.len() == ids.len() || round.failure.is_some() || any_error(&round.findings) {
            let whole = round.failure.is_none() && !any_error(&round.findings);
            troubles.findings.append(&mut round.findings);
            troubles.failure = troubles.failure.take().or(round.failure);
            let pages = with_index(drafts.into_iter().flatten().map(|draft| draft.page).collect(), desk, &filling);
            if whole {
                ways::check(desk, &possible, &pages, troubles);
            }
            return pages;
        }
        ids = there;
    }
    Vec::new()
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
    filling: &Filling,
    medium: Medium<'_>,
) -> Result<Option<Draft>, Unsaid> {
    let mut filling = Cow::Borrowed(filling);
    let markdown = match &candidate.from {
        From::Words(words) | From::Part(words) => desk.phrases.say(words, &filling)?,
        From::Service(service) => {
            filling.to_mut().say("service", service);
            desk.phrases.say("service.md", &filling)?
        }
        From::Free(free) => free.markdown.clone(),
    };
    if let Some(last) = last.filter(|last| last.holds(&markdown, medium.pages())) {
        return Ok(Some(last));
    }
    let page = page(desk, candidate, &markdown, &filling, medium)?;
    Ok(page.map(|page| Draft { markdown, page }))
}

/// Reads one page from its Markdown; none where it has nothing to say.
fn page(
    desk: &Desk<'_>,
    candidate: &Candidate<'_>,
    markdown: &str,
    filling: &Filling,
    medium: Medium<'_>,
) -> Result<Option<Page>, Unsaid> {
    let file = if let From::Free(free) = &candidate.from { Some(free.file) } else { None };
    let mut document = desk.filled_in(candidate.id.as_str(), markdown, file, filling, medium)?;
    if let From::Free(free) = &candidate.from {
        document.language = free.front.language.unwrap_or(document.language);
    }
    if let From::Words(words) = &candidate.from {
        contract::add(desk, words.trim_end_matches(".md"), &mut document)?;
    }
    if document.is_empty() || (matches!(candidate.from, From::Part(_)) && statement::is_bare(&document)) {
        return Ok(None);
    }
    document.blocks.extend(photographs::of_page(desk, candidate.id.as_str()));
    on_paper(desk, &mut document, medium.printed());
    let folded = candidate.folded_from.is_some_and(|words| count(&document) >= words);
    Ok(Some(Page {
        document,
        address: candidate.id.clone(),
        formerly: candidate.formerly.clone(),
        group: candidate.group.clone(),
        label: candidate.label.clone(),
        drawing: candidate.drawing.clone(),
        folded,
    }))
}

/// How many words a page has.
fn count(document: &Document<Public>) -> usize {
    let mut count = 0;
    document.each_words(&mut |words| count += words.text.split_whitespace().count());
    count
}

/// Says which papers have the same words as a page, before the way on from it.
fn on_paper(desk: &Desk<'_>, document: &mut Document<Public>, printed: &[Printed]) {
    let mut plans = desk.theme.plan.papers.iter().filter(|plan| plan.words == document.id);
    let links: Vec<_> = plans.by_ref().flat_map(|plan| offers::links(desk.theme, plan.id.as_str(), printed)).collect();
    // The Statement's own page says so in words of its own.
    if links.is_empty() || document.id.contains("statement-of-purpose") {
        return;
    }
    let heading = fixed_line(desk.theme.label("on_paper"));
    let section =
        Section { anchor: "on-paper".to_owned(), heading, panel: Panel::Plain, blocks: links, sections: Vec::new() };
    let at = document.sections.iter().position(|section| section.panel == Panel::Next);
    document.sections.insert(at.unwrap_or(document.sections.len()), section);
}

/// What is on the notice board today: it stands at the top of every page.
#[must_use]
pub fn notices(desk: &Desk<'_>) -> Vec<Vec<Inline<Public>>> {
    let notices = desk.home.notices.notices.iter().filter(|notice| notice.holds(desk.today));
    notices.map(|notice| written_line(&notice.words)).collect()
}

/// Fills the A to Z with what the other pages are about.
fn with_index(mut pages: Vec<Page>, desk: &Desk<'_>, filling: &Filling) -> Vec<Page> {
    let sections = index::sections(&pages, desk, filling);
    if let Some(page) = pages.iter_mut().find(|page| page.id() == A_TO_Z) {
        page.document.sections = sections;
    }
    pages
}
