//! What the office prints: the page that says what to do, and a file for each colour of paper, from packs that were made before.
//!
//! Comes from: `print_run`. Goes to: `disk::private`. The PDFs of packs are read through a function of the caller's.

use std::io::{self, Write};

use crate::failure::Failure;
use crate::print_run::list::{FILE, List, Listed};
use crate::print_run::{Office, Piece, Pile, PrintRun, Ready, Slip, Why};
use crate::render::joined::{Joined, Source};
use crate::render::press::Press;
use crate::render::{Rendered, office as look, text};
use crate::text::Personal;

/// The papers of a pack that lies ready, from its files by name. Every one of them must be the one that was made.
///
/// # Errors
/// Why it cannot be printed.
pub fn lies_ready(resident: &str, read: impl Fn(&str) -> Option<Vec<u8>>) -> Result<Vec<Listed>, Why> {
    // A pack of plain text alone has nothing to print.
    let list = read(FILE).ok_or(Why::Missing)?;
    let list = List::read(&list).ok_or(Why::Damaged)?;
    let sound = |paper: &Listed| {
        let source = read(&paper.file(resident)).and_then(|bytes| Source::read(&bytes));
        source.is_some_and(|source| source.pages() == paper.pages)
    };
    if list.papers.iter().all(sound) { Ok(list.papers) } else { Err(Why::Damaged) }
}

/// The page for the office: to look at, to have read aloud, and to print where there is a press.
///
/// # Errors
/// A fault of the theme or its words, or of setting.
pub fn office(office: &Office<'_>, run: &PrintRun, press: &Press) -> Result<Vec<Rendered<Personal>>, Failure> {
    let page = office.page(run)?;
    let mut files = vec![
        Rendered::personal("office.html", look::page(&page, office.theme, look::Leads::Nowhere)?),
        Rendered::personal("office.txt", text::text(&page)),
    ];
    let set = press.set("office.pdf", &page)?;
    files.extend(set.map(|set| Rendered::personal("office.pdf", set.bytes)));
    Ok(files)
}

/// A printer's file that is being put together.
pub struct Printer<'a, R, F, S> {
    /// The office, which writes the slips.
    pub office: Office<'a>,
    /// The press that sets them.
    pub press: &'a Press,
    /// Reads a paper of a pack.
    pub read: R,
    /// What it means that the file cannot be written.
    pub failed: F,
    /// Told of every piece that is done.
    pub step: S,
}

impl<R, F, S> Printer<'_, R, F, S>
where
    R: Fn(&Ready, &Listed) -> Result<Source, Failure>,
    F: Fn(io::Error) -> Failure,
    S: Fn(),
{
    /// Joins everything that is printed on one colour of paper. One paper at a time is in memory.
    ///
    /// # Errors
    /// Where a slip cannot be set, a paper cannot be read, or the file cannot be written.
    pub fn join<W: Write>(&self, run: &PrintRun, colour: &str, pile: &Pile, out: W) -> Result<(), Failure> {
        let mut joined = Joined::new(out).map_err(&self.failed)?;
        for piece in &pile.pieces {
            match piece {
                Piece::Slip(slip) => self.slip(slip, &mut joined)?,
                Piece::Pages { pack, paper, pages } => {
                    let pack = &run.ready[*pack];
                    let source = (self.read)(pack, &pack.papers[*paper])?;
                    joined.add(&source, pages.clone()).map_err(&self.failed)?;
                }
            }
            (self.step)();
        }
        joined.finish(&format!("{}: {colour}", self.office.theme.label("print_run"))).map_err(&self.failed)?;
        Ok(())
    }

    /// Sets a slip and adds it. Without a press there are none.
    fn slip<W: Write>(&self, slip: &Slip, joined: &mut Joined<W>) -> Result<(), Failure> {
        let set = self.press.set("slip.pdf", &self.office.slip(slip)?)?;
        let Some(source) = set.and_then(|set| Source::read(&set.bytes)) else { return Ok(()) };
        joined.add(&source, 0..source.pages()).map_err(&self.failed)
    }
}
