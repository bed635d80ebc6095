//! What was there before: findings that somebody knows of already and that do not count. A file beside the text keeps them, by
//! their words and not by their lines, so that a new line above changes nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Advice, Review};

/// What is known of a finding: enough to know it again, not the sentence itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    path: String,
    rule: String,
    words: String,
    sentence: String,
}

/// A baseline file.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// The shape of the file.
    version: u32,
    /// Each finding that is known; one that stands twice in the text stands twice here.
    findings: Vec<Known>,
}

/// The shape that is written.
const VERSION: u32 = 1;

impl Baseline {
    /// The findings there are now.
    #[must_use]
    pub fn of(reviews: &[Review]) -> Self {
        let mut findings: Vec<Known> = reviews.iter().flat_map(|review| &review.advice).map(known).collect();
        findings.sort();
        Self { version: VERSION, findings }
    }

    /// Reads one.
    ///
    /// # Errors
    /// Why it is none, as the end of a sentence.
    pub fn read(letters: &str) -> Result<Self, String> {
        let read: Self = serde_json::from_str(letters).map_err(|_| "it is not a list of known findings".to_owned())?;
        if read.version == VERSION { Ok(read) } else { Err("another version of homepack wrote it".to_owned()) }
    }

    /// As it is written.
    ///
    /// # Panics
    /// Never: numbers and strings can always be written as JSON.
    #[must_use]
    pub fn letters(&self) -> String {
        serde_json::to_string_pretty(self).expect("numbers and strings can always be written as JSON") + "\n"
    }

    /// How many findings it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.findings.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// Takes out what is known; the number is of those that are known and gone.
    pub fn apply(&self, reviews: &mut [Review]) -> usize {
        let mut left: BTreeMap<&Known, usize> = BTreeMap::new();
        self.findings.iter().for_each(|known| *left.entry(known).or_default() += 1);
        for review in reviews {
            review.advice.retain(|advice| match left.get_mut(&known(advice)) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            });
        }
        left.values().sum()
    }
}

/// What is known of one finding.
fn known(advice: &Advice) -> Known {
    Known {
        path: advice.path.as_str().replace('\\', "/").trim_start_matches("./").to_owned(),
        rule: advice.rule.clone(),
        words: advice.words.clone(),
        sentence: hash(&advice.sentence),
    }
}

/// A short name for a finding that stays the same when lines move.
#[must_use]
pub fn fingerprint(advice: &Advice) -> String {
    let known = known(advice);
    hash(&format!("{}\n{}\n{}\n{}", known.path, known.rule, known.words, known.sentence))
}

/// Sixteen letters for some words.
fn hash(words: &str) -> String {
    let digest = Sha256::digest(words.as_bytes());
    let first = digest.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    format!("{first:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::Rulebook;
    use crate::statement::statement;
    use crate::wording::{OwnWords, check};

    fn reviews(letters: &str) -> Vec<Review> {
        let rulebook = Rulebook::built_in().expect("rules");
        let prose = statement("rowan.md".into(), letters.as_bytes()).expect("letters");
        let remarks = check(&prose, &rulebook, &OwnWords::default());
        vec![Review::new(prose, &remarks, &rulebook, None)]
    }

    #[test]
    fn what_is_known_stays_known_when_a_line_is_written_above_it() {
        let before = Baseline::of(&reviews("You are allowed to vote.\n"));
        let before = Baseline::read(&before.letters()).expect("it is one of ours");
        let mut now = reviews("Good morning.\n\nYou are allowed to vote. You are allowed to stay.\n");
        assert_eq!(before.apply(&mut now), 0);
        assert_eq!(now[0].advice.len(), 1, "the new one counts");
    }

    #[test]
    fn what_is_gone_is_counted() {
        let before = Baseline::of(&reviews("You are allowed to vote.\n"));
        assert_eq!(before.apply(&mut reviews("You can vote.\n")), 1);
    }
}
