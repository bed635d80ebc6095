//! Each duty by itself: a home that is silent about it, and homes that say it in each of the ways that would do.

use super::*;
use crate::duties::Duties;

#[test]
fn a_list_says_something_with_one_entry_or_with_each() {
    let facts = Facts(
        json!({"people": {"managers": [{"name": "Rosa", "email": null}, {"name": "Ben", "email": "b@x.example"}], "none": []}}),
    );
    assert!(facts.says("people.managers.email") && !facts.says("people.managers[].email"));
    assert!(facts.says("people.managers[].name") && facts.says("people.none[].name"));
    assert!(!facts.says("people.none") && facts.says("people.none()") && !facts.says("people.nobody()"));
}

#[test]
fn a_duty_is_lacking_only_where_it_is_the_homes_and_its_time_is_over() {
    let duties: Vec<Duty> = crate::ours::read(
        "- {id: told, asks: It is told., source: law, certainty: certain, weight: mandatory, needs: [statement.told], due: {days: 28, after: statement.date}, when: {key: home.kind, has: CHN}, write: Tell.}\n",
    )
    .expect("it is one of ours");
    let facts = |kind: &str| Facts(json!({"home": {"kind": [kind]}, "statement": {"date": "2026-11-01"}}));
    let on = |facts: &Facts, day: i8| facts.lacking(&duties, jiff::civil::date(2026, 11, day)).len();
    assert_eq!((on(&facts("CHN"), 29), on(&facts("CHN"), 30), on(&facts("CHS"), 30)), (0, 1, 0));
}

/// Puts a value at the end of a way, with the groups around it; `[]` is a list with one entry.
fn put(facts: &mut Value, way: &[&str], value: Value) {
    let Some((step, rest)) = way.split_first() else { return };
    let facts = match facts {
        Value::Array(list) => &mut list[0],
        other => other,
    };
    let (name, is_list) = step.strip_suffix("[]").map_or((*step, false), |name| (name, true));
    if rest.is_empty() {
        facts[name.trim_end_matches("()")] = value;
        return;
    }
    if facts.get(name).is_none_or(|held| !held.is_object() && !held.is_array()) {
        facts[name] = if is_list { json!([{}]) } else { json!({}) };
    }
    put(&mut facts[name], rest, value);
}

/// The facts of a home whose duty it is. With `said` it does its duty by the n-th of the ways that would do, else it is silent.
fn of_a_home(duty: &Duty, said: Option<usize>) -> Facts {
    let mut facts = json!({});
    let at_key = |key: &String, value: Value, facts: &mut Value| put(facts, &steps(key), value);
    for need in &duty.needs {
        match said {
            Some(nth) => {
                let way = &need.ways()[nth.min(need.ways().len() - 1)];
                let value = if way.ends_with("()") { json!([]) } else { json!("said") };
                at_key(way, value, &mut facts);
            }
            // An entry of a list that does not say it.
            None => {
                need.ways().iter().filter(|way| way.contains("[]")).for_each(|way| at_key(way, Value::Null, &mut facts))
            }
        }
    }
    for condition in duty.when.each() {
        match condition {
            Condition::Has { key, has } => at_key(key, json!(has), &mut facts),
            Condition::Said { key, said } => at_key(key, json!(said), &mut facts),
            Condition::Silent { .. } => {}
        }
    }
    Facts(facts)
}

#[test]
fn every_duty_is_missed_where_it_is_missing_and_nowhere_else() {
    let (duties, today) = (Duties::new().expect("our lists"), jiff::civil::date(2026, 11, 22));
    let (mut tried, mut told) = (0, Vec::new());
    for country in crate::country::ids() {
        for duty in duties.of(country).iter().filter(|duty| !duty.needs.is_empty()) {
            let one = std::slice::from_ref(duty);
            let misses = |facts: &Facts| !facts.lacking(one, today).is_empty();
            let silent = of_a_home(duty, None);
            if !silent.concerns(duty) || !misses(&silent) {
                told.push(format!("{country}: {} is not missed where nothing is said", duty.id));
            }
            let ways = duty.needs.iter().map(|need| need.ways().len()).max().unwrap_or(0);
            for nth in 0..ways {
                tried += 1;
                if misses(&of_a_home(duty, Some(nth))) {
                    told.push(format!("{country}: {} is missed though {:?} say it", duty.id, duty.needs));
                }
            }
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert!(tried > 250, "{tried}");
}
