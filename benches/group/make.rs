//! Makes a group of homes to measure with: `benches/make-group N DIR`.
//!
//! `DIR/homepack/` holds N homes in our YAML, each made from one of the sample homes. `DIR/hugo/` holds the same pages of
//! the same words for Hugo, taken from the Documents that homepack makes of them.

#![expect(clippy::disallowed_methods, reason = "nothing here is part of the program")]

mod html;
mod hugo;
mod markdown;
mod names;
mod outline;
mod seed;
mod vary;

use std::collections::BTreeMap;
use std::error::Error;

use camino::{Utf8Path, Utf8PathBuf};
use homepack::compose::website::pages;
use homepack::compose::{Desk, Troubles};
use homepack::country::Profiles;
use homepack::disk::{self, Content};
use homepack::finding::{Finding, Severity};
use homepack::home::Home;
use homepack::read::Place;
use homepack::render::website::{Look, Site, render};
use homepack::theme::Theme;
use homepack::words::Phrases;
use vary::Sample;

/// The day that is taken for today, so that the same people are named in every run. `benches/against-hugo` says it too.
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 22);

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [number, dir] = arguments.as_slice() else { return Err("benches/make-group N DIR".into()) };
    let (number, dir): (usize, _) = (number.parse()?, Utf8Path::new(dir));
    let (ours, theirs) = (dir.join("homepack"), dir.join("hugo"));
    for folder in [&ours, &theirs] {
        if folder.exists() {
            return Err(format!("{folder} is there already: name another folder").into());
        }
    }
    write_homes(number, &ours)?;
    write_site(&ours, &theirs)
}

/// Writes the homes in our YAML. What the samples share is shared here too.
fn write_homes(number: usize, dir: &Utf8Path) -> Result<(), Box<dyn Error>> {
    let group = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let content = disk::read(&group)?;
    let profiles = Profiles::new()?;
    let mut shared = below(&content, &group);
    let mut samples = Vec::new();
    for place in &content.homes {
        let (files, rest) = shared.into_iter().partition(|(path, _)| path.starts_with(place.name()));
        shared = rest;
        let inside: BTreeMap<_, _> = files;
        let strip = |path: Utf8PathBuf| path.strip_prefix(place.name()).map(Utf8Path::to_owned).unwrap_or(path);
        let files = inside.into_iter().map(|(path, letters)| (strip(path), letters)).collect();
        samples.push(Sample::new(files, &home(&content, place, &profiles)?));
    }
    for (path, letters) in shared {
        put(&dir.join(path), letters.as_bytes())?;
    }
    for number in 0..number {
        for (path, letters) in vary::made(number, &samples)? {
            put(&dir.join(path), letters.as_bytes())?;
        }
    }
    Ok(())
}

/// Every file of a group, by its path in it.
fn below(content: &Content, group: &Utf8Path) -> BTreeMap<Utf8PathBuf, String> {
    let files = content.sources.iter();
    files.filter_map(|(_, file)| Some((file.path.strip_prefix(group).ok()?.to_owned(), file.letters.clone()))).collect()
}

/// Writes the same pages for Hugo.
fn write_site(ours: &Utf8Path, theirs: &Utf8Path) -> Result<(), Box<dyn Error>> {
    let content = disk::read(ours)?;
    let (theme, profiles) = (Theme::new(BTreeMap::new())?, Profiles::new()?);
    let (phrases, look) = (Phrases::of_theme(&theme)?, Look::new(&theme)?);
    for (number, place) in content.homes.iter().enumerate() {
        let home = home(&content, place, &profiles)?;
        let phrases = phrases.with_own(&content.sources, place, home.profile(&profiles)).map_err(|findings| {
            findings.iter().map(|finding| mistake(&content, finding)).collect::<Vec<_>>().join(" ")
        })?;
        let mut troubles = Troubles::default();
        let desk =
            Desk { home: &home, phrases: &phrases, theme: &theme, profile: home.profile(&profiles), today: TODAY };
        let pages = pages(&desk, &[], &mut troubles);
        if let Some(failure) = troubles.failure {
            return Err(failure.into());
        }
        sound(&content, &troubles.findings)?;
        if number == 0 {
            // One style and one icon do for the whole of Hugo's site.
            let (notices, photographs) = (&[], &BTreeMap::new());
            let site = Site { home: &home, pages: &pages, notices, photographs, theme: &theme, profile: desk.profile };
            let files = render(site, &look)?;
            hugo::site(theirs, &theme, &files)?;
        }
        hugo::home(theirs, &desk, &pages)?;
    }
    Ok(())
}

/// One home, which must have no mistake.
fn home(content: &Content, place: &Place, profiles: &Profiles) -> Result<Home, String> {
    let (home, findings) = homepack::check::home(&content.sources, place, profiles);
    sound(content, &findings)?;
    home.ok_or_else(|| format!("{} could not be read", place.name()))
}

/// A home that was made must be one that homepack takes.
fn sound(content: &Content, findings: &[Finding]) -> Result<(), String> {
    let error = findings.iter().find(|finding| finding.severity == Severity::Error);
    error.map_or(Ok(()), |finding| Err(mistake(content, finding)))
}

fn mistake(content: &Content, finding: &Finding) -> String {
    let path = content.sources.get(finding.span.file).map_or("?", |file| file.path.as_str());
    format!("{path}, line {}: {}", finding.span.line, finding.message)
}

/// Writes one file, with the folders above it.
fn put(path: &Utf8Path, bytes: &[u8]) -> std::io::Result<()> {
    path.parent().map_or(Ok(()), fs_err::create_dir_all)?;
    fs_err::write(path, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_home_of_a_group_can_be_read_and_composed() {
        let dir = tempfile::tempdir().expect("a folder");
        let dir = Utf8Path::from_path(dir.path()).expect("UTF-8");
        let (ours, theirs) = (dir.join("homepack"), dir.join("hugo"));
        write_homes(30, &ours).unwrap_or_else(|failure| panic!("{failure}"));
        write_site(&ours, &theirs).unwrap_or_else(|failure| panic!("{failure}"));
        assert_eq!(disk::read(&ours).expect("it can be read").homes.len(), 30);
    }
}
