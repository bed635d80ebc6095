//! How much something matters: findings say it, and so do rules. The build script reads this file too.

use serde::{Deserialize, Serialize};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The home cannot be made until it is mended.
    Error,
    /// The home is made; something in it is missing or left out.
    Warning,
    /// Worth a thought.
    Hint,
}

impl Severity {
    /// As it is written in a report.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }
}
