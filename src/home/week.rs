//! `week.yaml`: what there is to eat and to do, day by day.

use jiff::ToSpan as _;
use serde::{Deserialize, Serialize};

use super::Text;
use super::date::Date;

/// A week.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Week {
    /// Its first day. Left out where every week is like this one; seven days after it the week is over and is not shown.
    /// Seen on: papers/week-wall, week.
    pub starts: Option<Date>,
    /// Its days, in their order.
    pub days: Vec<Day>,
    /// What you can always have instead of what is on the menu.
    /// Seen on: papers/week-wall, week.
    pub always_there: Vec<Text>,
    /// How you hear of it if something changes.
    /// Seen on: papers/week-wall, week.
    pub if_plans_change: Option<Text>,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Day {
    /// Its name: “Monday”.
    /// Seen on: papers/week-wall, week.
    pub day: Text,
    /// What there is to eat.
    #[serde(default)]
    pub meals: Vec<Meal>,
    /// What there is to do.
    #[serde(default)]
    pub things_to_do: Vec<Plan>,
}

/// A meal of one day.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Meal {
    /// Its name: “Lunch”.
    /// Seen on: papers/week-wall, week.
    pub meal: Text,
    /// What you can choose from.
    /// Seen on: papers/week-wall, week.
    pub dishes: Vec<Text>,
}

/// Something to do on one day.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// What it is.
    /// Seen on: papers/week-wall, week.
    pub what: Text,
    /// When: “2pm”.
    /// Seen on: papers/week-wall, week.
    pub time: Option<Text>,
    /// Where.
    /// Seen on: papers/week-wall, week.
    pub r#where: Option<Text>,
    /// With whom, or what it is like.
    /// Seen on: week.
    pub about: Option<Text>,
}

impl Week {
    /// Whether it is not over yet.
    #[must_use]
    pub fn holds(&self, today: jiff::civil::Date) -> bool {
        self.starts.is_none_or(|first| today < first.day().saturating_add(7.days()))
    }
}
