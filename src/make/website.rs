//! A home's website: its pages, which are told how long the papers are, and their files.

use std::collections::BTreeMap;

use super::photographs::photographs;
use super::{Bench, SITE, Workshop, remarks};
use crate::compose::page::Page;
use crate::compose::website;
use crate::compose::{Desk, Troubles};
use crate::document::Inline;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::home::Home;
use crate::name::Address;
use crate::paper::Printed;
use crate::photograph::Size;
use crate::render::website::{Entry, Look, Site, file, group};
use crate::render::{FileFormat, InFormat, Makes, Rendered, Tools};
use crate::text::Public;

/// A home's website.
#[derive(Debug)]
pub struct Website {
    /// Its pages.
    pub pages: Vec<Page>,
    /// What there is to say of them.
    pub remarks: Vec<Finding>,
    /// Its files.
    pub files: Vec<InFormat<Public>>,
}

/// Makes the pages of a home in some formats. `printed` are the papers as they were made: pages name each with its length.
///
/// # Errors
/// A fault of the theme's templates. What is wrong with the home's own words and photographs is among the troubles.
pub fn pages(
    bench: &Bench<'_>,
    tools: &Tools,
    formats: &[&'static FileFormat],
    printed: &[Printed],
    troubles: &mut Troubles,
) -> Result<Website, Failure> {
    let pages = website::pages(&bench.desk, printed, troubles);
    let remarks = remarks(&bench.desk, &pages);
    let photographs = photographs(bench, &pages, troubles);
    let notices = website::notices(&bench.desk);
    let site = site(&bench.desk, &pages, &notices, &photographs);
    let mut made = Vec::new();
    for format in formats {
        for makes in format.makes {
            let Makes::Website(maker) = makes else { continue };
            let inside = |file: Rendered<_>| Rendered::public(format!("{SITE}/{}", file.path), file.bytes);
            made.push(InFormat { format, files: maker(site, tools)?.into_iter().map(inside).collect() });
        }
    }
    Ok(Website { pages, remarks, files: made })
}

/// Composed pages with all that stands around them.
#[must_use]
pub fn site<'a>(
    desk: &Desk<'a>,
    pages: &'a [Page],
    notices: &'a [Vec<Inline<Public>>],
    photographs: &'a BTreeMap<String, Vec<Size>>,
) -> Site<'a> {
    Site { home: desk.home, pages, notices, photographs, theme: desk.theme, profile: desk.profile }
}

/// The page that leads to every home of a group: each with the folder that its output lies in.
///
/// # Errors
/// A fault of the theme's template.
pub fn front_page(homes: &[(&Home, &str)], workshop: &Workshop, look: &Look) -> Result<String, Failure> {
    let entries = homes.iter().map(|(home, folder)| Entry {
        home,
        profile: home.profile(&workshop.profiles),
        href: format!("{folder}/{SITE}/{}", file(&Address::front())),
    });
    group(&entries.collect::<Vec<_>>(), &workshop.theme, look)
}
