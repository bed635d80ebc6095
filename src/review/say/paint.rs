//! Colours for eyes that see them; the words say the same without. While words are put together a colour is a sign that stands in no
//! file; only whoever prints makes of it what a terminal acts on.

use crate::finding::Severity;

/// Begins each colour, with what a terminal takes for it.
const COLOURS: [(char, &str); 4] =
    [('\u{FDD0}', "1"), ('\u{FDD1}', "1;31"), ('\u{FDD2}', "1;33"), ('\u{FDD3}', "1;36")];
/// Ends a colour.
const END: char = '\u{FDD4}';

/// Whether words are shown in colour.
#[derive(Debug, Clone, Copy)]
pub struct Paint(pub bool);

impl Paint {
    fn with(self, colour: usize, words: &str) -> String {
        if self.0 { format!("{}{words}{END}", COLOURS[colour].0) } else { words.to_owned() }
    }

    pub(super) fn bold(self, words: &str) -> String {
        self.with(0, words)
    }

    pub(super) fn severity(self, severity: Severity, words: &str) -> String {
        let colour = match severity {
            Severity::Error => 1,
            Severity::Warning => 2,
            Severity::Hint => 3,
        };
        self.with(colour, words)
    }
}

/// Letters with what a terminal takes for each colour.
#[must_use]
pub fn coloured(letters: &str) -> String {
    let mut out = String::with_capacity(letters.len());
    for c in letters.chars() {
        match COLOURS.iter().find(|(sign, _)| *sign == c) {
            Some((_, code)) => out.push_str(&format!("\u{1B}[{code}m")),
            None if c == END => out.push_str("\u{1B}[0m"),
            None => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_reaches_the_terminal_and_no_sign_of_a_file_does() {
        let words = format!("{} a\u{1B}[2J", Paint(true).severity(Severity::Error, "error"));
        assert_eq!(coloured(&crate::text::signs::spelt(&words)), "\u{1B}[1;31merror\u{1B}[0m a\\u{1b}[2J");
        assert_eq!(Paint(false).bold("a"), "a");
    }
}
