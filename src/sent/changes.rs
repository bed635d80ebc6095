//! What is different since a Statement was sent, as a person reads it on the screen, and as a page to attach to the notice.

use super::compare::Change;
use super::law::{Hold, Law};
use super::notice::Notice;
use super::page::{self, Page, Table};
use super::{Kept, Version};
use crate::country::{Profile, When};
use crate::duties::Certainty;
use crate::failure::Failure;
use crate::home::date;
use crate::read::FOLDERS;
use crate::text::wrapped::wrapped;
use crate::theme::Theme;

/// Everything there is to say of what is different.
#[derive(Debug, Clone, Copy)]
pub struct Changes<'a> {
    /// The text as it was sent.
    pub kept: &'a Kept,
    /// The text as it is now.
    pub now: &'a Version,
    /// What is different.
    pub changes: &'a [Change],
    /// What the law lists.
    pub law: Law<'a>,
    /// By when somebody is told.
    pub notice: Notice,
    /// The country.
    pub country: &'a Profile,
}

/// How many changes there are of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counted {
    /// They touch what the schedule lists.
    pub listed: usize,
    /// Facts that nothing in the schedule names, as far as homepack knows.
    pub facts: usize,
    /// Only the words are others.
    pub words: usize,
}

impl Changes<'_> {
    /// How many changes there are of each kind.
    #[must_use]
    pub fn counted(&self) -> Counted {
        let mut counted = Counted::default();
        for change in self.changes {
            match self.law.holds(&change.part, &change.keys) {
                _ if change.is_of_words() => counted.words += 1,
                Hold::Listed(_) => counted.listed += 1,
                Hold::Asked(..) | Hold::Nothing => counted.facts += 1,
            }
        }
        counted
    }

    /// The counts in a sentence: “3 changes: 1 touches what Schedule 3 lists, 2 are only of words.”
    #[must_use]
    pub fn in_short(&self) -> String {
        let counted = self.counted();
        let said = |count: usize, one: &str, more: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            many => Some(format!("{many} {more}")),
        };
        let schedule = &self.law.schedule.called;
        let kinds = [
            said(counted.listed, &format!("touches what {schedule} lists"), &format!("touch what {schedule} lists")),
            said(counted.facts, "is of another fact", "are of other facts"),
            said(counted.words, "is only of words", "are only of words"),
        ];
        let kinds = kinds.into_iter().flatten().collect::<Vec<_>>().join(", ");
        match self.changes.len() {
            1 => format!("1 change: it {}.", kinds.trim_start_matches("1 ")),
            many => format!("{many} changes: {kinds}."),
        }
    }

    /// What a change touches, as a sentence.
    fn touches(&self, change: &Change) -> String {
        if change.is_a_move() {
            return "It stands in another place; no fact is another.".to_owned();
        }
        if change.is_of_words() {
            return "Only the words are others; no fact is another.".to_owned();
        }
        let schedule = &self.law.schedule.called;
        match self.law.holds(&change.part, &change.keys) {
            Hold::Listed(paragraphs) => {
                let each = paragraphs.iter().map(|(paragraph, certainty)| format!("{paragraph}{}", sure(*certainty)));
                format!("{schedule} lists it: {}.", each.collect::<Vec<_>>().join("; "))
            }
            Hold::Asked(source, certainty) => {
                let asked = match certainty {
                    Certainty::Certain => "Asked for by",
                    Certainty::Likely => "Likely asked for by",
                    Certainty::Possible => "Possibly asked for by",
                };
                format!("homepack knows of nothing in {schedule} that names it. {asked}: {source}.")
            }
            Hold::Nothing => format!("homepack knows of nothing in {schedule} that names it."),
        }
    }

    /// Who is told, by when, and what to do next, a sentence each.
    #[must_use]
    pub fn telling(&self) -> Vec<String> {
        let (law, notice) = (&self.country.statement.notice, self.notice);
        let (days, by, tell) = (law.days, day(notice.by), page::and(&law.tell));
        let mut out = vec![match (law.when, notice.changed.map(day)) {
            (When::After, Some(changed)) => {
                format!(
                    "Tell {tell} by {by}: within {days} days of the change. In statement.yaml its date is {changed}."
                )
            }
            (When::After, None) => format!(
                "Tell {tell} within {days} days of the change. Your files do not say which day that was: if it was today, by {by}. Write the new `version` and its `date` in statement.yaml."
            ),
            (When::Before, Some(holds)) => format!(
                "Tell these by {by}: {tell}. That is {days} days before {holds}, the date in statement.yaml from which the new version holds."
            ),
            (When::Before, None) => format!(
                "Tell these at least {days} days before the change holds: {tell}. Your files do not say from when it does: if you tell them today, from {by}. Write the new `version` and its `date` in statement.yaml."
            ),
        }];
        if notice.is_late {
            out.push(match law.when {
                When::After => "That day is over. Send it today.".to_owned(),
                When::Before => "That day is over: give the new version a later date, if it can wait.".to_owned(),
            });
        }
        out.extend(law.rules.iter().cloned());
        out.push(format!("The law: {}.", law.source));
        if let Some(told) = notice.told {
            out.push(format!(
                "In statement.yaml {} was told on {}. If what you sent then is what your files say now, type “homepack statement sent {told}”.",
                self.country.regulator.called,
                day(told)
            ));
        }
        out
    }
}

