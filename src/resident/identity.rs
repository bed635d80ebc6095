//! What a resident is called, and their room.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Confidential, Text};
use crate::home::Id;
use crate::home::date::Date;

/// What they are called.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// What they want to be called: “Mrs Bea”. It must be there.
    /// Class: P. Printed in: every paper of the pack but the leaflets.
    pub preferred: Text,
    /// How to say it: “BEE-ah”.
    /// Class: P. Printed in: book, about-me.
    pub say_it_like: Option<Text>,
    /// The whole name.
    /// Class: P. Printed in: about-me, with a yes to `about-me`.
    pub full: Option<Text>,
    /// Pronouns as they gave them when asked, never guessed from a title: “she and her”.
    /// Class: P, may be S. Printed in: book, about-me.
    pub pronouns: Option<Text>,
    /// The day they were asked.
    /// Class: P.
    pub pronouns_asked_on: Option<Confidential<Date>>,
    /// Date of birth. Never on a cover.
    /// Class: P. Printed in: about-me, with a yes to `date-of-birth`.
    pub born: Option<Confidential<Date>>,
    /// NHS number.
    /// Class: treated as S. Printed in: about-me, with a yes to `nhs-number`.
    pub nhs_number: Option<Text>,
}

/// A room.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Room {
    /// Its number or name: “14”.
    /// Class: P. Printed in: book, about-me.
    pub number: Option<Text>,
    /// The part of the home, by its `id` in `units.yaml`: it decides which terms are theirs.
    /// Class: P. Printed in: book, as a choice of words.
    pub unit: Option<Id>,
    /// The wing or the part of the house: “Mallow wing”.
    /// Class: P. Printed in: book.
    pub wing: Option<Text>,
    /// Where it is, as one says it: “on the ground floor, beside the garden room”.
    /// Class: P. Printed in: book.
    pub where_it_is: Option<Text>,
    /// Where the toilet nearest to their bed is: “behind the sliding door beside your bed”.
    /// Class: P. Printed in: book.
    pub toilet: Option<Text>,
    /// The extension or the number of the telephone in it.
    /// Class: P. Printed in: book, who-to-call.
    pub phone: Option<Text>,
    /// What is good to know about it, a sentence each, to the resident as “you”.
    /// Class: P. Printed in: book.
    pub about: Vec<Text>,
    /// The name for the door.
    /// Class: P. Printed in: book, as a sentence, with a yes to `name-on-door`.
    pub name_on_door: Option<Text>,
}
