//! Everything that is held about a resident, and its end. What was deleted is known from looking, not from having tried.

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};

use super::locked::Locked;
use super::{PACKS, PRINT_RUN, Private, RESIDENTS, Record, left};
use crate::disk::look::{self, Kind, kind};
use crate::disk::ours::is_nobodys;
use crate::disk::writer;
use crate::failure::{Failure, Why};
use crate::resident::is_id;

/// What there is of a resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The record, or files beside it that are called by its id.
    pub record: bool,
    /// The pack, finished or begun.
    pub pack: bool,
    /// What the office printed last, finished or begun: pages of theirs may be in it.
    pub print_run: bool,
}

impl Private {
    /// Whether anything lies here of a resident: a record, a pack, a pack that was begun.
    #[must_use]
    pub fn holds(&self, home: &str, id: &str) -> bool {
        self.records(home).iter().any(|record| record.id == id)
            || self.packs_without_record(home).iter().any(|of| of == id)
    }

    /// What lies here of a resident, and what may hold pages of theirs: the record with what editors keep beside it, the pack, the
    /// last print run, and the work of a run that was cut off. In a folder, what somebody else put there is named by itself.
    #[must_use]
    pub fn held(&self, home: &str, record: &Record) -> Vec<Utf8PathBuf> {
        let mut held = self.records_of(record);
        for folder in self.packs_of(home, record).into_iter().chain(self.print_runs()) {
            let path = self.dir.join(&folder);
            let strangers = self.strangers(&path, &record.id);
            held.push(path);
            held.extend(strangers);
        }
        held.extend(self.begun());
        held
    }

    /// What is left in this folder that has a resident’s id in its name once all that is held about them was deleted, and may be
    /// somebody else’s: `a2b3c4-old.yaml` could be a record of its own. It stays, and is named.
    #[must_use]
    pub fn perhaps_theirs(&self, id: &str) -> Vec<Utf8PathBuf> {
        let files = look::below(&self.dir).unwrap_or_default();
        let places: BTreeSet<&Utf8Path> =
            files.keys().filter_map(|path| called_like(Utf8Path::new(path), id)).collect();
        places.into_iter().map(|place| self.dir.join(place)).collect()
    }

    /// The kinds of what is held.
    #[must_use]
    pub fn kinds_held(&self, home: &str, record: &Record) -> Held {
        Held {
            record: !self.records_of(record).is_empty(),
            pack: !self.packs_of(home, record).is_empty(),
            print_run: !self.print_runs().is_empty(),
        }
    }

    /// The record, and every other file among the records that is called by its id: a copy of an editor's, an older one, one in a
    /// folder of its own or in that of another home. An id is drawn once, so all of them are of one person.
    fn records_of(&self, record: &Record) -> Vec<Utf8PathBuf> {
        let top = self.dir.join(RESIDENTS);
        let names = look::below(&top).unwrap_or_default().into_iter().filter(|(_, kind)| *kind == Kind::File);
        let theirs =
            names.filter(|(path, _)| path.rsplit('/').next().is_some_and(|name| is_called_by(name, &record.id)));
        let mut files: Vec<Utf8PathBuf> = theirs.map(|(path, _)| top.join(path)).collect();
        files.sort_by_key(|path| *path != record.path);
        files
    }

    /// The folders of their pack: the finished one, and one that an earlier homepack had begun. By their paths in this folder.
    fn packs_of(&self, home: &str, record: &Record) -> Vec<String> {
        let names = [record.id.clone(), left::folder(&record.id)];
        self.there(names.map(|name| format!("{PACKS}/{home}/{name}")))
    }

    fn print_runs(&self) -> Vec<String> {
        self.there([PRINT_RUN.to_owned(), left::folder(PRINT_RUN)])
    }

    fn there(&self, folders: [String; 2]) -> Vec<String> {
        folders.into_iter().filter(|folder| kind(&self.dir.join(folder)) == Kind::Folder).collect()
    }

    /// Files in a pack or a print run that are not called as ours are.
    fn strangers(&self, folder: &Utf8Path, id: &str) -> Vec<Utf8PathBuf> {
        let made_for = if folder.starts_with(self.dir.join(PACKS)) { id } else { PRINT_RUN };
        let files = look::below(folder).unwrap_or_default().into_keys();
        let ours =
            |name: &str| name == crate::disk::made::LIST || is_nobodys(name) || left::names_a_file(name, made_for);
        let theirs = files.filter(|name| !ours(name));
        theirs.map(|name| folder.join(name)).collect()
    }
}

