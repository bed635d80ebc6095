//! What keeps a resident safe, and what is their right, stands in the book of every edition: the shortest leaves none of it out.
//!
//! Each text under the keys below is looked for, word by word, in the standard edition and in the one that says one thing at a time.

#![expect(clippy::disallowed_methods, reason = "a test reads files of its own")]

#[path = "common/packs.rs"]
mod packs;

use std::path::Path;

use homepack::read::yaml::{self, Node, Value};
use packs::{Bench, letters};

/// Keys of a record.
const OF_A_RECORD: [&str; 5] =
    ["food.allergies", "food.diet", "food.help", "communication.without_words", "deciding.what_helps"];

/// Keys of a home, each with its file.
const OF_A_HOME: [&str; 4] = ["safety.if_the_alarm_sounds", "safety.fire", "decisions.front_door", "decisions.freedom"];

/// The editions, as a record names them.
const EDITIONS: [&str; 2] = ["standard", "one-thing-at-a-time"];

/// The texts at a path, through lists.
fn texts(node: &Node, path: &[&str], out: &mut Vec<String>) {
    match (&node.value, path) {
        (Value::Letters(text), []) => out.push(text.clone()),
        (Value::List(list), _) => list.iter().for_each(|node| texts(node, path, out)),
        (Value::Keys(keys), [first, rest @ ..]) => {
            keys.iter().filter(|(key, ..)| key == first).for_each(|(.., node)| texts(node, rest, out));
        }
        _ => {}
    }
}

/// Letters as they can be compared: small, with plain quotation marks, single spaces and no full stop at the end.
fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace(['’', '‘'], "'").replace(['“', '”'], "\"").replace('\u{A0}', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned()
}

/// A record with its edition changed.
fn in_edition(letters: &str, edition: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut said = false;
    for line in letters.lines() {
        if line.trim_start().starts_with("edition:") {
            continue;
        }
        out.push(line.to_owned());
        if line == "format:" {
            out.push(format!("  edition: {edition}"));
            said = true;
        }
    }
    if !said {
        out.push(format!("format:\n  edition: {edition}"));
    }
    out.join("\n") + "\n"
}

fn read(path: &Path) -> Node {
    yaml::read(0, &fs_err::read_to_string(path).expect("it can be read")).expect("it is YAML").0
}

#[test]
fn every_edition_has_every_fact_of_safety_and_right() {
    let bench = Bench::new();
    let mut missing = Vec::new();
    for home in fs_err::read_dir("private/residents").expect("the samples").filter_map(Result::ok) {
        let name = home.file_name().to_string_lossy().into_owned();
        let files = Path::new("content").join(&name);
        bench.with(&name, |packer| {
            for record in fs_err::read_dir(home.path()).expect("records").filter_map(Result::ok) {
                let id = record.path().file_stem().expect("a name").to_string_lossy().into_owned();
                let written = fs_err::read_to_string(record.path()).expect("it can be read");
                let mut wanted: Vec<(&str, String)> = Vec::new();
                let mut want = |key: &'static str, node: &Node, path: &[&str]| {
                    let mut found = Vec::new();
                    texts(node, path, &mut found);
                    wanted.extend(found.into_iter().map(|text| (key, text)));
                };
                for key in OF_A_RECORD {
                    want(key, &read(&record.path()), &key.split('.').collect::<Vec<_>>());
                }
                for key in OF_A_HOME {
                    let (file, path) = key.split_once('.').expect("a file and a key");
                    want(key, &read(&files.join(format!("{file}.yaml"))), &path.split('.').collect::<Vec<_>>());
                }
                for edition in EDITIONS {
                    let resident = bench.resident(&id, &in_edition(&written, edition));
                    let resident = resident.unwrap_or_else(|findings| panic!("{id}: {findings:?}"));
                    let book = plain(&letters(packer, &resident)["book"]);
                    let gone = wanted.iter().filter(|(_, text)| !book.contains(&plain(text)));
                    missing.extend(gone.map(|(key, text)| format!("{name}/{id}, {edition}: {key}: {text}")));
                }
            }
        });
    }
    assert!(missing.is_empty(), "{} are missing:\n{}", missing.len(), missing.join("\n"));
}
