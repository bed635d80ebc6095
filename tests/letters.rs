//! Whatever people type, copy or name their files: no sign that nobody can read reaches a page or a terminal, and each is told with its
//! line.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

#[path = "common/desk.rs"]
mod desk;

use std::path::Path;
use std::process::Output;

use desk::{Desk, both_outputs};

const HOME: &str = "name: Rowan House\naddress:\n  lines: [1 Test Lane]\n  postcode: ZZ1 1ZZ\n";

impl Desk {
    /// A folder with one home, which says more.
    fn with(more: &str) -> Self {
        let desk = Self::new();
        desk.write("content/rowan/home.yaml", format!("{HOME}{more}"));
        desk
    }

    fn website(&self) -> Output {
        self.run(&["build", "--only", "website", "--today", "2026-11-22"])
    }
}

/// Nothing that was printed steers a terminal or turns a line round.
fn is_tame(output: &Output) {
    let said = both_outputs(output);
    let steers = |c: char| {
        (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!said.contains(steers), "{said:?}");
}

#[test]
fn signs_in_yaml_and_markdown_stop_the_home_each_with_its_line() {
    let desk = Desk::with("summary: \"a\\0b \\e[31m \\u202egpj.exe\"\n");
    desk.write("content/rowan/pages/own.md", "# T\n\nHello a\0b \u{1B}[31m \u{202E}gpj.exe &#0; you.\n");
    let run = desk.website();
    assert_eq!(run.status.code(), Some(1), "{}", both_outputs(&run));
    is_tame(&run);
    let said = both_outputs(&run);
    for place in [
        "home.yaml:5:12",
        "home.yaml:5:16",
        "home.yaml:5:23",
        "own.md:3:8",
        "own.md:3:11",
        "own.md:3:17",
        "own.md:3:26",
    ] {
        assert!(said.contains(&format!("content/rowan/{}:", place.replace("own", "pages/own"))), "{place}: {said}");
    }
    assert!(!desk.dir.path().join("output/rowan").exists());
}

#[test]
fn words_after_a_mark_of_ours_are_not_lost() {
    let desk = Desk::with("");
    desk.write("content/rowan/pages/own.md", "# T\n\nRing \u{E003} 999 in a fire.\n\nMore.\n");
    let run = desk.website();
    assert!(
        both_outputs(&run).contains("content/rowan/pages/own.md:3:6: only one program or typeface knows"),
        "{}",
        both_outputs(&run)
    );
}

#[test]
fn signs_that_nobody_needs_are_left_out() {
    let desk = Desk::with("phone: 0117\u{200B} 496\u{AD} 0000\nsummary: \u{FEFF}Ro\u{200D}wan is\u{2060} good.\n");
    desk.write("content/rowan/pages/own.md", "# T\n\nRing 0117\u{200B} 496 0000 &shy;or come.\n");
    let run = desk.website();
    assert_eq!(run.status.code(), Some(0), "{}", both_outputs(&run));
    for page in ["own", "index"] {
        let page = desk.dir.path().join(format!("output/rowan/website/{page}.html"));
        let page = fs_err::read_to_string(page).expect("made");
        assert!(!page.contains(['\u{200B}', '\u{AD}', '\u{FEFF}', '\u{200D}', '\u{2060}']));
        assert!(page.contains("tel:+441174960000"));
    }
}

#[test]
fn names_in_any_script_reach_a_page() {
    let desk = Desk::with("");
    let names = "王小明, Ngọc, ਪੰਜਾਬੀ, می\u{200C}خواهم and 🎉 👩\u{200D}🦽 ✓ ☎\u{FE0F}";
    desk.write("content/rowan/pages/own.md", format!("# T\n\nWe are {names}.\n\nمحمد, 14\n"));
    let run = desk.website();
    assert_eq!(run.status.code(), Some(0), "{}", both_outputs(&run));
    let page = fs_err::read_to_string(desk.dir.path().join("output/rowan/website/own.html")).expect("made");
    let names = names.replace("می\u{200C}خواهم", "<bdi>می\u{200C}خواهم</bdi>");
    assert!(page.contains(&format!("<p>We are {names}.</p>")), "{page}");
    assert!(page.contains("<p dir=\"rtl\"><bdi>محمد</bdi>, 14</p>"), "{page}");
}

#[test]
fn no_letter_of_a_key_steers_the_terminal() {
    let run = Desk::with("\"\\e]0;pwn\\a\": x\n\"a\\n::error::b\": x\n").website();
    is_tame(&run);
    assert!(
        both_outputs(&run).contains("pwn") && !both_outputs(&run).lines().any(|line| line.starts_with("::")),
        "{}",
        both_outputs(&run)
    );
}

#[test]
fn no_letter_of_a_words_file_steers_the_terminal() {
    let desk = Desk::with("");
    desk.write("content/rowan/words/index.md", "# H\n\n{{ throw(message=\"\u{1B}[31mboo\") }}\n{{ \u{1B}nope }\n");
    is_tame(&desk.website());
    let theme = Desk::with("");
    theme.write("theme/words/index.md", "# H\n\n\u{1B}[31m{{ throw(message=\"\u{9B}boo\") }}\n");
    is_tame(&theme.run(&["build", "--only", "website", "--theme", "theme", "--today", "2026-11-22"]));
}

#[cfg(unix)]
#[test]
fn no_letter_of_a_file_s_name_steers_the_terminal() {
    let desk = Desk::with("");
    desk.write("content/x\u{1B}[31m/home.yaml", HOME);
    desk.write("content/x\u{1B}[31m/vis\u{202E}iting.yaml", "a: b\n");
    is_tame(&desk.website());
    desk.write("e\u{1B}[31m\u{9B}.md", "You must sign in.\n");
    for format in ["text", "json", "sarif", "github", "html"] {
        let run = desk.run(&["lint", "e\u{1B}[31m\u{9B}.md", "--format", format]);
        assert_eq!(run.status.code(), Some(1), "{}", both_outputs(&run));
        is_tame(&run);
    }
    let page = fs_err::read_to_string(desk.dir.path().join("lint-report.html")).expect("written");
    assert!(!page.contains(['\u{1B}', '\u{9B}']));
    is_tame(&desk.run(&["lint", "gone\u{1B}[31m.md"]));
}

#[test]
fn json_stays_json() {
    let desk = Desk::with("");
    desk.write("a.md", "You must\u{9B}\u{202E} sign\u{E0041} in.\n");
    let run = desk.run(&["lint", "a.md", "--format", "json"]);
    is_tame(&run);
    for line in String::from_utf8_lossy(&run.stdout).lines() {
        let finding: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(finding["path"], "a.md");
    }
    let run = desk.run(&["lint", "a.md", "--format", "sarif"]);
    serde_json::from_slice::<serde_json::Value>(&run.stdout).expect("JSON");
}

#[test]
fn no_letter_of_the_command_line_steers_the_terminal() {
    let desk = Desk::with("");
    for arguments in [
        &["bu\u{1B}]0;x\u{7}ild"][..],
        &["build", "--no\u{1B}[31m"],
        &["build", "--only", "\u{9B}x"],
        &["build", "--home", "\u{1B}[31mx"],
        &["build", "--today", "\u{1B}[31m"],
        &["build", "no\u{1B}[31m"],
        &["paper", "\u{1B}[31m"],
        &["paper", "visiting", "--size", "\u{202E}"],
        &["where", "\u{1B}[31m"],
        &["explain", "\u{1B}[31m"],
        &["packs", "--resident", "\u{1B}[31m"],
        &["resident", "leave", "\u{1B}[31m", "--yes"],
    ] {
        let run = desk.run(arguments);
        assert!(!run.status.success() || arguments[0] == "where", "{arguments:?}");
        is_tame(&run);
    }
    let help = desk.run(&["--help"]);
    assert!(help.status.success() && Path::new(env!("CARGO_BIN_EXE_homepack")).exists());
    assert!(String::from_utf8_lossy(&help.stdout).contains("Usage: homepack"));
}
