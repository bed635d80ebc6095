//! The little language that rules are written in: what it looks like, and its way into nodes that `matching` walks.
//!
//! | written | finds |
//! | --- | --- |
//! | `wash` | the word, in any mix of capitals |
//! | `wash~` `wash~ed` `wash~ing` `wash~s` `wash~pres` | every form; one form; “wash” and “washes” |
//! | `(wash\|bathe)~ed` | that form of each of these words |
//! | `bath\|shower~` | one of these |
//! | `@bathe~ed` | a word of the set `bathe` (`vocabulary/sets.yaml`), in that form |
//! | `%adv` | any word of a class: det, prep, conj, be, have, do, modal, neg, pron, rel, sub, adv, num |
//! | `<resident>` `<staff>` | a whole noun phrase about such a person or thing; `<any>` about anything |
//! | `{be}` | “are”, “will not be”, “have always been”, “is to be” |
//! | `{aux}` | “will”, “do not”, nothing at all: what may help a verb |
//! | `{ed!fine}` | a past participle that is not in the set `fine`: what is done to somebody |
//! | `{verb!fine}` | a verb that is not in the set `fine`: what somebody does |
//! | `..3` | up to three words of any kind in the same clause |
//! | `(a b\|c)` `(a b)?` `a?` | one of these; these or nothing |
//! | `[` `]` | the words that are pointed out; else all of them |
//! | `!x` | the next word is not x |
//! | `<!x` | the word before is not x |
//! | `$` | a noun phrase cannot go on here |
//! | `^` `.` | the sentence begins here; it ends here |
//! | `,` | a comma |

use std::borrow::Cow;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::class::Class;
use super::inflect::{Form, forms};
use super::role::Role;
use super::vocabulary::{SetId, Vocabulary, WordId};

/// One step of a pattern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Node {
    /// A word of a set.
    Word(SetId),
    /// A word of a class.
    Class(Class),
    /// A noun phrase about somebody or something.
    Phrase(Role),
    /// A helped “be”.
    Be,
    /// What may help a verb, or nothing.
    Helped,
    /// A past participle that is not one of these.
    Participle(SetId),
    /// A verb that is not one of these.
    Verb(SetId),
    /// Up to so many words.
    Gap(u8),
    /// The next word is not one of these.
    Ahead(SetId),
    /// The next word has none of these classes.
    AheadClass(Class),
    /// The word before is not one of these.
    Behind(SetId),
    /// The word before has none of these classes.
    BehindClass(Class),
    /// A noun phrase cannot go on here.
    PhraseEnd,
    /// The words that are pointed out begin here.
    Open,
    /// They end here.
    Close,
    /// The sentence begins here.
    Start,
    /// It ends here.
    End,
    /// A comma.
    Comma,
}

/// A pattern, ready to be looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Pattern {
    pub(crate) nodes: Vec<Node>,
    /// The node that is looked for first: a word that is not met often. None where a pattern holds no word.
    pub(crate) anchor: Option<usize>,
}

impl Pattern {
    /// The nodes right after the anchor, and right before it, that take words or look at them.
    pub(crate) fn beside(&self) -> (Option<&Node>, Option<&Node>) {
        let Some(anchor) = self.anchor else { return (None, None) };
        let mark = |node: &&Node| !matches!(node, Node::Open | Node::Close);
        (self.nodes[anchor + 1..].iter().find(mark), self.nodes[..anchor].iter().rfind(mark))
    }

    /// The bits of the words of which one must stand in the sentence; all bits where the pattern holds no word.
    pub(crate) fn wanted(&self, vocabulary: &Vocabulary) -> u64 {
        word_anchor(&self.nodes, vocabulary).map_or(u64::MAX, |(_, at)| match &self.nodes[at] {
            Node::Word(set) => vocabulary.members(*set).mask,
            _ => u64::MAX,
        })
    }
}

/// Why a pattern cannot be read.
pub(crate) type Wrong = String;
/// Pieces of a pattern, one after the other; many ways share them.
type Way = Vec<Rc<str>>;

/// Reads a pattern; what it offers in brackets becomes several.
pub(crate) fn patterns(written: &str, vocabulary: &mut Vocabulary) -> Result<Vec<Pattern>, Wrong> {
    let spaced = spaced(&spread(written));
    let pieces: Way = spaced.split_whitespace().map(Rc::from).collect();
    let mut out = Vec::new();
    for line in expand(&pieces)? {
        let nodes = line.iter().map(|piece| node(piece, vocabulary)).collect::<Result<Vec<_>, _>>()?;
        let anchor = anchor(&nodes, vocabulary);
        out.push(Pattern { nodes, anchor });
    }
    Ok(out)
}

/// “(wash|bathe)~ed” is “wash~ed|bathe~ed”.
fn spread(written: &str) -> Cow<'_, str> {
    if !written.contains(")~") {
        return written.into();
    }
    let mut out = String::new();
    let mut rest = written;
    while let Some(at) = rest.find(")~") {
        let open = rest[..at].rfind('(').unwrap_or(0);
        let end =
            rest[at + 1..].find(|c: char| !(c.is_alphanumeric() || c == '~')).map_or(rest.len(), |end| at + 1 + end);
        let form = &rest[at + 1..end];
        out.push_str(&rest[..open]);
        let ways = rest[open..at].trim_start_matches('(').split('|');
        out.push_str(&format!("({})", ways.map(|way| formed(way, form)).collect::<Vec<_>>().join("|")));
        rest = &rest[end..];
    }
    (out + rest).into()
}

