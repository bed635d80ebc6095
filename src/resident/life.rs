//! A life before and beside the home: work, places, people, loves; faith, culture and language.

use schemars::JsonSchema;
use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Serialize, Serializer};

use super::Text;
use crate::text::{Language, in_language, mark, personal};

/// A life. All of it is told only as far as the person wants it told: with a yes to `life-story`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Life {
    /// Where they were born and grew up, in their own words, a sentence each.
    /// Class: P or S. Printed in: life-story.
    pub growing_up: Vec<Text>,
    /// Their work.
    /// Class: P. Printed in: life-story; the first in about-me.
    pub work: Vec<Text>,
    /// Their people: family, friends, partners.
    /// Class: P or S. Printed in: life-story.
    pub people: Vec<Text>,
    /// Places that matter.
    /// Class: P. Printed in: life-story.
    pub places: Vec<Text>,
    /// What they love: music, sport, making, growing.
    /// Class: P. Printed in: life-story, about-me.
    pub loves: Vec<Text>,
    /// What they are proud of.
    /// Class: P. Printed in: life-story.
    pub proud_of: Vec<Text>,
    /// What they would rather not talk about, as they want staff to know it.
    /// Class: P or S. Printed in: about-me alone, with a yes to `about-me`.
    pub rather_not_talk_about: Vec<Text>,
}

/// Faith, culture and language.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Belonging {
    /// Faith and what goes with it, in their own words, a sentence each.
    /// Class: S. Printed in: book, about-me, with a yes to `faith`.
    pub faith: Vec<Text>,
    /// Culture: food, dress, customs, days that matter. In their own words.
    /// Class: S. Printed in: book, about-me, with a yes to `culture`.
    pub culture: Vec<Text>,
    /// Languages, the dearest first: “Welsh”.
    /// Class: P, may be S. Printed in: book, about-me.
    pub languages: Vec<Text>,
    /// What we do so that they can use their language here, a sentence each, to the resident as “you”.
    /// Class: P. Printed in: book.
    pub in_your_language: Vec<Text>,
    /// Everyday words in it.
    pub words: Vec<Phrase>,
}

/// A few words in two languages.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// In English: “Good morning”. It must be there.
    /// Class: P. Printed in: book, about-me.
    pub english: Text,
    /// In their language. It must be there.
    /// Class: P, may be S. Printed in: book, about-me.
    pub theirs: Text,
    /// The language that is: `Welsh`. With it a screen reader says the words as they are said.
    /// Class: P.
    pub language: Option<Language>,
}

/// Into the words of a pack what is theirs goes with a mark that says in which language it is.
impl Serialize for Phrase {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let theirs = personal(&mark(self.theirs.inside(), self.theirs.span()));
        let theirs = self.language.map_or(theirs.clone(), |language| in_language(&theirs, language));
        let mut phrase = serializer.serialize_struct("Phrase", 2)?;
        phrase.serialize_field("english", &self.english)?;
        phrase.serialize_field("theirs", &theirs)?;
        phrase.end()
    }
}
