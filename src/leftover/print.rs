//! Fingerprints of what a sample home says: hashes of values with their spelling evened out, never the words themselves.
//!
//! The build script makes them from `content/` through this same file, so it imports nothing of ours.

use sha2::{Digest as _, Sha256};

/// A fingerprint.
pub type Print = u64;

/// How many bytes of the file one fingerprint takes: its own eight, and one with a bit for each sample home that says it.
pub const BYTES: usize = 9;

/// Under which name a sentence is hashed, wherever it stands.
pub const SENTENCE: &str = "a sentence";
/// Under which name the bytes of a photograph are hashed.
pub const PHOTOGRAPH: &str = "a photograph";

/// A sentence of fewer words than that is anybody's.
const TELLING: usize = 7;

/// The fingerprint of a value at a way such as `home.places`.
#[must_use]
pub fn print(way: &str, value: &str) -> Print {
    of_bytes(way, even(value).as_bytes())
}

/// The fingerprint of bytes.
#[must_use]
pub fn of_bytes(way: &str, bytes: &[u8]) -> Print {
    let mut hash = Sha256::new();
    hash.update(way.as_bytes());
    hash.update([0]);
    hash.update(bytes);
    hash.finalize().iter().take(8).fold(0, |print, byte| (print << 8) | u64::from(*byte))
}

/// The sentences of a text, each as it stands.
#[must_use]
pub fn sentences(text: &str) -> Vec<&str> {
    let ends = text.match_indices(['.', '!', '?']).map(|(at, sign)| at + sign.len());
    let ends = ends.filter(|at| text[*at..].starts_with(char::is_whitespace)).chain([text.len()]);
    let mut from = 0;
    let each = ends.map(|end| {
        let sentence = text[from..end].trim();
        from = end;
        sentence
    });
    each.filter(|sentence| !sentence.is_empty()).collect()
}

/// The sentences of a text that are long enough to be one home's own.
#[must_use]
pub fn telling(text: &str) -> Vec<&str> {
    sentences(text).into_iter().filter(|sentence| sentence.split_whitespace().count() >= TELLING).collect()
}

/// The file that speaks of a subject, as ways begin: `home.yaml` is `home`, and so is every file in a folder `services` `services`.
#[must_use]
pub fn subject(file: &str) -> String {
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    let name = if folder.is_empty() { name.split('.').next().unwrap_or(name) } else { folder };
    name.replace('-', "_")
}

/// A value with its spelling evened out: small letters, one kind of apostrophe and space, no full stop at its end, numbers one way.
fn even(value: &str) -> String {
    let mut words = String::with_capacity(value.len());
    for word in value.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        for c in word.chars() {
            match c {
                '’' | '‘' => words.push('\''),
                c if c.is_ascii() => words.push(c.to_ascii_lowercase()),
                c => words.extend(c.to_lowercase()),
            }
        }
    }
    let words = words.trim_end_matches('.');
    words.parse::<f64>().map_or_else(|_| words.to_owned(), |number| number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_the_same_however_it_is_spelt_and_another_at_another_key() {
        assert_eq!(print("home.summary", "It’s  ours."), print("home.summary", "it's ours"));
        assert_eq!(print("fees.weekly.from", "1080.50"), print("fees.weekly.from", "1080.5"));
        assert_ne!(print("home.places", "42"), print("rooms.number", "42"));
    }

    #[test]
    fn only_sentences_that_somebody_made_up_are_telling() {
        assert_eq!(
            telling("Ring us soon. We come at 9.30am with tea and the paper. Do."),
            ["We come at 9.30am with tea and the paper."]
        );
    }

    #[test]
    fn a_file_is_named_by_what_it_is_about() {
        assert_eq!(
            (subject("daily-life.yaml"), subject("services/short-stay.yaml")),
            ("daily_life".into(), "services".into())
        );
    }
}
