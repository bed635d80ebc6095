//! The papers that are the office's own: the page that says what is printed, and the slips between packs.

use super::{Pile, PrintRun, Ready, Slip, THICKEST};
use crate::document::Block;
use crate::failure::Failure;
use crate::home::date::shown;
use crate::paper::{Form, Format, Paper};
use crate::text::Personal;
use crate::theme::Theme;
use crate::words::markdown::{self, Surroundings};
use crate::words::{Filling, Mark, Phrases, Unsaid};

/// The words of the office's page, and of the slip before a pack.
const OFFICE: &str = "pack/office.md";
const SLIP: &str = "pack/slip.md";

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
        let ground = self.theme.plan.grounds.iter().find(|ground| ground.id == *slip.colour);
        let format = Format { ground: ground.map_or(usual.ground.clone(), |ground| ground.colour.clone()), ..usual };
        let paper = self.paper("slip", SLIP, &filling, format)?;
        Ok(Paper { home: slip.home.clone(), long: Some(false), ..paper })
    }

    fn paper(&self, id: &str, words: &str, filling: &Filling, format: Format) -> Result<Paper<Personal>, Failure> {
        let around = Surroundings { resolve: &stands_for, pages: &[], file: None };
        let read = self.phrases.say(words, filling).and_then(|words| markdown::document(id, &words, around));
        let (document, _) = read.map_err(|unsaid| self.phrases.failure(&unsaid.without_words()))?;
        let label = |name: &str| self.theme.label(name).to_owned();
        let paper = Paper::of(document, format, self.theme.labels_on_paper("contents"), self.today);
        Ok(Paper {
            name: label("print_run"),
            home: label("office_alone"),
            footer: label("print_run"),
            author: "homepack".to_owned(),
            ..paper
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
