//! A bar on the terminal, once it takes more than a moment and somebody is watching.

use crate::report;

/// How far a command has come.
pub(super) struct Progress(indicatif::ProgressBar);

impl Progress {
    /// A bar for this many steps; none for few: they are done in less time than a bar takes to read.
    pub(super) fn new(steps: usize) -> Self {
        let shown = steps > 4 && report::watched();
        Self(if shown { indicatif::ProgressBar::new(steps as u64) } else { indicatif::ProgressBar::hidden() })
    }

    /// One step more.
    pub(super) fn step(&self) {
        self.0.inc(1);
    }

    /// Takes the bar away.
    pub(super) fn done(&self) {
        self.0.finish_and_clear();
    }
}
