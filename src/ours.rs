//! The program's own YAML into types: rules, words lists, a country's facts, the plan of a theme.
//!
//! A mistake in it is a fault of whoever wrote that file, never of a home's content. The build script reads the rules through this
//! same file, so it imports nothing of ours.

use serde::de::DeserializeOwned;
use serde_saphyr::{Error, MessageFormatter as _, Options, UserMessageFormatter};

/// The first thing in a file of ours that its type cannot take.
#[derive(Debug, thiserror::Error)]
#[error("line {line}, column {column}: {message}")]
pub struct Misfit {
    /// The line, from 1.
    pub line: u64,
    /// The column, from 1.
    pub column: u64,
    /// What is wrong there; no full stop.
    pub message: String,
    /// The same in the words of the YAML reader.
    pub source: Box<Error>,
}

/// Reads YAML of ours into a type. The type decides what a plain `no` or `12` is: words where it wants words, else
/// a truth or a number.
///
/// # Errors
/// The first thing that does not fit, with its place.
pub fn read<T: DeserializeOwned>(letters: &str) -> Result<T, Misfit> {
    let mut options = Options::default();
    options.with_snippet = false;
    serde_saphyr::from_str_with_options(letters, options).map_err(Misfit::of)
}

impl Misfit {
    fn of(error: Error) -> Self {
        let (line, column) = error.location().map_or((1, 1), |at| (at.line(), at.column()));
        let message = match &error {
            Error::SerdeUnknownField { field, expected, .. } => {
                format!("there is no key “{field}” here; the keys that can stand here are: {}", expected.join(", "))
            }
            Error::SerdeMissingField { field, .. } => format!("the key “{field}” is missing"),
            other => UserMessageFormatter.format_message(other).into_owned(),
        };
        Self { line, column, message, source: Box::new(error) }
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Shelf {
        words: Vec<String>,
        #[serde(default)]
        told: bool,
        #[serde(default)]
        longest: Option<u32>,
    }

    #[test]
    fn words_stay_as_they_are_written() {
        let shelf: Shelf = read("words: [no, on, 12, \"yes\", 1.10]\nlongest: 7\ntold: yes\n").unwrap();
        assert_eq!(
            shelf,
            Shelf {
                words: ["no", "on", "12", "yes", "1.10"].map(str::to_owned).to_vec(),
                told: true,
                longest: Some(7)
            }
        );
    }

    #[test]
    fn a_misfit_says_where_it_is() {
        let why = |letters: &str| read::<Shelf>(letters).unwrap_err().to_string();
        assert_eq!(
            why("words: []\nwide: 3\n"),
            "line 2, column 1: there is no key “wide” here; the keys that can stand here are: words, told, longest"
        );
        assert_eq!(why("longest: 3\n"), "line 1, column 1: the key “words” is missing");
    }
}
