//! A page of a home's website: what is read on it, and how the menu names it.

use crate::document::Document;
use crate::name::Address;
use crate::text::Public;

/// The page that lists what the other pages are about: it is made when these are known.
pub const A_TO_Z: &str = "a-to-z";
/// The page for an address that leads nowhere.
pub const NOT_FOUND: &str = "not-found";

/// A page of a website.
#[derive(Debug, Clone)]
pub struct Page {
    /// What is read on it.
    pub document: Document<Public>,
    /// Where it lies in the website.
    pub address: Address,
    /// Its address before it had a plain one, where somebody can have a link to that.
    pub formerly: Option<String>,
    /// Its group in the menu.
    pub group: Option<String>,
    /// Its short name in the menu.
    pub label: String,
    /// The drawing at its head.
    pub drawing: Option<String>,
    /// Whether its parts are folded: it is long, and there to look something up in.
    pub folded: bool,
}

impl Page {
    /// Its id: the name of its file without the ending.
    #[must_use]
    pub fn id(&self) -> &str {
        self.address.as_str()
    }
}

/// The file of a page without its ending, from the site's first folder. Hosts look for the page for addresses that lead nowhere
/// under a name of its own.
#[must_use]
pub fn stem(address: &Address) -> &str {
    if *address == NOT_FOUND { "404" } else { address.as_str() }
}
