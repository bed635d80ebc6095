//! What YAML would take otherwise than it was typed, without a word: lines that run on into one another like a list that is none, a
//! word before a text, a note where a text was meant.

use std::sync::LazyLock;

use regex::Regex;

use super::refused::{DOUBLE, at};
use crate::finding::{Draft, Finding, ours};
use crate::text::{Audience, Span};

/// Signs that people type before the points of a list.
const BULLETS: [char; 11] = ['•', '·', '‣', '◦', '▪', '●', '○', '∙', '⁃', '–', '—'];

/// Signs of Markdown and HTML that people type to set words apart, or to lead somewhere.
static MARKED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\*\*\S|\]\(\S|</?[A-Za-z][A-Za-z0-9]*\s*/?>|<!--").expect("the pattern is fixed"));

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    Plain,
    Quoted,
    Block,
}

/// What YAML would leave out of a text, or run together, without a word. `lines` are those of the file, and the text begins at a byte
/// of its letters.
pub(super) fn misread<A: Audience>(
    span: Span,
    lines: &[&str],
    (letters, begins): (&str, Option<usize>),
    text: &str,
) -> Vec<Finding<A>> {
    let Some((before, rest)) = begins.and_then(|byte| letters.split_at_checked(byte)) else { return Vec::new() };
    let mut found: Vec<Finding<A>> = tag(span, before, rest).into_iter().collect();
    let manner = match rest.chars().next() {
        Some(DOUBLE | '\'') => Manner::Quoted,
        Some('|' | '>') => Manner::Block,
        _ => Manner::Plain,
    };
    let bullets = match manner {
        // A text that stands whole on its line, as most do, is not looked for on the next ones.
        Manner::Plain if rest.starts_with(text) => bulleted(text, false).map(|what| (span, what)),
        Manner::Plain => plain_lines(span, lines, text, &mut found),
        Manner::Block => block_lines(span, text),
        Manner::Quoted => None,
    };
    let ended = text.trim_end().contains('\n');
    match bullets {
        Some((place, what)) => {
            let help = ours("Begin each point on a line of its own under the key with “- ”, a dash and a space.");
            found.push(Finding::error(place, what, help));
        }
        None if ended => {
            let what = ours("these lines would be shown as one paragraph");
            let help = "Where each line is a point, begin each with “- ” under the key. Where they are one paragraph, leave no empty line between them, and write “>” in the place of “|”.";
            found.push(Finding::warning(span, what, ours(help)));
        }
        None => {}
    }
    if MARKED.is_match(text) {
        let what = ours("a text in YAML is shown as it is typed, signs and all");
        let help = "Leave out the signs of Markdown and HTML. A page of your own, in the folder pages, can have those of Markdown.";
        found.push(Finding::warning(span, what, ours(help)));
    }
    found
}

/// Signs that end a sentence, or a part of it before a list.
const ENDS: [char; 6] = ['.', ':', ';', ',', '?', '!'];

/// The byte of a character.
fn byte(line: &str, characters: usize) -> usize {
    line.char_indices().nth(characters).map_or(line.len(), |(byte, _)| byte)
}

/// A word with “!” before a text, which YAML takes for the kind of thing it is. It stands before the text or at its place.
fn tag<A: Audience>(span: Span, before: &str, rest: &str) -> Option<Finding<A>> {
    let on_its_line =
        |word: &&str| before.rsplit('\n').next().is_some_and(|line| line.contains(*word) && !line.contains('#'));
    let last = before.split_whitespace().next_back().filter(|word| word.starts_with('!')).filter(on_its_line);
    let first = Some(rest).filter(|rest| rest.starts_with('!')).and_then(|rest| rest.split_whitespace().next());
    let word = last.or(first)?;
    let length = last.map_or(0, |_| before.len() - before.trim_end().len() + word.chars().count());
    let column = span.column.saturating_sub(u32::try_from(length).unwrap_or(0)).max(1);
    let what = ours("a text cannot begin with “!” here: ").quoted(word).ours(" would be left out");
    Some(Finding::error(Span { column, width: 1, ..span }, what, ours("Put the whole text in quotation marks.")))
}

