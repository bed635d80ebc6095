//! A day in the calendar, as a manager writes it and as a resident reads it.

use std::fmt;

use jiff::fmt::strtime;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::finding::{Slip, ours, quoted};
use crate::text::{Span, mark, placed};

/// A day, written `2026-10-01` and read “1 October 2026”.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Date {
    day: jiff::civil::Date,
    span: Span,
}

impl Date {
    /// The day itself.
    #[must_use]
    pub fn day(self) -> jiff::civil::Date {
        self.day
    }

    /// Where it is written.
    #[must_use]
    pub fn span(self) -> Span {
        self.span
    }

    /// Year, month and day.
    #[must_use]
    pub fn parts(self) -> (i16, i8, i8) {
        (self.day.year(), self.day.month(), self.day.day())
    }
}

/// Shown as a resident reads it, with no-break spaces: a date is never split over two lines.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(self.day))
    }
}

/// A day as a resident reads it: “1 October 2026”, with no-break spaces.
#[must_use]
pub fn shown(day: jiff::civil::Date) -> String {
    day.strftime("%-d\u{A0}%B\u{A0}%-Y").to_string()
}

/// A day of this year or of one that everybody knows: “1 October”, with a no-break space.
#[must_use]
pub fn day_and_month(day: jiff::civil::Date) -> String {
    day.strftime("%-d\u{A0}%B").to_string()
}

/// The name of a day's weekday: “Sunday”.
#[must_use]
pub fn weekday(day: jiff::civil::Date) -> String {
    day.strftime("%A").to_string()
}

/// The day that words name without its year, “Monday 30 November, at 9am”: the first such day from another day on.
#[must_use]
pub fn named_from(words: &str, from: jiff::civil::Date) -> Option<jiff::civil::Date> {
    let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let named = words.windows(2).find_map(|pair| Some((pair[0].parse::<i8>().ok()?, month_called(pair[1])?)));
    let (day, month) = named?;
    let years = [from.year(), from.year() + 1];
    years.into_iter().filter_map(|year| jiff::civil::Date::new(year, month, day).ok()).find(|named| *named >= from)
}

/// Whether a word is the name of a day of the week or of a month.
pub(crate) fn is_in_calendar(word: &str) -> bool {
    is_a_day(word) || month_called(word).is_some()
}

/// Whether a word is the name of a day of the week, in full.
pub(crate) fn is_a_day(word: &str) -> bool {
    strtime::parse("%A", word).is_ok()
}

/// The number of a month from its name.
pub(crate) fn month_called(name: &str) -> Option<i8> {
    strtime::parse("%B", name).ok()?.month()
}

/// The name of a month from its number.
fn month_name(number: i8) -> Option<String> {
    Some(jiff::civil::Date::new(2000, number, 1).ok()?.strftime("%B").to_string())
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (words, span) = placed(deserializer)?;
        read(&words).map(|day| Self { day, span }).map_err(Slip::through)
    }
}

/// What to write for a day.
const HELP: &str = "Write the year, the month and the day: 2026-10-01.";

/// Reads `2026-10-01` or `1 October 2026`; the error says what is wrong and what to write.
///
/// # Errors
/// Where the letters are not a day, or the calendar has no such day.
pub fn read(words: &str) -> Result<jiff::civil::Date, Slip> {
    let words = words.trim();
    let numbers = words.split('-').map(str::parse::<i16>).collect::<Result<Vec<_>, _>>().ok();
    let (year, month, day) = match numbers.as_deref() {
        Some([year, month, day]) if *year >= 1000 => (*year, *month, *day),
        _ => in_words(words).ok_or_else(|| Slip { what: quoted(words).ours(" is not a date"), help: ours(HELP) })?,
    };
    let small = |n: i16| i8::try_from(n).unwrap_or(0);
    jiff::civil::Date::new(year, small(month), small(day)).map_err(|_| match month_name(small(month)) {
        Some(name) => Slip {
            what: quoted(format!("{day} {name} {year}")).ours(" is not in the calendar"),
            help: ours("Check the day and the month: year-month-day, such as 2026-10-01."),
        },
        None => Slip { what: quoted(month).ours(" is not the number of a month"), help: ours(HELP) },
    })
}

/// Reads “1 October 2026”.
fn in_words(words: &str) -> Option<(i16, i16, i16)> {
    let [day, month, year] = words.split_whitespace().collect::<Vec<_>>().try_into().ok()?;
    Some((year.parse().ok()?, month_called(month)?.into(), day.parse().ok()?))
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&mark(&self.to_string(), self.span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_in_both_spellings() {
        assert_eq!(read("2026-10-01"), read("1 October 2026"));
    }

    #[test]
    fn a_day_without_its_year_is_the_first_of_its_name() {
        let from = jiff::civil::date(2026, 11, 19);
        assert_eq!(named_from("Monday 23 November, at 9.30am", from), Some(jiff::civil::date(2026, 11, 23)));
        assert_eq!(named_from("on 3 January, in the morning", from), Some(jiff::civil::date(2027, 1, 3)));
        assert_eq!(named_from("Each morning at eleven", from), None);
        assert_eq!(named_from("31 February", from), None);
    }

    #[test]
    fn days_and_months_are_known_by_their_names() {
        assert_eq!(weekday(read("2026-11-22").expect("a day")), "Sunday");
        assert!(
            is_in_calendar("Wednesday")
                && is_in_calendar("May")
                && !is_in_calendar("Sun")
                && !is_in_calendar("Sundays")
        );
        assert!(is_a_day("Monday") && !is_a_day("May") && !is_a_day("Monday, from nine"));
    }

    #[test]
    fn the_thirtieth_of_february_is_refused_by_name() {
        let slip = read("2026-02-30").expect_err("no such day");
        assert_eq!(slip.what, quoted("30 February 2026").ours(" is not in the calendar"));
    }

    #[test]
    fn a_date_is_shown_in_words_that_stay_on_one_line() {
        let date = Date { day: read("2027-03-03").expect("a day"), span: Span::default() };
        assert_eq!(date.to_string(), "3\u{A0}March\u{A0}2027");
    }
}
