//! `papers.yaml`: who approved the papers that the home hands out.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Id;
use super::date::Date;

/// The papers. The Statement of Purpose says in `statement.yaml` who approved it.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Papers {
    /// Each paper that somebody approved. A paper that is not here says “Draft” on its first page.
    pub approved: Vec<Approved>,
}

/// One paper's approval.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approved {
    /// The paper: `complaints`, `fees`, `easy-read-complaints`.
    /// Seen on: papers/complaints, papers/reception.
    pub paper: Id,
    /// Who approved it, by `id`.
    /// Seen on: papers/complaints.
    pub by: Id,
    /// The day they did.
    /// Seen on: papers/complaints, papers/reception.
    pub on: Date,
    /// The last day on which that holds. After it the paper is a draft again.
    /// Seen on: papers/complaints.
    pub until: Option<Date>,
}
