//! Room in the scratch to make one thing in, a folder or a file, and the step by which it takes its place.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Write as _};
use std::marker::PhantomData;

use camino::{Utf8Path, Utf8PathBuf};

use super::{Rights, exchange, flush_file, flush_folder, folders, move_to_free, new_file, remove_all, write_new};
use crate::disk::look::{self, Kind, Sum};

/// Names in a bench: where the thing belongs; the thing; what stood there before; what is only to be removed.
pub(super) const PLACE: &str = "place";
const NEW: &str = "new";
const WAS: &str = "was";
const GONE: &str = "gone";
/// What is put behind the name of a folder that could not be put back.
const KEPT: &str = ".kept";

/// Removes a bench, once nothing of worth stands in it: what was moved aside to make room for something that never came is put back.
pub(super) fn clear(top: &Utf8Path, bench: &Utf8Path, rights: Rights) {
    if look::kind(bench) != Kind::Nothing && put_back(top, bench, rights).is_ok() {
        // What cannot be removed now is removed by the next run.
        let _ = remove_all(bench);
    }
}

/// Puts back what stands aside in a bench, where nothing stands in its place.
fn put_back(top: &Utf8Path, bench: &Utf8Path, rights: Rights) -> io::Result<()> {
    let old = was(bench);
    let Some(place) = place(bench).map(|place| top.join(place)) else { return Ok(()) };
    if look::kind(&old) == Kind::Nothing || look::kind(&place) != Kind::Nothing {
        return Ok(());
    }
    folders(look::folder_of(&place), rights)?;
    move_to_free(&old, &place)?;
    flush_folder(look::folder_of(&place))
}

/// The place that a bench was for: a path that stays below the top.
pub(super) fn place(bench: &Utf8Path) -> Option<String> {
    let place = String::from_utf8(look::ours(&bench.join(PLACE))?).ok()?;
    let stays = |part: camino::Utf8Component<'_>| matches!(part, camino::Utf8Component::Normal(_));
    (!place.is_empty() && Utf8Path::new(&place).components().all(stays)).then_some(place)
}

/// What stands aside in a bench while the new takes its place.
pub(super) fn was(bench: &Utf8Path) -> Utf8PathBuf {
    bench.join(WAS)
}

/// One thing being made.
pub(in crate::disk) struct Bench<'a> {
    /// The folder beside whose things the scratch stands, and which outlives what is made in it.
    top: Utf8PathBuf,
    scratch: PhantomData<&'a ()>,
    rights: Rights,
    dir: Utf8PathBuf,
    place: Utf8PathBuf,
    /// Files that the disk has not been asked to keep yet, and the folders in which there are new names.
    unflushed: Vec<Utf8PathBuf>,
    folders: BTreeSet<Utf8PathBuf>,
}

/// Why something did not take its place.
#[derive(Debug)]
pub(in crate::disk) enum Unsettled<R> {
    /// The machine could not do it.
    Machine(io::Error),
    /// Whoever was asked about what stands there refused to have it replaced.
    Refused(R),
}

impl<R> From<io::Error> for Unsettled<R> {
    fn from(error: io::Error) -> Self {
        Self::Machine(error)
    }
}

