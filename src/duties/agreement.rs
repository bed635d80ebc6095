//! What two places of one home's files say of each other, as data: `facts-agree.yaml`, which says at its head what each key means.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::Condition;
use crate::failure::Failure;
use crate::ours;
use crate::severity::Severity;

/// The rules, as letters of our own.
const LETTERS: &str = include_str!("facts-agree.yaml");

/// Two places that are held against each other.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Its short name: `places-in-words`.
    pub id: String,
    /// What agrees where all is well, as a sentence.
    pub says: String,
    /// Only in this country, by its word in `home.yaml`.
    pub country: Option<String>,
    /// The two places.
    pub both: (Ways, Ways),
    /// How they are held against each other.
    pub kind: Kind,
    /// How much it matters.
    pub severity: Severity,
    /// The rule says nothing where this key is said.
    pub unless_said: Option<String>,
    /// Each of the second is taken so many times.
    pub times: Option<String>,
    /// For each of these apart: the key beside the first, and the key beside the second.
    pub per: Option<(String, String)>,
    /// In a sum: no more than that. Between two days: no more days than that.
    pub at_most: Option<i64>,
    /// Between two days: no fewer days than that.
    pub at_least: Option<i64>,
    /// One of the first is enough.
    #[serde(default)]
    pub any: bool,
    /// Whether they agree where they are the same.
    #[serde(default = "yes")]
    pub wanted: bool,
    /// What is taken out of prose.
    pub take: Option<Take>,
    /// Only where it stands like that; `{}` is what is taken.
    #[serde(default)]
    pub patterns: Vec<String>,
    /// The same for the first place alone.
    #[serde(default)]
    pub patterns_first: Vec<String>,
    /// Only sentences with one of these words.
    #[serde(default)]
    pub with: Vec<String>,
    /// Entries of the second count only with these keys.
    #[serde(default)]
    pub only_with: Vec<String>,
    /// And only before the day at this key.
    pub only_until: Option<String>,
    /// Which of the first goes with which of the second.
    #[serde(default)]
    pub map: Map,
    /// The first is said with this value, or the first and the second with these two.
    pub is: Option<Is>,
    /// The first has this word, or the first and the second have these.
    pub has: Option<Is>,
    /// The first does not have this word.
    pub lacks: Option<String>,
    /// This holds of the home.
    #[serde(rename = "if")]
    pub holds: Option<Condition>,
    /// The first is none of these.
    #[serde(default)]
    pub if_not: Vec<String>,
    /// Words that contradict.
    #[serde(default)]
    pub words: Vec<String>,
    /// A sentence without any of these contradicts.
    #[serde(default)]
    pub without: Vec<String>,
    /// Not where one of these stands in the sentence too.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Not where one of these stands anywhere under the same key.
    #[serde(default)]
    pub unless_near: Vec<String>,
    /// Only entries of the first with one of these words at a key.
    pub where_first: Option<Where>,
    /// Only entries of the second with one of these words at a key.
    pub where_second: Option<Where>,
    /// What is said where they do not agree.
    pub finding: String,
    /// What to do about it, where that is more than to look which of the two is right.
    pub write: Option<String>,
    /// Facts that do not agree.
    pub example_wrong: Value,
    /// Facts that do.
    pub example_right: Value,
}

impl Agreement {
    /// What to do where the two do not agree.
    #[must_use]
    pub fn to_do(&self) -> &str {
        self.write.as_deref().unwrap_or("Look which of the two is right, and change the other.")
    }
}

fn yes() -> bool {
    true
}

/// One way to a value, several taken together, or a number that stands for itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Ways {
    /// A number of the law.
    Number(i64),
    /// One way.
    One(String),
    /// Several.
    Several(Vec<String>),
}

/// How two places are held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The second adds up to the first.
    Sum,
    /// What stands in the second stands in the first.
    Same,
    /// The first is not after, or more than, the second.
    Before,
    /// Each of the first is among the second.
    InList,
    /// For each of the first there is one of the second.
    Covers,
    /// Not both are said.
    NotBoth,
    /// Where the first holds, the second does not say some words.
    ContradictsWords,
}

/// What is taken out of prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Take {
    /// A number, in digits or in words up to a hundred.
    Number,
    /// A sum of money.
    Money,
    /// A time of the day.
    Time,
    /// A telephone number.
    Phone,
    /// An email address.
    Email,
    /// So many in a hundred.
    Percent,
    /// A month of a year.
    Month,
    /// A day of a year.
    Day,
    /// A day of the week.
    Weekday,
}

/// Which goes with which.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Map {
    /// What is named goes with what stands beside it.
    Names(BTreeMap<String, String>),
    /// Whatever is said at the second goes with all of the first: `any`.
    Anything(String),
    /// Each goes with itself.
    #[default]
    Itself,
}

/// A value of the first, or one of the first and one or several of the second.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Is {
    /// Yes or no.
    Truth(bool),
    /// A word.
    Word(String),
    /// Of the first, and of the second.
    Both(Vec<Is>),
}

/// Entries that have one of some words at a key.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Where {
    /// The way to the key.
    pub key: String,
    /// The words.
    pub words: Vec<String>,
}

impl Ways {
    /// Each way.
    #[must_use]
    pub fn each(&self) -> &[String] {
        match self {
            Ways::Number(_) => &[],
            Ways::One(way) => std::slice::from_ref(way),
            Ways::Several(ways) => ways,
        }
    }
}

impl Is {
    /// What the first has to be, and what the second may not be; where one thing is named, which of the two it is for is for the kind of
    /// rule to say.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        match self {
            Is::Truth(yes) => vec![if *yes { "yes" } else { "no" }.to_owned()],
            Is::Word(word) => vec![word.clone()],
            Is::Both(each) => each.iter().flat_map(Is::words).collect(),
        }
    }
}

/// The rules, in the order in which their file has them.
///
/// # Errors
/// A fault of our own file, which a test would have found.
pub fn agreements() -> Result<Vec<Agreement>, Failure> {
    ours::read(LETTERS).map_err(|why| Failure::Asked(format!("duties/facts-agree.yaml: {why}")))
}
