//! Where the links lead that a home wrote itself, and which pages of its own would not be there.

use super::desk::{Desk, Troubles};
use super::page::Page;
use crate::document::{Section, Target};
use crate::finding::{Finding, Severity, did_you_mean};
use crate::text::{Public, Span};
use crate::words::WordsFile;
use crate::words::markdown::{Astray, Leading, MOST, leads, look, look_at_template};

/// Markdown that a home wrote itself, and what its links can lead to.
struct Own {
    file: u32,
    links: Vec<Leading>,
    /// The page that it becomes, where it becomes one.
    page: Option<String>,
    /// Whether it stands in the place of words that are for every home: these speak of pages that some homes do not have.
    shared: bool,
}

/// What is wrong with a link, how much it matters, and what to write instead.
struct Wrong {
    severity: Severity,
    what: String,
    help: String,
}

impl Wrong {
    /// A link that cannot lead anywhere, whatever the home says.
    fn slip(what: String, help: String) -> Self {
        Self { severity: Severity::Error, what, help }
    }

    /// A link to what the home does not say at present. Its words stand on the page all the same, and lead as near as can be.
    fn gap(what: String, help: String) -> Self {
        Self { severity: Severity::Warning, what, help }
    }
}

/// Notes every link that leads nowhere, and every page of the home's own that has nothing to say.
pub(super) fn check(desk: &Desk<'_>, candidates: &[String], pages: &[Page], troubles: &mut Troubles) {
    for own in own(desk) {
        let astray = own.links.iter().filter_map(|link| {
            let Wrong { severity, what, help } = astray(desk, &own, link, candidates, pages)?;
            let span = Span { file: own.file, line: link.line, column: link.column, width: 1 };
            Some(Finding { severity, ..Finding::error(span, what, help) })
        });
        troubles.findings.extend(astray.take(MOST));
    }
    for free in &desk.home.pages {
        let wrong = |finding: &Finding| finding.span.file == free.file && finding.severity == Severity::Error;
        let told = troubles.findings.iter().any(wrong);
        if !told
            && candidates.iter().any(|id| id == free.id.as_str())
            && !pages.iter().any(|page| page.id() == free.id.as_str())
        {
            let span = Span { file: free.file, line: 1, column: 1, width: 1 };
            let help = "Write what the page is to say under its title, or take the file away.";
            troubles.findings.push(Finding::error(
                span,
                "this page has nothing under its title, so it would not be made",
                help,
            ));
        }
    }
}

/// Everything that the home wrote itself, with its links.
fn own(desk: &Desk<'_>) -> Vec<Own> {
    let made = |file: u32, links: Vec<Leading>, page: Option<&str>, shared: bool| Own {
        file,
        links,
        page: page.map(str::to_owned),
        shared,
    };
    let pages = desk.home.pages.iter();
    let pages = pages.map(|free| made(free.file, look(&free.markdown).links, Some(free.id.as_str()), false));
    let contract = desk.home.contract.iter();
    let contract = contract.map(|contract| made(contract.file, look(&contract.markdown).links, None, false));
    let words = desk.phrases.own().iter();
    let words = words.map(|words: &WordsFile| {
        made(words.number, look_at_template(&words.letters).links, words.name.strip_suffix(".md"), true)
    });
    pages.chain(contract).chain(words).collect()
}

/// What is wrong with a link; nothing where it leads somewhere.
fn astray(desk: &Desk<'_>, own: &Own, link: &Leading, candidates: &[String], pages: &[Page]) -> Option<Wrong> {
    let free = desk.home.pages.iter().map(|page| page.id.as_str());
    let known: Vec<&str> = pages.iter().map(Page::id).chain(free).collect();
    match leads(&link.address) {
        Err(Astray { what, help, page }) => {
            let there = known.iter().copied().chain(candidates.iter().map(String::as_str));
            let meant = page.and_then(|page| did_you_mean(&page, there));
            Some(Wrong::slip(what, meant.map_or(help, |meant| format!("Did you mean page:{meant}?"))))
        }
        Ok(Target::Page { id, anchor }) => {
            let id = if id.is_empty() { own.page.clone()? } else { id };
            if !known.contains(&id.as_str()) {
                let there = own.shared && (candidates.contains(&id) || is_said_by_theme(desk, &id));
                return (!there).then(|| nowhere(&id, &known, candidates));
            }
            // The theme's words lead to parts that some homes do not have.
            let there = own.shared && is_said_by_theme(desk, &format!("{id}#{anchor}"));
            let page = pages.iter().find(|page| page.id() == id).filter(|_| !anchor.is_empty() && !there)?;
            let anchors = anchors(&page.document.sections);
            let written = desk.home.pages.iter().any(|free| free.id.as_str() == id);
            (!anchors.contains(&anchor.as_str())).then(|| no_part(&id, &anchor, &anchors, written))
        }
        Ok(_) => None,
    }
}

/// What to say of a part that a page does not have. Pages that the home wrote itself have the parts that stand there; those made
/// of its facts have the parts that there are facts for.
fn no_part(id: &str, anchor: &str, anchors: &[&str], written: bool) -> Wrong {
    let what = format!("no part of the page {id} is called “{anchor}”");
    let help = match did_you_mean(anchor, anchors.iter().copied()) {
        Some(meant) => format!("Did you mean page:{id}#{meant}?"),
        None if anchors.is_empty() => format!("The page has no parts. Write page:{id}."),
        None => format!(
            "The name of a part is its heading in small letters, with hyphens. There are: {}.",
            anchors.join(", ")
        ),
    };
    if written { Wrong::slip(what, help) } else { Wrong::gap(what, help) }
}

/// What to say of a page that there is not.
fn nowhere(id: &str, known: &[&str], candidates: &[String]) -> Wrong {
    if candidates.iter().any(|candidate| candidate == id) {
        let what = format!("the page {id} is not made, because nothing is written for it");
        return Wrong::gap(what, "Write what it is to say, or take the link out.".to_owned());
    }
    let help = did_you_mean(id, known.iter().copied()).map_or_else(
        || "Write the name of the page's file on the website, without its ending: page:visiting.".to_owned(),
        |meant| format!("Did you mean {meant}?"),
    );
    Wrong::slip(format!("there is no page called {id}"), help)
}

/// Whether the words of the theme lead to a page of this name.
fn is_said_by_theme(desk: &Desk<'_>, id: &str) -> bool {
    let said = [format!("(page:{id})"), format!("(page:{id}#")];
    desk.phrases.of_the_theme().iter().any(|file| said.iter().any(|said| file.letters.contains(said)))
}

/// The places on a page that a link can lead to.
fn anchors(sections: &[Section<Public>]) -> Vec<&str> {
    let mut out = Vec::new();
    for section in sections {
        out.push(section.anchor.as_str());
        out.extend(anchors(&section.sections));
    }
    out
}
