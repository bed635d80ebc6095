//! The ways in which two places are held against each other, a function each.

use super::taken::{Taken, Worth, plainly, sentences};
use super::{Found, Rule};
use crate::check::holds;
use crate::duties::{Is, Kind, Map, Ways};
use crate::home::date;
use crate::inspection::places::{Root, Spoken};

/// Where a rule finds that the two do not agree.
pub(super) fn broken<'a>(rule: &'a Rule, root: &Root<'a>) -> Vec<Found<'a>> {
    match rule.asked.kind {
        Kind::Sum => sum(rule, root),
        Kind::Same => same(rule, root),
        Kind::Before => before(rule, root),
        Kind::InList => in_list(rule, root),
        Kind::Covers => covers(rule, root),
        Kind::NotBoth => not_both(rule, root),
        Kind::ContradictsWords => contradicts_words(rule, root),
    }
}

/// What is compared at the first, and at the second.
fn both<'a>(rule: &'a Rule, root: &Root<'a>) -> (Vec<Taken<'a>>, Vec<Taken<'a>>) {
    let firsts = rule.firsts(root).iter().flat_map(|place| rule.first.out_of(place)).collect();
    let seconds = rule.seconds(root).iter().flat_map(|place| rule.second.out_of(place)).collect();
    (number_of_the_law(&rule.asked.both.0, root, firsts), number_of_the_law(&rule.asked.both.1, root, seconds))
}

/// A number that a rule holds something against stands for itself.
fn number_of_the_law<'a>(ways: &Ways, root: &Root<'a>, mut taken: Vec<Taken<'a>>) -> Vec<Taken<'a>> {
    if let Ways::Number(number) = ways {
        let worth = Worth::Number(number * 100);
        taken.extend(root.at("today").into_iter().map(|place| Taken {
            place,
            shown: number.to_string(),
            worth: worth.clone(),
        }));
    }
    taken
}

/// The value as it stands.
fn as_it_stands<'a>(place: &Spoken<'a>) -> Taken<'a> {
    let shown = place.words().unwrap_or_default().to_owned();
    Taken { place: place.clone(), worth: plainly(&shown), shown }
}

fn hundredths(place: &Spoken<'_>) -> i64 {
    match as_it_stands(place).worth {
        Worth::Number(number) => number,
        _ => 0,
    }
}

fn sum<'a>(rule: &'a Rule, root: &Root<'a>) -> Vec<Found<'a>> {
    let firsts = rule.firsts(root);
    let seconds = rule.seconds(root);
    let mut found = Vec::new();
    for first in &firsts {
        let mine: Vec<&Spoken<'_>> = seconds.iter().filter(|second| belongs(rule, first, second)).collect();
        let sum: i64 = mine.iter().map(|second| hundredths(second) * times(rule, second) / 100).sum();
        let wrong = match rule.asked.at_most {
            Some(most) => sum > most * 100,
            None => !mine.is_empty() && sum != hundredths(first),
        };
        if let (true, Some(second)) = (wrong, mine.first()) {
            let second = Taken { shown: (sum / 100).to_string(), ..as_it_stands(second) };
            found.push(Found { first: as_it_stands(first), second: Some(second) });
        }
    }
    found
}

/// How many times a value is taken, in hundredths.
fn times(rule: &Rule, second: &Spoken<'_>) -> i64 {
    let times = rule.asked.times.as_deref().and_then(|way| second.next_to(way));
    times.map(|times| hundredths(&times)).filter(|times| *times > 0).unwrap_or(100)
}

/// Whether a second counts for a first: it is akin to it, and has the same id where the rule counts each apart.
fn belongs(rule: &Rule, first: &Spoken<'_>, second: &Spoken<'_>) -> bool {
    let Some((mine, theirs)) = &rule.asked.per else { return first.is_akin(second) };
    let (mine, theirs) = (first.next_to(mine), second.next_to(theirs));
    let mine = mine.and_then(|id| id.words());
    mine.is_some() && mine == theirs.and_then(|id| id.words())
}

fn same<'a>(rule: &'a Rule, root: &Root<'a>) -> Vec<Found<'a>> {
    let (firsts, seconds) = both(rule, root);
    let mut found = Vec::new();
    for second in &seconds {
        let akin: Vec<&Taken<'_>> = firsts.iter().filter(|first| speaks_of(rule, first, second)).collect();
        let equal = |first: &&&Taken<'_>| first.worth == second.worth;
        let wrong = match (rule.asked.wanted, rule.asked.any) {
            (false, _) => akin.iter().find(equal),
            (true, true) if akin.iter().any(|first| first.worth == second.worth) => None,
            (true, true) => akin.first(),
            (true, false) => akin.iter().find(|first| first.worth != second.worth),
        };
        found.extend(wrong.map(|first| Found { first: (*first).clone(), second: Some(second.clone()) }));
    }
    found
}

