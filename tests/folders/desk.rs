//! A folder of its own for one test, with homes and the program.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::{Command, Output};

pub(crate) struct Desk {
    pub(crate) dir: tempfile::TempDir,
}

impl Desk {
    /// A folder with one small home, called rowan.
    pub(crate) fn new() -> Self {
        let desk = Self { dir: tempfile::tempdir().expect("a folder") };
        desk.home("rowan");
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Writes a file, with the folders it lies in.
    pub(crate) fn write(&self, name: &str, letters: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs_err::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs_err::write(path, letters).expect("written");
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

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_homepack"));
        program.args(arguments).current_dir(self.dir.path()).output().expect("the program runs")
    }

    /// Builds the websites; the exit code, and everything that was said.
    pub(crate) fn build(&self, more: &[&str]) -> (Option<i32>, String) {
        let run = self.run(&[&["build", "content", "--only", "website", "--today", "2026-11-22"], more].concat());
        (run.status.code(), said(&run))
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

/// Everything a command said.
pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}
