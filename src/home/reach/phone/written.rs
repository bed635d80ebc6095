//! The ways in which people write a number: groups, brackets, a country's code, text relay, an extension.

use std::sync::LazyLock;

use regex::Regex;

use super::plan;
use crate::finding::{Draft, Slip, ours, quoted};

/// A number, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    /// As it is dialled here: with the leading zero, or with 00 for a number abroad; short numbers as they are.
    pub(super) digits: String,
    /// As a device dials it from anywhere: `+441632960123`.
    pub(super) dialled: String,
    /// In spoken groups, with what comes after it.
    pub(super) shown: String,
    /// Whether it goes through Relay UK.
    pub(super) by_relay: bool,
}

/// What says no more than that a number follows.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:tel|telephone|phone|ph|mobile|mob|call|ring)(?:\.|:|\.:|\b)\s*").expect("the pattern is fixed")
});

/// What somebody asks for, or presses, once the telephone is answered.
static AFTER: LazyLock<Regex> = LazyLock::new(|| {
    let extension = r"(?:extension|extn|ext|x|#)[\s.:=]*(?:no\.?\s*|number\s+)?(?P<extension>\d{1,7})";
    let option = r"(?:then\s+)?(?:(?:select|choose|press|pick)\s+(?:option\s+)?|option\s+)(?P<option>\d{1,2})";
    Regex::new(&format!(r"(?i)[\s,;(]*(?:{extension}|{option})\s*\)?\.?$")).expect("the pattern is fixed")
});

/// What stands between two numbers.
static BETWEEN: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\s(?:or|and|&)\s|\s*[,;/]\s*").expect("the pattern is fixed"));

/// A day in figures.
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4}))$")
        .expect("the pattern is fixed")
});

/// What Relay UK is rung by: from a textphone, and to one.
const RELAYS: [&str; 2] = ["18001", "18002"];

/// Reads a number.
pub(super) fn read(words: &str) -> Result<Written, Slip> {
    let bare = words.trim();
    let bare = &bare[LABEL.find(bare).map_or(0, |label| label.end())..];
    let (number, after) = match AFTER.captures(bare) {
        Some(found) => (&bare[..found.get(0).map_or(0, |all| all.start())], said_after(&found)),
        None => (bare, String::new()),
    };
    let wrong = |why: Draft, help: Draft| Slip {
        what: quoted(words).ours(" is not a phone number that can be rung: ").then(why),
        help,
    };
    signs(number).map_err(|(why, help)| wrong(why, help))?;
    let relayed = RELAYS.into_iter().find_map(|relay| Some((relay, number.strip_prefix(relay)?)));
    let relayed = relayed.filter(|(_, rest)| rest.chars().any(|c| c.is_ascii_digit()));
    let (relay, rest) = relayed.map_or((None, number), |(relay, rest)| (Some(relay), rest));
    let plain = dialled(rest).map_err(|(why, help)| wrong(why, help))?;
    let shown = format!("{}{after}", plain.shown);
    Ok(match relay {
        None => Written { shown, ..plain },
        Some(relay) => Written {
            dialled: format!("{relay}{}", plain.digits),
            shown: format!("{relay}\u{A0}{shown}"),
            by_relay: true,
            ..plain
        },
    })
}

/// What is said after the number.
fn said_after(found: &regex::Captures<'_>) -> String {
    let extension = found.name("extension").map(|digits| format!(", extension\u{A0}{}", digits.as_str()));
    let option = found.name("option").map(|digits| format!(", then option\u{A0}{}", digits.as_str()));
    extension.or(option).unwrap_or_default()
}

/// What to write, with an example that has all there can be.
fn with_its_code() -> Draft {
    ours("Write it with its code, such as 01632 960123.")
}

/// Refuses what is no sign of a number, and more than one number.
fn signs(number: &str) -> Result<(), (Draft, Draft)> {
    // “0800 123456/7” is two numbers, the second with another last figure; “01632/960123” is one with its code.
    let another = number.rsplit_once('/').is_some_and(|(before, after)| {
        let figures = |part: &str| part.chars().filter(char::is_ascii_digit).count();
        figures(before) > 6 && (1..=3).contains(&figures(after))
    });
    let parts = BETWEEN.split(number).filter(|part| part.chars().any(|c| c.is_ascii_digit()));
    if another || parts.count() > 1 && number.chars().filter(char::is_ascii_digit).count() > 11 {
        let help =
            "Write one here. In a file of the folder contacts each number is an entry of its own under “phones”.";
        return Err((ours("there are two numbers"), ours(help)));
    }
    if DAY.is_match(number) {
        return Err((ours("it looks like a date"), with_its_code()));
    }
    let known = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || "+-().".contains(c)
            || c == '/'
            || matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}')
    };
    match number.chars().find(|c| !known(*c)) {
        None => Ok(()),
        Some(c) => {
            let before = number.split(c).next().unwrap_or_default();
            let help = if before.chars().filter(char::is_ascii_digit).count() > 9 {
                with_its_code().ours(" An extension comes after it: 01632 960123 ext 12.")
            } else {
                with_its_code()
            };
            Err((quoted(c).ours(" is not a digit"), help))
        }
    }
}

