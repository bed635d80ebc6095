//! Letters that can be read. Whatever they came from, no sign is among them that never can stand: what holds [`Letters`] need not ask.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use serde::{Serialize, Serializer};

use super::is_mark;
use super::signs::{levelled, never};

/// Letters without any sign that [`super::signs::never`] can stand. Who reads a file says where one stood; here it is left out.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Letters(String);

impl Letters {
    /// The letters, less what cannot stand among them.
    #[must_use]
    pub fn of(raw: impl Into<String>) -> Self {
        let mut raw = raw.into();
        if raw.chars().any(|c| never(c).is_some()) {
            raw.retain(|c| never(c).is_none());
        }
        Self::level(raw)
    }

    /// The letters with no heap of marks on one of them: it would be printed over other lines.
    fn level(letters: String) -> Self {
        let level = match levelled(&letters) {
            Cow::Borrowed(_) => None,
            Cow::Owned(level) => Some(level),
        };
        Self(level.unwrap_or(letters))
    }

    /// Letters that may have marks of our own among them: content loses such signs before it is marked.
    fn marked(raw: String) -> Self {
        let stands = |c: char| never(c).is_none() || is_mark(c);
        Self::level(if raw.chars().all(stands) { raw } else { raw.chars().filter(|c| stands(*c)).collect() })
    }

    /// The letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Adds letters at the end.
    pub(crate) fn push(&mut self, more: &Letters) {
        self.0.push_str(&more.0);
    }

    /// Leaves out the spaces at the end.
    pub(crate) fn end_bare(&mut self) {
        self.0.truncate(self.0.trim_end_matches(' ').len());
    }
}

impl From<Letters> for String {
    fn from(letters: Letters) -> Self {
        letters.0
    }
}

/// Letters that were changed are looked through again.
impl From<String> for Letters {
    fn from(changed: String) -> Self {
        Self::marked(changed)
    }
}

impl Deref for Letters {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Serialize for Letters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_hold_no_sign_that_never_can_stand() {
        assert_eq!(&*Letters::of("a\0b\u{1B}[31m\u{202E}c\u{E003}\u{FFFE}ده"), "ab[31mcده");
    }

    #[test]
    fn letters_hold_no_heap_of_marks() {
        let heap = format!("Be{}a", "\u{301}".repeat(200));
        assert_eq!(&*Letters::of(heap.as_str()), format!("Be{}a", "\u{301}".repeat(4)));
        assert_eq!(&*Letters::from(heap), format!("Be{}a", "\u{301}".repeat(4)));
    }
}
