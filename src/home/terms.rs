//! `fees.yaml`, `terms`: what the contract holds, and whom each part of it binds.
//!
//! A term is said only to those whom it binds: one entry for people who live here and pay for themselves, another for a short stay
//! or for a place that the NHS pays for. An entry that names no stay or no payer would bind everybody, so it must name both.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};

use super::number::Count;
use super::payer::{Payer, Stay};
use super::{Id, Text};
use crate::finding::{Slip, ours};

/// What the contract holds for some people.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// For which kinds of stay: `to-live`, `short`, `intermediate`. It must be there.
    /// Seen on: contract, fees, moving-in, statement-of-purpose/extra.
    #[serde(deserialize_with = "named")]
    pub stays: Vec<Stay>,
    /// For whom, by who pays: `self`, `self-with-nursing`, `council`, … It must be there.
    /// Seen on: a-to-z, contract, fees, moving-in, statement-of-purpose/extra.
    #[serde(deserialize_with = "named")]
    pub payers: Vec<Payer>,
    /// Only for people in these parts of the home, by `id`; for all of them where this is left out.
    #[serde(default)]
    pub units: Vec<Id>,
    /// Time to try the home.
    pub trial: Option<Trial>,
    /// How many days' notice you give.
    /// Seen on: contract.
    pub your_notice_days: Option<Count>,
    /// How many days' notice we give.
    /// Seen on: contract.
    pub our_notice_days: Option<Count>,
    /// `yes` where there is no deposit and no fee for joining.
    /// Seen on: contract, fees.
    pub no_deposit: Option<bool>,
    /// Payments before you move in.
    #[serde(default)]
    pub upfront: Vec<Upfront>,
    /// When and how to pay.
    /// Seen on: fees.
    #[serde(default)]
    pub paying: Vec<Text>,
    /// When the fee changes.
    pub review: Option<Review>,
    /// The fee while you are away.
    /// Seen on: contract.
    pub away: Option<Text>,
    /// After a death.
    pub after_death: Option<AfterDeath>,
    /// Terms that may surprise you; `[]` where there are none.
    pub surprising_terms: Option<Vec<Term>>,
}

/// A list that says for whom something holds: one without an entry would hold for nobody, or be taken to hold for all.
fn named<'de, D: Deserializer<'de>, T: DeserializeOwned>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let list = Vec::deserialize(deserializer)?;
    let wrong =
        || Slip::new(ours("this list names nobody"), ours("Write whom the terms bind, such as [to-live] or [self]."));
    if list.is_empty() { Err(wrong().through()) } else { Ok(list) }
}

impl Terms {
    /// Whether they bind somebody: by how long they stay, who pays, and in which part of the home they live. What nobody knows of
    /// somebody cannot be what binds them: then only terms that hold for everybody do.
    #[must_use]
    pub fn bind(&self, stay: Stay, payer: Option<Payer>, unit: Option<&str>) -> bool {
        let pays = |payer| self.payers.contains(&payer);
        let lives = self.units.is_empty() || unit.is_some_and(|unit| self.units.iter().any(|id| id.id == unit));
        lives && self.stays.contains(&stay) && payer.map_or_else(|| Payer::ALL.into_iter().all(pays), pays)
    }

    /// Everything that binds somebody, from all the entries that do: of what only one can say the first counts, and lists follow each
    /// other. None where nothing binds them.
    #[must_use]
    pub fn binding(all: &[Terms], stay: Stay, payer: Option<Payer>, unit: Option<&str>) -> Option<Terms> {
        let mut bind = all.iter().filter(|terms| terms.bind(stay, payer, unit));
        let first = bind.next()?.clone();
        Some(bind.fold(first, Terms::and))
    }

    /// These, and what others say besides.
    fn and(self, more: &Terms) -> Terms {
        let more = more.clone();
        let surprising_terms = match (self.surprising_terms, more.surprising_terms) {
            (Some(ours), Some(more)) => Some([ours, more].concat()),
            (ours, more) => ours.or(more),
        };
        Terms {
            stays: self.stays,
            payers: self.payers,
            units: self.units,
            trial: self.trial.or(more.trial),
            your_notice_days: self.your_notice_days.or(more.your_notice_days),
            our_notice_days: self.our_notice_days.or(more.our_notice_days),
            no_deposit: self.no_deposit.or(more.no_deposit),
            upfront: [self.upfront, more.upfront].concat(),
            paying: [self.paying, more.paying].concat(),
            review: self.review.or(more.review),
            away: self.away.or(more.away),
            after_death: self.after_death.or(more.after_death),
            surprising_terms,
        }
    }

