//! Nodes into typed content: unknown keys, missing keys, wrong kinds, every one of them in one reading.
//!
//! serde stops at its first error. So that a manager sees all mistakes at once, each error is noted, the node it is about is set
//! aside as if it were not written, and the file is read again, until nothing new is found.

mod access;
mod wrong;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde::de::{self, DeserializeOwned, Visitor};
use serde::forward_to_deserialize_any;

use super::yaml::{Node, Record, Value};
use crate::finding::{Finding, Slip, ours, quoted};
use crate::limits::FINDINGS;
use crate::text::{Audience, Personal, Public, Span, TEXT};
use access::{Entries, Keys, Placed, Word};
use wrong::{Step, Wrong};

/// What may be said of the keys of a kind of file.
#[derive(Clone, Copy)]
pub struct Names {
    /// Its keys: a message may name these even where it is silent about all else.
    pub keys: &'static [&'static str],
    /// Keys that people look for and that are none of these, each with where such a thing belongs.
    pub elsewhere: &'static [(&'static str, &'static str)],
}

/// Of what anybody may read, every key may be named.
const EVERY: Names = Names { keys: &[], elsewhere: &ELSEWHERE };

/// Keys that people look for in a home's files, each with where it is said.
const ELSEWHERE: [(&str, &str); 3] = [
    ("manager", MANAGER),
    ("registered_manager", MANAGER),
    ("vacancy", "That there is no registered manager at present is said in people.yaml under “manager_vacancy”."),
];
const MANAGER: &str = "The registered manager is named in people.yaml under “registered_managers”. Where there is none at present, “manager_vacancy” says so there.";

/// Reads a node as a `T`. With any finding there is no `T`: a home is never made from half a file.
#[must_use]
pub fn read<T: DeserializeOwned>(node: &Node) -> (Option<T>, Vec<Finding>) {
    whole(rounds::<T, Public>(node, EVERY))
}

/// The same with what could be read in spite of what was found: to look for more mistakes in, and to make nothing from.
pub(super) fn nearly<T: DeserializeOwned>(node: &Node) -> (Option<T>, Vec<Finding>) {
    rounds::<T, Public>(node, EVERY)
}

/// Only what was read without any finding.
fn whole<T, A: Audience>((value, findings): (Option<T>, Vec<Finding<A>>)) -> (Option<T>, Vec<Finding<A>>) {
    (value.filter(|_| findings.is_empty()), findings)
}

/// Reads a resident's record as a `T`. What is found in it holds no letter of it but the names of its keys.
#[must_use]
pub fn record<T: DeserializeOwned>(record: &Record, names: Names) -> (Option<T>, Vec<Finding<Personal>>) {
    whole(rounds::<T, Personal>(&record.0, names))
}

/// Reads a node until nothing new is found. What is at fault is set aside in the value.
fn rounds<T: DeserializeOwned, A: Audience>(node: &Node, names: Names) -> (Option<T>, Vec<Finding<A>>) {
    let mut tree = Leaf::of(node, None);
    let notes = Notes { found: RefCell::default(), looked_at: RefCell::default(), names };
    // Each round sets one node aside. Far more rounds than findings are shown would find what nobody reads.
    for _ in 0..=4 * ENOUGH {
        if notes.are_enough() {
            break;
        }
        match T::deserialize(LeafReader { leaf: &tree, notes: &notes }) {
            Ok(value) => {
                let findings = notes.into_findings();
                return (Some(value), findings);
            }
            Err(wrong) => {
                let (path, finding) = wrong.settle(&tree, names);
                notes.found.borrow_mut().extend(finding);
                if !tree.set_aside(&path) {
                    break;
                }
            }
        }
    }
    (None, notes.into_findings())
}

/// How many findings about one file are looked for: enough to say that there are many more than are shown.
const ENOUGH: usize = 5 * FINDINGS.most;

/// What has been noted so far; a set, because every round finds the same unknown keys again.
struct Notes<A: Audience> {
    found: RefCell<BTreeSet<Finding<A>>>,
    /// The keys that were noted already: nobody needs to word them again.
    looked_at: RefCell<BTreeSet<Span>>,
    names: Names,
}

impl<A: Audience> Notes<A> {
    fn add(&self, finding: Finding<A>) {
        self.found.borrow_mut().insert(finding);
    }

