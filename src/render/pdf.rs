//! Sets a paper as an accessible PDF: PDF/UA-1 for people, PDF/A-3a for the archive.
//!
//! Comes from: `compose`, as a [`Paper`]; the look from `themes/…/pdf/*.typ` and `themes/…/fonts/`. Goes to: `disk::write`.
//! Only this file knows typst. The paper reaches the theme as data in `/document.json`, so that no word of it is ever read as
//! code, and no clock, file or network is within the theme's reach.

mod alarm;
mod letters;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::paper::Paper;
use crate::text::Audience;

/// The file of the theme that every paper begins with.
const MAIN: &str = "pdf/paper.typ";

/// Where the theme finds the paper. Always the same path, because typst never forgets a path it has met.
const DOCUMENT: &str = "document.json";

/// Sets papers in one theme. Threads can share it.
pub struct Engine {
    shelf: Arc<Shelf>,
}

/// A finished paper.
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// What all papers of a theme share: typst's own library, the fonts and the theme's files.
struct Shelf {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: BTreeMap<String, Source>,
    main: FileId,
}

/// One paper and what it is set with: all that typst can see.
struct Desk {
    shelf: Arc<Shelf>,
    document: Bytes,
}

impl Engine {
    /// Makes ready to set papers in the look of a theme, from the theme's files by path (`pdf/paper.typ`, `fonts/….ttf`).
    ///
    /// # Errors
    /// A sentence that says which file of the theme is missing or cannot be read.
    pub fn new(files: &BTreeMap<String, Vec<u8>>) -> Result<Self, String> {
        let sources = sources(files)?;
        let main = match sources.get(MAIN) {
            Some(main) => main.id(),
            None => return Err(format!("the theme has no {MAIN}, so no paper can be set")),
        };
        let fonts = fonts(files)?;
        let mut book = FontBook::new();
        for font in &fonts {
            book.push(font.info().clone());
        }
        // A table's first column heads its row. Typst can only say so with this extra.
        let library = Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build();
        let shelf = Shelf { library: LazyHash::new(library), book: LazyHash::new(book), fonts, sources, main };
        Ok(Self { shelf: Arc::new(shelf) })
    }

    /// Sets a paper. The same paper and theme give the same bytes on any machine and on any day.
    ///
    /// # Errors
    /// A sentence that says what stood in the way. It never quotes the paper's words, which may be personal.
    pub fn set<A: Audience>(&self, paper: &Paper<A>) -> Result<Pdf, String> {
        let document = letters::document(paper)?;
        letters::covered(&document, &self.shelf.fonts)?;
        let desk = Desk { shelf: Arc::clone(&self.shelf), document: Bytes::from_string(document) };
        let ident = format!("{}/{}/{}", paper.home, paper.document.id, paper.edition.name());
        alarm::quietly(|| desk.print(ident)).unwrap_or_else(Err)
    }
}

/// Lets go of what typst remembers of papers set more than `batches` calls ago. Call it between batches: memory stays level.
pub fn forget(batches: usize) {
    typst::comemo::evict(batches);
}

impl Desk {
    /// Lays the paper out and writes the file.
    fn print(&self, ident: String) -> Result<Pdf, String> {
        let Warned { output, warnings } = typst::compile::<PagedDocument>(self);
        let pages = output.map_err(|errors| self.sentence(&errors))?;
        // A warning is a page that may be wrong: a font that is not there, a page number that would not settle.
        if !warnings.is_empty() {
            return Err(self.sentence(&warnings));
        }
        let bytes = typst_pdf::pdf(&pages, &options(ident)?).map_err(|errors| self.sentence(&errors))?;
        Ok(Pdf { bytes, pages: pages.pages().len() })
    }

