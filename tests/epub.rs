//! Papers as books for a device: every word of a paper is in its book, the contents lead to headings that are there, and the same paper
//! gives the same bytes. `tests/epub/check` asks `EPUBCheck` and Ace.

mod common;

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use common::composed;
use homepack::document::Document;
use homepack::render::epub::Binder;
use homepack::text::Public;
use homepack::theme::Theme;
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

/// The files of a book in their order, each with its letters; of what is no text the letters are empty.
fn files(book: &[u8]) -> Vec<(String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(book)).expect("a book is a zip");
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).expect("it is there");
            let (name, mut bytes) = (file.name().expect("its name is text").into_owned(), Vec::new());
            file.read_to_end(&mut bytes).expect("it can be read");
            (name, String::from_utf8(bytes).unwrap_or_default())
        })
        .collect()
}

/// The letters of some XML, without white space, and every `id` in it.
fn read(xml: &str) -> (String, Vec<String>) {
    let mut reader = Reader::from_str(xml);
    let (mut letters, mut ids) = (String::new(), Vec::new());
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in:\n{xml}")) {
            Event::Text(words) => letters.push_str(&words.xml10_content()),
            Event::GeneralRef(name) => {
                letters.push_str(
                    quick_xml::escape::resolve_predefined_entity(&name.xml10_content()).expect("XML knows it"),
                );
            }
            Event::Start(element) | Event::Empty(element) => {
                let id = element.try_get_attribute("id").expect("attributes are whole");
                ids.extend(id.map(|id| id.value.into_owned()));
            }
            Event::Eof => return (letters.chars().filter(|c| !c.is_whitespace()).collect(), ids),
            _ => {}
        }
    }
}

/// The letters of a document under its title. Lines to write on are for paper.
fn said(document: &Document<Public>) -> String {
    let mut out = String::new();
    document.each_words(&mut |words| out.push_str(words.as_str()));
    out.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_word_of_a_paper_is_in_its_book_and_the_contents_lead_to_what_is_there() {
    let theme = Theme::new(std::collections::BTreeMap::new()).expect("the plain theme is whole");
    let binder = Binder::new(&theme).expect("the plain theme has what books need");
    let mut books = 0;
    for home in composed("content") {
        for paper in home.papers.iter().map(|made| &made.paper).filter(|paper| !paper.format.wall) {
            let book = binder.bind("a book", paper).expect("it is bound").bytes;
            assert_eq!(book, binder.bind("a book", paper).expect("it is bound").bytes, "the same bytes");
            let files = files(&book);
            assert_eq!((files[0].0.as_str(), files[0].1.as_str()), ("mimetype", "application/epub+zip"));
            assert_eq!(&book[30..38], b"mimetype", "it is known by its first bytes");
            let file =
                |name: &str| &files.iter().find(|(path, _)| path == name).unwrap_or_else(|| panic!("no {name}")).1;
            let (letters, ids) = read(file("book/words.xhtml"));
            let Some(end) = letters.strip_suffix(&said(&Document { title: Vec::new(), ..paper.document.clone() }))
            else {
                panic!("{}: words are missing", paper.name)
            };
            assert!(end.contains(&paper.home.replace(' ', "")), "the beginning says whose it is: {end}");
            assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{}: an id stands twice", paper.name);
            let contents = file("book/contents.xhtml");
            read(contents);
            for part in contents.split("words.xhtml#").skip(1) {
                let anchor = part.split('"').next().expect("it ends").to_owned();
                assert!(ids.contains(&anchor), "{}: the contents lead to {anchor}", paper.name);
            }
            let package = file("book/package.opf");
            read(package);
            for (path, _) in
                files.iter().filter(|(path, _)| path.starts_with("book/") && !path.ends_with("package.opf"))
            {
                assert!(package.contains(&format!("href=\"{}\"", &path["book/".len()..])), "{path} is in the list");
            }
            assert!(files.iter().any(|(path, _)| path.contains("LICENCE")), "the typefaces bring their licence");
            books += 1;
        }
    }
    assert!(books > 60, "{books} books");
}
