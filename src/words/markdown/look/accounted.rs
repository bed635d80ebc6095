//! Every letter of Markdown is accounted for: it is read by somebody, or it says how something is shown.

use std::ops::Range;

/// The letters of a file, each accounted for or not.
pub(super) struct Accounted {
    covered: Vec<bool>,
}

impl Accounted {
    pub(super) fn new(markdown: &str) -> Self {
        Self { covered: vec![false; markdown.len()] }
    }

    /// Accounts for some bytes.
    pub(super) fn cover(&mut self, range: Range<usize>) {
        let end = range.end.min(self.covered.len());
        if let Some(bytes) = self.covered.get_mut(range.start..end) {
            bytes.fill(true);
        }
    }

    /// Accounts for the number that an entry of a list begins with.
    pub(super) fn cover_number(&mut self, markdown: &str, entry: Range<usize>) {
        let rest = &markdown[entry.clone()];
        let number = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ').len();
        self.cover(entry.start..entry.start + number);
    }

    /// Where letters are left on a line that nobody would read, with what is wrong and what to write.
    pub(super) fn left(&self, markdown: &str) -> Vec<(usize, &'static str, &'static str)> {
        let mut out = Vec::new();
        let mut start = 0;
        for line in markdown.split_inclusive('\n') {
            let lost = line.char_indices().find(|(at, c)| c.is_alphanumeric() && !self.covered[start + at]);
            out.extend(lost.map(|(at, _)| {
                if line.contains('|') {
                    let what =
                        "this row has more cells than the table has columns, and the rest of it would not be shown";
                    return (
                        start + at,
                        what,
                        "Give the first row of the table as many cells, or write “\\|” where a line is meant.",
                    );
                }
                let what = "what stands here would not be shown";
                (start + at, what, "Write it as a sentence of its own, with an empty line before it.")
            }));
            start += line.len();
        }
        out
    }
}
