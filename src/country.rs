//! The countries whose rules homepack knows: their inspector and the words it registers. One data file a country.

use serde::Deserialize;

use crate::failure::Failure;

/// Every country, by the word that stands for it under `country` in `home.yaml`. The first is the one where nothing is said.
pub const PROFILES: [(&str, &str); 1] = [("england", include_str!("country/england.yaml"))];

/// The facts of every country, read once.
#[derive(Debug, Clone)]
pub struct Profiles(Vec<Profile>);

/// A country's facts.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The word that stands for the country in `home.yaml`; from [`PROFILES`], never written in its file.
    #[serde(skip_deserializing)]
    pub id: String,
    /// The country's name for a reader.
    pub name: String,
    /// Who inspects care homes.
    pub regulator: Regulator,
    /// Service types a care home can be registered for.
    pub service_types: Vec<ServiceType>,
    /// Activities that are regulated.
    pub regulated_activities: Vec<Activity>,
    /// The groups of people a service can be registered for.
    pub bands: Vec<Band>,
    /// What is rated, and in which words.
    pub ratings: Ratings,
    /// What a provider can be in law, with the words for it.
    pub legal_statuses: Vec<LegalStatus>,
}

/// Who inspects.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Regulator {
    /// Its name.
    pub name: String,
    /// Its initials.
    pub initials: String,
    /// Its website.
    pub website: String,
    /// Where a home's own page is; `{id}` stands for its number.
    pub report_address: String,
    /// Where a provider's own page is; `{id}` stands for its number.
    pub provider_address: String,
    /// Where this is from.
    pub source: String,
}

/// A service type.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceType {
    /// Its three letters.
    pub code: String,
    /// Its registered name.
    pub name: String,
    /// The words for the public.
    pub public_name: String,
}

/// A regulated activity.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Its registered name.
    pub name: String,
}

/// A group of people.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Its name in the care directory.
    pub band: String,
    /// The words for the public.
    pub public_name: String,
    /// Its name on the form.
    pub form_name: String,
}

/// How homes are rated.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Ratings {
    /// Whether there is one word for the home as a whole.
    pub overall: bool,
    /// What else is rated, in the order in which it is shown.
    pub each: Vec<Rated>,
    /// The words, the best first.
    pub words: Vec<Word>,
    /// What stands in their place while there is no rating.
    pub none: Word,
    /// What the law wants a display of the rating to be.
    pub display: Display,
}

/// Something that is rated.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rated {
    /// Its key under `rating` in `home.yaml`.
    pub key: String,
    /// Its name for a reader.
    pub label: String,
}

/// A word of a scale.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Word {
    /// As it is written in `home.yaml`.
    pub id: String,
    /// As the regulator spells it.
    pub words: String,
}

/// What the law wants wherever a rating is displayed.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Display {
    /// What must be seen there.
    pub shows: Vec<Shown>,
    /// Within how many days a new rating must be up; none where it is at once.
    #[serde(default)]
    pub days: Option<u32>,
    /// Whether the law wants it in a form of the regulator's own, which homepack does not make.
    #[serde(default)]
    pub own_form: bool,
    /// Where this is from.
    pub source: String,
}

/// Something that a display of a rating must show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shown {
    /// The home it belongs to.
    Home,
    /// The word for the home as a whole.
    Overall,
    /// Each thing that is rated, with its word.
    Each,
    /// The day it was given.
    Date,
    /// A link to the regulator's own page about the home.
    Report,
}

/// What a provider can be.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct LegalStatus {
    /// The word in `provider.yaml`.
    pub id: String,
    /// The words for a reader.
    pub words: String,
}

impl Profiles {
    /// Reads every country's file.
    ///
    /// # Errors
    /// Where a data file in the program is not as it should be; a test forbids that.
    pub fn new() -> Result<Self, Failure> {
        let read = |(id, letters): &(&str, &str)| {
            let profile: Profile =
                crate::ours::read(letters).map_err(|why| Failure::damaged(format!("country/{id}.yaml"), why))?;
            Ok(Profile { id: (*id).to_owned(), ..profile })
        };
        PROFILES.iter().map(read).collect::<Result<_, _>>().map(Self)
    }

    /// The country that a home says it is in; the usual one where it says none, or one that nobody knows.
    #[must_use]
    pub fn of(&self, country: Option<&str>) -> &Profile {
        let said = self.0.iter().find(|profile| Some(profile.id.as_str()) == country);
        said.or(self.0.first()).expect("PROFILES is not empty")
    }

    /// The words that stand for the countries, in their order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|profile| profile.id.as_str())
    }
}

impl Ratings {
    /// A word as the regulator spells it.
    #[must_use]
    pub fn said<'a>(&'a self, id: &'a str) -> &'a str {
        self.words.iter().chain([&self.none]).find(|word| word.id == id).map_or(id, |word| &word.words)
    }
}

impl Profile {
    /// The regulator's own page about a place.
    #[must_use]
    pub fn report_address(&self, location: &str) -> String {
        self.regulator.report_address.replace("{id}", location)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_can_be_read() {
        let profiles = Profiles::new().unwrap_or_else(|failure| panic!("{failure}"));
        assert_eq!(profiles.ids().count(), PROFILES.len());
        assert_eq!(profiles.of(None).id, PROFILES[0].0);
    }
}
