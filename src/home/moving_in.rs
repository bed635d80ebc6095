//! `moving-in.yaml`: from the first call to settling in, and moving on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
use super::number::Count;
use super::terms::Trial;

/// Moving in, settling, moving on.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MovingIn {
    /// What is said first to somebody for whom this is hard.
    /// Seen on: moving-in, statement-of-purpose/extra.
    pub a_big_step: Option<Text>,
    /// What happens, in order.
    pub steps: Vec<MoveStep>,
    /// What helps when you come from your own home.
    /// Seen on: moving-in.
    pub from_own_home: Vec<Text>,
    /// What helps when you come from another care home.
    /// Seen on: moving-in.
    pub from_another_home: Vec<Text>,
    /// What helps when you come from hospital.
    /// Seen on: moving-in.
    pub from_hospital: Vec<Text>,
    /// The key worker.
    pub key_worker: KeyWorker,
    /// The trial, as it was written before it stood among the terms in `fees.yaml`: it is read as one of them.
    #[serde(skip_serializing)]
    pub trial: Option<Trial>,
    /// The first days, a sentence each.
    /// Seen on: moving-in.
    pub first_days: Vec<Text>,
    /// After how many days we sit down with you to hear how it is going.
    /// Seen on: moving-in.
    pub settling_reviews_days: Vec<Count>,
    /// Moves at short notice.
    /// Seen on: moving-in.
    pub short_notice: Option<Text>,
    /// Moving on or home again: how we help.
    /// Seen on: moving-in.
    pub moving_on: Vec<Text>,
    /// Who to ask about a place and how to look round.
    /// Seen on: index, moving-in.
    pub come_and_see: Option<Text>,
}

/// One step of moving in.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MoveStep {
    /// What happens, in a few words.
    /// Seen on: moving-in, statement-of-purpose/extra.
    pub what: Text,
    /// When.
    /// Seen on: moving-in, statement-of-purpose/extra.
    pub when: Option<Text>,
    /// How it goes, in a sentence or two.
    /// Seen on: moving-in.
    pub about: Option<Text>,
    /// What you decide at this step.
    /// Seen on: moving-in, statement-of-purpose/extra.
    pub your_choice: Option<Text>,
}

/// The member of staff who gets to know one resident best.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct KeyWorker {
    /// `yes` where everybody has one by name.
    /// Seen on: community, decisions, end-of-life, faith-and-culture, getting-out, health, key-worker, life-here, meals, moving-in, people, pets, relationships, rooms, services, statement-of-purpose/extra, things-to-do, week.
    pub everyone_has_one: Option<bool>,
    /// `yes` where you meet them before you move.
    /// Seen on: key-worker, moving-in, statement-of-purpose/extra.
    pub meets_you_before: Option<bool>,
    /// `yes` where they take part in the assessment.
    /// Seen on: key-worker, statement-of-purpose/extra.
    pub part_of_assessment: Option<bool>,
    /// `yes` where the same person makes each visit to you before the move.
    /// Seen on: key-worker, statement-of-purpose/extra.
    pub same_person_visits: Option<bool>,
    /// For how many weeks they are on duty when you are new.
    /// Seen on: key-worker, statement-of-purpose/extra.
    pub on_duty_weeks: Option<Count>,
    /// `yes` where there is a second one for their days off.
    /// Seen on: key-worker, statement-of-purpose/extra.
    pub back_up: Option<bool>,
    /// What they do for you, one each.
    /// Seen on: key-worker.
    pub does: Vec<Text>,
    /// How you choose them, or change.
    /// Seen on: key-worker, statement-of-purpose/extra.
    pub choosing: Option<Text>,
}
