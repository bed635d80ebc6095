//! `home.yaml`: what identifies the home, where it is, whom it is for, and its rating.

use std::fmt;

use schemars::JsonSchema;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::date::Date;
use super::number::Count;
use super::reach::{Address, Email, Phone, WebAddress};
use super::{Id, Text};
use crate::country::Profile;

/// What identifies a home. Only `name` and `address` must be there.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The home's name, as on its certificate. It must be there.
    /// Seen on: every page, every paper.
    pub name: Text,
    /// What people call it, where that is shorter: “Marchpane”.
    /// Seen on: papers/advocacy, papers/complaints, papers/contract, papers/easy-read-advocacy, papers/easy-read-complaints, papers/fees, papers/freedom, papers/moving-in, papers/visiting, papers/week.
    pub short_name: Option<Text>,
    /// Where it stands. It must be there.
    pub address: Address,
    /// The number by day.
    /// Seen on: every page, papers/reception.
    pub phone: Option<Phone>,
    /// The number at night, where it is another.
    /// Seen on: every page.
    pub phone_night: Option<Phone>,
    /// `yes` where the home is made up, as a sample or to try things out: every page and paper says so, and its numbers need not be real.
    /// Seen on: every page.
    #[serde(default)]
    pub fictional: bool,
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
    /// Seen on: index, rating, statement-of-purpose/part-3.
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
    /// The ages of the people it is for.
    pub ages: Option<Ages>,
    /// Whether it is for women, for men or for everybody: “women and men”. Wales asks for it (WSI 2017/1098, Schedule 2, (g)).
    pub sexes: Option<Text>,
    /// In Wales: Welsh and the active offer, a sentence each: who speaks it, when, what is there in Welsh without having to ask
    /// (WSI 2017/1098, Schedule 2, (n)).
    #[serde(default)]
    pub welsh: Vec<Text>,
    /// Conditions of the registration, a sentence each.
    /// Seen on: statement-of-purpose/part-3.
    #[serde(default)]
    pub conditions: Vec<Text>,
    /// Warning notices that hold today, each with what is being done.
    #[serde(default)]
    pub warning_notices: Vec<WarningNotice>,
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
    /// The day on which the files of this home were begun, as `homepack new` writes it. It is for whoever keeps the files.
    pub begun: Option<Date>,
}

/// The ages of the people a home is for.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ages {
    /// The youngest age, in years.
    /// Seen on: services, statement-of-purpose/part-3.
    pub from: Count,
    /// The oldest, where there is a limit.
    pub to: Option<Count>,
    /// Why, where a group that the home is registered for has other ages.
    /// Seen on: services, statement-of-purpose/part-3.
    pub why: Option<Text>,
}

/// A warning notice.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WarningNotice {
    /// What it is about.
    /// Seen on: rating, statement-of-purpose/part-3.
    pub about: Text,
    /// The day it was given.
    /// Seen on: rating, statement-of-purpose/part-3.
    pub given_on: Date,
    /// What is being done, a sentence each.
    /// Seen on: rating, statement-of-purpose/part-3.
    #[serde(default)]
    pub doing: Vec<Text>,
}

/// A number of places of one kind.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// The kind, in a few words: “for people living with dementia, in the top corridor”.
    /// Seen on: services, statement-of-purpose/part-3.
    pub kind: Text,
    /// How many.
    /// Seen on: services, statement-of-purpose/part-3.
    pub number: Count,
}

/// A need the home is for, and what it does about it.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
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
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(default)]
pub struct Rating {
    /// The rating as a whole. It must be there where the country gives one.
    /// Seen on: every page, papers/reception.
    pub overall: Option<Id>,
    /// What else is rated, each with its word, in the order in which they are written.
    /// Seen on: index, rating, statement-of-purpose/part-3.
    #[schemars(skip)]
    pub each: Vec<Rated>,
    /// The day on which the inspector gave it, as its own page shows it. It must be there: the law wants it beside every rating.
    /// What is rated on another day has a key of its own: `safe_given_on` beside `safe`.
    /// Seen on: every page, papers/reception.
    pub given_on: Option<Date>,
    /// The day the report was published, which is another.
    /// Seen on: index, rating, statement-of-purpose/part-3.
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
    /// Days that belong to something which is not rated here.
    #[serde(skip)]
    pub days_of_nothing: Vec<Id>,
}

/// Something that is rated, under the key that the country has for it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rated {
    /// The key: `well_led`.
    pub what: Id,
    /// The word: `good`.
    pub word: Id,
    /// The day on which it was given, where that is another than the day of the rest.
    pub given_on: Option<Date>,
}

impl Rating {
    /// The keys that a rating has in every country, apart from what is rated.
    pub const KEYS: [&'static str; 7] =
        ["overall", "given_on", "published_on", "checked_on", "inherited", "inherited_from", "since_then"];

    /// What ends the key of a day on which one thing was rated: `safe_given_on`.
    pub const ITS_DAY: &'static str = "_given_on";

    /// The word that was said of something, and on which day.
    #[must_use]
    pub fn of(&self, what: &str) -> Option<(&Id, Option<Date>)> {
        let rated = self.each.iter().find(|rated| rated.what.id == what)?;
        Some((&rated.word, rated.given_on.or(self.given_on)))
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
        let mut days: Vec<(Id, Date)> = Vec::new();
        while let Some(key) = keys.next_key::<Id>()? {
            match key.id.as_str() {
                "overall" => rating.overall = keys.next_value()?,
                "given_on" => rating.given_on = keys.next_value()?,
                "published_on" => rating.published_on = keys.next_value()?,
                "checked_on" => rating.checked_on = keys.next_value()?,
                "inherited" => rating.inherited = keys.next_value()?,
                "inherited_from" => rating.inherited_from = keys.next_value()?,
                "since_then" => rating.since_then = keys.next_value()?,
                of if of.ends_with(Rating::ITS_DAY) => days.push((key, keys.next_value()?)),
                _ => rating.each.push(Rated { what: key, word: keys.next_value()?, given_on: None }),
            }
        }
        for (key, day) in days {
            let of = key.id.trim_end_matches(Rating::ITS_DAY);
            match rating.each.iter_mut().find(|rated| rated.what.id == of) {
                Some(rated) => rated.given_on = Some(day),
                None => rating.days_of_nothing.push(key),
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

    /// The rating on one line: the word for the whole, or each thing that is rated with its word where the country has no such word,
    /// always with the day on which it was given. That there is none yet is said where the home says so; of silence nothing is.
    #[must_use]
    pub fn rating_in_short(&self, country: &Profile) -> Option<String> {
        let ratings = &country.ratings;
        let Some(rating) = self.rated(country) else { return self.rating.as_ref().map(|_| ratings.none.words.clone()) };
        let dated = |said: &str, day: Option<Date>| match day {
            Some(day) => format!("{said}, given on {day}"),
            None => said.to_owned(),
        };
        if let Some(word) = &rating.overall {
            return Some(dated(ratings.spelt(&word.id), rating.given_on));
        }
        let each = ratings.each.iter().filter_map(|rated| Some((&rated.label, rating.of(&rated.key)?)));
        let each = each.map(|(label, (word, day))| dated(&format!("{label}: {}", ratings.spelt(&word.id)), day));
        Some(each.collect::<Vec<_>>().join("; "))
    }
}
