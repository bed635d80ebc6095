//! `photos.yaml`: the photographs, what each shows, and who said yes to being on it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::Date;
use super::{Id, Text};

/// The photographs in the folder `photos`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Photographs {
    /// Each photograph.
    pub photos: Vec<Photograph>,
}

/// One photograph. It is shown on the website and left out of papers.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Photograph {
    /// Its file in the folder `photos`.
    pub file: Id,
    /// What it shows, for somebody who cannot see it. It must be there.
    pub description: Text,
    /// Words beneath it.
    pub caption: Option<Text>,
    /// The page it stands on, by the page's name. A page of your own can also name the file itself.
    pub page: Option<Id>,
    /// `yes` where anybody can be recognised on it.
    pub shows_people: bool,
    /// The day on which everybody who can be recognised said yes to its being published. Without it, it is not shown.
    pub agreed_on: Option<Date>,
    /// The day from which it is not shown any more.
    pub until: Option<Date>,
}

impl Photograph {
    /// Whether it may be shown on a day.
    #[must_use]
    pub fn may_be_shown(&self, today: jiff::civil::Date) -> bool {
        let yes = self.agreed_on.is_some_and(|date| date.day() <= today);
        (yes || !self.shows_people) && self.until.is_none_or(|date| date.day() > today)
    }
}
