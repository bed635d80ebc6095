//! A words file, and which of them a country has.

use std::sync::Arc;

use super::markdown::{notes_of_template, of_template};
use super::meter::{metered, unmetered};
use crate::country;
use crate::text::{self, Span};

/// A words file.
#[derive(Debug, Clone)]
pub struct WordsFile {
    /// The name that pages and papers know it by: `passages/danger.md`.
    pub name: String,
    /// Its path in the folder `words`: the name, in the folder of a country where it is said for that one.
    pub path: String,
    /// Its number, as marks carry it.
    pub number: u32,
    /// Its letters as they were written.
    pub letters: Arc<str>,
}

impl WordsFile {
    /// A file by its path in the folder `words`; where a country's folder holds it, its name is what stands behind that.
    pub(super) fn new(path: String, number: u32, letters: Arc<str>) -> Self {
        let name = match country_of(&path) {
            Some(country) => path[country.len() + 1..].to_owned(),
            None => path.clone(),
        };
        Self { name, path, number, letters }
    }

    /// Its letters with a mark on each line, and with the calls of the meter.
    pub(super) fn template(&self) -> (String, String) {
        (self.name.clone(), metered(&of_template(self.number, &notes_of_template(&self.letters))))
    }

    /// A place in its template as a place in its letters. Lines count from 1, columns from 0.
    pub(super) fn span(&self, line: usize, column: usize) -> Span {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { file: self.number, line: number(line).max(1), column: number(self.column(line, column)) + 1, width: 1 }
    }

    /// The column that a column of [`Self::template`] has in the letters as they were written; both count from 0.
    fn column(&self, line: usize, column: usize) -> usize {
        let (_, template) = self.template();
        let before: String = template.lines().nth(line.saturating_sub(1)).unwrap_or("").chars().take(column).collect();
        // A call of ours that the column stands in is not whole.
        let before = unmetered(&before);
        let before =
            before.rsplit_once("{{ lap(").or(before.rsplit_once("{{ held(")).map_or(before.as_str(), |(own, _)| own);
        before.replace("(said=\"", "").chars().filter(|c| !text::is_mark(*c)).count()
    }
}

/// The country in whose folder a words file stands.
fn country_of(path: &str) -> Option<&'static str> {
    let (folder, _) = path.split_once('/')?;
    country::ids().find(|country| *country == folder)
}

/// The files as a country has them: its own lie over those for all, and those of the other countries are not there.
pub(super) fn said_in(country: &str, files: &[WordsFile]) -> Vec<WordsFile> {
    let of = |file: &&WordsFile| country_of(&file.path);
    let own: Vec<&WordsFile> = files.iter().filter(|file| of(file) == Some(country)).collect();
    let covered = |name: &str| own.iter().any(|file| file.name == name);
    let mut out: Vec<WordsFile> =
        files.iter().filter(|file| of(file).is_none() && !covered(&file.name)).cloned().collect();
    out.extend(own.into_iter().cloned());
    out
}
