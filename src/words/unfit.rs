//! Signs that cannot stand in the Markdown of a home: in its words files, its pages and its contract.
//!
//! Comes from: the sources. Goes to: findings, all of them at once.

use camino::Utf8PathBuf;

use super::markdown::signs::coded;
use crate::finding::Finding;
use crate::read::{Place, signs};
use crate::source::{Source, Sources};

/// Everything that cannot stand in a home's words files, written as it is or as an entity, and every such entity in its pages and its
/// contract. What is written as it is in these, `read` tells.
#[must_use]
pub fn unfit(sources: &Sources, place: &Place) -> Vec<Finding> {
    let mut found = Vec::new();
    for (file, letters) in markdown(sources, place.folders().map(|folder| folder.join("words"))) {
        found.extend(signs::raw(file, letters));
        found.extend(signs::unclosed_in_paragraphs(file, letters));
        found.extend(coded(file, letters));
    }
    for (file, letters) in markdown(sources, std::iter::once(place.folder.join("pages"))) {
        found.extend(coded(file, letters));
    }
    if let Some((file, letters)) = sources.at(&place.folder.join("contract.md")) {
        found.extend(coded(file, letters));
    }
    found
}

/// The Markdown in some folders, each file with its number.
fn markdown(sources: &Sources, folders: impl Iterator<Item = Utf8PathBuf>) -> Vec<(u32, &str)> {
    let is_markdown = |source: &Source| source.known_as.extension() == Some("md");
    let mut files = Vec::new();
    for folder in folders {
        let here = sources.below(&folder).filter(|(_, source)| is_markdown(source));
        files.extend(here.map(|(file, source)| (file, source.letters.as_str())));
    }
    files
}
