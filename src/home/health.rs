//! `health.yaml`: staying well, medicines, your plan, hospital, the end of life.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
use super::number::{Count, Percent};

/// Health and care.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Health {
    /// Keeping your own GP, or having the home's.
    /// Seen on: health, statement-of-purpose/extra.
    pub gp: Vec<Text>,
    /// Services: who, how to get them, what they cost.
    pub services: Vec<HealthService>,
    /// Medicines, a sentence each.
    /// Seen on: health, statement-of-purpose/extra.
    pub medicines: Vec<Text>,
    /// Plain promises: falls, skin, mouth, drinking, weight.
    pub promises: Vec<Promise>,
    /// The plan of your care.
    pub plan: Plan,
    /// Help with washing, dressing and the toilet, in private.
    /// Seen on: health.
    pub personal_care: Vec<Text>,
    /// How people work together for you: nurses, therapists, the council.
    /// Seen on: health.
    pub working_together: Vec<Text>,
    /// Equipment and things that help.
    /// Seen on: health, statement-of-purpose/part-3.
    pub equipment: Vec<Text>,
    /// Going to hospital.
    /// Seen on: health.
    pub hospital: Vec<Text>,
    /// For how many weeks a room is kept while somebody is in hospital.
    /// Seen on: contract, health.
    pub room_kept_weeks: Option<Count>,
    /// `yes` where the home offers to fill in the Herbert Protocol with you.
    /// Seen on: a-to-z, health.
    pub herbert_protocol: Option<bool>,
    /// Colds, flu, vaccination: your choice.
    /// Seen on: health.
    pub infections: Vec<Text>,
    /// Care at the end of life.
    pub end_of_life: EndOfLife,
}

/// A health service.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HealthService {
    /// What it is.
    /// Seen on: health.
    pub name: Text,
    /// Who comes, how often, how to ask.
    /// Seen on: health.
    pub how: Text,
    /// What it costs: “free”, “£28 a visit”.
    /// Seen on: health.
    pub cost: Option<Text>,
}

/// A plain promise, and how it is checked.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// What it is about.
    /// Seen on: health.
    pub about: Text,
    /// What we do.
    /// Seen on: health.
    pub we_do: Text,
}

/// The plan of a person's care.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Plan {
    /// Within how many days of moving in it is written with you.
    /// Seen on: health, statement-of-purpose/extra.
    pub within_days: Option<Count>,
    /// How often we go through it with you: “every month”.
    /// Seen on: health, statement-of-purpose/extra.
    pub reviewed: Option<Text>,
    /// Who is there, what you decide, your copy. A sentence each.
    /// Seen on: health, statement-of-purpose/extra.
    pub about: Vec<Text>,
}

/// Care at the end of life. A gentle tone: it may be talked about at any time, or never.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EndOfLife {
    /// Talking about it, or not.
    /// Seen on: end-of-life, statement-of-purpose/extra.
    pub talking: Vec<Text>,
    /// What can be written down.
    /// Seen on: end-of-life.
    pub planning: Vec<Text>,
    /// What you can choose: place, people, music, faith.
    /// Seen on: end-of-life, statement-of-purpose/extra.
    pub choices: Vec<Text>,
    /// The people close to you.
    /// Seen on: end-of-life.
    pub your_people: Vec<Text>,
    /// After a death.
    /// Seen on: end-of-life.
    pub afterwards: Vec<Text>,
    /// How many of the care staff have learned about it.
    /// Seen on: end-of-life.
    pub training_percent: Option<Percent>,
}
