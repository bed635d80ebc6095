//! Whether the rules keep what their own examples promise.

use super::check::unsifted;
use crate::prose::{Passage, Prose};
use crate::remark::Remark;
use crate::rulebook::Rulebook;
use crate::rulebook::data::Data;
use crate::rulebook::rule::Rule;

impl Rulebook {
    /// What is not true of the rules' own examples: a hit that is not found as it is marked, a near miss that is, too few of them.
    #[must_use]
    pub fn disproved(&self) -> Vec<String> {
        self.rules.iter().zip(&self.data).flat_map(|(rule, data)| self.disproved_of(rule, data)).collect()
    }

    fn disproved_of(&self, rule: &Rule, data: &Data) -> Vec<String> {
        let found = |text: String| {
            let prose = example(text, data.counts);
            let words = |remark: &Remark<'_>| prose.passages[remark.passage].text[remark.words.clone()].to_owned();
            let remarks = unsifted(&prose, self);
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
}

/// An example as a text: a sentence, or Markdown for a rule that counts in whole texts.
fn example(text: String, whole: bool) -> Prose {
    let read = whole.then(|| crate::statement::statement("example.md".into(), text.as_bytes()));
    match read {
        Some(Ok(prose)) => prose,
        _ => Prose { passages: vec![Passage { text, ..Passage::default() }], ..Prose::default() },
    }
}

/// An example without the marks of its words. Brackets of a link stay: they mark its words as it is.
fn unmarked(hit: &str) -> String {
    if hit.contains("](") { hit.to_owned() } else { hit.replace(['[', ']'], "") }
}
