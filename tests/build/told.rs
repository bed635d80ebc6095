//! What is told: mistakes, what could not be written, what is not there, who is at work already.

use crate::desk::{Desk, both_outputs};
use crate::homes::bytes;

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
    assert_eq!(run.status.code(), Some(1), "{}", both_outputs(&run));
    assert!(
        both_outputs(&run).contains("visiting.yaml:1:11: any_time: “perhaps” is neither yes nor no"),
        "{}",
        both_outputs(&run)
    );
    assert_eq!(before, bytes(&desk.path("output/rowan")));
    let willow = fs_err::read_to_string(desk.path("output/willow/website/visiting.html")).expect("made");
    assert!(willow.contains("chair bed"));
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
        assert!(
            both_outputs(&run).contains("could not be written: the disk is full"),
            "{arguments:?}: {}",
            both_outputs(&run)
        );
    }
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
    assert_eq!(run.status.code(), Some(2), "{}", both_outputs(&run));
    assert!(both_outputs(&run).contains("a file may not be as large as this here"), "{}", both_outputs(&run));
    assert!(both_outputs(&run).contains("The last good output is as it was."), "{}", both_outputs(&run));
    assert_eq!(before, bytes(&desk.path("output")));
}

#[test]
fn no_home_and_no_folder_are_said_plainly() {
    let desk = Desk::new();
    desk.write("content/readme.md", "nothing here");
    let run = desk.build(&[]);
    assert_eq!(run.status.code(), Some(2));
    assert!(both_outputs(&run).contains("No home was found in content"), "{}", both_outputs(&run));
    desk.home("rowan");
    let run = desk.build(&["--home", "rowen"]);
    assert!(
        both_outputs(&run).contains("There is no home called rowen") && both_outputs(&run).contains("rowan"),
        "{}",
        both_outputs(&run)
    );
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
    assert_eq!(run.status.code(), Some(2), "{}", both_outputs(&run));
    assert!(both_outputs(&run).contains("Another build is writing to output"), "{}", both_outputs(&run));
    assert!(before == bytes(&desk.path("output")), "the other build's output was touched");
}
