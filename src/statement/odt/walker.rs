//! The walk through a part of an open document.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::super::passages::Passages;
use super::super::xml::{Walk, attribute};
use crate::prose::Part;

/// How many styles may be based on one another.
const CHAIN: usize = 20;
/// How deep lists may stand within one another.
const LISTS: usize = 256;

/// Whether a document is locked: its parts have a key.
#[derive(Default)]
pub(super) struct Locked(pub(super) bool);

impl Walk for Locked {
    fn open(&mut self, name: &str, _: &BytesStart) {
        self.0 |= name == "encryption-data";
    }

    fn close(&mut self, _: &str) {}

    fn words(&mut self, _: &str) {}
}

/// The styles of paragraphs and of lists.
#[derive(Default)]
pub(super) struct Styles {
    /// What each paragraph style is based on.
    parents: BTreeMap<String, String>,
    hidden: BTreeMap<String, bool>,
    /// For each list style, whether its first depth has numbers.
    numbered: BTreeMap<String, bool>,
    list: Option<String>,
    style: Option<String>,
}

impl Styles {
    /// A style and those it is based on, the nearest first.
    fn chain<'a>(&'a self, style: &'a str) -> impl Iterator<Item = &'a str> {
        std::iter::successors(Some(style), |style| self.parents.get(*style).map(String::as_str)).take(CHAIN)
    }

    /// What a style makes a paragraph, where it makes it something.
    fn part(&self, style: &str) -> Option<Part> {
        self.chain(style).find_map(|style| match style {
            "Title" => Some(Part::Heading(1)),
            "Quotations" => Some(Part::Quote),
            "Caption" | "Illustration" | "Table" => Some(Part::Label),
            _ => style.strip_prefix("Heading_20_").and_then(|level| level.parse().ok()).map(Part::Heading),
        })
    }

    fn take(&mut self, name: &str, element: &BytesStart) {
        let own = || attribute(element, "name");
        match name {
            "style" => {
                self.style = own();
                if let (Some(style), Some(parent)) = (&self.style, attribute(element, "parent-style-name")) {
                    self.parents.insert(style.clone(), parent);
                }
            }
            "text-properties" if attribute(element, "display").as_deref() == Some("none") => {
                self.hidden.extend(self.style.clone().map(|style| (style, true)));
            }
            "list-style" => self.list = own(),
            "list-level-style-number" | "list-level-style-bullet" | "list-level-style-image" => {
                if let Some(list) = &self.list {
                    self.numbered.entry(list.clone()).or_insert(name == "list-level-style-number");
                }
            }
            _ => {}
        }
    }
}

impl Walk for Styles {
    fn open(&mut self, name: &str, element: &BytesStart) {
        self.take(name, element);
    }

    fn close(&mut self, name: &str) {
        if name == "style" {
            self.style = None;
        }
    }

    fn words(&mut self, _: &str) {}
}

/// How far the walk has come.
pub(super) struct Walker<'a> {
    passages: &'a mut Passages,
    styles: &'a mut Styles,
    /// The element that holds what is to be read.
    root: &'static str,
    rooted: bool,
    skipped: usize,
    /// How many paragraphs are open: a text box has some inside one.
    paragraphs: Vec<Part>,
    /// Whether each list around has numbers; a list without a style is like the one around it.
    lists: Vec<bool>,
    tables: Vec<Table>,
    /// What was open around text boxes and notes.
    around: Vec<(Vec<Part>, Vec<bool>, Vec<Table>)>,
}

/// A table: its rows so far, and whether they name the columns.
#[derive(Default)]
struct Table {
    rows: u32,
    header: bool,
}

impl<'a> Walker<'a> {
    pub(super) fn new(passages: &'a mut Passages, styles: &'a mut Styles, root: &'static str) -> Self {
        Self {
            passages,
            styles,
            root,
            rooted: false,
            skipped: 0,
            paragraphs: Vec::new(),
            lists: Vec::new(),
            tables: Vec::new(),
            around: Vec::new(),
        }
    }

