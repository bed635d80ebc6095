//! `self-assessment.yaml`: the ten considerations of SCIE's briefing, for the home's own use. Nothing of it is ever printed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
use super::date::Date;

/// What the home thinks of itself.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SelfAssessment {
    /// Answers to the ten considerations.
    pub considerations: Vec<Answer>,
    /// Contracts with councils and the NHS.
    pub contracts: Vec<Contract>,
}

/// An answer to one consideration.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Which of the ten.
    pub consideration: Consideration,
    /// What the home found.
    pub answer: Text,
    /// When.
    pub on: Date,
    /// What it will do next.
    pub next: Option<Text>,
}

/// The ten things SCIE asks managers to consider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Consideration {
    /// Local needs and strategies.
    LocalNeeds,
    /// Whether the service answers them.
    Response,
    /// Whether to diversify.
    Diversify,
    /// Whether the Statement of Purpose is personal.
    Statement,
    /// Information and advice.
    Information,
    /// Advocacy.
    Advocacy,
    /// An enabling culture.
    Culture,
    /// The complaints procedure.
    Complaints,
    /// Changes in commissioning.
    Commissioning,
    /// Support for people living with dementia.
    Dementia,
}

/// A contract with a commissioner.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// With whom.
    pub commissioner: Text,
    /// What kind.
    pub kind: Text,
    /// When it ends.
    pub ends: Option<Date>,
}