    /// Whether a key is to be noted: not where it is noted already, nor where there is more than anybody reads.
    fn wants(&self, key: Span) -> bool {
        !self.are_enough() && self.looked_at.borrow_mut().insert(key)
    }

    /// Whether there is far more than is shown.
    fn are_enough(&self) -> bool {
        self.found.borrow().len() >= ENOUGH
    }

    fn into_findings(self) -> Vec<Finding<A>> {
        self.found.into_inner().into_iter().collect()
    }
}

/// A node on its way into a type.
struct Leaf {
    span: Span,
    /// The key it stands under, for messages.
    key: Option<String>,
    /// Where that key is written.
    key_at: Span,
    kind: Kind,
    state: State,
}

enum Kind {
    Empty,
    Letters(String),
    List(Vec<Leaf>),
    Keys(Vec<Leaf>),
}

/// Whether a node still takes part in the reading.
#[derive(PartialEq, Clone, Copy)]
enum State {
    /// As written.
    Sound,
    /// Something is wrong in it: it is read as if it were not there.
    Aside,
    /// Not written at all: stands in for a key that is missing, so that the next one can be missed too.
    StandIn,
}

impl Leaf {
    fn of(node: &Node, key: Option<(&str, Span)>) -> Self {
        let kind = match &node.value {
            Value::Empty => Kind::Empty,
            Value::Letters(text) => Kind::Letters(text.clone()),
            Value::List(list) => Kind::List(list.iter().map(|node| Leaf::of(node, key)).collect()),
            Value::Keys(keys) => {
                Kind::Keys(keys.iter().map(|(name, at, node)| Leaf::of(node, Some((name, *at)))).collect())
            }
        };
        // A key with nothing after it is pointed at by its own letters.
        let span = match (&node.value, key) {
            (Value::Empty, Some((_, at))) => at,
            _ => node.span,
        };
        let key_at = key.map_or(node.span, |(_, at)| at);
        Leaf { span, key: key.map(|(name, _)| name.to_owned()), key_at, kind, state: State::Sound }
    }

    fn children(&self) -> &[Leaf] {
        match &self.kind {
            Kind::List(children) | Kind::Keys(children) => children,
            Kind::Empty | Kind::Letters(_) => &[],
        }
    }

    /// Sets a node aside; false where it is the whole file, or was aside already.
    fn set_aside(&mut self, step: &Step) -> bool {
        let (path, missing) = match step {
            Step::Aside(path) => (path, None),
            Step::Missing(path, key) => (path, Some(key)),
        };
        if path.is_empty() && missing.is_none() {
            return false;
        }
        let mut leaf = self;
        for at in path {
            let (Kind::List(children) | Kind::Keys(children)) = &mut leaf.kind else { return false };
            let Some(child) = children.get_mut(*at) else { return false };
            leaf = child;
        }
        match (missing, &mut leaf.kind) {
            (Some(key), Kind::Keys(children)) => {
                let kind = Kind::Letters(String::new());
                children.push(Leaf {
                    span: leaf.span,
                    key: Some((*key).to_owned()),
                    key_at: leaf.span,
                    kind,
                    state: State::StandIn,
                });
                true
            }
            (Some(_), _) => false,
            (None, _) => std::mem::replace(&mut leaf.state, State::Aside) != State::Aside,
        }
    }

    /// The way from the top to a node, by its address in memory: nodes are not moved while a round is read.
    fn path_to(&self, wanted: *const Leaf, path: &mut Vec<usize>) -> Option<&Leaf> {
        if std::ptr::eq(self, wanted) {
            return Some(self);
        }
        for (i, child) in self.children().iter().enumerate() {
            path.push(i);
            if let Some(found) = child.path_to(wanted, path) {
                return Some(found);
            }
            path.pop();
        }
        None
    }
}

/// Reads one node for serde.
#[derive(Clone, Copy)]
struct LeafReader<'a, A: Audience> {
    leaf: &'a Leaf,
    notes: &'a Notes<A>,
}

