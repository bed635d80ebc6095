//! The countries whose rules homepack knows: the inspector, its words, the laws, who looks at complaints. One data file a country,
//! one with its duties, and a folder `words/<country>` in the theme for what is said there alone.
//!
//! Two are not here yet. What each still needs, beyond a data file, words and a fixture home:
//!
//! **Scotland.** There is no Statement of Purpose with parts: “Our aims and objectives” is its name, so the page's title and id have
//! to be the profile's. Grades are six numbers with a word each, for key questions; nothing was seen that wants them displayed, so
//! `display` must be able to be missing. The Care Inspectorate does look into complaints, and may be gone to first: `outside` names
//! only an ombudsman, and the words say in several places that the inspector settles no complaint. The law gives 20 working days for
//! an answer (`answer_days` is our promise today), wants the inspector's address for letters on the procedure, and wants that sheet
//! in every pack. Visits follow Anne's Law, with Essential Care Supporters, who are a new fact of a resident. Capacity is another
//! Act with other people (welfare attorney, guardian): the five ideas in `passages/mental-capacity.md`, the next of kin, attorneys
//! and deputies in a record are those of England and Wales. No change of aims is told by days: `notice` must be able to be missing.
//!
//! **Northern Ireland.** The Statement has three parts in law, the last of 19 matters; qualifications of the provider, the status
//! and structure of the home, criteria for moving in and the size of rooms have no key yet. A change is told within 28 days, after
//! it, to the regulator *and* the residents: `notice` can say that. There is no rating at all: `ratings` must be able to be missing.
//! Care is arranged by a Health and Social Care Trust, not by a council: who pays (`own`, `council`, `nhs`) must be the country's
//! words. The answer to a complaint is due within 28 days, not working days. A guide, a statement of fees by the day of moving in and
//! 28 days' warning of a rise are law. The Mental Capacity Act there is another, and the ombudsman's reach over people who pay for
//! themselves is not confirmed.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::failure::Failure;
use crate::text::Language;

/// A country as its files have it.
#[derive(Debug)]
pub struct Country {
    /// The word that stands for it under `country` in `home.yaml`, and for its folder of words.
    pub id: &'static str,
    /// Its facts: a [`Profile`].
    pub facts: &'static str,
    /// What a home there has to say, and who asks for it: the list that the room `duties` reads.
    pub duties: &'static str,
}

/// Every country. The first is the one where nothing is said.
pub static PROFILES: &[Country] = &[
    Country { id: "england", facts: include_str!("country/england.yaml"), duties: include_str!("duties/england.yaml") },
    Country { id: "wales", facts: include_str!("country/wales.yaml"), duties: include_str!("duties/wales.yaml") },
];

/// The words that stand for the countries, in their order.
pub fn ids() -> impl Iterator<Item = &'static str> {
    PROFILES.iter().map(|country| country.id)
}

/// The facts of every country, read once.
#[derive(Debug, Clone)]
pub struct Profiles {
    /// The one where nothing is said.
    usual: Profile,
    others: Vec<Profile>,
}

/// A country's facts.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The word that stands for the country in `home.yaml`; from [`PROFILES`], never written in its file.
    #[serde(skip_deserializing)]
    pub id: String,
    /// The country's name for a reader.
    pub name: String,
    /// The language of what homepack says there.
    pub language: Language,
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
    /// The Statement of Purpose.
    pub statement: Statement,
    /// Who looks at a complaint after the home.
    pub outside: Outside,
    /// The kinds of advocate that a home may name.
    pub advocates: Vec<Advocate>,
    /// The laws that a page may cite, each under the name by which the words ask for it.
    pub laws: BTreeMap<String, String>,
    /// What a provider can be in law, with the words for it.
    pub legal_statuses: Vec<LegalStatus>,
}

/// Who inspects.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Regulator {
    /// Its name.
    pub name: String,
    /// Its name in a sentence: “the Care Quality Commission”.
    pub called: String,
    /// Its initials.
    pub initials: String,
    /// Its website.
    pub website: String,
    /// Where a home's own page is; `{id}` stands for its number. None where nobody has seen one.
    #[serde(default)]
    pub report_address: Option<String>,
    /// Where a provider's own page is; `{id}` stands for its number.
    #[serde(default)]
    pub provider_address: Option<String>,
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
    /// The words to a reader who belongs to it: “If you live with dementia”.
    pub to_you: String,
    /// The youngest age it stands for, in years, where it stands for one.
    #[serde(default)]
    pub from_age: Option<u32>,
}

/// A kind of advocate that the law or the area gives.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Advocate {
    /// The word in `advocacy.yaml`.
    pub id: String,
    /// The words for a reader.
    pub words: String,
}

