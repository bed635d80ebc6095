//! Mutation proof: every public field of Quillmere House changes the outputs that its doc comment names, and nothing else.
//!
//! The comment's line “Seen on:” is the expectation. `HOMEPACK_RENEW=1` writes it anew; read what changed before you keep it.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

#[path = "common/comments.rs"]
mod comments;
#[path = "common/mod.rs"]
mod common;
#[path = "common/outputs.rs"]
mod outputs;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use comments::Comments;
use homepack::read::yaml::{Node, Value};
use homepack::theme::Theme;
use outputs::{Changed, Step, Trial, at, differing, letters};
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

/// The homes whose fields are changed: what the first does not fill in, the second may.
const HOMES: [&str; 2] = ["quillmere-house", "saltern-court"];

/// Fields that need not change any output, each with its reason. `tests/fields-not-seen.yaml` is the list.
const NOT_SEEN: &str = include_str!("fields-not-seen.yaml");

/// Keys that Quillmere House does not fill in, each with its reason. `tests/fields-not-filled.yaml` is the list.
const NOT_FILLED: &str = include_str!("fields-not-filled.yaml");

/// A field by its path (`visiting.overnight`, `fees.weekly[].what`), and where its values stand.
struct Field {
    home: &'static str,
    path: String,
    values: Vec<(String, Vec<Step>)>,
}

/// Every field that one of the homes fills in, in the first that does.
fn fields(trial: &Trial) -> Vec<Field> {
    let mut all: Vec<Field> = Vec::new();
    for home in HOMES {
        let more = fields_of(trial, home);
        let new = |field: &Field| !all.iter().any(|known| known.path == field.path);
        let more: Vec<Field> = more.into_iter().filter(new).collect();
        all.extend(more);
    }
    all
}

/// Every field that a home fills in.
fn fields_of(trial: &Trial, home: &'static str) -> Vec<Field> {
    let folder = trial.place(home).folder.to_string();
    let mut found: BTreeMap<String, Vec<(String, Vec<Step>)>> = BTreeMap::new();
    for (file, tree) in trial.trees(home) {
        let name = file.trim_start_matches(&folder).trim_start_matches('/').trim_end_matches(".yaml");
        let path = match name.split_once('/') {
            Some((kind, _)) => format!("{kind}[]"),
            None => name.replace('-', "_"),
        };
        gather(&tree, &path, &mut Vec::new(), &mut |path, steps| {
            found.entry(path.to_owned()).or_default().push((file.clone(), steps.to_vec()));
        });
    }
    found.into_iter().map(|(path, values)| Field { home, path, values: some(values) }).collect()
}

/// The first value of a field, the last, and some between.
fn some<T: Clone>(values: Vec<T>) -> Vec<T> {
    const MOST: usize = 10;
    let last = values.len().saturating_sub(1);
    let mut places = vec![0, last];
    places.extend((1..last).step_by(last / MOST + 1));
    let mut seen = BTreeSet::new();
    places.into_iter().filter(|place| seen.insert(*place)).filter_map(|place| values.get(place).cloned()).collect()
}

/// Visits every value with its path.
fn gather(node: &Node, path: &str, steps: &mut Vec<Step>, visit: &mut impl FnMut(&str, &[Step])) {
    match &node.value {
        Value::Empty => {}
        Value::Letters(_) => visit(path, steps),
        Value::List(list) => {
            for (i, inner) in list.iter().enumerate() {
                steps.push(Step::Entry(i));
                gather(inner, &format!("{path}[]"), steps, visit);
                steps.pop();
            }
        }
        Value::Keys(keys) => {
            for (key, _, inner) in keys {
                steps.push(Step::Key(key.clone()));
                gather(inner, &format!("{path}.{key}"), steps, visit);
                steps.pop();
            }
        }
    }
}

