//! A page that stands alone, with tables in it: what is different in a Statement, or what belongs in the regulator's form.

use serde::Serialize;
use tera::{Context, Tera};

use super::Version;
use crate::colour;
use crate::country::Profile;
use crate::failure::Failure;
use crate::theme::Theme;

/// How a page of ours begins, so that no other file is ever written over.
pub const BEGINS: &str = "<!DOCTYPE html><!-- homepack statement -->";

/// The look of every page for the office.
const STYLE: &str = "lint/report.css";

/// What a page says.
#[derive(Debug, Serialize)]
pub(super) struct Page<'a> {
    /// Its title.
    pub(super) title: &'a str,
    /// The home.
    pub(super) home: &'a str,
    /// What stands under the title, a paragraph each.
    pub(super) opening: Vec<String>,
    /// The home and its Statement, a label and a value each.
    pub(super) facts: Vec<(&'static str, String)>,
    /// The headings of the columns, the same in each table.
    pub(super) columns: Vec<String>,
    /// The tables.
    pub(super) tables: Vec<Table>,
    /// What stands at the end, a paragraph each.
    pub(super) closing: Vec<String>,
    /// Whether each row has a box to tick.
    pub(super) tick: bool,
}

/// A table of one part.
#[derive(Debug, Serialize)]
pub(super) struct Table {
    /// The part.
    pub(super) id: String,
    /// Its title.
    pub(super) heading: String,
    /// Its rows: in each cell lines, the first cell the row's heading.
    pub(super) rows: Vec<Vec<Vec<String>>>,
}

/// What the Statement says of the home and of whoever runs it, as far as it does.
pub(super) fn of_the_home(now: &Version, country: &Profile) -> Vec<(&'static str, String)> {
    let said = |key: &str| now.facts.get(key).map(|words| words.join(", ")).unwrap_or_default();
    let address = [said("home.address.lines"), said("home.address.postcode")];
    let address = address.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ");
    vec![
        ("Home", now.home.clone()),
        ("Address", address),
        ("The inspector’s number for it", said("home.inspector_number")),
        ("Who runs it", said("provider.name")),
        ("The inspector’s number for them", said("provider.inspector_number")),
        ("The inspector", country.regulator.name.clone()),
    ]
}

/// Words in a sentence: “a, b and c”.
pub(super) fn and(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// The page.
///
/// # Errors
/// A fault of the theme's template.
pub(super) fn written(theme: &Theme, page: &Page<'_>) -> Result<String, Failure> {
    let failed = |error: tera::Error| Failure::Theme(format!("statement/page.html: {error}"));
    let mut tera = Tera::new();
    tera.autoescape_on([".html"]);
    let files = [("page.html", "statement/page.html"), ("page.css", STYLE)];
    let letters = files.iter().map(|(name, path)| Ok((*name, theme.letters(path)?)));
    tera.add_raw_templates(letters.collect::<Result<Vec<_>, Failure>>()?).map_err(failed)?;
    let mut context = Context::new();
    context.insert("colour", &colour::colours(None));
    let style = tera.render("page.css", &context).map_err(failed)?;
    context.insert("style", &style);
    let facts: Vec<_> = page.facts.iter().filter(|(_, value)| !value.is_empty()).collect();
    context.insert("facts", &facts);
    context.insert("page", page);
    let letters = tera.render("page.html", &context).map_err(failed)?;
    Ok(format!("{BEGINS}\n{letters}"))
}
