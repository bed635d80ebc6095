//! The letters of a file that is begun: what was answered, and every other key as a line to use, with its meaning, an example and where
//! it is seen. `##` begins an explanation and `#` a line to use, as in a resident's record.

use super::tree::Tree;
use crate::country::Profile;
use crate::keys::{self, FileOf, Key, Written};
use crate::read::yaml;

/// How wide a line of explanation may be.
const WIDTH: usize = 100;
/// How many pages are named where a key is seen on many.
const PLACES: usize = 3;

/// How a line is used.
const HOW: &str =
    "Lines with ## explain. A line with one # is an example: to use it, take “# ” away and write what is true.";

/// What becomes of a file when something is answered for it.
#[derive(Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing.
    Same,
    /// It has these letters, which say the same in everything else.
    Letters(String),
    /// Somebody wrote in it by hand, so it stays. These lines are for them to put in.
    Told(String),
}

/// The letters of a new file. `note` is said at its head.
#[must_use]
pub fn letters(kind: &FileOf, country: &Profile, tree: &Tree, note: &[String]) -> String {
    let mut out = String::new();
    let head = [kind.about, HOW].into_iter().chain(note.iter().map(String::as_str));
    head.for_each(|line| explained(line, &mut out));
    out + &blocks(kind, country, tree)
}

/// The letters of a page of one’s own: what stands between its two lines, its heading, its first words.
#[must_use]
pub fn page(kind: &FileOf, country: &Profile, tree: &Tree, heading: &str, words: Option<&str>) -> String {
    let words = words.map(|words| format!("\n{words}\n")).unwrap_or_default();
    format!("---\n{}---\n\n# {heading}\n{words}", blocks(kind, country, tree).trim_start())
}

/// The keys of a file, a block each.
fn blocks(kind: &FileOf, country: &Profile, tree: &Tree) -> String {
    let keys = keys::in_country(kind, country);
    let first = keys.iter().filter(|key| key.steps.len() == 1);
    first.fold(String::new(), |all, key| all + "\n" + &block(&keys, key, tree.get(key.name())))
}

/// A file that is there, with other answers. What somebody wrote in it by hand stays; `before` is what it says now.
#[must_use]
pub fn with(kind: &FileOf, country: &Profile, was: &str, before: &Tree, after: &Tree) -> Change {
    let Tree::Keys(said) = after else { return Change::Same };
    let keys = keys::in_country(kind, country);
    let (mut now, mut told) = (was.to_owned(), String::new());
    for (name, value) in said.iter().filter(|(name, value)| before.get(name) != Some(value)) {
        let Some(key) = keys.iter().find(|key| key.steps.len() == 1 && key.name() == name) else { continue };
        let old = block(&keys, key, before.get(name));
        let new = block(&keys, key, Some(value));
        if now.matches(&old).count() == 1 {
            now = now.replacen(&old, &new, 1);
        } else if before.get(name).is_none() {
            now = format!("{}\n\n{new}", now.trim_end());
        } else {
            told.push_str(&Tree::Keys(vec![(name.clone(), value.clone())]).lines(0));
        }
    }
    match () {
        () if !told.is_empty() || now != was && !says(&now, after) => {
            let lines = said.iter().filter(|(name, value)| before.get(name) != Some(value)).cloned().collect();
            Change::Told(Tree::Keys(lines).lines(0))
        }
        () if now == was => Change::Same,
        () => Change::Letters(now),
    }
}

/// Whether letters say the same as a tree, in whatever order.
fn says(letters: &str, tree: &Tree) -> bool {
    let Ok((node, findings)) = yaml::read(1, letters) else { return false };
    let read = Tree::of(&node).unwrap_or_else(Tree::empty);
    let (Tree::Keys(a), Tree::Keys(b)) = (&read, tree) else { return false };
    findings.is_empty() && a.len() == b.len() && b.iter().all(|(key, value)| read.get(key) == Some(value))
}

/// A key at the top of a file, with its explanation.
fn block(keys: &[Key], key: &Key, value: Option<&Tree>) -> String {
    let mut out = String::new();
    match value {
        Some(value) => present(keys, key, value, 0, &mut out),
        None => absent(keys, key, 0, &mut out),
    }
    out
}

/// A key that is said, and what else could stand under it.
fn present(keys: &[Key], key: &Key, value: &Tree, indent: usize, out: &mut String) {
    indented(&about(key), indent, "", out);
    match value {
        Tree::Keys(said) if key.written == Written::Keys && !key.several => {
            out.push_str(&format!("{:indent$}{}:\n", "", key.name()));
            // What is said comes first, so that nobody reads past it.
            for inner in below(keys, key) {
                if let Some(value) = value.get(inner.name()) {
                    present(keys, inner, value, indent + 2, out);
                }
            }
            let silent = below(keys, key).filter(|inner| value.get(inner.name()).is_none());
            silent.for_each(|inner| absent(keys, inner, indent + 2, out));
            let unknown = said.iter().filter(|(name, _)| !below(keys, key).any(|inner| inner.name() == name));
            out.push_str(&Tree::Keys(unknown.cloned().collect()).lines(indent + 2));
        }
        _ => {
            out.push_str(&format!("{:indent$}{}:{}", "", key.name(), value.after_key(indent)));
            if key.several && key.written == Written::Keys {
                indented(&example(keys, key)[1..], indent, "# ", out);
            }
        }
    }
}

/// A key that is not said, as a line to use.
fn absent(keys: &[Key], key: &Key, indent: usize, out: &mut String) {
    indented(&about(key), indent, "", out);
    indented(&example(keys, key), indent, "# ", out);
}

