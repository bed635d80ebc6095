//! What a private folder may hold, and where it may lie. It is looked at and not changed.

use camino::Utf8Path;

use super::{IGNORED, LOCK, MARKED, PACKS, PRINT_RUN, RESIDENTS, left};
use crate::disk::look::{self, Kind, kind, kind_behind, whole};
use crate::disk::ours::{MARK, harm, is_nobodys};
use crate::disk::output::LIST;
use crate::disk::writer::{SCRATCH, is_ours};

/// Why a folder cannot be the private one, as the end of a sentence; none where it can.
///
/// It can where it is empty, carries our mark, or holds nothing but what a private folder holds; and where no link leads out of it, and
/// nothing in it is made to be published.
pub(super) fn refusal(dir: &Utf8Path, content: &Utf8Path) -> Option<String> {
    if let Some(why) = harm(dir, content) {
        return Some(why.to_owned());
    }
    if whole(dir).ancestors().any(|folder| kind(&folder.join(LIST)) != Kind::Nothing) {
        return Some("it lies in a folder that is made to be published".to_owned());
    }
    if kind_behind(dir) == Kind::Nothing {
        return None;
    }
    let Ok(names) = look::names(dir) else { return Some("it may not be opened".to_owned()) };
    let marked = look::ours(&dir.join(MARK)).is_some_and(|bytes| bytes == MARKED.as_bytes());
    names.iter().find_map(|name| in_the_way(dir, name, marked)).or_else(|| inside(dir))
}

/// Why one name at the top is in the way; none where it is not.
fn in_the_way(dir: &Utf8Path, name: &str, marked: bool) -> Option<String> {
    let path = dir.join(name);
    let holds = |what: &str| Some(format!("it holds {name}, {what}which homepack did not make"));
    match (name, kind(&path)) {
        (_, Kind::Link) if is_an_editors(name) => None,
        (_, Kind::Link) => Some(linked(name)),
        (RESIDENTS | PACKS | PRINT_RUN, Kind::Folder) | (IGNORED | LOCK | MARK, Kind::File) => None,
        (SCRATCH, _) if is_ours(&path) => None,
        (RESIDENTS | PACKS | PRINT_RUN | IGNORED | LOCK | MARK | SCRATCH, other) => {
            holds(&format!("{}, ", other.name()))
        }
        (_, Kind::Folder) if left::is_print_run(name) => None,
        _ if marked || is_nobodys(name) => None,
        // Somebody may have called it after a resident.
        _ => Some("it holds something that homepack did not make".to_owned()),
    }
}

/// What is said of the first thing below a folder that may not be there: a link, wherever it leads, because through it what is private
/// could be written where it is not; and what is made to be published, because a pack could come to lie in it.
fn inside(dir: &Utf8Path) -> Option<String> {
    let Ok(below) = look::below(dir) else { return Some("not all of it may be opened".to_owned()) };
    below.into_iter().find_map(|(path, kind)| match kind {
        Kind::Link if !is_an_editors(&path) => Some(linked(&path)),
        Kind::File if path.rsplit('/').next() == Some(LIST) => Some(published(&path)),
        _ => None,
    })
}

/// What is said of a folder that is made to be published. Below the first folder its name may be a resident's.
fn published(path: &str) -> String {
    match path.split_once('/') {
        Some((folder @ (RESIDENTS | PACKS | PRINT_RUN), _)) => {
            format!("its folder {folder} holds something that is for publishing")
        }
        _ => "it holds something that is for publishing".to_owned(),
    }
}

/// Whether a link is one by which an editor says that it has a file open: it leads nowhere, and nothing is read through it.
fn is_an_editors(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|name| name.starts_with(".#"))
}

/// What is said of a link. Below the first folder its name may be a resident's.
fn linked(path: &str) -> String {
    match path.split_once('/') {
        None if [RESIDENTS, PACKS, PRINT_RUN, IGNORED, LOCK, MARK, SCRATCH].contains(&path) => {
            format!("{path} in it is a link to another place")
        }
        None => "something in it is a link to another place".to_owned(),
        Some((folder, _)) => format!("something in its folder {folder} is a link to another place"),
    }
}
