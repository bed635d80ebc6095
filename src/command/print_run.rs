//! `homepack print-run`: what the office prints, from the packs that lie in the private folder.

use std::io::Write;

use camino::Utf8PathBuf;
use clap::Args;
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::packs::wanted;
use super::progress::Progress;
use super::workshop::{Workshop, chosen};
use super::{FINE, MISTAKES};
use crate::disk;
use crate::disk::private::{self, Made, Private, Record};
use crate::failure::Failure;
use crate::paper::Paper;
use crate::print_run::list::{FILE, List, Listed};
use crate::print_run::{LeftOut, Office, Piece, Pile, PrintRun, Ready, Slip, Why};
use crate::read::Place;
use crate::render::joined::{Joined, Source};
use crate::render::{Rendered, office, text};
use crate::report;
use crate::resident::is_id;
use crate::text::Personal;

/// How many slips are set before what the typesetter remembers of them is let go.
#[cfg(feature = "pdf")]
const BATCH: usize = 64;

/// What `homepack print-run` takes.
#[derive(Debug, Args)]
pub struct Print {
    /// The folder with your homes, or with one home.
    #[arg(default_value = "content")]
    pub dir: Utf8PathBuf,
    /// Only the packs of this home, by the name of its folder. You can say it more than once.
    #[arg(long, value_name = "NAME")]
    pub home: Vec<String>,
    /// Only this resident's pack, by the id of the record. You can say it more than once.
    #[arg(long, value_name = "ID")]
    pub resident: Vec<String>,
    /// The private folder with the packs. It is beside the folder with your homes where you do not say.
    #[arg(long, value_name = "DIR")]
    pub private: Option<Utf8PathBuf>,
    /// A folder of your own with words or looks, laid over the plain theme file by file.
    #[arg(long, value_name = "DIR")]
    pub theme: Option<Utf8PathBuf>,
    /// The day to take for today, such as 2026-11-22. It is printed on the page for the office.
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

/// What a print run is made with.
struct Press {
    workshop: Workshop,
    private: Private,
    #[cfg(feature = "pdf")]
    engine: crate::render::pdf::Engine,
}

impl Print {
    /// Makes the print run; the number is the program's exit code.
    ///
    /// # Errors
    /// What the machine could not do.
    pub fn run(&self, today: jiff::civil::Date) -> Result<u8, Failure> {
        let workshop = Workshop::new(self.theme.as_deref(), self.today.as_deref(), today)?;
        let content = disk::read(&self.dir)?;
        let places = chosen(&content, &self.home)?;
        let private = Private::beside(&self.dir, self.private.as_deref())?;
        let mut records = wanted(&private, &places, &self.resident)?;
        // A file whose name is no id has no pack: `homepack packs` says so.
        records.iter_mut().for_each(|of_home| of_home.retain(|record| is_id(&record.id)));
        let _lock = private.locked()?;
        let press = Press {
            #[cfg(feature = "pdf")]
            engine: crate::render::pdf::Engine::new(&workshop.theme.files).map_err(Failure::Theme)?,
            workshop,
            private,
        };
        let mut run = PrintRun::default();
        for (place, records) in places.iter().zip(&records) {
            let home = name(&press.workshop, &content, place);
            let looked: Vec<Result<Ready, LeftOut>> =
                records.par_iter().map(|record| press.look(place.name(), &home, record)).collect();
            for pack in looked {
                match pack {
                    Ok(ready) => run.ready.push(ready),
                    Err(left_out) => run.left_out.push(left_out),
                }
            }
        }
        run.left_out.iter().for_each(tell);
        if run.ready.is_empty() {
            report::line("No pack is ready to print. Nothing was made, and the last print run is as it was.");
            return Ok(MISTAKES);
        }
        let place = press.make(&run)?;
        summary(&run, &place);
        if cfg!(not(feature = "pdf")) {
            report::line(
                "There are no slips and no office.pdf: this homepack was built without the part that makes papers.",
            );
        }
        Ok(if run.left_out.is_empty() { FINE } else { MISTAKES })
    }
}

/// A home's own name; that of its folder where something in the home must be mended first.
fn name(workshop: &Workshop, content: &disk::Content, place: &Place) -> String {
    let (known, _) = workshop.read(content, place);
    known.map_or_else(|| place.name().to_owned(), |known| known.home.home.name.as_str().to_owned())
}

/// Says why a pack is not printed.
fn tell(left_out: &LeftOut) {
    let LeftOut { home, id, why } = left_out;
    let why = match why {
        Why::Missing => "its pack has not been made as a PDF yet",
        Why::Older => "the record has changed since its pack was made",
        Why::Damaged => "a file of its pack cannot be read, or is not the one that was made",
    };
    report::line(&format!(
        "{home}, {id}: not in this print run, because {why}. You can make it with: homepack packs --home {home} --resident {id}"
    ));
}

/// Says what was made.
fn summary(run: &PrintRun, place: &camino::Utf8Path) {
    let counted = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    for (colour, pile) in run.piles() {
        report::line(&format!("{}: {} of {colour} paper", Pile::file(&colour), counted(pile.sheets(), "sheet")));
    }
    report::line(&format!(
        "{} to print, in {place}. Begin with office.html: it says how, and what to check.",
        counted(run.ready.len(), "pack")
    ));
}

impl Press {
    /// Whether a pack can be printed: it is there, it is not older than its record, and it can be read.
    fn look(&self, folder: &str, home: &str, record: &Record) -> Result<Ready, LeftOut> {
        let out = |why| LeftOut { home: folder.to_owned(), id: record.id.clone(), why };
        match self.private.made(folder, record) {
            Made::Not => return Err(out(Why::Missing)),
            Made::Before => return Err(out(Why::Older)),
            Made::Since => {}
        }
        let read = |name: &str| self.private.file_of_pack(folder, &record.id, name).ok();
        // A pack of plain text alone has nothing to print.
        let list = read(FILE).ok_or_else(|| out(Why::Missing))?;
        let list = List::read(&list).ok_or_else(|| out(Why::Damaged))?;
        let sound = |paper: &Listed| {
            let source = read(&paper.file(&record.id)).and_then(|bytes| Source::read(&bytes));
            source.is_some_and(|source| source.pages() == paper.pages)
        };
        if !list.papers.iter().all(sound) {
            return Err(out(Why::Damaged));
        }
        Ok(Ready { folder: folder.to_owned(), home: home.to_owned(), id: record.id.clone(), papers: list.papers })
    }

