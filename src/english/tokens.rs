//! A passage cut into sentences, and each sentence into words and signs.
//!
//! Comes from: a passage's text. Goes to: `clause` and `matching`, which look at words by their numbers, never at letters.

mod sentences;

use std::ops::Range;

use crate::rulebook::class::Class;
use crate::rulebook::role::Role;
use crate::rulebook::vocabulary::{Vocabulary, WordId};

/// A word or a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// Its first byte in the passage.
    pub(crate) start: u32,
    /// The byte after its last.
    pub(crate) end: u32,
    /// Its number in the vocabulary; 0 where no rule knows it.
    pub(crate) word: WordId,
    /// What it can do: its classes.
    pub(crate) class: Class,
    /// Who it stands for: its roles.
    pub(crate) role: Role,
    /// How it is written.
    pub(crate) shape: Shape,
    /// Whether it stands between quotation marks.
    pub(crate) quoted: bool,
    /// Whether it is part of a name of several words whose role it carries as a whole.
    pub(crate) named: bool,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Small,
    /// The first letter is a capital.
    Capital,
    /// All letters are capitals, at least two.
    Capitals,
    /// It holds a figure.
    Figure,
    /// No word.
    Sign,
}

/// One sentence: its tokens, and its bytes in the passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) tokens: Range<usize>,
    pub(crate) bytes: Range<usize>,
}

/// Cuts passages up, one after another. It fills the same lists each time, so that a long text asks for memory only once.
#[derive(Debug, Default)]
pub(crate) struct Cutter {
    pub(crate) tokens: Vec<Token>,
    pub(crate) sentences: Vec<Sentence>,
    small: String,
}

impl Cutter {
    /// Cuts a text up: fills `tokens` and `sentences`.
    pub(crate) fn cut(&mut self, text: &str, vocabulary: &Vocabulary) {
        self.tokens.clear();
        self.sentences.clear();
        self.words(text, vocabulary);
        self.names(vocabulary);
        self.quotes(text);
        self.ends(text);
    }

