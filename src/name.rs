//! The names of what is made: of a home's folder, a page, a paper, a picture. Whatever somebody calls a file, what is made from it
//! lies under a [`Name`], which every disk can hold and every address can carry as it stands; links escape nothing, because there
//! is nothing to escape.
//!
//! A name that is one already stays as it is, byte for byte, because people have links to it. Any other is written anew in small
//! letters, digits and hyphens: `Our Café` is `our-cafe`.

mod address;

pub use address::{Address, asked_for_as, led_to};

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt;

use deunicode::deunicode_char;
use serde::{Deserialize, Deserializer, Serialize, de};

/// The longest name in bytes. Systems take 255; endings, sizes and forms of print come behind it.
const LONGEST: usize = 200;
/// Names that are devices on Windows, with any ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
/// Devices that have a number behind them.
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// The name of something that is made: letters, digits, `-`, `_` and `.`, as every system and every address takes them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Name(String);

impl Name {
    /// The name that something gets from what somebody wrote: that itself where it can be one, else its letters written plainly.
    /// None where no letter or digit is left.
    #[must_use]
    pub fn of(written: &str) -> Option<Self> {
        Self::as_it_stands(written).or_else(|| plainly(written).map(Self))
    }

    /// What somebody wrote, where it is a name as it stands.
    #[must_use]
    pub fn as_it_stands(written: &str) -> Option<Self> {
        is_name(written).then(|| Self(written.to_owned()))
    }

    /// Its letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its letters as a disk compares them that knows no capitals.
    #[must_use]
    pub fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Name {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Name {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Name {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

/// In a file of ours or of a theme a name is written as it is: nobody should wonder where a paper went.
impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        Self::as_it_stands(&written).ok_or_else(|| de::Error::custom(no_name(&written, Self::of(&written))))
    }
}

/// What is said of letters that are no name, with those that could be.
fn no_name(written: &str, instead: Option<impl fmt::Display>) -> String {
    let instead = instead.map_or_else(|| "visiting".to_owned(), |name| name.to_string());
    format!("“{written}” becomes the name of a file, and it cannot be one; write “{instead}”")
}

/// Whether letters can be the name of what is made, as they stand.
fn is_name(letters: &str) -> bool {
    (1..=LONGEST).contains(&letters.len())
        && letters.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
        && !letters.starts_with('.')
        && !letters.ends_with('.')
        && !letters.contains("..")
        && !is_device(letters)
}

/// Whether Windows takes a name for a device, whatever its ending.
fn is_device(letters: &str) -> bool {
    let stem = letters.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let numbered = |device: &&str| {
        let number = stem.strip_prefix(*device);
        number.is_some_and(|number| number.len() == 1 && number.bytes().all(|b| b.is_ascii_digit()))
    };
    DEVICES.contains(&stem.as_str()) || NUMBERED_DEVICES.iter().any(numbered)
}

/// Letters of any script in small plain ones, with hyphens where words part. None where nothing is left.
fn plainly(written: &str) -> Option<String> {
    let mut out = String::new();
    let letters = |c: char| if c.is_control() { "-" } else { deunicode_char(c).unwrap_or("-") };
    for letters in written.chars().map(letters) {
        for c in letters.chars().filter(|c| *c != '\'') {
            match c.to_ascii_lowercase() {
                c if c.is_ascii_alphanumeric() => out.push(c),
                _ if !out.is_empty() && !out.ends_with('-') => out.push('-'),
                _ => {}
            }
        }
    }
    if out.len() > LONGEST {
        // Between two words, where there is a place between two.
        out.truncate(LONGEST);
        out.truncate(out.rfind('-').unwrap_or(LONGEST));
    }
    out.truncate(out.trim_end_matches('-').len());
    if is_device(&out) {
        out.push_str("-1");
    }
    (!out.is_empty()).then_some(out)
}

/// The first two paths that are one on a disk that knows no capitals.
#[must_use]
pub fn equal_when_folded<'a>(paths: impl IntoIterator<Item = &'a str>) -> Option<(&'a str, &'a str)> {
    let mut seen = BTreeMap::new();
    paths.into_iter().find_map(|path| seen.insert(path.to_lowercase(), path).map(|first| (first, path)))
}

#[cfg(test)]
mod tests;
