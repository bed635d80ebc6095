//! `homepack resident new`: a few questions, and a record to go on with by hand.

use clap::Args;

use super::super::workshop::chosen;
use super::super::{Chance, FINE, MISTAKES};
use super::Folders;
use crate::check::resident;
use crate::disk;
use crate::disk::private::Private;
use crate::enrol::{Answers, NAME, Question, draw, letters, named, questions};
use crate::failure::Failure;
use crate::read::Place;
use crate::report::{self, Heard, heard, somebody_types};
use crate::source::Sources;

/// What `homepack resident new` takes.
#[derive(Debug, Args)]
pub struct New {
    /// Where homes and records are.
    #[command(flatten)]
    pub folders: Folders,
    /// The home they live in, by the name of its folder. You can leave it out where there is only one.
    #[arg(long, value_name = "NAME")]
    pub home: Option<String>,
}

/// How many bytes of chance one draw is given: far more than an id needs.
const BYTES: usize = 64;
/// How often an id is drawn before something must be wrong with the chance.
const DRAWS: usize = 1_000;

impl New {
    /// Asks, and writes the record; the number is the program's exit code.
    ///
    /// # Errors
    /// What the machine could not do.
    pub fn run(&self, today: jiff::civil::Date, chance: Chance) -> Result<u8, Failure> {
        let content = disk::read(&self.folders.dir)?;
        let places = chosen(&content, self.home.as_slice())?;
        let [place] = places.as_slice() else {
            let names = places.iter().map(|place| place.name()).collect::<Vec<_>>().join(", ");
            return Err(Failure::WhichHome(names));
        };
        let private = Private::beside(&self.folders.dir, self.folders.private.as_deref())?;
        let theme = self.folders.theme()?;
        let questions = questions(&theme);
        let Some(answers) = answered(&questions, place, today) else { return Ok(MISTAKES) };
        if !answers.has_name() {
            report::line("Nothing was written: a record begins with what they want to be called.");
            return Ok(MISTAKES);
        }
        let private = private.locked()?;
        let id = untaken(&private, &content.homes, chance)?;
        let record = letters(&id, &answers);
        let mut sources = Sources::default();
        let file = sources.add_private(private.record(place.folder_name(), &id).path, &record);
        let (_, findings) = resident(&sources, file, &theme);
        if !findings.is_empty() {
            report::findings(&findings, &sources);
            return Err(Failure::Asked("Nothing was written: the record would have had a mistake in it.".to_owned()));
        }
        let path = private.new_record(place.folder_name(), &id, &record)?;
        report::line(&format!("\nThe record is {path}\nOpen it, and go on writing with them. Then make the pack:"));
        let folders = self.folders.typed();
        report::line(&format!("\n    homepack packs{folders} --home {} --resident {id}", place.name()));
        Ok(FINE)
    }
}

/// What was answered: at the keyboard question by question, else by name. None where a line that came by name is wrong.
fn answered(questions: &[Question], place: &Place, today: jiff::civil::Date) -> Option<Answers> {
    if somebody_types() {
        report::line(&format!(
            "A new record in {}. Press Enter for “not now”: you can write it in later.\n",
            place.name()
        ));
        return Some(ask(questions, today));
    }
    let mut lines = Vec::new();
    loop {
        match heard() {
            Heard::Nothing => break,
            Heard::NotText => lines.push(None),
            Heard::Line(line) => lines.push(Some(line)),
        }
    }
    match named(questions, &lines, today) {
        Ok(answers) => Some(answers),
        Err(wrong) => {
            wrong.iter().for_each(|wrong| report::line(wrong));
            report::line("Nothing was written.");
            None
        }
    }
}

/// Every question, one after the other, until nobody is there any more.
fn ask(questions: &[Question], today: jiff::civil::Date) -> Answers {
    let mut answers = Answers::default();
    for question in questions {
        if answers.wants(question) && !ask_one(question, &mut answers, today) {
            break;
        }
    }
    answers
}

/// One question, until there is an answer or none is wanted now. Whether somebody is still there.
fn ask_one(question: &Question, answers: &mut Answers, today: jiff::civil::Date) -> bool {
    report::line(&question.asked());
    loop {
        let said = match heard() {
            Heard::Nothing => return false,
            Heard::NotText => Err("That did not arrive as text. Please type it again."),
            Heard::Line(line) if line.is_empty() && question.way == NAME => {
                Err("A record begins with a name. It can be a first name: what do they want to be called?")
            }
            Heard::Line(line) if line.is_empty() => return true,
            Heard::Line(line) => question.answer(&line, today),
        };
        match said {
            Ok(answer) => {
                answers.note(question, answer);
                return true;
            }
            Err(kindly) => report::line(kindly),
        }
    }
}

/// An id that no record and no pack has.
fn untaken(private: &Private, places: &[Place], chance: Chance) -> Result<String, Failure> {
    let homes = places.iter().map(|place| place.folder_name().to_owned()).chain(private.homes());
    let taken: Vec<String> = homes
        .flat_map(|home| {
            let records = private.records(&home).into_iter().map(|record| record.id);
            records.chain(private.packs_without_record(&home)).collect::<Vec<_>>()
        })
        .collect();
    for _ in 0..DRAWS {
        let mut bytes = [0; BYTES];
        chance(&mut bytes).map_err(no_chance)?;
        if let Some(id) = draw(&bytes).filter(|id| !taken.contains(id)) {
            return Ok(id);
        }
    }
    Err(no_chance("every id that came was taken".to_owned()))
}

/// Nothing was written: there is no id.
fn no_chance(why: String) -> Failure {
    Failure::Asked(format!("Nothing was written: homepack could not draw an id, because {why}.\nPlease try again."))
}
