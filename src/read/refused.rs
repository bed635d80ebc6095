//! Signs at the beginning of a text that mean something to YAML and something else to whoever typed them: why a file cannot be
//! read on from there, and what to write.

use std::sync::LazyLock;

use regex::Regex;

use crate::finding::{Draft, Finding, ours};
use crate::text::{Audience, Span};

/// Signs that no text can begin with.
const NEVER: [char; 9] = ['@', '`', '%', '&', '*', '!', ',', ']', '}'];
/// A double quotation mark.
pub(super) const DOUBLE: char = '\u{22}';
/// What stands on a line before its text: where it begins, the dashes of lists, a key.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\s*(?P<said>(?:- +)*(?:(?:[\p{L}\p{N}_-]+|\x22[^\x22]*\x22|'[^']*') *:[ \t]+)?)")
        .expect("the pattern is fixed")
});
/// What may follow the sign of a text over several lines.
static BLOCK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[|>][-+0-9]{0,2}(?:\s+#.*)?$").expect("the pattern is fixed"));

/// Explains why a file cannot be read on from a place, where a sign is the reason.
pub(super) fn explain<A: Audience>(file: u32, letters: &str, span: Span) -> Option<Finding<A>> {
    let lines: Vec<&str> = letters.lines().collect();
    let here = (span.line as usize).clamp(1, lines.len().max(1));
    let written = |number: &usize| lines.get(number - 1).is_some_and(|line| !line.trim().is_empty());
    (1..=here).rev().filter(written).take(2).find_map(|number| fault(file, number, &lines))
}

/// A sign on a line that cannot stand where it does.
fn fault<A: Audience>(file: u32, number: usize, lines: &[&str]) -> Option<Finding<A>> {
    let line = lines.get(number - 1)?;
    let begun =
        lines[..number - 1].iter().any(|line| !line.trim().is_empty() && !line.trim_start().starts_with(['#', '%']));
    if begun && ["---", "..."].iter().any(|mark| line.trim_end() == *mark) {
        let help = "Take the line out. One file is about one subject.";
        return Some(Finding::error(
            at(file, number, 0),
            ours("this line ends the file for YAML, and more comes after it"),
            ours(help),
        ));
    }
    if line.trim_start().starts_with("? ") {
        let help = ours("Write “key: ” and what it says on one line.");
        return Some(Finding::error(at(file, number, 0), ours("a line cannot begin with “?” here"), help));
    }
    let found = BEFORE.captures(line)?;
    let said = found.name("said")?;
    let value = line[said.end()..].trim_end();
    let place = at(file, number, line[..said.end()].chars().count());
    if said.as_str().is_empty() {
        return None;
    }
    let first = value.chars().next()?;
    let with = |quoted: String| {
        if goes_on(lines, number) {
            return ours("Put the whole text in quotation marks, from its first letter to its last.");
        }
        ours("Put it in quotation marks").example(format!(": {}{quoted}", said.as_str()))
    };
    let cannot = |sign: char, help: Draft| Some(Finding::error(place, begins(sign), help));
    match first {
        DOUBLE | '\'' => in_quotes(first, value, place, &with),
        '[' | '{' => in_brackets(first, value, place, &with),
        '|' | '>' if !BLOCK.is_match(value) => cannot(first, with(double(value))),
        '-' if said.as_str().trim_end().ends_with(':') && value.starts_with("- ") => {
            let help = ours("Write each point on a line of its own under the key, and begin it with “- ”.");
            Some(Finding::error(place, ours("a list cannot begin on the line of its key"), help))
        }
        sign if NEVER.contains(&sign) => cannot(sign, with(double(value))),
        _ if has_no_end(value) => {
            let what = ours("YAML takes this for a number, and for one that nobody can write");
            Some(Finding::error(place, what, with(double(value))))
        }
        _ => None,
    }
}

/// Whether the text of a line goes on in the one below, further to the right.
fn goes_on(lines: &[&str], number: usize) -> bool {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let next = lines.get(number).filter(|next| !next.trim().is_empty());
    next.zip(lines.get(number - 1)).is_some_and(|(next, here)| indent(next) > indent(here))
}

/// Whether YAML takes a text for a number without an end: `.inf`, `.nan`, `1e999`.
fn has_no_end(value: &str) -> bool {
    let bare = value.trim_start_matches(['-', '+']);
    let named = [".inf", ".nan"].iter().any(|name| bare.eq_ignore_ascii_case(name));
    let figures = bare.starts_with(|c: char| c.is_ascii_digit()) && bare.parse::<f64>().is_ok_and(f64::is_infinite);
    named || figures
}

/// A place on a line, behind so many characters.
pub(super) fn at(file: u32, line: usize, behind: usize) -> Span {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Span { file, line: number(line), column: number(behind + 1), width: 1 }
}

/// What is wrong with a text that begins with a sign.
fn begins(sign: char) -> Draft {
    const SPELT: [(char, &str); 15] = [
        ('@', "@"),
        ('`', "`"),
        ('%', "%"),
        ('&', "&"),
        ('*', "*"),
        ('!', "!"),
        (',', ","),
        (']', "]"),
        ('}', "}"),
        ('[', "["),
        ('{', "{"),
        ('|', "|"),
        ('>', ">"),
        (DOUBLE, "\""),
        ('\'', "'"),
    ];
    let spelt = SPELT.iter().find(|(known, _)| *known == sign).map_or("", |(_, spelt)| spelt);
    ours("a text cannot begin with “").ours(spelt).ours("” here")
}

/// A text in quotation marks.
fn double(value: &str) -> String {
    if value.contains(DOUBLE) { single(value) } else { format!("\"{}\"", value.replace('\\', "\\\\")) }
}

/// The same in single ones.
fn single(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}

/// A text that begins with a quotation mark: it may go on after the one that closes it, or hold a backslash.
fn in_quotes<A: Audience>(mark: char, value: &str, place: Span, with: &impl Fn(String) -> Draft) -> Option<Finding<A>> {
    let mut letters = value.char_indices().skip(1).peekable();
    while let Some((byte, c)) = letters.next() {
        match c {
            '\\' if mark == DOUBLE => {
                let (_, escaped) = letters.next()?;
                if !"0abtnvfre /\\N_LPxuU\t".contains(escaped) && escaped != DOUBLE {
                    let column = place.column + u32::try_from(value[..byte].chars().count()).unwrap_or(0);
                    let help = ours("Write it twice: “\\\\”. Or put the text in single quotation marks: '…'.");
                    let what = ours("a backslash means something else inside quotation marks");
                    return Some(Finding::error(Span { column, ..place }, what, help));
                }
            }
            c if c == mark && mark == '\'' && letters.peek().is_some_and(|(_, next)| *next == '\'') => {
                letters.next();
            }
            c if c == mark => {
                let rest = value[byte + 1..].trim_start();
                let whole = rest.is_empty() || rest.starts_with(['#', ':']);
                if mark == '\'' && is_apostrophe(value, byte) {
                    let column = place.column + u32::try_from(value[..byte].chars().count()).unwrap_or(0);
                    let bare = value.trim_matches('\'').replace(DOUBLE, "\\\"");
                    let what = ours("this apostrophe ends the text, because the text begins with one");
                    return Some(Finding::error(Span { column, ..place }, what, with(format!("\"{bare}\""))));
                }
                let quoted =
                    if mark == DOUBLE { single(value) } else { format!("\"{}\"", value.replace(DOUBLE, "\\\"")) };
                return (!whole).then(|| Finding::error(place, begins(mark), with(quoted)));
            }
            _ => {}
        }
    }
    None
}

/// Whether a sign in single quotation marks stands inside a word, as in “it's”.
fn is_apostrophe(value: &str, byte: usize) -> bool {
    let before = value[..byte].chars().next_back();
    let after = value[byte + 1..].chars().next();
    before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
}

/// A text that begins with a bracket: it may go on after the one that closes it, or never be closed.
fn in_brackets<A: Audience>(
    open: char,
    value: &str,
    place: Span,
    with: &impl Fn(String) -> Draft,
) -> Option<Finding<A>> {
    let mut depth = 0usize;
    for (byte, c) in value.char_indices() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let rest = value[byte + c.len_utf8()..].trim_start();
            let whole = rest.is_empty() || rest.starts_with(['#', ':']);
            return (!whole).then(|| Finding::error(place, begins(open), with(double(value))));
        }
    }
    let what = ours("a bracket opens here and is not closed on this line");
    Some(Finding::error(place, what, ours("Close it. If it is part of the text, put the text in quotation marks.")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Public;

    fn explained(letters: &str) -> Option<String> {
        let span = Span { file: 1, line: 2, column: 1, width: 1 };
        let finding: Option<Finding<Public>> = explain(1, letters, span);
        finding.map(|finding| {
            format!("{} / {}", finding.message, finding.help.map(|help| help.to_string()).unwrap_or_default())
        })
    }

    #[test]
    fn a_text_that_begins_with_a_sign_is_put_right() {
        for (value, right) in [
            ("*Please* ring.", "\"*Please* ring.\""),
            ("@home", "\"@home\""),
            ("& shut the gate.", "\"& shut the gate.\""),
            ("% x", "\"% x\""),
            ("`Ring` the bell.", "\"`Ring` the bell.\""),
            ("[New] Ring.", "\"[New] Ring.\""),
            ("{New} Ring.", "\"{New} Ring.\""),
            ("\"Quiet\" after ten.", "'\"Quiet\" after ten.'"),
            ("'Quiet' after \"ten\".", "\"'Quiet' after \\\"ten\\\".\""),
        ] {
            let sign = value.chars().next().expect("a sign");
            for said in ["- ", "x: ", "- x: "] {
                let told = format!("a text cannot begin with “{sign}” here / Put it in quotation marks: {said}{right}");
                assert_eq!(explained(&format!("a:\n  {said}{value}\n")), Some(told), "{said}{value}");
            }
        }
    }

    #[test]
    fn an_apostrophe_is_told_from_a_quotation_mark() {
        for (value, right) in [
            ("'It's your home.'", "\"It's your home.\""),
            ("'It's yours, isn't it?'", "\"It's yours, isn't it?\""),
            ("'Don't ring", "\"Don't ring\""),
        ] {
            let told = explained(&format!("a:\n  x: {value}\n")).expect("it is told");
            assert!(
                told.starts_with("this apostrophe ends the text") && told.ends_with(&format!(": x: {right}")),
                "{told}"
            );
        }
    }

    #[test]
    fn of_a_text_over_several_lines_no_half_is_put_right() {
        for value in ["\"Come in\" and\n    sit down.", "'Ring, it's\n    late.'"] {
            let told = explained(&format!("a:\n  - {value}\n")).expect("it is told");
            assert!(
                told.ends_with("Put the whole text in quotation marks, from its first letter to its last."),
                "{told}"
            );
        }
    }

    #[test]
    fn what_is_in_order_is_left_alone() {
        for value in ["\"x\" # y", "'it''s'", "[a, b]", "{a: b}", "|-", "> # y", "x", "-5"] {
            assert_eq!(explained(&format!("a:\n  - {value}\n")), None, "{value}");
        }
    }
}
