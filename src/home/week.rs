//! `week.yaml`: what there is to eat and to do, day by day.

use jiff::ToSpan as _;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
use super::date::{Date, day_and_month, weekday};

/// A week.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
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
    /// The day and the month of each of its days, “23 November”, where it says on which day it begins. They are told by their
    /// names, so that a week may leave days out.
    #[must_use]
    pub fn dates(&self) -> Vec<Option<String>> {
        let within = |day: &Day| {
            let first = self.starts?.day();
            let dates = (0..7).map(|n| first.saturating_add(n.days()));
            dates.into_iter().find(|date| weekday(*date) == day.day.as_str().trim()).map(day_and_month)
        };
        self.days.iter().map(within).collect()
    }

    /// Whether it is not over yet.
    #[must_use]
    pub fn holds(&self, today: jiff::civil::Date) -> bool {
        self.starts.is_none_or(|first| today < first.day().saturating_add(7.days()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_day_of_a_week_that_begins_on_a_day_has_its_date() {
        let read = |letters: &str| -> Week {
            let (node, _) = crate::read::yaml::read(0, letters).expect("it is YAML");
            crate::read::shape::read(&node).0.expect("a week")
        };
        let week = read("starts: 2026-11-28\ndays:\n  - day: Saturday\n  - day: Monday\n");
        assert_eq!(week.dates(), [Some("28\u{A0}November".into()), Some("30\u{A0}November".into())]);
        let always = read("days:\n  - day: Saturday\n");
        assert_eq!(always.dates(), [None]);
    }
}
