//! Lines of words as pages and papers put them together: what a home wrote, our own few words, numbers to ring, addresses.

use crate::document::{Inline, Target, Words};
use crate::home::Text;
use crate::home::reach::{Address, Phone};
use crate::resident;
use crate::text::{Audience, Origin, Personal, Public, mark, personal};
use crate::words::markdown::marked_line;

/// What a home wrote, on one line.
pub(super) fn written_line(text: &Text) -> Vec<Inline<Public>> {
    marked_line(&mark(text.as_str().trim(), text.span()))
}

/// What stands in a resident's record, on one line.
pub(super) fn personal_line(text: &resident::Text) -> Vec<Inline<Personal>> {
    marked_line(&personal(&mark(text.inside().trim(), text.span())))
}

/// Words of ours.
pub(super) fn fixed_line<A: Audience>(words: &str) -> Vec<Inline<A>> {
    vec![Inline::Words(Words::new(words.to_owned(), Origin::NONE))]
}

/// A line with a large first letter.
pub(super) fn with_large_letter<A: Audience>(mut words: Vec<Inline<A>>) -> Vec<Inline<A>> {
    if let Some(Inline::Words(first)) = words.first_mut() {
        let mut letters = first.text.chars();
        let large: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
        first.text = (large + letters.as_str()).into();
    }
    words
}

/// A number that dials itself.
pub(super) fn number_to_ring<A: Audience>(phone: &Phone, from: Origin) -> Inline<A> {
    dialling(phone.shown().to_owned(), phone.dialled(), from)
}

/// A number as it is rung by somebody who types: through Relay UK.
pub(super) fn number_for_relay(phone: &Phone) -> Inline<Public> {
    let (shown, dialled) = phone.by_relay();
    dialling(shown, dialled, Origin::fact(phone.span()))
}

/// Letters that dial a number.
fn dialling<A: Audience>(shown: String, number: String, from: Origin) -> Inline<A> {
    Inline::Link { to: Target::Phone { number }, words: vec![Inline::Words(Words::new(shown, from))] }
}

/// An address for letters, a line each.
pub(super) fn postal_lines(address: &Address) -> Vec<Inline<Public>> {
    let mut words = Vec::new();
    for line in &address.lines {
        words.extend(written_line(line));
        words.push(Inline::Break);
    }
    let from = Origin::fact(address.postcode.span());
    words.push(Inline::Words(Words::new(address.postcode.as_str().to_owned(), from)));
    words
}
