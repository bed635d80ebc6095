//! `home.yaml`: what identifies the home, where it is, whom it is for, and its rating.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::number::Count;
use super::reach::{Address, Email, Phone, WebAddress};
use super::{Id, Text};

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
    /// The country whose law applies; `england` is the one homepack knows so far, and what it takes where this is left out.
    pub country: Option<Country>,
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
    /// CQC's number for this place, such as 1-000000001.
    /// Seen on: index, papers/reception, rating, statement-of-purpose/part-3.
    pub cqc_location_id: Option<Text>,
    /// CQC's service types, by code: CHS (without nursing), CHN (with nursing).
    /// Seen on: statement-of-purpose/part-3.
    #[serde(default)]
    pub service_types: Vec<Id>,
    /// Regulated activities, as on the certificate.
    /// Seen on: statement-of-purpose/part-3.
    #[serde(default)]
    pub regulated_activities: Vec<Id>,
    /// CQC's service user bands, as ticked in the registration.
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

/// The countries of the United Kingdom whose rules homepack knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Country {
    /// England.
    England,
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
    /// CQC's band that it belongs to.
    /// Seen on: services, statement-of-purpose/part-2.
    pub band: Id,
    /// What the home does, as a sentence or two to the reader.
    /// Seen on: services, statement-of-purpose/part-2.
    pub how: Text,
}

/// The inspector's rating. Leave the whole of it out, or write `overall: not-yet-rated`, while there is none.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// The rating as a whole. It must be there.
    /// Seen on: every page, papers/reception.
    pub overall: Word,
    /// Whether people are kept safe.
    /// Seen on: index, rating, statement-of-purpose/part-3.
    pub safe: Option<Word>,
    /// Whether care works.
    /// Seen on: index, rating, statement-of-purpose/part-3.
    pub effective: Option<Word>,
    /// Whether staff are kind.
    /// Seen on: index, rating, statement-of-purpose/part-3.
    pub caring: Option<Word>,
    /// Whether the home answers to what people need.
    /// Seen on: index, rating, statement-of-purpose/part-3.
    pub responsive: Option<Word>,
    /// Whether it is well led.
    /// Seen on: index, rating, statement-of-purpose/part-3.
    pub well_led: Option<Word>,
    /// The day CQC published it.
    /// Seen on: index, papers/reception, rating, statement-of-purpose/part-3.
    pub published_on: Option<Date>,
    /// The day somebody here last compared this with CQC's own page.
    /// Seen on: rating.
    pub checked_on: Option<Date>,
    /// `yes` where it was given to another provider, before this one took the home over.
    /// Seen on: every page, papers/reception.
    pub inherited: Option<bool>,
    /// Who ran the home when it was given.
    pub inherited_from: Option<Text>,
    /// What has changed since, a sentence each; shown after the rating, never instead of it.
    /// Seen on: index, rating, statement-of-purpose/part-3.
    #[serde(default)]
    pub since_then: Vec<Text>,
}

/// CQC's words for a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// The best.
    Outstanding,
    /// Good.
    Good,
    /// Not as good as it should be.
    RequiresImprovement,
    /// Bad.
    Inadequate,
    /// No rating yet.
    NotYetRated,
}

impl Word {
    /// As CQC spells it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Word::Outstanding => "Outstanding",
            Word::Good => "Good",
            Word::RequiresImprovement => "Requires improvement",
            Word::Inadequate => "Inadequate",
            Word::NotYetRated => "Not yet rated",
        }
    }
}