impl<A: Audience> LeafReader<'_, A> {
    /// Signs an error with this node, unless a node inside has signed it already.
    fn sign<T>(self, result: Result<T, Wrong>) -> Result<T, Wrong> {
        result.map_err(|wrong| Wrong { at: wrong.at.or(Some(self.leaf)), ..wrong })
    }

    /// The letters, or why there are none.
    fn letters(&self, wanted: &'static str) -> Result<&str, Wrong> {
        let (what, help) = match &self.leaf.kind {
            Kind::Letters(text) => return Ok(text.trim()),
            Kind::Empty => (ours("nothing is written here"), ours("Write ").ours(wanted).ours(", or delete the line.")),
            Kind::List(_) => (
                ours("there is a list here, and it should be ").ours(wanted),
                ours("Write it on one line, without dashes."),
            ),
            Kind::Keys(keys) => {
                let first = keys.first().and_then(|leaf| leaf.key.as_deref()).unwrap_or_default();
                let help = ours("Write it on one line. If ")
                    .quoted(format!("{first}: …"))
                    .ours(" is part of the text, put the text in quotation marks.");
                (ours("there are keys here, and it should be ").ours(wanted), help)
            }
        };
        Err(Wrong::about(self.leaf, Slip { what, help }))
    }
}

impl<'de, A: Audience> de::Deserializer<'de> for LeafReader<'_, A> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match &self.leaf.kind {
            Kind::Empty => visitor.visit_unit(),
            Kind::Letters(text) => self.sign(visitor.visit_str(text)),
            Kind::List(_) => self.deserialize_seq(visitor),
            Kind::Keys(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.letters("yes or no")?.to_lowercase().as_str() {
            "yes" | "true" | "on" => visitor.visit_bool(true),
            "no" | "false" | "off" => visitor.visit_bool(false),
            other => Err(Wrong::about(
                self.leaf,
                Slip { what: quoted(other).ours(" is neither yes nor no"), help: ours("Write “yes” or “no”.") },
            )),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.sign(visitor.visit_str(self.letters("a text")?))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.leaf.kind {
            Kind::Empty => visitor.visit_none(),
            _ => self.sign(visitor.visit_some(self)),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        if name != TEXT {
            return self.sign(visitor.visit_newtype_struct(self));
        }
        let letters = self.letters("a text")?;
        if letters.trim().is_empty() && self.leaf.state != State::StandIn {
            let (what, help) = (ours("nothing is written here"), ours("Write a text, or delete the line."));
            return Err(Wrong::about(self.leaf, Slip { what, help }));
        }
        let Span { file, line, column, width } = self.leaf.span;
        let parts = Placed { words: Some(letters.to_owned()), numbers: [file, line, column, width].into_iter() };
        self.sign(visitor.visit_seq(parts))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match &self.leaf.kind {
            Kind::List(list) => self.sign(visitor.visit_seq(Entries { left: list.iter(), notes: self.notes })),
            Kind::Empty => self.sign(visitor.visit_seq(Entries { left: [].iter(), notes: self.notes })),
            // One line where a list could stand is a list of one.
            Kind::Letters(_) => self
                .sign(visitor.visit_seq(Entries { left: std::slice::from_ref(self.leaf).iter(), notes: self.notes })),
            Kind::Keys(_) => Err(Wrong::about(
                self.leaf,
                Slip {
                    what: ours("there should be a list here, and these lines have no dashes"),
                    help: ours("Begin the first line of each entry with “- ”."),
                },
            )),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_struct("", &[], visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        match &self.leaf.kind {
            Kind::Keys(keys) => self.sign(visitor.visit_map(Keys {
                left: keys.iter(),
                seen: BTreeMap::new(),
                value: None,
                fields,
                named: !name.is_empty(),
                notes: self.notes,
            })),
            Kind::Empty => self.sign(visitor.visit_map(Keys {
                left: [].iter(),
                seen: BTreeMap::new(),
                value: None,
                fields,
                named: true,
                notes: self.notes,
            })),
            _ => {
                let help = if fields.is_empty() {
                    ours("Write one “name: …” to a line.")
                } else {
                    let known = &fields[..fields.len().min(6)];
                    ours("Write its keys on lines of their own, for example ").listed(known, ": …, ").ours(": ….")
                };
                Err(Wrong::about(self.leaf, Slip { what: ours("there should be keys with values here"), help }))
            }
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let word = self.letters("one word")?.trim().to_owned();
        self.sign(visitor.visit_enum(Word(word)))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf
        unit unit_struct tuple tuple_struct identifier
    }
}
