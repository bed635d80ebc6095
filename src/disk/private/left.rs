//! What an earlier homepack left in the private folder when it was cut off: packs and print runs in the making. No mark is in it, so it is
//! removed only where every file in it is named as those of a pack, or of a print run, are.

use camino::Utf8Path;

use super::{PACKS, PRINT_RUN};
use crate::disk::look::{self, Kind, kind};
use crate::disk::writer::Scratch;
use crate::resident::is_id;

/// How such a folder is called.
const MAKING: &str = ".making-";

/// Whether a name is that of a print run in the making: at the top of the private folder there can be no other.
pub(super) fn is_print_run(name: &str) -> bool {
    made_for(name) == Some(PRINT_RUN)
}

/// The pack or the print run that such a folder was to become.
pub(super) fn made_for(name: &str) -> Option<&str> {
    name.strip_prefix(MAKING).filter(|place| *place == PRINT_RUN || is_id(place))
}

/// The folder in which a pack, or the print run, was being made.
pub(super) fn folder(name: &str) -> String {
    format!("{MAKING}{name}")
}

/// Removes what is known to be ours.
pub(super) fn clear(scratch: &Scratch) {
    let top = scratch.top();
    let homes = look::names(&top.join(PACKS)).unwrap_or_default();
    let places = homes.into_iter().map(|home| format!("{PACKS}/{home}/")).chain([String::new()]);
    for place in places {
        for name in look::names(&top.join(&place)).unwrap_or_default() {
            let path = top.join(&place).join(&name);
            if made_for(&name).is_some_and(|made_for| kind(&path) == Kind::Folder && is_of(&path, made_for))
                && let Ok(bench) = scratch.bench(&format!("{place}{name}"))
            {
                // What cannot be removed now is tried again the next time.
                let _ = bench.take_away();
            }
        }
    }
}

/// Whether all files of a folder are named as those of a pack, or of the print run.
pub(super) fn is_of(folder: &Utf8Path, made_for: &str) -> bool {
    look::below(folder)
        .is_ok_and(|files| files.iter().all(|(name, kind)| *kind == Kind::File && names_a_file(name, made_for)))
}

/// Whether a file of a pack, or of a print run, from before there were lists is named like this.
pub(super) fn names_a_file(name: &str, made_for: &str) -> bool {
    let plain =
        |letters: &str| letters.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.'));
    if made_for == PRINT_RUN {
        return plain(name) && [".pdf", ".html", ".txt"].iter().any(|ending| name.ends_with(ending));
    }
    name == "pack.json" || name.strip_prefix(made_for).and_then(|rest| rest.strip_prefix('-')).is_some_and(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_ours_is_known_by_its_name_and_a_stranger_s_is_not() {
        for name in ["a2b3c4-book.pdf", "pack.json", "a2b3c4-hospital-1.txt"] {
            assert!(names_a_file(name, "a2b3c4"), "{name}");
        }
        for name in ["notes.docx", "a2b3c4.docx", "a2b3c4-Notes.docx", "q7k2m9-book.pdf", "a2b3c4-x/notes"] {
            assert!(!names_a_file(name, "a2b3c4"), "{name}");
        }
        assert!(names_a_file("cream.pdf", PRINT_RUN) && !names_a_file("budget.xlsx", PRINT_RUN));
        assert_eq!((made_for(".making-print-run"), made_for(".making-My thesis")), (Some("print-run"), None));
    }
}
