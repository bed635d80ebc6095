//! The papers that a page offers: links to every form, each with its format, size of print, pages and bytes.

use super::lines::fixed_line;
use crate::document::{Block, Fact, Inline, Target};
use crate::paper::{Edition, Form, Printed};
use crate::text::Public;
use crate::theme::Theme;

/// A paper by its name, with links to every form beside it.
pub(super) fn links(theme: &Theme, id: &str, printed: &[Printed]) -> Vec<Block<Public>> {
    named(offered(theme, id, printed).into_iter().collect())
}

/// Every paper with its links, in the order of the theme. The parts of the Statement are on its own page.
pub(super) fn all(theme: &Theme, printed: &[Printed]) -> Vec<Block<Public>> {
    named(theme.plan.papers.iter().filter_map(|plan| offered(theme, plan.id.as_str(), printed)).collect())
}

/// Papers with their links; nothing where there are none.
fn named(facts: Vec<Fact<Public>>) -> Vec<Block<Public>> {
    if facts.is_empty() { Vec::new() } else { vec![Block::Facts { facts }] }
}

/// One paper: it is named once, and its forms stand beside it. None where it was not made.
fn offered(theme: &Theme, id: &str, printed: &[Printed]) -> Option<Fact<Public>> {
    let forms: Vec<&Printed> = printed.iter().filter(|printed| printed.paper == id).collect();
    let label = fixed_line(&forms.first()?.title);
    let points = forms.into_iter().map(|printed| vec![link(theme, printed)]).collect();
    Some(Fact { label, value: vec![Block::List { points }] })
}

/// A link to one form, on a line of its own.
fn link(theme: &Theme, printed: &Printed) -> Block<Public> {
    let to = Target::Paper { file: printed.file.clone() };
    Block::Paragraph { words: vec![Inline::Link { to, words: fixed_line(&described(theme, printed)) }] }
}

/// “Statement of Purpose, large print (PDF, 18 point, 24 pages, 310 KB)”.
fn described(theme: &Theme, printed: &Printed) -> String {
    let form = printed.form.map_or_else(String::new, |form| format!(", {}", form_in_words(theme, form)));
    format!("{}{form} ({})", printed.title, printed.described)
}

/// “large print”; “A4 for a wall”.
fn form_in_words(theme: &Theme, form: Form) -> String {
    let label = theme.label(form.spelling());
    let is_print = Edition::ALL.iter().any(|edition| edition.name() == form.spelling());
    if is_print { label.to_lowercase() } else { label.to_owned() }
}
