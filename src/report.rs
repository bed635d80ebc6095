//! Findings and summaries as people read them in a terminal. The only room that prints, and that listens.

mod heard;

pub use heard::{Heard, heard};

use std::io::{self, IsTerminal as _, Write};
use std::sync::OnceLock;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::failure::Failure;
use crate::finding::{Finding, Message, Severity};
use crate::limits::FINDINGS;
use crate::source::Sources;
use crate::text::Audience;

/// One finding as a short letter: where, what, the line itself, what to write.
#[must_use]
pub fn letter<A: Audience>(finding: &Finding<A>, sources: &Sources) -> String {
    let span = finding.span;
    let name = match finding.severity {
        Severity::Error => String::new(),
        other => format!("{}: ", other.name()),
    };
    let mut out = String::new();
    match sources.get(span.file) {
        Some(source) => {
            let message = short(&finding.message);
            out.push_str(&format!("{}:{}:{}: {name}{message}\n", source.path, span.line, span.column))
        }
        None => out.push_str(&format!("{name}{}\n", short(&finding.message))),
    }
    // What must be mended is shown where it stands; of the rest, the place is enough.
    let line = sources.line(span).filter(|(_, line)| !line.trim().is_empty() && finding.severity == Severity::Error);
    if let Some((_, line)) = line {
        out.push_str(&snippet(span.line, line, span.column, span.width));
    }
    if let Some(help) = &finding.help {
        out.push_str(&format!("  = {}\n", short(help)));
    }
    out
}

/// A message that somebody can read: one that quotes pages of letters is cut.
fn short<A: Audience>(message: &Message<A>) -> String {
    const MOST: usize = 1000;
    let letters = message.to_string();
    match letters.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &letters[..end]),
        None => letters,
    }
}

/// The line with the place marked; of a very long line the part around the place.
fn snippet(number: u32, line: &str, column: u32, width: u32) -> String {
    const WIDTH: usize = 160;
    const AROUND: usize = 4 * WIDTH;
    // Of a line as long as a book only what stands around the place is drawn.
    let first = (column as usize).saturating_sub(AROUND + 1);
    let line: String = line.chars().skip(first).take(2 * AROUND).collect();
    let column = column - u32::try_from(first).unwrap_or(0);
    let line = line.replace(char::is_control, " ");
    let byte = |letter: u32| line.char_indices().nth(letter as usize).map_or(line.len(), |(at, _)| at);
    let start = column.saturating_sub(1);
    let words = AnnotationKind::Primary.span(byte(start)..byte(start.saturating_add(width)));
    let shown = Snippet::source(line.as_str()).line_start(number as usize).annotation(words);
    let drawn = Renderer::plain().term_width(WIDTH).render(&[Group::with_level(Level::ERROR).element(shown)]);
    drawn + "\n"
}

/// Shows findings on the standard error, errors first as they stand in the files, then the rest.
pub fn findings<A: Audience>(findings: &[Finding<A>], sources: &Sources) {
    let mut stderr = io::stderr().lock();
    let (errors, others): (Vec<_>, Vec<_>) = findings.iter().partition(|finding| finding.severity == Severity::Error);
    for finding in errors.into_iter().chain(others).take(FINDINGS.most) {
        // Nobody can be told that the terminal has gone.
        let _ = writeln!(stderr, "{}", letter(finding, sources));
    }
    if let Some(more) = findings.len().checked_sub(FINDINGS.most).filter(|more| *more > 0) {
        let _ = writeln!(stderr, "{more} {} {}\n", FINDINGS.said, FINDINGS.help);
    }
}

/// Shows a failure.
pub fn failure(failure: &Failure) {
    let _ = writeln!(io::stderr().lock(), "{failure}");
}

/// Writes a line of the summary.
pub fn line(text: &str) {
    note(writeln!(io::stdout().lock(), "{text}"));
}

/// The first failure to write to the standard output.
static UNSAID: OnceLock<io::Error> = OnceLock::new();

/// Notes whether something was written to the standard output. What could not be is answered for when the command is done.
pub fn note(written: io::Result<()>) {
    if let Err(error) = written {
        // Only the first is of interest.
        let _ = UNSAID.set(error);
    }
}

/// Whether all that a command had to say was written.
///
/// # Errors
/// Where it was not. Whoever reads only the beginning, as `head` does, has heard enough: that is no failure.
pub fn all_said() -> Result<(), Failure> {
    note(io::stdout().lock().flush());
    match UNSAID.get() {
        Some(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let again = error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error);
            Err(Failure::Unsaid(again.into()))
        }
        _ => Ok(()),
    }
}

/// Asks somebody at the terminal; their answer goes on the same line.
fn ask(text: &str) {
    let mut stdout = io::stdout().lock();
    note(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()));
}

/// Writes letters that have their own line ends.
pub fn all(text: &str) {
    note(io::stdout().lock().write_all(text.as_bytes()));
}

/// Whether what is written will be seen in colour.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "how a terminal shows something is nothing of the home's content")]
pub fn coloured() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    io::stdout().is_terminal() && !refused
}

/// Writes a remark that is not part of the summary.
pub fn remark(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// From here on a fault of ours says where in our code it is, and nothing of what it was about: that may be a resident's words.
/// `RUST_BACKTRACE` adds no more.
pub fn hush() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(|at| format!(" at {}:{}", at.file(), at.line())).unwrap_or_default();
        remark(&format!(
            "homepack stopped{place}. This is a fault of the program, not yours. Please tell us this line."
        ));
    }));
}

/// Whether somebody is watching.
#[must_use]
pub fn watched() -> bool {
    io::stderr().is_terminal()
}

/// A number of bytes as people say it.
#[must_use]
pub fn size(bytes: usize) -> String {
    match bytes {
        0..=999_999 => format!("{} KB", bytes.div_ceil(1000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn a_finding_reads_like_a_short_letter() {
        let mut sources = Sources::default();
        let file = sources.add("content/rowan/complaints.yaml".into(), "lead: tamsn\n");
        let finding: Finding = Finding::error(
            Span { file, line: 1, column: 7, width: 5 },
            "there is nobody called “tamsn”",
            "Did you mean “tamsin”?",
        );
        assert_eq!(
            letter(&finding, &sources),
            "content/rowan/complaints.yaml:1:7: there is nobody called “tamsn”\n  |\n1 | lead: tamsn\n  |       ^^^^^\n  = Did you mean “tamsin”?\n"
        );
    }
}
