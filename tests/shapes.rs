//! The linter's work grows with the text and no faster, whatever the text looks like.
//!
//! Each shape is as long as the longest statement that is read. A step that looked at all of the text for each of its words would
//! take minutes to hours for one of them, and nobody needs a clock to see that.

use camino::Utf8Path;
use homepack::limits::STATEMENT;
use homepack::review::judge;
use homepack::review::say::paint::Paint;
use homepack::review::say::{Said, json, text};
use homepack::rulebook::Rulebook;
use homepack::statement::statement;
use homepack::wording::OwnWords;

/// What is repeated, and how much of the longest statement it fills: less where each piece has something to say about it.
const SHAPES: [(&str, usize); 50] = [
    (".", 1),
    ("…", 1),
    ("?", 1),
    (". ", 1),
    (":", 1),
    (",", 1),
    ("-", 1),
    ("a", 1),
    ("A", 1),
    ("9", 1),
    ("é", 1),
    ("\"", 1),
    ("“", 1),
    ("'", 1),
    ("a'b", 1),
    ("(", 1),
    (")", 1),
    (".)", 1),
    ("a.b,c", 1),
    ("1 ", 1),
    ("a ", 1),
    ("the blue room and ", 1),
    ("VISITORS MUST SIGN IN. ", 4),
    ("VISITORS MUST SIGN IN ", 4),
    ("LPA ", 4),
    ("Residents must sign in. ", 4),
    ("residents must sign in and ", 4),
    ("You are not allowed to; ", 4),
    ("Our care is homely. ", 4),
    ("He said: she said: ", 2),
    ("wheelchair-bound ", 4),
    ("https://a.example/b ", 2),
    ("01632 960123 ", 2),
    ("a@b.example ", 2),
    ("a.com.é.", 4),
    ("a.com+", 4),
    ("a@", 4),
    ("a+1", 4),
    ("a/b", 1),
    ("א\u{5B0}", 1),
    ("Tea.\n", 2),
    ("- Tea\n", 2),
    ("# Tea\n", 4),
    ("> ", 4),
    ("[click here](x) ", 4),
    ("`must` must ", 4),
    ("<!-- lint: permission-allowed off, because x --> You are allowed in.\n\n", 4),
    ("| a | b |\n| - | - |\n| must | must |\n\n", 4),
    ("\u{AD}\u{200B}\u{FEFF}", 1),
    ("a\u{301}", 1),
];

/// Reads, judges and writes down a text.
fn said(name: &str, letters: &str, rulebook: &Rulebook) -> usize {
    let Ok(prose) = statement(Utf8Path::new(name), letters.as_bytes()) else { return 0 };
    let reviews = [judge::statement(prose, &OwnWords::default(), rulebook)];
    let said = Said { reviews: &reviews, rulebook, unread: &[], hidden: 0 };
    text::written(said, Paint(false)).len() + json::written(said).len()
}

fn each(name: &str) {
    let rulebook = Rulebook::built_in().expect("the rules are whole");
    for (shape, part) in SHAPES {
        assert!(said(name, &shape.repeat(STATEMENT.most / part / shape.len()), &rulebook) < 400_000_000, "{shape}");
    }
}

#[test]
fn plain_text_of_any_shape_is_read_in_one_go() {
    each("statement.txt");
}

#[test]
fn markdown_of_any_shape_is_read_in_one_go() {
    each("statement.md");
}

#[test]
fn a_web_page_of_any_shape_is_read_in_one_go() {
    each("statement.html");
}
