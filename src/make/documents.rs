//! What is read of a home, before it is put into any format.

use super::Bench;
use super::photographs::photographs;
use crate::check::{run_out, unchecked_contacts};
use crate::compose::page::Page;
use crate::compose::papers::papers;
use crate::compose::sheet::ToPrint;
use crate::compose::website::{notices, pages};
use crate::compose::{Desk, Troubles};
use crate::document::Inline;
use crate::finding::Finding;
use crate::text::Public;

/// Everything that is read of a home.
#[derive(Debug, Clone)]
pub struct Documents {
    /// Its papers, each in every form it comes in.
    pub papers: Vec<ToPrint>,
    /// The pages of its website.
    pub pages: Vec<Page>,
    /// What is on its notice board.
    pub notices: Vec<Vec<Inline<Public>>>,
}

/// Composes a home for those who look at its words and make no file. No paper is set, so the pages name none.
#[must_use]
pub fn documents(desk: &Desk<'_>, troubles: &mut Troubles) -> Documents {
    let papers = papers(desk, troubles);
    Documents { papers, pages: pages(desk, &[], troubles), notices: notices(desk) }
}

/// The mistakes in a home's words and photographs, where nothing of it can be made for another reason.
#[must_use]
pub fn mistakes(bench: &Bench<'_>) -> Vec<Finding> {
    let mut troubles = Troubles::default();
    let made = documents(&bench.desk, &mut troubles);
    let _ = photographs(bench, &made.pages, &mut troubles);
    troubles.findings.into_iter().chain(remarks(&bench.desk, &made.pages)).collect()
}

/// What there is to say of a home whose pages are composed: what ran out, and numbers that nobody has checked.
#[must_use]
pub fn remarks(desk: &Desk<'_>, pages: &[Page]) -> Vec<Finding> {
    let documents: Vec<_> = pages.iter().map(|page| &page.document).collect();
    let mut findings = run_out(desk.home, desk.theme, desk.today);
    findings.extend(unchecked_contacts(desk.home, &documents, desk.today));
    findings
}
