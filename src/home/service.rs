//! `services/*.yaml`: one service a file, a page each.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::number::{Count, Percent};
use super::{Id, Text};
use crate::name::Name;

/// A service: living here, a short stay, support with dementia, intermediate care.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// What it is called on the website, from its file's name; never written in the file.
    #[serde(skip_deserializing, default = "unnamed")]
    pub id: Name,
    /// Its file's name without the ending, as it was written.
    #[serde(skip)]
    pub written: String,
    /// Its name as a reader would ask for it: “A short stay”. It must be there.
    /// Seen on: a-to-z, decisions, end-of-life, freedom, health, services, services/…, statement-of-purpose/part-3.
    pub name: Text,
    /// Where it comes in the list: 1 is first.
    /// Seen on: decisions, end-of-life, freedom, health, services, services/…, statement-of-purpose/part-3.
    pub order: Option<Count>,
    /// What it is, in a sentence or two. It must be there.
    /// Seen on: services, services/…, statement-of-purpose/part-3.
    pub summary: Text,
    /// Whom it is for.
    /// Seen on: services/…, statement-of-purpose/part-3.
    pub for_whom: Option<Text>,
    /// How we support you: each a sentence or two that names a choice, a preference or a relationship.
    /// Seen on: services/….
    #[serde(default)]
    pub how: Vec<Text>,
    /// What you choose.
    /// Seen on: services/….
    #[serde(default)]
    pub you_choose: Vec<Text>,
    /// Who helps you.
    /// Seen on: services/….
    #[serde(default)]
    pub who_helps: Vec<Text>,
    /// How many of the staff have learned what it needs.
    /// Seen on: services/….
    pub training_percent: Option<Percent>,
    /// What was learned.
    /// Seen on: services/….
    pub training: Option<Text>,
    /// The place.
    /// Seen on: services/….
    #[serde(default)]
    pub surroundings: Vec<Text>,
    /// Things to do.
    /// Seen on: services/….
    #[serde(default)]
    pub things_to_do: Vec<Text>,
    /// How your life so far shapes it.
    /// Seen on: services/….
    pub life_history: Option<Text>,
    /// Relatives and friends.
    /// Seen on: services/….
    #[serde(default)]
    pub your_people: Vec<Text>,
    /// When it can be had: days, evenings, nights, weekends.
    /// Seen on: services/….
    pub when: Option<Text>,
    /// How long it lasts.
    /// Seen on: services/….
    pub how_long: Option<Text>,
    /// What it aims at, and who sets the aims.
    /// Seen on: services/….
    #[serde(default)]
    pub goals: Vec<Text>,
    /// How to ask for it or book it.
    /// Seen on: services/….
    #[serde(default)]
    pub how_to_ask: Vec<Text>,
    /// What to bring.
    /// Seen on: services/….
    #[serde(default)]
    pub bring: Vec<Text>,
    /// What it costs, or where that is said.
    /// Seen on: services/….
    pub cost: Option<Text>,
    /// Care between hospital and home.
    pub intermediate: Option<Intermediate>,
    /// Who to ask, by `id`.
    /// Seen on: services/….
    pub ask: Option<Id>,
}

/// What stands for a service's name until its file's own is known.
fn unnamed() -> Name {
    Name::of("service").expect("it is a name")
}

/// Care between hospital and home.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Intermediate {
    /// The one person to turn to, by `id`.
    /// Seen on: services/….
    pub contact: Option<Id>,
    /// Who is in the team.
    /// Seen on: services/….
    #[serde(default)]
    pub team: Vec<Text>,
    /// How going home is planned.
    /// Seen on: services/….
    #[serde(default)]
    pub going_home: Vec<Text>,
    /// Changes to your own home.
    /// Seen on: services/….
    pub adaptations: Option<Text>,
    /// Your family and friends.
    /// Seen on: services/….
    pub your_people: Option<Text>,
    /// After you have left.
    /// Seen on: services/….
    #[serde(default)]
    pub after_leaving: Vec<Text>,
}
