//! Whether what a reader would read is whole: no gap in a sentence, no heading over nothing, no link that leads nowhere.

#![allow(dead_code, unreachable_pub, reason = "a module of its own in each test that uses it")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use homepack::document::{Block, Document, Inline, Section, Target, letters};
use homepack::text::Public;
use regex::Regex;

/// What a sentence looks like when something is missing from it.
static GAP: LazyLock<Regex> = LazyLock::new(|| {
    let gaps = [
        r" [.,;:?!]",
        r"  ",
        r"\(\s*\)",
        r"\( | \)",
        r",,|\.\.|;;|, ?\.",
        r"^[.,;:)]",
        r"\b(?:None[.,]|null|undefined|unknown)\b",
        r"\{\{|\}\}|\{%|%\}",
        r"[\x{E000}-\x{E01F}]",
        r"“\s*”",
        r"\b(?:the the|a a|and and|of of|to to)\b",
    ];
    Regex::new(&gaps.join("|")).expect("a pattern")
});

/// A sentence that may have lost its last word: “by.”, “the,”. Some good sentences look so too.
static LOST: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\b(?:the|and|or|a|an|within|by|of|from|at|on) ?[.,;:]").expect("a pattern"));

/// How a line begins that leans on a line before it. Much that begins so leans on its heading, and stands in a home that says everything
/// too: only what begins so when something is left out has lost what it leant on.
static LEANS: LazyLock<Regex> = LazyLock::new(|| {
    let words = "Then|If not|Otherwise|Nor|So|They|It|This|That|These|Those|He|She|Them|Their|Both|Neither";
    Regex::new(&format!(r"^(?:{words})\b")).expect("a pattern")
});

/// How a line begins that points at what it stands in, or at what follows it.
static AHEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:This (?:part|page|paper|sheet|book|website|home|is what)|These are (?:the|your|our))\b")
        .expect("a pattern")
});

/// The first sentence of a line that leans on what stands before the line. What follows in the same line may be left out without harm to
/// how it begins.
pub fn leaning(line: &str) -> Option<String> {
    if AHEAD.is_match(line) {
        return None;
    }
    let sentence =
        |line: &str| homepack::reading::sentences(line).into_iter().next().unwrap_or_else(|| line.to_owned());
    LEANS.is_match(line).then(|| sentence(line).trim().to_owned())
}

/// The sentences that may have lost a word, and the lines that may have lost the one they lean on: to be compared with those of a
/// home that says everything.
pub fn doubtful(document: &Document<Public>) -> BTreeSet<String> {
    let mut doubtful = BTreeSet::new();
    document.each_line(&mut |line| {
        let said = letters(line).replace('\u{A0}', " ");
        doubtful.extend(leaning(&said).map(|first| format!("“{first}” leans on a line that may not be there")));
        for sentence in homepack::reading::sentences(&said) {
            if LOST.is_match(&sentence) {
                doubtful.insert(format!("“{}” may have lost a word", sentence.trim()));
            }
        }
    });
    doubtful
}

/// Every fault of a document; `pages` are those that there are, none on paper.
pub fn faults(document: &Document<Public>, pages: Option<&BTreeSet<String>>) -> Vec<String> {
    let mut faults = Vec::new();
    if letters(&document.title).trim().is_empty() {
        faults.push("it has no title".to_owned());
    }
    follow(&document.blocks, &mut faults);
    document.sections.iter().for_each(|section| within(section, &mut faults));
    document.each_line(&mut |line| {
        let said = letters(line).replace('\u{A0}', " ");
        if let Some(gap) = GAP.find(&said) {
            faults.push(format!("“{said}” has a gap at “{}”", gap.as_str()));
        }
        if let Some(pages) = pages {
            leads(line, pages, &mut faults);
        }
    });
    document.each_block(&mut |block| empty(block, &mut faults));
    let mut anchors = BTreeSet::new();
    document.sections.iter().for_each(|section| unique(section, &mut anchors, &mut faults));
    faults
}

fn within(section: &Section<Public>, faults: &mut Vec<String>) {
    let heading = letters(&section.heading);
    if section.blocks.is_empty() && section.sections.is_empty() {
        faults.push(format!("“{heading}” is a heading with nothing under it"));
    }
    if heading.trim().is_empty() {
        faults.push("a heading is empty".to_owned());
    }
    follow(&section.blocks, faults);
    section.sections.iter().for_each(|section| within(section, faults));
}

/// A line that ends in a colon leads to something.
fn follow(blocks: &[Block<Public>], faults: &mut Vec<String>) {
    for (i, block) in blocks.iter().enumerate() {
        let Block::Paragraph { words } = block else { continue };
        let said = letters(words);
        let next = blocks.get(i + 1);
        if said.trim_end().ends_with(':') && next.is_none_or(|next| matches!(next, Block::Paragraph { .. })) {
            let one = next
                .is_some_and(|next| matches!(next, Block::Paragraph { words } if !letters(words).trim().is_empty()));
            // A list of one is a sentence, and it may follow too.
            if !one {
                faults.push(format!("“{said}” leads to nothing"));
            }
        }
    }
}

fn empty(block: &Block<Public>, faults: &mut Vec<String>) {
    let nothing = match block {
        Block::Paragraph { words } => letters(words).trim().is_empty(),
        Block::List { points: entries } | Block::Steps { steps: entries, .. } => {
            entries.is_empty() || entries.iter().any(Vec::is_empty)
        }
        Block::Pictured { rows } => rows.iter().any(|row| row.blocks.is_empty()),
        Block::Facts { facts } => {
            facts.iter().any(|fact| fact.value.is_empty() || letters(&fact.label).trim().is_empty())
        }
        Block::Table { columns, rows } => rows.is_empty() || rows.iter().any(|row| row.len() != columns.len()),
        Block::Contact(contact) => letters(&contact.name).trim().is_empty(),
        Block::Rating(rating) => rating.blocks.is_empty(),
        Block::Quote { blocks, .. } => blocks.is_empty(),
        Block::Ruled { lines } => *lines == 0,
        Block::Picture { description, .. } => letters(description).trim().is_empty(),
    };
    if nothing {
        faults.push(format!("there is nothing in {block:?}"));
    }
}

/// A line that is nothing but a link leads to a page that is made; one in a sentence becomes plain words.
fn leads(line: &[Inline<Public>], pages: &BTreeSet<String>, faults: &mut Vec<String>) {
    if let [Inline::Link { to: Target::Page { id, .. }, words }] = line
        && !id.is_empty()
        && !pages.contains(id)
    {
        faults.push(format!("“{}” leads to {id}, which is not made", letters(words)));
    }
}

fn unique(section: &Section<Public>, anchors: &mut BTreeSet<String>, faults: &mut Vec<String>) {
    if !anchors.insert(section.anchor.clone()) {
        faults.push(format!("two headings have the anchor {}", section.anchor));
    }
    section.sections.iter().for_each(|section| unique(section, anchors, faults));
}
