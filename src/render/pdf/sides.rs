//! Sheets that are sheets: a paper of few sides gets less air between its parts before it gets another side, and one for those who
//! help gets a smaller print too.

use super::{Engine, Laid, Pdf, Unset, last_page};
use crate::paper::{Format, Paper};
use crate::text::Audience;

/// The air that is tried until a sheet fits its sides, in shares of the usual. Less than the last, and paragraphs run together.
const AIRS: [f64; 6] = [1.0, 0.9, 0.8, 0.7, 0.62, TIGHT];
const TIGHT: f64 = 0.55;

impl Engine {
    /// Sets a paper that has at most so many sides, and says in which print. A print that is too large for that keeps its size, and
    /// has as few sides as it can; so has a sheet for those who help that says more than they hold in the smallest print for them.
    ///
    /// # Errors
    /// A sentence that says what stood in the way. It never quotes the paper's words, which may be personal.
    pub fn set_on_sides<A: Audience>(&self, paper: &Paper<A>, sides: u8) -> Result<(Pdf, u8), String> {
        let prints = if paper.format.for_helpers { Format::FOR_HELPERS.to_vec() } else { vec![paper.format.points] };
        self.fewest(paper, usize::from(sides), &prints).map_err(Unset::why)
    }

    /// The first of the prints, the largest before, and of the airs, with which a paper has its sides or no more than it must.
    fn fewest<A: Audience>(&self, paper: &Paper<A>, sides: usize, prints: &[u8]) -> Result<(Pdf, u8), Unset> {
        let at = |points: u8, air: f64| {
            // Where a page of contents would stand is settled: a sheet has none.
            let paper = Paper { format: paper.format.at(points), long: Some(false), ..paper.clone() };
            self.laid_out(&paper, air)
        };
        let (first, last) = (prints[0], prints[prints.len() - 1]);
        let usual = at(first, last_page::USUAL)?;
        if usual.sides() <= sides && usual.ends_well() {
            return Ok((usual.written()?, first));
        }
        let tight = at(last, TIGHT)?;
        let most = sides.max(tight.sides());
        for points in prints {
            let fits = |air: f64| at(*points, air).ok().filter(|laid| laid.sides() <= most);
            // Less air never makes more sides: a print that is too large with the least is too large with any.
            if fits(TIGHT).is_none() {
                continue;
            }
            let too_airy = AIRS.partition_point(|air| fits(*air).is_none());
            let mut closer = AIRS[too_airy..].iter().filter_map(|air| fits(*air));
            if let Some(laid) = closer.find(Laid::ends_well) {
                return Ok((laid.written()?, *points));
            }
        }
        // Nothing with so few sides ends well with less air; perhaps with more.
        let airier = last_page::OTHERS.into_iter().filter(|air| *air > 1.0).filter_map(|air| at(first, air).ok());
        let well = airier.into_iter().find(|laid| laid.sides() <= most && laid.ends_well());
        match well {
            Some(laid) => Ok((laid.written()?, first)),
            None => Ok((tight.written()?, last)),
        }
    }
}

impl Laid {
    /// How many sides it has.
    fn sides(&self) -> usize {
        self.pages.pages().len()
    }
}
