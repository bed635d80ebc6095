//! What Markdown of a home’s own can get wrong, and what to tell whoever wrote it.

use crate::finding::Finding;
use crate::text::Span;

/// What Markdown of a home's own can get wrong; the number is the line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Slip {
    /// There is no `# Title`.
    NoTitle,
    /// There are two.
    TwoTitles(u32),
    /// A heading jumps a level.
    Jump(u32),
}

impl Slip {
    /// What to tell whoever wrote it.
    pub(crate) fn finding(&self, file: u32) -> Finding {
        let (line, what, help) = match self {
            Slip::NoTitle => (&1, "this page has no title", "Begin it with a line such as “# Our garden”."),
            Slip::TwoTitles(line) => (
                line,
                "this page has a second title",
                "Keep one line with a single “#”. Write “## ” before headings further down.",
            ),
            Slip::Jump(line) => (
                line,
                "this heading jumps a level",
                "Headings go down one step at a time: “## ” under the title, “### ” under that.",
            ),
        };
        Finding::error(Span { file, line: *line, column: 1, width: 1 }, what, help)
    }
}
