//! The walk through Markdown that notes what would not be shown as it is meant.

mod parts;

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::accounted::Accounted;
use super::line::Line;
use super::{Look, Steps};
use crate::document::Panel;
use crate::words::markdown::walk::OPTIONS;

/// Looks through Markdown without notes.
pub(super) fn seen(markdown: &str, steps: Steps) -> Look {
    // What we read ourselves, and what other programs read besides.
    let options = OPTIONS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    let parser = Parser::new_ext(markdown, options);
    let mut definitions: Vec<(String, Range<usize>)> = parser
        .reference_definitions()
        .iter()
        .map(|(label, definition)| (label.to_lowercase(), definition.span.clone()))
        .collect();
    definitions.sort_by_key(|(_, span)| span.start);
    let mut looking = Looking {
        markdown,
        look: Look::default(),
        accounted: Accounted::new(markdown),
        line: Line::new(markdown),
        open: Vec::new(),
        used: BTreeSet::new(),
        level: 1,
        told_html: false,
        lists: Vec::new(),
        entry_at: 0,
        steps,
    };
    for (event, range) in parser.into_offset_iter() {
        looking.event(event, range);
    }
    looking.end(&definitions)
}

/// How far the looking has come.
struct Looking<'a> {
    markdown: &'a str,
    look: Look,
    accounted: Accounted,
    line: Line<'a>,
    /// The tags that are open.
    open: Vec<Open>,
    /// The names of definitions that a link uses.
    used: BTreeSet<String>,
    /// The level of the last heading.
    level: u8,
    /// Whether the block of HTML that is open was told: once is enough for all its lines.
    told_html: bool,
    /// The lists that are open, and where the last entry of one began.
    lists: Vec<List>,
    entry_at: usize,
    steps: Steps,
}

/// A list that is open.
#[derive(Debug, Default)]
struct List {
    /// The number of its first step, as it is written; none where it is no list of steps.
    first: Option<u64>,
    /// How many entries it has so far.
    entries: u64,
    /// Where the drawings of its entries stand.
    drawings: Vec<usize>,
    /// Whether a number that would be shown otherwise was told.
    told: bool,
}

/// A tag that is open, as far as it matters to what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    /// A heading, a cell, the label of a fact, a link: words on one line.
    Line,
    Quote,
    /// A point of a list in which nothing stands yet.
    Point,
    Code,
    /// A table, with its rows so far and where it begins.
    Table(usize, usize),
    Picture,
    Other,
}

