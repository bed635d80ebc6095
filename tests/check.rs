//! What a home has to say: every duty leads to keys that there are, the sample homes say all that is mandatory and expected, and each
//! mandatory key that is taken away is missed, by its own duties and by no other.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

mod common;
#[path = "common/outputs.rs"]
mod outputs;

use std::collections::BTreeSet;

use homepack::check::Facts;
use homepack::country::{self, Profiles};
use homepack::duties::{Certainty, Condition, Duties, Duty, Keeper, Need, Weight, page};
use homepack::finding::Severity;
use homepack::inspection::{Asked, Inspection, Point, json, personal, text};
use homepack::keys::{FILES, KEYS, subject};
use homepack::read::yaml::{Node, Value};
use outputs::{Changed, Trial, letters, without};

const HOMES: [&str; 3] = ["greengage-yard", "quillmere-house", "saltern-court"];

fn duties() -> Duties {
    Duties::new().expect("our lists are in order")
}

/// A way without the signs for lists.
fn bare(way: &str) -> String {
    way.replace("[]", "").replace("()", "")
}

#[test]
fn every_duty_leads_to_keys_that_there_are_and_is_no_surer_than_its_source() {
    // Under these names stand whole files or what is rated, which is the country's.
    let known: BTreeSet<String> = KEYS
        .iter()
        .map(|key| format!("{}.{}", subject(key.file).replace('-', "_"), key.steps.join(".")))
        .chain(FILES.iter().map(|file| subject(file.path).replace('-', "_")))
        .chain(
            ["contract", "home.rating.each", "home.rating.each.word", "home.rating.each.what", "contacts.id"]
                .map(str::to_owned),
        )
        .collect();
    for country in country::ids() {
        let duties = duties();
        let mut ids = BTreeSet::new();
        assert!(!duties.of(country).is_empty(), "{country}");
        for duty in duties.of(country) {
            assert!(ids.insert(&duty.id), "{}: twice", duty.id);
            assert!(duty.asks.ends_with(['.', '?']) && duty.write.ends_with('.'), "{}", duty.id);
            assert!(duty.weight != Weight::Mandatory || duty.certainty == Certainty::Certain, "{}", duty.id);
            assert_eq!(
                duty.needs.is_empty(),
                duty.kept_by.is_some(),
                "{}: a key says it, or somebody sees to it",
                duty.id
            );
            assert_eq!(duty.proof.is_some(), duty.kept_by == Some(Keeper::Program), "{}", duty.id);
            let needed = duty.needs.iter().flat_map(Need::ways).chain(&duty.changed_by).map(|way| bare(way));
            let asked = duty.when.each().iter().map(|condition| match condition {
                Condition::Has { key, .. } | Condition::Said { key, .. } | Condition::Silent { none: key } => bare(key),
            });
            let due = duty.due.iter().map(|due| due.after.clone());
            for way in needed.chain(asked).chain(due) {
                assert!(known.contains(&way), "{country}: {}: there is no key {way}", duty.id);
            }
        }
    }
}

#[test]
fn the_pages_of_duties_say_what_the_lists_say() {
    let (duties, profiles) = (duties(), Profiles::new().expect("the countries are in order"));
    let renew = std::env::var("HOMEPACK_RENEW").is_ok();
    for country in country::ids() {
        let (path, page) = (format!("docs/{country}.md"), page(&profiles.of(Some(country)).name, duties.of(country)));
        if std::fs::read_to_string(&path).ok().as_ref() != Some(&page) {
            assert!(renew, "{path} is stale: HOMEPACK_RENEW=1 cargo test --test check writes it anew");
            std::fs::write(&path, page).expect("it can be written");
        }
    }
}

/// The ids of what a home does not say.
fn lacking(facts: &Facts, duties: &[Duty], today: jiff::civil::Date) -> BTreeSet<String> {
    facts.lacking(duties, today).into_iter().map(|(duty, _)| duty.id.clone()).collect()
}

