//! Do the facts agree: two places of one home's files held against each other, by rules that are data.
//!
//! Comes from: [`crate::check::Facts`] and `duties/facts-agree.yaml`. Goes to: the points of an inspection.

mod kinds;
mod taken;

use regex::Regex;

use super::places::{Root, Spoken};
use crate::country::Profile;
use crate::duties::{Agreement, Kind, Ways, Where, agreements};
use crate::failure::Failure;
use crate::read;
use crate::severity::Severity;
use crate::source::Sources;
use crate::text::Span;
use taken::{Taken, Taking, any_of};

/// The rules, with everything they look for made ready.
#[derive(Debug)]
pub struct Agreements(Vec<Rule>);

/// A rule made ready.
#[derive(Debug)]
struct Rule {
    asked: Agreement,
    first: Taking,
    second: Taking,
    words: Option<Regex>,
    without: Option<Regex>,
    unless: Option<Regex>,
    unless_near: Option<Regex>,
    where_first: Option<Regex>,
    where_second: Option<Regex>,
}

/// Two facts that do not agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The rule.
    pub id: String,
    /// How much it matters.
    pub severity: Severity,
    /// Where the second stands, or the first where the second is not of the home's files.
    pub span: Option<Span>,
    /// What is wrong, with both places.
    pub says: String,
    /// What to do.
    pub write: String,
}

/// The files of a home, in which a place of a fact is looked for.
#[derive(Clone, Copy)]
pub struct Files<'a> {
    /// Everything that was read.
    pub sources: &'a Sources,
    /// The home.
    pub place: &'a read::Place,
}

/// Two places that do not agree, as a rule finds them.
struct Found<'a> {
    first: Taken<'a>,
    second: Option<Taken<'a>>,
}

impl Agreements {
    /// Reads the rules and makes them ready.
    ///
    /// # Errors
    /// A fault of our own file, which a test would have found.
    pub fn new() -> Result<Self, Failure> {
        agreements()?.into_iter().map(Rule::new).collect::<Result<_, _>>().map(Self)
    }

    /// Where the facts of a home do not agree, by all rules that matter at least so much.
    #[must_use]
    pub(super) fn broken(
        &self,
        root: &Root<'_>,
        country: &Profile,
        files: Files<'_>,
        least: Severity,
    ) -> Vec<Disagreement> {
        let here = |rule: &&Rule| {
            rule.asked.severity <= least && rule.asked.country.as_ref().is_none_or(|only| *only == country.id)
        };
        self.0.iter().filter(here).flat_map(|rule| rule.broken(root, files)).collect()
    }
}

impl Rule {
    fn new(asked: Agreement) -> Result<Self, Failure> {
        let ours = |why: regex::Error| Failure::Asked(format!("duties/facts-agree.yaml, {}: {why}", asked.id));
        let first = if asked.patterns_first.is_empty() { &asked.patterns } else { &asked.patterns_first };
        Ok(Self {
            first: Taking::new(asked.take, first, &[]).map_err(ours)?,
            second: Taking::new(asked.take, &asked.patterns, &asked.with).map_err(ours)?,
            words: any_of(&asked.words).map_err(ours)?,
            without: any_of(&asked.without).map_err(ours)?,
            unless: any_of(&asked.unless).map_err(ours)?,
            unless_near: any_of(&asked.unless_near).map_err(ours)?,
            where_first: beside(asked.where_first.as_ref()).map_err(ours)?,
            where_second: beside(asked.where_second.as_ref()).map_err(ours)?,
            asked,
        })
    }

    /// Whether a sentence of a text may contradict. What begins with ^ looks at the beginning of a sentence, and so at each.
    fn may_stand_in(&self, words: &str) -> bool {
        let looks_inside = self.without.is_none() && !self.asked.words.iter().any(|words| words.starts_with('^'));
        !looks_inside || self.words.as_ref().is_some_and(|looked_for| looked_for.is_match(words))
    }

