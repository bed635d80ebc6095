//! Signs that cannot stand in a file, each with its place and what to do: looked for in the letters as they are written, and in what
//! YAML's escapes stand for.
//!
//! Comes from: the letters of a file. Goes to: findings, which hold the number of a sign and never what stands around it.

use crate::finding::{Draft, Finding, ours};
use crate::text::signs::{Why, closes, heaps, never, opens};
use crate::text::{Audience, Span};

/// A sign as it is read, with the letters of the file that stand for it.
pub(super) type Stands = (Span, char);

/// Every sign in the letters of a file that can stand nowhere. What stands beside its like is told once.
#[must_use]
pub(crate) fn raw<A: Audience>(file: u32, letters: &str) -> Vec<Finding<A>> {
    let mut found = Vec::new();
    for (line, letters) in (1u32..).zip(letters.lines()) {
        for heap in heaps(letters) {
            let signs = letters[..heap.start].chars().count();
            // The letter that they are heaped on is shown.
            let column = u32::try_from(signs).unwrap_or(u32::MAX).max(1);
            let mark = letters[heap].chars().next();
            found.extend(mark.map(|mark| finding(Span { file, line, column, width: 1 }, mark, Why::Heaped)));
        }
        if letters.chars().all(|c| never(c).is_none()) {
            continue;
        }
        let signs = (1u32..).zip(letters.chars());
        found.extend(told(signs.map(|(column, sign)| (Span { file, line, column, width: 1 }, sign))));
    }
    found
}

/// Every direction in Markdown that begins and does not end in its paragraph, or ends and did not begin.
#[must_use]
pub(crate) fn unclosed_in_paragraphs<A: Audience>(file: u32, letters: &str) -> Vec<Finding<A>> {
    if !letters.contains(|c| opens(c) || closes(c)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut paragraph: Vec<Stands> = Vec::new();
    for (line, letters) in (1u32..).zip(letters.lines()) {
        if letters.trim().is_empty() {
            found.extend(unclosed(&std::mem::take(&mut paragraph)));
        }
        paragraph.extend((1u32..).zip(letters.chars()).map(|(column, c)| (Span { file, line, column, width: 1 }, c)));
    }
    found.extend(unclosed(&paragraph));
    found
}

/// What is wrong in one text of a YAML file, from its letters in the file and the place where they begin: signs that an escape stands
/// for, and directions that do not end. Signs that are written as they are, [`raw`] tells.
pub(super) fn in_text<A: Audience>(begins: Span, written: &str) -> Vec<Finding<A>> {
    let quoted = written.starts_with('"');
    if !written.contains(|c| opens(c) || closes(c) || (quoted && c == '\\')) {
        return Vec::new();
    }
    let signs = read(begins, written, quoted);
    let coded = signs.iter().copied().filter(|(span, _)| span.width > 1);
    let mut found = told(coded);
    found.extend(heaped(&signs));
    found.extend(unclosed(&signs));
    found
}

/// Marks heaped on one letter of which some are escapes; where all are written as they are, [`raw`] tells of them.
fn heaped<A: Audience>(signs: &[Stands]) -> Vec<Finding<A>> {
    let letters: String = signs.iter().map(|(_, sign)| *sign).collect();
    let mut found = Vec::new();
    for heap in heaps(&letters) {
        let first = letters[..heap.start].chars().count();
        let marks = &signs[first..first + letters[heap].chars().count()];
        if marks.iter().any(|(span, _)| span.width > 1) {
            found.push(finding(signs[first.saturating_sub(1)].0, marks[0].1, Why::Heaped));
        }
    }
    found
}

/// The findings about some signs; those of one kind that follow each other directly are one.
pub(crate) fn told<A: Audience>(signs: impl Iterator<Item = Stands>) -> Vec<Finding<A>> {
    let mut out: Vec<(Span, char, Why)> = Vec::new();
    for (span, sign) in signs {
        let Some(why) = never(sign) else { continue };
        match out.last_mut() {
            Some((last, _, kind))
                if *kind == why && last.line == span.line && last.column + last.width == span.column =>
            {
                last.width += span.width;
            }
            _ => out.push((span, sign, why)),
        }
    }
    out.into_iter().map(|(span, sign, why)| finding(span, sign, why)).collect()
}

/// The directions among some signs that begin and do not end, or end and did not begin.
fn unclosed<A: Audience>(signs: &[Stands]) -> Vec<Finding<A>> {
    let (mut open, mut stray) = (Vec::new(), Vec::new());
    for stands in signs {
        match stands.1 {
            c if opens(c) => open.push(*stands),
            c if closes(c) && open.pop().is_none() => stray.push(*stands),
            _ => {}
        }
    }
    open.into_iter().chain(stray).map(|(span, sign)| finding(span, sign, Why::Unclosed)).collect()
}

/// The signs of a text as they are read: of an escape, what it stands for, as wide as it is written.
fn read(begins: Span, written: &str, quoted: bool) -> Vec<Stands> {
    let mut out = Vec::new();
    let mut at = Span { width: 1, ..begins };
    let mut rest = written.chars();
    while let Some(c) = rest.next() {
        let (sign, width) = if quoted && c == '\\' { escape(&mut rest) } else { (c, 1) };
        out.push((Span { width, ..at }, sign));
        at = if c == '\n' {
            Span { line: at.line + 1, column: 1, ..at }
        } else {
            Span { column: at.column + width, ..at }
        };
    }
    out
}

/// What an escape stands for, and how wide it is with its backslash.
fn escape(rest: &mut std::str::Chars<'_>) -> (char, u32) {
    let Some(kind) = rest.next() else { return ('\\', 1) };
    let digits = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => {
            let signs = [('0', '\0'), ('a', '\u{7}'), ('b', '\u{8}'), ('v', '\u{B}'), ('f', '\u{C}'), ('r', '\r')];
            let more = [('e', '\u{1B}'), ('N', '\u{85}'), ('L', '\u{2028}'), ('P', '\u{2029}'), ('_', '\u{A0}')];
            let known = signs.into_iter().chain(more).find(|(name, _)| *name == kind);
            return (known.map_or(' ', |(_, sign)| sign), 2);
        }
    };
    let code: String = rest.by_ref().take(digits).collect();
    let sign = u32::from_str_radix(&code, 16).ok().and_then(char::from_u32).unwrap_or(' ');
    (sign, 2 + u32::try_from(digits).unwrap_or(0))
}

