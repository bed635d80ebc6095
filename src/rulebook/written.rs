//! The rules' data files: how they are written, and their way into a book of rules.
//!
//! Comes from: `rules/*.yaml`, through `letters`. Goes to: a [`Rulebook`].

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::anchors::Anchored;
use super::data::{Data, Given};
use super::family::Family;
use super::letters::Letters;
use super::pattern::{Pattern, patterns, roles};
use super::rule::Rule;
use super::vocabulary::Vocabulary;
use super::{Damaged, Instead, Lift, Lifting, Ready, Rulebook, Stands};
use crate::ours;
use crate::severity::Severity;

/// The file of what makes wording right.
const LIFTS: &str = "vocabulary/lifts.yaml";

/// The file of those who ask for rules.
const SOURCES: &str = "rules/sources.yaml";

/// One family's file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    family: Family,
    /// What lifts its rules, unless a rule keeps to its word.
    lifts: Vec<Lift>,
    rules: Vec<Written>,
}

/// A rule as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    code: String,
    /// What it is about, where it is not what its file is about.
    #[serde(default)]
    family: Option<Family>,
    severity: Level,
    message: String,
    why: String,
    say: String,
    #[serde(default)]
    sources: Vec<String>,
    /// None where the rule only counts.
    #[serde(default)]
    cases: Vec<Case>,
    /// What it counts with, where it counts: `plain` and `personal` look for it.
    #[serde(default)]
    data: Option<Given>,
    /// What does not lift this rule.
    #[serde(default)]
    keeps: Vec<Lift>,
    /// What lifts this rule beside those of its family.
    #[serde(default)]
    lifts: Vec<Lift>,
    /// Better words for those that are pointed out, where they fit as they are.
    #[serde(default)]
    instead: Vec<Instead>,
    hits: Vec<String>,
    misses: Vec<String>,
}

/// One way in which a rule's wording is met.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    find: Vec<String>,
    /// Who does it, or is it: roles. Anybody where it is left out.
    #[serde(default)]
    subject: Option<String>,
    /// Somewhere in the sentence one of these must stand.
    #[serde(default)]
    needs: Vec<String>,
    /// None of these may stand in the sentence.
    #[serde(default)]
    unless: Vec<String>,
    /// Only in a heading.
    #[serde(default)]
    headings: bool,
}

/// How much a rule matters, as it is written.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Level {
    Error,
    Warning,
    Hint,
}

/// `lifts.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LiftsFile {
    law: Vec<String>,
    choice: Vec<String>,
    request: Vec<String>,
    mention: Vec<String>,
    defined: Vec<String>,
    /// Words that a name of several words is known by: “Act”, “Society”.
    names: Vec<String>,
}

impl Rulebook {
    /// The rules of some data files.
    ///
    /// # Errors
    /// The first thing that is not as it should be, with the file and the rule.
    pub fn of(letters: &Letters) -> Result<Self, Damaged> {
        let mut vocabulary = Vocabulary::of(letters)?;
        let lifts: LiftsFile = ours::read(&letters.lifts).map_err(|why| Damaged::of(LIFTS, why))?;
        let mut standing = Standing::default();
        let lifting = lifting(&lifts, &mut standing, &mut vocabulary).map_err(|why| Damaged::of(LIFTS, why))?;
        let names = lifts.names.iter().map(|name| vocabulary.id(name)).collect();
        let name_words = vocabulary.set(names);
        let initials = ours::read(&letters.initials).map_err(|why| Damaged::of("vocabulary/initials.yaml", why))?;
        let sources: BTreeMap<String, String> =
            ours::read(&letters.sources).map_err(|why| Damaged::of(SOURCES, why))?;
        let mut book = Self {
            rules: Vec::new(),
            lifts: Vec::new(),
            instead: Vec::new(),
            data: Vec::new(),
            initials,
            vocabulary,
            cases: Vec::new(),
            patterns: Vec::new(),
            standing: Vec::new(),
            anchored: Anchored::default(),
            about: Vec::new(),
            done: Vec::new(),
            lifting,
            name_words,
        };
        for (name, letters) in &letters.rules {
            let file: File = ours::read(letters).map_err(|why| Damaged::of(format!("rules/{name}.yaml"), why))?;
            for rule in file.rules {
                let code = rule.code.clone();
                book.take(file.family, &file.lifts, rule, &mut standing)
                    .map_err(|why| Damaged::of(format!("rules/{name}.yaml: {code}"), why))?;
            }
        }
        book.standing = standing.patterns;
        for rule in &mut book.rules {
            for source in &mut rule.sources {
                let name = sources.get(source);
                let unknown = || Damaged::of(SOURCES, format!("{}: nobody is called {source}", rule.code));
                *source = name.cloned().ok_or_else(unknown)?;
            }
        }
        book.index();
        Ok(book)
    }

