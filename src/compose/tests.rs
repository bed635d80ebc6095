//! Marks in the words that stand for nothing: each is told with the line that says it, on pages, on papers and in packs.

use std::collections::BTreeMap;

use super::pack::Packer;
use super::{Troubles, papers, website};
use crate::make::Workshop;
use crate::read::{Content, Place};
use crate::source::Sources;

/// A workshop with one words file of the theme's said another way.
fn workshop(words: &str, letters: &str) -> Workshop {
    let over = BTreeMap::from([(format!("words/{words}"), letters.as_bytes().to_vec())]);
    Workshop::new(over, jiff::civil::date(2026, 11, 22)).expect("the theme is whole")
}

/// What is wrong with a small home with a words file of its own: the failure's words, and each finding's line and words.
fn troubles(workshop: &Workshop, own: &[(&str, &str)]) -> (Option<String>, Vec<(u32, String)>) {
    let mut sources = Sources::default();
    let home = "name: Rowan House\naddress:\n  lines: [1 Rowan Lane, Sandlewick]\n  postcode: ZZ99 1AA\n";
    sources.add("rowan/home.yaml".into(), home);
    for (words, letters) in own {
        sources.add(format!("rowan/words/{words}").into(), letters);
    }
    let content = Content { sources, ..Content::default() };
    let place = Place::new("rowan".into(), Vec::new());
    let (known, findings) = workshop.read(&content, &place);
    let known = known.unwrap_or_else(|| panic!("{findings:?}"));
    let desk = workshop.desk(&known);
    let mut troubles = Troubles::default();
    let _ = papers::papers(&desk, &mut troubles);
    let _ = website::pages(&desk, &[], &mut troubles);
    let mut records = Sources::default();
    let record = "id: m3k9ab\nname:\n  preferred: Bea\nleaflets: [visiting]\n";
    let file = records.add_private("private/residents/rowan/m3k9ab.yaml".into(), record);
    let (resident, findings) = crate::check::resident(&records, file, &workshop.theme);
    let resident = resident.unwrap_or_else(|| panic!("{findings:?}"));
    let _ = Packer::new(desk).pack(&resident, &mut troubles);
    let findings = troubles.findings.iter().map(|finding| (finding.span.line, finding.message.to_string()));
    (troubles.failure.map(|failure| failure.to_string()), findings.collect())
}

#[test]
fn a_theme_cannot_write_a_mark_of_ours_or_any_sign_that_nobody_can_read() {
    for sign in ["\u{E003}weather:\u{E004}", "\u{1B}", "\u{202E}"] {
        let over = BTreeMap::from([("words/pets.md".to_owned(), format!("# Pets\n\nA cat.\n\n{sign}\n").into_bytes())]);
        let failure = Workshop::new(over, jiff::civil::date(2026, 11, 22)).err().expect("it is told").to_string();
        assert!(
            failure.contains("words/pets.md, line 5: there is a sign here that cannot stand in words"),
            "{failure}"
        );
    }
}

#[test]
fn what_goes_wrong_in_a_pack_is_told_without_its_words() {
    let words = "# Welcome\n\nHello.\n\n{{ throw(message=\"weather\") }}\n";
    let workshop = workshop("pack/welcome.md", words);
    let (failure, _) = troubles(&workshop, &[]);
    let failure = failure.expect("it is told");
    assert!(failure.contains("words/pack/welcome.md, line 5: these words cannot be filled in"), "{failure}");
    assert!(!failure.contains("weather"), "{failure}");
}

#[test]
fn people_of_a_record_are_known_in_a_pack_alone() {
    let said = "# Pets\n\nA cat.\n\n{{ call(person=0) }}\n";
    let (failure, findings) = troubles(&workshop("none.md", ""), &[("pets.md", said)]);
    assert_eq!(failure, None);
    let what = "these words cannot be filled in: only the words of a pack know the people in a resident's record";
    assert!(findings.contains(&(5, what.to_owned())), "{findings:?}");
}

#[test]
fn what_the_theme_speaks_of_too_may_be_missing_in_silence() {
    let said = "# Pets\n\nA cat.\n\n{{ contact(id=\"ombudsman\") }}\n\n{{ contact(id=\"lift-engineer\") }}\n";
    let (failure, findings) = troubles(&workshop("none.md", ""), &[("pets.md", said)]);
    assert_eq!(failure, None);
    assert_eq!(findings, [(7, "there is no contact called “lift-engineer”".to_owned())]);
}
