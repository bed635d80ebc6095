//! The limits: every one of them stands in one table in the code, and `docs/limits.md` shows that table.
//!
//! `HOMEPACK_RENEW=1 cargo test --test limits` writes `docs/limits.md` anew.

#![expect(clippy::disallowed_methods, reason = "a test reads our own files")]

use std::collections::BTreeSet;

use homepack::limits::{ALL, Limit};

/// A number as people write it: bytes in KB and MB where they are whole.
fn most(limit: &Limit) -> String {
    let (number, unit) = match (limit.most, limit.unit) {
        (most, "bytes") if most % (1024 * 1024) == 0 => (most / (1024 * 1024), "MB"),
        (most, "bytes") if most % 1024 == 0 => (most / 1024, "KB"),
        (most, unit) => (most, unit),
    };
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    format!("{} {unit}", groups.join(","))
}

#[test]
fn the_table_of_limits_says_what_the_code_holds_to() {
    let mut page = "# Limits\n\nHow much of anything `homepack` reads, works through or shows. Each limit lies far above what an honest home or statement has. What\npasses one is a finding with its file and line, or a sentence about the statement; the rest is made and read all the same. This page is\nprinted from `src/limits.rs`, where the code takes its limits from.\n\n| What | At most | Why | What is said of more |\n|---|---|---|---|\n".to_owned();
    for limit in ALL {
        let said =
            if limit.help.is_empty() { limit.said.to_owned() } else { format!("{}: {}", limit.said, limit.help) };
        page.push_str(&format!("| {} | {} | {} | {said} |\n", limit.what, most(limit), limit.why));
    }
    if std::env::var_os("HOMEPACK_RENEW").is_some() {
        fs_err::write("docs/limits.md", &page).expect("it can be written");
    }
    let there = fs_err::read_to_string("docs/limits.md").unwrap_or_default();
    assert!(there == page, "docs/limits.md is stale: HOMEPACK_RENEW=1 cargo test --test limits writes it anew");
}

#[test]
fn every_limit_of_the_code_stands_in_the_table_and_is_used() {
    let names: BTreeSet<&str> = ALL.iter().map(|limit| limit.what).collect();
    assert_eq!(names.len(), ALL.len(), "each is there once");
    let written = fs_err::read_to_string("src/limits.rs").expect("it is there");
    let constant = |line: &str| line.strip_prefix("pub const ")?.split_once(": Limit").map(|(name, _)| name.to_owned());
    let constants: Vec<String> = written.lines().filter_map(constant).collect();
    assert_eq!(constants.len(), ALL.len(), "a limit is missing in ALL");
    let mut code = String::new();
    for entry in walkdir::WalkDir::new("src").sort_by_file_name() {
        let entry = entry.expect("it can be read");
        if entry.path().extension().is_some_and(|ending| ending == "rs") && entry.file_name() != "limits.rs" {
            code.push_str(&fs_err::read_to_string(entry.path()).expect("it is text"));
        }
    }
    for name in constants {
        assert!(code.contains(&name), "nothing holds to {name}");
    }
    for limit in ALL {
        assert!(limit.why.ends_with('.') && !limit.said.is_empty(), "{}", limit.what);
    }
}
