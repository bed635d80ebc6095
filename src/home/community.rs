//! `community.yaml`: the neighbourhood, local need, and what else the home does.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::number::Year;
use super::{Id, Text};

/// The home in its neighbourhood.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Community {
    /// The home's place locally, in a sentence or two.
    /// Seen on: community, statement-of-purpose/part-2.
    pub our_place: Option<Text>,
    /// Where people who live here go.
    pub we_go_out: Vec<Link>,
    /// Who comes in.
    pub people_come_in: Vec<Link>,
    /// What people round here need, and what the home does about it.
    pub local_needs: Vec<LocalNeed>,
    /// Strategies of the council and the NHS that the home works with.
    pub strategies: Vec<Strategy>,
    /// What is planned.
    pub planned_changes: Vec<Change>,
    /// What else the home offers, plans, or has decided against.
    pub more_than_a_home: Vec<Offer>,
    /// Who the home works with.
    pub partners: Vec<Partner>,
    /// What is near.
    pub nearby: Vec<Nearby>,
}

/// Something that joins the home and its neighbours.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What.
    /// Seen on: community.
    pub what: Text,
    /// When.
    /// Seen on: community.
    pub when: Option<Text>,
}

/// A need in the area.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LocalNeed {
    /// The need.
    /// Seen on: community, statement-of-purpose/part-2.
    pub need: Text,
    /// Who says so: a council's or an NHS paper.
    /// Seen on: community, statement-of-purpose/part-2.
    pub source: Text,
    /// Its year.
    /// Seen on: community, statement-of-purpose/part-2.
    pub year: Year,
    /// What the home does about it.
    /// Seen on: community, statement-of-purpose/part-2.
    pub response: Option<Text>,
}

/// A strategy.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Strategy {
    /// Its name.
    /// Seen on: community, statement-of-purpose/part-2.
    pub name: Text,
    /// Whose it is.
    /// Seen on: community, statement-of-purpose/part-2.
    pub body: Text,
    /// Its year.
    /// Seen on: community, statement-of-purpose/part-2.
    pub year: Year,
}

/// A planned change.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// What.
    /// Seen on: community, statement-of-purpose/part-2.
    pub what: Text,
    /// By when, in words.
    /// Seen on: community, statement-of-purpose/part-2.
    pub by_when: Text,
}

/// Something a home can offer beside a place to live.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// Its kind.
    /// Seen on: community.
    pub kind: OfferKind,
    /// Whether it is offered.
    /// Seen on: community.
    pub status: OfferStatus,
    /// What it is, or why it was decided against.
    /// Seen on: community.
    pub about: Text,
    /// For whom.
    /// Seen on: community.
    pub for_whom: Option<Text>,
    /// When: days, evenings, nights, weekends.
    /// Seen on: community.
    pub when: Option<Text>,
    /// What it costs.
    /// Seen on: community.
    pub cost: Option<Text>,
    /// Who to ask, by `id`.
    /// Seen on: community.
    pub ask: Option<Id>,
}

/// The ways to diversify that SCIE's briefing names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OfferKind {
    /// Access to community resources: advice, day services, equipment.
    CommunityResources,
    /// A resource centre that reaches out.
    ResourceCentreOutreach,
    /// Help to do things for oneself again.
    Reablement,
    /// Preventing falls.
    FallsPrevention,
    /// A break for carers.
    Respite,
    /// Dementia, end of life and other special support.
    Specialist,
    /// Between hospital and home.
    IntermediateCare,
}

/// Whether something is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OfferStatus {
    /// It is there now.
    Now,
    /// It is planned.
    Planned,
    /// It was thought about, and the answer was no. Never printed on the site.
    ConsideredNo,
}

/// Who the home works with.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Who they are.
    /// Seen on: community.
    pub who: Text,
    /// What for.
    /// Seen on: community.
    pub what_for: Text,
}

/// A place near the home.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Nearby {
    /// What.
    /// Seen on: community.
    pub what: Text,
    /// How far: “200 metres”.
    /// Seen on: community.
    pub how_far: Text,
    /// What it is like to get there.
    /// Seen on: community.
    pub about: Option<Text>,
}
