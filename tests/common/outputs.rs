//! Everything that a home puts out, by name, from letters in memory that a test may have changed.

#![allow(dead_code, unreachable_pub, reason = "each test file uses a part of this, as a module of its own")]

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8Path;
use homepack::compose::Troubles;
use homepack::compose::page::Page;
use homepack::compose::sheet::ToPrint;
use homepack::disk;
use homepack::finding::{Finding, Severity, any_error};
use homepack::make::{Documents, Known, Workshop, documents, remarks, site};
use homepack::photograph::Size;
use homepack::read::yaml::{Node, Value, read};
use homepack::read::{Content, Place};
use homepack::render::website::{Look, render};
use homepack::source::Sources;

/// What every trial shares: the sample homes' letters, the workshop, the look.
pub struct Trial {
    pub content: Content,
    pub workshop: Workshop,
    look: Look,
}

/// Files of a home in place of those on the disk, by their paths.
pub type Changed = BTreeMap<String, String>;

impl Trial {
    pub fn new() -> Self {
        Self::of("content")
    }

    /// The same of other homes than the samples.
    pub fn of(folder: &str) -> Self {
        let workshop = super::common::workshop();
        Self {
            content: disk::read(Utf8Path::new(folder)).expect("the content can be read"),
            look: Look::new(&workshop.theme).expect("the plain theme has a look"),
            workshop,
        }
    }

    pub fn place(&self, home: &str) -> &Place {
        self.content.homes.iter().find(|place| place.name() == home).expect("it is a sample home")
    }

    /// The letters with some files changed.
    pub fn changed(&self, changed: &Changed) -> Content {
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
        Content { sources, ..Content::default() }
    }

    /// Whether a page is one that the home wrote itself.
    pub fn is_free(&self, home: &str, page: &str) -> bool {
        self.content.sources.at(&self.place(home).folder.join(format!("pages/{page}.md"))).is_some()
    }

    /// Whether a home can be read.
    pub fn reads(&self, home: &str, changed: &Changed) -> bool {
        self.known(home, changed).is_ok()
    }

    /// A home with its words, or the mistakes that stand in the way.
    fn known(&self, home: &str, changed: &Changed) -> Result<Known, Vec<Finding>> {
        let (known, findings) = self.workshop.read(&self.changed(changed), self.place(home));
        known.filter(|_| sound(&findings)).ok_or(findings)
    }

    /// What a home says, as Documents. Errors are the mistakes that stand in the way.
    pub fn documents(&self, home: &str, changed: &Changed) -> Result<(Vec<Page>, Vec<ToPrint>), Vec<Finding>> {
        let made = self.composed(&self.known(home, changed)?)?;
        Ok((made.pages, made.papers))
    }

    /// What a home puts out: each page as HTML, each paper as data. Errors are the mistakes that stand in the way.
    pub fn outputs(&self, home: &str, changed: &Changed) -> Result<BTreeMap<String, String>, Vec<Finding>> {
        let known = self.known(home, changed)?;
        let made = self.composed(&known)?;
        let mut out = BTreeMap::new();
        // The prints of a paper differ in their size alone: one of them is enough.
        let mut seen = BTreeSet::new();
        for paper in made.papers.iter().filter(|paper| seen.insert(paper.id.clone())) {
            out.insert(format!("{}.pdf", paper.stem()), serde_json::to_string(&paper.paper).expect("a paper is data"));
        }
        let photographs: BTreeMap<String, Vec<Size>> = known
            .home
            .photographs
            .photos
            .iter()
            .map(|photo| {
                let size = Size { width: 480, height: 320, bytes: Vec::new() };
                (format!("photos/{}", photo.file.id), vec![size])
            })
            .collect();
        let desk = self.workshop.desk(&known);
        let files = render(site(&desk, &made.pages, &made.notices, &photographs), &self.look);
        for file in files.expect("the look is whole") {
            out.insert(file.path, String::from_utf8_lossy(&file.bytes).into_owned());
        }
        Ok(out)
    }

    fn composed(&self, known: &Known) -> Result<Documents, Vec<Finding>> {
        let desk = self.workshop.desk(known);
        let mut troubles = Troubles::default();
        let made = documents(&desk, &mut troubles);
        assert!(troubles.failure.is_none(), "{:?}", troubles.failure);
        let wrong = remarks(&desk, &made.pages).into_iter().filter(|finding| finding.severity == Severity::Error);
        troubles.findings.extend(wrong);
        if any_error(&troubles.findings) { Err(troubles.findings) } else { Ok(made) }
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

/// A tree without what stands at the end of some keys, in every entry of the lists on the way.
fn cut(node: &mut Node, steps: &[&str]) {
    let Some((step, rest)) = steps.split_first() else { return };
    match &mut node.value {
        Value::List(list) => list.iter_mut().for_each(|entry| cut(entry, steps)),
        Value::Keys(keys) if rest.is_empty() => keys.retain(|(key, ..)| key != step),
        Value::Keys(keys) => keys.iter_mut().filter(|(key, ..)| key == step).for_each(|(.., inner)| cut(inner, rest)),
        _ => {}
    }
}

/// A home's files without some ways.
pub fn without(trial: &Trial, home: &str, ways: &[String]) -> Changed {
    let mut changed = Changed::new();
    for (path, mut tree) in trial.trees(home) {
        let inside = path.rsplit_once(&format!("{home}/")).expect("it is the home's").1;
        let subject = inside.split(['/', '.']).next().expect("it has a name").replace('-', "_");
        let of_it: Vec<&String> = ways.iter().filter(|way| way.split('.').next() == Some(&subject)).collect();
        for way in &of_it {
            cut(&mut tree, &way.split('.').skip(1).collect::<Vec<_>>());
        }
        if !of_it.is_empty() {
            changed.insert(path, letters(&tree));
        }
    }
    changed
}
