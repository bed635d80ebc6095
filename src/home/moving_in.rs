//! `moving-in.yaml`: from the first call to settling in, and moving on.

use serde::{Deserialize, Serialize};

use super::Text;
use super::number::Count;

/// Moving in, settling, moving on.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct MovingIn {
    /// What is said first to somebody for whom this is hard.
    pub a_big_step: Option<Text>,
    /// What happens, in order.
    pub steps: Vec<MoveStep>,
    /// What helps when you come from your own home.
    pub from_own_home: Vec<Text>,
    /// What helps when you come from another care home.
    pub from_another_home: Vec<Text>,
    /// What helps when you come from hospital.
    pub from_hospital: Vec<Text>,
    /// The key worker.
    pub key_worker: KeyWorker,
    /// The trial.
    pub trial: Option<Trial>,
    /// The first days, a sentence each.
    pub first_days: Vec<Text>,
    /// After how many days we sit down with you to hear how it is going.
    pub settling_reviews_days: Vec<Count>,
    /// Moves at short notice.
    pub short_notice: Option<Text>,
    /// Moving on or home again: how we help.
    pub moving_on: Vec<Text>,
    /// Who to ask about a place and how to look round.
    pub come_and_see: Option<Text>,
}

/// One step of moving in.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct MoveStep {
    /// What happens, in a few words.
    pub what: Text,
    /// When.
    pub when: Option<Text>,
    /// How it goes, in a sentence or two.
    pub about: Option<Text>,
    /// What you decide at this step.
    pub your_choice: Option<Text>,
}

/// The member of staff who gets to know one resident best.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct KeyWorker {
    /// `yes` where everybody has one by name.
    pub everyone_has_one: Option<bool>,
    /// `yes` where you meet them before you move.
    pub meets_you_before: Option<bool>,
    /// `yes` where they take part in the assessment.
    pub part_of_assessment: Option<bool>,
    /// `yes` where the same person makes each visit to you before the move.
    pub same_person_visits: Option<bool>,
    /// For how many weeks they are on duty when you are new.
    pub on_duty_weeks: Option<Count>,
    /// `yes` where there is a second one for their days off.
    pub back_up: Option<bool>,
    /// What they do for you, one each.
    pub does: Vec<Text>,
    /// How you choose them, or change.
    pub choosing: Option<Text>,
}

/// Time to try the home.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Trial {
    /// How many weeks.
    pub weeks: Count,
    /// How many days' notice either side gives during it.
    pub notice_days: Count,
    /// What is paid back.
    pub money_back: Option<Text>,
}
