//! Where a home's files lie among those that were read.

use camino::{Utf8Path, Utf8PathBuf};

use crate::name::Name;
use crate::source::{Source, Sources};

/// Folders that a group of homes shares with each of them.
pub const SHARED: [&str; 3] = ["contacts", "words", "fonts"];

/// Where a home's files lie: its own folder, and the folders above that it shares with others, nearest first.
#[derive(Debug, Clone)]
pub struct Place {
    /// The home's own folder.
    pub folder: Utf8PathBuf,
    /// The folders above it.
    pub above: Vec<Utf8PathBuf>,
    /// What is made of it is called so.
    name: Name,
}

impl Place {
    /// The home in a folder, below others that it shares with more homes, nearest first.
    ///
    /// # Panics
    /// Never: a folder that gives no name is called `home`.
    #[must_use]
    pub fn new(folder: Utf8PathBuf, above: Vec<Utf8PathBuf>) -> Self {
        let name = folder.file_name().and_then(Name::of);
        let name = name.unwrap_or_else(|| Name::of("home").expect("it is a name"));
        Self { folder, above, name }
    }

    /// The name of its output.
    #[must_use]
    pub fn as_name(&self) -> &Name {
        &self.name
    }

    /// The folder's name as the output is called.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_str()
    }

    /// The folder's name as it is written: so are the folders of its records and its packs called, which are nobody's address.
    #[must_use]
    pub fn folder_name(&self) -> &str {
        self.folder.file_name().unwrap_or(self.name())
    }

    /// Whether somebody means this home by a name: its folder's, or that of its output.
    #[must_use]
    pub fn is_called(&self, asked: &str) -> bool {
        self.name == asked || self.folder_name() == asked
    }

    /// Whether a file is the home's own, or lies in a folder that it shares with others.
    #[must_use]
    pub fn holds(&self, path: &Utf8Path) -> bool {
        let shared = |folder: &Utf8PathBuf| SHARED.iter().any(|shared| path.starts_with(folder.join(shared)));
        path.starts_with(&self.folder) || self.above.iter().any(shared)
    }

    /// Every file that it holds with its number, in the order of their paths.
    #[must_use]
    pub fn files<'a>(&self, sources: &'a Sources) -> Vec<(u32, &'a Source)> {
        let shared = self.above.iter().flat_map(|folder| SHARED.map(|shared| folder.join(shared)));
        let folders: Vec<Utf8PathBuf> = std::iter::once(self.folder.clone()).chain(shared).collect();
        let mut files: Vec<_> = folders.iter().flat_map(|folder| sources.below(folder)).collect();
        files.sort_by(|(_, one), (_, other)| one.known_as.cmp(&other.known_as));
        files.dedup_by_key(|(number, _)| *number);
        files
    }

    /// Its own folder, then those above it.
    pub fn folders(&self) -> impl Iterator<Item = &Utf8Path> {
        std::iter::once(self.folder.as_path()).chain(self.above.iter().map(Utf8PathBuf::as_path))
    }
}
