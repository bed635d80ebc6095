//! A Document's blocks as well-formed markup: every element closed, every attribute between quotation marks, no entity but those
//! that XML knows. Plain elements with a few class names that a style sheet knows; everything is escaped here.
//!
//! Comes from: `compose`. Goes to: every format whose files are marked up. What is a format's own, where things lie and how an
//! element that holds nothing is spelt, it says as an [`Around`].

mod around;

pub(crate) use around::escaped;
use around::push_escaped;
pub use around::{Around, Spelling};

use crate::document::{
    Block, Contact, Document, Fact, Inline, Panel, PicturedRow, Rating, Section, Target, Words, all_letters as letters,
    each_inline,
};
use crate::text::signs::{right_to_left, turned_words};
use crate::text::{Audience, Public};

/// The words of a document that anybody may read, under its title.
#[must_use]
pub fn page(document: &Document<Public>, around: &dyn Around) -> String {
    body(document, around)
}

/// The words of a document under its title.
pub(crate) fn body<A: Audience>(document: &Document<A>, around: &dyn Around) -> String {
    let mut markup =
        Markup { out: String::with_capacity(8192), around, spelling: around.spelling(), label: String::new() };
    if !document.blocks.is_empty() {
        markup.out.push_str("<div class=\"lead\">\n");
        markup.blocks(&document.blocks);
        markup.out.push_str("</div>\n");
    }
    document.sections.iter().for_each(|section| markup.section(section, 2));
    markup.out
}

/// A line of words.
pub(crate) fn line<A: Audience>(words: &[Inline<A>], around: &dyn Around) -> String {
    let mut markup = Markup { out: String::new(), around, spelling: around.spelling(), label: String::new() };
    markup.inlines(words);
    markup.out
}

/// The attribute of a line whose first letter is read from right to left: the whole of it is.
fn turned<A: Audience>(words: &[Inline<A>]) -> &'static str {
    let mut first = None;
    each_inline(words, &mut |run| first = first.or_else(|| run.text.chars().find(|c| c.is_alphabetic())));
    if first.is_some_and(right_to_left) { " dir=\"rtl\"" } else { "" }
}

/// Whether the words of a link are an address, and not words about one.
fn is_address(shown: &str) -> bool {
    !shown.contains(char::is_whitespace) && shown.contains('.')
}

/// Markup being written.
struct Markup<'a> {
    out: String,
    around: &'a dyn Around,
    spelling: Spelling,
    /// The label beside which something is being written.
    label: String,
}

