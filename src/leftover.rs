//! What is left over from a sample home: values, sentences, names, numbers and photographs that the samples of this program have.
//!
//! Comes from: the letters of a home's files, and fingerprints that were made of `content/` when the program was built. Goes to: `make`,
//! where it stops a home that would publish what is another's, and `inspection`, which asks about the rest.

mod neighbours;
pub mod print;
mod stand_in;

pub use neighbours::{Neighbours, Shared};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::finding::Finding;
use crate::home::date;
use crate::ours;
use crate::read::Place;
use crate::read::yaml::{self, Node, Value};
use crate::source::Sources;
use crate::text::Span;
use print::{BYTES, PHOTOGRAPH, Print, SENTENCE, of_bytes, print, subject, telling};

/// The fingerprints: the names of the samples on a line, then each fingerprint with the homes that say it.
const SAMPLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/samples.bin"));
/// What can belong to one home only.
const ONE_HOME: &str = include_str!("leftover/one-home.yaml");
/// A home is a copy where one in so many of its sentences and numbers is a sample's.
const A_COPY: usize = 6;
/// A file is a copy where one in so many is.
const A_COPIED_FILE: usize = 3;
/// With fewer than that nothing is a copy.
const AT_LEAST: usize = 3;

/// Something that a sample home says too.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Left {
    /// Where it stands; line 0 for a photograph, which has none.
    pub span: Span,
    /// How much it says.
    pub weight: Weight,
    /// What it is, in a sentence: “a telephone number”.
    pub what: String,
    /// As it stands there.
    pub words: String,
    /// The sample home.
    pub sample: String,
}

/// How much it says that a sample has the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It can belong to one home only.
    OneHome,
    /// A sentence that somebody made up.
    Sentence,
    /// A fact that could be true of both, in a home that is a copy.
    Fact,
}

/// What can belong to one home only, as its file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OneHome {
    alone: Vec<Kind>,
    in_a_copy: Vec<Kind>,
}

/// Values of one kind.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kind {
    #[serde(default)]
    ways: Vec<String>,
    #[serde(default)]
    keys: Vec<String>,
    is: String,
}

/// The samples, read once; none of them where our own files cannot be read, which a test would have found.
static KNOWN: LazyLock<Option<Known>> = LazyLock::new(Known::new);

struct Known {
    names: Vec<String>,
    prints: &'static [u8],
    one_home: OneHome,
}

impl Known {
    fn new() -> Option<Self> {
        let end = SAMPLES.iter().position(|byte| *byte == b'\n')?;
        let names = std::str::from_utf8(&SAMPLES[..end]).ok()?.split('\t').map(str::to_owned).collect();
        Some(Self { names, prints: &SAMPLES[end + 1..], one_home: ours::read(ONE_HOME).ok()? })
    }

