//! One part of a document as a walk through its elements. Nothing is fetched, nothing is repeated, and nothing is followed deeper
//! than any document goes.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::passages::Passages;
use super::unreadable::{NESTED, Unreadable};
use super::zipped::Unpacked;

/// How deep elements may stand within one another.
const DEPTH: usize = 256;

/// Somebody who walks through the elements of a part.
pub(super) trait Walk {
    /// An element begins. Names are without their prefixes: programs choose those as they like.
    fn open(&mut self, name: &str, element: &BytesStart);
    /// It ends.
    fn close(&mut self, name: &str);
    /// Letters directly in the element that began last.
    fn words(&mut self, words: &str);
}

/// Why a walk did not come to the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stopped {
    /// What follows is damaged or not there.
    Damaged,
    /// It goes too deep.
    Nested,
    /// It declares things of its own, as no document does.
    Declared,
}

/// Ends the passages of a document's main part: says what was lost, and closes what the walk left open.
pub(super) fn ended(end: Result<(), Stopped>, passages: &mut Passages) -> Result<(), Unreadable> {
    match end {
        Ok(()) => {}
        Err(Stopped::Declared) => return Err(Unreadable::Instructions),
        Err(Stopped::Damaged) if passages.is_empty() => return Err(Unreadable::Damaged),
        Err(Stopped::Damaged) => {
            passages.unread("The document is damaged: what comes after the last words here was not read.")
        }
        Err(Stopped::Nested) => passages.unread(NESTED),
    }
    while passages.is_within() {
        passages.leave();
    }
    Ok(())
}

/// Walks through a part as far as it can be read.
pub(super) fn walk(part: &Unpacked, walker: &mut impl Walk) -> Result<(), Stopped> {
    let (letters, sound) = match std::str::from_utf8(&part.bytes) {
        Ok(letters) => (letters, part.whole),
        Err(error) => (std::str::from_utf8(&part.bytes[..error.valid_up_to()]).unwrap_or_default(), false),
    };
    let mut reader = Reader::from_str(letters.trim_start_matches('\u{FEFF}'));
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0;
    loop {
        match reader.read_event().map_err(|_| Stopped::Damaged)? {
            Event::Start(element) => {
                depth += 1;
                if depth > DEPTH {
                    return Err(Stopped::Nested);
                }
                walker.open(element.local_name().as_ref(), &element);
            }
            Event::End(element) => {
                depth -= 1;
                walker.close(element.local_name().as_ref());
            }
            Event::Text(words) => walker.words(&words.xml10_content()),
            Event::CData(words) => walker.words(&words.xml10_content()),
            Event::GeneralRef(reference) => named(&reference, walker)?,
            Event::DocType(_) => return Err(Stopped::Declared),
            Event::Eof => return if depth == 0 && sound { Ok(()) } else { Err(Stopped::Damaged) },
            _ => {}
        }
    }
}

/// One of the five letters that have names, or a letter by its number.
fn named(reference: &BytesRef, walker: &mut impl Walk) -> Result<(), Stopped> {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        walker.words(letter.encode_utf8(&mut [0; 4]));
        return Ok(());
    }
    match quick_xml::escape::resolve_predefined_entity(&reference.xml10_content()) {
        Some(letters) => walker.words(letters),
        None => return Err(Stopped::Damaged),
    }
    Ok(())
}

/// The value of an attribute, whatever its prefix.
pub(super) fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    // An attribute that stands twice is no more trouble than one that stands once, and looking for it takes the square of their number.
    let found = element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}
