//! What rules that count are made of, as it stands in their files.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::inflect::{Form, forms};
use super::pattern::set;
use super::vocabulary::{SetId, Vocabulary, WordId};

/// A rule's data as they are written.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Given {
    /// What it counts with.
    numbers: BTreeMap<String, Number>,
    /// Other numbers for texts of one person's own.
    packs: BTreeMap<String, Number>,
    /// Other numbers for the rule's own examples, which are shorter than life.
    examples: BTreeMap<String, Number>,
    /// Sets of words, as in a pattern: “choose~|like~”.
    words: BTreeMap<String, String>,
    /// Whole wordings, in small letters.
    phrases: Vec<String>,
    /// Names of one thing or person, a thing after another.
    names: Vec<Vec<String>>,
}

/// A whole number; content files have letters only.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
struct Number(u32);

impl TryFrom<String> for Number {
    type Error = String;

    fn try_from(letters: String) -> Result<Self, String> {
        letters.parse().map(Number).map_err(|_| format!("“{letters}” is not a whole number"))
    }
}

/// The numbers of a map.
fn plain(numbers: BTreeMap<String, Number>) -> BTreeMap<String, u32> {
    numbers.into_iter().map(|(name, Number(number))| (name, number)).collect()
}

/// A rule's data, ready.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Data {
    /// Whether the rule has any: whether it counts, and is not of patterns alone.
    pub(crate) counts: bool,
    pub(crate) numbers: BTreeMap<String, u32>,
    pub(crate) packs: BTreeMap<String, u32>,
    pub(crate) examples: BTreeMap<String, u32>,
    pub(crate) words: BTreeMap<String, SetId>,
    pub(crate) phrases: Vec<String>,
    pub(crate) names: Vec<Vec<Called>>,
}

/// One name of a thing.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Called {
    /// As it is written in the rule.
    pub(crate) name: String,
    /// Its words: one of it, and several.
    pub(crate) words: Vec<Vec<WordId>>,
}

impl Data {
    pub(crate) fn of(given: Option<Given>, vocabulary: &mut Vocabulary) -> Result<Self, String> {
        let counts = given.is_some();
        let given = given.unwrap_or_default();
        let words = given.words.iter().map(|(name, words)| Ok((name.clone(), set(words, vocabulary)?)));
        let words = words.collect::<Result<_, String>>()?;
        let names =
            given.names.iter().map(|names| names.iter().map(|name| called(name, vocabulary)).collect()).collect();
        let Given { numbers, packs, examples, phrases, .. } = given;
        let (numbers, packs, examples) = (plain(numbers), plain(packs), plain(examples));
        Ok(Self { counts, numbers, packs, examples, words, phrases, names })
    }
}

/// A name with its plural: of several words the last changes.
fn called(name: &str, vocabulary: &mut Vocabulary) -> Called {
    let words = [Form::Exact, Form::S].map(|form| {
        let last = name.rfind(' ').map_or(0, |at| at + 1);
        let plural = forms(&name[last..], form).swap_remove(0);
        format!("{}{plural}", &name[..last]).split([' ', '-']).map(|word| vocabulary.id(word)).collect::<Vec<_>>()
    });
    Called { name: name.to_owned(), words: words.to_vec() }
}

/// `vocabulary/initials.yaml`: initials, and what they mean.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Meanings {
    /// Those that everybody knows.
    pub(crate) everybody: BTreeSet<String>,
    /// Those of organisations; few people need them to follow a sentence.
    pub(crate) organisations: BTreeSet<String>,
    /// Those of the work, each with what it means.
    pub(crate) work: BTreeMap<String, String>,
    /// Those of the work that are words too, beside the small words of English.
    pub(crate) words: BTreeSet<String>,
    /// What follows initials that are a word too, as in “MUST score”.
    pub(crate) beside: BTreeSet<String>,
}

impl Meanings {
    /// Whether somebody explained these to us: they are in one of the lists.
    pub(crate) fn lists(&self, initials: &str) -> bool {
        self.everybody.contains(initials) || self.organisations.contains(initials) || self.work.contains_key(initials)
    }
}
