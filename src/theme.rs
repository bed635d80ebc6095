//! The theme: words, looks and fonts. The plain one is in the program; a folder of the home's own overrides it file by file.
//!
//! Comes from: `themes/plain`, embedded, and `disk::theme`. Goes to: `compose` (words, pages, labels) and `render` (templates).

pub mod faces;

use std::borrow::Cow;
use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use crate::colour::WHITE;
use crate::country::{PROFILES, Term};
use crate::failure::Failure;
use crate::finding::Harmless;
use crate::name::{Address, Name, equal_when_folded};
use crate::paper::book::Part;
use crate::paper::{Edition, Form, Format, Labels};

/// The files of a theme by their paths. Those of the plain theme stay where they lie in the program: typefaces are large.
pub type Files = BTreeMap<String, Cow<'static, [u8]>>;

static PLAIN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/plain");

/// A theme's files and what `theme.yaml` says of them.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Every file by its path in the theme: `words/visiting.md`, `website/page.html`, `fonts/….ttf`.
    pub files: Files,
    /// `theme.yaml`.
    pub plan: Plan,
}

/// `theme.yaml`: which pages there are, how they are grouped, and the few fixed words of the layout.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The groups of the menu, six at most, in their order.
    pub groups: Vec<Group>,
    /// Every page, in the order of the menu.
    pub pages: Vec<PagePlan>,
    /// Pages one step from every page, by id.
    #[serde(default)]
    pub always: Vec<String>,
    /// Pages at the foot of every page, by id.
    #[serde(default)]
    pub footer: Vec<String>,
    /// Every paper to print, in the order in which they are offered.
    #[serde(default)]
    pub papers: Vec<PaperPlan>,
    /// The typefaces a paper can be set in, the usual one first.
    pub typefaces: Vec<Typeface>,
    /// The colours of paper, the usual one first.
    pub grounds: Vec<Ground>,
    /// What a resident's pack is made of.
    #[serde(default)]
    pub pack: PackPlan,
    /// The fixed words of the layout.
    pub labels: BTreeMap<String, String>,
}

/// What a resident's pack is made of.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PackPlan {
    /// The parts of the book, in their order.
    pub book: Vec<BookPart>,
    /// The papers beside the book. One that has nothing to say is not made.
    pub sheets: Vec<Sheet>,
}

/// A part of the book.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BookPart {
    /// Its words file in `words/pack/` without the ending; in `words/pack/one-thing/` for the other edition.
    pub words: String,
    /// The name under which a resident may leave it out; none where everybody has it.
    #[serde(default)]
    pub part: Option<Part>,
    /// Whether everybody must be told: left out, it is shortened and stays.
    #[serde(default)]
    pub told: bool,
    /// Its heading where it is shortened.
    #[serde(default)]
    pub heading: Option<String>,
}

/// A paper beside the book.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// Its id, and its words file in `words/pack/` without the ending.
    pub id: Name,
    /// Its name for the office, which never holds a resident's.
    pub label: String,
    /// The words file of a page of the website that it says, where it is one that everybody is told.
    #[serde(default)]
    pub words: Option<String>,
}

/// A paper that the theme has words for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaperPlan {
    /// Its id, as it stands in file names and after `homepack paper`.
    pub id: Name,
    /// Its words file without the ending; most often a page has the same words.
    pub words: String,
    /// The forms it comes in.
    pub forms: Vec<Form>,
    /// Whether it says by whom it was approved; a draft until then. What changes every week does not.
    #[serde(default)]
    pub approved: bool,
}

/// A typeface.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typeface {
    /// As it is asked for: `atkinson`.
    pub id: String,
    /// As its font files call it: “Atkinson Hyperlegible Next”.
    pub family: String,
    /// What it is like, in a few words.
    pub about: String,
}

/// A colour of paper.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// As it is asked for: `cream`.
    pub id: Name,
    /// As `#rrggbb`.
    pub colour: String,
}

impl Harmless for Typeface {
    fn letters(&self) -> &str {
        &self.id
    }
}

impl Harmless for Ground {
    fn letters(&self) -> &str {
        self.id.as_str()
    }
}

impl Harmless for PaperPlan {
    fn letters(&self) -> &str {
        self.id.as_str()
    }
}

/// A group of the menu.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its name in these files.
    pub id: String,
    /// Its name for the reader.
    pub label: String,
}

