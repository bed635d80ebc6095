//! Since when somebody lives here, from where, for how long, and with whom.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Confidential, Text};
use crate::home::date::Date;
use crate::home::payer;

/// A stay.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Stay {
    /// The day they moved in, or will.
    /// Class: P. Printed in: book.
    pub moved_in: Option<Confidential<Date>>,
    /// From where: it decides which words about settling in help.
    /// Class: P. Printed in: book, as a choice of words.
    pub from: Option<From>,
    /// For how long.
    /// Class: P. Printed in: book, as a choice of words.
    pub kind: payer::Stay,
    /// The last day of a stay with an end.
    /// Class: P. Printed in: book.
    pub until: Option<Confidential<Date>>,
    /// What a stay with an end works towards, in their own words.
    /// Class: P or S. Printed in: book.
    pub working_towards: Vec<Text>,
    /// What is being got ready for going home, a sentence each, to the resident as “you”.
    /// Class: P. Printed in: book.
    pub going_home: Vec<Text>,
}

/// Where somebody comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum From {
    /// A home of their own.
    OwnHome,
    /// Another care home.
    AnotherHome,
    /// Hospital.
    Hospital,
    /// The home of their family.
    Family,
}

/// Two people who share their life here. Each has a record and a pack of their own.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Couple {
    /// What the other is called. It must be there.
    /// Class: P, may be S. Printed in: book, about-me.
    pub partner: Text,
    /// What they are to each other: “your husband”.
    /// Class: P, may be S. Printed in: book.
    pub relation: Option<Text>,
    /// `yes` where they share a room.
    /// Class: P. Printed in: book, as a choice of words.
    pub share_a_room: Option<bool>,
    /// What they want kept as a couple, a sentence each, in their own words.
    /// Class: P. Printed in: book.
    #[serde(default)]
    pub together: Vec<Text>,
}