impl Bench<'_> {
    pub(super) fn new(top: &Utf8Path, dir: Utf8PathBuf, place: &str, rights: Rights) -> io::Result<Self> {
        write_new(&dir.join(PLACE), place.as_bytes(), rights)?;
        let (place, top) = (top.join(place), top.to_owned());
        let (unflushed, folders) = (Vec::new(), BTreeSet::new());
        Ok(Self { top, scratch: PhantomData, rights, dir, place, unflushed, folders })
    }

    /// What is being made.
    pub(in crate::disk) fn new_one(&self) -> Utf8PathBuf {
        self.dir.join(NEW)
    }

    /// Where what was there before stands aside, should the new one never come.
    pub(in crate::disk) fn aside(&self) -> Utf8PathBuf {
        was(&self.dir)
    }

    /// Puts a file into the folder that is being made.
    pub(in crate::disk) fn put(&mut self, inside: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.room_for(inside)?;
        write_new(&path, bytes, self.rights)?;
        self.unflushed.push(path);
        Ok(())
    }

    /// Puts a file into the folder that is there already, just so: it keeps its time stamp. The old name and the new one lead to one
    /// file, which nobody opens to write: where the disk knows no such thing, it is a copy.
    pub(in crate::disk) fn keep(&mut self, inside: &str, there: &Utf8Path) -> io::Result<()> {
        let path = self.room_for(inside)?;
        if std::fs::hard_link(there, &path).is_ok() {
            return Ok(());
        }
        write_new(&path, &look::bytes(there)?, self.rights)?;
        if let Some(changed) = look::changed(there) {
            File::options().write(true).open(&path)?.set_modified(changed)?;
        }
        self.unflushed.push(path);
        Ok(())
    }

    /// A new file in the folder that is being made, for what is too large to be held in memory.
    pub(in crate::disk) fn open(&mut self, inside: &str) -> io::Result<File> {
        let path = self.room_for(inside)?;
        let file = new_file(&path, self.rights)?;
        self.unflushed.push(path);
        Ok(file)
    }

    /// Makes the thing a file, on the disk.
    pub(in crate::disk) fn whole(&mut self, bytes: &[u8], rights: Option<std::fs::Permissions>) -> io::Result<()> {
        let mut file = new_file(&self.new_one(), self.rights)?;
        file.write_all(bytes)?;
        if let Some(rights) = rights {
            file.set_permissions(rights)?;
        }
        file.sync_all()
    }

    fn room_for(&mut self, inside: &str) -> io::Result<Utf8PathBuf> {
        let path = self.new_one().join(inside);
        folders(look::folder_of(&path), self.rights)?;
        self.folders
            .extend(path.ancestors().skip(1).take_while(|at| at.starts_with(&self.dir)).map(Utf8Path::to_owned));
        Ok(path)
    }

    /// Has the disk keep all that was made. Everything is written by now: the first flush does most of the work for the others.
    fn flush(&mut self) -> io::Result<()> {
        self.unflushed.iter().try_for_each(|path| flush_file(path))?;
        self.folders.iter().rev().try_for_each(|folder| flush_folder(folder))
    }

    /// Puts a file that was made in its place. `was` is the sum of the regular file that may stand there: it is looked at once more,
    /// directly before it goes, and where somebody has changed it since, or something else stands there, it stays.
    pub(in crate::disk) fn settle_file(self, was: Option<&Sum>) -> io::Result<()> {
        match (look::kind(&self.place), was) {
            (Kind::File, Some(was)) if Sum::of_file(&self.place)? == *was => {
                std::fs::rename(self.new_one(), &self.place)?;
            }
            (Kind::File, Some(_)) => return Err(io::ErrorKind::ResourceBusy.into()),
            (Kind::Nothing, _) => move_to_free(&self.new_one(), &self.place)?,
            _ => return Err(io::ErrorKind::AlreadyExists.into()),
        }
        flush_folder(look::folder_of(&self.place))
    }

    /// Puts a folder that was made in its place: exchanged with the old one in one step, or, where the system cannot, the old one
    /// moved aside first. `may_go` looks at the old one once more, when nobody can put anything into it any more.
    ///
    /// # Errors
    /// Where the machine cannot do it, or `may_go` refuses. The old one is then back in its place, or stands aside for the next run.
    pub(in crate::disk) fn settle_folder<R>(
        mut self,
        may_go: impl Fn(&Utf8Path) -> Result<(), R>,
    ) -> Result<(), Unsettled<R>> {
        self.flush()?;
        let (new, place) = (self.new_one(), self.place.clone());
        match look::kind(&place) {
            Kind::Nothing => move_to_free(&new, &place)?,
            Kind::Folder => {
                // Making took a while: what was put in meanwhile is seen before anything moves. Once more is looked when nobody can
                // put anything in any more.
                may_go(&place).map_err(Unsettled::Refused)?;
                if !exchange(&new, &place)? {
                    self.in_two_steps(&may_go)?;
                } else if let Err(refused) = may_go(&new) {
                    Self::exchange_back(&new, &place)?;
                    return Err(Unsettled::Refused(refused));
                }
            }
            _ => return Err(Unsettled::Machine(io::ErrorKind::AlreadyExists.into())),
        }
        flush_folder(look::folder_of(&place))?;
        flush_folder(&self.dir)?;
        // The new one is in its place, whole. What cannot be removed now is removed by the next run.
        let _ = remove_all(&self.dir);
        Ok(())
    }

    /// Undoes an exchange. Where the machine cannot, the old one gets a name beside its place: somebody's work is in it.
    fn exchange_back(old: &Utf8Path, place: &Utf8Path) -> io::Result<()> {
        match exchange(old, place) {
            Ok(true) => Ok(()),
            _ => move_to_free(old, &Utf8PathBuf::from(format!("{place}{KEPT}"))),
        }
    }

    /// The old one aside, the new one into its place; a cut between the two is put right from what the bench says of its place.
    fn in_two_steps<R>(&self, may_go: &impl Fn(&Utf8Path) -> Result<(), R>) -> Result<(), Unsettled<R>> {
        let (new, was) = (self.new_one(), was(&self.dir));
        flush_file(&self.dir.join(PLACE))?;
        move_to_free(&self.place, &was)?;
        let done = may_go(&was).map_err(Unsettled::Refused).and_then(|()| Ok(move_to_free(&new, &self.place)?));
        if done.is_err() {
            // Back to where we were. Where even that fails, the next run does it.
            let _ = move_to_free(&was, &self.place);
            return done;
        }
        Ok(move_to_free(&was, &self.dir.join(GONE))?)
    }

    /// Removes what stands at the place, all of it: somebody asked for that, and was shown what it is.
    pub(in crate::disk) fn take_away(self) -> io::Result<()> {
        let gone = self.dir.join(GONE);
        move_to_free(&self.place, &gone)?;
        flush_folder(look::folder_of(&self.place))?;
        remove_all(&self.dir)
    }
}

