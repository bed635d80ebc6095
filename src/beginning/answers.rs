//! A file of answers: YAML with the way to a key, or the name of a question, before each answer. Everything in it is looked at, and every
//! mistake is told at once, with its place in that file.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::guard::{Spot, part};
use super::shape::fitted;
use super::tree::Tree;
use super::way::{Way, steps};
use crate::finding::{Finding, in_order, meant};
use crate::keys::{self, Ask, First, KEYS, What};
use crate::read::yaml::{self, Node, Value};
use crate::text::Span;

/// An answer that was given, and where it went.
struct One<'n> {
    node: &'n Node,
    key: Span,
    spot: Spot,
}

/// What became of a file of answers.
#[derive(Debug, Default)]
pub struct Given {
    /// What is wrong in it.
    pub findings: Vec<Finding>,
    /// How many answers were taken.
    pub taken: usize,
    /// Answers that the home’s files had already, and that were left as they are: their names.
    pub had: Vec<String>,
}

/// Puts every answer of a file in its place. With any finding nothing of it may be kept.
#[must_use]
pub fn given(draft: &mut Draft<'_>, file: u32, letters: &str, first: &First) -> Given {
    let mut given = Given::default();
    let top = match yaml::read(file, letters) {
        Ok((top, findings)) => {
            given.findings.extend(findings);
            top
        }
        Err(findings) => return Given { findings, ..given },
    };
    let Value::Keys(entries) = &top.value else {
        let help =
            "Write one answer a line, such as “home.name: ” with the name behind it. docs/beginning.md shows how.";
        given.findings.push(Finding::error(top.span, "there are no answers in this file", help));
        return given;
    };
    let mut answers = Answers { draft, asks: every(first), given, ones: Vec::new() };
    let mut entries: Vec<&(String, Span, Node)> = entries.iter().collect();
    entries.sort_by_key(|(name, ..)| order(name));
    answers.begin_files(&entries);
    let mut seen = BTreeSet::new();
    for (name, key, node) in entries {
        if !seen.insert(name) {
            let help = "Keep one of the two.";
            answers.given.findings.push(Finding::error(*key, format!("“{name}” is answered twice"), help));
        } else if node.value != Value::Empty {
            answers.one(name, *key, node);
        }
    }
    answers.looked_at()
}

/// What others point at comes first: the country, contacts, people.
fn order(name: &str) -> usize {
    let first = ["home.country", "contacts.", "people.named", "people."];
    first.iter().position(|start| name.starts_with(start)).unwrap_or(first.len())
}

/// Every question of the first steps, those of each kind of home among them.
fn every(first: &First) -> Vec<&Ask> {
    let steps = first.steps.iter().flat_map(|step| &step.ask);
    steps.chain(first.kinds.iter().flat_map(|kind| kind.also.values().flatten())).collect()
}

struct Answers<'a, 'b, 'n> {
    draft: &'a mut Draft<'b>,
    asks: Vec<&'a Ask>,
    given: Given,
    ones: Vec<One<'n>>,
}

impl<'n> Answers<'_, '_, 'n> {
    /// Begins the file of a folder whose name is among the answers: `services.name`.
    fn begin_files(&mut self, entries: &[&(String, Span, Node)]) {
        for folder in ["services", "contacts"] {
            let named = entries.iter().find(|(name, ..)| *name == format!("{folder}.name"));
            if let Some((.., Node { value: Value::Letters(called), .. })) = named {
                let id = self.draft.short_name(called, folder);
                self.draft.current.insert(folder, id);
            }
        }
    }

    /// One answer.
    fn one(&mut self, name: &str, key: Span, node: &'n Node) {
        let asked = self.asks.iter().copied().find(|ask| ask.name == name);
        let way = Way::of(name);
        match (asked.map(|ask| ask.what), way) {
            (Some(What::Gate), _) => self.gate(name, node),
            (Some(What::Person), Some(way)) if is_keys(node) => self.person(&way, key, node),
            (Some(What::Contact), Some(way)) if is_keys(node) => self.contact(&way, key, node),
            (_, Some(way)) if self.can_stand(&way) => self.value(name, &way, key, node),
            _ => self.unknown(name, key),
        }
        for (name, word) in asked.map(|ask| &ask.also_says).into_iter().flatten() {
            if let Some(way) = Way::of(name) {
                self.draft.put_in_last(&way, Tree::words(word));
            }
        }
    }

    /// A yes or no that is written nowhere.
    fn gate(&mut self, name: &str, node: &Node) {
        if let Value::Letters(word) = &node.value {
            self.draft.gates.insert(name.to_owned(), word.to_lowercase());
            self.given.taken += 1;
        }
    }

    /// Whether something can be written at a way here.
    fn can_stand(&self, way: &Way) -> bool {
        let current = self.draft.current.get(keys::subject(way.file.path)).map(String::as_str);
        let whole = way.steps.is_empty() && way.id.is_some();
        way.path(current).is_some()
            && way.path(current).is_some_and(|path| path.extension() == Some("yaml"))
            && (whole || self.draft.key(way).is_some())
    }

    /// What stands at a key, or in a whole file.
    fn value(&mut self, name: &str, way: &Way, key: Span, node: &'n Node) {
        let Some(tree) = self.tree(way, node) else { return };
        if !self.draft.answers_at(way).is_empty() {
            let same = self.draft.answers_at(way) == tree.each();
            return if same { self.given.taken += 1 } else { self.given.had.push(name.to_owned()) };
        }
        let current = self.draft.current.get(keys::subject(way.file.path)).map(String::as_str);
        let Some(spot) = Spot::of(way, current) else { return };
        self.draft.put(way, tree);
        self.taken(One { node, key, spot });
    }

