//! Writes one A4 page about complaints with printpdf, as well as printpdf can: our font embedded, a title, the standard
//! PDF/UA asked for, marked content around each piece, a bookmark, a link that says where it leads.

use printpdf::{
    Actions, BorderArray, ColorArray, DictItem, HighlightingMode, LinkAnnotation, Mm, Op, ParsedFont, PdfConformance, PdfDocument,
    PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, Rect, TextItem,
};

const REGULAR: &[u8] = include_bytes!("../../../../themes/plain/fonts/atkinson-hyperlegible-next-regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../../themes/plain/fonts/atkinson-hyperlegible-next-bold.ttf");

/// What stands on the page: whether it is a heading, and its lines. printpdf breaks no lines, so they are broken here.
const PIECES: [(bool, &[&str]); 6] = [
    (true, &["How do I complain?"]),
    (false, &["Large print, 18 point. 1\u{a0}October\u{a0}2026.", "For you, if you live here, and for your family."]),
    (false, &["Tell anybody who works here, in any way you", "like. Nothing about your care changes."]),
    (false, &["1. They write it down, and read it back to you."]),
    (false, &["2. Within 3 working days you hear who looks", "into it, and how long that takes."]),
    (false, &["Ring Millpond Advocacy: 01632\u{a0}960300.", "Ask us for this page in braille or as audio."]),
];

fn main() {
    let file = std::env::args().nth(1).expect("a file to write");
    let mut paper = PdfDocument::new("How do I complain?");
    paper.metadata.info.author = "Millpond House".to_owned();
    paper.metadata.info.conformance = PdfConformance::UA_2014_PDF_1_6;
    let mut warnings = Vec::new();
    let fonts = [REGULAR, BOLD].map(|bytes| {
        let font = ParsedFont::from_bytes(bytes, 0, &mut warnings).expect("a font that can be read");
        PdfFontHandle::External(paper.add_font(&font))
    });
    paper.add_bookmark("How do I complain?", 1);
    let page = PdfPage::new(Mm(210.0), Mm(297.0), words(&fonts));
    let bytes = paper.with_pages(vec![page]).save(&PdfSaveOptions::default(), &mut Vec::new());
    std::fs::write(file, bytes).expect("room for a page");
}

/// The page's words, one piece after the other, and the page's number.
fn words(fonts: &[PdfFontHandle; 2]) -> Vec<Op> {
    let mut page = Vec::new();
    let mut height = 750.0;
    for (number, (heading, lines)) in PIECES.iter().enumerate() {
        let (font, size) = if *heading { (&fonts[1], 30.0) } else { (&fonts[0], 18.0) };
        let tag = if *heading { "H1" } else { "P" };
        let number = i64::try_from(number).expect("a handful of pieces");
        page.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties: DictItem::Dict { map: [("MCID".to_owned(), DictItem::Int(number))].into() },
        });
        for line in *lines {
            page.extend(at(height, font, size, line));
            height -= 1.4 * size;
        }
        page.push(Op::EndMarkedContent);
        height -= 18.0;
    }
    page.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
    page.extend(at(60.0, &fonts[0], 18.0, "Page 1 of 1"));
    page.push(Op::EndMarkedContent);
    page.push(Op::LinkAnnotation {
        link: LinkAnnotation::new(
            Rect::from_xywh(Pt(60.0), Pt(height + 60.0), Pt(400.0), Pt(24.0)),
            Actions::uri("tel:+441632960300".to_owned()),
            Some(BorderArray::Solid([0.0, 0.0, 0.0])),
            Some(ColorArray::default()),
            Some(HighlightingMode::Invert),
        ),
    });
    page
}

/// One line of words.
fn at(height: f32, font: &PdfFontHandle, size: f32, words: &str) -> Vec<Op> {
    vec![
        Op::StartTextSection,
        Op::SetTextCursor { pos: Point { x: Pt(60.0), y: Pt(height) } },
        Op::SetFont { font: font.clone(), size: Pt(size) },
        Op::ShowText { items: vec![TextItem::Text(words.to_owned())] },
        Op::EndTextSection,
    ]
}