/// Other values that a field could have, likely ones first.
fn others(value: &str, groups: &[BTreeSet<String>]) -> Vec<String> {
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    if let Some(group) = groups.iter().find(|group| group.contains(value)) {
        return group.iter().filter(|other| *other != value).cloned().collect();
    }
    let mut out: Vec<String> = match value {
        "yes" => vec!["no".into()],
        "no" => vec!["yes".into()],
        number if digits(number) => {
            let number: u64 = number.parse().unwrap_or(0);
            vec![(number + 1).to_string(), number.saturating_sub(1).to_string()]
        }
        date if date.len() == 10 && date.split('-').all(digits) => {
            let day = if date.ends_with("-13") { "14" } else { "13" };
            let week = date.parse::<jiff::civil::Date>().map(|date| date.saturating_add(jiff::Span::new().weeks(1)));
            let mut dates = vec![format!("{}{day}", &date[..8]), format!("2025{}", &date[4..])];
            dates.extend(week.map(|date| date.to_string()));
            dates
        }
        phone if phone.starts_with('0') && phone.chars().all(|c| c.is_ascii_digit() || c == ' ') => {
            vec![format!("{}987", &phone[..phone.len() - 3])]
        }
        postcode if postcode.starts_with("ZZ99 ") => vec!["ZZ98 7XY".into()],
        colour if colour.starts_with('#') => vec!["#123456".into()],
        address if address.starts_with("http") => vec!["https://www.zebra.example".into()],
        email if email.contains('@') => vec!["zebra@quillmere.example".into()],
        text if text.contains(' ') => vec!["The zebra sings at dawn.".into()],
        _ => vec!["Zebra".into(), "zebra".into(), "1.7".into(), "1-000000077".into(), "00000077".into()],
    };
    out.push("Zebra music plays".to_owned());
    out
}

/// The words that a message offers to write instead.
fn offered(findings: &[homepack::finding::Finding], value: &str) -> Vec<String> {
    let helps = findings.iter().filter_map(|finding| finding.help.as_ref());
    let words = helps.flat_map(|help| {
        let help = help.to_string();
        help.split(['“', '”', ',', ';', ':', '.', '?']).map(str::trim).map(str::to_owned).collect::<Vec<_>>()
    });
    words.filter(|word| !word.is_empty() && !word.contains(' ') && word != value).collect()
}

/// What a trial of one value found: the outputs that changed, and whether the old words are still read somewhere.
struct Found {
    changed: BTreeSet<String>,
    left: Vec<String>,
}

/// Changes one value and looks what differs; none where every other value is a mistake.
fn tried(
    trial: &Trial,
    home: &str,
    before: &BTreeMap<String, String>,
    file: &str,
    tree: &Node,
    steps: &[Step],
    pool: &[BTreeSet<String>],
) -> Option<Found> {
    let mut tree = tree.clone();
    let Value::Letters(value) = at(&mut tree, steps)?.value.clone() else { return None };
    let mut waiting: VecDeque<String> = others(&value, pool).into();
    let mut asked = false;
    while let Some(other) = waiting.pop_front() {
        at(&mut tree, steps)?.value = Value::Letters(other.clone());
        let changed = Changed::from([(file.to_owned(), letters(&tree))]);
        let after = match trial.outputs(home, &changed) {
            Ok(after) => after,
            Err(findings) => {
                if !std::mem::replace(&mut asked, true) {
                    offered(&findings, &value).into_iter().rev().for_each(|word| waiting.push_front(word));
                }
                continue;
            }
        };
        {
            let left = if other.contains("zebra") { left(trial, &value, &after) } else { Vec::new() };
            return Some(Found { changed: differing(before, &after), left });
        }
    }
    None
}

/// The outputs in which words are still read that no file says any more.
fn left(trial: &Trial, value: &str, after: &BTreeMap<String, String>) -> Vec<String> {
    let said = typed(value.trim_end_matches('.'));
    let times: usize =
        trial.content.sources.iter().map(|(_, source)| typed(&source.letters).matches(&said).count()).sum();
    if said.chars().count() < 16 || times != 1 {
        return Vec::new();
    }
    let pages = after.iter().filter(|(name, _)| name.ends_with(".html"));
    pages.filter(|(_, html)| typed(&without_tags(html)).contains(&said)).map(|(name, _)| name.clone()).collect()
}

fn typed(words: &str) -> String {
    homepack::trace::typed(words)
}

fn without_tags(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words)).collect()
}

