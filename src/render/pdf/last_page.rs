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

/// What else is tried, in shares of the usual: a little less or more first.
pub(super) const OTHERS: [f64; 9] = [0.93, 0.86, 1.08, 0.79, 1.16, 0.72, 1.25, 0.6, 1.4];

/// About how much of a page is air between its parts.
const AIR: f64 = 0.2;

/// What a last page holds at least, as a share of the page.
const LEAST: f64 = 1.0 / 3.0;

/// Where the theme says how far down the last page its words go, as a share of the page from 0 to 1.
const MARK: &str = "last-page";

/// Whether a paper ends well: on its only page, on a page that holds enough, or in a way of its own, where the theme says nothing.
pub(super) fn is_enough(paper: &PagedDocument) -> bool {
    paper.pages().len() < 2 || share(paper).is_none_or(|share| share >= LEAST)
}

/// What else is tried for a paper that does not end well, the likeliest first: with the air that pulls its last lines back to the page
/// before or pushes enough after them, or just past that. A long paper needs hardly another air for it, a short one much.
pub(super) fn others(paper: &PagedDocument) -> Vec<f64> {
    likeliest(paper.pages().len(), share(paper).unwrap_or_default())
}

fn likeliest(pages: usize, share: f64) -> Vec<f64> {
    let before = u32::try_from(pages.saturating_sub(1).max(1)).unwrap_or(u32::MAX);
    let whole = AIR * f64::from(before);
    let (less, more) = (1.0 - share / whole, 1.0 + (LEAST - share) / whole);
    // Of two as likely, the one that saves a page.
    let past = |air: f64| match (less - air, air - more) {
        (past, _) if past >= 0.0 => past / 2.0,
        (_, past) if past >= 0.0 => past,
        (short, other) => 1.0 - short.max(other),
    };
    let mut airs = OTHERS.to_vec();
    airs.sort_by(|one, other| past(*one).total_cmp(&past(*other)));
    airs
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_paper_is_tried_with_hardly_another_air_and_a_short_one_with_much() {
        assert_eq!(likeliest(30, 0.1)[..2], [0.93, 1.08]);
        assert_eq!(likeliest(3, 0.1)[..1], [0.72]);
        assert_eq!(likeliest(4, 0.3)[..1], [1.08]);
        // Where nothing is likely, what comes nearest is tried first, and all of it is.
        assert_eq!(likeliest(2, 0.2)[..1], [1.4]);
        assert_eq!(likeliest(2, 0.2).len(), OTHERS.len());
    }
}
