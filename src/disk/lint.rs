//! What the linter reads and writes beside content: statements, lists of known findings, reports, and files that are mended.

use camino::Utf8Path;

use super::look::{self, Kind, Sum};
use super::single::{self, can_be_file};
use super::statements;
use super::walk::{Answer, Found, Links, is_home_file, walk};
use super::writer::clear;
use crate::failure::Failure;

/// Whether a path is a folder that is a home, or has homes in it.
#[must_use]
pub fn holds_homes(dir: &Utf8Path) -> bool {
    let is_home = |found: &Found| matches!(found.answer, Answer::File) && is_home_file(&found.path);
    look::kind_behind(dir) == Kind::Folder && walk(dir, Links::Within(dir)).iter().any(is_home)
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
    (look::kind_behind(path) == Kind::File).then(|| letters(path)).transpose()
}

/// Looks whether a list of known findings can be written to a path.
///
/// # Errors
/// Where something stands there that is not such a list: `is_list` says whether letters are one.
pub fn can_be_list(path: &Utf8Path, is_list: impl Fn(&str) -> bool) -> Result<(), Failure> {
    can_be_file(path)?;
    known(path, is_list).map(drop)
}

/// The sum of the list of known findings that stands at a path; none where nothing does.
fn known(path: &Utf8Path, is_list: impl Fn(&str) -> bool) -> Result<Option<Sum>, Failure> {
    let Some(there) = look::ours(path) else { return Ok(None) };
    let sum = Sum::of(&there);
    match String::from_utf8(there) {
        Ok(letters) if is_list(&letters) => Ok(Some(sum)),
        _ => Err(Failure::NotOurs(path.to_owned())),
    }
}

/// Writes a list of known findings, whole or not at all.
///
/// # Errors
/// Where it cannot be written, or something stands there that is not such a list.
pub fn write_list(path: &Utf8Path, letters: &str, is_list: impl Fn(&str) -> bool) -> Result<(), Failure> {
    can_be_file(path)?;
    let was = known(path, is_list)?;
    single::write(path, letters.as_bytes(), was.as_ref(), None)
}

/// How the last line of a report begins: what the letters above it add up to.
const SUM: &str = "<!-- homepack wrote this page. sha256: ";
const SUM_ENDS: &str = " -->\n";

/// Looks whether a report can be written to a path.
///
/// # Errors
/// Where something stands there that is not a report of ours, or that somebody changed.
pub fn can_be_report(path: &Utf8Path, begins: &str) -> Result<(), Failure> {
    report(path, begins).map(drop)
}

/// The sum of the report that stands at a path; none where nothing does.
fn report(path: &Utf8Path, begins: &str) -> Result<Option<Sum>, Failure> {
    can_be_file(path)?;
    let Some(there) = look::ours(path) else { return Ok(None) };
    let whole = Some(Sum::of(&there));
    let letters = String::from_utf8_lossy(&there);
    if !letters.starts_with(begins) {
        return Err(Failure::NotOurs(path.to_owned()));
    }
    let (page, sum) = match letters.rfind(SUM) {
        Some(at) => (&letters[..at], letters[at + SUM.len()..].strip_suffix(SUM_ENDS)),
        // From before reports had sums.
        None if letters.trim_end().ends_with("</html>") => return Ok(whole),
        None => return Err(Failure::Changed(path.to_owned())),
    };
    if sum == Some(Sum::of(page.as_bytes()).to_string().as_str()) {
        Ok(whole)
    } else {
        Err(Failure::Changed(path.to_owned()))
    }
}

/// Writes a report, whole or not at all. Its last line is a mark by which it is known again.
///
/// # Errors
/// Where it cannot be written, or something stands there that is not a report of ours, or that somebody changed.
pub fn write_report(path: &Utf8Path, page: &str, begins: &str) -> Result<(), Failure> {
    let was = report(path, begins)?;
    let line = if page.ends_with('\n') { "" } else { "\n" };
    let page = format!("{page}{line}");
    let marked = format!("{page}{SUM}{}{SUM_ENDS}", Sum::of(page.as_bytes()));
    single::write(path, marked.as_bytes(), was.as_ref(), None)
}

