//! A home that says less: whatever is left out leaves no gap, no blank heading and no broken link.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

mod common;
#[path = "common/whole.rs"]
mod whole;

use std::collections::BTreeSet;

use camino::Utf8PathBuf;
use common::{Composed, drawn, one};
use homepack::disk;
use homepack::finding::Severity;

/// How a finding begins that says what else speaks of something left out.
const NAMED: [&str; 2] = ["there is nobody", "there is no part of the home"];

/// Composes a sample home without one of its files, in a folder of its own.
fn without(home: &str, file: Option<&str>) -> Result<Composed, Vec<homepack::finding::Finding>> {
    let dir = tempfile::tempdir().expect("a folder");
    let to = Utf8PathBuf::try_from(dir.path().to_owned()).expect("UTF-8");
    for entry in
        walkdir::WalkDir::new("content").into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file())
    {
        let path = entry.path().strip_prefix("content").expect("inside");
        let name = path.to_string_lossy().into_owned();
        let other_home = common::HOMES.iter().any(|other| *other != home && name.starts_with(other));
        if !other_home && file != Some(name.as_str()) {
            let target = to.as_std_path().join(path);
            fs_err::create_dir_all(target.parent().expect("a folder")).expect("made");
            fs_err::copy(entry.path(), target).expect("copied");
        }
    }
    let content = disk::read(&to).expect("read");
    one(&content, &content.homes[0])
}

/// Every page of a home is whole: nothing empty, every link to a page leads to one.
fn whole(made: &Composed) {
    let ids: BTreeSet<String> = made.pages.iter().map(|page| page.id().to_owned()).collect();
    for page in &made.pages {
        assert_eq!(whole::faults(&page.document, Some(&ids)), Vec::<String>::new(), "{}", page.id());
    }
}

#[test]
fn any_one_file_can_be_left_out() {
    for home in common::HOMES {
        for file in homepack::read::FILES.iter().filter(|file| **file != "home.yaml") {
            match without(home, Some(&format!("{home}/{file}"))) {
                Ok(made) => whole(&made),
                // Others may speak of somebody in it: then it is said where.
                Err(findings) => assert!(
                    findings
                        .iter()
                        .filter(|finding| finding.severity == Severity::Error)
                        .all(|finding| NAMED.iter().any(|named| finding.message.to_string().contains(named))),
                    "{home} without {file}: {findings:#?}"
                ),
            }
        }
    }
}

#[test]
fn both_sample_homes_are_whole() {
    for home in common::HOMES {
        whole(&without(home, None).unwrap_or_else(|findings| panic!("{findings:#?}")));
    }
}

#[test]
fn a_home_that_says_only_its_name_and_address_is_whole_too() {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = dir.path().join("rowan");
    fs_err::create_dir_all(&folder).expect("made");
    fs_err::write(
        folder.join("home.yaml"),
        "name: Rowan House\naddress:\n  lines: [1 Rowan Lane]\n  postcode: ZZ99 1AA\n",
    )
    .expect("written");
    let content = disk::read(&Utf8PathBuf::try_from(dir.path().to_owned()).expect("UTF-8")).expect("read");
    let made = one(&content, &content.homes[0]).unwrap_or_else(|findings| panic!("{findings:#?}"));
    whole(&made);
    for page in &made.pages {
        assert!(!drawn(&page.document).contains("()"), "{}", page.id());
    }
}
