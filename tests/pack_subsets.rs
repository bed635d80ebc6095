//! Property: a record may leave out any of the keys that are a resident's own choice, in any combination, and the pack is whole:
//! no gap, no heading over nothing, no sentence cut off, and our words as the linter asks. Random subsets of the sample records.

#![expect(clippy::disallowed_methods, reason = "a test makes and reads files of its own")]

#[path = "common/mod.rs"]
mod common;
#[path = "common/outputs.rs"]
mod outputs;
#[path = "common/packs.rs"]
mod packs;
#[path = "common/whole.rs"]
mod whole;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use homepack::compose::Troubles;
use homepack::compose::pack::Packer;
use homepack::document::{Block, Section};
use homepack::finding::Severity;
use homepack::plain::Readership;
use homepack::read::yaml::{self, Node, Value};
use homepack::resident::Resident;
use homepack::rulebook::Rulebook;
use homepack::statement::statement;
use homepack::text::Personal;
use homepack::wording::{OwnWords, check_for};
use outputs::Step;
use packs::Bench;
use proptest::test_runner::{RngAlgorithm, TestRng};
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};
use regex::Regex;

/// The editions, as a record names them.
const EDITIONS: [&str; 2] = ["standard", "one-thing-at-a-time"];

/// How many subsets of each record are tried.
const TRIALS: usize = 12;

/// What a line looks like when something is missing from it.
static GAP: LazyLock<Regex> = LazyLock::new(|| {
    let gaps = [
        r" [.,;:?!]",
        r"\S  +\S",
        r"\(\s*\)",
        r"\( | \)",
        r",,|\.\.|;;|, ?\.|: ?[.,;]",
        r"^[.,;:)]",
        r"\bNone\b|\bnull\b|\bundefined\b",
        r"\{\{|\}\}|\{%|%\}",
        r"[\x{E000}-\x{E01F}]",
        r"“\s*”",
        r"^- *$",
        r"\b(?:the the|a a|and and|of of|to to)\b",
        r"\b(?:the|an?|and|or) ?[.;:?!]( |$)",
    ];
    Regex::new(&gaps.join("|")).expect("a pattern")
});

/// A sample record.
struct Sample {
    home: String,
    id: String,
    tree: Node,
    /// The ways to the keys that can be left out by themselves.
    optional: Vec<Vec<Step>>,
    /// Everything that is written in it: what a resident says in their own words is theirs.
    own: Vec<String>,
}

fn samples(bench: &Bench) -> Vec<Sample> {
    let mut samples = Vec::new();
    for home in common::HOMES {
        let mut entries: Vec<_> = fs_err::read_dir(format!("private/residents/{home}"))
            .expect("there are samples")
            .map(|entry| entry.expect("there").path())
            .collect();
        entries.sort();
        for path in entries {
            let id = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let letters = fs_err::read_to_string(&path).expect("it can be read");
            let (tree, _) = yaml::read(1, &letters).expect("it is YAML");
            let mut keys = Vec::new();
            gather(&tree, &mut Vec::new(), &mut keys);
            let reads = |steps: &&Vec<Step>| bench.resident(&id, &outputs::letters(&without(&tree, &[*steps]))).is_ok();
            let keys = keys.par_iter().filter(reads).cloned().collect();
            let mut own = Vec::new();
            values(&tree, &mut own);
            samples.push(Sample { home: home.to_owned(), id, tree, optional: keys, own });
        }
    }
    samples
}

fn gather(node: &Node, steps: &mut Vec<Step>, keys: &mut Vec<Vec<Step>>) {
    let inner: Vec<(Step, &Node)> = match &node.value {
        Value::Keys(inner) => inner.iter().map(|(key, _, node)| (Step::Key(key.clone()), node)).collect(),
        Value::List(list) => list.iter().enumerate().map(|(at, node)| (Step::Entry(at), node)).collect(),
        Value::Empty | Value::Letters(_) => return,
    };
    for (step, node) in inner {
        steps.push(step);
        if matches!(steps.last(), Some(Step::Key(_))) {
            keys.push(steps.clone());
        }
        gather(node, steps, keys);
        steps.pop();
    }
}

