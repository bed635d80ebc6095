//! What has to be so for a line of a words file to be said: the facts that its `{% if … %}` and `{% for … %}` ask for.

use std::sync::LazyLock;

use regex::Regex;

/// A fact as a template asks for it: `visiting.any_time`.
static FACT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b[a-z_]+(?:\.[a-z_]+)+\b").expect("the pattern is fixed"));

/// A tag of a template.
static TAG: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?s)\{%-?\s*(\w+)\s*(.*?)\s*-?%\}").expect("the pattern is fixed"));

/// A condition that asks for more facts than this guards a whole page: it says nothing about one sentence.
const MOST_FACTS: usize = 3;

/// The facts that stand in the conditions and loops around a place, the outermost first. Lines and columns count from 1.
#[must_use]
pub fn governing(template: &str, line: u32, column: u32) -> Vec<String> {
    let end = offset(template, line, column);
    let mut open: Vec<Around> = Vec::new();
    for tag in TAG.captures_iter(&template[..end]) {
        match &tag[1] {
            "if" | "for" => {
                let around = Around::of(&tag[2], &open);
                open.push(around);
            }
            // What was asked before still matters: it was not so.
            "elif" => {
                let asked = Around::of(&tag[2], &open).asked;
                if let Some(last) = open.last_mut() {
                    last.asked.extend(asked);
                }
            }
            "endif" | "endfor" => {
                open.pop();
            }
            _ => {}
        }
    }
    let mut facts: Vec<String> = Vec::new();
    for fact in open.into_iter().map(|around| around.asked).filter(|asked| asked.len() <= MOST_FACTS).flatten() {
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    facts
}

/// A condition or a loop that is open at a place.
struct Around {
    /// The facts that it asks for.
    asked: Vec<String>,
    /// What a loop calls each entry, and the fact whose entries they are.
    entry: Option<(String, String)>,
}

impl Around {
    /// What stands between the signs of a tag. An entry of a loop around it goes by the name of the fact: `post.since` is
    /// `people.registered_managers.since`.
    fn of(words: &str, open: &[Self]) -> Self {
        let entries: Vec<&(String, String)> = open.iter().rev().filter_map(|around| around.entry.as_ref()).collect();
        let whole = |fact: &str| {
            let (first, rest) = fact.split_once('.')?;
            let (_, list) = entries.iter().find(|(name, _)| name == first)?;
            Some(format!("{list}.{rest}"))
        };
        let asked: Vec<String> = FACT
            .find_iter(words)
            .map(|fact| whole(fact.as_str()).unwrap_or_else(|| fact.as_str().to_owned()))
            .collect();
        let entry =
            words.split_once(" in ").and_then(|(name, _)| Some((name.trim().to_owned(), asked.first()?.clone())));
        Self { asked, entry: entry.filter(|(name, _)| name.chars().all(|c| c.is_ascii_lowercase() || c == '_')) }
    }
}

/// How many bytes lie before a place.
fn offset(letters: &str, line: u32, column: u32) -> usize {
    let mut at = 0;
    for (number, text) in (1..).zip(letters.split_inclusive('\n')) {
        if number == line {
            let within = text.char_indices().nth((column as usize).saturating_sub(1)).map_or(text.len(), |(at, _)| at);
            return at + within;
        }
        at += text.len();
    }
    letters.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "{% if visiting.any_time -%}\nCome.{% if visiting.book_first == false %} No booking.{% endif %}\n{%- elif home.phone %}\nRing.\n{% endif %}\nStay.\n{% for meal in daily_life.meals.times -%}\n- {{ meal.name }}\n{% endfor %}\n";

    #[test]
    fn an_entry_of_a_loop_goes_by_the_name_of_its_fact() {
        let words = "{% for post in people.registered_managers %}{% if post.since %}\nSince.\n{% for line in post.address.lines %}\nLine.\n";
        assert_eq!(governing(words, 2, 1), ["people.registered_managers", "people.registered_managers.since"]);
        let last = governing(words, 4, 1).pop();
        assert_eq!(last.as_deref(), Some("people.registered_managers.address.lines"));
    }

    #[test]
    fn a_line_is_said_for_the_facts_around_it() {
        assert_eq!(governing(WORDS, 2, 1), ["visiting.any_time"]);
        assert_eq!(governing(WORDS, 2, 50), ["visiting.any_time", "visiting.book_first"]);
        assert_eq!(governing(WORDS, 4, 1), ["visiting.any_time", "home.phone"]);
        assert_eq!(governing(WORDS, 6, 1), Vec::<String>::new());
        assert_eq!(governing(WORDS, 8, 3), ["daily_life.meals.times"]);
    }
}