    fn words(&mut self, text: &str, vocabulary: &Vocabulary) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            if byte.is_ascii_alphanumeric() || (byte >= 0x80 && letter(text, at)) {
                at = self.word(text, at, vocabulary);
            } else if byte.is_ascii_whitespace() {
                at += 1;
            } else {
                let sign = text[at..].chars().next().map_or(1, char::len_utf8);
                self.sign(text, at, at + sign);
                at += sign;
            }
        }
    }

    /// Takes a word, with what is written together with it: “mustn’t” is two words, “resident’s” a word and the sign of an owner.
    fn word(&mut self, text: &str, start: usize, vocabulary: &Vocabulary) -> usize {
        let bytes = text.as_bytes();
        let mut end = start;
        while end < bytes.len() {
            let byte = bytes[end];
            if byte.is_ascii_alphanumeric() {
                end += 1;
            } else if byte >= 0x80 && letter(text, end) {
                end += text[end..].chars().next().map_or(1, char::len_utf8);
            } else if (byte == b'.' || byte == b',')
                && end + 1 < bytes.len()
                && bytes[end - 1].is_ascii_digit()
                && bytes[end + 1].is_ascii_digit()
            {
                end += 1;
            } else {
                break;
            }
        }
        if bytes.get(end).is_none_or(|byte| byte.is_ascii() && *byte != b'\'') {
            self.push(text, start, end, vocabulary);
            return end;
        }
        let apostrophe = apostrophe(text, end);
        let tail = apostrophe.map_or("", |after| {
            let rest = &text[after..];
            &rest[..rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len())]
        });
        match (apostrophe, tail.to_ascii_lowercase().as_str()) {
            // “do” and “n’t”.
            (Some(after), "t") if text[..end].ends_with(['n', 'N']) && end - start > 1 => {
                self.push(text, start, end - 1, vocabulary);
                self.push_as("n't", end - 1, after + 1, vocabulary);
                after + 1
            }
            (Some(after), "s") => {
                self.push(text, start, end, vocabulary);
                let pronoun = self.tokens.last().is_some_and(|token| token.is(Class::PRON));
                let sign = if pronoun { Class::BE } else { Class::POSS };
                self.tokens.push(sign_token(end, after + 1, sign));
                after + 1
            }
            (Some(after), "re" | "ll" | "ve" | "m" | "d") => {
                self.push(text, start, end, vocabulary);
                self.push_as(&format!("'{}", tail.to_ascii_lowercase()), end, after + tail.len(), vocabulary);
                after + tail.len()
            }
            // “residents’ rooms”: an apostrophe after an s, before a space.
            (Some(after), "")
                if text[..end].ends_with('s') && text[after..].starts_with(' ') && !self.opened(text, start) =>
            {
                self.push(text, start, end, vocabulary);
                self.tokens.push(sign_token(end, after, Class::POSS));
                after
            }
            _ => {
                self.push(text, start, end, vocabulary);
                end
            }
        }
    }

    /// Whether a single quotation mark is open before a byte, so that the next one closes it.
    fn opened(&self, text: &str, start: usize) -> bool {
        let mut back = self.tokens.iter().rev().take(12);
        back.any(|token| {
            token.shape == Shape::Sign && ["'", "‘"].contains(&&text[token.start as usize..token.end as usize])
        }) || text[..start].ends_with(['\'', '‘'])
    }

    fn push(&mut self, text: &str, start: usize, end: usize, vocabulary: &Vocabulary) {
        let letters = &text[start..end];
        if letters.bytes().all(|byte| byte.is_ascii_lowercase()) {
            // Most words.
            return self.token(letters, vocabulary.known(letters), Shape::Small, start, end, vocabulary);
        }
        self.small.clear();
        self.small.extend(letters.chars().flat_map(char::to_lowercase));
        let word = vocabulary.known(&self.small);
        self.token(letters, word, shape(letters), start, end, vocabulary);
    }

    /// Takes a word that is written another way: “’ll”.
    fn push_as(&mut self, letters: &str, start: usize, end: usize, vocabulary: &Vocabulary) {
        self.token(letters, vocabulary.known(letters), Shape::Small, start, end, vocabulary);
    }

    #[allow(clippy::cast_possible_truncation, reason = "a passage is part of a file of at most 32 MB")]
    fn token(&mut self, letters: &str, word: WordId, shape: Shape, start: usize, end: usize, vocabulary: &Vocabulary) {
        let known = vocabulary.word(word);
        let mut class = known.class;
        if class.is_empty() && shape == Shape::Figure {
            class = Class::NUM;
        }
        if class.is_empty()
            && letters.len() > 4
            && letters.ends_with("ly")
            && shape == Shape::Small
            && !["family", "elderly", "supply", "reply", "friendly", "daily", "early"].contains(&letters)
        {
            class = Class::ADV;
        }
        self.tokens.push(Token {
            start: start as u32,
            end: end as u32,
            word,
            class,
            role: known.role,
            shape,
            quoted: false,
            named: false,
        });
    }

    fn sign(&mut self, text: &str, start: usize, end: usize) {
        let kind = match &text[start..end] {
            "." | "!" | "?" | ":" | ";" | "—" | "–" | "…" | "•" | "|" => Class::STOP,
            "," => Class::COMMA,
            "/" | "&" => Class::CONJ,
            // A hyphen joins: “wheelchair-bound” is two words, as “wheelchair bound” is.
            "-" | "‑" | "‐" => {
                let spaced = text[..start].ends_with(' ') || text[end..].starts_with(' ');
                if !spaced {
                    return;
                }
                Class::STOP
            }
            "\u{AD}" | "\u{200B}" | "*" | "_" => return,
            _ => Class::SIGN,
        };
        self.tokens.push(sign_token(start, end, kind));
    }

    /// Gives names of several words their role: “key worker”, “next of kin”.
    fn names(&mut self, vocabulary: &Vocabulary) {
        let mut at = 0;
        while at < self.tokens.len() {
            let known = &vocabulary.word(self.tokens[at].word).names;
            let found = known.iter().find(|(rest, _)| {
                rest.iter()
                    .enumerate()
                    .all(|(i, id)| self.tokens.get(at + 1 + i).is_some_and(|token| token.word == *id))
            });
            match found {
                Some((rest, role)) => {
                    let end = at + 1 + rest.len();
                    for token in &mut self.tokens[at..end] {
                        token.role = *role;
                        token.named = true;
                    }
                    at = end;
                }
                None => at += 1,
            }
        }
    }
}

