//! A folder of ours to work in, beside what is made: marked, locked, put right when it is opened, and gone when it is closed.

use std::fs::File;
use std::io::{self, Write as _};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};

use super::bench::{self, Bench};
use super::{Rights, flush_folder, move_to_free, new_folder};
use crate::disk::look::{self, Kind};
use crate::failure::{Failure, Stands};

/// The scratch in a folder.
pub(in crate::disk) const NAME: &str = ".homepack.scratch";
/// The file that marks a scratch as ours.
const MARK: &str = "mark";
/// The empty file that whoever works in it holds locked. It is not the mark: on Windows nobody else can read what is locked.
const LOCK: &str = "lock";
/// What is written in it.
pub(in crate::disk) const SAYS: &str =
    "homepack works in this folder. When homepack is not at work, it can be deleted.\n";
/// How often, and how long in between, another run's lock is waited for.
const TRIES: u32 = 40;
const PAUSE: Duration = Duration::from_millis(50);

/// A folder to work in, for as long as this value lives.
pub(in crate::disk) struct Scratch {
    top: Utf8PathBuf,
    dir: Utf8PathBuf,
    rights: Rights,
    next: AtomicU32,
    _lock: File,
}

/// Whether what has the name of a scratch is one: a folder with our mark, or one that was cut off before it had more than a part of
/// it. What somebody else called so is not ours.
pub(in crate::disk) fn is_ours(dir: &Utf8Path) -> bool {
    if look::kind(dir) != Kind::Folder {
        return false;
    }
    let Ok(names) = look::names(dir) else { return false };
    let begun = || names.iter().all(|name| is_own(name)) && look::size(&dir.join(LOCK)).unwrap_or(0) == 0;
    match look::ours(&dir.join(MARK)) {
        None => begun(),
        Some(bytes) if bytes == SAYS.as_bytes() => true,
        Some(bytes) => SAYS.as_bytes().starts_with(&bytes) && begun(),
    }
}

/// Whether a name in a scratch is its mark or its lock.
fn is_own(name: &str) -> bool {
    name == MARK || name == LOCK
}

/// Clears the scratch that a run which was cut off has left in a folder, where there is one and nobody is at work in it.
///
/// # Errors
/// Where something else has its name, or it cannot be cleared.
pub(in crate::disk) fn clear(top: &Utf8Path) -> Result<(), Failure> {
    if look::kind(&top.join(NAME)) == Kind::Folder && is_ours(&top.join(NAME)) {
        Scratch::open(top, Rights::Usual).map(drop)
    } else {
        Ok(())
    }
}

impl Scratch {
    /// Opens the scratch in a folder, and puts right what a run that was cut off has left in it.
    ///
    /// # Errors
    /// Where something else has its name, another run works in it, or it cannot be made. Nothing was changed then.
    pub(in crate::disk) fn open(top: &Utf8Path, rights: Rights) -> Result<Self, Failure> {
        let dir = top.join(NAME);
        for _ in 0..TRIES {
            if look::kind(&dir) == Kind::Nothing {
                match new_folder(&dir, rights) {
                    Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                    made => made.map_err(|error| unmade(&dir, error))?,
                }
            }
            if !is_ours(&dir) && look::kind(&dir) != Kind::Nothing {
                return Err(Failure::NotOurs(dir));
            }
            match marked(&dir, rights) {
                Ok(Some(lock)) => {
                    let scratch = Self { top: top.to_owned(), dir, rights, next: AtomicU32::new(0), _lock: lock };
                    scratch.sweep();
                    return Ok(scratch);
                }
                // Somebody is at work in it, or was on the way out.
                Ok(None) => std::thread::sleep(PAUSE),
                Err(error) => return Err(unmade(&dir, error)),
            }
        }
        Err(Failure::Busy(top.to_owned()))
    }

    /// The folder beside whose things it stands.
    pub(in crate::disk) fn top(&self) -> &Utf8Path {
        &self.top
    }

