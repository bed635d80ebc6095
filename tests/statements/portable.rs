//! PDF: words put together again from where they are printed.

use homepack::prose::Part;
use homepack::statement::Unreadable;

use crate::documents::{line, pdf};
use crate::{read, said, words};

/// Lines of the ordinary print, one below the other.
fn paragraph(y: u32, lines: &[&str]) -> String {
    (0u32..).zip(lines).map(|(number, words)| line("F1", 12, 72, y - 16 * number, words)).collect()
}

/// What stands on every page.
fn edges(page: u32) -> String {
    line("F1", 9, 72, 800, "Fennel Bank") + &line("F1", 9, 290, 30, &format!("Page {page} of 2"))
}

#[test]
fn pages_become_headings_paragraphs_points_and_cells() {
    let first = edges(1)
        + &line("F2", 18, 72, 760, "Visitors")
        + &paragraph(
            700,
            &["People who come to see you are not al-", "lowed to be turned away, whatever the", "hour is."],
        )
        + &paragraph(
            630,
            &["A second paragraph that stands further be-", "low, which goes on over the end of the page"],
        );
    let second = edges(2)
        + &paragraph(740, &["and ends there."])
        + &paragraph(700, &["\\225 Any time of the day", "\\225 or of the night"])
        + &line("F2", 12, 72, 640, "Meals")
        + &paragraph(620, &["Tea is at four."])
        + &line("F1", 12, 72, 560, "Four")
        + &line("F1", 12, 250, 560, "Tea and cake");
    let prose = read("statement.pdf", &pdf(&[&first, &second])).unwrap();
    assert_eq!(
        said(&prose),
        [
            (Part::Heading(1), "Visitors"),
            (Part::Paragraph, "People who come to see you are not allowed to be turned away, whatever the hour is."),
            (
                Part::Paragraph,
                "A second paragraph that stands further below, which goes on over the end of the page and ends there."
            ),
            (Part::Point, "Any time of the day"),
            (Part::Point, "or of the night"),
            (Part::Heading(2), "Meals"),
            (Part::Paragraph, "Tea is at four."),
            (Part::Cell(1), "Four"),
            (Part::Cell(1), "Tea and cake"),
        ]
    );
    assert_eq!((prose.passages[2].page, prose.passages[3].page, prose.unread.len()), (Some(1), Some(2), 0));
    assert_eq!(prose.heading(3), Some("Visitors"));
}

#[test]
fn words_drawn_piece_by_piece_are_whole_again() {
    let drawing = "BT /F1 12 Tf 72 700 Td [(wel)-20(come)-300(to)] TJ 0 -16 Td (Fen) Tj (nel) Tj ET \
        BT /F1 12 Tf 1 0 0 1 112 684 Tm (Bank) Tj 16 TL (\\256rst) ' ET /Artifact BMC BT /F1 12 Tf 72 600 Td (Seen, not read) Tj ET EMC \
        /Span <</ActualText (office)>> BDC BT /F1 12 Tf 72 640 Td (o) Tj (ce) Tj ET EMC";
    let prose = read("statement.pdf", &pdf(&[drawing])).unwrap();
    assert_eq!(words(&prose), ["welcome to Fennel Bank", "\u{AE}rst", "office"]);
}

#[test]
fn a_scan_is_an_error_and_a_scanned_page_is_named() {
    assert_eq!(read("statement.pdf", &pdf(&["q 1 0 0 1 0 0 cm Q"])).unwrap_err(), Unreadable::NoWords);
    let picture = "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI";
    let prose = read("statement.pdf", &pdf(&[&paragraph(700, &["Come in."]), picture])).unwrap();
    assert_eq!(words(&prose), ["Come in."]);
    assert!(prose.unread[0].contains("page 2"), "{:?}", prose.unread);
}

#[test]
fn a_page_with_more_than_any_statement_has_is_too_much_and_no_scan() {
    let page = line("F1", 12, 72, 700, "Come in.").repeat(120_000);
    assert_eq!(read("statement.pdf", &pdf(&[&page])).unwrap_err(), Unreadable::TooLarge);
    let prose = read("statement.pdf", &pdf(&[&paragraph(700, &["Sit down."]), &page])).unwrap();
    assert_eq!(words(&prose), ["Sit down."]);
    assert_eq!(prose.unread, ["On page 2 is far more than in any statement, and not all of it was read."]);
}

#[test]
fn a_page_that_is_garbled_in_the_middle_is_named() {
    let garbled = paragraph(700, &["Come in."]) + "BT <zz ] >> (Not read" + &paragraph(600, &["Sit down."]);
    let prose = read("statement.pdf", &pdf(&[&garbled])).unwrap();
    assert_eq!(words(&prose)[0], "Come in.");
    assert!(prose.unread[0].contains("page 1"), "{:?}", prose.unread);
}

#[test]
fn a_pdf_that_was_cut_short_never_passes_as_whole() {
    let whole = pdf(&[&paragraph(700, &["Come in."]), &paragraph(700, &["Sit down."])]);
    match read("statement.pdf", &whole[..whole.len() - 400]) {
        Ok(prose) => assert!(!prose.unread.is_empty(), "{:?}", words(&prose)),
        Err(why) => assert!(matches!(why, Unreadable::Damaged | Unreadable::NoWords), "{why}"),
    }
}
