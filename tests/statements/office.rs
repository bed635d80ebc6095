//! Word and open documents: what somebody sees with all changes accepted, once each.

use homepack::prose::Part;
use homepack::statement::Unreadable;

use crate::documents::{OPEN, WORD, docx, odt, p, zipped};
use crate::{read, said, words};

/// A run with something else than letters in it.
fn run(inside: &str) -> String {
    format!("<w:r>{inside}</w:r>")
}

#[test]
fn headings_lists_cells_and_quotes_keep_what_they_are() {
    let numbered = |list: u8, words: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"#
        )
    };
    let cell = |inside: &str| format!("<w:tc>{inside}</w:tc>");
    let inner = format!("<w:tbl><w:tr>{}</w:tr></w:tbl><w:p/>", cell(&p("", "Inside a cell")));
    let table = format!(
        r#"<w:tbl><w:tblPr><w:tblLook w:val="04A0"/></w:tblPr><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>"#,
        cell(&p("", "When")),
        cell(&p("", "What")),
        cell(&p("", "Four")),
        cell(&inner)
    );
    let body = [
        &p("berschrift1", "Fennel Bank"),
        &p("Unser", "Visitors"),
        &p("", "Come &amp; see us."),
        &numbered(1, "Any time."),
        &numbered(2, "Ring the bell."),
        &p("Schritte", "Come in."),
        &table,
        &p("Zitat", "I like it."),
        &p("Verzeichnis1", "Visitors 3"),
    ]
    .map(String::as_str)
    .concat();
    let prose = read("statement.docx", &docx(&body, &[])).unwrap();
    assert_eq!(
        said(&prose),
        [
            (Part::Heading(1), "Fennel Bank"),
            (Part::Heading(2), "Visitors"),
            (Part::Paragraph, "Come & see us."),
            (Part::Point, "Any time."),
            (Part::Step, "Ring the bell."),
            (Part::Step, "Come in."),
            (Part::Cell(0), "When"),
            (Part::Cell(0), "What"),
            (Part::Cell(1), "Four"),
            (Part::Cell(1), "Inside a cell"),
            (Part::Quote, "I like it."),
        ]
    );
    assert_eq!((prose.heading(5), prose.passages[5].paragraph, prose.unread.len()), (Some("Visitors"), 4, 0));
}

#[test]
fn words_are_read_as_if_all_changes_were_accepted() {
    let body = [
        "<w:p>",
        &run("<w:t>You </w:t>"),
        "<w:del><w:r><w:delText>must</w:delText></w:r></w:del><w:ins><w:r><w:t>can</w:t></w:r></w:ins>",
        "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>",
        &run("<w:tab/><w:t>choo</w:t><w:softHyphen/><w:t>se\u{AD}</w:t><w:br/>"),
        &run("<w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t>"),
        r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE allowed</w:instrText></w:r>"#,
        "<w:hyperlink><w:r><w:t>freely</w:t></w:r></w:hyperlink>",
        "</w:p>",
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One sentence</w:t></w:r></w:p><w:p><w:r><w:t>in two.</w:t></w:r></w:p>",
    ]
    .concat();
    let prose = read("statement.docx", &docx(&body, &[])).unwrap();
    assert_eq!(words(&prose), ["You can choose freely", "One sentence in two."]);
    assert_eq!(&prose.passages[0].text[prose.passages[0].links[0].clone()], "freely");
}

#[test]
fn a_text_box_is_read_once_and_the_sentence_around_it_goes_on() {
    let text_box = format!("<w:txbxContent>{}</w:txbxContent>", p("", "Ring 01632 960520 at any hour."));
    let body = format!(
        "<w:p><w:r><w:t>Come </w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>{text_box}</wps:txbx></mc:Choice>\
         <mc:Fallback><v:textbox>{text_box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>in.</w:t></w:r></w:p>"
    );
    let header = format!("<w:hdr {WORD}>{}</w:hdr>", p("", "Fennel Bank statement"));
    let notes =
        format!("<w:footnotes {WORD}><w:footnote>{}</w:footnote></w:footnotes>", p("", "We hold a second key."));
    let comments = format!("<w:comments {WORD}>{}</w:comments>", p("", "Check this."));
    let more = [
        ("word/header1.xml", header.as_str()),
        ("word/header2.xml", header.as_str()),
        ("word/footnotes.xml", notes.as_str()),
        ("word/comments.xml", comments.as_str()),
    ];
    let prose = read("statement.docx", &docx(&body, &more)).unwrap();
    assert_eq!(
        said(&prose),
        [
            (Part::Paragraph, "Come in."),
            (Part::Aside, "Ring 01632 960520 at any hour."),
            (Part::Aside, "Fennel Bank statement"),
            (Part::Aside, "We hold a second key."),
        ]
    );
}

