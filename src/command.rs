//! The command line: one file a command, no logic of its own.

pub mod build;
pub mod explain;
pub mod find;
pub mod lint;
pub mod packs;
pub mod paper;
pub mod print_run;
mod progress;
pub mod read_one_statement;
pub mod resident;
mod workshop;

use clap::{Parser, Subcommand};

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
    /// Find who says some words: the pages, the line that says them, the facts in them.
    Where(find::Where),
    /// Find wording that talks down to people or is hard to read, in a home's content or in any statement.
    Lint(lint::Lint),
    /// Say what a rule of the linter is about, why, and what to write instead.
    Explain(explain::Explain),
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

/// Does what was asked; the number is the program's exit code.
#[must_use]
pub fn run(arguments: Arguments, today: jiff::civil::Date, chance: Chance) -> u8 {
    if matches!(arguments.command, Command::Packs(_) | Command::Resident(_) | Command::PrintRun(_)) {
        crate::report::hush();
    }
    let done = match arguments.command {
        Command::Build(build) => build.run(today),
        Command::Paper(paper) => paper.run(today),
        Command::Packs(packs) => packs.run(today),
        Command::Resident(resident) => resident.run(today, chance),
        Command::PrintRun(run) => run.run(today),
        Command::Where(words) => words.run(today),
        Command::Lint(lint) => lint.run(today),
        Command::Explain(explain) => explain.run(),
        Command::ReadOneStatement(document) => document.run(),
    };
    done.unwrap_or_else(|failure| {
        crate::report::failure(&failure);
        FAILED
    })
}
