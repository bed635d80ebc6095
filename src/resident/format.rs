//! In which print, on which paper and in which edition a resident reads.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Confidential;
use crate::home::Id;
use crate::home::date::Date;

/// A resident's format.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OwnFormat {
    /// The size of print in points. Without it: large print, 18 point.
    /// Class: S, because it tells of sight.
    pub points: Option<Points>,
    /// The typeface, by its name in the theme: `atkinson`, `arimo`, `lexend`.
    /// Class: S.
    pub typeface: Option<Id>,
    /// The colour of paper, by its name in the theme: `white`, `cream`, `yellow`.
    /// Class: S.
    pub paper: Option<Id>,
    /// The edition.
    /// Class: S.
    pub edition: Edition,
    /// `yes` where ruled lines for notes are wanted.
    /// Class: P.
    pub lines_for_notes: Option<bool>,
    /// The day they were asked about all this.
    /// Class: P.
    pub asked_on: Option<Confidential<Date>>,
}

/// The sizes of print that a pack comes in, in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
pub enum Points {
    /// Clear print.
    #[serde(rename = "14")]
    P14,
    /// Large print, small.
    #[serde(rename = "16")]
    P16,
    /// Large print.
    #[serde(rename = "18")]
    P18,
    /// Large print, bigger.
    #[serde(rename = "20")]
    P20,
    /// Giant print.
    #[serde(rename = "24")]
    P24,
    /// The largest: beyond it a recording serves better.
    #[serde(rename = "28")]
    P28,
}

impl Points {
    /// The number of points.
    #[must_use]
    pub fn get(self) -> u8 {
        match self {
            Points::P14 => 14,
            Points::P16 => 16,
            Points::P18 => 18,
            Points::P20 => 20,
            Points::P24 => 24,
            Points::P28 => 28,
        }
    }
}

/// The two ways a book is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Edition {
    /// A book with parts.
    #[default]
    Standard,
    /// One subject a page, short sentences, nothing that rests on the page before.
    OneThingAtATime,
}
