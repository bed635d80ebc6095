//! Where a home's pages and papers lead to outside: homepack opens none of it, so somebody looks whether each still leads where it should.

use std::collections::BTreeMap;

use super::{Spot, spot};
use crate::document::{Document, Inline, Target};
use crate::source::Sources;
use crate::text::{Public, Span, THEME};

/// A link that leads out of the house.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// Where it leads.
    pub address: String,
    /// The line of the home's files that says it; none where it is put together from what is known of the country.
    pub place: Option<Spot>,
    /// The page or paper it stands on.
    pub page: String,
}

/// Every address once for each place that says it.
pub(super) fn links<'a>(documents: impl Iterator<Item = &'a Document<Public>>, sources: &Sources) -> Vec<Link> {
    let mut found: BTreeMap<(String, Option<Spot>), String> = BTreeMap::new();
    for document in documents {
        document.each_line(&mut |line| {
            in_line(line, &mut |address, from| {
                let place = from.map(|span| spot(Span { width: 1, ..span }, sources));
                found.entry((address.to_owned(), place)).or_insert_with(|| document.id.clone());
            });
        });
    }
    // What a page of ours puts together has no line; where the home says the same address itself, that is enough.
    let said: Vec<String> = found.keys().filter(|(_, place)| place.is_some()).map(|(to, _)| to.clone()).collect();
    found.retain(|(address, place), _| place.is_some() || !said.contains(address));
    found.into_iter().map(|((address, place), page)| Link { address, place, page }).collect()
}

fn in_line(line: &[Inline<Public>], told: &mut impl FnMut(&str, Option<Span>)) {
    for piece in line {
        match piece {
            Inline::Link { to: Target::Web { address }, words } => told(address, place(words)),
            Inline::Link { words, .. } | Inline::Strong { words } => in_line(words, told),
            Inline::Words(_) | Inline::Break => {}
        }
    }
}

/// The line of the home's own files that a link's words come from.
fn place(words: &[Inline<Public>]) -> Option<Span> {
    words.iter().find_map(|piece| match piece {
        Inline::Words(run) => run.from.fact.or(run.from.said.filter(|span| span.file < THEME)),
        Inline::Strong { words } | Inline::Link { words, .. } => place(words),
        Inline::Break => None,
    })
}
