//! Headings and blocks, as they follow each other, into sections that lie in each other.

use std::collections::BTreeMap;

use crate::document::{Block, Inline, Panel, Section, all_letters};
use crate::text::Audience;

/// Puts sections under each other and drops what is empty.
pub(super) struct Builder<A: Audience> {
    /// The level of the last heading; the title's to begin with.
    pub(super) level: u8,
    blocks: Vec<Block<A>>,
    open: Vec<Section<A>>,
    done: Vec<Section<A>>,
    anchors: BTreeMap<String, u32>,
}

impl<A: Audience> Builder<A> {
    /// Nothing but a title so far.
    pub(super) fn new() -> Self {
        Self { level: 1, blocks: Vec::new(), open: Vec::new(), done: Vec::new(), anchors: BTreeMap::new() }
    }

    pub(super) fn heading(&mut self, level: u8, heading: Vec<Inline<A>>, panel: Panel) {
        let depth = usize::from(level.clamp(2, 3)) - 2;
        self.close(depth.min(self.open.len()));
        self.level = level;
        let anchor = self.anchor(&all_letters(&heading));
        self.open.push(Section { anchor, heading, panel, blocks: Vec::new(), sections: Vec::new() });
    }

    pub(super) fn block(&mut self, block: Block<A>) {
        match self.open.last_mut() {
            Some(section) => section.blocks.push(block),
            None => self.blocks.push(block),
        }
    }

    /// Closes sections until only `depth` are open.
    fn close(&mut self, depth: usize) {
        while self.open.len() > depth {
            let section = self.open.pop().expect("one is open");
            if section.blocks.is_empty() && section.sections.is_empty() {
                continue;
            }
            match self.open.last_mut() {
                Some(parent) => parent.sections.push(section),
                None => self.done.push(section),
            }
        }
    }

    /// A place for links: the heading's letters, with a number where two are alike.
    fn anchor(&mut self, heading: &str) -> String {
        let slug = slug(heading);
        let count = self.anchors.entry(slug.clone()).or_insert(0);
        *count += 1;
        if *count == 1 { slug } else { format!("{slug}-{count}") }
    }

    pub(super) fn finish(mut self) -> (Vec<Block<A>>, Vec<Section<A>>) {
        self.close(0);
        (self.blocks, self.done)
    }
}

/// Letters as they can stand in an address: small, plain, with hyphens.
pub(super) fn slug(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars().filter(|c| !matches!(c, '’' | '\'' | '‘')) {
        match c.to_ascii_lowercase() {
            c if c.is_ascii_alphanumeric() => out.push(c),
            _ if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            _ => {}
        }
    }
    let slug = out.trim_end_matches('-');
    if slug.is_empty() { "part".to_owned() } else { slug.to_owned() }
}
