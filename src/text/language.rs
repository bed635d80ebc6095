//! The language that words are written in, so that a screen reader says them as they are said.

use serde::de::Error as _;
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

/// Written by its name or its tag.
impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = String::deserialize(deserializer)?;
        // What stands there is not said again: it may stand in a resident's record.
        Self::named(words.trim()).ok_or_else(|| {
            let known: Vec<&str> = LANGUAGES.iter().map(|(name, _)| *name).collect();
            D::Error::custom(format!("this is no language that homepack knows; it can be: {}", known.join(", ")))
        })
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
