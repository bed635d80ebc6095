//! Every key that a record can have, found by asking the types themselves: nothing here has to be kept in step with them.
//!
//! A message about a record may name a key and nothing else of it; and whoever proves that no word of a record gets out fills in
//! every key from this list.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::LazyLock;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, Deserialize, DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::Resident;
use crate::text::TEXT;

/// A key of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The way to it: `name.preferred`, `people[].phone`.
    pub path: String,
    /// What is written there.
    pub kind: Kind,
}

/// What is written at a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Words,
    /// A day: `2026-10-01`.
    Day,
    /// A sum of money.
    Money,
    /// A telephone number.
    Phone,
    /// `yes` or `no`.
    YesNo,
    /// One of a few words.
    OneOf(&'static [&'static str]),
}

impl Kind {
    /// Kinds that are told from each other by trying, each with an example.
    const TRIED: [(Kind, &'static str); 4] =
        [(Kind::Words, "words"), (Kind::Day, "2026-10-01"), (Kind::Money, "1080"), (Kind::Phone, "01632 960123")];
}

/// Every key of a record, in the order of their paths.
pub static FIELDS: LazyLock<Vec<Field>> = LazyLock::new(|| {
    let mut found: BTreeMap<String, Kind> = BTreeMap::new();
    // A key of another kind than words says so by refusing them: each round learns one more, until nothing is refused.
    for _ in 0..1_000 {
        let explorer = Explorer { path: String::new(), found: &std::cell::RefCell::new(&mut found) };
        match Resident::deserialize(explorer) {
            Ok(_) => break,
            Err(Refused(path)) => {
                let Some(kind) = found.get_mut(&path) else { break };
                let at = Kind::TRIED.iter().position(|(tried, _)| tried == kind).map_or(usize::MAX, |at| at + 1);
                let Some((next, _)) = Kind::TRIED.get(at) else { break };
                *kind = *next;
            }
        }
    }
    found.into_iter().map(|(path, kind)| Field { path, kind }).collect()
});

/// The name of every key, in the order of the alphabet: what a message about a record may say.
pub static KEYS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let steps = FIELDS.iter().flat_map(|field| field.path.split('.'));
    steps.map(|step| step.trim_end_matches("[]")).collect::<BTreeSet<_>>().into_iter().collect()
});

/// The key at which words were refused.
#[derive(Debug)]
struct Refused(String);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

impl de::Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Refused(String::new())
    }
}

type Found<'a> = std::cell::RefCell<&'a mut BTreeMap<String, Kind>>;

/// Gives a type whatever it asks for, and notes under which key it asked.
struct Explorer<'a> {
    path: String,
    found: &'a Found<'a>,
}

impl Explorer<'_> {
    /// Notes a key, and says what is known of it so far.
    fn note(&self, kind: Kind) -> Kind {
        *self.found.borrow_mut().entry(self.path.clone()).or_insert(kind)
    }

    fn sign<T>(path: &str, done: Result<T, Refused>) -> Result<T, Refused> {
        done.map_err(|Refused(at)| Refused(if at.is_empty() { path.to_owned() } else { at }))
    }
}

impl<'de> de::Deserializer<'de> for Explorer<'_> {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.note(Kind::Words);
        visitor.visit_str("words")
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        self.note(Kind::YesNo);
        visitor.visit_bool(true)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Refused> {
        if name != TEXT {
            return visitor.visit_newtype_struct(self);
        }
        let kind = self.note(Kind::Words);
        let words = Kind::TRIED.iter().find(|(tried, _)| *tried == kind).map_or("words", |(_, words)| words);
        Self::sign(&self.path, visitor.visit_seq(Placed { words: Some(words), left: 4 }))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_seq(One(Some(Explorer { path: format!("{}[]", self.path), found: self.found })))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        visitor.visit_map(Keys { left: fields.iter(), at: "", explorer: self })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        self.note(Kind::OneOf(variants));
        visitor.visit_enum(Word(variants.first().copied().unwrap_or_default()))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct tuple tuple_struct map identifier ignored_any
    }
}

/// Words with a place.
struct Placed {
    words: Option<&'static str>,
    left: u8,
}

impl<'de> SeqAccess<'de> for Placed {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        if let Some(words) = self.words.take() {
            return seed.deserialize(words.into_deserializer()).map(Some);
        }
        self.left = self.left.saturating_sub(1);
        seed.deserialize(1u32.into_deserializer()).map(Some)
    }
}

/// A list of one.
struct One<'a>(Option<Explorer<'a>>);

impl<'de> SeqAccess<'de> for One<'_> {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        let Some(explorer) = self.0.take() else { return Ok(None) };
        let path = explorer.path.clone();
        Explorer::sign(&path, seed.deserialize(explorer)).map(Some)
    }
}

/// Every key of a group.
struct Keys<'a> {
    left: std::slice::Iter<'static, &'static str>,
    at: &'static str,
    explorer: Explorer<'a>,
}

impl<'de> MapAccess<'de> for Keys<'_> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        let Some(key) = self.left.next() else { return Ok(None) };
        self.at = key;
        let key: StrDeserializer<'_, Refused> = (*key).into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        let above = &self.explorer.path;
        let path = if above.is_empty() { self.at.to_owned() } else { format!("{above}.{}", self.at) };
        // A date, a sum or a number refuses words after it has been given them: only whoever gave them knows where.
        Explorer::sign(&path, seed.deserialize(Explorer { path: path.clone(), found: self.explorer.found }))
    }
}

/// One word of a fixed few.
struct Word(&'static str);

impl<'de> EnumAccess<'de> for Word {
    type Error = Refused;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Refused> {
        let word: StrDeserializer<'_, Refused> = self.0.into_deserializer();
        seed.deserialize(word).map(|value| (value, self))
    }
}

impl<'de> VariantAccess<'de> for Word {
    type Error = Refused;

    fn unit_variant(self) -> Result<(), Refused> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Refused> {
        Err(Refused(String::new()))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Refused> {
        Err(Refused(String::new()))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Refused> {
        Err(Refused(String::new()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_key_is_found() {
        let kind = |path: &str| FIELDS.iter().find(|field| field.path == path).map(|field| field.kind);
        assert_eq!(kind("name.preferred"), Some(Kind::Words));
        assert_eq!(kind("name.born"), Some(Kind::Day));
        assert_eq!(kind("people[].phone"), Some(Kind::Phone));
        assert_eq!(kind("paying.others_pay[].weekly"), Some(Kind::Money));
        assert_eq!(kind("couple.share_a_room"), Some(Kind::YesNo));
        assert!(matches!(kind("stay.kind"), Some(Kind::OneOf(words)) if words.contains(&"short")));
        assert!(FIELDS.len() > 100, "{}", FIELDS.len());
    }
}
