//! What Markdown of a home’s own can get wrong, and what to tell whoever wrote it.

use crate::finding::{Finding, Severity};
use crate::text::Span;

/// What Markdown of a home's own can get wrong; the number is the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Slip {
    /// There is no `# Title`.
    NoTitle,
    /// There are two.
    TwoTitles(u32),
    /// A heading jumps a level.
    Jump(u32),
    /// What stands on a line would not be read by anybody.
    Lost(u32),
    /// Something that would not be shown as it is meant.
    Sign(Sign),
}

/// A sign of Markdown that would not be shown as it is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sign {
    /// The line.
    pub(crate) line: u32,
    /// The column, in characters.
    pub(crate) column: u32,
    /// What is wrong; no full stop.
    pub(crate) what: String,
    /// What to write instead.
    pub(crate) help: String,
    /// Whether all words are there all the same.
    pub(crate) mild: bool,
}

impl Slip {
    /// The line that it is on.
    pub(crate) fn line(&self) -> u32 {
        match self {
            Slip::NoTitle => 1,
            Slip::TwoTitles(line) | Slip::Jump(line) | Slip::Lost(line) => *line,
            Slip::Sign(sign) => sign.line,
        }
    }

    /// What to tell whoever wrote it.
    pub(crate) fn finding(&self, file: u32) -> Finding {
        let (what, help) = match self {
            Slip::NoTitle => ("this page has no title", "Begin it with a line such as “# Our garden”."),
            Slip::TwoTitles(_) => (
                "this page has a second title",
                "Keep one line with a single “#”. Write “## ” before headings further down.",
            ),
            Slip::Jump(_) => (
                "this heading jumps a level",
                "Headings go down one step at a time: “## ” under the title, “### ” under that.",
            ),
            Slip::Lost(_) => (
                "what stands on this line would not be shown",
                "A heading needs words under it, and a name in a list of facts needs words after its colon.",
            ),
            Slip::Sign(sign) => (sign.what.as_str(), sign.help.as_str()),
        };
        let column = if let Slip::Sign(sign) = self { sign.column } else { 1 };
        let mild = matches!(self, Slip::Sign(Sign { mild: true, .. }));
        let finding = Finding::error(Span { file, line: self.line(), column, width: 1 }, what, help);
        Finding { severity: if mild { Severity::Warning } else { Severity::Error }, ..finding }
    }
}
