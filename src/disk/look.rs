//! What the disk shows: what stands at a path, what a folder holds, what a file is made of. Nothing here changes anything, follows a
//! link, or opens what is not a file: a pipe would never end.

#![expect(clippy::disallowed_methods, reason = "the disk is asked here, and changed in the writer alone")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::{self, Read as _};

use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing.
    Nothing,
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A link, wherever it leads.
    Link,
    /// A pipe, a terminal, a device; or what may not be looked at.
    Other,
}

impl Kind {
    /// In a sentence: “there is … of that name”.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::File => "a file",
            Self::Folder => "a folder",
            Self::Link => "a link to something else",
            Self::Other => "a pipe or a device",
        }
    }
}

/// What stands at a path. A link is not followed.
pub(super) fn kind(path: &Utf8Path) -> Kind {
    match fs_err::symlink_metadata(path) {
        Ok(there) => of(there.file_type()),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Kind::Nothing,
        Err(_) => Kind::Other,
    }
}

/// What stands at a path, past every link.
pub(super) fn kind_behind(path: &Utf8Path) -> Kind {
    fs_err::metadata(path).map_or_else(|_| kind(path), |there| of(there.file_type()))
}

fn of(kind: std::fs::FileType) -> Kind {
    match () {
        () if kind.is_symlink() => Kind::Link,
        () if kind.is_dir() => Kind::Folder,
        () if kind.is_file() => Kind::File,
        () => Kind::Other,
    }
}

/// What the bytes of a file add up to, SHA-256 in letters. Two files with one sum are the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Sum(String);

impl Sum {
    /// Of bytes.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self::written(Sha256::digest(bytes).as_slice())
    }

    /// Of a file, a piece at a time: a printer's file can be larger than the memory.
    pub(super) fn of_file(path: &Utf8Path) -> io::Result<Self> {
        let mut file = fs_err::File::open(path)?;
        let mut sum = Sha256::new();
        let mut piece = vec![0; 1 << 16];
        loop {
            match file.read(&mut piece)? {
                0 => return Ok(Self::written(sum.finalize().as_slice())),
                n => sum.update(&piece[..n]),
            }
        }
    }

    fn written(sum: &[u8]) -> Self {
        let pairs: Vec<String> = sum.iter().map(|byte| format!("{byte:02x}")).collect();
        Self(pairs.concat())
    }
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The names in a folder, sorted; none where there is no folder. A name that is not in UTF-8 has signs in it that no name of ours has.
pub(super) fn names(dir: &Utf8Path) -> io::Result<Vec<String>> {
    let entries = match fs_err::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names = BTreeSet::new();
    for entry in entries {
        names.insert(entry?.file_name().to_string_lossy().into_owned());
    }
    Ok(names.into_iter().collect())
}

/// Everything below a folder that is not a folder, by its path in it, with `/` between names.
pub(super) fn below(dir: &Utf8Path) -> io::Result<BTreeMap<String, Kind>> {
    let mut out = BTreeMap::new();
    for entry in walkdir::WalkDir::new(dir).min_depth(1).sort_by_file_name() {
        let entry = entry?;
        let kind = of(entry.file_type());
        if let Ok(inside) = entry.path().strip_prefix(dir)
            && kind != Kind::Folder
        {
            out.insert(inside.to_string_lossy().replace('\\', "/"), kind);
        }
    }
    Ok(out)
}

/// A folder and every folder below it.
pub(super) fn folders(dir: &Utf8Path) -> Vec<Utf8PathBuf> {
    let walk = walkdir::WalkDir::new(dir).sort_by_file_name().into_iter().filter_map(Result::ok);
    let folders = walk.filter(|entry| entry.file_type().is_dir());
    folders.filter_map(|entry| Utf8PathBuf::from_path_buf(entry.into_path()).ok()).collect()
}

/// The bytes of a file.
pub(super) fn bytes(path: &Utf8Path) -> io::Result<Vec<u8>> {
    match kind_behind(path) {
        Kind::File => fs_err::read(path),
        Kind::Nothing => Err(io::ErrorKind::NotFound.into()),
        Kind::Folder => Err(io::ErrorKind::IsADirectory.into()),
        Kind::Link | Kind::Other => Err(io::Error::other("it is not a file")),
    }
}

