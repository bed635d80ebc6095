//! `finding-us.yaml`: how to get here, and what to look for.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
use super::number::Count;

/// Getting here.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FindingUs {
    /// By bus, a sentence each.
    /// Seen on: finding-us.
    pub by_bus: Vec<Text>,
    /// By train.
    /// Seen on: finding-us.
    pub by_train: Vec<Text>,
    /// By car.
    /// Seen on: finding-us.
    pub by_car: Vec<Text>,
    /// On foot, by bicycle or wheelchair.
    /// Seen on: finding-us.
    pub on_foot_or_wheels: Vec<Text>,
    /// Parking places.
    /// Seen on: finding-us.
    pub parking_places: Option<Count>,
    /// Of these, for blue badge holders.
    /// Seen on: finding-us.
    pub blue_badge_places: Option<Count>,
    /// What the house looks like.
    /// Seen on: finding-us.
    pub what_it_looks_like: Option<Text>,
    /// The entrance: steps, bell, lights.
    /// Seen on: finding-us.
    pub entrance: Vec<Text>,
    /// Who greets you.
    /// Seen on: finding-us.
    pub who_greets_you: Option<Text>,
}
