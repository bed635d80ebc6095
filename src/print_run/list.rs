//! What a pack's folder holds, in ids and numbers: `pack.json` beside its PDFs. A print run needs no more of it than this.

use serde::{Deserialize, Serialize};

use crate::compose::pack::PackPaper;
use crate::name::Name;
use crate::theme::Theme;

/// The file.
pub const FILE: &str = "pack.json";

/// The papers of a pack that were made as PDFs, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Each paper.
    pub papers: Vec<Listed>,
}

/// A paper that was made as a PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// Its id: `book`.
    pub id: Name,
    /// Its name for the office, which holds nothing of the resident's.
    pub label: String,
    /// The paper's colour, by its name in the theme.
    pub ground: Name,
    /// How many pages it has.
    pub pages: usize,
}

impl List {
    /// Adds a paper.
    pub fn add(&mut self, paper: &PackPaper, pages: usize, theme: &Theme) {
        let ground = theme.plan.grounds.iter().find(|ground| ground.colour == paper.paper.format.ground);
        let Some(ground) = ground.or(theme.plan.grounds.first()).map(|ground| ground.id.clone()) else { return };
        self.papers.push(Listed { id: paper.id.clone(), label: paper.label.clone(), ground, pages });
    }

    /// The file's letters.
    ///
    /// # Panics
    /// Never: a list is words and numbers.
    #[must_use]
    pub fn letters(&self) -> String {
        serde_json::to_string_pretty(self).expect("a list of words and numbers is written as JSON") + "\n"
    }

    /// Reads the file. None where it is not as we write it: its words become names of files.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let list: Self = serde_json::from_slice(bytes).ok()?;
        (!list.papers.is_empty() && list.papers.iter().all(|paper| paper.pages > 0)).then_some(list)
    }
}

impl Listed {
    /// The name of its PDF.
    #[must_use]
    pub fn file(&self, resident: &str) -> String {
        format!("{resident}-{}.pdf", self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_names_another_folder_is_not_read() {
        let list =
            |id: &str| format!(r#"{{"papers":[{{"id":"{id}","label":"Your book","ground":"cream","pages":3}}]}}"#);
        assert_eq!(
            List::read(list("book").as_bytes()).map(|list| list.papers[0].file("q7k2m9")),
            Some("q7k2m9-book.pdf".into())
        );
        assert_eq!(List::read(list("../../residents/home/x").as_bytes()), None);
        assert_eq!(List::read(b"{}"), None);
    }
}