/// Lines further in, each behind a sign.
fn indented(lines: &[String], indent: usize, sign: &str, out: &mut String) {
    lines.iter().for_each(|line| out.push_str(&format!("{:indent$}{sign}{line}\n", "")));
}

/// The keys directly below one.
fn below<'a>(keys: &'a [Key], key: &'a Key) -> impl Iterator<Item = &'a Key> {
    keys.iter().filter(|inner| inner.steps.len() == key.steps.len() + 1 && inner.steps.starts_with(&key.steps))
}

/// What a key means, what can be written there, and where it is seen.
fn about(key: &Key) -> Vec<String> {
    let mut out = String::new();
    explained(&key.meaning, &mut out);
    if let Written::OneOf(words) = &key.written
        && words.len() > 1
    {
        let words: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
        explained(&format!("One of these: {}.", words.join(", ")), &mut out);
    }
    if !key.seen_on.is_empty() {
        let named = key.seen_on.iter().take(PLACES).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = match key.seen_on.len().saturating_sub(PLACES) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        explained(&format!("Seen on: {named}{more}."), &mut out);
    }
    out.lines().map(str::to_owned).collect()
}

/// A key with its example, and all below it.
fn example(keys: &[Key], key: &Key) -> Vec<String> {
    let mut out = vec![format!("{}:", key.name())];
    if key.written == Written::Keys {
        let further = if key.several { "    " } else { "  " };
        let mut inner: Vec<String> = Vec::new();
        for held in below(keys, key) {
            inner.extend(about(held).into_iter().chain(example(keys, held)).map(|line| format!("{further}{line}")));
        }
        if key.several
            && let Some(first) = inner.iter_mut().find(|line| !line.trim_start().starts_with('#'))
        {
            first.replace_range(2..4, "- ");
        }
        out.extend(inner);
    } else if key.several {
        out.push(format!("  - {}", shown(key)));
    } else {
        out[0].push_str(&format!(" {}", shown(key)));
    }
    out
}

/// The example of a key: that of its question, else one of its words.
pub(super) fn shown(key: &Key) -> &str {
    let example = key.question.as_ref().and_then(|asked| asked.example.as_deref());
    match &key.written {
        Written::OneOf(words) if !words.iter().any(|(word, _)| Some(word.as_str()) == example) => {
            words.first().map_or("…", |(word, _)| word)
        }
        Written::Value(kind) => example.or_else(|| kind.rsplit_once(", as in ").map(|(_, shown)| shown)).unwrap_or("…"),
        _ => example.unwrap_or("…"),
    }
}

/// A sentence as lines of explanation.
fn explained(sentence: &str, out: &mut String) {
    let mut line = "##".to_owned();
    for word in sentence.split_whitespace() {
        if line.chars().count() + 1 + word.chars().count() > WIDTH {
            out.push_str(&format!("{line}\n"));
            "##".clone_into(&mut line);
        }
        line.push_str(&format!(" {word}"));
    }
    out.push_str(&format!("{line}\n"));
}

#[cfg(test)]
mod tests {
    use super::super::way::steps;
    use super::*;
    use crate::country::Profiles;
    use crate::keys::FILES;

    fn profile(of: &str, test: impl Fn(&Profile)) {
        test(Profiles::new().expect("countries").of(Some(of)));
    }

    fn tree_of(letters: &str) -> Tree {
        let (node, findings) = yaml::read(1, letters).expect(letters);
        assert_eq!(findings, [], "{letters}");
        Tree::of(&node).unwrap_or_else(Tree::empty)
    }

    #[test]
    fn a_file_of_nothing_says_nothing_and_with_its_signs_away_every_key() {
        for country in crate::country::ids() {
            profile(country, |profile| {
                for file in FILES.iter().filter(|file| !file.path.starts_with("residents")) {
                    let begun = letters(file, profile, &Tree::empty(), &[]);
                    assert_eq!(tree_of(&begun), Tree::empty());
                    let used: String = begun
                        .lines()
                        .map(|line| if line.starts_with("##") { "" } else { line.strip_prefix("# ").unwrap_or(line) })
                        .fold(String::new(), |all, line| all + line + "\n");
                    let tree = tree_of(&used);
                    for key in keys::in_country(file, profile) {
                        let steps: Vec<_> = steps(&key.way);
                        assert!(!tree.at(&steps).is_empty(), "{}: {}\n{used}", file.path, key.way);
                    }
                }
            });
        }
    }

    #[test]
    fn an_answer_more_leaves_all_else_as_it_was() {
        profile("england", |profile| {
            let file = keys::file_of("home.yaml").expect("a file");
            let mut before = Tree::empty();
            before.put(&steps("name"), Tree::words("Fernhollow"));
            before.put(&steps("rating.overall"), Tree::words("good"));
            let begun = letters(file, profile, &before, &[]).replace("## What people", "## By hand: what people");
            let mut after = before.clone();
            after.put(&steps("rating.given_on"), Tree::words("2026-02-03"));
            after.put(&steps("short_name"), Tree::words("Fern"));
            let Change::Letters(now) = with(file, profile, &begun, &before, &after) else { panic!("it was told") };
            assert_eq!(tree_of(&now).at(&steps("rating.given_on")), [&Tree::words("2026-02-03")]);
            assert!(now.contains("## By hand") && now.ends_with("short_name: Fern\n"), "{now}");
            let by_hand = begun.replace("overall: good", "overall:   good");
            let told = with(file, profile, &by_hand, &before, &after);
            assert!(matches!(&told, Change::Told(lines) if lines.contains("given_on: 2026-02-03")), "{told:?}");
        });
    }
}
