//! Promises whose day is past: “By May 2026 we will …” is read in June as a promise that was broken or forgotten.
//!
//! Comes from: the files of a home, or a record, and today. Goes to: findings, each at its text. What is done by a day that has come
//! is told as done, or gets another day.

use std::sync::LazyLock;

use jiff::civil;
use regex::Regex;

use super::Place;
use super::yaml::{self, Node, Value};
use crate::finding::{Draft, Finding, ours};
use crate::home::date::month_called;
use crate::resident::schema::KEYS;
use crate::source::Sources;
use crate::text::{Audience, Personal, Public, Span};

/// A day, or a month, in words or numbers. Letters of English are enough at its edges, and quick to look for.
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:(20\d\d)-(\d\d)-(\d\d)|(?:(\d{1,2})\s)?([A-Z][a-z]{2,8})\s(20\d\d))(?-u:\b)")
        .expect("a pattern of ours")
});

/// Words with which something is promised.
static PROMISES: LazyLock<Regex> = LazyLock::new(|| {
    let words = r"will|going to|plan(?:s|ned)? to|aims? to|hopes? to|means? to|intends? to|expects? to|due";
    // “We want 95 in 100 by March 2027”, “The next meeting is on 10 December 2026”.
    let others = r"we want|wants? to|next(?-u:\b)[^.]{0,60}(?-u:\b)(?:is|are)";
    Regex::new(&format!(r"(?i)(?-u:\b)(?:{words}|{others})(?-u:\b)|’ll(?-u:\b)")).expect("a pattern of ours")
});

/// Keys under which a day, or words with one, is a promise by itself.
const PROMISING: [&str; 3] = ["review_on", "by_when", "ends"];

/// The promises in a home's files whose day is past.
#[must_use]
pub fn home(sources: &Sources, place: &Place, today: civil::Date) -> Vec<Finding> {
    let mut found = Vec::new();
    for (file, source) in place.files(sources) {
        // Most files name no day that is past, and need not be read again.
        if past(&source.letters, today).is_none() {
            continue;
        }
        if source.known_as.extension() == Some("md") {
            for (line, words) in (1u32..).zip(source.letters.lines()) {
                found.extend(
                    promised(words, today)
                        .map(|day| finding::<Public>(Span { file, line, column: 1, width: 1 }, day, None)),
                );
            }
        } else if let Ok((node, _)) = yaml::of(sources, file) {
            in_node(node, None, today, &mut found);
        }
    }
    found
}

/// The promises in a record whose day is past: each with its key and place, and nothing of what stands there.
#[must_use]
pub fn record(sources: &Sources, file: u32, today: civil::Date) -> Vec<Finding<Personal>> {
    let mut found = Vec::new();
    if let Some(source) = sources.get(file)
        && let Ok((record, _)) = yaml::record(file, &source.letters)
    {
        in_node(&record.0, None, today, &mut found);
    }
    found
}

/// The promises in the texts of a node and of those inside it.
fn in_node<A: Audience>(node: &Node, key: Option<&str>, today: civil::Date, found: &mut Vec<Finding<A>>) {
    match &node.value {
        Value::Empty => {}
        Value::List(list) => list.iter().for_each(|node| in_node(node, key, today, found)),
        // Of what is planned, `when` says by which day.
        Value::Keys(keys) => keys.iter().for_each(|(key, _, node)| match key.as_str() {
            "when" if is_planned(keys) => in_node(node, Some("by_when"), today, found),
            key => in_node(node, Some(key), today, found),
        }),
        Value::Letters(text) => {
            let by_itself = key.is_some_and(|key| PROMISING.contains(&key));
            let day = if by_itself { past(text, today) } else { promised(text, today) };
            found.extend(day.map(|day| finding(node.span, day, key)));
        }
    }
}

/// Whether what has these keys says of itself that it is planned.
fn is_planned(keys: &[(String, Span, Node)]) -> bool {
    keys.iter().any(|(key, _, node)| {
        key == "status" && matches!(&node.value, Value::Letters(word) if word.as_str() == "planned")
    })
}

/// The day that is past in a sentence that promises something: a day behind the promise is its own, “it was 61 in May, and we want 95 by
/// June”.
fn promised(text: &str, today: civil::Date) -> Option<civil::Date> {
    text.split_inclusive(['.', '?', '!']).find_map(|sentence| {
        let (_, behind) = sentence.split_at(PROMISES.find(sentence)?.start());
        past(if DAY.is_match(behind) { behind } else { sentence }, today)
    })
}

