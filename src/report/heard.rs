//! What somebody types at the terminal, a line at a time.

use std::io::{self, BufRead as _, IsTerminal as _};

/// What was typed.
pub enum Heard {
    /// A line; an empty one says “not now”.
    Line(String),
    /// Something that is not text.
    NotText,
    /// Nobody is there any more.
    Nothing,
}

/// Whether somebody sits at the keyboard, and what comes is not from a file or a program.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "what somebody types is heard here")]
pub fn somebody_types() -> bool {
    io::stdin().is_terminal()
}

/// What somebody types next, without the spaces around it: nothing at the end, or where it cannot be read.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one place that reads what somebody types")]
pub fn heard() -> Heard {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        super::ask("> ");
    }
    let mut line = Vec::new();
    match stdin.lock().read_until(b'\n', &mut line) {
        Ok(0) | Err(_) => Heard::Nothing,
        Ok(_) => String::from_utf8(line).map_or(Heard::NotText, |line| Heard::Line(line.trim().to_owned())),
    }
}
