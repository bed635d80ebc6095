//! Two versions of a Statement held against each other: by part, which sentences went and which came, and because of which keys.

use std::collections::BTreeSet;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices, diff_ratio};

use super::law::is_within;
use super::version::{Line, Part, Version};
use crate::leftover::print::sentences;

/// From here on two lines are one line that was written anew: so much of their words is the same.
const ALIKE: f32 = 0.5;

/// Something that reads differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The part, by its name.
    pub part: String,
    /// The part's title.
    pub title: String,
    /// The heading that it stands under, where that is not the title.
    pub under: Option<String>,
    /// The sentences that went; none where something came.
    pub was: Option<String>,
    /// The sentences that came; none where something went.
    pub now: Option<String>,
    /// The keys that it comes from and that say something else than before. Where there is none, only the words are others.
    pub keys: Vec<String>,
}

impl Change {
    /// Whether only the words are others, and every fact in them is the same.
    #[must_use]
    pub fn is_of_words(&self) -> bool {
        self.keys.is_empty()
    }

    /// Whether the same words stand in another place.
    #[must_use]
    pub fn is_a_move(&self) -> bool {
        self.was.is_some() && self.was == self.now
    }
}

/// What is different in the second of two versions, in the order of its parts; those that are gone come last.
#[must_use]
pub fn compared(was: &Version, now: &Version) -> Vec<Change> {
    let others = Changed::of(was, now);
    let none = Part::default();
    let mut changes = Vec::new();
    for part in &now.parts {
        changes.extend(Parts { was: was.part(&part.id).unwrap_or(&none), now: part, changed: &others }.changes());
    }
    for part in was.parts.iter().filter(|part| now.part(&part.id).is_none()) {
        let gone = Part { id: part.id.clone(), lines: Vec::new() };
        changes.extend(Parts { was: part, now: &gone, changed: &others }.changes());
    }
    changes
}

/// The keys that do not say the same in two versions.
struct Changed<'a> {
    /// They say something else.
    other: BTreeSet<&'a str>,
    /// They say something in one of the two alone.
    in_one: BTreeSet<&'a str>,
}

impl<'a> Changed<'a> {
    fn of(was: &'a Version, now: &'a Version) -> Self {
        let sorted = |version: &Version, key: &str| {
            let mut values = version.facts.get(key).cloned().unwrap_or_default();
            values.sort();
            values
        };
        let keys: BTreeSet<&str> = was.facts.keys().chain(now.facts.keys()).map(String::as_str).collect();
        let in_one = keys.iter().filter(|key| was.facts.contains_key(**key) != now.facts.contains_key(**key));
        let other = keys.iter().filter(|key| sorted(was, key) != sorted(now, key));
        Self { other: other.copied().collect(), in_one: in_one.copied().collect() }
    }

    /// Those because of which a line reads differently: what it says is another, or what it rests on came or went.
    fn in_line<'l>(&'l self, line: &'l Line) -> impl Iterator<Item = &'a str> + 'l {
        let said = line.from.iter().filter_map(|key| self.other.get(key.as_str()).copied());
        let below = |key: &'l String| self.in_one.iter().copied().filter(move |one| is_within(one, key));
        said.chain(line.rests_on.iter().flat_map(below))
    }
}

/// A part in both versions.
struct Parts<'a> {
    was: &'a Part,
    now: &'a Part,
    changed: &'a Changed<'a>,
}

impl<'a> Parts<'a> {
    fn changes(&self) -> Vec<Change> {
        let words = |part: &'a Part| part.lines.iter().map(|line| line.words.as_str()).collect::<Vec<_>>();
        let (was, now) = (words(self.was), words(self.now));
        let mut pairs: Vec<(Option<usize>, Option<usize>)> = Vec::new();
        for op in capture_diff_slices(Algorithm::Myers, &was, &now) {
            match op {
                DiffOp::Equal { .. } => {}
                other => pairs.extend(paired(&was, &now, other.old_range(), other.new_range())),
            }
        }
        self.moved(&mut pairs);
        self.in_its_place(&mut pairs);
        pairs.into_iter().filter_map(|(old, new)| self.change(old, new)).collect()
    }

    /// The same words that went in one place and came in another are one change.
    fn moved(&self, pairs: &mut Vec<(Option<usize>, Option<usize>)>) {
        let mut at = 0;
        while at < pairs.len() {
            if let (Some(old), None) = pairs[at] {
                let same = |pair: &(Option<usize>, Option<usize>)| matches!(pair, (None, Some(new)) if self.now.lines[*new].words == self.was.lines[old].words);
                if let Some(other) = pairs.iter().position(same) {
                    pairs[other].0 = Some(old);
                    pairs.remove(at);
                    continue;
                }
            }
            at += 1;
        }
    }

