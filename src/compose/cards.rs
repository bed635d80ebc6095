//! People, contacts, the rating and what people said, as blocks of a page.
//!
//! What protects people is asked here: a name needs a yes, a number needs the day it was checked.

use super::lines::{fixed_line, number_for_relay, number_to_ring, postal_lines, with_large_letter, written_line};
use crate::country::Profile;
use crate::document::{Block, Contact, Fact, Inline, PhoneLine, Rating, Target, Words};
use crate::home::contact::{Contact as Written, ContactKind};
use crate::home::date::Date;
use crate::home::people::Person;
use crate::home::reach::{Address, Email, Phone, WebAddress};
use crate::home::{Home, Text};
use crate::text::{Origin, Public, Span, mark};
use crate::theme::Theme;

use crate::words::markdown::marked_line;
use crate::words::shown_address;

/// Makes cards from a home, with the theme's few words.
pub(super) struct Cards<'a> {
    pub(super) home: &'a Home,
    pub(super) theme: &'a Theme,
    pub(super) profile: &'a Profile,
    pub(super) today: jiff::civil::Date,
}

impl Cards<'_> {
    /// The card of the contact with this id; nothing where there is none.
    pub(super) fn contact(&self, id: &str) -> Option<Block<Public>> {
        let contact = self.home.contacts.iter().find(|contact| contact.id == id)?;
        Some(Block::Contact(self.outside(contact)))
    }

    /// The cards of every contact of a kind.
    pub(super) fn contacts(&self, kind: ContactKind) -> Vec<Block<Public>> {
        let wanted = |contact: &&Written| contact.kinds.contains(&kind);
        self.home.contacts.iter().filter(wanted).map(|contact| Block::Contact(self.outside(contact))).collect()
    }

    /// Somebody outside the home. Without the day they were checked, their numbers are left out.
    fn outside(&self, contact: &Written) -> Contact<Public> {
        let phones = contact.phones.iter().filter(|_| contact.checked_on.is_some());
        let phones: Vec<_> = phones.map(|phone| self.phone(phone.label.as_ref(), "ring", &phone.number)).collect();
        let mut facts = Vec::new();
        facts.extend(contact.for_whom.as_ref().map(|whom| self.fact("for_whom", written_line(whom))));
        if !phones.is_empty() {
            facts.extend(contact.hours.as_ref().map(|hours| self.fact("hours", written_line(hours))));
            facts.extend(contact.cost.as_ref().map(|cost| self.fact("cost", written_line(cost))));
            if let (Some(true), Some(first)) = (contact.text_relay, contact.phones.first()) {
                facts.push(self.fact("text_relay", vec![number_for_relay(&first.number)]));
            }
        }
        facts.extend(self.ways(contact.email.as_ref(), contact.website.as_ref(), contact.post.as_ref()));
        let about = contact.does.iter().chain(&contact.does_not);
        Contact {
            id: contact.id.clone(),
            name: written_line(&contact.name),
            about: about.map(paragraph).collect(),
            phones,
            facts,
        }
    }

    /// The card of somebody who works here: their role, and their name with their yes. What they do for you belongs where they are
    /// introduced: on a page about fees or visits, their work with hoists and wild gardens is beside the point.
    pub(super) fn person(&self, id: &str, introduced: bool) -> Option<Block<Public>> {
        let person = self.home.people.named.iter().find(|person| person.id.id == id)?;
        let named = person.may_be_named(self.today);
        let name = person.name.as_ref().filter(|_| named);
        let mut about: Vec<Block<Public>> = Vec::new();
        about.extend(name.map(|_| Block::Paragraph { words: role(person) }));
        about.extend(person.about.iter().filter(|_| introduced).map(paragraph));
        let mut facts = Vec::new();
        facts.extend(person.usually_here.as_ref().map(|here| self.fact("usually_here", written_line(here))));
        // An address of a person's own gives their name away: it goes with their yes.
        let own = |email: &&Email| named || !names_them(person, email.as_str());
        let email = person.email.as_ref().filter(own).or(self.home.home.email.as_ref());
        facts.extend(self.ways(email, None, None));
        let phone = person.phone.as_ref().or(self.home.home.phone.as_ref());
        Some(Block::Contact(Contact {
            id: id.to_owned(),
            name: name.map_or_else(|| role(person), written_line),
            about,
            phones: phone.map(|phone| self.phone(None, "ring", phone)).into_iter().collect(),
            facts,
        }))
    }

    /// The home's own card.
    pub(super) fn home(&self) -> Block<Public> {
        let home = &self.home.home;
        let both = home.phone.is_some() && home.phone_night.is_some();
        let mut phones = Vec::new();
        phones.extend(home.phone.as_ref().map(|phone| self.phone(None, if both { "by_day" } else { "ring" }, phone)));
        phones.extend(home.phone_night.as_ref().map(|phone| self.phone(None, "by_night", phone)));
        let mut facts = Vec::new();
        if let (Some(true), Some(phone)) = (home.text_relay, &home.phone) {
            facts.push(self.fact("text_relay", vec![number_for_relay(phone)]));
        }
        facts.extend(self.ways(home.email.as_ref(), None, Some(&home.address)));
        Block::Contact(Contact {
            id: "home".to_owned(),
            name: written_line(&home.name),
            about: Vec::new(),
            phones,
            facts,
        })
    }

    /// The inspector's rating, around the words that explain it.
    pub(super) fn rating(&self, blocks: Vec<Block<Public>>) -> Option<Block<Public>> {
        if blocks.is_empty() {
            return None;
        }
        let ratings = &self.profile.ratings;
        let Some(rating) = self.home.home.rated(self.profile) else {
            // Of a home that says nothing of a rating nothing is known: not even that there is none.
            self.home.home.rating.as_ref()?;
            return Some(Block::Rating(Rating {
                overall: fixed_line(&ratings.none.words),
                blocks,
                questions: Vec::new(),
            }));
        };
        let overall = rating.overall.as_ref().map_or_else(Vec::new, |word| placed(ratings.spelt(&word.id), word.span));
        let questions = ratings.each.iter().filter_map(|rated| {
            let (word, day) = rating.of(&rated.key)?;
            let mut words = placed(ratings.spelt(&word.id), word.span);
            words.extend(day.iter().flat_map(|day| self.given(day)));
            Some(Fact { label: fixed_line(&rated.label), value: vec![Block::Paragraph { words }] })
        });
        Some(Block::Rating(Rating { overall, blocks, questions: questions.collect() }))
    }

    /// The day on which something was rated, behind its word.
    fn given(&self, day: &Date) -> Vec<Inline<Public>> {
        let label = self.theme.label("given_on");
        let words = Words::new(format!(", {label} {day}"), Origin::fact(day.span()));
        vec![Inline::Words(words)]
    }

    /// What people said for a page.
    pub(super) fn quotes(&self, page: &str) -> Vec<Block<Public>> {
        let shown = self.home.voice.quotes.iter().filter(|quote| quote.may_be_shown(self.today));
        let here = shown.filter(|quote| quote.page.as_ref().is_some_and(|id| id.id == page));
        here.map(|quote| Block::Quote { blocks: vec![paragraph(&quote.words)], by: written_line(&quote.who) }).collect()
    }

    /// One number, with its label.
    fn phone(&self, label: Option<&Text>, fallback: &str, phone: &Phone) -> PhoneLine<Public> {
        let label = label.map_or_else(|| fixed_line(self.theme.label(fallback)), written_line);
        PhoneLine { label, number: vec![number_to_ring(phone, Origin::fact(phone.span()))] }
    }

    /// Email, website and post.
    fn ways(&self, email: Option<&Email>, website: Option<&WebAddress>, post: Option<&Address>) -> Vec<Fact<Public>> {
        let mut facts = Vec::new();
        facts.extend(email.map(|email| self.fact("email", marked_line(&mark(email.as_str(), email.span())))));
        facts.extend(website.map(|site| {
            let words = placed(&shown_address(site.as_str()), site.span());
            self.fact("website", vec![Inline::Link { to: Target::Web { address: site.as_str().to_owned() }, words }])
        }));
        facts.extend(post.map(|post| self.fact("post", postal_lines(post))));
        facts
    }

    /// A label of ours with a value.
    fn fact(&self, label: &str, words: Vec<Inline<Public>>) -> Fact<Public> {
        Fact { label: fixed_line(self.theme.label(label)), value: vec![Block::Paragraph { words }] }
    }
}

/// Somebody's role, as a line of its own.
fn role(person: &Person) -> Vec<Inline<Public>> {
    with_large_letter(written_line(&person.role))
}

/// Words of ours that stand for what was written at a place.
fn placed(words: &str, span: Span) -> Vec<Inline<Public>> {
    vec![Inline::Words(Words::new(words.to_owned(), Origin::fact(span)))]
}

/// What a home wrote as a paragraph.
fn paragraph(text: &Text) -> Block<Public> {
    Block::Paragraph { words: written_line(text) }
}

/// Whether an email address holds a part of a person's name.
fn names_them(person: &Person, email: &str) -> bool {
    let local = email.split('@').next().unwrap_or_default().to_lowercase();
    person
        .name
        .iter()
        .chain(&person.called)
        .flat_map(|name| name.as_str().split_whitespace())
        .any(|part| part.len() > 2 && local.contains(&part.to_lowercase()))
}
