//! How it goes on after the first questions: subject by subject, for as long as somebody answers and there is something to ask.

use std::collections::BTreeMap;

use super::ask::{Asked, Reply, Talk, YesNo};
use super::draft::Draft;
use super::tree::Tree;
use super::way::Way;
use crate::check::{self, Facts};
use crate::duties::Duties;
use crate::failure::Failure;
use crate::keys::{self, Ask, Key, Subject, Written};
use crate::read::Place;
use crate::severity::Severity;

/// What asks for a file of a folder: the key that its name is made from.
const NAME: &str = "name";

impl Draft<'_> {
    /// How many things somebody asks for that the home does not say yet, by what they are about; none where nobody asks for any more.
    #[must_use]
    pub fn wanted(&self, duties: &Duties) -> BTreeMap<String, usize> {
        // An address that nobody gave yet is no reason not to look at all else.
        let (sources, _) = self.as_read(&[]);
        let above = self.place.group.iter().cloned().collect();
        let (home, _) = check::home(&sources, &Place::new(self.place.home.clone(), above), self.profiles);
        let mut wanted = BTreeMap::new();
        let Some(home) = home else { return wanted };
        for (duty, need) in Facts::of(&home).lacking(duties.of(&self.country().id), self.today) {
            let way = need.ways().first().map_or("", String::as_str);
            let about = way.split('.').next().unwrap_or_default().replace('_', "-");
            if duty.weight.severity() != Severity::Hint {
                *wanted.entry(about).or_default() += 1;
            }
        }
        wanted
    }
}

impl Talk<'_, '_> {
    /// Subject after subject. Whether somebody is still there at the end.
    ///
    /// # Errors
    /// Where what was answered cannot be kept.
    pub fn go_on(&mut self, subjects: &[Subject], duties: &Duties) -> Result<bool, Failure> {
        for subject in subjects {
            let wanted = self.draft.wanted(duties);
            let about = keys::subject(&subject.file);
            let Some(count) = wanted.get(about) else { continue };
            let things = if *count == 1 { "1 thing".to_owned() } else { format!("{count} things") };
            self.voice.say(&format!("\n{}\n{} {things} asked for here.", subject.title, subject.what_for));
            let there = match self.yes("Go on with it now? Press Enter to stop here.") {
                YesNo::Gone | YesNo::NotNow => return Ok(false),
                YesNo::No => true,
                YesNo::Yes if subject.file.contains('*') => self.files(subject),
                YesNo::Yes => self.subject(subject),
            };
            self.voice.keep(self.draft)?;
            if !there {
                return Ok(false);
            }
        }
        let wanted = self.draft.wanted(duties);
        if !subjects.iter().any(|subject| wanted.contains_key(keys::subject(&subject.file))) {
            self.voice.say("\nNobody asks for anything more that a question can answer.");
        }
        Ok(true)
    }

    /// One file of a folder. Whether it was begun.
    pub fn one_file(&mut self, subject: &Subject) -> bool {
        let before = self.draft.files.clone();
        self.file(subject);
        self.draft.files != before
    }

    /// One entry of a list. Whether somebody is still there.
    pub fn one_entry(&mut self, subject: &Subject, way: &str) -> bool {
        let below: Vec<String> =
            subject.ask.iter().filter(|inner| inner.starts_with(&format!("{way}."))).cloned().collect();
        self.entry(subject, &format!("{}.{way}", keys::subject(&subject.file)), &below)
    }

    /// The keys of one file. Whether somebody is still there.
    pub fn subject(&mut self, subject: &Subject) -> bool {
        let ways: Vec<String> = subject.ask.clone();
        self.ways(subject, &ways, false)
    }

    /// Files of a folder, one after the other. Whether somebody is still there.
    fn files(&mut self, subject: &Subject) -> bool {
        loop {
            match self.file(subject) {
                Asked::Gone => return false,
                Asked::NotNow => return true,
                Asked::Answered => self.voice.say("Another one? Type its name, or press Enter when there are no more."),
            }
        }
    }

