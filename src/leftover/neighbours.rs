//! What two homes of one group both say, where that is unlikely: somebody's words, a number to ring, a number in a register, a name.

use std::collections::BTreeMap;

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::each_value;
use super::print::{Print, print};
use crate::read::{Content, Place};
use crate::severity::Severity;
use crate::text::Span;

/// What is compared, how much it matters, and what it is, in a sentence.
const KINDS: [(&str, Severity, &str); 6] = [
    ("home.phone", Severity::Warning, "the telephone number"),
    ("home.email", Severity::Warning, "the email address"),
    ("home.inspector_number", Severity::Warning, "the number in the inspector’s register"),
    ("home.address.postcode", Severity::Hint, "the postcode"),
    ("voice.quotes.words", Severity::Warning, "something that somebody said"),
    ("people.named.name", Severity::Hint, "somebody who is named"),
];

/// What the homes of a group say of themselves, as fingerprints.
#[derive(Debug, Default)]
pub struct Neighbours(BTreeMap<Print, Vec<String>>);

/// Something that another home of the group says too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// Where it stands.
    pub span: Span,
    /// How much it matters.
    pub severity: Severity,
    /// What it is, in a sentence.
    pub what: &'static str,
    /// As it stands there.
    pub words: String,
    /// The folder of the other home.
    pub other: String,
}

impl Neighbours {
    /// Reads what the homes of a group say.
    #[must_use]
    pub fn of(content: &Content) -> Self {
        let of_home = |place: &Place| {
            let mut prints = Vec::new();
            each_value(&content.sources, place, &mut |way, _, words| {
                if KINDS.iter().any(|(kind, ..)| *kind == way) {
                    prints.push(print(way, words));
                }
            });
            prints
        };
        let each: Vec<Vec<Print>> = content.homes.par_iter().map(of_home).collect();
        let mut prints: BTreeMap<Print, Vec<String>> = BTreeMap::new();
        for (place, said) in content.homes.iter().zip(each) {
            for print in said {
                prints.entry(print).or_default().push(place.name().to_owned());
            }
        }
        prints.retain(|_, homes| homes.iter().any(|home| *home != homes[0]));
        Self(prints)
    }

    /// What a home says that another one says too.
    #[must_use]
    pub fn shared(&self, content: &Content, place: &Place) -> Vec<Shared> {
        let mut shared = Vec::new();
        each_value(&content.sources, place, &mut |way, span, words| {
            let Some((_, severity, what)) = KINDS.iter().find(|(kind, ..)| *kind == way) else { return };
            let homes = self.0.get(&print(way, words));
            if let Some(other) = homes.and_then(|homes| homes.iter().find(|home| *home != place.name())) {
                let (severity, words, other) = (*severity, words.to_owned(), other.clone());
                shared.push(Shared { span, severity, what, words, other });
            }
        });
        shared
    }
}
