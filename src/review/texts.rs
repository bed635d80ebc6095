//! Everything that is read of a home, as running text.

use crate::document::Document;
use crate::make::Documents;
use crate::prose::{Prose, composed};

/// A home's pages, its papers in one print each, and its notice board. Each text has the home's name before its own.
#[must_use]
pub fn of_home(documents: &Documents, name: &str) -> Vec<Prose> {
    let named = |inside: &str| format!("{name}/{inside}");
    let mut texts: Vec<Prose> = Vec::new();
    for page in &documents.pages {
        texts.push(composed::document(named(&format!("{}.html", page.id())), &page.document));
    }
    let mut last = "";
    for paper in &documents.papers {
        // The same words in another print are the same words.
        if paper.id != std::mem::replace(&mut last, paper.id.as_str()) {
            let document = &paper.paper.document;
            let cover = Document { blocks: paper.paper.cover.clone(), sections: Vec::new(), ..document.clone() };
            texts.push(composed::document(named(&format!("papers/{}", paper.id)), document));
            texts.push(composed::document(named(&format!("papers/{}, first page", paper.id)), &cover));
        }
    }
    texts.push(composed::lines(named("the notice board"), &documents.notices));
    texts
}
