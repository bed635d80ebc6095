//! The walk through a part of a Word document that has words in it.

use quick_xml::events::BytesStart;

use super::super::passages::Passages;
use super::super::xml::{Walk, attribute};
use super::styles::{Number, Numbers, Role, Styles};
use crate::prose::Part;

/// How far the walk has come.
pub(super) struct Walker<'a> {
    passages: &'a mut Passages,
    styles: &'a Styles,
    numbers: &'a Numbers,
    /// How deep inside something that is not read.
    skipped: usize,
    paragraph: Paragraph,
    /// The paragraphs around text boxes, with the tables they stand in.
    around: Vec<(Paragraph, Vec<Table>)>,
    tables: Vec<Table>,
    /// For each choice between two ways to say one thing, whether one was taken.
    choices: Vec<bool>,
    run: Run,
    placeholder: bool,
}

/// What is known of a paragraph.
#[derive(Default)]
struct Paragraph {
    style: Option<String>,
    number: Option<Number>,
    outline: Option<u8>,
    /// Inside its properties.
    properties: bool,
    /// A line of a table of contents.
    contents: bool,
    /// Its end was deleted: the next paragraph goes on in it.
    goes_on: bool,
}

/// What is known of a run of letters.
#[derive(Default)]
struct Run {
    inside: bool,
    hidden: bool,
    letters: bool,
}

/// A table, and the row that is read.
#[derive(Default)]
struct Table {
    /// Whether its first row names the columns.
    names: bool,
    rows: u32,
    /// The row named the columns by itself.
    header: bool,
}

impl<'a> Walker<'a> {
    pub(super) fn new(passages: &'a mut Passages, styles: &'a Styles, numbers: &'a Numbers) -> Self {
        Self {
            passages,
            styles,
            numbers,
            skipped: 0,
            paragraph: Paragraph::default(),
            around: Vec::new(),
            tables: Vec::new(),
            choices: Vec::new(),
            run: Run::default(),
            placeholder: false,
        }
    }

    /// Whether an element and all in it is not for reading.
    fn is_skipped(&mut self, name: &str) -> bool {
        match name {
            "del" | "moveFrom" if self.paragraph.properties => {
                self.paragraph.goes_on = true;
                true
            }
            "del" | "moveFrom" | "delText" | "instrText" | "delInstrText" | "pPrChange" | "rPrChange"
            | "tblPrChange" | "trPrChange" | "tcPrChange" | "sectPrChange" | "sectPr" | "rt" => true,
            "Choice" => self.choices.last_mut().is_some_and(|taken| std::mem::replace(taken, true)),
            "Fallback" => self.choices.last().copied().unwrap_or(false),
            "sdtContent" => std::mem::take(&mut self.placeholder),
            _ => false,
        }
    }

    /// What the paragraph's properties make it.
    fn part(&mut self) -> Part {
        let role = self.paragraph.style.as_deref().map_or(Role::Is(Part::Paragraph), |style| self.styles.role(style));
        if let Some(level) = self.paragraph.outline.filter(|level| *level < 9) {
            return Part::Heading(level + 1);
        }
        let (part, listed) = match role {
            Role::Contents => {
                self.paragraph.contents = true;
                (Part::Plain, None)
            }
            Role::Is(part) => (part, None),
            Role::Listed(number) => (Part::Paragraph, Some(number)),
        };
        if matches!(part, Part::Heading(_) | Part::Quote | Part::Label) {
            return part;
        }
        let number = match (self.paragraph.number.clone(), listed) {
            (Some(own), Some(listed)) => {
                Some(Number { list: own.list.or(listed.list), level: own.level.or(listed.level) })
            }
            (own, listed) => own.or(listed),
        };
        let point = number.and_then(|number| self.numbers.part(&number));
        point.or_else(|| self.tables.last().map(|table| Part::Cell(table.row()))).unwrap_or(part)
    }

