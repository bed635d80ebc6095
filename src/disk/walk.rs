//! Everything that lies in a folder, each thing with an answer. There is no fifth answer, so nothing is forgotten on the way: content,
//! themes, statements and records are all walked here.

use std::fmt;

use camino::{Utf8Path, Utf8PathBuf};
use walkdir::{DirEntry, WalkDir};

use super::passed_over;
use crate::failure::{Failure, Why};

/// Something that lies in a folder.
#[derive(Debug)]
pub(super) struct Found {
    /// Where. Letters that are not in UTF-8 are shown as `�`.
    pub(super) path: Utf8PathBuf,
    /// What is to be said of it.
    pub(super) answer: Answer,
}

/// What becomes of something that lies in a folder.
#[derive(Debug)]
pub(super) enum Answer {
    /// A file, to be read or told of by whoever knows its name.
    File,
    /// A folder. What lies in it follows.
    Folder,
    /// It cannot be read, and that has to be said.
    Hindered(Hindrance),
    /// It is passed over on purpose: the list says why, or it is a link back to a folder that is walked already.
    PassedOver,
}

/// Why something in a folder cannot be read.
#[derive(Debug)]
pub(super) enum Hindrance {
    /// Its name is not in UTF-8.
    Name,
    /// It is a link out of the folder.
    LeadsOut,
    /// It is a link to nothing.
    LeadsNowhere,
    /// It is a link, where none is followed.
    Link,
    /// It is a pipe, a socket or a device.
    NoFile,
    /// The system does not open it.
    Closed(Why),
}

impl Hindrance {
    /// The failure to read something at a path.
    pub(super) fn failure(self, path: Utf8PathBuf) -> Failure {
        let why = match self {
            Hindrance::Closed(why) => why,
            other => other.to_string().into(),
        };
        Failure::Read { path, why }
    }

    /// What to do about it.
    pub(super) fn help(&self) -> &'static str {
        match self {
            Hindrance::Name => "Give it a name of plain letters, such as our-garden.md.",
            Hindrance::LeadsOut | Hindrance::Link => "Put the file itself here in the place of the link.",
            Hindrance::LeadsNowhere => "Delete the link, or put the file itself here.",
            Hindrance::NoFile => "Delete it, or put a file in its place.",
            Hindrance::Closed(_) => "Look whether you may open it.",
        }
    }
}

impl fmt::Display for Hindrance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Hindrance::Name => f.write_str("its name is not written in UTF-8"),
            Hindrance::LeadsOut => f.write_str("it is a link to something outside this folder"),
            Hindrance::Link => f.write_str("it is a link"),
            Hindrance::LeadsNowhere => f.write_str("it is a link, and what it leads to is not there"),
            Hindrance::NoFile => f.write_str("it is a pipe or a device, and no file"),
            Hindrance::Closed(why) => why.fmt(f),
        }
    }
}

/// Which links are followed.
#[derive(Clone, Copy)]
pub(super) enum Links<'a> {
    /// Those that lead to something in this folder.
    Within(&'a Utf8Path),
    /// None.
    No,
}

/// Everything below a folder in the order of the names. What cannot be looked into is among it.
pub(super) fn walk(folder: &Utf8Path, links: Links<'_>) -> Vec<Found> {
    let root = match links {
        Links::Within(root) => fs_err::canonicalize(root).ok(),
        Links::No => None,
    };
    let mut walk = WalkDir::new(folder).follow_links(root.is_some()).min_depth(1).sort_by_file_name().into_iter();
    let mut out = Vec::new();
    while let Some(entry) = walk.next() {
        let found = match entry {
            Ok(entry) => {
                let answer = answered(&entry, root.as_deref());
                if entry.file_type().is_dir() && !matches!(answer, Answer::Folder) {
                    walk.skip_current_dir();
                }
                Found { path: shown(entry.path()), answer }
            }
            Err(error) => {
                Found { path: error.path().map_or_else(|| folder.to_owned(), shown), answer: unopened(error) }
            }
        };
        out.push(found);
    }
    out
}