    /// The terms of a trial that was written among the words on moving in, before terms said whom they bind: read narrowly.
    #[must_use]
    pub fn of_trial(trial: Trial) -> Terms {
        Terms { stays: vec![Stay::ToLive], payers: vec![Payer::Themselves], trial: Some(trial), ..Terms::default() }
    }
}

/// Time to try the home.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Trial {
    /// How many weeks.
    /// Seen on: contract, moving-in, statement-of-purpose/extra.
    pub weeks: Count,
    /// How many days' notice either side gives during it.
    /// Seen on: contract, moving-in, statement-of-purpose/extra.
    pub notice_days: Count,
    /// What is paid back.
    /// Seen on: contract, moving-in, statement-of-purpose/extra.
    pub money_back: Option<Text>,
}

/// A term that may surprise.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The term, in plain words.
    /// Seen on: fees.
    pub term: Text,
    /// What it means for you.
    /// Seen on: fees.
    pub meaning: Text,
}

/// A payment before moving in.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
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
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{shape, yaml};

    fn terms(letters: &str) -> Vec<Terms> {
        let (node, _) = yaml::read(0, letters).expect("it is YAML");
        let (terms, findings) = shape::read(&node);
        terms.unwrap_or_else(|| panic!("{findings:?}"))
    }

    const TWO: &str = "- stays: [to-live, short]\n  payers: [self, council]\n  your_notice_days: 28\n  paying: [By the month.]\n\
                       - stays: [short]\n  payers: [self]\n  your_notice_days: 2\n  away: Half.\n  paying: [By card.]\n";

    #[test]
    fn a_term_binds_only_those_whom_it_names() {
        let terms = terms(TWO);
        let notice = |stay, payer| {
            Terms::binding(&terms, stay, payer, None).and_then(|terms| terms.your_notice_days).map(Count::get)
        };
        assert_eq!(notice(Stay::ToLive, Some(Payer::Themselves)), Some(28));
        assert_eq!(notice(Stay::Short, Some(Payer::Council)), Some(28));
        for payer in [Payer::Nhs, Payer::NhsIntermediate, Payer::Mixed, Payer::Aftercare, Payer::SelfWithNursing] {
            assert_eq!(notice(Stay::ToLive, Some(payer)), None, "{payer:?}");
        }
        assert_eq!(notice(Stay::Intermediate, Some(Payer::Themselves)), None);
        assert_eq!(notice(Stay::ToLive, None), None, "nobody knows who pays");
    }

    #[test]
    fn terms_of_one_part_of_the_home_bind_nobody_in_another() {
        let terms = terms("- stays: [to-live]\n  payers: [self]\n  units: [larch]\n  your_notice_days: 14\n");
        let binding = |unit| Terms::binding(&terms, Stay::ToLive, Some(Payer::Themselves), unit).is_some();
        assert!(binding(Some("larch")) && !binding(Some("ash")) && !binding(None));
    }

    #[test]
    fn several_entries_that_bind_somebody_are_said_together() {
        let both = Terms::binding(&terms(TWO), Stay::Short, Some(Payer::Themselves), None).expect("it binds them");
        assert_eq!(both.paying.iter().map(Text::as_str).collect::<Vec<_>>(), ["By the month.", "By card."]);
        assert_eq!(both.away.as_ref().map(Text::as_str), Some("Half."));
        assert_eq!(both.your_notice_days.map(Count::get), Some(28));
    }

    #[test]
    fn terms_that_name_nobody_are_a_mistake() {
        for letters in ["- stays: []\n  payers: [self]\n", "- stays: [to-live]\n  payers: []\n", "- payers: [self]\n"] {
            let (node, _) = yaml::read(0, letters).expect("it is YAML");
            let (terms, findings) = shape::read::<Vec<Terms>>(&node);
            assert!(terms.is_none() && findings.len() == 1, "{letters}: {findings:?}");
        }
    }
}
