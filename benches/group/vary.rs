//! A home that is not there: a sample home with other names and numbers, some things left out, some in another order, and
//! sentences borrowed from another sample.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use homepack::home::{Home, Text};

use crate::names::{Names, Own, home, small};
use crate::outline::{self, Branch};
use crate::seed::Seed;

/// Files of which any key may be missing: nothing else leans on them.
const LEFT_OUT_FROM: [&str; 7] = [
    "community.yaml",
    "daily-life.yaml",
    "finding-us.yaml",
    "moving-in.yaml",
    "rooms.yaml",
    "visiting.yaml",
    "voice.yaml",
];
/// Lists of more than sentences of which any entry may be missing, and whose order says nothing.
const LOOSE: [&str; 14] = [
    "enabling_examples",
    "extras",
    "local_needs",
    "made_together",
    "nearby",
    "outcomes",
    "partners",
    "people_come_in",
    "quotes",
    "strategies",
    "things_to_do",
    "training",
    "values",
    "we_go_out",
];
/// Sentences that follow each other.
const IN_ORDER: [&str; 4] = ["first_days", "if_the_alarm_sounds", "manager_says", "steps"];
/// Pages of its own and kinds of help are left out once in so many times.
const SELDOM: usize = 5;

/// Photographs are left out everywhere: making them small takes longer than everything else together.
const PHOTOGRAPHS: (&str, &str) = ("photos.yaml", "](photos/");

/// A home of the project's own, as letters by their path in its folder.
pub(crate) struct Sample {
    files: BTreeMap<Utf8PathBuf, String>,
    own: Own,
}

impl Sample {
    pub(crate) fn new(files: BTreeMap<Utf8PathBuf, String>, home: &Home) -> Self {
        let without = |letters: String| {
            letters
                .lines()
                .filter(|line| !line.contains(PHOTOGRAPHS.1))
                .map(|line| format!("{line}\n"))
                .collect::<Vec<_>>()
        };
        let files = files.into_iter().filter(|(path, _)| path != PHOTOGRAPHS.0);
        let files = files.map(|(path, letters)| (path, without(letters).concat())).collect();
        let identity = &home.home;
        let lines: Vec<&str> = identity.address.lines.iter().map(Text::as_str).collect();
        let from_the_end = |n: usize| lines.iter().rev().nth(n).copied().unwrap_or_default().to_owned();
        let name = identity.name.as_str();
        // “Greengage Yard” has no shorter name of its own: its first word stands in addresses.
        let short = identity.short_name.as_ref().map_or(name.split(' ').next().unwrap_or(name), Text::as_str);
        let people = home.people.named.iter().flat_map(|person| person.name.iter().chain(&person.called));
        let own = Own {
            home: name.to_owned(),
            short: short.to_owned(),
            town: from_the_end(1),
            county: from_the_end(0),
            people: people.map(|name| name.as_str().to_owned()).collect(),
        };
        Self { files, own }
    }

    /// Whether another file leads to the page that is made from a file: `(page:our-garden)`, `page: services/dementia`.
    fn is_linked(&self, path: &Utf8Path) -> bool {
        let page = match path.parent().map(Utf8Path::as_str) {
            Some("pages") => path.file_stem().unwrap_or_default().to_owned(),
            _ => path.with_extension("").into_string(),
        };
        let links = [format!("(page:{page})"), format!("(page:{page}#"), format!("page: {page}\n")];
        self.files.values().any(|letters| links.iter().any(|link| letters.contains(link.as_str())))
    }
}

/// The files of the n-th home, by their path in the group.
pub(crate) fn made(number: usize, samples: &[Sample]) -> Result<BTreeMap<Utf8PathBuf, String>, regex::Error> {
    let mut seed = Seed::new(number);
    let (sample, other) = (&samples[number % samples.len()], &samples[(number + 1) % samples.len()]);
    let names = Names::new(number, &sample.own, &mut seed)?;
    let folder = Utf8PathBuf::from(small(&home(number).1));
    let mut files = BTreeMap::new();
    for (path, letters) in &sample.files {
        let spare = matches!(path.parent().map(Utf8Path::as_str), Some("services" | "pages"));
        let linked = sample.is_linked(path);
        if spare && seed.once_in(SELDOM) && !linked {
            continue;
        }
        let letters = match path.extension() {
            Some("yaml") => varied(path, letters, other, &mut seed),
            _ => letters.clone(),
        };
        files.insert(folder.join(names.put_in(path.as_str())), names.put_in(&letters));
    }
    Ok(files)
}

/// A file's letters with something left out, in another order or borrowed.
fn varied(path: &Utf8Path, letters: &str, other: &Sample, seed: &mut Seed) -> String {
    let mut branches = outline::read(letters);
    if LEFT_OUT_FROM.contains(&path.as_str()) {
        branches.retain(|_| !seed.once_in(8));
    }
    if path.parent() != Some(Utf8Path::new("contacts")) {
        let theirs = other.files.get(path).map(|letters| outline::read(letters)).unwrap_or_default();
        vary(&mut branches, &theirs, seed);
    }
    outline::written(&branches)
}

fn vary(branches: &mut [Branch], theirs: &[Branch], seed: &mut Seed) {
    for branch in branches {
        let theirs = theirs.iter().find(|other| other.key() == branch.key()).map_or(&[][..], |other| &other.below);
        let sentences = branch.below.iter().all(Branch::is_sentence);
        if !branch.is_list() {
            vary(&mut branch.below, theirs, seed);
        } else if (sentences && !IN_ORDER.contains(&branch.key())) || LOOSE.contains(&branch.key()) {
            if branch.below.len() > 2 && seed.once_in(2) {
                branch.below.remove(seed.below(branch.below.len()));
            }
            if sentences && seed.once_in(2) {
                branch.below.extend(theirs.iter().find(|entry| entry.is_sentence()).cloned());
            }
            if seed.once_in(2) {
                seed.shuffle(&mut branch.below);
            }
        }
    }
}
