//! What a person can mend in a file that is not quite YAML: found in the letters themselves, so that the message can point at the
//! tab or the missing space, not at the place where a machine gave up.

use std::borrow::Cow;

use super::{signs, spaces};
use crate::finding::{Finding, ours};
use crate::limits::TEXT;
use crate::text::signs::blanked;
use crate::text::{Audience, Span};

/// The letters as they can be read on, every letter at its place, with what was found in them: signs that cannot stand there, and
/// spaces of another kind where a plain one belongs.
///
/// # Errors
/// A tab at the start of a line: nobody can tell how far to the right it was meant to be.
pub(super) fn sound<A: Audience>(file: u32, letters: &str) -> Result<(Cow<'_, str>, Vec<Finding<A>>), Vec<Finding<A>>> {
    let mut found = signs::raw(file, letters);
    for (number, line) in (1u32..).zip(letters.lines()) {
        let indent = line.len() - line.trim_start().len();
        if let Some(tab) = line[..indent].find('\t') {
            found.push(Finding::error(
                Span { file, line: number, column: u32::try_from(tab + 1).unwrap_or(u32::MAX), width: 1 },
                ours("this line begins with a tab"),
                ours("Use spaces to move a line to the right: two for each step."),
            ));
            return Err(found);
        }
    }
    let mut sound = blanked(letters);
    if letters.contains(spaces::odd) {
        let (spaced, misplaced) = spaces::put_right(file, &sound);
        found.extend(misplaced);
        sound = Cow::Owned(spaced);
    }
    if sound.contains(MARK_OF_ORDER) {
        // YAML knows it at the beginning of a file alone; anywhere else it is as little as any sign that nobody sees.
        sound = Cow::Owned(sound.replace(MARK_OF_ORDER, "\u{2060}"));
    }
    Ok((sound, found))
}

/// The byte order mark, which comes along when text is copied.
const MARK_OF_ORDER: char = '\u{FEFF}';

/// Explains why a file cannot be read on from a place, by what stands on its line or the one before.
pub(super) fn explain<A: Audience>(file: u32, letters: &str, span: Span) -> Finding<A> {
    let lines: Vec<&str> = letters.lines().collect();
    let here = (span.line as usize).clamp(1, lines.len().max(1));
    // The fault is often at the end of the line before the one at which reading stopped.
    let near = (1..=here).rev().filter(|n| lines.get(n - 1).is_some_and(|line| !line.trim().is_empty())).take(2);
    for number in near {
        if let Some(finding) = fault(file, number, lines[number - 1]) {
            return finding;
        }
    }
    if let Some(finding) = open_quote(file, &lines, here) {
        return finding;
    }
    Finding::error(
        Span { file, ..span },
        ours("this line does not follow on from the lines above it"),
        ours(
            "Check that it begins as far to the right as its neighbours do: lines of one group begin in the same column, and a list's lines begin with “- ”.",
        ),
    )
}

