//! What composing a home rests on, where its words are read, and what stood in the way.

use super::approval::{Approval, STATEMENT};
use crate::country::Profile;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::home::Home;
use crate::home::week::Week;
use crate::paper::Printed;
use crate::theme::Theme;
use crate::words::{Filling, Phrases, Unsaid};

/// Everything that composing a home rests on.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The home.
    pub home: &'a Home,
    /// The words, with the home's own over the theme's.
    pub phrases: &'a Phrases,
    /// The theme's plan and labels.
    pub theme: &'a Theme,
    /// The country's facts.
    pub profile: &'a Profile,
    /// Today, from the command line or the clock of `main`: who may be named depends on it.
    pub today: jiff::civil::Date,
}

impl Desk<'_> {
    /// That the home is made up, for the first page of a paper, where it says so.
    pub(super) fn made_up(self) -> Option<String> {
        self.home.home.fictional.then(|| self.theme.label("made_up").to_owned())
    }
}

/// Where words are read, and what they can lead to there.
#[derive(Debug, Clone, Copy)]
pub(super) enum Medium<'a> {
    /// On a page of the website.
    Website {
        /// The pages that are made.
        pages: &'a [String],
        /// The papers that are printed.
        printed: &'a [Printed],
    },
    /// On paper, where there is no other page to go to.
    Paper,
}

impl<'a> Medium<'a> {
    /// The pages that words can lead to.
    pub(super) fn pages(self) -> &'a [String] {
        match self {
            Medium::Website { pages, .. } => pages,
            Medium::Paper => &[],
        }
    }

    /// The papers that words can offer.
    pub(super) fn printed(self) -> &'a [Printed] {
        match self {
            Medium::Website { printed, .. } => printed,
            Medium::Paper => &[],
        }
    }

    /// Whether words are read on paper.
    pub(super) fn is_paper(self) -> bool {
        matches!(self, Medium::Paper)
    }
}

/// What stood in the way of composing: mistakes in the home's own words, or a fault of the theme.
#[derive(Debug, Default)]
pub struct Troubles {
    /// Mistakes in the home's own files.
    pub findings: Vec<Finding>,
    /// The first fault of the theme.
    pub failure: Option<Failure>,
}

impl Troubles {
    /// Takes up why something could not be said.
    pub(super) fn add(&mut self, unsaid: &Unsaid, phrases: &Phrases) {
        match phrases.told(unsaid) {
            Ok(finding) => self.findings.push(finding),
            Err(failure) => self.failure = self.failure.take().or(Some(failure)),
        }
    }
}

impl Desk<'_> {
    /// What every words file of this home is filled in with.
    pub(super) fn filling(&self, medium: Medium<'_>) -> Filling {
        let mut filling = Filling::of_home(self.home, self.profile, self.today);
        let number = self.home.home.inspector_number.as_ref();
        let address = number.and_then(|number| self.profile.report_address(number.as_str()));
        filling.say("report_address", &address);
        filling.say("outside", &self.profile.outside);
        filling.say("rated", &self.home.home.rated(self.profile).is_some());
        filling.say("approved", &Approval::of(STATEMENT, self.home, self.today).is_some());
        filling.say("week_dates", &self.home.week.dates());
        // A week that is over is no week any more.
        if !self.home.week.holds(self.today) {
            filling.say("week", &Week::default());
        }
        filling.say("on_paper", &medium.is_paper());
        filling.with_pages(medium.pages());
        filling
    }
}
