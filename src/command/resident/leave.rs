//! `homepack resident leave`: a record and a pack deleted, after a clear question, with the printed copies to collect.

use camino::Utf8PathBuf;
use clap::Args;

use super::super::workshop::chosen;
use super::super::{FINE, MISTAKES};
use super::Folders;
use crate::check::resident;
use crate::compose::pack::BOOK;
use crate::disk;
use crate::disk::private::{Held, Private, Record};
use crate::failure::Failure;
use crate::home::date::shown;
use crate::report::{self, Heard, heard};
use crate::resident::copies::{PrintedCopy, Whereabouts};
use crate::theme::Theme;

/// What `homepack resident leave` takes.
#[derive(Debug, Args)]
pub struct Leave {
    /// The resident, by the id of the record.
    pub id: String,
    /// Where homes and records are.
    #[command(flatten)]
    pub folders: Folders,
    /// The home they lived in, by the name of its folder.
    #[arg(long, value_name = "NAME")]
    pub home: Option<String>,
    /// Delete without asking.
    #[arg(long)]
    pub yes: bool,
}

impl Leave {
    /// Asks and deletes; the number is the program's exit code.
    ///
    /// # Errors
    /// What the machine could not do.
    pub fn run(&self) -> Result<u8, Failure> {
        let private = Private::beside(&self.folders.dir, self.folders.private.as_deref())?;
        let theme = self.folders.theme()?;
        let (home, record) = self.wanted(&private)?;
        report::line(&format!("homepack is about to delete all it holds about {} in {home}:", record.id));
        for path in private.held(&home, &record) {
            report::line(&format!("  {path}"));
        }
        report::line(&copies(&private, &record, &theme));
        if !self.yes && !self.agreed() {
            report::line("Nothing was deleted.");
            return Ok(MISTAKES);
        }
        let (held, begun) = (private.kinds_held(&home, &record), private.begun().is_some());
        // It says so where anything is still there.
        let private = private.locked()?;
        private.delete(&home, &record)?;
        let others = private.perhaps_theirs(&record.id);
        report::line(&format!("{}\n{}\n{ELSEWHERE}", told(held, begun, &record.id), named(&others, &record.id)));
        Ok(if others.is_empty() { FINE } else { MISTAKES })
    }

    /// The one record that was meant, or the one pack that lost its record.
    fn wanted(&self, private: &Private) -> Result<(String, Record), Failure> {
        // A home that is no longer in the content can still have records and packs.
        let mut homes = private.homes();
        match &self.home {
            Some(home) if homes.contains(home) => homes = vec![home.clone()],
            home => {
                let content = disk::read(&self.folders.dir)?;
                let named: Vec<String> = chosen(&content, home.as_slice())?
                    .into_iter()
                    .map(|place| place.folder_name().to_owned())
                    .collect();
                homes.retain(|_| home.is_none());
                homes.extend(named);
            }
        }
        homes.sort();
        homes.dedup();
        let found: Vec<String> = homes.into_iter().filter(|home| private.holds(home, &self.id)).collect();
        match found.as_slice() {
            [] => Err(Failure::NoSuchResident(self.id.clone())),
            [home] => Ok((home.clone(), private.record(home, &self.id))),
            _ => Err(Failure::WhichHome(found.join(", "))),
        }
    }

    /// Whether somebody types the id again.
    fn agreed(&self) -> bool {
        report::line(&format!(
            "Type the id {} to delete all this. There is no way back. Anything else keeps it.",
            self.id
        ));
        matches!(heard(), Heard::Line(line) if line == self.id)
    }
}

/// What was there, and is deleted.
fn told(held: Held, begun: bool, id: &str) -> String {
    let of = match (held.record, held.pack) {
        (true, true) => Some(format!("the record and the pack of {id}")),
        (true, false) => Some(format!("the record of {id}")),
        (false, true) => Some(format!("the pack of {id}")),
        (false, false) => None,
    };
    let run = held.print_run.then(|| "the last print run".to_owned());
    let begun = begun.then(|| "what a run that was cut off had begun".to_owned());
    let parts: Vec<String> = [of, run, begun].into_iter().flatten().collect();
    match parts.split_last() {
        Some((last, [])) => format!("Deleted: {last}."),
        Some((last, before)) => format!("Deleted: {}, and {last}.", before.join(", ")),
        None => "There was nothing left to delete.".to_owned(),
    }
}

/// What has the id in its name and was not deleted, with a line’s end; nothing where there is nothing.
fn named(others: &[Utf8PathBuf], id: &str) -> String {
    if others.is_empty() {
        return String::new();
    }
    let lines: Vec<String> = others.iter().map(|path| format!("  {path}\n")).collect();
    format!(
        "\nNot deleted, because it may be somebody else’s. Please look at it, and delete what is about {id}.\n{}",
        lines.concat()
    )
}

/// What homepack cannot reach.
const ELSEWHERE: &str = "\
What homepack cannot delete, so please look for it.
  Printed copies, also at a printer’s or a transcriber’s.
  Backups of this computer, and copies on other computers or in a shared folder.
  Emails, and files that somebody saved from them.
  Another record that names them, such as their partner’s.
A deleted file can stay on a disk for a while. It is safe where the disk is encrypted.";

/// The printed copies, as far as the record tells.
fn copies(private: &Private, record: &Record, theme: &Theme) -> String {
    let read = private.read(record).ok();
    let Some(resident) = read.and_then(|(sources, file)| resident(&sources, file, theme).0) else {
        return "\nhomepack cannot read the record, so it cannot list printed copies. Look for them in the room, on the walls, with the staff and with the family.\n".to_owned();
    };
    if resident.printed_copies.is_empty() {
        return "\nThe record names no printed copies. Look in the room, on the walls, with the staff and with the family.\n"
            .to_owned();
    }
    let lines = resident.printed_copies.iter().map(|copy| format!("  {}\n", one(copy, theme)));
    format!("\nPrinted copies to collect and shred:\n{}", lines.collect::<String>())
}

/// One copy: which paper, where, from when. A paper that homepack does not know is not named: it may be anybody's words.
fn one(copy: &PrintedCopy, theme: &Theme) -> String {
    let plan = &theme.plan;
    let sheets = plan.pack.ids().map(crate::name::Name::as_str);
    let papers = plan.papers.iter().map(|paper| paper.id.as_str());
    let known = std::iter::once(BOOK).chain(sheets).chain(papers).find(|id| *id == copy.paper.id);
    let day = copy.printed_on.as_ref().map(|date| format!(", printed on {}", shown(date.inside().day())));
    format!("{}: {}{}", known.unwrap_or("a paper"), whereabouts(copy.r#where), day.unwrap_or_default())
}

/// A place in plain words.
fn whereabouts(place: Whereabouts) -> &'static str {
    match place {
        Whereabouts::Room => "in their room",
        Whereabouts::Wall => "on a wall or a door",
        Whereabouts::Handbag => "in a handbag or wallet",
        Whereabouts::HospitalBag => "in the bag for hospital",
        Whereabouts::StaffRoom => "with the staff",
        Whereabouts::Family => "with family or friends",
        Whereabouts::Transcriber => "with somebody who writes it in braille or reads it aloud",
    }
}
