//! A paper as plain text: for email, for screen readers, for whoever writes it in braille or reads it aloud.
//!
//! One paragraph, point or fact to a line, however long: whoever reads it chooses where lines break. Headings stand alone, with two
//! empty lines before a part and one before what is under it.

use crate::document::{Block, Contact, Fact, Inline, Section, Target, all_letters, each_inline};
use crate::paper::Paper;
use crate::text::{Audience, Origin, Public};

/// The paper as text, in UTF-8, with `\n` at every line's end.
#[must_use]
pub fn text<A: Audience>(paper: &Paper<A>) -> String {
    let mut writer = Writer::new(&paper.labels.step);
    writer.line(Said::plain(&paper.home));
    writer.line(Said::letters(&paper.document.title));
    writer.blocks(&paper.cover, "");
    writer.blocks(&paper.document.blocks, "");
    paper.document.sections.iter().for_each(|section| writer.section(section, true));
    writer.written()
}

/// A line of a paper as text, with where its words come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Whether it is a heading.
    pub heading: bool,
    /// As it is read.
    pub words: String,
    /// Behind a label of ours or in a row of two cells, what stands there; none in any other line.
    pub value: Option<String>,
    /// Where each run of its words comes from.
    pub from: Vec<Origin>,
}

/// What stands in a section, line by line, its own heading not among them. `step` is “Step”.
#[must_use]
pub fn lines(section: &Section<Public>, step: &str) -> Vec<Line> {
    let mut writer = Writer::new(step);
    writer.blocks(&section.blocks, "");
    section.sections.iter().for_each(|inner| writer.section(inner, false));
    let read = |(_, heading, said): (usize, bool, Said)| Line {
        heading,
        words: in_one_line(&said.words),
        value: said.value.as_deref().map(in_one_line),
        from: said.from,
    };
    writer.lines.into_iter().map(read).filter(|line| !line.words.is_empty()).collect()
}

/// Words with one usual space wherever there is room between them.
fn in_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words on their way to a line.
#[derive(Default)]
struct Said {
    words: String,
    value: Option<String>,
    from: Vec<Origin>,
}

impl Said {
    /// Words that come from no line of anybody's.
    fn plain(words: &str) -> Self {
        Self { words: words.to_owned(), ..Self::default() }
    }

    /// The letters of inlines alone.
    fn letters<A: Audience>(inlines: &[Inline<A>]) -> Self {
        Self { words: all_letters(inlines), value: None, from: origins(inlines) }
    }

    /// Inlines with the addresses that they lead to.
    fn of<A: Audience>(inlines: &[Inline<A>]) -> Self {
        Self { words: in_plain_text(inlines), value: None, from: origins(inlines) }
    }

    /// The same behind a sign or a label.
    fn behind(self, sign: &str) -> Self {
        Self { words: format!("{sign}{}", self.words), ..self }
    }

    /// A value behind its label.
    fn labelled(label: Self, value: Self) -> Self {
        let words =
            if label.words.is_empty() { value.words.clone() } else { format!("{}: {}", label.words, value.words) };
        let alone = label.is_ours().then_some(value.words);
        Self { words, value: alone, from: label.from.into_iter().chain(value.from).collect() }
    }

    /// Whether nothing in it is a fact of the home's.
    fn is_ours(&self) -> bool {
        self.from.iter().all(|from| from.fact.is_none())
    }
}

fn origins<A: Audience>(inlines: &[Inline<A>]) -> Vec<Origin> {
    let mut from = Vec::new();
    each_inline(inlines, &mut |words| from.push(words.from));
    from
}

/// Writes lines one after another.
struct Writer<'a> {
    /// How many empty lines stand before each, whether it is a heading, and what it says.
    lines: Vec<(usize, bool, Said)>,
    /// The empty lines before the next.
    apart: usize,
    /// “Step”.
    step: &'a str,
}

impl<'a> Writer<'a> {
    fn new(step: &'a str) -> Self {
        Self { lines: Vec::new(), apart: 0, step }
    }

    /// All of them, with `\n` at every line's end.
    fn written(self) -> String {
        let mut out = String::new();
        for (apart, _, said) in &self.lines {
            out.push_str(&"\n".repeat(*apart));
            out.push_str(said.words.trim());
            out.push('\n');
        }
        out.push_str(&"\n".repeat(self.apart));
        out.replace('\u{A0}', " ")
    }

