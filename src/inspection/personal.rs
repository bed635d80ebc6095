//! How personal a home's words are: what research asks, one by one, each with what the home's own files already show. Evidence, not a score.

use super::agree::Files;
use super::facts::Fact;
use super::places::{Root, Spoken};
use super::{Spot, spot};
use crate::duties::{Consideration, SeenTo};

/// A question with what shows the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Considered {
    /// Its short name.
    pub id: String,
    /// What is asked.
    pub asks: String,
    /// Who asks it.
    pub source: String,
    /// What the home says, in its own words, each with its place.
    pub shown: Vec<Shown>,
    /// Whether that is little.
    pub few: bool,
    /// What to write and where, or what to do.
    pub write: String,
}

/// Something that a home says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Its words.
    pub words: String,
    /// Where they stand.
    pub place: Spot,
}

/// Every question that is this home's, with what shows it.
pub(super) fn considered<'a>(
    considerations: &'a [Consideration],
    root: &Root<'a>,
    files: Files<'_>,
) -> Vec<Considered> {
    let asks = |one: &&Consideration| {
        !matches!(one.kept_by, Some(SeenTo::Program | SeenTo::Background))
            && one.only_where.as_ref().is_none_or(|way| root.at(way).iter().any(says))
    };
    considerations.iter().filter(asks).map(|one| considered_one(one, root, files)).collect()
}

fn considered_one<'a>(one: &'a Consideration, root: &Root<'a>, files: Files<'_>) -> Considered {
    let places = one.shown_by.iter().flat_map(|way| root.at(way)).filter(says);
    let shown: Vec<Shown> = places
        .map(|place| Shown {
            words: words(place.value),
            place: spot(files.span(&place).unwrap_or_default(), files.sources),
        })
        .collect();
    let few = one.thin_below.is_some_and(|enough| shown.len() < enough);
    Considered {
        id: one.id.clone(),
        asks: one.asks.clone(),
        source: one.source.clone(),
        shown,
        few,
        write: one.write.clone(),
    }
}

/// Whether a value shows anything: a plain no does not.
fn says(place: &Spoken<'_>) -> bool {
    place.is_said() && place.value != &Fact::Yes(false)
}

/// The first words in a value.
fn words(value: &Fact) -> String {
    match value {
        Fact::Words(words) => words.written.clone(),
        Fact::Yes(_) => "yes".to_owned(),
        Fact::List(entries) => entries.first().map(words).unwrap_or_default(),
        Fact::Keys(keys) => {
            keys.iter().map(|(_, held)| words(held)).find(|words| words.contains(' ')).unwrap_or_default()
        }
        Fact::Number(number) => number.clone(),
        Fact::Nothing => "null".to_owned(),
    }
}
