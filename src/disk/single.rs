//! One file where somebody asked for it, among files of theirs: whole or not at all, and over nothing but a file of ours.

use std::io;

use camino::{Utf8Path, Utf8PathBuf};

use super::look::{self, Kind, Sum, kind};
use super::made::{self, Made};
use super::ours::leads_back;
use super::output::LIST;
use super::writer::{self, Rights, Scratch};
use crate::failure::{Failure, Stands};

/// A paper that somebody asked for: where it will lie, once that is known to be right.
pub struct PaperPlace {
    path: Utf8PathBuf,
}

impl PaperPlace {
    /// Looks whether a paper can be written to a path. It can be where there is nothing, or a paper that homepack wrote there before
    /// and that nobody has changed: a list beside it, `.homepack.made.json`, knows each by its sum.
    ///
    /// # Errors
    /// Where something else has that name, or a list would have to lie where homepack builds homes.
    pub fn new(path: &Utf8Path) -> Result<Self, Failure> {
        can_be_file(path)?;
        let place = Self { path: path.to_owned() };
        place.list()?;
        Ok(place)
    }

    /// The list beside it, which names it where it is there, and the sum of what is there.
    fn list(&self) -> Result<(Made, Option<Sum>), Failure> {
        let list = Made::of(self.folder())?;
        if kind(&self.path) != Kind::File {
            return Ok((list, None));
        }
        let sum = Sum::of_file(&self.path).map_err(|error| unread(&self.path, error))?;
        list.must_name(self.name(), &sum, self.path.clone())?;
        Ok((list, Some(sum)))
    }

    /// Writes the paper.
    ///
    /// # Errors
    /// Where it cannot be written, or something else has that name by now.
    pub fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        let sum = Sum::of(bytes);
        let scratch = opened(self.folder())?;
        let (mut list, was) = self.list()?;
        let listed = self.folder().join(made::LIST);
        let write_list = |list: &Made| put(&scratch, &listed, &list.letters(), sum_of(&listed).as_ref(), None);
        // A cut between these steps leaves the old paper or the new one, and the list names either.
        list.coming(self.name(), sum.clone());
        write_list(&list)?;
        put(&scratch, &self.path, bytes, was.as_ref(), None)?;
        list.is(self.name(), sum, |name| kind(&self.folder().join(name)) == Kind::File);
        write_list(&list)
    }

    fn folder(&self) -> &Utf8Path {
        look::folder_of(&self.path)
    }

    fn name(&self) -> &str {
        self.path.file_name().unwrap_or_default()
    }
}

/// Whether a file can be written to a path at all: there is nothing, or a regular file.
///
/// # Errors
/// Where a folder, a link, a pipe or a device has that name, or it lies where homepack builds homes.
pub fn can_be_file(path: &Utf8Path) -> Result<(), Failure> {
    let asked =
        |why: &str| Failure::Asked(format!("homepack cannot write to {path}: {why}.\nChoose the name of a new file."));
    if path.file_name().is_none() || path.as_str().ends_with('/') {
        return Err(asked("it is the name of a folder"));
    }
    match kind(path) {
        Kind::Nothing | Kind::File => {}
        other => return Err(asked(&format!("there is {} of that name", other.name()))),
    }
    let whole = look::whole(path);
    if leads_back(&whole) {
        return Err(asked("a part of its path is not there, and “..” leads back from it"));
    }
    if whole.ancestors().skip(1).any(|folder| kind(&folder.join(LIST)) != Kind::Nothing) {
        return Err(asked("it lies in a folder that homepack builds homes in, and the next build would not know it"));
    }
    Ok(())
}

/// Writes a file, new or in the place of one that the caller has looked at.
/// `was` is the sum of what the caller saw there; what stands there by then and has another is not replaced.
pub(super) fn write(
    path: &Utf8Path,
    bytes: &[u8],
    was: Option<&Sum>,
    rights: Option<std::fs::Permissions>,
) -> Result<(), Failure> {
    put(&opened(look::folder_of(path))?, path, bytes, was, rights)
}

/// The scratch in a folder that may have to be made.
fn opened(folder: &Utf8Path) -> Result<Scratch, Failure> {
    writer::folders(folder, Rights::Usual).map_err(|error| Failure::Write {
        path: folder.to_owned(),
        why: error.into(),
        stands: Stands::Untouched,
    })?;
    Scratch::open(folder, Rights::Usual)
}

