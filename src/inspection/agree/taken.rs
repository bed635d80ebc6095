//! What can be compared without understanding it: numbers, sums, times, days, taken out of a value or out of the sentences of prose.

use regex::Regex;

use crate::duties::Take;
use crate::home::date;
use crate::inspection::places::Spoken;
pub(super) use crate::leftover::print::sentences;

/// Something that was taken, and where.
#[derive(Debug, Clone)]
pub(super) struct Taken<'a> {
    /// Where it stands.
    pub(super) place: Spoken<'a>,
    /// As it stands there.
    pub(super) shown: String,
    /// What it comes to.
    pub(super) worth: Worth,
}

/// What is compared.
#[derive(Debug, Clone, PartialEq, PartialOrd)]
pub(super) enum Worth {
    /// A number, in hundredths; minutes of the day times a hundred for a time.
    Number(i64),
    /// A day.
    Day(jiff::civil::Date),
    /// Words, without capitals.
    Words(String),
}

/// What is taken out of prose: where it stands, and only out of which sentences.
#[derive(Debug)]
pub(super) struct Taking {
    take: Option<Take>,
    patterns: Vec<Regex>,
    with: Option<Regex>,
}

/// Where a word begins or ends. Letters of English are enough, and quick to make ready.
const EDGE: &str = r"(?-u:\b)";
/// The months as they are called.
const MONTHS: &str = "January|February|March|April|May|June|July|August|September|October|November|December";
/// The days of the week.
const WEEKDAYS: &str = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
/// The numbers below twenty.
const SMALL: [&str; 20] = [
    "none",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
/// The tens from twenty.
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

impl Taking {
    /// Makes ready what a rule takes.
    ///
    /// # Errors
    /// Where a pattern of the rule is none.
    pub(super) fn new(take: Option<Take>, patterns: &[String], with: &[String]) -> Result<Self, regex::Error> {
        let bare = ["{}".to_owned()];
        let patterns = if patterns.is_empty() { &bare[..] } else { patterns };
        let patterns = match take {
            Some(take) => patterns.iter().map(|pattern| around(pattern, take)).collect::<Result<_, _>>()?,
            None => Vec::new(),
        };
        Ok(Self { take, patterns, with: any_of(with)? })
    }

    /// Everything that is to be compared at a place.
    pub(super) fn out_of<'a>(&self, place: &Spoken<'a>) -> Vec<Taken<'a>> {
        let Some(words) = place.words() else { return Vec::new() };
        let taken = |shown: &str, worth| Taken { place: place.clone(), shown: shown.to_owned(), worth };
        let Some(take) = self.take else { return vec![taken(words, plainly(words))] };
        if let Some(worth) = whole(words, take) {
            return vec![taken(words, worth)];
        }
        // What stands in none of its sentences need not be parted: most texts say nothing of it.
        if !self.may_stand_in(words) {
            return Vec::new();
        }
        let sentences = sentences(words).into_iter().filter(|sentence| self.is_one(sentence));
        let each = sentences.flat_map(|sentence| {
            let found = self.patterns.iter().flat_map(|pattern| pattern.captures_iter(sentence).collect::<Vec<_>>());
            found.filter_map(|found| found.name("it").map(|it| it.as_str())).collect::<Vec<_>>()
        });
        each.filter_map(|shown| worth(shown, take).map(|worth| taken(shown, worth))).collect()
    }

    /// Whether something may be taken out of one of the sentences of a text.
    fn may_stand_in(&self, words: &str) -> bool {
        self.is_one(words) && self.patterns.iter().any(|pattern| pattern.is_match(words))
    }

    /// Whether something may be taken out of a sentence.
    pub(super) fn is_one(&self, sentence: &str) -> bool {
        self.with.as_ref().is_none_or(|words| words.is_match(sentence))
    }
}

