use proptest::prelude::*;

use super::*;

fn of(written: &str) -> Option<String> {
    Name::of(written).map(|name| name.as_str().to_owned())
}

#[test]
fn what_is_a_name_already_stays_as_it_is() {
    for name in
        ["our-garden", "Garden_2", "v1.2", "IMG_0042", "q7k2m9", "_notes", "x".repeat(200).as_str(), "console", "com10"]
    {
        assert_eq!(of(name).as_deref(), Some(name));
    }
}

#[test]
fn any_other_is_written_plainly() {
    let written = [
        ("Our Café", "our-cafe"),
        ("Our Cafe\u{301}", "our-cafe"),
        ("Room #4", "room-4"),
        ("50% more", "50-more"),
        ("Resident’s day", "residents-day"),
        ("javascript:alert(1)", "javascript-alert-1"),
        ("data:text,x", "data-text-x"),
        ("a?b", "a-b"),
        ("%2e%2e", "2e-2e"),
        ("../../ESCAPED", "escaped"),
        ("a..b", "a-b"),
        (".hidden", "hidden"),
        ("trailing.", "trailing"),
        ("two\nlines", "two-lines"),
        ("con", "con-1"),
        ("NUL.txt", "nul-txt"),
        ("Lpt1", "lpt1-1"),
        ("Привет", "privet"),
        ("花园", "hua-yuan"),
        ("ਬਾਗ਼", "baag"),
    ];
    for (written, name) in written {
        assert_eq!(of(written).as_deref(), Some(name), "{written}");
    }
    assert_eq!(of(&format!("{} x", "word ".repeat(60))).map(|name| name.len()), Some(199));
    for nothing in ["", "..", "???", " ", "/", "\u{202E}", "\u{E003}"] {
        assert_eq!(of(nothing), None, "{nothing:?}");
    }
}

#[test]
fn names_that_differ_in_capitals_are_one() {
    assert_eq!(Name::of("Garden").unwrap().folded(), Name::of("garden").unwrap().folded());
    assert_eq!(equal_when_folded(["a.html", "b/C.html", "B/c.html"]), Some(("b/C.html", "B/c.html")));
    assert_eq!(equal_when_folded(["a.html", "a.pdf", "x/a.html"]), None);
}

#[test]
fn a_name_in_a_theme_must_be_one_as_it_stands() {
    let read =
        |written: &str| crate::ours::read::<Vec<Name>>(&format!("[\"{written}\"]")).map_err(|why| why.to_string());
    assert!(read("visiting-2").is_ok());
    let why = read("../../ESCAPED").unwrap_err();
    assert!(
        why.ends_with("“../../ESCAPED” becomes the name of a file, and it cannot be one; write “escaped”"),
        "{why}"
    );
    assert!(crate::ours::read::<Address>("services/short-stay").is_ok());
    assert!(crate::ours::read::<Address>("services/../x").is_err());
}

#[test]
fn a_link_finds_the_page_however_its_name_is_spelt() {
    for written in ["Our Café", "Our%20Caf%C3%A9", "our-cafe"] {
        assert_eq!(led_to(written), "our-cafe");
    }
    for unchanged in ["services/short-stay", "statement-of-purpose/part-3", "Garden_2", "", "???"] {
        assert_eq!(led_to(unchanged), unchanged);
    }
}

#[test]
fn an_address_of_before_is_kept_where_somebody_can_have_a_link_to_it() {
    for kept in ["Our Café", "50% more", "Тест", "Resident’s day"] {
        assert_eq!(asked_for_as(kept).as_deref(), Some(kept));
    }
    for lost in [
        "Room #4",
        "a?b",
        "javascript:alert(1)",
        "%2e%2e",
        "con",
        "CON.x",
        "two\nlines",
        "a\\b",
        "\u{202E}x",
        "",
        &"é".repeat(121),
    ] {
        assert_eq!(asked_for_as(lost), None, "{lost:?}");
    }
}

proptest! {
    #[test]
    fn any_string_gives_a_name_that_every_disk_and_every_address_takes(written in any::<String>()) {
        if let Some(name) = of(&written) {
            prop_assert!(is_name(&name), "{name:?}");
            prop_assert_eq!(of(&name), Some(name.clone()));
            prop_assert_eq!(led_to(&name), name);
        }
        if let Some(address) = Address::of(&written) {
            prop_assert!(address.as_str().split('/').all(is_name), "{address}");
            prop_assert_eq!(Address::of(address.as_str()), Some(address));
        }
    }

    #[test]
    fn any_letters_and_signs_of_a_keyboard_give_one_too(written in "[ -~]{0,300}") {
        if let Some(name) = of(&written) {
            prop_assert!(is_name(&name), "{name:?}");
        } else {
            prop_assert!(!written.contains(|c: char| c.is_ascii_alphanumeric()));
        }
    }
}
