//! A document made ready for print: in which edition, on which paper, with what on its first page.
//!
//! Comes from: `compose`. Goes to: `render::pdf`.

use serde::Serialize;

use crate::document::{Block, Document};
use crate::text::Audience;

/// A document to be printed.
#[derive(Debug, Clone, Serialize)]
#[serde(bound = "")]
pub struct Paper<A: Audience> {
    /// What is printed.
    pub document: Document<A>,
    /// The size of print it is set in.
    pub edition: Edition,
    /// The home's name, as it stands above the title.
    pub home: String,
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
    /// The accent in `#rrggbb`, at least 7:1 on [`Paper::ground`].
    pub accent: String,
    /// The paper's colour in `#rrggbb`: white, cream or yellow.
    pub ground: String,
    /// The few fixed words of the layout.
    pub labels: Labels,
}

/// A paper that has been printed, as a page speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The paper's id: `statement-of-purpose`.
    pub paper: String,
    /// Its title for a reader.
    pub title: String,
    /// Its edition.
    pub edition: Edition,
    /// Its file, from the site's first folder.
    pub file: String,
    /// How many pages it has.
    pub pages: usize,
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

/// The sizes of print that a paper comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edition {
    /// 14 point: UKAAF's clear print, at RNIB's size.
    Clear,
    /// 18 point: UKAAF's large print.
    Large,
    /// 24 point: giant print, a design of its own in which tables are lists.
    Giant,
}

impl Edition {
    /// Every edition a paper comes in.
    pub const ALL: [Edition; 3] = [Edition::Clear, Edition::Large, Edition::Giant];

    /// As it stands in a file name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Edition::Clear => "clear",
            Edition::Large => "large",
            Edition::Giant => "giant",
        }
    }

    /// The size of its running words, in points on the printed page.
    #[must_use]
    pub fn points(self) -> u8 {
        match self {
            Edition::Clear => 14,
            Edition::Large => 18,
            Edition::Giant => 24,
        }
    }
}
