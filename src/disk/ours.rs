//! One way to open a folder as ours, published or private: it must harm nobody, whatever links lead to it, and nothing is changed before
//! that is known.

use camino::{Utf8Component, Utf8Path};

use super::look::{Kind, kind, kind_behind, own_folder, whole};

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
