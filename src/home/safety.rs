//! `safety.yaml`: fire, safeguarding, when things go wrong, data, equality, how quality is checked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::Date;
use super::number::Count;
use super::{Id, Text};

/// Safety, rights and quality.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Safety {
    /// If the fire alarm sounds, in order.
    /// Seen on: safety.
    pub if_the_alarm_sounds: Vec<Text>,
    /// Fire tests, drills, personal plans. A sentence each.
    /// Seen on: safety.
    pub fire: Vec<Text>,
    /// How to call for help in the home.
    /// Seen on: safety.
    pub calling_for_help: Vec<Text>,
    /// Who leads on safeguarding here, by `id`.
    /// Seen on: safety.
    pub safeguarding_lead: Option<Id>,
    /// The council's safeguarding team, by the `id` of its contact.
    /// Seen on: complaints, easy-read/complaints, safety, statement-of-purpose/extra.
    pub safeguarding_team: Option<Id>,
    /// What we do when we hear that somebody is hurt or afraid.
    /// Seen on: safety, statement-of-purpose/extra.
    pub safeguarding: Vec<Text>,
    /// When something goes wrong: what we tell you (the duty of candour).
    /// Seen on: safety, statement-of-purpose/extra.
    pub when_things_go_wrong: Vec<Text>,
    /// Cameras and listening devices: where, or that there are none.
    /// Seen on: safety.
    pub cameras: Option<Text>,
    /// Power cuts, floods, heat.
    /// Seen on: safety.
    pub emergencies: Vec<Text>,
    /// How we find out whether care is good: checks, audits, results with dates.
    /// Seen on: safety, statement-of-purpose/extra.
    pub how_we_check: Vec<Text>,
    /// Fairness and equality.
    /// Seen on: safety, statement-of-purpose/extra.
    pub equality: Vec<Text>,
    /// Information in formats people can use.
    pub accessible_information: AccessibleInformation,
    /// What is written down about people, and their rights.
    pub data: Data,
    /// Papers with their versions.
    pub documents: Vec<Paper>,
}

/// Information in formats people can use.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AccessibleInformation {
    /// Who leads on it, by `id`.
    /// Seen on: moving-in, papers.
    pub lead: Option<Id>,
    /// Formats the home can give, one each: “large print”, “audio”.
    /// Seen on: papers, statement-of-purpose/extra, statement-of-purpose/index.
    pub formats: Vec<Text>,
    /// Within how many working days.
    /// Seen on: easy-read/advocacy, easy-read/complaints, papers, statement-of-purpose/extra, statement-of-purpose/index.
    pub days: Option<Count>,
    /// Help to talk together: interpreters, hearing loop, communication books.
    /// Seen on: papers.
    pub support: Vec<Text>,
}

/// What is written down about people.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Data {
    /// Who answers for it, where it is not the provider.
    /// Seen on: privacy.
    pub controller: Option<Text>,
    /// Who to ask about it, by `id`.
    /// Seen on: privacy, statement-of-purpose/extra.
    pub ask: Option<Id>,
    /// Within how many days, 30 at most, we say that we have a complaint about personal data. The law has wanted homes to take such
    /// complaints since 19 June 2026 (Data Protection Act 2018, section 164A); the number is printed as the home's own promise.
    /// Seen on: privacy.
    pub complaints_days: Option<Count>,
    /// What is kept, and why.
    pub what_and_why: Vec<DataUse>,
    /// Where it comes from.
    /// Seen on: privacy.
    pub sources: Vec<Text>,
    /// Who it is shared with, and why.
    /// Seen on: privacy.
    pub shared_with: Vec<Text>,
    /// How long it is kept, by kind.
    pub kept: Vec<Retention>,
    /// How it is kept safe.
    /// Seen on: privacy, statement-of-purpose/extra.
    pub kept_safe: Vec<Text>,
}

/// One use of what is written down.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DataUse {
    /// What is written down.
    /// Seen on: privacy.
    pub what: Text,
    /// Why.
    /// Seen on: privacy.
    pub why: Text,
    /// What in the law allows it.
    /// Seen on: privacy.
    pub lawful_basis: Text,
}

/// How long something is kept.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// What.
    /// Seen on: privacy.
    pub what: Text,
    /// How long.
    /// Seen on: privacy.
    pub how_long: Text,
}

/// A paper with its version.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// Its name.
    /// Seen on: papers.
    pub name: Text,
    /// Its version.
    /// Seen on: papers.
    pub version: Option<Text>,
    /// Its date.
    /// Seen on: papers.
    pub date: Option<Date>,
    /// When it is looked at again.
    /// Seen on: papers.
    pub review_on: Option<Date>,
}
