//! Everything that lies in a folder is read, or something is said of it.

use crate::desk::{Desk, both_outputs};

/// A page of a few words.
const PAGE: &str = "# About the garden\n\nThere are roses.\n";

/// Builds, and looks whether a file is told of as an error or left out with a warning.
fn told(desk: &Desk, code: i32, words: &[&str]) {
    let (was, said) = desk.build(&[]);
    assert_eq!(was, Some(code), "{said}");
    for words in words {
        assert!(said.contains(words), "{words}\n{said}");
    }
}

#[test]
fn endings_and_names_in_capitals_are_read_as_they_are_meant() {
    let desk = Desk::with_rowan();
    desk.write("content/rowan/Visiting.YAML", "any_time: yes\n");
    desk.write("content/rowan/Pages/garden.MD", PAGE);
    let (code, said) = desk.build(&[]);
    assert_eq!((code, said.contains("left out")), (Some(0), false), "{said}");
    assert!(desk.made("visiting.html").contains("<h1>"));
    assert!(desk.made("garden.html").contains("There are roses."));
    fs_err::rename(desk.path("content/rowan/home.yaml"), desk.path("content/rowan/aside")).expect("moved");
    fs_err::rename(desk.path("content/rowan/aside"), desk.path("content/rowan/Home.YAML")).expect("moved");
    let (code, said) = desk.build(&[]);
    assert_eq!(code, Some(0), "{said}");
}

#[test]
fn a_photograph_in_capitals_is_shown_and_a_heic_gets_its_own_help() {
    let desk = Desk::with_rowan();
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/content/quillmere-house/photos/garden-bench.jpg");
    desk.write("content/rowan/photos/IMG_0042.JPG", fs_err::read(sample).expect("a sample"));
    let photo = |file: &str| {
        format!("photos:\n  - file: {file}\n    description: A bench.\n    shows_people: no\n    page: index\n")
    };
    desk.write("content/rowan/photos.yaml", photo("IMG_0042.JPG"));
    told(&desk, 0, &[]);
    assert!(desk.made("index.html").contains("src=\"photos/IMG_0042-"));
    for (file, help) in
        [("IMG_0043.HEIC", "On an iPhone: Settings, Camera, Formats"), ("plan.svg", "save it as a JPEG")]
    {
        desk.write(&format!("content/rowan/photos/{file}"), "x");
        told(&desk, 0, &[&format!("content/rowan/photos/{file}:1:1: warning: this "), help]);
        desk.write("content/rowan/photos.yaml", photo(file));
        told(&desk, 1, &["content/rowan/photos.yaml:2:11: this ", help]);
        desk.write("content/rowan/photos.yaml", photo("IMG_0042.JPG"));
    }
}

#[test]
fn what_hides_behind_a_second_ending_or_looks_like_a_copy_is_told() {
    let desk = Desk::with_rowan();
    desk.write("content/rowan/fees.yaml.txt", "weekly: []\n");
    desk.write("content/rowan/visiting.yaml", "any_time: yes\n");
    desk.write("content/rowan/visiting (1).yaml", "any_time: no\n");
    desk.write("content/rowan/pages/garden.markdown", PAGE);
    desk.write("content/contacts/old/police.yaml", "name: Police\n");
    told(
        &desk,
        1,
        &[
            "content/rowan/fees.yaml.txt:1:1: the name of this file ends in “.yaml.txt”, so it is not read\n  = Call it fees.yaml.",
            "content/rowan/visiting (1).yaml:1:1: this looks like a copy of visiting.yaml",
            "content/rowan/pages/garden.markdown:1:1: the name of this file ends in “.markdown”",
            "content/contacts/old/police.yaml:1:1: this file lies in a folder of its own inside contacts",
        ],
    );
}

#[test]
fn what_is_wrong_beside_one_home_leaves_the_others_alone() {
    let desk = Desk::with_rowan();
    desk.home("willow");
    desk.write("content/rowan/fees.yaml.txt", "weekly: []\n");
    let (code, said) = desk.build(&[]);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("rowan: not made") && said.contains("willow: ") && !said.contains("willow: not made"),
        "{said}"
    );
}

