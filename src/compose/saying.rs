//! A words file as a Document or a passage, with what its marks stand for.

use super::cards::Cards;
use super::desk::{Desk, Medium};
use super::{offers, photographs};
use crate::document::{Block, Document};
use crate::text::Public;
use crate::words::markdown::{self, Surroundings};
use crate::words::{Filling, Mark, Unsaid};

impl Desk<'_> {
    /// One words file as a Document.
    pub(super) fn document(
        &self,
        id: &str,
        words: &str,
        filling: &Filling,
        medium: Medium<'_>,
    ) -> Result<Document<Public>, Unsaid> {
        self.filled_in(id, &self.phrases.say(words, filling)?, None, filling, medium)
    }

    /// Words that have been filled in, or Markdown of the home's own with the number of its file, as a Document.
    pub(super) fn filled_in(
        &self,
        id: &str,
        markdown: &str,
        file: Option<u32>,
        filling: &Filling,
        medium: Medium<'_>,
    ) -> Result<Document<Public>, Unsaid> {
        let resolve = |mark: &Mark| self.stands_for(mark, filling, medium);
        let around = Surroundings { resolve: &resolve, pages: medium.pages(), file };
        let (document, _) = markdown::document(id, markdown, around)?;
        Ok(Document { language: self.profile.language, ..document })
    }

    /// A passage without headings, as blocks.
    pub(super) fn passage(
        &self,
        words: &str,
        filling: &Filling,
        medium: Medium<'_>,
    ) -> Result<Vec<Block<Public>>, Unsaid> {
        let resolve = |mark: &Mark| self.stands_for(mark, filling, medium);
        let around = Surroundings { resolve: &resolve, pages: medium.pages(), file: None };
        markdown::blocks(&self.phrases.say(words, filling)?, around)
    }

    /// What a mark in the words stands for. A contact or a person that the home does not have stands for nothing: the theme's
    /// words are for every home.
    pub(super) fn stands_for(
        &self,
        mark: &Mark,
        filling: &Filling,
        medium: Medium<'_>,
    ) -> Result<Vec<Block<Public>>, Unsaid> {
        let cards = Cards { home: self.home, theme: self.theme, profile: self.profile, today: self.today };
        Ok(match mark {
            Mark::Contact(id) => cards.contact(id).into_iter().collect(),
            Mark::Contacts(kind) => cards.contacts(*kind),
            Mark::Person(id) => cards.person(id, false).into_iter().collect(),
            Mark::Introduced(id) => cards.person(id, true).into_iter().collect(),
            Mark::Home => vec![cards.home()],
            Mark::Quotes(page) => cards.quotes(page),
            Mark::Rating => cards.rating(self.passage("passages/rating.md", filling, medium)?).into_iter().collect(),
            Mark::Paper(id) => offers::links(self.theme, id, medium.printed()),
            Mark::Papers => offers::all(self.theme, medium.printed()),
            Mark::Photograph(file) if !medium.is_paper() => photographs::named(self, file).into_iter().collect(),
            Mark::Photograph(_) => Vec::new(),
            Mark::Ruled(lines) => vec![Block::Ruled { lines: *lines }],
            Mark::Call(_) | Mark::Speaker(_) => {
                return Err(Unsaid::new("only the words of a pack know the people in a resident's record"));
            }
        })
    }
}
