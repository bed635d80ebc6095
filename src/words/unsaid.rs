//! Why words could not be filled in, and where they stand.

use crate::finding::Finding;
use crate::limits::{Limit, WORDS_PAGE, WORDS_WORK};
use crate::text::Span;

/// What is told where the reason must stay unsaid.
const UNSAID: &str = "these words cannot be filled in";

/// Why words could not be said, and where they stand.
#[derive(Debug, Clone)]
pub struct Unsaid {
    /// The line of the words file, or of Markdown of the home's own, as marks carry it.
    at: Option<Span>,
    /// What is wrong; none where the reason may hold what was being said.
    why: Option<String>,
    /// The limit that they pass; what is told of it is ours and holds none of the words.
    over: Option<&'static Limit>,
}

impl Unsaid {
    /// Something is wrong; where, is not yet known.
    #[must_use]
    pub fn new(why: impl Into<String>) -> Self {
        Self { at: None, why: Some(why.into()), over: None }
    }

    /// There is more than a limit lets through; where, is not yet known.
    #[must_use]
    pub fn over(limit: &'static Limit) -> Self {
        Self { at: None, why: Some(limit.said.to_owned()), over: Some(limit) }
    }

    /// The same at a place, where it has none yet.
    #[must_use]
    pub fn or_at(self, at: Span) -> Self {
        Self { at: self.at.or(Some(at)), ..self }
    }

    /// The same without what was being said: of a resident's words nothing may reach a message.
    #[must_use]
    pub fn without_words(self) -> Self {
        Self { why: self.over.map(|limit| limit.said.to_owned()), ..self }
    }

    /// Where it is.
    pub(super) fn at(&self) -> Option<Span> {
        self.at
    }

    /// What is wrong.
    pub(super) fn why(&self) -> &str {
        self.why.as_deref().unwrap_or(UNSAID)
    }

    /// What is wrong, where nobody knows in which file.
    pub(super) fn nowhere(&self) -> String {
        self.why.clone().unwrap_or_else(|| format!("a words file: {UNSAID}"))
    }

    /// What to tell a home whose facts are more than the words of the theme can hold; none where that is not what is wrong.
    pub(super) fn of_too_much(&self) -> Option<Finding> {
        let limit = self.over.filter(|limit| [&WORDS_PAGE, &WORDS_WORK].contains(limit))?;
        let what = format!("with all that this home says, {}", limit.said);
        let help = "Look for a list in its files that is far longer than any other, and keep what readers need.";
        Some(Finding::error(Span::default(), what, help))
    }

    /// What to tell whoever wrote the words.
    pub(super) fn finding(&self, at: Span) -> Finding {
        if let Some(limit) = self.over {
            return Finding::error(at, limit.said, limit.help);
        }
        let what = self.why.as_ref().map_or_else(|| UNSAID.to_owned(), |why| format!("{UNSAID}: {why}"));
        Finding::error(at, what, "Compare the line with the same words in the theme.")
    }
}
