//! Ways to reach somebody: phone numbers, email, addresses on the web and on a street.

mod phone;

use std::fmt;

pub(crate) use phone::wrong as wrong_phone;
pub use phone::{Phone, to_ring};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::finding::{Slip, ours, quoted};
use crate::text::{Public, Span, Text, mark, placed};

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

    /// Where it was written.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }
}

/// Whether letters are an address that mail can reach: one `@`, a name before it, a dot in what follows, no spaces.
pub(crate) fn is_email(words: &str) -> bool {
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

    /// Where it was written.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
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

    /// Where it was written.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
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
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// The lines before the postcode: house and street, village, county.
    /// Seen on: advocacy, complaints, every page, statement-of-purpose/extra, statement-of-purpose/part-1, statement-of-purpose/part-4.
    pub lines: Vec<Text<Public>>,
    /// The postcode, such as ZZ99 1AA.
    /// Seen on: advocacy, complaints, every page, statement-of-purpose/extra, statement-of-purpose/part-1, statement-of-purpose/part-4.
    pub postcode: Postcode,
}

#[cfg(test)]
mod tests {
    use super::*;

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
