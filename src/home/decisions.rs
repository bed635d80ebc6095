//! `decisions.yaml`: how people decide here and are helped to; risk, privacy, freedom.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;

/// Making decisions.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Decisions {
    /// What is yours to decide, as examples.
    /// Seen on: decisions.
    pub yours_to_decide: Vec<Text>,
    /// How we help somebody to decide: time, pictures, the right person, the right hour.
    /// Seen on: decisions, statement-of-purpose/extra.
    pub how_we_help: Vec<Text>,
    /// Ways to say what you want without words.
    /// Seen on: decisions.
    pub ways_to_say: Vec<Text>,
    /// Taking risks: how they are talked through.
    /// Seen on: decisions.
    pub taking_risks: Vec<Text>,
    /// Saying no, and changing one's mind.
    /// Seen on: decisions.
    pub saying_no: Vec<Text>,
    /// Attorneys and deputies: what we ask to see, what they can decide.
    /// Seen on: decisions.
    pub attorneys: Vec<Text>,
    /// If one decision is too much for somebody: who is asked, how their wishes count.
    /// Seen on: decisions.
    pub if_you_cannot_decide: Vec<Text>,
    /// The front door, codes, keys: why, and who can have them.
    /// Seen on: decisions, freedom.
    pub front_door: Vec<Text>,
    /// If somebody's freedom has to be limited: what the law asks and who to question.
    /// Seen on: freedom.
    pub freedom: Vec<Text>,
    /// Sensors, mats, monitors: only with a yes, or a decision in somebody's best interests.
    /// Seen on: decisions, freedom, safety.
    pub sensors: Option<Text>,
}
