//! What the top of an output folder may hold: what we made, what a run of ours that was cut off left, and nothing else.

use camino::Utf8Path;

use super::list::{LIST, List, Says};
use super::{LOCK, NOTE, left};
use crate::disk::look::{self, Kind, Sum, kind};
use crate::disk::ours::is_nobodys;
use crate::disk::writer::{SCRATCH, is_ours};
use crate::failure::{Failure, Stands};

/// The front page of a group; with the note, all that lies at the top besides homes.
const FRONT: &str = "index.html";

/// Refuses a folder that holds anything we did not make. It is looked at and not changed.
///
/// # Errors
/// What is in the way.
pub(super) fn refuse(dir: &Utf8Path) -> Result<(), Failure> {
    let names = look::names(dir).map_err(|error| Failure::Write {
        path: dir.to_owned(),
        why: error.into(),
        stands: Stands::Untouched,
    })?;
    let list = List::of(dir);
    for name in names {
        match judged(dir, &name, list.as_ref()) {
            Says::Ours => {}
            Says::Changed => return Err(Failure::Changed(dir.join(name))),
            Says::Nothing => return Err(stranger(dir, &name)),
        }
    }
    Ok(())
}

/// One name at the top.
fn judged(dir: &Utf8Path, name: &str, list: Option<&List>) -> Says {
    let path = dir.join(name);
    let ours = |is: bool| if is { Says::Ours } else { Says::Nothing };
    match (name, kind(&path)) {
        (LIST, Kind::File) => ours(list.is_some() || is_begun(&path)),
        (LOCK, Kind::File) => Says::Ours,
        (SCRATCH, Kind::Folder) => ours(is_ours(&path)),
        (FRONT | NOTE, Kind::File) => says_of_top(&path, name, list),
        (_, Kind::File) if list.is_some() && is_nobodys(name) => Says::Ours,
        (_, kind) if list.is_some() && left::is_left(name, kind) => Says::Ours,
        (_, Kind::Folder) => ours(list.is_some() && List::of(&path).is_some()),
        _ => Says::Nothing,
    }
}

/// What is known of a file at the top.
pub(super) fn says_of_top(path: &Utf8Path, name: &str, list: Option<&List>) -> Says {
    let Some(bytes) = look::ours(path) else { return Says::Nothing };
    if name == NOTE && super::is_note(&bytes) {
        return Says::Ours;
    }
    match list {
        // From before there were sums: both were known by their names.
        Some(list) if list.sums.is_none() => Says::Ours,
        Some(list) => list.says(name, &Sum::of(&bytes)),
        None => Says::Nothing,
    }
}

/// Whether a list is the beginning of an empty one: what a homepack that wrote it in place left when it was cut off.
fn is_begun(path: &Utf8Path) -> bool {
    look::ours(path).is_some_and(|bytes| List::default().letters().starts_with(&bytes))
}

fn stranger(dir: &Utf8Path, name: &str) -> Failure {
    let what = match kind(&dir.join(name)) {
        Kind::File | Kind::Folder | Kind::Nothing => String::new(),
        other => format!("{}, ", other.name()),
    };
    Failure::Unsafe { path: dir.to_owned(), why: format!("it holds {name}, {what}which homepack did not make") }
}
