//! What a home's folder in the output holds now: every file with its sum, held against the list of what we made.

use std::collections::BTreeMap;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};

use super::list::{LIST, List, Says};
use crate::disk::look::{self, Kind, Sum};
use crate::disk::ours::is_nobodys;
use crate::failure::{Failure, Stands};

/// The files of a home's folder and its list.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Holding {
    /// Every file by its path in the folder, the list among them.
    pub(super) files: BTreeMap<String, Sum>,
    /// The list, where it can be read.
    pub(super) list: Option<List>,
}

/// What in a folder is not ours to replace.
#[derive(Debug)]
pub(super) enum Stranger {
    /// We did not make it: its path in the folder.
    Added(String),
    /// We made it, and somebody changed it.
    Changed(String),
    /// What we made there was a file.
    Not(String, Kind),
}

impl Holding {
    /// Looks at a home's folder; nothing is held where there is none.
    ///
    /// # Errors
    /// Where it cannot be looked at, or something in it is not as we made it.
    pub(super) fn of(place: &Utf8Path) -> io::Result<Result<Self, Stranger>> {
        let mut holding = Self::default();
        if look::kind(place) == Kind::Nothing {
            return Ok(Ok(holding));
        }
        holding.list = List::of(place);
        for (path, kind) in look::below(place)? {
            if kind == Kind::File && is_nobodys(&path) {
                continue;
            }
            if kind != Kind::File {
                return Ok(Err(Stranger::Not(path, kind)));
            }
            let sum = Sum::of_file(&place.join(&path))?;
            let says = holding.list.as_ref().map_or(Says::Nothing, |list| list.says(&path, &sum));
            match says {
                _ if path == LIST && holding.list.is_some() => {}
                Says::Ours => {}
                Says::Changed => return Ok(Err(Stranger::Changed(path))),
                Says::Nothing => return Ok(Err(Stranger::Added(path))),
            }
            holding.files.insert(path, sum);
        }
        Ok(Ok(holding))
    }

    /// The first file in a folder that is not as it was when this was looked at: somebody put it there, or changed it, while we were
    /// at work.
    pub(super) fn changed_since(&self, folder: &Utf8Path) -> io::Result<Option<Stranger>> {
        for (path, kind) in look::below(folder)? {
            match self.files.get(&path) {
                None if kind == Kind::File && is_nobodys(&path) => {}
                None => return Ok(Some(Stranger::Added(path))),
                Some(sum) if *sum == Sum::of_file(&folder.join(&path))? => {}
                Some(_) => return Ok(Some(Stranger::Changed(path))),
            }
        }
        Ok(None)
    }

    /// How a home stands after something could not be written: as it was, as it was to become, or neither. It is looked at.
    pub(super) fn stands(&self, place: &Utf8Path, made: &BTreeMap<String, Sum>, aside: Utf8PathBuf) -> Stands {
        match Self::of(place) {
            Ok(Ok(now)) if now.files == self.files && now.files.is_empty() => Stands::Nothing,
            Ok(Ok(now)) if now.files == self.files => Stands::AsItWas,
            Ok(Ok(now)) if now.files == *made => Stands::New,
            Ok(Ok(now)) if now.files.is_empty() && look::kind(&aside) == Kind::Folder => Stands::Aside(aside),
            _ => Stands::Unsure,
        }
    }
}

impl Stranger {
    /// Why the home is not made.
    pub(super) fn refused(self, dir: &Utf8Path, home: &str) -> Failure {
        let unsafe_ = |why: String| Failure::Unsafe { path: dir.to_owned(), why };
        match self {
            Self::Changed(path) => Failure::Changed(dir.join(home).join(path)),
            Self::Added(path) => unsafe_(format!("{home} holds {path}, which homepack did not make")),
            Self::Not(path, kind) => {
                unsafe_(format!("{home} holds {path}, {}, which homepack did not make", kind.name()))
            }
        }
    }
}
