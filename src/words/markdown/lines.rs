//! Marks on the lines of words files and of Markdown, so that every sentence that is read can be traced to the line that says
//! it. A mark stands where no rule of Markdown or of a template can meet it: right before the first letter that is read.

use crate::text::{Span, line_mark};

/// The tags of a template, each with what ends it.
const TAGS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];
/// The filters that begin a line of Markdown for each value. They put the mark behind the sign it begins with.
const LISTS: [&str; 3] = ["points", "steps", "paragraphs"];

/// A template with a mark on each of its lines, and on each value that it fills in.
pub(crate) fn of_template(file: u32, template: &str) -> String {
    Marker::new(file, template).run()
}

/// The place that each line of Markdown of a home's own is known by: its first letter that is read.
pub(super) fn places(file: u32, markdown: &str) -> Vec<Span> {
    let place = |(line, letters): (u32, &str)| {
        let signs = letters.len() - after_signs(letters).len();
        let first = letters[signs..].find(char::is_alphanumeric).map_or(signs, |at| signs + at);
        let column = u32::try_from(letters[..first].chars().count() + 1).unwrap_or(u32::MAX);
        Span { file, line, column, width: 1 }
    };
    (1..).zip(markdown.split('\n')).map(place).collect()
}

/// A line of Markdown behind the signs that it begins with: numbers of steps must stay the first thing on it.
fn after_signs(line: &str) -> &str {
    let signs = line.trim_start_matches([' ', '\t', '>', '#', '-', '*', '+', '|', ':']);
    let step = signs.trim_start_matches(|c: char| c.is_ascii_digit());
    if step.len() < signs.len() && step.starts_with([')', '.']) && step[1..].starts_with(' ') {
        &step[2..]
    } else {
        signs
    }
}

/// Whether a letter stands here by its name: `&amp;`.
fn names_a_letter(rest: &str) -> bool {
    let name = rest.strip_prefix('&').unwrap_or_default();
    let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '#')).unwrap_or(name.len());
    end > 1 && name[end..].starts_with(';')
}

/// Walks over letters and writes them out again with marks.
struct Marker<'a> {
    file: u32,
    line: u32,
    column: u32,
    /// Whether nothing that is read has come since the line or the last tag began.
    fresh: bool,
    out: String,
    rest: &'a str,
}

impl<'a> Marker<'a> {
    fn new(file: u32, letters: &'a str) -> Self {
        Self { file, line: 1, column: 1, fresh: true, out: String::with_capacity(letters.len() * 2), rest: letters }
    }

    fn run(mut self) -> String {
        self.signs();
        while let Some(c) = self.rest.chars().next() {
            let tag = TAGS.iter().find(|(begin, _)| self.rest.starts_with(begin));
            match tag {
                Some((begin, end)) => self.tag(begin, end),
                None if c == '\n' => {
                    self.take(1);
                    self.fresh = true;
                    self.signs();
                }
                // Neither a heading's attribute nor an address is read.
                None if self.rest.starts_with("{.") => self.through("}"),
                None if self.rest.starts_with("](") => self.through(")"),
                // Inside a tag of HTML, an address between its signs or a letter by its name, a mark would be in the way.
                None if c == '<' && self.rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => {
                    self.through(">");
                }
                None if self.fresh && names_a_letter(self.rest) => self.through(";"),
                None if self.fresh && ["[ ] ", "[x] ", "[X] "].iter().any(|task| self.rest.starts_with(task)) => {
                    self.take(4)
                }
                None => {
                    if self.fresh && (c.is_alphanumeric() || self.rest.starts_with("![")) {
                        self.mark();
                    }
                    self.take(c.len_utf8());
                }
            }
        }
        self.out
    }

    /// The signs that begin a line of Markdown.
    fn signs(&mut self) {
        let end = after_signs(self.rest);
        // A line that only says where a name leads is not read.
        if end.starts_with('[') && end.lines().next().is_some_and(|line| line.contains("]:")) {
            self.fresh = false;
        }
        self.take(self.rest.len() - end.len());
    }