#[test]
fn the_sample_homes_say_everything_that_is_mandatory_or_expected() {
    let trial = Trial::new();
    let asked = Asked::new(&trial.content).expect("our lists are in order");
    for home in HOMES {
        let looked =
            Inspection::of(&trial.workshop, &asked, &trial.content, trial.place(home)).expect("it can be looked at");
        let open = looked.points.iter().filter(|point| point.severity != Severity::Hint && point.duty.is_some());
        let open: Vec<_> = open.map(|point| &point.duty).collect();
        assert!(open.is_empty() && looked.whole, "{home}: {open:?}");
        assert!(!looked.by_hand.is_empty(), "some things no file can show");
    }
}

#[test]
fn a_key_that_is_taken_away_is_missed_by_its_own_duties_alone() {
    let (england, wales) = (taken_away("content", "england"), taken_away("tests/homes/wales/content", "wales"));
    assert!(england > 180 && wales > 60, "{england} and {wales} keys were taken away");
}

/// Takes away every key that a duty asks for, in each home of a folder that says it; how many there were.
fn taken_away(folder: &str, country: &str) -> usize {
    let (trial, duties) = (Trial::of(folder), duties());
    let (duties, mut tried) = (duties.of(country), 0);
    let homes: Vec<String> = trial.content.homes.iter().map(|place| place.name().to_owned()).collect();
    for home in homes.iter().map(String::as_str) {
        let read = |changed: &Changed| trial.workshop.read(&trial.changed(changed), trial.place(home));
        let before = Facts::of(&read(&Changed::new()).0.expect("a sample home can be read").home);
        let said_before = lacking(&before, duties, trial.workshop.today);
        for duty in duties.iter().filter(|duty| before.concerns(duty)) {
            for need in &duty.needs {
                let ways: Vec<String> = need.ways().iter().map(|way| bare(way)).collect();
                // What is Markdown has no keys that could be taken away: src/check/said/tests.rs tries its duties.
                let in_yaml = |way: &String| !["contract", "pages"].contains(&way.as_str());
                if !need.ways().iter().any(|way| before.says(&bare(way))) || !ways.iter().all(in_yaml) {
                    continue;
                }
                tried += 1;
                let (known, findings) = read(&without(&trial, home, &ways));
                let Some(known) = known else {
                    assert!(findings.iter().any(|finding| finding.severity == Severity::Error), "{}: told", duty.id);
                    continue;
                };
                let after = Facts::of(&known.home);
                let missed = lacking(&after, duties, trial.workshop.today);
                let gone = |way: &String| {
                    ways.iter().any(|gone| bare(way) == *gone || bare(way).starts_with(&format!("{gone}.")))
                };
                let its_own = |duty: &&Duty| {
                    let silent = |need: &Need| need.ways().iter().all(|way| gone(way) || !before.says(way));
                    before.concerns(duty) && duty.needs.iter().any(silent)
                };
                let expected: BTreeSet<String> = duties
                    .iter()
                    .filter(its_own)
                    .map(|duty| duty.id.clone())
                    .chain(said_before.iter().cloned())
                    .collect();
                assert!(missed.contains(&duty.id), "{home}: {} is not missed without {ways:?}", duty.id);
                let others: Vec<_> = missed.difference(&expected).collect();
                assert!(others.is_empty(), "{home}: without {ways:?} {others:?} are missed too");
            }
        }
    }
    tried
}