/// Names as a doc comment gives them: a page by its name, a paper only where no page says the same.
fn named(outputs: &BTreeSet<String>, every: &BTreeSet<String>, trial: &Trial, home: &str) -> Vec<String> {
    let (changed, all) = (pages(outputs), pages(every));
    let mut names: BTreeSet<String> = BTreeSet::new();
    if changed.len() == all.len() {
        names.insert("every page".to_owned());
    } else {
        // Pages that this home wrote itself show a neighbour's name at their foot; another home has none of them.
        names.extend(changed.iter().filter(|id| !trial.is_free(home, id)).map(|id| shared(id)));
    }
    let papers = |names: &BTreeSet<String>| names.iter().filter(|name| name.starts_with("papers/")).count();
    let every_paper = papers(outputs) == papers(every);
    for name in outputs.iter().filter(|name| !name.ends_with(".html")) {
        match name.strip_prefix("papers/").map(|paper| plan(paper, &trial.workshop.theme)) {
            Some(_) if every_paper => {
                names.insert("every paper".to_owned());
            }
            Some((id, _)) if id == "statement-of-purpose" => {
                if !changed.iter().any(|page| page.starts_with("statement-of-purpose")) {
                    names.insert("papers/statement-of-purpose".to_owned());
                }
            }
            Some((_, words)) if changed.contains(&words) => {}
            Some((id, _)) => {
                names.insert(format!("papers/{id}"));
            }
            None => {
                names.insert(name.clone());
            }
        }
    }
    names.into_iter().collect()
}

/// The pages among some outputs.
fn pages(names: &BTreeSet<String>) -> BTreeSet<String> {
    let pages = names.iter().filter_map(|name| name.strip_suffix(".html")).filter(|name| *name != "404");
    pages.map(str::to_owned).collect()
}

/// The id and the words of a paper, from its file.
fn plan(file: &str, theme: &Theme) -> (String, String) {
    let plans = theme.plan.papers.iter().filter(|plan| file.starts_with(plan.id.as_str()));
    let plan = plans.max_by_key(|plan| plan.id.as_str().len());
    plan.map_or((file.to_owned(), String::new()), |plan| (plan.id.to_string(), plan.words.clone()))
}

/// The pages of services are one template.
fn shared(id: &str) -> String {
    if id.starts_with("services/") { "services/…".to_owned() } else { id.to_owned() }
}

#[test]
fn every_field_is_seen_where_its_comment_says() {
    let trial = Trial::new();
    let before = HOMES.map(|home| trial.outputs(home, &Changed::new()).expect("a sample home has no mistakes"));
    let before = |home: &str| &before[HOMES.iter().position(|known| *known == home).expect("one of the homes")];
    let trees: BTreeMap<String, Node> = HOMES.iter().flat_map(|home| trial.trees(home)).collect();
    let pool = groups(&trial);
    let comments = Comments::read();
    let not_seen: BTreeMap<String, String> = homepack::ours::read(NOT_SEEN).expect("the list is YAML");
    let trials: Vec<(String, Option<Vec<String>>, Vec<String>)> = fields(&trial)
        .par_iter()
        .map(|field| {
            let mut found: Vec<Found> = Vec::new();
            for (file, steps) in &field.values {
                // Two values show where a field goes; more are tried only until one of them is seen.
                if found.len() >= 2 && found.iter().any(|found| !found.changed.is_empty()) {
                    break;
                }
                found.extend(tried(&trial, field.home, before(field.home), file, &trees[file], steps, &pool));
            }
            let left: Vec<String> = found.iter().flat_map(|found| found.left.clone()).collect();
            let changed: BTreeSet<String> = found.iter().flat_map(|found| found.changed.clone()).collect();
            let every: BTreeSet<String> = before(field.home).keys().cloned().collect();
            (field.path.clone(), (!found.is_empty()).then(|| named(&changed, &every, &trial, field.home)), left)
        })
        .collect();
    let mut wrong = Vec::new();
    for (path, seen, left) in &trials {
        if !left.is_empty() {
            wrong.push(format!("{path}: changed in one place, and its old words are still read on {left:?}"));
        }
        let exempt = exempt(path, &not_seen);
        match (seen, exempt) {
            (Some(seen), Some(listed)) if !seen.is_empty() && listed == path => {
                wrong.push(format!("{path} is on the list of fields that are not seen, and is seen on {seen:?}"));
            }
            (None, None) => wrong.push(format!("{path}: no other value could be tried")),
            (Some(seen), None) if seen.is_empty() => wrong.push(format!("{path} is seen nowhere")),
            (_, Some(_)) | (Some(_), None) => {}
        }
    }
    let seen: BTreeMap<comments::Field, BTreeSet<String>> = comments.by_field(
        trials
            .iter()
            .filter(|(path, ..)| exempt(path, &not_seen).is_none())
            .filter_map(|(path, seen, _)| Some((path.as_str(), seen.clone()?))),
    );
    if std::env::var_os("HOMEPACK_RENEW").is_some() {
        comments.renew(&seen);
    } else {
        for (field, seen) in &seen {
            let says = comments.seen_on(field);
            if says != *seen && !seen.is_empty() {
                wrong.push(format!("{field:?} is seen on {seen:?}, and its comment says {says:?}"));
            }
        }
    }
    assert!(trials.len() > 250, "only {} fields were tried", trials.len());
    assert!(wrong.is_empty(), "{} of {} fields:\n{}", wrong.len(), trials.len(), wrong.join("\n"));
}