/// What is wrong with one sign, and what to do.
pub(crate) fn finding<A: Audience>(at: Span, sign: char, why: Why) -> Finding<A> {
    let numbered = |what| ours(what).sign(sign).ours(")");
    let what = numbered(match why {
        Why::Control => "there is a character here that cannot be seen or printed (",
        Why::Turning => "a sign here turns words round (",
        Why::Unclosed if closes(sign) => "a direction of writing ends here, and none began (",
        Why::Unclosed => "a direction of writing begins here and does not end (",
        Why::Private => "only one program or typeface knows the sign that stands here (",
        Why::Nothing => "a sign stands here that means nothing in any language (",
        Why::Lost if sign == '\u{FFFC}' => "a picture was lost here (",
        Why::Lost => "a letter was lost here (",
        Why::Tag => "signs stand here that nobody sees (",
        Why::LineEnd => "a line ends here in a way that only some programs know (",
        Why::Heaped => "there are more marks on one letter here than can be printed (",
    });
    Finding::error(at, what, help(sign, why))
}

/// What to do about a sign.
fn help(sign: char, why: Why) -> Draft {
    ours(match why {
        Why::Control => "Delete it. It often comes along when text is copied from another program.",
        Why::Turning | Why::Unclosed => "Delete it. Words in Arabic, Hebrew or Urdu turn by themselves.",
        Why::Private => from_word(sign),
        Why::Nothing => "Delete it.",
        Why::Lost if sign == '\u{FFFC}' => "Delete the sign. Pictures of the home are named in photos.yaml.",
        Why::Lost => "Type the letter again. It was lost when the text was copied or saved.",
        Why::Tag => "Delete them. If they make a flag, write the name of the country.",
        Why::LineEnd => "Delete it and type a space.",
        Why::Heaped => "Delete the letter and type it again.",
    })
}