#[test]
fn a_home_with_a_name_and_an_address_is_told_what_the_law_asks_for_and_where_to_write_it() {
    let mut content = homepack::read::Content::default();
    let home = "name: Rowan House\naddress:\n  lines: [1 Rowan Lane]\n  postcode: ZZ99 1AA\n";
    content.sources.add("content/rowan/home.yaml".into(), home);
    let place = homepack::read::Place::new("content/rowan".into(), Vec::new());
    let asked = Asked::new(&content).expect("our lists are in order");
    let looked = Inspection::of(&common::workshop(), &asked, &content, &place).expect("it can be looked at");
    assert!(looked.count(Severity::Error) > 10, "{}", looked.count(Severity::Error));
    let said = text(&looked, false);
    assert!(
        said.contains("content/rowan/provider.yaml: a new file") && said.contains("The 10 things that matter most"),
        "{said}"
    );
    assert!(said.contains("With --all"), "{said}");
    let all = text(&looked, true);
    for point in &looked.points {
        assert!(all.contains(point.duty.as_deref().unwrap_or("rowan")), "{:?}", point.duty);
    }
    let lines = json(&looked).expect("it is data");
    assert_eq!(lines.lines().count(), looked.points.len());
    for line in lines.lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("each is JSON");
        assert!(
            line["home"] == "rowan" && line["file"].as_str().is_some_and(|file| file.starts_with("content/rowan/")),
            "{line}"
        );
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_of_first_and_nothing_is_guessed() {
    let mut content = homepack::read::Content::default();
    content.sources.add("rowan/home.yaml".into(), "name: Rowan House\nadress:\n  lines: [1 Rowan Lane]\n");
    let place = homepack::read::Place::new("rowan".into(), Vec::new());
    let asked = Asked::new(&content).expect("our lists are in order");
    let looked = Inspection::of(&common::workshop(), &asked, &content, &place).expect("it can be looked at");
    assert!(!looked.whole && looked.count(Severity::Error) > 0);
    assert!(looked.points.iter().all(|point| point.duty.is_none()), "{:?}", looked.points);
    assert!(text(&looked, true).contains("when its files can be read"));
}

/// Every value of a tree.
fn values(node: &Node, told: &mut Vec<String>) {
    match &node.value {
        Value::Keys(keys) => keys.iter().for_each(|(.., held)| values(held, told)),
        Value::List(list) => list.iter().for_each(|entry| values(entry, told)),
        Value::Letters(words) => told.push(words.clone()),
        Value::Empty => {}
    }
}

/// The sample home as somebody in a hurry copies it: another name, another number, and nothing else.
fn hurried_copy(trial: &Trial, home: &str, made_up: bool) -> Changed {
    let mut changed = Changed::new();
    for (path, mut tree) in trial.trees(home).into_iter().filter(|(path, _)| path.ends_with("/home.yaml")) {
        let Value::Keys(keys) = &mut tree.value else { continue };
        keys.retain(|(key, ..)| made_up || key != "fictional");
        for (key, _, held) in keys.iter_mut() {
            let new = match key.as_str() {
                "name" => "Elm Court Nursing Home",
                "short_name" => "Elm Court",
                "phone" => "01603 222144",
                _ => continue,
            };
            held.value = Value::Letters(new.to_owned());
        }
        changed.insert(path, letters(&tree));
    }
    changed
}

#[test]
fn a_hurried_copy_is_told_of_every_fact_that_is_another_homes() {
    let trial = Trial::new();
    for (home, made_up) in [("quillmere-house", true), ("quillmere-house", false), ("saltern-court", false)] {
        let changed = hurried_copy(&trial, home, made_up);
        let content = trial.changed(&changed);
        let asked = Asked::new(&content).expect("our lists are in order");
        let looked = Inspection::of(&trial.workshop, &asked, &content, trial.place(home)).expect("it can be looked at");
        let (mut named, mut missed) = (0, Vec::new());
        for (path, tree) in trial.trees(home) {
            let mut all = Vec::new();
            values(&tree, &mut all);
            let here: Vec<&Point> = looked
                .points
                .iter()
                .filter(|point| path.ends_with(&point.place.path) || point.place.path.ends_with(path.as_str()))
                .collect();
            for value in all {
                if here.iter().any(|point| point.says.contains(value.trim())) {
                    named += 1;
                } else {
                    missed.push(format!("{path}: {value}"));
                }
            }
        }
        let all = named + missed.len();
        assert!(named * 100 >= all * 95, "{home}: {named} of {all} facts are named; not: {missed:#?}");
        assert!(all > 900, "{home}: {all}");
        let errors = looked.count(Severity::Error);
        assert_eq!(errors > 100, !made_up, "{home}: {errors} errors");
        let stops = trial.workshop.read(&content, trial.place(home)).1;
        assert_eq!(stops.iter().any(|finding| finding.severity == Severity::Error), !made_up, "{home}");
    }
}

#[test]
fn the_samples_and_the_fixtures_have_nothing_left_over() {
    let left = |points: &[Point]| -> Vec<String> {
        let ids = ["left-over", "stands-in", "days-all", "day-before"];
        let of = |point: &&Point| point.duty.as_ref().is_some_and(|id| ids.iter().any(|of| id.starts_with(of)));
        points
            .iter()
            .filter(of)
            .map(|point| format!("{}:{}: {}", point.place.path, point.place.line, point.says))
            .collect()
    };
    let fixtures = country::ids().skip(1).map(|country| format!("tests/homes/{country}/content"));
    for folder in std::iter::once("content".to_owned()).chain(fixtures) {
        let content = homepack::disk::read(folder.as_str().into()).expect("it can be read");
        let asked = Asked::new(&content).expect("our lists are in order");
        for place in &content.homes {
            let looked = Inspection::of(&common::workshop(), &asked, &content, place).expect("it can be looked at");
            assert_eq!(left(&looked.points), Vec::<String>::new());
        }
    }
}

#[test]
fn every_statement_of_the_coverage_table_is_answered_and_every_answer_leads_to_a_key() {
    let considerations = homepack::duties::considerations().expect("our list is in order");
    let rows: BTreeSet<u16> = considerations.iter().flat_map(|one| one.rows.iter().copied()).collect();
    assert_eq!(rows, (1..=115).collect::<BTreeSet<u16>>());
    let known: BTreeSet<String> =
        KEYS.iter().map(|key| format!("{}.{}", subject(key.file).replace('-', "_"), key.steps.join("."))).collect();
    for one in &considerations {
        for way in one.shown_by.iter().chain(&one.only_where) {
            assert!(known.contains(way), "{}: there is no key {way}", one.id);
        }
        assert_eq!(
            one.shown_by.is_empty(),
            one.kept_by.is_some(),
            "{}: a key shows it, or somebody sees to it",
            one.id
        );
        assert!(one.write.ends_with('.') || one.write.is_empty(), "{}", one.id);
    }
}

#[test]
fn a_home_sees_in_its_own_words_how_personal_it_is() {
    let trial = Trial::new();
    let asked = Asked::new(&trial.content).expect("our lists are in order");
    for home in HOMES {
        let looked =
            Inspection::of(&trial.workshop, &asked, &trial.content, trial.place(home)).expect("it can be looked at");
        let shown = looked.personal.iter().filter(|one| !one.shown.is_empty()).count();
        assert!(shown > 40, "{home}: {shown} of {}", looked.personal.len());
        let told = personal(&looked);
        assert!(looked.personal.iter().all(|one| told.contains(&one.id)), "{home}");
        let placed = looked.personal.iter().flat_map(|one| &one.shown).filter(|shown| shown.place.line > 0).count();
        assert!(placed > 200, "{home}: {placed}");
    }
}

#[test]
fn a_home_that_is_made_up_says_so_on_every_page_and_no_other_home_does() {
    let made = |home: &str, says: &str| -> Vec<(String, bool)> {
        let out = tempfile::tempdir().expect("a folder");
        let status = std::process::Command::new(env!("CARGO_BIN_EXE_homepack"))
            .args(["build", home, "--only", "website", "--today", "2026-11-22", "--out"])
            .arg(out.path())
            .output()
            .expect("it runs");
        assert!(status.status.success(), "{}", String::from_utf8_lossy(&status.stderr));
        let pages = walkdir::WalkDir::new(out.path()).sort_by_file_name().into_iter().filter_map(Result::ok);
        let pages = pages.filter(|page| page.path().extension().is_some_and(|ending| ending == "html"));
        let read = pages.map(|page| {
            let letters = std::fs::read_to_string(page.path()).expect("it can be read");
            (page.path().display().to_string(), letters.contains(says))
        });
        read.collect()
    };
    let says = "This home is made up";
    let silent = |pages: &[(String, bool)]| pages.iter().filter(|(_, says)| !says).count();
    let pages = made("content/greengage-yard", says);
    assert!(pages.len() > 30 && silent(&pages) == 0, "{} of {}", silent(&pages), pages.len());
    let pages = made("tests/cli/build.in/content/rowan-house", says);
    assert!(pages.len() > 2 && silent(&pages) == pages.len(), "{} of {}", silent(&pages), pages.len());
}

/// `homepack check` for a report, into a folder.
fn report(content: &str, format: &str, out: &std::path::Path) -> std::process::Output {
    std::process::Command::new(env!("CARGO_BIN_EXE_homepack"))
        .args(["check", content, "--today", "2026-11-22", "--format", format, "--out"])
        .arg(out)
        .output()
        .expect("it runs")
}

#[test]
fn what_matters_most_is_one_list_with_numbers_that_go_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("report.html");
    let said = report("tests/cli/check.in/content", "html", &file);
    assert_eq!(said.status.code(), Some(1), "{}", String::from_utf8_lossy(&said.stderr));
    let page = std::fs::read_to_string(&file).expect("it can be read");
    assert!(page.contains("Asked for by: "), "points of the law have a source behind them");
    assert_eq!(page.matches("<ol").count(), 1, "a source ends no list");
}

