//! What is kept: nobody loses a file, whatever lies where homepack writes, and whatever a run that was cut off has left.

use crate::desk::{Desk, both_outputs};
use crate::homes::{bytes, files};

#[test]
fn a_folder_that_could_lose_somebody_their_files_is_refused() {
    let desk = Desk::new();
    desk.home("rowan");
    desk.write("letters/to-my-daughter.txt", "Dear Ann");
    for out in ["content", "content/rowan", ".", "/", "letters", "content/output"] {
        let run = desk.build(&["--out", out]);
        assert_eq!(run.status.code(), Some(2), "{out}: {}", both_outputs(&run));
        assert!(both_outputs(&run).contains("cannot be the output folder"), "{out}: {}", both_outputs(&run));
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
    assert_eq!(run.status.code(), Some(2), "{}", both_outputs(&run));
    assert!(both_outputs(&run).contains("menu.txt, which homepack did not make"), "{}", both_outputs(&run));
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
    assert_eq!(run.status.code(), Some(2), "{}", both_outputs(&run));
    assert_eq!(files(&desk.path("theirs")).len(), 2);
    // In a folder of ours nothing is stopped by it, and it stays.
    assert_eq!(desk.build(&[]).status.code(), Some(0));
    desk.write("output/.making-rowan/notes.txt", "my work");
    desk.write("output/.homepack.scratch/notes.txt", "my work");
    let run = desk.build(&[]);
    assert_eq!(run.status.code(), Some(2), "{}", both_outputs(&run));
    assert!(
        both_outputs(&run).contains("it holds .homepack.scratch, which homepack did not make"),
        "{}",
        both_outputs(&run)
    );
    fs_err::remove_dir_all(desk.path("output/.homepack.scratch")).expect("moved away");
    let run = desk.build(&[]);
    assert_eq!(run.status.code(), Some(0), "{}", both_outputs(&run));
    assert!(both_outputs(&run).contains("output/.making-rowan may have been left"), "{}", both_outputs(&run));
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
        assert_eq!(run.status.code(), Some(2), "{name}: {}", both_outputs(&run));
        assert!(both_outputs(&run).contains(&format!("output/{name} was {words}")), "{}", both_outputs(&run));
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

#[cfg(unix)]
#[test]
fn what_is_no_folder_or_leads_away_is_refused() {
    let desk = Desk::new();
    desk.home("rowan");
    assert_eq!(desk.build(&["--only", "website"]).status.code(), Some(0));
    fs_err::os::unix::fs::symlink("nowhere", desk.path("nowhere-link")).expect("a link");
    for out in ["/dev/null", "nowhere-link"] {
        let run = desk.build(&["--only", "website", "--out", out]);
        assert_eq!(run.status.code(), Some(2), "{out}: {}", both_outputs(&run));
        assert!(both_outputs(&run).contains("cannot be the output folder"), "{out}: {}", both_outputs(&run));
    }
    // A home's folder, or a file in it, that leads elsewhere: nothing is written there.
    desk.write("elsewhere/theirs.txt", "theirs");
    fs_err::rename(desk.path("output/rowan"), desk.path("rowan-before")).expect("moved");
    fs_err::os::unix::fs::symlink("../elsewhere", desk.path("output/rowan")).expect("a link");
    let run = desk.build(&["--only", "website"]);
    assert_eq!(run.status.code(), Some(2), "{}", both_outputs(&run));
    assert_eq!(files(&desk.path("elsewhere")).len(), 1);
}
