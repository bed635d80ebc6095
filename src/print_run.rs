//! What the office prints: which papers on which colour, how they are bound, and the page that says all this.
//!
//! Comes from: the lists beside the packs, in ids and numbers. Goes to: `command::print_run`, as an order of files for
//! `render::joined`, and as papers of our own. No record is opened here: what all packs share can carry nothing from one.

pub mod list;

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

use crate::colour;
use crate::document::Block;
use crate::failure::Failure;
use crate::home::date::shown;
use crate::paper::{Form, Format, Labels, Paper};
use crate::text::Personal;
use crate::theme::Theme;
use crate::words::markdown::{self, Surroundings};
use crate::words::{Filling, Mark, Phrases, Unsaid};
use list::Listed;

/// How many sheets can be bound so that they lie flat.
const THICKEST: usize = 60;
/// How many sheets a staple holds.
const STAPLED: usize = 10;
/// The words of the office's page, and of the slip before a pack.
const OFFICE: &str = "pack/office.md";
const SLIP: &str = "pack/slip.md";

/// A pack that is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ready {
    /// The folder of the home.
    pub folder: String,
    /// The home's name, as anybody may read it.
    pub home: String,
    /// The resident's id.
    pub id: String,
    /// Its papers.
    pub papers: Vec<Listed>,
}

/// A pack that is not printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The folder of the home.
    pub home: String,
    /// The resident's id.
    pub id: String,
    /// Why.
    pub why: Why,
}

/// Why a pack is not printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It was never made.
    Missing,
    /// The record has changed since.
    Older,
    /// A file of it cannot be read, or is not the one that was made.
    Damaged,
}

/// Everything that is printed at once.
#[derive(Debug, Clone, Default)]
pub struct PrintRun {
    /// The packs, in the order of home and id.
    pub ready: Vec<Ready>,
    /// Those that are not among them.
    pub left_out: Vec<LeftOut>,
}

/// How sheets are held together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Binding {
    /// A sheet alone.
    None,
    /// A staple, top left.
    Staple,
    /// Wire or a spiral, which lies flat.
    Wire,
}

/// A paper of a pack, counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counted {
    label: String,
    colour: String,
    sides: usize,
    sheets: usize,
    binding: Binding,
    volumes: usize,
}

/// One file for the printer, piece after piece.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pile {
    /// What comes out of the printer, from the first sheet on.
    pub pieces: Vec<Piece>,
}

/// A piece of a pile. Each begins on a sheet of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A slip that says what follows.
    Slip(Slip),
    /// Pages of a paper: which pack, which of its papers, from 0.
    Pages {
        /// The number of the pack in [`PrintRun::ready`].
        pack: usize,
        /// The number of the paper in the pack.
        paper: usize,
        /// Which of its pages, from 0.
        pages: Range<usize>,
    },
}

/// What a slip says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Slip {
    /// The resident's id.
    pub id: String,
    home: String,
    colour: String,
    /// How many sheets follow, slips of volumes with them.
    sheets: usize,
    papers: Vec<Counted>,
    volume: Option<Volume>,
}

/// A volume of a paper that is too thick for one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Volume {
    label: String,
    number: usize,
    of: usize,
    first: usize,
    last: usize,
}

/// How many sheets pages take on both sides.
#[must_use]
pub fn sheets(pages: usize) -> usize {
    pages.div_ceil(2)
}

/// The pages of each volume of a paper: one where it is thin enough, else as many as it takes, of about the same thickness.
#[must_use]
pub fn volumes(pages: usize) -> Vec<Range<usize>> {
    let number = sheets(pages).div_ceil(THICKEST).max(1);
    let each = sheets(pages).div_ceil(number) * 2;
    (0..number).map(|volume| (volume * each).min(pages)..((volume + 1) * each).min(pages)).collect()
}

/// How sheets are held together.
#[must_use]
pub fn binding(sheets: usize) -> Binding {
    match sheets {
        0..=1 => Binding::None,
        2..=STAPLED => Binding::Staple,
        _ => Binding::Wire,
    }
}

impl Counted {
    fn new(paper: &Listed) -> Self {
        let volumes = volumes(paper.pages);
        Self {
            label: paper.label.clone(),
            colour: paper.ground.clone(),
            sides: paper.pages,
            sheets: sheets(paper.pages),
            binding: binding(volumes.first().map_or(0, |volume| sheets(volume.len()))),
            volumes: volumes.len(),
        }
    }

    /// The sheets it takes with the slips of its volumes.
    fn with_slips(&self) -> usize {
        self.sheets + if self.volumes > 1 { self.volumes } else { 0 }
    }
}

impl Ready {
    fn counted(&self) -> Vec<Counted> {
        self.papers.iter().map(Counted::new).collect()
    }

    /// What of it is printed on one colour of paper; nothing where it has no paper of that colour.
    fn pieces(&self, pack: usize, colour: &str) -> Vec<Piece> {
        let papers: Vec<Counted> = self.counted().into_iter().filter(|paper| paper.colour == colour).collect();
        if papers.is_empty() {
            return Vec::new();
        }
        let sheets = papers.iter().map(Counted::with_slips).sum();
        let slip = Slip {
            id: self.id.clone(),
            home: self.home.clone(),
            colour: colour.to_owned(),
            sheets,
            papers,
            volume: None,
        };
        let mut pieces = vec![Piece::Slip(slip.clone())];
        for (at, paper) in self.papers.iter().enumerate().filter(|(_, paper)| paper.ground == colour) {
            let parts = volumes(paper.pages);
            for (part, pages) in parts.iter().enumerate() {
                if parts.len() > 1 {
                    pieces.push(Piece::Slip(slip.volume(paper, part + 1, parts.len(), pages)));
                }
                pieces.push(Piece::Pages { pack, paper: at, pages: pages.clone() });
            }
        }
        pieces
    }
}

