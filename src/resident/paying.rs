//! Who pays for somebody's care, and what it costs them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Confidential, Text};
use crate::home::date::Date;
use crate::home::number::Money;
use crate::home::payer::Payer;

/// Paying.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Paying {
    /// Who pays: it chooses their route for a complaint.
    /// Class: C. Printed in: book, if-i-am-unhappy, what-it-costs-me, as a choice of words.
    pub route: Option<Payer>,
    /// The whole fee a week.
    /// Class: C. Printed in: what-it-costs-me alone.
    pub weekly: Option<Confidential<Money>>,
    /// The day from which it holds.
    /// Class: C. Printed in: what-it-costs-me alone.
    pub from: Option<Confidential<Date>>,
    /// What the resident pays of it a week.
    /// Class: C. Printed in: what-it-costs-me alone.
    pub you_pay: Option<Confidential<Money>>,
    /// What others pay of it a week.
    pub others_pay: Vec<Share>,
    /// How and when it is paid, a sentence each, to the resident as “you”.
    /// Class: C. Printed in: what-it-costs-me alone.
    pub how: Vec<Text>,
    /// What costs them extra, one each: “hairdresser, £14 on Thursdays”.
    /// Class: C. Printed in: what-it-costs-me alone.
    pub extras: Vec<Text>,
    /// Who looks after the money, as they wish it: a sentence to the resident as “you”.
    /// Class: C. Printed in: what-it-costs-me alone.
    pub who_looks_after_it: Option<Text>,
    /// Which council or NHS board pays: “Exampleshire Council”.
    /// Class: C. Printed in: if-i-am-unhappy, what-it-costs-me.
    pub payer: Option<Text>,
}

/// A part of the fee that somebody else pays.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Who: “Exampleshire Council”, “your son Pat, as a top-up”. It must be there.
    /// Class: C. Printed in: what-it-costs-me alone.
    pub who: Text,
    /// How much a week.
    /// Class: C. Printed in: what-it-costs-me alone.
    pub weekly: Option<Confidential<Money>>,
}
