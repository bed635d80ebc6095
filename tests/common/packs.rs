//! Packs in memory, from records in memory.

#![allow(dead_code, unreachable_pub, reason = "each test file uses a part of this, as a module of its own")]

use std::collections::BTreeMap;

use camino::Utf8Path;
use homepack::compose::Troubles;
use homepack::compose::pack::Packer;
use homepack::disk;
use homepack::finding::Finding;
use homepack::make::Workshop;
use homepack::read::Content;
use homepack::render::text::text;
use homepack::resident::Resident;
use homepack::source::Sources;
use homepack::text::Personal;

/// The day on which every pack is made.
pub const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 22);

/// The sample homes, read once.
pub struct Bench {
    content: Content,
    workshop: Workshop,
}

/// The letters of each paper of a pack, by its id.
pub type Letters = BTreeMap<String, String>;

impl Bench {
    pub fn new() -> Self {
        Self {
            content: disk::read(Utf8Path::new("content")).expect("the content can be read"),
            workshop: Workshop::new(BTreeMap::new(), TODAY).expect("the plain theme is whole"),
        }
    }

    /// Works with a home's packer.
    pub fn with<T>(&self, home: &str, then: impl FnOnce(&Packer<'_>) -> T) -> T {
        let place = self.content.homes.iter().find(|place| place.name() == home).expect("it is a sample home");
        let (known, findings) = self.workshop.read(&self.content, place);
        let known = known.unwrap_or_else(|| panic!("{findings:?}"));
        then(&Packer::new(self.workshop.desk(&known)))
    }

    /// A resident from the letters of a record.
    pub fn resident(&self, id: &str, letters: &str) -> Result<Resident, Vec<Finding<Personal>>> {
        let mut sources = Sources::default();
        let file = sources.add_private(format!("private/residents/home/{id}.yaml").into(), letters);
        let (resident, findings) = homepack::check::resident(&sources, file, &self.workshop.theme);
        resident.ok_or(findings)
    }
}

/// Every paper of a pack as plain text.
pub fn letters(packer: &Packer<'_>, resident: &Resident) -> Letters {
    let mut troubles = Troubles::default();
    let pack = packer.pack(resident, &mut troubles);
    assert!(troubles.failure.is_none() && troubles.findings.is_empty(), "{troubles:?}");
    pack.papers.iter().map(|paper| (paper.id.to_string(), text(&paper.paper))).collect()
}
