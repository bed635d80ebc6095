//! `units.yaml`: the parts of a home, where it has several: each with its own name, places, staff and people who pay.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::number::Count;
use super::payer::Payer;
use super::people::Shift;
use super::{Id, Text};

/// The parts of a home.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Units {
    /// The parts, in the order in which one walks through them.
    pub units: Vec<Unit>,
}

/// A part of a home: a wing, a floor, a house.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// A short name for use in these files: `larch`. It must be there.
    pub id: Id,
    /// Its name: “Larch”. It must be there.
    /// Seen on: people, services, statement-of-purpose/part-3.
    pub name: Text,
    /// Where it is: “on the first floor”.
    /// Seen on: services, statement-of-purpose/part-3.
    pub floor: Option<Text>,
    /// Its door: how it opens, and who opens it.
    /// Seen on: services, statement-of-purpose/part-3.
    pub door: Option<Text>,
    /// How many people live or stay there.
    /// Seen on: services, statement-of-purpose/part-3.
    pub places: Option<Count>,
    /// The kind of care, and for whom: “nursing care for people who are ill for a long time”.
    /// Seen on: services, statement-of-purpose/part-3.
    pub care: Option<Text>,
    /// Who is on duty there, by day and by night.
    #[serde(default)]
    pub on_duty: Vec<Shift>,
    /// Who can pay for a place there; everybody who can pay for a place in the home where this is left out.
    /// Seen on: services, statement-of-purpose/part-3.
    #[serde(default)]
    pub payers: Vec<Payer>,
    /// What else is good to know about it, a sentence each.
    /// Seen on: services, statement-of-purpose/part-3.
    #[serde(default)]
    pub about: Vec<Text>,
}
