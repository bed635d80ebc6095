//! The Statement as it was sent: what is kept of it is read again as it was, each fact that the law lists is known when it changes, and
//! nothing that is made of a home rests on the file.

#![expect(clippy::disallowed_methods, reason = "a test makes files of its own")]

mod common;
#[path = "common/outputs.rs"]
mod outputs;

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8Path;
use homepack::check::Facts;
use homepack::compose::Troubles;
use homepack::compose::papers::statement_of_purpose;
use homepack::country::Profiles;
use homepack::disk;
use homepack::duties::{Duties, Need};
use homepack::finding::Severity;
use homepack::inspection::{Asked, Inspection, Point};
use homepack::keys::{KEYS, subject};
use homepack::make::Workshop;
use homepack::read::{Content, Place};
use homepack::sent::{Change, Hold, Law, Part, Version, compared, file, form};
use outputs::{Changed, Trial, without};

/// The homes of the session, of which some have changed since they sent their Statement.
const HOMES: &str = "tests/cli/statement.in/content";

fn duties() -> Duties {
    Duties::new().expect("our lists are in order")
}

/// The Statement of a home as it reads now; none where its files have mistakes.
fn now(workshop: &Workshop, content: &Content, place: &Place) -> Option<Version> {
    let known = workshop.read(content, place).0?;
    let desk = workshop.desk(&known);
    let document = statement_of_purpose(&desk, &mut Troubles::default())?;
    Some(Version::of(&desk, &Facts::of(&known.home), duties().of(&desk.profile.id), &document))
}

/// A version as a file keeps it.
fn kept(version: &Version) -> Version {
    let (kept, as_written) = file::read(&file::written(version, common::TODAY));
    assert!(as_written);
    kept
}

#[test]
fn what_is_kept_of_every_home_is_what_it_says_and_the_same_bytes_each_time() {
    let workshop = common::workshop();
    for folder in ["content", "tests/homes/wales/content"] {
        let content = disk::read(folder.into()).expect("it can be read");
        for place in &content.homes {
            let version = now(&workshop, &content, place).expect("it has no mistakes");
            assert_eq!(compared(&kept(&version), &version), []);
            let letters = |version: &Version| file::written(version, common::TODAY);
            let again = now(&workshop, &content, place).expect("it has no mistakes");
            assert_eq!(letters(&version), letters(&again));
            // Keeping what was kept changes nothing in it.
            assert_eq!(letters(&version), letters(&kept(&version)));
        }
    }
}

#[test]
fn a_fact_that_the_law_lists_is_known_when_it_is_taken_away() {
    let (trial, duties, profiles) = (Trial::new(), duties(), Profiles::new().expect("countries"));
    let law = Law { schedule: &profiles.of(Some("england")).statement.schedule, duties: duties.of("england") };
    let mut seen = BTreeSet::new();
    for home in ["quillmere-house", "saltern-court"] {
        let before = now(&trial.workshop, &trial.content, trial.place(home)).expect("a sample home can be read");
        for (duty, paragraph) in law.listed() {
            let ways: Vec<String> = duty.needs.iter().flat_map(Need::ways).map(|way| way.replace("[]", "")).collect();
            let files = without(&trial, home, &ways);
            let Some(after) = now(&trial.workshop, &trial.changed(&files), trial.place(home)) else { continue };
            let touches = |change: &Change| match law.holds(&change.part, &change.keys) {
                Hold::Listed(paragraphs) => paragraphs.iter().any(|(name, _)| name == paragraph),
                Hold::Asked(..) | Hold::Nothing => false,
            };
            let changes = compared(&kept(&before), &after);
            // What the home did not say cannot go.
            let here = |part: &&Part| duty.seen_on.contains(&format!("statement-of-purpose/{}", part.id));
            let keys: BTreeSet<&String> =
                before.parts.iter().filter(here).flat_map(|part| &part.lines).flat_map(|line| &line.from).collect();
            if keys.iter().any(|key| ways.iter().any(|way| key.starts_with(way.as_str()))) {
                assert!(changes.iter().any(touches), "{home}: {} is not seen: {changes:#?}", duty.id);
                seen.insert(duty.id.clone());
            }
        }
    }
    assert!(seen.len() > 12, "{seen:?}");
}

#[test]
fn a_sentence_of_the_words_alone_changes_no_fact() {
    let content = disk::read(HOMES.into()).expect("it can be read");
    let place = content.homes.iter().find(|place| place.name() == "rowan-house").expect("it is there");
    let plain = "themes/plain/words/england/statement-of-purpose/part-3.md";
    let words = fs_err::read_to_string(plain).expect("the words can be read");
    let other =
        words.replace("It keeps a register, and this is what the register says of us.", "This is its register.");
    assert_ne!(words, other);
    let over = BTreeMap::from([("words/england/statement-of-purpose/part-3.md".to_owned(), other.into_bytes())]);
    let workshop = Workshop::new(over, common::TODAY).expect("the theme is in order");
    let before = now(&common::workshop(), &content, place).expect("it has no mistakes");
    let after = now(&workshop, &content, place).expect("it has no mistakes");
    let changes = compared(&kept(&before), &after);
    assert!(changes.len() == 1 && changes[0].is_of_words(), "{changes:#?}");
    assert_eq!(changes[0].now.as_deref(), Some("This is its register."));
}

