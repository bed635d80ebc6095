//! The office's page as one file of HTML that stands alone: no script, no picture, nothing from anybody else.
//!
//! Comes from: `print_run`. Goes to: the private folder. It knows the few kinds of block that such a page has.

use tera::{Context, Tera};

use crate::colour;
use crate::document::{Block, Fact, Inline, Panel, Section, all_letters};
use crate::failure::Failure;
use crate::paper::Paper;
use crate::text::Personal;
use crate::theme::Theme;

/// The page, and the style sheet it shares with the linter's.
const PAGE: &str = "office/page.html";
const STYLE: &str = "lint/report.css";

/// The page.
///
/// # Errors
/// A fault of the theme's template.
pub fn page(paper: &Paper<Personal>, theme: &Theme) -> Result<String, Failure> {
    let failed = |error: tera::Error| Failure::Theme(format!("{PAGE}: {error}"));
    let mut tera = Tera::new();
    tera.autoescape_on([".html"]);
    tera.add_raw_templates([(PAGE, theme.letters(PAGE)?), (STYLE, theme.letters(STYLE)?)]).map_err(failed)?;
    let mut context = Context::new();
    context.insert("colour", &colour::colours(None));
    let style = tera.render(STYLE, &context).map_err(failed)?;
    let mut html = Html(String::with_capacity(16 * 1024));
    if !paper.document.blocks.is_empty() {
        html.within("div class=\"lead\"", |html| html.blocks(&paper.document.blocks));
    }
    paper.document.sections.iter().for_each(|section| html.section(section, 2));
    context.insert("style", &style);
    context.insert("above", &paper.home);
    context.insert("title", &all_letters(&paper.document.title));
    context.insert("body", &html.0);
    tera.render(PAGE, &context).map_err(failed)
}

/// HTML being written.
struct Html(String);

impl Html {
    /// An element, named with its attributes, around what is written inside.
    fn within(&mut self, element: &str, inside: impl FnOnce(&mut Self)) {
        let name = element.split(' ').next().unwrap_or(element);
        self.0.push_str(&format!("<{element}>"));
        inside(self);
        self.0.push_str(&format!("</{name}>\n"));
    }

    fn section(&mut self, section: &Section<Personal>, level: u8) {
        let id = escaped(&section.anchor);
        let class = match section.panel {
            Panel::Plain => String::new(),
            panel => format!(" class=\"{}\"", panel.spelling()),
        };
        self.within(&format!("section{class} aria-labelledby=\"{id}\""), |html| {
            html.within(&format!("h{level} id=\"{id}\""), |html| html.line(&section.heading));
            html.blocks(&section.blocks);
            section.sections.iter().for_each(|section| html.section(section, level + 1));
        });
    }

    fn blocks(&mut self, blocks: &[Block<Personal>]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block<Personal>) {
        match block {
            Block::Paragraph { words } => self.within("p", |html| html.line(words)),
            Block::List { points } => self.entries("ul", points),
            Block::Steps { steps } => self.entries("ol", steps),
            Block::Facts { facts } => self.within("dl", |html| facts.iter().for_each(|fact| html.fact(fact))),
            Block::Table { columns, rows } => {
                self.within("table", |html| html.table(columns, rows));
            }
            Block::Quote { blocks, .. } => self.blocks(blocks),
            // An office's page has none of these: they are about a home and the people in it.
            Block::Pictured { .. }
            | Block::Contact(_)
            | Block::Rating(_)
            | Block::Ruled { .. }
            | Block::Picture { .. } => {}
        }
    }

    fn entries(&mut self, list: &str, entries: &[Vec<Block<Personal>>]) {
        self.within(list, |html| {
            for entry in entries {
                html.within("li", |html| html.entry(entry));
            }
        });
    }

    /// A single line needs no paragraph around it.
    fn entry(&mut self, blocks: &[Block<Personal>]) {
        match blocks {
            [Block::Paragraph { words }] => self.line(words),
            blocks => self.blocks(blocks),
        }
    }

    fn fact(&mut self, fact: &Fact<Personal>) {
        self.within("div", |html| {
            html.within("dt", |html| html.line(&fact.label));
            html.within("dd", |html| html.entry(&fact.value));
        });
    }

    fn table(&mut self, columns: &[Vec<Inline<Personal>>], rows: &[Vec<Vec<Inline<Personal>>>]) {
        self.within("thead", |html| {
            html.within("tr", |html| {
                columns.iter().for_each(|column| html.within("th scope=\"col\"", |html| html.line(column)));
            });
        });
        self.within("tbody", |html| {
            for row in rows {
                html.within("tr", |html| {
                    for (at, cell) in row.iter().enumerate() {
                        html.within(if at == 0 { "th scope=\"row\"" } else { "td" }, |html| html.line(cell));
                    }
                });
            }
        });
    }

    /// Words. Links lead nowhere from here: the page asks nobody for anything.
    fn line(&mut self, words: &[Inline<Personal>]) {
        for inline in words {
            match inline {
                Inline::Words(words) => self.0.push_str(&escaped(&words.text)),
                Inline::Strong { words } => self.within("strong", |html| html.line(words)),
                Inline::Link { words, .. } => self.line(words),
                Inline::Break => self.0.push_str("<br>"),
            }
        }
    }
}

/// Letters as HTML has them.
fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
