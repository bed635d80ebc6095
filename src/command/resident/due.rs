//! `homepack resident due`: what to ask, to look at again and to collect, by file and line.

use camino::Utf8PathBuf;
use clap::Args;

use super::super::workshop::{chosen, day};
use super::super::{FAILED, FINE, MISTAKES};
use super::Folders;
use crate::check::{due, resident};
use crate::disk;
use crate::disk::private::{Made, Private, Record};
use crate::failure::Failure;
use crate::finding::{Finding, Harmless, in_order, ours};
use crate::read::places::Places;
use crate::read::promises;
use crate::report;
use crate::theme::Theme;

/// What `homepack resident due` takes.
#[derive(Debug, Args)]
pub struct Due {
    /// Where homes and records are.
    #[command(flatten)]
    pub folders: Folders,
    /// Only the residents of this home, by the name of its folder. You can say it more than once.
    #[arg(long, value_name = "NAME")]
    pub home: Vec<String>,
    /// The day to take for today, such as 2026-11-22.
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
    /// How many days to look ahead.
    #[arg(long, value_name = "DAYS", default_value_t = 30)]
    pub within: u32,
}

/// How a look through the records went.
#[derive(Default)]
struct Looked {
    records: usize,
    /// Things that are due.
    due: usize,
    unread: usize,
}

impl Due {
    /// Shows what is due; the number is the program's exit code.
    ///
    /// # Errors
    /// What the machine could not do.
    pub fn run(&self, clock: jiff::civil::Date) -> Result<u8, Failure> {
        let today = day(self.today.as_deref(), clock)?;
        let content = disk::read(&self.folders.dir)?;
        let places = chosen(&content, &self.home)?;
        let private = Private::beside(&self.folders.dir, self.folders.private.as_deref())?;
        let theme = self.folders.theme()?;
        let mut looked = Looked::default();
        for place in &places {
            for record in private.records(place.folder_name()) {
                looked.records += 1;
                self.look(&private, place.folder_name(), &record, &theme, today, &mut looked);
            }
            for id in private.packs_without_record(place.folder_name()) {
                looked.due += 1;
                remind(
                    &private.pack_folder(place.folder_name(), &id),
                    "this pack has no record",
                    &format!("If they have moved on, type: homepack resident leave {id}{}", self.folders.typed()),
                );
            }
        }
        let homes: Vec<&str> = places.iter().map(|place| place.folder_name()).collect();
        let (sources, astray) = private.astray(&homes, self.home.is_empty() && content.is_group());
        looked.due += astray.len();
        astray.iter().for_each(|finding| report::line(&report::letter(finding, &sources)));
        if let Some(begun) = private.begun() {
            looked.due += 1;
            remind(
                &begun,
                "work that was cut off lies here, and pages of residents may be in it",
                &format!("The next run clears it away. Type: homepack packs{}", self.folders.typed()),
            );
        }
        report::line(&looked.told());
        Ok(match (looked.unread, looked.due) {
            (0, 0) => FINE,
            (0, _) => MISTAKES,
            _ => FAILED,
        })
    }

    /// Looks through one record.
    fn look(
        &self,
        private: &Private,
        home: &str,
        record: &Record,
        theme: &Theme,
        today: jiff::civil::Date,
        looked: &mut Looked,
    ) {
        // Asked before the record is read: reading it runs chmod 0600 on its file, which must not make it look newer than its pack.
        let made = private.made(home, record);
        let (sources, file) = match private.read(record) {
            Ok(read) => read,
            Err(failure) => {
                report::failure(&failure);
                looked.unread += 1;
                return;
            }
        };
        let (resident, findings) = resident(&sources, file, theme);
        let Some(resident) = resident else {
            report::findings(&findings, &sources);
            looked.unread += 1;
            return;
        };
        let letters = sources.get(file).map(|source| source.letters.as_str()).unwrap_or_default();
        let places = Places::of(file, letters);
        let mut found = due(&resident, &places, today, self.within);
        found.extend(promises::record(&sources, file, today));
        let pack = ToType(format!("homepack packs{} --home {home} --resident {}", self.folders.typed(), record.id));
        let mut remind_of_pack = |message| {
            found.push(Finding::hint(places.top(), ours(message), ours("Type: ").harmless([&pack])));
        };
        match made {
            Made::Not => remind_of_pack("there is no pack yet"),
            Made::Before => remind_of_pack("the record was changed after the pack was made"),
            Made::Since => {}
        }
        in_order(&mut found);
        looked.due += found.len();
        found.iter().for_each(|finding| report::line(&report::letter(finding, &sources)));
    }
}

/// A command that somebody can type.
struct ToType(String);

impl Harmless for ToType {
    fn letters(&self) -> &str {
        &self.0
    }
}

/// Shows a reminder about a folder.
fn remind(path: &Utf8PathBuf, message: &str, help: &str) {
    report::line(&format!("{path}: hint: {message}\n  = {help}\n"));
}

impl Looked {
    /// The last line.
    fn told(&self) -> String {
        let records = |n: usize| format!("{n} record{}", if n == 1 { "" } else { "s" });
        let read = records(self.records - self.unread);
        let mut out = match self.due {
            0 => format!("Nothing is due in {read}."),
            1 => format!("1 thing is due. {read} looked at."),
            due => format!("{due} things are due. {read} looked at."),
        };
        if self.unread > 0 {
            out.push_str(&format!(" {} could not be read.", records(self.unread)));
        }
        out
    }
}
