//! A format is data: one list says of each what it makes, how its files end, how a link describes them, and who checks them.
//!
//! `HOMEPACK_RENEW=1 cargo test --test formats` writes the table in `docs/formats.md` anew.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use camino::{Utf8Path, Utf8PathBuf};
use common::{composed, workshop};
use homepack::disk::Output;
use homepack::document::Document;
use homepack::failure::Failure;
use homepack::make::{self, Bench};
use homepack::paper::{MadePaper, Measure, Paper};
use homepack::read::{Content, Place};
use homepack::render::markup::{Around, Spelling, page};
use homepack::render::{Each, FORMATS, FileFormat, Makes, PaperFile, Tools, WEBSITE};
use homepack::text::Public;
use homepack::theme::Theme;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// A format that nobody has heard of: the number of sections of a paper.
static COUNT: FileFormat = FileFormat {
    name: "count",
    label: "A count",
    ending: "count",
    about: "How many parts each paper has.",
    makes: &[Makes::Paper(Each::Paper, counted)],
    folder: None,
    checks: &["tests/formats.rs"],
};

#[expect(clippy::unnecessary_wraps, reason = "a maker may fail; this one cannot")]
fn counted(_: &Tools, _: &str, paper: &Paper<Public>) -> Result<Option<PaperFile>, Failure> {
    let bytes = paper.document.sections.len().to_string().into_bytes();
    let measure = Measure { points: None, pages: None, bytes: bytes.len() };
    Ok(Some(PaperFile { bytes, measure }))
}

#[test]
fn every_format_says_all_there_is_to_know_of_it() {
    let theme = Theme::new(std::collections::BTreeMap::new()).expect("the plain theme is whole");
    let (mut names, mut endings) = (BTreeSet::new(), BTreeSet::new());
    for format in FORMATS {
        assert!(names.insert(format.name) && endings.insert(format.ending), "{} is there twice", format.name);
        assert!(!format.ending.starts_with('.') && format.file("fees") == format!("fees.{}", format.ending));
        assert!(format.about.ends_with('.') && !format.makes.is_empty(), "{} makes something", format.name);
        let folder = |folder: &str| theme.files.keys().any(|path| path.starts_with(&format!("{folder}/")));
        assert!(format.folder.is_none_or(folder), "{} has a folder in the plain theme", format.name);
        for check in format.checks {
            assert!(Path::new(check).exists(), "{check}, which checks {}, is not there", format.name);
        }
        let described = format.described(Measure { points: None, pages: None, bytes: 69_001 }, &theme);
        assert_eq!(described, format!("{}, 70\u{A0}KB", format.label));
    }
    let measure = Measure { points: Some(18), pages: Some(12), bytes: 310_000 };
    let pdf = FORMATS.iter().find(|format| format.ending == "pdf").expect("there are PDFs");
    assert_eq!(pdf.described(measure, &theme).replace('\u{A0}', " "), "PDF, 18 point, 12 pages, 310 KB");
}

#[test]
fn a_format_that_nobody_has_heard_of_is_made_linked_and_kept_like_any_other() {
    let mut content = Content::default();
    let home = "name: Rowan House\naddress:\n  lines: [1 Rowan Lane]\n  postcode: ZZ99 1AA\n";
    content.sources.add("rowan/home.yaml".into(), home);
    content.sources.add("rowan/visiting.yaml".into(), "any_time: yes\n");
    let (workshop, place) = (workshop(), &Place::new("rowan".into(), Vec::new()));
    let tools = Tools::new(&workshop.theme).expect("the plain theme is whole");
    let (known, findings) = workshop.read(&content, place);
    let known = known.unwrap_or_else(|| panic!("{findings:?}"));
    let bench = Bench { desk: workshop.desk(&known), sources: &content.sources, place };
    let made = make::home(&bench, &tools, &[&WEBSITE, &COUNT], Vec::new());
    assert!(made.is_whole(), "{:?} {:?}", made.findings, made.failure);
    let file = |path: &str| made.files.iter().flat_map(|made| &made.files).find(|file| file.path == path);
    assert!(file("website/papers/visiting.count").is_some(), "one file a paper, whatever prints it comes in");
    let page = String::from_utf8_lossy(&file("website/visiting.html").expect("a page").bytes).into_owned();
    assert!(page.contains("href=\"papers/visiting.count\"") && page.contains("(A count, 1\u{A0}KB)"), "{page}");

    let folder = tempfile::tempdir().expect("a folder");
    let out = Utf8PathBuf::try_from(folder.path().join("output")).expect("UTF-8");
    let output = Output::open(&out, Utf8Path::new("content")).expect("it is empty");
    output.home("rowan", &made.files, &made.papers, &[]).expect("it is written");
    assert_eq!(output.papers("rowan"), made.papers);
    output.home("rowan", &[], &made.papers, &[&COUNT]).expect("it is written");
    assert!(out.join("rowan/website/papers/visiting.count").exists(), "the format was kept");
    assert!(!out.join("rowan/website/visiting.html").exists(), "the website was not");
}

