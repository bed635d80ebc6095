//! The insides of lists and groups of keys, as serde asks for them: what was set aside is passed over, what is unknown is noted.

use std::collections::BTreeMap;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::wrong::Wrong;
use super::{Leaf, LeafReader, Notes, State};
use crate::finding::{Finding, Slip, did_you_mean, ours};
use crate::text::{Audience, Span, TEXT};

/// Letters and their place, for [`crate::text::Text`].
pub(super) struct Placed {
    pub(super) words: Option<String>,
    pub(super) numbers: std::array::IntoIter<u32, 4>,
}

impl<'de> SeqAccess<'de> for Placed {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        match self.words.take() {
            Some(words) => seed.deserialize(words.into_deserializer()).map(Some),
            None => self.numbers.next().map(|n| seed.deserialize(n.into_deserializer())).transpose(),
        }
    }
}

/// The entries of a list that have not been set aside.
pub(super) struct Entries<'a, A: Audience> {
    pub(super) left: std::slice::Iter<'a, Leaf>,
    pub(super) notes: &'a Notes<A>,
}

impl<'de, A: Audience> SeqAccess<'de> for Entries<'_, A> {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        let notes = self.notes;
        let leaf = self.left.by_ref().find(|leaf| leaf.state != State::Aside);
        let reader = leaf.map(|leaf| LeafReader { leaf, notes });
        reader.map(|reader| reader.sign(seed.deserialize(reader))).transpose()
    }
}

/// The keys of a group: unknown ones and repeated ones are noted and passed over.
pub(super) struct Keys<'a, A: Audience> {
    pub(super) left: std::slice::Iter<'a, Leaf>,
    pub(super) seen: BTreeMap<&'a str, Span>,
    pub(super) value: Option<&'a Leaf>,
    pub(super) fields: &'static [&'static str],
    /// Whether `fields` are all the keys that can stand here; not so where the manager chooses the keys.
    pub(super) named: bool,
    pub(super) notes: &'a Notes<A>,
}

impl<A: Audience> Keys<'_, A> {
    /// Notes a key that cannot stand here or stood before. True where it should be passed over.
    fn passed_over(&self, key: &str, at: Span) -> bool {
        let names = self.notes.names;
        if let Some(first) = self.seen.get(key) {
            if !self.notes.wants(at) {
                return true;
            }
            let what = ours("the key ").key(key, names.keys).ours(" stands here a second time");
            let help = ours("Keep one of the two and delete the other. The first is on line ")
                .number(first.line as usize)
                .ours(".");
            self.notes.add(Finding::error(at, what, help));
            return true;
        }
        if !self.named || self.fields.contains(&key) {
            return false;
        }
        if !self.notes.wants(at) {
            return true;
        }
        let lower = key.to_lowercase();
        let help = match names.elsewhere.iter().find(|(known, _)| *known == lower) {
            Some((_, reason)) => ours(reason),
            None => match did_you_mean(key, self.fields.iter().copied()) {
                Some(meant) => ours("Did you mean “").ours(meant).ours("”?"),
                None => ours("The keys that can stand here are: ").listed(self.fields, ", ").ours("."),
            },
        };
        let what = ours("homepack does not know the key ").key(key, names.keys).ours(" here");
        self.notes.add(Finding::error(at, what, help));
        true
    }
}

impl<'de, A: Audience> MapAccess<'de> for Keys<'_, A> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        while let Some(leaf) = self.left.next() {
            let key = leaf.key.as_deref().unwrap_or_default();
            let at = leaf.key_at;
            if leaf.state != State::StandIn && self.passed_over(key, at) {
                continue;
            }
            self.seen.entry(key).or_insert(at);
            if leaf.state == State::Aside {
                continue;
            }
            self.value = Some(leaf);
            return seed.deserialize(Name { key, at }).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        let leaf = self.value.take().expect("serde asks for a value after its key");
        let reader = LeafReader { leaf, notes: self.notes };
        reader.sign(seed.deserialize(reader))
    }
}

/// The letters of a key, with their place for a type that asks for it.
struct Name<'a> {
    key: &'a str,
    at: Span,
}

impl<'de> Deserializer<'de> for Name<'_> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_str(self.key)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        if name != TEXT {
            return visitor.visit_newtype_struct(self);
        }
        let Span { file, line, column, width } = self.at;
        let numbers = [file, line, column, width].into_iter();
        visitor.visit_seq(Placed { words: Some(self.key.to_owned()), numbers })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Something else where a fixed few can stand: no type of ours asks for it.
fn one_word() -> Wrong {
    Slip::new(ours("one word belongs here"), ours("Look at the sample home for how it is written.")).through()
}

/// One word of a fixed few.
pub(super) struct Word(pub(super) String);

impl<'de> EnumAccess<'de> for Word {
    type Error = Wrong;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Wrong> {
        let word = self.0.clone();
        seed.deserialize(word.into_deserializer()).map(|value| (value, self))
    }
}

impl<'de> VariantAccess<'de> for Word {
    type Error = Wrong;

    fn unit_variant(self) -> Result<(), Wrong> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Wrong> {
        Err(one_word())
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Wrong> {
        Err(one_word())
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Wrong> {
        Err(one_word())
    }
}
