//! Finished homes onto the disk: only what changed, all of a home or nothing, never over something that is not ours.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Write as _;

use camino::{Utf8Path, Utf8PathBuf};
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::paper::{Form, MadePaper, Measure};
use crate::render::{FileFormat, InFormat, PDF, WEBSITE};
use crate::text::Public;

/// The list of what we made, in every folder of ours. A folder without one is not ours.
pub(super) const LIST: &str = ".homepack.json";
/// The file that says that a build is at work here.
pub(super) const LOCK: &str = ".homepack.lock";
/// A home while it is being made, and its old output while it is being replaced.
const MAKING: &str = ".making-";
const OLD: &str = ".old-";
/// The note in the output folder; the one file of it that a project keeps.
const NOTE: (&str, &str) = ("README.md", include_str!("note.md"));

/// An output folder that is ours to write to, and locked against other builds for as long as this value lives.
pub struct Output {
    dir: Utf8PathBuf,
    _lock: File,
}

/// What a folder of ours holds.
#[derive(Debug, Default, Serialize, Deserialize)]
struct List {
    /// Every file by its path in the folder, with the name of its format.
    #[serde(deserialize_with = "of_any_age")]
    made: BTreeMap<String, String>,
    /// The papers among them, as pages speak of them.
    #[serde(default)]
    papers: Vec<ListedPaper>,
}

#[derive(Debug, Serialize, Deserialize)]
struct ListedPaper {
    paper: String,
    title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    form: Option<String>,
    #[serde(default = "first_format")]
    format: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    points: Option<u8>,
    file: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pages: Option<usize>,
    bytes: usize,
}

/// The files of a list. Lists from before files had formats named them alone: what ended as a PDF does was a paper, the rest was
/// the website.
fn of_any_age<'de, D: serde::Deserializer<'de>>(from: D) -> Result<BTreeMap<String, String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Files {
        WithFormats(BTreeMap<String, String>),
        Alone(BTreeSet<String>),
    }
    let format = |path: &str| if path.ends_with(&PDF.file("")) { &PDF } else { &WEBSITE };
    Ok(match Files::deserialize(from)? {
        Files::WithFormats(made) => made,
        Files::Alone(made) => made.into_iter().map(|path| (path.clone(), format(&path).name.to_owned())).collect(),
    })
}

/// The format of papers in lists from before papers had formats.
fn first_format() -> String {
    PDF.name.to_owned()
}

impl Output {
    /// Opens an output folder, making it where it is not there yet.
    ///
    /// # Errors
    /// Where it would harm something, another build is writing to it, or it cannot be written.
    pub fn open(dir: &Utf8Path, content: &Utf8Path) -> Result<Self, Failure> {
        refuse_harm(dir, content)?;
        let fresh = is_empty(dir);
        fs_err::create_dir_all(dir).map_err(|error| unwritten(dir, error))?;
        if !fresh {
            refuse_strangers(dir)?;
        }
        let lock = lock(dir)?;
        let output = Self { dir: dir.to_owned(), _lock: lock };
        output.recover()?;
        if fresh || !dir.join(LIST).exists() {
            Self::list(dir, &List::default())?;
        }
        output.top(NOTE.0, NOTE.1.as_bytes())?;
        Ok(output)
    }

    /// The papers of a home's last output, for pages that are made without making papers.
    #[must_use]
    pub fn papers(&self, home: &str) -> Vec<MadePaper> {
        let listed = Self::listed(&self.dir.join(home)).map(|list| list.papers).unwrap_or_default();
        listed.into_iter().filter_map(ListedPaper::read).collect()
    }

