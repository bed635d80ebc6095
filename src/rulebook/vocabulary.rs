//! Every word the rules know: what it does in a sentence, who it stands for, which sets it is in.
//!
//! Comes from: `vocabulary/*.yaml` and the words of the rules' patterns. Goes to: `tokens`, which looks each word up once.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::Damaged;
use super::class::Class;
use super::inflect::{Form, forms};
use super::letters::Letters;
use super::role::Role;
use crate::ours;

/// A word, by its number. 0 is every word that no rule knows.
pub(crate) type WordId = u32;
/// A set of words, by its number.
pub(crate) type SetId = u16;

/// What is known of a word.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Word {
    pub(crate) class: Class,
    pub(crate) role: Role,
    /// The sets it is in, in order.
    pub(crate) sets: Vec<SetId>,
    /// Names of several words that begin with this one: the words that follow, and their role.
    pub(crate) names: Vec<(Vec<WordId>, Role)>,
}

/// All words.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    words: Vec<Word>,
    /// The words of each set of `sets.yaml`, without their forms.
    #[serde(skip)]
    named: BTreeMap<String, Vec<String>>,
    /// What each set holds, and the set of the words.
    sets: Vec<Set>,
    #[serde(skip)]
    same: FxHashMap<Vec<WordId>, SetId>,
    /// The sets that patterns have asked for, as they are written: “bath|shower~”.
    #[serde(skip)]
    written: FxHashMap<Box<str>, SetId>,
    /// The words of each part of them: “shower~”.
    #[serde(skip)]
    parts: FxHashMap<Box<str>, Vec<WordId>>,
}

/// A set of words.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Set {
    pub(crate) words: Vec<WordId>,
    /// How many of them stand in nearly every sentence.
    pub(crate) common: usize,
    /// A bit for each of its words; words share bits.
    pub(crate) mask: u64,
}

/// `grammar.yaml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Grammar {
    classes: BTreeMap<String, Vec<String>>,
    verbs: Vec<String>,
    either: Vec<String>,
}

impl Vocabulary {
    /// The words of the data files that are part of the program; those of the rules come later.
    #[cfg(test)]
    pub(crate) fn built_in() -> Result<Self, Damaged> {
        Self::of(&Letters::built_in())
    }

    /// The words of the data files; those of the rules come later.
    pub(crate) fn of(letters: &Letters) -> Result<Self, Damaged> {
        let mut vocabulary = Self { words: vec![Word::default()], ..Self::default() };
        let grammar: Grammar = data("grammar.yaml", &letters.grammar)?;
        let roles: BTreeMap<String, Vec<String>> = data("roles.yaml", &letters.roles)?;
        vocabulary.named = data("sets.yaml", &letters.sets)?;
        vocabulary.learn_verbs(&grammar.verbs, Class::VERB);
        vocabulary.learn_verbs(&grammar.either, Class::EITHER);
        for (name, class) in Class::NAMES {
            for word in grammar.classes.get(name).into_iter().flatten() {
                let id = vocabulary.id(word);
                let known = &mut vocabulary.words[id as usize];
                known.class = (known.class - (Class::VERB | Class::EITHER)) | class;
            }
        }
        let to = vocabulary.id("to");
        vocabulary.words[to as usize].class |= Class::TO;
        for (name, words) in &roles {
            let role = Role::named(name)
                .ok_or_else(|| Damaged::of("vocabulary/roles.yaml", format!("there is no role {name}")))?;
            words.iter().for_each(|word| vocabulary.learn_role(word, role));
        }
        Ok(vocabulary)
    }

    fn learn_verbs(&mut self, verbs: &[String], kind: Class) {
        for verb in verbs {
            for (form, extra) in [(Form::Present, Class::empty()), (Form::Ed, Class::ED), (Form::Ing, Class::ING)] {
                for letters in forms(verb, form) {
                    let id = self.id(&letters);
                    self.words[id as usize].class |= kind | extra;
                }
            }
        }
    }

    /// Learns who a word, or several, stands for; plurals too.
    fn learn_role(&mut self, name: &str, role: Role) {
        let words: Vec<&str> = name.split([' ', '-']).collect();
        // The noun that takes the plural: the last, or the one before “of”, “in”, “on”.
        let head = words.iter().position(|word| {
            ["of", "in", "on", "we", "who", "living", "using", "being", "supported", "for", "and", "our"].contains(word)
        });
        let head = head.map_or(words.len() - 1, |at| at.saturating_sub(1));
        for plural in [false, true] {
            let ids: Vec<WordId> = words
                .iter()
                .enumerate()
                .map(|(at, word)| {
                    let form = if plural && at == head { Form::S } else { Form::Exact };
                    self.id(&forms(word, form)[0])
                })
                .collect();
            match ids.as_slice() {
                [id] => self.words[*id as usize].role |= role,
                [first, rest @ ..] => {
                    let known = &mut self.words[*first as usize].names;
                    known.push((rest.to_vec(), role));
                    // The longest name first: “registered nurse in charge” before “registered nurse”.
                    known.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
                }
                [] => {}
            }
        }
    }

