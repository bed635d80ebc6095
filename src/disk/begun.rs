//! The files of a home that is being begun: what is there is read as it lies, and nothing that is there is written over unless it is
//! still what was read.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};

use super::look::{self, Kind, Sum, kind, names};
use super::single::{can_be_file, write};
use super::writer::clear;
use crate::failure::{Failure, Why};
use crate::limits::FILE;

/// The letters of the files directly in a folder with some ending, by their paths in it; none where there is no folder.
///
/// # Errors
/// Where the folder or a file in it cannot be read.
pub fn letters_in(folder: &Utf8Path, endings: &[&str]) -> Result<BTreeMap<Utf8PathBuf, String>, Failure> {
    let names = names(folder).map_err(|error| Failure::Read { path: folder.to_owned(), why: error.into() })?;
    let mut found = BTreeMap::new();
    for name in names {
        let path = folder.join(&name);
        let is_wanted = path.extension().is_some_and(|ending| endings.contains(&ending)) && !name.starts_with('.');
        if is_wanted && kind(&path) == Kind::File {
            found.insert(Utf8PathBuf::from(name), letters(&path)?);
        }
    }
    Ok(found)
}

/// The letters of one file.
///
/// # Errors
/// Where there is none, or it is no text, or larger than any file of a home.
pub fn letters(path: &Utf8Path) -> Result<String, Failure> {
    let failed = |why: Why| Failure::Read { path: path.to_owned(), why };
    if look::size(path).map_err(|error| failed(error.into()))? > FILE.bytes() {
        return Err(failed(FILE.said.into()));
    }
    let bytes = look::bytes(path).map_err(|error| failed(error.into()))?;
    String::from_utf8(bytes).map_err(|_| failed("it is not text in UTF-8; save it again as UTF-8".into()))
}

/// Whether something stands at a path, whatever it is.
#[must_use]
pub fn is_there(path: &Utf8Path) -> bool {
    kind(path) != Kind::Nothing
}

/// Whether a folder holds other homes, or something that homes share.
#[must_use]
pub fn shares(folder: &Utf8Path, home: &str) -> bool {
    let shared = crate::read::SHARED.iter().any(|shared| kind(&folder.join(shared)) == Kind::Folder);
    let others = names(folder).unwrap_or_default().into_iter().filter(|name| name != home);
    shared || others.into_iter().any(|name| kind(&folder.join(name).join(super::walk::HOME)) == Kind::File)
}

/// Puts right what a run that was cut off has left in a folder.
///
/// # Errors
/// Where something else has the name of what homepack works in, or it cannot be cleared.
pub fn put_right(folder: &Utf8Path) -> Result<(), Failure> {
    clear(folder)
}

/// Writes a file that is not there yet.
///
/// # Errors
/// Where something is there, or it cannot be written.
pub fn new_file(path: &Utf8Path, letters: &str) -> Result<(), Failure> {
    can_be_file(path)?;
    if is_there(path) {
        return Err(Failure::NotOurs(path.to_owned()));
    }
    write(path, letters.as_bytes(), None, None)
}

/// Writes a file anew that is still as it was read.
///
/// # Errors
/// Where somebody changed it meanwhile, or it cannot be written.
pub fn again(path: &Utf8Path, was: &str, letters: &str) -> Result<(), Failure> {
    can_be_file(path)?;
    write(path, letters.as_bytes(), Some(&Sum::of(was.as_bytes())), look::rights(path).ok())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes files of its own")]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_there_is_written_over_unless_it_is_what_was_read() {
        let dir = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::try_from(dir.path().join("fernhollow/home.yaml")).unwrap();
        new_file(&path, "name: Fernhollow\n").unwrap();
        assert!(matches!(new_file(&path, "name: B\n"), Err(Failure::NotOurs(_))));
        again(&path, "name: Fernhollow\n", "name: C\n").unwrap();
        assert!(again(&path, "name: Fernhollow\n", "name: D\n").is_err());
        assert_eq!(letters_in(path.parent().unwrap(), &["yaml"]).unwrap()[Utf8Path::new("home.yaml")], "name: C\n");
        assert_eq!(look::names(path.parent().unwrap()).unwrap(), ["home.yaml"]);
    }
}
