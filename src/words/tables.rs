//! What the functions of the words files look up: who can be named and reached, which pages and papers there are.
//!
//! Written by `words::filling` for one home, asked by `words::functions`, under names that no words file can spell.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::value::Key;
use tera::{Kwargs, State, TeraResult, Value};

use super::escape::escaped;
use crate::home::contact::{Contact, ContactKind};
use crate::home::{Home, Text};
use crate::text::mark;

/// One of the tables.
#[derive(Debug, Clone, Copy)]
pub(super) enum Table {
    /// Everybody who can be mentioned, by their short name.
    People,
    /// Every contact, by its short name.
    Contacts,
    /// The pages for which somebody's words may be shown.
    Quoted,
    /// The pages that are made.
    Pages,
    /// The papers that lie beside the book of a pack.
    Pack,
}

impl Table {
    /// Its name among what words are filled in with.
    pub(super) fn name(self) -> &'static str {
        match self {
            Table::People => "(people)",
            Table::Contacts => "(contacts)",
            Table::Quoted => "(quoted)",
            Table::Pages => "(pages)",
            Table::Pack => "(pack)",
        }
    }

    /// The table; nothing where these words are not filled in with one.
    pub(super) fn of(self, state: &State) -> TeraResult<Value> {
        Ok(state.get::<Value>(self.name())?.unwrap_or_else(Value::none))
    }

    /// What it holds under the argument `id`; none where that was left out or is not known.
    pub(super) fn look_up(self, args: &Kwargs, state: &State) -> TeraResult<Option<Value>> {
        let id = args.get::<Value>("id")?.unwrap_or_else(Value::none);
        let table = self.of(state)?;
        Ok(id.as_str().and_then(|id| entry(&table, id).cloned()))
    }

    /// Whether it lists an argument.
    pub(super) fn lists(self, argument: &str, args: &Kwargs, state: &State) -> TeraResult<bool> {
        let wanted = args.must_get::<String>(argument)?;
        Ok(self.of(state)?.as_array().unwrap_or_default().iter().any(|entry| entry.as_str() == Some(&wanted)))
    }
}

/// What a table holds under a key.
pub(super) fn entry<'a>(table: &'a Value, key: &str) -> Option<&'a Value> {
    table.as_map()?.get(&Key::from(key.to_owned()))
}

/// What an entry says under a key.
pub(super) fn text_of(entry_of_table: &Value, key: &str) -> Option<String> {
    entry(entry_of_table, key)?.as_str().map(str::to_owned)
}

/// A person as a words file can name them.
#[derive(Serialize)]
pub(super) struct Named {
    name: Option<String>,
    called: Option<String>,
    role: String,
}

/// Everybody who can be mentioned, by their short name, as they may be named today.
pub(super) fn people(home: &Home, today: jiff::civil::Date) -> BTreeMap<&str, Named> {
    let named = |person: &crate::home::people::Person| {
        let may = person.may_be_named(today);
        let shown = |text: &Option<Text>| text.as_ref().filter(|_| may).map(marked);
        Named {
            name: shown(&person.name),
            called: shown(&person.called).or_else(|| shown(&person.name)),
            role: marked(&person.role),
        }
    };
    home.people.named.iter().map(|person| (person.id.id.as_str(), named(person))).collect()
}

/// A contact as a words file can speak of it in a sentence.
#[derive(Serialize)]
pub(super) struct Reachable {
    name: String,
    /// Its numbers where somebody has checked them, each with when or for what it is; else its website.
    by: Vec<(Option<String>, String)>,
    /// Whether there is a number to ring in `by`.
    rings: bool,
    hours: Option<String>,
    kinds: Vec<ContactKind>,
}

/// Every contact, by its short name.
pub(super) fn contacts(home: &Home) -> BTreeMap<&str, Reachable> {
    home.contacts.iter().map(|contact| (contact.id.as_str(), reachable(contact))).collect()
}

fn reachable(contact: &Contact) -> Reachable {
    let checked = contact.checked_on.is_some();
    let phones = contact.phones.iter().filter(|_| checked);
    let mut by: Vec<(Option<String>, String)> = phones
        .map(|phone| (phone.label.as_ref().map(marked), mark(phone.number.shown(), phone.number.span())))
        .collect();
    let rings = !by.is_empty();
    let hours = contact.hours.as_ref().filter(|_| rings);
    if !rings {
        by.extend(contact.website.as_ref().map(|website| (None, mark(website.as_str(), contact.span))));
    }
    Reachable { name: marked(&contact.name), by, rings, hours: hours.map(marked), kinds: contact.kinds.clone() }
}

/// The pages for which somebody's words may be shown.
pub(super) fn quoted(home: &Home, today: jiff::civil::Date) -> Vec<&str> {
    let shown = home.voice.quotes.iter().filter(|quote| quote.may_be_shown(today));
    shown.filter_map(|quote| quote.page.as_ref()).map(|page| page.id.as_str()).collect()
}

/// A text with the mark of where it is written.
fn marked(text: &Text) -> String {
    mark(text.as_str(), text.span())
}

/// A person's words, escaped: `both`, `name`, `called` or `role`. Without a yes there is only the role.
pub(super) fn described(person: &Value, how: &str) -> String {
    let role = escaped(&text_of(person, "role").unwrap_or_default());
    let name = text_of(person, if how == "called" { "called" } else { "name" }).map(|name| escaped(&name));
    match (name, how) {
        (Some(name), "name" | "called") => name,
        (Some(name), "both") => format!("{name}, {role}"),
        _ => role,
    }
}