#[test]
fn a_home_with_a_number_and_a_postcode_of_a_sample_is_made() {
    let desk = Desk::with_rowan();
    let home =
        "name: Oak House\naddress:\n  lines: [1 Mill Lane, Thrumby]\n  postcode: ZZ99 5GY\nphone: 01632 960510\n";
    desk.write("content/rowan/home.yaml", home);
    desk.write("private/residents/rowan/q7k2m9.yaml", "id: q7k2m9\nname:\n  preferred: Bea\n");
    told(&desk, 0, &["rowan: ", "homepack check finds"]);
    let run = desk.run(&["packs", "content", "--today", "2026-11-22"]);
    assert_eq!(run.status.code(), Some(0), "{}", both_outputs(&run));
    let check = both_outputs(&desk.run(&["check", "content", "--all", "--today", "2026-11-22"]));
    assert!(check.contains("“01632 960510” is a telephone number that is kept free"), "{check}");
    assert!(check.contains("“ZZ99 5GY” is a postcode that is no place"), "{check}");
}

#[test]
fn documents_and_other_things_are_left_out_with_a_word_and_litter_without() {
    let desk = Desk::with_rowan();
    for file in ["fees.docx", "letter.pdf", "film.mp4", "garden.jpg"] {
        desk.write(&format!("content/rowan/{file}"), "x");
    }
    for litter in [
        "~$fees.docx",
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
        "fees.yaml~",
        ".#fees.yaml",
        "fees.yaml.bak",
        "fees.yaml.orig",
    ] {
        desk.write(&format!("content/rowan/{litter}"), "x");
    }
    desk.write("content/rowan/README.md", "Who keeps this folder.\n");
    told(
        &desk,
        0,
        &[
            "content/rowan/fees.docx:1:1: warning: homepack does not read a Word document here",
            "content/rowan/letter.pdf:1:1: warning: homepack does not read a PDF here",
            "content/rowan/film.mp4:1:1: warning: homepack does nothing with files that end in .mp4",
            "content/rowan/garden.jpg:1:1: warning: this picture is not in the folder photos",
            "4 left out for now; see above.",
        ],
    );
}

#[test]
fn a_folder_beside_homes_that_is_none_is_told() {
    let desk = Desk::with_rowan();
    desk.write("content/willow/hom.yaml", "name: Willow\n");
    desk.write("content/willow/visiting.yaml", "any_time: yes\n");
    desk.write("content/old letters/2019.docx", "x");
    desk.write("content/old letters/2020.docx", "x");
    desk.write("content/fees.yaml", "weekly: []\n");
    told(
        &desk,
        1,
        &[
            "content/willow:1:1: there is no file called home.yaml in this folder",
            "content/old letters:1:1: warning: no home is in this folder",
            "content/fees.yaml:1:1: this file lies beside the homes and belongs to none",
            "rowan: ",
            "2 to mend.",
            "1 left out for now",
        ],
    );
}

#[test]
fn a_home_whose_folder_is_called_as_what_programs_leave_is_told_of() {
    let desk = Desk::with_rowan();
    let folders = ["~", "rowan~", "rowan.bak", "#rowan#", "rowan.tmp", ".rowan"];
    for folder in folders {
        desk.write(&format!("content/{folder}/home.yaml"), "name: Rowan House\n");
    }
    desk.write("content/.git/HEAD", "x");
    let (code, all) = desk.build(&[]);
    assert_eq!(code, Some(0), "{all}");
    for folder in folders {
        assert!(all.contains(&format!("content/{folder}:1:1: warning: there is a home.yaml in this folder")), "{all}");
    }
    assert!(all.contains("6 left out for now") && !all.contains(".git"), "{all}");
    fs_err::remove_dir_all(desk.path("content/rowan")).expect("away");
    let (code, all) = desk.build(&[]);
    assert_eq!(code, Some(2), "{all}");
    assert!(all.contains("content/rowan.bak: there is a home.yaml in this folder"), "{all}");
}

#[test]
fn a_home_whose_file_is_called_otherwise_is_told_of_where_there_is_no_other() {
    let desk = Desk::with_rowan();
    fs_err::rename(desk.path("content/rowan/home.yaml"), desk.path("content/rowan/home.yaml.txt")).expect("moved");
    let (code, said) = desk.build(&[]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("No home was found in content."), "{said}");
    assert!(said.contains("content/rowan/home.yaml.txt: the name of this file ends in “.yaml.txt”"), "{said}");
}