/// A fault that can be seen on one line.
pub(super) fn fault<A: Audience>(file: u32, number: usize, line: &str) -> Option<Finding<A>> {
    let text = line.trim_start();
    let indent = line.chars().count() - text.chars().count();
    let at = |offset: usize, width: usize| Span {
        file,
        line: u32::try_from(number).unwrap_or(u32::MAX),
        column: u32::try_from(indent + offset + 1).unwrap_or(u32::MAX),
        width: u32::try_from(width.max(1)).unwrap_or(1),
    };
    if let Some(rest) = text.strip_prefix('-').filter(|rest| rest.starts_with(|c: char| c.is_alphanumeric())) {
        let help = ours("Write ").quoted(format!("- {rest}")).ours(".");
        return Some(Finding::error(at(0, 1), ours("there is no space after the dash"), help));
    }
    let entry = text.strip_prefix("- ").unwrap_or(text);
    let start = text.chars().count() - entry.chars().count();
    let key_width = entry.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '-').count();
    let key: String = entry.chars().take(key_width).collect();
    let after: String = entry.chars().skip(key_width).collect();
    if key_width > 0 && after.starts_with(':') && after.chars().nth(1).is_some_and(|c| !c.is_whitespace() && c != '/') {
        return Some(Finding::error(
            at(start + key_width, 1),
            ours("there is no space after the colon"),
            ours("Write ").quoted(format!("{key}: {}", &after[1..])).ours("."),
        ));
    }
    let value = after.strip_prefix(": ").unwrap_or_default().trim_start();
    if key_width > 0 && value.starts_with(CURLY) && value.contains(": ") {
        return Some(Finding::error(
            at(start + key_width + 2, 1),
            ours("curly quotation marks do not keep a text together"),
            ours("Type straight ones (\") around the text."),
        ));
    }
    if key_width > 0
        && !value.starts_with(['"', '\'', '[', '{', '|', '>'])
        && let Some(colon) = value.find(": ")
    {
        let place = at(start + key_width + 2 + value[..colon].chars().count(), 1);
        return Some(Finding::error(
            place,
            ours("a colon with a space after it begins a new key, and here it stands inside a text"),
            ours("Put the whole text in quotation marks").example(put_right(&key, value)),
        ));
    }
    if let Some(sign) = SIGNS.into_iter().find(|sign| key_width > 0 && value.starts_with(*sign)) {
        return Some(Finding::error(
            at(start + key_width + 2, 1),
            ours("a text cannot begin with “").ours(sign).ours("” here"),
            ours("Put it in quotation marks").example(put_right(&key, value)),
        ));
    }
    None
}

/// Quotation marks that are letters like others to YAML.
const CURLY: [char; 6] = ['“', '”', '‘', '’', '„', '＂'];

/// Signs that mean something in YAML at the beginning of a text.
const SIGNS: [&str; 6] = ["@", "`", "%", "&", "*", "!"];

/// A line put right, as it stands after “in quotation marks”.
fn put_right(key: &str, value: &str) -> String {
    format!(": {key}: \"{}\"", value.replace('"', "'"))
}

/// A quotation mark that opens a value and is never closed.
fn open_quote<A: Audience>(file: u32, lines: &[&str], here: usize) -> Option<Finding<A>> {
    let number = (1..=here).rev().find(|n| {
        let line = lines.get(n - 1).map_or("", |line| line.trim());
        let value = line.split_once(": ").map_or(line.trim_start_matches("- "), |(_, value)| value.trim());
        ['"', '\''].into_iter().any(|quote| value.starts_with(quote) && value.matches(quote).count() % 2 == 1)
    })?;
    let line = lines[number - 1];
    let byte = line.find(['"', '\''])?;
    let column = u32::try_from(line[..byte].chars().count() + 1).unwrap_or(u32::MAX);
    Some(Finding::error(
        Span { file, line: u32::try_from(number).unwrap_or(u32::MAX), column, width: 1 },
        ours("a quotation mark opens here and is never closed"),
        ours(
            "Close it at the end of the text. An apostrophe inside '…' is written twice; inside \"…\" it needs nothing.",
        ),
    ))
}

/// Text that YAML takes for a note because of a ` #` in it: `name: Rowan House #2` would lose its ` #2`.
pub(super) fn swallowed<A: Audience>(span: Span, lines: &[&str], text: &str) -> Option<Finding<A>> {
    // A line that no text of a home fills is a list written in brackets: each of its texts would look through all of it.
    let line = lines.get((span.line as usize).checked_sub(1)?);
    let line = line.filter(|line| !TEXT.is_passed_by(line.len() / 4) && line.contains('#'))?;
    let rest: String = line.chars().skip(span.column as usize - 1).collect();
    let first = text.lines().next().unwrap_or_default();
    let after = rest.strip_prefix(first)?;
    let note = after.trim_start().strip_prefix('#')?;
    if !after.starts_with(' ') || note.is_empty() || note.starts_with([' ', '#', '!']) {
        return None;
    }
    let column = span.column + u32::try_from(first.chars().count()).unwrap_or(0) + 1;
    Some(Finding::error(
        Span { column, width: 1, ..span },
        ours("everything after “ #” on a line is left out, so ")
            .quoted(format!("#{}", note.trim_end()))
            .ours(" would be lost"),
        ours("Put the text in quotation marks: ")
            .quoted_as_yaml(rest.trim_end())
            .ours(". If it is a note for yourself, write a space after the “#”."),
    ))
}
