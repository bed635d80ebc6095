//! Each sample resident asks their pack what they would ask, and finds the one right answer: never another's.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use camino::Utf8PathBuf;
use homepack::read::yaml::{self, Node, Value};
use serde::Deserialize;

/// What a resident asks, or several; with `*` in place of an id, every resident of a home.
#[derive(Debug, Deserialize)]
struct Asked {
    resident: Words,
    #[serde(default)]
    ask: Vec<Question>,
    #[serde(default)]
    never: Vec<String>,
}

/// A question, and where its answer stands. Where no paper is named, any of their pack in their own print may answer.
#[derive(Debug, Deserialize)]
struct Question {
    #[serde(rename = "question")]
    said: String,
    #[serde(default)]
    paper: Option<String>,
    #[serde(default)]
    under: Option<String>,
    find: Words,
    #[serde(default)]
    not: Option<String>,
}

/// One text or several: the words that answer, of which one edition has these and the other those; and who asks.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Words {
    One(String),
    Either(Vec<String>),
}

impl Words {
    fn each(&self) -> &[String] {
        match self {
            Words::One(words) => std::slice::from_ref(words),
            Words::Either(words) => words,
        }
    }
}

/// Papers for those who help a resident: in their own print is only what the resident reads.
const FOR_THOSE_WHO_HELP: [&str; 1] = ["about-me"];

/// Every pack of the samples, made once: by resident, the plain text of each paper by its id.
struct Packs {
    _dir: tempfile::TempDir,
    private: Utf8PathBuf,
    papers: BTreeMap<String, BTreeMap<String, String>>,
}

