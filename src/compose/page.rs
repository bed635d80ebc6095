//! A page of a home's website: what is read on it, and how the menu names it.

use crate::document::Document;
use crate::text::Public;

/// A page of a website.
#[derive(Debug, Clone)]
pub struct Page {
    /// What is read on it.
    pub document: Document<Public>,
    /// Its group in the menu.
    pub group: Option<String>,
    /// Its short name in the menu.
    pub label: String,
    /// The drawing at its head.
    pub drawing: Option<String>,
}

impl Page {
    /// Its id: the name of its file without the ending.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.document.id
    }
}
