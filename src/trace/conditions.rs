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
    let mut open: Vec<Vec<String>> = Vec::new();
    for tag in TAG.captures_iter(&template[..end]) {
        let asked = || FACT.find_iter(&tag[2]).map(|fact| fact.as_str().to_owned()).collect::<Vec<_>>();
        match &tag[1] {
            "if" | "for" => open.push(asked()),
            // What was asked before still matters: it was not so.
            "elif" => {
                if let Some(last) = open.last_mut() {
                    last.extend(asked());
                }
            }
            "endif" | "endfor" => {
                open.pop();
            }
            _ => {}
        }
    }
    let mut facts: Vec<String> = Vec::new();
    for fact in open.into_iter().filter(|asked| asked.len() <= MOST_FACTS).flatten() {
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    facts
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
    fn a_line_is_said_for_the_facts_around_it() {
        assert_eq!(governing(WORDS, 2, 1), ["visiting.any_time"]);
        assert_eq!(governing(WORDS, 2, 50), ["visiting.any_time", "visiting.book_first"]);
        assert_eq!(governing(WORDS, 4, 1), ["visiting.any_time", "home.phone"]);
        assert_eq!(governing(WORDS, 6, 1), Vec::<String>::new());
        assert_eq!(governing(WORDS, 8, 3), ["daily_life.meals.times"]);
    }
}
