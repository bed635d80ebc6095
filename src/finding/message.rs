//! What a finding says, in parts: our own words, and what is quoted from a file. Whether a quotation is shown is decided by the
//! type of who reads the message, when it is made: a [`Message`] about a resident's record never holds a word of it.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use crate::text::{Audience, Personal, Public};

/// A message before it is known who reads it. It cannot be shown; it becomes a [`Message`].
#[derive(Clone, PartialEq, Eq)]
pub struct Draft(Vec<Piece>);

/// A message for whoever may read what it is about: quotations from a resident's record were dropped when it was made.
#[derive(Clone)]
pub struct Message<A: Audience> {
    pieces: Vec<Piece>,
    audience: PhantomData<A>,
}

/// Words that do not stand in our code, and that are no resident's either: the name of a typeface, a command to type.
pub trait Harmless {
    /// Their letters.
    fn letters(&self) -> &str;
}

/// A part of a message.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Our own words, the name of a key, a number: anybody may read them.
    Ours(Cow<'static, str>),
    /// Letters of the file, as they are shown, and what stands for them where nobody may see them.
    Quoted(String, Silence),
}

/// What stands for letters that are not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Silence {
    /// For a quotation inside a sentence.
    StandsHere,
    /// For an example that the sentence can do without.
    Nothing,
    /// For a whole message that somebody else worded.
    DoesNotFit,
}

impl Silence {
    fn words(self) -> &'static str {
        match self {
            Silence::StandsHere => "what stands here",
            Silence::Nothing => "",
            Silence::DoesNotFit => "what stands here does not fit",
        }
    }
}

/// Begins a message with our own words.
#[must_use]
pub fn ours(words: &'static str) -> Draft {
    Draft(Vec::new()).ours(words)
}

/// Begins a message with a quotation.
#[must_use]
pub fn quoted(words: impl fmt::Display) -> Draft {
    Draft(Vec::new()).quoted(words)
}

impl Draft {
    /// A message in parts that were made before.
    pub(super) fn of(pieces: Vec<Piece>) -> Self {
        Self(pieces)
    }

    /// Its parts.
    pub(super) fn pieces(&self) -> &[Piece] {
        &self.0
    }

    /// Our own words.
    #[must_use]
    pub fn ours(mut self, words: &'static str) -> Self {
        self.0.push(Piece::Ours(Cow::Borrowed(words)));
        self
    }

    /// A number: a line, how many there are.
    #[must_use]
    pub fn number(mut self, number: usize) -> Self {
        self.0.push(Piece::Ours(Cow::Owned(number.to_string())));
        self
    }

    /// A character by its number: `U+200E`.
    #[must_use]
    pub fn sign(mut self, sign: char) -> Self {
        self.0.push(Piece::Ours(Cow::Owned(format!("U+{:04X}", u32::from(sign)))));
        self
    }

