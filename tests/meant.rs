//! Whatever a person writes is shown as they meant it, or told with its line: the constructs of Markdown, those of YAML, and the
//! ways in which people write phone numbers, each on one side or the other. `tests/meant/*.yaml` are the lists.

mod common;

use homepack::document::{Block, Inline, Target};
use homepack::finding::Finding;
use homepack::make::{Workshop, documents};
use homepack::read::yaml::{self, Node, Value};
use homepack::read::{Content, Place};
use homepack::source::Sources;

/// The smallest home there can be.
/// It says that it is made up: some of the numbers below are a sample home’s.
const HOME: &str = "name: Rowan House\naddress:\n  lines: [1 Rowan Lane, Sandlewick]\n  postcode: ZZ99 1AA\nphone: 01632 960100\nfictional: yes\n";

/// A construct: what is written, and what comes of it.
struct Case {
    construct: String,
    input: String,
    /// The file it stands in.
    file: String,
    /// What is read, as [`common::drawn`] draws it; each line must be there, in this order.
    shown: Option<String>,
    /// Letters that nobody may read.
    hidden: Vec<String>,
    /// What is told: the line, and letters of the message or of what to write.
    told: Vec<(u32, String)>,
    /// The number that is dialled.
    dials: Option<String>,
}

/// The cases of a list.
fn cases(list: &str) -> Vec<Case> {
    let path = format!("tests/meant/{list}.yaml");
    #[expect(clippy::disallowed_methods, reason = "a test reads a list of its own")]
    let letters = std::fs::read_to_string(&path).expect("the list is there");
    let (node, _) = yaml::read(1, &letters).unwrap_or_else(|finding| panic!("{path}: {finding:?}"));
    let Value::List(cases) = node.value else { panic!("{path} is a list") };
    cases.into_iter().map(|node| case(&path, node)).collect()
}

fn case(path: &str, node: Node) -> Case {
    let line = node.span.line;
    let Value::Keys(keys) = node.value else { panic!("{path}:{line}: keys") };
    let mut case = Case {
        construct: String::new(),
        input: String::new(),
        file: "visiting.yaml".to_owned(),
        shown: None,
        hidden: Vec::new(),
        told: Vec::new(),
        dials: None,
    };
    let letters = |node: &Node| match &node.value {
        Value::Letters(letters) => letters.clone(),
        Value::Empty => String::new(),
        _ => panic!("{path}:{}: letters", node.span.line),
    };
    for (key, _, node) in keys {
        match key.as_str() {
            "construct" => case.construct = format!("{path}:{line}: {}", letters(&node)),
            "input" => case.input = letters(&node),
            "file" => case.file = letters(&node),
            "shown" => case.shown = Some(letters(&node)),
            "dials" => case.dials = Some(letters(&node)),
            "hidden" => case.hidden = letters(&node).lines().map(str::to_owned).collect(),
            "told" => {
                let told = letters(&node);
                case.told = told
                    .lines()
                    .map(|told| {
                        let (line, said) = told.split_once(": ").unwrap_or_else(|| panic!("{path}:{line}: {told}"));
                        (line.parse().expect("a line"), said.to_owned())
                    })
                    .collect();
            }
            other => panic!("{path}:{line}: nobody knows {other}"),
        }
    }
    assert!(!case.construct.is_empty(), "{path}:{line}: no construct");
    case
}

/// A home with one file beside `home.yaml`.
fn content(files: &[(&str, &str)]) -> (Content, Place) {
    let mut sources = Sources::default();
    for (name, letters) in files {
        sources.add(format!("rowan/{name}").into(), letters);
    }
    let place = Place::new("rowan".into(), Vec::new());
    (Content { sources, homes: vec![place.clone()], ..Content::default() }, place)
}

/// What is read on a page, and all that is told of the file with this number.
fn made(workshop: &Workshop, files: &[(&str, &str)], page: &str) -> (String, Vec<Finding>) {
    let (content, place) = content(files);
    let (known, mut findings) = workshop.read(&content, &place);
    let mut drawn = String::new();
    if let Some(known) = known {
        let mut troubles = homepack::compose::Troubles::default();
        let made = documents(&workshop.desk(&known), &mut troubles);
        assert!(troubles.failure.is_none(), "{:?}", troubles.failure);
        findings.append(&mut troubles.findings);
        let page = made.pages.iter().find(|made| made.id() == page);
        drawn = page.map(|page| common::drawn(&page.document)).unwrap_or_default();
    }
    (drawn, findings)
}

/// Whether what is told of a file is what should be, and nothing where nothing should; else what is wrong.
fn told_as_it_should_be(wanted: &[(u32, String)], findings: &[Finding], file: u32) -> Result<(), String> {
    let told: Vec<String> = findings
        .iter()
        .filter(|finding| finding.span.file == file)
        .map(|f| {
            let help = f.help.as_ref().map(ToString::to_string).unwrap_or_default();
            format!("{}: {} | {help}", f.span.line, f.message)
        })
        .collect();
    for (line, said) in wanted {
        let there = told.iter().any(|told| told.starts_with(&format!("{line}: ")) && told.contains(said.as_str()));
        if !there {
            return Err(format!("told {told:#?}, and not {line}: {said}"));
        }
    }
    if wanted.is_empty() && !told.is_empty() {
        return Err(format!("told {told:#?}, and it should be shown"));
    }
    Ok(())
}

