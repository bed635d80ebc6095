//! A fact that needs a yes is in no paper of the pack without one: never given, not yet, without its day, or taken back.

#[path = "../common/packs.rs"]
mod packs;

use super::canary::{Record, consents, record};
use packs::Bench;

/// What each yes lets into the papers; outings and photographs let nothing in but the yes itself.
const LETS_IN: [(&str, &[&str]); 12] = [
    (
        "about-me",
        &["name.full", "good_day[]", "bad_day[]", "life.rather_not_talk_about[]", "communication.without_words[]"],
    ),
    ("date-of-birth", &["name.born"]),
    ("nhs-number", &["name.nhs_number"]),
    ("name-on-door", &["room.name_on_door"]),
    ("faith", &["belonging.faith[]"]),
    ("culture", &["belonging.culture[]"]),
    ("senses", &["senses.seeing[]", "senses.hearing[]", "senses.remembering[]", "senses.surroundings[]"]),
    (
        "life-story",
        &["life.growing_up[]", "life.work[]", "life.people[]", "life.places[]", "life.loves[]", "life.proud_of[]"],
    ),
    ("end-of-life", &["end_of_life[]"]),
    ("help-to-decide", &["deciding.who_may_help[]"]),
    ("voting", &["post_and_phone.voting"]),
    ("sharing", &["communication.shared_with[]"]),
];

/// What becomes of a yes that does not hold.
const NO: [(&str, &str); 4] = [
    ("never given", ""),
    ("without its day", "  - to: {to}\n"),
    ("not yet", "  - to: {to}\n    yes_on: 2026-11-23\n"),
    ("taken back", "  - to: {to}\n    yes_on: 2026-01-05\n    withdrawn_on: 2026-11-22\n"),
];

/// The keys of a record whose canaries are in a pack made from these letters.
fn printed(bench: &Bench, record: &Record, letters: &str) -> Vec<String> {
    let resident = bench.resident(&record.id, letters).unwrap_or_else(|findings| panic!("{findings:?}\n{letters}"));
    let papers = bench.with("quillmere-house", |packer| packs::letters(packer, &resident));
    let all: String = papers.values().map(|text| text.to_lowercase()).collect();
    let there = record.canaries.iter().filter(|canary| canary.forms.iter().any(|form| all.contains(form.as_str())));
    there.map(|canary| canary.path.clone()).collect()
}

#[test]
fn without_a_yes_the_fact_is_not_there() {
    let bench = Bench::new();
    for who in 0..2 {
        let record = record("q7k2m9", who);
        let all = printed(&bench, &record, &record.letters);
        for (to, keys) in LETS_IN {
            let missing: Vec<_> = keys.iter().filter(|key| !all.iter().any(|there| there == *key)).collect();
            assert!(missing.is_empty(), "with every yes, {missing:?} is in no paper, so a no proves nothing");
            let yes = format!("  - to: {to}\n    yes_on: 2026-01-05\n");
            for (why, no) in NO {
                let letters = record.letters.replace(&yes, &no.replace("{to}", to));
                assert_ne!(letters, record.letters);
                let there = printed(&bench, &record, &letters);
                let still: Vec<_> = keys.iter().filter(|key| there.iter().any(|there| there == *key)).collect();
                assert!(still.is_empty(), "a yes to {to} was {why}, and the papers hold {still:?}");
            }
        }
    }
    let known: Vec<&str> = LETS_IN.iter().map(|(to, _)| *to).chain(["photographs", "outings"]).collect();
    assert!(consents().iter().all(|to| known.contains(to)), "a new consent belongs in this test");
}

#[test]
fn nobody_is_named_who_did_not_agree_or_whose_paper_we_did_not_see_or_who_has_gone() {
    let bench = Bench::new();
    let record = record("q7k2m9", 0);
    let without = |key: &str| {
        let kept = |line: &&str| !line.trim_start_matches([' ', '-']).starts_with(key);
        record.letters.lines().filter(kept).flat_map(|line| [line, "\n"]).collect::<String>()
    };
    let gone = |key: &str, day: &str| {
        let after = record.letters.split_once(&format!("{key}:\n")).expect("they have one").1;
        let until = after.lines().find(|line| line.contains("until: ")).expect("it has a last day");
        record.letters.replacen(until, &format!("  until: {day}"), 1)
    };
    let of = |record: &[String], group: &str| {
        record.iter().filter(|key| key.starts_with(group)).cloned().collect::<Vec<_>>()
    };
    let all = printed(&bench, &record, &record.letters);
    for (group, letters) in [
        ("people[].", without("knows_on:")),
        ("people[].", record.letters.replace("knows_on: 1931", "knows_on: 2931")),
        ("speaks_for_me[].", without("seen_on:")),
        ("key_worker.", gone("key_worker", "2026-11-21")),
        ("back_up.", gone("back_up", "2026-11-21")),
    ] {
        assert!(!of(&all, group).is_empty(), "{group} is in no paper");
        assert_eq!(of(&printed(&bench, &record, &letters), group), Vec::<String>::new(), "{group}");
    }
    // On their last day they are still there.
    assert!(!of(&printed(&bench, &record, &gone("key_worker", "2026-11-22")), "key_worker.").is_empty());
    // An advocate needs no paper of ours; everybody else does.
    for (kind, named) in
        [("health-deputy", false), ("money-attorney", false), ("money-deputy", false), ("advocate", true)]
    {
        let letters = without("seen_on:").replace("kind: health-attorney", &format!("kind: {kind}"));
        assert_eq!(!of(&printed(&bench, &record, &letters), "speaks_for_me[].").is_empty(), named, "{kind}");
    }
}