/// “deal with” in a form is “deal~ed with”, “co operate” is “co operate~ed”.
fn formed(way: &str, form: &str) -> String {
    const PARTICLES: [&str; 10] = ["with", "to", "after", "for", "at", "up", "out", "off", "on", "down"];
    match way.rsplit_once(' ') {
        Some((verb, last)) if PARTICLES.contains(&last) => format!("{verb}{form} {last}"),
        _ => format!("{way}{form}"),
    }
}

/// Brackets apart from words: “[(a|b) c]” becomes “[ ( a | b ) c ]” outside of alternatives of single words.
fn spaced(written: &str) -> String {
    let mut out = String::new();
    let mut depth = 0;
    for c in written.chars() {
        match c {
            '(' => {
                depth += 1;
                out.push_str(" ( ");
            }
            ')' => {
                depth -= 1;
                out.push_str(" )");
            }
            '|' if depth > 0 => out.push_str(" | "),
            '[' | ']' => out.extend([' ', c, ' ']),
            _ => out.push(c),
        }
    }
    if !written.contains('(') {
        return out;
    }
    // “) ?” is one sign: what stands in the brackets may be left out.
    out.replace(")?", ") ?").replace(") )", " ) )")
}

/// All ways to read the brackets.
fn expand(pieces: &[Rc<str>]) -> Result<Vec<Way>, Wrong> {
    let mut lines = vec![Vec::new()];
    let mut at = 0;
    while at < pieces.len() {
        let (ways, next) = if &*pieces[at] == "(" {
            group(pieces, at)?
        } else if let Some(word) = pieces[at].strip_suffix('?').filter(|word| !word.is_empty()) {
            (vec![vec![word.into()], Vec::new()], at + 1)
        } else {
            lines.iter_mut().for_each(|line| line.push(Rc::clone(&pieces[at])));
            at += 1;
            continue;
        };
        lines =
            lines.iter().flat_map(|line: &Way| ways.iter().map(move |way| [line.as_slice(), way].concat())).collect();
        if lines.len() > 4000 {
            return Err("it offers more than 4,000 ways".to_owned());
        }
        at = next;
    }
    Ok(lines)
}

/// The ways to read one pair of brackets, and where it ends.
fn group(pieces: &[Rc<str>], open: usize) -> Result<(Vec<Way>, usize), Wrong> {
    let (mut depth, mut from, mut ways) = (0, open + 1, Vec::new());
    for at in open..pieces.len() {
        match &*pieces[at] {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && &*pieces[at] == "|") {
            ways.extend(expand(&pieces[from..at])?);
            from = at + 1;
        }
        if depth == 0 {
            let mut ways = together(ways);
            let optional = pieces.get(at + 1).is_some_and(|piece| &**piece == "?");
            if optional {
                ways.push(Vec::new());
            }
            return Ok((ways, at + 1 + usize::from(optional)));
        }
    }
    Err("a bracket is not closed".to_owned())
}

/// The single words of some ways as one way: “a|b c|d” is “a|d” or “b c”.
fn together(ways: Vec<Way>) -> Vec<Way> {
    let plain =
        |way: &Way| way.len() == 1 && way[0].starts_with(|c: char| c.is_alphanumeric() || c == '@' || c == '\'');
    let (words, mut others): (Vec<_>, Vec<_>) = ways.into_iter().partition(plain);
    if !words.is_empty() {
        others.insert(0, vec![words.concat().join("|").into()]);
    }
    others
}

/// Reads one piece.
fn node(piece: &str, vocabulary: &mut Vocabulary) -> Result<Node, Wrong> {
    if piece.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return set(piece, vocabulary).map(Node::Word);
    }
    Ok(match piece {
        "[" => Node::Open,
        "]" => Node::Close,
        "$" => Node::PhraseEnd,
        "^" => Node::Start,
        "." => Node::End,
        "," => Node::Comma,
        "{be}" => Node::Be,
        "{aux}" => Node::Helped,
        _ => {
            if let Some(class) = piece.strip_prefix("!%") {
                Node::AheadClass(classes(class)?)
            } else if let Some(class) = piece.strip_prefix("<!%") {
                Node::BehindClass(classes(class)?)
            } else if let Some(fine) = piece.strip_prefix("{ed!").and_then(|rest| rest.strip_suffix('}')) {
                Node::Participle(set(&format!("@{fine}~ed"), vocabulary)?)
            } else if let Some(fine) = piece.strip_prefix("{verb!").and_then(|rest| rest.strip_suffix('}')) {
                Node::Verb(set(&format!("@{fine}~"), vocabulary)?)
            } else if let Some(words) = piece.strip_prefix("<!") {
                Node::Behind(set(words, vocabulary)?)
            } else if let Some(words) = piece.strip_prefix('!') {
                Node::Ahead(set(words, vocabulary)?)
            } else if let Some(class) = piece.strip_prefix('%') {
                Node::Class(classes(class)?)
            } else if let Some(count) = piece.strip_prefix("..") {
                Node::Gap(count.parse().map_err(|_| format!("“{piece}” wants a number"))?)
            } else if let Some(roles) = piece.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
                Node::Phrase(self::roles(roles)?)
            } else {
                Node::Word(set(piece, vocabulary)?)
            }
        }
    })
}

