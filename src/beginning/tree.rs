//! What stands in a file, without its place: words, lists, keys in their order. Read from YAML, and written as YAML that reads back the same.

use super::way::Step;
use crate::read::yaml::{self, Node, Value};

/// A value of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    /// Words, as they were written.
    Words(String),
    /// A list.
    List(Vec<Tree>),
    /// Keys with their values.
    Keys(Vec<(String, Tree)>),
}

impl Tree {
    /// An empty file.
    #[must_use]
    pub fn empty() -> Self {
        Self::Keys(Vec::new())
    }

    /// Words.
    #[must_use]
    pub fn words(words: &str) -> Self {
        Self::Words(words.to_owned())
    }

    /// What a node says; keys with nothing after them are left out.
    #[must_use]
    pub fn of(node: &Node) -> Option<Self> {
        Some(match &node.value {
            Value::Empty => return None,
            Value::Letters(words) => Self::Words(words.clone()),
            Value::List(list) => Self::List(list.iter().filter_map(Self::of).collect()),
            Value::Keys(keys) => {
                Self::Keys(keys.iter().filter_map(|(key, _, node)| Some((key.clone(), Self::of(node)?))).collect())
            }
        })
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Keys(keys) => keys.iter().find(|(known, _)| known == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Words(words) => words.trim().is_empty(),
            Self::List(list) => list.is_empty(),
            Self::Keys(keys) => keys.is_empty(),
        }
    }

    /// Every value at the end of some steps, through all lists.
    #[must_use]
    pub fn at(&self, steps: &[Step]) -> Vec<&Self> {
        let mut values = vec![self];
        for step in steps {
            values = values.into_iter().flat_map(Self::each).filter_map(|value| value.get(&step.key)).collect();
        }
        values.into_iter().flat_map(Self::each).collect()
    }

    /// The entries of a list, or the one value.
    pub(super) fn each(&self) -> Vec<&Self> {
        match self {
            Self::List(list) => list.iter().flat_map(Self::each).collect(),
            _ => vec![self],
        }
    }

    /// Its words, where it is words.
    #[must_use]
    pub fn as_words(&self) -> Option<&str> {
        match self {
            Self::Words(words) => Some(words),
            _ => None,
        }
    }

    /// Puts a value at the end of some steps. In a list it goes to the last entry, or to a new one where that entry says it already.
    pub fn put(&mut self, steps: &[Step], value: Self) {
        let Some((step, rest)) = steps.split_first() else {
            *self = value;
            return;
        };
        let held = self.entry(&step.key);
        if rest.is_empty() {
            *held = value;
        } else if step.list {
            let list = held.as_list();
            if list.last().is_none_or(|last| !last.at(rest).is_empty()) {
                list.push(Self::empty());
            }
            if let Some(last) = list.last_mut() {
                last.put(rest, value);
            }
        } else {
            held.put(rest, value);
        }
    }

    /// Puts a value into the last entry of a list, whether that entry says it already or not.
    pub fn put_in_last(&mut self, steps: &[Step], value: Self) {
        let Some((step, rest)) = steps.split_first() else {
            *self = value;
            return;
        };
        let held = self.entry(&step.key);
        if !step.list || rest.is_empty() {
            return held.put_in_last(rest, value);
        }
        let list = held.as_list();
        if list.is_empty() {
            list.push(Self::empty());
        }
        if let Some(last) = list.last_mut() {
            last.put_in_last(rest, value);
        }
    }

