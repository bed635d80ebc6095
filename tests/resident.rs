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
    let typed = "name.preferred: Zebedee: \"Zeb\" # 1\nroom.number: Zimmer\nstay.moved_in: 1 October 2026\nstay.from: hospital\nstay.kind: short\nstay.until: 2027-01-05\nkey_worker.name: Zoltan\npaying.route: nhs\nformat.points: 20\nformat.paper: yellow\nformat.asked_on: today\n";
    let output = homepack(dir.path(), &["resident", "new"], typed);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    for answer in ["Zeb", "Zimmer", "Zoltan", "1 October"] {
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
fn answers_from_a_file_are_named_and_never_counted() {
    let dir = rowan_house();
    for typed in ["Zqcanary\n\n14\n2026-10-01\n", "name.preferred: Zqcanary\nstay.moved_in: Zqcanary\n"] {
        let output = homepack(dir.path(), &["resident", "new"], typed);
        let said = said(&output);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("Line ") && said.contains("Nothing was written."), "{said}");
        assert!(!said.contains("Zqcanary"), "{said}");
    }
    assert!(records(dir.path()).is_empty());
}

#[test]
fn two_records_have_two_ids() {
    let dir = rowan_house();
    for _ in 0..2 {
        assert_eq!(homepack(dir.path(), &["resident", "new"], "name.preferred: Bea\n").status.code(), Some(0));
    }
    assert_eq!(records(dir.path()).len(), 2);
}