/// Where the letters after an apostrophe begin.
fn apostrophe(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    ["'", "’", "ʼ"].iter().find(|sign| rest.starts_with(**sign)).map(|sign| at + sign.len())
}

fn letter(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_some_and(char::is_alphanumeric)
}

fn shape(letters: &str) -> Shape {
    if letters.bytes().any(|b| b.is_ascii_digit()) {
        return Shape::Figure;
    }
    let mut chars = letters.chars();
    let first = chars.next().is_some_and(char::is_uppercase);
    let rest = chars.as_str();
    if first && !rest.is_empty() && rest.chars().all(char::is_uppercase) {
        Shape::Capitals
    } else if first {
        Shape::Capital
    } else {
        Shape::Small
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a passage is part of a file of at most 32 MB")]
fn sign_token(start: usize, end: usize, class: Class) -> Token {
    Token {
        start: start as u32,
        end: end as u32,
        word: 0,
        class,
        role: Role::empty(),
        shape: Shape::Sign,
        quoted: false,
        named: false,
    }
}

impl Token {
    /// Whether it may be a noun or an adjective: a word that nothing else is known of.
    pub(crate) fn open(&self) -> bool {
        (Class::EITHER | Class::NUM).contains(self.class) && self.shape != Shape::Sign
    }

    /// Whether it has one of these classes.
    pub(crate) fn is(&self, classes: Class) -> bool {
        self.class.intersects(classes)
    }

    /// Whether it stands for somebody.
    pub(crate) fn somebody(&self) -> bool {
        self.role.intersects(Role::PERSON | Role::STAFF)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut cutter = Cutter::default();
        cutter.cut(text, &Vocabulary::built_in().unwrap());
        cutter.tokens.iter().map(|t| text[t.start as usize..t.end as usize].to_owned()).collect()
    }

    fn sentences(text: &str) -> Vec<String> {
        let mut cutter = Cutter::default();
        cutter.cut(text, &Vocabulary::built_in().unwrap());
        cutter.sentences.iter().map(|s| text[s.bytes.clone()].to_owned()).collect()
    }

    #[test]
    fn words_that_are_written_together_come_apart() {
        assert_eq!(
            words("You mustn’t say she’s wheelchair-bound."),
            ["You", "must", "n’t", "say", "she", "’s", "wheelchair", "bound", "."]
        );
        assert_eq!(
            words("Residents’ rooms, the resident's key"),
            ["Residents", "’", "rooms", ",", "the", "resident", "'s", "key"]
        );
        assert_eq!(words("£1,020.50 at 10.30pm"), ["£", "1,020.50", "at", "10.30pm"]);
    }

    #[test]
    fn sentences_end_where_a_reader_would_stop() {
        assert_eq!(sentences("They say yes or no. Nobody else can. Ask at No. 9.").len(), 3);
        assert_eq!(sentences("Ask Mrs. Ward at 10.30am. She is in room 4.").len(), 2);
        assert_eq!(sentences("She said “yes.” Then she left."), ["She said “yes.”", "Then she left."]);
        assert_eq!(sentences("Bring things (e.g. a lamp). Come in!").len(), 2);
    }

    #[test]
    fn a_list_of_a_thousand_rooms_without_a_full_stop_is_cut() {
        let rooms = "the blue room and ".repeat(1000);
        let all = sentences(&rooms);
        assert_eq!(all.len(), 10);
        assert!(all.concat().split_whitespace().count() >= 4000 - 10, "no word is lost");
    }

    #[test]
    fn what_is_quoted_is_known_to_be() {
        let mut cutter = Cutter::default();
        cutter.cut("We never say 'a feeder' or “bed six” at residents' meetings.", &Vocabulary::built_in().unwrap());
        let quoted = cutter.tokens.iter().filter(|t| t.quoted && t.shape != Shape::Sign).count();
        assert_eq!(quoted, 4);
    }
}
