//! Two names for one thing: a reader wonders whether they are two things.

use rustc_hash::FxHashMap;

use super::known::Known;
use super::seen::{Seen, Spot};
use crate::english::tokens::Shape;
use crate::prose::Prose;
use crate::remark::Remark;
use crate::rulebook::vocabulary::WordId;

/// The rule, and what each thing was called so far.
pub(super) struct Names<'a> {
    known: Option<Known<'a>>,
    /// The names that begin with a word: the thing, the name, its words.
    begin: FxHashMap<WordId, Vec<(usize, usize, &'a [WordId])>>,
    /// How often each name of each thing was met, and where first.
    met: Vec<Vec<(usize, Option<Spot>)>>,
}

impl<'a> Names<'a> {
    pub(super) fn new(known: impl Fn(&str) -> Option<Known<'a>>) -> Self {
        let known = known("names-two");
        let mut begin: FxHashMap<WordId, Vec<(usize, usize, &[WordId])>> = FxHashMap::default();
        let things = known.map_or(&[][..], |known| &known.data().names);
        for (thing, names) in things.iter().enumerate() {
            for (name, called) in names.iter().enumerate() {
                for words in &called.words {
                    begin.entry(words[0]).or_default().push((thing, name, words));
                }
            }
        }
        let met = things.iter().map(|names| names.iter().map(|_| (0, None)).collect()).collect();
        Self { known, begin, met }
    }

    pub(super) fn passage(&mut self, seen: &Seen<'_>) {
        for sentence in seen.sentences {
            for at in sentence.tokens.clone() {
                let token = seen.tokens[at];
                if token.word == 0 || token.quoted {
                    continue;
                }
                let Some(names) = self.begin.get(&token.word) else { continue };
                for (thing, name, words) in names {
                    let end = at + words.len();
                    let all = end <= sentence.tokens.end
                        && seen.tokens[at..end].iter().zip(*words).all(|(token, word)| token.word == *word);
                    // “the Service User Guide” is its title.
                    let title =
                        seen.tokens[at..end.min(sentence.tokens.end)].iter().all(|token| token.shape == Shape::Capital)
                            && seen.tokens.get(end).is_some_and(|next| next.shape == Shape::Capital);
                    if all && !title {
                        let met = &mut self.met[*thing][*name];
                        met.0 += 1;
                        met.1.get_or_insert_with(|| seen.place(seen.bytes(at..end), sentence));
                    }
                }
            }
        }
    }

    /// Every name that is rarer than another of the same thing.
    pub(super) fn end(self, prose: &Prose, out: &mut Vec<Remark<'a>>) {
        let Some(known) = self.known else { return };
        for (met, names) in self.met.into_iter().zip(&known.data().names) {
            let most = (0..met.len()).rev().max_by_key(|at| met[*at].0).unwrap_or(0);
            for (at, (_, first)) in met.into_iter().enumerate() {
                if let (Some(place), true) = (first, at != most) {
                    let text = &prose.passages[place.passage].text;
                    let mut remark = known.remark(text, place);
                    remark.suggestion = format!("{} Most often you write “{}”.", remark.suggestion, names[most].name);
                    out.push(remark);
                }
            }
        }
    }
}
