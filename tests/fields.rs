//! Mutation proof: every public field of Quillmere House changes the outputs that its doc comment names, and nothing else.
//!
//! The comment's line “Seen on:” is the expectation. `HOMEPACK_RENEW=1` writes it anew; read what changed before you keep it.

#[path = "common/comments.rs"]
mod comments;
#[path = "common/mod.rs"]
mod common;
#[path = "common/outputs.rs"]
mod outputs;

use std::collections::{BTreeMap, BTreeSet};

use comments::Comments;
use homepack::read::yaml::{Node, Value};
use homepack::theme::Theme;
use outputs::{Changed, Step, Trial, at, differing, letters};
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

const HOME: &str = "quillmere-house";

/// Fields that need not change any output, each with its reason. `tests/fields-not-seen.yaml` is the list.
const NOT_SEEN: &str = include_str!("fields-not-seen.yaml");

/// A field by its path (`visiting.overnight`, `fees.weekly[].what`), and where its values stand.
struct Field {
    path: String,
    values: Vec<(String, Vec<Step>)>,
}

/// Every field that Quillmere House fills in.
fn fields(trial: &Trial) -> Vec<Field> {
    let folder = trial.place(HOME).folder.to_string();
    let mut found: BTreeMap<String, Vec<(String, Vec<Step>)>> = BTreeMap::new();
    for (file, tree) in trial.trees(HOME) {
        let name = file.trim_start_matches(&folder).trim_start_matches('/').trim_end_matches(".yaml");
        let path = match name.split_once('/') {
            Some((kind, _)) => format!("{kind}[]"),
            None => name.replace('-', "_"),
        };
        gather(&tree, &path, &mut Vec::new(), &mut |path, steps| {
            found.entry(path.to_owned()).or_default().push((file.clone(), steps.to_vec()));
        });
    }
    found.into_iter().map(|(path, values)| Field { path, values: some(values) }).collect()
}

