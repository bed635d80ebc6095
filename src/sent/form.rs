//! The regulator's form beside the Statement: each field with what the Statement says, so that the two cannot differ.
//!
//! Where nobody here knows a form, what the law lists stands in its place.

use super::Version;
use super::changes::sure;
use super::law::{Law, bare, is_within};
use super::page::{self, Page, Table};
use crate::country::{Field, Profile};
use crate::duties::{Certainty, Need};
use crate::failure::Failure;
use crate::text::wrapped::wrapped;
use crate::theme::Theme;

/// A field with what the Statement says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The part it stands in.
    pub part: String,
    /// What the form asks for.
    pub asks: String,
    /// What the Statement says, line by line; nothing where it does not say it.
    pub says: Vec<String>,
    /// What to write where it says nothing.
    pub write: String,
    /// Who asks for it, and how sure that is.
    pub source: String,
}

/// The fields of the regulator's form, or of what the law lists, in their order.
#[must_use]
pub fn checklist(now: &Version, country: &Profile, law: Law<'_>) -> Vec<Entry> {
    match &country.statement.form {
        Some(form) => form.fields.iter().map(|field| of_form(now, field, law)).collect(),
        None => of_law(now, country, law),
    }
}

fn of_form(now: &Version, field: &Field, law: Law<'_>) -> Entry {
    let duty = field.duty.as_ref().and_then(|id| law.duty(id));
    let file = field.keys.first().map(|key| key.split('.').next().unwrap_or(key).replace('_', "-")).unwrap_or_default();
    Entry {
        part: field.part.clone(),
        asks: field.asks.clone(),
        says: [&field.keys, &field.otherwise]
            .into_iter()
            .map(|keys| said(now, &field.part, keys, field.whole))
            .find(|lines| !lines.is_empty())
            .unwrap_or_default(),
        write: duty.map_or_else(
            || format!("Where there is such a thing, it belongs in {file}.yaml."),
            |duty| duty.write.clone(),
        ),
        source: duty.map_or_else(
            || format!("the form{}", sure(Certainty::Possible)),
            |duty| format!("{}{}", duty.source.trim_end_matches('.'), sure(duty.certainty)),
        ),
    }
}

/// The duties that are paragraphs of the schedule, in the order of its letters and of the country's parts.
fn of_law(now: &Version, country: &Profile, law: Law<'_>) -> Vec<Entry> {
    let part_of = |pages: &[String]| {
        let names = pages.iter().filter_map(|page| page.strip_prefix("statement-of-purpose/"));
        names.into_iter().next().map(str::to_owned)
    };
    let entry = |(duty, _): (&crate::duties::Duty, &str)| {
        let keys: Vec<String> =
            duty.needs.iter().flat_map(Need::ways).chain(&duty.changed_by).map(|way| bare(way)).collect();
        let part = part_of(&duty.seen_on)?;
        Some(Entry {
            says: said(now, &part, &keys, false),
            asks: duty.asks.clone(),
            write: duty.write.clone(),
            source: format!("{}{}", duty.source.trim_end_matches('.'), sure(duty.certainty)),
            part,
        })
    };
    let mut entries: Vec<Entry> = law.listed().filter_map(entry).collect();
    let place = |entry: &Entry| country.statement.parts.iter().position(|part| part.id == entry.part);
    entries.sort_by_key(place);
    entries
}

/// What the lines of a part say at some keys, or those of the whole Statement where the part says nothing there. Where some stand
/// behind a label of ours, as on a form, their values are enough.
fn said(now: &Version, part: &str, keys: &[String], whole: bool) -> Vec<String> {
    let here = now.parts.iter().filter(|one| one.id == part);
    let elsewhere = now.parts.iter().filter(|one| one.id != part);
    let of = |part: &super::Part| {
        let is_asked = |line: &&super::Line| {
            !line.heading && line.from.iter().any(|key| keys.iter().any(|way| is_within(key, way)))
        };
        let lines: Vec<&super::Line> = part.lines.iter().filter(is_asked).collect();
        let behind_a_label: Vec<String> =
            lines.iter().filter(|_| !whole).filter_map(|line| line.value.clone()).collect();
        if behind_a_label.is_empty() {
            lines.into_iter().map(|line| line.words.clone()).collect()
        } else {
            behind_a_label
        }
    };
    let mut found: Vec<String> = here.chain(elsewhere).map(of).find(|lines| !lines.is_empty()).unwrap_or_default();
    if found.is_empty() {
        // An id that the words put another way.
        let at = now.facts.iter().filter(|(key, _)| keys.iter().any(|way| is_within(key, way)));
        found = at.flat_map(|(_, words)| words.iter().cloned()).collect();
    }
    let mut once = Vec::new();
    found.retain(|line| {
        let new = !once.contains(line);
        once.push(line.clone());
        new
    });
    found
}

