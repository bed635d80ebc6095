//! Markdown, HTML and plain text: every word leads back to its bytes in the file.

use homepack::prose::{Part, Prose};
use homepack::statement::Unreadable;

use crate::{read, said, words};

/// The bytes of the file that some words of a passage stand for.
fn place<'a>(prose: &'a Prose, passage: usize, words: &str) -> &'a str {
    let start = prose.passages[passage].text.find(words).unwrap();
    let range = prose.bytes(passage, &(start..start + words.len())).unwrap();
    &prose.letters.as_ref().unwrap()[range]
}

/// Every letter that is not white space leads to itself, unless it stands for something else.
fn every_letter_leads_back(prose: &Prose) {
    for (number, passage) in prose.passages.iter().enumerate() {
        for (at, letter) in passage.text.char_indices().filter(|(_, letter)| letter.is_alphanumeric()) {
            let range = prose.bytes(number, &(at..at + letter.len_utf8())).unwrap();
            let there = &prose.letters.as_ref().unwrap()[range];
            assert!(
                there.starts_with(letter) || there.starts_with('&'),
                "{letter} in {:?} led to {there}",
                passage.text
            );
        }
    }
}

const MARKDOWN: &str = "\u{FEFF}---\r\ntitle: Fennel Bank\r\n---\r\n# Visitors {#visitors}\r\n\r\nResidents are **not\r\nallowed** to have `dogs` &amp; cats.\r\nAsk [Tamsin \r\nReed](mailto:t@fennel.example).\r\n\r\n<!-- allowed -->\r\n\r\n1. Ring the bell.\r\n2. Come in.\r\n\r\n> I like it\r\n> here.\r\n\r\n- Any time\r\n  - even at night\r\n\r\n| When | What |\r\n| --- | --- |\r\n| Four | *Tea* |\r\n\r\n```\r\nallowed\r\n```\r\n\r\n## Rooms\r\n\r\nA lock on each door.[^1]\r\n\r\n[^1]: We hold a second key.\r\n";

#[test]
fn markdown_with_the_line_ends_of_windows_leads_back_to_its_bytes() {
    let prose = read("statement.md", MARKDOWN.as_bytes()).unwrap();
    assert_eq!(
        said(&prose),
        [
            (Part::Heading(1), "Visitors"),
            (Part::Paragraph, "Residents are not allowed to have dogs & cats. Ask Tamsin Reed."),
            (Part::Step, "Ring the bell."),
            (Part::Step, "Come in."),
            (Part::Quote, "I like it here."),
            (Part::Point, "Any time"),
            (Part::Point, "even at night"),
            (Part::Cell(0), "When"),
            (Part::Cell(0), "What"),
            (Part::Cell(1), "Four"),
            (Part::Cell(1), "Tea"),
            (Part::Heading(2), "Rooms"),
            (Part::Paragraph, "A lock on each door."),
            (Part::Aside, "We hold a second key."),
        ]
    );
    every_letter_leads_back(&prose);
    assert_eq!(place(&prose, 1, "not allowed to"), "not\r\nallowed** to");
    assert_eq!(place(&prose, 1, "dogs & cats"), "dogs` &amp; cats");
    assert_eq!(place(&prose, 1, "&"), "&amp;");
    assert_eq!(&prose.passages[1].text[prose.passages[1].links[0].clone()], "Tamsin Reed");
    assert_eq!((prose.heading(12), prose.passages[12].paragraph), (Some("Rooms"), 1));
    assert_eq!((prose.passages[13].under, prose.passages[11].under), (None, Some(0)));
}

#[test]
fn html_inside_markdown_is_read_too() {
    let prose = read("statement.md", b"Tea is at four.\n\n<p>Dogs &amp; cats are <b>not</b>\nallowed.</p>\n").unwrap();
    assert_eq!(words(&prose), ["Tea is at four.", "Dogs & cats are not allowed."]);
    every_letter_leads_back(&prose);
}