fn values(node: &Node, out: &mut Vec<String>) {
    match &node.value {
        Value::Keys(keys) => keys.iter().for_each(|(_, _, node)| values(node, out)),
        Value::List(list) => list.iter().for_each(|node| values(node, out)),
        Value::Letters(letters) if letters.len() > 3 => out.push(plain(letters)),
        Value::Letters(_) | Value::Empty => {}
    }
}

/// The record without some of its keys.
fn without(tree: &Node, keys: &[&Vec<Step>]) -> Node {
    let mut tree = tree.clone();
    for steps in keys {
        let Some((Step::Key(last), before)) = steps.split_last() else { continue };
        if let Some(Node { value: Value::Keys(keys), .. }) = outputs::at(&mut tree, before) {
            keys.retain(|(key, ..)| key != last);
        }
    }
    tree
}

/// Letters as they are compared: small, with plain spaces and marks, without the stop at the end.
fn plain(letters: &str) -> String {
    let letters = letters.to_lowercase().replace(['\u{A0}', '\n'], " ").replace(['’', '‘', '\''], "'");
    letters.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned()
}

impl Sample {
    /// Whether some words are, or are in, what the resident wrote.
    fn wrote(&self, words: &str) -> bool {
        let words = plain(words);
        self.own.iter().any(|own| own.contains(&words) || words.contains(own.as_str()))
    }

    /// The record with some keys left out, asking for an edition; none where what is left is no record.
    fn resident(&self, bench: &Bench, left_out: &[&Vec<Step>], edition: &str) -> Option<Resident> {
        let mut tree = without(&self.tree, left_out);
        set_edition(&mut tree, edition);
        bench.resident(&self.id, &outputs::letters(&tree)).ok()
    }

    /// The first sentences of lines that lean on a line before them, but for what the resident wrote.
    fn leaning(&self, papers: &packs::Letters) -> BTreeSet<String> {
        let lines = papers.values().flat_map(|text| text.lines());
        let first = lines.filter_map(|line| whole::leaning(&line.trim_start_matches("- ").replace('\u{A0}', " ")));
        first.filter(|sentence| !self.wrote(sentence)).collect()
    }

    /// Everything that is wrong with a pack; `usual` are the leaning lines of packs from which nothing was left out.
    fn faults(
        &self,
        packer: &Packer<'_>,
        resident: &Resident,
        book: &Rulebook,
        usual: &BTreeSet<String>,
    ) -> BTreeSet<String> {
        let mut faults = BTreeSet::new();
        let mut troubles = Troubles::default();
        for paper in packer.pack(resident, &mut troubles).papers {
            let document = &paper.paper.document;
            document.sections.iter().for_each(|section| headings(section, paper.id.as_str(), &mut faults));
            document.each_block(&mut |block| nothing(block, paper.id.as_str(), &mut faults));
        }
        let papers = packs::letters(packer, resident);
        let alone = self.leaning(&papers).into_iter().filter(|sentence| !usual.contains(sentence));
        faults.extend(alone.map(|sentence| format!("“{sentence}” leans on a line that is not there")));
        for (paper, text) in papers {
            let lines = text.lines().map(|line| line.replace('\u{A0}', " "));
            let gaps = lines.filter_map(|line| {
                GAP.find(&line).map(|gap| format!("{paper}: “{line}” has a gap at “{}”", gap.as_str()))
            });
            faults.extend(gaps);
            let all: Vec<&str> = text.lines().collect();
            for (at, line) in all.iter().enumerate().filter(|(_, line)| line.ends_with(':')) {
                if all[at + 1..].iter().find(|line| !line.is_empty()).is_none() {
                    faults.insert(format!("{paper}: “{line}” leads to nothing"));
                }
            }
            // Other people's own papers are linted as the home's.
            let prose =
                statement(format!("{paper}.txt").as_str().into(), text.as_bytes()).expect("plain text can be read");
            for remark in check_for(&prose, book, &OwnWords::default(), Readership::Pack) {
                let passage = &prose.passages[remark.passage].text;
                let (words, sentence) = (&passage[remark.words.clone()], &passage[remark.sentence.clone()]);
                if remark.severity != Severity::Hint && !self.wrote(words) && !self.wrote(sentence) {
                    faults.insert(format!("{paper}: {}: “{words}” in “{sentence}”", remark.rule));
                }
            }
        }
        faults
    }
}

