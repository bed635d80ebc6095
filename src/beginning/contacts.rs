//! The national contacts that a home begins with: what was seen of each, where and when. Data, in `contacts.yaml`.

use serde::Deserialize;

use super::letters::letters;
use super::tree::Tree;
use crate::country::Profile;
use crate::failure::Failure;
use crate::keys;
use crate::ours;

/// One of them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct National {
    id: String,
    countries: Vec<String>,
    source: String,
    seen_on: String,
    says: Says,
}

/// What it says, in the order in which a file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Says {
    name: String,
    initials: Option<String>,
    kinds: Vec<String>,
    #[serde(default)]
    does: Vec<String>,
    #[serde(default)]
    does_not: Vec<String>,
    for_whom: Option<String>,
    #[serde(default)]
    phones: Vec<Number>,
    hours: Option<String>,
    email: Option<String>,
    website: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Number {
    number: String,
}

/// The national contacts of a country: the name of each file, and its letters.
///
/// # Errors
/// Where our own list is not as it should be, which a test forbids.
pub fn national(country: &Profile) -> Result<Vec<(String, String)>, Failure> {
    let damaged = |why: String| Failure::damaged("beginning/contacts.yaml", why);
    let all: Vec<National> = ours::read(include_str!("contacts.yaml")).map_err(|misfit| damaged(misfit.to_string()))?;
    let kind = keys::file_of("contacts").ok_or_else(|| damaged("there is no such kind of file".to_owned()))?;
    let here = all.into_iter().filter(|national| national.countries.contains(&country.id));
    let files = here.map(|national| {
        let note = format!(
            "This came with homepack, which saw it on {} in: {}. Nobody here has rung it yet. Ring it or read the website; then write the day under checked_on.",
            national.seen_on, national.source
        );
        (format!("{}.yaml", national.id), letters(kind, country, &national.says.tree(), &[note]))
    });
    Ok(files.collect())
}

impl Says {
    fn tree(self) -> Tree {
        let list = |words: Vec<String>| Tree::List(words.into_iter().map(Tree::Words).collect());
        let one = |words: Option<String>| words.map_or_else(Tree::empty, Tree::Words);
        let number = |number: Number| Tree::Keys(vec![("number".to_owned(), Tree::Words(number.number))]);
        let keys = [
            ("name", Tree::Words(self.name)),
            ("initials", one(self.initials)),
            ("kinds", list(self.kinds)),
            ("does", list(self.does)),
            ("does_not", list(self.does_not)),
            ("for_whom", one(self.for_whom)),
            ("phones", Tree::List(self.phones.into_iter().map(number).collect())),
            ("hours", one(self.hours)),
            ("email", one(self.email)),
            ("website", one(self.website)),
        ];
        Tree::Keys(
            keys.into_iter()
                .filter(|(_, value)| !value.is_empty())
                .map(|(key, value)| (key.to_owned(), value))
                .collect(),
        )
    }
}
