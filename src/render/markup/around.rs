//! How markup is spelt, and what lies around the words of one file.

use crate::document::Target;

/// How markup is spelt: the few ways in which two languages differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// As browsers read a page: `<br>`.
    Html,
    /// As XML wants it: `<br/>`, and none of the control characters that XML cannot hold.
    Xml,
}

/// What lies around the words of one file, as its format knows it. Where a format says nothing, words lead nowhere and nothing is shown.
pub trait Around {
    /// How the file is spelt.
    fn spelling(&self) -> Spelling;
    /// Where a page lies, or a section of it, from the file being written; none where there is no such page.
    fn page(&self, _id: &str, _anchor: &str) -> Option<String> {
        None
    }
    /// Where a paper lies; none where there are no papers to lead to.
    fn paper(&self, _file: &str) -> Option<String> {
        None
    }
    /// Where a number to ring, an email address or somebody else's page leads; none where the file leads nowhere else.
    fn outside(&self, to: &Target) -> Option<String> {
        match to {
            Target::Phone { number } => Some(format!("tel:{number}")),
            Target::Email { address } => Some(format!("mailto:{address}")),
            Target::Web { address } => Some(address.clone()),
            Target::Page { .. } | Target::Paper { .. } => None,
        }
    }
    /// Whether the file's main parts are folded, each under its heading.
    fn folds(&self) -> bool {
        false
    }
    /// The drawing of a name, as SVG; none where it is not shown.
    fn drawing(&self, _name: &str) -> Option<String> {
        None
    }
    /// The attributes of a photograph, all but its words; none where it is not shown.
    fn picture(&self, _file: &str) -> Option<Vec<(&'static str, String)>> {
        None
    }
}

/// Letters as they can stand in HTML, also between quotation marks.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text, Spelling::Html);
    out
}

/// The letters of a text as they can stand in markup, also between quotation marks.
pub(super) fn push_escaped(out: &mut String, text: &str, spelling: Spelling) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if spelling == Spelling::Xml && !can_stand_in_xml(c) => {}
            c => out.push(c),
        }
    }
}

/// Whether XML can hold a character at all.
fn can_stand_in_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
}
