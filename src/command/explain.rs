//! `homepack explain`: what a key, a file or a rule is about, or the lists of all of them.

use clap::Args;

use super::FINE;
use crate::country;
use crate::duties;
use crate::failure::Failure;
use crate::finding::meant;
use crate::keys::{self, Answer, Key};
use crate::report;
use crate::rulebook::Rulebook;
use crate::rulebook::rule::Rule;
use crate::wording::page;

/// What `homepack explain` takes.
#[derive(Debug, Args)]
pub struct Explain {
    /// A key such as `kinds_of_places`, the way to one (rooms.kinds.number), a file (rooms.yaml), a rule of the linter, what `check` names
    /// (sop-aims), or words to look for
    /// among the meanings of keys. Without it you get the list of all files and rules.
    #[arg(value_name = "KEY|FILE|RULE|WORDS")]
    pub what: Vec<String>,
}

impl Explain {
    /// Prints the page; the number is the program's exit code.
    ///
    /// # Errors
    /// Where there is nothing of that name and no key is about those words.
    pub fn run(&self) -> Result<u8, Failure> {
        let asked = self.what.join(" ");
        let rules = page::every(&Rulebook::built_in()?);
        if asked.is_empty() {
            let line = |rule: &Rule| format!("  {:<32}{}\n", rule.code, page::title(rule));
            report::all(&format!(
                "Files of a home\n{}\n{}",
                keys::contents(),
                page::contents(&rules, line).trim_start()
            ));
            return Ok(FINE);
        }
        if let Some(rule) = rules.iter().find(|rule| rule.code == asked) {
            report::all(&page::written(rule));
            return Ok(FINE);
        }
        let countries: Vec<&str> = country::ids().collect();
        if let Some(page) = duties::explained(&asked, &countries)? {
            report::all(&page);
            return Ok(FINE);
        }
        match keys::asked(&asked) {
            Answer::File(file) => report::all(&keys::listed(file)),
            Answer::Key(key) => report::all(&keys::written(key)),
            Answer::Several(several) => report::all(&many(&several)),
            Answer::Nothing(help) => {
                let named = duties::names(&countries)?;
                let known = rules.iter().map(|rule| rule.code.as_str()).chain(named.iter().map(String::as_str));
                let help = meant(&asked, known).or(help).unwrap_or_else(|| {
                    "Type “homepack explain” for the list of all files and rules, and “homepack explain rooms.yaml” for the keys of a file.".to_owned()
                });
                return Err(Failure::NoneOf { what: "key, file or rule".to_owned(), asked, help });
            }
        }
        Ok(FINE)
    }
}

/// Several keys, a line each.
fn many(keys: &[&Key]) -> String {
    let width = keys.iter().map(|key| key.path().chars().count()).max().unwrap_or(0) + 2;
    let mut out = String::new();
    for key in keys {
        let path = key.path();
        out.push_str(&format!("  {path:<width$}{}\n", key.meaning));
    }
    out.push_str("\nType “homepack explain” with one of these for its page.\n");
    out
}
