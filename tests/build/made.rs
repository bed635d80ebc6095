//! What is made of a home: the same each time, all of it and nothing more.

use std::path::Path;

use crate::common::HOMES;
use crate::desk::{Desk, both_outputs};
use crate::homes::{bytes, files};

/// “If you are unhappy” is two sheets in large print, a sheet for the wall is one page, and a week for it a few.
fn as_long_as_promised(home: &Path) {
    let list = fs_err::read(home.join(".homepack.json")).expect("there is a list of what was made");
    let list: serde_json::Value = serde_json::from_slice(&list).expect("the list is data");
    let papers = list["papers"].as_array().expect("papers are listed");
    let pages = |paper: &str, form: &str| {
        let found = papers.iter().find(|listed| listed["paper"] == paper && listed["form"] == form);
        found.and_then(|listed| listed["pages"].as_u64()).unwrap_or_else(|| panic!("{paper}, {form}, was not made"))
    };
    assert!(pages("complaints", "large") <= 4, "{} sides of complaints", pages("complaints", "large"));
    for form in ["a4", "a3"] {
        assert_eq!(pages("reception", form), 1, "reception, {form}");
    }
    assert!((2..=7).contains(&pages("week-wall", "a3")), "{} sheets of the week", pages("week-wall", "a3"));
}

#[test]
fn the_sample_homes_come_out_the_same_twice() {
    let desk = Desk::new();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    for out in ["first", "second"] {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_homepack"));
        let run = program
            .arg("build")
            .arg(&content)
            .args(["--today", "2026-11-22", "--out", out])
            .current_dir(desk.dir.path())
            .env("TZ", "Asia/Tokyo")
            .output()
            .expect("the program runs");
        assert_eq!(run.status.code(), Some(0), "{}", both_outputs(&run));
    }
    let (first, second) = (bytes(&desk.path("first")), bytes(&desk.path("second")));
    assert!(first.len() > 90, "{} files", first.len());
    assert!(first == second, "two builds of one content differ");
    for home in HOMES {
        for file in ["website/index.html", "website/404.html", "website/robots.txt", "website/_headers"] {
            assert!(first.contains_key(&format!("{home}/{file}")), "{home}/{file} is missing");
        }
        if cfg!(feature = "pdf") {
            let file = "website/papers/statement-of-purpose-giant-print.pdf";
            assert!(first.contains_key(&format!("{home}/{file}")), "{home}/{file} is missing");
            as_long_as_promised(desk.path("first").join(home).as_std_path());
        }
    }
    assert!(first.contains_key("index.html"), "a group has a front page");
}

#[test]
fn a_file_that_did_not_change_keeps_its_time_stamp() {
    let desk = Desk::new();
    desk.home("rowan");
    assert_eq!(desk.build(&[]).status.code(), Some(0));
    let before = files(&desk.path("output"));
    desk.write("content/rowan/visiting.yaml", "any_time: yes\novernight: There is a chair bed.\n");
    assert_eq!(desk.build(&[]).status.code(), Some(0));
    let after = files(&desk.path("output"));
    assert_ne!(before["rowan/website/visiting.html"].0, after["rowan/website/visiting.html"].0);
    assert_eq!(before["rowan/website/style.css"], after["rowan/website/style.css"]);
}

#[test]
fn only_the_website_or_only_the_papers_leaves_the_rest_as_it_was() {
    let desk = Desk::new();
    desk.home("rowan");
    assert_eq!(desk.build(&[]).status.code(), Some(0));
    let before = bytes(&desk.path("output/rowan"));
    assert_eq!(desk.build(&["--only", "website"]).status.code(), Some(0));
    assert_eq!(before, bytes(&desk.path("output/rowan")));
    assert_eq!(desk.build(&["--only", "papers"]).status.code(), Some(0));
    assert_eq!(before, bytes(&desk.path("output/rowan")));
}

#[test]
fn a_single_home_takes_what_it_shares_from_the_folder_above() {
    let desk = Desk::new();
    desk.home("rowan");
    desk.write(
        "content/contacts/team.yaml",
        "name: Safeguarding team\nchecked_on: 2026-11-02\nphones:\n  - number: 01632 960999\n",
    );
    desk.write("content/rowan/safety.yaml", "safeguarding_team: team\n");
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_homepack"));
    let run = program
        .args(["build", "content/rowan", "--today", "2026-11-22"])
        .current_dir(desk.dir.path())
        .output()
        .expect("the program runs");
    assert_eq!(run.status.code(), Some(0), "{}", both_outputs(&run));
    assert!(
        fs_err::read_to_string(desk.path("output/rowan/website/safety.html"))
            .expect("made")
            .contains("tel:+441632960999")
    );
}

#[test]
fn somebody_who_has_left_is_named_nowhere() {
    let desk = Desk::new();
    desk.home("rowan");
    let people = |leaving: &str| {
        format!(
            "named:\n  - id: ann\n    name: Ann Ashdown\n    role: the registered manager\n    agreed_on: 2026-01-01\n{leaving}registered_managers:\n  - person: ann\n"
        )
    };
    desk.write("content/rowan/people.yaml", people(""));
    desk.write("content/rowan/complaints.yaml", "lead: ann\nacknowledge_days: 3\n");
    assert_eq!(desk.build(&["--only", "website"]).status.code(), Some(0));
    let named = |desk: &Desk| {
        bytes(&desk.path("output/rowan/website"))
            .values()
            .any(|bytes| String::from_utf8_lossy(bytes).contains("Ashdown"))
    };
    assert!(named(&desk));
    desk.write("content/rowan/people.yaml", people("    leaving_on: 2026-11-20\n"));
    assert_eq!(desk.build(&["--only", "website"]).status.code(), Some(0));
    assert!(!named(&desk));
}

#[test]
fn markup_in_a_value_is_only_letters() {
    let desk = Desk::new();
    desk.write("content/rowan/home.yaml", "name: \"<script>alert(1)</script>\"\naddress:\n  lines: ['\"><img onerror=x src=y>']\n  postcode: ZZ99 1AA\nsummary: \"</title><b>{{ 7 * 6 }}</b>\"\n");
    let run = desk.build(&[]);
    assert_eq!(run.status.code(), Some(0), "{}", both_outputs(&run));
    for (name, bytes) in bytes(&desk.path("output/rowan/website")).iter().filter(|(name, _)| name.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        assert!(
            !page.contains("<script>alert")
                && !page.contains("<img onerror")
                && !page.contains("<b>")
                && !page.contains("42</b>"),
            "{name}"
        );
    }
}
