//! The one private place: `private/residents/<home>/<id>.yaml` in, `private/packs/<home>/<id>/` out, for nobody but its owner.
//!
//! Folders are 0700 and files 0600 on Unix. On Windows a folder has the rights of the one it lies in; the manual says what to do.
//! Only the commands that make or check packs come here, and only [`Rendered<Personal>`](crate::render::Rendered) is put here.

mod gate;
mod leave;
mod left;
mod locked;

use camino::{Utf8Path, Utf8PathBuf};

use super::look::{self, Kind, kind, names, whole};
use super::ours::{PACKS, PRINT_RUN, RESIDENTS};
use super::writer::{SCRATCH, begun, for_its_owner};
use crate::failure::{Failure, Why};
use crate::resident::is_id;
use crate::source::Sources;
pub use leave::Held;
pub use locked::{Locked, PrintRun};

/// What has git leave the folder out.
const IGNORED: &str = ".gitignore";
const IGNORES: &str = "# What is in here is private: git leaves it out.\n*\n";
/// What the mark of the folder says.
const MARKED: &str = "homepack keeps residents' records and packs in this folder, for its owner alone.\n";
/// What says that a run is at work here.
const LOCK: &str = super::output::LOCK;
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
    /// The private folder: the one that was named, else `private` beside the content. Nothing is changed yet.
    ///
    /// # Errors
    /// Where it would lie in what is published, would harm something, or holds what a private folder does not hold.
    pub fn beside(content: &Utf8Path, named: Option<&Utf8Path>) -> Result<Self, Failure> {
        let dir = named.map_or_else(|| beside(content), Utf8Path::to_owned);
        match gate::refusal(&dir, content) {
            Some(why) => Err(Failure::NotPrivate { path: dir, why }),
            None => Ok(Self { dir }),
        }
    }

    /// The folder.
    #[must_use]
    pub fn dir(&self) -> &Utf8Path {
        &self.dir
    }

    /// The homes that have a folder of records or of packs.
    #[must_use]
    pub fn homes(&self) -> Vec<String> {
        let of = |folder: &str| {
            let folder = self.dir.join(folder);
            let homes = names(&folder).unwrap_or_default().into_iter();
            homes.filter(move |name| kind(&folder.join(name)) == Kind::Folder)
        };
        let homes: std::collections::BTreeSet<String> = of(RESIDENTS).chain(of(PACKS)).collect();
        homes.into_iter().collect()
    }

    /// One record's letters. Whoever else could read the file cannot afterwards.
    ///
    /// # Errors
    /// Where it cannot be read. The answer names the file and nothing in it.
    pub fn read(&self, record: &Record) -> Result<(Sources, u32), Failure> {
        let failed = |why: Why| Failure::Read { path: record.path.clone(), why };
        if look::size(&record.path).map_err(|error| failed(error.into()))? > LARGEST {
            return Err(failed("it is larger than any record".into()));
        }
        for folder in record.path.ancestors().skip(1).take_while(|folder| folder.starts_with(&self.dir)) {
            for_its_owner(folder, true);
        }
        for_its_owner(&record.path, false);
        let bytes = look::bytes(&record.path).map_err(|error| failed(error.into()))?;
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

    /// A file of a resident's pack.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn file_of_pack(&self, home: &str, id: &str, name: &str) -> Result<Vec<u8>, Failure> {
        let path = self.pack_folder(home, id).join(name);
        look::bytes(&path).map_err(|error| Failure::Read { path, why: error.into() })
    }

    /// Where a home's records are.
    #[must_use]
    pub fn folder_of_records(&self, home: &str) -> Utf8PathBuf {
        self.dir.join(RESIDENTS).join(home)
    }

    /// Where a resident's record would be.
    #[must_use]
    pub fn record(&self, home: &str, id: &str) -> Record {
        Record { id: id.to_owned(), path: self.folder_of_records(home).join(format!("{id}.yaml")) }
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
        let files = names(&pack).unwrap_or_default().into_iter().filter(|name| !name.starts_with('.'));
        let made = files.filter_map(|name| look::changed(&pack.join(name)));
        match (made.min(), look::changed(&record.path)) {
            (None, _) => Made::Not,
            (Some(pack), Some(record)) if record > pack => Made::Before,
            _ => Made::Since,
        }
    }

    /// Packs without a record, of somebody whose record was deleted by hand, begun ones among them: their folders by their ids.
    #[must_use]
    pub fn packs_without_record(&self, home: &str) -> Vec<String> {
        let known: Vec<String> = self.records(home).into_iter().map(|record| record.id).collect();
        let folder = self.dir.join(PACKS).join(home);
        let packs = names(&folder).unwrap_or_default().into_iter();
        let packs = packs.filter_map(|name| {
            let id = left::made_for(&name).unwrap_or(&name);
            is_id(id).then(|| id.to_owned())
        });
        let begun = begun(&self.dir).into_iter().filter_map(|place| Some(of_pack(&place, home)?.to_owned()));
        let all: std::collections::BTreeSet<String> = packs.chain(begun).collect();
        all.into_iter().filter(|id| !known.contains(id)).collect()
    }

    /// The folder that work which was cut off is in, where there is any: pages of residents may be in it.
    #[must_use]
    pub fn begun(&self) -> Option<Utf8PathBuf> {
        (!begun(&self.dir).is_empty()).then(|| self.dir.join(SCRATCH))
    }
}

/// The id of a home's pack, from the place that was to be its own.
fn of_pack<'a>(place: &'a str, home: &str) -> Option<&'a str> {
    let id = place.strip_prefix(PACKS)?.strip_prefix('/')?.strip_prefix(home)?.strip_prefix('/')?;
    let id = left::made_for(id).unwrap_or(id);
    is_id(id).then_some(id)
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