/// How sure something is, behind it; nothing where it is certain.
pub(super) fn sure(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => "",
        Certainty::Likely => " (likely: we have seen copies or reports of it)",
        Certainty::Possible => " (possible: nobody here has looked it up)",
    }
}

/// A day in a sentence.
pub(super) fn day(day: jiff::civil::Date) -> String {
    date::shown(day).replace('\u{A0}', " ")
}

/// Keys as a manager finds them: “`aims` in statement.yaml”.
fn places(keys: &[String]) -> String {
    let place = |key: &String| {
        // What is rated is a key of the regulator’s, and the same thing to whoever looks for it.
        let key = if key.starts_with("home.rating.each") { "home.rating" } else { key.as_str() };
        let (file, rest) = key.split_once('.').unwrap_or((key, ""));
        let file = file.replace('_', "-");
        let of = if FOLDERS.contains(&file.as_str()) { format!("the folder {file}") } else { format!("{file}.yaml") };
        if rest.is_empty() { of } else { format!("`{rest}` in {of}") }
    };
    let mut places: Vec<String> = keys.iter().map(place).collect();
    places.dedup();
    page::and(&places)
}

/// The changes for a person at a terminal.
#[must_use]
pub fn text(said: &Changes<'_>) -> String {
    let sent = day(said.kept.day);
    let mut out = format!("{}: the Statement of Purpose as sent on {sent}, and as it is now\n", said.now.home);
    if said.changes.is_empty() {
        out.push_str("\nNothing is different.\n");
        return out;
    }
    let (mut part, mut under) = (None, None);
    for change in said.changes {
        if part != Some(&change.part) {
            out.push_str(&format!("\n{}\n", change.title));
            (part, under) = (Some(&change.part), None);
        }
        if under != Some(&change.under) {
            out.push('\n');
            wrapped(&mut out, "  ", change.under.as_deref().unwrap_or("At its beginning"));
            under = Some(&change.under);
        }
        out.push('\n');
        match (&change.was, &change.now) {
            (Some(words), Some(_)) if change.is_a_move() => wrapped(&mut out, "  Moved: ", &quoted(words)),
            (was, now) => {
                for (sign, words) in [("  Then: ", was), ("  Now: ", now)] {
                    if let Some(words) = words {
                        wrapped(&mut out, sign, &quoted(words));
                    }
                }
            }
        }
        if !change.is_of_words() {
            wrapped(&mut out, "  ", &format!("About {}.", places(&change.keys)));
        }
        wrapped(&mut out, "  ", &said.touches(change));
    }
    out.push_str(&format!("\n{}\n", said.in_short()));
    if let Some(same) = same(said) {
        wrapped(&mut out, "", &format!("Nothing is different in: {same}."));
    }
    out.push('\n');
    said.telling().iter().for_each(|sentence| wrapped(&mut out, "", sentence));
    out
}

fn quoted(words: &str) -> String {
    format!("“{words}”")
}

/// The titles of the parts in which nothing is different; none where there is no such part.
fn same(said: &Changes<'_>) -> Option<String> {
    let is_same = |part: &&super::Part| said.changes.iter().all(|change| change.part != part.id);
    let titles: Vec<&str> = said.now.parts.iter().filter(is_same).map(super::Part::title).collect();
    (!titles.is_empty()).then(|| titles.join("; "))
}

/// The changes as a page to attach to the notice: for whoever is told, so it says nothing of how the home's files are kept.
///
/// # Errors
/// A fault of the theme's template.
pub fn page(said: &Changes<'_>, theme: &Theme) -> Result<String, Failure> {
    let sent = day(said.kept.day);
    let columns =
        ["Where it stands", &format!("As sent on {sent}"), "As it is now", "What it touches"].map(str::to_owned);
    let mut tables: Vec<Table> = Vec::new();
    for change in said.changes {
        if tables.last().is_none_or(|table| table.id != change.part) {
            tables.push(Table { id: change.part.clone(), heading: change.title.clone(), rows: Vec::new() });
        }
        let words = |words: &Option<String>| words.clone().unwrap_or_else(|| "–".to_owned());
        let row = [
            change.under.clone().unwrap_or_else(|| "At its beginning".to_owned()),
            words(&change.was),
            words(&change.now),
            said.touches(change),
        ];
        if let Some(table) = tables.last_mut() {
            table.rows.push(row.map(|cell| vec![cell]).to_vec());
        }
    }
    let mut facts = page::of_the_home(said.now, said.country);
    let version = |version: &Version| {
        let number = version.number.as_ref().map(|number| format!("version {number}"));
        let date = version.date.map(|date| format!("dated {}", day(date)));
        [number, date].into_iter().flatten().collect::<Vec<_>>().join(", ")
    };
    facts.push(("As it was sent", version(&said.kept.version)));
    facts.push(("As it is now", version(said.now)));
    let opening = match said.changes {
        [] => format!("Nothing in our Statement of Purpose is different from the text that we sent on {sent}."),
        _ => format!("This is what is different in our Statement of Purpose since the text that we sent on {sent}."),
    };
    let closing =
        same(said).filter(|_| !said.changes.is_empty()).map(|same| format!("Nothing is different in: {same}."));
    page::written(
        theme,
        &Page {
            title: "Changes to our Statement of Purpose",
            home: &said.now.home,
            opening: vec![opening],
            facts,
            columns: columns.to_vec(),
            tables,
            closing: closing.into_iter().collect(),
            tick: false,
        },
    )
}
