//! Whom somebody in the home rings, to hear whether a number still is theirs.

use std::collections::BTreeSet;

use jiff::ToSpan as _;

use crate::home::Home;
use crate::text::Span;

/// After so many months a number is rung again.
const MONTHS: i32 = 12;

/// A contact to ring.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Call {
    /// When somebody last rang; never, where there is no day.
    pub last: Option<jiff::civil::Date>,
    /// Its short name: that of its file.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its numbers, each with what it is for, where that is said.
    pub numbers: Vec<String>,
    /// When they answer.
    pub hours: Option<String>,
    /// Where its first number is written.
    pub span: Span,
}

/// The contacts of a home that nobody has rung, or nobody for a year: those that were never rung first, then the longest ago.
#[must_use]
pub fn calls(home: &Home, today: jiff::civil::Date) -> BTreeSet<Call> {
    let shown = |words: &str| words.replace('\u{A0}', " ");
    let due = |last: &Option<jiff::civil::Date>| last.is_none_or(|day| day.saturating_add(MONTHS.months()) <= today);
    let call = |contact: &crate::home::contact::Contact| {
        let first = contact.phones.first()?;
        let numbers = contact.phones.iter().map(|phone| match &phone.label {
            Some(label) => format!("{}: {}", label, shown(phone.number.shown())),
            None => shown(phone.number.shown()),
        });
        Some(Call {
            last: contact.checked_on.map(crate::home::date::Date::day),
            id: contact.id.clone(),
            name: contact.name.to_string(),
            numbers: numbers.collect(),
            hours: contact.hours.as_ref().map(ToString::to_string),
            span: first.number.span(),
        })
    };
    home.contacts.iter().filter_map(call).filter(|call| due(&call.last)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Profiles;
    use crate::read::Place;
    use crate::source::Sources;

    #[test]
    fn whoever_was_not_rung_for_a_year_is_rung_and_whoever_never_was_first() {
        let mut sources = Sources::default();
        let contact = |days: &str| format!("name: Somebody\nphones: [{{number: 01632 960200}}]\n{days}");
        for (file, letters) in [
            ("home.yaml", "name: Rowan\naddress: {lines: [1 Rowan Lane], postcode: ZZ99 1AA}\n".to_owned()),
            ("contacts/a.yaml", contact("checked_on: 2025-11-22\n")),
            ("contacts/b.yaml", contact("checked_on: 2025-11-23\n")),
            ("contacts/c.yaml", contact("")),
            ("contacts/d.yaml", "name: Somebody without a number\n".to_owned()),
        ] {
            sources.add(format!("rowan/{file}").into(), &letters);
        }
        let place = Place::new("rowan".into(), Vec::new());
        let (home, _) = super::super::home(&sources, &place, &Profiles::new().expect("countries"));
        let calls = calls(&home.expect("it can be read"), jiff::civil::date(2026, 11, 22));
        assert_eq!(calls.iter().map(|call| call.id.as_str()).collect::<Vec<_>>(), ["c", "a"]);
    }
}
