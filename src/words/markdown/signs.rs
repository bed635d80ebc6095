//! Signs that an entity brings into Markdown, `&#0;` or `&#x202e;`: they are letters only once it has been read.
//!
//! Comes from: a home's own Markdown. Goes to: findings, each at the line and column of what was written.

use pulldown_cmark::{CowStr, Event, Parser, Tag};

use super::walk::OPTIONS;
use crate::finding::Finding;
use crate::limits::FINDINGS;
use crate::read::signs;
use crate::text::Span;
use crate::text::signs::{Why, blanked, never};

/// Every entity in Markdown that stands for a sign which can stand nowhere. Signs that are written as they are, are told elsewhere.
pub(crate) fn coded(file: u32, markdown: &str) -> Vec<Finding> {
    if !markdown.contains('&') {
        return Vec::new();
    }
    // What is written as it is, is told elsewhere, and the reader of Markdown makes other signs of some.
    let markdown = &*blanked(markdown);
    let mut found = Vec::new();
    let mut counted = Counted::default();
    for (event, at) in Parser::new_ext(markdown, OPTIONS).into_offset_iter() {
        let decoded: Vec<CowStr<'_>> = match event {
            Event::Text(text) => vec![text],
            Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => {
                vec![dest_url, title]
            }
            _ => continue,
        };
        let written = &markdown[at.clone()];
        let stray = |c: &char| never(*c).is_some() && !written.contains(*c);
        if let Some(sign) = decoded.iter().flat_map(|text| text.chars()).find(stray) {
            // An entity for the end of a string is read as a letter that was lost.
            let why = if sign == '\u{FFFD}' { Why::Control } else { never(sign).unwrap_or(Why::Control) };
            let start = written.find('&').unwrap_or(0);
            let width = written[start..].find(';').map_or(1, |end| end + 1);
            found.push(signs::finding(counted.place(file, markdown, at.start + start, width), sign, why));
            // Nobody is shown more.
            if FINDINGS.is_passed_by(found.len()) {
                break;
            }
        }
    }
    found
}

/// How far lines were counted.
#[derive(Default)]
struct Counted {
    to: usize,
    lines: usize,
}

impl Counted {
    /// The place of some letters by where they begin, which is behind those asked for before.
    fn place(&mut self, file: u32, letters: &str, start: usize, width: usize) -> Span {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.lines += letters[self.to.min(start)..start].matches('\n').count();
        self.to = self.to.max(start);
        let column = letters[..start].rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
        Span { file, line: number(self.lines + 1), column: number(column), width: number(width) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(markdown: &str) -> Vec<(u32, u32, u32)> {
        coded(1, markdown).iter().map(|f| (f.span.line, f.span.column, f.span.width)).collect()
    }

    #[test]
    fn an_entity_that_stands_for_no_letter_is_told() {
        assert_eq!(found("# T\n\nA &#0; b &#x202e;c &amp; d &#27;e\n"), [(3, 3, 4), (3, 10, 8), (3, 28, 5)]);
        assert_eq!(found("A \0 and \u{1B} &#27;\n"), [(1, 11, 5)]);
        assert_eq!(found("[x](https://a.example/&#x202e;b)\n"), [(1, 23, 8)]);
    }

    #[test]
    fn an_entity_that_stands_for_a_letter_may_stand() {
        assert_eq!(
            found("A &amp; B &eacute; &#233; &rlm; &zwj; &nbsp;\n\n    code &#0;\n\n`&#27;` and &nothing;\n"),
            []
        );
    }
}
