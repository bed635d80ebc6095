//! The keys of a file as a country has them: with its own words, and with the keys that its inspector rates.

use super::choices::words_in;
use super::question::questions;
use super::{FileOf, KEYS, Key, Written};
use crate::country::{self, Profile};

/// Every key of a kind of file in a country, each before the keys below it.
#[must_use]
pub fn in_country(file: &FileOf, country: &Profile) -> Vec<Key> {
    let mut keys: Vec<Key> = Vec::new();
    for key in KEYS.iter().filter(|key| key.file == file.path) {
        keys.push(worded(key.clone(), country));
        if key.path() == "home.rating.overall" {
            keys.extend(rated(file, country));
        }
    }
    keys.retain(|key| key.path() != "home.rating.overall" || country.ratings.overall);
    keys
}

/// A key with the words that the country has for it.
fn worded(key: Key, country: &Profile) -> Key {
    let words = if key.path() == "home.country" {
        country::ids().map(|id| (id.to_owned(), String::new())).collect()
    } else {
        words_in(&key, country)
    };
    let takes_words = matches!(key.written, Written::Value(_)) && !words.is_empty();
    Key { written: if takes_words { Written::OneOf(words) } else { key.written }, ..key }
}

/// The keys of what the country's inspector rates, each with its day.
fn rated(file: &FileOf, country: &Profile) -> Vec<Key> {
    let asked = questions(file);
    let words = country.ratings.words.iter().map(|word| (word.id.clone(), word.words.clone())).collect::<Vec<_>>();
    let key = |name: String, meaning: String, written: Written| Key {
        file: file.path,
        way: format!("rating.{name}"),
        question: asked.get(&format!("rating.{name}")).cloned(),
        steps: vec!["rating".to_owned(), name],
        meaning,
        written,
        several: false,
        must: false,
        seen_on: vec!["rating".to_owned()],
    };
    let day = "a day: the year, the month, the day, as in 2026-10-01";
    let each = country.ratings.each.iter().flat_map(|rated| {
        let label = &rated.label;
        [
            key(rated.key.clone(), format!("The rating for “{label}”."), Written::OneOf(words.clone())),
            key(
                format!("{}_given_on", rated.key),
                format!("The day of the rating for “{label}”, where it is another day."),
                Written::Value(day.to_owned()),
            ),
        ]
    });
    each.collect()
}
