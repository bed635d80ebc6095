//! In which order a home is asked for its keys: the first dozen questions, and then subject by subject. Data, in `first.yaml` and
//! `subjects.yaml`, which say at their heads what each entry means.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::failure::Failure;
use crate::ours;

/// The first dozen questions.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct First {
    /// The questions, a subject a step.
    pub steps: Vec<Step>,
    /// What each kind of home is asked besides.
    pub kinds: Vec<KindOfHome>,
}

/// One step of the first questions.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its short name.
    pub id: String,
    /// What it is about, as a heading.
    pub title: String,
    /// What is asked, in this order.
    pub ask: Vec<Ask>,
}

/// A kind of home, and what it is asked besides.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KindOfHome {
    /// What `--kind` takes.
    pub id: String,
    /// The kind in a few words.
    pub label: String,
    /// Answers that such a home usually gives. They are never written by themselves.
    #[serde(default)]
    pub expect: BTreeMap<String, Vec<String>>,
    /// Other words for questions of the steps.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
    /// More questions at the end of a step.
    #[serde(default)]
    pub also: BTreeMap<String, Vec<Ask>>,
}

/// Something that is asked.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Entry")]
pub struct Ask {
    /// What kind of answer it wants.
    pub what: What,
    /// The way to its key, or the name of a gate: also its name in a file of answers.
    pub name: String,
    /// Other words than the key’s own question.
    pub question: Option<String>,
    /// What is asked of a person or a contact.
    pub ask: Vec<Ask>,
    /// When it is worth asking: one of these is enough. It always is where there are none.
    pub only_if: Vec<Condition>,
    /// What the answer says besides.
    pub also_says: BTreeMap<String, String>,
}

/// What kind of answer is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// What stands at a key.
    Key,
    /// A yes or no that is written nowhere.
    Gate,
    /// Somebody in `people.yaml`.
    Person,
    /// A file in the folder `contacts`.
    Contact,
}

/// Earlier answers that a question rests on, all of them together: the way or gate, and the answers that will do.
pub type Condition = BTreeMap<String, Vec<String>>;

/// What one subject is asked after the first questions: a file, or a file of a folder.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// The kind of file.
    pub file: String,
    /// What it is about, as a heading.
    pub title: String,
    /// What it is for, in a sentence.
    #[serde(rename = "for")]
    pub what_for: String,
    /// The ways to its keys, in the order in which they are asked.
    pub ask: Vec<String>,
    /// When a key is worth asking.
    #[serde(default)]
    pub only_if: BTreeMap<String, OneOrMore>,
    /// Keys that are not asked here, each with the reason.
    #[serde(default)]
    pub later: BTreeMap<String, String>,
}

/// One condition, or a list of which one is enough.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum OneOrMore {
    /// One.
    One(Condition),
    /// Several.
    More(Vec<Condition>),
}

impl OneOrMore {
    fn each(self) -> Vec<Condition> {
        match self {
            Self::One(one) => vec![one],
            Self::More(more) => more,
        }
    }
}

impl Subject {
    /// When a key is worth asking; always, where nothing is said.
    #[must_use]
    pub fn when(&self, way: &str) -> Vec<Condition> {
        self.only_if.get(way).cloned().map(OneOrMore::each).unwrap_or_default()
    }
}

/// An entry as it is written: a way alone, or with all else.
#[derive(Deserialize)]
#[serde(untagged)]
enum Entry {
    Way(String),
    Whole(Box<Whole>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    path: Option<String>,
    gate: Option<String>,
    person: Option<String>,
    contact: Option<String>,
    question: Option<String>,
    #[serde(default)]
    ask: Vec<Ask>,
    only_if: Option<OneOrMore>,
    #[serde(default)]
    also_says: BTreeMap<String, String>,
}

impl From<Entry> for Ask {
    fn from(entry: Entry) -> Self {
        let whole = match entry {
            Entry::Way(name) => return Self::key(&name),
            Entry::Whole(whole) => *whole,
        };
        let kinds = [
            (What::Gate, whole.gate),
            (What::Person, whole.person),
            (What::Contact, whole.contact),
            (What::Key, whole.path),
        ];
        let named = kinds.into_iter().find_map(|(what, name)| Some((what, name?)));
        let (what, name) = named.unwrap_or((What::Key, String::new()));
        let only_if = whole.only_if.map(OneOrMore::each).unwrap_or_default();
        Self { what, name, question: whole.question, ask: whole.ask, only_if, also_says: whole.also_says }
    }
}

impl Ask {
    /// A key, asked with its own question.
    #[must_use]
    pub fn key(name: &str) -> Self {
        Self {
            what: What::Key,
            name: name.to_owned(),
            question: None,
            ask: Vec::new(),
            only_if: Vec::new(),
            also_says: BTreeMap::new(),
        }
    }
}

/// The first questions.
///
/// # Errors
/// Where our own file is not as it should be, which a test forbids.
pub fn first() -> Result<First, Failure> {
    ours::read(include_str!("first.yaml")).map_err(|misfit| Failure::damaged("keys/first.yaml", misfit))
}

/// The subjects, the most needed first.
///
/// # Errors
/// Where our own file is not as it should be, which a test forbids.
pub fn subjects() -> Result<Vec<Subject>, Failure> {
    ours::read(include_str!("subjects.yaml")).map_err(|misfit| Failure::damaged("keys/subjects.yaml", misfit))
}
