//! The filters of the words files. Each takes a value and gives words back; none keeps anything.

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::tables::{Table, described, entry};
use crate::home::date::is_in_calendar;
use crate::text::{self, Origin, Span, mark};

/// Makes the filters known to the words files.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("list", |value: Value, args: Kwargs, state: &State| -> TeraResult<Value> {
        let with = args.get::<String>("with")?.unwrap_or_else(|| "and".to_owned());
        Ok(Value::safe_string(&enumerate(&shown(&value, state)?, &with)))
    });
    tera.register_filter("points", |value: Value, args: Kwargs, state: &State| {
        lines(&value, &args, state, |_| "- ".to_owned(), "\n")
    });
    tera.register_filter("steps", |value: Value, args: Kwargs, state: &State| {
        lines(&value, &args, state, |i| format!("{}. ", i + 1), "\n")
    });
    tera.register_filter("paragraphs", |value: Value, args: Kwargs, state: &State| {
        lines(&value, &args, state, |_| String::new(), "\n\n")
    });
    tera.register_filter("together", |value: Value, args: Kwargs, state: &State| {
        lines(&value, &args, state, |_| String::new(), " ")
    });
    tera.register_filter("stop", |value: Value, _: Kwargs, state: &State| changed(&value, state, stopped));
    tera.register_filter("bare", |value: Value, _: Kwargs, state: &State| changed(&value, state, bare));
    tera.register_filter("upper_first", |value: Value, _: Kwargs, state: &State| {
        changed(&value, state, |text| with_first_letter(text, true))
    });
    tera.register_filter("lower_first", |value: Value, _: Kwargs, state: &State| {
        changed(&value, state, |text| with_first_letter(text, false))
    });
    tera.register_filter("number", |value: Value, _: Kwargs, _: &State| number(&value));
    tera.register_filter("plural", |value: Value, args: Kwargs, state: &State| -> TeraResult<Value> {
        let word = if number(&value) == 1 { args.must_get::<String>("one")? } else { args.must_get::<String>("many")? };
        changed(&value, state, |text| format!("{text} {word}"))
    });
    tera.register_filter("in_words", |value: Value, _: Kwargs, state: &State| changed(&value, state, in_words));
    tera.register_filter("person_list", |value: Value, _: Kwargs, state: &State| -> TeraResult<Value> {
        let people = Table::People.of(state)?;
        let ids = value.as_array().unwrap_or_default();
        let each = ids.iter().filter_map(|id| Some(described(entry(&people, id.as_str()?)?, "both")));
        Ok(Value::safe_string(&enumerate(&each.collect::<Vec<_>>(), "and")))
    });
}

/// A value, or each of a list's, as it would be shown; nothing for what is missing.
fn shown(value: &Value, state: &State) -> TeraResult<Vec<String>> {
    // What holds keys of its own has no words until one of them is named; printed as it is, it would be code on a page.
    let one = |value: &Value| match value.as_map() {
        Some(_) => {
            Err(tera::Error::message("it holds several things, each under a key: name the one to say, in a loop"))
        }
        None => state.escape_if_needed(value),
    };
    match value.as_array() {
        Some(list) => list.iter().map(one).collect(),
        None if value.is_none() || value.is_undefined() => Ok(Vec::new()),
        None => Ok(vec![one(value)?]),
    }
}

/// Joins with commas and a last “and”.
fn enumerate(entries: &[String], with: &str) -> String {
    match entries {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} {with} {last}", before.join(", ")),
    }
}

/// Each entry after a sign of its own, and the mark of the line that says them all.
fn lines(
    value: &Value,
    args: &Kwargs,
    state: &State,
    sign: impl Fn(usize) -> String,
    between: &str,
) -> TeraResult<Value> {
    let line = args.get::<String>("said")?.unwrap_or_default();
    let entries = shown(value, state)?;
    let said: Vec<&String> = entries.iter().filter(|entry| !text::plain(entry).trim().is_empty()).collect();
    // A list of one is a sentence.
    if let [only] = said.as_slice() {
        return Ok(Value::safe_string(&format!("{line}{only}")));
    }
    let lines: Vec<String> = said.iter().enumerate().map(|(i, entry)| format!("{}{line}{entry}", sign(i))).collect();
    Ok(Value::safe_string(&lines.join(between)))
}

/// A value's shown letters, changed.
fn changed(value: &Value, state: &State, change: impl Fn(&str) -> String) -> TeraResult<Value> {
    let text = enumerate(&shown(value, state)?, "and");
    if text::plain(&text).trim().is_empty() {
        return Ok(Value::none());
    }
    Ok(Value::safe_string(&change(&text)))
}

