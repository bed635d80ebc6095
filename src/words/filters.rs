//! The functions and filters of the words files. Each takes values and gives words back; none keeps anything.

use std::collections::BTreeMap;
use std::io::Write;

use serde::Serialize;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::home::Home;
use crate::home::contact::{Contact, ContactKind};
use crate::home::date::MONTHS;
use crate::text::{self, Origin, Span, mark};

/// Begins a mark that becomes a block: a contact, a rating, links to a paper. [`BLOCK_END`] ends it.
pub(super) const BLOCK: char = '\u{E003}';
/// Ends a block's mark.
pub(super) const BLOCK_END: char = '\u{E004}';

/// Makes a value harmless in Markdown: it can be letters, never a heading, a link or a list.
pub(super) fn escape(value: &str, out: &mut dyn Write) -> std::io::Result<()> {
    out.write_all(escaped(value).as_bytes())
}

/// A value with every sign that Markdown could take up put out of action.
fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 8);
    for c in value.trim().chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '\'' | '"' | ',' | ';' | '?' | '%' | '/' => out.push(c),
            c if c.is_ascii_punctuation() => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// A person as a words file can name them.
#[derive(Serialize)]
struct Named {
    name: Option<String>,
    called: Option<String>,
    role: String,
}

/// Everybody who can be mentioned, by their short name, as they may be named today.
pub(super) fn people(home: &Home, today: jiff::civil::Date) -> Value {
    let everybody: BTreeMap<&str, Named> = home
        .people
        .named
        .iter()
        .map(|person| {
            let may = person.may_be_named(today);
            let shown = |text: &Option<crate::home::Text>| {
                text.as_ref().filter(|_| may).map(|text| mark(text.as_str(), text.span()))
            };
            let named = Named {
                name: shown(&person.name),
                called: shown(&person.called).or_else(|| shown(&person.name)),
                role: mark(person.role.as_str(), person.role.span()),
            };
            (person.id.id.as_str(), named)
        })
        .collect();
    Value::from_serializable(&everybody)
}

/// A contact as a words file can speak of it in a sentence.
#[derive(Serialize)]
struct Reachable {
    name: String,
    /// Its numbers where somebody has checked them, each with when or for what it is; else its website.
    by: Vec<(Option<String>, String)>,
    hours: Option<String>,
    kinds: Vec<ContactKind>,
}

/// Every contact, by its short name.
pub(super) fn contacts(home: &Home) -> Value {
    let reachable = |contact: &Contact| {
        let checked = contact.checked_on.is_some();
        let phones = contact.phones.iter().filter(|_| checked);
        let marked = |label: &crate::home::Text| mark(label.as_str(), label.span());
        let mut by: Vec<(Option<String>, String)> = phones
            .map(|phone| (phone.label.as_ref().map(marked), mark(phone.number.shown(), phone.number.span())))
            .collect();
        let hours = contact.hours.as_ref().filter(|_| !by.is_empty());
        if by.is_empty() {
            by.extend(contact.website.as_ref().map(|website| (None, mark(website.as_str(), contact.span))));
        }
        Reachable {
            name: mark(contact.name.as_str(), contact.name.span()),
            by,
            hours: hours.map(|hours| mark(hours.as_str(), hours.span())),
            kinds: contact.kinds.clone(),
        }
    };
    let all: BTreeMap<&str, Reachable> =
        home.contacts.iter().map(|contact| (contact.id.as_str(), reachable(contact))).collect();
    Value::from_serializable(&all)
}