    /// Puts a home's files in the place of its last output, all at once. Files of the last output whose format is among `kept` stay.
    /// Files that did not change keep their time stamps.
    ///
    /// # Errors
    /// Where a file cannot be written, or the last output holds something we did not make. The last output is then as it was.
    pub fn home(
        &self,
        home: &str,
        made: &[InFormat<Public>],
        papers: &[MadePaper],
        kept: &[&'static FileFormat],
    ) -> Result<(), Failure> {
        let (place, beside) = (self.dir.join(home), self.dir.join(format!("{MAKING}{home}")));
        let before = Self::listed(&place);
        if place.exists() {
            self.refuse_additions(&place, before.as_ref())?;
        }
        remove(&beside)?;
        let mut list = List { made: BTreeMap::new(), papers: papers.iter().map(ListedPaper::new).collect() };
        for InFormat { format, files } in made {
            for file in files {
                put(&beside.join(&file.path), &place.join(&file.path), &file.bytes)?;
                list.made.insert(file.path.clone(), format.name.to_owned());
            }
        }
        for (path, format) in before.map(|before| before.made).unwrap_or_default() {
            if list.made.contains_key(&path) || !kept.iter().any(|kept| kept.name == format) {
                continue;
            }
            let bytes = fs_err::read(place.join(&path)).map_err(|error| unwritten(&place, error))?;
            put(&beside.join(&path), &place.join(&path), &bytes)?;
            list.made.insert(path, format);
        }
        put(&beside.join(LIST), &place.join(LIST), &letters(&place, &list)?)?;
        self.swap(&beside, &place)
    }

    /// Writes a file at the top of the output folder, unless it is there already just so.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn top(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.dir.join(name);
        if fs_err::read(&path).is_ok_and(|there| there == bytes) {
            return Ok(());
        }
        let mut file = tempfile::NamedTempFile::new_in(&self.dir).map_err(|error| unwritten(&path, error))?;
        file.write_all(bytes).map_err(|error| unwritten(&path, error))?;
        readable(file.as_file()).map_err(|error| unwritten(&path, error))?;
        file.persist(&path).map_err(|error| unwritten(&path, error.error))?;
        Ok(())
    }

    /// Exchanges what was made with what was there.
    fn swap(&self, making: &Utf8Path, place: &Utf8Path) -> Result<(), Failure> {
        let failed = |error: std::io::Error| unwritten(place, error);
        if !place.exists() {
            return fs_err::rename(making, place).map_err(failed);
        }
        if exchange(making, place) {
            return remove(making);
        }
        let old = self.dir.join(format!("{OLD}{}", place.file_name().unwrap_or_default()));
        remove(&old)?;
        fs_err::rename(place, &old).map_err(failed)?;
        if let Err(error) = fs_err::rename(making, place) {
            // Back to where we were: the last good output is the one to keep.
            let _ = fs_err::rename(&old, place);
            return Err(failed(error));
        }
        remove(&old)
    }

    /// Puts right what a build that was cut off has left.
    fn recover(&self) -> Result<(), Failure> {
        for name in names(&self.dir) {
            let path = self.dir.join(&name);
            match name.strip_prefix(OLD) {
                Some(home) if !self.dir.join(home).exists() => {
                    fs_err::rename(&path, self.dir.join(home)).map_err(|error| unwritten(&path, error))?
                }
                Some(_) => remove(&path)?,
                None if name.starts_with(MAKING) => remove(&path)?,
                None => {}
            }
        }
        Ok(())
    }

    /// What a folder of ours says it holds.
    fn listed(folder: &Utf8Path) -> Option<List> {
        serde_json::from_slice(&fs_err::read(folder.join(LIST)).ok()?).ok()
    }

    fn list(folder: &Utf8Path, list: &List) -> Result<(), Failure> {
        let path = folder.join(LIST);
        fs_err::write(&path, letters(folder, list)?).map_err(|error| unwritten(&path, error))
    }

    /// Refuses to replace a home's output that holds a file we did not make.
    fn refuse_additions(&self, place: &Utf8Path, last: Option<&List>) -> Result<(), Failure> {
        let ours = |path: &str| path == LIST || last.is_some_and(|last| last.made.contains_key(path));
        let stranger = walkdir::WalkDir::new(place)
            .sort_by_file_name()
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| !entry.file_type().is_dir())
            .find_map(|entry| {
                let inside = entry.path().strip_prefix(place).ok()?.to_string_lossy().replace('\\', "/");
                (!ours(&inside)).then_some(inside)
            });
        match stranger {
            Some(path) => Err(Failure::Unsafe {
                path: self.dir.clone(),
                why: format!("{} holds {path}, which homepack did not make", place.file_name().unwrap_or_default()),
            }),
            None => Ok(()),
        }
    }
}

impl ListedPaper {
    fn new(paper: &MadePaper) -> Self {
        Self {
            paper: paper.paper.clone(),
            title: paper.title.clone(),
            form: paper.form.map(|form| form.spelling().to_owned()),
            format: paper.format.clone(),
            points: paper.measure.points,
            file: paper.file.clone(),
            pages: paper.measure.pages,
            bytes: paper.measure.bytes,
        }
    }

    /// The paper as it was made; none where its form is one that nobody knows.
    fn read(self) -> Option<MadePaper> {
        let form = match &self.form {
            Some(spelling) => Some(Form::spelt(spelling)?),
            None => None,
        };
        let measure = Measure { points: self.points, pages: self.pages, bytes: self.bytes };
        Some(MadePaper { form, measure, paper: self.paper, title: self.title, format: self.format, file: self.file })
    }
}

/// A list as it is written.
fn letters(folder: &Utf8Path, list: &List) -> Result<Vec<u8>, Failure> {
    serde_json::to_vec_pretty(list).map_err(|error| unwritten(&folder.join(LIST), error.into()))
}

