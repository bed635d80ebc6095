//! The words of both sample homes: plain by the numbers, explained, and true to their data.

mod common;

use common::{composed, drawn};
use homepack::document::{Document, Section, letters};
use homepack::reading::{Reading, measure};
use homepack::text::Public;

/// Pages that read harder than grade 8, each with its reason. None, so far.
const HARDER: [(&str, &str); 0] = [];
/// Initials that never need explaining (see the wording guide).
const KNOWN: [&str; 10] = ["NHS", "GP", "TV", "ID", "PIN", "PDF", "EPUB", "UK", "COVID", "AA"];

fn every_document() -> Vec<(String, Document<Public>)> {
    let mut out = Vec::new();
    for made in composed("content") {
        for page in made.pages {
            out.push((format!("{}/{}", made.home.folder, page.id()), page.document));
        }
        for paper in made.papers {
            out.push((format!("{}/{}", made.home.folder, paper.stem()), paper.paper.document));
        }
    }
    assert!(out.len() > 60, "both homes are composed");
    out
}

fn measured() -> Vec<(String, Reading)> {
    every_document().into_iter().map(|(name, document)| (name, measure(&document))).collect()
}

#[test]
fn no_sentence_is_longer_than_25_words() {
    let long: Vec<String> = measured()
        .iter()
        .flat_map(|(name, reading)| reading.longer_than(25).map(|s| format!("{name}: {s}")).collect::<Vec<_>>())
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn a_sentence_has_at_most_15_words_on_average_on_every_page() {
    let long: Vec<String> = measured()
        .iter()
        .filter(|(_, reading)| reading.average() > 15.0)
        .map(|(name, reading)| format!("{name}: {:.1}", reading.average()))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn the_middle_page_reads_at_grade_6_or_easier_and_harder_ones_have_a_reason() {
    let mut grades: Vec<(f64, String)> =
        measured().into_iter().filter(|(_, r)| !r.sentences.is_empty()).map(|(name, r)| (r.grade, name)).collect();
    grades.sort_by(|a, b| a.0.total_cmp(&b.0));
    assert!(grades[grades.len() / 2].0 <= 6.0, "{:?}", grades[grades.len() / 2]);
    let hard: Vec<_> = grades
        .iter()
        .filter(|(grade, name)| *grade > 8.0 && !HARDER.iter().any(|(page, _)| name.ends_with(page)))
        .collect();
    assert!(hard.is_empty(), "{hard:#?}");
}

#[test]
fn initials_are_explained_on_every_page_that_uses_them() {
    let mut missing = Vec::new();
    for (name, document) in every_document() {
        let text = drawn(&document);
        for word in text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase()))
        {
            let postcode_or_code = word.starts_with("ZZ") || word.starts_with("CH");
            let explained = text.contains(&format!("({word})")) || text.contains(&format!("({word},"));
            if !KNOWN.contains(&word) && !postcode_or_code && !explained {
                missing.push(format!("{name}: {word}"));
            }
        }
    }
    missing.sort();
    missing.dedup();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn nothing_missing_shows_and_no_sign_of_the_workshop_is_left() {
    for (name, document) in every_document() {
        let text = drawn(&document);
        for sign in ["undefined", "null", "unknown", "{{", "{%", "\\", "  .", " ,", "..", "()", "“”", "££"] {
            assert!(
                !text.lines().skip(2).any(|line| line.trim_start().contains(sign)),
                "{name} shows “{sign}”:\n{text}"
            );
        }
        assert!(!text.chars().any(|c| ('\u{E000}'..='\u{F8FF}').contains(&c)), "{name} shows a mark of ours");
    }
}

#[test]
fn every_title_is_different_within_a_home() {
    for made in composed("content") {
        let mut titles: Vec<String> = made.pages.iter().map(|page| letters(&page.document.title)).collect();
        titles.sort();
        let all = titles.len();
        titles.dedup();
        assert_eq!(all, titles.len(), "{}", made.home.folder);
    }
}

#[test]
fn a_number_is_only_shown_where_somebody_has_checked_it() {
    let national = ["03000 616161", "0345 015 4033", "0800 678 1602", "0808 223 1133", "0300 456 2370"];
    for (name, document) in every_document() {
        let text = drawn(&document).replace('~', " ");
        for number in national {
            assert!(!text.contains(number), "{name} shows {number}, which nobody has checked");
        }
    }
}

#[test]
fn somebody_without_a_yes_is_shown_by_their_role_alone() {
    for made in composed("content") {
        let hidden: Vec<_> = made
            .home
            .people
            .named
            .iter()
            .filter(|person| person.agreed_on.is_none())
            .filter_map(|person| person.name.as_ref())
            .collect();
        assert!(
            !hidden.is_empty() || made.home.people.named.iter().any(|person| person.agreed_on.is_none()),
            "{}: the sample shows how",
            made.home.folder
        );
        for page in &made.pages {
            let text = drawn(&page.document);
            for name in &hidden {
                assert!(!text.contains(name.as_str()), "{} names {name:?}", page.id());
            }
        }
    }
}

/// Every heading of a page.
fn headings(sections: &[Section<Public>], out: &mut Vec<String>) {
    for section in sections {
        out.push(letters(&section.heading));
        headings(&section.sections, out);
    }
}

/// Whether headings are spoken by two: by the resident, who says “I”, and by the home, which says “you” to them.
fn spoken_by_two(headings: &[String]) -> bool {
    let says = |phrases: &[&str]| {
        headings.iter().any(|heading| {
            let words: Vec<String> =
                heading.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect();
            let heading = format!(" {} ", words.join(" "));
            phrases.iter().any(|phrase| heading.contains(&format!(" {phrase} ")))
        })
    };
    says(&["i", "me", "my", "mine"]) && says(&["your", "yours", "our", "ours", "do we", "have we", "can you ask"])
}

#[test]
fn the_headings_of_a_page_agree_on_who_speaks() {
    let asked = |lines: &[&str]| spoken_by_two(&lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>());
    assert!(asked(&["What is mine in it?", "Your sewing machine"]));
    assert!(asked(&["Who can I ask?", "Who do we work with?"]));
    assert!(
        !asked(&["Who can I ask?", "How do you keep me safe?"]) && !asked(&["How can you leave?", "Your contract"])
    );
    let mut two = Vec::new();
    for made in composed("content") {
        for page in &made.pages {
            let mut lines = vec![letters(&page.document.title)];
            headings(&page.document.sections, &mut lines);
            if spoken_by_two(&lines) {
                two.push(format!("{}/{}: {lines:#?}", made.home.folder, page.id()));
            }
        }
    }
    assert!(two.is_empty(), "{}", two.join("\n"));
}
