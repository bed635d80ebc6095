//! One way to open a folder as ours, published or private: it must harm nobody, whatever links lead to it, and nothing is changed before
//! that is known.

use camino::{Utf8Component, Utf8Path};

use super::look::{self, Kind, kind, kind_behind, own_folder, whole};
use super::walk::is_home_file;
use crate::resident::is_id;

/// Where in the private folder the records lie, where the packs, and where what the office prints.
pub(super) const RESIDENTS: &str = "residents";
pub(super) const PACKS: &str = "packs";
pub(super) const PRINT_RUN: &str = "print-run";
/// What marks a folder as the private one.
pub(super) const MARK: &str = ".homepack.private";

/// What is said of a path that leads back from what is not there: where it leads would only be known once it is made.
const WAY_BACK: &str = "a part of its path is not there, and “..” leads back from it";

/// Whether a whole path still leads back somewhere.
pub(super) fn leads_back(whole: &Utf8Path) -> bool {
    whole.components().any(|part| part == Utf8Component::ParentDir)
}

/// Why a folder may be neither the output nor the private one, as the end of a sentence; none where it may.
pub(super) fn harm(dir: &Utf8Path, content: &Utf8Path) -> Option<&'static str> {
    let (here, content) = (whole(dir), whole(content));
    if leads_back(&here) {
        return Some(WAY_BACK);
    }
    if here.parent().is_none() {
        return Some("it is the top of the disk");
    }
    if content == here || content.starts_with(&here) {
        return Some("it is or holds your content");
    }
    if here.starts_with(&content) {
        return Some("it lies inside your content");
    }
    if own_folder().is_some_and(|own| own == here || own.starts_with(&here)) {
        return Some("it is or holds your own folder");
    }
    match kind_behind(dir) {
        Kind::Nothing | Kind::Folder => None,
        Kind::File => Some("it is a file"),
        Kind::Link => Some("it is a link that leads nowhere"),
        Kind::Other if kind(dir) == Kind::Folder => Some("it may not be opened"),
        Kind::Other => Some("it is a pipe or a device, or it may not be opened"),
    }
}

/// Whether a folder is one where residents' records are kept, or lies in one: it carries our mark, or has records in it already.
/// Nothing in it is read.
pub(super) fn is_of_residents(dir: &Utf8Path) -> bool {
    whole(dir).ancestors().any(|folder| kind(&folder.join(MARK)) != Kind::Nothing || holds_records(folder))
}

/// Whether records lie in a folder as they lie in a private one. The name of their folder is not enough: a group may keep its homes in
/// one that is called so.
fn holds_records(folder: &Utf8Path) -> bool {
    let records = folder.join(RESIDENTS);
    if kind_behind(&records) != Kind::Folder {
        return false;
    }
    let is_record = |path: &Utf8Path| path.extension() == Some("yaml") && path.file_stem().is_some_and(is_id);
    look::below(&records).is_ok_and(|files| {
        let mut files = files.keys().map(Utf8Path::new);
        !files.clone().any(is_home_file) && files.any(is_record)
    })
}

/// Whether a file is one that computers leave in every folder that somebody looks into, or beside a file that is open: nobody’s work.
/// Known by the last part of its path.
pub(super) fn is_nobodys(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    matches!(name, ".DS_Store" | "Thumbs.db" | "desktop.ini") || name.starts_with(".~lock.") && name.ends_with('#')
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes folders of its own")]
mod tests {
    use super::*;

    #[test]
    fn what_a_computer_leaves_behind_is_nobody_s() {
        for name in [".DS_Store", "website/Thumbs.db", "a/b/desktop.ini", "packs/.~lock.a2b3c4-book.pdf#"] {
            assert!(is_nobodys(name), "{name}");
        }
        for name in ["DS_Store", "thumbs.db.pdf", ".~lock.notes", "notes#", ".hidden"] {
            assert!(!is_nobodys(name), "{name}");
        }
    }

    #[test]
    fn a_folder_of_residents_is_known_by_its_mark_and_by_its_records() {
        let dir = tempfile::tempdir().unwrap();
        let top = camino::Utf8PathBuf::try_from(dir.path().to_owned()).unwrap();
        for file in ["a/residents/rowan/q7k2m9.yaml", "b/.homepack.private", "c/residents/rowan/home.yaml"] {
            fs_err::create_dir_all(top.join(file).parent().unwrap()).unwrap();
            fs_err::write(top.join(file), "").unwrap();
        }
        fs_err::write(top.join("c/residents/rowan/rooms.yaml"), "").unwrap();
        for folder in ["a", "a/residents/rowan", "a/packs", "a/x/y", "b", "b/packs"] {
            assert!(is_of_residents(&top.join(folder)), "{folder}");
        }
        for folder in ["", "c", "c/output", "d/packs"] {
            assert!(!is_of_residents(&top.join(folder)), "{folder}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_way_back_from_what_is_not_there_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let top = camino::Utf8PathBuf::try_from(dir.path().to_owned()).unwrap();
        let content = top.join("content");
        for path in ["nothere/..", "nothere/../content", "x/y/../../out", "nothere/../content/out"] {
            assert_eq!(harm(&top.join(path), &content), Some(WAY_BACK), "{path}");
        }
        fs_err::create_dir_all(top.join("there")).unwrap();
        assert_eq!(harm(&top.join("there/../out"), &content), None);
    }
}