    /// A line after an empty one.
    fn line(&mut self, line: Said) {
        if !self.lines.is_empty() {
            self.apart += 1;
        }
        self.close(line);
    }

    /// A line right after the one before.
    fn close(&mut self, line: Said) {
        self.lines.push((std::mem::take(&mut self.apart), false, line));
    }

    fn section<A: Audience>(&mut self, section: &Section<A>, part: bool) {
        // A question with nothing but lines to write on is for paper.
        if section.sections.is_empty() && section.blocks.iter().all(|block| matches!(block, Block::Ruled { .. })) {
            return;
        }
        if part {
            self.apart += 1;
        }
        self.line(Said::letters(&section.heading));
        if let Some((_, heading, _)) = self.lines.last_mut() {
            *heading = true;
        }
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
            Block::Paragraph { words } => self.line(Said::of(words).behind(sign)),
            Block::List { points } => self.points(points),
            Block::Steps { first, steps } => {
                for (number, step) in (*first..).zip(steps) {
                    self.blocks(step, &format!("{} {number}: ", self.step));
                }
            }
            Block::Pictured { rows } => rows.iter().for_each(|row| self.blocks(&row.blocks, "")),
            Block::Facts { facts } => {
                self.apart += 1;
                facts.iter().for_each(|fact| self.fact(fact));
            }
            Block::Table { columns, rows } => {
                rows.iter().for_each(|row| self.row(columns, row));
            }
            Block::Contact(contact) => self.contact(contact),
            Block::Rating(rating) => {
                if !rating.overall.is_empty() {
                    self.line(Said::letters(&rating.overall));
                }
                self.blocks(&rating.blocks, "");
                rating.questions.iter().for_each(|fact| self.fact(fact));
            }
            Block::Quote { blocks, by } => {
                self.blocks(blocks, sign);
                self.close(Said::letters(by));
            }
            // Lines to write on are for paper. Photographs stay off it.
            Block::Ruled { .. } | Block::Picture { .. } => {}
        }
    }

    /// A row of a table: each cell that says something behind the heading of its column.
    fn row<A: Audience>(&mut self, columns: &[Vec<Inline<A>>], row: &[Vec<Inline<A>>]) {
        let cells = columns.iter().zip(row).map(|(column, cell)| (all_letters(column), Said::letters(cell)));
        let cells: Vec<(String, Said)> = cells.filter(|(_, cell)| !cell.words.is_empty()).collect();
        let words: Vec<String> = cells.iter().map(|(column, cell)| format!("{column}: {}", cell.words)).collect();
        let labelled = |cells: &[(String, Said)]| columns.len() == 2 && cells.len() == 2 && cells[0].1.is_ours();
        let value = cells.last().filter(|_| labelled(&cells));
        self.line(Said {
            words: words.join("; "),
            value: value.map(|(_, cell)| cell.words.clone()),
            from: cells.into_iter().flat_map(|(_, cell)| cell.from).collect(),
        });
    }

    fn points<A: Audience>(&mut self, points: &[Vec<Block<A>>]) {
        self.apart += 1;
        for point in points {
            match point.as_slice() {
                [Block::Paragraph { words }] => self.close(Said::of(words).behind("- ")),
                blocks => self.blocks(blocks, "- "),
            }
        }
    }

    /// A label and its value on a line where they fit on one.
    fn fact<A: Audience>(&mut self, fact: &Fact<A>) {
        let label = Said::letters(&fact.label);
        match fact.value.as_slice() {
            [Block::Paragraph { words }] => self.close(Said::labelled(label, Said::of(words))),
            blocks => {
                let words = format!("{}:", label.words);
                self.close(Said { words, ..label });
                self.blocks(blocks, "");
            }
        }
    }

    fn contact<A: Audience>(&mut self, contact: &Contact<A>) {
        self.line(Said::letters(&contact.name));
        for block in &contact.about {
            if let Block::Paragraph { words } = block {
                self.close(Said::of(words));
            }
        }
        for phone in &contact.phones {
            self.close(Said::labelled(Said::letters(&phone.label), Said::letters(&phone.number)));
        }
        contact.facts.iter().for_each(|fact| self.fact(fact));
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
