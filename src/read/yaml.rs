//! YAML letters into nodes that know their place. The only file that knows serde-saphyr.
//!
//! Every scalar keeps the letters it was written with (`no`, `0117`, `1.10`), so that what kind of thing it is can be decided by
//! the key it belongs to, and worded by us. Where YAML itself cannot be read there is one finding, at the first place that a
//! person can mend.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::budget::BudgetBreach;
use serde_saphyr::{DuplicateKeyPolicy, Spanned};

use super::signs;
use crate::finding::{Draft, Finding, ours};
use crate::limits::{TEXT, YAML_DEPTH, YAML_FILE, YAML_NODES};
use crate::source::{Parsed, Sources};
use crate::text::signs::tidy;
use crate::text::{Audience, Letters, Personal, Public, Span};

pub use crate::source::{Node, Value};

/// The keys and values of a resident's record. Only [`super::shape::record`] and [`super::places`] look inside.
pub struct Record(pub(super) Node);

/// Reads the letters of a file that anybody may read. An empty file is [`Value::Empty`].
///
/// # Errors
/// What was found where the letters are not YAML, or are more than a home's file can be.
pub fn read(file: u32, letters: &str) -> Result<(Node, Vec<Finding>), Vec<Finding>> {
    nodes::<Public>(file, letters)
}

/// The nodes of a file that anybody may read, by its number: read when somebody first asks, and once for all who do.
///
/// # Errors
/// What was found where the letters are not YAML, or are more than a home's file can be; nothing where there is no such file, or it is
/// a resident's.
pub fn of(sources: &Sources, file: u32) -> Result<(&Node, &[Finding]), &[Finding]> {
    const NONE: &[Finding] = &[];
    let source = sources.get(file).filter(|source| !source.private).ok_or(NONE)?;
    let parsed: &Parsed = source.parsed(|letters| read(file, letters));
    parsed.as_ref().map(|(node, swallowed)| (node, swallowed.as_slice())).map_err(Vec::as_slice)
}

/// Reads the letters of a resident's record: what is found in it holds none of them.
///
/// # Errors
/// What was found where the letters are not YAML, or are more than a record can be.
pub fn record(file: u32, letters: &str) -> Result<(Record, Vec<Finding<Personal>>), Vec<Finding<Personal>>> {
    nodes::<Personal>(file, letters).map(|(node, swallowed)| (Record(node), swallowed))
}

/// Letters into nodes, with what YAML would swallow.
fn nodes<A: Audience>(file: u32, letters: &str) -> Result<(Node, Vec<Finding<A>>), Vec<Finding<A>>> {
    if YAML_FILE.is_passed_by(letters.len()) {
        return Err(vec![whole(file, ours(YAML_FILE.said), ours(YAML_FILE.help))]);
    }
    let (letters, found) = super::letters::sound(file, letters)?;
    let letters: &str = &letters;
    let mut budget = serde_saphyr::Budget::default();
    budget.max_depth = YAML_DEPTH.most;
    budget.max_nodes = YAML_NODES.most;
    budget.max_aliases = 0;
    budget.max_anchors = 0;
    let mut options = serde_saphyr::Options::default();
    options.budget = Some(budget);
    // A key that stands twice is kept twice: the shape reports every one of them with both places.
    options.duplicate_keys = DuplicateKeyPolicy::LastWins;
    options.with_snippet = false;
    // Of notes that are kept, no more than 96 may stand one after the other; a file that `homepack new` began has more.
    options.emit_comments = false;
    let raw: Option<Spanned<Raw>> = match serde_saphyr::from_str_with_options(letters, options) {
        Ok(raw) => raw,
        // What was found before is most likely why the rest cannot be read.
        Err(_) if !found.is_empty() => return Err(found),
        Err(error) => return Err(vec![worded(file, letters, &error)]),
    };
    let Some(raw) = raw else {
        return Ok((Node { span: Span { file, line: 1, column: 1, width: 1 }, value: Value::Empty }, found));
    };
    let mut written = Written { file, letters, lines: letters.lines().collect(), found };
    let node = written.node(raw);
    // A whole file of text is a key whose colon has no space after it.
    if let Value::Letters(_) = node.value
        && let Some(line) = (node.span.line as usize).checked_sub(1).and_then(|number| written.lines.get(number))
        && let Some(finding) = super::letters::fault(file, node.span.line as usize, line)
    {
        written.found.push(finding);
        return Err(written.found);
    }
    Ok((node, written.found))
}

/// A finding about the file as a whole.
fn whole<A: Audience>(file: u32, message: Draft, help: Draft) -> Finding<A> {
    Finding::error(Span { file, line: 1, column: 1, width: 1 }, message, help)
}

