//! What somebody wants explained, found among files and keys: by name, by the end of the way to it, or by words of its meaning.

use super::{FILES, FileOf, KEYS, Key, subject};
use crate::finding::meant;

/// How many keys are named at most where words were asked for.
const AT_MOST: usize = 12;

/// Words shorter than this tell nothing apart: “the”, “who”.
const TELLING: usize = 4;

/// What was found.
#[derive(Debug)]
pub enum Answer {
    /// A kind of file.
    File(&'static FileOf),
    /// One key.
    Key(&'static Key),
    /// Several keys: of that name, or with those words in what they mean.
    Several(Vec<&'static Key>),
    /// Nothing; where a name was close, the help says which.
    Nothing(Option<String>),
}

/// Finds what was asked for: `rooms.yaml`, `kinds_of_places`, `rooms.kinds.number`, or words such as “who may be named”.
#[must_use]
pub fn asked(words: &str) -> Answer {
    let asked = plain(words);
    if let Some(file) = FILES.iter().find(|file| file.path == words || plain(subject(file.path)) == asked) {
        return Answer::File(file);
    }
    let steps: Vec<&str> = asked.split('.').filter(|step| !step.is_empty()).collect();
    let named: Vec<&Key> = KEYS.iter().filter(|key| ends_with(key, &steps)).collect();
    match named.as_slice() {
        [key] => Answer::Key(key),
        [] => match close(&asked) {
            // One word that is nearly a name is that name misspelt.
            Some(help) if !words.trim().contains(' ') => Answer::Nothing(Some(help)),
            help => by_meaning(words).unwrap_or(Answer::Nothing(help)),
        },
        _ => Answer::Several(named),
    }
}

/// A name as all names are compared: without its ending, and with one sign between words.
fn plain(name: &str) -> String {
    let name = name.trim().to_lowercase().replace(": ", ":").replace(".yaml", "").replace(".md", "").replace("[]", "");
    name.trim_end_matches(['.', ':', '/', '*']).replace([':', '/'], ".").replace(['-', ' '], "_")
}

/// Whether the way to a key ends with some steps; the first of them may be the file.
fn ends_with(key: &Key, steps: &[&str]) -> bool {
    let subject = plain(subject(key.file));
    let way: Vec<&str> = std::iter::once(subject.as_str()).chain(key.steps.iter().map(String::as_str)).collect();
    !steps.is_empty() && way.ends_with(steps)
}

/// The keys whose meaning has most of the words that were asked for, the best first; none where no key has them all but one.
fn by_meaning(words: &str) -> Option<Answer> {
    let wanted: Vec<String> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= TELLING)
        .map(str::to_lowercase)
        .collect();
    let score = |key: &Key| {
        let said = format!("{} {}", key.steps.join(" ").replace('_', " "), key.meaning).to_lowercase();
        wanted.iter().filter(|word| said.contains(word.as_str())).count()
    };
    let mut found: Vec<(usize, &Key)> = KEYS.iter().map(|key| (score(key), key)).collect();
    found.retain(|(score, _)| *score > 0 && score + 1 >= wanted.len());
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let best = found.first()?.0;
    let keys: Vec<&Key> =
        found.into_iter().filter(|(score, _)| *score == best).map(|(_, key)| key).take(AT_MOST).collect();
    Some(match keys.as_slice() {
        [key] => Answer::Key(key),
        _ => Answer::Several(keys),
    })
}

/// The name that was most likely meant.
fn close(asked: &str) -> Option<String> {
    let last = asked.rsplit('.').next().unwrap_or(asked);
    meant(last, KEYS.iter().map(Key::name).chain(FILES.iter().map(|file| file.path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_found_by_its_name_its_way_or_its_meaning() {
        let found = |words: &str| match asked(words) {
            Answer::Key(key) => key.path(),
            Answer::File(file) => file.path.to_owned(),
            Answer::Several(keys) => keys.iter().map(|key| key.path()).collect::<Vec<_>>().join(" "),
            Answer::Nothing(help) => help.unwrap_or_default(),
        };
        assert_eq!(found("kinds_of_places"), "home.kinds_of_places");
        assert_eq!(found("kinds of places"), "home.kinds_of_places");
        assert_eq!(found("rooms.kinds.number"), "rooms.kinds.number");
        assert_eq!(found("rooms.yaml"), "rooms.yaml");
        assert_eq!(found("finding-us"), "finding-us.yaml");
        assert_eq!(found("finding_us: parking_places"), "finding-us.parking_places");
        assert_eq!(found("kinds_of_place"), "Did you mean “kinds_of_places”?");
        assert_eq!(found("blue badge holders"), "finding-us.blue_badge_places");
        assert!(found("name").contains("home.name ") && found("name").contains("people."), "{}", found("name"));
        assert_eq!(found("xyzzy"), "");
    }
}
