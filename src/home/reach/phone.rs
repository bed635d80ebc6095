//! A phone number as people write one, and as a device dials it. What could ring a stranger is refused with a reason.
//!
//! Comes from: letters of a home's file, of a record, of running words. [`plan`] knows which numbers there can be.

mod plan;
mod written;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::finding::Slip;
use crate::text::{Span, mark, placed};
use written::{Written, read};

/// A phone number, with what is to be asked for or pressed once somebody answers.
///
/// One in the United Kingdom keeps its leading zero, is shown in spoken groups and dialled as `+44…`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    written: Written,
    span: Span,
}

impl Phone {
    /// The number in spoken groups, with no-break spaces, and what comes after it: “01632 960510, extension 12”.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.written.shown
    }

    /// Where it is written.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// As a device dials it: `+441632960123`, or a short number as it is. An extension is not dialled: not every telephone
    /// knows what to do with one, so it is said in words.
    #[must_use]
    pub fn dialled(&self) -> String {
        self.written.dialled.clone()
    }

    /// The number for somebody who types instead of speaking, through Relay UK: as it is shown and as it is dialled.
    #[must_use]
    pub fn by_relay(&self) -> (String, String) {
        if self.written.by_relay {
            return (self.written.shown.clone(), self.written.dialled.clone());
        }
        (format!("18001\u{A0}{}", self.written.shown), format!("18001{}", self.written.digits))
    }
}

/// A number in running words, as a device dials it; none where nobody can be sure whom it rings.
#[must_use]
pub fn to_ring(words: &str) -> Option<String> {
    read(words).ok().map(|written| written.dialled)
}

/// What is wrong with a number, and what to write; none where it can be rung.
#[must_use]
pub(crate) fn wrong(words: &str) -> Option<Slip> {
    read(words).err()
}

impl<'de> Deserialize<'de> for Phone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (words, span) = placed(deserializer)?;
        read(&words).map(|written| Self { written, span }).map_err(Slip::through)
    }
}

impl Serialize for Phone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&mark(self.shown(), self.span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_keeps_its_leading_zero() {
        let shown = |words| read(words).expect("a number").shown;
        assert_eq!(shown("01174960000"), "0117\u{A0}496\u{A0}0000");
        assert_eq!(shown("01632 960123"), "01632\u{A0}960123");
        assert_eq!(shown("03000 616161"), "03000\u{A0}616161");
        assert_eq!(read("+44 1632 960123").expect("a number").digits, "01632960123");
    }

    #[test]
    fn through_text_relay_the_digits_are_dialled_and_no_extension() {
        let phone = |words| Phone { written: read(words).expect("a number"), span: Span::default() };
        assert_eq!(phone("01632 960123 ext 12").by_relay().1, "1800101632960123");
        assert_eq!(phone("18001 01632 960123").by_relay().1, "1800101632960123");
        assert_eq!(phone("+353 1 555 0123").by_relay().1, "1800100353155501 23".replace(' ', ""));
    }

    #[test]
    fn in_running_words_only_what_is_certain_is_rung() {
        assert_eq!(to_ring("01632 960123").as_deref(), Some("+441632960123"));
        assert_eq!(to_ring("0044 1632 960123").as_deref(), Some("+441632960123"));
        assert_eq!(to_ring("0123 456"), None);
    }
}
