//! Which numbers there can be: the United Kingdom's plan of numbers, and how long numbers abroad are.
//!
//! Source: Ofcom, The National Telephone Numbering Plan; ITU-T E.164 and its list of country codes.

use crate::finding::{Draft, ours};

/// Numbers that are rung as they stand: emergencies, and those that are the same all over the country.
const SHORT: [&str; 14] =
    ["999", "112", "111", "101", "105", "119", "159", "195", "18000", "116000", "116006", "116111", "116117", "116123"];

/// Codes behind which a few numbers have five digits, not six.
const MIXED: [&str; 41] = [
    "01204", "01208", "01254", "01276", "01297", "01298", "01363", "01364", "01384", "01386", "01404", "01420",
    "01460", "01461", "01480", "01488", "01524", "01527", "01562", "01566", "01606", "01629", "01635", "01647",
    "01659", "01695", "01697", "01726", "01744", "01750", "01768", "01827", "01837", "01884", "01900", "01905",
    "01935", "01946", "01949", "01963", "01995",
];

/// The helpline for children has fewer digits than any other number of its kind.
const CHILDLINE: &str = "08001111";

/// Whether digits without a leading zero are a number by themselves.
pub(super) fn is_short(digits: &str) -> bool {
    SHORT.contains(&digits) || (digits.len() == 6 && digits.starts_with("118"))
}

/// What is wrong with the digits of a number in the United Kingdom, from its leading zero on.
pub(super) fn wrong(digits: &str) -> Option<Draft> {
    if digits == CHILDLINE {
        return None;
    }
    if digits.starts_with("00") {
        return Some(ours("no code begins with 00"));
    }
    let begins = ["04", "06", "021", "022", "025", "026", "027", "071", "072"];
    if let Some(unused) = begins.into_iter().find(|unused| digits.starts_with(unused)) {
        return Some(ours("no number in the United Kingdom begins with ").ours(unused));
    }
    match digits.len() {
        11 => None,
        10 if digits.starts_with("0800") || MIXED.iter().any(|code| digits.starts_with(code)) => None,
        n => Some(ours("it has ").number(n).ours(" digits, and there should be 11")),
    }
}

/// Where the spaces go in a number that was written without any.
pub(super) fn cuts(digits: &str) -> &'static [usize] {
    match digits {
        d if !d.starts_with('0') => {
            if d.len() == 6 {
                &[3]
            } else {
                &[]
            }
        }
        CHILDLINE => &[4],
        d if d.starts_with("02") => &[3, 7],
        d if d.starts_with("011")
            || ["0121", "0131", "0141", "0151", "0161", "0191"].iter().any(|code| d.starts_with(code)) =>
        {
            &[4, 7]
        }
        d if d.starts_with("03") || d.starts_with("08") || d.starts_with("09") => &[4, 7],
        _ => &[5],
    }
}

/// Codes of countries with two digits. All others have three, but for 1 and 7.
const TWO: [&str; 43] = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51",
    "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90",
    "91", "92", "93", "94", "95",
];

/// Countries in which the first zero of a number is dialled from abroad as well.
const KEEPS_ZERO: [&str; 4] = ["39", "378", "225", "242"];

/// Whether a number abroad, from the code of its country on, keeps its first zero.
pub(super) fn keeps_zero(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.get(..code(&digits)).is_some_and(|country| KEEPS_ZERO.contains(&country))
}

/// How many digits of a number abroad, without the plus, are the code of its country.
fn code(digits: &str) -> usize {
    match digits {
        d if d.starts_with(['1', '7']) => 1,
        d if TWO.iter().chain(&["98"]).any(|code| d.starts_with(code)) => 2,
        _ => 3,
    }
}

/// What is wrong with the digits of a number abroad, without the plus.
pub(super) fn wrong_abroad(digits: &str) -> Option<Draft> {
    if digits.starts_with('0') || digits.len() <= code(digits) {
        return Some(ours("after the “+” there should be the code of a country"));
    }
    let (country, rest) = digits.split_at(code(digits));
    if rest.starts_with('0') && !KEEPS_ZERO.contains(&country) {
        return Some(ours("the 0 after the code of a country is left out when ringing from here"));
    }
    let right = if country == "1" { 11..=11 } else { 8..=15 };
    (!right.contains(&digits.len())).then(|| ours("it has ").number(digits.len()).ours(" digits after the “+”"))
}
