//! What a home does not say although somebody asks for it: its duties laid over its facts.

use jiff::ToSpan as _;
use serde_json::{Value, json};

use crate::country::Profile;
use crate::duties::{Condition, Duty, Need};
use crate::home::Home;
use crate::home::date;
use crate::text::{Origin, Span, plain, unmark};

/// A home's facts, to be asked by the ways to them.
pub struct Facts(Value);

impl Facts {
    /// Everything a home says, what reaches no words file with it.
    ///
    /// # Panics
    /// Never: whatever a home can say can be written down.
    #[must_use]
    pub fn of(home: &Home) -> Self {
        let held =
            |value: Result<Value, serde_json::Error>| value.expect("a home is words, numbers and lists under keys");
        let mut facts = held(serde_json::to_value(home));
        let beside = [
            ("notices", held(serde_json::to_value(&home.notices))),
            ("papers", held(serde_json::to_value(&home.papers))),
            ("photos", held(serde_json::to_value(&home.photographs))),
            ("self_assessment", held(serde_json::to_value(&home.self_assessment))),
            ("contacts", held(serde_json::to_value(&home.contacts))),
            ("pages", json!(home.pages.iter().map(|page| page.id.as_str()).collect::<Vec<_>>())),
            ("contract", json!(home.contract.as_ref().map(|page| page.id.as_str()))),
        ];
        if let Value::Object(facts) = &mut facts {
            facts.extend(beside.map(|(name, value)| (name.to_owned(), value)));
        }
        Self(facts)
    }

    /// The same with what its country lists and the day, to be gone through by ways.
    ///
    /// # Panics
    /// Never: whatever a country can say can be written down.
    #[must_use]
    pub fn and(&self, country: &Profile, today: jiff::civil::Date) -> Value {
        let mut facts = self.0.clone();
        let country = serde_json::to_value(country).expect("a country is words, numbers and lists under keys");
        if let Value::Object(facts) = &mut facts {
            facts.extend([("country".to_owned(), country), ("today".to_owned(), json!(today.to_string()))]);
        }
        facts
    }

    /// Goes through everything that is said: the way to it through all lists, where it was written, and the words. An id, a yes and a
    /// no carry no place.
    pub fn each(&self, told: &mut dyn FnMut(&str, Option<Span>, &str)) {
        each(&self.0, "", told);
    }

    /// Whether something is said at a way.
    #[must_use]
    pub fn says(&self, way: &str) -> bool {
        stands_at(&self.0, &steps(way))
    }

    /// The duties that a home keeps silent about, each with the ways of which one would say it.
    #[must_use]
    pub fn lacking<'a>(&self, duties: &'a [Duty], today: jiff::civil::Date) -> Vec<(&'a Duty, &'a Need)> {
        let silent = |duty: &'a Duty| {
            let need = duty.needs.iter().find(|need| !need.ways().iter().any(|way| self.says(way)))?;
            (self.concerns(duty) && self.is_due(duty, today)).then_some((duty, need))
        };
        duties.iter().filter_map(silent).collect()
    }

    /// Whether a duty is one of this home's.
    #[must_use]
    pub fn concerns(&self, duty: &Duty) -> bool {
        duty.when.each().iter().all(|condition| holds(&self.0, condition))
    }

    /// Whether the time is over that the law gives.
    fn is_due(&self, duty: &Duty, today: jiff::civil::Date) -> bool {
        let Some(due) = &duty.due else { return true };
        let day = at(&self.0, &due.after).into_iter().filter_map(words).find_map(|words| date::read(&words).ok());
        day.is_none_or(|day| day.saturating_add(i64::from(due.days).days()) < today)
    }
}

fn each(value: &Value, way: &str, told: &mut dyn FnMut(&str, Option<Span>, &str)) {
    match value {
        Value::Array(entries) => entries.iter().for_each(|entry| each(entry, way, told)),
        Value::Object(keys) => keys.iter().for_each(|(key, held)| {
            let way = if way.is_empty() { key.clone() } else { format!("{way}.{key}") };
            each(held, &way, told);
        }),
        Value::String(marked) => {
            let runs = unmark(marked, &mut Origin::default());
            told(way, runs.into_iter().find_map(|(_, from)| from.fact), &plain(marked));
        }
        other => {
            if let Some(words) = words(other) {
                told(way, None, &words);
            }
        }
    }
}

/// Whether something holds of what a home says.
#[must_use]
pub fn holds(facts: &Value, condition: &Condition) -> bool {
    match condition {
        Condition::Has { key, has } => at(facts, key).iter().any(|value| words(value).as_deref() == Some(has)),
        Condition::Said { key, said } => at(facts, key).iter().any(|value| value.as_bool() == Some(*said)),
        Condition::Silent { none } => !stands_at(facts, &steps(none)),
    }
}

/// Every value at the end of a way, through all lists.
fn at<'a>(facts: &'a Value, way: &str) -> Vec<&'a Value> {
    let mut values = vec![facts];
    for step in steps(way) {
        values = flat(values).into_iter().filter_map(|value| value.get(step)).collect();
    }
    flat(values)
}

/// The keys of a way.
fn steps(way: &str) -> Vec<&str> {
    way.split('.').collect()
}

/// Values with the entries of lists in the place of the lists.
fn flat<'a>(values: Vec<&'a Value>) -> Vec<&'a Value> {
    let entries = |value: &'a Value| match value {
        Value::Array(list) => flat(list.iter().collect()),
        _ => vec![value],
    };
    values.into_iter().flat_map(entries).collect()
}

/// Whether something is said at the end of some keys.
fn stands_at(value: &Value, steps: &[&str]) -> bool {
    let Some((step, rest)) = steps.split_first() else {
        return match value {
            Value::Null => false,
            Value::Array(list) => !list.is_empty(),
            Value::String(words) => !plain(words).trim().is_empty(),
            _ => true,
        };
    };
    if let Value::Array(list) = value {
        return list.iter().any(|entry| stands_at(entry, steps));
    }
    if let Some(name) = step.strip_suffix("()") {
        return value.get(name).is_some_and(|held| !held.is_null());
    }
    match step.strip_suffix("[]") {
        Some(name) => {
            value.get(name).and_then(Value::as_array).is_none_or(|list| list.iter().all(|entry| stands_at(entry, rest)))
        }
        None => value.get(step).is_some_and(|held| stands_at(held, rest)),
    }
}

/// The words of a value, without the marks of where they are written.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(plain(words)),
        Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
