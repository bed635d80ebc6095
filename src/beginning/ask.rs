//! A question and its answer: asked in plain words, looked at as a file is, asked again where it cannot stand there.
//!
//! Whoever asks has a [`Voice`]: the terminal, or a test.

use super::draft::Draft;
use super::guard::Spot;
use super::letters::shown;
use super::shape::fitted;
use super::tree::Tree;
use super::way::Way;
use crate::failure::Failure;
use crate::keys::{self, Ask, Key, KindOfHome, Step, What, Written};
use crate::text::signs::tidy;

/// What somebody answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// A line; an empty one says “not now”.
    Line(String),
    /// Something that is not text.
    NotText,
    /// Nobody is there any more.
    Gone,
}

/// Where questions are said, answers are heard, and what was answered is kept.
pub trait Voice {
    /// Says something.
    fn say(&mut self, words: &str);
    /// Hears what is answered.
    fn hear(&mut self) -> Reply;
    /// Keeps what was answered so far.
    ///
    /// # Errors
    /// Where the machine cannot.
    fn keep(&mut self, draft: &mut Draft<'_>) -> Result<(), Failure>;
}

/// Questions asked about one home.
pub struct Talk<'a, 'b> {
    /// The home as far as it is begun.
    pub draft: &'a mut Draft<'b>,
    /// Who asks.
    pub voice: &'a mut dyn Voice,
    /// The kinds of home that it is.
    pub kinds: Vec<&'a KindOfHome>,
}

/// What became of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// It was answered.
    Answered,
    /// Not now.
    NotNow,
    /// Nobody is there any more.
    Gone,
}

/// What became of a question for yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YesNo {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not now.
    NotNow,
    /// Nobody is there any more.
    Gone,
}

/// What is said where there is no text.
const NO_TEXT: &str = "That did not arrive as text. Please type it again.";

impl Talk<'_, '_> {
    /// The questions of a step. Whether somebody is still there.
    pub fn step(&mut self, step: &Step) -> bool {
        let kinds = self.kinds.clone();
        let also = kinds.iter().flat_map(|kind| kind.also.get(&step.id).into_iter().flatten());
        let asks: Vec<&Ask> = step.ask.iter().chain(also).collect();
        self.gates_from_files(&asks);
        let mut titled = false;
        for ask in asks {
            if !self.draft.holds(&ask.only_if) || self.draft.has(&ask.name) && !self.adds_to_a_list(ask) {
                continue;
            }
            if !titled {
                self.voice.say(&format!("\n{}\n", step.title));
                titled = true;
            }
            if self.one(ask) == Asked::Gone {
                return false;
            }
        }
        true
    }

    /// A yes or no that is written nowhere is known where a question that rests on it was answered before.
    fn gates_from_files(&mut self, asks: &[&Ask]) {
        for gate in asks.iter().filter(|ask| ask.what == What::Gate) {
            let rests = asks.iter().filter(|ask| self.draft.has(&ask.name));
            let wanted = rests.flat_map(|ask| &ask.only_if).find_map(|all| all.get(&gate.name)?.first().cloned());
            if let Some(wanted) = wanted {
                self.draft.gates.entry(gate.name.clone()).or_insert(wanted);
            }
        }
    }

    /// Whether a question that was answered still has room: another group of people, what is done for them.
    fn adds_to_a_list(&self, ask: &Ask) -> bool {
        let says = ask.also_says.iter().find(|(name, _)| name.contains("[]"));
        says.is_some_and(|(name, word)| {
            Way::of(name)
                .is_some_and(|way| !self.draft.answers_at(&way).iter().any(|said| said.as_words() == Some(word)))
        })
    }

    /// One question.
    pub(super) fn one(&mut self, ask: &Ask) -> Asked {
        match ask.what {
            What::Gate => self.gate(&ask.name, ask.question.as_deref().unwrap_or_default()),
            What::Person => self.person(ask),
            What::Contact => self.contact(ask),
            What::Key => self.key(ask, true),
        }
    }

