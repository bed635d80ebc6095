//! Findings and summaries as people read them in a terminal. The only room that prints, and that listens.

mod heard;

pub use heard::{Heard, heard, somebody_types};

use std::borrow::Cow;
use std::io::{self, IsTerminal as _, Write};
use std::sync::OnceLock;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use clap::error::ErrorKind;

use crate::failure::Failure;
use crate::finding::{Finding, Message, Severity};
use crate::limits::FINDINGS;
use crate::review::say::paint;
use crate::source::Sources;
use crate::text::Audience;
use crate::text::signs::{spelt, spelt_in_json, steers};

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
    let line = line.replace(|c| c == '\t' || steers(c), " ");
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
        let _ = put(&mut stderr, &format!("{}\n", letter(finding, sources)));
    }
    if let Some(more) = findings.len().checked_sub(FINDINGS.most).filter(|more| *more > 0) {
        let _ = put(&mut stderr, &format!("{more} {} {}\n\n", FINDINGS.said, FINDINGS.help));
    }
}

/// Shows a failure.
pub fn failure(failure: &Failure) {
    remark(&failure.to_string());
}

/// Writes a line of the summary.
pub fn line(text: &str) {
    note(put(&mut io::stdout().lock(), &format!("{text}\n")));
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

/// Shows what the command line needs, or help that was asked for.
///
/// # Errors
/// Where it could not be written.
pub fn usage(usage: &clap::Error) -> io::Result<()> {
    // Help is made of our own words alone: it may be shown in colour.
    match usage.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            usage.print()
        }
        _ => put(&mut io::stderr().lock(), &usage.render().to_string()),
    }
}

/// The one way out for words: whatever the letters came from, none of them steers the terminal or the workflow they are shown in.
fn put(out: &mut impl Write, text: &str) -> io::Result<()> {
    out.write_all(no_command(&spelt(text)).as_bytes())
}

/// The same lines, none of which begins like a command to the workflow of a code host.
fn no_command(text: &str) -> Cow<'_, str> {
    let command = |line: &str| ["::", "##["].iter().any(|begin| line.trim_start().starts_with(begin));
    if !text.lines().any(command) {
        return text.into();
    }
    text.split_inclusive('\n').map(|line| if command(line) { format!("| {line}") } else { line.to_owned() }).collect()
}

/// Asks somebody at the terminal; their answer goes on the same line.
fn ask(text: &str) {
    let mut stdout = io::stdout().lock();
    note(put(&mut stdout, text).and_then(|()| stdout.flush()));
}

/// Writes letters that have their own line ends.
pub fn all(text: &str) {
    note(put(&mut io::stdout().lock(), text));
}

/// Writes letters that may have colours among them, which are put in here: no letter of a file can be one.
pub fn painted(text: &str) {
    note(io::stdout().lock().write_all(paint::coloured(&spelt(text)).as_bytes()));
}

/// Writes commands to the workflow of a code host, a line each.
pub fn workflow(text: &str) {
    note(io::stdout().lock().write_all(spelt(text).as_bytes()));
}

/// Writes what another program reads as JSON.
pub fn json(text: &str) {
    note(io::stdout().lock().write_all(spelt_in_json(text).as_bytes()));
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
    let _ = put(&mut io::stderr().lock(), &format!("{text}\n"));
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
    fn no_letter_of_a_file_steers_a_terminal_or_a_workflow() {
        let mut out = Vec::new();
        put(&mut out, "there is nobody called “\u{1B}]0;x\u{7}\u{202E}\n::error::x\n  ##[error]y” 1::2\n")
            .expect("written");
        let said = String::from_utf8(out).expect("letters");
        assert_eq!(said, "there is nobody called “\\u{1b}]0;x\\u{7}\\u{202e}\n| ::error::x\n|   ##[error]y” 1::2\n");
    }

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
