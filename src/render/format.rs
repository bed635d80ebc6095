//! What a format is: a name, an ending, what it makes, how a link to one of its files is described, who checks them.
//!
//! [`super::FORMATS`] is the list; how a format is made stands in a file of its own. Nobody else asks which format it is.

use super::Rendered;
use super::epub::Binder;
use super::paper_file::PaperFile;
use super::press::Press;
use super::website::{Look, Site};
use crate::failure::Failure;
use crate::paper::{Measure, Paper};
use crate::text::{Audience, Personal, Public};
use crate::theme::Theme;

/// A format that homepack makes.
#[derive(Debug)]
pub struct FileFormat {
    /// Its name in the list of what was made: `pdf`.
    pub name: &'static str,
    /// Its name for a reader, in the description of a link: “PDF”.
    pub label: &'static str,
    /// The ending of its files, without the dot.
    pub ending: &'static str,
    /// What it is for, in a sentence.
    pub about: &'static str,
    /// What it makes.
    pub makes: &'static [Makes],
    /// Its folder in a theme, where it has one.
    pub folder: Option<&'static str>,
    /// What looks at its files, by paths in this repository.
    pub checks: &'static [&'static str],
}

/// What a format makes, and of what.
#[derive(Debug, Clone, Copy)]
pub enum Makes {
    /// The pages of a home, all at once, with everything that belongs to them.
    Website(fn(Site<'_>, &Tools) -> Result<Vec<Rendered<Public>>, Failure>),
    /// A file of a paper that a home hands out.
    Paper(Each, Maker<Public>),
    /// A file of a paper in a resident's pack.
    Pack(Maker<Personal>),
}

/// Of what a format makes a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Each {
    /// Of each form a paper comes in: clear, large and giant print.
    Form,
    /// Of each paper once: its readers choose the size of print themselves.
    Paper,
}

/// Makes a file of a paper; none where this homepack was built without the part that does. The name is what a failure calls it.
pub type Maker<A> = fn(&Tools, &str, &Paper<A>) -> Result<Option<PaperFile>, Failure>;

/// The files of one format.
#[derive(Debug)]
pub struct InFormat<A: Audience> {
    /// The format.
    pub format: &'static FileFormat,
    /// The files, by their paths in the folder of what is made.
    pub files: Vec<Rendered<A>>,
}

/// What turns documents into files: made ready once for a theme. Threads can share it.
pub struct Tools {
    /// The templates of the website.
    pub look: Look,
    /// The press for papers.
    pub press: Press,
    /// What binds papers into books for a device.
    pub binder: Binder,
}

impl Tools {
    /// The tools of a theme.
    ///
    /// # Errors
    /// Where one of the theme's templates, layouts or fonts cannot be read.
    pub fn new(theme: &Theme) -> Result<Self, Failure> {
        Ok(Self { look: Look::new(theme)?, press: Press::new(theme)?, binder: Binder::new(theme)? })
    }
}

impl FileFormat {
    /// Whether it makes pages of a website.
    #[must_use]
    pub fn makes_websites(&self) -> bool {
        self.makes.iter().any(|makes| matches!(makes, Makes::Website(_)))
    }

    /// Whether it makes papers that a home hands out.
    #[must_use]
    pub fn makes_papers(&self) -> bool {
        self.makes.iter().any(|makes| matches!(makes, Makes::Paper(..)))
    }

    /// The name of a file: its stem with the ending of this format.
    #[must_use]
    pub fn file(&self, stem: &str) -> String {
        format!("{stem}.{}", self.ending)
    }

    /// How a link describes a file: “PDF, 18 point, 24 pages, 310 KB”, with what the format has of it.
    #[must_use]
    pub fn described(&self, measure: Measure, theme: &Theme) -> String {
        let mut parts = vec![self.label.to_owned()];
        parts.extend(measure.points.map(|points| format!("{points}\u{A0}{}", theme.label("point"))));
        parts.extend(measure.pages.map(|pages| {
            let word = theme.label(if pages == 1 { "page" } else { "pages" }).to_lowercase();
            format!("{pages}\u{A0}{word}")
        }));
        parts.push(format!("{}\u{A0}KB", measure.bytes.div_ceil(1000)));
        parts.join(", ")
    }
}
