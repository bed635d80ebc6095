//! Finished homes onto the disk: only what changed, all of a home or nothing, never over something that is not ours.

mod gone;
mod holding;
mod left;
mod list;
mod strangers;

use std::collections::BTreeMap;
use std::fs::File;
use std::io;

use camino::{Utf8Path, Utf8PathBuf};

use super::look::{self, Kind, Sum};
use super::ours::{harm, is_of_residents};
use super::writer::{self, Bench, Rights, Scratch, Unsettled};
use crate::failure::{Failure, Stands};
use crate::paper::MadePaper;
use crate::render::{FileFormat, InFormat};
use crate::text::Public;
use holding::{Holding, Stranger};
pub(super) use list::LIST;
use list::{List, ListedPaper, Says};

/// The file that says that a build is at work here.
pub(super) const LOCK: &str = ".homepack.lock";
/// The note in the output folder; the one file of it that a project keeps.
const NOTE: &str = "README.md";
const NOTED: &str = include_str!("note.md");

/// An output folder that is ours to write to, and locked against other builds for as long as this value lives.
pub struct Output {
    dir: Utf8PathBuf,
    /// What is made goes through here. It is closed before the lock is.
    scratch: Scratch,
    _lock: File,
    stays: Vec<String>,
}

/// A home as it will be: its list, and each file with its bytes, or none where it stays as it is.
struct Plan<'a> {
    list: List,
    files: BTreeMap<String, Option<&'a [u8]>>,
}

impl Output {
    /// Opens an output folder, making it where it is not there yet. Nothing is changed before it is known to be ours.
    ///
    /// # Errors
    /// Where it would harm something, another build is writing to it, or it cannot be written.
    pub fn open(dir: &Utf8Path, content: &Utf8Path) -> Result<Self, Failure> {
        if let Some(why) = harm(dir, content) {
            return Err(Failure::Unsafe { path: dir.to_owned(), why: why.to_owned() });
        }
        if is_of_residents(dir) {
            let why = "it is a folder of residents’ records, or lies in one".to_owned();
            return Err(Failure::Unsafe { path: dir.to_owned(), why });
        }
        strangers::refuse(dir)?;
        let unmade = |path: &Utf8Path, error| unwritten(path, error, Stands::Untouched);
        writer::folders(dir, Rights::Usual).map_err(|error| unmade(dir, error))?;
        let path = dir.join(LOCK);
        let lock = writer::lock(&path, Rights::Usual).map_err(|error| unmade(&path, error))?;
        let lock = lock.ok_or_else(|| Failure::Busy(dir.to_owned()))?;
        let scratch = Scratch::open(dir, Rights::Usual)?;
        let stays = left::put_right(&scratch);
        let output = Self { dir: dir.to_owned(), scratch, _lock: lock, stays };
        output.marked()?;
        output.top(NOTE, NOTED.as_bytes())?;
        Ok(output)
    }

    /// Folders that an earlier homepack may have left, and that may as well be somebody's: they stay.
    #[must_use]
    pub fn stays(&self) -> &[String] {
        &self.stays
    }

    /// The papers of a home's last output, for pages that are made without making papers.
    #[must_use]
    pub fn papers(&self, home: &str) -> Vec<MadePaper> {
        let listed = List::of(&self.dir.join(home)).map(|list| list.papers).unwrap_or_default();
        listed.into_iter().filter_map(ListedPaper::read).collect()
    }

    /// Whether a home has an output that is whole, and as it was made. It is looked at.
    #[must_use]
    pub fn is_whole(&self, home: &str) -> bool {
        let held = Holding::of(&self.dir.join(home)).ok().and_then(Result::ok);
        held.is_some_and(|held| {
            held.list.as_ref().is_some_and(|list| list.made.keys().all(|path| held.files.contains_key(path)))
        })
    }

