//! Links whose words say nothing to somebody who hears them one after another.

use super::known::Known;
use super::seen::Seen;
use crate::remark::Remark;

/// The rules about links.
pub(super) struct Links<'a> {
    words: Option<Known<'a>>,
    address: Option<Known<'a>>,
}

impl<'a> Links<'a> {
    pub(super) fn new(known: impl Fn(&str) -> Option<Known<'a>>) -> Self {
        Self { words: known("links-words"), address: known("links-address") }
    }

    pub(super) fn passage(&self, seen: &Seen<'_>, out: &mut Vec<Remark<'a>>) {
        for link in &seen.passage.links {
            let text = &seen.passage.text;
            let letters = text.get(link.clone()).unwrap_or_default();
            let says_nothing = |known: &Known<'_>| {
                let small = letters.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
                known.data().phrases.contains(&small)
            };
            let long = |known: &Known<'_>| is_address(letters) && letters.chars().count() > known.count("longest");
            let known = self.words.filter(says_nothing).or_else(|| self.address.filter(long));
            let sentence = seen.sentences.get(seen.sentences.partition_point(|one| one.bytes.end <= link.start));
            if let (Some(known), Some(sentence)) = (known, sentence) {
                out.push(known.remark(text, seen.place(link.clone(), sentence)));
            }
        }
    }
}

/// Whether it is an address of the web as a machine writes it.
fn is_address(letters: &str) -> bool {
    ["http://", "https://", "www."].iter().any(|start| letters.starts_with(start)) && !letters.contains(' ')
}
