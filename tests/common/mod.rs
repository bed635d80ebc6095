//! What the tests share: the sample homes read and composed, and a Document drawn as text that a person can review.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::missing_panics_doc,
    reason = "each test file uses a part of this, as a module of its own"
)]

use camino::Utf8Path;
use homepack::compose::Troubles;
use homepack::compose::page::Page;
use homepack::compose::sheet::ToPrint;
use homepack::disk;
use homepack::document::{Block, Document, Inline, Section, Target, letters};
use homepack::finding::{Finding, Severity};
use homepack::home::Home;
use homepack::make::{Workshop, documents, remarks};
use homepack::read::{Content, Place};
use homepack::text::Public;

/// The day on which every test takes place.
pub const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 22);

/// The sample homes.
pub const HOMES: [&str; 3] = ["greengage-yard", "quillmere-house", "saltern-court"];

/// A home composed.
pub struct Composed {
    pub home: Home,
    pub pages: Vec<Page>,
    pub papers: Vec<ToPrint>,
    pub findings: Vec<Finding>,
}

/// Composes every home of a folder; panics with the findings where one has mistakes.
pub fn composed(dir: &str) -> Vec<Composed> {
    let content = disk::read(Utf8Path::new(dir)).expect("the content can be read");
    content
        .homes
        .iter()
        .map(|place| one(&content, place).unwrap_or_else(|findings| panic!("{}: {findings:#?}", place.name())))
        .collect()
}

/// The plain theme's workshop on the day of the tests.
pub fn workshop() -> Workshop {
    Workshop::new(std::collections::BTreeMap::new(), TODAY).expect("the plain theme is whole")
}

/// Composes one home, or gives what must be mended first.
pub fn one(content: &Content, place: &Place) -> Result<Composed, Vec<Finding>> {
    let workshop = workshop();
    let (known, mut findings) = workshop.read(content, place);
    findings.extend(content.findings.iter().cloned());
    let Some(known) = known else { return Err(findings) };
    let desk = workshop.desk(&known);
    let mut troubles = Troubles::default();
    let made = documents(&desk, &mut troubles);
    assert!(troubles.failure.is_none(), "{}: {:?}", place.name(), troubles.failure);
    findings.extend(remarks(&desk, &made.pages));
    findings.append(&mut troubles.findings);
    if findings.iter().any(|finding| finding.severity == Severity::Error) {
        return Err(findings);
    }
    Ok(Composed { home: known.home, pages: made.pages, papers: made.papers, findings })
}

/// A document as text to review: what is read, and what each part of it is.
pub fn drawn(document: &Document<Public>) -> String {
    let mut out = format!("# {}\n  ({})\n", line(&document.title), document.summary);
    document.blocks.iter().for_each(|block| draw(block, 0, &mut out));
    document.sections.iter().for_each(|section| draw_section(section, 2, &mut out));
    out
}

fn draw_section(section: &Section<Public>, level: usize, out: &mut String) {
    out.push_str(&format!(
        "\n{} {} [{} #{}]\n",
        "#".repeat(level),
        line(&section.heading),
        section.panel.spelling(),
        section.anchor
    ));
    section.blocks.iter().for_each(|block| draw(block, 0, out));
    section.sections.iter().for_each(|section| draw_section(section, level + 1, out));
}

fn draw(block: &Block<Public>, indent: usize, out: &mut String) {
    let pad = " ".repeat(indent);
    match block {
        Block::Paragraph { words } => out.push_str(&format!("{pad}{}\n", line(words))),
        Block::List { points } => points.iter().for_each(|point| entry("-", point, indent, out)),
        Block::Steps { first, steps } => {
            (*first..).zip(steps).for_each(|(number, step)| entry(&format!("{number}."), step, indent, out))
        }
        Block::Pictured { rows } => {
            rows.iter().for_each(|row| entry(&format!("[{}]", row.drawing), &row.blocks, indent, out));
        }
        Block::Facts { facts } => {
            facts.iter().for_each(|fact| entry(&format!("{}:", line(&fact.label)), &fact.value, indent, out))
        }
        Block::Table { columns, rows } => {
            let row =
                |cells: &[Vec<Inline<Public>>]| cells.iter().map(|cell| line(cell)).collect::<Vec<_>>().join(" | ");
            out.push_str(&format!("{pad}| {} |\n", row(columns)));
            rows.iter().for_each(|cells| out.push_str(&format!("{pad}| {} |\n", row(cells))));
        }
        Block::Contact(contact) => {
            out.push_str(&format!("{pad}[contact] {}\n", line(&contact.name)));
            contact.about.iter().for_each(|block| draw(block, indent + 2, out));
            contact
                .phones
                .iter()
                .for_each(|phone| out.push_str(&format!("{pad}  {}: {}\n", line(&phone.label), line(&phone.number))));
            contact
                .facts
                .iter()
                .for_each(|fact| entry(&format!("{}:", line(&fact.label)), &fact.value, indent + 2, out));
        }
        Block::Rating(rating) => {
            out.push_str(&format!("{pad}[rating] {}\n", line(&rating.overall)));
            rating.blocks.iter().for_each(|block| draw(block, indent + 2, out));
            rating
                .questions
                .iter()
                .for_each(|fact| entry(&format!("{}:", line(&fact.label)), &fact.value, indent + 2, out));
        }
        Block::Quote { blocks, by } => {
            blocks.iter().for_each(|block| draw(block, indent + 2, out));
            out.push_str(&format!("{pad}  said by {}\n", line(by)));
        }
        Block::Ruled { lines } => out.push_str(&format!("{pad}[{lines} lines to write on]\n")),
        Block::Picture { file, description, .. } => {
            out.push_str(&format!("{pad}[picture] {file}: {}\n", line(description)))
        }
    }
}

fn entry(sign: &str, blocks: &[Block<Public>], indent: usize, out: &mut String) {
    let pad = " ".repeat(indent);
    match blocks {
        [Block::Paragraph { words }] => out.push_str(&format!("{pad}{sign} {}\n", line(words))),
        blocks => {
            out.push_str(&format!("{pad}{sign}\n"));
            blocks.iter().for_each(|block| draw(block, indent + 2, out));
        }
    }
}

/// A line with its links shown, and no-break spaces as `~`.
fn line(words: &[Inline<Public>]) -> String {
    let shown: Vec<String> = words
        .iter()
        .map(|inline| match inline {
            Inline::Link { to, words } => format!("{}‹{}›", letters(words), target(to)),
            Inline::Strong { words } => format!("*{}*", line(words)),
            Inline::Break => " / ".to_owned(),
            other @ Inline::Words(_) => letters(std::slice::from_ref(other)),
        })
        .collect();
    shown.concat().replace('\u{A0}', "~")
}

fn target(to: &Target) -> String {
    match to {
        Target::Page { id, anchor } if anchor.is_empty() => id.clone(),
        Target::Page { id, anchor } => format!("{id}#{anchor}"),
        Target::Paper { file } => file.clone(),
        Target::Phone { number } => number.clone(),
        Target::Email { address } | Target::Web { address } => address.clone(),
    }
}