/// The way that stands for: the name beside the first stands in the sentence of the second.
const IN_THE_SENTENCE: &str = "in the sentence";

/// Whether a first is one that a second is held against.
fn speaks_of(rule: &Rule, first: &Taken<'_>, second: &Taken<'_>) -> bool {
    match &rule.asked.per {
        Some((name, place)) if place == IN_THE_SENTENCE => {
            let name = first.place.next_to(name).and_then(|name| name.words());
            let said = second.place.words().unwrap_or_default();
            name.is_some_and(|name| {
                sentences(said).iter().any(|sentence| sentence.contains(&second.shown) && sentence.contains(name))
            })
        }
        Some(_) => belongs(rule, &first.place, &second.place),
        None => first.place.is_akin(&second.place),
    }
}

fn before<'a>(rule: &'a Rule, root: &Root<'a>) -> Vec<Found<'a>> {
    let (firsts, seconds) = both(rule, root);
    let mut found = Vec::new();
    for first in &firsts {
        for second in seconds.iter().filter(|second| first.place.is_akin(&second.place)) {
            let wrong = match (&first.worth, &second.worth) {
                (Worth::Day(first), Worth::Day(second)) => {
                    let days = first.until(*second).map_or(0, |span| i64::from(span.get_days()));
                    days < rule.asked.at_least.unwrap_or(0) || rule.asked.at_most.is_some_and(|most| days > most)
                }
                (Worth::Number(first), Worth::Number(second)) => first > second,
                _ => false,
            };
            if wrong {
                found.push(Found { first: first.clone(), second: Some(second.clone()) });
            }
        }
    }
    found
}

fn in_list<'a>(rule: &'a Rule, root: &Root<'a>) -> Vec<Found<'a>> {
    let today = root.at("today").first().and_then(Spoken::words).and_then(|day| date::read(day).ok());
    let (firsts, seconds) = both(rule, root);
    if seconds.is_empty() {
        return Vec::new();
    }
    let counts = |second: &&Taken<'_>| {
        let has = |key: &String| second.place.next_to(key).is_some_and(|place| place.is_said());
        let until = rule.asked.only_until.as_ref().and_then(|key| second.place.next_to(key)?.words());
        let until = until.and_then(|day| date::read(day).ok());
        rule.asked.only_with.iter().all(has) && until.is_none_or(|until| today.is_none_or(|today| today <= until))
    };
    let mut found = Vec::new();
    for first in firsts {
        let same = |second: &&Taken<'_>| {
            if rule.asked.wanted { second.worth == first.worth } else { second.shown == first.shown }
        };
        let there = seconds.iter().filter(counts).find(same);
        match (rule.asked.wanted, there) {
            (true, None) => {
                let near = seconds.iter().find(same).or(seconds.first()).cloned();
                found.push(Found { first, second: near });
            }
            (false, Some(second)) => found.push(Found { second: Some(second.clone()), first }),
            _ => {}
        }
    }
    found
}

fn covers<'a>(rule: &'a Rule, root: &Root<'a>) -> Vec<Found<'a>> {
    let (firsts, seconds) = both(rule, root);
    let anything = rule.asked.map == Map::Anything("any".to_owned());
    if seconds.is_empty() && !anything {
        return Vec::new();
    }
    let wanted = rule.asked.is.as_ref().map(Is::words);
    let asks = |first: &&Taken<'_>| wanted.as_ref().is_none_or(|wanted| wanted.contains(&first.shown));
    let mut found = Vec::new();
    for first in firsts.iter().filter(asks) {
        let goes_with = match &rule.asked.map {
            Map::Names(names) => {
                names.get(first.place.way).or_else(|| names.get(&first.shown)).map(|word| plainly(word))
            }
            _ => None,
        };
        let goes_with = goes_with.unwrap_or_else(|| first.worth.clone());
        let there = if anything { !seconds.is_empty() } else { seconds.iter().any(|second| second.worth == goes_with) };
        if !there {
            let names: Vec<&str> = seconds.iter().map(|second| second.shown.as_str()).collect();
            let second = seconds.first().map(|second| Taken { shown: names.join(", "), ..second.clone() });
            found.push(Found { first: first.clone(), second });
        }
    }
    found
}