/// Refuses a folder where writing could cost somebody their own files.
fn refuse_harm(dir: &Utf8Path, content: &Utf8Path) -> Result<(), Failure> {
    let unsafe_ = |why: &str| Err(Failure::Unsafe { path: dir.to_owned(), why: why.to_owned() });
    let (out, content) = (whole(dir), whole(content));
    if out.parent().is_none() {
        return unsafe_("it is the top of the disk");
    }
    if content == out || content.starts_with(&out) {
        return unsafe_("it is or holds your content");
    }
    if out.starts_with(&content) {
        return unsafe_("it lies inside your content");
    }
    let own =
        std::env::var("HOME").or_else(|_| std::env::var("USERPROFILE")).ok().map(|home| whole(Utf8Path::new(&home)));
    if own.is_some_and(|own| own == out || own.starts_with(&out)) {
        return unsafe_("it is or holds your own folder");
    }
    if out.exists() && !out.is_dir() {
        return unsafe_("it is a file");
    }
    Ok(())
}

/// Refuses a folder that holds anything we did not make.
fn refuse_strangers(dir: &Utf8Path) -> Result<(), Failure> {
    let is_note =
        |name: &str| name == NOTE.0 && fs_err::read(dir.join(name)).is_ok_and(|bytes| bytes == NOTE.1.as_bytes());
    let marked = dir.join(LIST).exists();
    let stranger = names(dir).into_iter().find(|name| {
        let ours = name == LIST || name == LOCK || is_note(name) || name.starts_with(MAKING) || name.starts_with(OLD);
        let home = marked && dir.join(name).join(LIST).exists();
        let front = marked && matches!(name.as_str(), "index.html" | "README.md");
        !(ours || home || front)
    });
    match stranger {
        Some(name) => {
            Err(Failure::Unsafe { path: dir.to_owned(), why: format!("it holds {name}, which homepack did not make") })
        }
        None => Ok(()),
    }
}

/// Locks the folder. The lock goes when the program ends, however it ends.
pub(super) fn lock(dir: &Utf8Path) -> Result<File, Failure> {
    let path = dir.join(LOCK);
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(|error| unwritten(&path, error))?;
    match file.try_lock() {
        Err(std::fs::TryLockError::WouldBlock) => Err(Failure::Busy(dir.to_owned())),
        // Ours now; or a disk that knows no locks, and then there is none to hold.
        Ok(()) | Err(std::fs::TryLockError::Error(_)) => Ok(file),
    }
}

/// Puts a file in its new place: the old one itself where it is the same, so that its time stamp stays.
fn put(new: &Utf8Path, old: &Utf8Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error: std::io::Error| unwritten(new, error);
    if let Some(folder) = new.parent() {
        fs_err::create_dir_all(folder).map_err(failed)?;
    }
    if fs_err::read(old).is_ok_and(|there| there == bytes) && fs_err::hard_link(old, new).is_ok() {
        return Ok(());
    }
    fs_err::write(new, bytes).map_err(failed)
}

/// Removes a folder of ours; nothing where there is none.
pub(super) fn remove(dir: &Utf8Path) -> Result<(), Failure> {
    if !dir.exists() {
        return Ok(());
    }
    fs_err::remove_dir_all(dir).map_err(|error| unwritten(dir, error))
}

/// Exchanges two folders in one step, where the system can.
#[cfg(target_os = "linux")]
pub(super) fn exchange(a: &Utf8Path, b: &Utf8Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a.as_std_path(), CWD, b.as_std_path(), RenameFlags::EXCHANGE).is_ok()
}

/// Elsewhere two renames do it, and [`Output::recover`] mends what a cut between them leaves.
#[cfg(not(target_os = "linux"))]
pub(super) fn exchange(_: &Utf8Path, _: &Utf8Path) -> bool {
    false
}

/// A temporary file is the owner's alone until it is published.
#[cfg(unix)]
pub(super) fn readable(file: &File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
pub(super) fn readable(_: &File) -> std::io::Result<()> {
    Ok(())
}

/// The names in a folder, sorted.
pub(super) fn names(dir: &Utf8Path) -> Vec<String> {
    let entries = fs_err::read_dir(dir).into_iter().flatten().filter_map(Result::ok);
    let names: BTreeSet<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.into_iter().collect()
}

fn is_empty(dir: &Utf8Path) -> bool {
    !dir.exists() || names(dir).is_empty()
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

fn unwritten(path: &Utf8Path, error: std::io::Error) -> Failure {
    Failure::Write { path: path.to_owned(), why: error.into() }
}
