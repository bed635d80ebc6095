//! The staff a resident meets first, by the names they use in the house.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Confidential, Text};
use crate::home::date::Date;
use crate::home::reach::Phone;

/// A member of staff, for one resident.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Worker {
    /// Their name as the resident uses it: “Jonah”. It must be there.
    /// Class: P. Printed in: book, who-to-call, my-week, about-me.
    pub name: Text,
    /// Their number at work, where the resident may ring it.
    /// Class: P. Printed in: book, who-to-call.
    pub phone: Option<Confidential<Phone>>,
    /// When they are usually here: “in the mornings, Monday to Friday”.
    /// Class: P. Printed in: book, who-to-call.
    pub usually_here: Option<Text>,
    /// The days on which they are usually here, so that a day that nobody covers is found: `[monday, tuesday]`.
    /// Class: P.
    #[serde(default)]
    pub days: Vec<Day>,
    /// What is good to know about them, a sentence or two.
    /// Class: P. Printed in: book.
    pub about: Option<Text>,
    /// The last day they are the resident's; from the next day on they are not named.
    /// Class: P.
    pub until: Option<Confidential<Date>>,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Day {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Day {
    /// The week, each day with its name.
    pub const WEEK: [(Day, &'static str); 7] = [
        (Day::Monday, "Monday"),
        (Day::Tuesday, "Tuesday"),
        (Day::Wednesday, "Wednesday"),
        (Day::Thursday, "Thursday"),
        (Day::Friday, "Friday"),
        (Day::Saturday, "Saturday"),
        (Day::Sunday, "Sunday"),
    ];
}

/// Who comes on one of the first days.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FirstDay {
    /// When, in full: “Monday 1 March, in the morning”. It must be there.
    /// Class: P. Printed in: book.
    pub when: Text,
    /// Who comes, and what for: “Jonah brings you tea and shows you the house”. It must be there.
    /// Class: P. Printed in: book.
    pub what: Text,
}
