//! Documents as somebody who writes for Hugo would type them: plain Markdown, and lines of HTML where it has no sign of its own.

use std::collections::BTreeSet;

use homepack::document::{Block, Document, Fact, Inline, Panel, Section, Target};
use homepack::text::Public;

/// A page's words under its title.
pub(crate) fn body(document: &Document<Public>, pages: &BTreeSet<&str>) -> String {
    let root = "../".repeat(document.id.matches('/').count());
    let mut markdown = Markdown { out: String::new(), root, pages };
    if !document.blocks.is_empty() {
        markdown.html("<div class=\"lead\">");
        markdown.blocks(&document.blocks, "");
        markdown.html("</div>");
    }
    document.sections.iter().for_each(|section| markdown.section(section, 2));
    markdown.out
}

/// A line of words as HTML, with links that lead on from anywhere.
pub(crate) fn line(words: &[Inline<Public>], folder: &str, pages: &BTreeSet<&str>) -> String {
    Markdown { out: String::new(), root: format!("/{folder}/"), pages }.line(words, Escape::Html)
}

/// Markdown being written.
pub(crate) struct Markdown<'a> {
    out: String,
    pub(crate) root: String,
    pages: &'a BTreeSet<&'a str>,
}

impl Markdown<'_> {
    /// Plain sections are headings; only a panel needs a box around it.
    fn section(&mut self, section: &Section<Public>, level: usize) {
        if section.panel == Panel::Plain {
            self.heading(section, level);
            self.within(section, level);
            return;
        }
        let (anchor, panel) = (&section.anchor, section.panel.spelling());
        self.html(&format!("<section class=\"panel {panel}\" aria-labelledby=\"{anchor}\">"));
        if section.panel == Panel::Next {
            // “Where next?” is no part of the list of what is on the page: as HTML Hugo does not put it there.
            let words = self.line(&section.heading, Escape::Html);
            self.html(&format!("<h{level} id=\"{anchor}\">{words}</h{level}>"));
        } else {
            self.heading(section, level);
        }
        self.within(section, level);
        self.html("</section>");
    }

    fn heading(&mut self, section: &Section<Public>, level: usize) {
        let (signs, words) = ("#".repeat(level), self.line(&section.heading, Escape::Markdown));
        self.out.push_str(&format!("{signs} {words} {{#{}}}\n\n", section.anchor));
    }

    fn within(&mut self, section: &Section<Public>, level: usize) {
        self.blocks(&section.blocks, "");
        section.sections.iter().for_each(|section| self.section(section, level + 1));
    }

    /// Lines of HTML end where a blank line is.
    fn html(&mut self, lines: &str) {
        self.out.push_str(lines);
        self.out.push_str("\n\n");
    }

    /// Blocks with `indent` before every line but the first, which stands behind a list's sign.
    fn blocks(&mut self, blocks: &[Block<Public>], indent: &str) {
        for (i, block) in blocks.iter().enumerate() {
            if i > 0 {
                self.out.push_str(indent);
            }
            self.block(block, indent);
        }
    }

    fn block(&mut self, block: &Block<Public>, indent: &str) {
        match block {
            Block::Paragraph { words } => {
                let line = self.line(words, Escape::Markdown);
                self.out.push_str(&format!("{}\n\n", at_line_start(line)));
            }
            Block::List { points } => self.list("- ", points, indent),
            Block::Steps { steps, .. } => self.list("1. ", steps, indent),
            Block::Facts { facts } if facts.iter().all(is_short) => self.facts(facts, indent),
            Block::Table { columns, rows } => self.table(columns, rows, indent),
            // The rest has no sign in Markdown. HTML runs on to the next blank line, so there is none in it.
            block => {
                let html = self.block_html(block);
                self.html(&html);
            }
        }
    }

    fn list(&mut self, sign: &str, entries: &[Vec<Block<Public>>], indent: &str) {
        let inner = format!("{indent}{}", " ".repeat(sign.len()));
        let close = entries.iter().all(|entry| matches!(entry.as_slice(), [Block::Paragraph { .. }]));
        for (i, entry) in entries.iter().enumerate() {
            if i > 0 {
                self.out.push_str(indent);
            }
            self.out.push_str(sign);
            self.blocks(entry, &inner);
            if close {
                // A list of single lines has no blank lines between them.
                self.out.pop();
            }
        }
        if close {
            self.out.push('\n');
        }
    }

    /// Labels with a line each.
    fn facts(&mut self, facts: &[Fact<Public>], indent: &str) {
        for (i, fact) in facts.iter().enumerate() {
            let label = self.line(&fact.label, Escape::Markdown);
            let [Block::Paragraph { words }] = fact.value.as_slice() else { continue };
            let value = self.line(words, Escape::Markdown);
            let before = if i > 0 { indent } else { "" };
            self.out.push_str(&format!("{before}{label}\n{indent}: {value}\n\n"));
        }
    }

    fn table(&mut self, columns: &[Vec<Inline<Public>>], rows: &[Vec<Vec<Inline<Public>>>], indent: &str) {
        let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
        let cells = |cells: &[Vec<Inline<Public>>]| cells.iter().map(|cell| self.line(cell, Escape::Cell)).collect();
        let mut lines = vec![row(cells(columns)), row(vec!["---".to_owned(); columns.len()])];
        lines.extend(rows.iter().map(|one| row(cells(one))));
        self.out.push_str(&lines.join(indent));
        self.out.push('\n');
    }
}

