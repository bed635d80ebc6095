//! `words/wording.yaml`: names that are never judged, initials that are explained, rules that a home has good reason to leave.
//!
//! Comes from: the folder `words` of a home, or of the group above it. Goes to: [`super::check`].

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;

use crate::finding::Finding;
use crate::home::Text;
use crate::read::{Place, shape, yaml};
use crate::source::Sources;
use crate::text::Span;

/// Where a home writes its own words down.
pub const FILE: &str = "words/wording.yaml";

/// What a home has said about its own words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OwnWords {
    /// Names and titles: “The Elderly Rose”. Nothing in them is judged.
    pub names: Vec<String>,
    /// Initials that the home explains elsewhere, each with what it means.
    pub initials: BTreeMap<String, String>,
    /// Rules that do not count in this home.
    pub off: Vec<Off>,
}

/// A rule that does not count in a whole home.
#[derive(Debug, Clone, PartialEq)]
pub struct Off {
    /// Its code.
    pub rule: String,
    /// Why not.
    pub because: String,
    /// Where it is written.
    pub span: Span,
}

/// The file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Written {
    names: Vec<Text>,
    initials: BTreeMap<String, String>,
    off: Vec<WrittenOff>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenOff {
    rule: Text,
    because: Text,
}

impl OwnWords {
    /// Whether some words stand in a name that is never judged.
    #[must_use]
    pub fn names(&self, text: &str, words: &Range<usize>) -> bool {
        // Only as far around the words as the name is long: the text may be a whole book.
        let around = |name: &String| {
            let from = text.floor_char_boundary(words.end.saturating_sub(name.len()));
            let to = text.ceil_char_boundary((words.start + name.len()).min(text.len()));
            let near = text.get(from..to).unwrap_or_default();
            near.match_indices(name.as_str())
                .any(|(at, name)| from + at <= words.start && words.end <= from + at + name.len())
        };
        self.names.iter().filter(|name| !name.is_empty()).any(around)
    }

    /// What a home and the folders above it say; the nearest explanation of initials wins.
    #[must_use]
    pub fn of(sources: &Sources, place: &Place) -> (Self, Vec<Finding>) {
        let (mut own, mut findings) = (Self::default(), Vec::new());
        for folder in place.folders() {
            if let Some((number, letters)) = sources.at(&folder.join(FILE)) {
                match Self::read(number, letters) {
                    Ok(more) => own.add(more),
                    Err(wrong) => findings.extend(wrong),
                }
            }
        }
        (own, findings)
    }

    /// Reads one file.
    ///
    /// # Errors
    /// Everything that is wrong in it.
    pub fn read(file: u32, letters: &str) -> Result<Self, Vec<Finding>> {
        let (node, swallowed) = yaml::read(file, letters)?;
        if node.value == yaml::Value::Empty {
            return Ok(Self::default());
        }
        let (written, wrong) = shape::read::<Written>(&node);
        let mut findings = [swallowed, wrong].concat();
        let Some(written) = written else { return Err(findings) };
        for off in written.off.iter().filter(|off| off.because.is_blank()) {
            let help = "Write the reason after “because:”, so that the next manager knows it too.";
            findings.push(Finding::error(off.because.span(), "nothing says why this rule does not count here", help));
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        let off = written.off.iter().map(|off| Off {
            rule: off.rule.as_str().to_owned(),
            because: off.because.as_str().to_owned(),
            span: off.rule.span(),
        });
        Ok(Self {
            names: written.names.iter().map(|name| name.as_str().to_owned()).collect(),
            off: off.collect(),
            initials: written.initials,
        })
    }

    fn add(&mut self, further: Self) {
        self.names.extend(further.names);
        self.off.extend(further.off);
        for (initials, meaning) in further.initials {
            self.initials.entry(initials).or_insert(meaning);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_names_its_pub_and_explains_its_initials() {
        let letters = "names:\n  - The Elderly Rose\ninitials:\n  MCA: Mental Capacity Act\noff:\n  - rule: jargon-word\n    because: We train nurses here.\n";
        let own = OwnWords::read(1, letters).expect("nothing is wrong");
        assert_eq!(own.names, ["The Elderly Rose"]);
        assert_eq!(own.initials["MCA"], "Mental Capacity Act");
        assert_eq!(own.off[0].span.line, 6);
    }

    #[test]
    fn a_rule_is_left_out_with_a_reason_only() {
        let findings = OwnWords::read(1, "off:\n  - rule: jargon-word\n").expect_err("no reason");
        assert!(findings[0].message.to_string().contains("because"), "{findings:?}");
    }
}