    fn paragraph(&mut self, heading: bool, element: &BytesStart) {
        self.passages.end();
        let style = attribute(element, "style-name").unwrap_or_default();
        let styled = self.styles.part(&style);
        let names = style == "Table_20_Heading" || self.styles.chain(&style).any(|style| style == "Table_20_Heading");
        let part = match (self.lists.last(), self.tables.last()) {
            _ if heading => {
                Part::Heading(attribute(element, "outline-level").and_then(|level| level.parse().ok()).unwrap_or(1))
            }
            _ if matches!(styled, Some(Part::Heading(_) | Part::Quote)) => styled.unwrap_or_default(),
            (Some(true), _) => Part::Step,
            (Some(false), _) => Part::Point,
            (None, Some(table)) => Part::Cell(if table.header || names { 0 } else { table.rows }),
            (None, None) => styled.unwrap_or(Part::Paragraph),
        };
        self.paragraphs.push(part);
        self.passages.part = part;
    }

    fn list(&mut self, element: &BytesStart) {
        let own = attribute(element, "style-name").and_then(|style| self.styles.numbered.get(&style).copied());
        if self.lists.len() < LISTS {
            self.lists.push(own.or(self.lists.last().copied()).unwrap_or(false));
        }
        self.passages.end();
    }

    /// Whether an element and all in it is not for reading.
    fn is_skipped(&self, name: &str, element: &BytesStart) -> bool {
        match name {
            "tracked-changes" | "annotation" | "annotation-end" | "note-citation" | "table-of-content"
            | "hidden-text" | "illustration-index" | "table-index" | "alphabetical-index" | "user-index"
            | "bibliography" | "ruby-text" | "title" | "desc" | "forms" | "scripts" | "script" | "number"
            | "covered-table-cell" | "event-listeners" => true,
            "span" | "p" | "h" => {
                attribute(element, "style-name").is_some_and(|style| self.styles.hidden.contains_key(&style))
            }
            "hidden-paragraph" | "section" => attribute(element, "display").as_deref() == Some("none"),
            _ => false,
        }
    }

    fn enter(&mut self) {
        let lists = std::mem::take(&mut self.lists);
        self.around.push((std::mem::take(&mut self.paragraphs), lists, std::mem::take(&mut self.tables)));
        self.passages.enter(Part::Aside);
    }

    fn leave(&mut self) {
        self.passages.leave();
        if let Some((paragraphs, lists, tables)) = self.around.pop() {
            (self.paragraphs, self.lists, self.tables) = (paragraphs, lists, tables);
            self.passages.part = self.paragraphs.last().copied().unwrap_or_default();
        }
    }
}

impl Walk for Walker<'_> {
    fn open(&mut self, name: &str, element: &BytesStart) {
        if !self.rooted {
            self.rooted = name == self.root;
            return self.styles.take(name, element);
        }
        if self.skipped > 0 || self.is_skipped(name, element) {
            self.skipped += 1;
            return;
        }
        match name {
            "p" | "h" => self.paragraph(name == "h", element),
            "s" | "tab" | "line-break" => self.passages.nowhere(" "),
            "a" => self.passages.link(),
            "list" => self.list(element),
            "table" => self.tables.push(Table::default()),
            "table-header-rows" => self.tables.last_mut().into_iter().for_each(|table| table.header = true),
            "table-row" => self.tables.last_mut().into_iter().for_each(|table| table.rows += 1),
            "note-body" | "text-box" => self.enter(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            name if name == self.root => self.rooted = false,
            "p" | "h" => {
                self.passages.end();
                self.paragraphs.pop();
            }
            "a" => self.passages.unlink(),
            "list" => {
                self.passages.end();
                self.lists.pop();
            }
            "table" => drop(self.tables.pop()),
            "table-header-rows" => self.tables.last_mut().into_iter().for_each(|table| table.header = false),
            "note-body" | "text-box" if self.rooted => self.leave(),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if self.rooted && self.skipped == 0 && !self.paragraphs.is_empty() {
            self.passages.nowhere(words);
        }
    }
}
