//! Spaces and colons of another kind where YAML wants a plain one: they look right on the screen, and nothing below them is read as it
//! was meant.
//!
//! Comes from: the letters of a file. Goes to: the same letters with plain signs in their places, and a finding for each.

use crate::finding::{Finding, ours};
use crate::text::signs::unseen;
use crate::text::{Audience, Span};

/// Whether a sign looks like a space, or like nothing, and is none to YAML; or looks like a colon.
pub(super) fn odd(c: char) -> bool {
    space(c) || WIDE_COLONS.contains(&c)
}

/// Colons of other scripts and of phonetics.
const WIDE_COLONS: [char; 4] = ['：', '﹕', '︰', '∶'];

fn space(c: char) -> bool {
    (c.is_whitespace() && !c.is_ascii() && c != '\u{85}' && c != '\u{2028}' && c != '\u{2029}') || hidden(c)
}

/// Signs without any width.
fn hidden(c: char) -> bool {
    unseen(c) && !matches!(c, '\u{FE00}'..='\u{FE0F}')
}

/// The letters with a plain sign for each that stands in the place of one, and a finding for each run of them.
pub(super) fn put_right<A: Audience>(file: u32, letters: &str) -> (String, Vec<Finding<A>>) {
    let mut out = String::with_capacity(letters.len());
    let mut found = Vec::new();
    // The column of the key whose text goes on below it, line by line.
    let mut text_below: Option<usize> = None;
    // The quotation mark that is still open from a line above.
    let mut quote: Option<char> = None;
    for (number, line) in (1u32..).zip(letters.split_inclusive('\n')) {
        let mut line = Line { file, number, signs: line.chars().collect(), found: Vec::new(), opens: None };
        if let Some(mark) = quote {
            // Whatever stands between quotation marks is a text, and no key.
            quote = (!closes(&line.signs, mark)).then_some(mark);
            out.extend(line.signs);
            continue;
        }
        let indent = line.spaces(0);
        let blank = line.signs.get(indent).is_none_or(|c| *c == '\n');
        if !blank && text_below.is_none_or(|key| indent <= key) {
            text_below = line.look(indent);
            found.append(&mut line.found);
            quote = line.opens;
        }
        out.extend(line.signs);
    }
    (out, found)
}

/// One line, whose signs are put right from left to right.
struct Line<A: Audience> {
    file: u32,
    number: u32,
    signs: Vec<char>,
    found: Vec<Finding<A>>,
    /// A quotation mark that its text begins with and that is not closed on it.
    opens: Option<char>,
}

/// Whether a quotation mark that is open is closed among some signs. Doubled, or behind a backslash, it stands for itself.
fn closes(signs: &[char], mark: char) -> bool {
    let mut at = 0;
    while let Some(c) = signs.get(at) {
        let escaped = mark == '"' && *c == '\\' || mark == '\'' && *c == mark && signs.get(at + 1) == Some(&mark);
        if !escaped && *c == mark {
            return true;
        }
        at += if escaped { 2 } else { 1 };
    }
    false
}

impl<A: Audience> Line<A> {
    /// Where the spaces of any kind end that begin at a place.
    fn spaces(&self, from: usize) -> usize {
        let more = self.signs[from..].iter().take_while(|c| **c == ' ' || space(**c)).count();
        from + more
    }

    /// Looks at the indentation, dashes and key of a line. The column of its key where the key's text stands on the lines below.
    fn look(&mut self, indent: usize) -> Option<usize> {
        self.plain(0, indent);
        let mut at = indent;
        while self.signs.get(at) == Some(&'-') && self.signs.get(at + 1).is_some_and(|c| *c == ' ' || space(*c)) {
            at = self.after(at);
        }
        let key = at;
        // A key is written in small letters; whatever else stands before a colon may be a sentence.
        let is_key = |c: &&char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
        let end = key + self.signs[key..].iter().take_while(is_key).count();
        let colon = self.spaces(end);
        let value = match self.signs.get(colon) {
            Some(c) if end > key && (*c == ':' || WIDE_COLONS.contains(c)) => {
                self.colon(colon);
                self.plain(end, colon);
                self.after(colon)
            }
            _ => key,
        };
        let text = self.signs[value..].iter().position(|c| *c != ' ').map_or(self.signs.len(), |spaces| value + spaces);
        self.opens = self.signs.get(text).copied().filter(|c| matches!(c, '"' | '\''));
        self.opens = self.opens.filter(|mark| !closes(&self.signs[text + 1..], *mark));
        let rest: String = self.signs[value..].iter().collect();
        let rest = rest.trim_start_matches(' ').split(" #").next().unwrap_or_default().trim_end();
        let goes_on =
            rest.strip_prefix(['|', '>']).is_some_and(|rest| rest.chars().all(|c| "+-0123456789".contains(c)));
        goes_on.then_some(if value > key { key } else { indent })
    }

