//! For a code host: workflow commands that put a note on the line of a change.

use super::{Said, place};
use crate::finding::Severity;
use crate::review::{Advice, Whereabouts};

/// Every finding.
#[must_use]
pub fn written(said: Said<'_>) -> String {
    said.advice().map(line).collect()
}

/// One finding.
fn line(advice: &Advice) -> String {
    let level = match advice.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "notice",
    };
    let file = property(advice.path.as_str().trim_start_matches("./"));
    let place = match &advice.place {
        Whereabouts::Letters { line, column, end, .. } => {
            // A column is understood only where a finding begins and ends on one line.
            let end = end.map_or(String::new(), |(last, after)| {
                let column = if last == *line { format!(",endColumn={after}") } else { String::new() };
                format!(",endLine={last}{column}")
            });
            format!("file={file},line={line},col={column}{end}")
        }
        Whereabouts::Part { .. } => format!("file={file}"),
    };
    let title = property(&format!("homepack: {}", advice.rule));
    format!("::{level} {place},title={title}::{}\n", message(&body(advice)))
}

/// What the note says.
fn body(advice: &Advice) -> String {
    let place = match advice.place {
        Whereabouts::Letters { .. } => String::new(),
        Whereabouts::Part { .. } => format!("{}\n", place(advice)),
    };
    let instead = match &advice.rewrite {
        Some(rewrite) => format!("You could write: “{rewrite}”"),
        None => advice.suggestion.clone(),
    };
    format!("{place}{}.\n{}\n{instead}", advice.message, advice.why)
}

/// The signs that end a message.
fn message(words: &str) -> String {
    words.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The signs that end a property.
fn property(words: &str) -> String {
    message(words).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_would_end_a_command_are_written_otherwise() {
        assert_eq!(property("a,b: 100%\n"), "a%2Cb%3A 100%25%0A");
        assert_eq!(message("100%: a, b\r\n"), "100%25: a, b%0D%0A");
    }
}
