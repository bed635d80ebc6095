//! The letters of every file that was read, kept in memory so that every later step can be a pure function.
//!
//! Comes from: `disk::read`. Goes to: `read`, and to the report, which shows the line a finding is about.

mod node;

pub use node::{Node, Value};

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::OnceLock;

use camino::{Utf8Path, Utf8PathBuf};

use crate::finding::Finding;
use crate::text::Span;

/// A file's YAML as nodes, with what was found in it; only that, where it is none.
pub type Parsed = Result<(Node, Vec<Finding>), Vec<Finding>>;

/// One file's letters.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path as the manager would type it, from where the program was started.
    pub path: Utf8PathBuf,
    /// The path by which homepack knows the file, whatever capitals its name has: `visiting.yaml` for `Visiting.YAML`.
    pub known_as: Utf8PathBuf,
    /// The letters, without a byte order mark and with `\n` at every line's end.
    pub letters: String,
    /// Whether it is a resident's record: no line of it is ever shown.
    pub private: bool,
    /// What the letters are as YAML, once somebody asked: a home is looked through many times, and read once.
    parsed: OnceLock<Parsed>,
}

impl Source {
    /// What the letters are as YAML, from the reader that is given.
    pub(crate) fn parsed(&self, read: impl FnOnce(&str) -> Parsed) -> &Parsed {
        self.parsed.get_or_init(|| read(&self.letters))
    }
}

/// Every file that was read, each with a number that a [`Span`] carries.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Source>,
    by_path: BTreeMap<Utf8PathBuf, u32>,
    pictures: BTreeMap<Utf8PathBuf, (u32, Vec<u8>)>,
    other_pictures: BTreeMap<Utf8PathBuf, u32>,
    typefaces: BTreeMap<Utf8PathBuf, Vec<u8>>,
    /// Statements as they were sent: of a time that is over, so nothing that goes through all files comes upon them.
    sent: BTreeMap<Utf8PathBuf, u32>,
}

impl Sources {
    /// Adds a file and returns its number. The first file has number 1: 0 stands for a text of ours.
    ///
    /// # Panics
    /// With more than 4,294,967,295 files.
    pub fn add(&mut self, path: Utf8PathBuf, letters: &str) -> u32 {
        self.add_as(path.clone(), path, letters)
    }

    /// Adds a file whose name is spelt otherwise than homepack knows it.
    ///
    /// # Panics
    /// With more than 4,294,967,295 files.
    pub fn add_as(&mut self, known_as: Utf8PathBuf, path: Utf8PathBuf, letters: &str) -> u32 {
        let number = self.take(path, known_as.clone(), letters, false);
        self.by_path.insert(known_as, number);
        number
    }

    /// Notes something that is not read, so that a finding can have it for its place.
    ///
    /// # Panics
    /// With more than 4,294,967,295 files.
    pub fn mention(&mut self, path: Utf8PathBuf) -> u32 {
        self.take(path.clone(), path, "", false)
    }

    /// Adds a resident's record. It is read like any other file, and no line of it is ever shown.
    ///
    /// # Panics
    /// With more than 4,294,967,295 files.
    pub fn add_private(&mut self, path: Utf8PathBuf, letters: &str) -> u32 {
        let number = self.take(path.clone(), path.clone(), letters, true);
        self.by_path.insert(path, number);
        number
    }

    /// Notes something of residents that is not read, so that a finding can have it for its place.
    ///
    /// # Panics
    /// With more than 4,294,967,295 files.
    pub fn mention_private(&mut self, path: Utf8PathBuf) -> u32 {
        self.take(path.clone(), path, "", true)
    }

    fn take(&mut self, path: Utf8PathBuf, known_as: Utf8PathBuf, letters: &str, private: bool) -> u32 {
        let letters = letters.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n");
        self.files.push(Source { path, known_as, letters, private, parsed: OnceLock::new() });
        u32::try_from(self.files.len()).expect("there are fewer than 4,294,967,296 files")
    }

    /// The file with this number.
    #[must_use]
    pub fn get(&self, number: u32) -> Option<&Source> {
        (number as usize).checked_sub(1).and_then(|i| self.files.get(i))
    }

