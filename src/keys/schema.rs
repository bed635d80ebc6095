//! The JSON Schema of a file, and the keys that it has.

use schemars::generate::SchemaSettings;
use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::question::{Question, questions};
use super::{FileOf, Key, Written};

/// How a comment of the model begins the line that says where a key is seen.
const SEEN_ON: &str = "Seen on: ";

/// What no comment for readers begins a line with: the class of a fact in data protection law, and what it is printed in.
const FOR_US: [&str; 2] = ["Class: ", "Printed in: "];

/// The JSON Schema of a kind of file, draft 7: what editors read, with examples.
#[must_use]
pub fn schema(file: &FileOf) -> Value {
    let mut root = bare(file);
    let examples: Vec<(String, Value)> = found(file, &root)
        .into_iter()
        .filter_map(|(place, key)| {
            let example = json!(key.question?.example?);
            Some((place, if key.several { json!([example]) } else { example }))
        })
        .collect();
    for (place, example) in examples {
        if let Some(Value::Object(property)) = root.pointer_mut(&place) {
            property.entry("examples").or_insert_with(|| json!([example]));
        }
    }
    root
}

/// The same without examples.
fn bare(file: &FileOf) -> Value {
    let mut generator = SchemaSettings::draft07().into_generator();
    let mut root = (file.schema)(&mut generator).to_value();
    let mut definitions = Value::Object(generator.take_definitions(true));
    plain(&mut root);
    definitions.as_object_mut().into_iter().flatten().for_each(|(_, held)| plain(held));
    if let Value::Object(root) = &mut root {
        root.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
        root.insert("title".to_owned(), json!(file.path));
        root.insert("description".to_owned(), json!(file.about));
        root.insert("definitions".to_owned(), definitions);
    }
    root
}

/// Makes a schema say what our files take: a key is left out rather than empty, `yes` and `no` are written in words, and what a type has
/// where nothing is written is nobody's business.
fn plain(schema: &mut Value) {
    match schema {
        Value::Array(held) => held.iter_mut().for_each(plain),
        Value::Object(held) => {
            held.remove("default");
            held.remove("format");
            without_null(held);
            if held.get("type").is_some_and(|kind| kind == "boolean") {
                held.remove("type");
                held.insert("enum".to_owned(), json!(["yes", "no", true, false]));
            }
            if let Some(Value::String(comment)) = held.get_mut("description") {
                *comment = for_readers(comment);
            }
            held.values_mut().for_each(plain);
        }
        _ => {}
    }
}

/// Takes away that a value may be nothing.
fn without_null(held: &mut Map<String, Value>) {
    if let Some(Value::Array(kinds)) = held.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [one] = kinds.as_slice() {
            let one = one.clone();
            held.insert("type".to_owned(), one);
        }
    }
    if let Some(Value::Array(choices)) = held.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type").is_none_or(|kind| kind != "null"));
        if let [one] = choices.as_slice() {
            let one = one.clone();
            held.remove("anyOf");
            held.insert("allOf".to_owned(), json!([one]));
        }
    }
    if let Some(Value::Array(words)) = held.get_mut("enum") {
        words.retain(|word| !word.is_null());
    }
}

/// A comment without what it says to us alone.
fn for_readers(comment: &str) -> String {
    let lines = comment.lines().filter(|line| !FOR_US.iter().any(|ours| line.starts_with(ours)));
    lines.collect::<Vec<_>>().join("\n")
}

/// Every key of a kind of file.
pub(super) fn keys(file: &FileOf) -> Vec<Key> {
    found(file, &bare(file)).into_iter().map(|(_, key)| key).collect()
}

/// Every key of a kind of file, with the place in its schema where it stands.
fn found(file: &FileOf, root: &Value) -> Vec<(String, Key)> {
    let mut walk = Walk { root, file: file.path, questions: &questions(file), found: Vec::new() };
    walk.keys_of(root, "", &Way::default(), &mut Vec::new());
    walk.found
}

/// A walk down a schema.
struct Walk<'a> {
    root: &'a Value,
    file: &'static str,
    questions: &'a BTreeMap<String, Question>,
    found: Vec<(String, Key)>,
}