/// How letters are kept from being taken for signs.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Escape {
    Markdown,
    Cell,
    Html,
}

/// Lines of words.
impl Markdown<'_> {
    pub(crate) fn line(&self, inlines: &[Inline<Public>], escape: Escape) -> String {
        let html = escape == Escape::Html;
        let each = inlines.iter().map(|inline| match inline {
            Inline::Words(words) => escaped(words.as_str(), escape),
            Inline::Strong { words } if html => format!("<strong>{}</strong>", self.line(words, escape)),
            Inline::Strong { words } => format!("**{}**", self.line(words, escape)),
            Inline::Link { to, words } => self.link(to, &self.line(words, escape), html),
            Inline::Break => "<br>".to_owned(),
        });
        each.collect()
    }

    fn link(&self, to: &Target, words: &str, html: bool) -> String {
        let address = match to {
            Target::Page { id, anchor } if id.is_empty() => format!("#{anchor}"),
            Target::Page { id, .. } if !self.pages.contains(id.as_str()) => return words.to_owned(),
            Target::Page { id, anchor } if anchor.is_empty() => format!("{}{id}.html", self.root),
            Target::Page { id, anchor } => format!("{}{id}.html#{anchor}", self.root),
            Target::Paper { file } => format!("{}{file}", self.root),
            Target::Phone { number } => format!("tel:{number}"),
            Target::Email { address } => format!("mailto:{address}"),
            Target::Web { address } => address.clone(),
        };
        if html {
            format!("<a href=\"{}\">{words}</a>", escaped(&address, Escape::Html))
        } else {
            format!("[{words}]({address})")
        }
    }
}

/// Whether a fact's value is a single line.
fn is_short(fact: &Fact<Public>) -> bool {
    matches!(fact.value.as_slice(), [Block::Paragraph { .. }])
}

/// Letters that stay letters.
fn escaped(text: &str, escape: Escape) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match (escape, c) {
            (_, '\n') => out.push(' '),
            (_, '&') => out.push_str("&amp;"),
            (_, '<') => out.push_str("&lt;"),
            (Escape::Html, '>') => out.push_str("&gt;"),
            (Escape::Html, '"') => out.push_str("&quot;"),
            (Escape::Markdown | Escape::Cell, '\\' | '*' | '_' | '`' | '[' | ']') | (Escape::Cell, '|') => {
                out.extend(['\\', c]);
            }
            (_, c) => out.push(c),
        }
    }
    out
}

/// A line that does not begin a heading, a list, a quotation or a definition.
fn at_line_start(line: String) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    if digits > 0 && line[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    if line.starts_with(['#', '-', '+', '>', ':', '=']) { format!("\\{line}") } else { line }
}
