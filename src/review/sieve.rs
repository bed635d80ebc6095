//! What counts of everything that was found, and what there is to say about the rest.

use super::Review;
use super::baseline::Baseline;
use super::changed::Changed;
use crate::rulebook::family::Family;
use crate::severity::Severity;

/// What is left out of everything that is found.
#[derive(Debug)]
pub struct Sieve {
    /// Only these families count; all of them where there is none here.
    pub families: Vec<Family>,
    /// The least that counts.
    pub least: Severity,
    /// Only these lines count.
    pub changed: Option<Changed>,
    /// What is known does not count.
    pub baseline: Option<Baseline>,
}

/// What there is to say about findings that do not count.
#[derive(Debug, Default)]
pub struct Rest {
    /// Hints that nobody asked to see.
    pub hidden: usize,
    /// Findings that were known and are gone.
    pub gone: usize,
}

impl Sieve {
    /// Takes out what does not count.
    pub fn apply(&self, reviews: &mut [Review]) -> Rest {
        let mut rest = Rest::default();
        for review in reviews.iter_mut() {
            review.advice.retain(|advice| self.families.is_empty() || self.families.contains(&advice.family));
        }
        if let Some(changed) = &self.changed {
            changed.keep(reviews);
        }
        if let Some(baseline) = &self.baseline {
            rest.gone = baseline.apply(reviews);
        }
        for review in reviews.iter_mut() {
            let before = review.advice.len();
            review.advice.retain(|advice| advice.severity <= self.least);
            // Whoever asked for errors alone knows that there is more.
            if self.least == Severity::Warning {
                rest.hidden += before - review.advice.len();
            }
        }
        // What somebody did not ask to see cannot be told to be gone.
        if self.changed.is_some() || !self.families.is_empty() {
            rest.gone = 0;
        }
        rest
    }
}
