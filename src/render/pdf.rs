//! Sets a paper as an accessible PDF: PDF/UA-1 for people, PDF/A-3a for the archive.
//!
//! Comes from: `compose`, as a [`Paper`]; the look from `themes/…/pdf/*.typ` and `themes/…/fonts/`. Goes to: `disk::write`.
//! Only this file knows typst. The paper reaches the theme as data in `/document.json`, so that no word of it is ever read as
//! code, and no clock, file or network is within the theme's reach.

mod alarm;
mod last_page;
mod letters;
mod sides;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, OnceLock};

use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::limits::PAPER;
use crate::paper::Paper;
use crate::text::Audience;
use crate::theme::Files;
use crate::theme::faces::{is_font, steps_in};

/// The file of the theme that every paper begins with.
const MAIN: &str = "pdf/paper.typ";

/// The largest print on a sheet for the wall, in points: larger, and a line holds too few words.
const LARGEST_ON_A_WALL: u8 = 96;

/// Where the theme finds the paper. Always the same path, because typst never forgets a path it has met.
const DOCUMENT: &str = "document.json";

/// Where it finds how the paper is set this time.
const SETTING: &str = "setting.json";

/// Sets papers in one theme. Threads can share it.
pub struct Engine {
    shelf: Arc<Shelf>,
    /// The files of the typefaces that step in, by their paths.
    more: Files,
    /// The shelf with these too, made when a paper has a letter that the usual typefaces have not got.
    full: OnceLock<Result<Arc<Shelf>, String>>,
}

/// A finished paper.
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// What all papers of a theme share: typst's own library, the fonts and the theme's files.
#[derive(Clone)]
struct Shelf {
    typst_library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: BTreeMap<String, Source>,
    main: FileId,
}

/// One paper and what it is set with: all that typst can see.
struct Desk {
    shelf: Arc<Shelf>,
    document: Bytes,
    /// How it is set this time: how much air is between its parts.
    setting: Bytes,
    /// Whether it is a resident's: then nothing that typst says of it is passed on but the place in the theme.
    personal: bool,
}

impl Engine {
    /// Makes ready to set papers in the look of a theme, from the theme's files by path (`pdf/paper.typ`, `fonts/….ttf`).
    ///
    /// # Errors
    /// A sentence that says which file of the theme is missing or cannot be read.
    pub fn new(files: &Files) -> Result<Self, String> {
        let sources = sources(files)?;
        let main = match sources.get(MAIN) {
            Some(main) => main.id(),
            None => return Err(format!("the theme has no {MAIN}, so no paper can be set")),
        };
        let usual = fonts(files.iter().filter(|(path, _)| !steps_in(path)))?;
        if usual.is_empty() {
            return Err("the theme has no font (.ttf or .otf) in its fonts folder".to_owned());
        }
        let more = files.iter().filter(|(path, _)| steps_in(path) && is_font(path));
        let more = more.map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
        // A table's first column heads its row. Typst can only say so with this extra.
        let library = Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build();
        let (typst_library, book) = (LazyHash::new(library), book(&usual));
        let shelf = Shelf { typst_library, book, fonts: usual, sources, main };
        Ok(Self { shelf: Arc::new(shelf), more, full: OnceLock::new() })
    }

    /// The shelf for a paper: the one with every typeface where the usual ones have not got a letter of it.
    fn shelf(&self, personal: bool, document: &str) -> Result<Arc<Shelf>, String> {
        if letters::covered(personal, document, &self.shelf.fonts).is_ok() {
            return Ok(Arc::clone(&self.shelf));
        }
        let full = self.full.get_or_init(|| {
            let mut all = self.shelf.fonts.clone();
            all.extend(fonts(self.more.iter())?);
            Ok(Arc::new(Shelf { book: book(&all), fonts: all, ..Shelf::clone(&self.shelf) }))
        });
        let full = Arc::clone(full.as_ref().map_err(Clone::clone)?);
        letters::covered(personal, document, &full.fonts)?;
        Ok(full)
    }

    /// Sets a paper for the wall in the largest print in which it takes no more sheets than in the smallest that its form allows,
    /// and says which that is. Most take one.
    ///
    /// # Errors
    /// A sentence that says what stood in the way.
    pub fn fit<A: Audience>(&self, paper: &Paper<A>) -> Result<(Pdf, u8), String> {
        let at = |points: u8| {
            let paper = Paper { format: paper.format.at(points), ..paper.clone() };
            self.set(&paper).map(|pdf| (pdf, points))
        };
        let smallest = paper.format.points;
        let mut best = at(smallest)?;
        let sheets = best.0.pages;
        let (mut fits, mut too_large) = (smallest, LARGEST_ON_A_WALL.max(smallest) + 2);
        while too_large - fits > 2 {
            let middle = fits + (too_large - fits) / 4 * 2;
            let tried = at(middle.max(fits + 2))?;
            if tried.0.pages <= sheets {
                fits = tried.1;
                best = tried;
            } else {
                too_large = tried.1;
            }
        }
        Ok(best)
    }

