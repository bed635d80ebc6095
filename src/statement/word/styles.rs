//! What the styles and lists of a Word document mean: which are headings, which are quotations, which have numbers.

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;

use super::super::xml::{Walk, attribute};
use crate::prose::Part;

/// How many styles may be based on one another.
const CHAIN: usize = 20;

/// The styles of a document, by the names that paragraphs call them by.
#[derive(Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    current: Option<String>,
}

/// One style.
#[derive(Default)]
struct Style {
    /// Its name in English, in small letters: Word keeps that in every language.
    name: String,
    based_on: Option<String>,
    /// The level of a heading, from 0; 9 is a paragraph.
    outline: Option<u8>,
    number: Option<Number>,
}

/// Which list, and how deep in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) list: Option<String>,
    pub(super) level: Option<u8>,
}

/// What a paragraph's style makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Role {
    Is(Part),
    /// A point of this list.
    Listed(Number),
    /// A line of a table of contents.
    Contents,
}

impl Styles {
    /// What a style makes a paragraph.
    pub(super) fn role(&self, id: &str) -> Role {
        let mut next = Some(id);
        let mut number: Option<Number> = None;
        for _ in 0..CHAIN {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else { break };
            if let Some(role) = style.role() {
                return role;
            }
            number = number.or_else(|| style.number.clone().filter(|number| number.list.is_some()));
            next = style.based_on.as_deref();
        }
        number.map_or(Role::Is(Part::Paragraph), Role::Listed)
    }
}

impl Style {
    fn role(&self) -> Option<Role> {
        if let Some(level) = self.outline.filter(|level| *level < 9) {
            return Some(Role::Is(Part::Heading(level + 1)));
        }
        if let Some(level) = self.name.strip_prefix("heading ").and_then(|level| level.trim().parse().ok()) {
            return Some(Role::Is(Part::Heading(level)));
        }
        if self.name.strip_prefix("toc ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
            return Some(Role::Contents);
        }
        match self.name.as_str() {
            "title" => Some(Role::Is(Part::Heading(1))),
            "quote" | "intense quote" | "block text" => Some(Role::Is(Part::Quote)),
            "caption" => Some(Role::Is(Part::Label)),
            "table of figures" => Some(Role::Contents),
            _ => None,
        }
    }
}

impl Walk for Styles {
    fn open(&mut self, name: &str, element: &BytesStart) {
        if name == "style" {
            self.current = attribute(element, "styleId");
        }
        let value = || attribute(element, "val");
        let Some(style) = self.current.as_ref().map(|id| self.styles.entry(id.clone()).or_default()) else { return };
        match name {
            "name" => style.name = value().unwrap_or_default().to_lowercase(),
            "basedOn" => style.based_on = value(),
            "outlineLvl" => style.outline = value().and_then(|level| level.parse().ok()),
            "numId" => style.number.get_or_insert_default().list = value(),
            "ilvl" => style.number.get_or_insert_default().level = value().and_then(|level| level.parse().ok()),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if name == "style" {
            self.current = None;
        }
    }

    fn words(&mut self, _: &str) {}
}

/// The lists of a document: which have numbers at which depth.
#[derive(Default)]
pub(super) struct Numbers {
    /// The kinds of lists: for each depth whether it has numbers.
    kinds: BTreeMap<String, BTreeMap<u8, bool>>,
    /// Which kind each list is.
    lists: BTreeMap<String, String>,
    kind: Option<String>,
    list: Option<String>,
    level: u8,
}

impl Numbers {
    /// What a point of a list is; none where the paragraph is taken off its style's list.
    pub(super) fn part(&self, number: &Number) -> Option<Part> {
        let list = number.list.as_ref().filter(|list| *list != "0")?;
        let numbered = self
            .lists
            .get(list)
            .and_then(|kind| self.kinds.get(kind))
            .and_then(|levels| levels.get(&number.level.unwrap_or(0)));
        Some(if numbered == Some(&true) { Part::Step } else { Part::Point })
    }
}

impl Walk for Numbers {
    fn open(&mut self, name: &str, element: &BytesStart) {
        match name {
            "abstractNum" => self.kind = attribute(element, "abstractNumId"),
            "num" => self.list = attribute(element, "numId"),
            "lvl" => self.level = attribute(element, "ilvl").and_then(|level| level.parse().ok()).unwrap_or(0),
            "numFmt" => {
                let numbered = attribute(element, "val").is_some_and(|format| format != "bullet" && format != "none");
                if let Some(kind) = &self.kind {
                    self.kinds.entry(kind.clone()).or_default().entry(self.level).or_insert(numbered);
                }
            }
            "abstractNumId" => {
                if let (Some(list), Some(kind)) = (&self.list, attribute(element, "val")) {
                    self.lists.insert(list.clone(), kind);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "abstractNum" => self.kind = None,
            "num" => self.list = None,
            _ => {}
        }
    }

    fn words(&mut self, _: &str) {}
}

/// Finds the part with the words in the list of a document's parts.
#[derive(Default)]
pub(super) struct Main {
    pub(super) name: Option<String>,
}

impl Walk for Main {
    fn open(&mut self, _: &str, element: &BytesStart) {
        if attribute(element, "Type").is_some_and(|kind| kind.ends_with("/officeDocument")) {
            self.name = attribute(element, "Target").map(|target| target.trim_start_matches('/').to_owned());
        }
    }

    fn close(&mut self, _: &str) {}

    fn words(&mut self, _: &str) {}
}

/// The parts with words beside the text, as the document lists them.
#[derive(Default)]
pub(super) struct Listed {
    pub(super) names: Vec<String>,
}

impl Walk for Listed {
    fn open(&mut self, _: &str, element: &BytesStart) {
        let kind = attribute(element, "ContentType").unwrap_or_default();
        if ["header+xml", "footer+xml", "footnotes+xml", "endnotes+xml"].iter().any(|end| kind.ends_with(end)) {
            self.names.extend(attribute(element, "PartName").map(|name| name.trim_start_matches('/').to_owned()));
        }
    }

    fn close(&mut self, _: &str) {}

    fn words(&mut self, _: &str) {}
}
