//! The home's own contract, in the words of its `contract.md`, under our summary of it.

use super::sheet::prefix;
use super::{Desk, Troubles};
use crate::document::{Document, Panel, Section};
use crate::home::FreePage;
use crate::text::Public;
use crate::words::Unsaid;
use crate::words::markdown::{self, Slip, Surroundings};

/// The words file whose page and paper the contract belongs to.
const WORDS: &str = "contract";

/// Adds the contract to the document that sums it up, before the way on from there.
pub(super) fn add(desk: &Desk<'_>, words: &str, document: &mut Document<Public>) -> Result<(), Unsaid> {
    let Some(contract) = desk.home.contract.as_ref().filter(|_| words == WORDS) else { return Ok(()) };
    let (said, _) = read(contract)?;
    let mut section = Section {
        anchor: "whole".to_owned(),
        heading: said.title,
        panel: Panel::Plain,
        blocks: said.blocks,
        sections: said.sections,
    };
    section.sections.iter_mut().for_each(|inner| prefix(inner, WORDS));
    let at = document.sections.iter().position(|section| section.panel == Panel::Next);
    document.sections.insert(at.unwrap_or(document.sections.len()), section);
    Ok(())
}

/// What its Markdown gets wrong.
pub(super) fn check(desk: &Desk<'_>, troubles: &mut Troubles) {
    let Some(contract) = &desk.home.contract else { return };
    match read(contract) {
        Ok((_, slips)) => {
            let signs = markdown::look(&contract.markdown).signs.into_iter().map(Slip::Sign);
            let slips = slips.into_iter().chain(signs);
            troubles.findings.extend(slips.map(|slip| slip.finding(contract.file)));
        }
        Err(unsaid) => troubles.add(&unsaid, desk.phrases),
    }
}

/// Reads its Markdown. A contract stands for itself: it leads to no page of ours, and a photograph in it is not shown.
fn read(contract: &FreePage) -> Result<(Document<Public>, Vec<Slip>), Unsaid> {
    let around = Surroundings { resolve: &|_| Ok(Vec::new()), pages: &[], file: Some(contract.file) };
    markdown::document(WORDS, &contract.markdown, around)
}
