//! What somebody types, in the form in which it stands in a file: a day, one of a few words, a short name for a name.

use super::draft::Draft;
use super::tree::Tree;
use crate::home::date;
use crate::keys::{Key, Written};

/// How a day and a short name are called where it is said what is written at a key.
const DAY: &str = "a day:";
const SHORT_NAME: &str = "a short name";

/// A line that was typed, as it is written at a key. What does not fit stays as it is, and is refused where it is read.
pub(super) fn fitted(draft: &Draft<'_>, key: &Key, line: &str) -> Tree {
    let words = match &key.written {
        Written::OneOf(few) => one_of(few, line),
        Written::Value(kind) if kind.starts_with(DAY) && line.eq_ignore_ascii_case("today") => {
            Some(draft.today.to_string())
        }
        Written::Value(kind) if kind.starts_with(DAY) => date::read(line).ok().map(|day| day.to_string()),
        Written::Value(kind) if kind.starts_with(SHORT_NAME) => draft.person(line).or_else(|| draft.contact(line)),
        _ => None,
    };
    Tree::Words(words.unwrap_or_else(|| line.to_owned()))
}

/// The word that was meant, by itself or by what it means.
fn one_of(few: &[(String, String)], line: &str) -> Option<String> {
    let plain = |words: &str| words.to_lowercase().replace([' ', '_'], "-");
    let is = |(word, means): &&(String, String)| plain(word) == plain(line) || means.eq_ignore_ascii_case(line);
    few.iter().find(is).map(|(word, _)| word.clone())
}
