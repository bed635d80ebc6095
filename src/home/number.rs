//! Numbers as a home writes them and as a reader sees them: how many, how much of a hundred, how much money.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::finding::{Slip, ours, quoted};
use crate::text::{Span, mark, placed};

/// How many of something. Read “42”; a template compares it with `| number`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    count: u32,
    span: Span,
}

/// A year of the calendar, written and read `2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Year {
    year: u16,
    span: Span,
}

/// A part of a hundred, written `94` or `94%` and read “94%”.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Percent {
    percent: u8,
    span: Span,
}

/// A size or a length of time with a decimal point: `11.8`, `5.2`.
#[derive(Debug, Clone, PartialEq)]
pub struct Decimal {
    written: String,
    span: Span,
}

/// An amount in pounds, written `1080`, `£1,080` or `28.50` and read “£1,080”, “£28.50”.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money {
    pence: u64,
    span: Span,
}

impl Count {
    /// The number.
    #[must_use]
    pub fn get(self) -> u32 {
        self.count
    }

    /// Where it is written.
    #[must_use]
    pub fn span(self) -> Span {
        self.span
    }
}

impl Percent {
    /// The number, from 0 to 100.
    #[must_use]
    pub fn get(self) -> u8 {
        self.percent
    }

    /// Where it is written.
    #[must_use]
    pub fn span(self) -> Span {
        self.span
    }
}

impl Money {
    /// The amount in pence.
    #[must_use]
    pub fn pence(self) -> u64 {
        self.pence
    }

    /// Where it is written.
    #[must_use]
    pub fn span(self) -> Span {
        self.span
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&thousands(u64::from(self.count)))
    }
}

impl Year {
    /// The year.
    #[must_use]
    pub fn get(self) -> u16 {
        self.year
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.year)
    }
}

impl<'de> Deserialize<'de> for Year {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (words, span) = placed(deserializer)?;
        year(&words).map(|year| Self { year, span }).map_err(Slip::through)
    }
}

impl Serialize for Year {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&mark(&self.to_string(), self.span))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.percent)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "£{}", thousands(self.pence / 100))?;
        match self.pence % 100 {
            0 => Ok(()),
            pence => write!(f, ".{pence:02}"),
        }
    }
}

/// A whole number with a comma between thousands.
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Letters without what people write around a number: pounds, percent, commas between thousands.
fn bare(words: &str) -> String {
    words.trim().trim_start_matches('£').trim_end_matches('%').trim().replace(',', "")
}

fn count(words: &str) -> Result<u32, Slip> {
    bare(words).parse().map_err(|_| wrong(words, " is not a whole number", "Write it in figures, such as 24."))
}

fn year(words: &str) -> Result<u16, Slip> {
    let year = words.trim().parse().ok().filter(|year| (1000..3000).contains(year));
    year.ok_or_else(|| wrong(words, " is not a year", "Write it in four figures, such as 2026."))
}

fn percent(words: &str) -> Result<u8, Slip> {
    let percent = bare(words).parse().ok().filter(|n| *n <= 100);
    percent.ok_or_else(|| wrong(words, " is not a number from 0 to 100", "Write it in figures, such as 94."))
}

fn decimal(words: &str) -> Result<String, Slip> {
    let number = bare(words);
    let good = !number.is_empty()
        && number.parse::<f64>().is_ok_and(f64::is_finite)
        && number.chars().all(|c| c.is_ascii_digit() || c == '.');
    if good { Ok(number) } else { Err(wrong(words, " is not a number", "Write it in figures, such as 11.8.")) }
}

fn pence(words: &str) -> Result<u64, Slip> {
    let number = bare(words);
    let (pounds, pence) = number.split_once('.').map_or((number.as_str(), "00"), |(pounds, pence)| (pounds, pence));
    let amount = || {
        let (pounds, pence): (u64, u64) = (pounds.parse().ok()?, pence.parse().ok().filter(|_| pence.len() == 2)?);
        pounds.checked_mul(100)?.checked_add(pence)
    };
    amount().ok_or_else(|| {
        let help = "Write the pounds in figures, with pence only where there are some: 1080 or 28.50.";
        wrong(words, " is not an amount of money", help)
    })
}

/// What is said of letters that are no number of the kind that is wanted.
fn wrong(words: &str, what: &'static str, help: &'static str) -> Slip {
    Slip { what: quoted(words).ours(what), help: ours(help) }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (words, span) = placed(deserializer)?;
        count(&words).map(|count| Self { count, span }).map_err(Slip::through)
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (words, span) = placed(deserializer)?;
        percent(&words).map(|percent| Self { percent, span }).map_err(Slip::through)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (words, span) = placed(deserializer)?;
        decimal(&words).map(|written| Self { written, span }).map_err(Slip::through)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (words, span) = placed(deserializer)?;
        pence(&words).map(|pence| Self { pence, span }).map_err(Slip::through)
    }
}

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&mark(&self.to_string(), self.span))
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&mark(&self.to_string(), self.span))
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&mark(&self.to_string(), self.span))
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&mark(&self.to_string(), self.span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_shown_as_people_write_it() {
        let show = |words| Money { pence: pence(words).expect("money"), span: Span::default() }.to_string();
        assert_eq!(show("1080"), "£1,080");
        assert_eq!(show("£1,080"), "£1,080");
        assert_eq!(show("28.50"), "£28.50");
        assert!(pence("28.5").is_err());
        assert!(pence("about 20").is_err());
    }

    #[test]
    fn a_number_in_letters_is_refused_kindly() {
        assert_eq!(count("twenty-four").expect_err("letters").help, ours("Write it in figures, such as 24."));
        assert!(percent("140").is_err());
        assert!(decimal("1e400").is_err());
    }
}
