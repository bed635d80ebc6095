//! A group of one home, in memory.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use camino::Utf8PathBuf;
use homepack::compose::pack::Packer;
use homepack::make::{self, Bench, Known, Made, Workshop};
use homepack::read::{Content, Place};
use homepack::render::{Tools, WEBSITE};
use homepack::resident::Resident;

/// The day on which every try takes place.
pub(crate) const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 22);

/// What every home is made with.
pub(crate) static WORKSHOP: LazyLock<Workshop> =
    LazyLock::new(|| Workshop::new(BTreeMap::new(), TODAY).expect("the plain theme is whole"));
static TOOLS: LazyLock<Tools> = LazyLock::new(|| Tools::new(&WORKSHOP.theme).expect("the plain theme has its tools"));

/// The least that is a home.
const HOME: &str = "name: Rowan House\naddress:\n  lines: [1 Test Lane]\n  postcode: ZZ1 1ZZ\n";
const FOLDER: &str = "content/rowan";

/// A home's files.
pub(crate) struct Group(BTreeMap<Utf8PathBuf, String>);

impl Group {
    /// Nothing at all.
    pub(crate) fn empty() -> Self {
        Self(BTreeMap::new())
    }

    /// A home with a name and an address.
    pub(crate) fn small() -> Self {
        let mut group = Self::empty();
        group.file("home.yaml", HOME);
        group
    }

    /// Puts a file into the home, over one of the same name.
    pub(crate) fn file(&mut self, name: &str, letters: &str) {
        self.0.insert(format!("{FOLDER}/{name}").into(), letters.to_owned());
    }

    /// The home made into a website, as far as that goes.
    pub(crate) fn made(&self) -> Outcome {
        let mut content = Content::default();
        for (path, letters) in &self.0 {
            content.sources.add(path.clone(), letters);
        }
        let place = Place::new(FOLDER.into(), Vec::new());
        let (known, findings) = WORKSHOP.read(&content, &place);
        let made = known.map(|known| {
            let bench = Bench { desk: WORKSHOP.desk(&known), sources: &content.sources, place: &place };
            make::home(&bench, &TOOLS, &[&WEBSITE], Vec::new())
        });
        Outcome { content, findings, made }
    }
}

/// What came of a home.
pub(crate) struct Outcome {
    pub(crate) content: Content,
    pub(crate) findings: Vec<homepack::finding::Finding>,
    pub(crate) made: Option<Made>,
}

/// A small home that packs are made for.
static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut content = Content::default();
    content.sources.add(format!("{FOLDER}/home.yaml").into(), HOME);
    let place = Place::new(FOLDER.into(), Vec::new());
    WORKSHOP.read(&content, &place).0.expect("the small home is whole")
});

/// Makes the pack of a resident of the small home.
pub(crate) fn pack(resident: &Resident) {
    let packer = Packer::new(WORKSHOP.desk(&KNOWN));
    let _ = make::pack(&packer, resident, &WORKSHOP.theme, &TOOLS);
}
