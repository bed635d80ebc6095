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
    pub starts: Option<Date>,
    /// Its days, in their order.
    pub days: Vec<Day>,
    /// What you can always have instead of what is on the menu.
    pub always_there: Vec<Text>,
    /// How you hear of it if something changes.
    pub if_plans_change: Option<Text>,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Day {
    /// Its name: “Monday”.
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
    pub meal: Text,
    /// What you can choose from.
    pub dishes: Vec<Text>,
}

/// Something to do on one day.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// What it is.
    pub what: Text,
    /// When: “2pm”.
    pub time: Option<Text>,
    /// Where.
    pub r#where: Option<Text>,
    /// With whom, or what it is like.
    pub about: Option<Text>,
}

impl Week {
    /// Whether it is not over yet.
    #[must_use]
    pub fn holds(&self, today: jiff::civil::Date) -> bool {
        self.starts.is_none_or(|first| today < first.day().saturating_add(7.days()))
    }
}
