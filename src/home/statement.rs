//! `statement.yaml`: the Statement of Purpose itself.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::{Id, Text};

/// The Statement of Purpose: its version and dates, and what the home is for.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Statement {
    /// Its version: “7”.
    pub version: Option<Text>,
    /// Its date.
    pub date: Option<Date>,
    /// When it is looked at again.
    pub review_on: Option<Date>,
    /// Who approved it, by `id`; a draft until then.
    pub approved_by: Option<Id>,
    /// The day it was approved.
    pub approved_on: Option<Date>,
    /// The day CQC was told of this version.
    pub sent_to_cqc_on: Option<Date>,
    /// What the home is here for.
    pub aims: Vec<Text>,
    /// What it sets out to do, each with a measure where there is one.
    pub objectives: Vec<Objective>,
    /// How people who live here are at the centre: person and relationships.
    pub philosophy: Vec<Text>,
}

/// Something the home sets out to do.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// What, as a sentence to the reader.
    pub what: Text,
    /// How anybody can see whether it is done.
    pub measure: Option<Text>,
}