impl Slip {
    /// The slip before a volume.
    fn volume(&self, paper: &Listed, number: usize, of: usize, pages: &Range<usize>) -> Self {
        let volume = Volume { label: paper.label.clone(), number, of, first: pages.start + 1, last: pages.end };
        Self { sheets: sheets(pages.len()), papers: Vec::new(), volume: Some(volume), ..self.clone() }
    }
}

impl PrintRun {
    /// A file for each colour of paper, by the colour's name in the theme.
    #[must_use]
    pub fn piles(&self) -> BTreeMap<String, Pile> {
        let colours: std::collections::BTreeSet<&str> =
            self.ready.iter().flat_map(|pack| &pack.papers).map(|paper| paper.ground.as_str()).collect();
        let pile = |colour: &str| {
            let packs = self.ready.iter().enumerate();
            Pile { pieces: packs.flat_map(|(at, pack)| pack.pieces(at, colour)).collect() }
        };
        colours.into_iter().map(|colour| (colour.to_owned(), pile(colour))).collect()
    }
}

impl Pile {
    /// The name of its file.
    #[must_use]
    pub fn file(colour: &str) -> String {
        format!("print-{colour}.pdf")
    }

    /// How many sheets it takes, slips with them.
    #[must_use]
    pub fn sheets(&self) -> usize {
        self.pieces
            .iter()
            .map(|piece| if let Piece::Pages { pages, .. } = piece { sheets(pages.len()) } else { 1 })
            .sum()
    }

    /// How many of the sheets are slips.
    fn slips(&self) -> usize {
        self.pieces.iter().filter(|piece| matches!(piece, Piece::Slip(_))).count()
    }
}

/// The words and looks of the papers that are the office's own.
#[derive(Clone, Copy)]
pub struct Office<'a> {
    /// The words.
    pub phrases: &'a Phrases,
    /// The theme's plan and labels.
    pub theme: &'a Theme,
    /// Today.
    pub today: jiff::civil::Date,
}

impl Office<'_> {
    /// The page that says what is printed and what to do with it.
    ///
    /// # Errors
    /// A fault of the words.
    pub fn page(&self, run: &PrintRun) -> Result<Paper<Personal>, Failure> {
        let mut filling = Filling::new();
        let piles: Vec<_> = run
            .piles()
            .iter()
            .map(|(colour, pile)| {
                serde_json::json!({
                    "colour": colour, "file": Pile::file(colour), "sheets": pile.sheets(), "slips": pile.slips(),
                })
            })
            .collect();
        filling.say("piles", &piles);
        filling.say("today", &shown(self.today));
        filling.say("packs", &run.ready.len());
        filling.say("homes", &homes(&run.ready));
        filling.say("left_out", &run.left_out);
        filling.say("bound", &THICKEST);
        let format = self.theme.format(Form::Clear);
        Ok(Paper { long: Some(false), ..self.paper("office", OFFICE, &filling, format)? })
    }

    /// A slip, in large print: it is read from above while sheets come out of the printer.
    ///
    /// # Errors
    /// A fault of the words.
    pub fn slip(&self, slip: &Slip) -> Result<Paper<Personal>, Failure> {
        let mut filling = Filling::new();
        filling.say("slip", slip);
        let usual = self.theme.format(Form::Large);
        let ground = self.theme.plan.grounds.iter().find(|ground| ground.id == slip.colour);
        let format = Format { ground: ground.map_or(usual.ground.clone(), |ground| ground.colour.clone()), ..usual };
        let paper = self.paper("slip", SLIP, &filling, format)?;
        Ok(Paper { home: slip.home.clone(), long: Some(false), ..paper })
    }

    fn paper(&self, id: &str, words: &str, filling: &Filling, format: Format) -> Result<Paper<Personal>, Failure> {
        let around = Surroundings { resolve: &stands_for, pages: &[], file: None };
        let read = self.phrases.say(words, filling).and_then(|words| markdown::document(id, &words, around));
        let (document, _) = read.map_err(|unsaid| self.phrases.failure(&unsaid.without_words()))?;
        let label = |name: &str| self.theme.label(name).to_owned();
        let day = self.today;
        Ok(Paper {
            document,
            name: label("print_run"),
            home: label("office_alone"),
            cover: Vec::new(),
            draft: None,
            footer: label("print_run"),
            author: "homepack".to_owned(),
            date: (day.year(), day.month(), day.day()),
            accent: colour::ink_on(None, &format.ground),
            format,
            drawings: BTreeMap::new(),
            long: None,
            listed: 2,
            labels: Labels { contents: label("contents"), page: label("page"), of: label("of"), step: label("step") },
        })
    }
}

/// What a mark in the words stands for: lines to write on. The office's papers know neither homes nor residents.
fn stands_for(mark: &Mark) -> Result<Vec<Block<Personal>>, Unsaid> {
    match mark {
        Mark::Ruled(lines) => Ok(vec![Block::Ruled { lines: *lines }]),
        _ => Err(Unsaid::new("the office's own papers know nobody to name here")),
    }
}

/// The packs of each home, with their papers.
fn homes(ready: &[Ready]) -> Vec<serde_json::Value> {
    let of_home = ready.chunk_by(|a, b| a.folder == b.folder);
    of_home
        .map(|packs| {
            let shown = packs.iter().map(|pack| serde_json::json!({ "id": pack.id, "papers": pack.counted() }));
            serde_json::json!({ "name": packs[0].home, "packs": shown.collect::<Vec<_>>() })
        })
        .collect()
}

#[cfg(test)]
mod tests;