#[test]
fn a_list_from_before_there_were_formats_is_still_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = Utf8PathBuf::try_from(folder.path().join("output")).expect("UTF-8");
    let output = Output::open(&out, Utf8Path::new("content")).expect("it is empty");
    let list = r#"{"made":["website/index.html","website/papers/fees-clear-print.pdf"],"papers":[{"paper":"fees","title":"Fees",
        "form":"clear","points":14,"file":"papers/fees-clear-print.pdf","pages":3,"bytes":20000}]}"#;
    let files = [
        (".homepack.json", list),
        ("website/index.html", "<p>Welcome</p>"),
        ("website/papers/fees-clear-print.pdf", "%PDF-"),
    ];
    for (path, letters) in files {
        let path = out.join("rowan").join(path);
        fs_err::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs_err::write(path, letters).expect("written");
    }
    let pdf = FORMATS.into_iter().find(|format| format.ending == "pdf").expect("there are PDFs");
    let papers = output.papers("rowan");
    let [MadePaper { format, measure, .. }] = papers.as_slice() else { panic!("{papers:?}") };
    assert_eq!((format.as_str(), *measure), (pdf.name, Measure { points: Some(14), pages: Some(3), bytes: 20_000 }));
    output.home("rowan", &[], &papers, &[pdf]).expect("all of it is ours");
    assert!(out.join("rowan/website/papers/fees-clear-print.pdf").exists());
    assert!(!out.join("rowan/website/index.html").exists());
}

/// A book of pages in XML, in which everything there is has a place.
struct Book<'a>(&'a Theme);

impl Around for Book<'_> {
    fn spelling(&self) -> Spelling {
        Spelling::Xml
    }

    fn page(&self, id: &str, anchor: &str) -> Option<String> {
        Some(format!("{id}.xhtml#{anchor}"))
    }

    fn paper(&self, file: &str) -> Option<String> {
        Some(format!("https://example.org/?a=1&b=\"{file}\""))
    }

    fn drawing(&self, name: &str) -> Option<String> {
        self.0.letters(&format!("website/drawings/{name}.svg")).ok().map(str::to_owned)
    }

    fn picture(&self, file: &str) -> Option<Vec<(&'static str, String)>> {
        Some(vec![("src", file.to_owned())])
    }
}

/// The letters of some XML in the order in which they stand, those that stand for a picture with them, without white space.
fn letters_of(xml: &str) -> String {
    let xml = format!("<body>{xml}</body>");
    let mut reader = Reader::from_str(&xml);
    let mut out = String::new();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in:\n{xml}")) {
            Event::Text(words) => out.push_str(&words.xml10_content()),
            Event::GeneralRef(name) => {
                out.push_str(
                    quick_xml::escape::resolve_predefined_entity(&name.xml10_content()).expect("XML knows it"),
                );
            }
            Event::Start(element) | Event::Empty(element) => out.push_str(&instead(&element)),
            Event::Eof => return without_spaces(&out),
            _ => {}
        }
    }
}

