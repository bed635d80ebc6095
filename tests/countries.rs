//! A home in another country than England: everything that is made for it follows the rules there, and nothing in it is another's.
//!
//! Each country has a folder in `tests/homes`: the content and the records of a fixture home, and `not-here.txt`, the words that must be
//! found nowhere in what is made for it. A country that is added is searched without a line here; what is said there alone is asked
//! for below.

#![expect(clippy::disallowed_methods, reason = "a test reads the records of its fixture homes")]

mod common;

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use common::drawn;
use homepack::compose::Troubles;
use homepack::compose::pack::Packer;
use homepack::country::{self, Profiles, Shown, When};
use homepack::disk;
use homepack::make::{documents, site};
use homepack::render::text::text;
use homepack::render::website::{Look, render};
use homepack::source::Sources;

/// Where the fixture homes are, by country.
const HOMES: &str = "tests/homes";

/// The countries that have a fixture home: all but the samples' own.
fn countries() -> Vec<&'static str> {
    country::ids().skip(1).collect()
}

/// Words of other countries' law and bodies: `not-here.txt`.
fn words_of_others(country: &str) -> Vec<regex::Regex> {
    let list = fs_err::read_to_string(format!("{HOMES}/{country}/not-here.txt")).expect("there is a list");
    let words = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    words.map(|word| regex::Regex::new(&format!(r"(?i)\b{}\b", regex::escape(word))).expect("a pattern")).collect()
}

/// The records of a fixture home, in the order of their names.
fn records(country: &str, home: &Utf8Path) -> Vec<Utf8PathBuf> {
    let home = home.file_name().expect("a home has a name");
    let folder = format!("{HOMES}/{country}/private/residents/{home}");
    let entries = fs_err::read_dir(folder).expect("there are records").map(|entry| entry.expect("a record").path());
    let mut records: Vec<Utf8PathBuf> = entries.map(|path| path.try_into().expect("a name in UTF-8")).collect();
    records.sort();
    records
}

/// Everything that is made of the home, by name: pages as files, pages and papers as they are read, packs as text.
fn made(country: &str) -> BTreeMap<String, String> {
    let content = disk::read(&Utf8Path::new(HOMES).join(country).join("content")).expect("the content can be read");
    let workshop = common::workshop();
    let (known, findings) = workshop.read(&content, &content.homes[0]);
    let known = known.unwrap_or_else(|| panic!("{findings:#?}"));
    assert!(findings.is_empty(), "{findings:#?}");
    let desk = workshop.desk(&known);
    let mut troubles = Troubles::default();
    let read = documents(&desk, &mut troubles);
    let photographs = BTreeMap::new();
    let look = Look::new(&workshop.theme).expect("the look is whole");
    let files = render(site(&desk, &read.pages, &read.notices, &photographs), &look).expect("the site is drawn");
    let mut out: BTreeMap<String, String> =
        files.into_iter().map(|file| (file.path, String::from_utf8_lossy(&file.bytes).into_owned())).collect();
    for page in &read.pages {
        out.insert(format!("page {}", page.id()), drawn(&page.document));
    }
    for paper in &read.papers {
        out.insert(paper.stem(), serde_json::to_string(&paper.paper).expect("a paper is data"));
    }
    let packer = Packer::new(desk);
    for path in records(country, &content.homes[0].folder) {
        let id = path.file_stem().expect("a name").to_owned();
        let letters = fs_err::read_to_string(&path).expect("it is text");
        let mut sources = Sources::default();
        let file = sources.add_private(path, &letters);
        let (resident, findings) = homepack::check::resident(&sources, file, &workshop.theme);
        let resident = resident.unwrap_or_else(|| panic!("{id}: {findings:#?}"));
        for paper in packer.pack(&resident, &mut troubles).papers {
            out.insert(format!("pack {id} {}", paper.id), text(&paper.paper));
        }
    }
    assert!(troubles.failure.is_none() && troubles.findings.is_empty(), "{troubles:?}");
    out
}

