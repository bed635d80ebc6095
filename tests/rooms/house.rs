//! The house: its files, its rooms in their order, and the arrows between them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::paths::{Named, named};

/// Every file of the crate, by its path in `src`.
pub(crate) struct House {
    files: BTreeMap<String, (String, Named)>,
}

impl House {
    /// The house in a folder. The program's own entrance, `main.rs`, is no room of the library.
    ///
    /// # Panics
    /// Where a file cannot be read.
    pub(crate) fn read(folder: &str) -> Self {
        let mut files = BTreeMap::new();
        gather(Path::new(folder), Path::new(folder), &mut files);
        files.remove("main.rs");
        Self::of(files)
    }

    /// A house of these files. Those that a head has for its tests alone are no part of it.
    pub(crate) fn of(letters: BTreeMap<String, String>) -> Self {
        let mut files: BTreeMap<String, (String, Named)> = letters
            .into_iter()
            .map(|(path, letters)| {
                let named = named(&path, &letters);
                (path, (letters, named))
            })
            .collect();
        loop {
            let known = |path: &str| match parent(path) {
                None => true,
                Some(head) => files.get(&head).is_none_or(|(_, named)| named.modules.contains(&own_name(path))),
            };
            let unknown: Vec<String> = files.keys().filter(|path| !known(path)).cloned().collect();
            if unknown.is_empty() {
                return Self { files };
            }
            files.retain(|path, _| !unknown.contains(path));
        }
    }

    /// The rooms, from the ground up.
    pub(crate) fn rooms(&self) -> &[String] {
        &self.files["lib.rs"].1.modules
    }

    /// The letters of a file.
    pub(crate) fn letters(&self, file: &str) -> &str {
        &self.files[file].0
    }

    /// Every file but the map itself.
    pub(crate) fn files(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str).filter(|file| *file != "lib.rs")
    }

    /// Which room a file is in, counted from the ground.
    pub(crate) fn room(&self, file: &str) -> Option<usize> {
        let name = file.split('/').next().unwrap_or(file).trim_end_matches(".rs");
        self.rooms().iter().position(|room| room == name)
    }

    /// Imports of a room above, a line each.
    pub(crate) fn upward(&self) -> Vec<String> {
        let above = |(from, to): &(&str, &str)| self.room(from) < self.room(to);
        self.arrows()
            .into_iter()
            .filter(above)
            .map(|(from, to)| format!("src/{from} imports src/{to}, which is a room above"))
            .collect()
    }

    /// Files that reach each other, a line for each circle.
    pub(crate) fn circles(&self) -> Vec<String> {
        let mut onward: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (from, to) in self.arrows() {
            // A head speaks for its own floor.
            if !to.starts_with(&format!("{}/", from.trim_end_matches(".rs"))) {
                onward.entry(from).or_default().insert(to);
            }
        }
        let reach: BTreeMap<&str, BTreeSet<&str>> = onward.keys().map(|from| (*from, reached(from, &onward))).collect();
        let mutual = |a: &str, b: &str| reach.get(a).is_some_and(|there| there.contains(b));
        let mut circles: BTreeSet<Vec<&str>> = BTreeSet::new();
        for (from, there) in &reach {
            if there.contains(from) {
                circles.insert(there.iter().copied().filter(|other| mutual(other, from)).collect());
            }
        }
        let line = |files: Vec<&str>| {
            format!("a circle: {}", files.iter().map(|f| format!("src/{f}")).collect::<Vec<_>>().join(", "))
        };
        circles.into_iter().map(line).collect()
    }

    /// Which file imports which.
    fn arrows(&self) -> BTreeSet<(&str, &str)> {
        let mut arrows = BTreeSet::new();
        for (from, (_, named)) in &self.files {
            let handed_on = named.handed_on.iter().map(|(_, path)| path);
            for path in named.paths.iter().chain(handed_on) {
                if let Some(to) =
                    self.home_of(from, path, 0).filter(|to| *to != from && *to != "lib.rs" && from != "lib.rs")
                {
                    arrows.insert((from.as_str(), to));
                }
            }
        }
        arrows
    }

    /// The file in which a path, written in `from`, ends; past every name that is only handed on.
    fn home_of(&self, from: &str, path: &[String], deep: usize) -> Option<&str> {
        let (first, mut rest) = path.split_first()?;
        let mut here = match first.as_str() {
            "crate" => "lib.rs".to_owned(),
            "self" => from.to_owned(),
            "super" => parent(from)?,
            child => {
                rest = path;
                // Only a child of this file begins a path that leads on in our own house.
                self.files.contains_key(&inside(from, child)).then(|| from.to_owned())?
            }
        };
        while rest.first().is_some_and(|next| next == "super") {
            here = parent(&here)?;
            rest = &rest[1..];
        }
        while let Some((next, after)) = rest.split_first() {
            let below = inside(&here, next);
            if self.files.contains_key(&below) {
                here = below;
                rest = after;
                continue;
            }
            let handed = self.files.get(&here)?.1.handed_on.iter().find(|(name, _)| name == next);
            if let Some((_, onward)) = handed.filter(|_| deep < 8) {
                let whole = [onward.as_slice(), after].concat();
                return self.home_of(&here, &whole, deep + 1).or_else(|| self.key(&here));
            }
            break;
        }
        self.key(&here)
    }

    /// The file's own key.
    fn key(&self, file: &str) -> Option<&str> {
        self.files.get_key_value(file).map(|(key, _)| key.as_str())
    }
}

/// Everything that can be reached from a file.
fn reached<'a>(from: &'a str, onward: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<&'a str> {
    let mut there = BTreeSet::new();
    let mut waiting = vec![from];
    while let Some(here) = waiting.pop() {
        waiting.extend(onward.get(here).into_iter().flatten().filter(|to| there.insert(**to)));
    }
    there
}

/// The head of the floor that a file lies on: `compose.rs` for `compose/cards.rs`, the map for `compose.rs`.
fn parent(file: &str) -> Option<String> {
    if file == "lib.rs" {
        return None;
    }
    Some(file.rsplit_once('/').map_or_else(|| "lib.rs".to_owned(), |(folder, _)| format!("{folder}.rs")))
}

/// The file of a module that is declared in `file`.
fn inside(file: &str, module: &str) -> String {
    if file == "lib.rs" { format!("{module}.rs") } else { format!("{}/{module}.rs", file.trim_end_matches(".rs")) }
}

/// A file's name as a module.
fn own_name(file: &str) -> String {
    file.rsplit('/').next().unwrap_or(file).trim_end_matches(".rs").to_owned()
}

/// Every Rust file below a folder.
fn gather(top: &Path, folder: &Path, files: &mut BTreeMap<String, String>) {
    let entries = std::fs::read_dir(folder).expect("the source can be read");
    for entry in entries.map(|entry| entry.expect("the source can be read").path()) {
        if entry.is_dir() {
            gather(top, &entry, files);
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            let path = entry.strip_prefix(top).expect("it lies inside").to_string_lossy().replace('\\', "/");
            files.insert(path, std::fs::read_to_string(&entry).expect("the source can be read"));
        }
    }
}
