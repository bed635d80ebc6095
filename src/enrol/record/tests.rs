//! What a manager answers comes back from the record; what they did not answer is there to use.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::check::resident;
use crate::enrol::{NAME, questions};
use crate::resident::schema::FIELDS;
use crate::resident::{Resident, is_id};
use crate::source::Sources;
use crate::theme::Theme;

fn theme() -> Theme {
    Theme::new(BTreeMap::default()).expect("the theme")
}

/// A record's reading, which must have no finding.
fn back(id: &str, letters: &str) -> Resident {
    let mut sources = Sources::default();
    let file = sources.add_private(format!("{id}.yaml").into(), letters);
    let (resident, findings) = resident(&sources, file, &theme());
    assert_eq!(findings, [], "{letters}");
    resident.expect("a record")
}

fn answered(typed: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::default();
    for question in questions(&theme()) {
        if let Some((_, words)) = typed.iter().find(|(way, _)| *way == question.way) {
            answers.note(&question, question.answer(words, jiff::civil::date(2026, 11, 22)).expect("an answer"));
        }
    }
    answers
}

const FULL: [(&str, &str); 14] = [
    (NAME, "Bea: \"the Bee\" # 1"),
    ("name.say_it_like", "BEE-ah"),
    ("room.number", "no"),
    ("stay.moved_in", "today"),
    ("stay.from", "hospital"),
    ("stay.kind", "short"),
    ("stay.until", "2027-01-03"),
    ("key_worker.name", "Jonah"),
    ("paying.route", "council-with-top-up"),
    ("format.points", "24"),
    ("format.paper", "yellow"),
    ("format.typeface", "lexend"),
    ("format.edition", "one-thing-at-a-time"),
    ("format.asked_on", "today"),
];

#[test]
fn every_answer_comes_back_from_the_record() {
    let resident = back("q7k2m9", &letters("q7k2m9", &answered(&FULL)));
    assert_eq!(resident.name.preferred.inside(), "Bea: \"the Bee\" # 1");
    assert_eq!(resident.room.number.expect("a room").inside(), "no");
    assert_eq!(resident.stay.until.expect("a day").inside().day(), jiff::civil::date(2027, 1, 3));
    assert_eq!(resident.format.points.expect("a size").get(), 24);
    assert_eq!(resident.format.typeface.expect("a typeface").id, "lexend");
}

#[test]
fn every_question_stands_in_a_group_and_was_answered_here() {
    for question in questions(&theme()) {
        let (key, line) = question.way.split_once('.').expect("a key in a group");
        let there =
            GROUPS.iter().any(|(group, _, lines)| *group == key && lines.iter().any(|(known, _)| *known == line));
        assert!(there, "{}", question.way);
        assert!(FULL.iter().any(|(way, _)| *way == question.way), "{}", question.way);
    }
}

#[test]
fn a_name_is_enough() {
    let resident = back("q7k2m9", &letters("q7k2m9", &answered(&[(NAME, "Bea")])));
    assert_eq!(resident.name.preferred.inside(), "Bea");
    assert!(resident.room.number.is_none() && resident.key_worker.is_none() && resident.consents.is_empty());
}

#[test]
fn every_example_can_be_used_and_every_key_has_one() {
    for answers in [answered(&[(NAME, "Bea")]), answered(&FULL)] {
        let letters = letters("q7k2m9", &answers);
        let used: Vec<&str> = letters.lines().map(|line| line.strip_prefix("# ").unwrap_or(line)).collect();
        back("q7k2m9", &used.join("\n"));
        assert!(FIELDS.len() > 100, "{}", FIELDS.len());
        for field in FIELDS.iter() {
            // A key of a list's items may be left to the manual; every group has its lines.
            let key = field.path.split('.').next_back().unwrap_or_default().trim_end_matches("[]");
            assert!(
                letters.contains(&format!("{key}:")) || letters.contains(&format!("{key}.")) || SELDOM.contains(&key),
                "{}",
                field.path
            );
        }
    }
}

/// Keys that are explained with their group and have no line.
const SELDOM: [&str; 3] = ["others_pay", "who", "withdrawn_on"];

proptest! {
    #[test]
    fn whatever_can_be_typed_reads_back(name in "[^\\x00-\\x1f]{1,40}", room in "\\PC{0,20}") {
        let asked = questions(&theme());
        let mut answers = Answers::default();
        let today = jiff::civil::date(2026, 11, 22);
        let name = name.trim();
        prop_assume!(!name.is_empty());
        let Ok(name) = asked[0].answer(name, today) else { return Ok(()) };
        answers.note(&asked[0], name.clone());
        if let Ok(room) = asked[2].answer(room.trim(), today) {
            answers.note(&asked[2], room);
        }
        let read = back("q7k2m9", &letters("q7k2m9", &answers));
        prop_assert_eq!(read.name.preferred.inside(), name);
    }

    #[test]
    fn what_is_drawn_is_an_id(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        if let Some(id) = draw(&bytes) {
            prop_assert!(is_id(&id) && id.len() == 6);
            prop_assert!(!id.contains(['0', '1', 'o', 'l', 'i']));
        }
    }
}

#[test]
fn chance_that_runs_out_draws_nothing() {
    assert_eq!(draw(&[]), None);
    assert_eq!(draw(&[255; 64]).as_deref(), None);
    assert_eq!(draw(&[0; 6]).as_deref(), Some("a2a2a2"));
}
