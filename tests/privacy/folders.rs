//! The private folder: who can open it, where it may lie, and that nothing but the commands for packs looks into it.

use super::canary::record;
use super::desk::{Desk, both_outputs};

fn home_with_a_resident() -> Desk {
    let desk = Desk::new();
    desk.home("rowan");
    desk.write("private/residents/rowan/q7k2m9.yaml", record("q7k2m9", 0).letters);
    desk.write("private/residents/rowan/b2k2m9.yaml", record("b2k2m9", 1).letters);
    desk
}

#[cfg(unix)]
#[test]
fn folders_and_files_are_their_owner_s_alone_whatever_they_were() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = home_with_a_resident();
    let private = desk.dir.path().join("private");
    let everything = || walkdir::WalkDir::new(&private).into_iter().map(|entry| entry.expect("there"));
    let open = |folder: bool| std::fs::Permissions::from_mode(if folder { 0o755 } else { 0o644 });
    let mode = |entry: &walkdir::DirEntry| entry.metadata().expect("there").permissions().mode() & 0o777;
    let mut umask = std::process::Command::new("sh");
    umask.args(["-c", "umask 000; exec \"$0\" packs content --today 2026-11-22", env!("CARGO_BIN_EXE_homepack")]);
    umask.current_dir(desk.dir.path());
    for _ in 0..2 {
        for entry in everything() {
            fs_err::set_permissions(entry.path(), open(entry.file_type().is_dir())).expect("set");
        }
        let run = umask.output().expect("the program runs");
        assert_eq!(run.status.code(), Some(0), "{}", both_outputs(&run));
        for entry in everything() {
            let wanted = if entry.file_type().is_dir() { 0o700 } else { 0o600 };
            assert_eq!(mode(&entry), wanted, "{}: {:o}", entry.path().display(), mode(&entry));
        }
    }
}

#[cfg(unix)]
#[test]
fn a_file_for_git_that_has_another_name_elsewhere_keeps_its_rights() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = home_with_a_resident();
    desk.write("theirs", "*\n");
    let theirs = desk.dir.path().join("theirs");
    fs_err::set_permissions(&theirs, std::fs::Permissions::from_mode(0o644)).expect("set");
    fs_err::hard_link(&theirs, desk.dir.path().join("private/.gitignore")).expect("linked");
    let run = desk.packs(&[]);
    assert_eq!(run.status.code(), Some(0), "{}", both_outputs(&run));
    let mode = fs_err::metadata(&theirs).expect("there").permissions().mode() & 0o777;
    assert_eq!((mode, fs_err::read(&theirs).expect("read")), (0o644, b"*\n".to_vec()));
}

#[test]
fn it_cannot_lie_in_what_is_published() {
    let desk = home_with_a_resident();
    let built = desk.build();
    assert_eq!(built.status.code(), Some(0), "{}", both_outputs(&built));
    let before = (desk.files("content"), desk.files("output"));
    let mut places = vec![
        "content",
        "content/private",
        "content/rowan",
        "content/rowan/private",
        "output",
        "output/private",
        "output/rowan/website",
        "private/../content/x",
        "./output/../output/x",
        "content/rowan/home.yaml",
    ];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(desk.dir.path().join("output"), desk.dir.path().join("elsewhere")).expect("linked");
        places.extend(["elsewhere", "elsewhere/private"]);
    }
    for place in places {
        let run = desk.packs(&["--private", place]);
        assert_eq!(run.status.code(), Some(2), "{place}: {}", both_outputs(&run));
        assert!(both_outputs(&run).contains("cannot be the private folder"), "{place}: {}", both_outputs(&run));
    }
    assert!(before == (desk.files("content"), desk.files("output")), "a refused run left something behind");
}

#[test]
fn what_is_published_cannot_be_put_into_it() {
    let desk = home_with_a_resident();
    let refused = || {
        let before = desk.files("private");
        for out in [
            "private",
            "private/residents",
            "private/packs",
            "private/packs/rowan",
            "private/print-run",
            "private/x",
            "private/x/y",
        ] {
            let run = desk.run(&["build", "content", "--only", "website", "--out", out, "--today", "2026-11-22"]);
            assert_eq!(run.status.code(), Some(2), "{out}: {}", both_outputs(&run));
            assert!(both_outputs(&run).contains("cannot be the output folder"), "{out}: {}", both_outputs(&run));
        }
        assert!(before == desk.files("private"), "a refused build left something behind");
    };
    // Before the first packs nothing but the records says that the folder is private.
    refused();
    assert_eq!(desk.packs(&[]).status.code(), Some(0));
    refused();
}

#[test]
fn it_cannot_be_where_something_is_published_already() {
    for out in ["private/packs", "private/packs/rowan", "private/print-run"] {
        let desk = Desk::new();
        desk.home("rowan");
        // Nobody has records yet, and nothing says that the folder will be private.
        let built = desk.run(&["build", "content", "--only", "website", "--out", out, "--today", "2026-11-22"]);
        assert_eq!(built.status.code(), Some(0), "{out}: {}", both_outputs(&built));
        desk.write("private/residents/rowan/q7k2m9.yaml", record("q7k2m9", 0).letters);
        let before = desk.files("private");
        let run = desk.packs(&[]);
        assert_eq!(run.status.code(), Some(2), "{out}: {}", both_outputs(&run));
        let folder = out.split('/').nth(1).expect("a folder in it");
        let why = format!("its folder {folder} holds something that is for publishing");
        assert!(both_outputs(&run).contains(&why), "{out}: {}", both_outputs(&run));
        assert!(before == desk.files("private"), "a refused run left something behind");
    }
}

#[test]
fn no_command_for_everybody_looks_into_it() {
    let said_with = |prepare: &dyn Fn(&Desk)| {
        let desk = Desk::new();
        desk.home("rowan");
        prepare(&desk);
        let today = ["--today", "2026-11-22"];
        let mut out: Vec<Vec<u8>> = Vec::new();
        for arguments in [
            &["lint", "content"][..],
            &["where", "visit"],
            &["paper", "visiting"],
            &["paper", "nonsense"],
            &["lint", "content", "--home", "residents"],
        ] {
            let run = desk.run(&[arguments, &today].concat());
            out.extend([run.stdout, run.stderr]);
        }
        let built = desk.build();
        out.extend([built.stdout, built.stderr]);
        (out, desk.files("output"))
    };
    let without = said_with(&|_| {});
    assert!(without.1.len() > 10, "{} files", without.1.len());
    let whole = said_with(&|desk| {
        desk.write("private/residents/rowan/q7k2m9.yaml", record("q7k2m9", 0).letters);
        desk.write("private/home.yaml", "name: Zqxycanary\n");
        desk.write("private/content/rowan/home.yaml", "name: Zqxycanary\n");
    });
    let broken = said_with(&|desk| {
        desk.write("private/residents/rowan/q7k2m9.yaml", [0xFF, 0xC3, 0x28]);
        desk.write("private/residents/rowan/home.yaml", "name: [");
        desk.write("private/residents/visiting.yaml", "\t\t{");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let closed = std::fs::Permissions::from_mode(0o000);
            fs_err::set_permissions(desk.dir.path().join("private"), closed).expect("closed");
        }
    });
    assert!(without == whole && without == broken, "what lies in the private folder changed what anybody may read");
}