/// The roles of “resident|visitor”.
pub(crate) fn roles(written: &str) -> Result<Role, Wrong> {
    written
        .split('|')
        .map(|name| Role::named(name.trim()).ok_or_else(|| format!("there is no role “{name}”")))
        .collect()
}

/// The classes of “adv|prep”.
fn classes(written: &str) -> Result<Class, Wrong> {
    written.split('|').map(|name| Class::named(name).ok_or_else(|| format!("there is no class “{name}”"))).collect()
}

/// The set of “bath|shower~|@bathe~ed”.
pub(crate) fn set(written: &str, vocabulary: &mut Vocabulary) -> Result<SetId, Wrong> {
    if let Some(set) = vocabulary.written(written) {
        return Ok(set);
    }
    let mut words = Vec::new();
    for part in written.split('|') {
        if vocabulary.part(part).is_none() {
            let learnt = learn(part, vocabulary)?;
            vocabulary.remember_part(part, learnt);
        }
        words.extend(vocabulary.part(part).unwrap_or_default());
    }
    let set = vocabulary.set(words);
    vocabulary.remember(written, set);
    Ok(set)
}

/// The words of “bath”, of “shower~”, of “@bathe~ed”.
fn learn(part: &str, vocabulary: &mut Vocabulary) -> Result<Vec<WordId>, Wrong> {
    let (name, form) = match part.split_once('~') {
        None => (part, Form::Exact),
        Some((name, "")) => (name, Form::Any),
        Some((name, "ed")) => (name, Form::Ed),
        Some((name, "ing")) => (name, Form::Ing),
        Some((name, "s")) => (name, Form::S),
        Some((name, "pres")) => (name, Form::Present),
        Some((_, other)) => return Err(format!("there is no form “~{other}”")),
    };
    let letters: Vec<String> = match name.strip_prefix('@') {
        Some(set) => {
            let words = vocabulary.named(set).ok_or_else(|| format!("there is no set “{set}”"))?;
            words.iter().flat_map(|word| forms(word, form)).collect()
        }
        None => forms(name, form),
    };
    if let Some(bad) = letters
        .iter()
        .find(|word| word.is_empty() || word.contains(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '&')))
    {
        return Err(format!("“{bad}” is not one word"));
    }
    Ok(letters.iter().map(|word| vocabulary.id(word)).collect())
}

/// The node to look for first: the set with the fewest words, none of them among the commonest; else a phrase about somebody.
fn anchor(nodes: &[Node], vocabulary: &Vocabulary) -> Option<usize> {
    let somebody = |node: &Node| matches!(node, Node::Phrase(roles) if !roles.contains(Role::THING));
    let person = nodes.iter().position(somebody);
    match word_anchor(nodes, vocabulary) {
        // “and” is met everywhere: whoever it is about is met less often.
        Some((cost, _)) if cost > COMMON && person.is_some() => person,
        Some((_, at)) => Some(at),
        // “{be} {ed!fine}” holds neither a word nor a person.
        None => person.or_else(|| nodes.iter().position(|node| matches!(node, Node::Participle(_)))),
    }
}

/// What one of the commonest words in a set costs: as much as so many others.
const COMMON: usize = 200;

fn word_anchor(nodes: &[Node], vocabulary: &Vocabulary) -> Option<(usize, usize)> {
    let cost = |node: &Node| match node {
        Node::Word(set) => {
            let set = vocabulary.members(*set);
            Some(set.words.len() + COMMON * set.common)
        }
        _ => None,
    };
    (0..nodes.len()).filter_map(|at| cost(&nodes[at]).map(|cost| (cost, at))).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(written: &str) -> usize {
        patterns(written, &mut Vocabulary::built_in().unwrap()).unwrap().len()
    }

    #[test]
    fn brackets_offer_ways() {
        assert_eq!(count("[are allowed to]"), 1);
        assert_eq!(count("(if|when) (the manager)? agrees"), 2);
        assert_eq!(count("a (b (c|d)|e) f?"), 4);
    }

    #[test]
    fn a_pattern_that_cannot_be_read_says_why() {
        let mut vocabulary = Vocabulary::built_in().unwrap();
        assert!(patterns("<postman> must", &mut vocabulary).unwrap_err().contains("postman"));
        assert!(patterns("@nothing~ed", &mut vocabulary).unwrap_err().contains("nothing"));
        assert!(patterns("(a b", &mut vocabulary).unwrap_err().contains("bracket"));
        assert_eq!(patterns("<any> ..3", &mut vocabulary).unwrap()[0].anchor, None);
    }
}
