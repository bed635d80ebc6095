//! Every format that homepack makes, an entry each: what it is called, what it makes, how its files end, who checks them.

use super::format::{Each, FileFormat, Makes, Tools};
use super::website::{self, Site};
use super::{PaperFile, Rendered, epub, text};
use crate::compose::pack::BOOK;
use crate::failure::Failure;
use crate::paper::{Measure, Paper};
use crate::text::{Audience, Personal, Public};

/// Every format. A new one is a file of its own in this folder and an entry here.
pub static FORMATS: [&FileFormat; 4] = [&WEBSITE, &PDF, &EPUB, &TEXT];

/// The website of a home.
pub static WEBSITE: FileFormat = FileFormat {
    name: "website",
    label: "Website",
    ending: website::ENDING,
    about: "Every page, with its photographs, its style and what a host and search engines read. No script, nothing from anybody else.",
    makes: &[Makes::Website(pages)],
    folder: Some("website"),
    checks: &["tests/build", "tests/browser"],
};

/// Papers as PDFs.
pub static PDF: FileFormat = FileFormat {
    name: "pdf",
    label: "PDF",
    ending: "pdf",
    about: "Every paper in each form it comes in, and the papers of packs in the reader’s own print: tagged, to read or to print.",
    makes: &[Makes::Paper(Each::Form, set), Makes::Pack(set)],
    folder: Some("pdf"),
    checks: &["src/render/pdf/tests.rs", "tests/pdf"],
};

/// Papers as books for a device.
pub static EPUB: FileFormat = FileFormat {
    name: "epub",
    label: "EPUB",
    ending: epub::ENDING,
    about: "Every paper, and the book of a pack, for a phone, a tablet or an e-reader: whoever reads it sets the print for themselves.",
    makes: &[Makes::Paper(Each::Paper, bound), Makes::Pack(bound_book)],
    folder: Some("epub"),
    checks: &["tests/epub.rs", "tests/epub"],
};

/// Papers as plain text.
pub static TEXT: FileFormat = FileFormat {
    name: "text",
    label: "Plain text",
    ending: "txt",
    about: "The papers of packs, for email, for screen readers, for whoever writes them in braille or reads them aloud.",
    makes: &[Makes::Pack(letters)],
    folder: None,
    checks: &["tests/packs.rs"],
};

fn pages(site: Site<'_>, tools: &Tools) -> Result<Vec<Rendered<Public>>, Failure> {
    website::render(site, &tools.look)
}

fn set<A: Audience>(tools: &Tools, file: &str, paper: &Paper<A>) -> Result<Option<PaperFile>, Failure> {
    tools.press.set(file, paper)
}

fn bound<A: Audience>(tools: &Tools, file: &str, paper: &Paper<A>) -> Result<Option<PaperFile>, Failure> {
    // A sheet for the wall is for the wall.
    if paper.format.wall { Ok(None) } else { tools.binder.bind(file, paper).map(Some) }
}

/// Of a pack its book alone: the sheets are for the wall, the bag and the hand.
fn bound_book(tools: &Tools, file: &str, paper: &Paper<Personal>) -> Result<Option<PaperFile>, Failure> {
    if paper.document.id.rsplit_once('-').is_some_and(|(_, id)| id == BOOK) {
        bound(tools, file, paper)
    } else {
        Ok(None)
    }
}

#[expect(clippy::unnecessary_wraps, reason = "other formats may have no file, or fail")]
fn letters(_: &Tools, _: &str, paper: &Paper<Personal>) -> Result<Option<PaperFile>, Failure> {
    let bytes = text::text(paper).into_bytes();
    let measure = Measure { points: None, pages: None, bytes: bytes.len() };
    Ok(Some(PaperFile { bytes, measure }))
}
