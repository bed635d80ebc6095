//! A manager looks on 22 November 2026, thirty days ahead.

use std::collections::BTreeMap;

use super::*;
use crate::check::resident;
use crate::source::Sources;
use crate::theme::Theme;

/// A record in which nothing is due.
const QUIET: &str = "\
id: q7k2m9
name:
  preferred: Bea
  pronouns_asked_on: 2026-02-12
key_worker:
  name: Jonah
communication:
  asked_on: 2026-02-12
format:
  asked_on: 2026-02-12
pack:
  gone_through_on: 2026-03-01
";

/// Line and message of what is due, thirty days ahead.
fn due_in(letters: &str) -> Vec<(u32, String)> {
    due_within(letters, 30)
}

fn due_within(letters: &str, within: u32) -> Vec<(u32, String)> {
    let mut sources = Sources::default();
    let file = sources.add_private("q7k2m9.yaml".into(), letters);
    let theme = Theme::new(BTreeMap::default()).expect("the theme");
    let (resident, findings) = resident(&sources, file, &theme);
    assert_eq!(findings, []);
    let places = Places::of(file, letters);
    let found = due(&resident.expect("a record"), &places, jiff::civil::date(2026, 11, 22), within);
    found.into_iter().map(|finding| (finding.span.line, finding.message.to_string())).collect()
}

/// The quiet record with one part of it said differently.
fn but(old: &str, new: &str) -> Vec<(u32, String)> {
    assert!(QUIET.contains(old), "{old}");
    due_in(&QUIET.replace(old, new))
}

fn and(more: &str) -> Vec<(u32, String)> {
    due_in(&format!("{QUIET}{more}"))
}

fn lines(found: &[(u32, String)]) -> Vec<u32> {
    found.iter().map(|(line, _)| *line).collect()
}

#[test]
fn a_record_that_was_looked_at_this_year_is_quiet() {
    assert_eq!(due_in(QUIET), []);
}

#[test]
fn a_record_just_begun_asks_for_what_everybody_is_asked() {
    let found = due_in("id: q7k2m9\nname:\n  preferred: Bea\n");
    assert_eq!(lines(&found), [1, 1, 1, 1, 2], "{found:?}");
}

#[test]
fn a_pack_is_gone_through_every_year_or_on_the_day_that_was_agreed() {
    assert_eq!(lines(&but("gone_through_on: 2026-03-01", "gone_through_on: 2025-12-20")), [12]);
    assert_eq!(due_within(&QUIET.replace("2026-03-01", "2025-12-20"), 5), []);
    assert_eq!(lines(&and("  look_again_on: 2026-12-03\n")), [13]);
    assert_eq!(and("  look_again_on: 2027-06-03\n"), []);
    assert_eq!(lines(&but("gone_through_on: 2026-03-01", "written_on: 2026-03-01")), [11]);
}

#[test]
fn needs_that_are_written_down_are_flagged_shared_and_met() {
    let asked = "asked_on: 2026-02-12\nformat";
    let needs = "asked_on: 2026-02-12\n  support:\n    - hearing-loop\nformat";
    assert_eq!(lines(&but(asked, needs)), [7, 7, 7]);
    let done = "asked_on: 2026-02-12\n  support:\n    - hearing-loop\n  flagged_on: 2026-02-13\n  shared_with:\n    - your GP\n  met_on: 2026-03-01\nconsents:\n  - to: sharing\n    yes_on: 2026-02-12\nformat";
    assert_eq!(but(asked, done), []);
    // Large print is a need like any other.
    assert_eq!(lines(&but("format:\n", "format:\n  points: 20\n")), [7, 7, 7]);
}

#[test]
fn what_was_asked_a_year_ago_is_asked_again() {
    assert_eq!(lines(&but("communication:\n  asked_on: 2026", "communication:\n  asked_on: 2025")), [8]);
    assert_eq!(lines(&but("format:\n  asked_on: 2026", "format:\n  asked_on: 2025")), [10]);
    assert_eq!(
        but("communication:\n  asked_on: 2026", "communication:\n  reviewed_on: 2026-09-01\n  asked_on: 2025"),
        []
    );
    assert_eq!(lines(&but("  pronouns_asked_on: 2026-02-12\n", "")), [2]);
}

#[test]
fn a_day_that_has_not_come_yet_has_not_been_kept() {
    assert_eq!(lines(&but("communication:\n  asked_on: 2026-02-12", "communication:\n  asked_on: 2027-02-12")), [8]);
}

#[test]
fn a_key_worker_who_leaves_is_seen_before_and_after() {
    assert_eq!(lines(&but("key_worker:\n  name: Jonah\n", "")), [1]);
    assert!(but("Jonah\n", "Jonah\n  until: 2026-12-01\n")[0].1.ends_with("leaves soon"));
    assert!(but("Jonah\n", "Jonah\n  until: 2026-11-01\n")[0].1.contains("has left"));
    assert_eq!(but("Jonah\n", "Jonah\n  until: 2027-11-01\n"), []);
}

