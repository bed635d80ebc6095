//! `homepack new`: a home of one's own begun, or a service, a contact, a page or somebody who works there added.

mod add;
mod keep;

use camino::{Utf8Path, Utf8PathBuf};
use clap::{Args, Subcommand};

use super::workshop::day;
use super::{FINE, MISTAKES};
use crate::beginning::{Draft, Reply, Talk, Voice, Where, given};
use crate::country::Profiles;
use crate::disk::begun;
use crate::duties::Duties;
use crate::failure::Failure;
use crate::finding::meant;
use crate::keys::{self, First, KindOfHome};
use crate::read::SHARED;
use crate::report::{self, Heard, heard};
use crate::source::Sources;

/// What `homepack new` takes.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct New {
    /// What to add to a home that is there.
    #[command(subcommand)]
    pub what: Option<What>,
    /// The folder of the home that you begin, such as content/our-house. You can go on with one that was begun.
    #[arg(required = true, value_name = "FOLDER")]
    pub folder: Option<Utf8PathBuf>,
    /// What kind of home it is: residential, nursing, dementia, learning-disability, mental-health and so on. More than one can hold.
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// The country whose law the home works under. “homepack explain home.country” lists them.
    #[arg(long, value_name = "COUNTRY")]
    pub country: Option<String>,
    /// A file with your answers, for a computer without a keyboard, or to think them over first. docs/beginning.md shows one.
    #[arg(long, value_name = "FILE")]
    pub answers: Option<Utf8PathBuf>,
    /// The day to take for today, such as 2026-11-22.
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

/// What can be added to a home.
#[derive(Debug, Subcommand)]
pub enum What {
    /// Add a service: a file in the folder services.
    Service(add::Add),
    /// Add a contact: a file in the folder contacts.
    Contact(add::Add),
    /// Add a page of your own: a file in the folder pages.
    Page(add::Add),
    /// Add somebody who works here, to people.yaml.
    Person(add::Add),
}

/// The folder of all homes, as the manual has it.
const CONTENT: &str = "content";

/// The terminal.
struct Terminal;

impl Voice for Terminal {
    fn say(&mut self, words: &str) {
        report::line(words);
    }

    fn hear(&mut self) -> Reply {
        match heard() {
            Heard::Line(line) => Reply::Line(line),
            Heard::NotText => Reply::NotText,
            Heard::Nothing => Reply::Gone,
        }
    }

    fn keep(&mut self, draft: &mut Draft<'_>) -> Result<(), Failure> {
        keep::keep(draft, false)
    }
}

impl New {
    /// Asks and writes; the number is the program's exit code.
    ///
    /// # Errors
    /// What the machine could not do.
    pub fn run(&self, clock: jiff::civil::Date) -> Result<u8, Failure> {
        let today = day(self.today.as_deref(), clock)?;
        match (&self.what, &self.folder) {
            (Some(What::Service(add)), _) => add.file("services", today),
            (Some(What::Contact(add)), _) => add.file("contacts", today),
            (Some(What::Page(add)), _) => add.page(today),
            (Some(What::Person(add)), _) => add.person(today),
            (None, Some(folder)) => self.home(folder, today),
            (None, None) => Err(Failure::Asked("Which folder is it to be? For example: content/our-house".to_owned())),
        }
    }

    /// A home, begun or gone on with.
    fn home(&self, folder: &Utf8Path, today: jiff::civil::Date) -> Result<u8, Failure> {
        let (profiles, first) = (Profiles::new()?, keys::first()?);
        let kinds = self.kinds(&first)?;
        one_home(folder)?;
        let Some(mut draft) = there(folder, &profiles, today)? else { return Ok(MISTAKES) };
        let began = !draft.is_begun();
        if began {
            draft.date();
        }
        if let Some(country) = &self.country {
            let country = country.to_lowercase();
            known("country", &country, &profiles.ids().collect::<Vec<_>>())?;
            draft.in_country(&country);
        }
        match &self.answers {
            Some(path) => {
                if !answered(path, &mut draft, &first)? {
                    return Ok(MISTAKES);
                }
                if !draft.has("home.name") {
                    return Ok(nameless());
                }
                keep::keep(&mut draft, began)?;
            }
            None => {
                if !talked(&mut draft, &first, kinds.clone(), began)? {
                    return Ok(nameless());
                }
            }
        }
        keep::beside(&draft)?;
        said_at_the_end(&draft, &kinds);
        Ok(FINE)
    }

    /// The kinds of home that were named.
    fn kinds<'a>(&self, first: &'a First) -> Result<Vec<&'a KindOfHome>, Failure> {
        let ids: Vec<&str> = first.kinds.iter().map(|kind| kind.id.as_str()).collect();
        self.kind.iter().try_for_each(|asked| known("kind of home", asked, &ids))?;
        Ok(first.kinds.iter().filter(|kind| self.kind.contains(&kind.id)).collect())
    }
}

