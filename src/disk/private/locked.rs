//! The private folder while one run is at work in it: packs, print runs and records onto the disk, each whole or not at all.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::ops::Deref;
use std::sync::Mutex;

use camino::{Utf8Path, Utf8PathBuf};

use super::{IGNORED, IGNORES, LOCK, MARKED, PACKS, PRINT_RUN, Private, RESIDENTS, left};
use crate::disk::look::{self, Kind, Sum};
use crate::disk::made::{self, Made};
use crate::disk::ours::{MARK, is_nobodys};
use crate::disk::writer::{self, Bench, Rights, Scratch, Unsettled};
use crate::failure::{Failure, Stands};
use crate::render::Rendered;
use crate::text::Personal;

/// The private folder, locked against other runs for as long as this value lives.
pub struct Locked {
    private: Private,
    /// What is made goes through here. It is closed before the lock is.
    pub(super) scratch: Scratch,
    _lock: File,
}

impl Deref for Locked {
    type Target = Private;

    fn deref(&self) -> &Private {
        &self.private
    }
}

impl Private {
    /// Opens the folder to write in it: makes it where it is not there, marks it, tells git to leave it out, puts right what a run
    /// that was cut off has left.
    ///
    /// # Errors
    /// Where another run is at work, or it cannot be written.
    pub fn locked(self) -> Result<Locked, Failure> {
        let unmade = |path: &Utf8Path, error| unwritten(path, error, Stands::Untouched);
        writer::folders(&self.dir, Rights::Owner).map_err(|error| unmade(&self.dir, error))?;
        writer::for_its_owner(&self.dir, true);
        let path = self.dir.join(LOCK);
        let lock = writer::lock(&path, Rights::Owner).map_err(|error| unmade(&path, error))?;
        let lock = lock.ok_or_else(|| Failure::Busy(self.dir.clone()))?;
        writer::for_its_owner(&path, false);
        let scratch = Scratch::open(&self.dir, Rights::Owner)?;
        left::clear(&scratch);
        let locked = Locked { private: self, scratch, _lock: lock };
        // What stands there for git already is left as it is.
        for (name, letters) in [(IGNORED, IGNORES), (MARK, MARKED)] {
            let path = locked.dir.join(name);
            if look::kind(&path) == Kind::Nothing {
                locked.file(name, letters.as_bytes())?;
            }
            // Neither says anything of a resident, and under another name the file may be somebody's, who gave it its rights.
            if !look::has_further_names(&path) {
                writer::for_its_owner(&path, false);
            }
        }
        Ok(locked)
    }
}

impl Locked {
    /// Puts a resident's pack in the place of the last one, whole.
    ///
    /// # Errors
    /// Where a file cannot be written, or the last pack holds something we did not make. The failure says how the pack stands then.
    pub fn pack(&self, home: &str, id: &str, files: &[Rendered<Personal>]) -> Result<(), Failure> {
        let folder = format!("{PACKS}/{home}/{id}");
        let place = self.dir.join(&folder);
        let before = replaceable(&place, id)?;
        let sums = files.iter().map(|file| (file.path.clone(), Sum::of(&file.bytes)));
        let list = Made::new(sums.clone());
        let make = |bench: &mut Bench<'_>| {
            files.iter().try_for_each(|file| bench.put(&file.path, &file.bytes))?;
            bench.put(made::LIST, &list.letters())
        };
        let rooms = self.rooms(&self.dir.join(PACKS).join(home));
        let bench = rooms.and_then(|()| self.scratch.bench(&folder));
        let settled = bench.map_err(Unsettled::from).and_then(|mut bench| {
            make(&mut bench)?;
            bench.settle_folder(|old| before.is_as_it_was(old))
        });
        let after = sums.chain([(made::LIST.to_owned(), Sum::of(&list.letters()))]).collect();
        settled.map_err(|unsettled| before.failed(&place, unsettled, &after))
    }

    /// Begins what the office prints. Nothing of the last run changes until this one is whole.
    ///
    /// # Errors
    /// Where it cannot be written, or the last one holds something we did not make.
    pub fn begin_print_run(&self) -> Result<PrintRun<'_>, Failure> {
        let place = self.print_run_folder();
        let before = replaceable(&place, PRINT_RUN)?;
        let bench =
            self.scratch.bench(PRINT_RUN).map_err(|error| before.failed(&place, error.into(), &BTreeMap::new()))?;
        Ok(PrintRun { bench: Mutex::new(bench), place, before })
    }

    /// Writes a new record. One that is there is never written over.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn new_record(&self, home: &str, id: &str, letters: &str) -> Result<Utf8PathBuf, Failure> {
        let inside = format!("{RESIDENTS}/{home}/{id}.yaml");
        let path = self.dir.join(&inside);
        if look::kind(&path) != Kind::Nothing {
            return Err(Failure::NotOurs(path));
        }
        self.rooms(look::folder_of(&path)).map_err(|error| unwritten(&path, error, Stands::Untouched))?;
        self.file(&inside, letters.as_bytes())?;
        Ok(path)
    }

    /// Puts a new file in its place.
    fn file(&self, inside: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = self.dir.join(inside);
        let put = || {
            let mut bench = self.scratch.bench(inside)?;
            bench.whole(bytes, None)?;
            bench.settle_file(None)
        };
        put().map_err(|error| {
            let stands = match look::ours(&path) {
                None if look::kind(&path) == Kind::Nothing => Stands::Nothing,
                Some(there) if there == bytes => Stands::New,
                _ => Stands::Unsure,
            };
            unwritten(&path, error, stands)
        })
    }

    /// Makes a folder, and those between it and the private one, for their owner alone.
    fn rooms(&self, folder: &Utf8Path) -> io::Result<()> {
        writer::folders(folder, Rights::Owner)?;
        for folder in folder.ancestors().take_while(|folder| folder.starts_with(&self.dir)) {
            writer::for_its_owner(folder, true);
        }
        Ok(())
    }
}

