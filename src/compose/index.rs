//! The A to Z: where a reader finds what they call things.

use std::collections::BTreeMap;

use tera::Context;

use super::website::Page;
use super::{Desk, statement};
use crate::country::{Profile, Term};
use crate::document::{Block, Inline, Panel, Section, Target, Words};
use crate::text::{Origin, Public};

/// A section a letter, each with links. `content` is what the words files are filled in with.
pub(super) fn sections(pages: &[Page], desk: &Desk<'_>, content: &Context) -> Vec<Section<Public>> {
    let mut letters: BTreeMap<char, BTreeMap<String, (String, String)>> = BTreeMap::new();
    let mut add = |word: &str, page: &str, anchor: &str| {
        let Some(first) = word.chars().find(|c| c.is_alphabetic()) else { return };
        let entry = letters.entry(first.to_uppercase().next().unwrap_or(first)).or_default();
        entry.entry(word.to_lowercase()).or_insert_with(|| (word.to_owned(), format!("{page}#{anchor}")));
    };
    for page in pages.iter().filter(|page| !matches!(page.id(), "index" | "a-to-z" | "not-found")) {
        add(&page.label, page.id(), "");
        for term in terms(desk, page.id()) {
            if term.needs.as_deref().is_none_or(|path| said(content, path)) {
                add(&named(&term.word, desk.profile), page.id(), "");
            }
        }
    }
    letters
        .into_iter()
        .map(|(letter, entries)| Section {
            anchor: letter.to_lowercase().to_string(),
            heading: words(&letter.to_string()),
            panel: Panel::Plain,
            blocks: vec![Block::List {
                points: entries.into_values().map(|(word, to)| vec![link(&word, &to)]).collect(),
            }],
            sections: Vec::new(),
        })
        .collect()
}

/// What else a reader may look for and finds on a page: the theme says it, or the country for a part of its Statement.
fn terms<'a>(desk: &Desk<'a>, page: &str) -> &'a [Term] {
    let part = page.strip_prefix(statement::ID).and_then(|rest| rest.strip_prefix('/'));
    let parts = desk.profile.statement.parts.iter();
    let of_part = parts.filter(|known| Some(known.id.as_str()) == part).map(|part| &part.terms);
    let of_page = desk.theme.plan.pages.iter().filter(|plan| plan.id == page).map(|plan| &plan.terms);
    of_part.chain(of_page).next().map_or(&[], Vec::as_slice)
}

/// A word of the A to Z with the inspector's name and initials filled in.
fn named(word: &str, country: &Profile) -> String {
    word.replace("{name}", &country.regulator.name).replace("{inspector}", &country.regulator.initials)
}

/// Whether a home says something under a path such as `daily_life.smoking`.
fn said(content: &Context, path: &str) -> bool {
    let (file, keys) = path.split_once('.').unwrap_or((path, ""));
    let found = content.get(file).and_then(|file| if keys.is_empty() { Some(file) } else { file.get_from_path(keys) });
    found.is_some_and(|value| match (value.as_array(), value.as_bool()) {
        (Some(list), _) => !list.is_empty(),
        (_, Some(yes)) => yes,
        _ => !value.is_none() && !value.is_undefined(),
    })
}

/// A link to a page, on a line of its own.
fn link(word: &str, to: &str) -> Block<Public> {
    let (id, anchor) = to.split_once('#').unwrap_or((to, ""));
    Block::Paragraph {
        words: vec![Inline::Link {
            to: Target::Page { id: id.to_owned(), anchor: anchor.to_owned() },
            words: words(word),
        }],
    }
}

/// Words of ours.
fn words(text: &str) -> Vec<Inline<Public>> {
    vec![Inline::Words(Words::new(text.to_owned(), Origin::NONE))]
}
