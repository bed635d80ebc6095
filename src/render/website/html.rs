//! A Document's blocks as HTML. Plain elements with a few class names that the style sheet knows; everything is escaped here.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Block, Contact, Document, Fact, Inline, Panel, PicturedRow, Rating, Section, Target, letters};
use crate::photograph::Size;
use crate::text::Public;

/// Which pages there are, and where the page being written stands: links are relative.
pub(super) struct Links<'a> {
    pub(super) pages: &'a BTreeSet<String>,
    pub(super) root: &'a str,
    /// The drawing of a name, as SVG.
    pub(super) drawing: &'a dyn Fn(&str) -> Option<String>,
    /// The sizes a photograph is shown in.
    pub(super) photographs: &'a BTreeMap<String, Vec<Size>>,
}

impl Links<'_> {
    /// Where a page's file is, from the page being written; none where there is no such page.
    pub(super) fn page(&self, id: &str, anchor: &str) -> Option<String> {
        let hash = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
        if id.is_empty() {
            return Some(hash);
        }
        self.pages.contains(id).then(|| format!("{}{id}.html{hash}", self.root))
    }
}

/// How wide a photograph is shown: as wide as the column, which is never wider than this.
const COLUMN: &str = "(min-width: 46rem) 44rem, calc(100vw - 2rem)";

/// The file of a photograph in one of its sizes: `photos/garden-800.jpg`.
pub(super) fn sized(file: &str, width: u32) -> String {
    let name = file.rsplit_once('.').map_or(file, |(name, _)| name);
    format!("{name}-{width}.jpg")
}

/// The words of a page under its title.
pub(super) fn body(document: &Document<Public>, links: &Links<'_>) -> String {
    let mut html = Html { out: String::with_capacity(8192), links };
    if !document.blocks.is_empty() {
        html.out.push_str("<div class=\"lead\">\n");
        html.blocks(&document.blocks);
        html.out.push_str("</div>\n");
    }
    document.sections.iter().for_each(|section| html.section(section, 2));
    html.out
}

/// A line of words.
pub(super) fn line(words: &[Inline<Public>], links: &Links<'_>) -> String {
    let mut html = Html { out: String::new(), links };
    html.inlines(words);
    html.out
}

/// Letters as they can stand in HTML, also between quotation marks.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

/// HTML being written.
struct Html<'a> {
    out: String,
    links: &'a Links<'a>,
}

