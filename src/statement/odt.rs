//! A statement from an office program that writes open documents (.odt).
//!
//! Comes from: the parts of a zip. Goes to: [`Prose`], place by heading and paragraph. Deleted words, comments and tables of contents
//! are not read; notes, headers, footers and text boxes are read last.

mod walker;

use std::collections::BTreeSet;

use camino::Utf8Path;

use self::walker::{Locked, Styles, Walker};
use super::passages::Passages;
use super::unreadable::Unreadable;
use super::xml;
use super::zipped::Parts;
use crate::prose::{Part, Prose};

pub(super) fn read(path: &Utf8Path, parts: &mut Parts) -> Result<Prose, Unreadable> {
    let mut locked = Locked::default();
    if let Ok(Some(manifest)) = parts.part("META-INF/manifest.xml") {
        // A damaged list of parts says nothing about the words.
        let _ = xml::walk(&manifest, &mut locked);
    }
    if locked.0 {
        return Err(Unreadable::Password);
    }
    let mut passages = Passages::new(path);
    let mut styles = Styles::default();
    let shared = parts.part("styles.xml");
    let style_part_read = match &shared {
        Ok(Some(part)) => xml::walk(part, &mut styles).is_ok(),
        // Every program writes one: without it, it is lost.
        Ok(None) | Err(_) => false,
    };
    let body = parts.part("content.xml")?.ok_or(Unreadable::Damaged)?;
    let end = xml::walk(&body, &mut Walker::new(&mut passages, &mut styles, "body"));
    xml::ended(end, &mut passages)?;
    passages.end();
    if let Ok(Some(part)) = &shared {
        let before = passages.asides().len();
        passages.enter(Part::Aside);
        let _ = xml::walk(part, &mut Walker::new(&mut passages, &mut styles, "master-styles"));
        while passages.is_within() {
            passages.leave();
        }
        once(&mut passages, before);
    }
    if !style_part_read {
        passages.unread("Its headers, footers and styles could not be read: that part of the document is damaged.");
    }
    if passages.is_empty() { Err(Unreadable::Empty) } else { Ok(passages.finish(None)) }
}

/// The same header on every kind of page is read once.
fn once(passages: &mut Passages, before: usize) {
    let asides = passages.asides();
    let mut known = BTreeSet::new();
    let fresh = asides.split_off(before);
    asides.extend(fresh.into_iter().filter(|passage| known.insert(passage.text.clone())));
}
