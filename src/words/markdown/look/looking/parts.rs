//! Parts of Markdown that are shown in one way and written in several: boxes, code, HTML, links, pictures.

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, LinkType};

use super::{Looking, Open};
use crate::words::markdown::look::{Leading, html};

impl Looking<'_> {
    pub(super) fn alert(&mut self, kind: BlockQuoteKind, at: usize) {
        let name = match kind {
            BlockQuoteKind::Note => "NOTE",
            BlockQuoteKind::Tip => "TIP",
            BlockQuoteKind::Important => "IMPORTANT",
            BlockQuoteKind::Warning => "WARNING",
            BlockQuoteKind::Caution => "CAUTION",
        };
        let what = format!("“[!{name}]” would not be shown");
        let help = "Write a heading of its own: “## Please note {.in-short}”, and the words under it.";
        self.look.sign(self.markdown, at, what, help);
        // The line that says so is told; the words after it are read like any others.
        let end = self.markdown[at..].find(']').map_or(at, |end| at + end);
        self.accounted.cover(at..end);
    }

    pub(super) fn code_block(&mut self, kind: &CodeBlockKind<'_>, range: Range<usize>) {
        self.accounted.cover(range.clone());
        let block = self.markdown[range.clone()].trim();
        match kind {
            CodeBlockKind::Indented => {
                let what =
                    "lines that begin with four spaces, or with a tab, are shown just as they stand, signs and all";
                self.look.sign(self.markdown, range.start, what, "Begin them further to the left.");
            }
            CodeBlockKind::Fenced(_) => {
                let fence: String = block.chars().take_while(|c| *c == '`' || *c == '~').collect();
                let last = block.lines().skip(1).last().unwrap_or_default().trim_start_matches([' ', '>']).trim_end();
                if !(last.starts_with(&fence) && last.chars().all(|c| fence.contains(c))) {
                    let what = format!("“{fence}” opens here and is never closed");
                    let help = format!(
                        "Write “{fence}” on a line of its own after the words that are to be shown just as they stand."
                    );
                    self.look.sign(self.markdown, range.start, what, help);
                }
            }
        }
    }

    pub(super) fn html_block(&mut self, words: &str, range: Range<usize>) {
        self.accounted.cover(range.clone());
        self.begun();
        if let Some((what, help)) = html::block(words).filter(|_| !self.told_html) {
            self.look.sign(self.markdown, range.start, what, help);
            self.told_html = true;
        }
    }

    pub(super) fn inline_html(&mut self, tag: &str, range: Range<usize>) {
        self.accounted.cover(range.clone());
        self.line.other();
        if let Some((what, help)) = html::inline(tag) {
            self.look.sign(self.markdown, range.start, what, help);
        }
    }

    pub(super) fn link(&mut self, kind: LinkType, address: &str, title: &str, name: &str, range: Range<usize>) {
        let written = &self.markdown[range.clone()];
        let (line, column) = self.look.places.of(self.markdown, range.start);
        match kind {
            LinkType::Inline => {
                let words = written.rfind("](").unwrap_or(written.len());
                self.accounted.cover(range.start + words..range.end);
            }
            LinkType::Reference | LinkType::Collapsed => {
                self.used.insert(name.to_lowercase());
                let words = written.rfind("][").unwrap_or(written.len());
                self.accounted.cover(range.start + words..range.end);
            }
            LinkType::Shortcut => {
                self.used.insert(name.to_lowercase());
            }
            _ => self.accounted.cover(range.clone()),
        }
        let address = if kind == LinkType::Email { format!("mailto:{address}") } else { address.to_owned() };
        if written.starts_with("[](") {
            let help = "Write words between the square brackets that say where it leads.";
            self.look.sign(self.markdown, range.start, "nobody would see this link: it has no words", help);
        }
        if kind == LinkType::Autolink && address.starts_with("page:") {
            let help = format!("Write words before it: [Visiting us]({address}).");
            self.look.sign(self.markdown, range.start, "this would be shown as it stands", help);
        }
        if !title.is_empty() {
            let what = "the words in quotation marks behind this address would not be shown";
            self.look.mild_sign(self.markdown, range.start, what, "Say it in the sentence itself.");
        }
        self.look.links.push(Leading { address, line, column });
    }

    pub(super) fn picture(&mut self, kind: LinkType, address: &str, title: &str, range: Range<usize>) {
        let at = range.start;
        let words = !self.markdown[range.clone()].starts_with("![]");
        self.accounted.cover(range);
        if words && kind == LinkType::Inline || !title.is_empty() {
            let what = "these words about the picture would not be shown";
            let help = "What a photograph shows, and the words under it, stand in photos.yaml.";
            self.look.mild_sign(self.markdown, at, what, help);
        }
        if kind != LinkType::Inline {
            let what = "a picture is named where it stands, and not further down";
            self.look.sign(self.markdown, at, what, format!("Write ![]({address})."));
        }
        let inside = |wanted: Open| self.open.contains(&wanted);
        if address.starts_with("drawing:") {
            if self.open.last() != Some(&Open::Point) && self.open.iter().rev().nth(1) != Some(&Open::Point) {
                let help = "Begin every point of a list with one: “- ![](drawing:telephone) Ring us.”";
                self.look.sign(self.markdown, at, "a drawing that stands here would not be shown", help);
            } else if let Some(list) = self.lists.last_mut() {
                list.drawings.push(at);
            }
        } else if inside(Open::Line) {
            let help = "Give it a paragraph of its own.";
            self.look.sign(
                self.markdown,
                at,
                "a picture that stands in a heading, a table or a link would not be shown",
                help,
            );
        }
    }
}