    /// The samples that have a fingerprint, a bit each.
    fn homes(&self, print: Print) -> u8 {
        let (mut low, mut high) = (0, self.prints.len() / BYTES);
        while low < high {
            let middle = usize::midpoint(low, high);
            let entry = &self.prints[middle * BYTES..(middle + 1) * BYTES];
            let mut there = [0; 8];
            there.copy_from_slice(&entry[..8]);
            match Print::from_be_bytes(there).cmp(&print) {
                std::cmp::Ordering::Equal => return entry[8],
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        0
    }
}

impl Kind {
    fn holds(&self, way: &str) -> bool {
        let key = way.rsplit('.').next().unwrap_or(way);
        self.ways.iter().any(|one| one == way) || self.keys.iter().any(|one| one == key)
    }
}

/// A value of a home that a sample has too, before it is known how much that says.
struct Equal {
    span: Span,
    way: String,
    words: String,
    homes: u8,
    sentence: bool,
    /// Whether more than one sample says it: then it is no sample's own.
    common: bool,
}

/// What a home says that is a sample's, in the order of its files. The samples are not asked about themselves: a home that says
/// `fictional: yes` and has the name of a sample is that sample.
#[must_use]
pub fn left(sources: &Sources, place: &Place) -> Vec<Left> {
    let Some(known) = KNOWN.as_ref().filter(|_| says_who_it_is(sources, place)) else { return Vec::new() };
    let itself = itself(known, sources, place);
    let mut looking = Looking { known, itself, equal: Vec::new(), telling: BTreeMap::new() };
    each_value(sources, place, &mut |way, span, words| looking.value(span, way, words));
    for (number, source) in sources.below(&place.folder).filter(|(_, source)| source.path.extension() == Some("md")) {
        looking.page(number, &source.letters);
    }
    let list = sources.at(&place.folder.join("photos.yaml")).map_or(0, |(file, _)| file);
    for path in sources.pictures_in(&place.folder) {
        let span = Span { file: list, line: 1, column: 1, width: 1 };
        let print = sources.picture(path).map(|bytes| of_bytes(PHOTOGRAPH, bytes));
        print.map(|print| looking.note(span, "photos.photos.file", path.file_name().unwrap_or_default(), print, true));
    }
    looking.weighed()
}

/// Those of them that stop a home: they can belong to one home only, and this one does not say that it is made up.
#[must_use]
pub fn foreign(sources: &Sources, place: &Place) -> Vec<Finding> {
    if is_made_up(sources, place) {
        return Vec::new();
    }
    left(sources, place).into_iter().filter(|left| left.weight == Weight::OneHome).map(Left::finding).collect()
}

/// Values that stand in for real ones, in a home that does not say that it is made up: the place, the letters, what they are.
#[must_use]
pub fn stand_ins(sources: &Sources, place: &Place) -> Vec<(Span, String, &'static str)> {
    let mut found = Vec::new();
    if says_who_it_is(sources, place) && !is_made_up(sources, place) {
        each_value(sources, place, &mut |_, span, words| {
            found.extend(stand_in::stand_in(words).map(|(letters, is)| (span, letters.to_owned(), is)));
        });
    }
    found
}

/// The days of yeses, approvals and calls of a home: the key, the place, the day.
#[must_use]
pub fn days(sources: &Sources, place: &Place) -> Vec<(String, Span, jiff::civil::Date)> {
    let mut found = Vec::new();
    each_value(sources, place, &mut |way, span, words| {
        let approved = way.starts_with("papers.approved.") && way.ends_with(".on");
        let key = way.rsplit('.').next().unwrap_or(way);
        if approved || DAYS.contains(&key) {
            found.extend(date::read(words).ok().map(|day| (way.to_owned(), span, day)));
        }
    });
    found
}

/// Keys at which the day of a yes, an approval or a call stands.
const DAYS: [&str; 4] = ["agreed_on", "checked_on", "approved_on", "asked_on"];

/// The day on which the files of a home were begun, where they say it.
#[must_use]
pub fn begun(sources: &Sources, place: &Place) -> Option<jiff::civil::Date> {
    first(sources, place, "begun").and_then(|day| date::read(day).ok())
}

/// Goes through every value of a home's own YAML, with the way to it.
fn each_value(sources: &Sources, place: &Place, told: &mut dyn FnMut(&str, Span, &str)) {
    for (number, source) in sources.below(&place.folder) {
        let name = source.path.strip_prefix(&place.folder).ok().filter(|name| name.extension() == Some("yaml"));
        if let (Some(name), Ok((node, _))) = (name, yaml::of(sources, number)) {
            values(node, &mut subject(name.as_str()), told);
        }
    }
}

fn values(node: &Node, way: &mut String, told: &mut dyn FnMut(&str, Span, &str)) {
    match &node.value {
        Value::Keys(keys) => {
            let here = way.len();
            for (key, _, held) in keys {
                way.push('.');
                way.push_str(key);
                values(held, way, told);
                way.truncate(here);
            }
        }
        Value::List(entries) => entries.iter().for_each(|entry| values(entry, way, told)),
        Value::Letters(words) => told(way, node.span, words),
        Value::Empty => {}
    }
}

/// Whether a home says that it is made up.
#[must_use]
pub fn is_made_up(sources: &Sources, place: &Place) -> bool {
    first(sources, place, "fictional").is_some_and(|word| ["yes", "true"].contains(&word.to_lowercase().as_str()))
}

/// Whether `home.yaml` can be read. While it cannot, nobody knows whether the home is made up, and what is told of its copy would bury
/// the one mistake that is to be mended.
fn says_who_it_is(sources: &Sources, place: &Place) -> bool {
    let file = sources.at(&place.folder.join("home.yaml"));
    file.is_some_and(|(number, _)| yaml::of(sources, number).is_ok())
}

/// What `home.yaml` says at a key of its own.
fn first<'a>(sources: &'a Sources, place: &Place, wanted: &str) -> Option<&'a str> {
    let (number, _) = sources.at(&place.folder.join("home.yaml"))?;
    let Ok((Node { value: Value::Keys(keys), .. }, _)) = yaml::of(sources, number) else { return None };
    let found = keys.iter().find(|(key, ..)| key == wanted)?;
    match &found.2.value {
        Value::Letters(words) => Some(words),
        _ => None,
    }
}

