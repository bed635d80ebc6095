//! `notices.yaml`: what everybody should know for a while.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
use super::date::Date;

/// What is on the notice board. It stands at the top of every page while it holds, and on no paper.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Notices {
    /// Each notice, the most important first.
    pub notices: Vec<Notice>,
}

/// One notice.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// What it says, in a sentence or two.
    /// Seen on: every page.
    pub words: Text,
    /// The first day on which it is shown.
    pub from: Date,
    /// The last day on which it is shown.
    pub until: Date,
}

impl Notice {
    /// Whether it is shown on a day.
    #[must_use]
    pub fn holds(&self, today: jiff::civil::Date) -> bool {
        (self.from.day()..=self.until.day()).contains(&today)
    }
}