impl Locked {
    /// Deletes all that is held about a resident. Work of a run that was cut off has gone when the folder was locked.
    ///
    /// # Errors
    /// Where something is still there. It is named.
    pub fn delete(&self, home: &str, record: &Record) -> Result<(), Failure> {
        let (records, packs, runs) = (self.records_of(record), self.packs_of(home, record), self.print_runs());
        let mut why = None;
        for folder in packs.iter().chain(&runs) {
            let done = self.scratch.bench(folder).and_then(|bench| bench.take_away());
            why = why.or(done.err());
        }
        // The record last: while it is there, everything else can be found again.
        if why.is_none() {
            for file in &records {
                why = why.or(writer::remove_file(file).err());
            }
        }
        writer::remove_empty(&self.dir.join(PACKS).join(home));
        self.scratch.sweep();
        let there = self.held(home, record);
        if there.is_empty() && self.scratch.is_clear() {
            return Ok(());
        }
        let there: Vec<String> = there.iter().map(|path| format!("  {path}")).collect();
        let why = why.map_or_else(|| Why::from("homepack may not remove it"), Why::from);
        Err(Failure::Undeleted { there: there.join("\n"), why })
    }
}

/// Whether a file among the records is called by an id: `.a2b3c4.yaml.swp`, `a2b3c4.yaml~`, `Copy of A2B3C4.yaml`. What is called by
/// another id, and what has a hyphen beside this one, may be another resident’s: a hyphen can stand in an id.
fn is_called_by(name: &str, id: &str) -> bool {
    let of_another = name.split('.').next().is_some_and(|first| first != id && is_id(first));
    !of_another && stands_alone(name, id, |c| c.is_alphanumeric() || c == '-')
}

/// The first folder on the way to a file, or the file, that has an id in its name. The folder of a home may be called like anybody.
fn called_like<'a>(path: &'a Utf8Path, id: &str) -> Option<&'a Utf8Path> {
    let is_home = |place: &Utf8Path| {
        place != path && place.parent().is_some_and(|above| [RESIDENTS, PACKS].contains(&above.as_str()))
    };
    let is_called = |place: &Utf8Path| {
        place.file_name().is_some_and(|name| stands_alone(name, id, char::is_alphanumeric)) && !is_home(place)
    };
    path.ancestors().filter(|&place| is_called(place)).last()
}

/// Whether an id is in a name, in large or small letters, and nothing beside it goes on with it.
fn stands_alone(name: &str, id: &str, goes_on: impl Fn(char) -> bool) -> bool {
    let name = name.to_lowercase();
    name.match_indices(id).any(|(at, _)| {
        let before = name[..at].chars().next_back();
        let after = name[at + id.len()..].chars().next();
        !before.into_iter().chain(after).any(&goes_on)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_of_a_record_is_called_by_its_id() {
        for name in [
            "a2b3c4.yaml",
            ".a2b3c4.yaml.swp",
            "a2b3c4.yaml~",
            "a2b3c4 (copy).yaml",
            "#a2b3c4.yaml#",
            "a2b3c4.yml",
            "Copy of a2b3c4.yaml",
            "A2B3C4.YAML",
            ".~lock.a2b3c4.yaml#",
            "old_a2b3c4.yaml",
        ] {
            assert!(is_called_by(name, "a2b3c4"), "{name}");
        }
        for name in ["a2b3c45.yaml", "b-a2b3c4.yaml", "a2b3c4-x.yaml", "q7k2m9.yaml", "q7k2m9.a2b3c4.yaml"] {
            assert!(!is_called_by(name, "a2b3c4"), "{name}");
        }
    }

    #[test]
    fn what_only_may_be_a_copy_is_found_by_the_first_name_that_has_the_id() {
        let found = |path: &'static str| called_like(path.into(), "a2b3c4").map(Utf8Path::as_str);
        for (path, place) in [
            ("residents/rowan/a2b3c4-old.yaml", "residents/rowan/a2b3c4-old.yaml"),
            ("residents/old-a2b3c4.yaml", "residents/old-a2b3c4.yaml"),
            ("packs/rowan/a2b3c4 copy/a2b3c4-book.pdf", "packs/rowan/a2b3c4 copy"),
            ("A2B3C4/book.pdf", "A2B3C4"),
        ] {
            assert_eq!(found(path), Some(place), "{path}");
        }
        for path in ["residents/a2b3c4/q7k2m9.yaml", "residents/rowan/a2b3c45.yaml", "packs/a2b3c4/q7k2m9/book.pdf"] {
            assert_eq!(found(path), None, "{path}");
        }
    }
}