/// The first, a middle and the last value of a field: enough to see where it goes.
fn some<T: Clone>(values: Vec<T>) -> Vec<T> {
    let places: BTreeSet<usize> = [0, values.len() / 2, values.len().saturating_sub(1)].into();
    places.into_iter().filter_map(|place| values.get(place).cloned()).collect()
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
fn others(value: &str, pool: &[String]) -> Vec<String> {
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let mut out: Vec<String> = match value {
        "yes" => vec!["no".into()],
        "no" => vec!["yes".into()],
        number if digits(number) => {
            let number: u64 = number.parse().unwrap_or(0);
            vec![(number + 1).to_string(), number.saturating_sub(1).to_string()]
        }
        date if date.len() == 10 && date.split('-').all(digits) => {
            let day = if date.ends_with("-13") { "14" } else { "13" };
            vec![format!("{}{day}", &date[..8]), format!("2025{}", &date[4..])]
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
    if !value.contains(' ') {
        out.extend(pool.iter().filter(|other| *other != value).cloned());
    }
    out.push("Zebra music plays".to_owned());
    out
}

/// What a trial of one value found: the outputs that changed, and whether the old words are still read somewhere.
struct Found {
    changed: BTreeSet<String>,
    left: Vec<String>,
}

/// Changes one value and looks what differs; none where every other value is a mistake.
fn tried(
    trial: &Trial,
    before: &BTreeMap<String, String>,
    file: &str,
    tree: &Node,
    steps: &[Step],
    pool: &[String],
) -> Option<Found> {
    let mut tree = tree.clone();
    let Value::Letters(value) = at(&mut tree, steps)?.value.clone() else { return None };
    for other in others(&value, pool) {
        at(&mut tree, steps)?.value = Value::Letters(other.clone());
        let changed = Changed::from([(file.to_owned(), letters(&tree))]);
        if let Ok(after) = trial.outputs(HOME, &changed) {
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
fn named(outputs: &BTreeSet<String>, every: &BTreeSet<String>, theme: &Theme) -> Vec<String> {
    let pages = |names: &BTreeSet<String>| -> BTreeSet<String> {
        names
            .iter()
            .filter_map(|name| name.strip_suffix(".html"))
            .filter(|name| *name != "404")
            .map(str::to_owned)
            .collect()
    };
    let (changed, all) = (pages(outputs), pages(every));
    let mut names: BTreeSet<String> = BTreeSet::new();
    if changed.len() == all.len() {
        names.insert("every page".to_owned());
    } else {
        names.extend(changed.iter().map(|id| shared(id)));
    }
    for name in outputs.iter().filter(|name| !name.ends_with(".html")) {
        let paper = name.strip_prefix("papers/").map(|paper| {
            let plan =
                theme.plan.papers.iter().filter(|plan| paper.starts_with(&plan.id)).max_by_key(|plan| plan.id.len());
            plan.map_or((paper.to_owned(), String::new()), |plan| (plan.id.clone(), plan.words.clone()))
        });
        match paper {
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
    // Every paper carries the home's own name, number or colour where every page does.
    if names.contains("every page") && names.iter().filter(|name| name.starts_with("papers/")).count() > 3 {
        names.retain(|name| !name.starts_with("papers/"));
        names.insert("every paper".to_owned());
    }
    names.into_iter().collect()
}

/// The pages of services are one template.
fn shared(id: &str) -> String {
    if id.starts_with("services/") { "services/…".to_owned() } else { id.to_owned() }
}

#[test]
fn every_field_is_seen_where_its_comment_says() {
    let trial = Trial::new();
    let before = trial.outputs(HOME, &Changed::new()).expect("Quillmere House has no mistakes");
    let every: BTreeSet<String> = before.keys().cloned().collect();
    let trees = trial.trees(HOME);
    let pool = pool(&trial);
    let comments = Comments::read();
    let not_seen: BTreeMap<String, String> = homepack::read::ours(NOT_SEEN).expect("the list is YAML");
    let trials: Vec<(String, Option<Vec<String>>, Vec<String>)> = fields(&trial)
        .par_iter()
        .map(|field| {
            let found: Vec<Found> = field
                .values
                .iter()
                .filter_map(|(file, steps)| tried(&trial, &before, file, &trees[file], steps, &pool))
                .collect();
            let left: Vec<String> = found.iter().flat_map(|found| found.left.clone()).collect();
            let changed: BTreeSet<String> = found.iter().flat_map(|found| found.changed.clone()).collect();
            (field.path.clone(), (!found.is_empty()).then(|| named(&changed, &every, &trial.theme)), left)
        })
        .collect();
    let mut wrong = Vec::new();
    for (path, seen, left) in &trials {
        if !left.is_empty() {
            wrong.push(format!("{path}: changed in one place, and its old words are still read on {left:?}"));
        }
        let exempt = not_seen.iter().find(|(listed, _)| path == *listed || path.starts_with(&format!("{listed}.")));
        match (seen, exempt) {
            (Some(seen), Some((listed, _))) if !seen.is_empty() && listed == path => {
                wrong.push(format!("{path} is on the list of fields that are not seen, and is seen on {seen:?}"));
            }
            (_, Some(_)) => {}
            (None, None) => wrong.push(format!("{path}: no other value could be tried")),
            (Some(seen), None) if seen.is_empty() => wrong.push(format!("{path} is seen nowhere")),
            (Some(_), None) => {}
        }
    }
    let seen: BTreeMap<comments::Field, BTreeSet<String>> =
        comments.by_field(trials.iter().filter_map(|(path, seen, _)| Some((path.as_str(), seen.clone()?))));
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

/// The short names and single words of the home: what a reference or a choice can be instead.
fn pool(trial: &Trial) -> Vec<String> {
    let mut pool: BTreeSet<String> = BTreeSet::new();
    for (_, tree) in trial.trees(HOME) {
        gather_words(&tree, &mut pool);
    }
    let contacts = trial.content.sources.iter().filter(|(_, source)| source.path.as_str().contains("contacts/"));
    pool.extend(contacts.filter_map(|(_, source)| source.path.file_stem().map(str::to_owned)));
    let profile = homepack::regulation::Profile::england().expect("England is known");
    pool.extend(profile.service_types.iter().map(|kind| kind.code.clone()));
    pool.extend(profile.bands.iter().map(|band| band.band.clone()));
    pool.extend(profile.regulated_activities.iter().map(|activity| activity.name.clone()));
    pool.extend(
        ["partnership", "individual", "requires-improvement", "outstanding", "abuse", "rpr", "community"]
            .map(str::to_owned),
    );
    pool.into_iter().collect()
}

fn gather_words(node: &Node, pool: &mut BTreeSet<String>) {
    match &node.value {
        Value::Letters(word) if !word.contains(' ') && word.len() < 30 => {
            pool.insert(word.clone());
        }
        Value::List(list) => list.iter().for_each(|inner| gather_words(inner, pool)),
        Value::Keys(keys) => keys.iter().for_each(|(_, _, inner)| gather_words(inner, pool)),
        _ => {}
    }
}