#[test]
fn a_damaged_part_is_named_and_the_rest_is_read() {
    let notes = "<w:footnotes><w:footnote><w:p><w:r><w:t>We hold</w:oops>";
    let prose = read("statement.docx", &docx(&p("", "Come in."), &[("word/footnotes.xml", notes)])).unwrap();
    assert_eq!(words(&prose)[0], "Come in.");
    assert!(prose.unread[0].contains("notes"), "{:?}", prose.unread);

    let prose =
        read("statement.docx", &docx("<w:p><w:r><w:t>Come in.</w:t></w:r></w:p><w:p><w:r></w:p>", &[])).unwrap();
    assert_eq!(words(&prose), ["Come in."]);
    assert!(prose.unread[0].contains("damaged"), "{:?}", prose.unread);
}

#[test]
fn an_open_document_is_read_the_same_way() {
    let body = r#"<text:tracked-changes><text:changed-region><text:deletion><text:p>must</text:p></text:deletion></text:changed-region></text:tracked-changes>
        <text:table-of-content><text:p>Visitors 3</text:p></text:table-of-content>
        <text:h text:outline-level="2">Visitors</text:h>
        <text:p>Come<text:s text:c="3"/>in, <text:a>Mrs <text:span>Bea</text:span></text:a><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Any time.</text:p></text:note-body></text:note>.<office:annotation><text:p>Check.</text:p></office:annotation></text:p>
        <text:list text:style-name="L1"><text:list-item><text:p>Ring the bell.</text:p></text:list-item></text:list>
        <text:list text:style-name="L2"><text:list-item><text:p>Sit down.</text:p></text:list-item></text:list>
        <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>When</text:p></table:table-cell></table:table-row></table:table-header-rows>
        <table:table-row><table:table-cell><text:p>Four</text:p></table:table-cell></table:table-row></table:table>
        <text:p text:style-name="P1">I like it.</text:p>
        <text:p><draw:frame><draw:text-box><text:p>Tea at four.</text:p></draw:text-box></draw:frame></text:p>"#;
    let prose = read("statement.odt", &odt(body, "<manifest/>")).unwrap();
    assert_eq!(
        said(&prose),
        [
            (Part::Heading(2), "Visitors"),
            (Part::Paragraph, "Come in, Mrs Bea."),
            (Part::Step, "Ring the bell."),
            (Part::Point, "Sit down."),
            (Part::Cell(0), "When"),
            (Part::Cell(2), "Four"),
            (Part::Quote, "I like it."),
            (Part::Aside, "Any time."),
            (Part::Aside, "Tea at four."),
            (Part::Aside, "Fennel Bank, page 1"),
        ]
    );
    assert_eq!(&prose.passages[1].text[prose.passages[1].links[0].clone()], "Mrs Bea");
    let locked = odt(body, "<manifest><file-entry><encryption-data/></file-entry></manifest>");
    assert_eq!(read("statement.odt", &locked).unwrap_err(), Unreadable::Password);
}

#[test]
fn a_document_that_unpacks_without_end_is_refused_at_once() {
    let zeros = vec![0; 70 * 1024 * 1024];
    let bomb = zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", &zeros)]);
    assert!(bomb.len() < 200_000);
    let began = std::time::Instant::now();
    assert_eq!(read("statement.docx", &bomb).unwrap_err(), Unreadable::TooLarge);
    assert!(began.elapsed().as_secs() < 2);
}

#[test]
fn a_document_that_declares_things_is_refused() {
    let document = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:document {WORD}><w:body>{}</w:body></w:document>",
        p("", "&b;")
    );
    let word = zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())]);
    assert_eq!(read("statement.docx", &word).unwrap_err(), Unreadable::Instructions);
    let open = format!("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x {OPEN}/>");
    assert_eq!(
        read("statement.odt", &zipped(&[("content.xml", open.as_bytes())])).unwrap_err(),
        Unreadable::Instructions
    );
}

#[test]
fn tables_within_tables_without_end_are_read_as_far_as_anybody_would() {
    let deep =
        format!("{}{}{}", "<w:tbl><w:tr><w:tc>".repeat(300), p("", "Down here."), "</w:tc></w:tr></w:tbl>".repeat(300));
    let prose = read("statement.docx", &docx(&format!("{}{deep}", p("", "Come in.")), &[])).unwrap();
    assert_eq!(words(&prose), ["Come in."]);
    assert!(prose.unread[0].contains("tables within tables"), "{:?}", prose.unread);
}

#[test]
fn other_documents_in_a_zip_are_told_apart() {
    let sheet = zipped(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<x/>")]);
    assert_eq!(read("rota.xlsx", &sheet).unwrap_err(), Unreadable::Unknown);
    let pages = zipped(&[("Index/Document.iwa", b"x")]);
    assert!(read("statement.pages", &pages).unwrap_err().to_string().contains("Pages"));
    let whole = docx(&p("", "Come in."), &[]);
    assert_eq!(read("statement.docx", &whole[..whole.len() / 2]).unwrap_err(), Unreadable::Damaged);
}
