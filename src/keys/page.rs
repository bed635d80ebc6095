//! What `homepack explain` says of a file or a key, and what stands in `docs/files/`: Markdown that reads well as it is.

use super::choices::choices;
use super::{FILES, FileOf, KEYS, Key, Written};

/// The list of all kinds of files.
#[must_use]
pub fn contents() -> String {
    let line = |file: &FileOf| format!("  {:<24}{}\n", file.path, file.about);
    FILES.iter().map(line).collect()
}

/// A file: what it is about, and every key it can have.
#[must_use]
pub fn listed(file: &FileOf) -> String {
    let mut out = format!("# {}\n\n{}\n", file.path, file.about);
    for key in KEYS.iter().filter(|key| key.file == file.path) {
        let indent = "  ".repeat(key.steps.len() - 1);
        if key.steps.len() == 1 {
            out.push('\n');
        }
        out.push_str(&format!("{indent}- `{}`: {}", key.name(), key.meaning));
        if let Written::Value(kind) = &key.written
            && kind != WORDS
        {
            out.push_str(&format!(" Write {kind}."));
        }
        if let Written::OneOf(words) = &key.written {
            let words: Vec<String> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
            out.push_str(&format!(" Write one of these: {}.", words.join(", ")));
        }
        if key.several {
            out.push_str(" Several, each after a dash.");
        }
        if key.must && !key.meaning.contains(MUST) {
            out.push_str(&format!(" {MUST}."));
        }
        out.push('\n');
    }
    out
}

/// How a value is called that is written as words.
const WORDS: &str = "words";
/// How the model’s comments say that a key cannot be left out.
const MUST: &str = "It must be there";

/// A key: what it means, what is written there and how, where it is seen.
#[must_use]
pub fn key(key: &Key) -> String {
    let mut out = format!("# {}\n\n{}\n\n", key.path(), key.meaning);
    if let Some(asked) = &key.question {
        out.push_str(&format!(
            "**Ask yourself:** {} {}\n\n**Who knows it:** {}.\n\n",
            asked.question, asked.why, asked.who
        ));
    }
    out.push_str(&format!("You write it in `{}`:\n\n{}\n", key.file, drawn(key)));
    match &key.written {
        Written::Value(kind) => out.push_str(&format!("What you write: {kind}.\n")),
        Written::OneOf(words) => {
            out.push_str(&format!("What you write is one of these:\n\n{}", listed_words(words)));
        }
        Written::Keys => {
            out.push_str("Under it stand:\n\n");
            let inner = |inner: &&Key| inner.file == key.file && inner.steps.starts_with(&key.steps);
            for inner in KEYS.iter().filter(inner).filter(|inner| inner.steps.len() == key.steps.len() + 1) {
                out.push_str(&format!("- `{}`: {}\n", inner.name(), inner.meaning));
            }
        }
    }
    for (country, words) in choices(key) {
        out.push_str(&format!("\nThe words for it in {country}:\n\n{}", listed_words(&words)));
    }
    if key.several {
        out.push_str("\nThere can be several, each after a dash.\n");
    }
    if key.must && !key.meaning.contains(MUST) {
        out.push_str("\nIt must be there, wherever the keys around it are.\n");
    }
    if !key.seen_on.is_empty() {
        out.push_str(&format!("\nSeen on: {}.\n", key.seen_on.join(", ")));
    }
    out
}

/// Words with their meanings, a line each.
fn listed_words(words: &[(String, String)]) -> String {
    let line = |(word, meaning): &(String, String)| match meaning.as_str() {
        "" => format!("- `{word}`\n"),
        meaning => format!("- `{word}`: {meaning}\n"),
    };
    words.iter().map(line).collect()
}

/// How the way to a key looks in its file.
fn drawn(key: &Key) -> String {
    let mut out = String::new();
    let (mut indent, mut before) = (4, " ".repeat(4));
    for depth in 1..=key.steps.len() {
        let known = KEYS.iter().find(|known| known.file == key.file && known.steps == key.steps[..depth]);
        let several = known.is_some_and(|known| known.several);
        out.push_str(&format!("{before}{}:", key.steps[depth - 1]));
        if depth < key.steps.len() {
            out.push('\n');
            // In a list the next key stands behind the dash; otherwise it stands under this one.
            before = if several { format!("{:indent$}  - ", "") } else { " ".repeat(indent + 2) };
            indent += if several { 4 } else { 2 };
        } else if key.written == Written::Keys {
            out.push('\n');
            drawn_inside(key, indent, several, &mut out);
        } else if several {
            out.push_str(&format!("\n{:indent$}  - {}\n", "", shown(key)));
        } else {
            out.push_str(&format!(" {}\n", shown(key)));
        }
    }
    out
}

/// The keys that stand under one which holds keys, with what could stand at each.
fn drawn_inside(key: &Key, indent: usize, several: bool, out: &mut String) {
    let inner = |inner: &&Key| inner.file == key.file && inner.steps.starts_with(&key.steps);
    let values = KEYS.iter().filter(inner).filter(|inner| inner.steps.len() == key.steps.len() + 1);
    let mut before = if several { format!("{:indent$}  - ", "") } else { " ".repeat(indent + 2) };
    for inner in values.filter(|inner| inner.written != Written::Keys) {
        let list = if inner.several { format!("\n{:width$}  - ", "", width = before.len()) } else { " ".to_owned() };
        out.push_str(&format!("{before}{}:{list}{}\n", inner.name(), shown(inner)));
        before = " ".repeat(before.len());
    }
}

/// What stands in the place of a value: the example of its kind, or dots.
fn shown(key: &Key) -> &str {
    if let Some(example) = key.question.as_ref().and_then(|asked| asked.example.as_deref()) {
        return example;
    }
    match &key.written {
        Written::Value(kind) => kind.rsplit_once(", as in ").map_or("…", |(_, example)| example),
        Written::OneOf(words) => words.first().map_or("…", |(word, _)| word),
        Written::Keys => "…",
    }
}