#[test]
fn a_report_for_a_team_stands_alone_and_says_where_to_write_each_point() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("report.html");
    for content in ["content/greengage-yard", "content"] {
        let said = report(content, "html", &file);
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        let page = std::fs::read_to_string(&file).expect("it can be read");
        assert!(page.starts_with("<!DOCTYPE html><!-- homepack check -->"), "{}", &page[..80]);
        for fetched in ["<script", "@import", "url(", "<img", "src=", "<link"] {
            assert!(!page.contains(fetched), "{fetched}");
        }
        let levels: Vec<u32> =
            page.match_indices("<h").filter_map(|(at, _)| page[at + 2..].chars().next()?.to_digit(10)).collect();
        assert!(levels[0] == 1 && levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
        assert!(page.contains("href=\"https://"), "what leads out can be clicked");
    }
    let trial = Trial::new();
    let asked = Asked::new(&trial.content).expect("our lists are in order");
    let page = std::fs::read_to_string(&file).expect("it can be read");
    for home in HOMES {
        let looked =
            Inspection::of(&trial.workshop, &asked, &trial.content, trial.place(home)).expect("it can be looked at");
        for point in &looked.points {
            let place = format!("{}:{}:{}", point.place.path, point.place.line, point.place.column);
            assert!(point.place.line == 0 || page.contains(&place), "{place}");
        }
        for link in &looked.links {
            assert!(page.contains(&link.address.replace('&', "&amp;")), "{}", link.address);
            assert!(link.address.starts_with("http"), "{}", link.address);
        }
        assert!(looked.links.iter().filter(|link| link.place.is_some()).count() > 3, "{home}: {:?}", looked.links);
    }
}

