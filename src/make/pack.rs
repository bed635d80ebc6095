//! A resident's pack: every paper of it in every format that packs come in, and the list for whoever prints it.

use crate::compose::Troubles;
use crate::compose::pack::Packer;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::print_run::list::{self, List};
use crate::render::press::Press;
use crate::render::{Rendered, text};
use crate::resident::Resident;
use crate::text::Personal;
use crate::theme::Theme;

/// What was made of a resident's pack.
#[derive(Debug, Default)]
pub struct MadePack {
    /// Its files, by their names in the folder of the pack. There is none where anything went wrong.
    pub files: Vec<Rendered<Personal>>,
    /// How many papers it has.
    pub papers: usize,
    /// How many pages these have where there is a press.
    pub pages: usize,
    /// What is wrong with the home's own words.
    pub findings: Vec<Finding>,
    /// What the machine or the theme could not do.
    pub failure: Option<Failure>,
}

/// Makes a resident's pack.
#[must_use]
pub fn pack(packer: &Packer<'_>, resident: &Resident, theme: &Theme, press: &Press) -> MadePack {
    let mut troubles = Troubles::default();
    let pack = packer.pack(resident, &mut troubles);
    let Troubles { findings, failure } = troubles;
    if failure.is_some() || !findings.is_empty() {
        return MadePack { findings, failure, ..MadePack::default() };
    }
    rendered(&pack, theme, press).unwrap_or_else(|failure| MadePack { failure: Some(failure), ..MadePack::default() })
}

/// Every paper of a pack as plain text, and as a PDF where there is a press.
fn rendered(pack: &crate::compose::pack::Pack, theme: &Theme, press: &Press) -> Result<MadePack, Failure> {
    let mut made = MadePack { papers: pack.papers.len(), ..MadePack::default() };
    let mut list = List::default();
    for paper in &pack.papers {
        let name = paper.file(&pack.id);
        made.files.push(Rendered::personal(format!("{name}.txt"), text::text(&paper.paper)));
        let file = format!("{name}.pdf");
        if let Some(set) = press.set(&file, &paper.paper)? {
            made.files.push(Rendered::personal(file, set.bytes));
            list.add(paper, set.pages, theme);
            made.pages += set.pages;
        }
    }
    if !list.papers.is_empty() {
        made.files.push(Rendered::personal(list::FILE, list.letters()));
    }
    Ok(made)
}