/// The way that was gone so far.
#[derive(Default)]
struct Way {
    steps: Vec<String>,
    /// The same with a sign for each list.
    signed: String,
}

impl<'a> Walk<'a> {
    /// Notes every key of an object. `within` are the names of the definitions around it: what holds itself is not followed again.
    fn keys_of(&mut self, schema: &'a Value, place: &str, way: &Way, within: &mut Vec<&'a str>) {
        let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return };
        let must: Vec<&str> =
            schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        for (name, property) in properties {
            let (several, inner) = match self.solid(property).get("items") {
                Some(items) => (true, items),
                None => (false, property),
            };
            let held = self.solid(inner);
            let holds_keys = held.get("properties").is_some();
            let dot = if way.signed.is_empty() { "" } else { "." };
            let list = if several && holds_keys { "[]" } else { "" };
            let way = Way {
                steps: way.steps.iter().chain([name]).cloned().collect(),
                signed: format!("{}{dot}{name}{list}", way.signed),
            };
            let comment =
                [property, held].iter().find_map(|held| held.get("description")?.as_str()).unwrap_or_default();
            let key = Key {
                file: self.file,
                steps: way.steps.clone(),
                way: way.signed.clone(),
                meaning: meaning(comment),
                written: written(held),
                several,
                must: must.contains(&name.as_str()),
                seen_on: seen_on(comment),
                question: self.questions.get(&way.signed).cloned(),
            };
            self.found.push((format!("{place}/properties/{name}"), key));
            let named = reference(inner).unwrap_or_default();
            if named.is_empty() || !within.contains(&named) {
                let place = if named.is_empty() {
                    format!("{place}/properties/{name}")
                } else {
                    format!("/definitions/{named}")
                };
                within.push(named);
                self.keys_of(held, &place, &way, within);
                within.pop();
            }
        }
    }

    /// What a reference stands for.
    fn solid(&self, schema: &'a Value) -> &'a Value {
        let found = reference(schema).and_then(|name| self.root.pointer(&format!("/definitions/{name}")));
        found.unwrap_or(schema)
    }
}

/// The name of the definition that a schema refers to.
fn reference(schema: &Value) -> Option<&str> {
    let direct = schema.get("$ref").and_then(Value::as_str);
    let held = || schema.pointer("/allOf/0/$ref").and_then(Value::as_str);
    direct.or_else(held)?.strip_prefix("#/definitions/")
}

/// What is written where a schema stands.
fn written(schema: &Value) -> Written {
    if schema.get("properties").is_some() {
        return Written::Keys;
    }
    if let Some(Value::Array(words)) = schema.get("oneOf").or_else(|| schema.get("enum")) {
        return Written::OneOf(words.iter().flat_map(choice).collect());
    }
    let title = schema.get("title").and_then(Value::as_str);
    let kind = || if schema.get("type").is_some_and(|kind| kind == "integer") { "a whole number" } else { "words" };
    Written::Value(title.unwrap_or_else(kind).to_owned())
}

/// The words that one entry of a list of choices allows, each with its meaning.
fn choice(entry: &Value) -> Vec<(String, String)> {
    let about = entry.get("description").and_then(Value::as_str).unwrap_or_default();
    let with = |word: &str| (word.to_owned(), meaning(about));
    match (entry.as_str(), entry.get("const").and_then(Value::as_str), entry.get("enum")) {
        (Some(word), ..) | (_, Some(word), _) => vec![with(word)],
        (.., Some(Value::Array(words))) => words.iter().filter_map(Value::as_str).map(with).collect(),
        _ => Vec::new(),
    }
}

/// The part of a comment that says what a key means, on one line.
fn meaning(comment: &str) -> String {
    let lines = comment.lines().map(str::trim).take_while(|line| !line.starts_with(SEEN_ON));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The pages and papers that a comment names.
fn seen_on(comment: &str) -> Vec<String> {
    let line = comment.lines().find_map(|line| line.trim().strip_prefix(SEEN_ON));
    line.into_iter().flat_map(|names| names.trim_end_matches('.').split(", ")).map(str::to_owned).collect()
}
