//! Small PDFs, made here, joined as a print run joins packs.

use super::*;

/// A PDF with one line a page on A4, tags and an outline's worth of what a printer has no use for.
fn paper(lines: &[&str]) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let pages = document.new_object_id();
    let mut font = Dictionary::new();
    font.set("Type", Object::Name(b"Font".to_vec()));
    font.set("Subtype", Object::Name(b"Type1".to_vec()));
    font.set("BaseFont", Object::Name(b"Helvetica".to_vec()));
    let font = document.add_object(font);
    let mut fonts = Dictionary::new();
    fonts.set("f0", Object::Reference(font));
    let mut resources = Dictionary::new();
    resources.set("Font", fonts);
    let ground =
        "/Artifact BMC\nq 1 0 0 -1 0 842 cm/c0 cs 1 0.95 0.64 scn 0 0 m 595 0 l 595 842 l 0 842 l\nh\nf\nQ\nEMC";
    let mut kids = Vec::new();
    for line in lines {
        let drawing = format!("{ground}/Span<</MCID 0>>BDC\nBT /f0 20 Tf 72 700 Td ({line}) Tj ET\nEMC");
        let contents = document.add_object(Stream::new(Dictionary::new(), drawing.into_bytes()));
        let mut page = Dictionary::new();
        page.set("Type", Object::Name(b"Page".to_vec()));
        page.set("Parent", Object::Reference(pages));
        page.set("Contents", Object::Reference(contents));
        page.set("StructParents", 4);
        page.set("Annots", vec![Object::Reference(font)]);
        kids.push(Object::Reference(document.add_object(page)));
    }
    let mut node = Dictionary::new();
    node.set("Type", Object::Name(b"Pages".to_vec()));
    node.set("Count", i64::try_from(kids.len()).unwrap_or(0));
    node.set("Kids", kids);
    node.set("Resources", resources);
    node.set("MediaBox", vec![0.into(), 0.into(), 595.into(), 842.into()]);
    document.objects.insert(pages, Object::Dictionary(node));
    let mut catalog = Dictionary::new();
    catalog.set("Type", Object::Name(b"Catalog".to_vec()));
    catalog.set("Pages", Object::Reference(pages));
    catalog.set("Lang", Object::string_literal("Odile"));
    let catalog = document.add_object(catalog);
    document.trailer.set("Root", Object::Reference(catalog));
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("a small PDF");
    bytes
}

fn read(bytes: &[u8]) -> Source {
    Source::read(bytes).expect("a sound PDF")
}

/// Papers joined in their order.
fn joined(papers: &[Vec<u8>]) -> Vec<u8> {
    let mut joined = Joined::new(Vec::new()).expect("memory");
    for paper in papers {
        let paper = read(paper);
        joined.add(&paper, 0..paper.pages()).expect("memory");
    }
    joined.finish("Print run: yellow").expect("memory")
}

/// What is drawn on each page.
fn drawn(bytes: &[u8]) -> Vec<String> {
    let source = read(bytes);
    let drawing = |page: &ObjectId| String::from_utf8(source.document.get_page_content(*page)).expect("letters");
    source.pages.iter().map(drawing).collect()
}

#[test]
fn every_paper_begins_on_the_front_of_a_sheet() {
    let bytes = joined(&[paper(&["One", "Two", "Three"]), paper(&["Four"]), paper(&["Five", "Six"])]);
    let pages = drawn(&bytes);
    let front: Vec<bool> = ["One", "Four", "Five"].iter().map(|line| at(&pages, line).is_multiple_of(2)).collect();
    assert_eq!((pages.len(), front), (8, vec![true; 3]));
    assert!(pages[3].is_empty() && pages[5].is_empty(), "{pages:?}");
}

/// The page on which a line stands, from 0.
fn at(pages: &[String], line: &str) -> usize {
    pages.iter().position(|page| page.contains(line)).expect("it is there")
}

#[test]
fn a_book_can_be_parted_between_two_pages() {
    let book = read(&paper(&["One", "Two", "Three", "Four", "Five"]));
    let slip = read(&paper(&["Volume 2 of 2"]));
    let mut joined = Joined::new(Vec::new()).expect("memory");
    joined.add(&book, 0..2).expect("memory");
    joined.add(&slip, 0..1).expect("memory");
    joined.add(&book, 2..5).expect("memory");
    let pages = drawn(&joined.finish("white").expect("memory"));
    let places: Vec<usize> = ["One", "Volume 2", "Three", "Five"].iter().map(|line| at(&pages, line)).collect();
    assert_eq!((places, pages.len()), (vec![0, 2, 4, 6], 8));
}

#[test]
fn the_paper_brings_the_colour_and_a_printer_needs_no_more_than_pages() {
    let bytes = joined(&[paper(&["One"])]);
    let letters = String::from_utf8_lossy(&bytes);
    for gone in ["StructParents", "Annots", "Odile", "0.95 0.64"] {
        assert!(!letters.contains(gone), "{gone}");
    }
    let page = &drawn(&bytes)[0];
    assert!(page.contains("(One) Tj") && !page.contains("scn"), "{page}");
    assert!(letters.contains("/PrintScaling/None"), "{letters}");
}

#[test]
fn what_only_a_branch_says_comes_with_each_page() {
    let source = read(&joined(&[paper(&["One", "Two"])]));
    for page in &source.pages {
        let own = source.document.get_dictionary(*page).expect("a page");
        assert!(own.has(b"MediaBox") && own.has(b"Resources"), "{own:?}");
        assert_eq!(source.document.get_page_fonts(*page).expect("fonts").len(), 1);
    }
}

#[test]
fn the_same_papers_give_the_same_bytes_however_many() {
    let papers: Vec<Vec<u8>> = (0..150).map(|n| paper(&[format!("Page {n}").as_str()])).collect();
    let bytes = joined(&papers);
    assert_eq!(bytes, joined(&papers));
    let pages = drawn(&bytes);
    assert_eq!((pages.len(), at(&pages, "Page 149")), (300, 298));
}

#[test]
fn half_a_file_is_no_paper() {
    let whole = paper(&["One", "Two"]);
    assert!(Source::read(&whole[..whole.len() / 2]).is_none());
    assert!(Source::read(b"Not a PDF").is_none());
}

#[test]
fn what_is_drawn_first_stays_where_it_is_not_the_colour_of_the_page() {
    let box_ = b"/Artifact BMC\nq 1 0 0 -1 0 842 cm/c0 cs 1 0 0 scn 0 0 m 100 0 l 100 50 l 0 50 l\nh\nf\nQ\nEMC";
    assert!(ground::without(box_, [0.0, 0.0, 595.0, 842.0]).is_none());
    assert!(ground::without(b"BT (One) Tj ET", A4).is_none());
}
