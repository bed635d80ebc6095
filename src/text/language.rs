//! The language that words are written in, so that a screen reader says them as they are said.

use std::fmt;

use serde::de::{EnumAccess, Error as _, VariantAccess as _, Visitor};
use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Every language that words can be said to be in: as a manager writes it, and its tag.
const LANGUAGES: [(&str, &str); 22] = [
    ("English", "en-GB"),
    ("Welsh", "cy"),
    ("Irish", "ga"),
    ("Gaelic", "gd"),
    ("Scots", "sco"),
    ("Cornish", "kw"),
    ("Polish", "pl"),
    ("Punjabi", "pa"),
    ("Urdu", "ur"),
    ("Bengali", "bn"),
    ("Gujarati", "gu"),
    ("Hindi", "hi"),
    ("Tamil", "ta"),
    ("Arabic", "ar"),
    ("Chinese", "zh"),
    ("Somali", "so"),
    ("Turkish", "tr"),
    ("Greek", "el"),
    ("Italian", "it"),
    ("French", "fr"),
    ("Spanish", "es"),
    ("Ukrainian", "uk"),
];

/// A language, by its place in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Language(u8);

impl Language {
    /// English as it is written in the United Kingdom: what homepack's own words are in.
    pub const ENGLISH: Self = Self(0);

    /// A language by its name or its tag: “Welsh”, `cy`.
    #[must_use]
    pub fn named(words: &str) -> Option<Self> {
        let same = |(name, tag): &(&str, &str)| name.eq_ignore_ascii_case(words) || tag.eq_ignore_ascii_case(words);
        Self::at(LANGUAGES.iter().position(same)?)
    }

    /// The language at a place of the list.
    pub(super) fn at(place: usize) -> Option<Self> {
        u8::try_from(place).ok().filter(|_| place < LANGUAGES.len()).map(Self)
    }

    /// Its place in the list.
    pub(super) fn place(self) -> u32 {
        u32::from(self.0)
    }

    /// Its tag, as a page says it: `cy`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        LANGUAGES[usize::from(self.0)].1
    }
}

/// The names that are offered where another stands.
const NAMES: [&str; LANGUAGES.len()] = {
    let mut names = [""; LANGUAGES.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = LANGUAGES[at].0;
        at += 1;
    }
    names
};

/// Written as one word of a few: its name, or its tag.
impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_enum("Language", &NAMES, OneWord)
    }
}

/// Receives the word.
struct OneWord;

impl<'de> Visitor<'de> for OneWord {
    type Value = Language;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a language")
    }

    fn visit_enum<E: EnumAccess<'de>>(self, word: E) -> Result<Language, E::Error> {
        let (word, rest) = word.variant::<String>()?;
        rest.unit_variant()?;
        Language::named(word.trim()).ok_or_else(|| E::Error::unknown_variant(&word, &NAMES))
    }
}

/// In two parts, as a paper is set: the language and, where it matters, the region.
impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (lang, region) = match self.tag().split_once('-') {
            Some((lang, region)) => (lang, Some(region)),
            None => (self.tag(), None),
        };
        let mut parts = serializer.serialize_struct("Language", 2)?;
        parts.serialize_field("lang", lang)?;
        parts.serialize_field("region", &region)?;
        parts.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_name_and_by_its_tag() {
        assert_eq!(Language::named("welsh"), Language::named("cy"));
        assert_eq!(Language::named("Welsh").map(Language::tag), Some("cy"));
        assert_eq!(Language::named("Klingon"), None);
        assert_eq!(Language::default().tag(), "en-GB");
    }
}
