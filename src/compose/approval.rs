//! Who approved a paper, and whether that holds today.

use serde::Serialize;

use crate::home::date::Date;
use crate::home::{Home, Id};

/// The id of the Statement of Purpose among the theme's papers: `statement.yaml` says who approved it, and it has a first page
/// and a foot of its own.
pub const STATEMENT: &str = "statement-of-purpose";

/// Who approved a paper, when and until when; only while it holds.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Approval<'a> {
    by: &'a Id,
    on: Date,
    until: Option<Date>,
}

impl<'a> Approval<'a> {
    /// A paper's approval, as long as it holds: not before the day of the yes, not after its last day.
    pub(super) fn of(paper: &str, home: &'a Home, today: jiff::civil::Date) -> Option<Self> {
        let statement = &home.statement;
        let approval = if paper == STATEMENT {
            Self { by: statement.approved_by.as_ref()?, on: statement.approved_on?, until: None }
        } else {
            let approved = home.papers.approved.iter().find(|approved| approved.paper.id == paper)?;
            Self { by: &approved.by, on: approved.on, until: approved.until }
        };
        let holds = approval.on.day() <= today && approval.until.is_none_or(|until| until.day() >= today);
        holds.then_some(approval)
    }

    /// The day of the yes.
    pub(super) fn day(self) -> Date {
        self.on
    }
}
