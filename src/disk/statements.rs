//! Statements that a home already has: which files are meant, and the bytes of each.
//!
//! One at a time, so that a folder of large files never lies in memory at once.

use std::io::Read as _;

use camino::{Utf8Path, Utf8PathBuf};

use super::walk::{Answer, Found, Hindrance, Links, walk};
use crate::failure::Failure;
use crate::limits::FILE;
use crate::statement::{ENDINGS, UNREAD_ENDINGS, Unreadable};

/// The name of the standard input.
pub const STANDARD_INPUT: &str = "-";

/// What somebody means by a path.
#[derive(Debug, Default)]
pub struct Statements {
    /// The files, in the order of their names. Those of formats that cannot be read are among them, to be told of one by one.
    pub files: Vec<Utf8PathBuf>,
    /// What lies among them and is no file that can be opened.
    pub untold: Vec<Failure>,
}

impl From<Utf8PathBuf> for Statements {
    fn from(file: Utf8PathBuf) -> Self {
        Self { files: vec![file], untold: Vec::new() }
    }
}

/// The files that somebody means by a path: the file itself, the standard input, or every statement below a folder in the order of
/// their names.
///
/// # Errors
/// Where there is nothing at the path, or a folder with no statement in it.
pub fn statements(path: &Utf8Path) -> Result<Statements, Failure> {
    if path == STANDARD_INPUT {
        return Ok(path.to_owned().into());
    }
    let there = fs_err::metadata(path).map_err(|error| unread(path, error))?;
    if !there.is_dir() {
        return Ok(path.to_owned().into());
    }
    let there = below(path);
    if there.files.is_empty() && there.untold.is_empty() {
        Err(Failure::NoStatement(path.to_owned()))
    } else {
        Ok(there)
    }
}

/// The bytes of a statement, or of the standard input.
///
/// # Errors
/// Where it cannot be read, or is too large to be a statement.
pub fn bytes(path: &Utf8Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = if path == STANDARD_INPUT {
        std::io::stdin().lock().take(FILE.bytes() + 1).read_to_end(&mut bytes)
    } else {
        let there = fs_err::metadata(path).map_err(|error| unread(path, error))?;
        if !there.is_file() {
            return Err(Failure::Read { path: path.to_owned(), why: "it is not a file".into() });
        }
        let file = fs_err::File::open(path).map_err(|error| unread(path, error))?;
        file.take(FILE.bytes() + 1).read_to_end(&mut bytes)
    };
    read.map_err(|error| unread(path, error))?;
    if bytes.len() as u64 > FILE.bytes() { Err(Failure::LargeStatement(path.to_owned())) } else { Ok(bytes) }
}

/// Every statement below a folder, and what cannot be read there though it may be one. Links that lead out of it are not followed.
fn below(folder: &Utf8Path) -> Statements {
    let mut out = Statements::default();
    for Found { path, answer } in walk(folder, Links::Within(folder)) {
        match answer {
            Answer::File if can_be_one(&path) => out.files.push(path),
            // A document of Apple's is a folder with one on the inside.
            Answer::Folder if is_called(&path, &["pages"]) => {
                out.untold
                    .push(Failure::Statement { path, why: Unreadable::Format { what: "a Pages file".into() }.into() });
            }
            Answer::Hindered(why @ (Hindrance::Closed(_) | Hindrance::LeadsOut)) if is_folder_like(&path) => {
                out.untold.push(why.failure(path));
            }
            Answer::Hindered(why) if can_be_one(&path) => out.untold.push(why.failure(path)),
            // Pictures, tables and the like: no statement by their names.
            Answer::File | Answer::Folder | Answer::Hindered(_) | Answer::PassedOver => {}
        }
    }
    out
}

/// Whether something is called as a statement is, or as a document that somebody may take for one.
fn can_be_one(path: &Utf8Path) -> bool {
    is_called(path, &ENDINGS) || is_called(path, &UNREAD_ENDINGS)
}

fn is_called(path: &Utf8Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|ending| endings.contains(&ending.to_lowercase().as_str()))
}

/// Whether a name has no ending, as those of folders have none: statements may lie in it.
fn is_folder_like(path: &Utf8Path) -> bool {
    path.extension().is_none()
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
        let there = statements(path).unwrap();
        there.files.iter().map(|file| file.strip_prefix(path).unwrap().to_string()).collect()
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
    fn links_out_of_the_folder_are_told_of_and_links_in_circles_need_no_word() {
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
        let untold: Vec<String> = statements(&path).unwrap().untold.iter().map(ToString::to_string).collect();
        for (name, why) in [
            ("away", "it is a link to something outside this folder"),
            ("away.md", "it is a link to something outside this folder"),
            ("gone.md", "it is a link, and what it leads to is not there"),
        ] {
            assert!(
                untold.iter().any(|said| said.starts_with(&format!("{path}/{name} could not be read: {why}."))),
                "{untold:?}"
            );
        }
        assert_eq!(untold.len(), 3, "{untold:?}");
    }

    #[test]
    fn documents_that_cannot_be_read_are_among_them_to_be_told_of() {
        let (_dir, path) = folder();
        for name in ["a.doc", "b.docm", "c.DOTX", "d.rtf", "e.pages", "f.jpg", "g.xlsx", "~$h.docx", "i.md~"] {
            fs_err::write(path.join(name), "Tea is at four.").unwrap();
        }
        assert_eq!(names(&path), ["a.doc", "b.docm", "c.DOTX", "d.rtf", "e.pages"]);
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
        file.set_len(FILE.bytes() + 1).unwrap();
        assert!(matches!(bytes(&path.join("film.pdf")), Err(Failure::LargeStatement(_))));
    }
}
