//! No page and no paper says who made it, on which computer, or where on its disk.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::Command;

use super::canary::unfolded;
use super::desk::{Desk, both_outputs};
use super::homes::files;

/// What the program is told of whoever runs it, and of the computer.
const TOLD: [(&str, &str); 6] = [
    ("USER", "zqxyuser"),
    ("LOGNAME", "zqxyuser"),
    ("USERNAME", "zqxyuser"),
    ("HOSTNAME", "zqxyhost"),
    ("COMPUTERNAME", "zqxyhost"),
    ("HOME", "/zqxyhome/zqxyuser"),
];

/// What this computer is called, and where things lie on it. A name that the samples say too would be found for another reason.
fn of_this_machine(folder: &Path, content: &BTreeMap<String, Vec<u8>>) -> BTreeSet<String> {
    let called = Command::new("hostname").output().ok();
    let called = called.map(|run| String::from_utf8_lossy(&run.stdout).trim().to_owned());
    // With what would follow in a path: “/root” alone is also how a book ends its `</rootfiles>`.
    let asked = ["HOME", "USERPROFILE", "CARGO_HOME"].into_iter().filter_map(|name| std::env::var(name).ok());
    let asked = asked.map(|folder| format!("{}{}", folder.trim_end_matches(['/', '\\']), std::path::MAIN_SEPARATOR));
    let ours = [env!("CARGO_MANIFEST_DIR"), env!("CARGO_BIN_EXE_homepack")].map(str::to_owned);
    let own = called.into_iter().chain(asked).filter(|name| {
        let is_said = content.values().any(|bytes| String::from_utf8_lossy(bytes).contains(name.as_str()));
        name.len() > 4 && !is_said && !"homepack".contains(name.as_str())
    });
    own.chain(ours).chain([folder.display().to_string()]).collect()
}

/// Everything that a file says: its bytes, and what is folded up in them.
fn unpacked(name: &str, bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut all = vec![bytes.to_vec()];
    if name.ends_with(".pdf") {
        all.push(unfolded(bytes));
        let prose = homepack::statement::statement(name.into(), bytes).expect("a PDF of ours can be read");
        all.extend(prose.passages.into_iter().map(|passage| passage.text.into_bytes()));
    }
    if name.ends_with(".epub") {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a book is a zip");
        for at in 0..zip.len() {
            let mut part = Vec::new();
            zip.by_index(at).expect("it is there").read_to_end(&mut part).expect("it can be read");
            all.push(part);
        }
    }
    all
}

#[test]
fn nothing_that_is_made_says_who_made_it_or_where() {
    let desk = Desk::new();
    desk.samples();
    let folder = fs_err::canonicalize(desk.dir.path()).expect("there");
    let mut names = of_this_machine(&folder, &desk.files("content"));
    names.extend(TOLD.map(|(_, told)| told.to_owned()));
    let any: Vec<String> = names.iter().map(|name| regex::escape(name)).collect();
    let watch = regex::bytes::Regex::new(&any.join("|")).expect("a pattern");
    let mut build = Command::new(env!("CARGO_BIN_EXE_homepack"));
    // Whole paths on the command line, so that one that is passed on would be seen.
    build.arg("build").arg(folder.join("content")).arg("--out").arg(folder.join("output"));
    build.args(["--home", "greengage-yard", "--today", "2026-11-22"]);
    if !cfg!(feature = "pdf") {
        build.args(["--only", "website"]);
    }
    let run = build.current_dir(&folder).envs(TOLD).output().expect("the program runs");
    assert_eq!(run.status.code(), Some(0), "{}", both_outputs(&run));
    let made = files(&folder.join("output"));
    let count = |ending: &str| made.keys().filter(|name| name.ends_with(ending)).count();
    assert!(count(".html") > 30, "{} pages", count(".html"));
    assert_eq!(count(".pdf") > 10, cfg!(feature = "pdf"), "{} papers", count(".pdf"));
    for (name, bytes) in &made {
        for said in unpacked(name, bytes) {
            let narrow: Vec<u8> = said.into_iter().filter(|byte| *byte != 0).collect();
            let found = watch.find(&narrow).map(|found| String::from_utf8_lossy(found.as_bytes()).into_owned());
            assert_eq!(found, None, "in {name}");
        }
    }
    // What is looked for would be found.
    for planted in [folder.display().to_string(), format!("made by {}", TOLD[0].1)] {
        assert!(watch.is_match(planted.as_bytes()), "{planted}");
    }
}