    /// The value of a key, which is made where there is none.
    pub(super) fn entry(&mut self, key: &str) -> &mut Self {
        if !matches!(self, Self::Keys(_)) {
            *self = Self::empty();
        }
        let Self::Keys(keys) = self else { unreachable!("it was made of keys just now") };
        let at = keys.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
            keys.push((key.to_owned(), Self::empty()));
            keys.len() - 1
        });
        &mut keys[at].1
    }

    /// The list here; what stands here alone becomes its first entry.
    pub fn as_list(&mut self) -> &mut Vec<Self> {
        if !matches!(self, Self::List(_)) {
            let alone = std::mem::replace(self, Self::List(Vec::new()));
            if let (false, Self::List(list)) = (alone.is_empty(), &mut *self) {
                list.push(alone);
            }
        }
        let Self::List(list) = self else { unreachable!("it was made a list just now") };
        list
    }

    /// Its YAML: the letters after a key and its colon, with the space or the line between them.
    #[must_use]
    pub fn after_key(&self, indent: usize) -> String {
        match self {
            Self::Words(words) => format!(" {}\n", scalar(words)),
            Self::List(list) => format!("\n{}", list.iter().map(|entry| entry.dashed(indent + 2)).collect::<String>()),
            Self::Keys(_) => format!("\n{}", self.lines(indent + 2)),
        }
    }

    /// Its keys as lines.
    #[must_use]
    pub fn lines(&self, indent: usize) -> String {
        let Self::Keys(keys) = self else { return String::new() };
        let held = keys.iter().filter(|(_, value)| !value.is_empty());
        held.fold(String::new(), |all, (key, value)| format!("{all}{:indent$}{key}:{}", "", value.after_key(indent)))
    }

    /// Its lines as an entry of a list, behind a dash.
    fn dashed(&self, indent: usize) -> String {
        let inside = match self {
            Self::Words(words) => return format!("{:indent$}- {}\n", "", scalar(words)),
            Self::List(list) => list.iter().map(|entry| entry.dashed(indent + 2)).collect(),
            Self::Keys(_) => self.lines(indent + 2),
        };
        format!("{:indent$}- {}", "", inside.trim_start())
    }
}

/// Words as a value: as they are where they come back so, else in quotation marks.
#[must_use]
pub(super) fn scalar(words: &str) -> String {
    let plain = words.trim();
    if comes_back(plain, plain) { plain.to_owned() } else { quoted(plain) }
}

/// Words in quotation marks, on one line.
fn quoted(words: &str) -> String {
    let escaped = words.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t");
    format!("\"{escaped}\"")
}

/// Whether letters of YAML come back as some words, with nothing to find in them.
fn comes_back(written: &str, words: &str) -> bool {
    if words.contains('\n') || !written.starts_with(|c: char| c.is_alphanumeric() || "£“‘(".contains(c)) {
        return false;
    }
    let Ok((node, findings)) = yaml::read(1, &format!("a: {written}\nb: c\n")) else { return false };
    let Value::Keys(keys) = node.value else { return false };
    let back = keys.first().map(|(_, _, node)| &node.value);
    keys.len() == 2 && findings.is_empty() && back == Some(&Value::Letters(words.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::way::steps;
    use super::*;

    fn back(tree: &Tree) -> Option<Tree> {
        Tree::of(&yaml::read(1, &tree.lines(0)).expect("YAML").0)
    }

    #[test]
    fn whatever_is_said_comes_back_from_its_yaml() {
        for words in
            ["Rowan House", "- Bea", "no", "a: b", "a #b", "“x”", "C:\\x \"y\"", "007", "one\ntwo", "{{ x }}", "@a"]
        {
            let mut tree = Tree::empty();
            tree.put(&steps("a"), Tree::words(words));
            tree.put(&steps("list"), Tree::List(vec![Tree::words(words), Tree::words("b")]));
            tree.put(&steps("named[].name"), Tree::words(words));
            tree.put(&steps("named[].deep.list"), Tree::List(vec![Tree::words(words)]));
            tree.put(&steps("named[].name"), Tree::words("another"));
            assert_eq!(back(&tree).as_ref(), Some(&tree), "{}", tree.lines(0));
        }
    }

    #[test]
    fn a_second_answer_at_a_key_of_a_list_begins_a_new_entry() {
        let mut tree = Tree::empty();
        tree.put(&steps("phones[].number"), Tree::words("1"));
        tree.put(&steps("phones[].number"), Tree::words("2"));
        tree.put_in_last(&steps("phones[].label"), Tree::words("at night"));
        assert_eq!(tree.lines(0), "phones:\n  - number: 1\n  - number: 2\n    label: at night\n");
        assert_eq!(tree.at(&steps("phones[].number")).len(), 2);
    }
}
