//! Names for homes and places, all invented, and a home's own in the place of a sample's.

use std::collections::BTreeMap;

use regex::{Captures, Regex};

use crate::seed::Seed;

const STEMS: [&str; 24] = [
    "Larkfield",
    "Appletree",
    "Heronsgate",
    "Thistledown",
    "Marlpit",
    "Oakhanger",
    "Wrenbury",
    "Saltmarsh",
    "Fernhollow",
    "Kingcup",
    "Dovecote",
    "Elderwood",
    "Barleycroft",
    "Hazelmere",
    "Lavender",
    "Millrace",
    "Pebblebrook",
    "Rushmoor",
    "Skylark",
    "Swallowtail",
    "Teasel",
    "Windhover",
    "Yarrow",
    "Cuckoopint",
];
const KINDS: [&str; 10] =
    ["House", "Court", "Lodge", "Grange", "Yard", "Cottages", "Manor", "Gardens", "Hall", "Place"];
const TOWNS: [&str; 16] = [
    "Aldersham",
    "Brackenby",
    "Coldwick",
    "Dunmarsh",
    "Eelhaven",
    "Fordle",
    "Gillover",
    "Hobbleton",
    "Ivelmouth",
    "Kettlesham",
    "Lobthorpe Green",
    "Muddleford",
    "Nettlewick",
    "Otterby",
    "Pucklesham",
    "Quenby Wells",
];
const COUNTIES: [&str; 5] = ["Exampleshire", "Sampleshire", "Modelshire", "Patternshire", "Specimenshire"];
const FIRST: [&str; 20] = [
    "Ada", "Bertram", "Celia", "Dinah", "Edwin", "Fatima", "Grace", "Harpreet", "Ines", "Joyce", "Kofi", "Leonie",
    "Mavis", "Nadia", "Oscar", "Pearl", "Rufus", "Soraya", "Tobias", "Una",
];
const LAST: [&str; 16] = [
    "Appleyard",
    "Birdwhistle",
    "Cobbold",
    "Dimmock",
    "Eastgate",
    "Farthing",
    "Gosling",
    "Hollyoake",
    "Inchbold",
    "Jessop",
    "Kettle",
    "Larkin",
    "Mossop",
    "Nightingale",
    "Ollerton",
    "Pettifer",
];
const COLOURS: [&str; 8] = ["#7a2e3a", "#1d6350", "#2f4a7a", "#6b4a1f", "#5a3a70", "#3c5a1e", "#7a3f1d", "#1f5c6b"];

/// A name for the n-th home that no other has.
pub(crate) fn home(number: usize) -> (String, String) {
    let (round, place) = (number / STEMS.len(), number % STEMS.len());
    let (stem, kind) = (STEMS[place], KINDS[(place + round) % KINDS.len()]);
    let again = if round < KINDS.len() { String::new() } else { format!(" {}", round / KINDS.len() + 1) };
    (stem.to_owned(), format!("{stem} {kind}{again}"))
}

/// A name as it stands in addresses and names of folders.
pub(crate) fn small(name: &str) -> String {
    name.to_lowercase().replace(' ', "-")
}

/// What is put in the place of a sample's names and numbers.
pub(crate) struct Names {
    words: BTreeMap<String, String>,
    any: Regex,
    number: usize,
    colour: &'static str,
}

impl Names {
    /// `own` are the sample's names: of the home, of its town and county, and of everybody in it.
    pub(crate) fn new(number: usize, own: &Own, seed: &mut Seed) -> Result<Self, regex::Error> {
        let (stem, home) = home(number);
        let (town, county) = (seed.pick(&TOWNS), seed.pick(&COUNTIES));
        let mut words = BTreeMap::new();
        let mut put = |from: &str, to: &str| {
            words.entry(from.to_owned()).or_insert_with(|| to.to_owned());
        };
        put(&own.home, &home);
        for (from, to) in [(own.short.as_str(), stem.as_str()), (&own.town, town), (&own.county, county)] {
            put(from, to);
            put(&small(from), &small(to));
        }
        for person in &own.people {
            let to = (seed.pick(&FIRST), seed.pick(&LAST));
            let mut parts = person.split(' ');
            parts.next().into_iter().for_each(|first| put(first, to.0));
            parts.next_back().into_iter().for_each(|last| put(last, to.1));
        }
        // The longest first, so that a home's whole name is met before a part of it.
        let mut known: Vec<String> = words.keys().map(|word| regex::escape(word)).collect();
        known.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let any = Regex::new(&format!(
            r#"\b(?P<name>{})\b|(?P<phone>\b01632 960|\b07700 900)(?P<line>\d{{3}})|£(?P<pounds>\d,?\d{{3}})\b|\b1-0{{7}}(?P<cqc>\d\d)|"(?P<colour>#\w{{6}})""#,
            known.join("|")
        ))?;
        Ok(Self { words, any, number, colour: seed.pick(&COLOURS) })
    }

    /// The same letters about another home.
    pub(crate) fn put_in(&self, letters: &str) -> String {
        let other = |found: &Captures<'_>| {
            let part = |name: &str| found.name(name).map(|part| part.as_str());
            let figure = |digits: &str| digits.replace(',', "").parse::<usize>().unwrap_or_default();
            if let Some(name) = part("name") {
                self.words.get(name).cloned().unwrap_or_default()
            } else if let (Some(phone), Some(line)) = (part("phone"), part("line")) {
                format!("{phone}{:03}", (figure(line) + 7 * self.number) % 1000)
            } else if let Some(pounds) = part("pounds") {
                let pounds = figure(pounds) + 5 * (self.number % 30);
                format!("£{},{:03}", pounds / 1000, pounds % 1000)
            } else if let Some(cqc) = part("cqc") {
                format!("1-{:09}", 100 * (self.number + 1) + figure(cqc))
            } else {
                format!("\"{}\"", self.colour)
            }
        };
        self.any.replace_all(letters, other).into_owned()
    }
}

/// The names that a sample goes by.
pub(crate) struct Own {
    pub(crate) home: String,
    pub(crate) short: String,
    pub(crate) town: String,
    pub(crate) county: String,
    pub(crate) people: Vec<String>,
}
