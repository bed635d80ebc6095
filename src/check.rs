//! A finished home or record looked at: what its files say of each other, what has run out, what is due.
//!
//! Comes from: `read`. Goes to: `compose`, with findings for the report. Nothing is changed here.

mod calls;
mod due;
mod price;
mod record;
mod references;
mod run_out;
mod said;
mod sums;

pub use calls::{Call, calls};
pub use due::due;
pub use record::resident;
pub use run_out::{run_out, unchecked_contacts};
pub use said::{Facts, holds};

use std::collections::BTreeSet;

use crate::country::Profiles;
use crate::finding::{Finding, Severity, in_order};
use crate::home::Home;
use crate::read::{self, Place};
use crate::source::Sources;

/// One home looked at.
#[derive(Debug)]
pub struct Looked {
    /// What was read of it; none where `home.yaml` could not be read at all.
    pub home: Option<Home>,
    /// What the files are about of which a part could not be read: `people`, `contacts`. With any, nothing may be made from the home, and
    /// what is missing in it may stand there.
    pub unread: BTreeSet<String>,
    /// What there is to say.
    pub findings: Vec<Finding>,
}

/// Reads one home and looks at what its files say of each other, so far as they could be read: all of its mistakes are told at once.
#[must_use]
pub fn looked(sources: &Sources, place: &Place, profiles: &Profiles) -> Looked {
    let (home, mut findings) = read::home(sources, place);
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    let unread: BTreeSet<String> = errors
        .filter_map(|finding| Some(read::subject(&sources.get(finding.span.file)?.known_as, &place.folder).to_owned()))
        .collect();
    if let Some(home) = &home {
        references::check(home, profiles, &unread, &mut findings);
        if unread.is_empty() {
            sums::check(home, home.profile(profiles), &mut findings);
        }
        price::check(&home.fees, &mut findings);
    }
    in_order(&mut findings);
    Looked { home, unread, findings }
}

/// The same for whoever makes something of a home. There is none where a file of it could not be read as it should be. With any other
/// mistake among the findings there is one to look for more mistakes in, and nothing may be made from it.
#[must_use]
pub fn home(sources: &Sources, place: &Place, profiles: &Profiles) -> (Option<Home>, Vec<Finding>) {
    let Looked { home, unread, findings } = looked(sources, place, profiles);
    (home.filter(|_| unread.is_empty()), findings)
}

/// What is told of a home with these files, with its line: for the tests of this room.
#[cfg(test)]
fn told(files: &[(&str, &str)]) -> Vec<(u32, String)> {
    let mut sources = Sources::default();
    for (file, letters) in files {
        let first = if *file == "home.yaml" {
            "name: Rowan\naddress: {lines: [1 Rowan Lane], postcode: ZZ99 1AA}\n"
        } else {
            ""
        };
        sources.add(format!("rowan/{file}").into(), &format!("{first}{letters}"));
    }
    let place = Place::new("rowan".into(), Vec::new());
    let (_, findings) = home(&sources, &place, &Profiles::new().expect("countries"));
    findings.into_iter().map(|finding| (finding.span.line, finding.message.to_string())).collect()
}