    /// A yes or no that is written nowhere.
    fn gate(&mut self, name: &str, question: &str) -> Asked {
        match self.yes(question) {
            YesNo::Gone => Asked::Gone,
            YesNo::NotNow => Asked::NotNow,
            said => {
                self.draft.gates.insert(name.to_owned(), if said == YesNo::Yes { "yes" } else { "no" }.to_owned());
                Asked::Answered
            }
        }
    }

    /// A question for yes or no.
    pub(super) fn yes(&mut self, question: &str) -> YesNo {
        self.voice.say(&format!("{question} (yes or no)"));
        loop {
            let line = match self.voice.hear() {
                Reply::Gone => return YesNo::Gone,
                Reply::NotText => NO_TEXT.to_owned(),
                Reply::Line(line) => line.to_lowercase(),
            };
            match line.as_str() {
                "" => return YesNo::NotNow,
                "yes" | "y" => return YesNo::Yes,
                "no" | "n" => return YesNo::No,
                _ => self.voice.say("Please type “yes” or “no”, or press Enter for “not now”."),
            }
        }
    }

    /// A key. `new` says whether an entry of a list that is full is followed by another.
    pub(super) fn key(&mut self, ask: &Ask, new: bool) -> Asked {
        let Some(way) = Way::of(&ask.name) else { return Asked::NotNow };
        let Some(key) = self.draft.key(&way) else { return Asked::NotNow };
        let words = self.words(ask, &key);
        self.voice.say(&asked(&words, &key));
        let mut list: Vec<Tree> = Vec::new();
        loop {
            let line = match self.voice.hear() {
                Reply::Gone => return Asked::Gone,
                Reply::NotText => {
                    self.voice.say(NO_TEXT);
                    continue;
                }
                Reply::Line(line) => tidy(&line).into_owned(),
            };
            if line.is_empty() {
                return if list.is_empty() { Asked::NotNow } else { Asked::Answered };
            }
            let one = fitted(self.draft, &key, &line);
            let value =
                if key.several { Tree::List(list.iter().cloned().chain([one.clone()]).collect()) } else { one.clone() };
            let again = !new || !list.is_empty();
            match self.try_out(&way, value, again) {
                Err(why) => self.voice.say(&why),
                Ok(()) if key.several => {
                    list.push(one);
                    if list.len() == 1 {
                        self.voice.say("Another one? Press Enter when there are no more.");
                        self.also(ask);
                    }
                }
                Ok(()) => {
                    self.also(ask);
                    return Asked::Answered;
                }
            }
        }
    }

    /// What an answer says besides.
    fn also(&mut self, ask: &Ask) {
        for (name, word) in &ask.also_says {
            if let Some(way) = Way::of(name) {
                self.draft.put_in_last(&way, Tree::words(word));
            }
        }
    }

    /// Puts a value in its place, unless it cannot stand there: then nothing changes, and it is said why.
    pub(super) fn try_out(&mut self, way: &Way, value: Tree, in_last: bool) -> Result<(), String> {
        let before = self.draft.files.clone();
        if in_last {
            self.draft.put_in_last(way, value);
        } else {
            self.draft.put(way, value);
        }
        let current = self.draft.current.get(keys::subject(way.file.path)).map(String::as_str);
        let faults = self.draft.faults(&Spot::of(way, current).into_iter().collect::<Vec<_>>());
        let Some(fault) = faults.first() else { return Ok(()) };
        self.draft.files = before;
        let help = fault.finding.help.as_ref().map(ToString::to_string).unwrap_or_default();
        Err(format!("That cannot stand here: {}. {help}", fault.finding.message))
    }