impl Html<'_> {
    fn section(&mut self, section: &Section<Public>, level: u8) {
        let class = match section.panel {
            Panel::Plain => "section".to_owned(),
            panel => format!("panel {}", panel.spelling()),
        };
        self.out.push_str(&format!(
            "<section class=\"{class}\" aria-labelledby=\"{0}\">\n<h{level} id=\"{0}\">",
            section.anchor
        ));
        self.inlines(&section.heading);
        self.out.push_str(&format!("</h{level}>\n"));
        self.blocks(&section.blocks);
        section.sections.iter().for_each(|section| self.section(section, level + 1));
        self.out.push_str("</section>\n");
    }

    fn blocks(&mut self, blocks: &[Block<Public>]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block<Public>) {
        match block {
            // A link that stands alone is large enough for a finger.
            Block::Paragraph { words } if matches!(words.as_slice(), [Inline::Link { .. }]) => {
                self.within("p", "alone", words)
            }
            Block::Paragraph { words } => self.within("p", "", words),
            Block::List { points } => self.list("<ul>\n", points, "</ul>\n"),
            Block::Steps { steps } => self.list("<ol class=\"steps\">\n", steps, "</ol>\n"),
            Block::Pictured { rows } => self.pictured(rows),
            Block::Facts { facts } => self.facts(facts),
            Block::Table { columns, rows } => self.table(columns, rows),
            Block::Contact(contact) => self.contact(contact),
            Block::Rating(rating) => self.rating(rating),
            Block::Quote { blocks, by } => self.quote(blocks, by),
            // Nobody writes on a screen.
            Block::Ruled { .. } => {}
            Block::Picture { file, description, caption } => self.picture(file, description, caption),
        }
    }

    /// An element around a line of words.
    fn within(&mut self, element: &str, class: &str, words: &[Inline<Public>]) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        self.out.push_str(&format!("<{element}{class}>"));
        self.inlines(words);
        self.out.push_str(&format!("</{element}>\n"));
    }

    fn list(&mut self, begin: &str, entries: &[Vec<Block<Public>>], end: &str) {
        self.out.push_str(begin);
        for entry in entries {
            self.out.push_str("<li>");
            self.entry(entry);
            self.out.push_str("</li>\n");
        }
        self.out.push_str(end);
    }

    /// What stands in a list's entry or a label's value: a single line needs no paragraph around it.
    fn entry(&mut self, blocks: &[Block<Public>]) {
        match blocks {
            [Block::Paragraph { words }] => self.inlines(words),
            blocks => self.blocks(blocks),
        }
    }

    /// Rows of a drawing and a few words. The drawing says nothing that the words do not.
    fn pictured(&mut self, rows: &[PicturedRow<Public>]) {
        self.out.push_str("<ul class=\"pictured\">\n");
        for row in rows {
            let drawing = (self.links.drawing)(&row.drawing).unwrap_or_default();
            self.out.push_str(&format!("<li><div class=\"pictured-drawing\">{drawing}</div><div>"));
            self.entry(&row.blocks);
            self.out.push_str("</div></li>\n");
        }
        self.out.push_str("</ul>\n");
    }

    fn facts(&mut self, facts: &[Fact<Public>]) {
        if facts.is_empty() {
            return;
        }
        self.out.push_str("<dl class=\"facts\">\n");
        for fact in facts {
            self.out.push_str("<div><dt>");
            self.inlines(&fact.label);
            self.out.push_str("</dt><dd>");
            self.entry(&fact.value);
            self.out.push_str("</dd></div>\n");
        }
        self.out.push_str("</dl>\n");
    }

    /// A table. Each cell carries its column's words, because a narrow screen shows rows as cards.
    fn table(&mut self, columns: &[Vec<Inline<Public>>], rows: &[Vec<Vec<Inline<Public>>>]) {
        self.out.push_str("<div class=\"table\"><table><thead><tr>");
        for column in columns {
            self.out.push_str("<th scope=\"col\">");
            self.inlines(column);
            self.out.push_str("</th>");
        }
        self.out.push_str("</tr></thead>\n<tbody>\n");
        for row in rows {
            self.out.push_str("<tr>");
            for (i, cell) in row.iter().enumerate() {
                if i == 0 {
                    self.out.push_str("<th scope=\"row\">");
                } else {
                    let label = columns.get(i).map(|column| letters(column)).unwrap_or_default();
                    self.out.push_str(&format!("<td data-label=\"{}\">", escaped(&label)));
                }
                self.inlines(cell);
                self.out.push_str(if i == 0 { "</th>" } else { "</td>" });
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody></table></div>\n");
    }

    fn contact(&mut self, contact: &Contact<Public>) {
        self.out.push_str(&format!(
            "<div class=\"contact\" role=\"group\" aria-label=\"{}\">\n",
            escaped(&letters(&contact.name))
        ));
        self.within("p", "contact-name", &contact.name);
        self.blocks(&contact.about);
        for phone in &contact.phones {
            self.out.push_str("<p class=\"phone\"><span class=\"phone-label\">");
            self.inlines(&phone.label);
            self.out.push_str("</span> ");
            self.inlines(&phone.number);
            self.out.push_str("</p>\n");
        }
        self.facts(&contact.facts);
        self.out.push_str("</div>\n");
    }

    fn rating(&mut self, rating: &Rating<Public>) {
        self.out.push_str("<div class=\"rating\">\n");
        // Not every country has one word for the whole.
        if !rating.overall.is_empty() {
            self.out.push_str("<p class=\"rating-word\"><strong>");
            self.inlines(&rating.overall);
            self.out.push_str("</strong></p>\n");
        }
        self.blocks(&rating.blocks);
        self.facts(&rating.questions);
        self.out.push_str("</div>\n");
    }

    fn quote(&mut self, blocks: &[Block<Public>], by: &[Inline<Public>]) {
        self.out.push_str("<figure class=\"quote\"><blockquote>\n");
        self.blocks(blocks);
        self.out.push_str("</blockquote>");
        if !by.is_empty() {
            self.out.push_str("<figcaption>");
            self.inlines(by);
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("</figure>\n");
    }

    fn picture(&mut self, file: &str, description: &[Inline<Public>], caption: &[Inline<Public>]) {
        let Some(largest) = self.links.photographs.get(file).and_then(|sizes| sizes.last()) else { return };
        let (root, alt) = (self.links.root, escaped(&letters(description)));
        let sizes = self.links.photographs.get(file).into_iter().flatten();
        let address = |size: &Size| format!("{root}{}", escaped(&sized(file, size.width)));
        let set: Vec<String> = sizes.map(|size| format!("{} {}w", address(size), size.width)).collect();
        self.out.push_str(&format!(
            "<figure class=\"picture\"><img src=\"{}\" srcset=\"{}\" sizes=\"{COLUMN}\" width=\"{}\" height=\"{}\" alt=\"{alt}\">",
            address(largest),
            set.join(", "),
            largest.width,
            largest.height,
        ));
        if !caption.is_empty() {
            self.out.push_str("<figcaption>");
            self.inlines(caption);
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("</figure>\n");
    }

    fn inlines(&mut self, inlines: &[Inline<Public>]) {
        for inline in inlines {
            match inline {
                Inline::Words(words) => push_escaped(&mut self.out, &words.text),
                Inline::Strong { words } => {
                    self.out.push_str("<strong>");
                    self.inlines(words);
                    self.out.push_str("</strong>");
                }
                Inline::Link { to, words } => self.link(to, words),
                Inline::Break => self.out.push_str("<br>"),
            }
        }
    }

    /// The words of an address, which may be longer than a line: it breaks where its parts meet, never inside a word.
    fn address(&mut self, words: &[Inline<Public>]) {
        let shown = letters(words);
        if shown.contains(' ') || !shown.contains('.') {
            return self.inlines(words);
        }
        for part in shown.split_inclusive(['@', '/']) {
            push_escaped(&mut self.out, part);
            self.out.push_str("<wbr>");
        }
        self.out.truncate(self.out.len() - "<wbr>".len());
    }

    /// A link; plain words where it would lead nowhere.
    fn link(&mut self, to: &Target, words: &[Inline<Public>]) {
        let (href, class) = match to {
            Target::Page { id, anchor } => (self.links.page(id, anchor), ""),
            Target::Paper { file } => (Some(format!("{}{file}", self.links.root)), " class=\"paper\""),
            Target::Phone { number } => (Some(format!("tel:{number}")), ""),
            Target::Email { address } => (Some(format!("mailto:{address}")), ""),
            Target::Web { address } => (Some(address.clone()), ""),
        };
        match href {
            Some(href) => {
                self.out.push_str(&format!("<a{class} href=\"{}\">", escaped(&href)));
                match to {
                    Target::Email { .. } | Target::Web { .. } => self.address(words),
                    _ => self.inlines(words),
                }
                self.out.push_str("</a>");
            }
            None => self.inlines(words),
        }
    }
}
