//! The list of what a folder of the output holds, `.homepack.json`: every file, its format, the sum of its bytes; and the papers as pages
//! speak of them.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8Path;
use serde::{Deserialize, Serialize};

use crate::disk::look::{self, Sum};
use crate::paper::{Form, MadePaper, Measure};
use crate::render::{PDF, WEBSITE};

/// The list's name, in every folder of ours. A folder without one is not ours.
pub(in crate::disk) const LIST: &str = ".homepack.json";

/// What a folder of ours holds.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct List {
    /// Every file by its path in the folder, with the name of its format.
    #[serde(deserialize_with = "of_any_age")]
    pub(super) made: BTreeMap<String, String>,
    /// What the bytes of each file add up to. Lists from before there were sums have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sums: Option<BTreeMap<String, Sum>>,
    /// What a file at the top is about to become: a cut leaves the one or the other.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) coming: BTreeMap<String, Sum>,
    /// The papers among them, as pages speak of them.
    #[serde(default)]
    pub(super) papers: Vec<ListedPaper>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ListedPaper {
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

/// What a list says of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// We made it, and it is as we made it.
    Ours,
    /// We made it, and it is not as we made it.
    Changed,
    /// It is not on the list.
    Nothing,
}

impl List {
    /// The list of a folder; none where it has none.
    pub(super) fn of(folder: &Utf8Path) -> Option<Self> {
        serde_json::from_slice(&look::ours(&folder.join(LIST))?).ok()
    }

    /// The list of a whole output folder that has no homes yet.
    pub(super) fn of_a_top() -> Self {
        Self { sums: Some(BTreeMap::new()), ..Self::default() }
    }

    /// What it says of a file with this sum. A list from before there were sums knows a file by its name.
    pub(super) fn says(&self, path: &str, sum: &Sum) -> Says {
        let Some(sums) = &self.sums else {
            return if self.made.contains_key(path) { Says::Ours } else { Says::Nothing };
        };
        match (sums.get(path), self.coming.get(path)) {
            (None, None) => Says::Nothing,
            (is, coming) if is == Some(sum) || coming == Some(sum) => Says::Ours,
            _ => Says::Changed,
        }
    }

    /// As it is written.
    ///
    /// # Panics
    /// Never: a list is words and numbers. An empty list in its place would make every file of ours a stranger.
    pub(super) fn letters(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).expect("a list of words and numbers is written as JSON")
    }
}

impl ListedPaper {
    pub(super) fn new(paper: &MadePaper) -> Self {
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
    pub(super) fn read(self) -> Option<MadePaper> {
        let form = match &self.form {
            Some(spelling) => Some(Form::spelt(spelling)?),
            None => None,
        };
        let measure = Measure { points: self.points, pages: self.pages, bytes: self.bytes };
        Some(MadePaper { form, measure, paper: self.paper, title: self.title, format: self.format, file: self.file })
    }
}
