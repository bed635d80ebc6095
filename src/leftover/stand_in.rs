//! Values that stand in for real ones: numbers that are kept free for drama, addresses that lead nowhere, numbers of a register that are
//! all zeros. A home that does not say that it is made up has none of them.

use std::sync::LazyLock;

use regex::Regex;

/// A kind of stand-in: how it looks, and what it is, in a sentence.
type Looks = (&'static str, &'static str);

/// The kinds. The telephone numbers are those that Ofcom keeps free for drama (ofcom.org.uk, telephone numbers for use in TV and radio drama
/// programmes); `.example` is kept free by RFC 2606; no postcode begins with ZZ.
const KINDS: [Looks; 4] = [
    (
        r"\b(?:01632 ?960|07700 ?900|020 ?7946 ?0|0808 ?157 ?0|0306 ?999 ?0|03069 ?990|0909 ?879 ?0|0(?:113|114|115|116|117|118|121|131|141|151|161) ?496 ?0|0191 ?498 ?0|028 ?9649 ?6|029 ?2018 ?0)\d[\d ]*",
        "a telephone number that is kept free for plays and films: nobody answers",
    ),
    (
        r"(?i)[\w.@+-]*[\w-]\.example\b|[\w.@+-]*\bexample\.(?:com|org|net)\b",
        "an address on the internet that leads nowhere",
    ),
    (r"\bZZ\d{1,2} ?\d[A-Z]{2}\b", "a postcode that is no place"),
    (r"\b(?:\d-)?0{5,}\d{0,3}\b", "a number of no register"),
];

/// The kinds made ready; a test has read every one.
static READY: LazyLock<Vec<(Regex, &'static str)>> =
    LazyLock::new(|| KINDS.iter().filter_map(|(looks, is)| Regex::new(looks).ok().map(|looks| (looks, *is))).collect());

/// What a value holds that stands in for something real: the letters, and what they are.
#[must_use]
pub(super) fn stand_in(words: &str) -> Option<(&str, &'static str)> {
    READY.iter().find_map(|(looks, is)| looks.find(words).map(|found| (found.as_str(), *is)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_for_something_real_is_known() {
        assert_eq!(READY.len(), KINDS.len());
        for words in ["01632 960123", "write to a@rowan.example", "ZZ99 2BB", "1-000000001", "00000000"] {
            assert!(stand_in(words).is_some(), "{words}");
        }
        for words in ["01603 222144", "write to a@rowan.org.uk", "NR1 2BB", "1-101678934", "£100,000", "for example"] {
            assert!(stand_in(words).is_none(), "{words}");
        }
    }
}
