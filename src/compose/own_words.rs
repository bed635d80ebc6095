//! What is wrong with the words files of a home's own.

use super::desk::{Desk, Troubles};
use crate::finding::{Finding, meant};
use crate::text::Span;

/// Notes the words files that stand in the place of none of the theme's: most likely they are misspelt.
pub(super) fn check(desk: &Desk<'_>, troubles: &mut Troubles) {
    let known: Vec<&str> = desk.phrases.of_the_theme().iter().map(|file| file.name.as_str()).collect();
    for own in desk.phrases.own() {
        let (name, file) = (own.name.as_str(), own.number);
        if !known.contains(&name) && !name.starts_with("passages/") {
            let help = meant(name, known.iter().copied()).unwrap_or_else(|| {
                "Give it the name of the page whose words it changes. A page of your own belongs in the folder pages.".to_owned()
            });
            troubles.findings.push(Finding::error(
                Span { file, line: 1, column: 1, width: 1 },
                format!("no page takes its words from {name}"),
                help,
            ));
        }
    }
}
