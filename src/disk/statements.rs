//! Statements that a home already has: which files are meant, and the bytes of each.
//!
//! One at a time, so that a folder of large files never lies in memory at once.

use std::io::Read as _;

use camino::{Utf8Path, Utf8PathBuf};
use walkdir::{DirEntry, WalkDir};

use crate::failure::{Failure, Why};
use crate::statement::ENDINGS;

/// The name of the standard input.
pub const STANDARD_INPUT: &str = "-";
/// The largest file that is read, in bytes.
const LARGEST: u64 = 32 * 1024 * 1024;

/// The files that somebody means by a path: the file itself, the standard input, or every statement below a folder in the order of
/// their names.
///
/// # Errors
/// Where there is nothing at the path, a folder that may not be opened, or one with no statement in it.
pub fn statements(path: &Utf8Path) -> Result<Vec<Utf8PathBuf>, Failure> {
    if path == STANDARD_INPUT {
        return Ok(vec![path.to_owned()]);
    }
    let there = fs_err::metadata(path).map_err(|error| unread(path, error))?;
    if !there.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let files = below(path)?;
    if files.is_empty() { Err(Failure::NoStatement(path.to_owned())) } else { Ok(files) }
}

/// The bytes of a statement, or of the standard input.
///
/// # Errors
/// Where it cannot be read, or is too large to be a statement.
pub fn bytes(path: &Utf8Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = if path == STANDARD_INPUT {
        std::io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        let there = fs_err::metadata(path).map_err(|error| unread(path, error))?;
        if !there.is_file() {
            return Err(Failure::Read { path: path.to_owned(), why: "it is not a file".into() });
        }
        let file = fs_err::File::open(path).map_err(|error| unread(path, error))?;
        file.take(LARGEST + 1).read_to_end(&mut bytes)
    };
    read.map_err(|error| unread(path, error))?;
    if bytes.len() as u64 > LARGEST { Err(Failure::LargeStatement(path.to_owned())) } else { Ok(bytes) }
}

/// Every statement below a folder. Links that lead out of it are not followed, and none in a circle.
fn below(folder: &Utf8Path) -> Result<Vec<Utf8PathBuf>, Failure> {
    let root = fs_err::canonicalize(folder).map_err(|error| unread(folder, error))?;
    let stays = |entry: &DirEntry| {
        let visible = entry.file_name().to_str().is_some_and(|name| !name.starts_with(['.', '~']));
        let inside =
            || !entry.path_is_symlink() || fs_err::canonicalize(entry.path()).is_ok_and(|to| to.starts_with(&root));
        entry.depth() == 0 || (visible && inside())
    };
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter().filter_entry(stays) {
        let entry = match entry {
            Ok(entry) => entry,
            // A link in a circle, or one to nothing, leads to no statement.
            Err(error) if error.loop_ancestor().is_some() || is_missing(&error) => continue,
            Err(error) => return Err(cannot_open(folder, error)),
        };
        let Some(path) = Utf8Path::from_path(entry.path()).filter(|_| entry.file_type().is_file()) else { continue };
        let ending = path.extension().unwrap_or_default().to_lowercase();
        if ENDINGS.contains(&ending.as_str()) {
            files.push(path.to_owned());
        }
    }
    Ok(files)
}

fn is_missing(error: &walkdir::Error) -> bool {
    error.io_error().is_some_and(|error| error.kind() == std::io::ErrorKind::NotFound)
}

fn cannot_open(folder: &Utf8Path, error: walkdir::Error) -> Failure {
    let path = error.path().and_then(Utf8Path::from_path).unwrap_or(folder).to_owned();
    let why = error.into_io_error().map_or_else(|| "it could not be opened".into(), Why::from);
    Failure::Read { path, why }
}

fn unread(path: &Utf8Path, error: std::io::Error) -> Failure {
    Failure::Read { path: path.to_owned(), why: error.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::from_path_buf(dir.path().to_owned()).unwrap();
        (dir, path)
    }

    fn names(path: &Utf8Path) -> Vec<String> {
        let files = statements(path).unwrap();
        files.iter().map(|file| file.strip_prefix(path).unwrap().to_string()).collect()
    }

    #[test]
    fn a_folder_of_statements_is_read_in_the_order_of_their_names() {
        let (_dir, path) = folder();
        fs_err::create_dir(path.join("quillmere")).unwrap();
        for name in ["visitors.MD", "fees.docx", "photo.jpg", ".hidden.md", "~$fees.docx", "quillmere/statement.odt"] {
            fs_err::write(path.join(name), "Tea is at four.").unwrap();
        }
        assert_eq!(names(&path), ["fees.docx", "quillmere/statement.odt", "visitors.MD"]);
        assert_eq!(bytes(&path.join("fees.docx")).unwrap(), b"Tea is at four.");
    }

    #[cfg(unix)]
    #[test]
    fn links_out_of_the_folder_and_in_circles_are_not_followed() {
        let (_dir, path) = folder();
        let (_other, outside) = folder();
        fs_err::write(outside.join("secret.md"), "Not ours.").unwrap();
        fs_err::write(path.join("ours.md"), "Ours.").unwrap();
        std::os::unix::fs::symlink(&outside, path.join("away")).unwrap();
        std::os::unix::fs::symlink(outside.join("secret.md"), path.join("away.md")).unwrap();
        std::os::unix::fs::symlink(&path, path.join("circle")).unwrap();
        std::os::unix::fs::symlink("nothing.md", path.join("gone.md")).unwrap();
        std::os::unix::fs::symlink("ours.md", path.join("same.md")).unwrap();
        assert_eq!(names(&path), ["ours.md", "same.md"]);
    }

    #[test]
    fn an_empty_folder_and_a_missing_file_are_answered() {
        let (_dir, path) = folder();
        assert!(matches!(statements(&path), Err(Failure::NoStatement(_))));
        let missing = statements(&path.join("statment.docx")).unwrap_err().to_string();
        assert!(missing.contains("it is not there"), "{missing}");
        assert!(matches!(bytes(&path), Err(Failure::Read { .. })));
    }

    #[test]
    fn a_file_larger_than_any_statement_is_refused() {
        let (_dir, path) = folder();
        let file = fs_err::File::create(path.join("film.pdf")).unwrap();
        file.set_len(LARGEST + 1).unwrap();
        assert!(matches!(bytes(&path.join("film.pdf")), Err(Failure::LargeStatement(_))));
    }
}
