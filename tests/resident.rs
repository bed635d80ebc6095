//! A manager at the terminal: beginning a record, and deleting one. What is typed reaches the record and nothing else.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder with one home, Rowan House.
fn rowan_house() -> TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    let home = dir.path().join("content/rowan-house");
    fs_err::create_dir_all(&home).expect("made");
    let letters =
        "name: Rowan House\naddress:\n  lines: [1 Rowan Lane, Sandlewick]\n  postcode: ZZ99 1AA\nphone: 01632 960170\n";
    fs_err::write(home.join("home.yaml"), letters).expect("written");
    dir
}

/// What homepack does in a folder, with lines typed at its questions.
fn homepack(dir: &Path, arguments: &[&str], typed: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_homepack"))
        .args(arguments)
        .current_dir(dir)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // The program may end before it has read everything.
    let _ = child.stdin.take().expect("somebody types").write_all(typed.as_bytes());
    child.wait_with_output().expect("the program ends")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn files(dir: &Path) -> Vec<PathBuf> {
    let all = walkdir::WalkDir::new(dir).into_iter().filter_map(Result::ok);
    all.filter(|entry| entry.file_type().is_file()).map(|entry| entry.path().to_owned()).collect()
}

/// The records under the private folder.
fn records(dir: &Path) -> Vec<PathBuf> {
    files(&dir.join("private")).into_iter().filter(|path| path.extension().is_some_and(|end| end == "yaml")).collect()
}

#[test]
fn a_record_is_begun_from_answers_and_shows_none_of_them() {
    let dir = rowan_house();
    let typed = "\nZebedee: \"Zeb\" # 1\n\nZimmer\nyesterday\n2026-02-30\n1 October 2026\nhospital\nshort\n2027-01-05\nZoltan\nnhs\n22\n20\nyellow\n\n\ntoday\n";
    let output = homepack(dir.path(), &["resident", "new"], typed);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    for answer in ["Zeb", "Zimmer", "Zoltan", "yesterday", "02-30", "1 October"] {
        assert!(!said.contains(answer), "{answer} in {said}");
    }
    let records = records(dir.path());
    let [record] = records.as_slice() else { panic!("{records:?}") };
    let letters = fs_err::read_to_string(record).expect("it can be read");
    for line in [
        "  preferred: \"Zebedee: \\\"Zeb\\\" # 1\"",
        "  number: \"Zimmer\"",
        "  moved_in: 2026-10-01",
        "  from: hospital",
        "  kind: short",
        "  until: 2027-01-05",
        "  route: nhs",
        "  points: 20",
        "  paper: yellow",
    ] {
        assert!(letters.lines().any(|written| written == line), "{line} in {letters}");
    }
    let id = record.file_stem().expect("a name").to_string_lossy().into_owned();
    assert!(said.contains(&format!("homepack packs --home rowan-house --resident {id}")), "{said}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| fs_err::metadata(path).expect("it is there").permissions().mode() & 0o777;
        assert_eq!((mode(record), mode(record.parent().expect("a folder"))), (0o600, 0o700));
    }
    let due = homepack(dir.path(), &["resident", "due"], "");
    assert_eq!(due.status.code(), Some(1), "{}", String::from_utf8_lossy(&due.stderr));
    assert!(!String::from_utf8_lossy(&due.stdout).contains("Zeb"));
}

#[test]
fn without_a_name_nothing_is_written() {
    let dir = rowan_house();
    let output = homepack(dir.path(), &["resident", "new"], "\n\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(records(dir.path()).is_empty());
}

#[test]
fn two_records_have_two_ids() {
    let dir = rowan_house();
    for _ in 0..2 {
        assert_eq!(homepack(dir.path(), &["resident", "new"], "Bea\n").status.code(), Some(0));
    }
    assert_eq!(records(dir.path()).len(), 2);
}

#[test]
fn only_the_id_deletes() {
    let dir = rowan_house();
    homepack(dir.path(), &["resident", "new"], "Bea\n");
    let record = records(dir.path()).remove(0);
    let id = record.file_stem().expect("a name").to_string_lossy().into_owned();
    let pack = dir.path().join("private/packs/rowan-house").join(&id);
    let run = dir.path().join("private/print-run");
    for folder in [&pack, &run] {
        fs_err::create_dir_all(folder).expect("made");
        fs_err::write(folder.join("page.txt"), "a page").expect("written");
    }
    for wrong in ["", "yes\n", "\n", "Q7K2M9\n"] {
        let output = homepack(dir.path(), &["resident", "leave", &id], wrong);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(record.exists() && pack.exists() && run.exists());
    }
    let output = homepack(dir.path(), &["resident", "leave", &id], &format!("{id}\n"));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!record.exists() && !pack.exists() && !run.exists());
}

#[test]
fn an_id_is_never_a_way_to_another_folder() {
    let dir = rowan_house();
    homepack(dir.path(), &["resident", "new"], "Bea\n");
    let before = files(dir.path());
    for id in ["..", "../../content/rowan-house/home", "."] {
        let output = homepack(dir.path(), &["resident", "leave", id, "--yes"], "");
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    }
    assert_eq!(files(dir.path()), before);
}

#[test]
fn a_record_that_was_changed_after_its_pack_is_due() {
    let dir = rowan_house();
    homepack(dir.path(), &["resident", "new"], "Bea\n");
    let record = records(dir.path()).remove(0);
    let due = || said(&homepack(dir.path(), &["resident", "due"], ""));
    assert!(due().contains("there is no pack yet"));
    let pack = dir.path().join("private/packs/rowan-house").join(record.file_stem().expect("a name"));
    fs_err::create_dir_all(&pack).expect("made");
    fs_err::write(pack.join("book.txt"), "a page").expect("written");
    let day = std::time::Duration::from_hours(24);
    let made = fs_err::metadata(pack.join("book.txt")).expect("there").modified().expect("a time");
    let change = |when| fs_err::File::options().write(true).open(&record).expect("open").set_modified(when);
    change(made + day).expect("later");
    assert!(due().contains("changed after the pack was made"));
    change(made - day).expect("earlier");
    assert!(!due().contains("the pack was made") && !due().contains("no pack yet"));
}
