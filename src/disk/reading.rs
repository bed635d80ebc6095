//! Content folders and theme folders into memory.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use walkdir::WalkDir;

use crate::failure::Failure;
use crate::finding::Finding;
use crate::read::{Content, Place};
use crate::text::Span;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 32 * 1024 * 1024;
/// How many folders above a single home may hold what it shares.
const ABOVE: usize = 3;
/// Folders that a group of homes shares with each of them.
const SHARED: [&str; 2] = ["contacts", "words"];

/// Reads a group of homes, or a single home.
///
/// # Errors
/// Where there is no such folder, no home in it, or a file that may not be read.
pub fn read(dir: &Utf8Path) -> Result<Content, Failure> {
    if !dir.is_dir() {
        return Err(Failure::NoFolder(dir.to_owned()));
    }
    let mut content = Content::default();
    let mut folders = Vec::new();
    for folder in above(dir) {
        for shared in SHARED {
            let shared = folder.join(shared);
            if shared.is_dir() {
                content.take(&shared, &mut Vec::new())?;
            }
        }
        folders.push(folder);
    }
    let mut homes = Vec::new();
    content.take(dir, &mut homes)?;
    homes.sort();
    content.same_name(&homes);
    content.homes = homes.into_iter().map(|home| place(&home, dir, &folders)).collect();
    if content.homes.is_empty() { Err(Failure::NoHome(dir.to_owned())) } else { Ok(content) }
}

/// Where a home's files lie: its folder, the folders between it and the one that was named, and those above that.
fn place(home: &Utf8Path, dir: &Utf8Path, above: &[Utf8PathBuf]) -> Place {
    let between = home.ancestors().skip(1).take_while(|folder| folder.starts_with(dir)).filter(|_| home != dir);
    Place { folder: home.to_owned(), above: between.map(Utf8Path::to_owned).chain(above.iter().cloned()).collect() }
}

/// The folders above one, nearest first, for as long as each shares something.
fn above(dir: &Utf8Path) -> Vec<Utf8PathBuf> {
    let mut out = Vec::new();
    let mut folder = dir.to_owned();
    for _ in 0..ABOVE {
        folder = match folder.parent() {
            Some(parent) if !parent.as_str().is_empty() => parent.to_owned(),
            Some(_) => Utf8PathBuf::from("."),
            None => break,
        };
        // A home's own folder is not a group.
        if folder.join("home.yaml").exists()
            || !SHARED.iter().any(|shared| folder.join(shared).is_dir())
            || out.contains(&folder)
        {
            break;
        }
        out.push(folder.clone());
    }
    out
}

impl Content {
    /// Notes homes whose folders have one name: the output of one would take the place of the other's.
    fn same_name(&mut self, homes: &[Utf8PathBuf]) {
        for (i, home) in homes.iter().enumerate() {
            let first = homes[..i].iter().find(|other| {
                let name = |path: &Utf8Path| path.file_name().map(str::to_lowercase);
                name(other) == name(home)
            });
            if let (Some(first), Some((file, _))) = (first, self.sources.at(&home.join("home.yaml"))) {
                self.findings.push(Finding::error(
                    Span { file, line: 1, column: 1, width: 1 },
                    format!("two homes have a folder called {}", home.file_name().unwrap_or_default()),
                    format!("Give this folder another name. The first is {first}."),
                ));
            }
        }
    }

    /// Takes every file of a folder that can belong to a home; notes the homes in it.
    fn take(&mut self, dir: &Utf8Path, homes: &mut Vec<Utf8PathBuf>) -> Result<(), Failure> {
        let visible =
            |name: &str| !name.starts_with('.') && !matches!(name, "output" | "private" | "target" | "node_modules");
        let walk = WalkDir::new(dir)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || entry.file_name().to_str().is_some_and(visible));
        for entry in walk {
            let entry = entry.map_err(|error| Failure::Read { path: dir.to_owned(), why: error.to_string().into() })?;
            let Some(path) = Utf8Path::from_path(entry.path()) else { continue };
            if !entry.file_type().is_file() {
                continue;
            }
            if path.file_name() == Some("home.yaml") {
                homes.extend(path.parent().map(Utf8Path::to_owned));
            }
            match path.extension() {
                Some("yaml" | "yml" | "md") => self.letters(path)?,
                Some("jpg" | "jpeg" | "png" | "webp") => self.sources.add_picture(path.to_owned(), bytes(path)?),
                _ => {}
            }
        }
        Ok(())
    }

    /// Takes one file's letters, or notes why not.
    fn letters(&mut self, path: &Utf8Path) -> Result<(), Failure> {
        let size = fs_err::metadata(path).map_err(|error| unread(path, error))?.len();
        let (letters, trouble) = if size > LARGEST {
            (
                String::new(),
                Some(("this file is larger than 32 MB", "A file of a home is a few pages long. Is it the right one?")),
            )
        } else {
            match String::from_utf8(bytes(path)?) {
                Ok(letters) => (letters, None),
                Err(_) => (
                    String::new(),
                    Some((
                        "this file is not written in UTF-8",
                        "Open it, choose “Save as”, and pick UTF-8 as its encoding.",
                    )),
                ),
            }
        };
        let file = self.sources.add(path.to_owned(), &letters);
        self.findings.extend(
            trouble.map(|(what, help)| Finding::error(Span { file, line: 1, column: 1, width: 1 }, what, help)),
        );
        Ok(())
    }
}

/// A theme folder's files, by their paths in it.
///
/// # Errors
/// Where there is no such folder, or a file that may not be read.
pub fn theme(dir: &Utf8Path) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    if !dir.is_dir() {
        return Err(Failure::NoFolder(dir.to_owned()));
    }
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(dir).sort_by_file_name() {
        let entry = entry.map_err(|error| Failure::Read { path: dir.to_owned(), why: error.to_string().into() })?;
        let Some(path) = Utf8Path::from_path(entry.path()).filter(|_| entry.file_type().is_file()) else { continue };
        if let Ok(inside) = path.strip_prefix(dir) {
            files.insert(inside.as_str().replace('\\', "/"), bytes(path)?);
        }
    }
    Ok(files)
}

fn bytes(path: &Utf8Path) -> Result<Vec<u8>, Failure> {
    fs_err::read(path).map_err(|error| unread(path, error))
}

fn unread(path: &Utf8Path, error: std::io::Error) -> Failure {
    Failure::Read { path: path.to_owned(), why: error.into() }
}
