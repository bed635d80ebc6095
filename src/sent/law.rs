//! What the law lists of a Statement, laid over a change: which paragraph names the keys that say something else.

use crate::country::Schedule;
use crate::duties::{Certainty, Duty, Need, Weight};

/// The duties of a country, and the schedule that some of them are paragraphs of.
#[derive(Debug, Clone, Copy)]
pub struct Law<'a> {
    /// The schedule.
    pub schedule: &'a Schedule,
    /// Everything that is asked for.
    pub duties: &'a [Duty],
}

/// What a change touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hold {
    /// Paragraphs of the schedule, as they stand behind its name, each with how sure it is.
    Listed(Vec<(String, Certainty)>),
    /// Nothing in the schedule that homepack knows of; somebody else asks for it.
    Asked(String, Certainty),
    /// Nothing that homepack knows of.
    Nothing,
}

impl Law<'_> {
    /// What keys of a part touch that say something else.
    #[must_use]
    pub fn holds(&self, part: &str, keys: &[String]) -> Hold {
        let touched: Vec<&Duty> =
            self.duties.iter().filter(|duty| is_on(duty, part) && is_touched(duty, keys)).collect();
        let mut listed = Vec::new();
        for duty in &touched {
            let paragraph = duty.source.strip_prefix(&self.schedule.law);
            if let Some(paragraph) = paragraph.map(|words| (words.trim_start_matches(", ").to_owned(), duty.certainty))
                && !listed.contains(&paragraph)
            {
                listed.push(paragraph);
            }
        }
        if !listed.is_empty() {
            return Hold::Listed(listed);
        }
        // Good practice asks nobody for a notice.
        let touched: Vec<&&Duty> = touched.iter().filter(|duty| duty.weight != Weight::Recommended).collect();
        let surest = touched.iter().find(|duty| duty.certainty == Certainty::Certain).or(touched.first());
        surest.map_or(Hold::Nothing, |duty| Hold::Asked(duty.source.clone(), duty.certainty))
    }

    /// The duty with this name.
    #[must_use]
    pub fn duty(&self, id: &str) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.id == id)
    }

    /// The duties that are paragraphs of the schedule, each with what stands behind its name.
    pub fn listed(&self) -> impl Iterator<Item = (&Duty, &str)> {
        self.duties
            .iter()
            .filter_map(|duty| Some((duty, duty.source.strip_prefix(&self.schedule.law)?.trim_start_matches(", "))))
    }
}

/// Whether a duty is kept on a part of the Statement.
fn is_on(duty: &Duty, part: &str) -> bool {
    duty.seen_on.iter().any(|page| page.strip_prefix("statement-of-purpose/") == Some(part))
}

/// Whether a duty is about one of some keys, or about what holds it.
fn is_touched(duty: &Duty, keys: &[String]) -> bool {
    let ways = duty.needs.iter().flat_map(Need::ways).chain(&duty.changed_by).map(|way| bare(way));
    ways.into_iter().any(|way| keys.iter().any(|key| is_within(key, &way)))
}

/// Whether a key is some way, or stands below it.
pub(super) fn is_within(key: &str, way: &str) -> bool {
    key.strip_prefix(way).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// A way without the signs for lists.
pub(super) fn bare(way: &str) -> String {
    way.replace("[]", "").replace("()", "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::Profiles;
    use crate::duties::Duties;

    fn holds(country: &str, part: &str, key: &str) -> Hold {
        let (profiles, duties) = (Profiles::new().expect("countries"), Duties::new().expect("duties"));
        let law = Law { schedule: &profiles.of(Some(country)).statement.schedule, duties: duties.of(country) };
        law.holds(part, &[key.to_owned()])
    }

    #[test]
    fn a_paragraph_is_named_only_as_surely_as_it_is_known() {
        let listed = |paragraph: &str, certainty| Hold::Listed(vec![(paragraph.to_owned(), certainty)]);
        assert_eq!(holds("england", "part-2", "statement.aims"), listed("paragraph 1", Certainty::Certain));
        assert_eq!(holds("england", "part-3", "home.address.lines"), listed("paragraph 5", Certainty::Certain));
        assert_eq!(holds("england", "part-4", "people.named.name"), listed("paragraph 3(a)(i)", Certainty::Certain));
        assert!(
            matches!(holds("england", "part-2", "home.not_offered"), Hold::Listed(said) if said[0].1 == Certainty::Likely)
        );
        assert!(matches!(holds("england", "part-3", "rooms.kinds.size"), Hold::Asked(_, Certainty::Likely)));
        assert_eq!(holds("england", "extra", "daily_life.your_day"), Hold::Nothing);
        assert_eq!(holds("england", "part-1", "provider.trading_name"), Hold::Nothing);
        assert_eq!(holds("wales", "for-whom", "home.sexes"), listed("(g)", Certainty::Certain));
    }
}
