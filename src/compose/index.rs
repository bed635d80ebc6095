//! The A to Z: where a reader finds what they call things.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::approval::STATEMENT;
use super::desk::Desk;
use super::lines::fixed_line;
use super::page::Page;
use crate::country::{Profile, Term};
use crate::document::{Block, Inline, Panel, Section, Target};
use crate::text::Public;
use crate::words::Filling;

/// A section a letter, each with links. A word that needs something said is there where the home says it.
pub(super) fn sections(pages: &[Page], desk: &Desk<'_>, filling: &Filling) -> Vec<Section<Public>> {
    let mut letters: BTreeMap<char, BTreeMap<String, (String, String)>> = BTreeMap::new();
    let mut add = |word: &str, page: &str, anchor: &str| {
        let Some(first) = word.chars().find(|c| c.is_alphabetic()) else { return };
        let entry = letters.entry(first.to_uppercase().next().unwrap_or(first)).or_default();
        entry.entry(word.to_lowercase()).or_insert_with(|| (word.to_owned(), format!("{page}#{anchor}")));
    };
    for page in pages.iter().filter(|page| !matches!(page.id(), "index" | "a-to-z" | "not-found")) {
        add(&page.label, page.id(), "");
        let words = OnceCell::new();
        let speaks_of = |found: &String| words.get_or_init(|| letters_of(page)).contains(&found.to_lowercase());
        for term in terms(desk, page.id()) {
            let found = term.finds.is_empty() || term.finds.iter().any(speaks_of);
            if found && term.needs.as_deref().is_none_or(|path| filling.says(path)) {
                add(&with_inspector(&term.word, desk.profile), page.id(), "");
            }
        }
    }
    letters
        .into_iter()
        .map(|(letter, entries)| Section {
            anchor: letter.to_lowercase().to_string(),
            heading: fixed_line(&letter.to_string()),
            panel: Panel::Plain,
            blocks: vec![Block::List {
                points: entries.into_values().map(|(word, to)| vec![link(&word, &to)]).collect(),
            }],
            sections: Vec::new(),
        })
        .collect()
}

/// Every letter of a page, small.
fn letters_of(page: &Page) -> String {
    let mut out = String::new();
    page.document.each_words(&mut |words| {
        out.push_str(&words.text.to_lowercase());
        out.push(' ');
    });
    out.replace('\u{A0}', " ")
}

/// What else a reader may look for and finds on a page: the theme says it, or the country for a part of its Statement.
fn terms<'a>(desk: &Desk<'a>, page: &str) -> &'a [Term] {
    let part = page.strip_prefix(STATEMENT).and_then(|rest| rest.strip_prefix('/'));
    let parts = desk.profile.statement.parts.iter();
    let of_part = parts.filter(|known| Some(known.id.as_str()) == part).map(|part| &part.terms);
    let of_page = desk.theme.plan.pages.iter().filter(|plan| plan.id == page).map(|plan| &plan.terms);
    of_part.chain(of_page).next().map_or(&[], Vec::as_slice)
}

/// A word of the A to Z with the inspector's name and initials filled in.
fn with_inspector(word: &str, country: &Profile) -> String {
    word.replace("{name}", &country.regulator.name).replace("{inspector}", &country.regulator.initials)
}

/// A link to a page, on a line of its own.
fn link(word: &str, to: &str) -> Block<Public> {
    let (id, anchor) = to.split_once('#').unwrap_or((to, ""));
    Block::Paragraph {
        words: vec![Inline::Link {
            to: Target::Page { id: id.to_owned(), anchor: anchor.to_owned() },
            words: fixed_line(word),
        }],
    }
}