#[cfg(unix)]
#[test]
fn links_pipes_folders_and_names_of_another_alphabet_are_read_or_told() {
    use std::os::unix::ffi::OsStrExt as _;
    use std::os::unix::fs::symlink;
    let desk = Desk::with_rowan();
    desk.write("content/rowan/pages/garden.md", PAGE);
    desk.write("shared/secret.md", "# Not ours\n\nZqcanary.\n");
    let pages = desk.path("content/rowan/pages");
    fs_err::write(pages.join(std::ffi::OsStr::from_bytes(b"caf\xe9.md")), PAGE).expect("written");
    symlink("../../../shared/secret.md", pages.join("away.md")).expect("linked");
    symlink("../../shared", desk.path("content/rowan/services")).expect("linked");
    symlink("gone.md", pages.join("dangling.md")).expect("linked");
    symlink("garden.md", pages.join("roses.md")).expect("linked");
    symlink(".", pages.join("round")).expect("linked");
    fs_err::create_dir_all(desk.path("content/rowan/fees.yaml")).expect("made");
    let made =
        std::process::Command::new("mkfifo").arg(desk.path("content/rowan/visiting.yaml")).status().expect("mkfifo");
    assert!(made.success());
    let link = "link to something outside this folder";
    told(
        &desk,
        1,
        &[
            "content/rowan/pages/caf\u{FFFD}.md:1:1: this is not read, because its name is not written in UTF-8",
            &format!("content/rowan/pages/away.md:1:1: this is not read, because it is a {link}"),
            &format!("content/rowan/services:1:1: this is not read, because it is a {link}"),
            "content/rowan/pages/dangling.md:1:1: this is not read, because it is a link, and what it leads to is not there",
            "content/rowan/fees.yaml:1:1: this is a folder, though it is called as a file is",
            "content/rowan/visiting.yaml:1:1: this is not read, because it is a pipe or a device",
        ],
    );
    for name in ["pages/away.md", "pages/dangling.md", "services", "visiting.yaml"] {
        fs_err::remove_file(desk.path("content/rowan").join(name)).expect("away");
    }
    fs_err::remove_file(pages.join(std::ffi::OsStr::from_bytes(b"caf\xe9.md"))).expect("away");
    fs_err::remove_dir(desk.path("content/rowan/fees.yaml")).expect("away");
    told(&desk, 0, &[]);
    assert!(desk.made("roses.html").contains("There are roses."));
}

#[cfg(unix)]
#[test]
fn a_theme_is_read_whole_or_not_at_all() {
    let desk = Desk::with_rowan();
    desk.write("theme/words/Visiting.MD", "# Visit us\n\nAt any time.\n");
    std::os::unix::fs::symlink("nowhere.md", desk.path("theme/words/fees.md")).expect("linked");
    let run = desk.run(&["build", "content", "--theme", "theme", "--only", "website"]);
    assert_eq!(run.status.code(), Some(2));
    let said = both_outputs(&run);
    assert!(
        said.contains("theme/words/fees.md is not read: it is a link, and what it leads to is not there."),
        "{said}"
    );
}

