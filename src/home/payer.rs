//! Who pays for somebody's care, and for how long somebody stays: together they decide which terms bind a person, and where a complaint
//! can go.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Who pays for somebody's care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Payer {
    /// They do.
    #[serde(rename = "self")]
    Themselves,
    /// They do, and the NHS pays towards their nursing: the usual way in a home with nurses.
    SelfWithNursing,
    /// Their council.
    Council,
    /// Their council, and somebody else a top-up.
    CouncilWithTopUp,
    /// The NHS, for all of it, because their needs are mainly for health care: continuing healthcare.
    Nhs,
    /// The NHS, for a stay between hospital and home.
    NhsIntermediate,
    /// The council and the NHS together.
    Mixed,
    /// The council and the NHS, as aftercare under section 117 of the Mental Health Act. Nobody may ask the person to pay.
    Aftercare,
}

impl Payer {
    /// Every way of paying.
    pub const ALL: [Payer; 8] = [
        Payer::Themselves,
        Payer::SelfWithNursing,
        Payer::Council,
        Payer::CouncilWithTopUp,
        Payer::Nhs,
        Payer::NhsIntermediate,
        Payer::Mixed,
        Payer::Aftercare,
    ];

    /// Whether the person pays at least a part of their care themselves.
    #[must_use]
    pub const fn is_their_own(self) -> bool {
        matches!(self, Payer::Themselves | Payer::SelfWithNursing)
    }

    /// Whether a council pays at least a part.
    #[must_use]
    pub const fn is_council(self) -> bool {
        matches!(self, Payer::Council | Payer::CouncilWithTopUp | Payer::Mixed | Payer::Aftercare)
    }

    /// Whether the NHS pays for the care: all of it, or jointly with a council. A contribution to nursing alone is not that.
    #[must_use]
    pub const fn is_nhs(self) -> bool {
        matches!(self, Payer::Nhs | Payer::NhsIntermediate | Payer::Mixed | Payer::Aftercare)
    }

    /// Whether nothing of the fee for care falls to the person: the NHS pays all of it, or the law says that nobody may ask them.
    #[must_use]
    pub const fn is_free(self) -> bool {
        matches!(self, Payer::Nhs | Payer::NhsIntermediate | Payer::Aftercare)
    }
}

/// For how long somebody is here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stay {
    /// It is their home.
    #[default]
    ToLive,
    /// A stay with an end: a rest, a try, a time for those at home to rest.
    Short,
    /// A stay between hospital and home.
    Intermediate,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_of_paying_knows_who_pays() {
        let known = |payer: Payer| (payer.is_their_own(), payer.is_council(), payer.is_nhs(), payer.is_free());
        assert_eq!(known(Payer::Themselves), (true, false, false, false));
        assert_eq!(known(Payer::SelfWithNursing), (true, false, false, false));
        assert_eq!(known(Payer::Council), (false, true, false, false));
        assert_eq!(known(Payer::CouncilWithTopUp), (false, true, false, false));
        assert_eq!(known(Payer::Nhs), (false, false, true, true));
        assert_eq!(known(Payer::NhsIntermediate), (false, false, true, true));
        assert_eq!(known(Payer::Mixed), (false, true, true, false));
        assert_eq!(known(Payer::Aftercare), (false, true, true, true));
    }
}
