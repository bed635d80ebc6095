//! Letters into a home: every file of it, every mistake in one reading.
//!
//! Comes from: [`Sources`]. Goes to: [`Home`], or the findings that stand in its way.

pub mod belongs;
mod content;
pub mod faces;
mod front;
mod letters;
mod misread;
mod pictures;
mod place;
pub mod places;
pub mod promises;
mod refused;
pub mod renamed;
pub mod resident;
pub mod shape;
pub(crate) mod signs;
mod spaces;
pub mod yaml;

pub use content::Content;
pub use place::{Place, SHARED};

use camino::{Utf8Path, Utf8PathBuf};
use serde::de::DeserializeOwned;

use crate::finding::{Finding, any_error, did_you_mean, meant};
use crate::home::contact::Contact;
use crate::home::fees::Fees;
use crate::home::moving_in::MovingIn;
use crate::home::photographs::Photographs;
use crate::home::service::Service;
use crate::home::terms::Terms;
use crate::home::{FreePage, Front, Home};
use crate::keys::KEYS;
use crate::limits::HOME_MARKDOWN;
use crate::name::Name;
use crate::source::{Node, Sources};
use crate::text::Span;
use crate::text::signs::blanked;

/// Every file a home can have, one subject each.
pub const FILES: [&str; 23] = [
    "home.yaml",
    "provider.yaml",
    "people.yaml",
    "rooms.yaml",
    "units.yaml",
    "daily-life.yaml",
    "visiting.yaml",
    "moving-in.yaml",
    "health.yaml",
    "decisions.yaml",
    "advocacy.yaml",
    "complaints.yaml",
    "fees.yaml",
    "voice.yaml",
    "community.yaml",
    "safety.yaml",
    "finding-us.yaml",
    "statement.yaml",
    "self-assessment.yaml",
    "week.yaml",
    "notices.yaml",
    "papers.yaml",
    "photos.yaml",
];

/// Every folder a home can have.
pub const FOLDERS: [&str; 6] = ["services", "contacts", "pages", "words", "photos", "fonts"];

/// Reads one home. There is none where `home.yaml` could not be read; with a mistake among the findings, parts of it may be empty, and
/// nothing may be made from it.
#[must_use]
pub fn home(sources: &Sources, place: &Place) -> (Option<Home>, Vec<Finding>) {
    let mut reading = Reading { sources, place, findings: Vec::new() };
    reading.unknown_files();
    let home = reading.everything();
    (home, reading.findings)
}

/// Where a home says something under a path such as `visiting.any_time`; none where it does not.
#[must_use]
pub fn key(sources: &Sources, place: &Place, path: &str) -> Option<Span> {
    let mut steps = path.split('.');
    let subject = steps.next()?;
    let file = format!("{}.yaml", subject.replace('_', "-"));
    let (number, _) = sources.at(&place.folder.join(file))?;
    let (written, _) = yaml::of(sources, number).ok()?;
    let (today, _) = renamed::followed(subject, written);
    let (mut node, mut span) = (today.as_ref(), None);
    for step in steps {
        let yaml::Value::Keys(keys) = &node.value else { return span };
        let (_, at, value) = keys.iter().find(|(key, ..)| key == step)?;
        (node, span) = (value, Some(*at));
    }
    span
}

/// What to do with a file whose name nobody knows: give it the name that was meant, or write what it says where that belongs.
fn instead(stem: &str) -> String {
    let known = FILES.map(|file| file.trim_end_matches(".yaml"));
    if let Some(meant) = did_you_mean(stem, known) {
        return format!("Did you mean “{meant}.yaml”? Give the file that name.");
    }
    let asked = stem.to_lowercase().replace(['-', ' '], "_");
    let names = [asked.as_str(), asked.trim_end_matches('s')];
    let said = KEYS.iter().filter(|key| FILES.contains(&key.file));
    let said = said.filter(|key| names.contains(&key.name()) || names.contains(&key.name().trim_end_matches('s')));
    match said.min_by_key(|key| key.steps.len()) {
        Some(key) => format!("Write what it says into {}, under “{}”.", key.file, key.steps.join(".")),
        None => format!("The files a home can have are: {}.", FILES.join(", ")),
    }
}

/// What a file of a home is about: its own name without the ending, or that of the folder that holds files of its kind.
#[must_use]
pub fn subject<'a>(path: &'a Utf8Path, home: &Utf8Path) -> &'a str {
    let folder = path.parent().filter(|folder| *folder != home).and_then(Utf8Path::file_name);
    folder.or(path.file_stem()).unwrap_or_default()
}

