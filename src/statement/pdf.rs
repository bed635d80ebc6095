//! A statement in PDF: the words as they stand on its pages, put together again into lines and paragraphs.
//!
//! Comes from: the bytes of a file. Goes to: [`Prose`], place by page. A PDF knows where letters are printed and little else, so
//! paragraphs are told by gaps and marks. Running heads, feet and the numbers of pages are left out.

mod font;
mod lines;
mod page;
mod paragraphs;
mod sound;
mod weight;

use camino::Utf8Path;
use lopdf::{Document, Error, LoadOptions};

use self::page::Fonts;
use super::passages::Passages;
use super::unreadable::Unreadable;
use crate::limits::{PDF_DRAWINGS, PDF_PAGES};
use crate::prose::Prose;

/// How many pages that could not be read are named.
const NAMED: usize = 10;

pub(super) fn read(path: &Utf8Path, bytes: &[u8]) -> Result<Prose, Unreadable> {
    if weight::is_too_large(bytes) {
        return Err(Unreadable::TooLarge);
    }
    let options = LoadOptions { max_decompressed_size: Some(weight::PART), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(|error| match error {
        Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_) => Unreadable::Password,
        Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => Unreadable::TooLarge,
        _ => Unreadable::Damaged,
    })?;
    if document.is_encrypted() {
        return Err(Unreadable::Password);
    }
    let ids: Vec<_> = document.page_iter().take(PDF_PAGES.most + 1).collect();
    let mut fonts = Fonts::new();
    let mut left = PDF_DRAWINGS.most;
    let (mut pages, mut lost) = (Vec::new(), Vec::new());
    for (id, number) in ids.iter().take(PDF_PAGES.most).zip(1..) {
        let page = page::read(&document, *id, &mut fonts, &mut left);
        if page.lost || (page.runs.is_empty() && page.pictures) {
            lost.push(number);
        }
        pages.push(lines::lines(page.runs, number));
    }
    let mut passages = Passages::new(path);
    paragraphs::read(lines::without_running(pages), &mut passages);
    passages.end();
    if passages.is_empty() {
        return Err(if ids.is_empty() { Unreadable::Damaged } else { Unreadable::NoWords });
    }
    if !lost.is_empty() {
        passages.unread(which(&lost));
    }
    if PDF_PAGES.is_passed_by(ids.len()) {
        passages.unread(format!("Only the first {} pages were read.", PDF_PAGES.most));
    }
    if document.xref_recovery.is_some() || ids.len() < count(&document) || !sound::is_sound(&document) {
        passages.unread(
            "The file is damaged or was cut short, and some of it may be missing or wrong. Ask for a new copy.",
        );
    }
    Ok(passages.finish(None))
}

/// How many pages the document says it has.
fn count(document: &Document) -> usize {
    let pages = document.catalog().and_then(|catalog| catalog.get_deref(b"Pages", document));
    let count = pages.and_then(|pages| pages.as_dict()?.get_deref(b"Count", document)?.as_i64());
    count.ok().and_then(|count| usize::try_from(count).ok()).unwrap_or(0)
}

/// Says which pages were not read, or not all of them.
fn which(pages: &[u32]) -> String {
    let mut all: Vec<String> = pages.iter().take(NAMED).map(u32::to_string).collect();
    if pages.len() > NAMED {
        all.push(format!("{} more", pages.len() - NAMED));
    }
    match all.as_slice() {
        [page] => format!("On page {page} are words that could not be read: it may be a scan or a picture."),
        [first @ .., last] => format!(
            "On pages {} and {last} are words that could not be read: they may be scans or pictures.",
            first.join(", ")
        ),
        [] => String::new(),
    }
}