    /// Puts a home's files in the place of its last output, all at once. Files of the last output whose format is among `kept` stay.
    /// Files that did not change keep their time stamps; where none did, nothing is written.
    ///
    /// # Errors
    /// Where a file cannot be written, or the last output holds something that is not as we made it. The failure says how the output
    /// stands then, from looking at it.
    pub fn home(
        &self,
        home: &str,
        made: &[InFormat<Public>],
        papers: &[MadePaper],
        kept: &[&'static FileFormat],
    ) -> Result<(), Failure> {
        let place = self.dir.join(home);
        if !matches!(look::kind(&place), Kind::Nothing | Kind::Folder) {
            let why = format!("it holds {home}, {}, which homepack did not make", look::kind(&place).name());
            return Err(Failure::Unsafe { path: self.dir.clone(), why });
        }
        let held = Holding::of(&place).map_err(|error| unwritten(&place, error, Stands::Untouched))?;
        let before = held.map_err(|stranger| stranger.refused(&self.dir, home))?;
        let plan = Plan::new(home, &before, made, papers, kept)?;
        let letters = plan.list.letters();
        let after = plan.sums(&letters);
        if after == before.files {
            return Ok(());
        }
        let bench = self
            .scratch
            .bench(home)
            .map_err(|error| unwritten(&place, error, before.stands(&place, &after, place.clone())))?;
        let aside = bench.aside();
        settle(bench, &place, &plan, &letters, &before).map_err(|unsettled| match unsettled {
            Unsettled::Machine(error) => unwritten(&place, error, before.stands(&place, &after, aside)),
            Unsettled::Refused(stranger) => stranger.refused(&self.dir, home),
        })
    }

    /// Writes a file at the top of the output folder, unless it is there already just so.
    ///
    /// # Errors
    /// Where it cannot be written, or somebody changed it.
    pub fn top(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let (path, sum) = (self.dir.join(name), Sum::of(bytes));
        let mut list = List::of(&self.dir).unwrap_or_else(List::of_a_top);
        let there = look::ours(&path).map(|there| Sum::of(&there));
        let mut sums = list.sums.clone().unwrap_or_default();
        if there.as_ref() == Some(&sum) && sums.get(name) == Some(&sum) {
            return Ok(());
        }
        let (kind, says) = (look::kind(&path), strangers::says_of_top(&path, name, Some(&list)));
        match (kind, says) {
            (Kind::Nothing, _) | (Kind::File, Says::Ours) => {}
            (Kind::File, Says::Changed) => return Err(Failure::Changed(path)),
            _ if there.as_ref() == Some(&sum) => {}
            _ => return Err(Failure::NotOurs(path)),
        }
        if there.as_ref() != Some(&sum) {
            // A cut between the two steps leaves a file that the list names already. What stands there now may be what an earlier cut
            // left, so it is named by its sum too.
            if let Some(there) = &there {
                sums.insert(name.to_owned(), there.clone());
                list.sums = Some(sums.clone());
            }
            list.coming.insert(name.to_owned(), sum.clone());
            self.list(&list)?;
            self.file(name, bytes, there.as_ref())?;
        }
        list.coming.remove(name);
        sums.insert(name.to_owned(), sum);
        list.sums = Some(sums);
        self.list(&list)
    }

    /// Marks the folder as ours. What an earlier homepack put at its top is known by its sum from here on.
    fn marked(&self) -> Result<(), Failure> {
        let before = List::of(&self.dir);
        if before.as_ref().is_some_and(|list| list.sums.is_some()) {
            return Ok(());
        }
        let mut list = List { papers: Vec::new(), ..before.clone().unwrap_or_else(List::of_a_top) };
        let mut sums = BTreeMap::new();
        if before.is_some() {
            for name in [NOTE, "index.html"] {
                sums.extend(look::ours(&self.dir.join(name)).map(|bytes| (name.to_owned(), Sum::of(&bytes))));
            }
        }
        list.sums = Some(sums);
        self.list(&list)
    }

    fn list(&self, list: &List) -> Result<(), Failure> {
        let before = look::ours(&self.dir.join(LIST)).map(|bytes| Sum::of(&bytes));
        self.file(LIST, &list.letters(), before.as_ref())
    }

    /// Puts a file at the top in its place.
    fn file(&self, name: &str, bytes: &[u8], before: Option<&Sum>) -> Result<(), Failure> {
        let path = self.dir.join(name);
        let put = || {
            let mut bench = self.scratch.bench(name)?;
            bench.whole(bytes, None)?;
            bench.settle_file(before)
        };
        put().map_err(|error| {
            let now = look::ours(&path).map(|bytes| Sum::of(&bytes));
            let stands = match (before, &now) {
                (None, None) => Stands::Nothing,
                (before, now) if before == now.as_ref() => Stands::FileAsItWas,
                (_, Some(now)) if *now == Sum::of(bytes) => Stands::New,
                _ => Stands::Unsure,
            };
            unwritten(&path, error, stands)
        })
    }
}

impl<'a> Plan<'a> {
    fn new(
        home: &str,
        before: &Holding,
        made: &'a [InFormat<Public>],
        papers: &[MadePaper],
        kept: &[&'static FileFormat],
    ) -> Result<Self, Failure> {
        let papers = papers.iter().map(ListedPaper::new).collect();
        let mut list = List { papers, ..List::of_a_top() };
        let (mut sums, mut files) = (BTreeMap::<String, Sum>::new(), BTreeMap::new());
        for (format, file) in made.iter().flat_map(|made| made.files.iter().map(|file| (made.format, file))) {
            let sum = Sum::of(&file.bytes);
            let same = before.files.get(&file.path) == Some(&sum);
            files.insert(file.path.clone(), (!same).then_some(file.bytes.as_slice()));
            // One photograph on two pages is one file.
            if sums.get(&file.path).is_some_and(|first| *first != sum) {
                return Err(Failure::Asked(format!(
                    "{home}: two of its files would be called {}.\nGive what they are made from different names, such as two photographs of one name.",
                    file.path
                )));
            }
            list.made.insert(file.path.clone(), format.name.to_owned());
            sums.insert(file.path.clone(), sum);
        }
        for (path, format) in before.list.iter().flat_map(|list| &list.made) {
            let sum = before.files.get(path).filter(|_| kept.iter().any(|kept| kept.name == format));
            if let Some(sum) = sum.filter(|_| !files.contains_key(path)) {
                files.insert(path.clone(), None);
                list.made.insert(path.clone(), format.clone());
                sums.insert(path.clone(), sum.clone());
            }
        }
        list.sums = Some(sums);
        Ok(Self { list, files })
    }

    /// What every file of the home will add up to.
    fn sums(&self, letters: &[u8]) -> BTreeMap<String, Sum> {
        let mut sums = self.list.sums.clone().unwrap_or_default();
        sums.insert(LIST.to_owned(), Sum::of(letters));
        sums
    }
}

/// Makes a home's folder in the scratch, and has it take its place.
fn settle(
    mut bench: Bench<'_>,
    place: &Utf8Path,
    plan: &Plan<'_>,
    letters: &[u8],
    before: &Holding,
) -> Result<(), Unsettled<Stranger>> {
    for (path, bytes) in &plan.files {
        match bytes {
            Some(bytes) => bench.put(path, bytes)?,
            None => bench.keep(path, &place.join(path))?,
        }
    }
    bench.put(LIST, letters)?;
    let may_go = |old: &Utf8Path| match before.changed_since(old) {
        Ok(Some(stranger)) => Err(stranger),
        // What cannot be looked at any more was looked at a moment ago.
        Ok(None) | Err(_) => Ok(()),
    };
    bench.settle_folder(may_go)
}

/// Whether bytes are our note, whichever ends its lines have: a project keeps it, and git may turn them.
fn is_note(bytes: &[u8]) -> bool {
    let plain: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != b'\r').collect();
    plain == NOTED.as_bytes()
}

fn unwritten(path: &Utf8Path, error: io::Error, stands: Stands) -> Failure {
    Failure::Write { path: path.to_owned(), why: error.into(), stands }
}
