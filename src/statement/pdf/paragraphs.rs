//! Lines into paragraphs, points and headings, told by gaps, marks and the size of the print.

use std::collections::BTreeMap;

use super::super::passages::Passages;
use super::super::plain::list_mark;
use super::lines::Line;
use crate::prose::Part;

/// Print this much larger than most is a heading's.
const LARGER: f32 = 1.08;
/// A step to the next line this much wider than most ends a paragraph.
const WIDER: f32 = 1.18;
/// The longest heading, in letters.
const HEADING: usize = 120;
/// Beginnings of words that keep their hyphen at the end of a line.
const KEEP: [&str; 20] = [
    "self", "well", "non", "multi", "co", "ex", "half", "all", "full", "part", "short", "long", "one", "two", "three",
    "day", "high", "low", "re", "up",
];

/// What is usual in a document.
struct Usual {
    /// From one line of a paragraph to the next, in sizes of the letters.
    step: f32,
    /// Where full lines end.
    right: f32,
    /// The sizes of headings, the largest first, in tenths.
    headings: Vec<i32>,
    /// How often each word stands there.
    words: BTreeMap<String, usize>,
}

pub(super) fn read(lines: Vec<Line>, passages: &mut Passages) {
    let usual = Usual::of(&lines);
    let mut before: Option<(&Line, Part, usize)> = None;
    for (at, line) in lines.iter().enumerate() {
        let (mut part, mark) = usual.part(line, lines.get(at + 1));
        let goes_on = before.as_ref().is_some_and(|(last, open, count)| usual.goes_on(last, line, *open, part, *count));
        let mut count = 1;
        if let (true, Some((last, open, lines))) = (goes_on, &before) {
            (part, count) = (*open, lines + 1);
            usual.join(last, line, passages);
        } else {
            passages.end();
            passages.part = part;
            passages.page = Some(line.page);
            passages.nowhere(&line.text[mark..]);
        }
        before = Some((line, part, count));
    }
    passages.end();
}

impl Usual {
    fn of(lines: &[Line]) -> Self {
        let mut sizes: BTreeMap<i32, usize> = BTreeMap::new();
        let mut steps: BTreeMap<i32, usize> = BTreeMap::new();
        let mut ends: Vec<f32> = Vec::new();
        for line in lines {
            *sizes.entry(tenths(line.size)).or_default() += line.text.len();
        }
        let most =
            |counts: &BTreeMap<i32, usize>| counts.iter().max_by_key(|(_, count)| **count).map(|(value, _)| *value);
        let body = most(&sizes).unwrap_or(100);
        for pair in lines.windows(2).filter(|pair| pair[0].page == pair[1].page) {
            let step = (pair[0].y - pair[1].y) / pair[1].size.max(1.0);
            if tenths(pair[1].size) == body && tenths(pair[0].size) == body && (0.8..3.0).contains(&step) {
                *steps.entry(tenths(step * 10.0)).or_default() += 1;
            }
        }
        ends.extend(lines.iter().filter(|line| tenths(line.size) == body).map(|line| line.end));
        ends.sort_by(f32::total_cmp);
        let size = whole(body) / 10.0;
        let headings = sizes.keys().rev().copied().filter(|other| whole(*other) / 10.0 > size * LARGER).collect();
        let mut words: BTreeMap<String, usize> = BTreeMap::new();
        for word in lines.iter().flat_map(|line| line.text.split_whitespace()) {
            *words.entry(bare(word)).or_default() += 1;
        }
        let step = most(&steps).map_or(1.3, |step| whole(step) / 100.0);
        Self { step, right: ends.get(ends.len() * 9 / 10).copied().unwrap_or(0.0), headings, words }
    }

    /// What a line is by itself, and how many bytes of it are the mark of a list.
    fn part(&self, line: &Line, next: Option<&Line>) -> (Part, usize) {
        let (part, mark) = list_mark(&line.text);
        let short = line.text.chars().count() <= HEADING;
        let ends = line.text.ends_with(['.', ';', ',']);
        if let Some(level) = self.headings.iter().position(|size| *size == tenths(line.size)).filter(|_| short) {
            return (Part::Heading(u8::try_from(level + 1).unwrap_or(6).min(6)), 0);
        }
        if line.cell && mark == 0 {
            return (Part::Cell(u32::from(!line.bold)), 0);
        }
        if line.bold && short && !ends && part == Part::Paragraph && next.is_some_and(|next| !next.bold) {
            return (Part::Heading(u8::try_from(self.headings.len() + 1).unwrap_or(6).min(6)), 0);
        }
        (part, mark)
    }