    /// What typst has to say, as one sentence a trouble, each with its place in the theme.
    fn sentence(&self, troubles: &[SourceDiagnostic]) -> String {
        let mut out = String::new();
        for trouble in troubles {
            if !out.is_empty() {
                out.push_str("; ");
            }
            out.push_str(&self.place(trouble));
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
        &self.shelf.library
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
fn sources(files: &BTreeMap<String, Vec<u8>>) -> Result<BTreeMap<String, Source>, String> {
    let mut sources = BTreeMap::new();
    for (path, bytes) in files.iter().filter(|(path, _)| ends(path, &["typ"])) {
        let text = std::str::from_utf8(bytes).map_err(|_| format!("the theme's {path} is not text in UTF-8"))?;
        let place = VirtualPath::new(path).map_err(|_| format!("the theme's {path} has a path that cannot be used"))?;
        let id = RootedPath::new(VirtualRoot::Project, place).intern();
        sources.insert(path.clone(), Source::new(id, text.to_owned()));
    }
    Ok(sources)
}

/// The theme's fonts.
fn fonts(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<Font>, String> {
    let mut fonts = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| ends(path, &["ttf", "otf"])) {
        let before = fonts.len();
        fonts.extend(Font::iter(Bytes::new(bytes.clone())));
        if fonts.len() == before {
            return Err(format!("the theme's {path} is not a font that can be read"));
        }
    }
    if fonts.is_empty() {
        return Err("the theme has no font (.ttf or .otf) in its fonts folder".to_owned());
    }
    Ok(fonts)
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
mod tests {
    use rayon::prelude::*;

    use super::*;
    use crate::document::{Block, Contact, Document, Fact, Inline, Panel, PhoneLine, Rating, Section, Target, Words};
    use crate::paper::{Edition, Labels};
    use crate::text::Public;

    /// A file of the plain theme.
    macro_rules! file {
        ($path:literal) => {
            ($path.to_owned(), include_bytes!(concat!("../../themes/plain/", $path)).to_vec())
        };
    }

    fn theme() -> BTreeMap<String, Vec<u8>> {
        BTreeMap::from([
            file!("pdf/paper.typ"),
            file!("pdf/measures.typ"),
            file!("pdf/words.typ"),
            file!("pdf/whole.typ"),
            file!("pdf/blocks.typ"),
            file!("pdf/facts.typ"),
            file!("pdf/table.typ"),
            file!("pdf/card.typ"),
            file!("pdf/section.typ"),
            file!("fonts/atkinson-hyperlegible-next-regular.ttf"),
            file!("fonts/atkinson-hyperlegible-next-bold.ttf"),
        ])
    }

    const SUMMARY: &str = "How to tell us, and who else to tell.";

    fn engine() -> Engine {
        Engine::new(&theme()).expect("the plain theme is complete")
    }

    fn words(text: &str) -> Vec<Inline<Public>> {
        vec![Inline::Words(Words::new(text.to_owned(), None))]
    }

    fn link(to: Target, text: &str) -> Vec<Inline<Public>> {
        vec![Inline::Link { to, words: words(text) }]
    }

    fn paragraph(text: &str) -> Block<Public> {
        Block::Paragraph { words: words(text) }
    }

    fn fact(label: &str, value: &str) -> Fact<Public> {
        Fact { label: words(label), value: vec![paragraph(value)] }
    }

    fn section(
        heading: &str,
        panel: Panel,
        blocks: Vec<Block<Public>>,
        sections: Vec<Section<Public>>,
    ) -> Section<Public> {
        Section { anchor: heading.to_lowercase(), heading: words(heading), panel, blocks, sections }
    }

    fn paper(edition: Edition, blocks: Vec<Block<Public>>, sections: Vec<Section<Public>>) -> Paper<Public> {
        let title = words("If you are unhappy");
        Paper {
            document: Document { id: "complaints".into(), title, summary: SUMMARY.into(), blocks, sections },
            edition,
            home: "Quillmere House".into(),
            cover: vec![paragraph("For everybody who lives here, and those who are on their side.")],
            draft: Some("Draft".into()),
            footer: "If you are unhappy, 1\u{a0}October\u{a0}2026".into(),
            author: "Quillmere House".into(),
            date: (2026, 10, 1),
            accent: "#1f4d3a".into(),
            ground: "#ffffff".into(),
            labels: Labels {
                contents: "What is in this paper".into(),
                page: "Page".into(),
                of: "of".into(),
                step: "Step".into(),
            },
        }
    }

    fn ombudsman() -> Block<Public> {
        let number = link(Target::Phone { number: "+443000610614".into() }, "0300\u{a0}061\u{a0}0614");
        Block::Contact(Contact {
            id: "ombudsman".into(),
            name: words("The ombudsman"),
            about: vec![paragraph("They look at what we have not put right.")],
            phones: vec![PhoneLine { label: words("By day"), number }],
            facts: vec![fact("When", "Monday to Friday")],
        })
    }

    fn rooms() -> Block<Public> {
        let row = |cells: [&str; 3]| cells.map(words).to_vec();
        let rows = vec![row(["Wren", "£1,145", "A door to the garden"]), row(["Larch", "£990", ""])];
        Block::Table { columns: row(["Room", "A week", "What it has"]), rows }
    }

    fn rating() -> Block<Public> {
        let questions = vec![fact("Is it safe?", "Good")];
        Block::Rating(Rating {
            overall: words("Good"),
            blocks: vec![paragraph("Given on 14\u{a0}May\u{a0}2025.")],
            questions,
        })
    }

    fn addresses() -> Block<Public> {
        let long = format!("https://www.example.org/{}/self-funding?and=more", "averylongname".repeat(12));
        let targets = [
            Target::Page { id: "visiting".into(), anchor: String::new() },
            Target::Paper { file: "papers/visiting-large-print.pdf".into() },
            Target::Email { address: "hello@quillmere-house.example".into() },
            Target::Phone { number: "+441632960123".into() },
            Target::Web { address: long },
            Target::Web { address: "ftp://example.org".into() },
        ];
        let mut all: Vec<_> = targets.into_iter().flat_map(|to| link(to, "Read more")).collect();
        all.push(Inline::Break);
        all.push(Inline::Strong { words: words("self-funding, 9am–5pm") });
        Block::Paragraph { words: all }
    }

    fn picture() -> Block<Public> {
        Block::Picture { file: "door.jpg".into(), description: words("The front door"), caption: words("Our door") }
    }

    /// Every kind of block, with every kind inside it that can be.
    fn everything(depth: u8) -> Vec<Block<Public>> {
        let inner = |block: Block<Public>| if depth == 0 { vec![block] } else { everything(depth - 1) };
        vec![
            paragraph("Tell anybody."),
            Block::List { points: vec![inner(paragraph("A point.")), vec![paragraph("Another.")]] },
            Block::Steps { steps: vec![inner(paragraph("You tell us.")), vec![paragraph("We answer.")]] },
            Block::Facts {
                facts: vec![Fact { label: words("Who"), value: inner(paragraph("Us.")) }, fact("When", "Today")],
            },
            rooms(),
            ombudsman(),
            rating(),
            Block::Quote { blocks: inner(paragraph("They listened.")), by: words("Mr\u{a0}Adeyemi") },
            addresses(),
            picture(),
        ]
    }

    fn full(edition: Edition) -> Paper<Public> {
        let deep = section("Four down", Panel::Plain, everything(0), vec![]);
        let deep = section("Three down", Panel::Plain, everything(0), vec![deep]);
        let mut sections = vec![section("Two down", Panel::Plain, everything(1), vec![deep])];
        for (name, panel) in Panel::SPELLINGS {
            let within = section(&format!("Within {name}"), panel, everything(0), vec![]);
            sections.push(section(name, panel, everything(0), vec![within]));
        }
        paper(edition, everything(1), sections)
    }

    fn holds(pdf: &Pdf, text: &str) -> bool {
        pdf.bytes.windows(text.len()).any(|window| window == text.as_bytes())
    }

    #[test]
    fn every_kind_of_block_can_be_set_in_every_edition() {
        let engine = engine();
        let pages: Vec<usize> =
            Edition::ALL.iter().map(|edition| engine.set(&full(*edition)).expect("it sets").pages).collect();
        assert!(pages[0] > 4 && pages[0] < pages[1] && pages[1] < pages[2], "larger print takes more pages: {pages:?}");
    }

    #[test]
    fn the_file_says_which_standards_it_keeps_whose_it_is_and_from_when() {
        let pdf = engine().set(&paper(Edition::Large, everything(0), vec![])).expect("it sets");
        assert!(holds(&pdf, "<pdfuaid:part>1<"));
        assert!(holds(&pdf, "<pdfaid:part>3<") && holds(&pdf, "<pdfaid:conformance>A<"));
        assert!(holds(&pdf, ">If you are unhappy, Quillmere House<"));
        assert!(holds(&pdf, &format!(">{SUMMARY}<")));
        assert!(holds(&pdf, ">en-GB<"));
        assert!(holds(&pdf, "2026-10-01"));
    }

    #[test]
    fn the_same_paper_gives_the_same_bytes_on_every_thread_and_after_forgetting() {
        let engine = engine();
        let paper =
            paper(Edition::Clear, everything(0), vec![section("Who to tell", Panel::Right, everything(0), vec![])]);
        let first = engine.set(&paper).expect("it sets").bytes;
        let others: Vec<_> = (0..4).into_par_iter().map(|_| engine.set(&paper).expect("it sets").bytes).collect();
        forget(0);
        let later = self::engine().set(&paper).expect("it sets").bytes;
        assert!(others.iter().chain([&later]).all(|bytes| *bytes == first));
    }

    #[test]
    fn typst_code_in_a_value_is_printed_and_not_run() {
        let code = "#panic(\"run\") #pagebreak() #include \"/document.json\" *a* $x$ @b <c> [d] \\ // e";
        let mut paper = paper(Edition::Clear, vec![paragraph(code)], vec![section(code, Panel::Right, vec![], vec![])]);
        paper.document.title = words("#(1+1)#pagebreak()");
        paper.footer = code.into();
        let pdf = engine().set(&paper).expect("nothing of it is run");
        assert_eq!(pdf.pages, 1);
        assert!(holds(&pdf, "#(1+1)#pagebreak()"));
    }

    #[test]
    fn letters_that_nobody_sees_and_control_characters_do_no_harm() {
        let text = "co\u{ad}op\u{202e}er\u{200b}ate\u{0}\n\t\u{2011}\u{feff}now";
        let seen = paper(Edition::Clear, vec![paragraph("cooperate   -now")], vec![]);
        let unseen = paper(Edition::Clear, vec![paragraph(text)], vec![]);
        let engine = engine();
        assert!(engine.set(&seen).expect("it sets").bytes == engine.set(&unseen).expect("it sets").bytes);
    }

    #[test]
    fn a_letter_that_no_font_has_is_named_without_its_sentence() {
        let paper = paper(Edition::Clear, vec![paragraph("Mrs 山田 likes tea.")], vec![]);
        let told = engine().set(&paper).err().expect("no such letter");
        assert!(told.contains("“山” (U+5C71)") && !told.contains("tea"), "{told}");
    }

    #[test]
    fn a_theme_that_lacks_something_says_what() {
        let without = |path: &str| {
            let mut files = theme();
            files.retain(|name, _| !name.starts_with(path));
            Engine::new(&files).err()
        };
        assert_eq!(without("pdf/paper").as_deref(), Some("the theme has no pdf/paper.typ, so no paper can be set"));
        assert_eq!(without("fonts").as_deref(), Some("the theme has no font (.ttf or .otf) in its fonts folder"));
    }

    #[test]
    fn a_mistake_in_a_theme_is_told_with_its_place() {
        let mut files = theme();
        files.insert("pdf/paper.typ".into(), b"= A heading\n#let x = (1 +\n".to_vec());
        let told =
            Engine::new(&files).and_then(|engine| engine.set(&full(Edition::Clear))).err().expect("the theme is wrong");
        assert!(told.starts_with("pdf/paper.typ:2:"), "{told}");
    }

    #[test]
    fn a_theme_reaches_no_clock_and_no_file_but_its_own() {
        let reaches = [
            ("#read(\"/etc/passwd\")", "not found"),
            ("#datetime.today()", "date"),
            ("#import \"@preview/a:1.0.0\"", "not found"),
        ];
        for (reach, told) in reaches {
            let mut files = theme();
            files.insert("pdf/paper.typ".into(), reach.as_bytes().to_vec());
            let refused =
                Engine::new(&files).and_then(|engine| engine.set(&full(Edition::Clear))).err().expect("out of reach");
            assert!(refused.contains(told), "{refused}");
        }
    }

    #[test]
    fn a_day_that_is_not_in_the_calendar_is_a_sentence_and_not_a_fault() {
        let mut paper = full(Edition::Clear);
        paper.date = (2026, 2, 30);
        assert!(engine().set(&paper).is_err());
    }
}
