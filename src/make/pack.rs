//! A resident's pack: every paper of it in every format that packs come in, and the list for whoever prints it.

use super::home::one_file;
use crate::compose::Troubles;
use crate::compose::pack::{Pack, Packer};
use crate::failure::Failure;
use crate::finding::{Finding, any_error};
use crate::name::equal_when_folded;
use crate::print_run::list::{self, List};
use crate::render::{FORMATS, FileFormat, Maker, Makes, Rendered, Tools};
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
    /// The papers for those who help that go on beyond their sides: each with its name for the office, and how many sides it has.
    pub over: Vec<(String, usize)>,
    /// What is wrong with the home's own words.
    pub findings: Vec<Finding>,
    /// What the machine or the theme could not do.
    pub failure: Option<Failure>,
}

/// Makes a resident's pack.
#[must_use]
pub fn pack(packer: &Packer<'_>, resident: &Resident, theme: &Theme, tools: &Tools) -> MadePack {
    let mut troubles = Troubles::default();
    let pack = packer.pack(resident, &mut troubles);
    let Troubles { findings, failure } = troubles;
    if failure.is_some() || any_error(&findings) {
        return MadePack { findings, failure, ..MadePack::default() };
    }
    rendered(&pack, theme, tools).unwrap_or_else(|failure| MadePack { failure: Some(failure), ..MadePack::default() })
}

/// Every paper of a pack in every format that packs come in.
fn rendered(pack: &Pack, theme: &Theme, tools: &Tools) -> Result<MadePack, Failure> {
    let mut made = MadePack { papers: pack.papers.len(), ..MadePack::default() };
    let mut list = List::default();
    for paper in &pack.papers {
        for (format, maker) in makers() {
            let file = format.file(&paper.file(&pack.id));
            let Some(set) = maker(tools, &file, &paper.paper)? else { continue };
            made.files.push(Rendered::personal(file, set.bytes));
            // What has pages can be printed.
            if let Some(pages) = set.measure.pages {
                list.add(paper, pages, theme);
                made.pages += pages;
                let format = &paper.paper.format;
                if format.for_helpers && format.sides.is_some_and(|sides| pages > usize::from(sides)) {
                    made.over.push((paper.label.clone(), pages));
                }
            }
        }
    }
    if let Some((first, second)) = equal_when_folded(made.files.iter().map(|file| file.path.as_str())) {
        return Err(one_file(first, second));
    }
    if !list.papers.is_empty() {
        made.files.push(Rendered::personal(list::FILE, list.letters()));
    }
    Ok(made)
}

/// The formats that packs come in.
fn makers() -> impl Iterator<Item = (&'static FileFormat, Maker<Personal>)> {
    let of_packs = |format: &'static FileFormat| {
        format.makes.iter().filter_map(move |makes| match makes {
            Makes::Pack(maker) => Some((format, *maker)),
            _ => None,
        })
    };
    FORMATS.into_iter().flat_map(of_packs)
}
