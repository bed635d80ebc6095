//! A home as far as it is begun: what its files say, what was answered since, and what becomes of each file.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};

use super::letters::{Change, letters, with};
use super::place::Where;
use super::tree::Tree;
use super::way::{self, Step, Way};
use crate::country::{Profile, Profiles};
use crate::finding::Finding;
use crate::keys::{self, Condition, FileOf, Key, KindOfHome};
use crate::read::yaml;
use crate::source::Sources;

/// A file as it lies on the disk.
#[derive(Debug, Clone)]
struct There {
    letters: String,
    says: Tree,
}

/// A contact that the home shares with others.
#[derive(Debug, Clone)]
pub(super) struct Shared {
    /// Its letters.
    pub(super) letters: String,
    /// Whether they lie on the disk; a national contact may not yet.
    there: bool,
}

/// A home as far as it is begun.
pub struct Draft<'a> {
    /// Where it is begun.
    pub place: Where,
    pub(super) profiles: &'a Profiles,
    pub(super) today: jiff::civil::Date,
    /// The files that are there, by their paths in the home’s folder.
    there: BTreeMap<Utf8PathBuf, There>,
    /// What each file says with what was answered since.
    pub(super) files: BTreeMap<Utf8PathBuf, Tree>,
    /// Contacts that the home shares with others, or will.
    pub(super) shared: BTreeMap<Utf8PathBuf, Shared>,
    /// Answers that are written nowhere.
    pub(super) gates: BTreeMap<String, String>,
    /// The file of a folder that is asked about now: `contacts` and its name.
    pub(super) current: BTreeMap<&'static str, String>,
}

/// What is written for a file.
#[derive(Debug)]
pub struct Written {
    /// Its path in the home’s folder, or in the one that it shares with others.
    pub path: Utf8PathBuf,
    /// Its whole path.
    pub place: Utf8PathBuf,
    /// The letters that lie there; none where it is new.
    pub was: Option<String>,
    /// Its letters, or the lines for somebody to put in.
    pub change: Change,
}

impl<'a> Draft<'a> {
    /// A home with the files that are there already, by their paths in its folder, and the contacts that it shares.
    ///
    /// # Errors
    /// What is wrong in a file that cannot be read; it is mended first.
    pub fn of(
        place: Where,
        profiles: &'a Profiles,
        today: jiff::civil::Date,
        there: BTreeMap<Utf8PathBuf, String>,
        shared: BTreeMap<Utf8PathBuf, String>,
    ) -> Result<Self, Box<(Vec<Finding>, Sources)>> {
        let mut draft = Self {
            place,
            profiles,
            today,
            there: BTreeMap::new(),
            files: BTreeMap::new(),
            shared: shared.into_iter().map(|(path, letters)| (path, Shared { letters, there: true })).collect(),
            gates: BTreeMap::new(),
            current: BTreeMap::new(),
        };
        let mut sources = Sources::default();
        for (path, letters) in there.into_iter().filter(|(path, _)| path.extension() == Some("yaml")) {
            let file = sources.add(draft.place.home.join(&path), &letters);
            let (node, _) = yaml::read(file, &letters).map_err(|findings| Box::new((findings, sources.clone())))?;
            let says = Tree::of(&node).unwrap_or_else(Tree::empty);
            draft.files.insert(path.clone(), says.clone());
            draft.there.insert(path, There { letters, says });
        }
        Ok(draft)
    }

