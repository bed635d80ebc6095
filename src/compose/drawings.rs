//! The line drawings that a document's rows stand beside, as a paper takes them along.

use std::collections::BTreeMap;

use crate::document::{Block, Document};
use crate::text::Audience;
use crate::theme::Theme;

/// Every drawing of a document by name, in a colour. One that the theme does not have is left out: its row stands without it.
pub(super) fn of<A: Audience>(document: &Document<A>, theme: &Theme, colour: &str) -> BTreeMap<String, String> {
    let mut drawings = BTreeMap::new();
    document.each_block(&mut |block| {
        if let Block::Pictured { rows } = block {
            for row in rows {
                if let Ok(drawing) = theme.letters(&format!("website/drawings/{}.svg", row.drawing)) {
                    drawings.insert(row.drawing.clone(), drawing.replace("currentColor", colour));
                }
            }
        }
    });
    drawings
}
