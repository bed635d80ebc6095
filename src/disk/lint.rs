//! What the linter reads and writes beside content: statements, lists of known findings, reports, and files that are mended.

use std::io::Write as _;

use camino::Utf8Path;

use super::statements;
use super::walk::{Answer, Found, Links, is_home_file, walk};
use crate::failure::Failure;

/// Whether a path is a folder that is a home, or has homes in it.
#[must_use]
pub fn holds_homes(dir: &Utf8Path) -> bool {
    let is_home = |found: &Found| matches!(found.answer, Answer::File) && is_home_file(&found.path);
    dir.is_dir() && walk(dir, Links::Within(dir)).iter().any(is_home)
}

/// A file's letters.
///
/// # Errors
/// Where it may not be read, or is not text.
pub fn letters(path: &Utf8Path) -> Result<String, Failure> {
    String::from_utf8(statements::bytes(path)?)
        .map_err(|_| Failure::Read { path: path.to_owned(), why: "it is not text".into() })
}

/// A file's letters; none where there is no such file.
///
/// # Errors
/// Where it may not be read, or is not text.
pub fn letters_if_there(path: &Utf8Path) -> Result<Option<String>, Failure> {
    path.is_file().then(|| letters(path)).transpose()
}

/// Writes a report or a list, whole or not at all, and never over a file that does not begin as ours do.
///
/// # Errors
/// Where it cannot be written, or something else has that name.
pub fn write_report(path: &Utf8Path, written: &str, begins: &str) -> Result<(), Failure> {
    let ours = |bytes: Vec<u8>| bytes.starts_with(begins.as_bytes());
    if path.is_dir() || (path.exists() && !fs_err::read(path).is_ok_and(ours)) {
        return Err(Failure::NotOurs(path.to_owned()));
    }
    put(path, written.as_bytes(), false)
}

/// Puts better letters into a file: whoever looks finds the old file or the new one, never half of either.
///
/// # Errors
/// Where it cannot be written.
pub fn mend(path: &Utf8Path, letters: &str) -> Result<(), Failure> {
    // A link stays one: what it leads to is mended.
    let path = path.canonicalize_utf8().unwrap_or_else(|_| path.to_owned());
    put(&path, letters.as_bytes(), true)
}

/// Writes a file beside its place and puts it there in one step.
fn put(path: &Utf8Path, written: &[u8], keep: bool) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::Unchanged { path: path.to_owned(), why: error.into() };
    let folder = path.parent().filter(|folder| !folder.as_str().is_empty()).unwrap_or(Utf8Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(written).map_err(failed)?;
    let rights = fs_err::metadata(path).ok().filter(|_| keep).map(|there| there.permissions());
    match rights {
        Some(rights) => file.as_file().set_permissions(rights),
        None => super::output::readable(file.as_file()),
    }
    .map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}