#[test]
fn every_key_of_the_model_is_filled_in_or_listed() {
    let (trial, comments) = (Trial::new(), Comments::read());
    let paths: Vec<String> = fields(&trial).into_iter().map(|field| field.path).collect();
    let filled: BTreeSet<comments::Field> =
        comments.by_field(paths.iter().map(|path| (path.as_str(), Vec::new()))).into_keys().collect();
    let listed: BTreeMap<String, String> = homepack::ours::read(NOT_FILLED).expect("the list is YAML");
    let leaves = comments.leaves();
    assert!(leaves.len() > 300, "only {} keys were found in the model", leaves.len());
    let empty: BTreeSet<&String> =
        leaves.iter().filter(|(field, _)| !filled.contains(*field)).map(|(_, path)| path).collect();
    let unlisted: Vec<_> = empty.iter().filter(|path| !listed.contains_key(path.as_str())).collect();
    assert!(
        unlisted.is_empty(),
        "no test changes these keys: fill them in at one of {HOMES:?}, or list them with a reason: {unlisted:#?}"
    );
    let filled_after_all: Vec<_> = listed.keys().filter(|path| !empty.contains(path)).collect();
    assert!(filled_after_all.is_empty(), "listed as not filled in, and filled in (or unknown): {filled_after_all:#?}");
}

/// The entry of the list that a field falls under: its own, or that of what it is a part of.
fn exempt<'a>(path: &str, not_seen: &'a BTreeMap<String, String>) -> Option<&'a String> {
    not_seen.keys().find(|listed| path == *listed || path.starts_with(&format!("{listed}.")))
}

/// What a reference can be instead: other people, other contacts, other words that the regulator fixed.
fn groups(trial: &Trial) -> Vec<BTreeSet<String>> {
    let contacts = trial.content.sources.iter().filter(|(_, source)| source.path.as_str().contains("contacts/"));
    let profiles = homepack::country::Profiles::new().expect("countries are known");
    let profile = profiles.of(None);
    let people = HOMES.iter().flat_map(|home| trial.trees(home)).filter(|(file, _)| file.ends_with("people.yaml"));
    let mut ids = BTreeSet::new();
    people.for_each(|(_, tree)| gather_ids(&tree, &mut ids));
    vec![
        ids,
        contacts.filter_map(|(_, source)| source.path.file_stem().map(str::to_owned)).collect(),
        profile.service_types.iter().map(|kind| kind.code.clone()).collect(),
        profile.bands.iter().map(|band| band.band.clone()).collect(),
        profile.regulated_activities.iter().map(|activity| activity.name.clone()).collect(),
    ]
}

/// The short names of people.
fn gather_ids(node: &Node, ids: &mut BTreeSet<String>) {
    match &node.value {
        Value::Keys(keys) => {
            for (key, _, inner) in keys {
                match &inner.value {
                    Value::Letters(id) if key == "id" => {
                        ids.insert(id.clone());
                    }
                    _ => gather_ids(inner, ids),
                }
            }
        }
        Value::List(list) => list.iter().for_each(|inner| gather_ids(inner, ids)),
        Value::Empty | Value::Letters(_) => {}
    }
}
