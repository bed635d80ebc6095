//! Marks in filled-in words that become blocks: a contact's card, the rating, links to a paper.
//!
//! The functions of the words files write them, `words::markdown` reads them, and `compose` says what each stands for.

use crate::home::contact::ContactKind;

/// Begins a mark. [`END`] ends it.
pub(super) const BEGIN: char = '\u{E003}';
/// Ends a mark.
pub(super) const END: char = '\u{E004}';

/// What a block of a page can stand for, and of which words speak by name alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mark {
    /// The card of a contact, by its short name.
    Contact(String),
    /// The cards of every contact of a kind.
    Contacts(ContactKind),
    /// The card of somebody who works here, by their short name: who they are and how to reach them.
    Person(String),
    /// The same with what they do for you, where people are introduced.
    Introduced(String),
    /// The home's own card.
    Home,
    /// What people said for a page.
    Quotes(String),
    /// The inspector's rating.
    Rating,
    /// Links to every form of a paper.
    Paper(String),
    /// Every paper with its links.
    Papers,
    /// A photograph, as Markdown names it. No function writes it.
    Photograph(String),
    /// Lines to write on.
    Ruled(u8),
    /// Somebody close to a resident, by their place in the record.
    Call(usize),
    /// Somebody who may speak for a resident, by their place in the record.
    Speaker(usize),
}

impl Mark {
    /// The mark as it stands in filled-in words, in a paragraph of its own.
    pub(super) fn written(&self) -> String {
        let (name, of) = match self {
            Mark::Contact(id) => ("contact", id.clone()),
            Mark::Contacts(kind) => ("contacts", kind.to_string()),
            Mark::Person(id) => ("person", id.clone()),
            Mark::Introduced(id) => ("introduced", id.clone()),
            Mark::Home => ("home", String::new()),
            Mark::Quotes(page) => ("quotes", page.clone()),
            Mark::Rating => ("rating", String::new()),
            Mark::Paper(id) => ("paper", id.clone()),
            Mark::Papers => ("papers", String::new()),
            Mark::Photograph(file) => ("photograph", file.clone()),
            Mark::Ruled(lines) => ("ruled", lines.to_string()),
            Mark::Call(at) => ("call", at.to_string()),
            Mark::Speaker(at) => ("speaker", at.to_string()),
        };
        format!("\n\n{BEGIN}{name}:{of}{END}\n\n")
    }

    /// Reads what stands between [`BEGIN`] and [`END`]; none where nobody knows it.
    fn read(letters: &str) -> Option<Self> {
        let (name, of) = letters.split_once(':')?;
        let of = of.trim();
        Some(match name.trim() {
            "contact" => Mark::Contact(of.to_owned()),
            "contacts" => Mark::Contacts(ContactKind::spelt(of)?),
            "person" => Mark::Person(of.to_owned()),
            "introduced" => Mark::Introduced(of.to_owned()),
            "home" => Mark::Home,
            "quotes" => Mark::Quotes(of.to_owned()),
            "rating" => Mark::Rating,
            "paper" => Mark::Paper(of.to_owned()),
            "papers" => Mark::Papers,
            "photograph" => Mark::Photograph(of.to_owned()),
            "ruled" => Mark::Ruled(of.parse().ok()?),
            "call" => Mark::Call(of.parse().ok()?),
            "speaker" => Mark::Speaker(of.parse().ok()?),
            _ => return None,
        })
    }

    /// Every mark in letters, in their order: each as it is known, or the letters that nobody knows.
    pub(super) fn all(letters: &str) -> impl Iterator<Item = Result<Self, &str>> {
        let marked = letters.split(BEGIN).skip(1).map(|rest| rest.split_once(END).map_or(rest, |(mark, _)| mark));
        marked.map(|mark| Self::read(mark).ok_or(mark))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_it_was_written() {
        let marks = [
            Mark::Contact("ombudsman".into()),
            Mark::Contacts(ContactKind::EndOfLife),
            Mark::Person("tamsin".into()),
            Mark::Introduced("tamsin".into()),
            Mark::Home,
            Mark::Quotes("services/respite".into()),
            Mark::Rating,
            Mark::Paper("fees".into()),
            Mark::Papers,
            Mark::Photograph("photos/garden.jpg".into()),
            Mark::Ruled(6),
            Mark::Call(0),
            Mark::Speaker(1),
        ];
        let letters: String = marks.iter().map(Mark::written).collect();
        assert!(Mark::all(&letters).map(|mark| mark.expect("it is known")).eq(marks));
    }

    #[test]
    fn a_mark_that_nobody_knows_is_given_back() {
        let letters = format!("{BEGIN}weather:{END} and {BEGIN}ruled:many{END}");
        assert!(Mark::all(&letters).eq([Err("weather:"), Err("ruled:many")]));
    }
}
