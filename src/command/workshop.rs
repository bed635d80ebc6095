//! What most commands begin with: the workshop for the theme and the day that were asked for, and the homes.

use camino::Utf8Path;

use crate::disk;
use crate::failure::Failure;
use crate::make::Workshop;
use crate::read::{Content, Place};

/// The plain theme with a folder laid over it, and the day: the one that was given, else the clock's.
pub(super) fn workshop(
    over: Option<&Utf8Path>,
    given: Option<&str>,
    clock: jiff::civil::Date,
) -> Result<Workshop, Failure> {
    Workshop::new(over.map(disk::theme).transpose()?.unwrap_or_default(), day(given, clock)?)
}

/// The day that was given, else the clock's.
pub(super) fn day(given: Option<&str>, clock: jiff::civil::Date) -> Result<jiff::civil::Date, Failure> {
    given.map_or(Ok(clock), |day| crate::home::date::read(day).map_err(|slip| Failure::Today(slip.typed())))
}

/// The homes that were asked for; all of them where none was.
pub(super) fn chosen<'a>(content: &'a Content, asked: &[String]) -> Result<Vec<&'a Place>, Failure> {
    for name in asked {
        if !content.homes.iter().any(|place| place.is_called(name)) {
            let there = content.homes.iter().map(Place::name).collect::<Vec<_>>().join(", ");
            return Err(Failure::NoSuchHome { asked: name.clone(), there });
        }
    }
    let wanted = |place: &&Place| asked.is_empty() || asked.iter().any(|name| place.is_called(name));
    Ok(content.homes.iter().filter(wanted).collect())
}
