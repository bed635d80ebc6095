//! For a terminal: each finding a short letter, a file after another, under the questions that the briefing on
//! personalisation asks.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::ops::Range;

use camino::Utf8Path;

use super::paint::Paint;
use super::{Said, place};
use crate::limits::REMARKS;
use crate::review::Advice;
use crate::review::summary::{Summary, number};
use crate::rulebook::family::Question;
use crate::text::signs::steers;

/// The most letters of a sentence that are shown, so that the mark stands under the words in any window.
const WIDEST: usize = 96;

/// Everything that was found, and the whole of it at the end.
#[must_use]
pub fn written(said: Said<'_>, paint: Paint) -> String {
    let mut out = String::new();
    let mut left = REMARKS.most;
    for (file, advice) in files(said) {
        if left == 0 {
            break;
        }
        out.push_str(&format!("{}\n\n", paint.bold(file.as_str())));
        for question in Question::ALL {
            let mut under: Vec<&Advice> = advice.iter().copied().filter(|one| one.question == question).collect();
            under.sort_by(|a, b| in_order(a, b));
            under.truncate(left);
            left -= under.len();
            if !under.is_empty() {
                out.push_str(&format!("  {}\n\n", paint.bold(question.asked())));
                under.into_iter().for_each(|one| out.push_str(&letter(one, paint)));
            }
        }
    }
    let more = said.advice().count().saturating_sub(REMARKS.most);
    if more > 0 {
        out.push_str(&format!("{more} {} {}\n\n", REMARKS.said, REMARKS.help));
    }
    out.push_str(&end(said, paint));
    out
}

/// Lines follow each other; parts of a document without lines stand as they were read.
fn in_order(a: &Advice, b: &Advice) -> Ordering {
    match (&a.place, &b.place) {
        (crate::review::Whereabouts::Letters { .. }, crate::review::Whereabouts::Letters { .. }) => {
            a.place.cmp(&b.place)
        }
        _ => Ordering::Equal,
    }
}

/// Every file with its findings, in the order in which they were read.
fn files(said: Said<'_>) -> Vec<(&Utf8Path, Vec<&Advice>)> {
    let mut places: BTreeMap<&Utf8Path, usize> = BTreeMap::new();
    let mut files: Vec<(&Utf8Path, Vec<&Advice>)> = Vec::new();
    for advice in said.advice() {
        let place = *places.entry(&advice.path).or_insert(files.len());
        if place == files.len() {
            files.push((&advice.path, Vec::new()));
        }
        files[place].1.push(advice);
    }
    files
}

/// One finding: where, the sentence with the words marked, why, what to write.
fn letter(advice: &Advice, paint: Paint) -> String {
    let severity = paint.severity(advice.severity, advice.severity.name());
    let mut out = format!("{}: {severity}: {}\n", place(advice), advice.message);
    let (sentence, before, width) = cropped(&advice.sentence, &advice.inside);
    if !sentence.is_empty() {
        let marks = paint.severity(advice.severity, &"^".repeat(width));
        out.push_str(&format!("  | {sentence}\n  | {}{marks}\n", " ".repeat(before)));
    }
    if !advice.why.is_empty() {
        out.push_str(&format!("  = why: {}\n", advice.why));
    }
    match &advice.rewrite {
        Some(rewrite) => out.push_str(&format!("  = you could write: “{}”\n", one_line(rewrite))),
        None => out.push_str(&format!("  = instead: {}\n", advice.suggestion)),
    }
    let code = &advice.rule;
    out.push_str(&format!("  = more: homepack explain {code}\n\n"));
    out
}

/// The end: counts, how it reads, what would help most.
fn end(said: Said<'_>, paint: Paint) -> String {
    if said.reviews.is_empty() {
        return "Nothing was read.\n".to_owned();
    }
    let summary = Summary::of(said.reviews);
    let mut out = format!("{}\n\n", paint.bold("In short"));
    let counted = summary.counted();
    let counted = counted
        .chars()
        .next()
        .map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), &counted[first.len_utf8()..]));
    // What nobody could read may hold anything.
    let part = if said.unread.is_empty() { "" } else { "Not everything could be read. In the rest: " };
    out.push_str(&format!("  {part}{counted}."));
    if said.hidden > 0 {
        out.push_str(&format!(" {} not shown; to see them, add --level hint.", number(said.hidden, "hint")));
    }
    out.push('\n');
    let widest = summary.families.iter().map(|(family, _)| family.title().chars().count()).max().unwrap_or(0);
    for (family, count) in &summary.families {
        let gap = " ".repeat(widest - family.title().chars().count());
        out.push_str(&format!("    {}{gap}  {count:>4}  ({})\n", family.title(), family.name()));
    }
    summary.reading().iter().for_each(|line| out.push_str(&format!("  {line}\n")));
    if !summary.most.is_empty() {
        out.push_str(&format!("\n{}\n\n", paint.bold("What would help most")));
        for (n, family) in (1..).zip(&summary.most) {
            out.push_str(&format!("  {n}. {}\n", family.advice()));
        }
    }
    out
}

/// A sentence in one line, cut where it is too long, with how far its words stand from the left and how wide they are.
fn cropped(sentence: &str, inside: &Range<usize>) -> (String, usize, usize) {
    let count = |range: Range<usize>| sentence.get(range).map_or(0, |part| part.chars().count());
    let (before, width) = (count(0..inside.start), count(inside.clone()).max(1));
    let letters: Vec<char> = one_line(sentence).chars().collect();
    if letters.len() <= WIDEST {
        return (letters.into_iter().collect(), before, width);
    }
    let spare = WIDEST.saturating_sub(width) / 2;
    let first = before.saturating_sub(spare).min(letters.len().saturating_sub(WIDEST));
    let last = (first + WIDEST).min(letters.len());
    let (head, tail) = (if first > 0 { "…" } else { "" }, if last < letters.len() { "…" } else { "" });
    let shown: String = letters[first..last].iter().collect();
    let before = before - first + head.chars().count();
    (format!("{head}{shown}{tail}"), before, width.min(WIDEST.saturating_sub(before)).max(1))
}

/// Letters without line ends and signs that a terminal would act on, one for one.
fn one_line(words: &str) -> String {
    words.chars().map(|c| if steers(c) || matches!(c, '\n' | '\t') || noncharacter(c) { ' ' } else { c }).collect()
}

/// Whether a sign is one of those that colours are told by.
fn noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_stands_under_the_words_of_a_very_long_sentence() {
        let sentence = format!("{} are allowed to {}", "word ".repeat(40), "more ".repeat(40));
        let at = sentence.find("are allowed").expect("there");
        let (shown, before, width) = cropped(&sentence, &(at..at + 11));
        assert_eq!(shown.chars().skip(before).take(width).collect::<String>(), "are allowed");
        assert!(shown.chars().count() <= WIDEST + 2);
    }

    #[test]
    fn no_sign_of_a_file_reaches_the_terminal() {
        assert_eq!(one_line("a\u{1B}[2Jb\u{202E}c"), "a [2Jb c");
    }
}