fn packs() -> Packs {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let dir = tempfile::tempdir().expect("a folder");
    let private = Utf8PathBuf::try_from(dir.path().join("private")).expect("UTF-8");
    for (home, record) in records() {
        let place = private.join("residents").join(&home);
        fs_err::create_dir_all(&place).expect("made");
        fs_err::copy(&record, place.join(record.file_name().expect("a name"))).expect("copied");
    }
    let done = Command::new(env!("CARGO_BIN_EXE_homepack"))
        .args(["packs", "content", "--today", "2026-11-22", "--private", private.as_str()])
        .current_dir(root)
        .output()
        .expect("the program runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let ignored = fs_err::read_to_string(private.join(".gitignore")).expect("git is told");
    assert!(ignored.lines().any(|line| line == "*"), "git leaves all of it out");
    let mut papers: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let walk = walkdir::WalkDir::new(private.join("packs")).into_iter().filter_map(Result::ok);
    for file in walk.filter(|entry| entry.path().extension().is_some_and(|end| end == "txt")) {
        let path = Utf8PathBuf::try_from(file.into_path()).expect("UTF-8");
        let id = path.parent().and_then(|folder| folder.file_name()).expect("a pack").to_owned();
        let home = path.parent().and_then(|folder| folder.parent()).and_then(|home| home.file_name()).expect("a home");
        let paper = path.file_stem().expect("a name").strip_prefix(&format!("{id}-")).expect("an id").to_owned();
        let text = fs_err::read_to_string(&path).expect("text");
        papers.entry(format!("{home}/{id}")).or_default().insert(paper, text);
    }
    Packs { _dir: dir, private, papers }
}

/// The sample records, each with its home.
fn records() -> Vec<(String, Utf8PathBuf)> {
    let folder = Utf8PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("private/residents");
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = walk.filter(|entry| entry.path().extension().is_some_and(|end| end == "yaml"));
    files
        .map(|entry| {
            let path = Utf8PathBuf::try_from(entry.into_path()).expect("UTF-8");
            let home = path.parent().and_then(|home| home.file_name()).expect("a home").to_owned();
            (home, path)
        })
        .collect()
}

/// What stands under each heading that begins with some words, up to the next heading: a line by itself after an empty one that
/// ends in no full stop.
fn under(text: &str, words: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let heading = |i: usize| {
        let alone = i == 0 || lines[i - 1].is_empty();
        let line = lines[i];
        alone
            && !line.is_empty()
            && lines.get(i + 1).is_none_or(|next| next.is_empty())
            && !line.ends_with(['.', ':'])
            && !line.starts_with("- ")
            && !line.starts_with("Step ")
    };
    let begins = (0..lines.len()).filter(|i| heading(*i) && lines[*i].starts_with(words));
    begins.map(|begins| lines[begins..end_of(&lines, begins, heading)].join("\n")).collect()
}

/// The line at which what begins with a heading ends.
fn end_of(lines: &[&str], begins: usize, heading: impl Fn(usize) -> bool) -> usize {
    // A part goes on to the next part, which has two empty lines before it; a question to the next heading.
    let part = begins < 2 || lines[begins - 2].is_empty();
    let ends =
        |i: &usize| if part { *i >= 2 && lines[*i - 1].is_empty() && lines[*i - 2].is_empty() } else { heading(*i) };
    (begins + 1..lines.len()).find(ends).unwrap_or(lines.len())
}

/// Letters as they can be compared: small, with plain quotation marks, single spaces and no full stop at the end.
fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace(['’', '‘'], "'").replace(['“', '”'], "\"").replace('\u{A0}', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned()
}

/// What is wrong with the answer to a question in somebody's pack; none where it is the right one.
fn wrong_answer(question: &Question, papers: &BTreeMap<String, String>) -> Option<String> {
    let at = |paper: &str| papers.get(paper).map(String::as_str).unwrap_or_default();
    let read: Vec<&str> = match &question.paper {
        Some(paper) => vec![at(paper)],
        None => papers.keys().filter(|id| !FOR_THOSE_WHO_HELP.contains(&id.as_str())).map(|id| at(id)).collect(),
    };
    let answers: Vec<String> = match &question.under {
        Some(heading) => read.iter().flat_map(|paper| under(paper, heading)).collect(),
        None => read.iter().map(|paper| (*paper).to_owned()).collect(),
    };
    let place = question.paper.as_deref().unwrap_or("their pack");
    if answers.is_empty() {
        return Some(format!("No heading “{}” in {place}", question.under.as_deref().unwrap_or_default()));
    }
    let found = |words: &String| answers.iter().any(|answer| plain(answer).contains(&plain(words)));
    if !question.find.each().iter().any(found) {
        let shown = if question.under.is_some() { answers.join("\n") } else { place.to_owned() };
        return Some(format!("“{}” is not in:\n{shown}", question.find.each().join("” or “")));
    }
    let not = question.not.as_ref()?;
    let answer = answers.iter().find(|answer| answer.contains(not.as_str()))?;
    Some(format!("“{not}” is in:\n{answer}"))
}

fn asked() -> Vec<Asked> {
    homepack::ours::read(include_str!("packs/questions.yaml")).expect("the questions")
}

/// Every text of a record, as written.
fn words(node: &Node, out: &mut Vec<String>) {
    match &node.value {
        Value::Empty => {}
        Value::Letters(letters) => out.push(letters.clone()),
        Value::List(list) => list.iter().for_each(|node| words(node, out)),
        Value::Keys(keys) => keys.iter().for_each(|(_, _, node)| words(node, out)),
    }
}

#[test]
fn every_resident_finds_the_one_right_answer_and_never_anothers() {
    let packs = packs();
    let theme = homepack::theme::Theme::new(BTreeMap::default()).expect("the theme");
    let leaflets: Vec<String> = theme.plan.papers.iter().map(|paper| paper.id.to_string()).collect();
    let mut wrong = Vec::new();
    for asked in asked() {
        let asks = |id: &String| {
            let named = |name: &String| name.strip_suffix('*').map_or(name == id, |home| id.starts_with(home));
            asked.resident.each().iter().any(named)
        };
        let askers: Vec<_> = packs.papers.iter().filter(|(id, _)| asks(id)).collect();
        if askers.is_empty() {
            wrong.push(format!("{:?}: no pack", asked.resident));
        }
        for (resident, papers) in askers {
            for question in &asked.ask {
                let fault = wrong_answer(question, papers);
                wrong.extend(fault.map(|fault| format!("{resident}: {} {fault}", question.said)));
            }
            for never in &asked.never {
                let own = papers.iter().filter(|(paper, _)| !leaflets.contains(paper));
                for (paper, text) in own.filter(|(_, text)| text.contains(never)) {
                    let line = text.lines().find(|line| line.contains(never)).unwrap_or_default();
                    wrong.push(format!("{resident}: “{never}” is in {paper}: {line}"));
                }
            }
        }
    }
    let all: Vec<String> =
        records().iter().map(|(home, path)| format!("{home}/{}", path.file_stem().expect("id"))).collect();
    let by_name: Vec<String> = asked().iter().flat_map(|asked| asked.resident.each().to_vec()).collect();
    for resident in all.iter().filter(|resident| !by_name.contains(resident)) {
        wrong.push(format!("nobody asks the pack of {resident} anything"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));

    let strays = anothers(&packs);
    assert!(strays.is_empty(), "{}", strays.join("\n"));
    assert_files_carry_ids_alone(&packs);
    let long = long_books(&packs);
    assert!(long.is_empty(), "{}", long.join("\n"));
}

/// How many words a book may have.
const BOOK_OF_WORDS: usize = 3000;

/// Books that nobody reads to the end.
fn long_books(packs: &Packs) -> Vec<String> {
    let words = |text: &str| text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
    let counted = packs.papers.iter().map(|(resident, papers)| (resident, words(&papers["book"])));
    counted
        .filter(|(_, words)| *words > BOOK_OF_WORDS)
        .map(|(resident, words)| format!("the book of {resident} has {words} words, {BOOK_OF_WORDS} are the most"))
        .collect()
}

/// Words of one record that stand in the pack of somebody else.
fn anothers(packs: &Packs) -> Vec<String> {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (home, path) in records() {
        let letters = fs_err::read_to_string(&path).expect("text");
        let (node, _) = yaml::read(1, &letters).expect("YAML");
        let mut own = Vec::new();
        words(&node, &mut own);
        texts.insert(format!("{home}/{}", path.file_stem().expect("id")), own);
    }
    let public = public_words();
    let mut strays = Vec::new();
    for (resident, own) in &texts {
        // What two records share, such as a couple's names, is nobody's own; nor is what the home says to everybody.
        let nobodys = |text: &String| {
            texts.values().filter(|other| other.contains(text)).count() > 1 || public.contains(text.as_str())
        };
        for text in own.iter().filter(|text| text.chars().count() >= 16 && !nobodys(text)) {
            for (other, papers) in packs.papers.iter().filter(|(other, _)| *other != resident) {
                for (paper, _) in papers.iter().filter(|(_, paper)| paper.contains(text.as_str())) {
                    strays.push(format!("words of {resident} in {paper} of {other}: {text}"));
                }
            }
        }
    }
    strays
}

/// Every letter of the sample homes' content.
fn public_words() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = walk.filter(|entry| entry.path().extension().is_some_and(|end| end == "yaml" || end == "md"));
    files.map(|entry| fs_err::read_to_string(entry.path()).expect("text")).collect()
}

/// File names carry the id and what the paper is, and no name.
fn assert_files_carry_ids_alone(packs: &Packs) {
    for entry in walkdir::WalkDir::new(packs.private.join("packs")).into_iter().filter_map(Result::ok) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type().is_file() {
            let id = entry.path().parent().and_then(Path::file_name).expect("a pack").to_string_lossy().into_owned();
            assert!(name.starts_with(&format!("{id}-")) || name.ends_with(".json"), "{name}");
            let rest = name.trim_start_matches(&format!("{id}-"));
            assert!(rest.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '.' | '3')), "{name}");
        }
    }
}