/// With a full stop, unless there is an end already.
fn stopped(text: &str) -> String {
    let last = text::plain(text).trim_end().chars().next_back();
    if last.is_some_and(|c| ".?!:”".contains(c)) { text.to_owned() } else { format!("{text}.") }
}

/// Without the full stop at its end, inside its marks too.
fn bare(text: &str) -> String {
    let end = text.trim_end_matches(|c: char| text::is_mark(c) || c.is_whitespace());
    let tail = &text[end.len()..];
    let head = end.strip_suffix("\\.").or_else(|| end.strip_suffix('.')).unwrap_or(end);
    format!("{head}{tail}")
}

/// With its first letter large or small, behind any marks. Initials (“CQC”) and “I” stay as they are.
pub(super) fn with_first_letter(text: &str, large: bool) -> String {
    let Some((at, c)) = text.char_indices().find(|(_, c)| c.is_alphanumeric()) else { return text.to_owned() };
    let rest = &text[at + c.len_utf8()..];
    let word: String = text[at..].chars().take_while(|c| c.is_alphanumeric()).collect();
    let initials = word.chars().all(|c| !c.is_lowercase());
    // “7am” stays, and so do “CQC”, “I” and “Wednesdays”.
    if !c.is_alphabetic() || (!large && (initials || is_name(&word))) {
        return text.to_owned();
    }
    let changed: String = if large { c.to_uppercase().collect() } else { c.to_lowercase().collect() };
    format!("{}{changed}{rest}", &text[..at])
}

/// Whether a word keeps its large letter wherever it stands: a day of the week, a month.
fn is_name(word: &str) -> bool {
    is_in_calendar(word) || is_in_calendar(word.trim_end_matches('s'))
}

/// The number that a value shows; 0 where it shows none.
fn number(value: &Value) -> i64 {
    if let Some(number) = value.as_i64() {
        return number;
    }
    let letters = value.as_str().map(text::plain).unwrap_or_default();
    let digits: String =
        letters.trim_start_matches('£').chars().filter(|c| *c != ',').take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

/// One to ten in words, as people say them; figures beyond.
fn in_words(text: &str) -> String {
    const WORDS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let runs = text::unmark(text, &mut Origin::default());
    let letters: String = runs.iter().map(|(letters, _)| letters.as_str()).collect();
    let word = letters.trim().parse::<usize>().ok().and_then(|n| WORDS.get(n.wrapping_sub(1)));
    let span = runs.iter().find_map(|(_, from)| from.fact).unwrap_or(Span::default());
    let own = runs.iter().any(|(_, from)| from.personal);
    let said = |word: &&str| if own { text::personal(&mark(word, span)) } else { mark(word, span) };
    word.map_or_else(|| text.to_owned(), said)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(template: &str, value: &str) -> String {
        let mut tera = Tera::new();
        tera.autoescape_on([".md"]);
        tera.set_escape_fn(crate::words::escape::escape);
        register(&mut tera);
        tera.add_raw_template("t.md", template).expect("a template");
        let mut context = tera::Context::new();
        context.insert("v", &mark(value, Span { file: 1, line: 1, column: 1, width: 1 }));
        text::plain(&tera.render("t.md", &context).expect("words"))
    }

    #[test]
    fn a_value_can_never_become_markdown() {
        assert_eq!(say("{{ v }}", "# Hello *you* [x](y)"), "\\# Hello \\*you\\* \\[x\\]\\(y\\)");
        assert_eq!(say("{{ v }}", "{{ v }}"), "\\{\\{ v \\}\\}");
    }

    #[test]
    fn filters_see_through_marks() {
        assert_eq!(say("{{ v | upper_first }}", "the manager"), "The manager");
        assert_eq!(say("{{ v | lower_first }}", "The lift"), "the lift");
        assert_eq!(say("{{ v | lower_first }}", "CQC reads it"), "CQC reads it");
        assert_eq!(say("{{ v | upper_first }}", "7am to 11am"), "7am to 11am");
        assert_eq!(say("{{ v | lower_first }}", "Wednesdays at two"), "Wednesdays at two");
        assert_eq!(say("{{ v | bare }}", "We ring you."), "We ring you");
        assert_eq!(say("{{ v | stop }}", "We ring you"), "We ring you.");
        assert_eq!(say("{{ v | plural(one=\"day\", many=\"days\") }}", "1"), "1 day");
        assert_eq!(say("{{ v | in_words }}", "3"), "three");
        assert_eq!(say("{% if v | number > 20 %}many{% endif %}", "1,200"), "many");
    }
}