/// What did not take its place goes; what stands aside for it goes back first.
impl Drop for Bench<'_> {
    fn drop(&mut self) {
        clear(&self.top, &self.dir, self.rights);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::writer::{SCRATCH, Scratch};

    fn folder() -> (tempfile::TempDir, Utf8PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let path = Utf8PathBuf::try_from(dir.path().to_owned()).unwrap();
        (dir, path)
    }

    fn scratch(top: &Utf8Path) -> Scratch {
        Scratch::open(top, Rights::Usual).unwrap()
    }

    fn letters(path: &Utf8Path) -> String {
        fs_err::read_to_string(path).unwrap()
    }

    /// A folder with one page in it, made and settled.
    fn made(scratch: &Scratch, place: &str, words: &str) {
        let mut bench = scratch.bench(place).unwrap();
        bench.put("site/page.html", words.as_bytes()).unwrap();
        bench.settle_folder(|_| Ok::<(), ()>(())).unwrap();
    }

    #[test]
    fn a_folder_takes_the_place_of_the_old_one_and_nothing_is_left() {
        let (_dir, top) = folder();
        let scratch = scratch(&top);
        made(&scratch, "rowan", "old");
        made(&scratch, "rowan", "new");
        assert_eq!(letters(&top.join("rowan/site/page.html")), "new");
        drop(scratch);
        assert_eq!(look::names(&top).unwrap(), ["rowan"]);
    }

    #[test]
    fn where_folders_cannot_be_exchanged_the_old_one_goes_aside_first() {
        let (_dir, top) = folder();
        let scratch = scratch(&top);
        made(&scratch, "rowan", "old");
        let mut bench = scratch.bench("rowan").unwrap();
        bench.put("site/page.html", b"new").unwrap();
        bench
            .in_two_steps(&|old: &Utf8Path| {
                if letters(&old.join("site/page.html")) == "old" { Ok(()) } else { Err(()) }
            })
            .unwrap();
        drop(bench);
        assert_eq!(letters(&top.join("rowan/site/page.html")), "new");
        // Whoever refuses has it back.
        let mut bench = scratch.bench("rowan").unwrap();
        bench.put("site/page.html", b"newer").unwrap();
        assert!(matches!(bench.in_two_steps(&|_: &Utf8Path| Err("mine")), Err(Unsettled::Refused("mine"))));
        drop(bench);
        assert_eq!(letters(&top.join("rowan/site/page.html")), "new");
        drop(scratch);
        assert_eq!(look::names(&top).unwrap(), ["rowan"]);
    }

    #[test]
    fn what_stood_aside_when_a_run_was_cut_off_is_put_back() {
        let (_dir, top) = folder();
        let first = scratch(&top);
        fs_err::create_dir_all(top.join("packs/rowan")).unwrap();
        made(&first, "packs/rowan/a2b3c4", "old");
        let mut bench = first.bench("packs/rowan/a2b3c4").unwrap();
        bench.put("site/page.html", b"new").unwrap();
        move_to_free(&bench.place, &bench.aside()).unwrap();
        // The power goes here.
        std::mem::forget(bench);
        std::mem::forget(first);
        fs_err::rename(top.join(SCRATCH), top.join("cut")).unwrap();
        fs_err::create_dir(top.join(SCRATCH)).unwrap();
        for name in ["mark", "1"] {
            fs_err::rename(top.join("cut").join(name), top.join(SCRATCH).join(name)).unwrap();
        }
        fs_err::copy(top.join(SCRATCH).join("mark"), top.join("mark")).unwrap();
        fs_err::rename(top.join("mark"), top.join(SCRATCH).join("mark")).unwrap();
        assert_eq!(super::super::begun(&top), ["packs/rowan/a2b3c4"]);
        drop(scratch(&top));
        assert_eq!(letters(&top.join("packs/rowan/a2b3c4/site/page.html")), "old");
        assert!(!top.join(SCRATCH).exists());
    }

    #[test]
    fn a_file_that_is_kept_is_not_written_and_a_file_that_is_there_is_not_opened() {
        let (_dir, top) = folder();
        let scratch = scratch(&top);
        made(&scratch, "rowan", "old");
        let old = top.join("rowan/site/page.html");
        let changed = look::changed(&old);
        let mut bench = scratch.bench("rowan").unwrap();
        bench.keep("site/page.html", &old).unwrap();
        let again = bench.put("site/page.html", b"through the link").unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(letters(&old), "old");
        bench.settle_folder(|_| Ok::<(), ()>(())).unwrap();
        assert_eq!((letters(&old).as_str(), look::changed(&old)), ("old", changed));
    }

    #[test]
    fn only_a_regular_file_is_replaced_by_a_file() {
        let (_dir, top) = folder();
        let scratch = scratch(&top);
        fs_err::create_dir(top.join("folder")).unwrap();
        fs_err::write(top.join("file"), "old").unwrap();
        for (place, was, done) in [
            ("folder", Some("old"), false),
            ("file", None, false),
            ("file", Some("mine"), false),
            ("file", Some("old"), true),
            ("new", None, true),
        ] {
            let mut bench = scratch.bench(place).unwrap();
            bench.whole(b"new", None).unwrap();
            let was = was.map(|letters: &str| Sum::of(letters.as_bytes()));
            assert_eq!(bench.settle_file(was.as_ref()).is_ok(), done, "{place}, {was:?}");
        }
        assert_eq!(letters(&top.join("file")), "new");
    }

    #[test]
    fn a_bench_says_its_place_and_no_place_outside() {
        let (_dir, top) = folder();
        let bench = top.join("0");
        fs_err::create_dir(&bench).unwrap();
        for (says, place_is) in
            [("packs/rowan/a2b3c4", Some("packs/rowan/a2b3c4")), ("../up", None), ("/etc", None), ("", None)]
        {
            fs_err::write(bench.join(PLACE), says).unwrap();
            assert_eq!(place(&bench).as_deref(), place_is, "{says}");
        }
    }
}
