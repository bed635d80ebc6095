//! The people in a resident's life, who may speak for them, and how they decide.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Confidential, Text};
use crate::home::date::Date;
use crate::home::reach::Phone;

/// Somebody close.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// Their name as the resident uses it: “Pat”. It must be there.
    /// Class: P, of somebody else. Printed in: book, who-to-call, about-me, only with `knows_on`.
    pub name: Text,
    /// Who they are to the resident: “your son”.
    /// Class: P, of somebody else. Printed in: book, who-to-call, about-me.
    pub relation: Option<Text>,
    /// Their number.
    /// Class: P, of somebody else. Printed in: book, who-to-call, about-me.
    pub phone: Option<Confidential<Phone>>,
    /// `yes` where the number is for texts alone.
    /// Class: P. Printed in: who-to-call, about-me, as a choice of words.
    pub by_text: Option<bool>,
    /// When to ring them: “at any hour”, “after 9am”.
    /// Class: P. Printed in: who-to-call, about-me.
    pub when: Option<Text>,
    /// The day they were told, and agreed, that their name and number stand in the pack. Without it they are not printed.
    /// Class: P.
    pub knows_on: Option<Confidential<Date>>,
}

/// Somebody who may speak or act for a resident.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Spokesperson {
    /// What gives them their say. It must be there.
    /// Class: C. Printed in: book, about-me, as a choice of words.
    pub kind: Say,
    /// Their name. It must be there.
    /// Class: C. Printed in: book, about-me.
    pub name: Text,
    /// Who they are to the resident: “your daughter”.
    /// Class: C. Printed in: book, about-me.
    pub relation: Option<Text>,
    /// Their number.
    /// Class: C. Printed in: book, about-me.
    pub phone: Option<Confidential<Phone>>,
    /// The day we saw the paper that gives it to them. Without it an attorney or deputy is not named.
    /// Class: C. Printed in: book.
    pub seen_on: Option<Confidential<Date>>,
}

/// What gives somebody a say. A Relevant Person's Representative is not among them: naming one would tell that somebody's freedom
/// is limited by law, which no record says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Say {
    /// A lasting power of attorney for health and welfare.
    HealthAttorney,
    /// A lasting power of attorney for property and money.
    MoneyAttorney,
    /// A deputy of the Court of Protection for health and welfare.
    HealthDeputy,
    /// A deputy of the Court of Protection for property and money.
    MoneyDeputy,
    /// An advocate who does not work for the home.
    Advocate,
}

/// How somebody decides.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Deciding {
    /// What helps them to decide, in their own words: “Show me both and I will point.”
    /// Class: P or S. Printed in: book, about-me.
    pub what_helps: Vec<Text>,
    /// Who may help them decide, only as they wish it, one each: “your sister Ann, about money”.
    /// Class: P. Printed in: book, with a yes to `help-to-decide`.
    pub who_may_help: Vec<Text>,
    /// `yes` where there is nobody but paid staff to stand by them: it gives them a right to an advocate in big decisions.
    /// Class: C. Printed in: book, as a choice of words.
    pub nobody_to_stand_by: Option<bool>,
}
