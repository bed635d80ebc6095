//! The records of residents as they lie on the disk: which files are one, and what is said of everything else that lies there. It is
//! said by place alone, and where a name is no id not even by that: somebody may have written a resident's name.

use std::collections::BTreeSet;

use camino::{Utf8Path, Utf8PathBuf};

use super::look::{Kind, kind};
use super::ours::RESIDENTS;
use super::private::{Private, Record};
use super::walk::{Answer, Found, Links, walk};
use crate::finding::{Finding, Severity, in_order, ours};
use crate::resident::is_id;
use crate::source::Sources;
use crate::text::{Personal, Span};

/// The ending of a record's file, with the dot.
const ENDING: &str = ".yaml";

/// What is wrong with something that lies among the records.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Astray {
    /// Its name is no id.
    NoId,
    /// Its name is an id, and it ends otherwise than a record does.
    Ending,
    /// It lies in no home's folder, or deeper than that.
    Place,
    /// It is a link, a pipe, or cannot be opened.
    Hindered,
    /// Its name is no id, and it is no file that a record could be in.
    Other,
    /// No home has the name of this folder.
    NoHome,
}

impl Astray {
    /// How much it matters, what is wrong, and what to do.
    fn told(self) -> (Severity, &'static str, &'static str) {
        match self {
            Astray::NoId => (
                Severity::Error,
                "the name of a file in this folder is no id, so the file is not read",
                "A record is called by its id: six letters and numbers, such as q7k2m9.yaml. Look for the file that is called otherwise.",
            ),
            Astray::Ending => (
                Severity::Error,
                "this record is not read: its name does not end in .yaml",
                "Give it the ending .yaml, in small letters.",
            ),
            Astray::Place => (
                Severity::Error,
                "this record is not read: it does not lie in the folder of its home",
                "Move it to where the other records of its home are.",
            ),
            Astray::Hindered => (
                Severity::Error,
                "this cannot be read: it is a link or no file, or it belongs to somebody else",
                "Put the record itself in its place.",
            ),
            Astray::Other => (
                Severity::Warning,
                "something in this folder is no record, and homepack does nothing with it",
                "Letters and pictures of a resident are safer where you keep the plan of care.",
            ),
            Astray::NoHome => (
                Severity::Warning,
                "a folder here has the name of no home, so what lies in it is never looked at",
                "Give each folder here the name of its home’s folder.",
            ),
        }
    }
}

impl Private {
    /// The records of a home, in the order of their ids. None where it has no residents yet.
    #[must_use]
    pub fn records(&self, home: &str) -> Vec<Record> {
        let folder = self.folder_of_records(home);
        let record = |found: Found| {
            let id = found.path.file_name()?.strip_suffix(ENDING)?.to_owned();
            let is_one = matches!(found.answer, Answer::File) && is_id(&id) && found.path.parent() == Some(&folder);
            is_one.then_some(Record { id, path: found.path })
        };
        walk(&folder, Links::No).into_iter().filter_map(record).collect()
    }

    /// What is to be said of everything among the records of some homes that is none. Where `everywhere`, the folders of other homes
    /// and what lies beside them too.
    #[must_use]
    pub fn astray(&self, homes: &[&str], everywhere: bool) -> (Sources, Vec<Finding<Personal>>) {
        let top = self.dir().join(RESIDENTS);
        let known: Vec<Utf8PathBuf> = homes.iter().map(|home| self.folder_of_records(home)).collect();
        let mut told: BTreeSet<(Utf8PathBuf, Astray)> = BTreeSet::new();
        // No record has been begun yet: there is nothing to walk.
        let there = if kind(&top) == Kind::Nothing { Vec::new() } else { walk(&top, Links::No) };
        for Found { path, answer } in there {
            let home = path.ancestors().find(|folder| folder.parent() == Some(&top) && *folder != path);
            let of_known = home.is_some_and(|home| known.iter().any(|known| known == home));
            if !of_known && !everywhere {
                continue;
            }
            let astray = match (answer, home) {
                (Answer::Folder, None) => (!known.contains(&path)).then_some(Astray::NoHome),
                (Answer::PassedOver | Answer::Folder, _) => None,
                (_, Some(_)) if !of_known => None,
                (Answer::Hindered(_), _) => Some(Astray::Hindered),
                (Answer::File, home) => among_records(&path, home),
            };
            if let Some(astray) = astray {
                let below = home.filter(|_| of_known).unwrap_or(&top);
                // A name of six letters may be somebody's, and look like an id.
                let place = if astray == Astray::NoHome { below.to_owned() } else { shown(&path, below) };
                told.insert((place, astray));
            }
        }
        // Packs can be all that is left of a home.
        let strangers = self.homes().into_iter().filter(|home| everywhere && !homes.contains(&home.as_str()));
        let packs_alone = strangers.filter_map(|home| {
            let id = self.packs_without_record(&home).into_iter().next()?;
            self.pack_folder(&home, &id).parent().and_then(Utf8Path::parent).map(Utf8Path::to_owned)
        });
        told.extend(packs_alone.map(|path| (path, Astray::NoHome)));
        let mut sources = Sources::default();
        let mut findings: Vec<Finding<Personal>> = Vec::new();
        for (path, astray) in told {
            let span = Span { file: sources.mention_private(path), line: 1, column: 1, width: 1 };
            let (severity, what, help) = astray.told();
            findings.push(Finding { severity, ..Finding::error(span, ours(what), ours(help)) });
        }
        in_order(&mut findings);
        (sources, findings)
    }
}

/// What is wrong with a file among the records, if anything.
fn among_records(path: &Utf8Path, home: Option<&Utf8Path>) -> Option<Astray> {
    let name = path.file_name().unwrap_or_default();
    let of_letters = name.to_lowercase().split('.').skip(1).any(|ending| ending == "yaml" || ending == "yml");
    match (id_of(path), name.ends_with(ENDING), home.is_some() && home == path.parent()) {
        (Some(_), true, true) => None,
        (Some(_), true, false) => Some(Astray::Place),
        (Some(_), false, _) => Some(Astray::Ending),
        (None, ..) if of_letters => Some(Astray::NoId),
        (None, ..) => Some(Astray::Other),
    }
}

/// The id that a file is called by, whatever its ending.
fn id_of(path: &Utf8Path) -> Option<&str> {
    path.file_name()?.split('.').next().filter(|id| is_id(id))
}

/// The place that can be shown of something below a folder whose name is known: its own name where that is an id. The names of folders
/// between are nobody's to show.
fn shown(path: &Utf8Path, below: &Utf8Path) -> Utf8PathBuf {
    match (path.file_name().filter(|_| id_of(path).is_some()), path.parent() == Some(below)) {
        (Some(name), true) => below.join(name),
        (Some(name), false) => below.join("…").join(name),
        (None, _) => below.to_owned(),
    }
}
