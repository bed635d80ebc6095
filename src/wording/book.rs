//! The rules' data files, and the rules made ready to be looked for.
//!
//! Comes from: `rules/*.yaml`. Goes to: `check`, which looks for them, and `explain`, which shows them.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::letters::{Letters, data};
use super::pattern::{Pattern, patterns, roles};
use super::plain::data::{Data, Given, Meanings};
use super::rule::{Family, Rule};
use super::vocabulary::{SetId, Vocabulary};
use crate::failure::Failure;
use crate::finding::Severity;
use crate::prose::{Passage, Prose};

/// What makes wording right that is wrong elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Lift {
    /// “You do not need permission.”
    Negation,
    /// Words that are spoken about, not used.
    Quotation,
    /// The name of a law, a society, a person.
    Name,
    /// The law says so, or binds the home.
    Law,
    /// The person asked for it.
    Choice,
    /// A polite request with its reason.
    Request,
    /// “Nothing is out of bounds”, “nobody has to”: it is said of nobody.
    Nobody,
}

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

/// Better words.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Instead {
    /// What stands there, in any form.
    pub(crate) of: String,
    /// What to write.
    pub(crate) write: String,
    /// Whether it may be changed without asking.
    #[serde(default)]
    pub(crate) certain: bool,
}

/// How much a rule matters, as it is written.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Level {
    Error,
    Warning,
    Hint,
}

/// One way to find a rule's wording, ready.
#[derive(Debug)]
pub(crate) struct Ready {
    pub(crate) rule: usize,
    pub(crate) subject: Option<u16>,
    pub(crate) needs: Stands,
    pub(crate) unless: Stands,
    pub(crate) headings: bool,
}

/// Patterns that stand anywhere in the sentence or not, by their numbers in [`Rulebook::standing`].
pub(crate) type Stands = Vec<u32>;

/// A pattern that may stand at a word, with what is quick to look at first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    /// Its number in [`Rulebook::patterns`].
    pub(crate) number: u32,
    /// What the word after is.
    pub(crate) after: Option<SetId>,
    /// What the word before is.
    pub(crate) before: Option<SetId>,
}

/// Patterns that lift a rule, wherever they stand in the sentence.
#[derive(Debug, Default)]
pub(crate) struct Lifting {
    pub(crate) law: Stands,
    pub(crate) choice: Stands,
    pub(crate) request: Stands,
    pub(crate) mention: Stands,
    pub(crate) defined: Stands,
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

/// All rules, ready.
#[derive(Debug)]
pub struct Rulebook {
    /// In the order of their files.
    pub rules: Vec<Rule>,
    /// What lifts each rule.
    pub(crate) lifts: Vec<Vec<Lift>>,
    pub(crate) instead: Vec<Vec<Instead>>,
    /// What each rule counts with.
    pub(crate) data: Vec<Data>,
    pub(crate) initials: Meanings,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) cases: Vec<Ready>,
    pub(crate) patterns: Vec<(Pattern, usize)>,
    /// The patterns that may stand anywhere in a sentence; cases and lifts share them.
    pub(crate) standing: Vec<Pattern>,
    /// The patterns that a word anchors, by the word's number.
    pub(crate) anchored: Vec<Vec<Candidate>>,
    /// The patterns that a person anchors, with who it may be.
    pub(crate) about: Vec<(u16, u32)>,
    /// The patterns that any past participle anchors.
    pub(crate) done: Vec<u32>,
    pub(crate) lifting: Lifting,
    pub(crate) name_words: SetId,
}

impl Rulebook {
    /// The rules that are part of the program.
    ///
    /// # Errors
    /// Where a data file of ours is not as it should be; a test forbids that.
    pub fn built_in() -> Result<Self, Failure> {
        Self::of(&Letters::built_in())
    }