/// Words the reader's own error for a person who has never heard of YAML.
fn worded<A: Audience>(file: u32, letters: &str, error: &serde_saphyr::Error) -> Finding<A> {
    let span = error.location().map_or(Span { file, line: 1, column: 1, width: 1 }, |at| place(file, &at));
    if let Some(finding) = super::refused::explain(file, letters, span) {
        return finding;
    }
    if let serde_saphyr::Error::Budget { breach, .. } = error.without_snippet() {
        return match breach {
            BudgetBreach::Nodes { .. } | BudgetBreach::Events { .. } | BudgetBreach::ScalarBytes { .. } => {
                Finding::error(span, ours(YAML_NODES.said), ours(YAML_NODES.help))
            }
            BudgetBreach::Depth { .. } => Finding::error(span, ours(YAML_DEPTH.said), ours(YAML_DEPTH.help)),
            _ => Finding::error(
                span,
                ours("lists and keys lie too deep inside each other here, or stand for one another with “&” and “*”"),
                ours(YAML_DEPTH.help),
            ),
        };
    }
    super::letters::explain(file, letters, span)
}

/// A place in our own terms.
fn place(file: u32, at: &serde_saphyr::Location) -> Span {
    let number = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
    Span { file, line: number(at.line()).max(1), column: number(at.column()).max(1), width: 1 }
}

/// A file as it was written, with what was found in it: signs that cannot stand there, notes that swallow a part of it.
struct Written<'a, A: Audience> {
    file: u32,
    letters: &'a str,
    lines: Vec<&'a str>,
    found: Vec<Finding<A>>,
}

impl<A: Audience> Written<'_, A> {
    /// Turns what serde-saphyr gave into nodes of ours, with the letters as written.
    fn node(&mut self, raw: Spanned<Raw>) -> Node {
        let mut span = place(self.file, &raw.defined);
        let mut value = match raw.value {
            Raw::Empty => Value::Empty,
            Raw::Letters(text) => Value::Letters(text),
            Raw::Resolved => Value::Letters(self.at(&raw.defined).unwrap_or_default().to_owned()),
            Raw::List(list) => Value::List(list.into_iter().map(|raw| self.node(raw)).collect()),
            Raw::Keys(keys) => Value::Keys(keys.into_iter().map(|(key, raw)| self.entry(key, raw)).collect()),
        };
        if let Value::Letters(text) = &mut value {
            span.width = width(text.lines().next().unwrap_or_default());
            self.found.extend(super::letters::swallowed(span, &self.lines, text));
            if TEXT.is_passed_by(text.chars().count()) {
                self.found.push(Finding::error(Span { width: 1, ..span }, ours(TEXT.said), ours(TEXT.help)));
            }
            let begins = raw.defined.span().byte_offset().and_then(|byte| usize::try_from(byte).ok());
            self.found.extend(super::misread::misread(span, &self.lines, (self.letters, begins), text));
            *text = self.looked_through(&raw.defined, text);
        }
        Node { span, value }
    }

    fn entry(&mut self, key: Spanned<Key>, raw: Spanned<Raw>) -> (String, Span, Node) {
        let mut at = place(self.file, &key.defined);
        at.width = width(&key.value);
        if matches!(raw.value, Raw::Empty) {
            self.found.extend(super::misread::all_note(at, &self.lines));
        }
        (self.looked_through(&key.defined, &key.value), at, self.node(raw))
    }

    /// Letters after they were decoded, less what cannot stand among them and what nobody needs; what an escape brought in is noted.
    fn looked_through(&mut self, at: &serde_saphyr::Location, text: &str) -> String {
        if text.is_ascii() && !text.contains(|c: char| c.is_ascii_control()) {
            return text.to_owned();
        }
        let begins = place(self.file, at);
        let noted = self.at(at).map(|written| signs::in_text(begins, written)).unwrap_or_default();
        if noted.is_empty() {
            // Where the reader does not say how the text was written, its beginning is its place.
            self.found.extend(signs::told(text.chars().map(|c| (begins, c))));
        }
        self.found.extend(noted);
        tidy(&Letters::of(text)).into_owned()
    }

    /// The letters at a place, as they stand in the file.
    fn at(&self, at: &serde_saphyr::Location) -> Option<&str> {
        let start = usize::try_from(at.span().byte_offset()?).ok()?;
        let length = usize::try_from(at.span().byte_len()?).ok()?;
        self.letters.get(start..start + length).map(str::trim_end)
    }
}

