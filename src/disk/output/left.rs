//! What an earlier homepack left in an output folder when it was cut off: homes in the making, homes moved aside, files not yet renamed.
//! It is known by its name and no mark is in it, so it is put back or removed only where every file in it is named by a list of ours.

use camino::Utf8Path;

use super::list::{LIST, List};
use crate::disk::look::{self, Kind, kind};
use crate::disk::writer::Scratch;

/// A home while it was being made, and its old output while that was being replaced.
const MAKING: &str = ".making-";
const OLD: &str = ".old-";
/// A file at the top before it had its name.
const FILE: &str = ".tmp";

/// Whether something at the top can be such a thing, by its name.
pub(super) fn is_left(name: &str, kind: Kind) -> bool {
    match kind {
        Kind::Folder => name.starts_with(MAKING) || name.starts_with(OLD),
        Kind::File => name
            .strip_prefix(FILE)
            .is_some_and(|rest| rest.len() == 6 && rest.chars().all(|c| c.is_ascii_alphanumeric())),
        _ => false,
    }
}

/// Puts back or removes what is known to be ours, and names the rest.
pub(super) fn put_right(scratch: &Scratch) -> Vec<String> {
    let dir = scratch.top();
    let mut stays = Vec::new();
    let mut names = look::names(dir).unwrap_or_default();
    // What stood aside first: it knows best what is ours of the rest.
    names.sort_by_key(|name| !name.starts_with(OLD));
    for name in names {
        let path = dir.join(&name);
        if kind(&path) != Kind::Folder || !is_left(&name, Kind::Folder) {
            continue;
        }
        let home = name.trim_start_matches(MAKING).trim_start_matches(OLD);
        let place = dir.join(home);
        let done = match kind(&place) {
            Kind::Nothing if name.starts_with(OLD) => {
                is_listed(&path, List::of(&path).as_ref()) && scratch.bring_back(&name, home).is_ok()
            }
            _ => {
                let list = List::of(&path).or_else(|| List::of(&place));
                is_listed(&path, list.as_ref()) && scratch.bench(&name).is_ok_and(|bench| bench.take_away().is_ok())
            }
        };
        if !done {
            stays.push(name);
        }
    }
    stays
}

/// Whether a list names every file in a folder.
fn is_listed(folder: &Utf8Path, list: Option<&List>) -> bool {
    let Some(list) = list else { return look::below(folder).is_ok_and(|files| files.is_empty()) };
    let named = |(path, kind): (&String, &Kind)| *kind == Kind::File && (path == LIST || list.made.contains_key(path));
    look::below(folder).is_ok_and(|files| files.iter().all(named))
}