/// What `check` says of the Statement of a home beside what was sent.
fn told(folder: &str, home: &str) -> Vec<(Severity, String)> {
    let content = disk::read(folder.into()).expect("it can be read");
    let asked = Asked::new(&content).expect("our lists are in order");
    let place = content.homes.iter().find(|place| place.name() == home).expect("it is there");
    let looked = Inspection::of(&common::workshop(), &asked, &content, place).expect("it can be looked at");
    let ids = ["statement-not-as-sent", "statement-not-kept", "statement-sent-changed"];
    let named = |point: &Point| Some((point.severity, point.duty.clone()?));
    looked.points.iter().filter_map(named).filter(|(_, id)| ids.contains(&id.as_str())).collect()
}

#[test]
fn check_tells_of_a_statement_that_is_not_as_it_was_sent() {
    let point = |severity, id: &str| (severity, id.to_owned());
    let not_as_sent = || point(Severity::Warning, "statement-not-as-sent");
    assert_eq!(told(HOMES, "fern-lodge"), [not_as_sent()]);
    assert_eq!(told(HOMES, "hafan-deg"), [not_as_sent()]);
    assert_eq!(told(HOMES, "ivy-cottage"), [not_as_sent(), point(Severity::Hint, "statement-sent-changed")]);
    // Nobody has approved it, so nobody can have sent it.
    assert_eq!(told(HOMES, "rowan-house"), []);
    assert_eq!(told("content", "quillmere-house"), [point(Severity::Hint, "statement-not-kept")]);
}

#[test]
fn nothing_that_is_made_of_a_home_rests_on_what_it_sent() {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = Utf8Path::from_path(dir.path()).expect("UTF-8").join("fern-lodge");
    fs_err::create_dir(&folder).expect("a folder");
    for name in ["home.yaml", "provider.yaml", "statement.yaml", "statement-sent-2026-10-09.txt"] {
        fs_err::copy(format!("{HOMES}/fern-lodge/{name}"), folder.join(name)).expect("copied");
    }
    let made = |folder: &Utf8Path| {
        let content = disk::read(folder).expect("it can be read");
        let (known, findings) = common::workshop().read(&content, &content.homes[0]);
        let known = known.unwrap_or_else(|| panic!("{findings:?}"));
        let workshop = common::workshop();
        let made = homepack::make::documents(&workshop.desk(&known), &mut Troubles::default());
        let mut words = Vec::new();
        let papers = made.papers.iter().map(|paper| &paper.paper.document);
        for document in papers.chain(made.pages.iter().map(|page| &page.document)) {
            document.each_words(&mut |said| words.push(said.as_str().to_owned()));
        }
        (words, content.sources.iter().count(), findings.len())
    };
    let with = made(&folder);
    fs_err::remove_file(folder.join("statement-sent-2026-10-09.txt")).expect("removed");
    assert_eq!(with, made(&folder));
}

#[test]
fn every_field_of_a_form_leads_to_keys_a_part_and_a_duty() {
    let (profiles, duties) = (Profiles::new().expect("countries"), duties());
    let known: BTreeSet<String> =
        KEYS.iter().map(|key| format!("{}.{}", subject(key.file).replace('-', "_"), key.steps.join("."))).collect();
    for country in homepack::country::ids() {
        let profile = profiles.of(Some(country));
        let law = Law { schedule: &profile.statement.schedule, duties: duties.of(country) };
        assert!(law.listed().count() > 10, "{country}: the sources of its duties begin otherwise");
        for field in profile.statement.form.iter().flat_map(|form| &form.fields) {
            assert!(profile.statement.parts.iter().any(|part| part.id == field.part), "{}", field.asks);
            assert!(field.duty.as_ref().is_none_or(|id| law.duty(id).is_some()), "{}: {:?}", field.asks, field.duty);
            for key in field.keys.iter().chain(&field.otherwise) {
                assert!(known.contains(key), "{}: there is no key {key}", field.asks);
            }
        }
    }
}

#[test]
fn the_form_of_a_home_that_says_everything_has_hardly_a_gap() {
    let (trial, duties, profiles) = (Trial::new(), duties(), Profiles::new().expect("countries"));
    let profile = profiles.of(Some("england"));
    let law = Law { schedule: &profile.statement.schedule, duties: duties.of("england") };
    let version = now(&trial.workshop, &trial.content, trial.place("quillmere-house")).expect("it has no mistakes");
    let entries = form::checklist(&version, profile, law);
    let silent: Vec<&str> =
        entries.iter().filter(|entry| entry.says.is_empty()).map(|entry| entry.asks.as_str()).collect();
    assert_eq!(silent, ["Names of the partners, for a partnership", "How the post is shared"]);
    let said = |asks: &str| entries.iter().find(|entry| entry.asks == asks).expect("a field").says.join("; ");
    assert_eq!(said("Number of places"), "42");
    assert_eq!(said("Telephone of the manager"), "01632 960125");
    // A fact that is taken away is a gap in the form.
    let changed: Changed = without(&trial, "quillmere-house", &["home.bands".to_owned()]);
    let after = now(&trial.workshop, &trial.changed(&changed), trial.place("quillmere-house")).expect("no mistakes");
    let bands = form::checklist(&after, profile, law);
    assert!(bands.iter().any(|entry| entry.asks.starts_with("Service user bands") && entry.says.is_empty()));
}
