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
mod word;
mod xml;
mod zipped;

use camino::Utf8Path;

use crate::prose::Prose;

/// The endings of files that can be read.
pub const ENDINGS: [&str; 8] = ["md", "markdown", "txt", "html", "htm", "docx", "odt", "pdf"];

/// What is said of a file whose parts stand within one another too deep to follow.
const NESTED: &str = "Some of it stands inside too many other parts, such as tables within tables, and was not read.";

/// Why a statement could not be read, with what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// There is nothing in it.
    #[error("there are no words in this file.\nCheck that it is the right one.")]
    Empty,
    /// Letters in another encoding.
    #[error(
        "its letters are not in UTF-8, so some would come out wrong.\nOpen it, choose “Save as”, and pick UTF-8 as the encoding."
    )]
    Encoding,
    /// A format that is no longer made, or belongs to one program.
    #[error(
        "it is {what}, which homepack does not read.\nOpen it, choose “Save as” or “Export”, and save it as Word (.docx)."
    )]
    Format {
        /// What it is, with its article.
        what: &'static str,
    },
    /// None of the kinds there are.
    #[error(
        "it is not a document that homepack knows.\nIt reads Word (.docx), OpenDocument (.odt), PDF, web pages (.html), Markdown (.md) and plain text (.txt)."
    )]
    Unknown,
    /// A document locked with a password.
    #[error("it has a password.\nOpen it, take the password off, save a copy, and try again with the copy.")]
    Password,
    /// A PDF in which there is nothing to read.
    #[error(
        "there are no words in this PDF: it has a password or is a scan.\nUse the document it was made from, or save a copy without the password."
    )]
    NoWords,
    /// It ends too soon, or bytes of it are lost.
    #[error(
        "it is damaged or was cut short.\nOpen it in the program it was made with and save it again, or ask for a new copy."
    )]
    Damaged,
    /// More than any statement has.
    #[error(
        "there is far more in it than in any statement.\nCheck that it is the right file. If it is, save the words alone in a new document."
    )]
    TooLarge,
    /// A document that would make the program fetch or repeat things.
    #[error(
        "it holds instructions for programs that no statement needs.\nSave it again as Word (.docx), and check where it came from."
    )]
    Instructions,
}

/// Reads a statement.
///
/// # Errors
/// Where none of it can be read. Where only some of it cannot, [`Prose::unread`] says so.
pub fn statement(path: &Utf8Path, bytes: &[u8]) -> Result<Prose, Unreadable> {
    let ending = path.extension().unwrap_or_default().to_lowercase();
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped::read(path, &ending, bytes);
    }
    if bytes[..bytes.len().min(1024)].windows(5).any(|start| start == b"%PDF-") {
        return pdf::read(path, bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(zipped::old_office(bytes));
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(Unreadable::Format { what: "a rich text file (.rtf)" });
    }
    written(path, &ending, bytes)
}

/// A file of letters.
fn written(path: &Utf8Path, ending: &str, bytes: &[u8]) -> Result<Prose, Unreadable> {
    let known = ENDINGS[..5].contains(&ending) || ending.is_empty();
    match ending {
        "docx" | "odt" | "pdf" if !bytes.is_empty() => return Err(Unreadable::Damaged),
        "doc" => return Err(Unreadable::Format { what: "an old Word file (.doc)" }),
        "pages" => return Err(Unreadable::Format { what: "a Pages file" }),
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