fn not_both<'a>(rule: &'a Rule, root: &Root<'a>) -> Vec<Found<'a>> {
    let firsts: Vec<Taken<'_>> = rule.firsts(root).iter().map(as_it_stands).collect();
    let seconds: Vec<Taken<'_>> = rule.seconds(root).iter().map(as_it_stands).collect();
    let (of_first, of_second) = halves(rule);
    let holds = |first: &&Taken<'_>| {
        let lacks = rule.asked.lacks.as_ref().is_none_or(|word| firsts.iter().all(|first| first.shown != *word));
        lacks && (of_first.is_empty() || of_first.contains(&first.shown))
    };
    let speaks = |second: &&Taken<'_>| of_second.is_empty() || of_second.contains(&second.shown);
    let mut found = Vec::new();
    for first in firsts.iter().filter(holds) {
        let goes_with = |second: &&Taken<'_>| match &rule.asked.map {
            Map::Names(names) => names.get(&first.shown).is_some_and(|way| way == second.place.way),
            _ => true,
        };
        found.extend(
            seconds
                .iter()
                .filter(speaks)
                .filter(goes_with)
                .map(|second| Found { first: first.clone(), second: Some(second.clone()) }),
        );
        // A list of registrations that lacks a word is one reason, however many other words it has.
        if rule.asked.lacks.is_some() {
            break;
        }
    }
    found
}

/// What the first has to be, and the second: of `is` a single word is for the second, of `has` for the first.
fn halves(rule: &Rule) -> (Vec<String>, Vec<String>) {
    let mut halves = (Vec::new(), Vec::new());
    match &rule.asked.is {
        Some(Is::Both(each)) => {
            halves.0.extend(each.first().map(Is::words).unwrap_or_default());
            halves.1.extend(each.iter().skip(1).flat_map(Is::words));
        }
        Some(one) => halves.1.extend(one.words()),
        None => {}
    }
    match &rule.asked.has {
        Some(Is::Both(each)) => {
            halves.0.extend(each.first().map(Is::words).unwrap_or_default());
            halves.1.extend(each.iter().skip(1).flat_map(Is::words));
        }
        Some(one) => halves.0.extend(one.words()),
        None => {}
    }
    halves
}

fn contradicts_words<'a>(rule: &'a Rule, root: &Root<'a>) -> Vec<Found<'a>> {
    let firsts = rule.firsts(root);
    let Some(first) = firsts.iter().find_map(|first| stands(rule, root, first, &firsts)) else { return Vec::new() };
    let (mut found, seconds) = (Vec::new(), rule.seconds(root));
    let explained = |second: &Spoken<'_>| {
        let Some(explains) = &rule.unless_near else { return false };
        let near =
            seconds.iter().filter(|near| near.way == second.way && near.is_akin(second)).filter_map(Spoken::words);
        near.into_iter().any(|words| explains.is_match(words))
    };
    for second in &seconds {
        let Some(words) = second.words().filter(|words| rule.may_stand_in(words)) else { continue };
        let contradicts = |sentence: &&str| {
            let says = rule.words.as_ref().is_some_and(|words| words.is_match(sentence));
            let lacks = rule.without.as_ref().is_some_and(|words| !words.is_match(sentence));
            (says || lacks) && rule.unless.as_ref().is_none_or(|words| !words.is_match(sentence))
        };
        let said = sentences(words).into_iter().find(|sentence| contradicts(sentence));
        if let Some(sentence) = said.filter(|_| !explained(second)) {
            let second = Taken { shown: sentence.to_owned(), ..as_it_stands(second) };
            found.push(Found { first: first.clone(), second: Some(second) });
        }
    }
    // Where nobody may lack a word, one that has it is enough.
    if rule.without.is_some() && found.len() < seconds.len() {
        return Vec::new();
    }
    found.truncate(if rule.without.is_none() { usize::MAX } else { 1 });
    found
}

/// A first that holds, with what stands there.
fn stands<'a>(rule: &Rule, root: &Root<'a>, first: &Spoken<'a>, firsts: &[Spoken<'a>]) -> Option<Taken<'a>> {
    let words = first.words()?;
    let is = |word: &String| firsts.iter().any(|first| first.words() == Some(word));
    let asked = &rule.asked;
    let is_so = asked.holds.as_ref().is_none_or(|condition| holds(root.value, condition))
        && asked.lacks.as_ref().is_none_or(|word| !is(word))
        && (asked.if_not.is_empty() || !asked.if_not.iter().any(|other| other == words));
    let sentence = || {
        let said = sentences(words).into_iter().find(|sentence| rule.second.is_one(sentence));
        said.map(str::to_owned)
    };
    let shown = if asked.with.is_empty() { words.to_owned() } else { sentence()? };
    is_so.then(|| Taken { place: first.clone(), worth: plainly(&shown), shown })
}