/// The sample that a home is, as a bit.
fn itself(known: &Known, sources: &Sources, place: &Place) -> u8 {
    match first(sources, place, "name") {
        Some(name) if is_made_up(sources, place) => known.homes(print("home.name", name)),
        _ => 0,
    }
}

impl Left {
    /// As something to mend.
    fn finding(self) -> Finding {
        Finding::error(
            self.span,
            format!("“{}” is {} of the sample home {}", self.words, self.what, self.sample),
            "It came along with a copy. Write what is true of your home, or take the line away.",
        )
    }
}

/// A look through the files of a home.
struct Looking<'a> {
    known: &'a Known,
    itself: u8,
    equal: Vec<Equal>,
    /// How many sentences and numbers each file has that tell homes apart.
    telling: BTreeMap<u32, usize>,
}

impl Looking<'_> {
    /// Notes a value, where a sample has it.
    fn note(&mut self, span: Span, way: &str, words: &str, print: Print, sentence: bool) -> bool {
        let all = self.known.homes(print);
        let homes = all & !self.itself;
        if homes != 0 {
            let common = all.count_ones() > 1;
            self.equal.push(Equal { span, way: way.to_owned(), words: words.to_owned(), homes, sentence, common });
        }
        homes != 0
    }

    /// The sentences of a page, by its paragraphs.
    fn page(&mut self, number: u32, letters: &str) {
        let mut line = 1;
        for paragraph in letters.split("\n\n") {
            let span = Span { file: number, line, column: 1, width: 1 };
            self.sentences(span, "pages", paragraph);
            line += u32::try_from(paragraph.matches('\n').count()).unwrap_or(0) + 2;
        }
    }

    fn value(&mut self, span: Span, way: &str, words: &str) {
        let sentences = telling(words).len();
        let alone = self.known.one_home.alone.iter().any(|kind| kind.holds(way));
        if !self.note(span, way, words, print(way, words), sentences > 0) {
            return self.sentences(span, way, words);
        }
        *self.telling.entry(span.file).or_default() += sentences.max(usize::from(alone));
    }

    fn sentences(&mut self, span: Span, way: &str, text: &str) {
        for sentence in telling(text) {
            *self.telling.entry(span.file).or_default() += 1;
            self.note(span, way, sentence, print(SENTENCE, sentence), true);
        }
    }

    /// How much each says. In a file of which much is a sample's, every fact counts; in a home of which much is, in every file.
    fn weighed(self) -> Vec<Left> {
        let whole = self.copied(|_| true, A_COPY);
        let files: BTreeSet<u32> = self.equal.iter().map(|equal| equal.span.file).collect();
        let of_file: BTreeMap<u32, u8> =
            files.into_iter().map(|file| (file, whole | self.copied(|of| of == file, A_COPIED_FILE))).collect();
        let copies = |equal: &Equal| of_file.get(&equal.span.file).copied().unwrap_or(whole);
        let mut left: Vec<Left> = self.equal.iter().filter_map(|equal| self.one(equal, copies(equal))).collect();
        left.sort();
        left.dedup();
        left
    }

    /// The samples of which a home or a file is a copy: of all that tells homes apart, one part in so many is a sample's too.
    fn copied(&self, of: impl Fn(u32) -> bool, parts: usize) -> u8 {
        let all = self.telling.iter().filter(|(file, _)| of(**file)).map(|(_, count)| count).sum::<usize>();
        let telling = self.equal.iter().filter(|equal| of(equal.span.file) && self.tells(equal));
        let telling: Vec<u8> = telling.map(|equal| equal.homes).collect();
        let is_copy = |at: &usize| {
            let count = telling.iter().filter(|homes| **homes & (1 << at) != 0).count();
            count >= AT_LEAST && count * parts >= all
        };
        (0..self.known.names.len()).filter(is_copy).fold(0, |copies, at| copies | (1 << at))
    }

    /// Whether a value says by itself that somebody copied: nobody has it by chance.
    fn tells(&self, equal: &Equal) -> bool {
        !equal.common && (equal.sentence || self.alone(equal).is_some())
    }

    fn alone(&self, equal: &Equal) -> Option<&Kind> {
        self.known.one_home.alone.iter().find(|kind| !equal.common && kind.holds(&equal.way))
    }

    fn one(&self, equal: &Equal, copies: u8) -> Option<Left> {
        let in_a_copy = equal.homes & copies != 0;
        // A number that nobody answers, a postcode that is no place: a home that is not finished can have one without any copying, and
        // is told to put the real one there.
        let stands_in = !equal.sentence && stand_in::stand_in(&equal.words).is_some();
        let alone = self.alone(equal).filter(|_| in_a_copy || !stands_in);
        let owned = self.known.one_home.in_a_copy.iter().find(|kind| in_a_copy && kind.holds(&equal.way));
        let (weight, what) = match (alone.or(owned), self.tells(equal)) {
            (Some(kind), _) => (Weight::OneHome, kind.is.as_str()),
            (None, true) if stands_in => return None,
            (None, true) => (Weight::Sentence, "a sentence"),
            (None, false) if in_a_copy && !is_shared(&equal.way) => (Weight::Fact, "a fact"),
            (None, false) => return None,
        };
        let homes = if in_a_copy { equal.homes & copies } else { equal.homes };
        let sample = self.known.names.get(homes.trailing_zeros() as usize)?.clone();
        Some(Left { span: equal.span, weight, what: what.to_owned(), words: equal.words.clone(), sample })
    }
}

