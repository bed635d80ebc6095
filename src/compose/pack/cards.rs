//! The people of one resident as cards: who they are to them, and the number to ring.

use super::marked;
use crate::document::{Block, Contact, Inline, PhoneLine, Target, Words};
use crate::home::reach::Phone;
use crate::resident::{Confidential, Resident, Text};
use crate::text::{Origin, Personal};
use crate::theme::Theme;
use crate::words::markdown::line;

/// Makes cards from a record that has been looked through: whoever is in it may be named.
pub(super) struct Cards<'a> {
    pub(super) resident: &'a Resident,
    pub(super) theme: &'a Theme,
}

impl Cards<'_> {
    /// Somebody close, by their place in the list.
    pub(super) fn close(&self, at: usize) -> Option<Block<Personal>> {
        let person = self.resident.people.get(at)?;
        let about = [person.relation.as_ref(), person.when.as_ref()];
        let label = if person.by_text == Some(true) { "text" } else { "ring" };
        Some(self.card("close", &person.name, &about, label, person.phone.as_ref()))
    }

    /// Somebody who may speak for them, by their place in the list.
    pub(super) fn speaker(&self, at: usize) -> Option<Block<Personal>> {
        let person = self.resident.speaks_for_me.get(at)?;
        Some(self.card("speaker", &person.name, &[person.relation.as_ref()], "ring", person.phone.as_ref()))
    }

    fn card(
        &self,
        id: &str,
        name: &Text,
        about: &[Option<&Text>],
        label: &str,
        phone: Option<&Confidential<Phone>>,
    ) -> Block<Personal> {
        let about = about.iter().flatten().map(|text| Block::Paragraph { words: upper(line(&marked(text))) });
        let phones = phone.map(|phone| PhoneLine { label: self.label(label), number: vec![dial(phone.inside())] });
        Block::Contact(Contact {
            id: id.to_owned(),
            name: line(&marked(name)),
            about: about.collect(),
            phones: phones.into_iter().collect(),
            facts: Vec::new(),
        })
    }

    /// “Ring”, or “Send a text to”.
    fn label(&self, name: &str) -> Vec<Inline<Personal>> {
        vec![Inline::Words(Words::new(self.theme.label(name).to_owned(), Origin::NONE))]
    }
}

/// A line with a large first letter.
fn upper(mut words: Vec<Inline<Personal>>) -> Vec<Inline<Personal>> {
    if let Some(Inline::Words(first)) = words.first_mut() {
        let mut letters = first.text.chars();
        let large: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
        first.text = large + letters.as_str();
    }
    words
}

/// A number that dials itself.
fn dial(phone: &Phone) -> Inline<Personal> {
    let from = Origin { personal: true, ..Origin::fact(phone.span()) };
    Inline::Link {
        to: Target::Phone { number: phone.dialled() },
        words: vec![Inline::Words(Words::new(phone.shown().to_owned(), from))],
    }
}
