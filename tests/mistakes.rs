//! Wrong files, each with its exact message. A folder in `tests/mistakes` holds a home's files and `message.txt`.
//!
//! `HOMEPACK_RENEW=1 cargo test --release --test mistakes` writes the messages anew; read them before you keep them.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

mod common;

use camino::Utf8Path;
use homepack::disk;
use homepack::finding::in_order;
use homepack::report::letter;

/// Everything that is said about a folder's home.
fn said(folder: &Utf8Path) -> String {
    let content = disk::read(folder).expect("the folder can be read");
    let mut findings = Vec::new();
    for place in &content.homes {
        findings.extend(common::workshop().without_a_face(&content.sources, place));
        match common::one(&content, place) {
            Ok(made) => findings.extend(made.findings),
            Err(wrong) => findings.extend(wrong),
        }
    }
    in_order(&mut findings);
    findings.iter().map(|finding| letter(finding, &content.sources)).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_wrong_file_gets_its_kind_answer() {
    let folder = Utf8Path::new("tests/mistakes");
    let mut cases: Vec<_> = folder
        .read_dir_utf8()
        .expect("the folder is there")
        .filter_map(Result::ok)
        .map(|entry| entry.path().to_owned())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    assert!(cases.len() >= 50, "there are {} cases", cases.len());
    let mut wrong = Vec::new();
    for case in cases {
        let (said, path) = (said(&case), case.join("message.txt"));
        if std::env::var_os("HOMEPACK_RENEW").is_some() {
            fs_err::write(&path, &said).expect("the message can be written");
        }
        let expected = fs_err::read_to_string(&path).unwrap_or_default();
        if said != expected || said.trim().is_empty() {
            wrong.push(format!("{case}\n--- expected\n{expected}\n--- said\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