    /// The rules of some data files.
    ///
    /// # Errors
    /// The first thing that is not as it should be, with the file and the rule.
    pub fn of(letters: &Letters) -> Result<Self, Failure> {
        let mut vocabulary = Vocabulary::of(letters)?;
        let wrong = |name: &str, why: String| Failure::Theme(format!("wording/{name}: {why}"));
        let lifts: LiftsFile = data(&letters.lifts).map_err(|why| wrong("vocabulary/lifts.yaml", why))?;
        let mut standing = Standing::default();
        let lifting =
            lifting(&lifts, &mut standing, &mut vocabulary).map_err(|why| wrong("vocabulary/lifts.yaml", why))?;
        let names = lifts.names.iter().map(|name| vocabulary.id(name)).collect();
        let name_words = vocabulary.set(names);
        let initials = data(&letters.initials).map_err(|why| wrong("vocabulary/initials.yaml", why))?;
        let sources: BTreeMap<String, String> =
            data(&letters.sources).map_err(|why| wrong("rules/sources.yaml", why))?;
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
            anchored: Vec::new(),
            about: Vec::new(),
            done: Vec::new(),
            lifting,
            name_words,
        };
        for (name, letters) in &letters.rules {
            let file: File = data(letters).map_err(|why| wrong(&format!("rules/{name}.yaml"), why))?;
            for rule in file.rules {
                let code = rule.code.clone();
                book.take(file.family, &file.lifts, rule, &mut standing)
                    .map_err(|why| wrong(&format!("rules/{name}.yaml: {code}"), why))?;
            }
        }
        book.standing = standing.patterns;
        for rule in &mut book.rules {
            for source in &mut rule.sources {
                *source = sources
                    .get(source)
                    .ok_or_else(|| wrong("rules/sources.yaml", format!("{}: nobody is called {source}", rule.code)))?
                    .clone();
            }
        }
        book.index();
        Ok(book)
    }

    /// The rule with a code.
    #[must_use]
    pub fn rule(&self, code: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.code == code)
    }

    /// What is not true of the rules' own examples: a hit that is not found as it is marked, a near miss that is, too few of them.
    #[must_use]
    pub fn disproved(&self) -> Vec<String> {
        self.rules.iter().zip(&self.data).flat_map(|(rule, data)| self.disproved_of(rule, data)).collect()
    }

    fn disproved_of(&self, rule: &Rule, data: &Data) -> Vec<String> {
        let found = |text: String| {
            let prose = example(text, data.counts);
            let words =
                |remark: &super::Remark<'_>| prose.passages[remark.passage].text[remark.words.clone()].to_owned();
            let remarks = super::check::unsifted(&prose, self);
            remarks.iter().filter(|remark| remark.rule == rule.code).map(words).collect::<Vec<_>>()
        };
        let mut out = Vec::new();
        if rule.hits.len() < 3 || rule.misses.len() < 3 {
            out.push(format!("{}: it needs three hits and three near misses", rule.code));
        }
        for hit in &rule.hits {
            let marked =
                hit.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map(|(words, _)| words.to_owned());
            let found = found(unmarked(hit));
            let meets = |marked: &String| {
                found.iter().any(|found| found.contains(marked.as_str()) || marked.contains(found.as_str()))
            };
            if !marked.as_ref().is_some_and(meets) {
                out.push(format!("{}: finds {found:?} in “{hit}”", rule.code));
            }
        }
        for miss in &rule.misses {
            let found = found(miss.clone());
            if !found.is_empty() {
                out.push(format!("{}: finds {found:?} in the near miss “{miss}”", rule.code));
            }
        }
        out
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

    /// Files each pattern under the words that anchor it.
    fn index(&mut self) {
        self.anchored.resize(self.vocabulary.len(), Vec::new());
        for (number, (pattern, _)) in (0..).zip(&self.patterns) {
            match pattern.anchor.map(|anchor| &pattern.nodes[anchor]) {
                Some(super::pattern::Node::Word(set)) => {
                    let (after, before) = pattern.beside();
                    for word in &self.vocabulary.members(*set).words {
                        self.anchored[*word as usize].push(Candidate { number, after, before });
                    }
                }
                Some(super::pattern::Node::Phrase(roles)) => self.about.push((*roles, number)),
                Some(super::pattern::Node::Participle(_)) => self.done.push(number),
                _ => {}
            }
        }
    }
}

/// An example as a text: a sentence, or Markdown for a rule that counts in whole texts.
fn example(text: String, whole: bool) -> Prose {
    let read = whole.then(|| crate::read::statement::statement("example.md".into(), text.as_bytes()));
    match read {
        Some(Ok(prose)) => prose,
        _ => Prose { passages: vec![Passage { text, ..Passage::default() }], ..Prose::default() },
    }
}

/// An example without the marks of its words. Brackets of a link stay: they mark its words as it is.
fn unmarked(hit: &str) -> String {
    if hit.contains("](") { hit.to_owned() } else { hit.replace(['[', ']'], "") }
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
        for line in written {
            if !self.lines.contains_key(line) {
                let from = self.next();
                self.patterns.extend(lines(line, vocabulary)?);
                self.lines.insert(line.clone(), from..self.next());
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
