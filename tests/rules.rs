//! The pages of the rules in `docs/rules/` say what `homepack explain` says. `HOMEPACK_RENEW=1` writes them anew.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

use std::collections::BTreeMap;
use std::path::Path;

use homepack::rulebook::Rulebook;
use homepack::rulebook::rule::Rule;
use homepack::wording::page::{contents, every, title, written};

const FOLDER: &str = "docs/rules";

/// Every page by its file.
fn pages() -> BTreeMap<String, String> {
    let rules = every(&Rulebook::built_in().expect("the rules are in order"));
    let line = |rule: &Rule| format!("- [{}]({}.md): {}\n", rule.code, rule.code, title(rule));
    let list = contents(&rules, line);
    let intro = "# All rules\n\nWhat `homepack lint` finds, a kind after another. `homepack explain RULE` prints the same pages.\n";
    let mut pages: BTreeMap<String, String> =
        rules.iter().map(|rule| (format!("{}.md", rule.code), written(rule))).collect();
    pages.insert("README.md".to_owned(), format!("{intro}{list}"));
    pages
}

#[test]
fn every_page_says_what_explain_says() {
    let (pages, renew) = (pages(), std::env::var("HOMEPACK_RENEW").is_ok());
    let folder = Path::new(FOLDER);
    let there = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let there: Vec<String> = there.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let mut stale: Vec<String> = Vec::new();
    for gone in there.iter().filter(|name| !pages.contains_key(*name)) {
        stale.push(format!("{FOLDER}/{gone}: there is no such rule any more"));
        if renew {
            std::fs::remove_file(folder.join(gone)).expect("it can be removed");
        }
    }
    for (name, page) in &pages {
        if std::fs::read_to_string(folder.join(name)).ok().as_ref() != Some(page) {
            stale.push(format!("{FOLDER}/{name}"));
            if renew {
                std::fs::create_dir_all(folder).expect("the folder can be made");
                std::fs::write(folder.join(name), page).expect("it can be written");
            }
        }
    }
    assert!(renew || stale.is_empty(), "stale: {stale:#?}\nHOMEPACK_RENEW=1 cargo test --test rules writes them anew");
}
