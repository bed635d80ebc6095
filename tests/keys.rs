//! Every key that a file can have is explained: in `docs/files/`, by `homepack explain` and to editors, from the model's own comments.
//! `HOMEPACK_RENEW=1` writes the pages anew.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use homepack::country::{self, Profiles};
use homepack::keys::{
    Ask, FILES, KEYS, Key, What, Written, contents, file_of, first, in_country, listed, schema, subject, subjects,
    written,
};
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
    let rated: BTreeSet<String> = country::ids().flat_map(rated_in).collect();
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

/// Every way to a key, in one country or another, with the name of its file and without the signs for lists.
fn ways() -> BTreeSet<String> {
    let profiles = Profiles::new().expect("the countries are in order");
    let mut ways = BTreeSet::new();
    for country in country::ids() {
        for file in &FILES {
            let keys = in_country(file, profiles.of(Some(country))).into_iter();
            ways.extend(keys.map(|key| format!("{}.{}", subject(file.path), key.way.replace("[]", ""))));
        }
    }
    ways
}

/// The name of a question as a way: with the file as it is called.
fn way(name: &str) -> String {
    let (about, rest) = name.split_once('.').unwrap_or((name, ""));
    let about = file_of(about).map_or(about, |file| subject(file.path));
    format!("{about}.{}", rest.replace("[]", ""))
}

#[test]
fn what_is_asked_first_leads_to_keys_and_rests_on_what_was_asked() {
    let (first, ways) = (first().expect("it is in order"), ways());
    let also = first.kinds.iter().flat_map(|kind| kind.also.values().flatten());
    let asks: Vec<&Ask> = first.steps.iter().flat_map(|step| &step.ask).chain(also).collect();
    let inner = asks.iter().flat_map(|ask| &ask.ask);
    let gates: BTreeSet<&str> = asks.iter().filter(|ask| ask.what == What::Gate).map(|ask| ask.name.as_str()).collect();
    for ask in asks.iter().copied().chain(inner) {
        assert!(gates.contains(ask.name.as_str()) || ways.contains(&way(&ask.name)), "{}", ask.name);
        assert!(ask.question.as_ref().is_none_or(|question| question.ends_with('?')), "{}", ask.name);
        let rests = ask.only_if.iter().flat_map(|all| all.keys()).chain(ask.also_says.keys());
        for name in rests {
            assert!(gates.contains(name.as_str()) || ways.contains(&way(name)), "{}: {name}", ask.name);
        }
    }
    let steps: BTreeSet<&str> = first.steps.iter().map(|step| step.id.as_str()).collect();
    for kind in &first.kinds {
        assert!(kind.also.keys().all(|step| steps.contains(step.as_str())), "{}", kind.id);
        assert!(kind.words.keys().all(|name| ways.contains(&way(name))), "{}", kind.id);
    }
}

#[test]
fn every_key_is_asked_in_its_subject_or_is_asked_elsewhere_for_a_reason() {
    let ways = ways();
    let mut asked = BTreeSet::new();
    for of in subjects().expect("it is in order") {
        let name = |way: &String| format!("{}.{}", subject(&of.file), way.replace("[]", ""));
        asked.extend(of.ask.iter().chain(of.later.keys()).map(name));
        assert!(of.only_if.keys().all(|key| of.ask.contains(key)), "{}", of.file);
    }
    let keys: BTreeSet<String> = ways.into_iter().filter(|way| !way.starts_with("residents.")).collect();
    // A trial stands among the terms now, and so do the keys below it.
    let missing: Vec<&String> = keys.difference(&asked).filter(|way| !way.starts_with("moving-in.trial.")).collect();
    assert!(missing.is_empty(), "not asked anywhere: {missing:#?}");
    let astray: Vec<&String> = asked.difference(&keys).collect();
    assert!(astray.is_empty(), "asked and not there: {astray:#?}");
}