/// The first day in a text that is past; of a month its last day counts.
fn past(text: &str, today: civil::Date) -> Option<civil::Date> {
    // Most texts name no year at all.
    if !text.contains("20") {
        return None;
    }
    DAY.captures_iter(text).filter_map(|found| day(&found)).find(|day| *day < today)
}

/// The day that was found, where there is such a day.
fn day(found: &regex::Captures<'_>) -> Option<civil::Date> {
    let number = |group| found.get(group).and_then(|digits| digits.as_str().parse::<i8>().ok());
    let year = found.get(1).or(found.get(6))?.as_str().parse().ok()?;
    let month = number(2).or_else(|| month_called(found.get(5)?.as_str()))?;
    match number(3).or(number(4)) {
        Some(day) => civil::Date::new(year, month, day).ok(),
        None => civil::Date::new(year, month, 1).ok().map(civil::Date::last_of_month),
    }
}

fn finding<A: Audience>(span: Span, day: civil::Date, key: Option<&str>) -> Finding<A> {
    let what = ours("the day of this promise is past");
    let what = if A::PERSONAL { what } else { what.example(format!(": {}", day.strftime("%-d %B %Y"))) };
    let begins = if A::PERSONAL { key.map(|key| Draft::at_key(key, &KEYS)) } else { None };
    let what = begins.map_or(what.clone(), |begins| begins.then(what));
    Finding::warning(span, what, ours("Say what has become of it, or give it a new day."))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: civil::Date = civil::date(2026, 11, 22);

    /// The lines of a home's file at which a promise is past.
    fn told(file: &str, letters: &str) -> Vec<(u32, String)> {
        let mut sources = Sources::default();
        sources.add(format!("rowan/{file}").into(), letters);
        let found = home(&sources, &Place::new("rowan".into(), Vec::new()), TODAY);
        found.into_iter().map(|finding| (finding.span.line, finding.message.to_string())).collect()
    }

    #[test]
    fn a_promise_whose_day_is_past_is_told_at_its_line() {
        let message = |day: &str| format!("the day of this promise is past: {day}");
        assert_eq!(
            told("community.yaml", "our_place: We will have a lift by May 2026. It is for all.\n"),
            [(1, message("31 May 2026"))]
        );
        assert_eq!(told("statement.yaml", "version: 3\nreview_on: 2026-11-21\n"), [(2, message("21 November 2026"))]);
        let changes = "planned_changes:\n  - what: A garden door\n    by_when: by the end of October 2026\n";
        assert_eq!(told("community.yaml", changes), [(3, message("31 October 2026"))]);
        let offers =
            "offers:\n  - status: planned\n    when: from October 2026\n  - status: now\n    when: since May 2026\n";
        assert_eq!(told("community.yaml", offers), [(3, message("31 October 2026"))]);
        assert_eq!(
            told("voice.yaml", "meetings: The next meeting is on 5 October 2026.\n"),
            [(1, message("5 October 2026"))]
        );
        assert_eq!(
            told("statement.yaml", "measure: It was 86 in 100, and we want 95 by March 2026.\n"),
            [(1, message("31 March 2026"))]
        );
        assert_eq!(
            told("pages/lift.md", "# The lift\n\nWe’ll open it on 3 March 2026.\n"),
            [(3, message("3 March 2026"))]
        );
    }

    #[test]
    fn what_was_done_and_what_is_still_to_come_is_no_finding() {
        for letters in [
            "our_place: We opened the lift in May 2026. We will paint it too.\n",
            "our_place: We will paint the lift by November 2026.\n",
            "our_place: We will paint the lift on 22 November 2026.\n",
            "our_place: The survey of May 2026 says so.\n",
            "our_place: In Room 2026 we will dance.\n",
            "our_place: It was 61 in 100 in May 2026, and we want 95 by March 2027.\n",
        ] {
            assert_eq!(told("community.yaml", letters), [], "{letters}");
        }
    }

    #[test]
    fn of_a_record_the_key_is_told_and_no_word() {
        let mut sources = Sources::default();
        let file = sources
            .add_private("q7k2m9.yaml".into(), "id: q7k2m9\nabout_me:\n  today: Iris will visit on 2 May 2026\n");
        let found = record(&sources, file, TODAY);
        let said: Vec<String> =
            found.iter().map(|finding| format!("{}: {:?}", finding.span.line, finding.message)).collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with('3') && !said[0].contains("Iris") && !said[0].contains("May"), "{said:?}");
    }
}