#[test]
fn a_record_that_is_not_read_is_told_of_by_its_place_and_never_by_a_name() {
    let desk = Desk::with_rowan();
    let record = |id: &str| format!("id: {id}\nname:\n  preferred: Zqcanary\n");
    desk.write("private/residents/rowan/q7k2m9.yaml", record("q7k2m9"));
    desk.write("private/residents/rowan/a2b3c4.yml", record("a2b3c4"));
    desk.write("private/residents/rowan/b2b3c4.YAML", record("b2b3c4"));
    desk.write("private/residents/rowan/c2b3c4.yaml.txt", record("c2b3c4"));
    desk.write("private/residents/rowan/Zqcanary Smith.yaml", record("d2b3c4"));
    desk.write("private/residents/rowan/Zqcanary Smith.docx", "x");
    desk.write("private/residents/rowan/old/e2b3c4.yaml", record("e2b3c4"));
    desk.write("private/residents/f2b3c4.yaml", record("f2b3c4"));
    desk.write("private/residents/willow/g2b3c4.yaml", record("g2b3c4"));
    desk.write("private/packs/sorrel/h2b3c4/h2b3c4-book.txt", "Zqcanary");
    desk.write("private/residents/rowan/.DS_Store", "x");
    for command in [&["packs", "content"][..], &["resident", "due"]] {
        let run = desk.run(&[command, &["--today", "2026-11-22"]].concat());
        let said = both_outputs(&run);
        assert_ne!(run.status.code(), Some(0), "{said}");
        for place in [
            "private/residents/rowan/a2b3c4.yml:1:1: this record is not read: its name does not end in .yaml",
            "private/residents/rowan/b2b3c4.YAML:1:1: this record is not read: its name does not end in .yaml",
            "private/residents/rowan/c2b3c4.yaml.txt:1:1: this record is not read: its name does not end in .yaml",
            "private/residents/rowan:1:1: the name of a file in this folder is no id",
            "private/residents/rowan:1:1: warning: something in this folder is no record",
            "private/residents/rowan/…/e2b3c4.yaml:1:1: this record is not read: it does not lie in the folder of its home",
            "private/residents/f2b3c4.yaml:1:1: this record is not read: it does not lie in the folder of its home",
            "private/residents:1:1: warning: a folder here has the name of no home",
            "private/packs:1:1: warning: a folder here has the name of no home",
        ] {
            assert!(said.contains(place), "{command:?}: {place}\n{said}");
        }
        assert!(!said.contains("Zqcanary") && !said.contains("DS_Store"), "{said}");
    }
    assert!(desk.files("private/packs/rowan").iter().all(|file| file.starts_with("q7k2m9/")));
}

#[test]
fn every_command_that_reads_content_tells_of_a_contact_that_is_not_read() {
    let desk = Desk::with_rowan();
    desk.write("content/contacts/cqc.yaml.txt", "name: CQC\n");
    desk.write("private/residents/rowan/q7k2m9.yaml", "id: q7k2m9\nname:\n  preferred: Bea\n");
    for command in [
        &["build", "content", "--only", "website"][..],
        &["check", "content"],
        &["packs", "content"],
        &["paper", "visiting"],
        &["where", "visit"],
        &["contacts", "content"],
        &["contacts", "content", "--rang", "cqc"],
    ] {
        let run = desk.run(&[command, &["--today", "2026-11-22"]].concat());
        let said = both_outputs(&run);
        assert_ne!(run.status.code(), Some(0), "{command:?}: {said}");
        assert!(said.contains("content/contacts/cqc.yaml.txt:1:1"), "{command:?}: {said}");
        assert!(!said.contains("Every number was rung"), "{command:?}: {said}");
    }
}

#[test]
fn the_records_of_a_home_with_a_space_in_its_name_are_found() {
    let desk = Desk::with_rowan();
    desk.home("Our House");
    desk.write("private/residents/Our House/q7k2m9.yaml", "id: q7k2m9\nname:\n  preferred: Bea\n");
    let run = desk.run(&["packs", "content", "--today", "2026-11-22"]);
    assert_eq!(run.status.code(), Some(0), "{}", both_outputs(&run));
    assert!(both_outputs(&run).contains("Our House: 1 pack"), "{}", both_outputs(&run));
}

#[test]
fn a_folder_of_statements_names_what_it_cannot_read() {
    let desk = Desk::with_rowan();
    desk.write("statements/fees.md", "# Fees\n\nTea is at four.\n");
    desk.write("statements/statement.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more");
    desk.write("statements/house-rules.rtf", "{\\rtf1 Tea}");
    desk.write("statements/menu.jpg", "x");
    desk.write("statements/~$fees.docx", "x");
    let run = desk.run(&["lint", "statements"]);
    let said = both_outputs(&run);
    assert_eq!(run.status.code(), Some(2), "{said}");
    assert!(said.contains("statements/statement.doc could not be read: it is an old"), "{said}");
    assert!(said.contains("statements/house-rules.rtf could not be read: it is a rich text file"), "{said}");
    assert!(!said.contains("menu.jpg") && !said.contains("~$fees"), "{said}");
}