    /// Sets a paper. The same paper and theme give the same bytes on any machine and on any day.
    ///
    /// # Errors
    /// A sentence that says what stood in the way. It never quotes the paper's words, which may be personal.
    pub fn set<A: Audience>(&self, paper: &Paper<A>) -> Result<Pdf, String> {
        let set = match self.well_ended(paper) {
            // Whether it is long depends on how many pages it has, and that on whether it is long: now and then typst turns
            // round in that, and warns of it. Then it is set as a long one. A warning of anything else comes again.
            Err(Unset::Warned(_)) if paper.long.is_none() => {
                self.well_ended(&Paper { long: Some(true), ..paper.clone() })
            }
            set => set,
        };
        set.map_err(Unset::why)
    }

    /// Sets a paper with the air between its parts that fills its last page well; with the usual where none does.
    fn well_ended<A: Audience>(&self, paper: &Paper<A>) -> Result<Pdf, Unset> {
        let usual = self.laid_out(paper, last_page::USUAL)?;
        if usual.ends_well() {
            return usual.written();
        }
        let mut others = last_page::others(&usual.pages).into_iter().filter_map(|air| self.laid_out(paper, air).ok());
        others.find(Laid::ends_well).unwrap_or(usual).written()
    }

    /// Lays a paper out, with so much air between its parts.
    fn laid_out<A: Audience>(&self, paper: &Paper<A>, air: f64) -> Result<Laid, Unset> {
        let document = letters::document(paper).map_err(Unset::Failed)?;
        // With all its marks a paper has a few times as many letters as are read.
        if PAPER.is_passed_by(document.len() / 8) {
            return Err(Unset::Failed(PAPER.said.to_owned()));
        }
        let faces = self.shelf(A::PERSONAL, &document).map_err(Unset::Failed)?;
        let setting = Bytes::from_string(format!("{{\"air\": {air}}}"));
        let desk = Desk { shelf: faces, document: Bytes::from_string(document), setting, personal: A::PERSONAL };
        // A long paper is laid out up to nine times, and each time leaves as much behind: without this, packs of 240 residents took
        // 2.3 GB.
        forget(KEPT);
        let format = &paper.format;
        let ident =
            format!("{}/{}/{}/{}/{}", paper.home, paper.document.id, format.points, format.typeface, format.ground);
        let pages = alarm::quietly(A::PERSONAL, || desk.pages()).unwrap_or_else(|why| Err(Unset::Failed(why)))?;
        Ok(Laid { desk, ident, pages })
    }
}

/// A paper laid out on its pages.
struct Laid {
    desk: Desk,
    /// What its file is told from others by.
    ident: String,
    pages: PagedDocument,
}

impl Laid {
    fn ends_well(&self) -> bool {
        last_page::is_enough(&self.pages)
    }

    /// Writes the file.
    fn written(self) -> Result<Pdf, Unset> {
        let Self { desk, ident, pages } = self;
        let options = options(ident).map_err(Unset::Failed)?;
        let write = || {
            let written = typst_pdf::pdf(&pages, &options);
            written.map_err(|errors| Unset::Failed(desk.sentence(&errors, "typst could not set this")))
        };
        let bytes = alarm::quietly(desk.personal, write).unwrap_or_else(|why| Err(Unset::Failed(why)))?;
        Ok(Pdf { bytes, pages: pages.pages().len() })
    }
}

/// Why a paper was not set, in a sentence.
enum Unset {
    /// It was laid out, and typst warned that a page of it may be wrong.
    Warned(String),
    /// It could not be laid out or written.
    Failed(String),
}

impl Unset {
    fn why(self) -> String {
        match self {
            Unset::Warned(why) | Unset::Failed(why) => why,
        }
    }
}

/// Of how many layouts back typst remembers what it worked out. What every paper uses, such as the files of the theme, is remembered as
/// long as papers are set.
const KEPT: usize = 3;

/// Lets go of what typst remembers and has not used for this many layouts. After the last one memory is free again.
pub fn forget(layouts: usize) {
    typst::comemo::evict(layouts);
}

