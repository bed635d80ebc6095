//! Ways to reach somebody: phone numbers, email, addresses on the web and on a street.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::finding::{Draft, Slip, ours, quoted};
use crate::text::{Public, Span, Text, mark, placed};

/// A phone number in the United Kingdom. It keeps its leading zero, is shown in spoken groups and dialled as `+44…`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// Digits only, with the leading zero; short numbers (999, 111, 116123) as they are.
    digits: String,
    /// How the manager grouped it, kept where it says the same digits.
    shown: String,
    span: Span,
}

impl Phone {
    /// The number in spoken groups, with no-break spaces.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// Where it is written.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// As a device dials it: `+441632960123`, or a short number as it is.
    #[must_use]
    pub fn dialled(&self) -> String {
        dialled(&self.digits)
    }
}

/// A number's digits as a device dials them.
#[must_use]
pub fn dialled(digits: &str) -> String {
    match digits.strip_prefix('0') {
        Some(rest) => format!("+44{rest}"),
        None => digits.to_owned(),
    }
}

/// Reads a number: its digits and how it is shown.
fn phone(words: &str) -> Result<(String, String), Slip> {
    let wrong = |why: Draft| Slip {
        what: quoted(words).ours(" is not a phone number that can be rung: ").then(why),
        help: ours("Write it with its code, such as 01632 960123."),
    };
    if let Some(c) = words
        .chars()
        .find(|c| !(c.is_ascii_digit() || c.is_whitespace() || matches!(c, '+' | '-' | '(' | ')' | '\u{A0}')))
    {
        return Err(wrong(quoted(c).ours(" is not a digit")));
    }
    let mut digits: String = words.chars().filter(char::is_ascii_digit).collect();
    if words.trim_start().starts_with('+') {
        digits = digits
            .strip_prefix("44")
            .map(|rest| format!("0{}", rest.trim_start_matches('0')))
            .ok_or_else(|| wrong(ours("it is not a number in the United Kingdom")))?;
    }
    match (digits.starts_with('0'), digits.len()) {
        (true, 10 | 11) | (false, 3 | 6) => {}
        (false, 9 | 10) => return Err(wrong(ours("its leading 0 is missing"))),
        (true, n) => return Err(wrong(ours("it has ").number(n).ours(" digits, and there should be 10 or 11"))),
        (false, n) => return Err(wrong(ours("it has ").number(n).ours(" digits"))),
    }
    let shown = groups(&digits, words);
    Ok((digits, shown))
}

/// Spoken groups: the manager's own where there are any, else by the kind of number.
fn groups(digits: &str, words: &str) -> String {
    let own = words.split_whitespace().collect::<Vec<_>>();
    if own.len() > 1 && own.concat() == digits {
        return own.join("\u{A0}");
    }
    let cuts: &[usize] = match digits {
        d if d.len() == 6 => &[3],
        d if d.len() < 10 => &[],
        d if d.starts_with("02") => &[3, 7],
        d if d.starts_with("011")
            || ["0121", "0131", "0141", "0151", "0161", "0191"].iter().any(|code| d.starts_with(code)) =>
        {
            &[4, 7]
        }
        d if d.starts_with("03") || d.starts_with("08") || d.starts_with("09") => &[4, 7],
        _ => &[5],
    };
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if cuts.contains(&i) {
            out.push('\u{A0}');
        }
        out.push(c);
    }
    out
}

impl<'de> Deserialize<'de> for Phone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (words, span) = placed(deserializer)?;
        phone(&words).map(|(digits, shown)| Self { digits, shown, span }).map_err(Slip::through)
    }
}

impl Serialize for Phone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&mark(&self.shown, self.span))
    }
}

/// An email address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email {
    address: String,
    span: Span,
}

impl Email {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.address
    }
}

/// Whether letters are an address that mail can reach: one `@`, a name before it, a dot in what follows, no spaces.
fn is_email(words: &str) -> bool {
    let good = |c: char| c.is_ascii_alphanumeric() || "._%+-'".contains(c);
    words.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && name.chars().all(good)
            && host.contains('.')
            && host
                .split('.')
                .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
    })
}

impl<'de> Deserialize<'de> for Email {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (words, span) = placed(deserializer)?;
        let address = words.trim().to_owned();
        if is_email(&address) {
            return Ok(Self { address, span });
        }
        let what = quoted(&address).ours(" is not an email address");
        Err(Slip { what, help: ours("Write it like hello@quillmere.example.") }.through())
    }
}

impl Serialize for Email {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&mark(&self.address, self.span))
    }
}

