//! A paper as plain text: for email, for screen readers, for whoever writes it in braille or reads it aloud.
//!
//! One paragraph, point or fact to a line, however long: whoever reads it chooses where lines break. Headings stand alone, with two
//! empty lines before a part and one before what is under it.

use crate::document::{Block, Contact, Fact, Inline, Section, Target, all_letters};
use crate::paper::Paper;
use crate::text::Audience;

/// The paper as text, in UTF-8, with `\n` at every line's end.
#[must_use]
pub fn text<A: Audience>(paper: &Paper<A>) -> String {
    let mut writer = Writer { out: String::new(), step: &paper.labels.step };
    writer.line(&paper.home);
    writer.line(&all_letters(&paper.document.title));
    writer.blocks(&paper.cover, "");
    writer.blocks(&paper.document.blocks, "");
    paper.document.sections.iter().for_each(|section| writer.section(section, true));
    writer.out.replace('\u{A0}', " ")
}

/// Writes lines one after another.
struct Writer<'a> {
    out: String,
    /// “Step”.
    step: &'a str,
}

impl Writer<'_> {
    /// A line after an empty one.
    fn line(&mut self, line: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.close(line);
    }

    /// A line right after the one before.
    fn close(&mut self, line: &str) {
        self.out.push_str(line.trim());
        self.out.push('\n');
    }

    fn section<A: Audience>(&mut self, section: &Section<A>, part: bool) {
        // A question with nothing but lines to write on is for paper.
        if section.sections.is_empty() && section.blocks.iter().all(|block| matches!(block, Block::Ruled { .. })) {
            return;
        }
        if part {
            self.out.push('\n');
        }
        self.line(&all_letters(&section.heading));
        self.blocks(&section.blocks, "");
        section.sections.iter().for_each(|inner| self.section(inner, false));
    }

    /// Blocks; the first line of the first of them behind a sign such as “- ”.
    fn blocks<A: Audience>(&mut self, blocks: &[Block<A>], sign: &str) {
        for (i, block) in blocks.iter().enumerate() {
            self.block(block, if i == 0 { sign } else { "" });
        }
    }

    fn block<A: Audience>(&mut self, block: &Block<A>, sign: &str) {
        match block {
            Block::Paragraph { words } => self.signed(sign, &in_plain_text(words)),
            Block::List { points } => self.points(points),
            Block::Steps { first, steps } => {
                for (number, step) in (*first..).zip(steps) {
                    self.blocks(step, &format!("{} {number}: ", self.step));
                }
            }
            Block::Pictured { rows } => rows.iter().for_each(|row| self.blocks(&row.blocks, "")),
            Block::Facts { facts } => {
                self.out.push('\n');
                facts.iter().for_each(|fact| self.fact(fact));
            }
            Block::Table { columns, rows } => {
                for row in rows {
                    let cells = columns.iter().zip(row).map(|(column, cell)| (all_letters(column), all_letters(cell)));
                    let cells: Vec<String> = cells
                        .filter(|(_, cell)| !cell.is_empty())
                        .map(|(column, cell)| format!("{column}: {cell}"))
                        .collect();
                    self.line(&cells.join("; "));
                }
            }
            Block::Contact(contact) => self.contact(contact),
            Block::Rating(rating) => {
                if !rating.overall.is_empty() {
                    self.line(&all_letters(&rating.overall));
                }
                self.blocks(&rating.blocks, "");
                rating.questions.iter().for_each(|fact| self.fact(fact));
            }
            Block::Quote { blocks, by } => {
                self.blocks(blocks, sign);
                self.close(&all_letters(by));
            }
            // Lines to write on are for paper. Photographs stay off it.
            Block::Ruled { .. } | Block::Picture { .. } => {}
        }
    }

    fn points<A: Audience>(&mut self, points: &[Vec<Block<A>>]) {
        self.out.push('\n');
        for point in points {
            match point.as_slice() {
                [Block::Paragraph { words }] => self.close(&format!("- {}", in_plain_text(words))),
                blocks => self.blocks(blocks, "- "),
            }
        }
    }

    /// A label and its value on a line where they fit on one.
    fn fact<A: Audience>(&mut self, fact: &Fact<A>) {
        let label = all_letters(&fact.label);
        match fact.value.as_slice() {
            [Block::Paragraph { words }] => self.close(&format!("{label}: {}", in_plain_text(words))),
            blocks => {
                self.close(&format!("{label}:"));
                self.blocks(blocks, "");
            }
        }
    }

    fn contact<A: Audience>(&mut self, contact: &Contact<A>) {
        self.line(&all_letters(&contact.name));
        for block in &contact.about {
            if let Block::Paragraph { words } = block {
                self.close(&in_plain_text(words));
            }
        }
        for phone in &contact.phones {
            let (label, number) = (all_letters(&phone.label), all_letters(&phone.number));
            self.close(&if label.is_empty() { number } else { format!("{label}: {number}") });
        }
        contact.facts.iter().for_each(|fact| self.fact(fact));
    }

    fn signed(&mut self, sign: &str, words: &str) {
        self.line(&format!("{sign}{words}"));
    }
}

/// Words with the address of a link after them, where they are not the address.
fn in_plain_text<A: Audience>(inlines: &[Inline<A>]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Words(words) => out.push_str(&words.text),
            Inline::Strong { words } => out.push_str(&in_plain_text(words)),
            Inline::Link { to, words } => {
                let words = in_plain_text(words);
                let address = match to {
                    Target::Web { address } => address.trim_start_matches("https://").trim_end_matches('/'),
                    _ => "",
                };
                out.push_str(&words);
                if !address.is_empty() && !words.contains(address) {
                    out.push_str(&format!(" ({address})"));
                }
            }
            Inline::Break => out.push_str(if out.ends_with(':') { " " } else { ", " }),
        }
    }
    out
}
