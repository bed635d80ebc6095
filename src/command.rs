//! The command line: one file a command, no logic of its own.

pub mod build;
pub mod check;
pub mod contacts;
pub mod explain;
pub mod find;
mod hands;
pub mod lint;
pub mod new;
pub mod packs;
pub mod paper;
pub mod print_run;
mod progress;
pub mod read_one_statement;
pub mod resident;
pub mod schema;
pub mod statement;
mod workshop;

use clap::{Parser, Subcommand};

use crate::failure::Failure;

/// A website, a Statement of Purpose and papers for a care home, from plain files about it.
#[derive(Debug, Parser)]
#[command(name = "homepack", version, arg_required_else_help = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What homepack can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Begin the files of a home of your own: a few questions, and what you answer stands in its place.
    New(new::New),
    /// Make the website and the papers of every home in a folder.
    Build(build::Build),
    /// Make one paper in the print a reader asks for.
    Paper(paper::Paper),
    /// Make a pack for each resident, in their own print, from the records in the private folder.
    Packs(packs::Packs),
    /// Begin a resident’s record, see what is due in all of them, or delete one.
    Resident(resident::Resident),
    /// Make what the office prints: a page that says what to do, and one PDF for each colour of paper.
    PrintRun(print_run::Print),
    /// See what a home still has to say, what has run out, and where to write it.
    Check(check::Check),
    /// See whom to ring, to hear whether a number still is theirs, and note that somebody did.
    Contacts(contacts::Contacts),
    /// Keep the Statement of Purpose as you sent it, see what is different by now, and fill in the regulator’s form.
    Statement(statement::Statement),
    /// Find who says some words: the pages, the line that says them, the facts in them.
    Where(find::Where),
    /// Find wording that talks down to people or is hard to read, in a home's content or in any statement.
    Lint(lint::Lint),
    /// Say what a key, a file or a rule is about: its meaning, what you write there, where it is seen.
    Explain(explain::Explain),
    /// Write down what can stand in each file, so that an editor shows the meaning of each key while you write.
    Schema(schema::Schema),
    /// Read one document for the linter.
    #[command(name = crate::disk::reader::COMMAND, hide = true)]
    ReadOneStatement(read_one_statement::ReadOneStatement),
}

/// Everything went well.
pub const FINE: u8 = 0;
/// The content has mistakes.
pub const MISTAKES: u8 = 1;
/// The machine could not do it.
pub const FAILED: u8 = 2;

/// Fills bytes by chance. The program gives the operating system's own; ids are drawn from it.
pub type Chance = fn(&mut [u8]) -> Result<(), String>;

/// Reads what was typed and does it; the number is the program's exit code. `today` is the clock's day; none where the clock says one that
/// is in no calendar.
#[must_use]
pub fn typed(
    words: impl IntoIterator<Item = std::ffi::OsString>,
    today: Option<jiff::civil::Date>,
    chance: Chance,
) -> u8 {
    let code = match Arguments::try_parse_from(words) {
        Ok(arguments) => {
            if let Some(today) = today.or_else(|| arguments.needs_no_clock()) {
                run(arguments, today, chance)
            } else {
                crate::report::failure(&Failure::Asked(NO_CLOCK.to_owned()));
                FAILED
            }
        }
        Err(answer) => {
            // Help is such an answer too, and goes to the standard output.
            let code = u8::try_from(answer.exit_code()).unwrap_or(FAILED);
            crate::report::note(crate::report::usage(&answer));
            code
        }
    };
    crate::report::all_said().map_or_else(
        |failure| {
            crate::report::failure(&failure);
            FAILED
        },
        |()| code,
    )
}

/// What is said where the clock is no help.
const NO_CLOCK: &str = "The clock of this computer says a year that is in no calendar.\nSet it right, or say which day it is, for example --today 2026-11-22.";

impl Arguments {
    /// A day for commands that were told one, or that ask for none.
    fn needs_no_clock(&self) -> Option<jiff::civil::Date> {
        let told = match &self.command {
            Command::New(new) => new.today.is_some(),
            Command::Build(build) => build.today.is_some(),
            Command::Paper(paper) => paper.today.is_some(),
            Command::Packs(packs) => packs.today.is_some(),
            Command::Resident(resident) => resident.needs_no_clock(),
            Command::PrintRun(run) => run.today.is_some(),
            Command::Where(words) => words.today.is_some(),
            Command::Lint(lint) => lint.today.is_some(),
            Command::Check(check) => check.today.is_some(),
            Command::Contacts(contacts) => contacts.today.is_some(),
            Command::Statement(statement) => statement.needs_no_clock(),
            Command::Explain(_) | Command::Schema(_) | Command::ReadOneStatement(_) => true,
        };
        told.then_some(jiff::civil::Date::ZERO)
    }
}

/// Does what was asked; the number is the program's exit code.
#[must_use]
pub fn run(arguments: Arguments, today: jiff::civil::Date, chance: Chance) -> u8 {
    // Whoever reads one statement does it alone.
    if !matches!(arguments.command, Command::ReadOneStatement(_)) {
        hands::ready();
    }
    if matches!(arguments.command, Command::Packs(_) | Command::Resident(_) | Command::PrintRun(_)) {
        crate::report::hush();
    }
    let done = match arguments.command {
        Command::New(new) => new.run(today),
        Command::Build(build) => build.run(today),
        Command::Paper(paper) => paper.run(today),
        Command::Packs(packs) => packs.run(today),
        Command::Resident(resident) => resident.run(today, chance),
        Command::PrintRun(run) => run.run(today),
        Command::Where(words) => words.run(today),
        Command::Lint(lint) => lint.run(today),
        Command::Check(check) => check.run(today),
        Command::Contacts(contacts) => contacts.run(today),
        Command::Statement(statement) => statement.run(today),
        Command::Explain(explain) => explain.run(),
        Command::Schema(schema) => schema.run(),
        Command::ReadOneStatement(document) => document.run(),
    };
    done.unwrap_or_else(|failure| {
        crate::report::failure(&failure);
        FAILED
    })
}