/// The bytes of a regular file of ours, of which there are few; none where there is none.
pub(super) fn ours(path: &Utf8Path) -> Option<Vec<u8>> {
    (kind(path) == Kind::File).then(|| fs_err::read(path).ok()).flatten()
}

/// When a file was last changed.
pub(super) fn changed(path: &Utf8Path) -> Option<std::time::SystemTime> {
    fs_err::symlink_metadata(path).and_then(|there| there.modified()).ok()
}

/// How many bytes a file has.
pub(super) fn size(path: &Utf8Path) -> io::Result<u64> {
    fs_err::metadata(path).map(|there| there.len())
}

/// What may be done with a file, and by whom.
pub(super) fn rights(path: &Utf8Path) -> io::Result<std::fs::Permissions> {
    fs_err::metadata(path).map(|there| there.permissions())
}

/// Whether an open file is still the one at a path.
#[cfg(unix)]
pub(super) fn is_at(file: &std::fs::File, path: &Utf8Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let at = |there: std::fs::Metadata| (there.dev(), there.ino());
    file.metadata().ok().map(at) == fs_err::symlink_metadata(path).ok().map(at)
}

/// Elsewhere an open file cannot be removed from under its name.
#[cfg(not(unix))]
pub(super) fn is_at(_: &std::fs::File, path: &Utf8Path) -> bool {
    kind(path) == Kind::File
}

/// Whether a file has further names, in its folder or elsewhere.
#[cfg(unix)]
pub(super) fn has_further_names(path: &Utf8Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    fs_err::symlink_metadata(path).is_ok_and(|there| there.nlink() > 1)
}

/// Elsewhere nobody's rights are changed.
#[cfg(not(unix))]
pub(super) fn has_further_names(_: &Utf8Path) -> bool {
    false
}

/// The whole path, with links followed as far as it exists.
pub(super) fn whole(path: &Utf8Path) -> Utf8PathBuf {
    let absolute = camino::absolute_utf8(path).unwrap_or_else(|_| path.to_owned());
    for ancestor in absolute.ancestors() {
        if let Ok(real) = ancestor.canonicalize_utf8() {
            let rest = absolute.strip_prefix(ancestor).unwrap_or(Utf8Path::new(""));
            return if rest.as_str().is_empty() { real } else { real.join(rest) };
        }
    }
    absolute
}

/// The folder that a file lies in, or would lie in.
pub(super) fn folder_of(path: &Utf8Path) -> &Utf8Path {
    path.parent().filter(|folder| !folder.as_str().is_empty()).unwrap_or(Utf8Path::new("."))
}

/// The folder of whoever is at the computer.
pub(super) fn own_folder() -> Option<Utf8PathBuf> {
    let named = std::env::var("HOME").or_else(|_| std::env::var("USERPROFILE")).ok()?;
    (!named.is_empty()).then(|| whole(Utf8Path::new(&named)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_of_a_file_is_that_of_its_bytes() {
        let dir = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::try_from(dir.path().join("page.html")).unwrap();
        let bytes = vec![7; (1 << 16) + 3];
        fs_err::write(&path, &bytes).unwrap();
        assert_eq!(Sum::of_file(&path).unwrap(), Sum::of(&bytes));
        assert_eq!(Sum::of(b"").to_string(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_a_link_and_a_pipe_is_no_file() {
        let dir = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::try_from(dir.path().to_owned()).unwrap();
        fs_err::write(path.join("a"), "a").unwrap();
        std::os::unix::fs::symlink("a", path.join("b")).unwrap();
        std::os::unix::fs::symlink("gone", path.join("c")).unwrap();
        assert_eq!(
            ["a", "b", "c", ".", "d", "a/b"].map(|name| kind(&path.join(name))),
            [Kind::File, Kind::Link, Kind::Link, Kind::Folder, Kind::Nothing, Kind::Nothing]
        );
        assert_eq!(kind(Utf8Path::new("/dev/null")), Kind::Other);
        assert!(bytes(Utf8Path::new("/dev/null")).is_err());
    }
}
