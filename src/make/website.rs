//! A home's website: its pages, which are told how long the papers are, and their files.

use std::collections::BTreeMap;

use super::photographs::photographs;
use super::{Bench, Tools, Workshop, remarks};
use crate::compose::website::{self, Page};
use crate::compose::{Desk, Troubles};
use crate::document::Inline;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::home::Home;
use crate::paper::Printed;
use crate::photograph::Size;
use crate::render::Rendered;
use crate::render::website::{Entry, Look, Site, group, render};
use crate::text::Public;

/// A home's website.
pub struct Website {
    /// Its pages.
    pub pages: Vec<Page>,
    /// What there is to say of them.
    pub remarks: Vec<Finding>,
    /// Its files, below the site's first folder.
    pub files: Vec<Rendered<Public>>,
}

/// Makes the pages of a home. `printed` are the papers as they were set: pages name each with its length.
///
/// # Errors
/// A fault of the theme's templates. What is wrong with the home's own words and photographs is among the troubles.
pub fn pages(
    bench: &Bench<'_>,
    tools: &Tools,
    printed: &[Printed],
    troubles: &mut Troubles,
) -> Result<Website, Failure> {
    let pages = website::pages(&bench.desk, printed, troubles);
    let remarks = remarks(&bench.desk, &pages);
    let photographs = photographs(bench, &pages, troubles);
    let files = site(&bench.desk, &pages, &website::notices(&bench.desk), &photographs, &tools.look)?;
    Ok(Website { pages, remarks, files })
}

/// The files of composed pages.
///
/// # Errors
/// A fault of the theme's templates.
pub fn site(
    desk: &Desk<'_>,
    pages: &[Page],
    notices: &[Vec<Inline<Public>>],
    photographs: &BTreeMap<String, Vec<Size>>,
    look: &Look,
) -> Result<Vec<Rendered<Public>>, Failure> {
    let site = Site { home: desk.home, pages, notices, photographs, theme: desk.theme, profile: desk.profile };
    render(site, look)
}

/// The page that leads to every home of a group: each with the folder that its output lies in.
///
/// # Errors
/// A fault of the theme's template.
pub fn front_page(homes: &[(&Home, &str)], workshop: &Workshop, look: &Look) -> Result<String, Failure> {
    let entry = |(home, folder): &(_, &str)| Entry {
        home: *home,
        profile: Home::profile(home, &workshop.profiles),
        href: format!("{folder}/website/index.html"),
    };
    group(&homes.iter().map(entry).collect::<Vec<_>>(), &workshop.theme, look)
}