    /// One file of a folder, begun with its name.
    pub(super) fn file(&mut self, subject: &Subject) -> Asked {
        let folder = keys::subject(&subject.file);
        let Some(key) = Way::of(&format!("{folder}.{NAME}")).and_then(|way| self.draft.key(&way)) else {
            return Asked::NotNow;
        };
        let words = key.question.as_ref().map_or(key.meaning.as_str(), |asked| &asked.question);
        self.voice.say(&super::ask::asked(words, &key));
        let before = self.draft.files.clone();
        loop {
            let called = match self.voice.hear() {
                Reply::Gone => return Asked::Gone,
                Reply::NotText => continue,
                Reply::Line(line) if line.is_empty() => return Asked::NotNow,
                Reply::Line(line) => line,
            };
            let id = self.draft.short_name(&called, folder);
            self.draft.current.insert(key_of(folder), id);
            let Some(way) = Way::of(&format!("{folder}.{NAME}")) else { return Asked::NotNow };
            match self.try_out(&way, Tree::words(&called), false) {
                Err(why) => self.voice.say(&why),
                Ok(()) => break,
            }
        }
        let rest: Vec<String> = subject.ask.iter().filter(|way| *way != NAME).cloned().collect();
        let there = self.ways(subject, &rest, false);
        if let Some(lacking) = self.draft.lacking_in_file(folder) {
            self.voice.say(&format!("Nothing of this was written: it is nothing without “{lacking}”."));
            self.draft.files = before;
        }
        if there { Asked::Answered } else { Asked::Gone }
    }

    /// Some ways of a file, in their order. `in_entry` says that they lie in an entry that was just begun.
    fn ways(&mut self, subject: &Subject, ways: &[String], in_entry: bool) -> bool {
        let mut passed: Option<String> = None;
        for (at, way) in ways.iter().enumerate() {
            if passed.as_ref().is_some_and(|passed| way.starts_with(&format!("{passed}."))) {
                continue;
            }
            passed = None;
            let Some((name, key)) = self.found(subject, way) else { continue };
            let below: Vec<String> =
                ways[at + 1..].iter().filter(|inner| inner.starts_with(&format!("{way}."))).cloned().collect();
            let holds = self.draft.holds(&subject.when(way));
            let there = match (holds, key.written == Written::Keys, key.several) {
                (false, ..) => {
                    passed = Some(way.clone());
                    true
                }
                (true, true, true) => {
                    passed = Some(way.clone());
                    self.entries(subject, &name, &key, &below)
                }
                (true, true, false) => {
                    let said = if self.draft.has(&name) { YesNo::Yes } else { self.yes(&question(&key)) };
                    passed = (said != YesNo::Yes).then(|| way.clone());
                    said != YesNo::Gone
                }
                // A short name is made from the name.
                (true, false, _) if key.name() == "id" => true,
                (true, false, _) if !in_entry && self.draft.has(&name) => true,
                (true, false, _) => self.key(&Ask::key(&name), false) != Asked::Gone,
            };
            if !there {
                return false;
            }
        }
        true
    }

    /// A list whose entries have keys: one entry after the other.
    fn entries(&mut self, subject: &Subject, name: &str, key: &Key, below: &[String]) -> bool {
        let mut words = question(key);
        loop {
            match self.yes(&words) {
                YesNo::Gone => return false,
                YesNo::Yes => {}
                YesNo::No | YesNo::NotNow => return true,
            }
            if !self.entry(subject, name, below) {
                return false;
            }
            "Is there another one?".clone_into(&mut words);
        }
    }

