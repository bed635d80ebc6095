//! Whether an answer can stand in its place: it is read there as a file is, and what is found is said in the same words.

use std::collections::BTreeMap;

use camino::Utf8PathBuf;

use super::draft::{Draft, kind_of};
use super::letters::shown;
use super::tree::Tree;
use super::way::{Step, Way, signed, steps};
use crate::check;
use crate::finding::Finding;
use crate::keys::{self, Key};
use crate::read::Place;
use crate::read::yaml::{self, Node, Value};
use crate::severity::Severity;
use crate::source::Sources;
use crate::text::Span;

/// A value that was given: the file, the way to it.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) path: Utf8PathBuf,
    pub(super) steps: Vec<Step>,
    /// Which entry of the first list it is; the last where nothing is said.
    pub(super) entry: Option<usize>,
}

/// What was found in one of the values that were given, and the way down to it from there.
pub(super) struct Found {
    pub(super) finding: Finding,
    pub(super) spot: usize,
    pub(super) down: Vec<usize>,
}

impl Draft<'_> {
    /// The errors in what was given, as the home’s own files would have them.
    pub(super) fn faults(&self, given: &[Spot]) -> Vec<Found> {
        let (sources, nodes) = self.as_read(given);
        let above = self.place.group.iter().cloned().collect();
        let (_, findings) = check::home(&sources, &Place::new(self.place.home.clone(), above), self.profiles);
        let errors = findings.into_iter().filter(|finding| finding.severity == Severity::Error);
        let mut faults: Vec<Found> = Vec::new();
        for finding in errors {
            let hit = given.iter().enumerate().find_map(|(spot, at)| {
                let top = nodes.get(&at.path)?;
                let (key, node) = stands_at(top, &at.steps, at.entry)?;
                let down =
                    if at.steps.is_empty() || key != finding.span { inside(node, finding.span)? } else { Vec::new() };
                Some((spot, down))
            });
            if let Some((spot, down)) = hit
                && !faults.iter().any(|fault| fault.finding == finding)
            {
                faults.push(Found { finding, spot, down });
            }
        }
        faults
    }

    /// The home as letters in memory. Where something that must be there was not asked yet, an example stands in, outside of what is given.
    pub(super) fn as_read(&self, given: &[Spot]) -> (Sources, BTreeMap<Utf8PathBuf, Node>) {
        let (mut sources, mut nodes) = (Sources::default(), BTreeMap::new());
        let mut files = self.files.clone();
        files.entry("home.yaml".into()).or_insert_with(Tree::empty);
        for (path, mut tree) in files {
            let Some(kind) = kind_of(&path) else { continue };
            let whole: Vec<&Spot> = given.iter().filter(|spot| spot.path == path).collect();
            for key in keys::in_country(kind, self.country()).iter().filter(|key| key.must) {
                if !whole.iter().any(|spot| covers(&spot.steps, key)) {
                    stand_in(&mut tree, &steps(&key.way), key);
                }
            }
            let letters = tree.lines(0);
            let number = sources.add(self.place.home.join(&path), &letters);
            if let Ok((node, _)) = yaml::read(number, &letters) {
                nodes.insert(path, node);
            }
        }
        self.add_shared(&mut sources);
        (sources, nodes)
    }
}

/// Whether a key lies in what was given as a whole: there nothing stands in for what is missing.
fn covers(given: &[Step], key: &Key) -> bool {
    let (given, key) = (signed(given).replace("[]", ""), key.way.replace("[]", ""));
    given.is_empty() || key.starts_with(&format!("{given}."))
}

/// Puts an example where something must be there and is not, in every entry of every list on the way.
fn stand_in(tree: &mut Tree, way: &[Step], key: &Key) {
    let Some((step, rest)) = way.split_first() else { return };
    let Tree::Keys(said) = tree else { return };
    if rest.is_empty() {
        if !said.iter().any(|(name, _)| *name == step.key) {
            let one = match &key.written {
                keys::Written::Keys => Tree::empty(),
                _ => Tree::words(shown(key).trim_matches('"')),
            };
            said.push((
                step.key.clone(),
                if key.several && one != Tree::empty() { Tree::List(vec![one]) } else { one },
            ));
        }
        return;
    }
    for (_, held) in said.iter_mut().filter(|(name, _)| *name == step.key) {
        match held {
            Tree::List(list) => list.iter_mut().for_each(|entry| stand_in(entry, rest, key)),
            other => stand_in(other, rest, key),
        }
    }
}

/// The key and the value at the end of some steps: in an entry of the first list, where one is named, and the last of each other.
fn stands_at<'a>(top: &'a Node, steps: &[Step], mut entry: Option<usize>) -> Option<(Span, &'a Node)> {
    let mut at = (top.span, top);
    for step in steps {
        let node = match (&at.1.value, entry.take()) {
            (Value::List(list), Some(entry)) => list.get(entry)?,
            (Value::List(list), None) => list.last()?,
            (_, named) => {
                entry = named;
                at.1
            }
        };
        let Value::Keys(keys) = &node.value else { return None };
        let (_, key, value) = keys.iter().find(|(key, ..)| *key == step.key)?;
        at = (*key, value);
    }
    if let (Value::List(list), Some(entry)) = (&at.1.value, entry) {
        at.1 = list.get(entry)?;
    }
    Some(at)
}

/// The way down to the smallest part of a node that holds a place; none where it holds it nowhere.
fn inside(node: &Node, place: Span) -> Option<Vec<usize>> {
    let parts: Vec<(Option<Span>, &Node)> = match &node.value {
        Value::List(list) => list.iter().map(|node| (None, node)).collect(),
        Value::Keys(keys) => keys.iter().map(|(_, key, node)| (Some(*key), node)).collect(),
        Value::Empty | Value::Letters(_) => Vec::new(),
    };
    for (at, (key, part)) in parts.iter().enumerate() {
        if key.is_some_and(|key| (key.line, key.column) == (place.line, place.column) && key.file == place.file) {
            return Some(vec![at]);
        }
        if let Some(mut down) = inside(part, place) {
            down.insert(0, at);
            return Some(down);
        }
    }
    let scalar = matches!(node.value, Value::Letters(_) | Value::Empty);
    let same_line = node.span.file == place.file && node.span.line == place.line;
    let here = if scalar { place.column >= node.span.column } else { place.column == node.span.column };
    (same_line && here).then(Vec::new)
}

/// The part of a node at the end of a way down.
pub(super) fn part<'a>(node: &'a Node, down: &[usize]) -> &'a Node {
    let Some((at, rest)) = down.split_first() else { return node };
    let held = match &node.value {
        Value::List(list) => list.get(*at),
        Value::Keys(keys) => keys.get(*at).map(|(.., node)| node),
        Value::Empty | Value::Letters(_) => None,
    };
    held.map_or(node, |held| part(held, rest))
}

impl Spot {
    pub(super) fn of(way: &Way, current: Option<&str>) -> Option<Self> {
        Some(Self { path: way.path(current)?, steps: way.steps.clone(), entry: None })
    }
}
