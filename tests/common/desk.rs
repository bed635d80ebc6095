//! A folder of its own for one test, and the program run in it. What one suite alone needs of its desk it adds itself.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::missing_panics_doc,
    reason = "each test file uses a part of this, as a module of its own"
)]

use std::process::{Command, Output};

/// A folder of its own for one test.
pub struct Desk {
    pub dir: tempfile::TempDir,
}

impl Desk {
    /// An empty folder.
    pub fn new() -> Self {
        Self { dir: tempfile::tempdir().expect("a folder") }
    }

    /// Writes a file, with the folders it lies in.
    pub fn write(&self, name: &str, letters: impl AsRef<[u8]>) {
        let path = self.dir.path().join(name);
        fs_err::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs_err::write(path, letters).expect("written");
    }

    /// Runs the program in it, as talkative as it can be.
    pub fn run(&self, arguments: &[&str]) -> Output {
        let mut program = Command::new(env!("CARGO_BIN_EXE_homepack"));
        program.args(arguments).current_dir(self.dir.path()).env("RUST_BACKTRACE", "1").env("RUST_LOG", "trace");
        program.output().expect("the program runs")
    }
}

/// Everything that a run said, on either output.
pub fn both_outputs(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}