/// How many characters are underlined in a report.
fn width(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX).max(1)
}

/// A value before its letters are looked up.
enum Raw {
    Empty,
    Letters(String),
    /// A plain `no` or `1.10` that the reader made a truth or a number of.
    Resolved,
    List(Vec<Spanned<Raw>>),
    Keys(Vec<(Spanned<Key>, Spanned<Raw>)>),
}

/// A key; always letters, even where it looks like a number.
type Key = String;

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

/// Takes whatever stands there.
struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Resolved)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Resolved)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Resolved)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Resolved)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Resolved)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Resolved)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Letters(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Letters(text))
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        deserializer.deserialize_any(Any)
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<Raw, S::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = list.next_element()? {
            nodes.push(node);
        }
        Ok(Raw::List(nodes))
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Raw, M::Error> {
        let mut keys = Vec::new();
        while let Some(entry) = map.next_entry()? {
            keys.push(entry);
        }
        Ok(Raw::Keys(keys))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(letters: &str) -> Vec<(String, Value)> {
        let (node, _) = read(1, letters).expect("YAML");
        match node.value {
            Value::Keys(keys) => keys.into_iter().map(|(key, _, node)| (key, node.value)).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn letters_stay_as_they_were_written() {
        let read = keys("a: no\nb: 0117 496 0000\nc: 1.10\nd: 007\ne: \"x\"\nf: 2026-01-02\ng: 1_000\nh: yes\n");
        let letters: Vec<_> = read.into_iter().map(|(_, v)| v).collect();
        let expected = ["no", "0117 496 0000", "1.10", "007", "x", "2026-01-02", "1_000", "yes"];
        assert_eq!(letters, expected.map(|e| Value::Letters(e.to_owned())));
    }

    #[test]
    fn a_key_that_stands_twice_is_kept_twice() {
        assert_eq!(keys("a: 1\na: 2\n").len(), 2);
    }

    #[test]
    fn an_empty_file_and_an_empty_key_are_nothing() {
        assert_eq!(read(1, "").expect("nothing").0.value, Value::Empty);
        assert_eq!(keys("a:\n"), vec![("a".to_owned(), Value::Empty)]);
    }

    #[test]
    fn every_value_knows_its_place() {
        let (node, _) = read(4, "home:\n  name: Rowan\n").expect("YAML");
        let Value::Keys(keys) = node.value else { panic!("keys") };
        let Value::Keys(inner) = &keys[0].2.value else { panic!("keys") };
        assert_eq!(inner[0].1, Span { file: 4, line: 2, column: 3, width: 4 });
        assert_eq!(inner[0].2.span, Span { file: 4, line: 2, column: 9, width: 5 });
    }

    #[test]
    fn two_hundred_thousand_brackets_end_in_a_finding() {
        let deep = "a: ".to_owned() + &"[".repeat(200_000);
        assert!(read(1, &deep).is_err());
    }

    #[test]
    fn thirty_thousand_keys_are_one_finding_and_so_is_a_book() {
        let many: String = (0..30_000).fold(String::new(), |keys, n| keys + "k" + &n.to_string() + ": x\n");
        assert_eq!(read(1, &many).expect_err("too many")[0].message.to_string(), YAML_NODES.said);
        let book = "a: ".to_owned() + &"word ".repeat(780_000);
        assert_eq!(read(1, &book).expect_err("too large")[0].message.to_string(), YAML_FILE.said);
    }

    #[test]
    fn a_text_that_is_too_long_is_told_with_all_else() {
        let text = "word ".repeat(TEXT.most / 5 + 1);
        let (_, findings) = read(1, &format!("a: x\nb: {text}end\nc: y #z\n")).expect("YAML");
        let said: Vec<(u32, String)> = findings.iter().map(|one| (one.span.line, one.message.to_string())).collect();
        assert_eq!(said[0], (2, TEXT.said.to_owned()));
        assert!(said[1].0 == 3 && said.len() == 2, "{said:?}");
        let (_, findings) = read(1, &format!("b: {}\n", "word ".repeat(TEXT.most / 5 - 1))).expect("YAML");
        assert!(findings.is_empty(), "{findings:?}");
    }

    #[test]
    fn however_many_notes_stand_one_after_the_other_the_rest_is_read() {
        let notes = "  # more: x\n".repeat(300);
        assert_eq!(keys(&format!("a:\n{notes}  b: 1\n{notes}  c: 2\n{notes}d: 3\n")).len(), 2);
    }

    #[test]
    fn an_alias_is_refused() {
        assert!(read(1, "a: &x [1]\nb: *x\n").is_err());
    }
}
