//! The neutral tree: what will be read, whatever it is read on.
//!
//! Comes from: `compose`. Goes to: the checks, and `render`, which turns the same tree into a page, a large-print paper, plain
//! text. Nothing here knows HTML, PDF or YAML.

mod personal;
mod visit;

pub(crate) use personal::Widen;
pub use visit::letters;
pub(crate) use visit::{all_letters, each_inline};

use serde::Serialize;

use crate::text::{Audience, Language, Letters, Origin, Public};

/// A page, a paper, or a part of one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(bound = "")]
pub struct Document<A: Audience> {
    /// What the file is called, without an ending: `visiting`, `statement-of-purpose/part-1`.
    pub id: String,
    /// The language it is in.
    pub language: Language,
    /// Its first heading: the reader's question or task.
    pub title: Vec<Inline<A>>,
    /// One sentence for a search engine, a link that is shared, and a PDF's properties.
    pub summary: String,
    /// What stands before the first section.
    pub blocks: Vec<Block<A>>,
    /// The rest, under headings of their own.
    pub sections: Vec<Section<A>>,
}

/// A heading and what stands under it.
#[derive(Clone, PartialEq, Serialize)]
#[serde(bound = "")]
pub struct Section<A: Audience> {
    /// Where a link can point to; unique in its document.
    pub anchor: String,
    /// The heading's words.
    pub heading: Vec<Inline<A>>,
    /// Which of the few strong parts of a page it is.
    pub panel: Panel,
    /// What stands directly under the heading.
    pub blocks: Vec<Block<A>>,
    /// Sections one level down.
    pub sections: Vec<Section<A>>,
}

/// The few strong parts that a page is made of. In the words a heading's attribute names one: `## In short {.in-short}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Panel {
    /// Running text.
    #[default]
    Plain,
    /// The answer first.
    InShort,
    /// What the law says is the reader's own.
    Right,
    /// Who to ring when somebody is in danger.
    Danger,
    /// What somebody who lives here said.
    Voice,
    /// Where people usually go from here.
    Next,
}

impl Panel {
    /// Every panel with its spelling in the words, in HTML and in Typst.
    pub const SPELLINGS: [(&'static str, Panel); 5] = [
        ("in-short", Panel::InShort),
        ("right", Panel::Right),
        ("danger", Panel::Danger),
        ("voice", Panel::Voice),
        ("next", Panel::Next),
    ];

    /// The spelling, `plain` for running text.
    #[must_use]
    pub fn spelling(self) -> &'static str {
        Self::SPELLINGS.iter().find(|(_, panel)| *panel == self).map_or("plain", |(name, _)| *name)
    }
}

/// One piece of a section.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(bound = "", tag = "kind", rename_all = "kebab-case")]
pub enum Block<A: Audience> {
    /// Running words.
    Paragraph {
        /// The words.
        words: Vec<Inline<A>>,
    },
    /// A list without an order.
    List {
        /// What each point holds.
        points: Vec<Vec<Block<A>>>,
    },
    /// What happens, in the order in which it happens.
    Steps {
        /// The number of the first.
        first: u32,
        /// What each step holds.
        steps: Vec<Vec<Block<A>>>,
    },
    /// A drawing and a few words a row: Easy Read.
    Pictured {
        /// What each row shows and says.
        rows: Vec<PicturedRow<A>>,
    },
    /// Labels and values.
    Facts {
        /// Each label with its value.
        facts: Vec<Fact<A>>,
    },
    /// Rows and columns, with a heading to each column. Never merged cells.
    Table {
        /// A heading a column.
        columns: Vec<Vec<Inline<A>>>,
        /// Each row has as many cells as there are columns; the first names the row.
        rows: Vec<Vec<Vec<Inline<A>>>>,
    },
    /// Somebody to ring, write to or look up.
    Contact(Contact<A>),
    /// The inspector's rating of this home.
    Rating(Rating<A>),
    /// What somebody said, with their yes.
    Quote {
        /// What they said.
        blocks: Vec<Block<A>>,
        /// Who they are, in the words they agreed to.
        by: Vec<Inline<A>>,
    },
    /// Lines to write on, on paper.
    Ruled {
        /// How many.
        lines: u8,
    },
    /// A photograph or a drawing with a meaning.
    Picture {
        /// The file, from the folder of the home.
        file: String,
        /// What it shows, for someone who cannot see it.
        description: Vec<Inline<A>>,
        /// Words beneath it.
        caption: Vec<Inline<A>>,
    },
}

/// A drawing with the words it stands beside. The drawing says nothing that the words do not.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(bound = "")]
pub struct PicturedRow<A: Audience> {
    /// The drawing's name in the theme: `telephone`.
    pub drawing: String,
    /// The words.
    pub blocks: Vec<Block<A>>,
}

