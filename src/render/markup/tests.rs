//! Markup that is folded, turned, broken and led elsewhere.

use super::*;
use crate::document::Words;
use crate::text::Origin;

/// A file with nothing around it.
struct Alone(Spelling);

impl Around for Alone {
    fn spelling(&self) -> Spelling {
        self.0
    }
}

#[test]
fn what_nobody_can_read_is_in_no_markup() {
    let words = Words::new("Tea\u{1} & \u{FFFE}“cake”".to_owned(), Origin::NONE);
    let words: Vec<Inline<Public>> = vec![Inline::Words(words), Inline::Break];
    assert_eq!(line(&words, &Alone(Spelling::Xml)), "Tea &amp; “cake”<br/>");
    assert_eq!(line(&words, &Alone(Spelling::Html)), "Tea &amp; “cake”<br>");
}

/// A file whose parts are folded, and that has papers to lead to.
struct Folded;

impl Around for Folded {
    fn spelling(&self) -> Spelling {
        Spelling::Html
    }
    fn paper(&self, file: &str) -> Option<String> {
        Some(file.to_owned())
    }
    fn folds(&self) -> bool {
        true
    }
}

fn plain(text: &str) -> Vec<Inline<Public>> {
    vec![Inline::Words(Words::new(text.to_owned(), Origin::NONE))]
}

#[test]
fn a_part_is_folded_under_its_heading_and_one_that_is_strong_is_not() {
    let part = |anchor: &str, panel| Section {
        anchor: anchor.to_owned(),
        heading: plain("Who?"),
        panel,
        blocks: vec![Block::Paragraph { words: plain("We.") }],
        sections: Vec::new(),
    };
    let mut markup = Markup { out: String::new(), around: &Folded, spelling: Spelling::Html, label: String::new() };
    markup.section(&part("a", Panel::Plain), 2);
    markup.section(&part("b", Panel::Danger), 2);
    assert!(markup.out.contains("<details>\n<summary><h2 id=\"a\">Who?</h2></summary>\n<p>We.</p>\n</details>"));
    assert_eq!(markup.out.matches("<details>").count(), 1);
}

#[test]
fn a_paper_is_named_once_to_the_eye_and_each_time_to_the_ear() {
    let to = Target::Paper { file: "fees.pdf".to_owned() };
    let link = vec![Inline::Link { to, words: plain("What it costs, large print (PDF)") }];
    let fact = Fact { label: plain("What it costs"), value: vec![Block::Paragraph { words: link.clone() }] };
    let mut markup = Markup { out: String::new(), around: &Folded, spelling: Spelling::Html, label: String::new() };
    markup.facts(&[fact]);
    let beside = "<span class=\"unseen\">What it costs, </span>Large print (PDF)</a>";
    assert!(markup.out.contains(beside), "{}", markup.out);
    assert!(line(&link, &Folded).contains(">What it costs, large print (PDF)</a>"));
}

#[test]
fn an_address_breaks_after_a_slash_and_words_about_one_do_not() {
    let web = |words: &str| {
        let to = Target::Web { address: "https://a.example/b".to_owned() };
        line(&[Inline::Link { to, words: plain(words) }], &Folded)
    };
    assert_eq!(web("a.example/b"), "<a class=\"address\" href=\"https://a.example/b\">a.example/<wbr>b</a>");
    assert_eq!(web("their page"), "<a href=\"https://a.example/b\">their page</a>");
}

#[test]
fn a_name_that_is_read_from_right_to_left_keeps_to_itself() {
    let words = |text: &str| Inline::<Public>::Words(Words::new(text.to_owned(), Origin::NONE));
    let inlines = [words("Ask "), words("محمد"), words(", 14.")];
    assert_eq!(line(&inlines, &Alone(Spelling::Html)), "Ask <bdi>محمد</bdi>, 14.");
    assert_eq!((turned(&inlines), turned(&[words("محمد, 14.")])), ("", " dir=\"rtl\""));
}