    fn taken(&mut self, one: One<'n>) {
        self.given.taken += 1;
        self.ones.push(one);
    }

    /// An answer as it is written: words as they fit the key.
    fn tree(&self, way: &Way, node: &Node) -> Option<Tree> {
        let tree = Tree::of(node)?;
        let Some(key) = self.draft.key(way) else { return Some(tree) };
        Some(match tree {
            Tree::Words(words) if key.several => Tree::List(vec![fitted(self.draft, &key, &words)]),
            Tree::Words(words) => fitted(self.draft, &key, &words),
            Tree::List(list) if key.several => {
                Tree::List(list.into_iter().map(|entry| self.entry(&key, entry)).collect())
            }
            other => other,
        })
    }

    fn entry(&self, key: &keys::Key, entry: Tree) -> Tree {
        match entry {
            Tree::Words(words) => fitted(self.draft, key, &words),
            other => other,
        }
    }

    /// Somebody who is not named yet, with what is said of them.
    fn person(&mut self, way: &Way, key: Span, node: &'n Node) {
        let Some(tree) = Tree::of(node) else { return };
        let called = tree.get("name").and_then(Tree::as_words).unwrap_or_default().to_owned();
        let id = tree.get("id").and_then(Tree::as_words).map(str::to_owned);
        let known = self.draft.person(&called).or_else(|| id.as_deref().and_then(|id| self.draft.person(id)));
        if let Some(known) = known {
            return self.points_at(way, &known);
        }
        let id = id.unwrap_or_else(|| self.draft.short_name(&called, "people"));
        let mut said = vec![("id".to_owned(), Tree::words(&id))];
        if let Tree::Keys(keys) = tree {
            said.extend(
                keys.into_iter()
                    .filter(|(key, _)| key != "id")
                    .map(|(key, value)| (key.clone(), self.of_person(&key, value))),
            );
        }
        let people = self.draft.files.entry("people.yaml".into()).or_insert_with(Tree::empty);
        let list = people.entry("named").as_list();
        list.push(Tree::Keys(said));
        let spot = Spot { path: "people.yaml".into(), steps: steps("named[]"), entry: Some(list.len() - 1) };
        self.points_at(way, &id);
        self.taken(One { node, key, spot });
    }

    fn of_person(&self, key: &str, value: Tree) -> Tree {
        let way = Way::of(&format!("people.named[].{key}"));
        let key = way.and_then(|way| self.draft.key(&way));
        match (key, value) {
            (Some(key), Tree::Words(words)) if !key.several => fitted(self.draft, &key, &words),
            (_, value) => value,
        }
    }

    /// A contact that has no file yet, with what is said of it.
    fn contact(&mut self, way: &Way, key: Span, node: &'n Node) {
        let Some(tree) = Tree::of(node) else { return };
        let called = tree.get("name").and_then(Tree::as_words).unwrap_or_default().to_owned();
        if let Some(known) = self.draft.contact(&called) {
            return self.points_at(way, &known);
        }
        let id = self.draft.short_name(&called, "contacts");
        let path = camino::Utf8PathBuf::from(format!("contacts/{id}.yaml"));
        self.draft.files.insert(path.clone(), tree);
        self.points_at(way, &id);
        self.taken(One { node, key, spot: Spot { path, steps: Vec::new(), entry: None } });
    }

    /// Writes a short name where it is asked for, unless one stands there.
    fn points_at(&mut self, way: &Way, id: &str) {
        if self.draft.answers_at(way).is_empty() {
            self.draft.put(way, Tree::words(id));
        }
    }

    /// A name that nobody knows.
    fn unknown(&mut self, name: &str, key: Span) {
        let country = self.draft.country();
        let ways = KEYS.iter().map(|key| format!("{}.{}", keys::subject(key.file), key.way));
        let known: Vec<String> = ways.chain(self.asks.iter().map(|ask| ask.name.clone())).collect();
        let (message, help) = if known.iter().any(|way| way.replace("[]", "") == name.replace("[]", "")) {
            let file = Way::of(name).filter(|way| way.file.path.contains('/'));
            match file {
                Some(way) => {
                    let about = keys::subject(way.file.path);
                    (
                        format!("“{name}” does not say which file it is for"),
                        format!("Write the name of the file too: {about}.our-file."),
                    )
                }
                None => (format!("in {} nobody asks for “{name}”", country.name), "Take this line out.".to_owned()),
            }
        } else {
            let help = meant(name, known.iter().map(String::as_str));
            let all = "`homepack explain` and `homepack schema` list every name.".to_owned();
            (format!("there is no question called “{name}”"), help.unwrap_or(all))
        };
        self.given.findings.push(Finding::error(key, message, help));
    }

    /// Every answer looked at in its place, as a file is.
    fn looked_at(mut self) -> Given {
        let spots: Vec<Spot> = self.ones.iter().map(|one| one.spot.clone()).collect();
        for fault in self.draft.faults(&spots) {
            let Some(one) = self.ones.get(fault.spot) else { continue };
            let at = part(one.node, &fault.down).span;
            let span = if at.line == 0 { one.key } else { at };
            self.given.findings.push(Finding { span, ..fault.finding });
        }
        in_order(&mut self.given.findings);
        self.given
    }
}

fn is_keys(node: &Node) -> bool {
    matches!(node.value, Value::Keys(_))
}