/// What becomes of one thing.
fn answered(entry: &DirEntry, root: Option<&std::path::Path>) -> Answer {
    let kind = entry.file_type();
    let Some(name) = entry.file_name().to_str() else {
        let shown = entry.file_name().to_string_lossy();
        let litter = passed_over::why(&shown, kind.is_dir()).is_some();
        return if litter { Answer::PassedOver } else { Answer::Hindered(Hindrance::Name) };
    };
    if passed_over::why(name, kind.is_dir()).is_some() {
        return Answer::PassedOver;
    }
    if kind.is_symlink() {
        return Answer::Hindered(Hindrance::Link);
    }
    if let Some(root) = root.filter(|_| entry.path_is_symlink())
        && !fs_err::canonicalize(entry.path()).is_ok_and(|to| to.starts_with(root))
    {
        return Answer::Hindered(Hindrance::LeadsOut);
    }
    match (kind.is_dir(), kind.is_file()) {
        (true, _) => Answer::Folder,
        (_, true) => Answer::File,
        _ => Answer::Hindered(Hindrance::NoFile),
    }
}

/// What becomes of something that the system does not open.
fn unopened(error: walkdir::Error) -> Answer {
    if error.loop_ancestor().is_some() {
        return Answer::PassedOver;
    }
    let name = error.path().and_then(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
    if name.is_some_and(|name| passed_over::why(&name, false).is_some()) {
        return Answer::PassedOver;
    }
    let missing = error.io_error().is_some_and(|error| error.kind() == std::io::ErrorKind::NotFound);
    if missing {
        return Answer::Hindered(Hindrance::LeadsNowhere);
    }
    let why = error.into_io_error().map_or_else(|| Why::from("it could not be opened"), Why::from);
    Answer::Hindered(Hindrance::Closed(why))
}

/// A path as it can be shown.
fn shown(path: &std::path::Path) -> Utf8PathBuf {
    path.to_string_lossy().into_owned().into()
}

/// Whether a file is the one that makes its folder a home.
pub(super) fn is_home_file(path: &Utf8Path) -> bool {
    path.file_name().is_some_and(|name| name.eq_ignore_ascii_case(HOME))
}

/// The file that makes its folder a home.
pub(super) const HOME: &str = "home.yaml";

/// Whether a folder is a home.
pub(super) fn is_home(folder: &Utf8Path) -> bool {
    let entries = fs_err::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    entries.into_iter().any(|entry| entry.file_name().eq_ignore_ascii_case(HOME))
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests {
    use std::os::unix::ffi::OsStrExt as _;

    use super::*;

    #[test]
    fn everything_in_a_folder_has_an_answer() {
        let dir = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::from_path_buf(dir.path().join("content")).unwrap();
        fs_err::create_dir_all(path.join("pages/deep")).unwrap();
        fs_err::create_dir_all(path.join("output")).unwrap();
        for file in ["home.yaml", "pages/deep/a.md", "output/b.md", ".hidden", "fees.yaml~", "../outside.md"] {
            fs_err::write(path.join(file), "x").unwrap();
        }
        fs_err::write(path.as_std_path().join(std::ffi::OsStr::from_bytes(b"caf\xe9.md")), "x").unwrap();
        for (to, link) in
            [("../outside.md", "out.md"), ("..", "up"), ("home.yaml", "same.yaml"), ("gone", "gone.md"), (".", "round")]
        {
            std::os::unix::fs::symlink(to, path.join(link)).unwrap();
        }
        rustix::fs::mkfifoat(rustix::fs::CWD, path.join("pipe.yaml").as_std_path(), rustix::fs::Mode::RUSR).unwrap();
        let word = |answer: &Answer| match answer {
            Answer::File => "file".to_owned(),
            Answer::Folder => "folder".to_owned(),
            Answer::Hindered(why) => why.to_string(),
            Answer::PassedOver => "passed over".to_owned(),
        };
        let found: Vec<String> = walk(&path, Links::Within(&path))
            .iter()
            .map(|found| format!("{}: {}", found.path.strip_prefix(&path).unwrap(), word(&found.answer)))
            .collect();
        assert_eq!(
            found,
            [
                ".hidden: passed over",
                "caf\u{FFFD}.md: its name is not written in UTF-8",
                "fees.yaml~: passed over",
                "gone.md: it is a link, and what it leads to is not there",
                "home.yaml: file",
                "out.md: it is a link to something outside this folder",
                "output: passed over",
                "pages: folder",
                "pages/deep: folder",
                "pages/deep/a.md: file",
                "pipe.yaml: it is a pipe or a device, and no file",
                "round: passed over",
                "same.yaml: file",
                "up: it is a link to something outside this folder",
            ]
        );
        let without: Vec<Answer> = walk(&path, Links::No).into_iter().map(|found| found.answer).collect();
        assert_eq!(without.iter().filter(|answer| matches!(answer, Answer::Hindered(Hindrance::Link))).count(), 5);
    }
}