/// What to write for a sign of the typefaces that Word takes bullets, ticks and small pictures from.
fn from_word(sign: char) -> &'static str {
    match sign {
        '\u{F0B7}' | '\u{F0A7}' | '\u{F0A8}' | '\u{F076}' | '\u{F0D8}' | '\u{F06E}' | '\u{F071}' | '\u{F0BE}' => {
            "It was a bullet in Word. Delete it, and begin the line with “- ”."
        }
        '\u{F0FC}' | '\u{F0FE}' | '\u{F050}' | '\u{F052}' => "It was a tick in Word. Write “Yes”, or ✓.",
        '\u{F0FB}' | '\u{F0FD}' | '\u{F04F}' | '\u{F051}' => "It was a cross in Word. Write “No”.",
        '\u{F06F}' | '\u{F0A3}' => "It was an empty box in Word. Write ☐.",
        '\u{F028}' | '\u{F029}' => "It was a telephone in Word. Write “Phone”.",
        '\u{F02A}' | '\u{F02B}' => "It was an envelope in Word. Write “Email” or “Post”.",
        '\u{F0E0}' | '\u{F0E8}' | '\u{F0F0}' => "It was an arrow in Word. Write →.",
        '\u{F04A}' => "It was a smiling face in Word. Write ☺, or leave it out.",
        _ => {
            "Delete it, or write in words what it stands for. It often comes from a bullet or a small picture in Word."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Public;

    /// Each finding as its place and the number of the sign.
    fn found(findings: &[Finding<Public>]) -> Vec<(u32, u32, u32, String)> {
        let number = |finding: &Finding| finding.message.to_string().split_once("(U+").map(|(_, rest)| rest.to_owned());
        findings
            .iter()
            .map(|f| {
                (f.span.line, f.span.column, f.span.width, number(f).unwrap_or_default().trim_end_matches(')').into())
            })
            .collect()
    }

    #[test]
    fn every_sign_is_told_at_once_where_it_stands() {
        let findings = raw(1, "# T\n\nHello a\0b \u{1B}[31m \u{202E}x\nRing \u{E003} 999 \u{F0B7}\u{F0B7}.\n");
        let expected =
            [(3, 8, 1, "0000"), (3, 11, 1, "001B"), (3, 17, 1, "202E"), (4, 6, 1, "E003"), (4, 12, 2, "F0B7")];
        assert_eq!(found(&findings), expected.map(|(l, c, w, s)| (l, c, w, s.to_owned())));
    }

    #[test]
    fn marks_that_are_heaped_on_a_letter_are_told_at_the_letter() {
        let heap = "\u{301}".repeat(200);
        assert_eq!(found(&raw(1, &format!("name: A\nhours: Be{heap}a\n"))), [(2, 9, 1, "0301".to_owned())]);
        let begins = Span { file: 1, line: 4, column: 10, width: 1 };
        let escapes = "\\u0301".repeat(5);
        assert_eq!(found(&in_text(begins, &format!("\"Be{escapes}a\""))), [(4, 12, 1, "0301".to_owned())]);
        assert_eq!(in_text::<Public>(begins, "\"Be\\u0301a\""), []);
    }

    #[test]
    fn an_escape_is_told_where_it_is_written() {
        let begins = Span { file: 1, line: 4, column: 10, width: 1 };
        let findings = in_text(begins, "\"a\\0b \\e[31m \\u202e\\u00e9 \\\\u202e\n  \\U000E0041\"");
        let expected = [(4, 12, 2, "0000"), (4, 16, 2, "001B"), (4, 23, 6, "202E"), (5, 3, 10, "E0041")];
        assert_eq!(found(&findings), expected.map(|(l, c, w, s)| (l, c, w, s.to_owned())));
        assert_eq!(in_text::<Public>(begins, "'\\u202e'"), []);
    }

    #[test]
    fn a_direction_that_is_closed_may_stand() {
        let begins = Span { file: 1, line: 1, column: 1, width: 1 };
        assert_eq!(in_text::<Public>(begins, "\u{2068}محمد\u{2069} and \"\\u2067שרה\\u2069\""), []);
        assert_eq!(in_text::<Public>(begins, "\"\\u2067שרה\\u2069\""), []);
        assert_eq!(found(&in_text(begins, "a \u{2067}b")), [(1, 3, 1, "2067".to_owned())]);
        assert_eq!(found(&unclosed_in_paragraphs(1, "\u{2068}a\n\nb\u{2069}\n")).len(), 2);
        assert_eq!(unclosed_in_paragraphs::<Public>(1, "\u{2068}a\nb\u{2069}\n"), []);
    }
}
