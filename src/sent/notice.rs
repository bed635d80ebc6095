//! By which day whoever has to be told of a change is told.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Kept, Version};
use crate::country::{self, When};

/// The time that a change has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    /// The day of the change, or the day from which it holds, as `date` in `statement.yaml` says it; none where the files do not say
    /// it since the text was sent.
    pub changed: Option<Date>,
    /// The last day to tell. Where the day of the change is not known, it is taken for today; and where a change is told before it
    /// holds, this is the first day from which it can.
    pub by: Date,
    /// Whether that day is over, and nobody was told.
    pub is_late: bool,
    /// The day on which the inspector was told of it, as `inspector_told_on` says it.
    pub told: Option<Date>,
}

/// The time that the changes since some text have. `told` is the day under `inspector_told_on`.
#[must_use]
pub fn notice(law: &country::Notice, kept: &Kept, now: &Version, told: Option<Date>, today: Date) -> Notice {
    let changed = now.date.filter(|date| kept.version.date.map_or(*date > kept.day, |then| *date > then));
    let days = i64::from(law.days).days();
    // A day on which the text that is kept was sent, or one before it, tells nobody of what came later.
    let told = told.filter(|told| *told > kept.day && *told <= today);
    let by = match (law.when, changed) {
        (When::After, changed) => changed.unwrap_or(today).saturating_add(days),
        (When::Before, Some(holds)) => holds.saturating_sub(days),
        (When::Before, None) => today.saturating_add(days),
    };
    Notice { changed, by, is_late: changed.is_some() && told.is_none() && by < today, told }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Profiles;
    use crate::text::Span;

    fn day(month: i8, day: i8) -> Date {
        jiff::civil::date(2026, month, day)
    }

    /// The time in a country, for a text of 1 October that was sent on the 9th, and a version of some day.
    fn time(country: &str, dated: Option<Date>, told: Option<Date>, today: Date) -> Notice {
        let profiles = Profiles::new().expect("countries");
        let kept = Kept {
            day: day(10, 9),
            version: Version { date: Some(day(10, 1)), ..Version::default() },
            as_written: true,
            path: "statement-sent-2026-10-09.txt".into(),
            span: Span::default(),
        };
        let now = Version { date: dated, ..Version::default() };
        notice(&profiles.of(Some(country)).statement.notice, &kept, &now, told, today)
    }

    #[test]
    fn in_england_the_days_run_from_the_change_and_in_wales_up_to_it() {
        let england = time("england", Some(day(11, 1)), Some(day(10, 9)), day(11, 22));
        assert_eq!((england.changed, england.by, england.is_late), (Some(day(11, 1)), day(11, 29), false));
        assert!(time("england", Some(day(11, 1)), None, day(11, 30)).is_late);
        let wales = time("wales", Some(day(12, 25)), None, day(11, 22));
        assert_eq!((wales.by, wales.is_late), (day(11, 27), false));
        assert!(time("wales", Some(day(12, 1)), None, day(11, 22)).is_late);
    }

    #[test]
    fn where_the_files_say_no_new_day_today_is_taken_and_nobody_is_late() {
        let unknown = time("england", Some(day(10, 1)), None, day(11, 22));
        assert_eq!((unknown.changed, unknown.by, unknown.is_late), (None, day(12, 20), false));
        assert_eq!(time("wales", None, None, day(11, 22)).by, day(12, 20));
    }

    #[test]
    fn whoever_was_told_since_is_not_late() {
        let told = time("england", Some(day(11, 1)), Some(day(11, 20)), day(12, 22));
        assert_eq!((told.told, told.is_late), (Some(day(11, 20)), false));
        assert_eq!(time("england", Some(day(11, 1)), Some(day(12, 25)), day(12, 22)).told, None);
    }
}
