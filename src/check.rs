//! A finished home or record looked at: what its files say of each other, what has run out, what is due.
//!
//! Comes from: `read`. Goes to: `compose`, with findings for the report. Nothing is changed here.

mod due;
mod record;
mod references;
mod run_out;
mod sums;

pub use due::due;
pub use record::resident;
pub use run_out::{run_out, unchecked_contacts};

use crate::country::Profiles;
use crate::finding::{Finding, Severity, in_order};
use crate::home::Home;
use crate::read::{self, Place};
use crate::source::Sources;

/// Reads one home and looks at what its files say of each other. There is none where a file of it could not be read as it should
/// be. With any other mistake among the findings there is one to look for more mistakes in, and nothing may be made from it.
#[must_use]
pub fn home(sources: &Sources, place: &Place, profiles: &Profiles) -> (Option<Home>, Vec<Finding>) {
    let (home, mut findings) = read::home(sources, place);
    let home = home.filter(|_| findings.iter().all(|finding| finding.severity != Severity::Error));
    if let Some(home) = &home {
        references::check(home, profiles, &mut findings);
        sums::check(home, home.profile(profiles), &mut findings);
    }
    in_order(&mut findings);
    (home, findings)
}
