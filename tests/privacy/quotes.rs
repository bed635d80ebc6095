//! What residents say in public comes from the home's public files, with their yes and its day, and from nowhere else.

use super::desk::{Desk, both_outputs};

#[test]
fn words_are_shown_with_a_yes_and_its_day_alone() {
    let desk = Desk::new();
    desk.home("rowan");
    let quote = |word: &str, more: &str| {
        format!("  - words: I like the {word}.\n    who: Bea, who lives here\n    page: health\n{more}")
    };
    let quotes = [
        quote("skylark", "    agreed_on: 2026-03-01\n"),
        quote("nightjar", ""),
        quote("wagtail", "    agreed_on: 2027-01-01\n"),
        quote("redstart", "    agreed_on: 2026-03-01\n    until: 2026-11-22\n"),
        quote("goldcrest", "    agreed_on: 2026-03-01\n    until: 2027-03-01\n"),
    ];
    desk.write("content/rowan/voice.yaml", format!("quotes:\n{}", quotes.concat()));
    desk.write("content/rowan/health.yaml", "gp:\n  - Dr Example of Mill Lane comes on Tuesdays.\n");
    desk.write(
        "private/residents/rowan/q7k2m9.yaml",
        "id: q7k2m9\nname:\n  preferred: Bea\nwhat_matters:\n  - I like the dunnock.\n",
    );
    let run = desk.build();
    assert_eq!(run.status.code(), Some(0), "{}", both_outputs(&run));
    let pages: String =
        desk.files("output").values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
    for (word, shown) in [
        ("skylark", true),
        ("nightjar", false),
        ("wagtail", false),
        ("redstart", false),
        ("goldcrest", true),
        ("dunnock", false),
    ] {
        assert_eq!(pages.contains(word), shown, "{word}");
    }
}
