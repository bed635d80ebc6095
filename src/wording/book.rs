//! The rules' data files, and the rules made ready to be looked for.
//!
//! Comes from: `rules/*.yaml`. Goes to: `check`, which looks for them, and `explain`, which shows them.

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::pattern::{Pattern, patterns, roles};
use super::plain::data::{Data, Given, Meanings};
use super::rule::{Family, Rule};
use super::vocabulary::{Vocabulary, WordId};
use crate::failure::Failure;
use crate::finding::Severity;
use crate::prose::{Passage, Prose};

/// The files of rules, a family each.
const FILES: [(&str, &str); 20] = [
    ("permission", include_str!("rules/permission.yaml")),
    ("doing-to", include_str!("rules/doing-to.yaml")),
    ("blame", include_str!("rules/blame.yaml")),
    ("infantilising", include_str!("rules/infantilising.yaml")),
    ("deficit", include_str!("rules/deficit.yaml")),
    ("institutional", include_str!("rules/institutional.yaml")),
    ("task", include_str!("rules/task.yaml")),
    ("othering", include_str!("rules/othering.yaml")),
    ("hedge", include_str!("rules/hedge.yaml")),
    ("ageist", include_str!("rules/ageist.yaml")),
    ("dementia", include_str!("rules/dementia.yaml")),
    ("disability", include_str!("rules/disability.yaml")),
    ("sensory", include_str!("rules/sensory.yaml")),
    ("mental-health", include_str!("rules/mental-health.yaml")),
    ("end-of-life", include_str!("rules/end-of-life.yaml")),
    ("special", include_str!("rules/special.yaml")),
    ("jargon", include_str!("rules/jargon.yaml")),
    ("wordy", include_str!("rules/wordy.yaml")),
    ("plain", include_str!("rules/plain.yaml")),
    ("personal", include_str!("rules/personal.yaml")),
];

/// The letters of every data file of the linter.
#[derive(Debug, Clone)]
pub struct Letters {
    /// `vocabulary/grammar.yaml`.
    pub grammar: String,
    /// `vocabulary/roles.yaml`.
    pub roles: String,
    /// `vocabulary/sets.yaml`.
    pub sets: String,
    /// `vocabulary/lifts.yaml`.
    pub lifts: String,
    /// `vocabulary/initials.yaml`.
    pub initials: String,
    /// Each family's name with its file.
    pub rules: Vec<(String, String)>,
}

impl Letters {
    /// Those that are part of the program.
    #[must_use]
    pub fn built_in() -> Self {
        Self {
            grammar: include_str!("vocabulary/grammar.yaml").to_owned(),
            roles: include_str!("vocabulary/roles.yaml").to_owned(),
            sets: include_str!("vocabulary/sets.yaml").to_owned(),
            lifts: include_str!("vocabulary/lifts.yaml").to_owned(),
            initials: include_str!("vocabulary/initials.yaml").to_owned(),
            rules: FILES.map(|(name, letters)| (name.to_owned(), letters.to_owned())).to_vec(),
        }
    }
}

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
    pub(crate) needs: Vec<Pattern>,
    pub(crate) unless: Vec<Pattern>,
    pub(crate) headings: bool,
}

/// Patterns that lift a rule, wherever they stand in the sentence.
#[derive(Debug, Default)]
pub(crate) struct Lifting {
    pub(crate) law: Vec<Pattern>,
    pub(crate) choice: Vec<Pattern>,
    pub(crate) request: Vec<Pattern>,
    pub(crate) mention: Vec<Pattern>,
    pub(crate) defined: Vec<Pattern>,
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
    /// The patterns that a word anchors.
    pub(crate) anchored: FxHashMap<WordId, Vec<u32>>,
    /// The patterns that a person anchors, with who it may be.
    pub(crate) about: Vec<(u16, u32)>,
    pub(crate) lifting: Lifting,
    pub(crate) name_words: super::vocabulary::SetId,
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
        let lifts: LiftsFile = crate::read::ours(&letters.lifts).map_err(|why| wrong("vocabulary/lifts.yaml", why))?;
        let lifting = lifting(&lifts, &mut vocabulary).map_err(|why| wrong("vocabulary/lifts.yaml", why))?;
        let name_words = vocabulary.set(&lifts.names);
        let initials = crate::read::ours(&letters.initials).map_err(|why| wrong("vocabulary/initials.yaml", why))?;
        let mut book = Self {
            rules: Vec::new(),
            lifts: Vec::new(),
            instead: Vec::new(),
            data: Vec::new(),
            initials,
            vocabulary,
            cases: Vec::new(),
            patterns: Vec::new(),
            anchored: FxHashMap::default(),
            about: Vec::new(),
            lifting,
            name_words,
        };
        for (name, letters) in &letters.rules {
            let file: File = crate::read::ours(letters).map_err(|why| wrong(&format!("rules/{name}.yaml"), why))?;
            for rule in file.rules {
                let code = rule.code.clone();
                book.take(file.family, &file.lifts, rule).map_err(|why| wrong(&format!("rules/{name}.yaml: {code}"), why))?;
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
            let words = |remark: &super::Remark<'_>| prose.passages[remark.passage].text[remark.words.clone()].to_owned();
            let remarks = super::check::unsifted(&prose, self);
            remarks.iter().filter(|remark| remark.rule == rule.code).map(words).collect::<Vec<_>>()
        };
        let mut out = Vec::new();
        if rule.hits.len() < 3 || rule.misses.len() < 3 {
            out.push(format!("{}: it needs three hits and three near misses", rule.code));
        }
        for hit in &rule.hits {
            let marked = hit.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map(|(words, _)| words.to_owned());
            let found = found(unmarked(hit));
            let meets = |marked: &String| found.iter().any(|found| found.contains(marked.as_str()) || marked.contains(found.as_str()));
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

    fn take(&mut self, family: Family, lifts: &[Lift], written: Written) -> Result<(), String> {
        let rule = self.rules.len();
        for case in &written.cases {
            let number = self.cases.len();
            let subject = case.subject.as_deref().map(roles).transpose()?;
            let needs = all(&case.needs, &mut self.vocabulary)?;
            let unless = all(&case.unless, &mut self.vocabulary)?;
            self.cases.push(Ready { rule, subject, needs, unless, headings: case.headings });
            for pattern in all(&case.find, &mut self.vocabulary)? {
                if pattern.anchor.is_none() {
                    return Err("a pattern to find needs a word to look for".to_owned());
                }
                self.patterns.push((pattern, number));
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
        for (number, (pattern, _)) in (0..).zip(&self.patterns) {
            match pattern.anchor.map(|anchor| &pattern.nodes[anchor]) {
                Some(super::pattern::Node::Word(set)) => {
                    for word in self.vocabulary.members(*set) {
                        self.anchored.entry(word).or_default().push(number);
                    }
                }
                Some(super::pattern::Node::Phrase(roles)) => self.about.push((*roles, number)),
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

fn all(written: &[String], vocabulary: &mut Vocabulary) -> Result<Vec<Pattern>, String> {
    let mut out = Vec::new();
    for line in written {
        out.extend(patterns(line, vocabulary).map_err(|why| format!("“{line}”: {why}"))?);
    }
    Ok(out)
}

fn lifting(file: &LiftsFile, vocabulary: &mut Vocabulary) -> Result<Lifting, String> {
    Ok(Lifting {
        law: all(&file.law, vocabulary)?,
        choice: all(&file.choice, vocabulary)?,
        request: all(&file.request, vocabulary)?,
        mention: all(&file.mention, vocabulary)?,
        defined: all(&file.defined, vocabulary)?,
    })
}