    /// A few names of ours, one after the other.
    #[must_use]
    pub fn listed(mut self, names: &[&'static str], between: &'static str) -> Self {
        self.0.push(Piece::Ours(Cow::Owned(names.join(between))));
        self
    }

    /// Words that are no resident's, one after the other.
    #[must_use]
    pub fn harmless<'a, H: Harmless + 'a>(mut self, words: impl IntoIterator<Item = &'a H>) -> Self {
        let words: Vec<&str> = words.into_iter().map(Harmless::letters).collect();
        self.0.push(Piece::Ours(Cow::Owned(words.join(", "))));
        self
    }

    /// A key of the file, in quotation marks. Where it is one of ours, anybody may read it.
    #[must_use]
    pub fn key(mut self, key: &str, known: &[&'static str]) -> Self {
        if !known.contains(&key) {
            return self.quoted(key);
        }
        self.0.push(Piece::Ours(Cow::Owned(format!("“{key}”"))));
        self
    }

    /// A key of the file before what is wrong with its value.
    #[must_use]
    pub fn at_key(key: &str, known: &[&'static str]) -> Self {
        let words = format!("{key}: ");
        if known.contains(&key) {
            Self(vec![Piece::Ours(Cow::Owned(words))])
        } else {
            Self(Vec::new()).letters(words, Silence::Nothing)
        }
    }

    /// Letters of the file, in quotation marks.
    #[must_use]
    pub fn quoted(self, words: impl fmt::Display) -> Self {
        self.letters(format!("“{words}”"), Silence::StandsHere)
    }

    /// Letters of the file, in the quotation marks that YAML has.
    #[must_use]
    pub fn quoted_as_yaml(self, words: &str) -> Self {
        self.letters(format!("\"{words}\""), Silence::StandsHere)
    }

    /// Letters of the file put right, as an example that the sentence can do without.
    #[must_use]
    pub fn example(self, words: String) -> Self {
        self.letters(words, Silence::Nothing)
    }

    /// A message that somebody else worded, and that may quote anything.
    pub(super) fn foreign(words: String) -> Self {
        Self(Vec::new()).letters(words, Silence::DoesNotFit)
    }

    fn letters(mut self, words: String, silence: Silence) -> Self {
        self.0.push(Piece::Quoted(words, silence));
        self
    }

    /// This message, and another after it.
    #[must_use]
    pub fn then(mut self, more: Draft) -> Self {
        self.0.extend(more.0);
        self
    }
}

/// Here letters of a record are dropped: no message about one holds any.
impl<A: Audience> From<Draft> for Message<A> {
    fn from(draft: Draft) -> Self {
        let audible = |piece| match piece {
            Piece::Quoted(_, silence) if A::PERSONAL => Piece::Ours(Cow::Borrowed(silence.words())),
            piece => piece,
        };
        Self { pieces: draft.0.into_iter().map(audible).collect(), audience: PhantomData }
    }
}

/// A message about what anybody may read can be written whole.
impl From<String> for Message<Public> {
    fn from(words: String) -> Self {
        Self { pieces: vec![Piece::Ours(Cow::Owned(words))], audience: PhantomData }
    }
}

impl From<&str> for Message<Public> {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

/// A message about a record takes nothing but words that stand in our own code, or a [`Draft`].
impl From<&'static str> for Message<Personal> {
    fn from(words: &'static str) -> Self {
        ours(words).into()
    }
}

impl<A: Audience> Message<A> {
    /// The letters, part by part.
    fn letters(&self) -> impl Iterator<Item = u8> {
        self.pieces.iter().flat_map(|piece| match piece {
            Piece::Ours(words) => words.bytes(),
            Piece::Quoted(words, _) => words.bytes(),
        })
    }
}

impl<A: Audience> fmt::Display for Message<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces.iter().try_for_each(|piece| match piece {
            Piece::Ours(words) => f.write_str(words),
            Piece::Quoted(words, _) => f.write_str(words),
        })
    }
}

impl<A: Audience> fmt::Debug for Message<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string(), f)
    }
}

/// Shows what is ours, and nothing that is quoted: nobody knows yet who reads it.
impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&Message::<Personal>::from(self.clone()), f)
    }
}

/// Two messages are alike when they read alike, whatever parts they are made of: the report says nothing twice.
impl<A: Audience> PartialEq for Message<A> {
    fn eq(&self, other: &Self) -> bool {
        self.letters().eq(other.letters())
    }
}

impl<A: Audience> Eq for Message<A> {}

impl<A: Audience> PartialOrd for Message<A> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<A: Audience> Ord for Message<A> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.letters().cmp(other.letters())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        ours("everything after “ #” is left out, so ").quoted("#” says Zqcanary “").ours(" would be lost")
    }

    #[test]
    fn a_public_message_quotes() {
        let shown = Message::<Public>::from(draft()).to_string();
        assert_eq!(shown, "everything after “ #” is left out, so “#” says Zqcanary “” would be lost");
    }

    #[test]
    fn a_message_about_a_record_is_made_without_what_it_quotes() {
        let shown = Message::<Personal>::from(draft());
        assert_eq!(shown.to_string(), "everything after “ #” is left out, so what stands here would be lost");
        assert!(!format!("{shown:?} {:?}", draft()).contains("Zqcanary"));
    }
}
