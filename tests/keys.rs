//! Every key that a file can have is explained: in `docs/files/`, by `homepack explain` and to editors, from the model's own comments.
//! `HOMEPACK_RENEW=1` writes the pages anew.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use homepack::country::Profiles;
use homepack::keys::{FILES, KEYS, Key, Written, contents, listed, schema, subject, written};
use homepack::read;

const FOLDER: &str = "docs/files";

fn pages() -> BTreeMap<String, String> {
    let mut pages: BTreeMap<String, String> =
        FILES.iter().map(|file| (format!("{}.md", subject(file.path)), listed(file))).collect();
    let intro = "# Files of a home\n\nWhat each file is about, and every key that it can have. `homepack explain` prints the same: `homepack explain rooms.yaml`,\n`homepack explain kinds_of_places`.\n\n";
    let line = |path: &str, about: &str| format!("- [{path}]({}.md): {about}\n", subject(path));
    let list: String = FILES.iter().map(|file| line(file.path, file.about)).collect();
    pages.insert("README.md".to_owned(), format!("{intro}{list}"));
    pages
}

#[test]
fn the_pages_of_all_files_say_what_explain_says() {
    let renew = std::env::var("HOMEPACK_RENEW").is_ok();
    let mut stale = Vec::new();
    for (name, page) in pages() {
        let path = Path::new(FOLDER).join(name);
        if std::fs::read_to_string(&path).ok().as_ref() != Some(&page) {
            if renew {
                std::fs::create_dir_all(FOLDER).expect("the folder can be made");
                std::fs::write(&path, page).expect("it can be written");
            }
            stale.push(path);
        }
    }
    assert!(renew || stale.is_empty(), "stale: {stale:#?}\nHOMEPACK_RENEW=1 cargo test --test keys writes them anew");
}

#[test]
fn every_file_that_is_read_is_explained_and_no_other() {
    let own: BTreeSet<&str> = FILES.iter().map(|file| file.path).filter(|path| !path.contains('/')).collect();
    assert_eq!(own, BTreeSet::from(read::FILES));
    for file in &FILES {
        assert!(contents().contains(file.about) && file.about.ends_with('.'), "{}", file.path);
    }
}

#[test]
fn every_key_says_what_it_means_and_what_is_written_there() {
    for key in KEYS.iter() {
        let path = key.path();
        assert!(key.meaning.ends_with(['.', '”', ')']) && key.meaning.len() > 3, "{path}: {:?}", key.meaning);
        match &key.written {
            Written::OneOf(words) => assert!(words.len() > 1, "{path}: one word is no choice"),
            Written::Value(kind) => assert!(!kind.is_empty(), "{path}"),
            Written::Keys => {
                let held = |inner: &&homepack::keys::Key| inner.file == key.file && inner.steps.len() > key.steps.len();
                assert!(KEYS.iter().filter(held).any(|inner| inner.steps.starts_with(&key.steps)), "{path} holds keys");
            }
        }
        let page = written(key);
        assert!(page.contains(&format!("{}:", key.name())) && page.contains(&key.meaning), "{page}");
    }
    assert!(KEYS.len() > 500, "{}", KEYS.len());
}

#[test]
fn a_schema_is_whole_and_says_nothing_of_what_a_key_may_not_be() {
    for file in &FILES {
        let schema = schema(file);
        let letters = schema.to_string();
        for name in letters.split("\"#/definitions/").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(schema.pointer(&format!("/definitions/{name}")).is_some(), "{}: {name}", file.path);
        }
        assert!(!letters.contains("\"null\"") && !letters.contains("Class: "), "{}", file.path);
    }
}

#[test]
fn every_key_of_a_home_has_its_question_and_every_question_its_key() {
    let rated: BTreeSet<String> = ["england", "wales"].iter().flat_map(|country| rated_in(country)).collect();
    for file in FILES.iter().filter(|file| !file.path.starts_with("residents/")) {
        let keys: Vec<&Key> = KEYS.iter().filter(|key| key.file == file.path).collect();
        for key in &keys {
            let Some(asked) = &key.question else { panic!("{}: {} has no question", file.path, key.way) };
            assert!(asked.question.ends_with('?') && asked.why.ends_with('.'), "{}: {asked:?}", key.path());
            assert_eq!(
                asked.example.is_none(),
                key.written == Written::Keys,
                "{}: an example where a value stands",
                key.path()
            );
        }
        let known: BTreeSet<&str> = keys.iter().map(|key| key.way.as_str()).collect();
        let astray = file
            .asked()
            .into_iter()
            .filter(|way| !known.contains(way.as_str()) && !rated.contains(way.trim_start_matches("rating.")));
        assert_eq!(astray.collect::<Vec<_>>(), Vec::<String>::new(), "{}: questions without a key", file.path);
    }
}

/// The keys of a rating that a country has of its own.
fn rated_in(country: &str) -> Vec<String> {
    let profiles = Profiles::new().expect("the countries are in order");
    let rated = profiles.of(Some(country)).ratings.each.iter().map(|rated| rated.key.clone());
    rated.flat_map(|id| [format!("{id}_given_on"), id]).collect()
}