    /// The page for the office, and a file for each colour of paper.
    fn make(&self, run: &PrintRun) -> Result<Utf8PathBuf, Failure> {
        let folder = self.private.begin_print_run()?;
        let office = self.office();
        let page = office.page(run)?;
        folder.put(&Rendered::personal("office.html", office::page(&page, office.theme)?))?;
        folder.put(&Rendered::personal("office.txt", text::text(&page)))?;
        if let Some(pdf) = self.set("office.pdf", &page)? {
            folder.put(&Rendered::personal("office.pdf", pdf))?;
        }
        let piles = run.piles();
        let progress = Progress::new(piles.values().map(|pile| pile.pieces.len()).sum());
        for (colour, pile) in &piles {
            self.join(run, colour, pile, &folder, &progress)?;
        }
        progress.done();
        folder.done()
    }

    fn office(&self) -> Office<'_> {
        Office { phrases: &self.workshop.phrases, theme: &self.workshop.theme, today: self.workshop.today }
    }

    /// Everything that is printed on one colour of paper. One paper at a time is in memory.
    fn join(
        &self,
        run: &PrintRun,
        colour: &str,
        pile: &Pile,
        folder: &private::PrintRun,
        progress: &Progress,
    ) -> Result<(), Failure> {
        let file = Pile::file(colour);
        let failed = |error: std::io::Error| folder.failed(&file, &error);
        let mut joined = Joined::new(folder.open(&file)?).map_err(failed)?;
        for (at, piece) in pile.pieces.iter().enumerate() {
            match piece {
                Piece::Slip(slip) => self.slip(slip, &mut joined).and_then(|done| done.map_err(failed))?,
                Piece::Pages { pack, paper, pages } => {
                    let pack = &run.ready[*pack];
                    let source = self.source(pack, &pack.papers[*paper])?;
                    joined.add(&source, pages.clone()).map_err(failed)?;
                }
            }
            forget(at);
            progress.step();
        }
        joined.finish(&format!("{}: {colour}", self.workshop.theme.label("print_run"))).map_err(failed)?;
        Ok(())
    }

    /// A paper of a pack, which was looked at a moment ago.
    fn source(&self, pack: &Ready, paper: &Listed) -> Result<Source, Failure> {
        let name = paper.file(&pack.id);
        let bytes = self.private.file_of_pack(&pack.folder, &pack.id, &name)?;
        Source::read(&bytes).filter(|source| source.pages() == paper.pages).ok_or_else(|| Failure::Read {
            path: self.private.pack_folder(&pack.folder, &pack.id).join(&name),
            why: "it changed while it was being read".to_owned(),
        })
    }

    /// Sets a slip and adds it. Without the press there are none.
    fn slip<W: Write>(&self, slip: &Slip, joined: &mut Joined<W>) -> Result<std::io::Result<()>, Failure> {
        let paper = self.office().slip(slip)?;
        let set = self.set("slip.pdf", &paper)?;
        let source = set.and_then(|bytes| Source::read(&bytes));
        Ok(source.map_or(Ok(()), |source| joined.add(&source, 0..source.pages())))
    }

    /// Sets a paper of the office's own.
    #[cfg(feature = "pdf")]
    fn set(&self, name: &str, paper: &Paper<Personal>) -> Result<Option<Vec<u8>>, Failure> {
        let failed = |why| Failure::Document { document: name.to_owned(), why };
        self.engine.set(paper).map(|pdf| Some(pdf.bytes)).map_err(failed)
    }

    /// Without the press there is none.
    #[cfg(not(feature = "pdf"))]
    #[allow(clippy::unused_self, clippy::unnecessary_wraps, reason = "as it is with the press")]
    fn set(&self, _: &str, _: &Paper<Personal>) -> Result<Option<Vec<u8>>, Failure> {
        Ok(None)
    }
}

/// Lets go of what the typesetter remembers, now and then.
#[cfg(feature = "pdf")]
fn forget(at: usize) {
    if at.is_multiple_of(BATCH) {
        crate::render::pdf::forget(BATCH);
    }
}

/// Without the press nothing is remembered.
#[cfg(not(feature = "pdf"))]
fn forget(_: usize) {}
