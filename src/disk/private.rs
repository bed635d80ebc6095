//! The one private place: `private/residents/<home>/<id>.yaml` in, `private/packs/<home>/<id>/` out, for nobody but its owner.
//!
//! Folders are 0700 and files 0600 on Unix. On Windows a folder has the rights of the one it lies in; the manual says what to do.
//! Only the commands that make or check packs come here, and only [`Rendered<Personal>`] is put here.

use std::fs::File;
use std::io::Write as _;

use camino::{Utf8Path, Utf8PathBuf};

use super::output::{LIST, exchange, lock, names, remove, whole};
use crate::failure::{Failure, Why};
use crate::render::Rendered;
use crate::resident::is_id;
use crate::source::Sources;
use crate::text::Personal;

/// Where the records lie, where the packs, and where what the office prints.
pub(super) const RESIDENTS: &str = "residents";
const PACKS: &str = "packs";
const PRINT_RUN: &str = "print-run";
/// A pack while it is being made.
const MAKING: &str = ".making-";
/// The largest record, in bytes: a few pages of words.
const LARGEST: u64 = 4 * 1024 * 1024;

/// The private folder beside a group's content.
#[derive(Debug, Clone)]
pub struct Private {
    dir: Utf8PathBuf,
}

/// A resident's record on the disk, not yet read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The resident's id: the file's name without its ending.
    pub id: String,
    /// The file.
    pub path: Utf8PathBuf,
}

/// How a pack stands to its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// There is no pack.
    Not,
    /// It was made before the record was last changed.
    Before,
    /// It was made since.
    Since,
}

impl Private {
    /// The private folder: the one that was named, else `private` beside the content.
    ///
    /// # Errors
    /// Where it would lie in what is published.
    pub fn beside(content: &Utf8Path, named: Option<&Utf8Path>) -> Result<Self, Failure> {
        let dir = named.map_or_else(|| beside(content), Utf8Path::to_owned);
        let unsafe_ = |why: &str| Err(Failure::NotPrivate { path: dir.clone(), why: why.to_owned() });
        let (here, content) = (whole(&dir), whole(content));
        if here == content || here.starts_with(&content) {
            return unsafe_("it lies inside your content");
        }
        if here.ancestors().any(|folder| folder.join(LIST).exists()) {
            return unsafe_("it lies in a folder that is made to be published");
        }
        if dir.exists() && !dir.is_dir() {
            return unsafe_("it is a file");
        }
        Ok(Self { dir })
    }

    /// The folder.
    #[must_use]
    pub fn dir(&self) -> &Utf8Path {
        &self.dir
    }

    /// The homes that have a folder of records.
    #[must_use]
    pub fn homes(&self) -> Vec<String> {
        let folder = self.dir.join(RESIDENTS);
        names(&folder).into_iter().filter(|name| folder.join(name).is_dir()).collect()
    }

    /// One record's letters. Whoever else could read the file cannot afterwards.
    ///
    /// # Errors
    /// Where it cannot be read. The answer names the file and nothing in it.
    pub fn read(&self, record: &Record) -> Result<(Sources, u32), Failure> {
        let failed = |why: Why| Failure::Read { path: record.path.clone(), why };
        let size = fs_err::metadata(&record.path).map_err(|error| failed(error.into()))?.len();
        if size > LARGEST {
            return Err(failed("it is larger than any record".into()));
        }
        for folder in record.path.ancestors().skip(1).take_while(|folder| folder.starts_with(&self.dir)) {
            for_its_owner(folder, true);
        }
        for_its_owner(&record.path, false);
        let bytes = fs_err::read(&record.path).map_err(|error| failed(error.into()))?;
        let letters =
            String::from_utf8(bytes).map_err(|_| failed("it is not text in UTF-8; save it again as UTF-8".into()))?;
        let mut sources = Sources::default();
        let number = sources.add_private(record.path.clone(), &letters);
        Ok((sources, number))
    }

    /// Where a resident's pack is.
    #[must_use]
    pub fn pack_folder(&self, home: &str, id: &str) -> Utf8PathBuf {
        self.dir.join(PACKS).join(home).join(id)
    }

    /// Locks the packs against another run, for as long as the file lives.
    ///
    /// # Errors
    /// Where another run is at work, or the folder cannot be made.
    pub fn locked(&self) -> Result<File, Failure> {
        self.out_of_git()?;
        let lock = lock(&self.dir)?;
        for_its_owner(&self.dir.join(super::output::LOCK), false);
        Ok(lock)
    }