impl Desk {
    /// Lays the paper out.
    fn pages(&self) -> Result<PagedDocument, Unset> {
        let Warned { output, warnings } = typst::compile::<PagedDocument>(self);
        let pages = output.map_err(|errors| Unset::Failed(self.sentence(&errors, "typst could not set this")))?;
        // A warning is a page that may be wrong: a font that is not there, a page number that would not settle.
        if !warnings.is_empty() {
            return Err(Unset::Warned(self.sentence(&warnings, "typst was not sure how to set this")));
        }
        Ok(pages)
    }

    /// What typst has to say, as one sentence a trouble, each with its place in the theme. `of_a_resident` is said in the place of
    /// typst's words where they may quote a resident's.
    fn sentence(&self, troubles: &[SourceDiagnostic], of_a_resident: &str) -> String {
        let mut out = String::new();
        for trouble in troubles {
            if !out.is_empty() {
                out.push_str("; ");
            }
            out.push_str(&self.place(trouble));
            if self.personal {
                out.push_str(of_a_resident);
                continue;
            }
            out.push_str(&trouble.message);
            for hint in &trouble.hints {
                let _ = write!(out, " ({})", hint.v);
            }
        }
        out
    }

    /// “pdf/paper.typ:12:3: ”, or nothing where typst names no place.
    fn place(&self, trouble: &SourceDiagnostic) -> String {
        let source = trouble.span.id().and_then(|id| self.source(id).ok());
        let at = source.as_ref().zip(self.range(trouble.span));
        at.and_then(|(source, range)| {
            let (line, column) = source.lines().byte_to_line_column(range.start)?;
            Some(format!("{}:{}:{}: ", name(source.id()), line + 1, column + 1))
        })
        .unwrap_or_default()
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.shelf.typst_library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shelf.book
    }

    fn main(&self) -> FileId {
        self.shelf.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shelf.sources.get(name(id)).cloned().ok_or_else(|| FileError::NotFound(name(id).into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if name(id) == DOCUMENT {
            return Ok(self.document.clone());
        }
        if name(id) == SETTING {
            return Ok(self.setting.clone());
        }
        self.source(id).map(|source| Bytes::from_string(source.text().to_owned()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shelf.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The path of a file within the theme; of a file in a package nothing, so that none is found.
fn name(id: FileId) -> &'static str {
    match id.get().root() {
        VirtualRoot::Project => id.get().vpath().get_without_slash(),
        VirtualRoot::Package(_) => "",
    }
}

/// Whether a file is of one of these kinds.
fn ends(path: &str, kinds: &[&str]) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| kinds.iter().any(|kind| end.eq_ignore_ascii_case(kind)))
}

/// The theme's layout files, ready parsed.
fn sources(files: &Files) -> Result<BTreeMap<String, Source>, String> {
    let mut sources = BTreeMap::new();
    for (path, bytes) in files.iter().filter(|(path, _)| ends(path, &["typ"])) {
        let text = std::str::from_utf8(bytes).map_err(|_| format!("the theme's {path} is not text in UTF-8"))?;
        let place =
            VirtualPath::new(path).map_err(|_| format!("the theme's {path} has a path that no press can read"))?;
        let id = RootedPath::new(VirtualRoot::Project, place).intern();
        sources.insert(path.clone(), Source::new(id, text.to_owned()));
    }
    Ok(sources)
}

/// The fonts in some files.
fn fonts<'a>(files: impl Iterator<Item = (&'a String, &'a Cow<'static, [u8]>)>) -> Result<Vec<Font>, String> {
    let mut fonts = Vec::new();
    for (path, bytes) in files.filter(|(path, _)| is_font(path)) {
        let before = fonts.len();
        fonts.extend(Font::iter(Bytes::new(bytes.clone())));
        if fonts.len() == before {
            return Err(format!("the theme's {path} is not a font that can be read"));
        }
    }
    Ok(fonts)
}

/// What typst knows of some fonts.
fn book(fonts: &[Font]) -> LazyHash<FontBook> {
    LazyHash::new(FontBook::from_fonts(fonts))
}

/// How every file is written: for people who listen, for the archive, and the same every time.
fn options(ident: String) -> Result<PdfOptions, String> {
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1]);
    Ok(PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some("homepack".to_owned())),
        timestamp: None,
        page_ranges: None,
        standards: standards.map_err(|trouble| trouble.message().to_string())?,
        tagged: true,
        pretty: false,
    })
}

#[cfg(test)]
mod tests;
