//! A desk with rowan on it, a small home, and what was made of it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::desk::{Desk, both_outputs};

impl Desk {
    /// A folder with one small home, called rowan.
    pub(crate) fn with_rowan() -> Self {
        let desk = Self::new();
        desk.home("rowan");
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// A small home whose website has an address.
    pub(crate) fn home(&self, folder: &str) {
        let home = "name: Rowan House\naddress:\n  lines: [1 Test Lane]\n  postcode: ZZ99 1AA\n";
        self.write(&format!("content/{folder}/home.yaml"), format!("{home}website: https://rowan.example\n"));
    }

    /// A page of the home's own.
    pub(crate) fn page(&self, file: &str, words: &str) {
        self.write(&format!("content/rowan/pages/{file}.md"), words);
    }

    /// Builds the websites; the exit code, and everything that was said.
    pub(crate) fn build(&self, more: &[&str]) -> (Option<i32>, String) {
        let run = self.run(&[&["build", "content", "--only", "website", "--today", "2026-11-22"], more].concat());
        (run.status.code(), both_outputs(&run))
    }

    /// A file of rowan's website.
    pub(crate) fn made(&self, file: &str) -> String {
        let path = self.path("output/rowan/website").join(file);
        fs_err::read_to_string(&path).unwrap_or_else(|_| panic!("{} was not made", path.display()))
    }

    /// The paths of every file below a folder.
    pub(crate) fn files(&self, folder: &str) -> BTreeSet<String> {
        let folder = self.path(folder);
        let walk = walkdir::WalkDir::new(&folder).into_iter().filter_map(Result::ok);
        walk.filter(|entry| !entry.file_type().is_dir())
            .map(|entry| entry.path().strip_prefix(&folder).expect("inside").to_string_lossy().into_owned())
            .collect()
    }
}