/// A page that the theme has words for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PagePlan {
    /// Its id: the name of its words file and of the page.
    pub id: Address,
    /// The group it belongs to.
    #[serde(default)]
    pub group: Option<String>,
    /// Its short name in the menu.
    pub label: String,
    /// The drawing at its head.
    #[serde(default)]
    pub drawing: Option<String>,
    /// What else a reader may look for in the A to Z and finds on this page.
    #[serde(default)]
    pub terms: Vec<Term>,
}

impl Plan {
    /// What is said of the first two pages, papers or sheets that would be made under one name.
    fn twice(&self) -> Option<String> {
        let twice = |what: &str, ids: &[&str]| {
            let (first, second) = equal_when_folded(ids.iter().copied())?;
            Some(format!("two {what} would lie in one file, “{first}” and “{second}”; give one of them another id"))
        };
        let pages: Vec<&str> = self.pages.iter().map(|page| page.id.as_str()).collect();
        let papers: Vec<&str> = self.papers.iter().map(|paper| paper.id.as_str()).collect();
        let sheets: Vec<&str> = self.pack.sheets.iter().map(|sheet| sheet.id.as_str()).collect();
        twice("pages", &pages).or_else(|| twice("papers", &papers)).or_else(|| twice("papers of a pack", &sheets))
    }
}

impl Theme {
    /// The plain theme, with the files of another laid over it.
    ///
    /// # Errors
    /// Where `theme.yaml` cannot be read.
    pub fn new(over: BTreeMap<String, Vec<u8>>) -> Result<Self, Failure> {
        let mut files = BTreeMap::new();
        gather(&PLAIN, &mut files);
        // Words laid over the plain theme's lie over what it says for one country too.
        for name in over.keys().filter_map(|path| path.strip_prefix("words/")) {
            for (country, _) in PROFILES {
                files.remove(&format!("words/{country}/{name}"));
            }
        }
        files.extend(over.into_iter().map(|(path, bytes)| (path, Cow::Owned(bytes))));
        let plan = files.get("theme.yaml").map(|bytes| &**bytes).unwrap_or_default();
        let wrong = |why: String| Failure::Theme(format!("theme.yaml: {why}"));
        let plan: Plan = crate::ours::read(&String::from_utf8_lossy(plan)).map_err(|why| wrong(why.to_string()))?;
        match plan.twice() {
            Some(why) => Err(wrong(why)),
            None => Ok(Self { files, plan }),
        }
    }

    /// A fixed word of the layout; its own name where the theme has forgotten it, which a test forbids.
    #[must_use]
    pub fn label<'a>(&'a self, name: &'a str) -> &'a str {
        self.plan.labels.get(name).map_or(name, String::as_str)
    }

    /// The fixed words of a printed page; `contents` names the one over its contents list.
    #[must_use]
    pub fn labels_on_paper(&self, contents: &str) -> Labels {
        let label = |name: &str| self.label(name).to_owned();
        Labels { contents: label(contents), page: label("page"), of: label("of"), step: label("step") }
    }

    /// How a paper is set when nobody asks for anything else: the usual typeface on the usual paper.
    #[must_use]
    pub fn format(&self, form: Form) -> Format {
        let (points, sheet) = form.print();
        Format {
            edition: Edition::of(points),
            points,
            typeface: self.plan.typefaces.first().map(|typeface| typeface.family.clone()).unwrap_or_default(),
            ground: self.plan.grounds.first().map_or_else(|| WHITE.to_owned(), |ground| ground.colour.clone()),
            sheet,
            wall: form.is_for_the_wall(),
            one_thing: false,
        }
    }

    /// A file's letters.
    ///
    /// # Errors
    /// Where the theme has no such file, or it is not text.
    pub fn letters(&self, path: &str) -> Result<&str, Failure> {
        let bytes = self.files.get(path).ok_or_else(|| Failure::Theme(format!("{path} is missing")))?;
        std::str::from_utf8(bytes).map_err(|_| Failure::Theme(format!("{path} is not text")))
    }
}

/// Every file below an embedded folder.
fn gather(dir: &Dir<'static>, files: &mut Files) {
    for file in dir.files() {
        files.insert(file.path().to_string_lossy().replace('\\', "/"), Cow::Borrowed(file.contents()));
    }
    for dir in dir.dirs() {
        gather(dir, files);
    }
}