/// The Statement of Purpose as the country wants it.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The schedule that lists what has to stand in it, as the sources of duties begin that are a paragraph of it.
    pub schedule: Schedule,
    /// Its parts in their order. Each has a words file of its name in `words/<country>/statement-of-purpose/`.
    pub parts: Vec<Part>,
    /// When a change is told, and to whom.
    pub notice: Notice,
    /// Whether the law wants an address for notices of each registered manager in it.
    #[serde(default)]
    pub manager_address: bool,
    /// The regulator's own form, as far as anybody here knows it; none where nobody does.
    #[serde(default)]
    pub form: Option<Form>,
    /// Where this is from.
    pub source: String,
}

/// The schedule of a law.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// Its name in a sentence: “Schedule 3”.
    pub called: String,
    /// Its whole name, up to the paragraph.
    pub law: String,
}

/// The regulator's form for the Statement.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Its name in a sentence.
    pub called: String,
    /// How well it is known, as a sentence or two.
    pub known: String,
    /// Its fields, in their order.
    pub fields: Vec<Field>,
}

/// A field of the form.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// The part of the Statement that it belongs to.
    pub part: String,
    /// What it asks for.
    pub asks: String,
    /// The keys that say it.
    pub keys: Vec<String>,
    /// The keys that say it where those say nothing.
    #[serde(default)]
    pub otherwise: Vec<String>,
    /// Whether what stands in front of a value belongs to it: a row of a table is told whole.
    #[serde(default)]
    pub whole: bool,
    /// The duty that asks for it; none where only the form does.
    #[serde(default)]
    pub duty: Option<String>,
}

/// A part of the Statement.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its name in file names: `part-1`.
    pub id: String,
    /// Its short name in the menu.
    pub label: String,
    /// What else a reader may look for in the A to Z and finds there.
    #[serde(default)]
    pub terms: Vec<Term>,
}

/// A word of the A to Z.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The word as a reader would say it: “Smoking”.
    pub word: String,
    /// The key of the home that must be said for it: `daily_life.smoking`.
    #[serde(default)]
    pub needs: Option<String>,
    /// Words of which the page must say one, so that nobody is led to a page that does not speak of what they look for.
    #[serde(default)]
    pub finds: Vec<String>,
}

/// The notice of a changed Statement.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// How many days.
    pub days: u32,
    /// Whether they are counted before the change or after it.
    pub when: When,
    /// Who is told, each as in a sentence.
    pub tell: Vec<String>,
    /// Which changes are told, and what else the law says of it, a sentence each.
    pub rules: Vec<String>,
    /// Where this is from.
    pub source: String,
}

/// Before a change or after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// So many days before it takes effect.
    Before,
    /// Within so many days of it.
    After,
}

/// Who looks at a complaint after the home, by who pays for the care.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Outside {
    /// Where the resident pays.
    pub own: Ombudsman,
    /// Where the council pays.
    pub council: Ombudsman,
    /// Where the NHS pays.
    pub nhs: Ombudsman,
    /// Where this is from.
    pub source: String,
}

/// Somebody who looks at complaints from outside.
#[derive(Debug, Clone, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Ombudsman {
    /// The contact, by the name of its file.
    pub contact: String,
    /// The name.
    pub name: String,
    /// The initials.
    pub initials: String,
    /// How many weeks the home has first; none where nothing says so.
    #[serde(default)]
    pub weeks: Option<u32>,
    /// How many months one usually has.
    pub months: u32,
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
        let read = |Country { id, facts, .. }: &Country| {
            let profile: Profile =
                crate::ours::read(facts).map_err(|why| Failure::damaged(format!("country/{id}.yaml"), why))?;
            Ok(Profile { id: (*id).to_owned(), ..profile })
        };
        let others = PROFILES[1..].iter().map(read).collect::<Result<_, _>>()?;
        Ok(Self { usual: read(&PROFILES[0])?, others })
    }

    /// The country that a home says it is in; the usual one where it says none, or one that nobody knows.
    #[must_use]
    pub fn of(&self, country: Option<&str>) -> &Profile {
        self.all().find(|profile| Some(profile.id.as_str()) == country).unwrap_or(&self.usual)
    }

    fn all(&self) -> impl Iterator<Item = &Profile> {
        std::iter::once(&self.usual).chain(&self.others)
    }

    /// The words that stand for the countries, in their order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.all().map(|profile| profile.id.as_str())
    }
}

impl Ratings {
    /// A word as the regulator spells it.
    #[must_use]
    pub fn spelt<'a>(&'a self, id: &'a str) -> &'a str {
        self.words.iter().chain([&self.none]).find(|word| word.id == id).map_or(id, |word| &word.words)
    }
}

impl Profile {
    /// The regulator's own page about a place.
    #[must_use]
    pub fn report_address(&self, location: &str) -> Option<String> {
        self.regulator.report_address.as_ref().map(|address| address.replace("{id}", location))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_can_be_read() {
        let profiles = Profiles::new().unwrap_or_else(|failure| panic!("{failure}"));
        assert_eq!(profiles.ids().count(), PROFILES.len());
        assert_eq!(profiles.of(None).id, PROFILES[0].id);
    }
}
