//! What homes are made with: the theme, its words, the country, the day; and one home read with its words.

use std::collections::BTreeMap;

use crate::check;
use crate::compose::Desk;
use crate::country::Profiles;
use crate::failure::Failure;
use crate::finding::{Finding, Severity};
use crate::home::Home;
use crate::read::{Content, Place};
use crate::source::Sources;
use crate::theme::Theme;
use crate::words::Phrases;

/// What all homes are made with.
pub struct Workshop {
    /// The theme.
    pub theme: Theme,
    /// Its words.
    pub phrases: Phrases,
    /// The facts of every country.
    pub profiles: Profiles,
    /// The day that is taken for today.
    pub today: jiff::civil::Date,
    /// The files that lie over the plain theme.
    pub over: Vec<String>,
}

/// A home with its words.
pub struct Known {
    /// The home.
    pub home: Home,
    /// The words, with the home's own over the theme's.
    pub phrases: Phrases,
}

/// One home on the bench: all that is needed to make it.
#[derive(Clone, Copy)]
pub struct Bench<'a> {
    /// What composing it rests on.
    pub desk: Desk<'a>,
    /// The letters of every file, and the bytes of every photograph.
    pub sources: &'a Sources,
    /// Where its files lie among them.
    pub place: &'a Place,
}

impl Workshop {
    /// The plain theme with the files of another laid over it, by their paths, on a day.
    ///
    /// # Errors
    /// A fault of the theme.
    pub fn new(over: BTreeMap<String, Vec<u8>>, today: jiff::civil::Date) -> Result<Self, Failure> {
        let files = over.keys().cloned().collect();
        let theme = Theme::new(over)?;
        Ok(Self { phrases: Phrases::of_theme(&theme)?, profiles: Profiles::new()?, theme, today, over: files })
    }

    /// Reads a home. There is none where something must be mended first.
    #[must_use]
    pub fn read(&self, content: &Content, place: &Place) -> (Option<Known>, Vec<Finding>) {
        let (home, mut findings) = check::home(&content.sources, place, &self.profiles);
        let unread = content.about(place).any(|finding| finding.severity == Severity::Error);
        findings.extend(content.about(place).cloned());
        let Some(home) = home.filter(|_| !unread) else { return (None, findings) };
        match self.phrases.with_own(&content.sources, place, home.profile(&self.profiles)) {
            Ok(phrases) => (Some(Known { home, phrases }), findings),
            Err(wrong) => {
                findings.extend(wrong);
                (None, findings)
            }
        }
    }

    /// Everything that composing a home rests on.
    #[must_use]
    pub fn desk<'a>(&'a self, known: &'a Known) -> Desk<'a> {
        Desk {
            home: &known.home,
            phrases: &known.phrases,
            theme: &self.theme,
            profile: known.home.profile(&self.profiles),
            today: self.today,
        }
    }
}