/// A heading stands over something.
fn headings(section: &Section<Personal>, paper: &str, faults: &mut BTreeSet<String>) {
    if section.blocks.is_empty() && section.sections.is_empty() {
        faults.insert(format!("{paper}: there is nothing under the heading {}", section.anchor));
    }
    section.sections.iter().for_each(|section| headings(section, paper, faults));
}

/// A block holds something.
fn nothing(block: &Block<Personal>, paper: &str, faults: &mut BTreeSet<String>) {
    let empty = match block {
        Block::Paragraph { words } => words.is_empty(),
        Block::List { points: entries } | Block::Steps { steps: entries, .. } => {
            entries.is_empty() || entries.iter().any(Vec::is_empty)
        }
        Block::Pictured { rows } => rows.iter().any(|row| row.blocks.is_empty()),
        Block::Facts { facts } => facts.iter().any(|fact| fact.value.is_empty() || fact.label.is_empty()),
        Block::Table { columns, rows } => rows.is_empty() || rows.iter().any(|row| row.len() != columns.len()),
        Block::Contact(contact) => contact.name.is_empty(),
        Block::Rating(_) | Block::Quote { .. } | Block::Picture { .. } | Block::Ruled { .. } => false,
    };
    if empty {
        faults.insert(format!("{paper}: there is nothing in {block:?}"));
    }
}

/// A share of some keys, by a seed of its own: the same on every day and every machine.
fn chosen<'a>(keys: &'a [Vec<Step>], random: &mut TestRng, trial: usize) -> Vec<&'a Vec<Step>> {
    use proptest::prelude::Rng as _;
    let share = [3, 15, 40, 70, 90, 100][trial % 6];
    keys.iter().filter(|_| random.next_u32() % 100 < share).collect()
}

#[test]
fn whatever_a_record_leaves_out_leaves_no_gap() {
    let bench = Bench::new();
    let book = Rulebook::built_in().expect("the rules are in order");
    let samples = samples(&bench);
    let full = samples.iter().filter(|sample| sample.optional.len() > 40).count();
    assert!(full >= 8, "{full} records say a good deal");
    let mut wrong = BTreeSet::new();
    for home in common::HOMES {
        let of_home: Vec<&Sample> = samples.iter().filter(|sample| sample.home == home).collect();
        wrong.extend(bench.with(home, |packer| -> BTreeSet<String> {
            let all = of_home.iter().flat_map(|sample| EDITIONS.map(|edition| (sample, edition)));
            let usual: BTreeSet<String> = all
                .filter_map(|(sample, edition)| Some((sample, sample.resident(&bench, &[], edition)?)))
                .flat_map(|(sample, resident)| sample.leaning(&packs::letters(packer, &resident)))
                .collect();
            let faults = of_home.par_iter().flat_map(|sample| {
                let mut random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
                let mut faults = BTreeSet::new();
                for trial in 0..TRIALS {
                    let left_out = chosen(&sample.optional, &mut random, trial);
                    for edition in EDITIONS {
                        // Together some keys cannot be left out: a group without one of them is gone too.
                        let Some(resident) = sample.resident(&bench, &left_out, edition) else {
                            faults.insert(format!("{}: it is no record without {left_out:?}", sample.id));
                            continue;
                        };
                        let found = sample.faults(packer, &resident, &book, &usual);
                        faults.extend(found.into_iter().map(|fault| format!("{edition}: {fault}")));
                    }
                }
                faults
            });
            faults.collect()
        }));
    }
    let shown: Vec<&String> = wrong.iter().take(60).collect();
    assert!(wrong.is_empty(), "{} faults: {shown:#?}", wrong.len());
}

/// Asks for an edition, whatever else the record says of its format.
fn set_edition(tree: &mut Node, edition: &str) {
    let (asked, _) = yaml::read(1, &format!("format:\n  edition: {edition}\n")).expect("it is YAML");
    let (Value::Keys(keys), Value::Keys(mut asked)) = (&mut tree.value, asked.value) else { return };
    let Some((_, _, format)) = keys.iter_mut().find(|(key, ..)| key == "format") else {
        return keys.append(&mut asked);
    };
    if let (Value::Keys(format), Value::Keys(edition)) = (&mut format.value, asked.remove(0).2.value) {
        format.retain(|(key, ..)| key != "edition");
        format.extend(edition);
    }
}
