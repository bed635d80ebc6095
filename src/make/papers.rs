//! A home's papers on their sheets, and how long each is.

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::compose::papers::{ToPrint, papers as composed};
use crate::compose::{Desk, Troubles};
use crate::document::letters;
use crate::failure::Failure;
use crate::paper::Printed;
use crate::render::Rendered;
use crate::render::press::{Press, SetPaper};
use crate::text::Public;

/// A home's papers, set.
#[derive(Debug, Default)]
pub struct SetPapers {
    /// Their files.
    pub files: Vec<Rendered<Public>>,
    /// How long each is, for the pages that name it.
    pub printed: Vec<Printed>,
}

/// Composes and sets every paper of a home, on every core.
///
/// # Errors
/// The first paper that could not be set. What is wrong with the words is among the troubles.
pub fn papers(desk: &Desk<'_>, press: &Press, troubles: &mut Troubles) -> Result<SetPapers, Failure> {
    let set: Result<Vec<_>, Failure> = composed(desk, troubles).par_iter().map(|paper| set(press, paper)).collect();
    // What the typesetter remembers of this home's papers serves no other home.
    press.forget(0);
    let (files, printed) = set?.into_iter().flatten().unzip();
    Ok(SetPapers { files, printed })
}

/// One paper: its file, and how a page speaks of it. None where there is no press.
fn set(press: &Press, paper: &ToPrint) -> Result<Option<(Rendered<Public>, Printed)>, Failure> {
    let set = press.set(&paper.file(), &paper.paper)?;
    Ok(set.map(|set| {
        let printed = printed(paper, &set);
        (Rendered::public(format!("website/{}", paper.file()), set.bytes), printed)
    }))
}

/// How a page speaks of a paper that was set.
pub(super) fn printed(paper: &ToPrint, set: &SetPaper) -> Printed {
    Printed {
        paper: paper.id.clone(),
        title: letters(&paper.paper.document.title),
        form: paper.form,
        points: set.points,
        file: paper.file(),
        pages: set.pages,
        bytes: set.bytes.len(),
    }
}
