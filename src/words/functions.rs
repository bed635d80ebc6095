//! The functions of the words files: `who`, `reach`, `page`, and those that stand for a block. None keeps anything.

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::escape::escaped;
use super::filters::with_first_letter;
use super::marks::Mark;
use super::tables::{Table, described, entry, text_of};
use crate::home::contact::ContactKind;
use crate::text;

/// Makes the functions known to the words files.
pub(super) fn register(tera: &mut Tera) {
    blocks(tera);
    tera.register_function("who", who);
    tera.register_function("named", |args: Kwargs, state: &State| -> TeraResult<bool> {
        Ok(Table::People.look_up(&args, state)?.is_some_and(|person| text_of(&person, "name").is_some()))
    });
    tera.register_function("has_contact", |args: Kwargs, state: &State| -> TeraResult<bool> {
        Ok(Table::Contacts.look_up(&args, state)?.is_some())
    });
    tera.register_function("rings", |args: Kwargs, state: &State| -> TeraResult<bool> {
        Ok(Table::Contacts.look_up(&args, state)?.is_some_and(|contact| has_number(&contact)))
    });
    tera.register_function("contact_name", |args: Kwargs, state: &State| -> TeraResult<Value> {
        let contact = Table::Contacts.look_up(&args, state)?;
        Ok(contact.and_then(|contact| entry(&contact, "name").cloned()).unwrap_or_else(Value::none))
    });
    tera.register_function("reach", reach);
    tera.register_function("contact_ids", contact_ids);
    tera.register_function("numbers_first", numbers_first);
    tera.register_function("has_quotes", |args: Kwargs, state: &State| Table::Quoted.lists("page", &args, state));
    tera.register_function("page", |args: Kwargs, state: &State| Table::Pages.lists("id", &args, state));
    tera.register_function("in_pack", |args: Kwargs, state: &State| Table::Pack.lists("id", &args, state));
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
}

/// Those that stand for a block of the page.
fn blocks(tera: &mut Tera) {
    tera.register_function("contact", |args: Kwargs, _: &State| of_name(&args, "id", Mark::Contact));
    tera.register_function("contacts", |args: Kwargs, _: &State| Ok::<_, Error>(block(&Mark::Contacts(kind(&args)?))));
    tera.register_function("person", |args: Kwargs, _: &State| of_name(&args, "id", Mark::Person));
    tera.register_function("introduced", |args: Kwargs, _: &State| of_name(&args, "id", Mark::Introduced));
    tera.register_function("paper", |args: Kwargs, _: &State| of_name(&args, "id", Mark::Paper));
    tera.register_function("quotes", |args: Kwargs, _: &State| of_name(&args, "page", Mark::Quotes));
    tera.register_function("call", |args: Kwargs, _: &State| of_number(&args, "person", Mark::Call));
    tera.register_function("speaker", |args: Kwargs, _: &State| of_number(&args, "index", Mark::Speaker));
    tera.register_function("ruled", |args: Kwargs, _: &State| of_number(&args, "lines", Mark::Ruled));
    tera.register_function("papers", |_: Kwargs, _: &State| block(&Mark::Papers));
    tera.register_function("rating", |_: Kwargs, _: &State| block(&Mark::Rating));
    tera.register_function("home_card", |_: Kwargs, _: &State| block(&Mark::Home));
}

/// A mark in the words.
fn block(mark: &Mark) -> Value {
    Value::safe_string(&mark.written())
}

/// A mark of a name; nothing where there is no name.
fn of_name(args: &Kwargs, argument: &str, mark: impl Fn(String) -> Mark) -> TeraResult<Value> {
    let name = args.get::<Value>(argument)?.unwrap_or_else(Value::none);
    Ok(name.as_str().map_or_else(Value::none, |name| block(&mark(text::plain(name)))))
}

/// A mark of a number.
fn of_number<N>(args: &Kwargs, argument: &str, mark: impl Fn(N) -> Mark) -> TeraResult<Value>
where
    N: for<'k> tera::ArgFromValue<'k, Output = N>,
{
    Ok(block(&mark(args.must_get::<N>(argument)?)))
}

/// The argument `kind`: a kind of help.
fn kind(args: &Kwargs) -> TeraResult<ContactKind> {
    let kind = args.must_get::<String>("kind")?;
    ContactKind::spelt(&kind).ok_or_else(|| Error::message(format!("there is no kind of contact called “{kind}”")))
}

/// Somebody as a words file names them: name and role, or the role alone.
fn who(args: Kwargs, state: &State) -> TeraResult<Value> {
    let how = args.get::<String>("how")?.unwrap_or_else(|| "both".to_owned());
    let person = Table::People.look_up(&args, state)?;
    Ok(person.map_or_else(Value::none, |person| Value::safe_string(&described(&person, &how))))
}

/// A contact in one line: its name, every way to reach it, and when it answers (not with `hours=false`).
fn reach(args: Kwargs, state: &State) -> TeraResult<Value> {
    let Some(contact) = Table::Contacts.look_up(&args, state)? else { return Ok(Value::none()) };
    let part = |key: &str| text_of(&contact, key).map(|text| escaped(&text));
    let name = part("name").unwrap_or_default();
    let ways = entry(&contact, "by").and_then(Value::as_array).unwrap_or_default();
    let way = |way: &Value| {
        let [label, number] = way.as_array()? else { return None };
        let number = escaped(number.as_str()?);
        // Which of several numbers to ring matters more at night than anything else on the line.
        let label = label.as_str().filter(|_| ways.len() > 1);
        Some(label.map_or(number.clone(), |label| format!("{number} {}", with_first_letter(&escaped(label), false))))
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
    let kind = kind(&args)?.to_string();
    let contacts = Table::Contacts.of(state)?;
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
    Ok(ids.into())
}

/// Whether a contact has a number that somebody has checked.
fn has_number(contact: &Value) -> bool {
    entry(contact, "rings").and_then(Value::as_bool).unwrap_or(false)
}

/// Contacts by their short names, in the order in which the home names them, but those with a telephone number before those who have only
/// a website: somebody who reads with pictures rings more easily than they type.
fn numbers_first(args: Kwargs, state: &State) -> TeraResult<Value> {
    let ids = args.get::<Value>("ids")?.unwrap_or_else(Value::none);
    let contacts = Table::Contacts.of(state)?;
    let rings = |id: &Value| id.as_str().and_then(|id| entry(&contacts, id)).is_some_and(has_number);
    let mut ids: Vec<Value> = ids.as_array().unwrap_or_default().to_vec();
    ids.sort_by_key(|id| !rings(id));
    Ok(ids.into())
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
