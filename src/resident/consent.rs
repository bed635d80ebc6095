//! What a resident said yes to. Without a yes, or when it was taken back, the fact is in no paper.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Confidential;
use crate::home::date::Date;

/// A yes.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// To what. It must be there.
    /// Class: P. Printed in: book, as a list of what they said yes to.
    pub to: To,
    /// The day of the yes. Without it there is no yes.
    /// Class: P. Printed in: book.
    pub yes_on: Option<Confidential<Date>>,
    /// The day it was taken back.
    /// Class: P.
    pub withdrawn_on: Option<Confidential<Date>>,
    /// The day on which we ask again.
    /// Class: P.
    pub ask_again_on: Option<Confidential<Date>>,
}

/// What somebody can say yes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum To {
    /// A page about them for staff and for the hospital bag.
    AboutMe,
    /// Their date of birth on that page.
    DateOfBirth,
    /// Their NHS number on that page.
    NhsNumber,
    /// Their name on their door.
    NameOnDoor,
    /// Their faith in their papers.
    Faith,
    /// Their culture in their papers.
    Culture,
    /// What they say of sight, hearing, memory and surroundings in their papers.
    Senses,
    /// Their life story in a booklet.
    LifeStory,
    /// Their wishes for the end of life on a page of their own.
    EndOfLife,
    /// Who may help them decide.
    HelpToDecide,
    /// How they vote: by post, at the polling station.
    Voting,
    /// Sharing what they need when people talk with them.
    Sharing,
    /// Photographs of them.
    Photographs,
    /// Outings.
    Outings,
}
