//! `advocacy.yaml`: someone on the resident's side, who does not work for the home.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Id, Text};

/// Advocacy.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Advocacy {
    /// The council that arranges advocates here, as one would say it: “Anyshire Council”.
    /// Seen on: advocacy, easy-read/advocacy.
    pub council: Option<Text>,
    /// Local services: each with the kinds of help it gives here.
    pub local: Vec<LocalAdvocacy>,
    /// National services that may help, by the `id` of their contact.
    /// Seen on: advocacy, easy-read/advocacy.
    pub national: Vec<Id>,
    /// How to reach an advocate in private, a sentence each.
    /// Seen on: advocacy.
    pub in_private: Vec<Text>,
    /// What staff do to help you reach one.
    /// Seen on: advocacy.
    pub how_we_help: Vec<Text>,
    /// Groups where people speak up together.
    /// Seen on: advocacy.
    pub speaking_up_together: Vec<Text>,
}

/// A local advocacy service.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LocalAdvocacy {
    /// The `id` of its contact. It must be there.
    /// Seen on: advocacy, complaints, easy-read/advocacy, freedom, moving-in, statement-of-purpose/extra.
    pub contact: Id,
    /// The kinds of advocate it sends here, of those the country knows: in England care-act, imca, imha, nhs-complaints, rpr, community.
    /// Seen on: advocacy.
    #[serde(default)]
    pub kinds: Vec<Id>,
}