    /// Where what follows a dash or a colon begins. Where a plain space comes first, the rest is part of a text.
    fn after(&mut self, sign: usize) -> usize {
        let end = self.spaces(sign + 1);
        if self.signs.get(sign + 1).is_some_and(|c| *c != ' ') {
            self.plain(sign + 1, end);
        }
        end
    }

    /// A plain colon in the place of one of another kind.
    fn colon(&mut self, at: usize) {
        let sign = self.signs[at];
        if sign != ':' {
            let what = ours("a wide colon stands here, where a plain one belongs (").sign(sign).ours(")");
            self.found.push(Finding::error(self.span(at, 1), what, ours("Delete it, and type a colon and a space.")));
            self.signs[at] = ':';
        }
    }

    /// Plain spaces in the place of those of another kind, between two places.
    fn plain(&mut self, from: usize, to: usize) {
        let odd = |i: &usize| self.signs[*i] != ' ';
        if let (Some(first), Some(last)) = ((from..to).find(odd), (from..to).rfind(odd)) {
            self.found.push(misplaced(self.span(first, last + 1 - first), self.signs[first]));
            self.signs[first..=last].fill(' ');
        }
    }

    fn span(&self, at: usize, width: usize) -> Span {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { file: self.file, line: self.number, column: number(at + 1), width: number(width) }
    }
}

/// What is wrong with one sign in the place of a space.
fn misplaced<A: Audience>(at: Span, sign: char) -> Finding<A> {
    let what = match sign {
        '\u{A0}' | '\u{202F}' | '\u{2007}' => "a no-break space stands here, where a plain space belongs (",
        c if hidden(c) => "a sign that nobody sees stands here, where a plain space belongs (",
        _ => "a wide or narrow space stands here, where a plain one belongs (",
    };
    Finding::error(at, ours(what).sign(sign).ours(")"), ours("Delete it and type a space."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Public;

    /// The letters put right, and the place of each finding.
    fn right(letters: &str) -> (String, Vec<(u32, u32, u32)>) {
        let (right, found) = put_right::<Public>(1, letters);
        (right, found.iter().map(|f| (f.span.line, f.span.column, f.span.width)).collect())
    }

    #[test]
    fn a_space_of_another_kind_is_told_and_read_as_a_plain_one() {
        for odd in ['\u{A0}', '\u{2003}', '\u{202F}', '\u{3000}', '\u{200B}', '\u{FEFF}', '\u{2060}'] {
            assert_eq!(right(&format!("overnight: a\nguests:{odd}b\n")).1, [(2, 8, 1)], "{odd:?}");
            assert_eq!(right(&format!("a:\n{odd}{odd}b: c\n")), ("a:\n  b: c\n".to_owned(), vec![(2, 1, 2)]));
            assert_eq!(right(&format!("a:\n{odd} {odd} - b\n")), ("a:\n    - b\n".to_owned(), vec![(2, 1, 3)]));
            assert_eq!(right(&format!("a:\n  -{odd}b\n")), ("a:\n  - b\n".to_owned(), vec![(2, 4, 1)]));
            assert_eq!(right(&format!("a:\n  -{odd}b{odd}: c\n")).1, [(2, 4, 1), (2, 6, 1)]);
        }
    }

    #[test]
    fn a_colon_of_another_kind_is_told() {
        assert_eq!(right("name： Rowan\n"), ("name: Rowan\n".to_owned(), vec![(1, 5, 1)]));
    }

    #[test]
    fn inside_a_text_any_space_may_stand() {
        for same in [
            "says: We pay £1,000\u{A0}a week\u{3000}.\n",
            "says: |\n  note:\u{A0}this\n  \u{A0}and this\n  - \u{A0}x\nnext: >-\n \u{A0}a\n",
            "- says: |\n    name:\u{A0}x\n",
            "- |\n  name:\u{A0}x\n",
            "says: Ask us：we know.\n",
            "says: \u{A0}\u{FEFF}We know.\n- \u{A0}x\n",
            "\u{A0}\n\n",
        ] {
            assert_eq!(right(same), (same.to_owned(), Vec::new()));
        }
    }
}