    /// Whether the home has a file that makes it one.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        self.there.contains_key(Utf8Path::new("home.yaml"))
    }

    /// Notes the day on which the home is begun.
    pub fn date(&mut self) {
        let today = Tree::words(&self.today.to_string());
        self.files.entry("home.yaml".into()).or_insert_with(Tree::empty).put(&way::steps("begun"), today);
    }

    /// Notes the country, where none is answered yet.
    pub fn in_country(&mut self, id: &str) {
        let home = self.files.entry("home.yaml".into()).or_insert_with(Tree::empty);
        if home.get("country").is_none() {
            home.put(&way::steps("country"), Tree::words(id));
        }
    }

    /// Notes a contact that answers can point at, where there is none of that name.
    pub fn share(&mut self, name: &str, letters: &str) {
        self.shared
            .entry(Utf8Path::new("contacts").join(name))
            .or_insert_with(|| Shared { letters: letters.to_owned(), there: false });
    }

    /// Adds the contacts that the home shares to letters in memory; its own go first.
    pub(super) fn add_shared(&self, sources: &mut Sources) {
        for (path, shared) in self.shared.iter().filter(|(path, _)| !self.files.contains_key(*path)) {
            sources.add(self.place.base().join(path), &shared.letters);
        }
    }

    /// What a file says with what was answered since.
    #[must_use]
    pub fn said_in(&self, path: &str) -> Option<Tree> {
        self.files.get(Utf8Path::new(path)).cloned()
    }

    /// Answers that a kind of home does not usually give: the kind, the key, what would be expected.
    #[must_use]
    pub fn unexpected<'k>(&self, kinds: &[&'k KindOfHome]) -> Vec<(&'k str, &'k str, String)> {
        let expected =
            kinds.iter().flat_map(|kind| kind.expect.iter().map(|(name, words)| (kind.label.as_str(), name, words)));
        let other = expected.filter(|(_, name, words)| self.has(name) && !self.answers(name, words));
        other.map(|(label, name, words)| (label, name.as_str(), words.join(" or "))).collect()
    }

    /// Takes what was written for what is there.
    pub fn settle(&mut self, path: &Utf8Path, letters: &str) {
        if let Some(shared) = self.shared.get_mut(path).filter(|_| !self.there.contains_key(path)) {
            *shared = Shared { letters: letters.to_owned(), there: true };
            self.files.remove(path);
            return;
        }
        let says = self.files.get(path).cloned().unwrap_or_else(Tree::empty);
        self.there.insert(path.to_owned(), There { letters: letters.to_owned(), says });
    }

    /// The facts of the country that the home is in, as far as that was answered.
    #[must_use]
    pub fn country(&self) -> &'a Profile {
        let said =
            self.files.get(Utf8Path::new("home.yaml")).and_then(|home| home.get("country")).and_then(Tree::as_words);
        self.profiles.of(said)
    }

    /// The key at a way, as the country has it.
    #[must_use]
    pub fn key(&self, way: &Way) -> Option<Key> {
        let plain = |way: &str| way.replace("[]", "");
        let asked = plain(&way.signed());
        keys::in_country(way.file, self.country()).into_iter().find(|key| plain(&key.way) == asked)
    }

    /// What is said at a way, through all lists; of a folder of files, in the one that is asked about now.
    #[must_use]
    pub fn answers_at(&self, way: &Way) -> Vec<&Tree> {
        let current = self.current.get(keys::subject(way.file.path)).map(String::as_str);
        let Some(file) = way.path(current).and_then(|path| self.files.get(&path)) else { return Vec::new() };
        file.at(&way.steps).into_iter().filter(|tree| !tree.is_empty()).collect()
    }

    /// Whether something is answered at a way already.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.gates.contains_key(name) || Way::of(name).is_some_and(|way| !self.answers_at(&way).is_empty())
    }

    /// Puts an answer in its place.
    pub fn put(&mut self, way: &Way, value: Tree) {
        self.at(way, |tree, steps| tree.put(steps, value));
    }

    /// Puts an answer into the entry of a list that was begun last.
    pub fn put_in_last(&mut self, way: &Way, value: Tree) {
        self.at(way, |tree, steps| tree.put_in_last(steps, value));
    }

    fn at(&mut self, way: &Way, put: impl FnOnce(&mut Tree, &[Step])) {
        let current = self.current.get(keys::subject(way.file.path)).map(String::as_str);
        if let Some(path) = way.path(current) {
            self.take_shared(&path);
            put(self.files.entry(path).or_insert_with(Tree::empty), &way.steps);
        }
    }

    /// Takes a contact that is shared among the files, so that an answer can go into it where it lies.
    fn take_shared(&mut self, path: &Utf8Path) {
        let Some(shared) = self.shared.get(path).filter(|_| !self.files.contains_key(path)) else { return };
        let says = yaml::read(1, &shared.letters).ok().and_then(|(node, _)| Tree::of(&node));
        self.files.insert(path.to_owned(), says.unwrap_or_else(Tree::empty));
    }

    /// Where a file lies that is new or is there, and what is there.
    fn lies(&self, path: &Utf8Path) -> (Utf8PathBuf, Option<There>, Option<String>) {
        match (self.there.get(path), self.shared.get(path)) {
            (Some(there), _) => (self.place.home.join(path), Some(there.clone()), Some(there.letters.clone())),
            (None, Some(shared)) => {
                let says = yaml::read(1, &shared.letters).ok().and_then(|(node, _)| Tree::of(&node));
                let there = There { letters: shared.letters.clone(), says: says.unwrap_or_else(Tree::empty) };
                (self.place.base().join(path), Some(there), shared.there.then(|| shared.letters.clone()))
            }
            (None, None) => (self.place.home.join(path), None, None),
        }
    }

    /// Whether one of some conditions holds.
    #[must_use]
    pub fn holds(&self, conditions: &[Condition]) -> bool {
        conditions.is_empty()
            || conditions.iter().any(|all| all.iter().all(|(name, wanted)| self.answers(name, wanted)))
    }

    fn answers(&self, name: &str, wanted: &[String]) -> bool {
        let given: Vec<String> = match (self.gates.get(name), Way::of(name)) {
            (Some(said), _) => vec![said.clone()],
            (None, Some(way)) => {
                let said = self.answers_at(&way);
                said.into_iter().map(|tree| tree.as_words().unwrap_or("any").to_owned()).collect()
            }
            (None, None) => Vec::new(),
        };
        // England is where nothing is said.
        let given = if given.is_empty() && name == "home.country" { vec![self.country().id.clone()] } else { given };
        wanted.iter().any(|wanted| match wanted.as_str() {
            "any" => !given.is_empty(),
            "none" => given.is_empty(),
            word => given.iter().any(|said| said == word),
        })
    }

    /// What is to be written: each file that is new or has other answers than it had. `all` begins the others too.
    #[must_use]
    pub fn written(&self, all: bool) -> Vec<Written> {
        let own = keys::FILES.iter().filter(|file| all && !file.path.contains('/'));
        let begun: BTreeMap<Utf8PathBuf, Tree> = own
            .map(|file| (Utf8PathBuf::from(file.path), Tree::empty()))
            .chain(self.files.iter().map(|(path, says)| (path.clone(), says.clone())))
            .collect();
        let country = self.country();
        let changes = begun.into_iter().filter_map(|(path, says)| {
            let kind = kind_of(&path)?;
            let (place, there, was) = self.lies(&path);
            let change = match there {
                None => Change::Letters(letters(kind, country, &says, &[])),
                Some(there) => with(kind, country, &there.letters, &there.says, &says),
            };
            (change != Change::Same).then_some(Written { path, place, was, change })
        });
        changes.collect()
    }
}

/// The kind of file at a path in a home’s folder.
#[must_use]
pub(super) fn kind_of(path: &Utf8Path) -> Option<&'static FileOf> {
    let first = path.components().next()?.as_str();
    keys::FILES
        .iter()
        .find(|file| file.path == path || path.components().count() == 2 && keys::subject(file.path) == first)
}
