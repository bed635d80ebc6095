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
    /// Seen on: complaints, complaints-more, easy-read/complaints, fees, statement-of-purpose/part-3.
    pub self_funded: Option<bool>,
    /// `yes` or `no`: people whose council pays.
    /// Seen on: a-to-z, complaints, complaints-more, easy-read/complaints, fees, index, statement-of-purpose/part-3.
    pub council_funded: Option<bool>,
    /// Which councils, and how.
    /// Seen on: fees, statement-of-purpose/part-3.
    pub councils: Option<Text>,
    /// `yes` or `no`: people whose care the NHS pays for.
    /// Seen on: a-to-z, complaints, complaints-more, easy-read/complaints, fees, index, papers/reception, statement-of-purpose/part-3.
    pub nhs_funded: Option<bool>,
    /// How that is agreed.
    /// Seen on: fees, statement-of-purpose/part-3.
    pub nhs: Option<Text>,
    /// Fees by the week, for people who pay for themselves.
    pub weekly: Vec<WeeklyFee>,
    /// The day from which they hold.
    /// Seen on: fees, index, statement-of-purpose/part-3.
    pub from: Option<Date>,
    /// What is in the fee, one each.
    /// Seen on: fees, statement-of-purpose/part-3.
    pub included: Vec<Text>,
    /// What costs extra.
    pub extras: Vec<Extra>,
    /// Terms that may surprise you; `[]` where there are none.
    pub surprising_terms: Option<Vec<Term>>,
    /// Top-ups.
    pub top_up: Option<TopUp>,
    /// `yes` where there is no deposit and no fee for joining.
    /// Seen on: a-to-z, contract, fees.
    pub no_deposit: Option<bool>,
    /// Payments before you move in.
    pub upfront: Vec<Upfront>,
    /// When and how to pay.
    /// Seen on: fees.
    pub paying: Vec<Text>,
    /// When the fee changes.
    pub review: Option<Review>,
    /// The fee while you are away.
    /// Seen on: contract.
    pub away: Option<Text>,
    /// How many days' notice you give.
    /// Seen on: contract.
    pub your_notice_days: Option<Count>,
    /// How many days' notice we give.
    /// Seen on: contract.
    pub our_notice_days: Option<Count>,
    /// The only reasons for which we may ask somebody to leave.
    /// Seen on: contract.
    pub our_reasons: Vec<Text>,
    /// What we do before it comes to that.
    /// Seen on: contract.
    pub before_we_ask: Option<Text>,
    /// After a death.
    pub after_death: Option<AfterDeath>,
    /// When your money runs down and the council may begin to pay.
    /// Seen on: fees.
    pub if_money_runs_down: Vec<Text>,
    /// When the NHS begins to pay.
    /// Seen on: fees.
    pub if_nhs_pays: Vec<Text>,
    /// Nursing paid for by the NHS, in homes with nurses.
    /// Seen on: fees.
    pub funded_nursing: Option<Text>,
    /// Help with money questions, a sentence each.
    /// Seen on: fees.
    pub help_with_money: Vec<Text>,
    /// Contacts for money questions, by `id`.
    /// Seen on: fees.
    pub advice: Vec<Id>,
    /// The contract.
    /// Seen on: contract.
    pub contract: Vec<Text>,
    /// Who to ask about fees, by `id`.
    /// Seen on: contract, fees, moving-in.
    pub ask: Option<Id>,
    /// What can be said about direct payments, as of a day.
    pub direct_payments: Option<Dated>,
}

/// A fee by the week.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct WeeklyFee {
    /// For which care and room: “Residential care, single room”.
    /// Seen on: fees, index, statement-of-purpose/part-3.
    pub what: Text,
    /// The fee, or the lowest of several.
    /// Seen on: fees, index, statement-of-purpose/part-3.
    pub from: Money,
    /// The highest, where they differ.
    /// Seen on: fees, index, statement-of-purpose/part-3.
    pub to: Option<Money>,
    /// What makes the difference, or a condition.
    /// Seen on: fees.
    pub note: Option<Text>,
}

/// Something that costs extra.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Extra {
    /// What.
    /// Seen on: fees.
    pub what: Text,
    /// What it costs, in words: “from £14”, “at cost”.
    /// Seen on: fees.
    pub price: Text,
}

/// A term that may surprise.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The term, in plain words.
    /// Seen on: fees.
    pub term: Text,
    /// What it means for you.
    /// Seen on: fees.
    pub meaning: Text,
}

/// Top-ups.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TopUp {
    /// `yes` where one may be asked for.
    /// Seen on: complaints-more, fees.
    pub may_be_asked: bool,
    /// The lowest a week.
    /// Seen on: fees.
    pub from: Option<Money>,
    /// The highest a week.
    /// Seen on: fees.
    pub to: Option<Money>,
    /// Who pays, who agrees, what if it stops. A sentence each.
    /// Seen on: fees.
    #[serde(default)]
    pub about: Vec<Text>,
}

/// A payment before moving in.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Upfront {
    /// What it is for.
    /// Seen on: contract, fees.
    pub what: Text,
    /// How much, in words: “the first month”.
    /// Seen on: contract, fees.
    pub amount: Text,
    /// When and how it is paid back.
    /// Seen on: contract, fees.
    pub paid_back: Text,
}

/// A change of fees.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// When: “each April”.
    /// Seen on: contract, fees.
    pub when: Text,
    /// How many days before we write.
    /// Seen on: contract, fees.
    pub notice_days: Count,
    /// How it is worked out.
    /// Seen on: contract, fees.
    pub how: Text,
    /// What you can do.
    /// Seen on: contract, fees.
    pub your_choice: Option<Text>,
}

/// After a death.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct AfterDeath {
    /// For how many days the fee goes on.
    /// Seen on: contract.
    pub fee_days: Count,
    /// For how many days at most, where the room is not yet cleared.
    /// Seen on: contract.
    pub most_days: Option<Count>,
    /// How the room is cleared.
    /// Seen on: contract.
    pub room: Option<Text>,
}

/// Something that was true on a day.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Dated {
    /// What is so.
    /// Seen on: fees.
    pub words: Text,
    /// The day it was checked.
    /// Seen on: fees.
    pub checked_on: Date,
}