/// An address on the web, always `https://` or `http://`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress {
    address: String,
    span: Span,
}

impl WebAddress {
    /// The whole address, without a slash at the end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.address
    }
}

/// Whether a link may lead to this address: `https`, `http`, nothing that runs a script.
#[must_use]
pub fn is_web_address(words: &str) -> bool {
    let host = words.strip_prefix("https://").or_else(|| words.strip_prefix("http://"));
    host.is_some_and(|host| {
        let name = host.split(['/', '?', '#']).next().unwrap_or_default();
        name.contains('.')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || ".-:".contains(c))
            && !host.chars().any(|c| c.is_whitespace() || "<>\"'`\\".contains(c))
    })
}

impl<'de> Deserialize<'de> for WebAddress {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (words, span) = placed(deserializer)?;
        let address = words.trim().trim_end_matches('/').to_owned();
        if is_web_address(&address) {
            return Ok(Self { address, span });
        }
        let what = quoted(&address).ours(" is not an address on the web");
        Err(Slip { what, help: ours("Write the whole of it, such as https://www.quillmere.example.") }.through())
    }
}

impl Serialize for WebAddress {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&mark(&self.address, self.span))
    }
}

/// A UK postcode, shown in capitals with one space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postcode {
    code: String,
    span: Span,
}

impl Postcode {
    /// The code, with a no-break space: `ZZ99 1AA`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.code
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)
    }
}

/// Reads a postcode: an outward part (`ZZ99`, `M1`, `EC1A`) and an inward part (`1AA`).
fn postcode(words: &str) -> Option<String> {
    let letters: String = words.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    if !letters.is_ascii() || !(5..=7).contains(&letters.len()) {
        return None;
    }
    let (out, inward) = letters.split_at(letters.len() - 3);
    let kind = |s: &str| {
        s.chars()
            .map(|c| {
                if c.is_ascii_digit() {
                    '9'
                } else if c.is_ascii_uppercase() {
                    'A'
                } else {
                    '?'
                }
            })
            .collect::<String>()
    };
    let known = ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"];
    (kind(inward) == "9AA" && known.contains(&kind(out).as_str())).then(|| format!("{out}\u{A0}{inward}"))
}

impl<'de> Deserialize<'de> for Postcode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (words, span) = placed(deserializer)?;
        postcode(&words)
            .map(|code| Self { code, span })
            .ok_or_else(|| Slip {
                what: quoted(&words).ours(" is not a postcode"),
                help: ours("Write it like ZZ99 1AA."),
            })
            .map_err(Slip::through)
    }
}

impl Serialize for Postcode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&mark(&self.code, self.span))
    }
}

/// Where letters and visitors go.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// The lines before the postcode: house and street, village, county.
    /// Seen on: advocacy, complaints, every page, statement-of-purpose/part-1, statement-of-purpose/part-3.
    pub lines: Vec<Text<Public>>,
    /// The postcode, such as ZZ99 1AA.
    /// Seen on: advocacy, complaints, every page, statement-of-purpose/part-1, statement-of-purpose/part-3.
    pub postcode: Postcode,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_number_keeps_its_leading_zero() {
        assert_eq!(phone("01174960000").expect("a number").1, "0117\u{A0}496\u{A0}0000");
        assert_eq!(phone("01632 960123").expect("a number").1, "01632\u{A0}960123");
        assert_eq!(phone("+44 1632 960123").expect("a number").0, "01632960123");
        assert_eq!(phone("03000 616161").expect("a number").1, "03000\u{A0}616161");
        assert_eq!(dialled("01632960123"), "+441632960123");
        assert_eq!(dialled("999"), "999");
    }

    #[test]
    fn a_number_without_its_zero_is_refused_with_the_reason() {
        let why = format!("{:?}", phone("1632 960123").expect_err("no zero").what);
        assert!(why.contains("leading 0 is missing"), "{why}");
        assert!(phone("ask the office").is_err());
    }

    #[test]
    fn postcodes_emails_and_web_addresses_are_checked() {
        assert_eq!(postcode("zz991aa").as_deref(), Some("ZZ99\u{A0}1AA"));
        assert_eq!(postcode("ZZ99"), None);
        assert!(is_email("hello@quillmere.example"));
        assert!(!is_email("hello@quillmere"));
        assert!(is_web_address("https://www.lgo.org.uk/x?y=1"));
        assert!(!is_web_address("javascript:alert(1)"));
        assert!(!is_web_address("https://a.example/\"onclick"));
    }
}
