//! Everything that a home puts out, by name, from letters in memory that a test may have changed.

#![allow(dead_code, unreachable_pub, reason = "each test file uses a part of this, as a module of its own")]

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8Path;
use homepack::compose::papers::{ToPrint, papers};
use homepack::compose::website::{Page, notices, pages};
use homepack::compose::{Desk, Troubles};
use homepack::disk::{self, Content};
use homepack::finding::{Finding, Severity};
use homepack::photograph::Size;
use homepack::read::Place;
use homepack::read::yaml::{Node, Value, read};
use homepack::regulation::Profile;
use homepack::render::website::{Look, Site, render};
use homepack::source::Sources;
use homepack::theme::Theme;
use homepack::words::Phrases;

use super::common::TODAY;

/// What every trial shares: the sample homes' letters, the theme, the look.
pub struct Trial {
    pub content: Content,
    pub theme: Theme,
    phrases: Phrases,
    look: Look,
    profile: Profile,
}

/// Files of a home in place of those on the disk, by their paths.
pub type Changed = BTreeMap<String, String>;

impl Trial {
    pub fn new() -> Self {
        let theme = Theme::new(BTreeMap::new()).expect("the plain theme is whole");
        Self {
            content: disk::read(Utf8Path::new("content")).expect("the content can be read"),
            phrases: Phrases::of_theme(&theme).expect("the plain theme has words"),
            look: Look::new(&theme).expect("the plain theme has a look"),
            profile: Profile::england().expect("England is known"),
            theme,
        }
    }

    pub fn place(&self, home: &str) -> &Place {
        self.content.homes.iter().find(|place| place.name() == home).expect("it is a sample home")
    }

    /// The letters with some files changed.
    pub fn sources(&self, changed: &Changed) -> Sources {
        let mut sources = Sources::default();
        for (_, source) in self.content.sources.iter() {
            let letters = changed.get(source.path.as_str()).unwrap_or(&source.letters);
            sources.add(source.path.clone(), letters);
        }
        for place in &self.content.homes {
            for picture in self.content.sources.pictures_in(&place.folder.join("photos")) {
                sources.add_picture(picture.to_owned(), Vec::new());
            }
        }
        sources
    }

    /// Whether a page is one that the home wrote itself.
    pub fn is_free(&self, home: &str, page: &str) -> bool {
        self.content.sources.at(&self.place(home).folder.join(format!("pages/{page}.md"))).is_some()
    }

    /// Whether a home can be read.
    pub fn reads(&self, home: &str, changed: &Changed) -> bool {
        let sources = self.sources(changed);
        let (home, findings) = homepack::check::home(&sources, self.place(home), &self.profile);
        home.is_some() && sound(&findings)
    }

    /// What a home says, as Documents. Errors are the mistakes that stand in the way.
    pub fn documents(&self, home: &str, changed: &Changed) -> Result<(Vec<Page>, Vec<ToPrint>), Vec<Finding>> {
        self.composed(home, changed, |_, pages, papers| (pages, papers))
    }

    /// What a home puts out: each page as HTML, each paper as data. Errors are the mistakes that stand in the way.
    pub fn outputs(&self, home: &str, changed: &Changed) -> Result<BTreeMap<String, String>, Vec<Finding>> {
        self.composed(home, changed, |desk, pages, papers| {
            let mut out = BTreeMap::new();
            // The prints of a paper differ in their size alone: one of them is enough.
            let mut seen = BTreeSet::new();
            for paper in papers.into_iter().filter(|paper| seen.insert(paper.id.clone())) {
                out.insert(paper.file(), serde_json::to_string(&paper.paper).expect("a paper is data"));
            }
            let notices = notices(desk);
            let photos = desk.home.photographs.photos.iter();
            let photographs: BTreeMap<String, Vec<Size>> = photos
                .map(|photo| {
                    let size = Size { width: 480, height: 320, bytes: Vec::new() };
                    (format!("photos/{}", photo.file.id), vec![size])
                })
                .collect();
            let site = Site {
                home: desk.home,
                pages: &pages,
                notices: &notices,
                photographs: &photographs,
                theme: desk.theme,
                profile: desk.profile,
            };
            for file in render(site, &self.look).expect("the look is whole") {
                out.insert(file.path, String::from_utf8_lossy(&file.bytes).into_owned());
            }
            out
        })
    }

    fn composed<T>(
        &self,
        home: &str,
        changed: &Changed,
        then: impl FnOnce(&Desk<'_>, Vec<Page>, Vec<ToPrint>) -> T,
    ) -> Result<T, Vec<Finding>> {
        let sources = self.sources(changed);
        let place = self.place(home);
        let (read, findings) = homepack::check::home(&sources, place, &self.profile);
        let Some(read) = read.filter(|_| sound(&findings)) else { return Err(findings) };
        let phrases = self.phrases.with_own(&sources, place).map_err(|finding| vec![finding])?;
        let desk = Desk { home: &read, phrases: &phrases, theme: &self.theme, profile: &self.profile, today: TODAY };
        let mut troubles = Troubles::default();
        let papers = papers(&desk, &mut troubles);
        let pages = pages(&desk, &[], &mut troubles);
        let run_out = homepack::check::run_out(&read, &self.theme, TODAY);
        troubles.findings.extend(run_out.into_iter().filter(|finding| finding.severity == Severity::Error));
        assert!(troubles.failure.is_none(), "{:?}", troubles.failure);
        if troubles.findings.is_empty() { Ok(then(&desk, pages, papers)) } else { Err(troubles.findings) }
    }

    /// The files of a home's own that are YAML, each as a tree.
    pub fn trees(&self, home: &str) -> BTreeMap<String, Node> {
        let folder = &self.place(home).folder;
        let own = self.content.sources.iter().filter(|(_, source)| source.path.starts_with(folder));
        own.filter(|(_, source)| source.path.extension() == Some("yaml"))
            .map(|(number, source)| (source.path.to_string(), read(number, &source.letters).expect("it is YAML").0))
            .collect()
    }
}

/// Whether nothing has to be mended.
fn sound(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.severity != Severity::Error)
}

/// A tree as letters: JSON, which is YAML too.
pub fn letters(node: &Node) -> String {
    match &node.value {
        Value::Empty => "null".to_owned(),
        Value::Letters(letters) => serde_json::to_string(letters).expect("letters are data"),
        Value::List(list) => format!("[{}]", list.iter().map(letters).collect::<Vec<_>>().join(", ")),
        Value::Keys(keys) => {
            let pair = |(key, _, value): &(String, _, Node)| format!("{key}: {}", letters(value));
            format!("{{{}}}", keys.iter().map(pair).collect::<Vec<_>>().join(", "))
        }
    }
}

/// A step into a tree.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Key(String),
    Entry(usize),
}

/// The node at the end of some steps.
pub fn at<'a>(node: &'a mut Node, steps: &[Step]) -> Option<&'a mut Node> {
    let Some((first, rest)) = steps.split_first() else { return Some(node) };
    let inner = match (&mut node.value, first) {
        (Value::Keys(keys), Step::Key(wanted)) => &mut keys.iter_mut().find(|(key, ..)| key == wanted)?.2,
        (Value::List(list), Step::Entry(entry)) => list.get_mut(*entry)?,
        _ => return None,
    };
    at(inner, rest)
}

/// The outputs that differ.
pub fn differing(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> BTreeSet<String> {
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    names.into_iter().filter(|name| before.get(*name) != after.get(*name)).cloned().collect()
}