    fn take(
        &mut self,
        family: Family,
        lifts: &[Lift],
        written: Written,
        standing: &mut Standing,
    ) -> Result<(), String> {
        let rule = self.rules.len();
        for case in &written.cases {
            let number = self.cases.len();
            let subject = case.subject.as_deref().map(roles).transpose()?;
            let needs = standing.take(&case.needs, &mut self.vocabulary)?;
            let unless = standing.take(&case.unless, &mut self.vocabulary)?;
            self.cases.push(Ready { rule, subject, needs, unless, headings: case.headings });
            for line in &case.find {
                let found = lines(line, &mut self.vocabulary)?;
                if found.iter().any(|pattern| pattern.anchor.is_none()) {
                    return Err(format!("“{line}”: a pattern to find needs a word to look for"));
                }
                self.patterns.extend(found.into_iter().map(|pattern| (pattern, number)));
            }
        }
        let kept = lifts.iter().chain(&written.lifts).filter(|lift| !written.keeps.contains(lift));
        self.lifts.push(kept.copied().collect());
        self.instead.push(written.instead);
        self.data.push(Data::of(written.data, &mut self.vocabulary)?);
        self.rules.push(Rule {
            code: written.code,
            family: written.family.unwrap_or(family),
            severity: match written.severity {
                Level::Error => Severity::Error,
                Level::Warning => Severity::Warning,
                Level::Hint => Severity::Hint,
            },
            message: written.message,
            why: written.why,
            say: written.say,
            sources: written.sources,
            hits: written.hits,
            misses: written.misses,
        });
        Ok(())
    }
}

/// The patterns that may stand anywhere, each line of them read once.
#[derive(Default)]
struct Standing {
    patterns: Vec<Pattern>,
    lines: FxHashMap<String, Range<u32>>,
}

impl Standing {
    fn take(&mut self, written: &[String], vocabulary: &mut Vocabulary) -> Result<Stands, String> {
        let mut out = Stands::new();
        for line in written.iter().map(|line| line.trim()) {
            if !self.lines.contains_key(line) {
                let from = self.next();
                self.patterns.extend(lines(line, vocabulary)?);
                self.lines.insert(line.to_owned(), from..self.next());
            }
            out.extend(self.lines[line].clone());
        }
        Ok(out)
    }

    fn next(&self) -> u32 {
        u32::try_from(self.patterns.len()).expect("there are fewer than 4,294,967,296 patterns")
    }
}

fn lines(line: &str, vocabulary: &mut Vocabulary) -> Result<Vec<Pattern>, String> {
    patterns(line, vocabulary).map_err(|why| format!("“{line}”: {why}"))
}

fn lifting(file: &LiftsFile, standing: &mut Standing, vocabulary: &mut Vocabulary) -> Result<Lifting, String> {
    Ok(Lifting {
        law: standing.take(&file.law, vocabulary)?,
        choice: standing.take(&file.choice, vocabulary)?,
        request: standing.take(&file.request, vocabulary)?,
        mention: standing.take(&file.mention, vocabulary)?,
        defined: standing.take(&file.defined, vocabulary)?,
    })
}