    /// Whether a line goes on with what the last one began.
    fn goes_on(&self, last: &Line, line: &Line, open: Part, part: Part, count: usize) -> bool {
        let level = (last.y - line.y).abs() < 0.5 * line.size;
        let same_print = tenths(last.size) == tenths(line.size) && (last.bold == line.bold || !last.bold);
        let heading = matches!(open, Part::Heading(_));
        if matches!(part, Part::Point | Part::Step) || heading != matches!(part, Part::Heading(_)) || !same_print {
            return false;
        }
        let down = last.y - line.y;
        if last.page != line.page || down < -5.0 * line.size {
            return !heading && self.runs_over(last, line);
        }
        if level || down <= 0.0 || down > self.step * WIDER * line.size {
            return false;
        }
        let right = line.x - last.x;
        let aligned = if count == 1 {
            right > -3.5 * line.size && right < 5.0 * line.size
        } else {
            right.abs() < 1.2 * line.size
        };
        aligned && (heading || !self.is_ended(last, line))
    }

    /// Whether a sentence goes on at the top of the next page or column.
    fn runs_over(&self, last: &Line, line: &Line) -> bool {
        let small = line.text.starts_with(|letter: char| letter.is_lowercase());
        let full = last.end > self.right * 0.8;
        !last.cell && !line.cell && !ends_a_sentence(&last.text) && (small || full)
    }

    /// Whether the last line ended a paragraph: a sentence ends there, and the next word would have fitted.
    fn is_ended(&self, last: &Line, line: &Line) -> bool {
        let letters = count_of(&line.text).max(1.0);
        let word = line.text.split_whitespace().next().map_or(0.0, count_of);
        let width = (line.end - line.x) / letters * (word + 2.0);
        ends_a_sentence(&last.text) && last.end + width < self.right
    }

    /// Adds a line to the one before it.
    fn join(&self, last: &Line, line: &Line, passages: &mut Passages) {
        let broken = last.text.ends_with('\u{AD}');
        let hyphen = last.text.ends_with(['-', '\u{2010}']) && line.text.starts_with(|c: char| c.is_lowercase());
        if hyphen && self.is_one_word(&last.text, &line.text) {
            passages.take_back_hyphen();
        } else if !hyphen && !broken {
            passages.nowhere(" ");
        }
        passages.nowhere(&line.text);
    }

    /// Whether a hyphen at the end of a line only breaks a word: the document has the word without it, or nothing speaks for it.
    fn is_one_word(&self, last: &str, next: &str) -> bool {
        let first = bare(last.split_whitespace().last().unwrap_or_default());
        let second = bare(next.split_whitespace().next().unwrap_or_default());
        let first = first.trim_end_matches(['-', '\u{2010}']);
        let times = |word: &str| self.words.get(word).copied().unwrap_or(0);
        if times(&format!("{first}{second}")) > 0 {
            return true;
        }
        // The second half stands at the beginning of its line once in any case.
        let known = times(&format!("{first}-{second}")) > 0 || (times(first) > 0 && times(&second) > 1);
        !known && !first.contains('-') && !KEEP.contains(&first) && first.chars().all(char::is_alphabetic)
    }
}

/// A word in small letters without the signs around it.
fn bare(word: &str) -> String {
    word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '\u{2010}').to_lowercase()
}

fn ends_a_sentence(text: &str) -> bool {
    text.trim_end_matches(['”', '’', '"', '\'', ')']).ends_with(['.', '!', '?', ':'])
}

/// How many letters there are.
fn count_of(text: &str) -> f32 {
    u16::try_from(text.chars().count()).map_or(f32::MAX, f32::from)
}

/// A size to reckon with, from one to compare.
fn whole(number: i32) -> f32 {
    i16::try_from(number).map_or(f32::from(i16::MAX), f32::from)
}

/// A size in tenths of a point, to compare it.
#[expect(clippy::cast_possible_truncation, reason = "sizes of print are small, and those too large are alike")]
fn tenths(size: f32) -> i32 {
    (size * 10.0).round() as i32
}
