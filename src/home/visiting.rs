//! `visiting.yaml`: visitors, and going to hospital with somebody.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::number::Money;
use super::{Id, Text};

/// Visitors.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Visiting {
    /// `yes` where visitors may come at any time.
    /// Seen on: a-to-z, statement-of-purpose/extra, visiting.
    pub any_time: Option<bool>,
    /// `yes` where they need to book.
    /// Seen on: statement-of-purpose/extra, visiting.
    pub book_first: Option<bool>,
    /// How to come in by day and at night, a sentence each.
    /// Seen on: visiting.
    pub coming_in: Vec<Text>,
    /// Times when a quiet house is asked for, as a request with its reason.
    /// Seen on: visiting.
    pub quiet_times: Option<Text>,
    /// Why visitors are asked to sign in.
    /// Seen on: visiting.
    pub signing_in: Option<Text>,
    /// Places to be alone with a visitor.
    /// Seen on: visiting.
    pub private_places: Vec<Text>,
    /// Staying overnight.
    /// Seen on: statement-of-purpose/extra, visiting.
    pub overnight: Option<Text>,
    /// The price of the guest room for a night, where there is one.
    /// Seen on: visiting.
    pub guest_room: Option<Money>,
    /// Children and pets as visitors.
    /// Seen on: visiting.
    pub children_and_pets: Option<Text>,
    /// Eating and drinking with a visitor, taking part.
    /// Seen on: visiting.
    pub eating_together: Option<Text>,
    /// Calls and messages, for those far away.
    /// Seen on: statement-of-purpose/extra, visiting.
    pub from_far_away: Option<Text>,
    /// When somebody in the home is ill: how visits go on. A sentence each.
    /// Seen on: visiting.
    pub when_there_is_illness: Vec<Text>,
    /// If a visit ever had to be limited: who decides, how it is looked at again, who to ask. A sentence each.
    /// Seen on: visiting.
    pub if_limited: Vec<Text>,
    /// Saying no to a visitor.
    /// Seen on: visiting.
    pub your_choice: Option<Text>,
    /// Somebody to come along to hospital or a clinic.
    /// Seen on: visiting.
    pub accompanying: Option<Text>,
    /// For relatives and friends: how to keep in touch with us.
    /// Seen on: visiting.
    pub keeping_in_touch: Option<Text>,
    /// Who to ask about visits, by `id`.
    /// Seen on: moving-in, visiting.
    pub ask: Option<Id>,
}
