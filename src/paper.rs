//! A document made ready for print: in which edition, on which paper, with what on its first page.
//!
//! Comes from: `compose`. Goes to: `render::pdf`.

pub mod book;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::colour;
use crate::document::{Block, Document, Widen};
use crate::name::Name;
use crate::text::{Audience, Personal, Public};

/// A document to be printed.
#[derive(Debug, Clone, Serialize)]
#[serde(bound = "")]
pub struct Paper<A: Audience> {
    /// What is printed.
    pub document: Document<A>,
    /// How it is set: size of print, typeface, paper.
    #[serde(flatten)]
    pub format: Format,
    /// Its name in the PDF's properties: never a resident's.
    pub name: String,
    /// The home's name, as it stands above the title.
    pub home: String,
    /// That the home is made up, where it says so.
    pub made_up: Option<String>,
    /// What the first page says under the title: what this is, for whom, which print, the date, other formats.
    pub cover: Vec<Block<A>>,
    /// “Draft” where nobody has approved it yet.
    pub draft: Option<String>,
    /// What stands at the foot of every page beside its number: “Statement of Purpose, version 7, 1 October 2026”.
    pub footer: String,
    /// Who wrote it, for the PDF's properties: the home, never a person.
    pub author: String,
    /// The day it was written or approved: year, month, day. PDF/A-3a needs one, and it comes from the content.
    pub date: (i16, i8, i8),
    /// The accent in `#rrggbb`, at least 7:1 on the paper's colour.
    pub accent: String,
    /// The drawings that stand in it, as SVG in the accent, by name.
    pub drawings: BTreeMap<String, String>,
    /// Whether it begins with a page of its own and a contents list; where nothing is said, its length decides.
    pub long: Option<bool>,
    /// How deep its contents list goes: 2 for its parts, 3 for the questions in them too.
    pub listed: u8,
    /// The few fixed words of the layout.
    pub labels: Labels,
}

impl<A: Audience> Paper<A> {
    /// A document as it is set, of a day, with nothing around it yet. The accent is the one for a home without a colour.
    #[must_use]
    pub fn of(document: Document<A>, format: Format, labels: Labels, day: jiff::civil::Date) -> Self {
        Self {
            document,
            name: String::new(),
            home: String::new(),
            made_up: None,
            cover: Vec::new(),
            draft: None,
            footer: String::new(),
            author: String::new(),
            date: (day.year(), day.month(), day.day()),
            accent: colour::ink_on(None, &format.ground),
            format,
            drawings: BTreeMap::new(),
            long: None,
            listed: 2,
            labels,
        }
    }
}

impl Widen for Paper<Public> {
    type Personal = Paper<Personal>;

    fn personal(self) -> Paper<Personal> {
        Paper {
            document: self.document.personal(),
            cover: self.cover.personal(),
            format: self.format,
            name: self.name,
            made_up: self.made_up,
            home: self.home,
            draft: self.draft,
            footer: self.footer,
            author: self.author,
            date: self.date,
            accent: self.accent,
            drawings: self.drawings,
            long: self.long,
            listed: self.listed,
            labels: self.labels,
        }
    }
}

/// A paper that has been made, as a page speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The paper's id: `statement-of-purpose`.
    pub paper: String,
    /// Its title for a reader.
    pub title: String,
    /// The form it comes in; none where its format is for readers of every print.
    pub form: Option<Form>,
    /// Its file, from the site's first folder.
    pub file: String,
    /// What the file is, as its format describes it: “PDF, 18 point, 24 pages, 310 KB”.
    pub described: String,
}

/// A paper that has been made in some format, as the list of what was made has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadePaper {
    /// The paper's id: `statement-of-purpose`.
    pub paper: String,
    /// Its title for a reader.
    pub title: String,
    /// The form it comes in; none where its format is for readers of every print.
    pub form: Option<Form>,
    /// The name of its format: `pdf`.
    pub format: String,
    /// Its file, from the site's first folder.
    pub file: String,
    /// How long it is.
    pub measure: Measure,
}

/// How long a made paper is, as far as its format has such a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// The size of its running words, in points.
    pub points: Option<u8>,
    /// How many pages it has.
    pub pages: Option<usize>,
    /// How many bytes it has.
    pub bytes: usize,
}

/// The fixed words of a printed page, from the words files so that they can be translated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Labels {
    /// Over the contents list: “What is in this paper”.
    pub contents: String,
    /// “Page”, before its number.
    pub page: String,
    /// “of”, between the number and how many there are.
    pub of: String,
    /// “Step”, before a step's number where it is read aloud.
    pub step: String,
}