/// A label and its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(bound = "")]
pub struct Fact<A: Audience> {
    /// What it is.
    pub label: Vec<Inline<A>>,
    /// What it says.
    pub value: Vec<Block<A>>,
}

/// Somebody to ring, write to or look up, as the reader meets them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(bound = "")]
pub struct Contact<A: Audience> {
    /// The contact's id, from its file name.
    pub id: String,
    /// Their name.
    pub name: Vec<Inline<A>>,
    /// What they do for the reader, and what they do not do.
    pub about: Vec<Block<A>>,
    /// Numbers to ring, the first the most important.
    pub phones: Vec<PhoneLine<A>>,
    /// The rest: hours, cost, text relay, email, website, post.
    pub facts: Vec<Fact<A>>,
}

/// One number to ring.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(bound = "")]
pub struct PhoneLine<A: Audience> {
    /// When or for what: “By day”.
    pub label: Vec<Inline<A>>,
    /// The number in spoken groups, as a link that dials it.
    pub number: Vec<Inline<A>>,
}

/// The inspector's rating, in words: never only a picture.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(bound = "")]
pub struct Rating<A: Audience> {
    /// “Good”; or “Not yet rated”; empty where the country has no word for the whole.
    pub overall: Vec<Inline<A>>,
    /// The place it belongs to, who gave it, when, and where to read the report.
    pub blocks: Vec<Block<A>>,
    /// Each question the inspector asks, with its answer; empty where there is none.
    pub questions: Vec<Fact<A>>,
}

/// Words inside a block.
#[derive(Clone, PartialEq, Serialize)]
#[serde(bound = "", tag = "kind", rename_all = "kebab-case")]
pub enum Inline<A: Audience> {
    /// Plain words.
    Words(Words<A>),
    /// Words that matter most.
    Strong {
        /// The words.
        words: Vec<Inline<A>>,
    },
    /// Words that lead somewhere.
    Link {
        /// Where to.
        to: Target,
        /// The words.
        words: Vec<Inline<A>>,
    },
    /// A new line within the same paragraph (an address).
    Break,
}

/// A run of words and where it was written: a line of content, or a line of the words files.
#[derive(Clone, PartialEq, Serialize)]
#[serde(bound = "")]
pub struct Words<A: Audience> {
    /// The letters as they will be read. Outside the crate: [`letters`], of what anybody may read.
    pub(crate) text: Letters,
    /// The language they are in, where it is another than their document's.
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<Language>,
    /// Where they come from: a line of the home's own content, a line of the words files.
    #[serde(skip)]
    pub from: Origin,
    #[serde(skip)]
    audience: std::marker::PhantomData<A>,
}

impl<A: Audience> Words<A> {
    /// Words as they will be read, with where they come from. Words of a resident's record become none where anybody may read
    /// them: no public document is ever composed from a record, and if one were, it would be silent.
    #[must_use]
    pub(crate) fn new(text: String, from: Origin) -> Self {
        let text = if from.personal && !A::PERSONAL { String::new() } else { text };
        Self { text: text.into(), language: from.language, from, audience: std::marker::PhantomData }
    }
}

impl<A: Audience> Words<A> {
    /// The language they are in, where it is another than their document's.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        self.language
    }
}

impl Words<Public> {
    /// The letters, of what anybody may read.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// Shows letters that anybody may read, and of others none.
impl<A: Audience> std::fmt::Debug for Words<A> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if A::PERSONAL {
            return f.write_str("‹personal›");
        }
        f.debug_struct("Words").field("text", &self.text).field("from", &self.from).finish_non_exhaustive()
    }
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Target {
    /// Another page of the same site, or a place on one.
    Page {
        /// The page's id; empty for the page itself.
        id: String,
        /// A section's anchor; empty for the top.
        anchor: String,
    },
    /// A paper to print.
    Paper {
        /// The file, from the site's first folder: `papers/statement-of-purpose-large-print.pdf`.
        file: String,
    },
    /// A number to ring, as a device dials it: `+441632960123`.
    Phone {
        /// The number.
        number: String,
    },
    /// An email address.
    Email {
        /// The address.
        address: String,
    },
    /// A page somewhere else.
    Web {
        /// The whole address.
        address: String,
    },
}

impl<A: Audience> Document<A> {
    /// Whether there is nothing to read under the title.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty() && self.sections.iter().all(Section::is_empty)
    }
}

impl<A: Audience> Section<A> {
    /// Whether there is nothing to read here; a list of where to go next does not count.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.panel == Panel::Next || (self.blocks.is_empty() && self.sections.iter().all(Section::is_empty))
    }
}