#[test]
fn only_the_id_deletes() {
    let dir = rowan_house();
    homepack(dir.path(), &["resident", "new"], "name.preferred: Bea\n");
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
    homepack(dir.path(), &["resident", "new"], "name.preferred: Bea\n");
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
    homepack(dir.path(), &["resident", "new"], "name.preferred: Bea\n");
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

#[test]
fn a_remark_about_a_record_keeps_nobody_from_a_pack() {
    let dir = rowan_house();
    write(
        &dir.path().join("private/residents/rowan-house/a2b3c4.yaml"),
        "id: a2b3c4\nname:\n  preferred: Bea\nwhat_matters:\n  - \"**Cocoa** at four.\"\n",
    );
    let packs = homepack(dir.path(), &["packs"], "");
    assert_eq!(packs.status.code(), Some(0), "{}", said(&packs));
    assert!(said(&packs).contains("warning") && !said(&packs).contains("Cocoa"), "{}", said(&packs));
    assert!(dir.path().join("private/packs/rowan-house/a2b3c4/pack.json").is_file() || cfg!(not(feature = "pdf")));
}

/// The id of the one record.
fn only_id(dir: &Path) -> String {
    records(dir)[0].file_stem().expect("a name").to_string_lossy().into_owned()
}

fn write(path: &Path, letters: &str) {
    fs_err::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs_err::write(path, letters).expect("written");
}

#[test]
fn a_folder_that_is_not_ours_is_never_made_the_private_one() {
    let dir = rowan_house();
    write(&dir.path().join("theirs/thesis.txt"), "my work");
    let before = files(dir.path());
    for folder in [".", "theirs", "content", "content/rowan-house", "/", "theirs/thesis.txt"] {
        for command in [&["packs"][..], &["resident", "due"], &["print-run"]] {
            let arguments: Vec<&str> = command.iter().copied().chain(["--private", folder]).collect();
            let output = homepack(dir.path(), &arguments, "");
            assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", said(&output));
            assert!(said(&output).contains("cannot be the private folder"), "{arguments:?}: {}", said(&output));
        }
    }
    assert_eq!(files(dir.path()), before);
    // What computers leave in every folder, and what is ours, is no reason; nor is what somebody adds once it is marked.
    write(&dir.path().join("private/.DS_Store"), "");
    assert_eq!(homepack(dir.path(), &["resident", "new"], "name.preferred: Bea\n").status.code(), Some(0));
    write(&dir.path().join("private/notes.txt"), "notes");
    assert_eq!(homepack(dir.path(), &["resident", "new"], "name.preferred: Bea\n").status.code(), Some(0));
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_not_ours_keeps_its_rights() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = rowan_house();
    let theirs = dir.path().join("theirs");
    write(&theirs.join("thesis.txt"), "my work");
    fs_err::set_permissions(&theirs, std::fs::Permissions::from_mode(0o755)).expect("set");
    homepack(dir.path(), &["packs", "--private", "theirs"], "");
    assert_eq!(fs_err::metadata(&theirs).expect("there").permissions().mode() & 0o777, 0o755);
    assert_eq!(fs_err::read_dir(&theirs).expect("there").count(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_anywhere_in_the_private_folder_is_refused_by_its_path() {
    let dir = rowan_house();
    assert_eq!(homepack(dir.path(), &["resident", "new"], "name.preferred: Bea\n").status.code(), Some(0));
    let published = dir.path().join("published");
    fs_err::create_dir_all(&published).expect("made");
    for link in ["packs", "print-run", "residents/elder", "residents/rowan-house/x2y3z4.yaml", "packs/rowan-house"] {
        let path = dir.path().join("private").join(link);
        fs_err::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs_err::os::unix::fs::symlink(&published, &path).expect("a link");
        for command in [&["packs"][..], &["print-run"], &["resident", "due"], &["resident", "new"]] {
            let output = homepack(dir.path(), command, "Ann\n");
            assert_eq!(output.status.code(), Some(2), "{link}: {}", said(&output));
            let told = match link.split_once('/') {
                None => format!("{link} in it is a link"),
                Some((folder, _)) => format!("something in its folder {folder} is a link"),
            };
            assert!(said(&output).contains(&told), "{link}: {}", said(&output));
        }
        fs_err::remove_file(&path).expect("removed");
        if link == "packs/rowan-house" {
            fs_err::remove_dir(path.parent().expect("a folder")).expect("removed");
        }
    }
    assert_eq!(files(&published).len(), 0);
}

#[test]
fn all_there_is_of_a_resident_is_named_and_deleted() {
    let dir = rowan_house();
    homepack(dir.path(), &["resident", "new"], "name.preferred: Bea\n");
    let id = only_id(dir.path());
    let private = dir.path().join("private");
    let theirs = [
        format!("residents/rowan-house/{id}.yaml"),
        format!("residents/rowan-house/.{id}.yaml.swp"),
        format!("packs/rowan-house/{id}/{id}-book.txt"),
        format!("packs/rowan-house/{id}/notes from the family.docx"),
        format!("packs/rowan-house/.making-{id}/{id}-book.txt"),
        "print-run/cream.pdf".to_owned(),
        ".homepack.scratch/0/new/cream.pdf".to_owned(),
    ];
    for path in &theirs {
        if !private.join(path).exists() {
            write(&private.join(path), "Bea");
        }
    }
    write(&private.join(".homepack.scratch/mark"), "");
    // A mark that is cut short is one only where there is nothing beside it.
    let output = homepack(dir.path(), &["resident", "leave", &id, "--yes"], "");
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    fs_err::write(
        private.join(".homepack.scratch/mark"),
        "homepack works in this folder. When homepack is not at work, it can be deleted.\n",
    )
    .expect("written");
    let output = homepack(dir.path(), &["resident", "leave", &id, "--yes"], "");
    let said = said(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    for named in [
        format!("private/residents/rowan-house/{id}.yaml\n"),
        format!("private/residents/rowan-house/.{id}.yaml.swp\n"),
        format!("private/packs/rowan-house/{id}\n"),
        format!("private/packs/rowan-house/{id}/notes from the family.docx\n"),
        format!("private/packs/rowan-house/.making-{id}\n"),
        "private/print-run\n".to_owned(),
        "private/.homepack.scratch\n".to_owned(),
    ] {
        assert!(said.contains(&named), "{named} in {said}");
    }
    let left: Vec<PathBuf> = files(&private)
        .into_iter()
        .filter(|path| fs_err::read_to_string(path).is_ok_and(|is| is.contains("Bea")))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_pack_that_was_begun_is_told_of_and_goes_when_its_record_has_gone() {
    let dir = rowan_house();
    homepack(dir.path(), &["resident", "new"], "name.preferred: Bea\n");
    let id = only_id(dir.path());
    let private = dir.path().join("private");
    write(&private.join(format!("packs/rowan-house/.making-{id}/{id}-book.txt")), "Bea");
    fs_err::remove_file(private.join(format!("residents/rowan-house/{id}.yaml"))).expect("removed");
    let due = homepack(dir.path(), &["resident", "due"], "");
    assert!(said(&due).contains(&format!("homepack resident leave {id}")), "{}", said(&due));
    let left = homepack(dir.path(), &["resident", "leave", &id, "--yes"], "");
    assert_eq!(left.status.code(), Some(0), "{}", said(&left));
    assert!(!private.join("packs/rowan-house").exists());
}

#[cfg(unix)]
#[test]
fn what_could_not_be_deleted_is_not_said_to_be() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = rowan_house();
    homepack(dir.path(), &["resident", "new"], "name.preferred: Bea\n");
    let id = only_id(dir.path());
    let folder = dir.path().join("private/residents/rowan-house");
    fs_err::set_permissions(&folder, std::fs::Permissions::from_mode(0o500)).expect("set");
    if fs_err::write(folder.join("try"), "").is_ok() {
        // Nobody forbids anything to root.
        return;
    }
    let output = homepack(dir.path(), &["resident", "leave", &id, "--yes"], "");
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(!said(&output).contains("Deleted") && said(&output).contains("It is still there"), "{}", said(&output));
}

#[test]
fn a_file_that_somebody_put_into_a_pack_is_not_lost() {
    let dir = rowan_house();
    homepack(dir.path(), &["resident", "new"], "name.preferred: Bea\n");
    let id = only_id(dir.path());
    assert_eq!(homepack(dir.path(), &["packs"], "").status.code(), Some(0));
    let pack = dir.path().join("private/packs/rowan-house").join(&id);
    let notes = pack.join("notes from the family.txt");
    write(&notes, "Tuesdays");
    let output = homepack(dir.path(), &["packs"], "");
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    // The name of the file may be a resident's: the folder is named, and that something is in it.
    assert!(said(&output).contains(&format!("{id} holds something that homepack did not make")), "{}", said(&output));
    assert!(!said(&output).contains("notes from the family"), "{}", said(&output));
    fs_err::remove_file(&notes).expect("moved away");
    let book = pack.join(format!("{id}-book.txt"));
    fs_err::write(&book, "with a note in pencil").expect("written");
    let output = homepack(dir.path(), &["packs"], "");
    assert!(said(&output).contains("was changed by somebody"), "{}", said(&output));
    assert_eq!(fs_err::read_to_string(&book).expect("still there"), "with a note in pencil");
}

#[test]
fn what_a_computer_leaves_in_a_pack_or_a_print_run_stops_nothing() {
    let dir = rowan_house();
    homepack(dir.path(), &["resident", "new"], "name.preferred: Bea\n");
    let id = only_id(dir.path());
    assert_eq!(homepack(dir.path(), &["packs"], "").status.code(), Some(0));
    write(&dir.path().join(format!("private/packs/rowan-house/{id}/Thumbs.db")), "");
    write(&dir.path().join(format!("private/packs/rowan-house/{id}/.~lock.{id}-book.docx#")), "");
    let output = homepack(dir.path(), &["packs"], "");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn a_home_without_residents_is_told_so_and_nothing_else() {
    let dir = rowan_house();
    let output = homepack(dir.path(), &["packs"], "");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!said(&output).contains("cannot be read"), "{}", said(&output));
    let output = homepack(dir.path(), &["resident", "due"], "");
    assert!(said(&output).contains("Nothing is due"), "{}", said(&output));
}

#[test]
fn a_record_that_lies_elsewhere_among_the_records_goes_with_the_resident() {
    let dir = rowan_house();
    homepack(dir.path(), &["resident", "new"], "name.preferred: Bea\n");
    let id = only_id(dir.path());
    let others = [format!("residents/rowan-house/old/{id}.yaml"), format!("residents/{id}.yaml")];
    others.iter().for_each(|path| write(&dir.path().join("private").join(path), "Bea"));
    let output = homepack(dir.path(), &["resident", "leave", &id, "--yes"], "");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for path in others {
        assert!(said(&output).contains(&path) && !dir.path().join("private").join(&path).exists(), "{}", said(&output));
    }
}

#[test]
fn every_copy_of_a_record_is_deleted_or_named() {
    let dir = rowan_house();
    homepack(dir.path(), &["resident", "new"], "name.preferred: Bea\n");
    let id = only_id(dir.path());
    let copies = [
        format!("residents/rowan-house/Copy of {id}.yaml"),
        format!("residents/rowan-house/old/{}.YAML", id.to_uppercase()),
        format!("residents/rowan-house/.~lock.{id}.yaml#"),
    ];
    let perhaps = [
        format!("residents/rowan-house/{id}-old.yaml"),
        format!("residents/rowan-house/old-{id}.yaml"),
        format!("packs/rowan-house/{id} copy/{id}-book.txt"),
    ];
    let private = dir.path().join("private");
    copies.iter().chain(&perhaps).for_each(|path| write(&private.join(path), "Bea"));
    let output = homepack(dir.path(), &["resident", "leave", &id, "--yes"], "");
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let (before, after) =
        said(&output).split_once("Deleted: ").map(|(a, b)| (a.to_owned(), b.to_owned())).expect("said");
    for path in copies {
        assert!(before.contains(&path) && !private.join(&path).exists(), "{path}: {before}");
    }
    for path in perhaps {
        let place = path.strip_suffix(&format!("/{id}-book.txt")).unwrap_or(&path);
        assert!(after.contains(&format!("private/{place}\n")) && private.join(&path).exists(), "{path}: {after}");
    }
}

#[test]
fn no_name_of_a_file_or_folder_among_the_records_is_said() {
    let dir = rowan_house();
    homepack(dir.path(), &["resident", "new"], "name.preferred: Bea\n");
    write(&dir.path().join("private/residents/Ada Zqcanary/q7k2m9.yaml"), "id: q7k2m9\nname:\n  preferred: Ada\n");
    for command in [&["packs"][..], &["resident", "due"]] {
        let output = homepack(dir.path(), command, "");
        assert!(said(&output).contains("a folder here has the name of no home"), "{}", said(&output));
        assert!(!said(&output).contains("Zqcanary"), "{}", said(&output));
    }
    let other = rowan_house();
    write(&other.path().join("private/Ada Zqcanary.docx"), "x");
    let output = homepack(other.path(), &["packs"], "");
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(!said(&output).contains("Zqcanary"), "{}", said(&output));
}

#[test]
fn a_way_back_from_what_is_not_there_is_no_way_to_the_private_folder() {
    let dir = rowan_house();
    let before = files(dir.path());
    for folder in ["nothere/..", "nothere/../content", "x/y/../../output/private"] {
        let output = homepack(dir.path(), &["packs", "--private", folder], "");
        assert_eq!(output.status.code(), Some(2), "{folder}: {}", said(&output));
    }
    assert_eq!(files(dir.path()), before);
}
