//! `home.yaml`: what identifies the home, where it is, whom it is for, and its rating.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::date::Date;
use super::number::Count;
use super::reach::{Address, Email, Phone, WebAddress};
use super::{Id, Text};
use crate::country::Profile;

/// What identifies a home. Only `name` and `address` must be there.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The home's name, as on its certificate. It must be there.
    /// Seen on: every page, every paper.
    pub name: Text,
    /// What people call it, where that is shorter: “Quillmere”.
    /// Seen on: papers/advocacy, papers/complaints, papers/contract, papers/easy-read-advocacy, papers/easy-read-complaints, papers/fees, papers/freedom, papers/moving-in, papers/visiting, papers/week.
    pub short_name: Option<Text>,
    /// Where it stands. It must be there.
    pub address: Address,
    /// The number by day.
    /// Seen on: every page.
    pub phone: Option<Phone>,
    /// The number at night, where it is another.
    /// Seen on: every page, papers/reception.
    pub phone_night: Option<Phone>,
    /// `yes` where people who type instead of speaking can ring through Relay UK (18001 before the number).
    /// Seen on: accessibility, finding-us, index, moving-in.
    pub text_relay: Option<bool>,
    /// The home's email address.
    /// Seen on: every page.
    pub email: Option<Email>,
    /// Where the site will be found on the web; with it the site also gets a site map and descriptions for links that are shared.
    /// Seen on: every page, robots.txt, sitemap.xml.
    pub website: Option<WebAddress>,
    /// The country whose law applies: `england`, or another of `src/country`; `england` where this is left out.
    pub country: Option<Id>,
    /// The home's own colour, as #rrggbb. homepack darkens or lightens it until it can be read.
    /// Seen on: _headers, every paper, favicon.svg, style.css.
    pub colour: Option<Text>,
    /// One sentence that says what the home is: for the front page, search engines and shared links.
    /// Seen on: index, statement-of-purpose/part-2.
    pub summary: Option<Text>,
    /// Three to five short sentences a person would want first: for the welcome page.
    /// Seen on: index.
    #[serde(default)]
    pub in_short: Vec<Text>,
    /// The inspector's number for this place: in England CQC's location ID, such as 1-000000001.
    /// Seen on: index, papers/reception, rating, statement-of-purpose/part-3.
    pub inspector_number: Option<Text>,
    /// The service types it is registered for, by the country's code: in England CHS (without nursing), CHN (with nursing).
    /// Seen on: statement-of-purpose/part-3.
    #[serde(default)]
    pub service_types: Vec<Id>,
    /// Regulated activities, as on the certificate.
    /// Seen on: statement-of-purpose/part-3.
    #[serde(default)]
    pub regulated_activities: Vec<Id>,
    /// The groups of people it is registered for, in the country's words: in England CQC's service user bands.
    /// Seen on: safety, statement-of-purpose/part-3.
    #[serde(default)]
    pub bands: Vec<Id>,
    /// How many people can live here.
    /// Seen on: services, statement-of-purpose/part-3.
    pub places: Option<Count>,
    /// How the places are shared out.
    #[serde(default)]
    pub kinds_of_places: Vec<Places>,
    /// Whom the home is for, in plain words.
    /// Seen on: index, services, statement-of-purpose/part-2.
    pub who_for: Option<Text>,
    /// For each need the home is for: what it does about it.
    #[serde(default)]
    pub needs_met: Vec<Need>,
    /// What the home does not offer, said plainly.
    /// Seen on: index, services, statement-of-purpose/part-2.
    #[serde(default)]
    pub not_offered: Vec<Text>,
    /// The inspector's rating.
    pub rating: Option<Rating>,
    /// The house itself: when it was built, floors, lifts, garden. A sentence each.
    /// Seen on: rooms, statement-of-purpose/part-3.
    #[serde(default)]
    pub building: Vec<Text>,
}

/// A number of places of one kind.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// The kind, in a few words: “for people living with dementia, in Heron wing”.
    /// Seen on: services, statement-of-purpose/part-3.
    pub kind: Text,
    /// How many.
    /// Seen on: services, statement-of-purpose/part-3.
    pub number: Count,
}

