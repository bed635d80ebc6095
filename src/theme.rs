//! The theme: words, looks and fonts. The plain one is in the program; a folder of the home's own overrides it file by file.
//!
//! Comes from: `themes/plain`, embedded, and `disk::theme`. Goes to: `compose` (words, pages, labels) and `render` (templates).

pub mod faces;

use std::borrow::Cow;
use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use crate::colour::WHITE;
use crate::country::{self, Term};
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
    /// Pages one step from every page, beside the menu.
    #[serde(default)]
    pub always: Vec<Step>,
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
    /// Its id, and its words file in `words/pack/` without the ending; one in `words/pack/one-thing/` says the same in fewer words.
    pub id: Name,
    /// Its name for the office, which never holds a resident's.
    pub label: String,
    /// The name under which a resident may ask to have it short.
    #[serde(default)]
    pub part: Option<Part>,
    /// How many sides it has at most, where the reader's print allows.
    #[serde(default)]
    pub sides: Option<u8>,
    /// Whether it is read by those who help, and so is in 12 to 14 point whatever the resident's own print is.
    #[serde(default)]
    pub for_helpers: bool,
    /// The copy for the resident, in their own print, where that is larger: what others read about them, they can read.
    #[serde(default)]
    pub own_copy: Option<OwnCopy>,
}

/// A resident's own copy of a sheet that is for those who help.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnCopy {
    /// Its id.
    pub id: Name,
    /// Its name for the office.
    pub label: String,
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
    /// The smallest print of a sheet for the wall, in points, by its form: `a3: 48`. What does not fit goes on to another sheet.
    #[serde(default)]
    pub at_least: BTreeMap<String, u8>,
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

/// A page one step from every page: by its id alone under the name it has in the menu, or under a name of its own.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Step {
    /// The page's id.
    Page(String),
    /// The page's id, and what the link says.
    Named {
        /// The page's id.
        id: String,
        /// What the link says.
        label: String,
    },
}

impl Step {
    /// The id of the page it leads to.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Page(id) | Self::Named { id, .. } => id,
        }
    }

    /// The name of its own, where it has one.
    #[must_use]
    pub fn label(&self) -> Option<&str> {
        match self {
            Self::Page(_) => None,
            Self::Named { label, .. } => Some(label),
        }
    }
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
    /// From how many words on its parts are folded: a page to look something up in, and not to read through.
    #[serde(default)]
    pub folded_from: Option<usize>,
    /// What else a reader may look for in the A to Z and finds on this page.
    #[serde(default)]
    pub terms: Vec<Term>,
}

impl PackPlan {
    /// The ids of all papers beside the book, a resident's own copies among them.
    pub fn ids(&self) -> impl Iterator<Item = &Name> {
        self.sheets
            .iter()
            .flat_map(|sheet| std::iter::once(&sheet.id).chain(sheet.own_copy.as_ref().map(|copy| &copy.id)))
    }
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
        let sheets: Vec<&str> = self.pack.ids().map(Name::as_str).collect();
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
            for country in country::ids() {
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

    /// How a paper is set in one of its forms: a sheet for the wall in the print that it has at least.
    #[must_use]
    pub fn format_of(&self, plan: &PaperPlan, form: Form) -> Format {
        let usual = self.format(form);
        plan.at_least.get(form.spelling()).map_or(usual.clone(), |points| usual.at(*points))
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
            sides: None,
            for_helpers: false,
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