/// Makes the functions and filters known to the words files.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function("who", who);
    tera.register_function("named", |args: Kwargs, state: &State| -> TeraResult<bool> {
        Ok(person(&args, state)?.is_some_and(|p| text_of(&p, "name").is_some()))
    });
    tera.register_function("contact", |args: Kwargs, _: &State| block(&args, "contact", "id"));
    tera.register_function("contacts", |args: Kwargs, _: &State| block(&args, "contacts", "kind"));
    tera.register_function("person", |args: Kwargs, _: &State| block(&args, "person", "id"));
    tera.register_function("call", |args: Kwargs, _: &State| numbered(&args, "call", "person"));
    tera.register_function("speaker", |args: Kwargs, _: &State| numbered(&args, "speaker", "index"));
    tera.register_function("ruled", |args: Kwargs, _: &State| numbered(&args, "ruled", "lines"));
    tera.register_function("in_pack", |args: Kwargs, state: &State| listed(&args, state, "id", "_in_pack"));
    tera.register_function("paper", |args: Kwargs, _: &State| block(&args, "paper", "id"));
    tera.register_function("papers", |_: Kwargs, _: &State| Value::safe_string(&format!("{BLOCK}papers:{BLOCK_END}")));
    tera.register_function("quotes", |args: Kwargs, _: &State| block(&args, "quotes", "page"));
    tera.register_function("rating", |_: Kwargs, _: &State| Value::safe_string(&format!("{BLOCK}rating:{BLOCK_END}")));
    tera.register_function("home_card", |_: Kwargs, _: &State| Value::safe_string(&format!("{BLOCK}home:{BLOCK_END}")));
    tera.register_function("has_contact", |args: Kwargs, state: &State| -> TeraResult<bool> {
        Ok(contact(&args, state)?.is_some())
    });
    tera.register_function("contact_name", |args: Kwargs, state: &State| -> TeraResult<Value> {
        Ok(contact(&args, state)?.and_then(|contact| entry(&contact, "name").cloned()).unwrap_or_else(Value::none))
    });
    tera.register_function("reach", reach);
    tera.register_function("contact_ids", contact_ids);
    tera.register_function("has_quotes", |args: Kwargs, state: &State| listed(&args, state, "page", "_quotes"));
    tera.register_function("page", |args: Kwargs, state: &State| listed(&args, state, "id", "_pages"));
    tera.register_function("band", |args: Kwargs, state: &State| profile(&args, state, "bands", "band", "form_name"));
    tera.register_function("service_type", |args: Kwargs, state: &State| {
        profile(&args, state, "service_types", "code", "name")
    });
    tera.register_function("activity", |args: Kwargs, state: &State| {
        profile(&args, state, "regulated_activities", "name", "name")
    });
    tera.register_function("need_of", |args: Kwargs, state: &State| {
        profile_by(&args, state, "bands", ("band", "band"), "to_you")
    });
    tera.register_function("advocate", |args: Kwargs, state: &State| profile(&args, state, "advocates", "id", "words"));
    tera.register_function("rating_of", |args: Kwargs, state: &State| {
        profile(&args, state, "ratings.each", "key", "label")
    });
    tera.register_function("rating_word", |args: Kwargs, state: &State| {
        profile(&args, state, "ratings.words", "id", "words")
    });
    tera.register_function("legal_status", |args: Kwargs, state: &State| {
        profile(&args, state, "legal_statuses", "id", "words")
    });

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
        changed(&value, state, |text| first(text, true))
    });
    tera.register_filter("lower_first", |value: Value, _: Kwargs, state: &State| {
        changed(&value, state, |text| first(text, false))
    });
    tera.register_filter("number", |value: Value, _: Kwargs, _: &State| number(&value));
    tera.register_filter("plural", |value: Value, args: Kwargs, state: &State| -> TeraResult<Value> {
        let word = if number(&value) == 1 { args.must_get::<String>("one")? } else { args.must_get::<String>("many")? };
        changed(&value, state, |text| format!("{text} {word}"))
    });
    tera.register_filter("in_words", |value: Value, _: Kwargs, state: &State| changed(&value, state, in_words));
    tera.register_filter("person_list", |value: Value, _: Kwargs, state: &State| -> TeraResult<Value> {
        let people = state.get::<Value>("_people")?.unwrap_or_else(Value::none);
        let ids = value.as_array().unwrap_or_default();
        let each = ids.iter().filter_map(|id| Some(described(entry(&people, id.as_str()?)?, "both")));
        Ok(Value::safe_string(&enumerate(&each.collect::<Vec<_>>(), "and")))
    });
}

/// Somebody as a words file names them: name and role, or the role alone.
fn who(args: Kwargs, state: &State) -> TeraResult<Value> {
    let how = args.get::<String>("how")?.unwrap_or_else(|| "both".to_owned());
    Ok(person(&args, state)?.map_or_else(Value::none, |person| Value::safe_string(&described(&person, &how))))
}

/// A person's words, escaped: `both`, `name`, `called` or `role`. Without a yes there is only the role.
fn described(person: &Value, how: &str) -> String {
    let role = escaped(&text_of(person, "role").unwrap_or_default());
    let name = text_of(person, if how == "called" { "called" } else { "name" }).map(|name| escaped(&name));
    match (name, how) {
        (Some(name), "name" | "called") => name,
        (Some(name), "both") => format!("{name}, {role}"),
        _ => role,
    }
}

/// What a look-up table holds under a key.
fn entry<'a>(table: &'a Value, key: &str) -> Option<&'a Value> {
    table.as_map()?.get(&tera::value::Key::from(key.to_owned()))
}

/// A key of a person.
fn text_of(person: &Value, key: &str) -> Option<String> {
    entry(person, key)?.as_str().map(str::to_owned)
}

