//! Where things lie in a website, as the writer of its pages asks for it.

use std::collections::{BTreeMap, BTreeSet};

use super::file;
use crate::name::{Address, Name};
use crate::photograph::Size;
use crate::render::markup::{Around, Spelling};

/// Which pages there are, and where the page being written stands: links are relative.
pub(super) struct Links<'a> {
    pub(super) pages: &'a BTreeSet<Address>,
    pub(super) root: &'a str,
    /// Whether the page's parts are folded.
    pub(super) folded: bool,
    /// The drawing of a name, as SVG.
    pub(super) drawing: &'a dyn Fn(&str) -> Option<String>,
    /// The sizes a photograph is shown in.
    pub(super) photographs: &'a BTreeMap<String, Vec<Size>>,
}

/// How wide a photograph is shown: as wide as the column, which is never wider than this.
const COLUMN: &str = "(min-width: 46rem) 44rem, calc(100vw - 2rem)";

/// The folder that photographs lie in.
const PHOTOGRAPHS: &str = "photos";

/// The file of a photograph in one of its sizes: `photos/garden-800.jpg`. The reading of `photos.yaml` sees to it that every picture
/// gives a name of its own.
pub(super) fn sized(file: &str, width: u32) -> String {
    let written = file.strip_prefix(PHOTOGRAPHS).map_or(file, |file| file.trim_start_matches('/'));
    let written = written.rsplit_once('.').map_or(written, |(name, _)| name);
    let name = Name::of(written);
    format!("{PHOTOGRAPHS}/{}-{width}.jpg", name.as_ref().map_or("picture", Name::as_str))
}

impl Around for Links<'_> {
    fn spelling(&self) -> Spelling {
        Spelling::Html
    }

    fn page(&self, id: &str, anchor: &str) -> Option<String> {
        let hash = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
        if id.is_empty() {
            return Some(hash);
        }
        self.pages.get(id).map(|page| format!("{}{}{hash}", self.root, file(page)))
    }

    fn paper(&self, file: &str) -> Option<String> {
        Some(format!("{}{file}", self.root))
    }

    fn folds(&self) -> bool {
        self.folded
    }

    fn drawing(&self, name: &str) -> Option<String> {
        (self.drawing)(name)
    }

    fn picture(&self, file: &str) -> Option<Vec<(&'static str, String)>> {
        let sizes = self.photographs.get(file)?;
        let largest = sizes.last()?;
        let address = |size: &Size| format!("{}{}", self.root, sized(file, size.width));
        let set: Vec<String> = sizes.iter().map(|size| format!("{} {}w", address(size), size.width)).collect();
        Some(vec![
            ("src", address(largest)),
            ("srcset", set.join(", ")),
            ("sizes", COLUMN.to_owned()),
            ("width", largest.width.to_string()),
            ("height", largest.height.to_string()),
        ])
    }
}
