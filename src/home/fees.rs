//! `fees.yaml`: what it costs, what is in it, and what the contract says. Consumer law wants the hard parts early.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::Date;
use super::number::Money;
use super::terms::Terms;
use super::{Id, Text};

/// Fees and contract.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Fees {
    /// `yes` or `no`: people who pay for themselves.
    /// Seen on: complaints, complaints-more, easy-read/complaints, fees, statement-of-purpose/extra.
    pub self_funded: Option<bool>,
    /// `yes` or `no`: people whose council pays.
    /// Seen on: a-to-z, complaints, complaints-more, easy-read/complaints, fees, index, statement-of-purpose/extra.
    pub council_funded: Option<bool>,
    /// Which councils, and how.
    /// Seen on: fees, statement-of-purpose/extra.
    pub councils: Option<Text>,
    /// `yes` or `no`: people whose care the NHS pays for.
    /// Seen on: a-to-z, complaints, complaints-more, easy-read/complaints, fees, index, statement-of-purpose/extra.
    pub nhs_funded: Option<bool>,
    /// `yes` or `no`: people who pay for themselves while the NHS pays towards their nursing.
    /// Seen on: complaints, complaints-more, easy-read/complaints, fees, statement-of-purpose/extra.
    pub self_with_nursing: Option<bool>,
    /// `yes` or `no`: people who come between hospital and home, and whose stay the NHS pays for.
    /// Seen on: fees, statement-of-purpose/extra.
    pub nhs_intermediate: Option<bool>,
    /// `yes` or `no`: people whose care the council and the NHS pay for together.
    /// Seen on: complaints, complaints-more, easy-read/complaints, fees, statement-of-purpose/extra.
    pub jointly_funded: Option<bool>,
    /// `yes` or `no`: people whose care is aftercare under section 117 of the Mental Health Act.
    /// Seen on: fees, statement-of-purpose/extra.
    pub aftercare: Option<bool>,
    /// What the NHS pays towards nursing, as of a day.
    pub nursing_contribution: Option<Contribution>,
    /// How that is agreed.
    /// Seen on: a-to-z, fees, statement-of-purpose/extra.
    pub nhs: Option<Text>,
    /// Fees by the week, for people who pay for themselves.
    pub weekly: Vec<WeeklyFee>,
    /// The day from which they hold.
    /// Seen on: fees, index, statement-of-purpose/extra.
    pub from: Option<Date>,
    /// What is in the fee, one each.
    /// Seen on: fees, statement-of-purpose/extra.
    pub included: Vec<Text>,
    /// What costs extra.
    pub extras: Vec<Extra>,
    /// Top-ups.
    pub top_up: Option<TopUp>,
    /// What the contract holds, each entry for the people it binds.
    pub terms: Vec<Terms>,
    /// The only reasons for which we may ask somebody to leave.
    /// Seen on: contract.
    pub our_reasons: Vec<Text>,
    /// What we do before it comes to that.
    /// Seen on: contract.
    pub before_we_ask: Option<Text>,
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

/// What the NHS pays towards nursing. The sum changes each April, so it stands with its day and is never ours.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// The sum a week. It must be there.
    /// Seen on: fees, index, statement-of-purpose/extra.
    pub weekly: Money,
    /// The day from which it holds. It must be there.
    /// Seen on: fees, statement-of-purpose/extra.
    pub from: Date,
    /// Who receives it: “The NHS pays it to us. We take it off your bill.”
    /// Seen on: fees, statement-of-purpose/extra.
    pub received: Option<Text>,
}

/// A fee by the week.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WeeklyFee {
    /// For which care and room: “Residential care, single room”.
    /// Seen on: fees, index, statement-of-purpose/extra.
    pub what: Text,
    /// The fee, or the lowest of several.
    /// Seen on: fees, index, statement-of-purpose/extra.
    pub from: Money,
    /// The highest, where they differ.
    /// Seen on: fees, index, statement-of-purpose/extra.
    pub to: Option<Money>,
    /// `yes` where it is the whole fee for a place with nursing, of which the NHS pays its contribution.
    /// Seen on: fees, index, statement-of-purpose/extra.
    pub with_nursing: Option<bool>,
    /// What makes the difference, or a condition.
    /// Seen on: fees.
    pub note: Option<Text>,
}

/// Something that costs extra.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Extra {
    /// What.
    /// Seen on: fees.
    pub what: Text,
    /// What it costs, in words: “from £14”, “at cost”.
    /// Seen on: fees.
    pub price: Text,
}

/// Top-ups.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
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

/// Something that was true on a day.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dated {
    /// What is so.
    /// Seen on: fees.
    pub words: Text,
    /// The day it was checked.
    /// Seen on: fees.
    pub checked_on: Date,
}
