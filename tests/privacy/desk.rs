//! A folder of its own for one test, with homes, a private folder and the program.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

pub(crate) struct Desk {
    pub(crate) dir: tempfile::TempDir,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { dir: tempfile::tempdir().expect("a folder") }
    }

    /// Writes a file, with the folders it lies in.
    pub(crate) fn write(&self, name: &str, letters: impl AsRef<[u8]>) {
        let path = self.dir.path().join(name);
        fs_err::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs_err::write(path, letters).expect("written");
    }

    /// A small home.
    pub(crate) fn home(&self, name: &str) {
        let home = format!("name: {name}\naddress:\n  lines: [1 Lane]\n  postcode: ZZ99 1AA\nphone: 01632 960100\n");
        self.write(&format!("content/{name}/home.yaml"), home);
        self.write(&format!("content/{name}/visiting.yaml"), "any_time: yes\n");
    }

    /// The sample homes.
    pub(crate) fn samples(&self) {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        for (name, bytes) in files(&content) {
            self.write(&format!("content/{name}"), bytes);
        }
    }

    /// Runs the program as talkative as it can be.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_homepack"));
        program.args(arguments).current_dir(self.dir.path()).env("RUST_BACKTRACE", "1").env("RUST_LOG", "trace");
        program.output().expect("the program runs")
    }

    /// `build`, with papers where there is a press.
    pub(crate) fn build(&self) -> Output {
        let mut arguments = vec!["build", "content", "--today", "2026-11-22"];
        if !cfg!(feature = "pdf") {
            arguments.extend(["--only", "website"]);
        }
        self.run(&arguments)
    }

    pub(crate) fn packs(&self, more: &[&str]) -> Output {
        self.run(&[&["packs", "content", "--today", "2026-11-22"], more].concat())
    }

    pub(crate) fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        files(&self.dir.path().join(folder))
    }
}

/// Every file below a folder, with its bytes.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let walk = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    walk.filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(folder).expect("inside").to_string_lossy().into_owned();
            (name, fs_err::read(entry.path()).expect("read"))
        })
        .collect()
}

/// Everything a command said.
pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}
