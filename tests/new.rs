//! A home begun with `homepack new`: it is made from what was answered and from nothing else, it can be gone on with, and nothing that
//! somebody wrote is lost.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

#[path = "common/desk.rs"]
mod desk;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use desk::Desk;
use homepack::beginning::{Draft, Reply, Talk, Voice, Where};
use homepack::country::{self, Profiles};
use homepack::duties::Duties;
use homepack::failure::Failure;
use homepack::keys::{self, FILES, Written};

const TODAY: [&str; 2] = ["--today", "2026-12-01"];

impl Desk {
    fn at(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.at(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// What homepack says to a command, with lines that somebody types.
    fn typed(&self, arguments: &[&str], lines: &[&str]) -> Output {
        let mut child = Command::new(env!("CARGO_BIN_EXE_homepack"))
            .args(arguments)
            .current_dir(self.dir.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let letters = lines.iter().fold(String::new(), |all, line| all + line + "\n");
        let _ = child.stdin.take().expect("it listens").write_all(letters.as_bytes());
        child.wait_with_output().expect("it ends")
    }

    fn said(&self, arguments: &[&str], lines: &[&str]) -> String {
        let output = self.typed(arguments, lines);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }

    /// Begins a home from a file of answers.
    fn begin(&self, answers: &str) -> String {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/new").join(answers);
        self.said(&["new", "content/fernhollow", "--answers", path.to_str().expect("text"), TODAY[0], TODAY[1]], &[])
    }

    /// What `check` says, a line of JSON for each thing.
    fn points(&self) -> Vec<serde_json::Value> {
        let output = self.typed(&["check", "--format", "json", TODAY[0], TODAY[1]], &[]);
        let letters = String::from_utf8(output.stdout).expect("text");
        letters.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }

    /// Every file below a folder.
    fn files(&self, folder: &str) -> Vec<PathBuf> {
        let walk = walkdir::WalkDir::new(self.at(folder)).sort_by_file_name().into_iter().filter_map(Result::ok);
        walk.filter(|entry| entry.file_type().is_file()).map(|entry| entry.into_path()).collect()
    }
}

fn loud(point: &serde_json::Value) -> bool {
    point["severity"] != "hint"
}

#[test]
fn a_home_from_a_few_answers_has_a_website_and_check_says_what_was_not_answered() {
    let desk = Desk::new();
    let said = desk.begin("first.yaml");
    for next in
        ["homepack check --home fernhollow", "homepack build --home fernhollow", "homepack new content/fernhollow"]
    {
        assert!(said.contains(next), "{said}");
    }
    desk.said(&["build", "--only", "website", TODAY[0], TODAY[1]], &[]);
    let page = desk.read("output/fernhollow/website/index.html");
    assert!(page.contains("Fernhollow") && page.contains("tel:+441134960400"), "{page}");
    // Nothing is at fault in a file: whatever is said is something that nobody answered, or a number that nobody rang.
    for point in desk.points() {
        let (says, write) = (point["says"].to_string(), point["write"].to_string());
        let unasked = !point["id"].is_null() || says.contains("rung") || write.contains("address_for_notices");
        assert!(unasked, "{point}");
    }
    let asked: BTreeSet<String> =
        desk.points().iter().filter_map(|point| Some(point["id"].as_str()?.to_owned())).collect();
    for answered in ["rating-date", "sop-provider-name", "complaints-lead"] {
        assert!(!asked.contains(answered), "{answered}");
    }
    assert!(asked.contains("sop-aims") && asked.contains("sop-provider-phone"), "{asked:?}");
}

#[test]
fn with_every_question_answered_check_has_nothing_more_to_say() {
    let desk = Desk::new();
    desk.begin("long.yaml");
    // A contract is the home's own paper, and no question makes one.
    std::fs::write(
        desk.at("content/fernhollow/contract.md"),
        "# Your contract\n\nWe help you, and you pay once a month.\n",
    )
    .expect("written");
    let points: Vec<_> = desk.points().into_iter().filter(loud).collect();
    assert!(points.is_empty(), "{points:#?}");
}

#[test]
fn the_same_answers_again_change_nothing_and_more_go_into_their_place() {
    let desk = Desk::new();
    desk.begin("first.yaml");
    let by_hand = desk.read("content/fernhollow/home.yaml") + "# A note of ours.\n";
    std::fs::write(desk.at("content/fernhollow/home.yaml"), &by_hand).expect("written");
    let before: Vec<_> = desk.files("content").iter().map(|path| std::fs::read(path).expect("it is there")).collect();
    desk.begin("first.yaml");
    let after: Vec<_> = desk.files("content").iter().map(|path| std::fs::read(path).expect("it is there")).collect();
    assert_eq!(before, after);
    std::fs::write(desk.at("more.yaml"), "home.name: Another\nhome.email: hello@fernhollow.example\nhome.rating.published_on: 3 April 2026\ncontacts.cqc.checked_on: today\n")
        .expect("written");
    let said = desk.said(&["new", "content/fernhollow", "--answers", "more.yaml", TODAY[0], TODAY[1]], &[]);
    assert!(said.contains("home.name is answered in your files already"), "{said}");
    let home = desk.read("content/fernhollow/home.yaml");
    assert!(home.contains("\nname: Fernhollow\n") && home.contains("\nemail: hello@fernhollow.example\n"), "{home}");
    assert!(home.contains("\n  published_on: 2026-04-03\n") && home.contains("# A note of ours."), "{home}");
    assert!(desk.read("content/contacts/cqc.yaml").contains("\nchecked_on: 2026-12-01\n"));
}

#[test]
fn what_was_changed_by_hand_stays_and_the_lines_to_put_in_are_said() {
    let desk = Desk::new();
    desk.begin("first.yaml");
    let home = desk.read("content/fernhollow/home.yaml").replace("  overall: good\n", "  overall: good # we think\n");
    std::fs::write(desk.at("content/fernhollow/home.yaml"), &home).expect("written");
    std::fs::write(desk.at("more.yaml"), "home.rating.published_on: 2026-04-03\n").expect("written");
    let said = desk.said(&["new", "content/fernhollow", "--answers", "more.yaml", TODAY[0], TODAY[1]], &[]);
    assert!(said.contains("published_on: 2026-04-03"), "{said}");
    assert_eq!(desk.read("content/fernhollow/home.yaml"), home);
}

#[test]
fn a_mistake_in_the_answers_is_told_with_its_place_and_nothing_is_written() {
    let desk = Desk::new();
    std::fs::write(
        desk.at("a.yaml"),
        "home.name: Fern\nhome.fone: 1\nhome.rating.given_on: 31 February 2026\nhome.rating.safe: fine\n",
    )
    .expect("written");
    let output = desk.typed(&["new", "content/fern", "--answers", "a.yaml"], &[]);
    let said = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains("a.yaml:2:1: there is no question called “home.fone”") && said.contains("“home.phone”"),
        "{said}"
    );
    assert!(said.contains("a.yaml:3:23: given_on: “31 February 2026” is not in the calendar"), "{said}");
    assert!(!desk.at("content").exists());
}

#[test]
fn somebody_at_the_keyboard_can_stop_and_go_on() {
    let desk = Desk::new();
    let new = ["new", "content/fern", TODAY[0], TODAY[1]];
    let said = desk
        .said(&new, &["Fernhollow", "England", "9 Kettle Row", "", "ZZ99 9AB", "0113 496", "0113 496 0400", "", ""]);
    assert!(said.contains("it has 7 digits, and there should be 11"), "{said}");
    let again = desk.said(&new, &["", "", "Kettle Row Ltd", "a limited company", "", ""]);
    assert!(!again.contains("What is the home’s name") && !again.contains("postcode of the home"), "{again}");
    let home = desk.read("content/fern/home.yaml");
    assert!(home.contains("\nphone: 0113 496 0400\n") && home.contains("\nbegun: 2026-12-01\n"), "{home}");
    assert!(desk.read("content/fern/provider.yaml").contains("\nname: Kettle Row Ltd\n"));
    assert!(desk.read(".gitignore").contains("private/"));
    assert!(
        desk.read(".vscode/settings.json").contains("./.schema/home.json") && desk.at(".schema/home.json").is_file()
    );
}

/// Somebody who goes on with every subject and knows two answers.
#[derive(Default)]
struct Patient {
    said: Vec<String>,
    kept: usize,
}

impl Voice for Patient {
    fn say(&mut self, words: &str) {
        self.said.push(words.to_owned());
    }

    fn hear(&mut self) -> Reply {
        let last = self.said.last().map_or("", String::as_str);
        let answer = match last {
            _ if last.starts_with("Go on with it now?") => "yes",
            _ if last.starts_with("What is the home, in one sentence?") => "Fernhollow is home to 19 people.",
            _ => "",
        };
        Reply::Line(answer.to_owned())
    }

    fn keep(&mut self, _: &mut Draft<'_>) -> Result<(), Failure> {
        self.kept += 1;
        Ok(())
    }
}

#[test]
fn it_goes_on_subject_by_subject_where_somebody_asks_for_something() {
    let (profiles, duties) = (Profiles::new().expect("countries"), Duties::new().expect("duties"));
    let letters = "name: Fernhollow\nplaces: 19\n".to_owned();
    let files = std::iter::once(("home.yaml".into(), letters)).collect();
    let place = Where::of("content/fernhollow".into(), false);
    let today = "2026-12-01".parse().expect("a day");
    let mut draft =
        Draft::of(place, &profiles, today, files, BTreeMap::default()).unwrap_or_else(|_| panic!("it is read"));
    let mut patient = Patient::default();
    let subjects = keys::subjects().expect("subjects");
    let there = Talk { draft: &mut draft, voice: &mut patient, kinds: Vec::new() }.go_on(&subjects, &duties);
    assert!(there.expect("kept"), "{:?}", patient.said.last());
    assert!(patient.kept > 10, "{}", patient.kept);
    let home = &draft.written(false)[0];
    assert!(format!("{:?}", home.change).contains("summary: Fernhollow is home to 19 people."), "{home:?}");
    assert!(!patient.said.iter().any(|said| said.contains("That cannot stand here")));
}

#[test]
fn a_home_in_wales_has_the_contacts_and_the_keys_of_wales() {
    let desk = Desk::new();
    std::fs::write(desk.at("a.yaml"), "home.name: Ty Coed\nhome.address.lines: [1 Heol Wen]\nhome.address.postcode: ZZ99 9CY\nhome.country: wales\nhome.rating.well_being: good\nhome.rating.given_on: 2026-05-01\ncomplaints.helpers: [llais]\n")
        .expect("written");
    desk.said(&["new", "content/ty-coed", "--answers", "a.yaml", TODAY[0], TODAY[1]], &[]);
    assert!(desk.at("content/contacts/psow.yaml").is_file() && !desk.at("content/contacts/cqc.yaml").exists());
    let home = desk.read("content/ty-coed/home.yaml");
    assert!(
        home.contains("\n  well_being: good\n") && home.contains("  # environment: ") && !home.contains("overall"),
        "{home}"
    );
    let faults: Vec<_> =
        desk.points().into_iter().filter(|point| point["severity"] == "error" && point["id"].is_null()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_folder_of_all_homes_is_no_folder_for_one() {
    let desk = Desk::new();
    for folder in ["content", "."] {
        let output = desk.typed(&["new", folder], &["Fernhollow"]);
        assert_eq!(output.status.code(), Some(2), "{folder}");
    }
    assert!(desk.files(".").is_empty());
}

#[test]
fn without_a_name_nothing_is_written() {
    let desk = Desk::new();
    let output = desk.typed(&["new", "content/fern"], &[""]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!desk.at("content").exists());
}

#[test]
fn one_thing_more_is_added_to_a_home_that_is_there() {
    let desk = Desk::new();
    desk.begin("first.yaml");
    desk.said(&["new", "person"], &["Lew Garrity", "the cook", "2026-11-30"]);
    let people = desk.read("content/fernhollow/people.yaml");
    assert!(
        people.contains("  - id: lew\n    name: Lew Garrity\n    role: the cook\n    agreed_on: 2026-11-30\n"),
        "{people}"
    );
    desk.said(&["new", "contact", "--home", "fernhollow"], &["Kettle Surgery", "yes", "0113 496 0700"]);
    assert!(desk.read("content/fernhollow/contacts/kettle-surgery.yaml").contains("  - number: 0113 496 0700\n"));
    desk.said(&["new", "service"], &["Day to day", "You get a hand when you ask for it."]);
    assert!(desk.read("content/fernhollow/services/day-to-day.yaml").contains("\nname: Day to day\n"));
    desk.said(&["new", "page"], &["Who feeds the hens?", "You do, if you like."]);
    assert!(
        desk.read("content/fernhollow/pages/who-feeds-the-hens.md")
            .ends_with("# Who feeds the hens?\n\nYou do, if you like.\n")
    );
    let faults: Vec<_> =
        desk.points().into_iter().filter(|point| point["severity"] == "error" && point["id"].is_null()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The value on a line of YAML, without the signs before it; none where there is only a key.
fn value(line: &str) -> Option<&str> {
    let line = line.trim_start_matches([' ', '#', '-']).trim();
    let value = line.split_once(": ").filter(|(key, _)| !key.contains(' ')).map_or(line, |(_, value)| value);
    let value = value.trim().trim_matches('"');
    (!value.is_empty() && !value.ends_with(':')).then_some(value)
}

#[test]
fn no_line_of_a_sample_comes_along() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let samples: BTreeSet<String> = walkdir::WalkDir::new(root.join("content"))
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.path().extension().is_some_and(|ending| ending == "yaml" || ending == "md"))
        .flat_map(|entry| {
            let letters = std::fs::read_to_string(entry.path()).expect("text");
            letters.lines().filter_map(value).map(str::to_lowercase).collect::<Vec<_>>()
        })
        .collect();
    // Words that a key can take are no sample's.
    let profiles = Profiles::new().expect("countries");
    let mut free: BTreeSet<String> = BTreeSet::new();
    for country in country::ids() {
        let keys = FILES.iter().flat_map(|file| keys::in_country(file, profiles.of(Some(country))));
        free.extend(
            keys.filter_map(|key| match key.written {
                Written::OneOf(words) => Some(words.into_iter().map(|(word, _)| word.to_lowercase())),
                _ => None,
            })
            .flatten(),
        );
    }
    let desk = Desk::new();
    desk.begin("first.yaml");
    let answers = std::fs::read_to_string(root.join("tests/new/first.yaml")).expect("text");
    let mut found = Vec::new();
    for path in desk.files("content/fernhollow") {
        let letters = std::fs::read_to_string(&path).expect("text");
        for line in letters.lines().filter_map(value) {
            let known = line.to_lowercase();
            let number = line.chars().all(|c| c.is_ascii_digit() || c == '.') && line.len() < 4;
            if samples.contains(&known) && !free.contains(&known) && !number && !answers.contains(line) {
                found.push(format!("{}: {line}", path.display()));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