/// One home's reading, with what was found so far.
struct Reading<'a> {
    sources: &'a Sources,
    place: &'a Place,
    findings: Vec<Finding>,
}

impl Reading<'_> {
    fn everything(&mut self) -> Option<Home> {
        let identity = self.file("home.yaml");
        let mut moving_in: MovingIn = self.part("moving-in.yaml");
        let home = Home {
            folder: self.place.as_name().clone(),
            provider: self.part("provider.yaml"),
            people: self.part("people.yaml"),
            rooms: self.part("rooms.yaml"),
            units: self.part("units.yaml"),
            daily_life: self.part("daily-life.yaml"),
            visiting: self.part("visiting.yaml"),
            health: self.part("health.yaml"),
            decisions: self.part("decisions.yaml"),
            advocacy: self.part("advocacy.yaml"),
            complaints: self.part("complaints.yaml"),
            fees: self.fees(&mut moving_in),
            moving_in,
            voice: self.part("voice.yaml"),
            community: self.part("community.yaml"),
            safety: self.part("safety.yaml"),
            finding_us: self.part("finding-us.yaml"),
            statement: self.part("statement.yaml"),
            self_assessment: self.part("self-assessment.yaml"),
            week: self.part("week.yaml"),
            notices: self.part("notices.yaml"),
            papers: self.part("papers.yaml"),
            photographs: self.photographs(),
            services: self.services(),
            contacts: self.contacts(),
            pages: self.pages(),
            contract: self.contract(),
            home: identity?,
        };
        Some(home)
    }

    /// What it costs, with a trial that still stands among the words on moving in.
    fn fees(&mut self, moving_in: &mut MovingIn) -> Fees {
        let mut fees: Fees = self.part("fees.yaml");
        fees.terms.extend(moving_in.trial.take().map(Terms::of_trial));
        fees
    }

    /// A file that a home may leave out.
    fn part<T: DeserializeOwned + Default>(&mut self, name: &str) -> T {
        self.file(name).unwrap_or_default()
    }

    /// A file of the home's own folder.
    fn file<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        self.at(&self.place.folder.join(name)).map(|(_, value)| value)
    }

    /// A file anywhere, with its number.
    fn at<T: DeserializeOwned>(&mut self, path: &Utf8Path) -> Option<(u32, T)> {
        let (number, _) = self.sources.at(path)?;
        let sources = self.sources;
        self.yaml(path, yaml::of(sources, number)).map(|value| (number, value))
    }

    /// YAML of a file, or in one, in its shape.
    fn yaml<T: DeserializeOwned>(
        &mut self,
        path: &Utf8Path,
        parsed: Result<(&Node, &[Finding]), &[Finding]>,
    ) -> Option<T> {
        match parsed {
            Err(findings) => {
                self.findings.extend_from_slice(findings);
                None
            }
            Ok((written, swallowed)) => {
                let (node, renamed) = renamed::followed(subject(path, &self.place.folder), written);
                let (value, findings) = shape::nearly(&node);
                self.findings.extend(renamed);
                self.findings.extend_from_slice(swallowed);
                self.findings.extend(findings);
                value
            }
        }
    }

    /// The files directly in a folder with an ending, in the order of their names.
    fn files_in(&self, folder: &Utf8Path, ending: &str) -> Vec<(String, Utf8PathBuf)> {
        self.sources
            .below(folder)
            .map(|(_, source)| &source.known_as)
            .filter(|path| path.parent() == Some(folder) && path.extension() == Some(ending))
            .filter_map(|path| Some((path.file_stem()?.to_owned(), path.clone())))
            .collect()
    }

    fn services(&mut self) -> Vec<Service> {
        let mut services = Vec::new();
        for (written, path) in self.files_in(&self.place.folder.join("services"), "yaml") {
            if let (Some(id), Some((_, service))) = (self.named(&written, &path), self.at::<Service>(&path)) {
                services.push(Service { id, written, ..service });
            }
        }
        services.sort_by_key(|service| service.order.map_or(u32::MAX, |order| order.get()));
        services
    }

    /// Contacts of the home and of the folders above it: the nearest file of a name wins.
    fn contacts(&mut self) -> Vec<Contact> {
        let mut contacts: Vec<Contact> = Vec::new();
        let place = self.place;
        for folder in place.folders() {
            for (id, path) in self.files_in(&folder.join("contacts"), "yaml") {
                if contacts.iter().any(|known| known.id == id) {
                    continue;
                }
                if let Some((file, contact)) = self.at::<Contact>(&path) {
                    contacts.push(Contact { id, span: Span { file, line: 1, column: 1, width: 1 }, ..contact });
                }
            }
        }
        contacts.sort_by(|a, b| a.id.cmp(&b.id));
        contacts
    }

    /// The free pages, each with what stands between the lines `---` at its top.
    fn pages(&mut self) -> Vec<FreePage> {
        let mut pages = Vec::new();
        for (written, path) in self.files_in(&self.place.folder.join("pages"), "md") {
            let Some(id) = self.named(&written, &path) else { continue };
            let sources = self.sources;
            let Some((file, letters)) = sources.at(&path) else { continue };
            if self.is_too_long(file, letters) {
                continue;
            }
            let (front, markdown) = front::parted(letters);
            let front = yaml::read(file, &front);
            let front = front.as_ref().map(|(node, found)| (node, found.as_slice())).map_err(Vec::as_slice);
            let front = self.yaml(&path, front).unwrap_or_default();
            pages.push(FreePage { id, written, file, front, markdown: self.markdown(file, &markdown) });
        }
        pages
    }

    /// What a page is called whose file somebody named so; none, and a finding, where nothing of that can stand in an address.
    fn named(&mut self, written: &str, path: &Utf8Path) -> Option<Name> {
        let name = Name::of(written);
        if let (None, Some((file, _))) = (&name, self.sources.at(path)) {
            let what = "the name of this file has no letter and no number, so its page would have no address";
            let help = "Give the file another name, such as our-garden.";
            self.findings.push(Finding::error(Span { file, line: 1, column: 1, width: 1 }, what, help));
        }
        name
    }

    /// Notes Markdown that is longer than any page.
    fn is_too_long(&mut self, file: u32, letters: &str) -> bool {
        let long = HOME_MARKDOWN.is_passed_by(letters.len());
        let whole = Span { file, line: 1, column: 1, width: 1 };
        self.findings.extend(long.then(|| Finding::error(whole, HOME_MARKDOWN.said, HOME_MARKDOWN.help)));
        long
    }

    /// The contract, in Markdown from end to end.
    fn contract(&mut self) -> Option<FreePage> {
        let (file, letters) = self.sources.at(&self.place.folder.join("contract.md"))?;
        if self.is_too_long(file, letters) {
            return None;
        }
        let id = Name::of("contract")?;
        let written = id.to_string();
        let markdown = self.markdown(file, letters);
        Some(FreePage { id, written, file, front: Front::default(), markdown })
    }

    /// Markdown as it can be read on; what cannot stand in it is noted.
    fn markdown(&mut self, file: u32, letters: &str) -> String {
        self.findings.extend(signs::raw(file, letters));
        self.findings.extend(signs::unclosed_in_paragraphs(file, letters));
        blanked(letters).into_owned()
    }

    /// The photographs, each with a file and words for those who cannot see it.
    fn photographs(&mut self) -> Photographs {
        let before = self.findings.len();
        let photographs: Photographs = self.part("photos.yaml");
        let folder = self.place.folder.join("photos");
        // In a list of which something could not be read, nobody knows what is missing.
        if !any_error(&self.findings[before..]) {
            self.findings.extend(pictures::check(self.sources, &folder, &photographs));
        }
        photographs
    }

    /// A file or folder whose name homepack does not know: a misspelt one would be left out without a word.
    fn unknown_files(&mut self) {
        for (number, source) in self.sources.below(&self.place.folder) {
            let Ok(inside) = source.known_as.strip_prefix(&self.place.folder) else { continue };
            let parts: Vec<&str> = inside.iter().collect();
            let span = Span { file: number, line: 1, column: 1, width: 1 };
            match parts.as_slice() {
                [file] if file.ends_with(".yaml") && !FILES.contains(file) => {
                    self.findings.push(Finding::error(
                        span,
                        format!("homepack does not know a file called {file}"),
                        instead(file.trim_end_matches(".yaml")),
                    ));
                }
                [folder, .., file] if file.ends_with(".yaml") && !FOLDERS.contains(folder) => {
                    let help = meant(folder, FOLDERS)
                        .unwrap_or_else(|| format!("The folders a home can have are: {}.", FOLDERS.join(", ")));
                    self.findings.push(Finding::error(
                        span,
                        format!("homepack does not know a folder called {folder}"),
                        help,
                    ));
                }
                [.., file] if file.ends_with(".yml") => {
                    self.findings.push(Finding::error(
                        span,
                        "this file's name ends in .yml",
                        "Give it the ending .yaml, so that all files are alike.",
                    ));
                }
                _ => {}
            }
        }
    }
}