/// Whether what came of a case is what should; else what is wrong.
fn judged(case: &Case, drawn: &str, findings: &[Finding], file: u32) -> Result<(), String> {
    told_as_it_should_be(&case.told, findings, file)?;
    let mut rest = drawn;
    for line in case.shown.iter().flat_map(|shown| shown.lines()).filter(|line| !line.trim().is_empty()) {
        match rest.find(line) {
            Some(at) => rest = &rest[at + line.len()..],
            None => return Err(format!("“{line}” is not shown, or not there:\n{drawn}")),
        }
    }
    match case.hidden.iter().find(|hidden| drawn.contains(hidden.as_str())) {
        Some(hidden) => Err(format!("“{hidden}” is shown:\n{drawn}")),
        None => Ok(()),
    }
}

/// Every case of a list that does not come out as it should, at once.
fn all(list: &str, judge: impl Fn(&Case) -> Result<(), String>) {
    let cases = cases(list);
    let told: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let neither = case.shown.is_none() && case.told.is_empty() && case.dials.is_none();
            if neither {
                return Some(format!("{}: neither shown nor told", case.construct));
            }
            judge(case).err().map(|wrong| format!("{}\n{}\n→ {wrong}", case.construct, case.input))
        })
        .collect();
    assert!(told.is_empty(), "{} of {}:\n\n{}", told.len(), cases.len(), told.join("\n\n"));
}

#[test]
fn every_construct_of_markdown_is_shown_or_told() {
    let workshop = common::workshop();
    all("commonmark", |case| {
        let whole = if case.input.starts_with("# ") || case.input.starts_with("---\n") {
            case.input.clone()
        } else {
            format!("# The garden\n\n{}", case.input)
        };
        let files = [("home.yaml", HOME), ("pages/garden.md", whole.as_str())];
        let (drawn, findings) = made(&workshop, &files, "garden");
        judged(case, &drawn, &findings, 2)
    });
}

#[test]
fn what_is_told_of_a_page_is_told_of_a_contract_and_of_words_too() {
    let workshop = common::workshop();
    for (name, page) in [("contract.md", "contract"), ("words/visiting.md", "visiting")] {
        for (input, said) in [
            ("Some <b>bold</b> words.", "“<b>” is HTML"),
            ("[When to come](page:visitng)", "there is no page called visitng"),
            ("Zq <!-- Zqnote: never closed", "never ends"),
        ] {
            let letters = format!("# The garden\n\n{input}\n");
            let (_, findings) = made(&workshop, &[("home.yaml", HOME), (name, &letters)], page);
            let told =
                findings.iter().any(|f| f.span.file == 2 && f.span.line == 3 && f.message.to_string().contains(said));
            assert!(told, "{name}: {input}: {findings:#?}");
        }
        let letters =
            "# The garden\n\nZq <!-- Zqnote\n\nof two --> words. <!--lint: x-->\n\n- Point. <!-- Zqnote -->\n";
        let (drawn, findings) = made(&workshop, &[("home.yaml", HOME), (name, letters)], page);
        assert!(
            drawn.contains("words.") && !drawn.contains("note") && !drawn.contains("lint"),
            "{name}: {drawn} {findings:#?}"
        );
    }
}

#[test]
fn nothing_in_the_words_of_the_theme_would_be_told() {
    let workshop = common::workshop();
    for (path, letters) in workshop.theme.files.iter().filter(|(path, _)| path.starts_with("words/")) {
        let Some(name) = path.strip_prefix("words/").filter(|name| name.ends_with(".md")) else { continue };
        let letters = String::from_utf8_lossy(letters).into_owned();
        let file = format!("words/{name}");
        let (_, findings) = made(&workshop, &[("home.yaml", HOME), (&file, &letters)], "visiting");
        let told: Vec<&Finding> = findings.iter().filter(|finding| finding.span.file == 2).collect();
        assert!(told.is_empty(), "{name}: {told:#?}");
    }
}

#[test]
fn every_construct_of_yaml_is_shown_or_told() {
    let workshop = common::workshop();
    all("yaml", |case| {
        let files = [("home.yaml", HOME), (case.file.as_str(), case.input.as_str())];
        let (drawn, findings) = made(&workshop, &files, "visiting");
        judged(case, &drawn, &findings, 2)
    });
}

/// The number of the first link that dials on a page, and the words of that link.
fn dialled(workshop: &Workshop, phone: &str) -> (Option<(String, String)>, Vec<Finding>) {
    let home = HOME.replace("01632 960100", &format!("'{}'", phone.replace('\'', "''")));
    let (content, place) = content(&[("home.yaml", &home)]);
    let (known, findings) = workshop.read(&content, &place);
    let Some(known) = known.filter(|_| findings.is_empty()) else { return (None, findings) };
    let made = documents(&workshop.desk(&known), &mut homepack::compose::Troubles::default());
    let mut found = None;
    for page in &made.pages {
        page.document.each_block(&mut |block| {
            let Block::Contact(contact) = block else { return };
            for inline in contact.phones.iter().flat_map(|phone| &phone.number) {
                if let Inline::Link { to: Target::Phone { number }, words } = inline {
                    let shown = homepack::document::letters(words).replace('\u{A0}', " ");
                    found.get_or_insert((number.clone(), shown));
                }
            }
        });
    }
    (found, findings)
}

#[test]
fn every_way_of_writing_a_number_rings_the_right_one_or_is_told() {
    let workshop = common::workshop();
    all("phones", |case| {
        let (found, findings) = dialled(&workshop, &case.input);
        let (number, shown) = found.unwrap_or_default();
        let right = |dials: &String| *dials == number && case.shown.as_deref() == Some(shown.as_str());
        if case.dials.as_ref().is_some_and(|dials| !right(dials)) {
            return Err(format!("dials “{number}”, shown “{shown}”; {findings:#?}"));
        }
        told_as_it_should_be(&case.told, &findings, 1)
    });
}
