//! `homepack build` as a manager meets it: what it makes, what it keeps, what it refuses.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

mod common;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Output;

use camino::{Utf8Path, Utf8PathBuf};

/// A folder of its own for one test.
struct Desk {
    dir: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { dir: tempfile::tempdir().expect("a folder") }
    }

    fn path(&self, name: &str) -> Utf8PathBuf {
        Utf8PathBuf::try_from(self.dir.path().join(name)).expect("UTF-8")
    }

    /// Writes a file, with the folders it lies in.
    fn write(&self, name: &str, letters: &str) {
        let path = self.path(name);
        fs_err::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs_err::write(path, letters).expect("written");
    }

    /// A small home that can be built.
    fn home(&self, name: &str) {
        self.write(
            &format!("content/{name}/home.yaml"),
            &format!("name: {name}\naddress:\n  lines: [1 Lane]\n  postcode: ZZ99 1AA\n"),
        );
        self.write(&format!("content/{name}/visiting.yaml"), "any_time: yes\n");
    }

    fn build(&self, more: &[&str]) -> Output {
        let mut arguments = vec!["build", "content", "--today", "2026-11-22"];
        arguments.extend(more);
        std::process::Command::new(env!("CARGO_BIN_EXE_homepack"))
            .args(arguments)
            .current_dir(self.dir.path())
            .output()
            .expect("the program runs")
    }
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// Every file below a folder with its bytes and the moment it was last changed.
fn files(dir: &Utf8Path) -> BTreeMap<String, (Vec<u8>, std::time::SystemTime)> {
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

fn bytes(dir: &Utf8Path) -> BTreeMap<String, Vec<u8>> {
    files(dir).into_iter().map(|(name, (bytes, _))| (name, bytes)).collect()
}

/// “If you are unhappy” is two sheets in large print, a sheet for the wall is one page, and a week for it a few.
fn as_long_as_promised(home: &Path) {
    let list = fs_err::read(home.join(".homepack.json")).expect("there is a list of what was made");
    let list: serde_json::Value = serde_json::from_slice(&list).expect("the list is data");
    let papers = list["papers"].as_array().expect("papers are listed");
    let pages = |paper: &str, form: &str| {
        let found = papers.iter().find(|listed| listed["paper"] == paper && listed["form"] == form);
        found.and_then(|listed| listed["pages"].as_u64()).unwrap_or_else(|| panic!("{paper}, {form}, was not made"))
    };
    assert!(pages("complaints", "large") <= 4, "{} sides of complaints", pages("complaints", "large"));
    for form in ["a4", "a3"] {
        assert_eq!(pages("reception", form), 1, "reception, {form}");
    }
    assert!((2..=7).contains(&pages("week-wall", "a3")), "{} sheets of the week", pages("week-wall", "a3"));
}

#[test]
fn the_sample_homes_come_out_the_same_twice() {
    let desk = Desk::new();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    for out in ["first", "second"] {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_homepack"));
        let run = program
            .arg("build")
            .arg(&content)
            .args(["--today", "2026-11-22", "--out", out])
            .current_dir(desk.dir.path())
            .env("TZ", "Asia/Tokyo")
            .output()
            .expect("the program runs");
        assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    }
    let (first, second) = (bytes(&desk.path("first")), bytes(&desk.path("second")));
    assert!(first.len() > 90, "{} files", first.len());
    assert!(first == second, "two builds of one content differ");
    for home in common::HOMES {
        for file in ["website/index.html", "website/404.html", "website/robots.txt", "website/_headers"] {
            assert!(first.contains_key(&format!("{home}/{file}")), "{home}/{file} is missing");
        }
        if cfg!(feature = "pdf") {
            let file = "website/papers/statement-of-purpose-giant-print.pdf";
            assert!(first.contains_key(&format!("{home}/{file}")), "{home}/{file} is missing");
            as_long_as_promised(desk.path("first").join(home).as_std_path());
        }
    }
    assert!(first.contains_key("index.html"), "a group has a front page");
}

#[test]
fn a_file_that_did_not_change_keeps_its_time_stamp() {
    let desk = Desk::new();
    desk.home("rowan");
    assert_eq!(desk.build(&[]).status.code(), Some(0));
    let before = files(&desk.path("output"));
    desk.write("content/rowan/visiting.yaml", "any_time: yes\novernight: There is a chair bed.\n");
    assert_eq!(desk.build(&[]).status.code(), Some(0));
    let after = files(&desk.path("output"));
    assert_ne!(before["rowan/website/visiting.html"].0, after["rowan/website/visiting.html"].0);
    assert_eq!(before["rowan/website/style.css"], after["rowan/website/style.css"]);
}

#[test]
fn a_home_with_mistakes_keeps_its_last_good_output_while_the_others_go_on() {
    let desk = Desk::new();
    desk.home("rowan");
    desk.home("willow");
    assert_eq!(desk.build(&[]).status.code(), Some(0));
    let before = bytes(&desk.path("output/rowan"));
    desk.write("content/rowan/visiting.yaml", "any_time: perhaps\n");
    desk.write("content/willow/visiting.yaml", "any_time: yes\novernight: There is a chair bed.\n");
    let run = desk.build(&[]);
    assert_eq!(run.status.code(), Some(1), "{}", said(&run));
    assert!(said(&run).contains("visiting.yaml:1:11: any_time: “perhaps” is neither yes nor no"), "{}", said(&run));
    assert_eq!(before, bytes(&desk.path("output/rowan")));
    let willow = fs_err::read_to_string(desk.path("output/willow/website/visiting.html")).expect("made");
    assert!(willow.contains("chair bed"));
}

#[test]
fn a_folder_that_could_lose_somebody_their_files_is_refused() {
    let desk = Desk::new();
    desk.home("rowan");
    desk.write("letters/to-my-daughter.txt", "Dear Ann");
    for out in ["content", "content/rowan", ".", "/", "letters", "content/output"] {
        let run = desk.build(&["--out", out]);
        assert_eq!(run.status.code(), Some(2), "{out}: {}", said(&run));
        assert!(said(&run).contains("cannot be the output folder"), "{out}: {}", said(&run));
    }
    assert_eq!(fs_err::read_to_string(desk.path("letters/to-my-daughter.txt")).expect("still there"), "Dear Ann");
    assert!(desk.path("content/rowan/home.yaml").exists());
}

#[test]
fn a_file_that_somebody_put_into_a_home_s_output_is_not_lost() {
    let desk = Desk::new();
    desk.home("rowan");
    assert_eq!(desk.build(&[]).status.code(), Some(0));
    desk.write("output/rowan/website/menu.txt", "Soup");
    let run = desk.build(&[]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    assert!(said(&run).contains("menu.txt, which homepack did not make"), "{}", said(&run));
    assert_eq!(fs_err::read_to_string(desk.path("output/rowan/website/menu.txt")).expect("still there"), "Soup");
}

#[test]
fn what_a_cut_off_build_left_is_put_right() {
    let desk = Desk::new();
    desk.home("rowan");
    assert_eq!(desk.build(&[]).status.code(), Some(0));
    let before = bytes(&desk.path("output"));
    fs_err::rename(desk.path("output/rowan"), desk.path("output/.old-rowan")).expect("moved");
    desk.write("output/.making-rowan/website/index.html", "half");
    assert_eq!(desk.build(&[]).status.code(), Some(0));
    assert_eq!(before, bytes(&desk.path("output")));
}

#[test]
fn what_somebody_called_as_a_home_in_the_making_is_not_deleted() {
    let desk = Desk::new();
    desk.home("rowan");
    desk.write("theirs/.making-thesis/chapter-1.txt", "my work");
    desk.write("theirs/.old-thesis/chapter-1.txt", "my work");
    let run = desk.build(&["--out", "theirs"]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    assert_eq!(files(&desk.path("theirs")).len(), 2);
    // In a folder of ours nothing is stopped by it, and it stays.
    assert_eq!(desk.build(&[]).status.code(), Some(0));
    desk.write("output/.making-rowan/notes.txt", "my work");
    desk.write("output/.homepack.scratch/notes.txt", "my work");
    let run = desk.build(&[]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    assert!(said(&run).contains("it holds .homepack.scratch, which homepack did not make"), "{}", said(&run));
    fs_err::remove_dir_all(desk.path("output/.homepack.scratch")).expect("moved away");
    let run = desk.build(&[]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert!(said(&run).contains("output/.making-rowan may have been left"), "{}", said(&run));
    assert_eq!(fs_err::read_to_string(desk.path("output/.making-rowan/notes.txt")).expect("still there"), "my work");
}

#[test]
fn a_file_of_ours_that_somebody_changed_is_not_lost() {
    let desk = Desk::new();
    desk.home("rowan");
    desk.home("willow");
    assert_eq!(desk.build(&["--only", "website"]).status.code(), Some(0));
    for (name, words) in [
        ("rowan/website/index.html", "changed by somebody"),
        ("index.html", "changed by somebody"),
        ("README.md", "changed by somebody"),
    ] {
        let path = desk.path("output").join(name);
        let ours = fs_err::read(&path).expect("ours");
        fs_err::write(&path, "by hand").expect("written");
        let run = desk.build(&["--only", "website"]);
        assert_eq!(run.status.code(), Some(2), "{name}: {}", said(&run));
        assert!(said(&run).contains(&format!("output/{name} was {words}")), "{}", said(&run));
        assert_eq!(fs_err::read_to_string(&path).expect("still there"), "by hand");
        fs_err::write(&path, ours).expect("put back");
        assert_eq!(desk.build(&["--only", "website"]).status.code(), Some(0));
    }
}

#[test]
fn an_output_from_before_there_were_sums_is_still_ours() {
    let desk = Desk::new();
    desk.home("rowan");
    desk.home("willow");
    assert_eq!(desk.build(&["--only", "website"]).status.code(), Some(0));
    let before = bytes(&desk.path("output"));
    for list in ["output/.homepack.json", "output/rowan/.homepack.json"] {
        let letters = fs_err::read(desk.path(list)).expect("a list");
        let mut letters: serde_json::Value = serde_json::from_slice(&letters).expect("data");
        letters.as_object_mut().expect("keys").remove("sums").expect("there are sums");
        fs_err::write(desk.path(list), letters.to_string()).expect("written");
    }
    desk.write("output/.tmpa1B2c3", "half a front page");
    assert_eq!(desk.build(&["--only", "website"]).status.code(), Some(0));
    fs_err::remove_file(desk.path("output/.tmpa1B2c3")).expect("nobody touched it");
    assert_eq!(before, bytes(&desk.path("output")));
}

#[test]
fn a_run_leaves_nothing_of_its_own_work_behind() {
    let desk = Desk::new();
    desk.home("rowan");
    for _ in 0..2 {
        assert_eq!(desk.build(&["--only", "website"]).status.code(), Some(0));
        let mut top: Vec<String> = fs_err::read_dir(desk.path("output"))
            .expect("a folder")
            .map(|entry| entry.expect("a name").file_name().to_string_lossy().into_owned())
            .collect();
        top.sort();
        assert_eq!(top, [".homepack.json", ".homepack.lock", "README.md", "rowan"]);
    }
}

#[test]
fn two_files_of_one_name_are_no_way_to_write_through_a_link() {
    let desk = Desk::new();
    desk.home("rowan");
    assert_eq!(desk.build(&["--only", "website"]).status.code(), Some(0));
    let page = desk.path("output/rowan/website/visiting.html");
    fs_err::hard_link(&page, desk.path("kept.html")).expect("a second name");
    let before = fs_err::read(&page).expect("a page");
    desk.write("content/rowan/visiting.yaml", "any_time: yes\novernight: There is a chair bed.\n");
    assert_eq!(desk.build(&["--only", "website"]).status.code(), Some(0));
    assert_ne!(fs_err::read(&page).expect("a page"), before);
    assert_eq!(fs_err::read(desk.path("kept.html")).expect("a page"), before);
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_written_to_the_standard_output_is_said_and_is_no_success() {
    let desk = Desk::new();
    desk.home("rowan");
    desk.write("a.md", "You are allowed to come.");
    for arguments in [
        &["build", "content", "--only", "website", "--today", "2026-11-22"][..],
        &["lint", "a.md"],
        &["lint", "a.md", "--format", "json"],
        &["lint", "a.md", "--format", "sarif"],
        &["where", "visit"],
        &["explain", "ageist-burden"],
        &["--help"],
        &["--version"],
    ] {
        let full = fs_err::File::options().write(true).open("/dev/full").expect("a full disk");
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_homepack"));
        let run =
            program.args(arguments).current_dir(desk.dir.path()).stdout(full.into_file()).output().expect("it runs");
        assert_eq!(run.status.code(), Some(2), "{arguments:?}");
        assert!(said(&run).contains("could not be written: the disk is full"), "{arguments:?}: {}", said(&run));
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_folder_or_leads_away_is_refused() {
    let desk = Desk::new();
    desk.home("rowan");
    assert_eq!(desk.build(&["--only", "website"]).status.code(), Some(0));
    fs_err::os::unix::fs::symlink("nowhere", desk.path("nowhere-link")).expect("a link");
    for out in ["/dev/null", "nowhere-link"] {
        let run = desk.build(&["--only", "website", "--out", out]);
        assert_eq!(run.status.code(), Some(2), "{out}: {}", said(&run));
        assert!(said(&run).contains("cannot be the output folder"), "{out}: {}", said(&run));
    }
    // A home's folder, or a file in it, that leads elsewhere: nothing is written there.
    desk.write("elsewhere/theirs.txt", "theirs");
    fs_err::rename(desk.path("output/rowan"), desk.path("rowan-before")).expect("moved");
    fs_err::os::unix::fs::symlink("../elsewhere", desk.path("output/rowan")).expect("a link");
    let run = desk.build(&["--only", "website"]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    assert_eq!(files(&desk.path("elsewhere")).len(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_limit_on_the_size_of_files_ends_in_a_sentence() {
    let desk = Desk::new();
    desk.home("rowan");
    assert_eq!(desk.build(&["--only", "website"]).status.code(), Some(0));
    let before = bytes(&desk.path("output"));
    desk.write("content/rowan/visiting.yaml", "any_time: yes\novernight: There is a chair bed.\n");
    let command =
        format!("ulimit -f 1; exec {} build --only website --today 2026-11-22", env!("CARGO_BIN_EXE_homepack"));
    let run = std::process::Command::new("bash")
        .args(["-c", &command])
        .current_dir(desk.dir.path())
        .output()
        .expect("it runs");
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    assert!(said(&run).contains("a file may not be as large as this here"), "{}", said(&run));
    assert!(said(&run).contains("The last good output is as it was."), "{}", said(&run));
    assert_eq!(before, bytes(&desk.path("output")));
}

#[test]
fn only_the_website_or_only_the_papers_leaves_the_rest_as_it_was() {
    let desk = Desk::new();
    desk.home("rowan");
    assert_eq!(desk.build(&[]).status.code(), Some(0));
    let before = bytes(&desk.path("output/rowan"));
    assert_eq!(desk.build(&["--only", "website"]).status.code(), Some(0));
    assert_eq!(before, bytes(&desk.path("output/rowan")));
    assert_eq!(desk.build(&["--only", "papers"]).status.code(), Some(0));
    assert_eq!(before, bytes(&desk.path("output/rowan")));
}

#[test]
fn a_single_home_takes_what_it_shares_from_the_folder_above() {
    let desk = Desk::new();
    desk.home("rowan");
    desk.write(
        "content/contacts/team.yaml",
        "name: Safeguarding team\nchecked_on: 2026-11-02\nphones:\n  - number: 01632 960999\n",
    );
    desk.write("content/rowan/safety.yaml", "safeguarding_team: team\n");
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_homepack"));
    let run = program
        .args(["build", "content/rowan", "--today", "2026-11-22"])
        .current_dir(desk.dir.path())
        .output()
        .expect("the program runs");
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    assert!(
        fs_err::read_to_string(desk.path("output/rowan/website/safety.html"))
            .expect("made")
            .contains("tel:+441632960999")
    );
}

#[test]
fn somebody_who_has_left_is_named_nowhere() {
    let desk = Desk::new();
    desk.home("rowan");
    let people = |leaving: &str| {
        format!(
            "named:\n  - id: ann\n    name: Ann Ashdown\n    role: the registered manager\n    agreed_on: 2026-01-01\n{leaving}registered_managers:\n  - person: ann\n"
        )
    };
    desk.write("content/rowan/people.yaml", &people(""));
    desk.write("content/rowan/complaints.yaml", "lead: ann\nacknowledge_days: 3\n");
    assert_eq!(desk.build(&["--only", "website"]).status.code(), Some(0));
    let named = |desk: &Desk| {
        bytes(&desk.path("output/rowan/website"))
            .values()
            .any(|bytes| String::from_utf8_lossy(bytes).contains("Ashdown"))
    };
    assert!(named(&desk));
    desk.write("content/rowan/people.yaml", &people("    leaving_on: 2026-11-20\n"));
    assert_eq!(desk.build(&["--only", "website"]).status.code(), Some(0));
    assert!(!named(&desk));
}

#[test]
fn markup_in_a_value_is_only_letters() {
    let desk = Desk::new();
    desk.write("content/rowan/home.yaml", "name: \"<script>alert(1)</script>\"\naddress:\n  lines: ['\"><img onerror=x src=y>']\n  postcode: ZZ99 1AA\nsummary: \"</title><b>{{ 7 * 6 }}</b>\"\n");
    let run = desk.build(&[]);
    assert_eq!(run.status.code(), Some(0), "{}", said(&run));
    for (name, bytes) in bytes(&desk.path("output/rowan/website")).iter().filter(|(name, _)| name.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        assert!(
            !page.contains("<script>alert")
                && !page.contains("<img onerror")
                && !page.contains("<b>")
                && !page.contains("42</b>"),
            "{name}"
        );
    }
}

#[test]
fn no_home_and_no_folder_are_said_plainly() {
    let desk = Desk::new();
    desk.write("content/readme.md", "nothing here");
    let run = desk.build(&[]);
    assert_eq!(run.status.code(), Some(2));
    assert!(said(&run).contains("No home was found in content"), "{}", said(&run));
    desk.home("rowan");
    let run = desk.build(&["--home", "rowen"]);
    assert!(said(&run).contains("There is no home called rowen") && said(&run).contains("rowan"), "{}", said(&run));
}

#[test]
fn a_second_build_in_the_same_place_waits_for_its_turn() {
    let desk = Desk::new();
    desk.home("rowan");
    assert_eq!(desk.build(&[]).status.code(), Some(0));
    let before = bytes(&desk.path("output"));
    let other =
        fs_err::File::options().write(true).open(desk.path("output/.homepack.lock")).expect("the lock is there");
    other.file().lock().expect("held");
    let run = desk.build(&[]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    assert!(said(&run).contains("Another build is writing to output"), "{}", said(&run));
    assert!(before == bytes(&desk.path("output")), "the other build's output was touched");
}