/// The first line of a text without quotation marks that begins like a point of a list, and what is wrong with it. A note at the
/// end of a later line is told as well.
fn plain_lines<A: Audience>(
    span: Span,
    lines: &[&str],
    text: &str,
    found: &mut Vec<Finding<A>>,
) -> Option<(Span, Draft)> {
    let first = text.lines().next().unwrap_or_default();
    let mut bullet = bulleted(first, false).map(|what| (span, what));
    let mut left = text.strip_prefix(lines.get(span.line as usize - 1).map_or("", |line| {
        let rest = line[byte(line, span.column as usize - 1)..].trim_end();
        common(rest, text)
    }))?;
    for (number, line) in lines.iter().enumerate().skip(span.line as usize) {
        left = left.trim_start();
        if left.is_empty() {
            break;
        }
        let words = line.trim();
        if words.is_empty() {
            continue;
        }
        let there = common(words, left);
        if there.is_empty() {
            break;
        }
        let indent = line.chars().count() - line.trim_start().chars().count();
        let place = Span { width: 1, ..at(span.file, number + 1, indent) };
        // A dash in the middle of a sentence may begin a line, where the words were wrapped.
        let goes_on = words.starts_with(['–', '—']) && !text[..text.len() - left.len()].trim_end().ends_with(ENDS);
        bullet = bullet.or_else(|| bulleted(words, true).filter(|_| !goes_on).map(|what| (place, what)));
        left = &left[there.len()..];
        let note = words[there.len()..].trim_start();
        if left.is_empty() && note.starts_with('#') && !note[1..].is_empty() && !note[1..].starts_with([' ', '#', '!'])
        {
            let column = place.column + u32::try_from(words[..words.len() - note.len()].chars().count()).unwrap_or(0);
            let what = ours("everything after “ #” on a line is left out, so ").quoted(note).ours(" would be lost");
            let help = ours(
                "Put the whole text in quotation marks. If it is a note for yourself, write a space after the “#”.",
            );
            found.push(Finding::error(Span { column, ..place }, what, help));
        }
    }
    bullet
}

/// What a line as it is written and a text as it is read have in common at their beginning, up to a note.
fn common<'a>(line: &'a str, text: &str) -> &'a str {
    if text.starts_with(line) {
        return line;
    }
    let note = line.match_indices(" #").map(|(at, _)| line[..at].trim_end()).find(|words| text.starts_with(words));
    note.unwrap_or_default()
}

/// The first line of a text over several lines that begins like a point of a list.
fn block_lines(span: Span, text: &str) -> Option<(Span, Draft)> {
    let points: Vec<(u32, Draft)> =
        (1..).zip(text.lines()).filter_map(|(line, words)| Some((line, bulleted(words, true)?))).collect();
    let many = points.len() > 1;
    let (line, what) = points.into_iter().next().filter(|_| many)?;
    Some((Span { line: span.line + line, column: 1, width: 1, ..span }, what))
}

/// What is wrong with words that begin like a point of a list; none where they do not.
fn bulleted(words: &str, goes_on: bool) -> Option<Draft> {
    let mut letters = words.trim_start().chars();
    let (first, next) = (letters.next()?, letters.next()?);
    match first {
        '–' | '—' if !next.is_whitespace() => None,
        c if BULLETS.contains(&c) => {
            Some(ours("a point of a list begins with “- ”, and these lines would run on into one another"))
        }
        '-' if next.is_alphabetic() => Some(ours("there is no space after the dash")),
        '-' if next == '\u{A0}' => Some(ours("there is no space after the dash, but a sign that looks like one")),
        '-' | '*' if goes_on && next == ' ' => {
            Some(ours("a point of a list begins on a line of its own under the key, and this one would run on"))
        }
        _ => None,
    }
}

/// A value that YAML takes for a note from its first letter on: `room: #4`.
pub(super) fn all_note<A: Audience>(key: Span, lines: &[&str]) -> Option<Finding<A>> {
    let line = lines.get((key.line as usize).checked_sub(1)?)?;
    let rest = &line[byte(line, (key.column + key.width) as usize - 1)..];
    let value = rest.trim_start_matches([DOUBLE, '\'']).trim_start().strip_prefix(':')?;
    let note = value.trim_start().strip_prefix('#')?;
    if note.is_empty() || note.starts_with([' ', '#', '!']) {
        return None;
    }
    let behind = line.chars().count() - value.trim_start().chars().count();
    let column = u32::try_from(behind + 1).unwrap_or(u32::MAX);
    let what = ours("everything after “ #” on a line is left out, so ")
        .quoted(format!("#{}", note.trim_end()))
        .ours(" would be lost");
    let help = ours("Put the text in quotation marks: ")
        .quoted_as_yaml(value.trim())
        .ours(". If it is a note for yourself, write a space after the “#”.");
    Some(Finding::error(Span { column, width: 1, ..key }, what, help))
}
