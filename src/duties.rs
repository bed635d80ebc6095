//! What a home has to say, and who asks for it: the law, the inspector, good practice. One list a country, an entry a duty.
//!
//! Comes from: `duties/<country>.yaml`, which says at its head what each key of an entry means. Goes to: `check`, `docs`.

mod agreement;
mod explained;
mod page;
mod personal;

use serde::Deserialize;

use crate::country::{Country, PROFILES};
use crate::failure::Failure;
use crate::ours;
use crate::severity::Severity;

pub use agreement::{Agreement, Is, Kind, Map, Take, Ways, Where, agreements};
pub use explained::{explained, names};
pub use page::page;
pub use personal::{Consideration, SeenTo, considerations};

/// A duty: something that a home says, or sees to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// Its short name: `sop-provider-phone`.
    pub id: String,
    /// What is asked, as a sentence to the registered manager.
    pub asks: String,
    /// Who asks for it, and where: the law with its paragraph, or guidance.
    pub source: String,
    /// How sure it is that somebody asks for it.
    pub certainty: Certainty,
    /// How much it matters.
    pub weight: Weight,
    /// The pages and papers where a reader finds it.
    #[serde(default)]
    pub seen_on: Vec<String>,
    /// Only for homes of which all of this holds.
    #[serde(default)]
    pub when: Conditions,
    /// The keys that say it.
    #[serde(default)]
    pub needs: Vec<Need>,
    /// Keys that change what is said too, though they alone do not say it.
    #[serde(default)]
    pub changed_by: Vec<String>,
    /// What is needed counts as missing only so many days after a day.
    pub due: Option<Due>,
    /// Who sees to it, where no key says it.
    pub kept_by: Option<Keeper>,
    /// Where the program sees to it.
    #[serde(default)]
    pub proof: Option<Proof>,
    /// What to write and where, or what to do.
    pub write: String,
}

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// The law itself, or the body's own page, was read.
    Certain,
    /// Copies or reports of it were read.
    Likely,
    /// It is general knowledge.
    Possible,
}

/// How much a duty matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// The law asks for it, and that is certain.
    Mandatory,
    /// Guidance asks for it, or a law that nobody here has read.
    Expected,
    /// Good practice.
    Recommended,
}

impl Weight {
    /// How much a home's silence matters.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Weight::Mandatory => Severity::Error,
            Weight::Expected => Severity::Warning,
            Weight::Recommended => Severity::Hint,
        }
    }
}

/// Who sees to a duty that no key says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Keeper {
    /// homepack, always.
    Program,
    /// Somebody in the home: no file can show it.
    Manager,
}

/// A test or a page, or several.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Proof {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

/// Keys that say something. A way goes down by dots; with `[]` behind a list every entry of it says it, otherwise one is enough; with `()`
/// behind the last key an empty list says that there is none.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Need {
    /// This key.
    Key(String),
    /// Any one of these.
    Any(Vec<String>),
}

impl Need {
    /// The ways that say it.
    #[must_use]
    pub fn ways(&self) -> &[String] {
        match self {
            Need::Key(way) => std::slice::from_ref(way),
            Need::Any(ways) => ways,
        }
    }
}

/// What has to hold of a home, all of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Conditions {
    /// One.
    One(Condition),
    /// Several.
    All(Vec<Condition>),
    /// Nothing.
    #[default]
    None,
}

impl Conditions {
    /// Each of them.
    #[must_use]
    pub fn each(&self) -> &[Condition] {
        match self {
            Conditions::One(one) => std::slice::from_ref(one),
            Conditions::All(all) => all,
            Conditions::None => &[],
        }
    }
}

/// Something that holds of some homes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Condition {
    /// At this key stands this word, alone or in a list.
    Has {
        /// The way.
        key: String,
        /// The word.
        has: String,
    },
    /// At this key stands yes, or no.
    Said {
        /// The way.
        key: String,
        /// Which of them.
        said: bool,
    },
    /// Nothing is said at this key.
    Silent {
        /// The way.
        none: String,
    },
}

/// A time that the law gives.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// So many days.
    pub days: u32,
    /// After the day at this key.
    pub after: String,
}

/// The duties of every country, read once.
#[derive(Debug, Clone)]
pub struct Duties(Vec<(&'static str, Vec<Duty>)>);

impl Duties {
    /// Reads the lists.
    ///
    /// # Errors
    /// A fault of our own lists, which a test would have found.
    pub fn new() -> Result<Self, Failure> {
        let read = |Country { id, duties, .. }: &Country| {
            let list = ours::read(duties).map_err(|why| Failure::damaged(format!("duties/{id}.yaml"), why))?;
            Ok((*id, list))
        };
        PROFILES.iter().map(read).collect::<Result<_, _>>().map(Self)
    }

    /// Those of a country, the most important of each subject first.
    #[must_use]
    pub fn of(&self, country: &str) -> &[Duty] {
        self.0.iter().find(|(id, _)| *id == country).map_or(&[], |(_, duties)| duties)
    }
}
