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
    let (mut pages, mut lost, mut too_much) = (Vec::new(), Vec::new(), Vec::new());
    for (id, number) in ids.iter().take(PDF_PAGES.most).zip(1..) {
        let page = page::read(&document, *id, &mut fonts, &mut left);
        if page.too_much {
            too_much.push(number);
        } else if page.lost || (page.runs.is_empty() && page.pictures) {
            lost.push(number);
        }
        pages.push(lines::lines(page.runs, number));
    }
    let mut passages = Passages::new(path);
    paragraphs::read(lines::without_running(pages), &mut passages);
    passages.end();
    if passages.is_empty() {
        return Err(match (ids.is_empty(), too_much.is_empty()) {
            (true, _) => Unreadable::Damaged,
            (false, true) => Unreadable::NoWords,
            (false, false) => Unreadable::TooLarge,
        });
    }
    for told in unreadable(&lost).into_iter().chain(beyond(&too_much)) {
        passages.unread(told);
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

/// Says which pages hold words that could not be read; nothing where all could.
fn unreadable(pages: &[u32]) -> Option<String> {
    let why = if pages.len() == 1 { "it may be a scan or a picture" } else { "they may be scans or pictures" };
    named(pages).map(|pages| format!("On {pages} are words that could not be read: {why}."))
}

/// Says which pages hold more than is read of any; nothing where none does.
fn beyond(pages: &[u32]) -> Option<String> {
    named(pages).map(|pages| format!("On {pages} is far more than in any statement, and not all of it was read."))
}

/// Pages as a sentence names them: “page 3”, “pages 1, 2 and 5”; nothing where there is none.
fn named(pages: &[u32]) -> Option<String> {
    let mut all: Vec<String> = pages.iter().take(NAMED).map(u32::to_string).collect();
    if pages.len() > NAMED {
        all.push(format!("{} more", pages.len() - NAMED));
    }
    match all.as_slice() {
        [page] => Some(format!("page {page}")),
        [first @ .., last] => Some(format!("pages {} and {last}", first.join(", "))),
        [] => None,
    }
}