    /// A line that came where another went, of the same keys, stands in its place, whatever it says: “Good”, “Outstanding”.
    fn in_its_place(&self, pairs: &mut Vec<(Option<usize>, Option<usize>)>) {
        let mut at = 1;
        while at < pairs.len() {
            let both = match (pairs[at - 1], pairs[at]) {
                ((None, Some(new)), (Some(old), None)) | ((Some(old), None), (None, Some(new))) => Some((old, new)),
                _ => None,
            };
            let same = |(old, new): &(usize, usize)| {
                let (old, new) = (&self.was.lines[*old], &self.now.lines[*new]);
                !old.from.is_empty() && old.from == new.from && old.heading == new.heading
            };
            if let Some((old, new)) = both.filter(same) {
                pairs[at - 1] = (Some(old), Some(new));
                pairs.remove(at);
            }
            at += 1;
        }
    }

    fn change(&self, old: Option<usize>, new: Option<usize>) -> Option<Change> {
        let (before, after) = (old.map(|at| &self.was.lines[at]), new.map(|at| &self.now.lines[at]));
        let (was, now) = narrowed(before.map(|line| line.words.as_str()), after.map(|line| line.words.as_str()));
        if was.is_none() && now.is_none() {
            return None;
        }
        let lines = [before, after].into_iter().flatten();
        let keys: BTreeSet<&str> = lines.flat_map(|line| self.changed.in_line(line)).collect();
        let titled = if self.now.lines.is_empty() { self.was } else { self.now };
        let under = match (new, old) {
            (Some(at), _) => heading(&self.now.lines, at),
            (None, Some(at)) => heading(&self.was.lines, at),
            (None, None) => None,
        };
        Some(Change {
            part: self.now.id.clone(),
            title: titled.title().to_owned(),
            under,
            was,
            now,
            keys: keys.into_iter().map(str::to_owned).collect(),
        })
    }
}

/// The nearest heading above a line, the title of the part not counted.
fn heading(lines: &[Line], at: usize) -> Option<String> {
    let above = lines.get(1..=at)?;
    above.iter().rev().find(|line| line.heading).map(|line| line.words.clone())
}

/// Lines that went and lines that came in one place: each with the one that it was, where it was written anew.
fn paired(was: &[&str], now: &[&str], old: Range<usize>, new: Range<usize>) -> Vec<(Option<usize>, Option<usize>)> {
    let mut pairs = Vec::new();
    let mut free = old.start;
    for at in new {
        let alike = (free..old.end).map(|before| (before, likeness(was[before], now[at])));
        let best =
            alike.filter(|(_, likeness)| *likeness >= ALIKE).max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        match best {
            Some((before, _)) => {
                pairs.extend((free..before).map(|gone| (Some(gone), None)));
                pairs.push((Some(before), Some(at)));
                free = before + 1;
            }
            None => pairs.push((None, Some(at))),
        }
    }
    pairs.extend((free..old.end).map(|gone| (Some(gone), None)));
    pairs
}

/// How much of the words of two lines is the same, from 0 to 1.
fn likeness(was: &str, now: &str) -> f32 {
    let (was, now): (Vec<&str>, Vec<&str>) = (was.split_whitespace().collect(), now.split_whitespace().collect());
    let ops = capture_diff_slices(Algorithm::Myers, &was, &now);
    diff_ratio(&ops, was.len(), now.len())
}