/// Whether a folder can be that of one home.
fn one_home(folder: &Utf8Path) -> Result<(), Failure> {
    let named = folder.file_name().filter(|name| *name != CONTENT);
    // A first run that was cut off has begun some of a home's own files; home.yaml comes last.
    let mut own = keys::FILES.iter().filter(|file| !file.path.contains('/'));
    let is_home = own.any(|file| begun::is_there(&folder.join(file.path)));
    let holds_homes = begun::shares(folder, "") && !is_home;
    if named.is_some() && !holds_homes {
        return Ok(());
    }
    let why =
        format!("{folder} is no folder for one home.\nName a folder of its own, for example: {CONTENT}/our-house");
    Err(Failure::Asked(why))
}

/// Whether a word is one of a few; the failure names the one that was most likely meant.
fn known(what: &str, asked: &str, few: &[&str]) -> Result<(), Failure> {
    if few.contains(&asked) {
        return Ok(());
    }
    let all = format!("There are: {}.", few.join(", "));
    let help = meant(asked, few.iter().copied()).map_or_else(|| all.clone(), |meant| format!("{meant} {all}"));
    Err(Failure::NoneOf { what: what.to_owned(), asked: asked.to_owned(), help })
}

/// A home's folder as far as it is begun; none, once it was said, where a file in it has a mistake.
pub(super) fn there<'a>(
    folder: &Utf8Path,
    profiles: &'a Profiles,
    today: jiff::civil::Date,
) -> Result<Option<Draft<'a>>, Failure> {
    let above = folder.parent().filter(|above| !above.as_str().is_empty()).unwrap_or(Utf8Path::new("."));
    let place = Where::of(folder, begun::shares(above, folder.file_name().unwrap_or_default()));
    let mut files = begun::letters_in(folder, &["yaml"])?;
    for (inside, ending) in [("contacts", "yaml"), ("services", "yaml")] {
        let found = begun::letters_in(&folder.join(inside), &[ending])?;
        files.extend(found.into_iter().map(|(name, letters)| (Utf8Path::new(inside).join(name), letters)));
    }
    let mut shared = std::collections::BTreeMap::new();
    if let Some(group) = &place.group {
        let found = begun::letters_in(&group.join(SHARED[0]), &["yaml"])?;
        shared.extend(found.into_iter().map(|(name, letters)| (Utf8Path::new(SHARED[0]).join(name), letters)));
    }
    match Draft::of(place, profiles, today, files, shared) {
        Ok(mut draft) => {
            keep::shared(&mut draft, profiles)?;
            Ok(Some(draft))
        }
        Err(told) => {
            let (findings, sources) = *told;
            report::findings(&findings, &sources);
            report::remark("Please mend this first. Nothing was written.");
            Ok(None)
        }
    }
}

/// The answers of a file, put in their places. Whether there was nothing wrong in them.
pub(super) fn answered(path: &Utf8Path, draft: &mut Draft<'_>, first: &First) -> Result<bool, Failure> {
    let letters = begun::letters(path)?;
    let mut sources = Sources::default();
    let file = sources.add(path.to_owned(), &letters);
    let letters = sources.get(file).map(|source| source.letters.clone()).unwrap_or_default();
    let given = given(draft, file, &letters, first);
    if !given.findings.is_empty() {
        report::findings(&given.findings, &sources);
        report::remark("Nothing was written.");
        return Ok(false);
    }
    for name in &given.had {
        report::line(&format!("{name} is answered in your files already, and stays as it is there."));
    }
    Ok(true)
}

/// The first questions, and then subject by subject. Whether the home has a name, and so was begun.
fn talked(draft: &mut Draft<'_>, first: &First, kinds: Vec<&KindOfHome>, began: bool) -> Result<bool, Failure> {
    report::line(
        "Press Enter for “not now”: what you pass over is left out, and you can answer it later. You can stop at any time,\nand go on with the same command. What you answered is kept.",
    );
    let mut terminal = Terminal;
    let mut there = true;
    for step in &first.steps {
        there = Talk { draft: &mut *draft, voice: &mut terminal, kinds: kinds.clone() }.step(step);
        // A home begins with its name: until then nothing is written.
        if draft.has("home.name") {
            keep::keep(draft, began)?;
        }
        if !there || !draft.has("home.name") {
            break;
        }
    }
    if there && draft.has("home.name") {
        let duties = Duties::new()?;
        report::line("\nThat is enough for a first website. Would you like to go on, subject by subject?");
        Talk { draft, voice: &mut terminal, kinds }.go_on(&keys::subjects()?, &duties)?;
    }
    Ok(draft.has("home.name"))
}

/// Without a name there is no home.
fn nameless() -> u8 {
    report::line("Nothing was written: a home begins with its name.");
    MISTAKES
}

/// What the home is now, and what to type next.
fn said_at_the_end(draft: &Draft<'_>, kinds: &[&KindOfHome]) {
    let home = &draft.place.home;
    report::line(&format!("\nThe files are in {home}. Open them, and go on writing."));
    for (label, name, expected) in draft.unexpected(kinds) {
        report::line(&format!("For {label} we would expect {name} to be {expected}. Please look at it once more."));
    }
    if !draft.has("home.address.lines") {
        report::line(&format!("A website is made once {home}/home.yaml has the address too."));
    }
    let typed = draft.place.typed();
    let folder = crate::beginning::spaced(home.as_str());
    report::line(&format!("\nNext:\n    homepack check{typed}\n    homepack build{typed}\n    homepack new {folder}"));
}