impl Looking<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.finish(tag),
            Event::Text(words) => {
                self.accounted.cover(range.clone());
                self.begun();
                if !self.open.contains(&Open::Code) {
                    self.line.text(&words, range);
                }
            }
            Event::Code(_) => {
                self.accounted.cover(range);
                self.begun();
                self.line.other();
            }
            Event::Html(words) => self.html_block(&words, range),
            Event::InlineHtml(tag) => self.inline_html(&tag, range),
            Event::SoftBreak | Event::HardBreak => self.line.broken(),
            Event::Rule if self.is_top(range.start) => {
                let what = "what stands between lines “---” at the top would be shown here";
                let help = "Only a page in the folder pages has such lines, and a second line “---” ends them.";
                self.look.sign(self.markdown, range.start, what, help);
            }
            Event::Rule => {
                let help = "Begin the part that comes after it with a heading: “## ” and its words.";
                self.look.mild_sign(self.markdown, range.start, "this line between two parts would not be shown", help);
            }
            Event::FootnoteReference(_) => {
                self.accounted.cover(range.clone());
                let help = "Say it in the sentence itself, or in brackets after it.";
                self.look.sign(self.markdown, range.start, "a page has no foot, and no notes at it", help);
            }
            Event::TaskListMarker(_) => {
                self.accounted.cover(range.clone());
                let help = "Take the brackets out: “- ” and the words are enough.";
                self.look.sign(self.markdown, range.start, "a page has no boxes to tick", help);
            }
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let at = range.start;
        let mut open = Open::Other;
        match tag {
            Tag::Heading { level, id, classes, attrs } => {
                open = Open::Line;
                self.accounted.cover(range);
                let above = std::mem::replace(&mut self.level, level as u8);
                // One that jumps is told as such.
                if level as u8 > 3 && above >= 3 {
                    let help = "Write “### ” here, or make a page of its own of the part above.";
                    self.look.sign(self.markdown, at, "headings go no deeper than “### ”", help);
                }
                let known = |class: &str| Panel::SPELLINGS.iter().any(|(name, _)| *name == class);
                if id.is_some() || !attrs.is_empty() || classes.iter().any(|class| !known(class)) {
                    let names: Vec<String> = Panel::SPELLINGS.iter().map(|(name, _)| format!("{{.{name}}}")).collect();
                    let what = "what stands in braces behind this heading would not be shown";
                    let help = format!("Take it out. What can stand there is {}.", names.join(", "));
                    self.look.sign(self.markdown, at, what, help);
                }
            }
            Tag::BlockQuote(kind) => {
                open = Open::Quote;
                kind.into_iter().for_each(|kind| self.alert(kind, at));
            }
            Tag::CodeBlock(kind) => {
                open = Open::Code;
                self.code_block(&kind, range);
            }
            Tag::HtmlBlock => {
                self.accounted.cover(range);
                self.told_html = false;
            }
            Tag::List(first) => {
                self.begun();
                self.lists.push(List { first, ..List::default() });
            }
            Tag::Item => {
                open = Open::Point;
                self.entry(at);
                self.accounted.cover_number(self.markdown, range);
            }
            Tag::FootnoteDefinition(_) => {
                self.accounted.cover(range);
                let help = "Say it in the sentence itself, or in brackets after it.";
                self.look.sign(self.markdown, at, "a page has no foot, and no notes at it", help);
            }
            Tag::Table(_) => open = Open::Table(0, at),
            Tag::TableRow => {
                if let Some(Open::Table(rows, _)) = self.open.last_mut() {
                    *rows += 1;
                }
            }
            Tag::TableCell | Tag::DefinitionListTitle => open = Open::Line,
            Tag::Strikethrough => {
                let help = "Take out what is no longer so. Where a price was lowered, say what it was and what it is.";
                self.look.sign(self.markdown, at, "words that are struck through would be shown as if they held", help);
            }
            Tag::Link { link_type, dest_url, title, id } => {
                open = Open::Line;
                self.link(link_type, &dest_url, &title, &id, range);
            }
            Tag::Image { link_type, dest_url, title, .. } => {
                open = Open::Picture;
                self.picture(link_type, &dest_url, &title, range);
            }
            _ => {}
        }
        if !matches!(open, Open::Other | Open::Point | Open::Quote) {
            self.begun();
        }
        if matches!(open, Open::Picture) {
            self.line.other();
        }
        self.open.push(open);
    }

    fn finish(&mut self, tag: TagEnd) {
        let open = self.open.pop();
        if matches!(tag, TagEnd::List(_)) {
            self.list_ends();
        }
        let is_step = tag == TagEnd::Item && self.lists.last().is_some_and(|list| list.first.is_some());
        if is_step && matches!(open, Some(Open::Point)) && self.steps == Steps::AsWritten {
            let help = "Write what the step says, or take its line out.";
            let at = self.entry_at;
            self.look.mild_sign(
                self.markdown,
                at,
                "a step without words would not be shown, and those after it move up",
                help,
            );
        }
        if let Some(Open::Table(0, at)) = open {
            let help = "Write a line for each row under the line of dashes, or take the table out.";
            self.look.sign(self.markdown, at, "a table with nothing under its first line would not be shown", help);
        }
        let ends_words = matches!(
            tag,
            TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::DefinitionListTitle
                | TagEnd::DefinitionListDefinition
        );
        if ends_words {
            let quoted = self.open.contains(&Open::Quote);
            for sign in self.line.finished(quoted) {
                self.look.sign(self.markdown, sign.0, sign.1, sign.2);
            }
        }
        if tag == TagEnd::Link && matches!(open, Some(Open::Line)) {
            self.line.other();
        }
    }

    /// Whether a line between parts begins the file, and keys with values come after it.
    fn is_top(&self, at: usize) -> bool {
        let (before, rest) = self.markdown.split_at(at);
        let next = rest.lines().nth(1).and_then(|line| line.split_once(':')).map_or("", |(key, _)| key);
        before.trim().is_empty() && !next.is_empty() && next.chars().all(|c| c.is_alphanumeric() || c == '_')
    }

    /// An entry of the innermost list begins. Steps are counted on from the first: a number that is written otherwise is not shown.
    fn entry(&mut self, at: usize) {
        self.entry_at = at;
        let Some(list) = self.lists.last_mut() else { return };
        let shown = list.first.map(|first| first + list.entries);
        list.entries += 1;
        let digits = self.markdown[at..].trim_start_matches(' ');
        let digits = &digits[..digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len())];
        let known = list.told || self.steps == Steps::FilledIn;
        let (Some(shown), Ok(written), false) = (shown, digits.parse::<u64>(), known) else { return };
        // Many write “1.” before every step, and mean it to be counted.
        if written != shown && Some(written) != list.first {
            list.told = true;
            let what = format!("this step would be shown as number {shown}: steps are counted on from the first");
            let help =
                "Write the numbers without a gap. To keep a number, begin a new list with it, after a line of words.";
            self.look.mild_sign(self.markdown, at, &what, help);
        }
    }

    /// A list ends: drawings are shown where every point has one.
    fn list_ends(&mut self) {
        let Some(list) = self.lists.pop() else { return };
        let shown = list.first.is_none() && list.drawings.len() as u64 == list.entries;
        if let Some(at) = list.drawings.first().filter(|_| !shown) {
            let help = "Begin every point of a list with one: “- ![](drawing:telephone) Ring us.”";
            self.look.sign(self.markdown, *at, "a drawing that stands here would not be shown", help);
        }
    }

    /// Something stands in the innermost point of a list.
    fn begun(&mut self) {
        if let Some(point) = self.open.last_mut().filter(|open| **open == Open::Point) {
            *point = Open::Other;
        }
    }

    /// What can be said once everything has been read.
    fn end(mut self, definitions: &[(String, Range<usize>)]) -> Look {
        for (name, span) in definitions {
            self.accounted.cover(span.clone());
            if !self.used.contains(name) {
                let what = "this line only says where a link leads, and no link uses it";
                let help = format!(
                    "Write [{name}] where the link is to stand, or take the line out. If it is a sentence, write it without the square brackets."
                );
                self.look.sign(self.markdown, span.start, what, help);
            }
        }
        for (at, what, help) in self.accounted.left(self.markdown) {
            self.look.sign(self.markdown, at, what, help);
        }
        self.look.signs.sort_by_key(|sign| (sign.line, sign.column));
        self.look
    }
}
