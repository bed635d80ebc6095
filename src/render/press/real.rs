//! The press of a homepack that makes PDFs.

use crate::failure::Failure;
use crate::paper::{Measure, Paper};
use crate::render::PaperFile;
use crate::render::pdf::{self, Engine};
use crate::text::Audience;
use crate::theme::Theme;

/// Sets papers in the look of one theme. Threads can share it.
pub struct Press(Engine);

impl Press {
    /// Whether any paper is ever set.
    pub const IS_THERE: bool = true;

    /// Makes ready to set papers in the look of a theme.
    ///
    /// # Errors
    /// Where a file of the theme is missing or cannot be read.
    pub fn new(theme: &Theme) -> Result<Self, Failure> {
        Engine::new(&theme.files).map(Self).map_err(Failure::Theme)
    }

    /// Whether papers are set at all.
    #[must_use]
    pub fn is_there(&self) -> bool {
        true
    }

    /// Sets a paper: one for the wall in the largest print that fits on its sheet, a sheet on its sides. `file` is what a failure calls it.
    ///
    /// # Errors
    /// What stood in the way, and nothing of the paper's words.
    pub fn set<A: Audience>(&self, file: &str, paper: &Paper<A>) -> Result<Option<PaperFile>, Failure> {
        let set = match paper.format.sides {
            _ if paper.format.wall => self.0.fit(paper),
            Some(sides) => self.0.set_on_sides(paper, sides),
            None => self.0.set(paper).map(|pdf| (pdf, paper.format.points)),
        };
        let failed = |why| Failure::Document { document: file.to_owned(), why };
        let (pdf, points) = set.map_err(failed)?;
        let measure = Measure { points: Some(points), pages: Some(pdf.pages), bytes: pdf.bytes.len() };
        Ok(Some(PaperFile { bytes: pdf.bytes, measure }))
    }

    /// Lets go of what the typesetter remembers of papers set more than this many calls ago: memory stays level.
    pub fn forget(&self, calls: usize) {
        pdf::forget(calls);
    }
}
