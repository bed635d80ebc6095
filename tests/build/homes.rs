//! Small homes on a desk, and what was made of them.

use std::collections::BTreeMap;
use std::process::Output;

use camino::{Utf8Path, Utf8PathBuf};

use crate::desk::Desk;

impl Desk {
    pub(crate) fn path(&self, name: &str) -> Utf8PathBuf {
        Utf8PathBuf::try_from(self.dir.path().join(name)).expect("UTF-8")
    }

    /// A small home that can be built.
    pub(crate) fn home(&self, name: &str) {
        self.write(
            &format!("content/{name}/home.yaml"),
            format!("name: {name}\naddress:\n  lines: [1 Lane]\n  postcode: ZZ99 1AA\n"),
        );
        self.write(&format!("content/{name}/visiting.yaml"), "any_time: yes\n");
    }

    pub(crate) fn build(&self, more: &[&str]) -> Output {
        self.run(&[&["build", "content", "--today", "2026-11-22"], more].concat())
    }
}

/// Every file below a folder with its bytes and the moment it was last changed.
pub(crate) fn files(dir: &Utf8Path) -> BTreeMap<String, (Vec<u8>, std::time::SystemTime)> {
    let walk =
        walkdir::WalkDir::new(dir).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    walk.filter(|entry| entry.file_name() != ".homepack.lock")
        .map(|entry| {
            let name = entry.path().strip_prefix(dir).expect("inside").to_string_lossy().into_owned();
            let changed = entry.metadata().expect("there").modified().expect("known");
            (name, (fs_err::read(entry.path()).expect("read"), changed))
        })
        .collect()
}

pub(crate) fn bytes(dir: &Utf8Path) -> BTreeMap<String, Vec<u8>> {
    files(dir).into_iter().map(|(name, (bytes, _))| (name, bytes)).collect()
}
