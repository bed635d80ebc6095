//! `complaints.yaml`: what to do if you are unhappy, who answers, by when, and where to go next.

use serde::{Deserialize, Serialize};

use super::number::Count;
use super::{Id, Text};

/// The complaints procedure.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Complaints {
    /// What we want a reader to know first, in a sentence.
    pub first: Option<Text>,
    /// Who can complain, one each: “you”, “a relative or friend”.
    pub who: Vec<Text>,
    /// Ways to do it, one each: speak, ring, write, a card in the box.
    pub ways: Vec<Text>,
    /// What happens on the spot when you tell anyone.
    pub on_the_day: Option<Text>,
    /// Who looks into a complaint, by `id`.
    pub lead: Option<Id>,
    /// Who looks into it where it is about that person, by `id`.
    pub alternate: Option<Id>,
    /// Within how many working days we say that we have it.
    pub acknowledge_days: Option<Count>,
    /// What we tell you then.
    pub acknowledgement: Option<Text>,
    /// Within how many working days you have our answer.
    pub answer_days: Option<Count>,
    /// What the answer says.
    pub answer: Option<Text>,
    /// What we do where it takes longer.
    pub if_late: Option<Text>,
    /// Who looks at it again, by `id`, where you do not agree.
    pub review: Option<Id>,
    /// Within how many working days.
    pub review_days: Option<Count>,
    /// Help to complain, one each.
    pub help: Vec<Text>,
    /// Contacts who can help to complain, by `id`.
    pub helpers: Vec<Id>,
    /// That nothing changes for you: care, visits, kindness. It must name visits.
    pub nothing_changes: Option<Text>,
    /// Who sees it, how long it is kept.
    pub confidential: Option<Text>,
    /// How many months back one can go; twelve at least.
    pub months: Option<Count>,
    /// What if more time has passed.
    pub older: Option<Text>,
    /// Without a name.
    pub anonymous: Option<Text>,
    /// How complaints are recorded and learned from.
    pub recorded: Option<Text>,
    /// Praise and ideas.
    pub praise: Option<Text>,
    /// Where the procedure hangs or lies about.
    pub where_to_find: Option<Text>,
    /// The council's team for people whose care the council pays for, by `id`.
    pub council: Option<Id>,
    /// The NHS board's team for people whose care the NHS pays for, by `id`.
    pub nhs: Option<Id>,
}
