//! The people of one resident as cards: who they are to them, and the number to ring.

use crate::compose::lines::{fixed_line, number_to_ring, personal_line, with_large_letter};
use crate::document::{Block, Contact, Inline, PhoneLine};
use crate::home::reach::Phone;
use crate::resident::{Confidential, Resident, Text};
use crate::text::{Origin, Personal};
use crate::theme::Theme;

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
        let about =
            about.iter().flatten().map(|text| Block::Paragraph { words: with_large_letter(personal_line(text)) });
        let phones = phone.map(|phone| PhoneLine {
            label: fixed_line(self.theme.label(label)),
            number: vec![private_number(phone.inside())],
        });
        Block::Contact(Contact {
            id: id.to_owned(),
            name: personal_line(name),
            about: about.collect(),
            phones: phones.into_iter().collect(),
            facts: Vec::new(),
        })
    }
}

/// A number of somebody in a record.
fn private_number(phone: &Phone) -> Inline<Personal> {
    number_to_ring(phone, Origin { personal: true, ..Origin::fact(phone.span()) })
}