    /// Makes the folder, and tells git to leave all of it out. What stands there for git already is left as it is.
    fn out_of_git(&self) -> Result<(), Failure> {
        make(&self.dir, &self.dir)?;
        let path = self.dir.join(".gitignore");
        if path.exists() {
            for_its_owner(&path, false);
            return Ok(());
        }
        write(&path, b"# What is in here is private: git leaves it out.\n*\n")
    }

    /// Puts a resident's pack in the place of the last one, whole.
    ///
    /// # Errors
    /// Where a file cannot be written. The last pack is then as it was.
    pub fn pack(&self, home: &str, id: &str, files: &[Rendered<Personal>]) -> Result<(), Failure> {
        self.folder(&self.dir.join(PACKS).join(home), id, files)
    }

    /// Begins what the office prints. Nothing of the last run changes until this one is whole.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn begin_print_run(&self) -> Result<PrintRun, Failure> {
        let making = self.begin(&self.dir, PRINT_RUN)?;
        Ok(PrintRun { making, place: self.dir.join(PRINT_RUN) })
    }

    /// A file of a resident's pack.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn file_of_pack(&self, home: &str, id: &str, name: &str) -> Result<Vec<u8>, Failure> {
        let path = self.pack_folder(home, id).join(name);
        fs_err::read(&path).map_err(|error| Failure::Read { path, why: error.into() })
    }

    /// Writes a new record. One that is there is never written over.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn new_record(&self, home: &str, id: &str, letters: &str) -> Result<Utf8PathBuf, Failure> {
        let folder = self.dir.join(RESIDENTS).join(home);
        self.out_of_git()?;
        make(&self.dir, &folder)?;
        let path = folder.join(format!("{id}.yaml"));
        if path.exists() {
            return Err(Failure::NotOurs(path));
        }
        write(&path, letters.as_bytes())?;
        Ok(path)
    }

    /// What lies here of a resident, and what may hold pages of theirs: the record, the pack, the last print run.
    #[must_use]
    pub fn held(&self, home: &str, record: &Record) -> Vec<Utf8PathBuf> {
        let all = [record.path.clone(), self.pack_folder(home, &record.id), self.print_run_folder()];
        all.into_iter().filter(|path| path.exists()).collect()
    }

    /// Deletes a resident's pack and record, and what the office printed last, since pages of theirs may be in it.
    ///
    /// # Errors
    /// Where something cannot be deleted.
    pub fn delete(&self, home: &str, record: &Record) -> Result<(), Failure> {
        let packs = self.dir.join(PACKS).join(home);
        for (folder, name) in [(&packs, record.id.as_str()), (&self.dir, PRINT_RUN)] {
            remove(&folder.join(name))?;
            remove(&folder.join(format!("{MAKING}{name}")))?;
        }
        if !record.path.exists() {
            return Ok(());
        }
        fs_err::remove_file(&record.path)
            .map_err(|error| Failure::Unchanged { path: record.path.clone(), why: error.into() })
    }

    /// Where a home's records are.
    #[must_use]
    pub fn folder_of_records(&self, home: &str) -> Utf8PathBuf {
        self.dir.join(RESIDENTS).join(home)
    }

    /// Where a resident's record would be.
    #[must_use]
    pub fn record(&self, home: &str, id: &str) -> Record {
        Record { id: id.to_owned(), path: self.dir.join(RESIDENTS).join(home).join(format!("{id}.yaml")) }
    }

    /// Where what the office printed last is.
    #[must_use]
    pub fn print_run_folder(&self) -> Utf8PathBuf {
        self.dir.join(PRINT_RUN)
    }

    /// Whether there is a pack, and whether the record was changed after it was made.
    #[must_use]
    pub fn made(&self, home: &str, record: &Record) -> Made {
        let pack = self.pack_folder(home, &record.id);
        let changed = |path: &Utf8Path| fs_err::metadata(path).and_then(|data| data.modified()).ok();
        let files = names(&pack).into_iter().filter_map(|name| changed(&pack.join(name)));
        match (files.min(), changed(&record.path)) {
            (None, _) => Made::Not,
            (Some(pack), Some(record)) if record > pack => Made::Before,
            _ => Made::Since,
        }
    }

    /// Packs without a record: of somebody whose record was deleted by hand.
    #[must_use]
    pub fn packs_without_record(&self, home: &str) -> Vec<String> {
        let known: Vec<String> = self.records(home).into_iter().map(|record| record.id).collect();
        let packs = names(&self.dir.join(PACKS).join(home)).into_iter();
        packs.filter(|id| is_id(id) && !known.contains(id)).collect()
    }

    /// Makes a folder beside its place, then exchanges the two.
    fn folder(&self, parent: &Utf8Path, name: &str, files: &[Rendered<Personal>]) -> Result<(), Failure> {
        let making = self.begin(parent, name)?;
        for file in files {
            write(&making.join(&file.path), &file.bytes)?;
        }
        settle(&making, &parent.join(name))
    }

    /// An empty folder beside the place of another.
    fn begin(&self, parent: &Utf8Path, name: &str) -> Result<Utf8PathBuf, Failure> {
        let making = parent.join(format!("{MAKING}{name}"));
        make(&self.dir, parent)?;
        remove(&making)?;
        make(&self.dir, &making)?;
        Ok(making)
    }
}