/// How a paper is set for its reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Format {
    /// Which of the designs it is laid out in; its size decides.
    pub edition: Edition,
    /// The size of its running words, in points on the printed page.
    pub points: u8,
    /// The typeface, by the name that its font file gives it.
    pub typeface: String,
    /// The paper's colour in `#rrggbb`: white, cream or yellow.
    pub ground: String,
    /// The size of the sheet.
    pub sheet: Sheet,
    /// Whether it is one sheet to hang on a wall.
    pub wall: bool,
    /// Whether each part has a page of its own, with more room between the lines: one thing at a time.
    pub one_thing: bool,
    /// How many sides it has at most, where it is a sheet for one thing. In a print that is too large for that it takes more.
    pub sides: Option<u8>,
    /// Whether it is for those who help its reader: then it is in a print of 12 to 14 point that fits its sides, whatever the reader's.
    pub for_helpers: bool,
}

impl Format {
    /// The smallest print there is: UKAAF's clear print.
    pub const SMALLEST: u8 = 12;
    /// The largest: beyond it a recording or an email serves a reader better.
    pub const LARGEST: u8 = 28;

    /// The sizes of print of a sheet for those who help, in points: the largest in which it fits its sides is taken.
    pub const FOR_HELPERS: [u8; 3] = [14, 13, 12];

    /// The same format in another size of print, in the design that belongs to that size.
    #[must_use]
    pub fn at(&self, points: u8) -> Self {
        Self { edition: Edition::of(points), points, ..self.clone() }
    }
}

/// A sheet of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sheet {
    /// 210 by 297 mm.
    A4,
    /// 297 by 420 mm.
    A3,
}

/// The designs of print; each is for a range of sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edition {
    /// Up to 15 point; 14 point as UKAAF's clear print at RNIB's size.
    Clear,
    /// From 16 to 23 point; 18 point as UKAAF's large print.
    Large,
    /// From 24 point: giant print, a design of its own in which tables are lists.
    Giant,
}

impl Edition {
    /// Every edition a paper comes in.
    pub const ALL: [Edition; 3] = [Edition::Clear, Edition::Large, Edition::Giant];

    /// The design that belongs to a size in points.
    #[must_use]
    pub fn of(points: u8) -> Self {
        match points {
            0..=15 => Edition::Clear,
            16..=23 => Edition::Large,
            _ => Edition::Giant,
        }
    }

    /// As it stands in a file name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Edition::Clear => "clear",
            Edition::Large => "large",
            Edition::Giant => "giant",
        }
    }

    /// The size of its running words where nobody asked for another, in points on the printed page.
    #[must_use]
    pub fn points(self) -> u8 {
        match self {
            Edition::Clear => 14,
            Edition::Large => 18,
            Edition::Giant => 24,
        }
    }
}

/// The forms that a theme's papers come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Clear print.
    Clear,
    /// Large print.
    Large,
    /// Giant print.
    Giant,
    /// Easy Read style: a picture and a few words a row, at 16 point.
    EasyRead,
    /// One sheet of A4 for the wall, in the largest print that fits.
    A4,
    /// One sheet of A3 for the wall, in the largest print that fits.
    A3,
}

impl Form {
    /// Every form with its spelling: in `theme.yaml`, in the list of what was made, and as the name of its label.
    pub const SPELLINGS: [(&'static str, Form); 6] = [
        ("clear", Form::Clear),
        ("large", Form::Large),
        ("giant", Form::Giant),
        ("easy-read", Form::EasyRead),
        ("a4", Form::A4),
        ("a3", Form::A3),
    ];

    /// Its spelling.
    #[must_use]
    pub fn spelling(self) -> &'static str {
        Self::SPELLINGS.iter().find(|(_, form)| *form == self).map_or("clear", |(name, _)| *name)
    }

    /// The form with this spelling.
    #[must_use]
    pub fn spelt(spelling: &str) -> Option<Self> {
        Self::SPELLINGS.iter().find(|(name, _)| *name == spelling).map(|(_, form)| *form)
    }

    /// The file of a paper in this form without an ending, from the site's first folder.
    #[must_use]
    pub fn stem(self, paper: &Name) -> String {
        match self {
            Form::Clear | Form::Large | Form::Giant => format!("papers/{paper}-{}-print", self.spelling()),
            Form::EasyRead => format!("papers/{paper}"),
            Form::A4 | Form::A3 => format!("papers/{paper}-{}", self.spelling()),
        }
    }

    /// The size of print it begins with, in points, and the sheet it is on.
    #[must_use]
    pub fn print(self) -> (u8, Sheet) {
        match self {
            Form::Clear => (Edition::Clear.points(), Sheet::A4),
            Form::Large => (Edition::Large.points(), Sheet::A4),
            Form::Giant => (Edition::Giant.points(), Sheet::A4),
            Form::EasyRead | Form::A4 => (16, Sheet::A4),
            Form::A3 => (16, Sheet::A3),
        }
    }

    /// Whether it is one sheet for the wall.
    #[must_use]
    pub fn is_for_the_wall(self) -> bool {
        matches!(self, Form::A4 | Form::A3)
    }
}
