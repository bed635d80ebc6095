//! The words that can stand at a key and are for each country to say: its service types, bands, ratings, legal forms.

use std::sync::LazyLock;

use super::Key;
use crate::country::{self, Profile, Profiles};

/// The words of a country for a key, each with its meaning, which may be empty.
type Choices = fn(&Profile) -> Vec<(String, String)>;

/// Which keys take words of the country, by the ways to them.
const OF_THE_COUNTRY: [(&str, &str, Choices); 8] = [
    ("home.yaml", "service_types", |country| {
        country.service_types.iter().map(|kind| (kind.code.clone(), kind.name.clone())).collect()
    }),
    ("home.yaml", "regulated_activities", |country| {
        country.regulated_activities.iter().map(|activity| (activity.name.clone(), String::new())).collect()
    }),
    ("home.yaml", "bands", bands),
    ("home.yaml", "needs_met[].band", bands),
    ("home.yaml", "rating.overall", |country| if country.ratings.overall { words(country) } else { Vec::new() }),
    ("home.yaml", "rating", |country| {
        country.ratings.each.iter().map(|rated| (rated.key.clone(), rated.label.clone())).collect()
    }),
    ("provider.yaml", "legal_status", |country| {
        country.legal_statuses.iter().map(|status| (status.id.clone(), status.words.clone())).collect()
    }),
    ("advocacy.yaml", "local[].kinds", |country| {
        country.advocates.iter().map(|kind| (kind.id.clone(), kind.words.clone())).collect()
    }),
];

fn bands(country: &Profile) -> Vec<(String, String)> {
    country.bands.iter().map(|band| (band.band.clone(), band.public_name.clone())).collect()
}

fn words(country: &Profile) -> Vec<(String, String)> {
    country.ratings.words.iter().map(|word| (word.id.clone(), word.words.clone())).collect()
}

/// The words that a key takes in one country, each with its meaning; none where it takes any.
pub(super) fn words_in(key: &Key, country: &Profile) -> Vec<(String, String)> {
    let known = OF_THE_COUNTRY.iter().find(|(file, way, _)| *file == key.file && *way == key.way);
    let mut words =
        known.filter(|(_, way, _)| *way != "rating").map_or_else(Vec::new, |(.., choices)| choices(country));
    if key.way == "rating.overall" {
        words.push((country.ratings.none.id.clone(), country.ratings.none.words.clone()));
    }
    words
}

/// The countries, read once; none where our own files cannot be read, which a test would have found.
static COUNTRIES: LazyLock<Option<Profiles>> = LazyLock::new(|| Profiles::new().ok());

/// The words that a key takes in each country: the country’s name, and each word with its meaning.
pub(super) fn choices(key: &Key) -> Vec<(&'static str, Vec<(String, String)>)> {
    let Some(countries) = COUNTRIES.as_ref() else { return Vec::new() };
    let known = OF_THE_COUNTRY.iter().find(|(file, way, _)| *file == key.file && *way == key.way);
    let of = |choices: Choices| {
        let each = country::ids().map(move |id| countries.of(Some(id)));
        each.map(move |country| (country.name.as_str(), choices(country)))
            .filter(|(_, words)| !words.is_empty())
            .collect()
    };
    known.map_or_else(Vec::new, |(.., choices)| of(*choices))
}