/// What the office prints, while it is being made. It takes the last run's place when it is whole.
pub struct PrintRun {
    making: Utf8PathBuf,
    place: Utf8PathBuf,
}

impl PrintRun {
    /// Puts a file into it.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn put(&self, file: &Rendered<Personal>) -> Result<(), Failure> {
        write(&self.making.join(&file.path), &file.bytes)
    }

    /// A file that is too large to be held in memory.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn open(&self, name: &str) -> Result<std::io::BufWriter<fs_err::File>, Failure> {
        create(&self.making.join(name)).map(std::io::BufWriter::new)
    }

    /// The failure of a file that was opened.
    #[must_use]
    pub fn failed(&self, name: &str, error: std::io::Error) -> Failure {
        Failure::Write { path: self.place.join(name), why: error.into() }
    }

    /// Puts it in the place of the last run.
    ///
    /// # Errors
    /// Where that cannot be done.
    pub fn done(self) -> Result<Utf8PathBuf, Failure> {
        settle(&self.making, &self.place)?;
        Ok(self.place.clone())
    }
}

/// Nothing of residents is left behind by a run that stopped half way.
impl Drop for PrintRun {
    fn drop(&mut self) {
        // Whoever cannot remove it is told so by the next run.
        let _ = remove(&self.making);
    }
}

/// Puts a folder that has been made in its place.
fn settle(making: &Utf8Path, place: &Utf8Path) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::Write { path: place.to_owned(), why: error.into() };
    if place.exists() && !exchange(making, place) {
        remove(place)?;
    }
    if making.exists() && !place.exists() {
        return fs_err::rename(making, place).map_err(failed);
    }
    remove(making)
}

/// `private` beside the folder of homes; beside the group's where one home of it was named.
fn beside(content: &Utf8Path) -> Utf8PathBuf {
    let group = match content.parent() {
        Some(parent) if super::walk::is_home(content) && !parent.as_str().is_empty() => parent.to_owned(),
        _ => content.to_owned(),
    };
    match group.parent() {
        Some(parent) if group.file_name().is_some() => parent.join("private"),
        _ => whole(&group).parent().map_or_else(|| Utf8PathBuf::from("private"), |parent| parent.join("private")),
    }
}

/// Makes a folder, and those between it and the private one, for their owner alone.
fn make(top: &Utf8Path, folder: &Utf8Path) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::Write { path: folder.to_owned(), why: error.into() };
    fs_err::create_dir_all(folder).map_err(failed)?;
    for folder in folder.ancestors().take_while(|folder| folder.starts_with(top)) {
        for_its_owner(folder, true);
    }
    Ok(())
}

/// Writes a file for its owner alone: nobody else can open it at any moment.
fn write(path: &Utf8Path, bytes: &[u8]) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::Write { path: path.to_owned(), why: error.into() };
    create(path)?.write_all(bytes).map_err(failed)
}

/// Makes a file for its owner alone.
fn create(path: &Utf8Path) -> Result<fs_err::File, Failure> {
    let failed = |error: std::io::Error| Failure::Write { path: path.to_owned(), why: error.into() };
    let mut options = fs_err::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use fs_err::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path).map_err(failed)
}

/// Takes everybody else's rights away. A disk that knows no rights has none to take.
#[cfg(unix)]
fn for_its_owner(path: &Utf8Path, folder: bool) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = if folder { 0o700 } else { 0o600 };
    let is = fs_err::metadata(path).map(|data| data.permissions().mode() & 0o777);
    if is.is_ok_and(|is| is != mode) {
        let _ = fs_err::set_permissions(path, std::fs::Permissions::from_mode(mode));
    }
}

#[cfg(not(unix))]
fn for_its_owner(_: &Utf8Path, _: bool) {}