/// Whether a key is no fact of one home: the country, and that a home is made up.
fn is_shared(way: &str) -> bool {
    ["home.country", "home.fictional"].contains(&way)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_files_are_there() {
        let known = KNOWN.as_ref().expect("the samples and the list");
        assert_eq!(known.names.len(), 3);
        assert!(known.prints.len() / BYTES > 3_000);
        assert_ne!(known.homes(print("home.phone", "01632 960123")), 0);
        assert_eq!(known.homes(print("home.phone", "01632 960999")), 0);
    }

    /// What stops a home with these lines in two of its files.
    fn stops(home: &str, voice: &str) -> Vec<String> {
        let mut sources = Sources::default();
        sources.add("content/oak/home.yaml".into(), home);
        sources.add("content/oak/voice.yaml".into(), voice);
        let found = foreign(&sources, &Place::new("content/oak".into(), Vec::new()));
        found.iter().map(|finding| finding.message.to_string()).collect()
    }

    #[test]
    fn what_stands_in_for_something_real_stops_only_a_copy() {
        let known = KNOWN.as_ref().expect("the samples and the list");
        let (postcode, phone) = ("ZZ99 5GY", "01632 960510");
        for (way, value) in [("home.address.postcode", postcode), ("home.phone", phone)] {
            assert_ne!(known.homes(print(way, value)), 0, "{way}: no sample has it any more");
        }
        let home = format!("name: Oak House\naddress:\n  postcode: {postcode}\nphone: {phone}\n");
        assert_eq!(stops(&home, ""), Vec::<String>::new());
        let quote = "quotes:\n  - words: I have a key. I went out and came back and nobody had moved my things.\n";
        assert_eq!(stops("name: Oak House\n", quote).len(), 1);
        // Three of them together are no chance.
        let copied = stops(&home, quote);
        assert!(copied.len() == 3 && copied.iter().any(|told| told.contains(phone)), "{copied:?}");
    }
}