    /// The words of a question: those of the kind of home, of the step, of the key.
    fn words(&self, ask: &Ask, key: &Key) -> String {
        let of_kind = self.kinds.iter().rev().find_map(|kind| kind.words.get(&ask.name));
        let own = || key.question.as_ref().map(|asked| &asked.question);
        of_kind.or(ask.question.as_ref()).or_else(own).cloned().unwrap_or_else(|| key.meaning.clone())
    }

    /// Somebody: named before, or named now.
    fn person(&mut self, ask: &Ask) -> Asked {
        self.named(ask, "people", |draft, called| draft.person(called))
    }

    /// A contact: there already, or begun now.
    fn contact(&mut self, ask: &Ask) -> Asked {
        self.named(ask, "contacts", |draft, called| draft.contact(called))
    }

    /// Somebody or something with a short name of its own, which is written at the way of the question.
    fn named(&mut self, ask: &Ask, kind: &str, find: impl Fn(&Draft<'_>, &str) -> Option<String>) -> Asked {
        let Some(way) = Way::of(&ask.name) else { return Asked::NotNow };
        let first = ask.ask.first().and_then(|first| first.question.clone());
        let words = self.kinds.iter().rev().find_map(|kind| kind.words.get(&ask.name)).or(ask.question.as_ref());
        self.voice.say(&format!("{} (a name)", words.cloned().or(first).unwrap_or_default()));
        loop {
            let called = match self.voice.hear() {
                Reply::Gone => return Asked::Gone,
                Reply::NotText => {
                    self.voice.say(NO_TEXT);
                    continue;
                }
                Reply::Line(line) => tidy(&line).into_owned(),
            };
            if called.is_empty() {
                return Asked::NotNow;
            }
            if let Some(id) = find(self.draft, &called) {
                self.draft.put(&way, Tree::words(&id));
                return Asked::Answered;
            }
            let before = self.draft.files.clone();
            let id = self.draft.short_name(&called, kind);
            if let Err(why) = self.begun(kind, &id, &called) {
                self.voice.say(&why);
                continue;
            }
            self.draft.put(&way, Tree::words(&id));
            for inner in ask.ask.iter().skip(1) {
                match self.key(inner, kind == "contacts") {
                    Asked::Gone => return Asked::Gone,
                    Asked::NotNow if self.is_needed(inner) => {
                        self.voice.say("Nothing of this was written: it is needed for somebody who is named.");
                        self.draft.files = before;
                        return Asked::NotNow;
                    }
                    _ => {}
                }
            }
            return Asked::Answered;
        }
    }

    /// Begins a person or a contact with a name.
    fn begun(&mut self, kind: &str, id: &str, called: &str) -> Result<(), String> {
        if kind == "contacts" {
            self.draft.current.insert("contacts", id.to_owned());
            return Way::of("contacts.name").map_or(Ok(()), |way| self.try_out(&way, Tree::words(called), false));
        }
        let (Some(short), Some(name)) = (Way::of("people.named[].id"), Way::of("people.named[].name")) else {
            return Ok(());
        };
        self.draft.put(&short, Tree::words(id));
        self.try_out(&name, Tree::words(called), true)
    }

    /// Whether there is nobody without an answer to this.
    fn is_needed(&self, ask: &Ask) -> bool {
        Way::of(&ask.name).and_then(|way| self.draft.key(&way)).is_some_and(|key| key.must)
            && ask.name.starts_with("people.")
    }
}

/// A question as it is asked: with an example, why, who knows, and the words that can stand there.
pub(super) fn asked(words: &str, key: &Key) -> String {
    let mut out = words.to_owned();
    match &key.written {
        Written::OneOf(few) => few.iter().for_each(|(word, means)| match means.as_str() {
            "" => out.push_str(&format!("\n    {word}")),
            means => out.push_str(&format!("\n    {word}: {means}")),
        }),
        _ => out.push_str(&format!("\n    For example: {}", shown(key).trim_matches('"'))),
    }
    if let Some(question) = &key.question {
        out.push_str(&format!("\n    Why: {}\n    Who knows it: {}.", question.why, question.who));
    }
    out
}