    /// The number and letters of the file at a path.
    #[must_use]
    pub fn at(&self, path: &Utf8Path) -> Option<(u32, &str)> {
        let number = *self.by_path.get(path)?;
        Some((number, self.get(number)?.letters.as_str()))
    }

    /// Every file with its number, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Source)> {
        self.by_path.values().filter_map(|n| self.get(*n).map(|source| (*n, source)))
    }

    /// Every file below a folder with its number, in the order of their paths.
    pub fn below<'a, 'f>(&'a self, folder: &'f Utf8Path) -> impl Iterator<Item = (u32, &'a Source)> + use<'a, 'f> {
        let from = self.by_path.range::<Utf8Path, _>((Bound::Included(folder), Bound::Unbounded));
        let below = from.take_while(move |(path, _)| path.starts_with(folder));
        below.filter_map(|(_, n)| self.get(*n).map(|source| (*n, source)))
    }

    /// The file a span lies in, with its line; none where nobody may see it.
    #[must_use]
    pub fn line(&self, span: Span) -> Option<(&Utf8Path, &str)> {
        let source = self.get(span.file).filter(|source| !source.private)?;
        let line = source.letters.lines().nth((span.line as usize).checked_sub(1)?)?;
        Some((source.path.as_path(), line))
    }

    /// Adds the text of a Statement as it was sent. No page is made of it, and it is found by [`Self::sent_in`] alone.
    pub fn add_sent(&mut self, known_as: Utf8PathBuf, path: Utf8PathBuf, letters: &str) {
        let number = self.take(path, known_as.clone(), letters, false);
        self.sent.insert(known_as, number);
    }

    /// The texts directly in a folder that were sent, each with its number, in the order of their names.
    pub fn sent_in<'a>(&'a self, folder: &'a Utf8Path) -> impl Iterator<Item = (u32, &'a Source)> {
        let here = self.sent.iter().filter(move |(path, _)| path.parent() == Some(folder));
        here.filter_map(|(_, number)| self.get(*number).map(|source| (*number, source)))
    }

    /// Adds a picture's bytes.
    ///
    /// # Panics
    /// With more than 4,294,967,295 files.
    pub fn add_picture(&mut self, path: Utf8PathBuf, bytes: Vec<u8>) {
        let number = self.mention(path.clone());
        self.pictures.insert(path, (number, bytes));
    }

    /// The number of the picture at a path, so that a finding can have it for its place.
    #[must_use]
    pub fn number_of_picture(&self, path: &Utf8Path) -> Option<u32> {
        self.pictures.get(path).map(|(number, _)| *number)
    }

    /// Notes a picture of a kind that cannot be shown, with the number of its mention.
    pub fn add_other_picture(&mut self, path: Utf8PathBuf, number: u32) {
        self.other_pictures.insert(path, number);
    }

    /// The pictures directly in a folder of kinds that cannot be shown, each with the number of its mention.
    pub fn other_pictures_in<'a>(&'a self, folder: &'a Utf8Path) -> impl Iterator<Item = (&'a Utf8Path, u32)> {
        let all = self.other_pictures.iter().map(|(path, number)| (path.as_path(), *number));
        all.filter(move |(path, _)| path.parent() == Some(folder))
    }

    /// Adds a font file's bytes.
    pub fn add_typeface(&mut self, path: Utf8PathBuf, bytes: Vec<u8>) {
        self.typefaces.insert(path, bytes);
    }

    /// The font files directly in a folder, in the order of their names.
    #[must_use]
    pub fn typefaces_in(&self, folder: &Utf8Path) -> Vec<(&Utf8Path, &[u8])> {
        let here = self.typefaces.iter().filter(|(path, _)| path.parent() == Some(folder));
        here.map(|(path, bytes)| (path.as_path(), bytes.as_slice())).collect()
    }

    /// The pictures directly in a folder, in the order of their names.
    pub fn pictures_in(&self, folder: &Utf8Path) -> impl Iterator<Item = &Utf8Path> {
        self.pictures.keys().map(Utf8PathBuf::as_path).filter(move |path| path.parent() == Some(folder))
    }

    /// The bytes of the picture at a path.
    #[must_use]
    pub fn picture(&self, path: &Utf8Path) -> Option<&[u8]> {
        self.pictures.get(path).map(|(_, bytes)| bytes.as_slice())
    }
}
