//! Documents that were damaged on their way: no panic, no long wait, whatever is lost.

use std::time::Instant;

use proptest::prelude::*;

use crate::documents::{docx, line, odt, p, pdf};
use crate::read;

/// Numbers that are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// A document cut short, or with some of its bytes changed.
fn damaged(whole: &[u8], dice: &mut Dice, cut: bool) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    if cut {
        bytes.truncate(dice.below(whole.len()));
    } else {
        for _ in 0..=dice.below(20) {
            let at = dice.below(bytes.len());
            bytes[at] ^= 1 << dice.below(8);
        }
    }
    bytes
}

#[test]
fn two_hundred_damages_to_each_kind_of_document_end_well() {
    let body: String =
        (0..40).map(|day| p("berschrift1", &format!("Day {day}")) + &p("", "Tea &amp; cake is at four.")).collect();
    let open: String =
        (0..40).map(|day| format!("<text:h>Day {day}</text:h><text:p>Tea is at four.</text:p>")).collect();
    let page: String = (0..40).map(|day| line("F1", 12, 72, 780 - 18 * day, "Tea is at four \\(or so\\).")).collect();
    let web = "<h1>Tea</h1><p>It is <b>at four</b> &amp; often later.<ul><li>Cake".repeat(20);
    let written =
        "# Tea\n\nIt is *at four* &amp; often [later](x).\n\n| a | b |\n|--|--|\n| c | d |\n\n> 1. Cake\n".repeat(20);
    let documents = [
        ("statement.docx", docx(&body, &[])),
        ("statement.odt", odt(&open, "<manifest/>")),
        ("statement.pdf", pdf(&[&page, &page])),
        ("statement.html", web.into_bytes()),
        ("statement.md", written.into_bytes()),
    ];
    for (name, whole) in documents {
        let whole_prose = read(name, &whole).unwrap();
        assert!(whole_prose.unread.is_empty(), "{name}: {:?}", whole_prose.unread);
        let mut dice = Dice(4);
        for number in 0..200 {
            let bytes = damaged(&whole, &mut dice, number % 2 == 0);
            let began = Instant::now();
            let prose = read(name, &bytes);
            assert!(began.elapsed().as_secs() < 2, "{name}, damage {number}");
            // What is packed has a sum: it never comes out different without a word.
            if let (true, Ok(prose)) = (name.ends_with(".docx") || name.ends_with(".odt"), prose) {
                let said = prose.passages == whole_prose.passages || !prose.unread.is_empty();
                assert!(said, "{name}, damage {number}");
            }
        }
    }
}

#[test]
fn letters_that_open_and_never_close_take_no_longer() {
    let shapes =
        ["<div>", "</b>", "<b><i>", "> ", "[", "*a ", "&", "- ", "`", "<li>", "![", "| ", "<a href=", "_ _", "# "];
    for shape in shapes {
        for name in ["statement.html", "statement.md", "statement.txt"] {
            let began = Instant::now();
            let _ = read(name, shape.repeat(60_000 / shape.len()).as_bytes());
            assert!(began.elapsed().as_secs() < 10, "{name} with {shape}");
        }
    }
}

#[test]
fn a_document_with_a_million_points_is_read_in_part_and_says_so() {
    let prose = read("statement.txt", "- a\n".repeat(300_000).as_bytes()).unwrap();
    assert!(prose.passages.len() <= 100_000);
    assert!(prose.unread[0].contains("only the first part"), "{:?}", prose.unread);
}

proptest! {
    #[test]
    fn the_places_of_any_letters_lie_in_the_file(letters in "[a-z <>&;/*_\\[\\]()|#>\r\n\u{AD}é-]{0,80}", ending in 0..3usize) {
        let name = ["a.md", "a.html", "a.txt"][ending];
        if let Ok(prose) = read(name, letters.as_bytes()) {
            for (number, passage) in prose.passages.iter().enumerate() {
                let first = passage.pieces.first().map(|piece| piece.at);
                prop_assert_eq!(first, Some(0));
                prop_assert!(!passage.text.contains("  ") && passage.text.trim() == passage.text, "{:?}", passage.text);
                for (at, letter) in passage.text.char_indices() {
                    let range = prose.bytes(number, &(at..at + letter.len_utf8())).unwrap();
                    let there = letters.get(range.clone()).expect("whole letters of the file");
                    prop_assert!(there.starts_with(letter) || there.starts_with('&') || letter == ' ', "{:?}: {:?} led to {:?}", passage.text, letter, there);
                }
            }
        }
    }
}