/// Makes a file in the scratch and has it take its place.
fn put(
    scratch: &Scratch,
    path: &Utf8Path,
    bytes: &[u8],
    was: Option<&Sum>,
    rights: Option<std::fs::Permissions>,
) -> Result<(), Failure> {
    let before = look::ours(path);
    let done = || {
        let mut bench = scratch.bench(path.file_name().unwrap_or_default())?;
        bench.whole(bytes, rights)?;
        bench.settle_file(was)
    };
    done().map_err(|error: io::Error| {
        let stands = match (look::ours(path), &before) {
            (None, None) if kind(path) == Kind::Nothing => Stands::Nothing,
            (now, before) if now == *before => Stands::FileAsItWas,
            (Some(now), _) if now == bytes => Stands::New,
            _ => Stands::Unsure,
        };
        Failure::Write { path: path.to_owned(), why: error.into(), stands }
    })
}

/// The sum of a file; none where there is none.
pub(super) fn sum_of(path: &Utf8Path) -> Option<Sum> {
    look::ours(path).map(|bytes| Sum::of(&bytes))
}

fn unread(path: &Utf8Path, error: io::Error) -> Failure {
    Failure::Read { path: path.to_owned(), why: error.into() }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test makes files of its own")]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::try_from(dir.path().to_owned()).unwrap();
        (dir, path)
    }

    fn write(path: &Utf8Path, bytes: &[u8]) -> Result<(), Failure> {
        PaperPlace::new(path)?.write(bytes)
    }

    #[test]
    fn a_paper_replaces_our_own_and_no_other() {
        let (_dir, dir) = folder();
        let (ours, theirs) = (dir.join("visiting.pdf"), dir.join("contract.pdf"));
        write(&ours, b"%PDF-1").unwrap();
        write(&ours, b"%PDF-2").unwrap();
        assert_eq!(look::ours(&ours).unwrap(), b"%PDF-2");
        fs_err::write(&theirs, "%PDF-1 signed").unwrap();
        assert!(matches!(write(&theirs, b"%PDF-3"), Err(Failure::NotOurs(_))));
        fs_err::write(&ours, "%PDF-2 with notes").unwrap();
        assert!(matches!(write(&ours, b"%PDF-3"), Err(Failure::Changed(_))));
        assert_eq!(look::ours(&theirs).unwrap(), b"%PDF-1 signed");
        assert_eq!(look::ours(&ours).unwrap(), b"%PDF-2 with notes");
        assert_eq!(look::names(&dir).unwrap(), [made::LIST, "contract.pdf", "visiting.pdf"]);
    }

    #[test]
    fn a_paper_that_a_cut_left_half_way_to_its_name_is_still_ours() {
        let (_dir, dir) = folder();
        let path = dir.join("visiting.pdf");
        write(&path, b"%PDF-1").unwrap();
        let mut list = Made::of(&dir).unwrap();
        list.coming("visiting.pdf", Sum::of(b"%PDF-2"));
        fs_err::write(dir.join(made::LIST), list.letters()).unwrap();
        write(&path, b"%PDF-3").unwrap();
        fs_err::write(dir.join(made::LIST), list.letters()).unwrap();
        fs_err::write(&path, "%PDF-2").unwrap();
        write(&path, b"%PDF-3").unwrap();
    }

    #[test]
    fn a_list_that_somebody_else_wrote_is_not_taken_for_ours() {
        let (_dir, dir) = folder();
        fs_err::write(dir.join(made::LIST), "{\"made\": {}, \"name\": \"mine\"}").unwrap();
        assert!(matches!(write(&dir.join("a.pdf"), b"%PDF-"), Err(Failure::NotOurs(_))));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_a_folder_a_pipe_and_a_device_are_no_files() {
        let (_dir, dir) = folder();
        fs_err::write(dir.join("theirs"), "theirs").unwrap();
        std::os::unix::fs::symlink("theirs", dir.join("link.pdf")).unwrap();
        fs_err::create_dir(dir.join("folder.pdf")).unwrap();
        for path in [dir.join("link.pdf"), dir.join("folder.pdf"), "/dev/null".into(), "/dev/full".into(), "a/".into()]
        {
            let refused = can_be_file(&path).unwrap_err().to_string();
            assert!(refused.contains("cannot write to"), "{path}: {refused}");
        }
    }
}
