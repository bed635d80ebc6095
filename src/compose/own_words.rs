//! What is wrong with the words files of a home's own: names that lead nowhere.

use std::sync::LazyLock;

use regex::Regex;

use super::desk::{Desk, Troubles};
use crate::finding::{Finding, meant};
use crate::text::Span;
use crate::words::WordsFile;
use crate::words::markdown::{Slip, look_at_template};

/// A function that speaks of somebody or something by a name that stands in the words themselves: `contact(id="ombudsman")`.
/// `has_contact` and `named` ask, and may be told no.
static SPOKEN_OF: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"(?-u:\b)(contact|contact_name|reach|person|who|paper)\(\s*id\s*=\s*"([^"\n]*)""#)
        .expect("the pattern is fixed")
});

/// Notes what leads nowhere in the words files of the home's own, once: pages and papers both ask.
pub(super) fn check(desk: &Desk<'_>, troubles: &mut Troubles) {
    let mut found = misnamed(desk);
    for own in desk.phrases.own() {
        found.extend(nowhere(desk, own));
        found.extend(untitled(desk, own));
        let signs = look_at_template(&own.letters).signs.into_iter().map(Slip::Sign);
        found.extend(signs.map(|slip| slip.finding(own.number)));
    }
    found.retain(|finding| !troubles.findings.contains(finding));
    troubles.findings.append(&mut found);
}

/// A heading without words: a reader who listens jumps from heading to heading, and no paper can be set from it.
static EMPTY: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?m)^ {0,3}(#{1,6})[ \t#]*$").expect("the pattern is fixed"));

/// Headings without words, and words without the title that the theme’s have.
fn untitled(desk: &Desk<'_>, own: &WordsFile) -> Vec<Finding> {
    let help = "Write the heading behind it, or take the line away.";
    let empty = EMPTY.captures_iter(&own.letters).filter_map(|found| found.get(1));
    let mut findings: Vec<Finding> = empty
        .map(|sign| Finding::error(span(own, sign.start(), sign.as_str()), "this heading has no words", help))
        .collect();
    let is_title = |letters: &str| letters.lines().any(|line| line.starts_with("# "));
    let theirs = desk.phrases.of_the_theme().iter().find(|file| file.name == own.name);
    if findings.is_empty() && theirs.is_some_and(|theirs| is_title(&theirs.letters)) && !is_title(&own.letters) {
        let help = "Begin them with a line such as “# Who can visit me?”.";
        findings.push(Finding::error(span(own, 0, ""), "these words have no title, and those of the theme do", help));
    }
    findings
}

/// The names in a words file that stand for nobody and nothing. What the theme's words speak of too may be missing: they are
/// for every home, and where a home has no such contact the sentence is not there.
fn nowhere(desk: &Desk<'_>, own: &WordsFile) -> Vec<Finding> {
    let mut findings = Vec::new();
    for found in SPOKEN_OF.captures_iter(&own.letters) {
        let (function, name) = (&found[1], found.get(2).expect("the pattern has a second group"));
        let (kind, place, known) = spoken_of(desk, function);
        if !known.contains(&name.as_str()) && !is_said_by_theme(desk, name.as_str()) {
            let help = meant(name.as_str(), known)
                .unwrap_or_else(|| format!("Write the short name of one that there is, or add it to {place}."));
            let what = format!("there is no {kind} called “{}”", name.as_str());
            findings.push(Finding::error(span(own, name.start(), name.as_str()), what, help));
        }
    }
    findings
}

/// What a function speaks of, where that is written down, and the names there are.
fn spoken_of<'a>(desk: &Desk<'a>, function: &str) -> (&'static str, &'static str, Vec<&'a str>) {
    match function {
        "person" | "who" => {
            let people = desk.home.people.named.iter().map(|person| person.id.id.as_str());
            ("person", "people.yaml", people.collect())
        }
        "paper" => ("paper", "theme.yaml", desk.theme.plan.papers.iter().map(|plan| plan.id.as_str()).collect()),
        _ => {
            let contacts = desk.home.contacts.iter().map(|contact| contact.id.as_str());
            ("contact", "the folder contacts", contacts.collect())
        }
    }
}

/// Whether the words of the theme speak of the same name, or the country does for them.
fn is_said_by_theme(desk: &Desk<'_>, name: &str) -> bool {
    let outside = &desk.profile.outside;
    let said = format!("\"{name}\"");
    [&outside.own, &outside.council, &outside.nhs].iter().any(|ombudsman| ombudsman.contact == name)
        || desk.phrases.of_the_theme().iter().any(|file| file.letters.contains(&said))
}

/// Where letters stand in a words file.
fn span(own: &WordsFile, start: usize, letters: &str) -> Span {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let before = &own.letters[..start];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
    let width = letters.chars().count().max(1);
    Span { file: own.number, line: number(line), column: number(column), width: number(width) }
}

/// The words files that stand in the place of none of the theme's: most likely they are misspelt.
fn misnamed(desk: &Desk<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let known: Vec<&str> = desk.phrases.of_the_theme().iter().map(|file| file.name.as_str()).collect();
    for own in desk.phrases.own() {
        let (name, file) = (own.name.as_str(), own.number);
        if !known.contains(&name) && !name.starts_with("passages/") {
            let help = meant(name, known.iter().copied()).unwrap_or_else(|| {
                "Give it the name of the page whose words it changes. A page of your own belongs in the folder pages.".to_owned()
            });
            findings.push(Finding::error(
                Span { file, line: 1, column: 1, width: 1 },
                format!("no page takes its words from {name}"),
                help,
            ));
        }
    }
    findings
}
