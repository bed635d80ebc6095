//! A statement from Word (.docx), as somebody sees it with all changes accepted.
//!
//! Comes from: the parts of a zip. Goes to: [`Prose`](crate::prose::Prose), place by heading and paragraph. Deleted words, the codes
//! of fields, comments and tables of contents are not read; notes, headers, footers and text boxes are read last.

mod styles;
mod walker;

use std::collections::BTreeSet;

use camino::Utf8Path;

use self::styles::{Numbers, Styles};
use self::walker::Walker;
use super::passages::Passages;
use super::unreadable::Unreadable;
use super::xml;
use super::zipped::Parts;
use crate::limits::STATEMENT;
use crate::prose::{Part, Prose};

pub(super) fn read(path: &Utf8Path, parts: &mut Parts) -> Result<Prose, Unreadable> {
    let names = parts.names();
    let main = main_part(parts, &names);
    let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let mut passages = Passages::new(path);
    let styles: Styles = aid(parts, &format!("{folder}styles.xml"), &mut passages);
    let numbers: Numbers = aid(parts, &format!("{folder}numbering.xml"), &mut passages);
    let body = parts.part(&main)?.ok_or(Unreadable::Damaged)?;
    let mut walker = Walker::new(&mut passages, &styles, &numbers);
    let end = xml::walk(&body, &mut walker);
    passages.end();
    drop(body);
    xml::ended(end, &mut passages)?;
    let mut known: BTreeSet<String> = passages.asides().iter().map(|passage| passage.text.clone()).collect();
    for name in names.iter().filter(|name| is_beside(name, &folder)) {
        beside(parts, name, &mut passages, (&styles, &numbers), &mut known);
        if parts.is_full() || passages.is_full() {
            break;
        }
    }
    if !missing(parts, &names).is_empty() {
        passages.unread("Some of its notes, headers or footers are not in the file: it is damaged.");
    }
    if passages.is_empty() { Err(Unreadable::Empty) } else { Ok(passages.finish(None)) }
}

/// The name of the part with the words: programs choose it, and say which it is.
fn main_part(parts: &mut Parts, names: &[String]) -> String {
    let usual = "word/document.xml".to_owned();
    if names.contains(&usual) {
        return usual;
    }
    let mut found = styles::Main::default();
    if let Ok(Some(part)) = parts.part("_rels/.rels") {
        let _ = xml::walk(&part, &mut found);
    }
    found.name.unwrap_or(usual)
}

/// The parts with words that the document says it has, and has not.
fn missing(parts: &mut Parts, names: &[String]) -> Vec<String> {
    let mut listed = styles::Listed::default();
    if let Ok(Some(part)) = parts.part("[Content_Types].xml") {
        let _ = xml::walk(&part, &mut listed);
    }
    let there: BTreeSet<&String> = names.iter().collect();
    listed.names.retain(|name| !there.contains(name));
    listed.names
}

/// A part that helps to read the others. Without it they are still read, as well as can be.
fn aid<T: Default + xml::Walk>(parts: &mut Parts, name: &str, passages: &mut Passages) -> T {
    let mut aid = T::default();
    let read = match parts.part(name) {
        Ok(None) => Ok(()),
        Ok(Some(part)) => xml::walk(&part, &mut aid).map_err(drop),
        Err(_) => Err(()),
    };
    if read.is_err() {
        passages
            .unread("How its headings and lists are marked could not be read, so some may be taken for paragraphs.");
    }
    aid
}

/// Whether a part has words that stand beside the text.
fn is_beside(name: &str, folder: &str) -> bool {
    let Some(name) = name.strip_prefix(folder).and_then(|name| name.strip_suffix(".xml")) else { return false };
    let kind = name.trim_end_matches(|c: char| c.is_ascii_digit());
    matches!(kind, "header" | "footer" | "footnotes" | "endnotes")
}

/// Reads a part that stands beside the text. The same header on every page is read once: `known` holds what was read so far.
fn beside(
    parts: &mut Parts,
    name: &str,
    passages: &mut Passages,
    (styles, numbers): (&Styles, &Numbers),
    known: &mut BTreeSet<String>,
) {
    let before = passages.asides().len();
    passages.enter(Part::Aside);
    let read = match parts.part(name) {
        Ok(Some(part)) => xml::walk(&part, &mut Walker::new(passages, styles, numbers)).is_ok(),
        Ok(None) => true,
        Err(_) => false,
    };
    while passages.is_within() {
        passages.leave();
    }
    if parts.is_full() {
        passages.unread(STATEMENT.said);
    } else if !read {
        let what = if name.contains("notes") { "notes" } else { "headers and footers" };
        passages.unread(format!("Some of its {what} could not be read: that part of the document is damaged."));
    }
    let asides = passages.asides();
    if !name.contains("notes") {
        let fresh = asides.split_off(before).into_iter().filter(|passage| !known.contains(&passage.text));
        asides.extend(fresh);
    }
    known.extend(asides[before..].iter().map(|passage| passage.text.clone()));
}
