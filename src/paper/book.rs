//! The book of a resident's pack: the names of its parts, as a theme and a record both write them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Parts of the book that a resident may leave out, or have shortened where the law wants them told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Today and tomorrow.
    FirstDays,
    /// Your day.
    YourDay,
    /// Meals.
    Meals,
    /// Your health.
    Health,
    /// Visitors and going out.
    Visiting,
    /// Things to do.
    ThingsToDo,
    /// Faith, culture and language.
    Belonging,
    /// Money and post.
    MoneyAndPost,
    /// Your plan, your decisions.
    Decisions,
    /// If you are unhappy.
    Unhappy,
    /// Someone on your side.
    Advocacy,
    /// Staying safe.
    Safety,
    /// Your contract and the fees.
    Contract,
    /// What we keep about you.
    Privacy,
    /// Words explained.
    WordsExplained,
}
