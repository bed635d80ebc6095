//! Everything we ship passes our own linter: the words of the sample homes, of the theme, of our messages and of our pages.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

use std::path::{Path, PathBuf};

use homepack::country;
use homepack::duties::Duties;
use homepack::finding::Severity;
use homepack::keys::KEYS;
use homepack::prose::{Part, Passage, Prose};
use homepack::rulebook::Rulebook;
use homepack::statement::statement;
use homepack::wording::{OwnWords, check};

fn book() -> Rulebook {
    Rulebook::built_in().expect("the rules are in order")
}

/// What the linter says about a text at `warning` level.
fn said(prose: &Prose, book: &Rulebook) -> Vec<String> {
    let remarks = check(prose, book, &OwnWords::default());
    let loud = remarks.iter().filter(|remark| remark.severity != Severity::Hint);
    loud.map(|remark| {
        let text = &prose.passages[remark.passage].text;
        format!(
            "{}: {}: “{}” in “{}”",
            prose.path,
            remark.rule,
            &text[remark.words.clone()],
            &text[remark.sentence.clone()]
        )
    })
    .collect()
}

#[test]
fn every_rule_finds_its_hits_and_leaves_its_near_misses() {
    let wrong = book().disproved();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_page_for_managers_says_nothing_that_the_linter_would_change() {
    let book = book();
    let found: Vec<String> =
        ["README.md", "docs/beginning.md", "docs/lint.md", "docs/packs.md", "docs/what-you-can-write.md"]
            .iter()
            .flat_map(|page| {
                let bytes = read(Path::new(page));
                said(&statement((*page).into(), &bytes).expect("it can be read"), &book)
            })
            .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn both_sample_homes_pass_as_people_will_read_them() {
    let program = env!("CARGO_BIN_EXE_homepack");
    let linted = std::process::Command::new(program).args(["lint", "content", "--today", "2026-11-22"]).output();
    let linted = linted.expect("the program runs");
    assert!(linted.status.success(), "{}", String::from_utf8_lossy(&linted.stdout));
}

#[test]
fn what_the_rules_say_is_said_as_they_ask() {
    let book = book();
    let texts = book.rules.iter().flat_map(|rule| {
        let message = rule.message.replace("{words}", "these words");
        [message, rule.why.clone(), rule.say.clone()].map(|text| (rule.code.clone(), text))
    });
    let found: Vec<String> = texts.flat_map(|(code, text)| said(&one(&code, text), &book)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn messages_are_worded_as_the_homes_are() {
    let book = book();
    let mut found = Vec::new();
    for file in rust_files(Path::new("src")) {
        let letters = String::from_utf8(read(&file)).expect("our files are text");
        let code = letters.split("#[cfg(test)]").next().unwrap_or_default();
        for text in sentences_in(code) {
            found.extend(said(&one(&file.to_string_lossy(), text), &book));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn what_managers_are_asked_and_told_to_write_is_worded_as_the_homes_are() {
    let book = book();
    let duties = Duties::new().expect("our lists are in order");
    let all = country::ids().flat_map(|country| duties.of(country));
    let duties = all.flat_map(|duty| [&duty.asks, &duty.write].map(|text| (duty.id.clone(), text.clone())));
    let questions = KEYS.iter().filter_map(|key| {
        let asked = key.question.as_ref()?;
        let example = asked.example.iter().filter(|example| example.split_whitespace().count() >= 4).cloned();
        let texts = [asked.question.clone(), asked.why.clone()].into_iter().chain(example);
        Some(texts.map(|text| (key.path(), text)).collect::<Vec<_>>())
    });
    let texts = duties.chain(questions.flatten());
    let found: Vec<String> = texts.flat_map(|(of, text)| said(&one(&of, text), &book)).collect();
    assert!(found.is_empty(), "{found:#?}");
}

/// A text of one paragraph.
fn one(path: &str, text: String) -> Prose {
    let passage = Passage { part: Part::Paragraph, text, ..Passage::default() };
    Prose { path: path.into(), passages: vec![passage], ..Prose::default() }
}

/// What is said to people in a file of ours: its strings, and what `--help` takes from the comments of commands.
fn sentences_in(code: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find('"') {
        let after = &rest[at + 1..];
        let Some(end) = closing(after) else { break };
        let text = after[..end].replace("\\n", " ").replace("\\\"", "“");
        let code = ["::", "<", "=>", "(&", "Policy:"].iter().any(|sign| text.contains(sign));
        if text.split_whitespace().count() >= 4 && !code {
            out.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        rest = &after[end + 1..];
    }
    out
}

/// The quotation mark that ends a string.
fn closing(after: &str) -> Option<usize> {
    let bytes = after.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'"' => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).expect("it is there")
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("it is there").map(|entry| entry.expect("it can be read").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            files.push(path);
        }
    }
    files
}
