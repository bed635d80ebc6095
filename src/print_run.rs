//! What the office prints: which papers on which colour, how they are bound, and the page that says all this.
//!
//! Comes from: the lists beside the packs, in ids and numbers. Goes to: `command::print_run`, as an order of files for
//! `render::joined`, and as papers of our own. No record is opened here: what all packs share can carry nothing from one.

pub mod list;
mod office;

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

use list::Listed;

pub use office::Office;

/// How many sheets can be bound so that they lie flat.
const THICKEST: usize = 60;
/// How many sheets a staple holds.
const STAPLED: usize = 10;
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
            colour: paper.ground.to_string(),
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

#[cfg(test)]
mod tests;
