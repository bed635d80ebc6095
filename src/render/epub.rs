//! A paper as an EPUB 3 book: whoever reads it sets the size of print, the typeface and the colours on their own device.
//!
//! Comes from: `compose`, as a [`Paper`]; what stands around the words from `themes/…/epub/`. Goes to: `disk`. A book is a zip of XHTML
//! files with a list of them. The same paper gives the same bytes: every file in it has the same date, the earliest a zip can hold.

use std::io::{Cursor, Write as _};

use serde::Serialize;
use sha2::{Digest as _, Sha256};
use tera::{Context, Tera};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::PaperFile;
use super::markup::{self, Around, Spelling};
use crate::document::{Document, Section, all_letters};
use crate::failure::Failure;
use crate::paper::{Measure, Paper};
use crate::text::Audience;
use crate::theme::Theme;

/// The ending of its files.
pub const ENDING: &str = "epub";

/// What every book begins with, so that it is known for one from its first bytes.
const KIND: &[u8] = b"application/epub+zip";

/// The folder of the theme that it comes from.
const FOLDER: &str = "epub/";

/// Binds papers into books in the look of a theme. Threads can share it.
pub struct Binder {
    tera: Tera,
    /// The style, as it stands in the theme.
    style: String,
    /// The typefaces that the style names, each with its licence.
    files: Vec<Beside>,
}

/// A file that lies beside the words of every book.
#[derive(Serialize)]
struct Beside {
    path: String,
    kind: &'static str,
    #[serde(skip)]
    bytes: Vec<u8>,
}

/// A part of a paper in the contents list.
#[derive(Serialize)]
struct Part {
    anchor: String,
    heading: String,
    parts: Vec<Part>,
}

impl Binder {
    /// Reads what a theme has for books.
    ///
    /// # Errors
    /// Where a file of it is missing or is not a template.
    pub fn new(theme: &Theme) -> Result<Self, Failure> {
        let mut tera = Tera::new();
        tera.autoescape_on([".opf", ".xhtml", ".xml"]);
        let mut templates = Vec::new();
        for name in ["container.xml", "package.opf", "contents.xhtml", "words.xhtml"] {
            templates.push((name.to_owned(), theme.letters(&format!("{FOLDER}{name}"))?.to_owned()));
        }
        tera.add_raw_templates(templates).map_err(|error| failed(&error))?;
        let style = theme.letters(&format!("{FOLDER}style.css"))?.to_owned();
        let files = faces(theme, &style);
        Ok(Self { tera, style, files })
    }

    /// Binds a paper.
    ///
    /// # Errors
    /// A fault of the theme's templates. It names the template, and nothing of the paper's words.
    pub fn bind<A: Audience>(&self, file: &str, paper: &Paper<A>) -> Result<PaperFile, Failure> {
        let context = context(paper, &self.files);
        let filled = |template: &str| self.tera.render(template, &context).map_err(|error| failed(&error));
        let mut parts = vec![("META-INF/container.xml".to_owned(), filled("container.xml")?.into_bytes())];
        for name in ["package.opf", "contents.xhtml", "words.xhtml"] {
            parts.push((format!("book/{name}"), filled(name)?.into_bytes()));
        }
        parts.push(("book/style.css".to_owned(), self.style.clone().into_bytes()));
        parts.extend(self.files.iter().map(|file| (format!("book/{}", file.path), file.bytes.clone())));
        let bytes =
            zipped(&parts).map_err(|error| Failure::Document { document: file.to_owned(), why: error.to_string() })?;
        let measure = Measure { points: None, pages: None, bytes: bytes.len() };
        Ok(PaperFile { bytes, measure })
    }
}

/// What the templates know of a paper.
fn context<A: Audience>(paper: &Paper<A>, files: &[Beside]) -> Context {
    let (year, month, day) = paper.date;
    let document =
        Document { blocks: [paper.cover.clone(), paper.document.blocks.clone()].concat(), ..paper.document.clone() };
    let words = markup::body(&document, &Book(paper));
    let mut context = Context::new();
    context.insert("lang", paper.document.language.tag());
    context.insert("id", &identity(paper, &words));
    context.insert("name", &paper.name);
    context.insert("author", &paper.author);
    context.insert("home", &paper.home);
    context.insert("made_up", &paper.made_up);
    context.insert("title", &all_letters(&paper.document.title));
    context.insert("draft", &paper.draft);
    context.insert("labels", &paper.labels);
    context.insert("modified", &format!("{year:04}-{month:02}-{day:02}T00:00:00Z"));
    context.insert("drawings", &!paper.drawings.is_empty());
    context.insert("files", files);
    context.insert("parts", &parts(&document.sections, 2));
    context.insert("words", &words);
    context
}

/// What tells one book from every other: a device that holds two of the same takes one for the other, and neighbours' books have the same
/// name. The words are in it as a sum from which nobody can read them.
fn identity<A: Audience>(paper: &Paper<A>, words: &str) -> String {
    let sum = Sha256::digest(words.as_bytes());
    let short: Vec<String> = sum.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("homepack/{}/{}/{}", paper.home, paper.name, short.concat())
}

/// The contents list, so many levels deep.
fn parts<A: Audience>(sections: &[Section<A>], levels: u8) -> Vec<Part> {
    if levels == 0 {
        return Vec::new();
    }
    let part = |section: &Section<A>| Part {
        anchor: section.anchor.clone(),
        heading: all_letters(&section.heading),
        parts: parts(&section.sections, levels - 1),
    };
    sections.iter().map(part).collect()
}

/// What lies around the words of a book: nothing but its drawings. It leads to no page, because whoever reads it may be far from one.
struct Book<'a, A: Audience>(&'a Paper<A>);

impl<A: Audience> Around for Book<'_, A> {
    fn spelling(&self) -> Spelling {
        Spelling::Xml
    }

    fn drawing(&self, name: &str) -> Option<String> {
        self.0.drawings.get(name).cloned()
    }
}

/// The typefaces that a style names, with the licence of each.
fn faces(theme: &Theme, style: &str) -> Vec<Beside> {
    let named = |path: &&String| path.starts_with("fonts/") && style.contains(path.as_str());
    let fonts: Vec<&String> = theme.files.keys().filter(named).collect();
    let licence = |path: &&String| {
        let of = path.strip_prefix("fonts/LICENCE-").and_then(|name| name.strip_suffix(".txt"));
        of.is_some_and(|of| fonts.iter().any(|font| font["fonts/".len()..].starts_with(of)))
    };
    let licences = theme.files.keys().filter(licence);
    let beside = |path: &String, kind| Beside { path: path.clone(), kind, bytes: theme.files[path].to_vec() };
    let faces = fonts.iter().map(|path| beside(path, "font/ttf"));
    faces.chain(licences.map(|path| beside(path, "text/plain"))).collect()
}

/// A zip of some files, which begins with what kind it is.
fn zipped(parts: &[(String, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).unix_permissions(0o644);
    zip.start_file("mimetype", stored)?;
    zip.write_all(KIND)?;
    let packed = stored.compression_method(CompressionMethod::Deflated);
    for (path, bytes) in parts {
        zip.start_file(path.as_str(), packed)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// A fault of the theme's templates.
fn failed(error: &tera::Error) -> Failure {
    use std::error::Error;
    let cause = error.source().map(|cause| format!(": {cause}")).unwrap_or_default();
    Failure::Theme(format!("{FOLDER}{error}{cause}"))
}
