//! A statement that a home already has, in whatever it was written in, into running text for the linter.
//!
//! Comes from: the bytes of a file. Goes to: [`Prose`]. What the file is shows in its first bytes; its ending decides only between
//! kinds of letters. A file that cannot be read is answered with what to do about it.

mod html;
mod markdown;
mod odt;
mod passages;
mod pdf;
mod plain;
mod unreadable;
mod word;
mod xml;
mod zipped;

use camino::Utf8Path;

pub use self::unreadable::Unreadable;
use self::zipped::Parts;
use crate::limits::STATEMENT_LETTERS;
use crate::prose::Prose;

/// The endings of files that can be read.
pub const ENDINGS: [&str; 11] = ["md", "markdown", "txt", "html", "htm", "docx", "docm", "dotx", "dotm", "odt", "pdf"];
/// The endings of documents that cannot be read, and that somebody may take for a statement all the same.
pub const UNREAD_ENDINGS: [&str; 10] = ["doc", "dot", "rtf", "pages", "wpd", "wps", "ott", "fodt", "sxw", "epub"];

/// Reads a statement.
///
/// # Errors
/// Where none of it can be read. Where only some of it cannot, [`Prose::unread`] says so.
pub fn statement(path: &Utf8Path, bytes: &[u8]) -> Result<Prose, Unreadable> {
    let ending = path.extension().unwrap_or_default().to_lowercase();
    if is_packed(bytes) {
        return packed(path, &ending, bytes);
    }
    if is_pdf(bytes) {
        return pdf::read(path, bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(zipped::old_office(bytes));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(Unreadable::Format { what: "a rich text file (.rtf)".into() });
    }
    written(path, &ending, bytes)
}

/// Whether a file is packed or drawn by another program: a Word file, an ODT, a PDF. What it takes to read one does not show in its
/// length.
#[must_use]
pub fn is_foreign(bytes: &[u8]) -> bool {
    is_packed(bytes) || is_pdf(bytes)
}

fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

fn is_pdf(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(1024)].windows(5).any(|start| start == b"%PDF-")
}

/// A document that is a zip of parts.
fn packed(path: &Utf8Path, ending: &str, bytes: &[u8]) -> Result<Prose, Unreadable> {
    let mut parts = Parts::of(bytes)?;
    if parts.has("[Content_Types].xml") && !parts.has("xl/workbook.xml") && !parts.has("ppt/presentation.xml") {
        return word::read(path, &mut parts);
    }
    if parts.has("content.xml") {
        return odt::read(path, &mut parts);
    }
    if ending == "pages" || parts.has("Index/Document.iwa") || parts.has("Index.zip") {
        return Err(Unreadable::Format { what: "a Pages file".into() });
    }
    if matches!(ending, "docx" | "docm" | "dotx" | "dotm" | "odt") {
        Err(Unreadable::Damaged)
    } else {
        Err(Unreadable::Unknown)
    }
}

/// A file of letters.
fn written(path: &Utf8Path, ending: &str, bytes: &[u8]) -> Result<Prose, Unreadable> {
    let known = ENDINGS[..5].contains(&ending) || ending.is_empty();
    match ending {
        "docx" | "docm" | "dotx" | "dotm" | "odt" | "pdf" if !bytes.is_empty() => return Err(Unreadable::Damaged),
        "doc" => return Err(Unreadable::Format { what: "an old Word file (.doc)".into() }),
        "pages" => return Err(Unreadable::Format { what: "a Pages file".into() }),
        _ => {}
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(Unreadable::Encoding);
    }
    let letters = match std::str::from_utf8(bytes) {
        Ok(letters) if !letters.contains('\0') => letters,
        _ if known => return Err(Unreadable::Encoding),
        _ => return Err(Unreadable::Unknown),
    };
    if letters.trim_start_matches('\u{FEFF}').trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    if STATEMENT_LETTERS.is_passed_by(letters.len()) {
        return Err(Unreadable::TooLarge);
    }
    match ending {
        "html" | "htm" => Ok(html::read(path, letters.to_owned())),
        "txt" => Ok(plain::read(path, letters.to_owned())),
        _ if !known => Err(Unreadable::Unknown),
        "" if looks_like_html(letters) => Ok(html::read(path, letters.to_owned())),
        _ => Ok(markdown::read(path, letters.to_owned())),
    }
}

/// Whether letters without an ending are a web page.
fn looks_like_html(letters: &str) -> bool {
    const BEGINNINGS: [&str; 12] = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<main",
        "<article",
        "<section",
        "<div",
        "<h1",
        "<h2",
        "<p>",
        "<p ",
    ];
    let mut start: String = letters.trim_start_matches('\u{FEFF}').trim_start().chars().take(16).collect();
    start.make_ascii_lowercase();
    BEGINNINGS.iter().any(|beginning| start.starts_with(beginning)) || start.starts_with("<?xml")
}