#[test]
fn a_web_page_is_read_as_it_is_shown() {
    let page = "<!DOCTYPE html><html><head><title>Home</title><style>p{}</style></head><body>\
        <nav><ul><li>Home<li>Fees</ul></nav><h1>Visitors &mdash; any&nbsp;time</h1>\n\
        <p>Dogs &amp; cats\r\n are <em>wel</em>come.<br>Ring <a href='x'>Tamsin</a>. B&Q is near. <script>if (a < b) {}</script>\
        <p hidden>Not this.<p aria-hidden=\"true\">Nor this.<ol><li>Ring.<li><p>Come in.</p>And sit.</ol>\
        <table><tr><th>When<th>What<tr><td>Four<td>Tea</table><img src=a alt='The garden &amp; lathe'>\
        <blockquote>I like it.</blockquote><div>One<div>Two</div>Three</div><template>No</template>";
    let prose = read("statement.html", page.as_bytes()).unwrap();
    assert_eq!(
        said(&prose),
        [
            (Part::Heading(1), "Visitors — any time"),
            (Part::Paragraph, "Dogs & cats are welcome. Ring Tamsin. B&Q is near."),
            (Part::Step, "Ring."),
            (Part::Step, "Come in."),
            (Part::Step, "And sit."),
            (Part::Cell(0), "When"),
            (Part::Cell(0), "What"),
            (Part::Cell(1), "Four"),
            (Part::Cell(1), "Tea"),
            (Part::Label, "The garden & lathe"),
            (Part::Quote, "I like it."),
            (Part::Paragraph, "One"),
            (Part::Paragraph, "Two"),
            (Part::Paragraph, "Three"),
        ]
    );
    every_letter_leads_back(&prose);
    assert_eq!(place(&prose, 1, "cats are welcome. Ring"), "cats\r\n are <em>wel</em>come.<br>Ring");
    assert_eq!(place(&prose, 0, "any time"), "any&nbsp;time");
    assert_eq!(place(&prose, 1, "B&Q"), "B&Q");
    assert_eq!(&prose.passages[1].text[prose.passages[1].links[0].clone()], "Tamsin");
}

#[test]
fn plain_text_has_paragraphs_headings_and_lists() {
    let text = "FENNEL BANK\r\n\r\nVisitors\r\n--------\r\nVisitors come when they like, and nobody has\r\nto  book. Tea is at\r\n\r\n\
        1. Ring the bell,\r\n   and wait.\r\n2) Come in.\r\n* Sit down.\r\n";
    let prose = read("statement.txt", text.as_bytes()).unwrap();
    assert_eq!(
        said(&prose),
        [
            (Part::Heading(1), "FENNEL BANK"),
            (Part::Heading(1), "Visitors"),
            (Part::Paragraph, "Visitors come when they like, and nobody has to book. Tea is at"),
            (Part::Step, "Ring the bell, and wait."),
            (Part::Step, "Come in."),
            (Part::Point, "Sit down."),
        ]
    );
    every_letter_leads_back(&prose);
    assert_eq!(place(&prose, 2, "has to book"), "has\r\nto  book");
}

#[test]
fn the_standard_input_is_markdown_unless_it_looks_like_a_page() {
    assert_eq!(words(&read("-", b"# Visitors\n\nCome *in*.").unwrap()), ["Visitors", "Come in."]);
    assert_eq!(words(&read("-", b"\n<!doctype HTML><p>Come <b>in</b>.").unwrap()), ["Come in."]);
}

#[test]
fn letters_in_another_encoding_are_answered_kindly() {
    let wide: Vec<u8> = "Visitors".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [b"caf\xE9 at four".as_slice(), &[b"\xFF\xFE".as_slice(), &wide].concat(), &wide] {
        let answer = read("statement.txt", bytes).unwrap_err();
        assert_eq!(answer, Unreadable::Encoding);
        assert!(answer.to_string().contains("Save as"));
    }
}

#[test]
fn formats_of_the_past_are_answered_with_what_to_do() {
    let old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 an old document";
    let locked: Vec<u8> =
        old.iter().copied().chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert!(read("statement.doc", old).unwrap_err().to_string().contains(".docx"));
    assert!(read("statement.rtf", b"{\\rtf1 Tea}").unwrap_err().to_string().contains("rich text"));
    assert_eq!(read("statement.docx", &locked).unwrap_err(), Unreadable::Password);
    assert_eq!(read("statement.md", b" \n\n").unwrap_err(), Unreadable::Empty);
    assert_eq!(read("statement.docx", b"Tea at four").unwrap_err(), Unreadable::Damaged);
    assert_eq!(read("photo.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF").unwrap_err(), Unreadable::Unknown);
}

#[test]
fn letters_nobody_sees_do_not_hide_a_word() {
    let prose = read("statement.md", "not al\u{AD}lo\u{200B}wed\u{A0}to".as_bytes()).unwrap();
    assert_eq!(words(&prose), ["not allowed to"]);
    assert_eq!(place(&prose, 0, "allowed to"), "al\u{AD}lo\u{200B}wed\u{A0}to");
}