    /// One entry of a list. What lacks something without which it cannot be is not kept.
    pub(super) fn entry(&mut self, subject: &Subject, name: &str, below: &[String]) -> bool {
        let Some(way) = Way::of(name) else { return true };
        let before = self.draft.files.clone();
        self.draft.begin_entry(&way);
        let there = self.ways(subject, below, true);
        self.draft.short_name_of_entry(&way);
        if let Some(lacking) = self.draft.lacking_in_entry(&way) {
            self.voice.say(&format!("Nothing of this was written: it is nothing without “{lacking}”."));
            self.draft.files = before;
        }
        there
    }

    /// The name of a way with its file, and its key in this country.
    fn found(&self, subject: &Subject, way: &str) -> Option<(String, Key)> {
        let name = format!("{}.{way}", keys::subject(&subject.file));
        let key = self.draft.key(&Way::of(&name)?)?;
        Some((name, key))
    }
}

/// The question of a key.
fn question(key: &Key) -> String {
    key.question.as_ref().map_or_else(|| key.meaning.clone(), |asked| asked.question.clone())
}

/// The folder's name as it lives as long as the program.
fn key_of(folder: &str) -> &'static str {
    keys::file_of(folder).map_or("", |file| keys::subject(file.path))
}

impl Draft<'_> {
    /// Begins an entry at the end of a list.
    fn begin_entry(&mut self, way: &Way) {
        if let Some(list) = self.list(way) {
            list.push(Tree::empty());
        }
    }

    /// The entry that was begun last gets its short name, where it is one that has a name.
    fn short_name_of_entry(&mut self, way: &Way) {
        let of = format!("{}.{}.id", keys::subject(way.file.path), way.signed());
        let kind = keys::subject(way.file.path);
        let Some(short) = Way::of(&of).filter(|short| self.key(short).is_some()) else { return };
        let called = self.list(way).and_then(|list| list.last()?.get(NAME)?.as_words().map(str::to_owned));
        if let Some(called) = called {
            let id = self.short_name(&called, kind);
            self.put_in_last(&short, Tree::words(&id));
            if let Some(Tree::Keys(keys)) = self.list(way).and_then(|list| list.last_mut()) {
                keys.rotate_right(1);
            }
        }
    }

    /// A key that the last entry of a list cannot be without, and lacks.
    fn lacking_in_entry(&mut self, way: &Way) -> Option<String> {
        let steps = way.steps.len();
        let signed = way.signed().replace("[]", "");
        let within = |key: &Key| key.steps.len() == steps + 1 && key.steps[..steps].join(".") == signed;
        let needed: Vec<Key> =
            keys::in_country(way.file, self.country()).into_iter().filter(|key| key.must && within(key)).collect();
        let entry = self.list(way)?.last()?.clone();
        let lacking = needed.into_iter().find(|key| entry.get(key.name()).is_none()).map(|key| key.name().to_owned());
        lacking.or_else(|| entry.is_empty().then(|| "an answer".to_owned()))
    }

    /// A key that the file of a folder which is asked about now cannot be without, and lacks.
    fn lacking_in_file(&self, folder: &str) -> Option<String> {
        let kind = keys::file_of(folder)?;
        let path =
            Way { file: kind, id: None, steps: Vec::new() }.path(self.current.get(folder).map(String::as_str))?;
        let says = self.files.get(&path)?;
        let keys = keys::in_country(kind, self.country());
        let mut needed = keys.iter().filter(|key| key.must && key.steps.len() == 1);
        needed.find(|key| says.get(key.name()).is_none()).map(|key| key.name().to_owned())
    }

    /// The list at a way, in the last entry of every list on the way.
    fn list(&mut self, way: &Way) -> Option<&mut Vec<Tree>> {
        let current = self.current.get(keys::subject(way.file.path)).map(String::as_str);
        let mut tree = self.files.entry(way.path(current)?).or_insert_with(Tree::empty);
        for step in &way.steps {
            if let Tree::List(list) = tree {
                tree = list.last_mut()?;
            }
            tree = tree.entry(&step.key);
        }
        Some(tree.as_list())
    }
}
