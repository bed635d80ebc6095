//! The house is whole: every room stands on the map, no room imports one above it, and no two files import each other in a circle.
//!
//! `src/lib.rs` is the map: the order of its `pub mod` lines is the order of the rooms from the ground up. What the tests read is what
//! Rust reads, its own paths (`use crate::…`, `super::…`, and paths written out in the code); what stands in tests and in comments
//! does not count. A head file (`compose.rs` beside `compose/`) may speak for the files of its own floor, as Rust wants it to; for all
//! others an import is an arrow from the file that asks to the file that has the name, past every `pub use` on the way.

#![expect(clippy::disallowed_methods, reason = "a test reads our own files")]

#[path = "rooms/house.rs"]
mod house;
#[path = "rooms/paths.rs"]
mod paths;

use std::collections::BTreeMap;

use house::House;

/// The house as it stands in this checkout.
fn ours() -> House {
    House::read("src")
}

/// A house of a few files, to plant faults in.
fn planted(files: &[(&str, &str)]) -> House {
    House::of(
        files.iter().map(|(path, letters)| ((*path).to_owned(), (*letters).to_owned())).collect::<BTreeMap<_, _>>(),
    )
}

#[test]
fn every_room_stands_on_the_map() {
    let house = ours();
    assert!(house.rooms().len() > 20, "the map in src/lib.rs was not read: {:?}", house.rooms());
    let picture = house.letters("lib.rs").split("pub mod").next().unwrap_or_default().to_owned();
    for room in house.rooms() {
        assert!(
            picture.contains(&format!("`{room}`")),
            "the picture at the head of src/lib.rs does not name the room `{room}`"
        );
    }
    let strangers: Vec<&str> = house.files().filter(|file| house.room(file).is_none()).collect();
    assert!(strangers.is_empty(), "files of no room: {strangers:?}");
}

#[test]
fn no_room_imports_one_above_it() {
    let upward = ours().upward();
    assert!(upward.is_empty(), "data walks one way: move what both rooms need into a lower one\n{}", upward.join("\n"));
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let circles = ours().circles();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

#[test]
fn a_planted_import_of_a_room_above_is_seen() {
    let lib = "pub mod home;\npub mod read;\n";
    for upward in [
        "use crate::read::yaml;",
        "use super::read::yaml;",
        "fn a() { crate::read::yaml(); }",
        "type A = crate::read::Yaml;",
    ] {
        let house = planted(&[("lib.rs", lib), ("home.rs", upward), ("read.rs", "use crate::home::Home;")]);
        assert_eq!(house.upward(), ["src/home.rs imports src/read.rs, which is a room above"], "{upward}");
    }
    let doc = "/// [`crate::read::yaml`] reads it.\n#[cfg(test)]\nmod tests { use crate::read::yaml; }\n";
    assert!(planted(&[("lib.rs", lib), ("home.rs", doc), ("read.rs", "")]).upward().is_empty());
}

#[test]
fn a_planted_circle_is_seen_through_names_that_are_handed_on() {
    let lib = "pub mod compose;\n";
    let head = "mod cards;\nmod words;\npub use cards::Card;\n";
    let files = |words: &'static str| {
        [
            ("lib.rs", lib),
            ("compose.rs", head),
            ("compose/cards.rs", "use super::words::line;"),
            ("compose/words.rs", words),
        ]
    };
    for round in
        ["use super::cards::Card;", "use super::Card;", "use crate::compose::{Card as A};", "fn a(c: super::Card) {}"]
    {
        let circles = planted(&files(round)).circles();
        assert_eq!(circles, ["a circle: src/compose/cards.rs, src/compose/words.rs"], "{round}");
    }
    assert!(planted(&files("pub fn line() {}")).circles().is_empty());
}

/// Calls that create, write, rename or remove.
const WRITING: &str = r"\b(fs|fs_err|File|DirBuilder|OpenOptions|tempfile)::(write|copy|rename|remove_\w+|create\w*|hard_link|soft_link|set_permissions|options|new|OpenOptions|NamedTempFile|tempdir)\b";

/// The calls that change the disk in a file, without its tests.
fn changes(letters: &str) -> Vec<String> {
    let code = letters.split("#[cfg(test)]").next().unwrap_or_default();
    let code = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let writing = regex::Regex::new(WRITING).expect("a pattern");
    code.filter(|line| writing.is_match(line)).map(str::to_owned).collect()
}

#[test]
fn only_the_writer_creates_writes_renames_and_removes() {
    let house = ours();
    let found: Vec<String> = house
        .files()
        .filter(|file| !file.starts_with("disk/writer"))
        .flat_map(|file| {
            changes(house.letters(file)).into_iter().map(move |line| format!("src/{file}: {}", line.trim()))
        })
        .collect();
    assert!(found.is_empty(), "only src/disk/writer.rs may change the disk:\n{}", found.join("\n"));
    let writer: usize = house
        .files()
        .filter(|file| file.starts_with("disk/writer"))
        .map(|file| changes(house.letters(file)).len())
        .sum();
    assert!(writer > 5, "the writer's own calls were not seen");
}
