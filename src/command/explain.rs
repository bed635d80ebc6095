//! `homepack explain`: a rule's page, or the list of all rules.

use clap::Args;

use super::FINE;
use crate::failure::Failure;
use crate::finding::meant;
use crate::report;
use crate::rulebook::Rulebook;
use crate::rulebook::rule::Rule;
use crate::wording::page;

/// What `homepack explain` takes.
#[derive(Debug, Args)]
pub struct Explain {
    /// The rule, as it stands in a finding. Without one you get the list of all rules.
    pub rule: Option<String>,
}

impl Explain {
    /// Prints the page; the number is the program's exit code.
    ///
    /// # Errors
    /// Where there is no such rule.
    pub fn run(&self) -> Result<u8, Failure> {
        let rules = page::every(&Rulebook::built_in()?);
        let Some(code) = &self.rule else {
            let line = |rule: &Rule| format!("  {:<32}{}\n", rule.code, page::title(rule));
            report::all(page::contents(&rules, line).trim_start());
            return Ok(FINE);
        };
        let Some(rule) = rules.iter().find(|rule| rule.code == *code) else {
            let help = meant(code, rules.iter().map(|rule| rule.code.as_str()))
                .unwrap_or_else(|| "Type “homepack explain” for the list of all rules.".to_owned());
            return Err(Failure::NoneOf { what: "rule".to_owned(), asked: code.clone(), help });
        };
        report::all(&page::written(rule));
        Ok(FINE)
    }
}