    /// Room to make one thing in, whose place is known by its path from the top.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub(in crate::disk) fn bench(&self, place: &str) -> io::Result<Bench<'_>> {
        loop {
            let dir = self.dir.join(self.next.fetch_add(1, Ordering::Relaxed).to_string());
            match new_folder(&dir, self.rights) {
                // An earlier run left it, and it could not be cleared.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
                Ok(()) => return Bench::new(&self.top, dir, place, self.rights),
            }
        }
    }

    /// Puts back what stood aside when a run was cut off, and removes the rest. What cannot be removed is tried again by the next run.
    pub(in crate::disk) fn sweep(&self) {
        for name in look::names(&self.dir).unwrap_or_default() {
            let bench = self.dir.join(&name);
            if !is_own(&name) {
                bench::clear(&self.top, &bench, self.rights);
            }
        }
    }

    /// Gives something at the top back its name, which nothing has.
    ///
    /// # Errors
    /// Where it cannot be renamed.
    pub(in crate::disk) fn bring_back(&self, from: &str, to: &str) -> io::Result<()> {
        move_to_free(&self.top.join(from), &self.top.join(to))?;
        flush_folder(&self.top)
    }

    /// Whether it holds nothing of anybody's.
    pub(in crate::disk) fn is_clear(&self) -> bool {
        look::names(&self.dir).is_ok_and(|names| names.iter().all(|name| is_own(name)))
    }
}

/// What each bench in a folder's scratch was for, as paths from the folder. Looks, and changes nothing.
pub(in crate::disk) fn begun(top: &Utf8Path) -> Vec<String> {
    let dir = top.join(NAME);
    if !is_ours(&dir) {
        return Vec::new();
    }
    let benches = look::names(&dir).unwrap_or_default().into_iter().filter(|name| !is_own(name));
    benches.map(|name| bench::place(&dir.join(name)).unwrap_or_default()).collect()
}

/// Takes the lock and sees that the mark is whole; none where somebody else has it, or has just taken it away.
fn marked(dir: &Utf8Path, rights: Rights) -> io::Result<Option<File>> {
    let path = dir.join(LOCK);
    let mut options = File::options();
    options.create(true).truncate(false).read(true).write(true);
    #[cfg(unix)]
    if rights == Rights::Owner {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let _ = rights;
    let lock = match options.open(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => opened?,
    };
    if matches!(lock.try_lock(), Err(std::fs::TryLockError::WouldBlock)) || !look::is_at(&lock, &path) {
        return Ok(None);
    }
    if look::ours(&dir.join(MARK)).is_none_or(|says| says != SAYS.as_bytes()) {
        let mut mark = options.truncate(true).open(dir.join(MARK))?;
        mark.write_all(SAYS.as_bytes())?;
        mark.sync_all()?;
        flush_folder(dir)?;
    }
    Ok(Some(lock))
}

fn unmade(dir: &Utf8Path, error: io::Error) -> Failure {
    Failure::Write { path: dir.to_owned(), why: error.into(), stands: Stands::Untouched }
}

/// What was left is put right or removed, and the scratch goes where nothing is left in it.
impl Drop for Scratch {
    fn drop(&mut self) {
        self.sweep();
        if self.is_clear() {
            // Whoever cannot remove it finds it marked the next time.
            let _ = std::fs::remove_file(self.dir.join(MARK));
            let _ = std::fs::remove_file(self.dir.join(LOCK));
            let _ = std::fs::remove_dir(&self.dir);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::try_from(dir.path().to_owned()).unwrap();
        (dir, path)
    }

    #[test]
    fn a_folder_of_its_name_without_our_mark_is_somebody_s() {
        let (_dir, top) = folder();
        let dir = top.join(NAME);
        fs_err::create_dir(&dir).unwrap();
        assert!(is_ours(&dir), "an empty one is a scratch that was cut off as it was made");
        fs_err::write(dir.join(MARK), &SAYS[..20]).unwrap();
        assert!(is_ours(&dir), "so is one with a part of its mark");
        fs_err::write(dir.join("chapter-1.txt"), "my work").unwrap();
        assert!(!is_ours(&dir));
        assert!(matches!(Scratch::open(&top, Rights::Usual), Err(Failure::NotOurs(_))));
        clear(&top).unwrap();
        assert_eq!(fs_err::read_to_string(dir.join("chapter-1.txt")).unwrap(), "my work");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_of_its_name_is_not_followed() {
        let (_dir, top) = folder();
        fs_err::create_dir(top.join("theirs")).unwrap();
        std::os::unix::fs::symlink("theirs", top.join(NAME)).unwrap();
        assert!(matches!(Scratch::open(&top, Rights::Usual), Err(Failure::NotOurs(_))));
        assert!(look::names(&top.join("theirs")).unwrap().is_empty());
    }

    #[test]
    fn two_runs_do_not_work_in_it_at_once() {
        let (_dir, top) = folder();
        let first = Scratch::open(&top, Rights::Usual).unwrap();
        assert!(matches!(Scratch::open(&top, Rights::Usual), Err(Failure::Busy(_))));
        drop(first);
        assert!(look::names(&top).unwrap().is_empty());
        drop(Scratch::open(&top, Rights::Usual).unwrap());
    }
}
