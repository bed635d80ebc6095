//! The inspector's rating as regulation 20A and the inspector's guidance want it said.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

mod common;

use camino::Utf8PathBuf;
use common::{drawn, one};
use homepack::disk;

/// The welcome page and the manager's part of the Statement of a small home with these lines added to its files.
fn pages(rating: &str, people: &str) -> String {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = dir.path().join("rowan");
    fs_err::create_dir_all(&folder).expect("made");
    let home =
        "name: Rowan House\naddress:\n  lines: [1 Rowan Lane]\n  postcode: ZZ99 1AA\ninspector_number: 1-000000099\n";
    fs_err::write(folder.join("home.yaml"), format!("{home}{rating}")).expect("written");
    fs_err::write(folder.join("people.yaml"), people).expect("written");
    let content = disk::read(&Utf8PathBuf::try_from(dir.path().to_owned()).expect("UTF-8")).expect("read");
    let made = one(&content, &content.homes[0]).unwrap_or_else(|findings| panic!("{findings:#?}"));
    let wanted = |id: &str| made.pages.iter().find(|page| page.id() == id).map(|page| drawn(&page.document));
    wanted("index").expect("a welcome page") + &wanted("statement-of-purpose/part-4").unwrap_or_default()
}

#[test]
fn a_lower_rating_is_said_before_what_has_changed_since() {
    let text = pages(
        "rating:\n  overall: requires-improvement\n  given_on: 2026-11-01\n  since_then: [There are two more people on at night.]\n",
        "",
    );
    let rating = text.find("[rating] Requires improvement").expect("the rating in words");
    let since = text.find("two more people on at night").expect("what has changed");
    assert!(rating < since, "{text}");
    assert!(text.contains("https://www.cqc.org.uk/location/1-000000099"), "{text}");
}

#[test]
fn a_rating_from_another_provider_says_so() {
    let text =
        pages("rating:\n  overall: good\n  given_on: 2024-05-02\n  inherited: yes\n  inherited_from: Ash Care\n", "");
    assert!(text.contains("before we ran it") && text.contains("Ash Care"), "{text}");
}

#[test]
fn a_home_that_says_it_has_no_rating_yet_shows_none() {
    let text = pages("rating:\n  overall: not-yet-rated\n", "");
    assert!(text.contains("[rating] Not yet rated"), "{text}");
    for word in ["Outstanding", "Good", "Requires improvement", "Inadequate"] {
        assert!(!text.contains(word), "{text}");
    }
}

#[test]
fn of_a_home_that_says_nothing_of_a_rating_nothing_is_said() {
    let text = pages("", "");
    for words in ["[rating]", "not given", "yet", "Outstanding", "Good", "Requires improvement", "Inadequate"] {
        assert!(!text.contains(words), "{words}: {text}");
    }
}

#[test]
fn every_rating_stands_beside_the_day_on_which_it_was_given() {
    let text = pages(
        "rating:\n  overall: requires-improvement\n  given_on: 2026-03-02\n  safe: inadequate\n  safe_given_on: 2026-06-30\n  caring: good\n",
        "",
    )
    .replace(['\u{A0}', '~'], " ");
    for said in
        ["This rating was given on 2 March 2026.", "Inadequate, given on 30 June 2026", "Good, given on 2 March 2026"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
}

/// What is told of a rating, with its line.
fn told(rating: &str) -> Vec<(u32, String)> {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = dir.path().join("rowan");
    fs_err::create_dir_all(&folder).expect("made");
    let home = "name: Rowan House\naddress:\n  lines: [1 Rowan Lane]\n  postcode: ZZ99 1AA\n";
    fs_err::write(folder.join("home.yaml"), format!("{home}{rating}")).expect("written");
    let content = disk::read(&Utf8PathBuf::try_from(dir.path().to_owned()).expect("UTF-8")).expect("read");
    let findings = one(&content, &content.homes[0]).err().unwrap_or_default();
    findings.into_iter().map(|finding| (finding.span.line, finding.message.to_string())).collect()
}

#[test]
fn a_rating_without_its_day_is_a_mistake_and_the_day_of_the_report_is_not_taken_for_it() {
    let missing = "the day on which this rating was given is missing, and the law wants it beside every rating";
    assert_eq!(told("rating:\n  overall: good\n  published_on: 2026-06-19\n"), [(6, missing.to_owned())]);
    assert_eq!(
        told("rating:\n  overall: good\n  safe_given_on: 2026-06-19\n  given_on: 2026-06-19\n"),
        [(7, "this is the day of “safe”, which is not rated here".to_owned())]
    );
    assert_eq!(told("rating:\n  overall: not-yet-rated\n"), []);
}

#[test]
fn a_vacant_post_says_who_leads_meanwhile() {
    let text = pages(
        "",
        "manager_vacancy:\n  why: Our manager retired in October.\n  meanwhile: The deputy leads the home.\n",
    );
    assert!(text.contains("retired in October") && text.contains("The deputy leads the home"), "{text}");
}