/// Any of some words as whole words, in any case; none where there are none. What begins with ^ is a pattern from the beginning of a sentence.
///
/// # Errors
/// Where it is no pattern.
pub(super) fn any_of(words: &[String]) -> Result<Option<Regex>, regex::Error> {
    let each = words
        .iter()
        .map(|words| words.replace('’', "'"))
        .map(|words| if words.starts_with('^') { words } else { format!("{EDGE}{}{EDGE}", regex::escape(&words)) });
    let each: Vec<String> = each.collect();
    if each.is_empty() { Ok(None) } else { Regex::new(&format!("(?i)(?:{})", each.join("|"))).map(Some) }
}

/// A pattern with what is taken in the place of its braces.
fn around(pattern: &str, take: Take) -> Result<Regex, regex::Error> {
    let pattern = pattern.replace('’', "'");
    let it = format!("(?P<it>{})", shape(take));
    // A sum begins with its sign, before which no word ends.
    let edge = if take == Take::Money && pattern.starts_with("{}") { "" } else { EDGE };
    let end = if take == Take::Percent && pattern.ends_with("{}") { "" } else { EDGE };
    Regex::new(&format!("(?i){edge}{}{end}", pattern.replace("{}", &it)))
}

/// How something looks in prose.
fn shape(take: Take) -> String {
    match take {
        Take::Number => {
            let tens = TENS.join("|");
            let ones = SMALL[1..10].join("|");
            format!(
                r"[0-9][0-9,]*|(?:{tens})(?:-(?:{ones}))?|{}",
                SMALL[1..].iter().rev().copied().collect::<Vec<_>>().join("|")
            )
        }
        Take::Money => r"£[0-9][0-9,]*(?:\.[0-9][0-9])?".to_owned(),
        Take::Time => r"[0-9]{1,2}(?:[.:][0-9][0-9])? ?[ap]m|noon|midnight|midday".to_owned(),
        Take::Phone => r"0[0-9][0-9 ]{7,12}[0-9]".to_owned(),
        Take::Email => r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+".to_owned(),
        Take::Percent => r"[0-9]{1,3} ?%|[0-9]{1,3} in a hundred|[0-9]{1,3} per cent".to_owned(),
        Take::Month => format!(r"(?:{MONTHS}) [0-9]{{4}}"),
        Take::Day => format!(r"[0-9]{{1,2}} (?:{MONTHS}) [0-9]{{4}}|[0-9]{{4}}-[0-9][0-9]-[0-9][0-9]"),
        Take::Weekday => WEEKDAYS.to_owned(),
    }
}

/// A whole value that is nothing but what is taken.
fn whole(words: &str, take: Take) -> Option<Worth> {
    match (take, date::read(words)) {
        (Take::Month, Ok(day)) => Some(Worth::Words(day.strftime("%B %-Y").to_string().to_lowercase())),
        (Take::Number | Take::Money | Take::Percent, _) => number(words.trim_start_matches('£').trim_end_matches('%')),
        _ => None,
    }
}

/// What something comes to that was taken.
fn worth(shown: &str, take: Take) -> Option<Worth> {
    let shown = shown.to_lowercase();
    match take {
        Take::Number => number(&shown),
        Take::Money => number(shown.trim_start_matches('£')),
        Take::Percent => number(shown.split([' ', '%']).next()?),
        Take::Time => time(&shown),
        Take::Phone => Some(Worth::Words(shown.chars().filter(char::is_ascii_digit).collect())),
        Take::Day => date::read(&shown).ok().map(Worth::Day),
        Take::Email | Take::Month | Take::Weekday => Some(Worth::Words(shown)),
    }
}

/// A value of which nothing is taken: a day, a number, or its words.
pub(super) fn plainly(words: &str) -> Worth {
    let day = || date::read(words).ok().map(Worth::Day);
    let bare = words.trim_start_matches('£').trim_end_matches('%');
    number(bare).or_else(day).unwrap_or_else(|| Worth::Words(words.trim().to_lowercase()))
}