/// A need the home is for, and what it does about it.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// The group of people it belongs to, one of the country's.
    /// Seen on: services, statement-of-purpose/part-2.
    pub band: Id,
    /// What the home does, as a sentence or two to the reader.
    /// Seen on: services, statement-of-purpose/part-2.
    pub how: Text,
}

/// The inspector's rating. Leave the whole of it out while there is none. Besides the keys here it has those that the country's
/// inspector rates, such as `safe` and `well_led` in England, and one word of the country's under each.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Rating {
    /// The rating as a whole. It must be there where the country gives one.
    /// Seen on: every page, papers/reception.
    pub overall: Option<Id>,
    /// What else is rated, each with its word, in the order in which they are written.
    /// Seen on: index, rating, statement-of-purpose/part-3.
    pub each: Vec<Rated>,
    /// The day the inspector published it.
    /// Seen on: index, papers/reception, rating, statement-of-purpose/part-3.
    pub published_on: Option<Date>,
    /// The day somebody here last compared this with the inspector's own page.
    /// Seen on: rating.
    pub checked_on: Option<Date>,
    /// `yes` where it was given to another provider, before this one took the home over.
    /// Seen on: every page, papers/reception.
    pub inherited: Option<bool>,
    /// Who ran the home when it was given.
    pub inherited_from: Option<Text>,
    /// What has changed since, a sentence each; shown after the rating, never instead of it.
    /// Seen on: index, rating, statement-of-purpose/part-3.
    pub since_then: Vec<Text>,
}

/// Something that is rated, under the key that the country has for it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rated {
    /// The key: `well_led`.
    pub what: Id,
    /// The word: `good`.
    pub word: Id,
}

impl Rating {
    /// The keys that a rating has in every country, apart from what is rated.
    pub const KEYS: [&'static str; 6] =
        ["overall", "published_on", "checked_on", "inherited", "inherited_from", "since_then"];

    /// The word under a key.
    #[must_use]
    pub fn word(&self, what: &str) -> Option<&str> {
        self.each.iter().find(|rated| rated.what.id == what).map(|rated| rated.word.id.as_str())
    }
}

/// A rating takes any key: which of them there are is for its country to say.
impl<'de> Deserialize<'de> for Rating {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(AnyKeys)
    }
}

/// Receives the keys of a rating.
struct AnyKeys;

impl<'de> Visitor<'de> for AnyKeys {
    type Value = Rating;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("keys")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut keys: M) -> Result<Rating, M::Error> {
        let mut rating = Rating::default();
        while let Some(key) = keys.next_key::<Id>()? {
            match key.id.as_str() {
                "overall" => rating.overall = keys.next_value()?,
                "published_on" => rating.published_on = keys.next_value()?,
                "checked_on" => rating.checked_on = keys.next_value()?,
                "inherited" => rating.inherited = keys.next_value()?,
                "inherited_from" => rating.inherited_from = keys.next_value()?,
                "since_then" => rating.since_then = keys.next_value()?,
                _ => rating.each.push(Rated { what: key, word: keys.next_value()? }),
            }
        }
        Ok(rating)
    }
}

impl Identity {
    /// The rating, where there is one: what stands for its absence in the country's words is none.
    #[must_use]
    pub fn rated(&self, country: &Profile) -> Option<&Rating> {
        let none = country.ratings.none.id.as_str();
        self.rating
            .as_ref()
            .filter(|rating| rating.overall.as_ref().map_or(!rating.each.is_empty(), |word| word.id != none))
    }

    /// The rating on one line: the word for the whole, or each thing that is rated with its word where the country has no such word.
    #[must_use]
    pub fn rating_in_short(&self, country: &Profile) -> String {
        let ratings = &country.ratings;
        let Some(rating) = self.rated(country) else { return ratings.none.words.clone() };
        if let Some(word) = &rating.overall {
            return ratings.said(&word.id).to_owned();
        }
        let each = ratings.each.iter().filter_map(|rated| Some((&rated.label, rating.word(&rated.key)?)));
        each.map(|(label, word)| format!("{label}, {}", ratings.said(word))).collect::<Vec<_>>().join("; ")
    }
}
