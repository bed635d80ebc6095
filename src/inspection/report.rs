//! An inspection as a paper for a team: what matters most, everything by subject, where pages lead to, what no file can show.
//!
//! Comes from: [`Inspection`], through `words/check/report.md`. Goes to: `render`, as one page of HTML or as large print.

use std::collections::BTreeMap;

use serde::Serialize;

use super::say::placed;
use super::{FIRST, Inspection, Kind, Point};
use crate::document::{Block, Document, Panel, Section, letters};
use crate::failure::Failure;
use crate::home::date::shown;
use crate::keys::{self, Subject};
use crate::make::Workshop;
use crate::paper::{Form, Paper};
use crate::severity::Severity;
use crate::text::Public;
use crate::words::markdown::{self, Surroundings};
use crate::words::{Filling, Mark, Unsaid};

/// The words of the report.
const WORDS: &str = "check/report.md";

/// A point as the words say it.
#[derive(Debug, Clone, Serialize)]
struct Said {
    severity: &'static str,
    says: String,
    write: String,
    place: String,
    source: Option<String>,
}

/// Some points of one subject.
#[derive(Debug, Serialize)]
struct Under {
    title: String,
    points: Vec<Said>,
}

/// The report on some homes, in large print.
///
/// # Errors
/// A fault of our own words or lists.
pub fn report(workshop: &Workshop, inspections: &[Inspection]) -> Result<Paper<Public>, Failure> {
    let subjects = keys::subjects()?;
    let each = inspections.iter().map(|one| document(workshop, one, &subjects)).collect::<Result<Vec<_>, _>>()?;
    let label = |name: &str| workshop.theme.label(name).to_owned();
    let document = match <[_; 1]>::try_from(each) {
        Ok([one]) => one,
        Err(each) => joined(workshop, each)?,
    };
    let format = workshop.theme.format(Form::Large);
    let title = letters(&document.title);
    let paper = Paper::of(document, format, workshop.theme.labels_on_paper("contents"), workshop.today);
    Ok(Paper {
        name: title,
        home: label("for_the_team"),
        footer: label("for_the_team"),
        author: "homepack".to_owned(),
        // A paper to talk over begins on its first page.
        long: Some(false),
        ..paper
    })
}

/// The report on one home.
fn document(workshop: &Workshop, one: &Inspection, subjects: &[Subject]) -> Result<Document<Public>, Failure> {
    let mut filling = Filling::new();
    filling.say("home", &one.called);
    filling.say("today", &shown(workshop.today));
    filling.say("whole", &one.whole);
    filling.say("errors", &one.count(Severity::Error));
    filling.say("warnings", &one.count(Severity::Warning));
    filling.say("hints", &one.count(Severity::Hint));
    filling.say("points", &one.points.len());
    // Where there are few, they stand under their subjects alone.
    let first = if one.points.len() > FIRST { FIRST } else { 0 };
    filling.say("first", &one.points.iter().take(first).map(said).collect::<Vec<_>>());
    filling.say("subjects", &by_subject(&one.points, subjects));
    let links = one.links.iter().map(|link| {
        serde_json::json!({ "address": link.address, "place": link.place.as_ref().map_or_else(|| link.page.clone(), placed) })
    });
    filling.say("links", &links.collect::<Vec<_>>());
    let by_hand = one.by_hand.iter().map(|duty| serde_json::json!({ "asks": duty.asks, "write": spoken(&duty.write) }));
    filling.say("by_hand", &by_hand.collect::<Vec<_>>());
    read(workshop, &one.home, &filling)
}

fn read(workshop: &Workshop, id: &str, filling: &Filling) -> Result<Document<Public>, Failure> {
    let around = Surroundings { resolve: &stands_for, pages: &[], file: None };
    let words = workshop.phrases.say(WORDS, filling);
    let read = words.and_then(|words| markdown::document(id, &words, around));
    read.map(|(document, _)| document).map_err(|unsaid| workshop.phrases.failure(&unsaid))
}

