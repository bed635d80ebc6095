//! Homes and packs on a desk, and everything that was made of them.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Output;

use super::desk::Desk;

impl Desk {
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
