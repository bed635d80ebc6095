//! From running text to reviews: what is found in a statement, and in a home as it is composed, less what notes take out.
//!
//! Comes from: `prose` and `statement`. Goes to: `sieve`, and then to `say`.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};

use super::notes::Notes;
use super::{Review, Shelf, once};
use crate::prose::Prose;
use crate::rulebook::Rulebook;
use crate::source::Sources;
use crate::wording::check;
use crate::wording::own::{self, Off, OwnWords};

/// A home as it was judged, before its notes were looked at.
#[derive(Debug)]
pub struct JudgedHome {
    /// The rules that do not count in it.
    pub off: Vec<Off>,
    /// Its texts, each with what was found.
    pub reviews: Vec<Review>,
}

/// A statement with its findings, less those that a note beside them takes out.
#[must_use]
pub fn statement(prose: Prose, own: &OwnWords, rulebook: &Rulebook) -> Review {
    let remarks = check(&prose, rulebook, own);
    let mut notes = Notes::of_text(&prose);
    let mut review = [Review::new(prose, &remarks, rulebook, None)];
    notes.apply(&mut review);
    // What a statement's own list leaves out is for all its neighbours: whether one needs it says nothing.
    Notes::of_home(Utf8Path::new(own::FILE), &own.off).apply(&mut review);
    let [mut review] = review;
    review.advice.extend(notes.remain(rulebook));
    review
}

/// Everything that is read of a home, judged. `shelf` holds the files that its words come from.
#[must_use]
pub fn home(texts: Vec<Prose>, own: OwnWords, rulebook: &Rulebook, shelf: &Shelf<'_>) -> JudgedHome {
    let judged = |prose: Prose| {
        let remarks = check(&prose, rulebook, &own);
        Review::new(prose, &remarks, rulebook, Some(shelf))
    };
    let reviews = texts.into_iter().map(judged).collect();
    JudgedHome { off: own.off, reviews }
}

/// Homes that share their sources: takes out what notes cover and what was said before, and says what there is to say about the
/// notes.
#[must_use]
pub fn homes(mut homes: Vec<JudgedHome>, sources: &Sources, rulebook: &Rulebook) -> Vec<Review> {
    let mut about: Vec<Notes> = off_notes(sources, &mut homes);
    let mut reviews: Vec<Review> = homes.into_iter().flat_map(|home| home.reviews).collect();
    for (_, source) in sources.iter() {
        let mut notes = Notes::of_source(&source.path, &source.letters);
        notes.apply(&mut reviews);
        about.push(notes);
    }
    once(&mut reviews);
    let mut by_file: BTreeMap<Utf8PathBuf, Review> = BTreeMap::new();
    for advice in about.iter().flat_map(|notes| notes.remain(rulebook)) {
        let path = advice.path.clone();
        let prose = Prose { path: path.clone(), ..Prose::default() };
        by_file.entry(path).or_insert_with(|| Review { prose, advice: Vec::new() }).advice.push(advice);
    }
    reviews.extend(by_file.into_values());
    reviews
}

/// Takes out what homes leave out as a whole. A list that several homes share needs to be of use to one of them.
fn off_notes(sources: &Sources, homes: &mut [JudgedHome]) -> Vec<Notes> {
    let mut every: Vec<Off> = homes.iter().flat_map(|home| home.off.clone()).collect();
    every.sort_by_key(|off| off.span);
    every.dedup_by_key(|off| off.span);
    let mut out = Vec::new();
    for off in every {
        let path = sources.get(off.span.file).map(|source| source.path.clone()).unwrap_or_default();
        let mut notes = Notes::of_home(&path, std::slice::from_ref(&off));
        homes.iter_mut().filter(|home| home.off.contains(&off)).for_each(|home| notes.apply(&mut home.reviews));
        out.push(notes);
    }
    out
}
