//! Who lives in a home: one record a resident, as the office and the resident wrote it together.
//!
//! Comes from: `read::resident`, out of `private/residents/<home>/<id>.yaml`. Goes to: `compose::pack`, and nowhere else. Every word
//! here is [`Personal`]: it can be read by that resident and the staff who help them, and no function leads from it to anything
//! public.
//!
//! Each key says its class in data protection law. **P** is ordinary personal data; **S** is special category data (UK GDPR,
//! Article 9: health, religion, ethnicity, sexual life); **C** is confidential though not of that kind (money, family). What must
//! never be printed has no key at all: medicines, a diagnosis, whether somebody's freedom is limited by law, who must not visit
//! or be told. Such things belong in the plan of care.

mod agreed;
pub mod communication;
pub mod confidential;
pub mod consent;
pub mod copies;
pub mod daily;
pub mod format;
pub mod identity;
pub mod life;
pub mod paying;
pub mod people;
pub mod schema;
pub mod staff;
pub mod stay;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::home::Id;
use crate::paper::book::Part;
use crate::text::Personal;

pub use confidential::Confidential;

/// A text in a resident's record. It has no `Display`, and its `Debug` shows no letter.
pub type Text = crate::text::Text<Personal>;

/// A resident's record. Every key but `id` and `name` may be left out: what is not there is not said.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Resident {
    /// Drawn once when the record is made, and never changed: the name of the record's file, of the pack's folder and of its files.
    /// Class: not personal by itself.
    #[serde(skip_serializing)]
    pub id: Id,
    /// What they are called.
    pub name: identity::Name,
    /// Their room.
    #[serde(default)]
    pub room: identity::Room,
    /// Since when they live here, from where, for how long.
    #[serde(default)]
    pub stay: stay::Stay,
    /// With whom they share their life here.
    pub couple: Option<stay::Couple>,
    /// Their key worker.
    pub key_worker: Option<staff::Worker>,
    /// Who stands in on the key worker's days off.
    pub back_up: Option<staff::Worker>,
    /// Who comes on the first days.
    #[serde(default)]
    pub first_days: Vec<staff::FirstDay>,
    /// What matters most to them, in their own words, a sentence each: “I like the window open.” Five at most.
    /// Class: P, may become S. Printed in: book, about-me.
    #[serde(default)]
    pub what_matters: Vec<Text>,
    /// What a good day is like, in their own words.
    /// Class: P or S. Printed in: about-me, with a yes to `about-me`.
    #[serde(default)]
    pub good_day: Vec<Text>,
    /// What a bad day is like, and what helps, in their own words.
    /// Class: P or S. Printed in: about-me, with a yes to `about-me`.
    #[serde(default)]
    pub bad_day: Vec<Text>,
    /// Their life.
    #[serde(default)]
    pub life: life::Life,
    /// Their day as they like it, in their own words.
    #[serde(default)]
    pub routines: Vec<daily::Routine>,
    /// Food and drink.
    #[serde(default)]
    pub food: daily::Food,
    /// Things to do that grow out of their life.
    #[serde(default)]
    pub things_to_do: Vec<daily::ThingToDo>,
    /// Their own week.
    #[serde(default)]
    pub week: Vec<daily::OwnDay>,
    /// Faith, culture and language.
    #[serde(default)]
    pub belonging: life::Belonging,
    /// How they and we understand each other: the Accessible Information Standard's six steps.
    #[serde(default)]
    pub communication: communication::Communication,
    /// Sight, hearing and memory, only as they want it said.
    #[serde(default)]
    pub senses: communication::Senses,
    /// Getting about, and what they use for it.
    #[serde(default)]
    pub moving_about: communication::MovingAbout,
    /// Family and friends, in the order in which they want to be rung.
    #[serde(default)]
    pub people: Vec<people::Close>,
    /// Attorneys, deputies, an advocate or a representative.
    #[serde(default)]
    pub speaks_for_me: Vec<people::Spokesperson>,
    /// How they decide.
    #[serde(default)]
    pub deciding: people::Deciding,
    /// Who pays, and what it costs.
    #[serde(default)]
    pub paying: paying::Paying,
    /// Pets, and things they brought.
    #[serde(default)]
    pub brought: daily::Brought,
    /// Voting, post and telephone.
    #[serde(default)]
    pub post_and_phone: daily::PostAndPhone,
    /// Wishes for the end of life, in their own words.
    /// Class: S. Printed in: my-wishes alone, with a yes to `end-of-life`.
    #[serde(default)]
    pub end_of_life: Vec<Text>,
    /// What they said yes to, each with its day.
    #[serde(default)]
    pub consents: Vec<consent::Consent>,
    /// In which print, on which paper, in which edition.
    #[serde(default)]
    pub format: format::OwnFormat,
    /// Parts of the book that they want left out, by their names. What the law wants everybody told is shortened, and stays.
    /// Class: P.
    #[serde(default)]
    pub leave_out: Vec<Part>,
    /// The home's papers that they want in their own print, by the papers' names: `visiting`, `statement-of-purpose`.
    /// Class: P.
    #[serde(default)]
    pub leaflets: Vec<Id>,
    /// When the pack was gone through, and when it is looked at again.
    #[serde(default)]
    pub pack: copies::Reviews,
    /// Where printed copies are, so that they can be collected.
    #[serde(default)]
    pub printed_copies: Vec<copies::PrintedCopy>,
}

/// Whether letters can be an id: it becomes the name of a folder and of files.
#[must_use]
pub fn is_id(id: &str) -> bool {
    (4..=32).contains(&id.len())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && id.starts_with(|c: char| c.is_ascii_lowercase())
}
