//! The photographs that stand on pages, in every size they are shown in.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::Bench;
use crate::compose::Troubles;
use crate::compose::page::Page;
use crate::document::Block;
use crate::finding::Finding;
use crate::photograph::{self, Size};

/// Each photograph of some pages by its file. One that cannot be read is a mistake of the home's.
pub(super) fn photographs(bench: &Bench<'_>, pages: &[Page], troubles: &mut Troubles) -> BTreeMap<String, Vec<Size>> {
    let original = |file: &String| bench.sources.picture(&bench.place.folder.join(file));
    let wanted: Vec<String> = wanted(pages).into_iter().collect();
    let there: Vec<(&String, &[u8])> = wanted.iter().filter_map(|file| Some((file, original(file)?))).collect();
    // Several large ones at once would take all of the machine's memory.
    let (heavy, light): (Vec<_>, Vec<_>) = there.into_iter().partition(|(_, bytes)| photograph::is_heavy(bytes));
    let mut read: Vec<_> = light.par_iter().map(|(file, bytes)| (*file, photograph::sizes(bytes))).collect();
    read.extend(heavy.iter().map(|(file, bytes)| (*file, photograph::sizes(bytes))));
    let mut out = BTreeMap::new();
    for (file, sizes) in read {
        match sizes {
            Ok(sizes) => {
                out.insert(file.clone(), sizes);
            }
            Err(trouble) => {
                let named = bench.desk.home.photographs.photos.iter().find(|photo| file.ends_with(&photo.file.id));
                let span = named.map(|photo| photo.file.span).unwrap_or_default();
                troubles.findings.push(Finding::error(span, trouble.what(), trouble.help()));
            }
        }
    }
    out
}

/// The files of the photographs on some pages.
fn wanted(pages: &[Page]) -> BTreeSet<String> {
    let mut wanted = BTreeSet::new();
    for page in pages {
        page.document.each_block(&mut |block| {
            if let Block::Picture { file, .. } = block {
                wanted.insert(file.clone());
            }
        });
    }
    wanted
}
