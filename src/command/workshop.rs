//! What every command that makes something works with: the theme, the country, the day; and one home read with its words.

use camino::Utf8Path;

use crate::check;
use crate::compose::Desk;
use crate::disk::{self, Content};
use crate::failure::Failure;
use crate::finding::Finding;
use crate::home::Home;
use crate::read::{self, Place};
use crate::regulation::Profile;
use crate::theme::Theme;
use crate::words::Phrases;

/// What all homes are made with.
pub(super) struct Workshop {
    pub(super) theme: Theme,
    pub(super) phrases: Phrases,
    pub(super) profile: Profile,
    pub(super) today: jiff::civil::Date,
    /// The files that lie over the plain theme.
    pub(super) over: Vec<String>,
}

/// A home with its words.
pub(super) struct Known {
    pub(super) home: Home,
    pub(super) phrases: Phrases,
}

impl Workshop {
    /// The plain theme with a folder laid over it, and the day: the one that was given, else the clock's.
    pub(super) fn new(over: Option<&Utf8Path>, given: Option<&str>, clock: jiff::civil::Date) -> Result<Self, Failure> {
        let over = over.map(disk::theme).transpose()?.unwrap_or_default();
        let files = over.keys().cloned().collect();
        let theme = Theme::new(over)?;
        Ok(Self {
            phrases: Phrases::of_theme(&theme)?,
            profile: Profile::england()?,
            theme,
            today: day(given, clock)?,
            over: files,
        })
    }

    /// Reads a home. There is none where something must be mended first.
    pub(super) fn read(&self, content: &Content, place: &Place) -> (Option<Known>, Vec<Finding>) {
        let (home, mut findings) = check::home(&content.sources, place, &self.profile);
        let unread = content.findings.iter().any(|finding| {
            let source = content.sources.get(finding.span.file);
            source.is_some_and(|source| place.folders().any(|folder| source.path.starts_with(folder)))
        });
        let Some(home) = home.filter(|_| !unread) else { return (None, findings) };
        match self.phrases.with_own(&content.sources, place) {
            Ok(phrases) => (Some(Known { home, phrases }), findings),
            Err(finding) => {
                findings.push(finding);
                (None, findings)
            }
        }
    }

    /// Everything that composing a home rests on.
    pub(super) fn desk<'a>(&'a self, known: &'a Known) -> Desk<'a> {
        Desk {
            home: &known.home,
            phrases: &known.phrases,
            theme: &self.theme,
            profile: &self.profile,
            today: self.today,
        }
    }
}

/// The day that was given, else the clock's.
pub(super) fn day(given: Option<&str>, clock: jiff::civil::Date) -> Result<jiff::civil::Date, Failure> {
    given.map_or(Ok(clock), |day| {
        crate::home::date::read(day).map_err(|why| Failure::Today(why.replace(read::shape::THEN, ". ")))
    })
}

/// The homes that were asked for; all of them where none was.
pub(super) fn chosen<'a>(content: &'a Content, asked: &[String]) -> Result<Vec<&'a Place>, Failure> {
    for name in asked {
        if !content.homes.iter().any(|place| place.name() == name) {
            let there = content.homes.iter().map(Place::name).collect::<Vec<_>>().join(", ");
            return Err(Failure::NoSuchHome { asked: name.clone(), there });
        }
    }
    let wanted = |place: &&Place| asked.is_empty() || asked.iter().any(|name| name == place.name());
    Ok(content.homes.iter().filter(wanted).collect())
}