    /// The number of a word, which is learnt where it is new.
    pub(crate) fn id(&mut self, letters: &str) -> WordId {
        if let Some(id) = self.ids.get(letters) {
            return *id;
        }
        let id = WordId::try_from(self.words.len()).expect("there are fewer than 4,294,967,296 words");
        self.ids.insert(letters.into(), id);
        self.words.push(Word::default());
        id
    }

    /// The number of a word in small letters; 0 where no rule knows it.
    pub(crate) fn known(&self, letters: &str) -> WordId {
        self.ids.get(letters).copied().unwrap_or(0)
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// What is known of a word.
    pub(crate) fn word(&self, id: WordId) -> &Word {
        &self.words[id as usize]
    }

    /// The words of a set of `sets.yaml`.
    pub(crate) fn named(&self, name: &str) -> Option<&[String]> {
        self.named.get(name).map(Vec::as_slice)
    }

    /// The set of these words; the same words are the same set.
    pub(crate) fn set(&mut self, mut words: Vec<WordId>) -> SetId {
        const COMMON: Class = Class::DET
            .union(Class::PREP)
            .union(Class::CONJ)
            .union(Class::AUX)
            .union(Class::PRON)
            .union(Class::ADV)
            .union(Class::SUB)
            .union(Class::NEG);
        words.sort_unstable();
        words.dedup();
        let next = SetId::try_from(self.sets.len()).expect("there are fewer than 65,536 sets");
        if let Some(set) = self.same.get(&words) {
            return *set;
        }
        words.iter().for_each(|id| self.words[*id as usize].sets.push(next));
        let common = words.iter().filter(|id| self.word(**id).class.intersects(COMMON)).count();
        self.same.insert(words.clone(), next);
        let mask = words.iter().fold(0, |mask, id| mask | bit(*id));
        self.sets.push(Set { words, common, mask });
        next
    }

    /// The set that a pattern has written this way before.
    pub(crate) fn written(&self, written: &str) -> Option<SetId> {
        self.written.get(written).copied()
    }

    /// Remembers how a pattern writes a set.
    pub(crate) fn remember(&mut self, written: &str, set: SetId) {
        self.written.insert(written.into(), set);
    }

    /// The words of a part of a set, where a pattern has written it before.
    pub(crate) fn part(&self, written: &str) -> Option<&[WordId]> {
        self.parts.get(written).map(Vec::as_slice)
    }

    /// Remembers the words of a part of a set.
    pub(crate) fn remember_part(&mut self, written: &str, words: Vec<WordId>) {
        self.parts.insert(written.into(), words);
    }

    /// Whether a set holds a word.
    pub(crate) fn holds(&self, set: SetId, word: WordId) -> bool {
        // Nearly always it does not, and one look tells.
        self.sets[usize::from(set)].mask & bit(word) != 0 && self.words[word as usize].sets.binary_search(&set).is_ok()
    }

    /// What a set holds.
    pub(crate) fn members(&self, set: SetId) -> &Set {
        &self.sets[usize::from(set)]
    }
}

/// The bit of a word in the mask of a set. Words that no rule knows have one of their own.
pub(crate) fn bit(word: WordId) -> u64 {
    if word == 0 { 1 << 63 } else { 1 << (word % 63) }
}

/// Reads one of our own data files.
fn data<T: serde::de::DeserializeOwned>(name: &str, letters: &str) -> Result<T, Damaged> {
    ours::read(letters).map_err(|why| Damaged::of(format!("vocabulary/{name}"), why))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_stands_twice_in_a_list() {
        let letters = Letters::built_in();
        let grammar: Grammar = data("grammar.yaml", &letters.grammar).unwrap();
        let roles: BTreeMap<String, Vec<String>> = data("roles.yaml", &letters.roles).unwrap();
        let sets: BTreeMap<String, Vec<String>> = data("sets.yaml", &letters.sets).unwrap();
        let verbs = [("verbs".to_owned(), grammar.verbs), ("either".to_owned(), grammar.either)];
        for (name, list) in roles.into_iter().chain(sets).chain(grammar.classes).chain(verbs) {
            let mut seen = std::collections::BTreeSet::new();
            let twice: Vec<&String> = list.iter().filter(|word| !seen.insert(*word)).collect();
            assert!(twice.is_empty(), "{name}: {twice:?}");
        }
    }
}
