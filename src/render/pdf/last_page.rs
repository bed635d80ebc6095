//! How full a paper's last page is, and how much air between its parts is tried until it holds enough: a page with two lines on it
//! looks like a mistake, and somebody prints, folds and carries it.
//!
//! Only the space between parts gives, never the size of print or the space from line to line.

use typst::foundations::{Label, Value};
use typst::introspection::Introspector as _;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

/// The usual air between parts.
pub(super) const USUAL: f64 = 1.0;

/// What else is tried, in shares of the usual, in this order.
pub(super) const OTHERS: [f64; 9] = [0.93, 0.86, 1.08, 0.79, 1.16, 0.72, 1.25, 0.6, 1.4];

/// What a last page holds at least, as a share of the page.
const LEAST: f64 = 1.0 / 3.0;

/// Where the theme says how far down the last page its words go, as a share of the page from 0 to 1.
const MARK: &str = "last-page";

/// Whether a paper ends well: on its only page, on a page that holds enough, or in a way of its own, where the theme says nothing.
pub(super) fn is_enough(paper: &PagedDocument) -> bool {
    paper.pages().len() < 2 || share(paper).is_none_or(|share| share >= LEAST)
}

/// How far down its last page a paper's words go.
fn share(paper: &PagedDocument) -> Option<f64> {
    let label = Label::new(PicoStr::intern(MARK))?;
    let mark = paper.introspector().query_label(label).ok()?;
    match mark.get_by_name("value").ok()? {
        Value::Float(share) => Some(share),
        _ => None,
    }
}
