//! One version of a Statement: its text line by line, each line with the keys it comes from, and the facts at those keys.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::Facts;
use crate::compose::Desk;
use crate::document::{Document, all_letters, each_inline};
use crate::duties::{Duty, Need};
use crate::render::text;
use crate::text::{Public, Span};
use crate::trace;

/// A Statement as it reads on one day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Version {
    /// The home's name.
    pub home: String,
    /// The number that the home gives it.
    pub number: Option<String>,
    /// Its date.
    pub date: Option<jiff::civil::Date>,
    /// Its parts, in their order.
    pub parts: Vec<Part>,
    /// What is said at each key that a line comes from, in the order of the files.
    pub facts: BTreeMap<String, Vec<String>>,
}

/// A part of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// Its name among the country's parts: `part-1`.
    pub id: String,
    /// Its lines; its title is the first.
    pub lines: Vec<Line>,
}

/// A line of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Whether it is a heading.
    pub heading: bool,
    /// As it is read.
    pub words: String,
    /// What stands behind its label, where it has one. It is not kept.
    pub value: Option<String>,
    /// The keys that it comes from: what is said there is in it.
    pub from: Vec<String>,
    /// The keys where something has to be said for it to be there.
    pub rests_on: Vec<String>,
}

impl Part {
    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        self.lines.first().map_or(self.id.as_str(), |line| line.words.as_str())
    }
}

impl Version {
    /// The version that a document is.
    #[must_use]
    pub fn of(desk: &Desk<'_>, facts: &Facts, duties: &[Duty], document: &Document<Public>) -> Self {
        let mut keys = Keys::of(desk, facts);
        let step = desk.theme.labels_on_paper("contents").step;
        let mut parts = Vec::new();
        for section in &document.sections {
            let mut from = Vec::new();
            each_inline(&section.heading, &mut |words| from.push(words.from));
            let words = all_letters(&section.heading).split_whitespace().collect::<Vec<_>>().join(" ");
            let title = keys.line(text::Line { heading: true, words, value: None, from });
            let read = text::lines(section, &step).into_iter().map(|line| keys.line(line));
            let lines = std::iter::once(title).chain(read).collect();
            parts.push(Part { id: section.anchor.clone(), lines });
        }
        let statement = &desk.home.statement;
        let mut out = Self {
            home: desk.home.home.name.to_string(),
            number: statement.version.as_ref().map(ToString::to_string),
            date: statement.date.map(crate::home::date::Date::day),
            parts,
            facts: BTreeMap::new(),
        };
        out.facts = keys.facts(facts, &out.parts, duties);
        out
    }

    /// A part by its name.
    #[must_use]
    pub fn part(&self, id: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.id == id)
    }
}

/// Finds the keys that a line comes from.
struct Keys<'a> {
    desk: &'a Desk<'a>,
    /// The key at each place of the home's files.
    at: BTreeMap<Span, String>,
    /// The keys at which an id, a yes or a no stands.
    bare: BTreeSet<String>,
    /// The names that keys begin with.
    subjects: BTreeSet<String>,
    /// The facts that each line of a words file rests on, looked up once.
    resting: BTreeMap<Span, Vec<String>>,
    /// The places whose words stand in the document.
    seen: BTreeSet<Span>,
}

impl<'a> Keys<'a> {
    fn of(desk: &'a Desk<'a>, facts: &Facts) -> Self {
        let (mut at, mut bare, mut subjects) = (BTreeMap::new(), BTreeSet::new(), BTreeSet::new());
        facts.each(&mut |way, span, _| {
            subjects.extend(way.split('.').next().map(str::to_owned));
            match span {
                Some(span) => drop(at.insert(span, way.to_owned())),
                None => drop(bare.insert(way.to_owned())),
            }
        });
        // A rating is written as ids, and the regulator’s words for them stand on a card.
        if let Some(rating) = &desk.home.home.rating {
            at.extend(rating.overall.iter().map(|word| (word.span, "home.rating.overall".to_owned())));
            at.extend(rating.each.iter().map(|rated| (rated.word.span, "home.rating.each.word".to_owned())));
        }
        Self { desk, at, bare, subjects, resting: BTreeMap::new(), seen: BTreeSet::new() }
    }

    /// A line with its keys, each once, in the order of their names.
    fn line(&mut self, line: text::Line) -> Line {
        let (mut from, mut rests_on) = (BTreeSet::new(), BTreeSet::new());
        for span in line.from.iter().filter_map(|from| from.fact) {
            self.seen.insert(span);
            from.extend(self.at.get(&span).cloned());
        }
        for span in line.from.iter().filter_map(|from| from.said) {
            rests_on.extend(self.resting(span).iter().cloned());
        }
        // An id, a yes and a no are in no words, and change them.
        from.extend(rests_on.iter().filter(|key| self.bare.contains(*key)).cloned());
        rests_on.retain(|key| !from.contains(key));
        Line {
            heading: line.heading,
            words: line.words,
            value: line.value,
            from: from.into_iter().collect(),
            rests_on: rests_on.into_iter().collect(),
        }
    }

    /// The facts that a line of a words file is said because of.
    fn resting(&mut self, span: Span) -> &[String] {
        let (desk, subjects) = (self.desk, &self.subjects);
        self.resting.entry(span).or_insert_with(|| {
            let Some(file) = desk.phrases.file(span.file) else { return Vec::new() };
            let asked = trace::governing(&file.letters, span.line, span.column);
            asked
                .into_iter()
                .filter(|way| way.split('.').next().is_some_and(|first| subjects.contains(first)))
                .collect()
        })
    }

    /// What is said at the keys of the lines. Words are among them where they stand in the document; an id, a yes or a no where a
    /// line rests on it or a duty of the Statement asks for it.
    fn facts(&self, facts: &Facts, parts: &[Part], duties: &[Duty]) -> BTreeMap<String, Vec<String>> {
        let lines = parts.iter().flat_map(|part| &part.lines);
        let mut wanted: BTreeSet<String> = lines.flat_map(|line| line.from.iter().cloned()).collect();
        let of_statement = |duty: &&Duty| duty.seen_on.iter().any(|page| page.starts_with("statement-of-purpose/"));
        for duty in duties.iter().filter(of_statement) {
            wanted.extend(duty.needs.iter().flat_map(Need::ways).map(|way| super::law::bare(way)));
        }
        let mut out = BTreeMap::<String, Vec<String>>::new();
        facts.each(&mut |way, span, words| {
            if span.map_or_else(|| wanted.contains(way), |span| self.seen.contains(&span)) {
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                out.entry(way.to_owned()).or_default().push(words);
            }
        });
        out
    }
}
