//! `fees.yaml`: what it costs, what is in it, and what the contract says. Consumer law wants the hard parts early.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::number::{Count, Money};
use super::{Id, Text};

/// Fees and contract.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Fees {
    /// `yes` or `no`: people who pay for themselves.
    pub self_funded: Option<bool>,
    /// `yes` or `no`: people whose council pays.
    pub council_funded: Option<bool>,
    /// Which councils, and how.
    pub councils: Option<Text>,
    /// `yes` or `no`: people whose care the NHS pays for.
    pub nhs_funded: Option<bool>,
    /// How that is agreed.
    pub nhs: Option<Text>,
    /// Fees by the week, for people who pay for themselves.
    pub weekly: Vec<WeeklyFee>,
    /// The day from which they hold.
    pub from: Option<Date>,
    /// What is in the fee, one each.
    pub included: Vec<Text>,
    /// What costs extra.
    pub extras: Vec<Extra>,
    /// Terms that may surprise you; `[]` where there are none.
    pub surprising_terms: Option<Vec<Term>>,
    /// Top-ups.
    pub top_up: Option<TopUp>,
    /// `yes` where there is no deposit and no fee for joining.
    pub no_deposit: Option<bool>,
    /// Payments before you move in.
    pub upfront: Vec<Upfront>,
    /// When and how to pay.
    pub paying: Vec<Text>,
    /// When the fee changes.
    pub review: Option<Review>,
    /// The fee while you are away.
    pub away: Option<Text>,
    /// How many days' notice you give.
    pub your_notice_days: Option<Count>,
    /// How many days' notice we give.
    pub our_notice_days: Option<Count>,
    /// The only reasons for which we may ask somebody to leave.
    pub our_reasons: Vec<Text>,
    /// What we do before it comes to that.
    pub before_we_ask: Option<Text>,
    /// After a death.
    pub after_death: Option<AfterDeath>,
    /// When your money runs down and the council may begin to pay.
    pub if_money_runs_down: Vec<Text>,
    /// When the NHS begins to pay.
    pub if_nhs_pays: Vec<Text>,
    /// Nursing paid for by the NHS, in homes with nurses.
    pub funded_nursing: Option<Text>,
    /// Help with money questions, a sentence each.
    pub help_with_money: Vec<Text>,
    /// Contacts for money questions, by `id`.
    pub advice: Vec<Id>,
    /// The contract.
    pub contract: Vec<Text>,
    /// Who to ask about fees, by `id`.
    pub ask: Option<Id>,
    /// What can be said about direct payments, as of a day.
    pub direct_payments: Option<Dated>,
}

/// A fee by the week.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct WeeklyFee {
    /// For which care and room: “Residential care, single room”.
    pub what: Text,
    /// The fee, or the lowest of several.
    pub from: Money,
    /// The highest, where they differ.
    pub to: Option<Money>,
    /// What makes the difference, or a condition.
    pub note: Option<Text>,
}

/// Something that costs extra.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Extra {
    /// What.
    pub what: Text,
    /// What it costs, in words: “from £14”, “at cost”.
    pub price: Text,
}

/// A term that may surprise.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The term, in plain words.
    pub term: Text,
    /// What it means for you.
    pub meaning: Text,
}

/// Top-ups.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TopUp {
    /// `yes` where one may be asked for.
    pub may_be_asked: bool,
    /// The lowest a week.
    pub from: Option<Money>,
    /// The highest a week.
    pub to: Option<Money>,
    /// Who pays, who agrees, what if it stops. A sentence each.
    #[serde(default)]
    pub about: Vec<Text>,
}

/// A payment before moving in.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Upfront {
    /// What it is for.
    pub what: Text,
    /// How much, in words: “the first month”.
    pub amount: Text,
    /// When and how it is paid back.
    pub paid_back: Text,
}

/// A change of fees.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// When: “each April”.
    pub when: Text,
    /// How many days before we write.
    pub notice_days: Count,
    /// How it is worked out.
    pub how: Text,
    /// What you can do.
    pub your_choice: Option<Text>,
}

/// After a death.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AfterDeath {
    /// For how many days the fee goes on.
    pub fee_days: Count,
    /// For how many days at most, where the room is not yet cleared.
    pub most_days: Option<Count>,
    /// How the room is cleared.
    pub room: Option<Text>,
}

/// Something that was true on a day.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Dated {
    /// What is so.
    pub words: Text,
    /// The day it was checked.
    pub checked_on: Date,
}