#[test]
fn every_country_has_a_fixture_home() {
    let mut folders: Vec<String> = fs_err::read_dir(HOMES)
        .expect("there are fixture homes")
        .map(|entry| entry.expect("a country").file_name().to_string_lossy().into_owned())
        .collect();
    folders.sort();
    let mut countries = countries();
    countries.sort_unstable();
    assert_eq!(folders, countries);
}

#[test]
fn nothing_made_for_a_home_is_of_another_countrys_law() {
    let mut wrong = Vec::new();
    for country in countries() {
        let made = made(country);
        assert!(made.len() > 100, "{country}: only {} things were made", made.len());
        let words = words_of_others(country);
        assert!(!words.is_empty(), "{country}: nothing is looked for");
        for (word, (name, letters)) in words.iter().flat_map(|word| made.iter().map(move |made| (word, made))) {
            if let Some(found) = word.find(letters) {
                let from = letters.floor_char_boundary(found.start().saturating_sub(60));
                let to = letters.floor_char_boundary(found.end() + 60);
                wrong.push(format!("{country}, {name}: …{}…", &letters[from..to]));
            }
        }
    }
    assert!(wrong.is_empty(), "{} places:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_rating_in_wales_is_four_words_and_none_for_the_whole() {
    let made = made("wales");
    let rating = &made["page rating"];
    for theme in ["Well-being", "Care and support", "Leadership and management", "Environment"] {
        assert!(rating.contains(theme), "{theme}: {rating}");
    }
    assert!(rating.contains("a form that CIW has made"), "{rating}");
    assert!(!made["rating.html"].contains("rating-word"), "there is no word for the whole");
    // What the law wants seen is seen.
    let profiles = Profiles::new().expect("countries are known");
    for shown in &profiles.of(Some("wales")).ratings.display.shows {
        let words = match shown {
            Shown::Home => "Bryn y Wawr",
            Shown::Each => "Excellent",
            Shown::Date => "8~June~2026",
            Shown::Overall | Shown::Report => panic!("not in Wales: {shown:?}"),
        };
        assert!(rating.contains(words), "{shown:?}: {rating}");
    }
}

#[test]
fn a_changed_statement_is_told_before_and_complaints_go_to_the_one_ombudsman() {
    let made = made("wales");
    let profiles = Profiles::new().expect("countries are known");
    assert_eq!(profiles.of(Some("wales")).statement.notice.when, When::Before);
    assert_eq!(profiles.of(None).statement.notice.when, When::After);
    let statement = &made["page statement-of-purpose/index"];
    assert!(statement.contains("28~days before the change"), "{statement}");
    assert!(made["page complaints"].contains("Public Services Ombudsman for Wales"));
    assert!(made["pack a2b3c4 my-rights"].contains("Public Services Ombudsman for Wales"));
}

#[test]
fn words_in_welsh_say_so() {
    let made = made("wales");
    let page = &made["croeso.html"];
    assert!(
        page.contains("<html lang=\"en-GB\">") && page.contains("<h1 lang=\"cy\">Croeso i Fryn y Wawr</h1>"),
        "{page}"
    );
    assert!(page.contains("<div class=\"words\" lang=\"cy\">"), "{page}");
    assert!(made["people.html"].contains("lang=\"cy\">Croeso</a>"), "the menu says it too");
}

#[test]
fn the_parts_of_the_statement_are_the_countrys() {
    let made = made("wales");
    for part in &Profiles::new().expect("countries are known").of(Some("wales")).statement.parts {
        assert!(made.contains_key(&format!("page statement-of-purpose/{}", part.id)), "{}", part.id);
    }
    assert!(!made.contains_key("page statement-of-purpose/part-1"));
    insta::assert_snapshot!("wales-statement-of-purpose", made["page statement-of-purpose/index"]);
    insta::assert_snapshot!("wales-rating", made["page rating"]);
    insta::assert_snapshot!("wales-complaints", made["page complaints"]);
}
