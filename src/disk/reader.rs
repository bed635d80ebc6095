//! Each foreign document (Word, ODT, PDF) is read by a program of its own: this one, started once more, with a limit on its memory
//! and its time where the system has such limits. Whatever happens to it, one file could not be read, and the others still are.
//!
//! Bytes go in, prose comes out. Markdown, web pages and plain text are read where we are: their readers take no more than the file
//! is long.

use std::io::{Read as _, Write as _};
use std::process::{Command, Stdio};

use camino::Utf8Path;

use crate::failure::Failure;
use crate::limits::STATEMENT;
use crate::prose::Prose;
use crate::statement::{Unreadable, is_foreign, statement};

/// The command that reads one document for another program of ours. No help shows it.
pub const COMMAND: &str = "read-one-statement";
/// The most bytes that come back: the words, and as much again for where they stand.
const ANSWER: u64 = 4 * STATEMENT.most as u64 + 64 * 1024 * 1024;

/// Reads a statement: a foreign document in a program of its own, and anything else here.
///
/// # Errors
/// Where none of it can be read.
pub fn read(path: &Utf8Path, bytes: &[u8]) -> Result<Prose, Unreadable> {
    if !is_foreign(bytes) {
        return statement(path, bytes);
    }
    match apart(path, bytes) {
        Ok(answer) => answer.map(|prose| Prose { path: path.to_owned(), ..prose }),
        // No second program can be had: a container without one, a program that was just replaced by a newer one.
        Err(_) => statement(path, bytes),
    }
}

/// Reads a document in a program of its own.
fn apart(path: &Utf8Path, bytes: &[u8]) -> std::io::Result<Result<Prose, Unreadable>> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg(COMMAND).arg("--").arg(path.as_str());
    let mut reader = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    // It reads all before it writes. Where it ended before that, its answer says so, or that there is none.
    let _ = reader.stdin.take().map(|mut input| input.write_all(bytes));
    let mut answer = Vec::new();
    if let Some(output) = reader.stdout.take() {
        let _ = output.take(ANSWER).read_to_end(&mut answer);
    }
    let ended_well = reader.wait()?.success();
    Ok(understood(&answer, ended_well))
}

/// What a reader said; one that ended before it had said everything overran its limits.
fn understood(answer: &[u8], ended_well: bool) -> Result<Prose, Unreadable> {
    let read = postcard::from_bytes(answer).ok().filter(|_| ended_well);
    read.unwrap_or(Err(Unreadable::Overran))
}

/// Reads the document on the standard input for another program of ours, and writes to the standard output what there is to say.
///
/// # Errors
/// Where the one that asked has gone.
pub fn answer(path: &Utf8Path) -> Result<(), Failure> {
    confine();
    let gone = |error: std::io::Error| Failure::Read { path: path.to_owned(), why: error.into() };
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(gone)?;
    let read = statement(path, &bytes);
    drop(bytes);
    let answer = postcard::to_extend(&read, Vec::new()).map_err(|error| gone(std::io::Error::other(error)))?;
    let mut output = std::io::stdout().lock();
    output.write_all(&answer).and_then(|()| output.flush()).map_err(gone)
}

/// Sets the limits of this program: what passes them ends it. A system that has none of them, or refuses, sets none.
#[cfg(unix)]
fn confine() {
    use rustix::process::{Resource, Rlimit, setrlimit};

    use crate::limits::{READER_MEMORY, READER_TIME};

    let most = |most: u64| Rlimit { current: Some(most), maximum: Some(most) };
    let limits = [(Resource::As, READER_MEMORY.bytes()), (Resource::Cpu, READER_TIME.bytes()), (Resource::Core, 0)];
    for (resource, number) in limits {
        let _ = setrlimit(resource, most(number));
    }
}

/// Such limits are for systems that have them.
#[cfg(not(unix))]
fn confine() {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::{Part, Passage};

    fn answered(read: &Result<Prose, Unreadable>) -> Vec<u8> {
        postcard::to_extend(read, Vec::new()).unwrap()
    }

    #[test]
    fn what_a_reader_says_is_understood_word_for_word() {
        let passage = |part, text: &str| Passage { part, text: text.into(), ..Passage::default() };
        let heading = passage(Part::Heading(2), "Who can visit?");
        let cell = Passage {
            under: Some(0),
            paragraph: 3,
            page: Some(7),
            links: vec![0..3, 4..7],
            code: vec![4..6, 7..8],
            ..passage(Part::Cell(1), "You can.")
        };
        let prose = Prose { passages: vec![heading, cell], unread: vec!["Not all.".into()], ..Prose::default() };
        for read in [Ok(prose), Err(Unreadable::Format { what: "a Pages file".into() }), Err(Unreadable::TooLarge)] {
            assert_eq!(understood(&answered(&read), true), read);
        }
    }

    #[test]
    fn a_reader_that_did_not_end_well_leaves_one_file_unread() {
        let whole = answered(&Ok(Prose { unread: vec!["Not all.".into()], ..Prose::default() }));
        assert_eq!(understood(&whole, false), Err(Unreadable::Overran));
        assert_eq!(understood(&whole[..whole.len() / 2], true), Err(Unreadable::Overran));
        assert_eq!(understood(b"", true), Err(Unreadable::Overran));
    }
}