/// A number without what stands around it.
fn dialled(number: &str) -> Result<Written, (Draft, Draft)> {
    let number = number.trim().trim_start_matches('(');
    let abroad = number.starts_with('+') || number.starts_with("00");
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if number.chars().skip(1).any(|c| c == '+') {
        return Err((ours("a “+” stands in the middle of it"), with_its_code()));
    }
    if !abroad {
        return here(&digits, number);
    }
    let digits = if number.starts_with('+') { digits.as_str() } else { digits.trim_start_matches("00") };
    match digits.strip_prefix("44") {
        Some(rest) => {
            let national = format!("0{}", rest.strip_prefix('0').unwrap_or(rest));
            here(&national, &national)
        }
        None => far(number),
    }
}

/// A number in the United Kingdom, or a short one.
fn here(digits: &str, number: &str) -> Result<Written, (Draft, Draft)> {
    let written = |dialled: String| Written {
        digits: digits.to_owned(),
        dialled,
        shown: groups(digits, number),
        by_relay: false,
    };
    if let Some(rest) = digits.strip_prefix('0') {
        return match plan::wrong(digits) {
            Some(why) => Err((why, with_its_code())),
            None => Ok(written(format!("+44{rest}"))),
        };
    }
    if plan::is_short(digits) {
        return Ok(written(digits.to_owned()));
    }
    let whole = format!("0{digits}");
    Err(match digits.len() {
        10 if is_nhs_number(digits) && (plan::wrong(&whole).is_some() || in_threes(number)) => {
            (ours("it looks like an NHS number"), with_its_code())
        }
        9 | 10 if plan::wrong(&whole).is_none() => (ours("its leading 0 is missing"), with_its_code()),
        0 => (ours("there are no digits in it"), with_its_code()),
        n @ 4..=8 => (ours("it has ").number(n).ours(" digits and no code before them"), with_its_code()),
        n => (ours("it has ").number(n).ours(" digits"), with_its_code()),
    })
}

/// A number abroad, from its plus or its 00 on.
fn far(number: &str) -> Result<Written, (Draft, Draft)> {
    // “(0)” is for people who ring from within the country, but where the zero is dialled from everywhere.
    let code = number.trim_start_matches(['+', '0']).trim_start();
    let zero = if plan::keeps_zero(code) { "0" } else { " " };
    let number = number.replace("(0)", zero);
    let parts: Vec<&str> = number.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let digits = parts.concat();
    let digits = if number.starts_with('+') { digits.as_str() } else { digits.trim_start_matches("00") };
    if let Some(why) = plan::wrong_abroad(digits) {
        return Err((why, ours("Write it as it is rung from here, such as +353 1 555 0123.")));
    }
    let shown = parts.join("\u{A0}");
    let shown = shown.trim_start_matches("00").trim_start_matches('\u{A0}');
    Ok(Written {
        digits: format!("00{digits}"),
        dialled: format!("+{digits}"),
        shown: format!("+{shown}"),
        by_relay: false,
    })
}

/// Spoken groups: the manager's own where there are any, else by the kind of number.
fn groups(digits: &str, number: &str) -> String {
    let own = number.split_whitespace().collect::<Vec<_>>();
    if own.len() > 1 && own.concat() == digits {
        return own.join("\u{A0}");
    }
    let cuts = plan::cuts(digits);
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if cuts.contains(&i) {
            out.push('\u{A0}');
        }
        out.push(c);
    }
    out
}

/// Whether ten digits are grouped as the NHS groups its numbers.
fn in_threes(number: &str) -> bool {
    number.split_whitespace().map(str::len).eq([3, 3, 4])
}

/// Whether the last of ten digits is the one that the NHS's check of its numbers gives.
fn is_nhs_number(digits: &str) -> bool {
    let digits: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    let [first @ .., last] = digits.as_slice() else { return false };
    let sum: u32 = first.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    match 11 - sum % 11 {
        11 => *last == 0,
        10 => false,
        check => *last == check,
    }
}
