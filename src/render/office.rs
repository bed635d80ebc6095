//! A page for the office or the team as one file of HTML that stands alone: no script, no picture, nothing from anybody else.
//!
//! Comes from: `print_run`, or `inspection`. Goes to: the private folder, or where somebody asked for it.

use tera::{Context, Tera};

use super::markup::{Around, Spelling, body};
use crate::colour;
use crate::document::{Target, all_letters};
use crate::failure::Failure;
use crate::paper::Paper;
use crate::text::Audience;
use crate::theme::Theme;

/// The page, and the style sheet it shares with the linter's.
const PAGE: &str = "office/page.html";
const STYLE: &str = "lint/report.css";

/// The page.
///
/// # Errors
/// A fault of the theme's template.
pub fn page<A: Audience>(paper: &Paper<A>, theme: &Theme, leads: Leads) -> Result<String, Failure> {
    let failed = |error: tera::Error| Failure::Theme(format!("{PAGE}: {error}"));
    let mut tera = Tera::new();
    tera.autoescape_on([".html"]);
    tera.add_raw_templates([(PAGE, theme.letters(PAGE)?), (STYLE, theme.letters(STYLE)?)]).map_err(failed)?;
    let mut context = Context::new();
    context.insert("colour", &colour::colours(None));
    let style = tera.render(STYLE, &context).map_err(failed)?;
    context.insert("style", &style);
    context.insert("above", &paper.home);
    context.insert("title", &all_letters(&paper.document.title));
    context.insert("body", &body(&paper.document, &Alone(leads)));
    tera.render(PAGE, &context).map_err(failed)
}

/// Whether the words of a page lead to somebody else's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// They lead nowhere.
    Nowhere,
    /// Whoever clicks comes to pages of others.
    Outside,
}

/// A page that stands alone: nothing is shown on it but its words.
struct Alone(Leads);

impl Around for Alone {
    fn spelling(&self) -> Spelling {
        Spelling::Html
    }

    fn outside(&self, to: &Target) -> Option<String> {
        match (self.0, to) {
            (Leads::Outside, Target::Web { address }) => Some(address.clone()),
            _ => None,
        }
    }
}