/// What a mark in the words stands for: the report shows no part of a home.
fn stands_for(_: &Mark) -> Result<Vec<Block<Public>>, Unsaid> {
    Err(Unsaid::new("the report for a team knows no part of a home to show here"))
}

/// Several homes in one report, each a main part.
fn joined(workshop: &Workshop, each: Vec<Document<Public>>) -> Result<Document<Public>, Failure> {
    let sections = each.into_iter().map(|mut one| {
        one.sections.iter_mut().for_each(|section| prefix(section, &one.id));
        let (anchor, heading) = (one.id, one.title);
        Section { anchor, heading, panel: Panel::Plain, blocks: one.blocks, sections: one.sections }
    });
    let sections = sections.collect();
    let title = workshop.theme.label("for_the_team");
    let around = Surroundings { resolve: &stands_for, pages: &[], file: None };
    let read = markdown::document("check", &format!("# {title}\n"), around);
    let (document, _) = read.map_err(|unsaid| workshop.phrases.failure(&unsaid))?;
    Ok(Document { sections, ..document })
}

/// Anchors of different homes differ in one document.
fn prefix(section: &mut Section<Public>, home: &str) {
    section.anchor = format!("{home}-{}", section.anchor);
    section.sections.iter_mut().for_each(|section| prefix(section, home));
}

fn said(point: &Point) -> Said {
    let says = match point.kind {
        Kind::Duty => format!("Not said yet: {}", super::say::in_a_sentence(&point.says)),
        _ => upper_first(&point.says),
    };
    let end = if says.ends_with(['.', '?', '!', '…']) { "" } else { "." };
    Said {
        severity: point.severity.name(),
        says: format!("{}{end}", spoken(&says)),
        write: spoken(&point.write),
        place: placed(&point.place),
        source: point.source.clone(),
    }
}

/// The points of each subject, in the order in which a home that begins is asked about them.
fn by_subject(points: &[Point], subjects: &[Subject]) -> Vec<Under> {
    let order = |point: &Point| {
        let at = subjects.iter().position(|subject| is_about(&point.place.path, &subject.file));
        at.map_or_else(|| (subjects.len(), point.place.path.clone()), |at| (at, String::new()))
    };
    let mut parts: BTreeMap<(usize, String), Vec<Said>> = BTreeMap::new();
    for point in points {
        parts.entry(order(point)).or_default().push(said(point));
    }
    let title = |at: usize, path: String| subjects.get(at).map_or(path, |subject| subject.title.clone());
    parts.into_iter().map(|((at, path), points)| Under { title: title(at, path), points }).collect()
}

/// Whether a path is a file of a kind: `rooms.yaml`, or one in the folder of `services/*.yaml`.
fn is_about(path: &str, kind: &str) -> bool {
    let (folder, name) = kind.split_once("/*").unwrap_or(("", kind));
    if folder.is_empty() {
        return path.rsplit('/').next() == Some(name);
    }
    path.ends_with(&format!("/{folder}/")) || path.rsplit('/').nth(1) == Some(folder)
}

/// Keys in quotation marks, as a person reads them, and not as a terminal marks them.
fn spoken(words: &str) -> String {
    let parts: Vec<&str> = words.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return words.to_owned();
    }
    let marked = |(at, part): (usize, &&str)| if at % 2 == 1 { format!("“{part}”") } else { (*part).to_owned() };
    parts.iter().enumerate().map(marked).collect()
}

fn upper_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_stands_under_the_subject_of_its_file() {
        assert!(
            is_about("content/rowan/rooms.yaml", "rooms.yaml")
                && !is_about("content/rowan/bedrooms.yaml", "rooms.yaml")
        );
        assert!(is_about("content/rowan/services/", "services/*.yaml"));
        assert!(is_about("content/contacts/cqc.yaml", "contacts/*.yaml"));
        assert_eq!(spoken("Write `ages` in home.yaml, with `from`."), "Write “ages” in home.yaml, with “from”.");
        assert_eq!(spoken("one ` alone"), "one ` alone");
    }
}