    /// Where the facts do not agree; an entry each, and the same pair once.
    fn broken(&self, root: &Root<'_>, files: Files<'_>) -> Vec<Disagreement> {
        if self.asked.unless_said.as_ref().is_some_and(|way| !root.at(way).is_empty()) {
            return Vec::new();
        }
        let mut found: Vec<Disagreement> = Vec::new();
        for one in kinds::broken(self, root) {
            let said = self.disagreement(&one, files);
            if !found.contains(&said) {
                found.push(said);
            }
        }
        found
    }

    /// What is said of two places.
    fn disagreement(&self, found: &Found<'_>, files: Files<'_>) -> Disagreement {
        let second = found.second.as_ref().unwrap_or(&found.first);
        let says = self.asked.finding.replace("{first}", &found.first.shown).replace("{second}", &second.shown);
        let says = says.replace("{first_at}", &place(&found.first.place, files));
        let says = says.replace("{second_at}", &place(&second.place, files));
        // What is in no list stands alone; elsewhere the second is what somebody wrote later, and more often the one to change.
        let (to_mend, other) = match self.asked.kind {
            Kind::InList | Kind::Covers => (&found.first, second),
            _ => (second, &found.first),
        };
        Disagreement {
            id: self.asked.id.clone(),
            severity: self.asked.severity,
            span: files.span(&to_mend.place).or_else(|| files.span(&other.place)),
            says,
            write: self.asked.to_do().to_owned(),
        }
    }

    /// The places of the first of the two.
    fn firsts<'a>(&'a self, root: &Root<'a>) -> Vec<Spoken<'a>> {
        narrowed(places(root, &self.asked.both.0), self.asked.where_first.as_ref(), self.where_first.as_ref())
    }

    /// The places of the second of the two.
    fn seconds<'a>(&'a self, root: &Root<'a>) -> Vec<Spoken<'a>> {
        narrowed(places(root, &self.asked.both.1), self.asked.where_second.as_ref(), self.where_second.as_ref())
    }
}

impl Files<'_> {
    /// Where a value was written. What carries no place of its own has that of its key, or of the nearest word beside it.
    pub(super) fn span(self, place: &Spoken<'_>) -> Option<Span> {
        let key = || read::key(self.sources, self.place, place.way);
        place.own_span().or_else(key).or_else(|| place.span_beside())
    }
}

/// The words of which one stands beside a place that counts.
fn beside(wanted: Option<&Where>) -> Result<Option<Regex>, regex::Error> {
    wanted.map_or(Ok(None), |wanted| any_of(&wanted.words))
}

/// All values at some ways.
fn places<'a>(root: &Root<'a>, ways: &'a Ways) -> Vec<Spoken<'a>> {
    ways.each().iter().flat_map(|way| root.at(way)).collect()
}

/// Only those in whose entry one of some words stands at a key.
fn narrowed<'a>(places: Vec<Spoken<'a>>, wanted: Option<&'a Where>, words: Option<&Regex>) -> Vec<Spoken<'a>> {
    let (Some(wanted), Some(words)) = (wanted, words) else { return places };
    let stands = |place: &Spoken<'a>| {
        place.beside(&wanted.key).iter().filter_map(Spoken::words).any(|said| words.is_match(said))
    };
    places.into_iter().filter(stands).collect()
}

/// A place as a sentence names it.
fn place(place: &Spoken<'_>, files: Files<'_>) -> String {
    let span = files.span(place);
    let file = span.and_then(|span| files.sources.get(span.file));
    match (span, file) {
        (Some(span), Some(source)) => {
            let name = source.path.components().rev().take(2).map(|part| part.as_str()).collect::<Vec<_>>();
            let name = match name.as_slice() {
                [file, folder] if ["contacts", "services", "pages"].contains(folder) => format!("{folder}/{file}"),
                [file, ..] => (*file).to_owned(),
                [] => String::new(),
            };
            format!("{name}, line {}", span.line)
        }
        _ => place.way.to_owned(),
    }
}

#[cfg(test)]
mod tests;