/// A number in digits or in words, in hundredths.
fn number(words: &str) -> Option<Worth> {
    let words = words.trim().to_lowercase();
    let digits = words.replace(',', "");
    let (whole, part) = digits.split_once('.').unwrap_or((&digits, "0"));
    let in_digits = || {
        let part: i64 = format!("{part:0<2}").get(..2)?.parse().ok()?;
        whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part)
    };
    let in_words = || {
        let (tens, ones) = words.split_once('-').unwrap_or((&words, ""));
        let small = |word: &str| SMALL.iter().position(|name| *name == word);
        let count = match TENS.iter().position(|name| *name == tens) {
            Some(at) => (at + 2) * 10 + if ones.is_empty() { 0 } else { small(ones)? },
            None => small(&words)?,
        };
        i64::try_from(count * 100).ok()
    };
    in_digits().or_else(in_words).map(Worth::Number)
}

/// A time of the day, in minutes since midnight times a hundred.
fn time(words: &str) -> Option<Worth> {
    let minutes = match words {
        "noon" | "midday" => 12 * 60,
        "midnight" => 0,
        _ => {
            let afternoon = words.ends_with("pm");
            let digits = words.trim_end_matches(['a', 'p', 'm', ' ']);
            let (hours, minutes) = digits.split_once(['.', ':']).unwrap_or((digits, "0"));
            let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
            (hours % 12 + if afternoon { 12 } else { 0 }) * 60 + minutes
        }
    };
    Some(Worth::Number(minutes * 100))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::inspection::facts::Fact;
    use crate::inspection::places::Root;

    fn shown(take: Take, patterns: &[&str], words: &str) -> Vec<(String, Worth)> {
        let patterns: Vec<String> = patterns.iter().map(|pattern| (*pattern).to_owned()).collect();
        let taking = Taking::new(Some(take), &patterns, &[]).expect("patterns");
        let root = json!({"words": words});
        let facts = Fact::of(&root);
        Root::new(&root, &facts)
            .at("words")
            .iter()
            .flat_map(|place| taking.out_of(place))
            .map(|it| (it.shown, it.worth))
            .collect()
    }

    #[test]
    fn numbers_are_taken_in_digits_and_in_words() {
        let number = |words| shown(Take::Number, &["home for {}"], words).into_iter().map(|(_, worth)| worth).next();
        assert_eq!(number("A home for 42 people."), Some(Worth::Number(4200)));
        assert_eq!(number("A home for forty-two people."), Some(Worth::Number(4200)));
        assert_eq!(number("A home for fourteen."), Some(Worth::Number(1400)));
        assert_eq!(number("1,080"), Some(Worth::Number(108_000)));
        assert_eq!(number("A home for people."), None);
    }

    #[test]
    fn times_days_and_numbers_to_ring_are_taken_as_they_are_written() {
        let times = shown(Take::Time, &[], "At night, 9.30pm to 7.30 am");
        assert_eq!(
            times.iter().map(|(_, worth)| worth.clone()).collect::<Vec<_>>(),
            [Worth::Number(129_000), Worth::Number(45_000)]
        );
        assert_eq!(shown(Take::Phone, &[], "ring 01632 960123, or 999")[0].1, Worth::Words("01632960123".to_owned()));
        assert_eq!(shown(Take::Email, &[], "write to hello@rowan.example.")[0].0, "hello@rowan.example");
        let month = |words| shown(Take::Month, &[], words)[0].1.clone();
        assert_eq!(month("2026-05-14"), month("Rated in May 2026."));
        assert_eq!(shown(Take::Money, &["{} a week"], "It is £1,080.50 a week.")[0].1, Worth::Number(108_050));
    }

    #[test]
    fn a_text_has_its_sentences() {
        assert_eq!(sentences("Come at 9.30am. Or later! Why not"), ["Come at 9.30am.", "Or later!", "Why not"]);
    }
}