#[test]
fn a_report_is_written_over_a_report_and_over_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("report.html");
    std::fs::write(&file, "<!DOCTYPE html>\n<p>Somebody's own</p>\n").expect("written");
    let said = report("content/greengage-yard", "html", &file);
    assert_eq!(said.status.code(), Some(2), "{}", String::from_utf8_lossy(&said.stderr));
    assert!(std::fs::read_to_string(&file).expect("it is there").contains("Somebody's own"));
}

#[test]
fn a_report_in_large_print_is_made_or_kindly_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("report.pdf");
    let said = report("content/greengage-yard", "pdf", &file);
    if cfg!(feature = "pdf") {
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
        assert!(std::fs::read(&file).expect("it is there").starts_with(b"%PDF"));
        assert!(String::from_utf8_lossy(&said.stdout).contains("in large print"));
    } else {
        assert_eq!(said.status.code(), Some(2));
        assert!(!file.exists() && String::from_utf8_lossy(&said.stderr).contains("without"), "{said:?}");
    }
}

#[test]
fn a_file_that_nothing_uses_is_named_with_its_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path().join("content/rowan");
    std::fs::create_dir_all(home.join("photos")).expect("made");
    let letters = "name: Rowan House\naddress:\n  lines: [1 Rowan Lane]\n  postcode: ZZ99 1AA\n";
    for (path, letters) in [
        ("home.yaml", letters),
        ("fees.docx", "x"),
        ("visiting.yaml.txt", "any_time: yes\n"),
        ("photos/garden.jpg", "x"),
        ("../our-prices.xlsx", "x"),
        ("../old-home/rooms.yaml", "en_suite: 1\n"),
    ] {
        let path = home.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, letters).expect("written");
    }
    let said = std::process::Command::new(env!("CARGO_BIN_EXE_homepack"))
        .args(["check", "content", "--all", "--today", "2026-11-22"])
        .current_dir(folder.path())
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&said.stdout).into_owned() + &String::from_utf8_lossy(&said.stderr);
    for named in ["fees.docx", "visiting.yaml.txt", "photos/garden.jpg", "our-prices.xlsx", "old-home"] {
        assert!(said.contains(named), "{named} is passed over in silence: {said}");
    }
}
