//! `statement.yaml`: the Statement of Purpose itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::Date;
use super::{Id, Text};

/// The Statement of Purpose: its version and dates, and what the home is for.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Statement {
    /// Its version: “7”.
    /// Seen on: statement-of-purpose/index.
    pub version: Option<Text>,
    /// Its date.
    /// Seen on: statement-of-purpose/index.
    pub date: Option<Date>,
    /// When it is looked at again.
    /// Seen on: statement-of-purpose/index.
    pub review_on: Option<Date>,
    /// Who approved it, by `id`; a draft until then.
    /// Seen on: statement-of-purpose/index.
    pub approved_by: Option<Id>,
    /// The day it was approved.
    /// Seen on: statement-of-purpose/index.
    pub approved_on: Option<Date>,
    /// The day the inspector was told of this version.
    /// Seen on: statement-of-purpose/index.
    pub inspector_told_on: Option<Date>,
    /// What the home is here for.
    /// Seen on: statement-of-purpose/part-2.
    pub aims: Vec<Text>,
    /// What it sets out to do, each with a measure where there is one.
    pub objectives: Vec<Objective>,
    /// How people who live here are at the centre: person and relationships.
    /// Seen on: statement-of-purpose/part-2.
    pub philosophy: Vec<Text>,
}

/// Something the home sets out to do.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// What, as a sentence to the reader.
    /// Seen on: statement-of-purpose/part-2.
    pub what: Text,
    /// How anybody can see whether it is done.
    /// Seen on: statement-of-purpose/part-2.
    pub measure: Option<Text>,
}
