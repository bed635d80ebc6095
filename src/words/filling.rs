//! What the words files are filled in with. Nobody reads it back but the templates and their functions.

use serde::Serialize;
use tera::{Context, Value};

use super::tables::{Table, contacts, people, quoted};
use crate::country::Profile;
use crate::home::Home;

/// What words are filled in with: everything a home says, by the names under which a words file asks for it.
#[derive(Debug, Clone, Default)]
pub struct Filling(Context);

impl Filling {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Everything a home says: the key `visiting.overnight` of the file `visiting.yaml` is `visiting.overnight` in the words.
    ///
    /// # Panics
    /// Never: whatever a home can say, a template can hold.
    #[must_use]
    pub fn of_home(home: &Home, profile: &Profile, today: jiff::civil::Date) -> Self {
        let mut filling = Self(Context::from_serialize(home).expect(HELD));
        filling.say("profile", profile);
        filling.table(Table::People, &people(home, today));
        filling.table(Table::Contacts, &contacts(home));
        filling.table(Table::Quoted, &quoted(home, today));
        filling
    }

    /// Lets the words say something under a name; what had the name before is not said any more.
    ///
    /// # Panics
    /// Never, as long as the value is made of words, numbers and lists under keys.
    pub fn say(&mut self, name: &'static str, value: &(impl Serialize + ?Sized)) {
        self.0.insert_value(name, held(value));
    }

    /// The pages that the words can speak of: `page(id="visiting")`.
    pub(crate) fn with_pages(&mut self, ids: &[String]) {
        self.table(Table::Pages, ids);
    }

    /// The papers that lie beside the book of a pack: `in_pack(id="who-to-call")`.
    pub(crate) fn with_papers_beside(&mut self, ids: &[&str]) {
        self.table(Table::Pack, ids);
    }

    /// Whether a home says something under a path such as `daily_life.smoking`.
    pub(crate) fn says(&self, path: &str) -> bool {
        let (file, keys) = path.split_once('.').unwrap_or((path, ""));
        self.0.get(file).is_some_and(|file| says(file, keys))
    }

    /// What a template is filled in with.
    pub(super) fn context(&self) -> &Context {
        &self.0
    }

    fn table(&mut self, table: Table, value: &(impl Serialize + ?Sized)) {
        self.0.insert_value(table.name(), held(value));
    }
}

/// Whether something stands at the end of some keys, in any entry of the lists on the way.
fn says(value: &Value, keys: &str) -> bool {
    if let Some(list) = value.as_array().filter(|_| !keys.is_empty()) {
        return list.iter().any(|entry| says(entry, keys));
    }
    if keys.is_empty() {
        return match (value.as_array(), value.as_bool()) {
            (Some(list), _) => !list.is_empty(),
            (_, Some(yes)) => yes,
            _ => !value.is_none() && !value.is_undefined(),
        };
    }
    let (key, rest) = keys.split_once('.').unwrap_or((keys, ""));
    value.get_from_path(key).is_some_and(|inner| says(inner, rest))
}

/// What a template can hold is everything that is made of words, numbers, yes and no, lists, and keys that are words.
const HELD: &str = "what words are filled in with is words, numbers and lists under keys";

/// A value as a template holds it.
fn held(value: &(impl Serialize + ?Sized)) -> Value {
    Value::try_from_serializable(value).expect(HELD)
}