    /// A whole tag. A value carries the mark of its line in front of it, or in its filter where it becomes a list.
    fn tag(&mut self, begin: &str, end: &str) {
        let length = self.rest.find(end).map_or(self.rest.len(), |at| at + end.len());
        let tag = &self.rest[..length];
        let list =
            LISTS.iter().find_map(|filter| Some((tag.rfind(&format!("| {filter}"))? + 2 + filter.len(), filter)));
        let list = list.filter(|(at, _)| tag[*at..].trim_start().starts_with(['}', '-']));
        match list {
            Some((at, _)) if begin == "{{" => {
                let (head, tail) = tag.split_at(at);
                let mark = line_mark(self.file, self.line, self.column);
                self.out.push_str(&format!("{head}(said=\"{mark}\"){tail}"));
                self.past(length);
            }
            _ => {
                // A step's number must stay the first thing on its line.
                if begin == "{{" && !tag.contains("loop.index") {
                    self.mark();
                }
                self.take(length);
            }
        }
        self.fresh = true;
        if begin != "{{" {
            self.signs();
        }
    }

    /// Everything up to a sign, unmarked.
    fn through(&mut self, sign: &str) {
        let length = self.rest.find(sign).map_or(self.rest.len(), |at| at + sign.len());
        self.take(length);
    }

    fn mark(&mut self) {
        self.out.push_str(&line_mark(self.file, self.line, self.column));
        self.fresh = false;
    }

    fn take(&mut self, length: usize) {
        self.out.push_str(&self.rest[..length]);
        self.past(length);
    }

    /// Goes past letters, counting lines and columns.
    fn past(&mut self, length: usize) {
        let (passed, rest) = self.rest.split_at(length);
        for c in passed.chars() {
            (self.line, self.column) = if c == '\n' { (self.line + 1, 1) } else { (self.line, self.column + 1) };
        }
        self.rest = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::is_mark;

    /// The letters with `‹line›` where a mark stands.
    fn shown(marked: &str) -> String {
        let mut out = String::new();
        for (line, column) in (1..9).flat_map(|line| (1..60).map(move |column| (line, column))) {
            if out.is_empty() {
                out = marked.to_owned();
            }
            out = out.replace(&line_mark(1, line, column), &format!("‹{line}:{column}›"));
        }
        out
    }

    #[test]
    fn a_mark_stands_before_the_first_letter_that_is_read() {
        assert_eq!(
            shown(&of_template(1, "# Garden\n\n1. **Dig** it.\n7) | a | b |\n- [x] c\n<b>&amp; d\n")),
            "# ‹1:3›Garden\n\n1. **‹3:6›Dig** it.\n7) | ‹4:6›a | b |\n- [x] ‹5:7›c\n<b>&amp; ‹6:10›d\n"
        );
    }

    #[test]
    fn a_line_is_known_by_its_first_letter() {
        let columns: Vec<u32> =
            places(1, "# Garden\n\n12) **Dig** it.\n“a”\n").iter().map(|span| span.column).collect();
        assert_eq!(columns, [3, 1, 7, 2, 1]);
    }

    #[test]
    fn values_carry_their_line_and_tags_do_not() {
        assert_eq!(
            shown(&of_template(1, "{% if a -%}\n- {{ a }} days\n{% endif %}\n{{ b | points }}\n## Yours {.right}\n")),
            "{% if a -%}\n- ‹2:3›{{ a }} ‹2:11›days\n{% endif %}\n{{ b | points(said=\"‹4:1›\") }}\n## ‹5:4›Yours {.right}\n"
        );
    }

    #[test]
    fn no_letter_is_lost() {
        let words = "# A\n\n[x]: https://x.example\n- [b](page:c#d) {{ e(f=\"g\") | steps -}}\n\n{# note #}\n: h\n";
        let kept: String =
            of_template(1, words).replace("(said=\"", "").replace("\")", "").chars().filter(|c| !is_mark(*c)).collect();
        assert_eq!(kept, words.replace("\")", ""));
    }
}
