//! Where a page lies in a website: a name, in the folders of other names.

use std::borrow::Borrow;
use std::fmt;

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Deserializer, Serialize, de};

use super::{Name, is_device, no_name};

/// The page that a website begins with.
const FRONT: &str = "index";
/// The longest that a page may have been called, in bytes, so that its file can be made again under that name.
const LONGEST_BEFORE: usize = 240;

/// A page's place in its website, without an ending: `visiting`, `services/short-stay`. Every part of it is a [`Name`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Address(String);

impl Address {
    /// The address that a page gets from what somebody wrote, part by part. None where a part has no letter or digit.
    #[must_use]
    pub fn of(written: &str) -> Option<Self> {
        Self::from_parts(written, Name::of)
    }

    /// What somebody wrote, where it is an address as it stands.
    #[must_use]
    pub fn as_it_stands(written: &str) -> Option<Self> {
        Self::from_parts(written, Name::as_it_stands)
    }

    fn from_parts(written: &str, name: impl Fn(&str) -> Option<Name>) -> Option<Self> {
        let parts: Option<Vec<String>> = written.split('/').map(|part| Some(name(part)?.0)).collect();
        parts.map(|parts| Self(parts.join("/")))
    }

    /// The page that a website begins with.
    #[must_use]
    pub fn front() -> Self {
        Self(FRONT.to_owned())
    }

    /// A page in a folder of ours.
    #[must_use]
    pub fn within(folder: &'static str, name: &Name) -> Self {
        Self(format!("{folder}/{name}"))
    }

    /// Its letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The way from this page's folder up to the first folder of the website: `../` for each folder.
    #[must_use]
    pub fn to_the_top(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }
}

impl From<Name> for Address {
    fn from(name: Name) -> Self {
        Self(name.0)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Address {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Address {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Address {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl<'de> Deserialize<'de> for Address {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        Self::as_it_stands(&written).ok_or_else(|| de::Error::custom(no_name(&written, Self::of(&written))))
    }
}

/// The page that somebody means by what they wrote behind `page:`, as its address is spelt: `Our%20Café` is `our-cafe`.
/// What can be no address stays as it is, and leads nowhere.
#[must_use]
pub fn led_to(written: &str) -> String {
    let meant = percent_decode_str(written).decode_utf8_lossy();
    Address::of(&meant).map_or_else(|| written.to_owned(), |address| address.0)
}

/// The address that a page had before its own was written plainly, where somebody can have a link to it and every system can
/// hold a file of that name.
#[must_use]
pub fn asked_for_as(written: &str) -> Option<String> {
    let fine = |c: char| {
        let plain =
            c.is_ascii_graphic() && !matches!(c, '<' | '>' | ':' | '\u{22}' | '/' | '\\' | '|' | '?' | '*' | '#');
        plain
            || c.is_alphanumeric()
            || matches!(c, ' ' | '£' | '‘' | '’' | '“' | '”' | '–' | '—' | '…' | '\u{300}'..='\u{36F}')
    };
    // A browser asks for another page where it finds `%20`.
    let escapes = written.split('%').skip(1).any(|rest| {
        let mut digits = rest.bytes();
        digits.next().is_some_and(|b| b.is_ascii_hexdigit()) && digits.next().is_some_and(|b| b.is_ascii_hexdigit())
    });
    let fits = (1..=LONGEST_BEFORE).contains(&written.len()) && !written.starts_with(['.', ' ']) && !is_device(written);
    (fits && !escapes && written.chars().all(fine)).then(|| written.to_owned())
}
