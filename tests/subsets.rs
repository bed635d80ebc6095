//! Property: a home may leave out any of the fields that are its own choice, in any combination, and everything it puts out
//! is whole. Random subsets of every sample and of the fixture of each other country; where one fails, the smallest that does is shown.

#[path = "common/mod.rs"]
mod common;
#[path = "common/outputs.rs"]
mod outputs;
#[path = "common/whole.rs"]
mod whole;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use homepack::read::yaml::{Node, Value};
use outputs::{Changed, Step, Trial, at, letters};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rayon::prelude::{IntoParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

/// How many subsets of each home are tried.
const TRIALS: u32 = 40;

/// A key of a home's files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    file: String,
    steps: Vec<Step>,
}

/// Every key that can be left out by itself: no mistake follows.
fn optional(trial: &Trial, home: &str) -> Vec<Key> {
    let trees = trial.trees(home);
    let mut keys = Vec::new();
    for (file, tree) in &trees {
        gather(tree, &mut Vec::new(), &mut |steps| keys.push(Key { file: file.clone(), steps: steps.to_vec() }));
    }
    keys.into_par_iter().filter(|key| trial.reads(home, &without(&trees, std::slice::from_ref(key)))).collect()
}

fn gather(node: &Node, steps: &mut Vec<Step>, visit: &mut impl FnMut(&[Step])) {
    match &node.value {
        Value::Keys(keys) => {
            for (key, _, inner) in keys {
                steps.push(Step::Key(key.clone()));
                visit(steps);
                gather(inner, steps, visit);
                steps.pop();
            }
        }
        Value::List(list) => {
            for (i, inner) in list.iter().enumerate() {
                steps.push(Step::Entry(i));
                gather(inner, steps, visit);
                steps.pop();
            }
        }
        Value::Empty | Value::Letters(_) => {}
    }
}

/// The files without some of their keys.
fn without(trees: &BTreeMap<String, Node>, keys: &[Key]) -> Changed {
    let mut changed: BTreeMap<String, Node> = BTreeMap::new();
    for key in keys {
        let tree = changed.entry(key.file.clone()).or_insert_with(|| trees[&key.file].clone());
        let Some((Step::Key(last), before)) = key.steps.split_last() else { continue };
        if let Some(Node { value: Value::Keys(keys), .. }) = at(tree, before) {
            keys.retain(|(key, ..)| key != last);
        }
    }
    changed.into_iter().map(|(file, tree)| (file, letters(&tree))).collect()
}

/// Everything that is wrong with what a home puts out; `before` are lines that are as they should be, however they look.
fn wrong(trial: &Trial, home: &str, changed: &Changed, before: &BTreeSet<String>) -> Vec<String> {
    let (pages, papers) = match trial.documents(home, changed) {
        Ok(made) => made,
        Err(findings) => return vec![format!("it was not made: {findings:?}")],
    };
    let ids: BTreeSet<String> = pages.iter().map(|page| page.id().to_owned()).collect();
    let mut faults: Vec<String> = Vec::new();
    for page in &pages {
        let of_page = whole::faults(&page.document, Some(&ids));
        faults.extend(of_page.into_iter().map(|fault| format!("{}.html: {fault}", page.id())));
        faults.extend(whole::doubtful(&page.document).into_iter().filter(|line| !before.contains(line)));
    }
    for paper in &papers {
        let of_paper = whole::faults(&paper.paper.document, None);
        faults.extend(of_paper.into_iter().map(|fault| format!("{}: {fault}", paper.stem())));
        faults.extend(whole::doubtful(&paper.paper.document).into_iter().filter(|line| !before.contains(line)));
    }
    faults
}

/// The lines of a home that says everything which look as if a word were lost, and are as they should be.
fn read_through(trial: &Trial, home: &str) -> BTreeSet<String> {
    let (pages, papers) = trial.documents(home, &Changed::new()).expect("a sample home has no mistakes");
    let of_pages = pages.iter().flat_map(|page| whole::doubtful(&page.document));
    of_pages.chain(papers.iter().flat_map(|paper| whole::doubtful(&paper.paper.document))).collect()
}

/// The sample homes, and the home of each other country, with what tries them.
fn homes() -> Vec<(Arc<Trial>, String)> {
    let samples = Arc::new(Trial::new());
    let mut homes: Vec<_> = common::HOMES.iter().map(|home| (Arc::clone(&samples), (*home).to_owned())).collect();
    for country in homepack::country::ids().skip(1) {
        let trial = Arc::new(Trial::of(&format!("tests/homes/{country}/content")));
        let called: Vec<String> = trial.content.homes.iter().map(|place| place.name().to_owned()).collect();
        homes.extend(called.into_iter().map(|home| (Arc::clone(&trial), home)));
    }
    homes
}

#[test]
fn whatever_is_left_out_leaves_no_gap() {
    for (trial, home) in homes() {
        let trees = trial.trees(&home);
        let optional = optional(&trial, &home);
        assert!(optional.len() > 150, "{home} has only {} keys of its own choice", optional.len());
        let before = read_through(&trial, &home);
        assert_eq!(wrong(&trial, &home, &Changed::new(), &before), Vec::<String>::new(), "{home} as it is");
        // A seed of its own: the same subsets on every day and every machine.
        let seed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        let config = Config { cases: TRIALS, failure_persistence: None, max_shrink_iters: 400, ..Config::default() };
        let mut runner = TestRunner::new_with_rng(config, seed);
        let share = prop_oneof![Just(0.02), Just(0.15), Just(0.5), Just(0.85)];
        let count = optional.len();
        let chosen =
            share.prop_flat_map(move |share| proptest::collection::vec(proptest::bool::weighted(share), count));
        runner
            .run(&chosen, |chosen| {
                let left_out: Vec<Key> =
                    optional.iter().zip(&chosen).filter(|(_, out)| **out).map(|(key, _)| key.clone()).collect();
                let wrong = wrong(&trial, &home, &without(&trees, &left_out), &before);
                prop_assert!(
                    wrong.is_empty(),
                    "{home} without {}:\n{}",
                    left_out.iter().take(12).map(|key| format!("{key:?}")).collect::<Vec<_>>().join("\n"),
                    wrong.join("\n")
                );
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn any_one_field_can_be_left_out() {
    for (trial, home) in homes() {
        let (trees, before) = (trial.trees(&home), read_through(&trial, &home));
        let wrong: Vec<String> = optional(&trial, &home)
            .par_iter()
            .flat_map(|key| {
                let wrong = wrong(&trial, &home, &without(&trees, std::slice::from_ref(key)), &before);
                wrong.into_iter().map(|fault| format!("without {key:?}: {fault}")).collect::<Vec<_>>()
            })
            .collect();
        assert!(wrong.is_empty(), "{home}:\n{}", wrong.join("\n"));
    }
}
