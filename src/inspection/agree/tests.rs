//! Every rule by its own examples, as the model would hold them: words with their places, ids without.

use serde_json::{Map as Keys, Value, json};

use super::super::facts::Fact;
use super::*;
use crate::country::Profiles;
use crate::text::mark;

/// Keys at which an id stands, which no reader sees.
const IDS: [&str; 20] = [
    "id",
    "person",
    "lead",
    "alternate",
    "review",
    "contact",
    "unit",
    "band",
    "bands",
    "service_types",
    "activities",
    "regulated_activities",
    "payers",
    "stays",
    "council",
    "nhs",
    "responsible_individual",
    "overall",
    "word",
    "what_is_rated",
];
/// Keys of a rating that are no words for what is rated.
const OF_A_RATING: [&str; 6] = ["overall", "given_on", "published_on", "checked_on", "inherited", "inherited_from"];

/// An example as the model would hold it.
fn held(example: &Value, key: &str, line: &mut u32) -> Value {
    let mut next = |words: &str| {
        *line += 1;
        Value::String(mark(words, Span { file: 0, line: *line, column: 1, width: 1 }))
    };
    match example {
        Value::Object(keys) if key == "rating" => rating(keys, line),
        Value::Object(keys) => {
            Value::Object(keys.iter().map(|(key, value)| (key.clone(), held(value, key, line))).collect())
        }
        Value::Array(entries) => Value::Array(entries.iter().map(|entry| held(entry, key, line)).collect()),
        Value::String(words) if !IDS.contains(&key) => next(words),
        Value::Number(number) => next(&number.to_string()),
        other => other.clone(),
    }
}

/// A rating: what is rated stands in a list, as the model has it.
fn rating(keys: &Keys<String, Value>, line: &mut u32) -> Value {
    let (own, rated): (Vec<_>, Vec<_>) = keys.iter().partition(|(key, _)| OF_A_RATING.contains(&key.as_str()));
    let mut rating: Keys<String, Value> =
        own.into_iter().map(|(key, value)| (key.clone(), held(value, key, line))).collect();
    rating.insert("each".to_owned(), rated.into_iter().map(|(key, word)| json!({"what": key, "word": word})).collect());
    Value::Object(rating)
}

fn root(example: &Value, country: Option<&str>, profiles: &Profiles) -> Value {
    let mut root = held(example, "", &mut 0);
    let today = json!("2026-11-22");
    let country = serde_json::to_value(profiles.of(country)).expect("a country is words and numbers");
    if let Value::Object(keys) = &mut root {
        keys.extend([("today".to_owned(), today), ("country".to_owned(), country)]);
    }
    root
}

#[test]
fn every_rule_finds_its_wrong_example_and_not_its_right_one() {
    let (rules, profiles) = (Agreements::new().expect("our own file"), Profiles::new().expect("countries"));
    let (sources, place) = (Sources::default(), read::Place::new("rowan".into(), Vec::new()));
    let files = Files { sources: &sources, place: &place };
    let mut told = Vec::new();
    for rule in &rules.0 {
        let broken = |example: &Value| {
            let value = root(example, rule.asked.country.as_deref(), &profiles);
            let facts = Fact::of(&value);
            rule.broken(&Root::new(&value, &facts), files)
        };
        let (wrong, right) = (broken(&rule.asked.example_wrong), broken(&rule.asked.example_right));
        if wrong.is_empty() {
            told.push(format!("{}: silent about its wrong example", rule.asked.id));
        }
        for found in wrong.iter().filter(|found| found.says.contains(['{', '}'])) {
            told.push(format!("{}: {}", rule.asked.id, found.says));
        }
        told.extend(
            right.iter().map(|found| format!("{}: speaks of its right example: {}", rule.asked.id, found.says)),
        );
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert!(rules.0.len() > 80);
}