#[test]
fn nobody_is_printed_who_does_not_know_and_no_attorney_unseen() {
    let people = "people:\n  - name: Pat\n    knows_on: 2026-02-01\n  - name: Neil\n";
    assert_eq!(lines(&and(people)), [16]);
    let speak = "speaks_for_me:\n  - kind: money-attorney\n    name: Pat\n  - kind: advocate\n    name: Sam\n";
    assert_eq!(lines(&and(speak)), [14]);
}

#[test]
fn a_short_stay_has_an_end() {
    assert_eq!(lines(&and("stay:\n  kind: short\n")), [13]);
    assert!(and("stay:\n  kind: short\n  until: 2026-12-01\n")[0].1.ends_with("ends soon"));
    assert!(and("stay:\n  kind: short\n  until: 2026-11-01\n")[0].1.ends_with("is over"));
    assert_eq!(and("stay:\n  kind: short\n  until: 2027-03-01\n"), []);
}

#[test]
fn a_yes_has_a_day_and_may_be_asked_for_again() {
    assert_eq!(lines(&and("consents:\n  - to: outings\n")), [14]);
    assert_eq!(lines(&and("consents:\n  - to: outings\n    yes_on: 2026-02-01\n    ask_again_on: 2026-12-01\n")), [16]);
    assert_eq!(and("consents:\n  - to: outings\n    yes_on: 2026-12-02\n    ask_again_on: 2026-12-01\n"), []);
    assert_eq!(and("consents:\n  - to: outings\n    yes_on: 2026-02-01\n    withdrawn_on: 2026-03-01\n"), []);
}

#[test]
fn what_is_written_without_a_yes_is_pointed_out_once() {
    assert_eq!(lines(&and("room:\n  name_on_door: Bea\n")), [14]);
    assert_eq!(lines(&and("life:\n  work:\n    - I sewed.\n  loves:\n    - I love brass.\n")), [14]);
    let withdrawn = "consents:\n  - to: name-on-door\n    yes_on: 2026-02-01\n    withdrawn_on: 2026-03-01\n";
    assert_eq!(and(&format!("room:\n  name_on_door: Bea\n{withdrawn}")), []);
}

#[test]
fn a_copy_older_than_the_day_a_yes_was_taken_back_is_collected() {
    let consents = "consents:\n  - to: life-story\n    yes_on: 2026-02-01\n    withdrawn_on: 2026-08-02\n";
    let copy = |day: &str| format!("{consents}printed_copies:\n  - paper: life-story\n    where: family\n{day}");
    assert_eq!(lines(&and(&copy("    printed_on: 2026-04-20\n"))), [18]);
    assert_eq!(lines(&and(&copy(""))), [18]);
    assert_eq!(and(&copy("    printed_on: 2026-09-20\n")), []);
}

#[test]
fn every_consent_asks_for_a_key_that_there_is() {
    use crate::resident::schema::FIELDS;
    let letters = "id: q7k2m9\nname:\n  preferred: Bea\n";
    let mut sources = Sources::default();
    let file = sources.add_private("q7k2m9.yaml".into(), letters);
    let theme = Theme::new(BTreeMap::default()).expect("the theme");
    let mut resident = resident(&sources, file, &theme).0.expect("a record");
    let own = resident.name.preferred.clone();
    resident.belonging.faith = vec![own.clone()];
    resident.senses.hearing = vec![own.clone()];
    resident.life.proud_of = vec![own.clone()];
    resident.name.full = Some(own);
    let places = Places::of(file, letters);
    let day = jiff::civil::date(2026, 11, 22);
    let look = Look { resident: &resident, places: &places, today: day, until: day, found: Vec::new() };
    let ways: Vec<&str> = look.written().into_iter().flat_map(|(_, ways)| ways).collect();
    assert_eq!(ways, ["name.full", "belonging.faith", "senses.hearing", "life.proud_of"]);
    for way in ways {
        assert!(FIELDS.iter().any(|field| field.path.trim_end_matches("[]") == way), "{way}");
    }
}

#[test]
fn a_day_that_nobody_covers_is_told() {
    let with = |days: &str, back_up: &str| {
        due_in(&QUIET.replace("  name: Jonah\n", &format!("  name: Jonah\n  days: [{days}]\n{back_up}")))
    };
    let week = "monday, tuesday, wednesday, thursday";
    let told = |line, day: &str| {
        vec![(line, format!("nobody covers {day}: neither the key worker nor who stands in is here"))]
    };
    assert_eq!(with(week, ""), told(7, "Friday"));
    assert_eq!(with(week, "back_up:\n  name: Bo\n  days: [friday, saturday]\n"), told(10, "Sunday"));
    assert_eq!(with(week, "back_up:\n  name: Bo\n  days: [friday, saturday, sunday]\n"), []);
    // Whose days nobody wrote down may be here every day.
    assert_eq!(with(week, "back_up:\n  name: Bo\n"), []);
}
