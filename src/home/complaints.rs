//! `complaints.yaml`: what to do if you are unhappy, who answers, by when, and where to go next.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::number::Count;
use super::{Id, Text};

/// The complaints procedure.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Complaints {
    /// What we want a reader to know first, in a sentence.
    /// Seen on: complaints.
    pub first: Option<Text>,
    /// Who can complain, one each: “you”, “a relative or friend”.
    /// Seen on: complaints-more.
    pub who: Vec<Text>,
    /// Ways to do it, one each: speak, ring, write, a card in the box.
    /// Seen on: complaints.
    pub ways: Vec<Text>,
    /// What happens on the spot when you tell anyone.
    /// Seen on: complaints, complaints-more, statement-of-purpose/extra.
    pub on_the_day: Option<Text>,
    /// Who looks into a complaint, by `id`.
    /// Seen on: complaints, complaints-more, easy-read/complaints, statement-of-purpose/extra.
    pub lead: Option<Id>,
    /// Who looks into it where it is about that person, by `id`.
    /// Seen on: complaints, complaints-more, easy-read/complaints.
    pub alternate: Option<Id>,
    /// Within how many working days we say that we have it.
    /// Seen on: complaints, complaints-more, easy-read/complaints, statement-of-purpose/extra.
    pub acknowledge_days: Option<Count>,
    /// What we tell you then.
    /// Seen on: complaints-more, statement-of-purpose/extra.
    pub acknowledgement: Option<Text>,
    /// Within how many working days you have our answer.
    /// Seen on: complaints, complaints-more, easy-read/complaints, statement-of-purpose/extra.
    pub answer_days: Option<Count>,
    /// What the answer says.
    /// Seen on: complaints-more, statement-of-purpose/extra.
    pub answer: Option<Text>,
    /// What we do where it takes longer.
    /// Seen on: complaints-more, statement-of-purpose/extra.
    pub if_late: Option<Text>,
    /// Who looks at it again, by `id`, where you do not agree.
    /// Seen on: complaints, complaints-more, easy-read/complaints, statement-of-purpose/extra.
    pub review: Option<Id>,
    /// Within how many working days.
    /// Seen on: complaints, complaints-more, easy-read/complaints, statement-of-purpose/extra.
    pub review_days: Option<Count>,
    /// Help to complain, one each.
    /// Seen on: complaints-more.
    pub help: Vec<Text>,
    /// Contacts who can help to complain, by `id`.
    /// Seen on: complaints-more, easy-read/complaints.
    pub helpers: Vec<Id>,
    /// That nothing changes for you: care, visits, kindness. It must name visits.
    /// Seen on: complaints, having-your-say, statement-of-purpose/extra.
    pub nothing_changes: Option<Text>,
    /// Who sees it, how long it is kept.
    /// Seen on: complaints-more.
    pub confidential: Option<Text>,
    /// How many months back one can go; twelve at least.
    /// Seen on: complaints-more.
    pub months: Option<Count>,
    /// What if more time has passed.
    /// Seen on: complaints-more.
    pub older: Option<Text>,
    /// Without a name.
    /// Seen on: complaints-more.
    pub anonymous: Option<Text>,
    /// How complaints are recorded and learned from.
    /// Seen on: complaints-more.
    pub recorded: Option<Text>,
    /// Praise and ideas.
    /// Seen on: complaints-more.
    pub praise: Option<Text>,
    /// Where the procedure hangs or lies about.
    /// Seen on: complaints-more.
    pub where_to_find: Option<Text>,
    /// The council's team for people whose care the council pays for, by `id`.
    /// Seen on: complaints, easy-read/complaints.
    pub council: Option<Id>,
    /// The NHS board's team for people whose care the NHS pays for, by `id`.
    /// Seen on: complaints, easy-read/complaints.
    pub nhs: Option<Id>,
}