/// A contact in one line: its name, every way to reach it, and when it answers (not with `hours=false`).
fn reach(args: Kwargs, state: &State) -> TeraResult<Value> {
    let Some(contact) = contact(&args, state)? else { return Ok(Value::none()) };
    let part = |key: &str| text_of(&contact, key).map(|text| escaped(&text));
    let name = part("name").unwrap_or_default();
    let ways = entry(&contact, "by").and_then(Value::as_array).unwrap_or_default();
    let way = |way: &Value| {
        let [label, number] = way.as_array()? else { return None };
        let number = escaped(number.as_str()?);
        // Which of several numbers to ring matters more at night than anything else on the line.
        let label = label.as_str().filter(|_| ways.len() > 1);
        Some(label.map_or(number.clone(), |label| format!("{number} {}", first(&escaped(label), false))))
    };
    let by = ways.iter().filter_map(way).collect::<Vec<_>>().join("; ");
    let hours = part("hours").filter(|_| !matches!(args.get::<bool>("hours"), Ok(Some(false))));
    Ok(Value::safe_string(&match (by.as_str(), hours) {
        ("", _) => name,
        (by, Some(hours)) => format!("{name}: {by} ({hours})"),
        (by, None) => format!("{name}: {by}"),
    }))
}

/// The short names of every contact of a kind.
fn contact_ids(args: Kwargs, state: &State) -> TeraResult<Value> {
    let kind = args.must_get::<String>("kind")?;
    let contacts = state.get::<Value>("_contacts")?.unwrap_or_else(Value::none);
    let of_kind = |contact: &Value| {
        let kinds = entry(contact, "kinds").and_then(Value::as_array).unwrap_or_default();
        kinds.iter().any(|known| known.as_str() == Some(&kind))
    };
    let mut ids: Vec<String> = Vec::new();
    for (id, contact) in contacts.as_map().into_iter().flatten() {
        if of_kind(contact) {
            ids.push(id.to_string());
        }
    }
    // The look-up table has no order of its own.
    ids.sort();
    Ok(Value::from_serializable(&ids))
}

/// The person that `id` stands for.
fn person(args: &Kwargs, state: &State) -> TeraResult<Option<Value>> {
    looked_up(args, state, "_people")
}

/// The contact that `id` stands for.
fn contact(args: &Kwargs, state: &State) -> TeraResult<Option<Value>> {
    looked_up(args, state, "_contacts")
}

/// An entry of a look-up table; none where the id was left out or is not known.
fn looked_up(args: &Kwargs, state: &State, table: &str) -> TeraResult<Option<Value>> {
    let id = args.get::<Value>("id")?.unwrap_or_else(Value::none);
    let table = state.get::<Value>(table)?.unwrap_or_else(Value::none);
    Ok(id.as_str().and_then(|id| entry(&table, id).cloned()))
}

/// Whether a list of the context holds an argument.
fn listed(args: &Kwargs, state: &State, key: &str, list: &str) -> TeraResult<bool> {
    let wanted = args.must_get::<String>(key)?;
    let list = state.get::<Value>(list)?.unwrap_or_else(Value::none);
    Ok(list.as_array().unwrap_or_default().iter().any(|entry| entry.as_str() == Some(&wanted)))
}

/// The regulator's words for an id, from a list of the country's profile.
fn profile(args: &Kwargs, state: &State, list: &str, key: &str, say: &str) -> TeraResult<Value> {
    profile_by(args, state, list, ("id", key), say)
}

/// The same, for an id that is asked for under a name of its own.
fn profile_by(args: &Kwargs, state: &State, list: &str, (asked, key): (&str, &str), say: &str) -> TeraResult<Value> {
    let id = args.must_get::<String>(asked)?;
    let profile = state.get::<Value>("profile")?.unwrap_or_else(Value::none);
    let found = profile.get_from_path(list).and_then(|list| {
        let same = |entry: &&Value| entry.get_from_path(key).and_then(Value::as_str) == Some(id.as_str());
        list.as_array()?.iter().find(same)?.get_from_path(say).cloned()
    });
    Ok(found.unwrap_or_else(|| Value::from(id)))
}

/// A mark that becomes a block.
fn block(args: &Kwargs, kind: &str, key: &str) -> TeraResult<Value> {
    let id = args.get::<Value>(key)?.unwrap_or_else(Value::none);
    Ok(id.as_str().map_or_else(Value::none, |id| {
        Value::safe_string(&format!("\n\n{BLOCK}{kind}:{}{BLOCK_END}\n\n", text::plain(id)))
    }))
}

/// A mark with a number that becomes a block.
fn numbered(args: &Kwargs, kind: &str, key: &str) -> TeraResult<Value> {
    let number = args.must_get::<u32>(key)?;
    Ok(Value::safe_string(&format!("\n\n{BLOCK}{kind}:{number}{BLOCK_END}\n\n")))
}

/// A value, or each of a list's, as it would be shown; nothing for what is missing.
fn shown(value: &Value, state: &State) -> TeraResult<Vec<String>> {
    let one = |value: &Value| state.escape_if_needed(value);
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
fn first(text: &str, large: bool) -> String {
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
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    DAYS.contains(&word.trim_end_matches('s')) || MONTHS.contains(&word)
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
        tera.set_escape_fn(escape);
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
