//! Blocks that Markdown has no sign for, as the lines of HTML that somebody would write for them.

use homepack::document::{Block, Contact, Fact, Inline, PicturedRow, Rating};
use homepack::text::Public;

use crate::markdown::{Escape, Markdown};

impl Markdown<'_> {
    fn blocks_html(&self, blocks: &[Block<Public>]) -> String {
        blocks.iter().map(|block| self.block_html(block)).collect::<Vec<_>>().join("\n")
    }

    pub(crate) fn block_html(&self, block: &Block<Public>) -> String {
        match block {
            Block::Paragraph { words } => format!("<p>{}</p>", self.line(words, Escape::Html)),
            Block::List { points } => self.list_html("ul", points),
            Block::Steps { steps, .. } => self.list_html("ol", steps),
            Block::Pictured { rows } => self.pictured(rows),
            Block::Facts { facts } => self.facts_html(facts),
            Block::Table { columns, rows } => self.table_html(columns, rows),
            Block::Contact(contact) => self.contact(contact),
            Block::Rating(rating) => self.rating(rating),
            Block::Quote { blocks, by } => {
                let (words, by) = (self.blocks_html(blocks), self.line(by, Escape::Html));
                format!(
                    "<figure class=\"quote\"><blockquote>\n{words}\n</blockquote><figcaption>{by}</figcaption></figure>"
                )
            }
            // The homes that are measured have no photographs: making them small takes longer than everything else.
            Block::Picture { .. } | Block::Ruled { .. } => String::new(),
        }
    }

    /// What stands in an entry: a single line needs no paragraph around it.
    fn entry_html(&self, blocks: &[Block<Public>]) -> String {
        match blocks {
            [Block::Paragraph { words }] => self.line(words, Escape::Html),
            blocks => self.blocks_html(blocks),
        }
    }

    fn list_html(&self, element: &str, entries: &[Vec<Block<Public>>]) -> String {
        let entries: Vec<String> =
            entries.iter().map(|entry| format!("<li>{}</li>\n", self.entry_html(entry))).collect();
        format!("<{element}>\n{}</{element}>", entries.concat())
    }

    fn pictured(&self, rows: &[PicturedRow<Public>]) -> String {
        let row = |row: &PicturedRow<Public>| {
            let drawing = format!("<div class=\"pictured-drawing\">{{{{< drawing \"{}\" >}}}}</div>", row.drawing);
            format!("<li>{drawing}<div>{}</div></li>\n", self.entry_html(&row.blocks))
        };
        format!("<ul class=\"pictured\">\n{}</ul>", rows.iter().map(row).collect::<Vec<_>>().concat())
    }

    fn facts_html(&self, facts: &[Fact<Public>]) -> String {
        if facts.is_empty() {
            return String::new();
        }
        let one = |fact: &Fact<Public>| {
            format!("<dt>{}</dt><dd>{}</dd>\n", self.line(&fact.label, Escape::Html), self.entry_html(&fact.value))
        };
        format!("<dl>\n{}</dl>", facts.iter().map(one).collect::<String>())
    }

    fn table_html(&self, columns: &[Vec<Inline<Public>>], rows: &[Vec<Vec<Inline<Public>>>]) -> String {
        let row = |cells: &[Vec<Inline<Public>>], element: &str| {
            let cells = cells.iter().map(|cell| format!("<{element}>{}</{element}>", self.line(cell, Escape::Html)));
            format!("<tr>{}</tr>\n", cells.collect::<String>())
        };
        let rows: String = rows.iter().map(|cells| row(cells, "td")).collect();
        format!("<table>\n<thead>{}</thead>\n<tbody>\n{rows}</tbody></table>", row(columns, "th"))
    }

    fn contact(&self, contact: &Contact<Public>) -> String {
        let name = self.line(&contact.name, Escape::Html);
        let mut lines = vec![
            format!("<div class=\"contact\" role=\"group\" aria-label=\"{name}\">"),
            format!("<p class=\"contact-name\">{name}</p>"),
            self.blocks_html(&contact.about),
        ];
        lines.extend(contact.phones.iter().map(|phone| {
            let (label, number) = (self.line(&phone.label, Escape::Html), self.line(&phone.number, Escape::Html));
            format!("<p class=\"phone\"><span class=\"phone-label\">{label}</span> {number}</p>")
        }));
        lines.extend([self.facts_html(&contact.facts), "</div>".to_owned()]);
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    fn rating(&self, rating: &Rating<Public>) -> String {
        let (word, blocks) = (self.line(&rating.overall, Escape::Html), self.blocks_html(&rating.blocks));
        let questions = self.facts_html(&rating.questions);
        let lines = [
            "<div class=\"rating\">",
            &format!("<p class=\"rating-word\"><strong>{word}</strong></p>"),
            &blocks,
            &questions,
            "</div>",
        ];
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }
}
