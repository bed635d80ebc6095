//! The book of rules: what the linter looks for, as people write it and ready to be used.
//!
//! Comes from: `rules/*.yaml` and `vocabulary/*.yaml`, which the build script makes into bytes. Goes to: `wording`, which takes the
//! book out of those bytes and looks for its rules, and `explain`, which shows them. This room runs in the build script too, so it
//! imports nothing but `ours` and `severity`.

pub(crate) mod anchors;
pub(crate) mod class;
mod damaged;
pub(crate) mod data;
pub mod family;
pub(crate) mod inflect;
pub mod letters;
pub(crate) mod pattern;
pub(crate) mod role;
pub mod rule;
pub(crate) mod vocabulary;
mod written;

use serde::{Deserialize, Serialize};

pub use self::damaged::Damaged;

use self::anchors::Anchored;
use self::data::{Data, Meanings};
use self::pattern::Pattern;
use self::role::Role;
use self::rule::Rule;
use self::vocabulary::{SetId, Vocabulary};

/// What makes wording right that is wrong elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Lift {
    /// “You do not need permission.”
    Negation,
    /// Words that are spoken about, not used.
    Quotation,
    /// The name of a law, a society, a person.
    Name,
    /// The law says so, or binds the home.
    Law,
    /// The person asked for it.
    Choice,
    /// A polite request with its reason.
    Request,
    /// “Nothing is out of bounds”, “nobody has to”: it is said of nobody.
    Nobody,
}

/// Better words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Instead {
    /// What stands there, in any form.
    pub(crate) of: String,
    /// What to write.
    pub(crate) write: String,
    /// Whether it may be changed without asking.
    #[serde(default)]
    pub(crate) certain: bool,
}

/// One way to find a rule's wording, ready.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Ready {
    pub(crate) rule: usize,
    pub(crate) subject: Option<Role>,
    pub(crate) needs: Stands,
    pub(crate) unless: Stands,
    pub(crate) headings: bool,
}

/// Patterns that stand anywhere in the sentence or not, by their numbers in [`Rulebook::standing`].
pub(crate) type Stands = Vec<u32>;

/// Patterns that lift a rule, wherever they stand in the sentence.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Lifting {
    pub(crate) law: Stands,
    pub(crate) choice: Stands,
    pub(crate) request: Stands,
    pub(crate) mention: Stands,
    pub(crate) defined: Stands,
}

/// All rules, ready.
#[derive(Debug, Serialize, Deserialize)]
pub struct Rulebook {
    /// In the order of their files.
    pub rules: Vec<Rule>,
    /// What lifts each rule.
    pub(crate) lifts: Vec<Vec<Lift>>,
    pub(crate) instead: Vec<Vec<Instead>>,
    /// What each rule counts with.
    pub(crate) data: Vec<Data>,
    pub(crate) initials: Meanings,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) cases: Vec<Ready>,
    pub(crate) patterns: Vec<(Pattern, usize)>,
    /// The patterns that may stand anywhere in a sentence; cases and lifts share them.
    pub(crate) standing: Vec<Pattern>,
    /// The patterns that a word anchors, by the word's number.
    #[serde(skip)]
    pub(crate) anchored: Anchored,
    /// The patterns that a person anchors, with who it may be and the bits of the words of which one must stand in the sentence.
    #[serde(skip)]
    pub(crate) about: Vec<(Role, u32, u64)>,
    /// The patterns that any past participle anchors, with such bits.
    #[serde(skip)]
    pub(crate) done: Vec<(u32, u64)>,
    pub(crate) lifting: Lifting,
    pub(crate) name_words: SetId,
}

impl Rulebook {
    /// The rule with a code.
    #[must_use]
    pub fn rule(&self, code: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.code == code)
    }

    /// The book in bytes, as it is put into the program.
    ///
    /// # Errors
    /// Where a part of it has no such form.
    pub fn bytes(&self) -> Result<Vec<u8>, Damaged> {
        postcard::to_extend(self, Vec::new()).map_err(|why| Damaged::of("rulebook.bin", why))
    }

    /// The book out of its bytes.
    ///
    /// # Errors
    /// Where they are damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut book: Self = postcard::from_bytes(bytes).map_err(|why| Damaged::of("rulebook.bin", why))?;
        book.index();
        Ok(book)
    }
}
