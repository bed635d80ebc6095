//! `homepack print-run`: what the office prints, from the packs that lie in the private folder.

use camino::Utf8PathBuf;
use clap::Args;
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::packs::wanted;
use super::progress::Progress;
use super::workshop::{chosen, workshop};
use super::{FINE, MISTAKES};
use crate::disk;
use crate::disk::private::{self, Locked, Made, Private, Record};
use crate::failure::Failure;
use crate::make::Workshop;
use crate::make::print_run::{Printer, lies_ready, office};
use crate::print_run::list::Listed;
use crate::print_run::{LeftOut, Office, Pile, PrintRun, Ready, Why};
use crate::read::{Content, Place};
use crate::render::joined::Source;
use crate::render::press::Press;
use crate::report;
use crate::resident::is_id;

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
struct Yard {
    workshop: Workshop,
    private: Locked,
    press: Press,
}

impl Print {
    /// Makes the print run; the number is the program's exit code.
    ///
    /// # Errors
    /// What the machine could not do.
    pub fn run(&self, today: jiff::civil::Date) -> Result<u8, Failure> {
        let workshop = workshop(self.theme.as_deref(), self.today.as_deref(), today)?;
        let content = disk::read(&self.dir)?;
        let places = chosen(&content, &self.home)?;
        let private = Private::beside(&self.dir, self.private.as_deref())?;
        let mut records = wanted(&private, &places, &self.resident)?;
        // A file whose name is no id has no pack: `homepack packs` says so.
        records.iter_mut().for_each(|of_home| of_home.retain(|record| is_id(&record.id)));
        let press = Press::new(&workshop.theme_of(&content.sources, &places))?;
        let yard = Yard { press, workshop, private: private.locked()? };
        let mut run = PrintRun::default();
        for (place, records) in places.iter().zip(&records) {
            let home = name(&yard.workshop, &content, place);
            let looked: Vec<Result<Ready, LeftOut>> =
                records.par_iter().map(|record| yard.look(place.folder_name(), &home, record)).collect();
            for pack in looked {
                match pack {
                    Ok(ready) => run.ready.push(ready),
                    Err(left_out) => run.left_out.push(left_out),
                }
            }
        }
        run.left_out.iter().for_each(tell);
        if run.ready.is_empty() {
            report::line("No pack is ready to print, so nothing was made.");
            return Ok(MISTAKES);
        }
        let place = yard.make(&run)?;
        summary(&run, &place);
        if !yard.press.is_there() {
            report::line(
                "There are no slips and no office.pdf: this homepack was built without the part that makes papers.",
            );
        }
        Ok(if run.left_out.is_empty() { FINE } else { MISTAKES })
    }
}

/// A home's own name; that of its folder where something in the home must be mended first.
fn name(workshop: &Workshop, content: &Content, place: &Place) -> String {
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

impl Yard {
    /// Whether a pack can be printed: it is there, it is not older than its record, and it can be read.
    fn look(&self, folder: &str, home: &str, record: &Record) -> Result<Ready, LeftOut> {
        let out = |why| LeftOut { home: folder.to_owned(), id: record.id.clone(), why };
        match self.private.made(folder, record) {
            Made::Not => return Err(out(Why::Missing)),
            Made::Before => return Err(out(Why::Older)),
            Made::Since => {}
        }
        let read = |name: &str| self.private.file_of_pack(folder, &record.id, name).ok();
        let papers = lies_ready(&record.id, read).map_err(out)?;
        Ok(Ready { folder: folder.to_owned(), home: home.to_owned(), id: record.id.clone(), papers })
    }

    /// The page for the office, and a file for each colour of paper.
    fn make(&self, run: &PrintRun) -> Result<Utf8PathBuf, Failure> {
        let folder = self.private.begin_print_run()?;
        for file in office(&self.office(), run, &self.press)? {
            folder.put(&file)?;
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

    /// Everything that is printed on one colour of paper.
    fn join(
        &self,
        run: &PrintRun,
        colour: &str,
        pile: &Pile,
        folder: &private::PrintRun<'_>,
        progress: &Progress,
    ) -> Result<(), Failure> {
        let file = Pile::file(colour);
        let printer = Printer {
            office: self.office(),
            press: &self.press,
            read: |pack: &Ready, paper: &Listed| self.source(pack, paper),
            failed: |error| folder.failed(&file, error),
            step: || progress.step(),
        };
        printer.join(run, colour, pile, folder.open(&file)?)
    }

    /// A paper of a pack, which was looked at a moment ago.
    fn source(&self, pack: &Ready, paper: &Listed) -> Result<Source, Failure> {
        let name = paper.file(&pack.id);
        let bytes = self.private.file_of_pack(&pack.folder, &pack.id, &name)?;
        Source::read(&bytes).filter(|source| source.pages() == paper.pages).ok_or_else(|| Failure::Read {
            path: self.private.pack_folder(&pack.folder, &pack.id).join(&name),
            why: "it changed while it was being read".into(),
        })
    }
}
