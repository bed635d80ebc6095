//! Markdown's events with the lines they stand on, no deeper in each other than the limit.

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use super::OPTIONS;
use crate::limits::MARKDOWN_DEPTH;
use crate::text::{Origin, Span, unmark};
use crate::words::markdown::lines::places;
use crate::words::unsaid::Unsaid;

/// The events, as they follow each other.
pub(super) struct Events<'a> {
    parsed: Box<dyn Iterator<Item = (Event<'a>, Range<usize>)> + 'a>,
    markdown: &'a str,
    /// How many parts are open. Each takes a step of the reader's own stack, so there is a limit.
    depth: usize,
    /// The byte at which a part begins that stands too deep in others.
    too_deep: Option<usize>,
    /// Where each line of a home's own Markdown begins, in bytes, with the place it is known by.
    lines: Vec<(usize, Span)>,
}

impl<'a> Events<'a> {
    /// The events of some Markdown; of a home's own, from the first to the last letter, with its file.
    pub(super) fn new(markdown: &'a str, file: Option<u32>) -> Self {
        let parsed: Box<dyn Iterator<Item = _>> = Box::new(Parser::new_ext(markdown, OPTIONS).into_offset_iter());
        let lines = file.map(|file| lines_of(file, markdown)).unwrap_or_default();
        Self { parsed, markdown, depth: 0, too_deep: None, lines }
    }

    /// The next event with its place in bytes, and the line of a home's own Markdown that is being read. Of parts that stand too deep in
    /// others neither the beginning nor the end is given out, so that nobody follows them down.
    pub(super) fn next(&mut self) -> Option<(Event<'a>, Range<usize>, Option<Span>)> {
        loop {
            let (event, at) = self.parsed.next()?;
            match event {
                Event::Start(_) => {
                    self.depth += 1;
                    if MARKDOWN_DEPTH.is_passed_by(self.depth) {
                        self.too_deep.get_or_insert(at.start);
                        continue;
                    }
                }
                Event::End(_) => {
                    self.depth -= 1;
                    if MARKDOWN_DEPTH.is_passed_by(self.depth + 1) {
                        continue;
                    }
                }
                _ => {}
            }
            let line = self.lines.partition_point(|(start, _)| *start <= at.start);
            let line = line.checked_sub(1).and_then(|line| self.lines.get(line)).map(|(_, place)| *place);
            return Some((event, at, line));
        }
    }

    /// What is told of parts that stood too deep, at the line that says them; `here` is the line that was read last.
    pub(super) fn nested(&self, file: Option<u32>, here: Option<Span>) -> Option<Unsaid> {
        let byte = self.too_deep?;
        let unsaid = Unsaid::over(&MARKDOWN_DEPTH);
        let said =
            || unmark(self.markdown.get(byte..)?, &mut Origin::default()).into_iter().find_map(|(_, from)| from.said);
        Some(match (file, said().or(here)) {
            (Some(file), _) => {
                let line = self.markdown.get(..byte).unwrap_or_default().matches('\n').count() + 1;
                unsaid.or_at(Span { file, line: u32::try_from(line).unwrap_or(u32::MAX), column: 1, width: 1 })
            }
            (None, Some(said)) => unsaid.or_at(said),
            (None, None) => unsaid,
        })
    }
}

/// Where each line begins, in bytes, with the place it is known by.
fn lines_of(file: u32, markdown: &str) -> Vec<(usize, Span)> {
    let mut at = 0;
    let begin = markdown.split_inclusive('\n').map(|line| {
        at += line.len();
        at - line.len()
    });
    begin.zip(places(file, markdown)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many parts begin and end, and whether some stood too deep.
    fn given_out(markdown: &str) -> (usize, usize, bool) {
        let mut events = Events::new(markdown, None);
        let (mut begun, mut ended) = (0, 0);
        while let Some((event, ..)) = events.next() {
            begun += usize::from(matches!(event, Event::Start(_)));
            ended += usize::from(matches!(event, Event::End(_)));
        }
        (begun, ended, events.nested(None, None).is_some())
    }

    #[test]
    fn of_what_stands_too_deep_neither_the_beginning_nor_the_end_is_given_out() {
        let most = MARKDOWN_DEPTH.most;
        // A paragraph stands in the last quotation.
        assert_eq!(given_out(&format!("{} tea", ">".repeat(most - 1))), (most, most, false));
        assert_eq!(given_out(&format!("{} tea", ">".repeat(most + 3))), (most, most, true));
    }

    #[test]
    fn an_event_knows_the_line_it_stands_on_in_markdown_of_a_homes_own() {
        let mut events = Events::new("One\n\nTwo\n", Some(7));
        let mut lines = Vec::new();
        while let Some((event, _, line)) = events.next() {
            if let (Event::Text(_), Some(line)) = (event, line) {
                lines.push((line.file, line.line));
            }
        }
        assert_eq!(lines, [(7, 1), (7, 3)]);
    }
}
