//! What the linter reads and writes beside content: statements, lists of known findings, reports, and files that are mended.

use std::io::{Read as _, Write as _};

use camino::{Utf8Path, Utf8PathBuf};
use walkdir::{DirEntry, WalkDir};

use super::reading::why;
use crate::failure::Failure;

/// The endings of files that a statement can have.
pub const STATEMENTS: [&str; 8] = ["md", "markdown", "txt", "html", "htm", "docx", "odt", "pdf"];
/// The largest file that is read, in bytes.
const LARGEST: u64 = 32 * 1024 * 1024;

/// Whether a folder is a home, or has homes in it.
#[must_use]
pub fn holds_homes(dir: &Utf8Path) -> bool {
    walk(dir).any(|entry| entry.file_type().is_file() && entry.file_name() == "home.yaml")
}

/// Every statement in a folder, in the order of their names.
#[must_use]
pub fn statements_in(dir: &Utf8Path) -> Vec<Utf8PathBuf> {
    let files = walk(dir).filter(|entry| entry.file_type().is_file());
    let paths = files.filter_map(|entry| Utf8PathBuf::from_path_buf(entry.into_path()).ok());
    paths
        .filter(|path| path.extension().is_some_and(|ending| STATEMENTS.contains(&ending.to_lowercase().as_str())))
        .collect()
}

/// What a folder holds that somebody could have written.
fn walk(dir: &Utf8Path) -> impl Iterator<Item = DirEntry> {
    let visible = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        // “~$” begins the name of a file that Word has open.
        let ours = matches!(name.as_ref(), "output" | "private" | "target" | "node_modules");
        entry.depth() == 0 || !(name.starts_with('.') || name.starts_with("~$") || ours)
    };
    WalkDir::new(dir).sort_by_file_name().into_iter().filter_entry(visible).filter_map(Result::ok)
}

/// A file's bytes.
///
/// # Errors
/// Where it is not there, may not be read or is far too large.
pub fn bytes(path: &Utf8Path) -> Result<Vec<u8>, Failure> {
    let failed = |why: String| Failure::Read { path: path.to_owned(), why };
    let size = fs_err::metadata(path).map_err(|error| failed(why(&error)))?.len();
    if size > LARGEST {
        return Err(failed("it is larger than 32 MB".to_owned()));
    }
    fs_err::read(path).map_err(|error| failed(why(&error)))
}

/// A file's letters.
///
/// # Errors
/// Where it may not be read, or is not text.
pub fn letters(path: &Utf8Path) -> Result<String, Failure> {
    let read = if path == "-" { standard_input()? } else { bytes(path)? };
    String::from_utf8(read).map_err(|_| Failure::Read { path: path.to_owned(), why: "it is not text".to_owned() })
}

/// Everything that comes in on the standard input.
///
/// # Errors
/// Where it cannot be read, or is far too large.
pub fn standard_input() -> Result<Vec<u8>, Failure> {
    let failed = |why: String| Failure::Read { path: "-".into(), why };
    let mut read = Vec::new();
    let end = std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut read).map_err(|error| failed(why(&error)))?;
    if end as u64 > LARGEST { Err(failed("it is larger than 32 MB".to_owned())) } else { Ok(read) }
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
    let failed = |error: &std::io::Error| Failure::Unchanged { path: path.to_owned(), why: why(error) };
    let folder = path.parent().filter(|folder| !folder.as_str().is_empty()).unwrap_or(Utf8Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|error| failed(&error))?;
    file.write_all(written).map_err(|error| failed(&error))?;
    let rights = fs_err::metadata(path).ok().filter(|_| keep).map(|there| there.permissions());
    match rights {
        Some(rights) => file.as_file().set_permissions(rights),
        None => super::output::readable(file.as_file()),
    }
    .map_err(|error| failed(&error))?;
    file.as_file().sync_all().map_err(|error| failed(&error))?;
    file.persist(path).map_err(|error| failed(&error.error))?;
    Ok(())
}
