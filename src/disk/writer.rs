//! The one writer: nothing else in homepack creates, writes, renames or removes.
//!
//! What is made is made in a [`Scratch`], a folder of ours beside its place, where only new files are opened; it is flushed to the
//! disk, and then it takes its place in one step. Whatever is cut off, at whatever moment, leaves the old or the new in its place, and
//! beside it at most the scratch, which carries our mark. The next run puts right what stands in it, and clears it.
//!
//! Nothing is written that was opened before, so a file that several names lead to is never written through one of them.

#![expect(clippy::disallowed_methods, reason = "the one place that creates, writes, renames and removes")]

mod bench;
mod scratch;

use std::fs::File;
use std::io::{self, Write as _};

use camino::Utf8Path;

pub(super) use bench::{Bench, Unsettled};
#[cfg(test)]
pub(super) use scratch::SAYS as MARK;
pub(super) use scratch::{NAME as SCRATCH, Scratch, begun, clear, is_ours};

/// Who may read what is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rights {
    /// As the system gives them.
    Usual,
    /// Its owner alone: folders 0700, files 0600, from the moment they are there.
    Owner,
}

/// Makes one folder, which must not be there.
fn new_folder(path: &Utf8Path, rights: Rights) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    if rights == Rights::Owner {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    let _ = rights;
    builder.create(path)
}

/// Makes a folder, and those above it that are not there.
pub(super) fn folders(path: &Utf8Path, rights: Rights) -> io::Result<()> {
    if path.as_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    if let Some(parent) = path.parent() {
        folders(parent, rights)?;
    }
    match new_folder(path, rights) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        done => done,
    }
}

/// A new file. Where something has its name, that is an error: nothing is opened that was there.
fn new_file(path: &Utf8Path, rights: Rights) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if rights == Rights::Owner {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let _ = rights;
    options.open(path)
}

/// A new file with its bytes.
fn write_new(path: &Utf8Path, bytes: &[u8], rights: Rights) -> io::Result<()> {
    new_file(path, rights)?.write_all(bytes)
}

/// Has the disk keep what was written to a file.
fn flush_file(path: &Utf8Path) -> io::Result<()> {
    File::options().write(true).open(path)?.sync_all()
}

/// Has the disk keep the names in a folder. A disk that cannot be asked for that keeps them when it likes.
#[cfg(unix)]
fn flush_folder(path: &Utf8Path) -> io::Result<()> {
    match File::open(path)?.sync_all() {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        done => done,
    }
}

#[cfg(not(unix))]
fn flush_folder(_: &Utf8Path) -> io::Result<()> {
    Ok(())
}

/// Exchanges what two paths lead to, in one step; false where the system cannot.
#[cfg(target_os = "linux")]
fn exchange(a: &Utf8Path, b: &Utf8Path) -> io::Result<bool> {
    renamed(a, b, rustix::fs::RenameFlags::EXCHANGE)
}

#[cfg(not(target_os = "linux"))]
#[expect(clippy::unnecessary_wraps, reason = "where it can be done, it can fail")]
fn exchange(_: &Utf8Path, _: &Utf8Path) -> io::Result<bool> {
    Ok(false)
}

/// Moves something to a name that nothing has.
fn move_to_free(from: &Utf8Path, to: &Utf8Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    if renamed(from, to, rustix::fs::RenameFlags::NOREPLACE)? {
        return Ok(());
    }
    if super::look::kind(to) != super::look::Kind::Nothing {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    std::fs::rename(from, to)
}

/// A rename of Linux's own kinds; false where the disk does not know that kind.
#[cfg(target_os = "linux")]
fn renamed(from: &Utf8Path, to: &Utf8Path, how: rustix::fs::RenameFlags) -> io::Result<bool> {
    use rustix::fs::CWD;
    use rustix::io::Errno;
    match rustix::fs::renameat_with(CWD, from.as_std_path(), CWD, to.as_std_path(), how) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP | Errno::PERM) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Removes a folder and all that is in it. Only what lies in a scratch comes here; folders that are locked against their own owner are
/// opened first.
fn remove_all(path: &Utf8Path) -> io::Result<()> {
    match std::fs::remove_dir_all(path) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            unlock(path)?;
            std::fs::remove_dir_all(path)
        }
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => std::fs::remove_file(path),
        done => done,
    }
}

/// Lets the owner of folders change them.
fn unlock(path: &Utf8Path) -> io::Result<()> {
    for entry in walkdir::WalkDir::new(path) {
        let entry = entry?;
        if entry.file_type().is_dir() {
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt as _;
                std::fs::set_permissions(entry.path(), std::fs::Permissions::from_mode(0o700))?;
            }
        }
    }
    Ok(())
}

/// Takes everybody else's rights away from a folder or a file of the private place. A disk that knows no rights has none to take.
#[cfg(unix)]
pub(super) fn for_its_owner(path: &Utf8Path, folder: bool) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = if folder { 0o700 } else { 0o600 };
    let is = std::fs::symlink_metadata(path).map(|there| (there.is_symlink(), there.permissions().mode() & 0o777));
    if is.is_ok_and(|(link, is)| !link && is != mode) {
        let _ = std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode));
    }
}

#[cfg(not(unix))]
pub(super) fn for_its_owner(_: &Utf8Path, _: bool) {}

/// Opens a lock and takes it; none where somebody else has it. It goes when the program ends, however it ends.
pub(super) fn lock(path: &Utf8Path, rights: Rights) -> io::Result<Option<File>> {
    use super::look::{Kind, kind};
    if !matches!(kind(path), Kind::Nothing | Kind::File) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    if rights == Rights::Owner {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let _ = rights;
    let file = options.open(path)?;
    match file.try_lock() {
        Err(std::fs::TryLockError::WouldBlock) => Ok(None),
        // Ours now; or a disk that knows no locks, and then there is none to hold.
        Ok(()) | Err(std::fs::TryLockError::Error(_)) => Ok(Some(file)),
    }
}

/// Removes a file that somebody asked to have deleted.
pub(super) fn remove_file(path: &Utf8Path) -> io::Result<()> {
    std::fs::remove_file(path)?;
    flush_folder(super::look::folder_of(path))
}

/// Removes a folder if nothing is in it.
pub(super) fn remove_empty(path: &Utf8Path) {
    // One that is not empty stays, and that is as it should be.
    let _ = std::fs::remove_dir(path);
}