/// What the list is, a sentence each.
fn opening(country: &Profile, law: Law<'_>) -> [String; 2] {
    match &country.statement.form {
        Some(form) => [format!("Each field of {}, beside what the Statement says.", form.called), form.known.clone()],
        None => [
            format!("What {} lists, beside what the Statement says.", law.schedule.called),
            format!(
                "homepack knows no form of {} for it. If you have one, follow what it asks.",
                country.regulator.called
            ),
        ],
    }
}

/// The title of a part: the country's.
fn title<'a>(country: &'a Profile, part: &'a str) -> &'a str {
    country.statement.parts.iter().find(|one| one.id == part).map_or(part, |one| &one.label)
}

/// The list for a person at a terminal.
#[must_use]
pub fn text(now: &Version, entries: &[Entry], country: &Profile, law: Law<'_>) -> String {
    let mut out = format!("{}\n", now.home);
    opening(country, law).iter().for_each(|words| wrapped(&mut out, "", words));
    let mut part = None;
    for entry in entries {
        if part != Some(&entry.part) {
            out.push_str(&format!("\n{}\n", title(country, &entry.part)));
            part = Some(&entry.part);
        }
        out.push('\n');
        wrapped(&mut out, "[ ] ", &entry.asks);
        entry.says.iter().for_each(|words| wrapped(&mut out, "    ", words));
        if entry.says.is_empty() {
            wrapped(&mut out, "    ", &format!("The Statement does not say it. {}", entry.write));
        }
        wrapped(&mut out, "    ", &format!("Asked for by: {}", entry.source));
    }
    let silent = entries.iter().filter(|entry| entry.says.is_empty()).count();
    out.push_str(&format!("\n{}\n", counted(entries.len(), silent)));
    out
}

/// How many there are, and how many of them the Statement does not say.
fn counted(all: usize, silent: usize) -> String {
    match silent {
        0 => format!("{all} to fill in. The Statement says all of them."),
        1 => format!("{all} to fill in. The Statement does not say 1 of them."),
        many => format!("{all} to fill in. The Statement does not say {many} of them."),
    }
}

/// The list as a page to have beside the form.
///
/// # Errors
/// A fault of the theme's template.
pub fn page(
    now: &Version,
    entries: &[Entry],
    country: &Profile,
    law: Law<'_>,
    theme: &Theme,
) -> Result<String, Failure> {
    let mut tables: Vec<Table> = Vec::new();
    for entry in entries {
        if tables.last().is_none_or(|table| table.id != entry.part) {
            let heading = title(country, &entry.part).to_owned();
            tables.push(Table { id: entry.part.clone(), heading, rows: Vec::new() });
        }
        let says = if entry.says.is_empty() {
            vec!["The Statement does not say it.".to_owned(), entry.write.clone()]
        } else {
            entry.says.clone()
        };
        if let Some(table) = tables.last_mut() {
            table.rows.push(vec![vec![entry.asks.clone()], says, vec![entry.source.clone()]]);
        }
    }
    page::written(
        theme,
        &Page {
            title: "What belongs in the form",
            home: &now.home,
            opening: opening(country, law).to_vec(),
            facts: page::of_the_home(now, country),
            columns: ["The form asks for", "The Statement says", "Asked for by"].map(str::to_owned).to_vec(),
            tables,
            closing: Vec::new(),
            tick: true,
        },
    )
}