/// Puts better letters into a file: whoever looks finds the old file or the new one, never half of either. `was` is what was read:
/// where somebody has changed the file since, it stays.
///
/// # Errors
/// Where it cannot be written, or is not as it was read.
pub fn mend(path: &Utf8Path, was: &str, letters: &str) -> Result<(), Failure> {
    // A link stays one: what it leads to is mended.
    let path = look::whole(path);
    let failed = |error: std::io::Error| Failure::Read { path: path.clone(), why: error.into() };
    if look::bytes(&path).map_err(failed)? != was.as_bytes() {
        return Err(Failure::Asked(format!(
            "{path} was changed while homepack was reading it, so nothing was mended in it.\nRun the command again."
        )));
    }
    let rights = look::rights(&path).map_err(failed)?;
    if rights.readonly() {
        return Err(Failure::Asked(format!(
            "{path} is set to be read only, so nothing was mended in it.\nIf it is yours to change, take that off first."
        )));
    }
    single::write(&path, letters.as_bytes(), Some(&Sum::of(was.as_bytes())), Some(rights))
}

/// Clears away what a run that was cut off while it mended files has left beside them.
///
/// # Errors
/// Where it cannot be cleared.
pub fn tidy(path: &Utf8Path) -> Result<(), Failure> {
    match look::kind_behind(path) {
        Kind::Folder => look::folders(path).iter().try_for_each(|folder| clear(folder)),
        Kind::File => clear(look::folder_of(&look::whole(path))),
        _ => Ok(()),
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes files of its own")]
mod tests {
    use camino::Utf8PathBuf;

    use super::*;

    const BEGINS: &str = "<!DOCTYPE html><!-- ours -->";

    fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::try_from(dir.path().to_owned()).unwrap();
        (dir, path)
    }

    #[test]
    fn a_report_replaces_our_own_and_no_page_that_somebody_changed() {
        let (_dir, dir) = folder();
        let path = dir.join("report.html");
        let page = |words: &str| format!("{BEGINS}\n<p>{words}</p></html>");
        write_report(&path, &page("one"), BEGINS).unwrap();
        write_report(&path, &page("two"), BEGINS).unwrap();
        let letters = letters(&path).unwrap();
        fs_err::write(&path, letters.replace("two", "mine")).unwrap();
        assert!(matches!(write_report(&path, &page("three"), BEGINS), Err(Failure::Changed(_))));
        fs_err::write(&path, "<!DOCTYPE html><p>mine</p>").unwrap();
        assert!(matches!(write_report(&path, &page("three"), BEGINS), Err(Failure::NotOurs(_))));
        // As an earlier homepack wrote it.
        fs_err::write(&path, page("old")).unwrap();
        write_report(&path, &page("three"), BEGINS).unwrap();
        assert_eq!(look::names(&dir).unwrap(), ["report.html"]);
    }

    #[test]
    fn a_file_that_was_changed_while_it_was_read_is_not_mended() {
        let (_dir, dir) = folder();
        let path = dir.join("visiting.md");
        fs_err::write(&path, "Come when you like.").unwrap();
        assert!(mend(&path, "You are allowed to come.", "You can come.").is_err());
        assert_eq!(letters(&path).unwrap(), "Come when you like.");
        mend(&path, "Come when you like.", "Come at any time.").unwrap();
        assert_eq!(letters(&path).unwrap(), "Come at any time.");
    }

    #[test]
    fn what_a_cut_off_run_left_beside_files_is_cleared_and_a_stranger_s_folder_is_not() {
        let (_dir, dir) = folder();
        let scratch = dir.join("rowan/.homepack.scratch");
        fs_err::create_dir_all(scratch.join("0")).unwrap();
        fs_err::write(scratch.join("0/new"), "half").unwrap();
        tidy(&dir).unwrap();
        assert!(scratch.join("0/new").exists(), "it has no mark");
        fs_err::write(scratch.join("mark"), crate::disk::writer::MARK).unwrap();
        tidy(&dir).unwrap();
        assert!(!scratch.exists());
        assert!(dir.join("rowan").exists());
    }
}
