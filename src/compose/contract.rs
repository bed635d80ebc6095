//! The home's own contract, in the words of its `contract.md`, under our summary of it.

use super::statement::prefix;
use super::{Desk, Troubles};
use crate::document::{Document, Panel, Section};
use crate::text::Public;
use crate::words::markdown::{self, Surroundings};

/// The words file whose page and paper the contract belongs to.
const WORDS: &str = "contract";

/// Adds the contract to the document that sums it up, before the way on from there.
pub(super) fn add(desk: &Desk<'_>, words: &str, document: &mut Document<Public>) {
    let Some(contract) = desk.home.contract.as_ref().filter(|_| words == WORDS) else { return };
    let (said, _) = markdown::document(WORDS, &contract.markdown, alone(contract.file));
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
}

/// What its Markdown gets wrong.
pub(super) fn check(desk: &Desk<'_>, troubles: &mut Troubles) {
    if let Some(contract) = &desk.home.contract {
        let (_, slips) = markdown::document(WORDS, &contract.markdown, alone(contract.file));
        troubles.findings.extend(slips.iter().map(|slip| slip.finding(contract.file)));
    }
}

/// A contract stands for itself: it speaks of no page of ours.
fn alone(file: u32) -> Surroundings<'static, Public> {
    Surroundings { resolve: &|_, _| Vec::new(), pages: &[], file: Some(file) }
}