/// Of two lines the sentences that are not in both.
fn narrowed(was: Option<&str>, now: Option<&str>) -> (Option<String>, Option<String>) {
    let (Some(before), Some(after)) = (was, now) else {
        return (was.map(str::to_owned), now.map(str::to_owned));
    };
    if before == after {
        return (Some(before.to_owned()), Some(after.to_owned()));
    }
    let (before, after) = (sentences(before), sentences(after));
    let (mut went, mut came) = (Vec::new(), Vec::new());
    for op in capture_diff_slices(Algorithm::Myers, &before, &after) {
        if !matches!(op, DiffOp::Equal { .. }) {
            went.extend_from_slice(&before[op.old_range()]);
            came.extend_from_slice(&after[op.new_range()]);
        }
    }
    let joined = |sentences: Vec<&str>| Some(sentences.join(" ")).filter(|words| !words.is_empty());
    (joined(went), joined(came))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A version of one part: its lines with their keys, and what is said at the keys.
    fn version(lines: &[(&str, &str)], facts: &[(&str, &str)]) -> Version {
        let line = |(words, key): &(&str, &str)| Line {
            heading: words.ends_with('?'),
            words: (*words).to_owned(),
            value: None,
            from: if key.is_empty() { Vec::new() } else { vec![(*key).to_owned()] },
            rests_on: Vec::new(),
        };
        let title = Line { heading: true, words: "Part 2".to_owned(), ..Line::default() };
        let lines = std::iter::once(title).chain(lines.iter().map(line)).collect();
        let mut out = Version { parts: vec![Part { id: "part-2".to_owned(), lines }], ..Version::default() };
        for (way, words) in facts {
            out.facts.entry((*way).to_owned()).or_default().push((*words).to_owned());
        }
        out
    }

    /// Each change as `under: was > now (keys)`.
    fn told(was: &Version, now: &Version) -> Vec<String> {
        let one = |change: Change| {
            let said = |words: &Option<String>| words.clone().unwrap_or_else(|| "nothing".to_owned());
            let under = change.under.as_deref().unwrap_or("the title");
            format!("{under}: {} > {} ({})", said(&change.was), said(&change.now), change.keys.join(", "))
        };
        compared(was, now).into_iter().map(one).collect()
    }

    #[test]
    fn a_fact_that_changed_is_named_and_only_its_sentence_is_shown() {
        let was = version(
            &[("What?", ""), ("We have 42 places. You are welcome here.", "home.places")],
            &[("home.places", "42")],
        );
        let now = version(
            &[("What?", ""), ("We have 40 places. You are welcome here.", "home.places")],
            &[("home.places", "40")],
        );
        assert_eq!(told(&was, &now), ["What?: We have 42 places. > We have 40 places. (home.places)"]);
        assert_eq!(told(&was, &was), Vec::<String>::new());
    }

    #[test]
    fn words_around_a_fact_that_is_the_same_are_only_words() {
        let was = version(&[("There are 42 places in the house.", "home.places")], &[("home.places", "42")]);
        let now = version(&[("There are 42 places in this house.", "home.places")], &[("home.places", "42")]);
        assert!(compared(&was, &now).iter().all(Change::is_of_words));
        assert_eq!(compared(&was, &now).len(), 1);
    }

    #[test]
    fn a_line_that_came_and_one_that_went_are_told_apart_from_one_that_moved() {
        let was = version(
            &[("- We dance.", "a.b"), ("- We sing.", "a.b"), ("Stay.", "")],
            &[("a.b", "We dance."), ("a.b", "We sing.")],
        );
        let now = version(
            &[("- We sing.", "a.b"), ("Stay.", ""), ("- We dance.", "a.b")],
            &[("a.b", "We sing."), ("a.b", "We dance.")],
        );
        let moved = compared(&was, &now);
        assert!(moved.len() == 1 && moved[0].is_a_move() && moved[0].is_of_words(), "{moved:?}");
        let more = version(
            &[("- We dance.", "a.b"), ("- We sing.", "a.b"), ("Stay.", ""), ("Ring the bell.", "c.d")],
            &[("a.b", "We dance."), ("a.b", "We sing."), ("c.d", "yes")],
        );
        assert_eq!(told(&was, &more), ["the title: nothing > Ring the bell. (c.d)"]);
        assert_eq!(told(&more, &was), ["the title: Ring the bell. > nothing (c.d)"]);
    }

    #[test]
    fn a_word_for_the_same_key_stands_in_the_place_of_the_other() {
        let was = version(&[("Good", "home.rating.overall")], &[("home.rating.overall", "good")]);
        let now = version(&[("Outstanding", "home.rating.overall")], &[("home.rating.overall", "outstanding")]);
        assert_eq!(told(&was, &now), ["the title: Good > Outstanding (home.rating.overall)"]);
    }

    #[test]
    fn a_line_goes_with_what_it_rests_on_and_not_with_another_value_there() {
        let resting = |words: &str| {
            let mut version = version(&[(words, "")], &[("a.b.c", words)]);
            version.parts[0].lines[1].rests_on = vec!["a.b".to_owned()];
            version
        };
        let none = version(&[], &[]);
        assert_eq!(told(&resting("Stay."), &none), ["the title: Stay. > nothing (a.b.c)"]);
        assert_eq!(
            told(&resting("Stay here now."), &resting("Stay here then.")),
            ["the title: Stay here now. > Stay here then. ()"]
        );
    }

    #[test]
    fn a_part_that_is_gone_is_told_line_by_line() {
        let was = version(&[("We dance.", "a.b")], &[("a.b", "We dance.")]);
        let none = Version::default();
        assert_eq!(told(&was, &none), ["the title: Part 2 > nothing ()", "the title: We dance. > nothing (a.b)"]);
        assert_eq!(told(&none, &was).len(), 2);
    }
}
