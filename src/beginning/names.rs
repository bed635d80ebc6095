//! Short names: of people and contacts that are there, found by what they are called, and a new one that nothing else has.

use camino::{Utf8Path, Utf8PathBuf};

use super::draft::Draft;
use super::tree::Tree;
use super::way;
use crate::name::Name;
use crate::read::yaml;

impl Draft<'_> {
    /// The short name of somebody in `people.yaml` who is called so.
    #[must_use]
    pub fn person(&self, called: &str) -> Option<String> {
        let people = self.files.get(Utf8Path::new("people.yaml"))?;
        let is = |person: &&&Tree| {
            ["id", "name"]
                .iter()
                .filter_map(|key| person.get(key)?.as_words())
                .any(|said| said.eq_ignore_ascii_case(called))
        };
        let named = people.at(&way::steps("named"));
        named.iter().find(is).and_then(|person| person.get("id")?.as_words()).map(str::to_owned)
    }

    /// The short name of a contact that is called so: the home’s own, or one that it shares.
    #[must_use]
    pub fn contact(&self, called: &str) -> Option<String> {
        let own = self.files.iter().map(|(path, says)| (path.clone(), says.clone()));
        let shared = self.shared.iter().filter_map(|(path, shared)| {
            let (node, _) = yaml::read(1, &shared.letters).ok()?;
            Some((path.clone(), Tree::of(&node)?))
        });
        let mut contacts = own.chain(shared).filter(|(path, _)| path.starts_with("contacts"));
        let is = |(path, says): &(Utf8PathBuf, Tree)| {
            let name = says.get("name").and_then(Tree::as_words);
            path.file_stem().into_iter().chain(name).any(|said| said.eq_ignore_ascii_case(called))
        };
        contacts.find(is).and_then(|(path, _)| path.file_stem().map(str::to_owned))
    }

    /// A short name for something in a folder, or for a person, that nothing else has.
    #[must_use]
    pub fn short_name(&self, called: &str, kind: &str) -> String {
        let taken = |id: &str| match kind {
            "people" => self.person(id).is_some(),
            "contacts" => self.contact(id).is_some(),
            _ => ["yaml", "md"]
                .iter()
                .any(|end| self.files.contains_key(&Utf8PathBuf::from(format!("{kind}/{id}.{end}")))),
        };
        let plain = |words: &str| Name::of(&words.to_lowercase()).map(|name| name.to_string());
        let first = called.split_whitespace().next().filter(|_| kind == "people").and_then(plain);
        let whole = plain(called).unwrap_or_else(|| kind.to_owned());
        let mut names = first.into_iter().chain([whole.clone()]).chain((2..).map(|n| format!("{whole}-{n}")));
        names.find(|id| !taken(id)).unwrap_or(whole)
    }
}
