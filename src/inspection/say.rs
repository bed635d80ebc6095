//! An inspection as a person reads it on the screen, and as a program reads it, a line each.

use std::num::NonZeroUsize;

use serde::Serialize;

use super::{FIRST, Inspection, Kind, Point, Spot};
use crate::severity::Severity;
use crate::text::wrapped::wrapped;

/// A home's points for a person: the first ten, or all.
#[must_use]
pub fn text(inspection: &Inspection, all: bool) -> String {
    let mut out = format!("{}\n", inspection.home);
    // Numbers to ring are one piece of work: in short they are counted, and the list says each.
    let (numbers, points): (Vec<&Point>, Vec<&Point>) =
        inspection.points.iter().partition(|point| !all && point.kind == Kind::Number);
    if !all && points.len() > FIRST {
        out.push_str(&format!("The {FIRST} things that matter most:\n"));
    }
    for point in points.iter().take(if all { usize::MAX } else { FIRST }) {
        out.push('\n');
        point_in_words(point, &mut out);
    }
    if let Some(count) = NonZeroUsize::new(numbers.len()) {
        let said = match count.get() {
            1 => "The number of one contact is left out until somebody has rung it.".to_owned(),
            many => format!("The numbers of {many} contacts are left out until somebody has rung them."),
        };
        out.push('\n');
        wrapped(&mut out, "", &said);
    }
    if all && !inspection.links.is_empty() {
        out.push_str("\nYour pages lead to these. homepack opens none of them: look whether each is still right.\n\n");
        for link in &inspection.links {
            let place = link.place.as_ref().map_or_else(|| link.page.clone(), placed);
            out.push_str(&format!("- {}\n  {place}\n", link.address));
        }
    }
    if all && !inspection.by_hand.is_empty() {
        out.push_str("\nNo file can show these. Somebody in the home sees to them:\n");
        for duty in &inspection.by_hand {
            out.push('\n');
            wrapped(&mut out, "- ", &format!("{} ({})", duty.asks, duty.id));
            wrapped(&mut out, "  ", &duty.write);
        }
    }
    out.push_str(&format!("\n{}\n", counted(inspection, all)));
    out
}

/// How much of what shows something is quoted.
const QUOTED: usize = 3;
/// The most letters of one quotation.
const LETTERS: usize = 110;

/// What research asks of a home that is personal, and what this home's files show of it.
#[must_use]
pub fn personal(inspection: &Inspection) -> String {
    let mut out = format!(
        "{}\nHow personal is it? What research asks, and what your files show. No number here is a mark.\n",
        inspection.home
    );
    for one in &inspection.personal {
        out.push('\n');
        wrapped(&mut out, "", &format!("{} ({})", one.asks, one.id));
        wrapped(&mut out, "  Asked by: ", &one.source);
        for shown in one.shown.iter().take(QUOTED) {
            let words: String = shown.words.chars().take(LETTERS).collect();
            let dots = if words.len() < shown.words.len() { " …" } else { "" };
            wrapped(&mut out, "  - ", &format!("“{words}{dots}” ({})", placed(&shown.place)));
        }
        match one.shown.len().saturating_sub(QUOTED) {
            0 => {}
            more => wrapped(&mut out, "  ", &format!("and {more} more.")),
        }
        if one.few || one.shown.is_empty() {
            let said = if one.shown.is_empty() { "Nothing in your files shows it yet." } else { "That is little." };
            wrapped(&mut out, "  ", &format!("{said} {}", one.write));
        }
    }
    out
}

/// A point: what it is, where, what to write, who asks.
fn point_in_words(point: &Point, out: &mut String) {
    let duty = point.duty.as_ref().map(|duty| format!(" ({duty})")).unwrap_or_default();
    let end = if point.says.ends_with(['.', '?', '!', '…']) { "" } else { "." };
    let says = if point.kind == Kind::Duty {
        format!("not said yet: {}", in_a_sentence(&point.says))
    } else {
        point.says.clone()
    };
    wrapped(out, &format!("{}: ", point.severity.name()), &format!("{says}{end}{duty}"));
    out.push_str(&format!("  {}\n", placed(&point.place)));
    wrapped(out, "  ", &point.write);
    if let Some(source) = &point.source {
        wrapped(out, "  Asked for by: ", source);
    }
}

/// A sentence as it stands behind other words: it begins with a small letter, unless it begins with initials.
pub(super) fn in_a_sentence(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(letters).collect(),
        _ => sentence.to_owned(),
    }
}

/// A place as editors and terminals open it.
pub(super) fn placed(place: &Spot) -> String {
    match place.line {
        0 if place.path.ends_with('/') => format!("{}: a new file in this folder", place.path),
        0 => format!("{}: a new file", place.path),
        line => format!("{}:{line}:{}", place.path, place.column),
    }
}

/// How many points some homes have, by how much they matter: “2 errors, 1 warning, 0 hints”.
#[must_use]
pub fn counts(inspections: &[Inspection]) -> String {
    let kinds = [Severity::Error, Severity::Warning, Severity::Hint];
    let counted = kinds.map(|severity| {
        let count: usize = inspections.iter().map(|one| one.count(severity)).sum();
        format!("{count} {}{}", severity.name(), if count == 1 { "" } else { "s" })
    });
    counted.join(", ")
}

/// How many there are, and how to see the rest.
fn counted(inspection: &Inspection, all: bool) -> String {
    let mut out = format!("{}: {}.", inspection.home, counts(std::slice::from_ref(inspection)));
    if !inspection.whole {
        out.push_str(" What this home leaves unsaid can be looked at when its files can be read.");
    } else if !all && (inspection.points.len() > FIRST || !inspection.by_hand.is_empty()) {
        let by_hand = match inspection.by_hand.len() {
            0 => String::new(),
            1 => " and the one that no file can show".to_owned(),
            many => format!(" and the {many} that no file can show"),
        };
        out.push_str(&format!(" With --all you see every one{by_hand}."));
    }
    out
}

/// A line for a program.
#[derive(Serialize)]
struct ForPrograms<'a> {
    home: &'a str,
    severity: &'static str,
    id: Option<&'a str>,
    file: &'a str,
    line: Option<u32>,
    column: Option<u32>,
    says: &'a str,
    write: &'a str,
    source: Option<&'a str>,
}

/// Every point of a home, each as one line of JSON.
///
/// # Errors
/// None that a point could bring about: it is words and numbers.
pub fn json(inspection: &Inspection) -> Result<String, serde_json::Error> {
    let mut out = String::new();
    for point in &inspection.points {
        let there = point.place.line > 0;
        let told = ForPrograms {
            home: &inspection.home,
            severity: point.severity.name(),
            id: point.duty.as_deref(),
            file: &point.place.path,
            line: there.then_some(point.place.line),
            column: there.then_some(point.place.column),
            says: &point.says,
            write: &point.write,
            source: point.source.as_deref(),
        };
        out.push_str(&serde_json::to_string(&told)?);
        out.push('\n');
    }
    Ok(out)
}