/// What a pack or a print run holds, where all of it is as we made it.
fn replaceable(place: &Utf8Path, made_for: &str) -> Result<Before, Failure> {
    match look::kind(place) {
        Kind::Nothing => return Ok(Before::default()),
        Kind::Folder => {}
        _ => return Err(Failure::NotOurs(place.to_owned())),
    }
    let list = Made::read(place)?;
    let unread = |error| Failure::Read { path: place.to_owned(), why: io::Error::into(error) };
    let mut files = BTreeMap::new();
    for (name, kind) in look::below(place).map_err(unread)? {
        let path = place.join(&name);
        if kind != Kind::File {
            return Err(Failure::Holds(place.to_owned()));
        }
        if is_nobodys(&name) {
            continue;
        }
        let sum = Sum::of_file(&path).map_err(unread)?;
        match &list {
            _ if name == made::LIST => {}
            // The name of what somebody else put there may be a resident's.
            Some(list) if !list.names(&name) => return Err(Failure::Holds(place.to_owned())),
            Some(list) => list.must_name(&name, &sum, path)?,
            None if left::names_a_file(&name, made_for) => {}
            None => return Err(Failure::Holds(place.to_owned())),
        }
        files.insert(name, sum);
    }
    Ok(Before { files })
}

/// What stood in the place of something that is being made.
#[derive(Default)]
struct Before {
    files: BTreeMap<String, Sum>,
}

impl Before {
    /// Whether nobody put anything in, or changed anything, while we were at work.
    fn is_as_it_was(&self, folder: &Utf8Path) -> Result<(), ()> {
        let theirs = |name: &String| match self.files.get(name) {
            None => !is_nobodys(name),
            Some(sum) => Sum::of_file(&folder.join(name)).is_ok_and(|now| now != *sum),
        };
        if look::below(folder).unwrap_or_default().keys().any(theirs) { Err(()) } else { Ok(()) }
    }

    /// Why it did not take its place, and how things stand: that is looked at.
    fn failed(&self, place: &Utf8Path, unsettled: Unsettled<()>, after: &BTreeMap<String, Sum>) -> Failure {
        let error = match unsettled {
            Unsettled::Refused(()) => return Failure::Holds(place.to_owned()),
            Unsettled::Machine(error) => error,
        };
        let stands = match sums(place) {
            Ok(now) if now == self.files && now.is_empty() => Stands::Nothing,
            Ok(now) if now == self.files => Stands::AsItWas,
            Ok(now) if now == *after && !after.is_empty() => Stands::New,
            _ => Stands::Unsure,
        };
        unwritten(place, error, stands)
    }
}

/// What every file of a folder adds up to.
fn sums(folder: &Utf8Path) -> io::Result<BTreeMap<String, Sum>> {
    if look::kind(folder) == Kind::Nothing {
        return Ok(BTreeMap::new());
    }
    let ours = look::below(folder)?.into_keys().filter(|name| !is_nobodys(name));
    ours.map(|name| Ok((name.clone(), Sum::of_file(&folder.join(name))?))).collect()
}

/// What the office prints, while it is being made. It takes the last run's place when it is whole; where it stops half way, nothing of
/// it is left behind.
pub struct PrintRun<'a> {
    bench: Mutex<Bench<'a>>,
    place: Utf8PathBuf,
    before: Before,
}

impl PrintRun<'_> {
    /// Puts a file into it.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn put(&self, file: &Rendered<Personal>) -> Result<(), Failure> {
        self.making(|bench| bench.put(&file.path, &file.bytes)).map_err(|error| self.failed(&file.path, error))
    }

    /// A file that is too large to be held in memory.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn open(&self, name: &str) -> Result<io::BufWriter<File>, Failure> {
        self.making(|bench| bench.open(name)).map(io::BufWriter::new).map_err(|error| self.failed(name, error))
    }

    fn making<T>(&self, make: impl FnOnce(&mut Bench<'_>) -> io::Result<T>) -> io::Result<T> {
        let mut bench = self.bench.lock().map_err(|_| io::Error::other("it was given up"))?;
        make(&mut bench)
    }

    /// The failure of a file that was opened.
    #[must_use]
    pub fn failed(&self, name: &str, error: io::Error) -> Failure {
        match self.before.failed(&self.place, error.into(), &BTreeMap::new()) {
            Failure::Write { why, stands, .. } => Failure::Write { path: self.place.join(name), why, stands },
            other => other,
        }
    }

    /// Puts it in the place of the last run.
    ///
    /// # Errors
    /// Where that cannot be done.
    pub fn done(self) -> Result<Utf8PathBuf, Failure> {
        let Self { bench, place, before } = self;
        let mut bench = bench.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut after = BTreeMap::new();
        let listed = sums(&bench.new_one()).and_then(|sums| {
            let letters = Made::new(sums.clone()).letters();
            after = sums;
            after.insert(made::LIST.to_owned(), Sum::of(&letters));
            bench.put(made::LIST, &letters)
        });
        let settled =
            listed.map_err(Unsettled::from).and_then(|()| bench.settle_folder(|old| before.is_as_it_was(old)));
        settled.map_err(|unsettled| before.failed(&place, unsettled, &after))?;
        Ok(place)
    }
}

fn unwritten(path: &Utf8Path, error: io::Error, stands: Stands) -> Failure {
    Failure::Write { path: path.to_owned(), why: error.into(), stands }
}