impl Markup<'_> {
    /// Letters.
    fn letters(&mut self, text: &str) {
        push_escaped(&mut self.out, text, self.spelling);
    }

    /// Letters as the value of an attribute.
    fn quoted(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        push_escaped(&mut out, text, self.spelling);
        out
    }

    /// An element that holds nothing.
    fn void(&mut self, element: &str, attributes: impl IntoIterator<Item = (&'static str, String)>) {
        self.out.push_str(&format!("<{element}"));
        for (name, value) in attributes {
            let value = self.quoted(&value);
            self.out.push_str(&format!(" {name}=\"{value}\""));
        }
        self.out.push_str(if self.spelling == Spelling::Xml { "/>" } else { ">" });
    }

    fn section<A: Audience>(&mut self, section: &Section<A>, level: u8) {
        let class = match section.panel {
            Panel::Plain => "section".to_owned(),
            panel => format!("panel {}", panel.spelling()),
        };
        // What is strong on a page is never folded away.
        let folded = level == 2 && section.panel == Panel::Plain && self.around.folds();
        let (open, close) = if folded { ("<details>\n<summary>", "</summary>") } else { ("", "") };
        self.out.push_str(&format!(
            "<section class=\"{class}\" aria-labelledby=\"{0}\">\n{open}<h{level} id=\"{0}\"{1}>",
            section.anchor,
            turned(&section.heading)
        ));
        self.inlines(&section.heading);
        self.out.push_str(&format!("</h{level}>{close}\n"));
        self.blocks(&section.blocks);
        section.sections.iter().for_each(|section| self.section(section, level + 1));
        self.out.push_str(if folded { "</details>\n</section>\n" } else { "</section>\n" });
    }

    fn blocks<A: Audience>(&mut self, blocks: &[Block<A>]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block<A: Audience>(&mut self, block: &Block<A>) {
        match block {
            // A link that stands alone is large enough for a finger.
            Block::Paragraph { words } if matches!(words.as_slice(), [Inline::Link { .. }]) => {
                self.within("p", "alone", words)
            }
            Block::Paragraph { words } => self.within("p", "", words),
            Block::List { points } => self.list("<ul>\n", points, "</ul>\n"),
            Block::Steps { first: 1, steps } => self.list("<ol class=\"steps\">\n", steps, "</ol>\n"),
            Block::Steps { first, steps } => self.steps_from(*first, steps),
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
    fn within<A: Audience>(&mut self, element: &str, class: &str, words: &[Inline<A>]) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        self.out.push_str(&format!("<{element}{class}{}>", turned(words)));
        self.inlines(words);
        self.out.push_str(&format!("</{element}>\n"));
    }

    fn list<A: Audience>(&mut self, begin: &str, entries: &[Vec<Block<A>>], end: &str) {
        self.out.push_str(begin);
        for entry in entries {
            let turned = if let [Block::Paragraph { words }] = entry.as_slice() { turned(words) } else { "" };
            self.out.push_str(&format!("<li{turned}>"));
            self.entry(entry);
            self.out.push_str("</li>\n");
        }
        self.out.push_str(end);
    }

    /// Steps that go on from others. Each carries its number, because the look of a page counts from one.
    fn steps_from<A: Audience>(&mut self, first: u32, steps: &[Vec<Block<A>>]) {
        self.out.push_str(&format!("<ol class=\"steps\" start=\"{first}\">\n"));
        for (number, step) in (first..).zip(steps) {
            self.out.push_str(&format!("<li data-number=\"{number}\">"));
            self.entry(step);
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n");
    }

    /// What stands in a list's entry or a label's value: a single line needs no paragraph around it.
    fn entry<A: Audience>(&mut self, blocks: &[Block<A>]) {
        match blocks {
            [Block::Paragraph { words }] => self.inlines(words),
            blocks => self.blocks(blocks),
        }
    }

    /// Rows of a drawing and a few words. The drawing says nothing that the words do not.
    fn pictured<A: Audience>(&mut self, rows: &[PicturedRow<A>]) {
        self.out.push_str("<ul class=\"pictured\">\n");
        for row in rows {
            let drawing = self.around.drawing(&row.drawing).unwrap_or_default();
            self.out.push_str(&format!("<li><div class=\"pictured-drawing\">{drawing}</div><div>"));
            self.entry(&row.blocks);
            self.out.push_str("</div></li>\n");
        }
        self.out.push_str("</ul>\n");
    }

    fn facts<A: Audience>(&mut self, facts: &[Fact<A>]) {
        if facts.is_empty() {
            return;
        }
        self.out.push_str("<dl class=\"facts\">\n");
        for fact in facts {
            self.out.push_str("<div><dt>");
            self.inlines(&fact.label);
            self.out.push_str("</dt><dd>");
            let around = std::mem::replace(&mut self.label, letters(&fact.label));
            self.entry(&fact.value);
            self.label = around;
            self.out.push_str("</dd></div>\n");
        }
        self.out.push_str("</dl>\n");
    }

    /// A table. Each cell carries its column's words, because a narrow screen shows rows as cards.
    fn table<A: Audience>(&mut self, columns: &[Vec<Inline<A>>], rows: &[Vec<Vec<Inline<A>>>]) {
        self.out.push_str(&format!("<div class=\"table of-{}\"><table><thead><tr>", columns.len()));
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
                    self.out.push_str(&format!("<td data-label=\"{}\">", self.quoted(&label)));
                }
                self.inlines(cell);
                self.out.push_str(if i == 0 { "</th>" } else { "</td>" });
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody></table></div>\n");
    }

    fn contact<A: Audience>(&mut self, contact: &Contact<A>) {
        self.out.push_str(&format!(
            "<div class=\"contact\" role=\"group\" aria-label=\"{}\">\n",
            self.quoted(&letters(&contact.name))
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

    fn rating<A: Audience>(&mut self, rating: &Rating<A>) {
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

    fn quote<A: Audience>(&mut self, blocks: &[Block<A>], by: &[Inline<A>]) {
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

    fn picture<A: Audience>(&mut self, file: &str, description: &[Inline<A>], caption: &[Inline<A>]) {
        let Some(attributes) = self.around.picture(file) else { return };
        self.out.push_str("<figure class=\"picture\">");
        let words = [("alt", letters(description))];
        let attributes = attributes.into_iter().chain(words);
        self.void("img", attributes);
        if !caption.is_empty() {
            self.out.push_str("<figcaption>");
            self.inlines(caption);
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("</figure>\n");
    }

    fn inlines<A: Audience>(&mut self, inlines: &[Inline<A>]) {
        for inline in inlines {
            match inline {
                Inline::Words(words) => self.words(words),
                Inline::Strong { words } => {
                    self.out.push_str("<strong>");
                    self.inlines(words);
                    self.out.push_str("</strong>");
                }
                Inline::Link { to, words } => self.link(to, words),
                Inline::Break => self.void("br", []),
            }
        }
    }

    /// A run of words; with a tag where they are in another language than what surrounds them, or turn another way: a number after
    /// a name that is read from right to left stays after it.
    fn words<A: Audience>(&mut self, words: &Words<A>) {
        if let Some(language) = words.language() {
            self.out.push_str(&format!("<span lang=\"{}\">", language.tag()));
        }
        let mut at = 0;
        for turned in turned_words(&words.text) {
            self.letters(&words.text[at..turned.start]);
            self.out.push_str("<bdi>");
            self.letters(&words.text[turned.clone()]);
            self.out.push_str("</bdi>");
            at = turned.end;
        }
        self.letters(&words.text[at..]);
        if words.language().is_some() {
            self.out.push_str("</span>");
        }
    }

    /// The words of an address, which may be longer than a line: it breaks where its parts meet, never inside a word.
    fn address(&mut self, shown: &str) {
        for (i, part) in shown.split_inclusive(['@', '/']).enumerate() {
            if i > 0 {
                self.void("wbr", []);
            }
            self.letters(part);
        }
    }

    /// A link; plain words where it would lead nowhere.
    fn link<A: Audience>(&mut self, to: &Target, words: &[Inline<A>]) {
        let (href, class) = match to {
            Target::Page { id, anchor } => (self.around.page(id, anchor), ""),
            Target::Paper { file } => (self.around.paper(file), " class=\"paper\""),
            Target::Phone { .. } | Target::Email { .. } | Target::Web { .. } => (self.around.outside(to), ""),
        };
        match href {
            Some(href) => {
                let shown = letters(words);
                let address = matches!(to, Target::Email { .. } | Target::Web { .. }) && is_address(&shown);
                let class = if address { " class=\"address\"" } else { class };
                self.out.push_str(&format!("<a{class} href=\"{}\">", self.quoted(&href)));
                match to {
                    Target::Paper { .. } => self.form(&shown, words),
                    _ if address => self.address(&shown),
                    _ => self.inlines(words),
                }
                self.out.push_str("</a>");
            }
            None => self.inlines(words),
        }
    }

    /// The words of a link to a paper. Beside the paper's own name they need not say it again to those who see it there; whoever
    /// hears one link without the others hears it.
    fn form<A: Audience>(&mut self, shown: &str, words: &[Inline<A>]) {
        let form = shown.strip_prefix(&self.label).and_then(|rest| rest.strip_prefix(", "));
        let Some(form) = form.filter(|_| !self.label.is_empty()) else { return self.inlines(words) };
        let name = self.quoted(&format!("{}, ", self.label));
        self.out.push_str(&format!("<span class=\"unseen\">{name}</span>"));
        let first = form.chars().next().map_or(0, char::len_utf8);
        self.letters(&form[..first].to_uppercase());
        self.letters(&form[first..]);
    }
}

#[cfg(test)]
mod tests;
