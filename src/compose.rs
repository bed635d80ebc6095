//! A home into Documents: the website's pages and the papers, in the words of the theme and the home's own.
//!
//! Comes from: [`Home`], [`Phrases`], a country's [`Profile`]. Goes to: `render`. Nothing is kept and nothing is read here.

mod cards;
mod contract;
mod drawings;
mod index;
pub mod pack;
pub mod papers;
mod photographs;
mod statement;
pub mod website;

use tera::Context;

use crate::country::Profile;
use crate::document::{Block, Document};
use crate::failure::Failure;
use crate::finding::Finding;
use crate::home::Home;
use crate::home::week::Week;
use crate::paper::Printed;
use crate::text::Public;
use crate::theme::Theme;
use crate::words::markdown::{self, Surroundings};
use crate::words::{Phrases, Unsaid, context};
use cards::Cards;

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
        let number = self.home.home.inspector_number.as_ref();
        let address = number.and_then(|number| self.profile.report_address(number.as_str()));
        context.insert("report_address", &address);
        context.insert("outside", &self.profile.outside);
        context.insert("rated", &self.home.home.rated(self.profile).is_some());
        context.insert("approved", &self.approval(statement::ID).is_some());
        // A week that is over is no week any more.
        if !self.home.week.holds(self.today) {
            context.insert("week", &Week::default());
        }
        context
    }

    /// One words file as a Document.
    fn document(
        &self,
        id: &str,
        words: &str,
        context: &Context,
        printed: &[Printed],
    ) -> Result<Document<Public>, Unsaid> {
        Ok(self.filled_in(id, &self.phrases.say(words, context)?, context, printed))
    }

    /// A words file that has been filled in as a Document.
    fn filled_in(&self, id: &str, markdown: &str, context: &Context, printed: &[Printed]) -> Document<Public> {
        let around = Surroundings {
            resolve: &|kind, id| self.resolve(kind, id, context, printed),
            pages: &pages_of(context),
            file: None,
        };
        Document { language: self.profile.language, ..markdown::document(id, markdown, around).0 }
    }

    /// A passage without headings, as blocks.
    fn passage(&self, words: &str, context: &Context, printed: &[Printed]) -> Result<Vec<Block<Public>>, Unsaid> {
        let markdown = self.phrases.say(words, context)?;
        let around = Surroundings {
            resolve: &|kind, id| self.resolve(kind, id, context, printed),
            pages: &pages_of(context),
            file: None,
        };
        Ok(markdown::blocks(&markdown, around))
    }

    /// What a mark in the words stands for.
    fn resolve(&self, kind: &str, id: &str, context: &Context, printed: &[Printed]) -> Vec<Block<Public>> {
        let cards = Cards { home: self.home, theme: self.theme, profile: self.profile, today: self.today };
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
            "papers" => self.papers_on_offer(printed),
            "photograph" if context.get("on_paper").is_none_or(|paper| !paper.is_truthy()) => {
                photographs::named(self, id).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }
}

/// The pages that a context's words may lead to.
fn pages_of(context: &Context) -> Vec<String> {
    let pages = context.get("_pages").and_then(tera::Value::as_array).unwrap_or_default();
    pages.iter().filter_map(tera::Value::as_str).map(str::to_owned).collect()
}
