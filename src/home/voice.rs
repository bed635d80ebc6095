//! `voice.yaml`: meetings, surveys, and what changed because somebody spoke.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
use super::date::Date;
use super::number::Count;

/// Having a say.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Voice {
    /// Residents' meetings, a sentence each.
    /// Seen on: having-your-say, statement-of-purpose/extra.
    pub meetings: Vec<Text>,
    /// Meetings for relatives and friends.
    /// Seen on: having-your-say.
    pub relatives: Vec<Text>,
    /// Other ways to be heard.
    /// Seen on: having-your-say.
    pub ways: Vec<Text>,
    /// When the manager's door is open.
    /// Seen on: having-your-say.
    pub open_door: Option<Text>,
    /// The last survey.
    pub survey: Option<Survey>,
    /// You said, we did.
    pub you_said: Vec<YouSaid>,
    /// Things planned together.
    pub made_together: Vec<MadeTogether>,
    /// What people told us they want from life, and how we know whether they have it.
    pub outcomes: Vec<Outcome>,
    /// What people who live here said, with their yes.
    pub quotes: Vec<Quote>,
}

/// A survey.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// The day it closed.
    /// Seen on: having-your-say, statement-of-purpose/extra.
    pub on: Date,
    /// How many were asked.
    /// Seen on: having-your-say, statement-of-purpose/extra.
    pub asked: Count,
    /// How many answered.
    /// Seen on: having-your-say, statement-of-purpose/extra.
    pub answered: Count,
    /// What they said, a sentence each, the bad with the good.
    /// Seen on: having-your-say, statement-of-purpose/extra.
    pub results: Vec<Text>,
}

/// Something that changed because somebody spoke.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct YouSaid {
    /// What was said; no names.
    /// Seen on: having-your-say.
    pub you_said: Text,
    /// What was done.
    /// Seen on: having-your-say.
    pub we_did: Text,
    /// When it was done.
    /// Seen on: having-your-say.
    pub on: Date,
}

/// Something planned together.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MadeTogether {
    /// What.
    /// Seen on: having-your-say.
    pub what: Text,
    /// Who took part, by their roles.
    /// Seen on: having-your-say.
    pub who: Text,
    /// What changed.
    /// Seen on: having-your-say.
    pub changed: Text,
    /// When.
    /// Seen on: having-your-say.
    pub on: Date,
}

/// Something people want from life.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// What they want.
    /// Seen on: having-your-say.
    pub wanted: Text,
    /// How we know.
    /// Seen on: having-your-say.
    pub how_we_know: Text,
}

/// Words somebody gave for publishing. Without `agreed_on`, or from the day `until`, they are not shown.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// What they said.
    /// Seen on: index.
    pub words: Text,
    /// How they want to be named: “Bea, who lives here”.
    /// Seen on: index.
    pub who: Text,
    /// The subject it belongs to, by the page's name: `daily-life`.
    /// Seen on: index.
    pub page: Option<super::Id>,
    /// The day they said yes.
    pub agreed_on: Option<Date>,
    /// The day from which it is not shown any more.
    pub until: Option<Date>,
}

impl Quote {
    /// Whether it may be shown on a day: they said yes to that, and it has not run out.
    #[must_use]
    pub fn may_be_shown(&self, today: jiff::civil::Date) -> bool {
        self.agreed_on.is_some_and(|date| date.day() <= today) && self.until.is_none_or(|date| date.day() > today)
    }
}
