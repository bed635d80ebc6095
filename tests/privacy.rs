//! What a home's papers know of its residents stays with each of them: tried with words, days, sums and numbers that stand in one
//! record and nowhere else, over everything that the program writes and says, also when something is broken.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

#[path = "privacy/broken.rs"]
mod broken;
#[path = "privacy/canary.rs"]
mod canary;
#[path = "privacy/consents.rs"]
mod consents;
#[path = "common/desk.rs"]
mod desk;
#[path = "privacy/folders.rs"]
mod folders;
#[path = "privacy/homes.rs"]
mod homes;
#[path = "privacy/machine.rs"]
mod machine;
#[path = "privacy/quotes.rs"]
mod quotes;

use std::collections::BTreeSet;

use canary::{Record, Watch, properties, record};
use desk::{Desk, both_outputs};
use homes::files;

/// Both sample homes with three residents: two in one home, one in the other.
fn group() -> (Desk, Vec<(&'static str, Record)>) {
    let desk = Desk::new();
    desk.samples();
    let residents = [("quillmere-house", "aaa2aa"), ("quillmere-house", "bbb3bb"), ("greengage-yard", "ccc4cc")];
    let records: Vec<(&str, Record)> =
        residents.iter().enumerate().map(|(who, (home, id))| (*home, record(id, who))).collect();
    for (home, record) in &records {
        desk.write(&format!("private/residents/{home}/{}.yaml", record.id), &record.letters);
    }
    (desk, records)
}

#[test]
fn nothing_of_a_record_is_in_what_anybody_may_read() {
    let (desk, records) = group();
    let watch = Watch::over(records.iter().map(|(_, record)| record));
    let today = ["--today", "2026-11-22"];
    let packs = desk.packs(&[]);
    assert_eq!(packs.status.code(), Some(0), "{}", both_outputs(&packs));
    let built = desk.build();
    assert_eq!(built.status.code(), Some(0), "{}", both_outputs(&built));
    let others = [
        desk.packs(&["--home", "quillmere-house", "--resident", "bbb3bb"]),
        desk.run(&[&["lint", "content"][..], &today].concat()),
        desk.run(&[&["where", "lunch"][..], &today].concat()),
        desk.run(&[&["paper", "visiting", "--home", "quillmere-house"][..], &today].concat()),
        desk.packs(&["--resident", "nobody"]),
        desk.run(&[&["print-run", "content"][..], &today].concat()),
        desk.run(&[&["resident", "due", "content"][..], &today].concat()),
        desk.run(&["resident", "leave", "nobody", "content", "--yes"]),
    ];
    for run in [packs, built].iter().chain(&others) {
        assert_eq!(watch.seen(&[&run.stdout[..], &run.stderr[..]].concat()), BTreeSet::new());
    }
    let all = files(desk.dir.path());
    for name in all.keys() {
        assert_eq!(watch.seen(name.as_bytes()), BTreeSet::new(), "{name}");
    }
    // What the office reads names nobody: the pages for the printer are the packs themselves.
    let office: Vec<_> = all.iter().filter(|(name, _)| name.starts_with("private/print-run/office.")).collect();
    assert_eq!(office.is_empty(), !cfg!(feature = "pdf"));
    for (name, bytes) in office {
        assert_eq!(watch.seen_in_file(name, bytes), BTreeSet::new(), "{name}");
    }
    let public: Vec<_> = all.iter().filter(|(name, _)| !name.starts_with("private/")).collect();
    assert!(public.iter().filter(|(name, _)| name.starts_with("output/")).count() > 50, "{} files", public.len());
    for (name, bytes) in public {
        assert_eq!(watch.seen_in_file(name, bytes), BTreeSet::new(), "{name}");
    }
}

#[test]
fn a_pack_holds_what_is_its_reader_s_and_nobody_else_s() {
    let (desk, records) = group();
    let packs = desk.packs(&[]);
    assert_eq!(packs.status.code(), Some(0), "{}", both_outputs(&packs));
    let watch = Watch::over(records.iter().map(|(_, record)| record));
    for (home, record) in &records {
        let pack = desk.files(&format!("private/packs/{home}/{}", record.id));
        assert!(pack.keys().any(|name| name.ends_with("-book.txt")), "{:?}", pack.keys());
        let own: BTreeSet<&String> = record.canaries.iter().flat_map(|canary| &canary.forms).collect();
        let mut seen = BTreeSet::new();
        for (name, bytes) in &pack {
            let ours = matches!(name.as_str(), "pack.json" | ".homepack.made.json");
            assert!(name.starts_with(&format!("{}-", record.id)) || ours, "{name}");
            let here = watch.seen_in_file(name, bytes);
            let others: Vec<_> = here.iter().filter(|found| !own.contains(found)).collect();
            assert!(others.is_empty(), "{name} holds what is somebody else’s: {others:?}");
            seen.extend(here);
        }
        let unseen: Vec<&str> = record
            .canaries
            .iter()
            .filter(|canary| !canary.forms.iter().any(|form| seen.contains(form)))
            .map(|canary| canary.path.as_str())
            .collect();
        assert!(unseen.len() * 4 < record.canaries.len(), "a quarter of the record is in no paper: {unseen:?}");
    }
}

#[test]
fn the_properties_of_a_pack_s_files_hold_the_id_and_no_more() {
    let (desk, records) = group();
    assert_eq!(desk.packs(&[]).status.code(), Some(0));
    for (home, record) in &records {
        // The day a pack was written is the day of its files: an archive's PDF has to have one.
        let written = |canary: &canary::Canary| canary.path == "pack.written_on";
        let canaries = record.canaries.iter().filter(|canary| !written(canary));
        let forms = canaries.map(|canary| canary::Canary { path: canary.path.clone(), forms: canary.forms.clone() });
        let watch = Watch::over(&[Record { id: String::new(), letters: String::new(), canaries: forms.collect() }]);
        let pack = desk.files(&format!("private/packs/{home}/{}", record.id));
        let pdfs: Vec<_> = pack.iter().filter(|(name, _)| name.ends_with(".pdf")).collect();
        assert_eq!(pdfs.is_empty(), !cfg!(feature = "pdf"));
        for (name, bytes) in pdfs {
            let properties = properties(bytes);
            assert_eq!(watch.seen(&properties), BTreeSet::new(), "{name}");
            let narrow: Vec<u8> = properties.into_iter().filter(|byte| *byte != 0).collect();
            assert!(String::from_utf8_lossy(&narrow).contains(&record.id), "{name}");
        }
    }
}

#[test]
fn each_refusal_of_the_wall_has_a_twin_that_differs_in_one_place() {
    let page = include_str!("../src/wall.rs");
    let lines: Vec<&str> = page.lines().map(|line| line.trim_start_matches("//!").trim()).collect();
    let blocks: Vec<&[&str]> = lines.split(|line| line.starts_with("```")).collect();
    // Prose and code take turns: what is refused, prose, its twin, prose.
    let code: Vec<&[&str]> = blocks.iter().skip(1).step_by(2).copied().collect();
    let opened: Vec<&str> = lines.iter().filter(|line| line.len() > 3 && line.starts_with("```")).copied().collect();
    assert!(code.len() >= 30 && code.len().is_multiple_of(2) && opened.len() == code.len(), "{} blocks", code.len());
    for (pair, opened) in code.chunks(2).zip(opened.chunks(2)) {
        assert!(opened[0].starts_with("```compile_fail,E0") && opened[1] == "```no_run", "{opened:?}");
        let differing = pair[0].iter().zip(pair[1]).filter(|(refused, taken)| refused != taken).count();
        assert!(pair[0].len() == pair[1].len() && differing == 1, "{pair:#?}");
    }
}

#[test]
fn the_watch_finds_a_canary_however_it_is_written() {
    let record = record("aaa2aa", 0);
    let watch = Watch::over([&record]);
    let (word, day) = (record.canaries.iter().find(|canary| canary.path == "name.preferred"), "born");
    let word = &word.expect("everybody has a name").forms[0];
    let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let coded = word.bytes().fold(String::new(), |coded, byte| coded + &format!("%{byte:02X}"));
    for hidden in [word.to_uppercase().into_bytes(), wide, coded.into_bytes()] {
        assert_eq!(watch.seen(&hidden).iter().next(), Some(word));
    }
    let day = record.canaries.iter().find(|canary| canary.path.ends_with(day)).expect("a day");
    assert_eq!(watch.seen(day.forms[2].replace(' ', "\u{A0}").as_bytes()).len(), 1);
    assert_eq!(watch.seen("A canary sings".as_bytes()).len(), 1);
    assert!(watch.seen("Nothing to see".as_bytes()).is_empty());
}