    fn property(&mut self, name: &str, element: &BytesStart) {
        let value = || attribute(element, "val");
        match name {
            "pStyle" => self.paragraph.style = value(),
            "numId" => self.paragraph.number.get_or_insert_default().list = value(),
            "ilvl" => {
                self.paragraph.number.get_or_insert_default().level = value().and_then(|level| level.parse().ok());
            }
            "outlineLvl" => self.paragraph.outline = value().and_then(|level| level.parse().ok()),
            _ => {}
        }
    }

    fn begin_paragraph(&mut self) {
        if !std::mem::take(&mut self.paragraph.goes_on) {
            self.passages.end();
        }
        self.paragraph = Paragraph::default();
        self.passages.part = self.part();
    }

    fn table(&mut self, name: &str, element: &BytesStart) {
        match name {
            "tbl" => self.tables.push(Table::default()),
            "tblLook" => {
                let bits = attribute(element, "val").and_then(|bits| u32::from_str_radix(&bits, 16).ok()).unwrap_or(0);
                let first = attribute(element, "firstRow").map_or(bits & 0x20 != 0, |first| is_on(Some(&first)));
                self.tables.last_mut().into_iter().for_each(|table| table.names = first);
            }
            "tr" => self.tables.last_mut().into_iter().for_each(|table| {
                table.rows += 1;
                table.header = false;
            }),
            "tblHeader" => {
                let header = is_on(attribute(element, "val").as_deref());
                self.tables.last_mut().into_iter().for_each(|table| table.header = header);
            }
            _ => {}
        }
    }
}

impl Table {
    fn row(&self) -> u32 {
        if self.header { 0 } else { self.rows.saturating_sub(u32::from(self.names)) }
    }
}

/// Whether a switch is on: it is where it stands without a value.
fn is_on(value: Option<&str>) -> bool {
    !matches!(value, Some("0" | "false" | "off"))
}

impl Walk for Walker<'_> {
    fn open(&mut self, name: &str, element: &BytesStart) {
        if self.skipped > 0 || self.is_skipped(name) {
            self.skipped += 1;
            return;
        }
        match name {
            "p" => self.begin_paragraph(),
            "pPr" => self.paragraph.properties = true,
            _ if self.paragraph.properties => self.property(name, element),
            "r" => self.run = Run { inside: true, ..Run::default() },
            "vanish" if self.run.inside => self.run.hidden = is_on(attribute(element, "val").as_deref()),
            "t" => self.run.letters = true,
            "tab" | "br" | "cr" | "ptab" if self.run.inside => self.passages.nowhere(" "),
            "noBreakHyphen" if self.run.inside => self.passages.nowhere("-"),
            "hyperlink" => self.passages.link(),
            "txbxContent" => {
                self.around.push((std::mem::take(&mut self.paragraph), std::mem::take(&mut self.tables)));
                self.passages.enter(Part::Aside);
            }
            "AlternateContent" => self.choices.push(false),
            "showingPlcHdr" => self.placeholder = is_on(attribute(element, "val").as_deref()),
            "altChunk" => self.passages.unread("Some of it was put in from another file, and was not read."),
            _ => self.table(name, element),
        }
    }

    fn close(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "p" if !self.paragraph.goes_on => {
                self.passages.end();
                self.paragraph = Paragraph::default();
            }
            "p" => self.passages.nowhere(" "),
            "pPr" => {
                self.paragraph.properties = false;
                self.passages.part = self.part();
            }
            "r" => self.run = Run::default(),
            "t" => self.run.letters = false,
            "hyperlink" => self.passages.unlink(),
            "txbxContent" => {
                self.passages.leave();
                if let Some((paragraph, tables)) = self.around.pop() {
                    (self.paragraph, self.tables) = (paragraph, tables);
                    self.passages.part = self.part();
                }
            }
            "AlternateContent" => drop(self.choices.pop()),
            "tbl" => drop(self.tables.pop()),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if self.skipped == 0 && self.run.letters && !self.run.hidden && !self.paragraph.contents {
            self.passages.nowhere(words);
        }
    }
}
