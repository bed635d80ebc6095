//! A home into Documents: the website's pages and the papers, in the words of the theme and the home's own.
//!
//! Comes from: [`Home`], [`Phrases`], a country's [`Profile`]. Goes to: `render`. Nothing is kept and nothing is read here.

mod cards;
mod filters;
mod index;
mod markdown;
mod phrases;
pub mod statement;
mod typeset;
pub mod website;

pub use markdown::slug;
pub use phrases::{Phrases, Unsaid, context};

use tera::Context;

use crate::document::{Block, Document, Inline, Target, Words};
use crate::failure::Failure;
use crate::finding::Finding;
use crate::home::Home;
use crate::paper::Printed;
use crate::regulation::Profile;
use crate::text::Public;
use crate::theme::Theme;
use cards::Cards;
use markdown::Surroundings;

/// Everything that composing a home rests on.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The home.
    pub home: &'a Home,
    /// The words, with the home's own over the theme's.
    pub phrases: &'a Phrases,
    /// The theme's plan and labels.
    pub theme: &'a Theme,
    /// The country's facts.
    pub profile: &'a Profile,
    /// Today, from the command line or the clock of `main`: who may be named depends on it.
    pub today: jiff::civil::Date,
}

/// What stood in the way of composing: mistakes in the home's own words, or a fault of the theme.
#[derive(Debug, Default)]
pub struct Troubles {
    /// Mistakes in the home's own files.
    pub findings: Vec<Finding>,
    /// The first fault of the theme.
    pub failure: Option<Failure>,
}

impl Troubles {
    fn add(&mut self, unsaid: Unsaid) {
        match unsaid {
            Unsaid::Own(finding) => self.findings.push(finding),
            Unsaid::Theme(failure) => self.failure = self.failure.take().or(Some(failure)),
        }
    }
}

impl Desk<'_> {
    /// The context of every words file of this home.
    fn context(&self) -> Context {
        let mut context = context(self.home, self.profile, self.today);
        let address = self.home.home.cqc_location_id.as_ref().map(|id| self.profile.report_address(id.as_str()));
        context.insert("report_address", &address);
        context.insert("approved", &self.approved());
        context
    }

    /// Whether somebody has approved the Statement of Purpose; a draft until then.
    fn approved(&self) -> bool {
        let statement = &self.home.statement;
        statement.approved_by.is_some() && statement.approved_on.is_some_and(|date| date.day() <= self.today)
    }

    /// One words file as a Document.
    fn document(
        &self,
        id: &str,
        words: &str,
        context: &Context,
        printed: &[Printed],
    ) -> Result<Document<Public>, Unsaid> {
        let markdown = self.phrases.say(words, context)?;
        let around =
            Surroundings { resolve: &|kind, id| self.resolve(kind, id, context, printed), pages: &pages_of(context) };
        Ok(markdown::document(id, &markdown, around).0)
    }

    /// A passage without headings, as blocks.
    fn passage(&self, words: &str, context: &Context, printed: &[Printed]) -> Result<Vec<Block<Public>>, Unsaid> {
        let markdown = self.phrases.say(words, context)?;
        let around =
            Surroundings { resolve: &|kind, id| self.resolve(kind, id, context, printed), pages: &pages_of(context) };
        Ok(markdown::blocks(&markdown, around))
    }

    /// What a mark in the words stands for.
    fn resolve(&self, kind: &str, id: &str, context: &Context, printed: &[Printed]) -> Vec<Block<Public>> {
        let cards = Cards { home: self.home, theme: self.theme, today: self.today };
        match kind {
            "contact" => cards.contact(id).into_iter().collect(),
            "contacts" => cards.contacts(id),
            "person" => cards.person(id).into_iter().collect(),
            "home" => vec![cards.home()],
            "quotes" => cards.quotes(id),
            "rating" => {
                let blocks = self.passage("passages/rating.md", context, printed).unwrap_or_default();
                cards.rating(blocks).into_iter().collect()
            }
            "paper" => self.paper_links(id, printed),
            _ => Vec::new(),
        }
    }

    /// Links to every edition of a paper, each with its format, size of print, pages and bytes.
    fn paper_links(&self, id: &str, printed: &[Printed]) -> Vec<Block<Public>> {
        let points: Vec<Vec<Block<Public>>> = printed
            .iter()
            .filter(|printed| printed.paper == id)
            .map(|printed| {
                let words = vec![Inline::Words(Words::new(self.described(printed), None))];
                vec![Block::Paragraph {
                    words: vec![Inline::Link { to: Target::Paper { file: printed.file.clone() }, words }],
                }]
            })
            .collect();
        if points.is_empty() { Vec::new() } else { vec![Block::List { points }] }
    }

    /// “Statement of Purpose, large print (PDF, 18 point, 24 pages, 310 KB)”.
    fn described(&self, printed: &Printed) -> String {
        let edition = self.theme.label(printed.edition.name()).to_lowercase();
        let pages = self.theme.label(if printed.pages == 1 { "page" } else { "pages" }).to_lowercase();
        let size = printed.bytes.div_ceil(1000);
        let (point, points) = (self.theme.label("point"), printed.edition.points());
        format!(
            "{}, {edition} (PDF, {points}\u{A0}{point}, {}\u{A0}{pages}, {size}\u{A0}KB)",
            printed.title, printed.pages
        )
    }
}

/// The pages that a context's words may lead to.
fn pages_of(context: &Context) -> Vec<String> {
    let pages = context.get("_pages").and_then(tera::Value::as_array).unwrap_or_default();
    pages.iter().filter_map(tera::Value::as_str).map(str::to_owned).collect()
}

/// The findings about contacts that stand in a document without their numbers, because nobody has checked them.
#[must_use]
pub fn unchecked_contacts(home: &Home, documents: &[&Document<Public>], today: jiff::civil::Date) -> Vec<Finding> {
    // Whatever is read of a contact, in a card or in a sentence, comes from its file.
    let mut shown = std::collections::BTreeSet::new();
    for document in documents {
        document.each_words(&mut |words| shown.extend(words.from.map(|span| span.file)));
    }
    let unchecked =
        home.contacts.iter().filter(|contact| contact.checked_on.is_none() && shown.contains(&contact.span.file));
    unchecked
        .filter_map(|contact| {
            let phone = contact.phones.first()?;
            let numbers: Vec<String> =
                contact.phones.iter().map(|phone| phone.number.shown().replace('\u{A0}', " ")).collect();
            let help = format!(
                "Ring {}. If they answer, add the line “checked_on: {}” to this file, with the day you rang.",
                numbers.join(" and "),
                today
            );
            Some(Finding::warning(
                phone.number.span(),
                format!("the number of {} is left out until somebody has rung it", contact.name),
                help,
            ))
        })
        .collect()
}
