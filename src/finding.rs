//! Something the home's content needs: where, what, why it matters, what to write instead.
//!
//! A [`Finding`] is about the content: all of them are collected and the work goes on. A [`crate::failure::Failure`] is about
//! the machine and stops it.
//!
//! What it says is made of parts ([`Message`]), and it knows by its type who may read it: `Finding` is about what anybody may read,
//! `Finding<Personal>` about a resident's record, of which it holds no letter.

mod message;
mod slip;

pub use crate::severity::Severity;
pub use message::{Draft, Harmless, Message, ours, quoted};
pub use slip::Slip;

use crate::text::{Audience, Public, Span};

/// One thing the content needs, as a short letter to the manager.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding<A: Audience = Public> {
    /// Where: sorted first, so that a report follows the files from top to bottom.
    pub span: Span,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong, in the manager's words; no full stop.
    pub message: Message<A>,
    /// What to write or do instead; a sentence or two.
    pub help: Option<Message<A>>,
}

impl<A: Audience> Finding<A> {
    /// Something that must be mended before the home can be made.
    #[must_use]
    pub fn error(span: Span, message: impl Into<Message<A>>, help: impl Into<Message<A>>) -> Self {
        Self { span, severity: Severity::Error, message: message.into(), help: Some(help.into()) }
    }

    /// Something that leaves a gap, but does not stop the home from being made.
    #[must_use]
    pub fn warning(span: Span, message: impl Into<Message<A>>, help: impl Into<Message<A>>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(span, message, help) }
    }

    /// Something that is due: nothing is wrong, and somebody has to see to it.
    #[must_use]
    pub fn hint(span: Span, message: impl Into<Message<A>>, help: impl Into<Message<A>>) -> Self {
        Self { severity: Severity::Hint, ..Self::error(span, message, help) }
    }
}

/// Puts findings in the order of the files and drops those said twice.
pub fn in_order<A: Audience>(findings: &mut Vec<Finding<A>>) {
    findings.sort();
    findings.dedup();
}

/// Whether something must be mended before anything can be made.
#[must_use]
pub fn any_error<A: Audience>(findings: &[Finding<A>]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

/// What people write for a key that has another name.
const SYNONYMS: [(&str, &str); 9] = [
    ("telephone", "phone"),
    ("tel", "phone"),
    ("mobile", "number"),
    ("mail", "email"),
    ("url", "website"),
    ("beds", "places"),
    ("price", "cost"),
    ("title", "name"),
    ("description", "summary"),
];

/// The name that was most likely meant, of those that exist.
#[must_use]
pub fn did_you_mean<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // No name is nearly so long, and likeness takes the square of the letters.
    if written.len() > 100 {
        return None;
    }
    let tidy = |s: &str| s.to_lowercase().replace(['-', ' '], "_");
    let written = tidy(written);
    let alike = |name: &str| {
        let name = tidy(name);
        let letters = strsim::normalized_damerau_levenshtein(&written, &name);
        // “registered charity” says charity, whatever else it looks like.
        if is_said_in(&name, &written) { WHOLE_WORDS.max(letters) } else { letters }
    };
    let likeness = |name: &str| {
        let also = SYNONYMS.iter().filter(|(_, meant)| *meant == name).map(|(synonym, _)| *synonym);
        std::iter::once(name).chain(also).map(alike).fold(0.0, f64::max)
    };
    known
        .into_iter()
        .map(|name| (likeness(name), name))
        .filter(|(likeness, _)| *likeness >= 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

/// How alike a name is to words that hold it whole, with others around it.
const WHOLE_WORDS: f64 = 0.8;
/// A name of fewer letters stands in too many words to say anything.
const SAYS_SOMETHING: usize = 5;

/// Whether all words of a name stand among those that were written.
fn is_said_in(name: &str, written: &str) -> bool {
    let written: Vec<&str> = written.split('_').collect();
    name.len() >= SAYS_SOMETHING && name.split('_').all(|word| written.contains(&word))
}

/// The help for a name that nobody knows: the one that was most likely meant, of those that exist.
#[must_use]
pub fn meant<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    did_you_mean(written, known).map(|name| format!("Did you mean “{name}”?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_key_finds_the_one_that_was_meant() {
        assert_eq!(did_you_mean("telefone", ["email", "phone", "telephone"]), Some("telephone"));
        assert_eq!(did_you_mean("short-name", ["name", "short_name"]), Some("short_name"));
        assert_eq!(did_you_mean("telefone", ["email", "phone"]), Some("phone"));
        assert_eq!(did_you_mean("garden", ["email", "phone"]), None);
        assert_eq!(did_you_mean("registered charity", ["charity", "registered-society"]), Some("charity"));
        assert_eq!(meant("telefone", ["email", "phone"]).as_deref(), Some("Did you mean “phone”?"));
    }
}