/// What a picture says to somebody who does not see it.
fn instead(element: &BytesStart) -> String {
    let attributes = element.attributes().map(|attribute| attribute.expect("each is quoted, and there once"));
    let alt = attributes.filter(|attribute| attribute.key.local_name().as_ref() == "alt").last();
    alt.map_or_else(String::new, |alt| alt.normalized_value(XmlVersion::Implicit1_0).expect("it is XML").into_owned())
}

fn without_spaces(letters: &str) -> String {
    letters.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The letters of a document under its title. Lines to write on are for paper.
fn said(document: &Document<Public>) -> String {
    let mut out = String::new();
    let document = Document { title: Vec::new(), ..document.clone() };
    document.each_words(&mut |words| out.push_str(words.as_str()));
    without_spaces(&out)
}

#[test]
fn every_sample_page_is_well_formed_when_it_is_spelt_as_xml() {
    let theme = Theme::new(std::collections::BTreeMap::new()).expect("the plain theme is whole");
    let mut pages = 0;
    for made in composed("content") {
        let documents = made.pages.iter().map(|page| &page.document);
        for document in documents.chain(made.papers.iter().map(|paper| &paper.paper.document)) {
            assert_eq!(letters_of(&page(document, &Book(&theme))), said(document), "{}", document.id);
            pages += 1;
        }
    }
    assert!(pages > 60, "both homes are composed");
}

#[test]
fn only_elements_that_hold_nothing_are_spelt_in_two_ways() {
    struct Site<'a>(Book<'a>);
    impl Around for Site<'_> {
        fn spelling(&self) -> Spelling {
            Spelling::Html
        }
        fn page(&self, id: &str, anchor: &str) -> Option<String> {
            self.0.page(id, anchor)
        }
        fn paper(&self, file: &str) -> Option<String> {
            self.0.paper(file)
        }
        fn drawing(&self, name: &str) -> Option<String> {
            self.0.drawing(name)
        }
        fn picture(&self, file: &str) -> Option<Vec<(&'static str, String)>> {
            self.0.picture(file)
        }
    }
    let theme = Theme::new(std::collections::BTreeMap::new()).expect("the plain theme is whole");
    let void = regex::Regex::new(r"<(br|wbr|img)( [^>]*?)?/>").expect("a pattern");
    for made in composed("content") {
        for composed in &made.pages {
            let (xml, html) = (page(&composed.document, &Book(&theme)), page(&composed.document, &Site(Book(&theme))));
            assert_eq!(void.replace_all(&xml, "<$1$2>"), html, "{}", composed.id());
        }
    }
}

/// What a format makes, in words.
fn made_of(format: &FileFormat) -> String {
    let of = |makes: &Makes| match makes {
        Makes::Website(_) => "the website of a home",
        Makes::Paper(Each::Form, _) => "each print of a paper",
        Makes::Paper(Each::Paper, _) => "each paper",
        Makes::Pack(_) => "each paper of a pack",
    };
    format.makes.iter().map(of).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_table_of_formats_says_what_the_list_says() {
    let mut page = "# Formats\n\nWhat `homepack` makes of a home and of a pack. This page is printed from the list `FORMATS` in `src/render/formats.rs`.\n\n| Name | Ending | Made of | What it is | In a theme | Checked by |\n|---|---|---|---|---|---|\n".to_owned();
    for format in FORMATS {
        let folder = format.folder.map_or_else(String::new, |folder| format!("`{folder}/`"));
        let checks = format.checks.iter().map(|check| format!("`{check}`")).collect::<Vec<_>>().join(", ");
        page.push_str(&format!(
            "| {} | `.{}` | {} | {} | {folder} | {checks} |\n",
            format.name,
            format.ending,
            made_of(format),
            format.about
        ));
    }
    if std::env::var_os("HOMEPACK_RENEW").is_some() {
        fs_err::write("docs/formats.md", &page).expect("it can be written");
    }
    let there = fs_err::read_to_string("docs/formats.md").unwrap_or_default();
    assert!(there == page, "docs/formats.md is stale: HOMEPACK_RENEW=1 cargo test --test formats writes it anew");
}
