//! Marks on the lines of words files and of Markdown, so that every sentence that is read can be traced to the line that says
//! it. A mark stands where no rule of Markdown or of a template can meet it: right before the first letter that is read.

use crate::text::line_mark;

/// The tags of a template, each with what ends it.
const TAGS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];
/// The filters that begin a line of Markdown for each value. They put the mark behind the sign it begins with.
const LISTS: [&str; 3] = ["points", "steps", "paragraphs"];

/// A template with a mark on each of its lines, and on each value that it fills in.
pub(crate) fn of_template(file: u32, template: &str) -> String {
    Marker::new(file, template).run(true)
}

/// Markdown without the notes that somebody left in it for the linter (`<!-- lint: … -->`); every line keeps its number.
pub(super) fn without_notes(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut rest = markdown;
    while let Some((at, end)) = rest.find("<!-- lint:").and_then(|at| Some((at, at + rest[at..].find("-->")? + 3))) {
        out.push_str(&rest[..at]);
        out.extend(rest[at..end].chars().filter(|c| *c == '\n'));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// Markdown of a home's own with a mark on each of its lines.
pub(super) fn of_markdown(file: u32, markdown: &str) -> String {
    Marker::new(file, markdown).run(false)
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

    fn run(mut self, tags: bool) -> String {
        self.signs();
        while let Some(c) = self.rest.chars().next() {
            let tag = TAGS.iter().find(|(begin, _)| tags && self.rest.starts_with(begin));
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

    /// The signs that begin a line of Markdown: numbers of steps must stay the first thing on it.
    fn signs(&mut self) {
        let signs = self.rest.trim_start_matches([' ', '\t', '>', '#', '-', '*', '|', ':']);
        let step = signs.trim_start_matches(|c: char| c.is_ascii_digit());
        let end = if step.len() < signs.len() && step.starts_with(". ") { &step[2..] } else { signs };
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
            shown(&of_markdown(1, "# Garden\n\n1. **Dig** it.\n| a | b |\n")),
            "# ‹1:3›Garden\n\n1. **‹3:6›Dig** it.\n| ‹4:3›a | b |\n"
        );
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
