//! When a pack was gone through, and where its printed copies are.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Confidential, Text};
use crate::home::date::Date;

/// Going through a pack together.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Reviews {
    /// The day it was written or last changed: printed on the first page.
    /// Class: P. Printed in: book.
    pub written_on: Option<Confidential<Date>>,
    /// The day it was last gone through with the resident.
    /// Class: P. Printed in: book.
    pub gone_through_on: Option<Confidential<Date>>,
    /// Who went through it with them: “Jonah”.
    /// Class: P. Printed in: book.
    pub gone_through_with: Option<Text>,
    /// The day it is looked at again; without it, twelve months after the last time.
    /// Class: P. Printed in: book.
    pub look_again_on: Option<Confidential<Date>>,
}

/// A printed copy.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PrintedCopy {
    /// Which paper: `book`, `who-to-call`. It must be there.
    /// Class: P.
    pub paper: crate::home::Id,
    /// Where it is. It must be there.
    /// Class: P. Shown by `homepack resident leave`.
    pub r#where: Whereabouts,
    /// The day it was printed.
    /// Class: P.
    pub printed_on: Option<Confidential<Date>>,
}

/// Where a printed copy lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Whereabouts {
    /// In the resident's room.
    Room,
    /// On a wall or a door.
    Wall,
    /// In a handbag or wallet.
    Handbag,
    /// In the bag for hospital.
    HospitalBag,
    /// With the staff.
    StaffRoom,
    /// With family or friends.
    Family,
    /// With somebody who writes it in braille or reads it aloud.
    Transcriber,
}
