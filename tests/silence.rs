//! What is said of a home that has said nothing but its name and its address.
//!
//! `tests/silence.yaml` lists every such sentence with what it rests on: the law, the two facts there are, or the website or paper
//! itself. A sentence that is not on the list fails: whoever adds one says there why it is true of every home. To see what is missing,
//! run this test; it prints the sentences as lines for the list.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

mod common;

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8PathBuf;
use common::{drawn, one};
use homepack::reading::sentences;
use homepack::{country, disk};

/// Every sentence that may be said of a home of which nothing is known, and why it is true of it.
const SILENCE: &str = include_str!("silence.yaml");

/// What a sentence can rest on.
const RESTS_ON: [&str; 5] = ["law", "name", "this", "number", "promise"];

/// Every sentence of every page and paper of that home in each country.
fn said() -> BTreeSet<String> {
    let named = country::ids().skip(1).map(|country| format!("country: {country}\n"));
    // A home that names no country is in the first.
    std::iter::once(String::new()).chain(named).flat_map(|line| said_in(&line)).collect()
}

/// Every sentence of every page and paper, with this line for the country.
fn said_in(country: &str) -> BTreeSet<String> {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = dir.path().join("rowan");
    fs_err::create_dir_all(&folder).expect("made");
    let home = "name: Rowan House\naddress:\n  lines: [1 Rowan Lane]\n  postcode: ZZ99 1AA\n";
    fs_err::write(folder.join("home.yaml"), format!("{country}{home}")).expect("written");
    let content = disk::read(&Utf8PathBuf::try_from(dir.path().to_owned()).expect("UTF-8")).expect("read");
    let made = one(&content, &content.homes[0]).unwrap_or_else(|findings| panic!("{findings:#?}"));
    let pages = made.pages.iter().map(|page| drawn(&page.document));
    let papers = made.papers.iter().map(|paper| drawn(&paper.paper.document));
    let lines: Vec<String> = pages.chain(papers).collect();
    let lines = lines.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with("  ("));
    let bare = |line: &str| line.trim().trim_start_matches(['-', '#', ' ']).replace('\u{A0}', " ");
    lines.flat_map(|line| sentences(&bare(line))).collect()
}

#[test]
fn of_a_home_that_says_nothing_only_that_is_said_which_is_true_of_every_home() {
    let known: BTreeMap<String, String> = homepack::ours::read(SILENCE).expect("the list can be read");
    for (sentence, why) in &known {
        assert!(RESTS_ON.contains(&why.as_str()), "{sentence}: nothing rests on “{why}”");
    }
    let said = said();
    let new: Vec<&String> = said.iter().filter(|sentence| !known.contains_key(*sentence)).collect();
    let gone: Vec<&String> = known.keys().filter(|sentence| !said.contains(*sentence)).collect();
    let lines = |list: &[&String]| list.iter().map(|sentence| format!("{sentence:?}:")).collect::<Vec<_>>().join("\n");
    assert!(new.is_empty(), "said without being on the list:\n{}", lines(&new));
    assert!(gone.is_empty(), "on the list and never said:\n{}", lines(&gone));
}
