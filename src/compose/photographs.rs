//! Photographs as blocks of a page, and the names of pictures that lead nowhere.

use std::sync::LazyLock;

use regex::Regex;

use super::desk::{Desk, Troubles};
use super::lines::written_line;
use crate::document::Block;
use crate::finding::{Finding, meant};
use crate::home::photographs::Photograph;
use crate::name::led_to;
use crate::text::{Public, Span};
use crate::words::markdown::notes;

/// The folder that photographs lie in, as Markdown names them.
const FOLDER: &str = "photos/";

/// A picture in Markdown, as far as its address.
static PICTURE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"!\[[^\]\n]*\]\(\s*([^)\s]+)").expect("the pattern is fixed"));

/// The photographs that stand on a page.
pub(super) fn of_page(desk: &Desk<'_>, page: &str) -> Vec<Block<Public>> {
    let here = |photo: &&Photograph| photo.page.as_ref().is_some_and(|id| led_to(&id.id) == page);
    let photos = desk.home.photographs.photos.iter().filter(here);
    photos.filter(|photo| photo.may_be_shown(desk.today)).map(block).collect()
}

/// The photograph that Markdown names by its file.
pub(super) fn named(desk: &Desk<'_>, address: &str) -> Option<Block<Public>> {
    let file = address.strip_prefix(FOLDER)?;
    let photo = desk.home.photographs.photos.iter().find(|photo| photo.file.id == file)?;
    photo.may_be_shown(desk.today).then(|| block(photo))
}

fn block(photo: &Photograph) -> Block<Public> {
    Block::Picture {
        file: format!("{FOLDER}{}", photo.file.id),
        description: written_line(&photo.description),
        caption: photo.caption.as_ref().map(written_line).unwrap_or_default(),
    }
}

/// Notes the pictures that lead nowhere: in pages and words of the home's own, in its contract, and in `photos.yaml`.
pub(super) fn check(desk: &Desk<'_>, pages: &[String], troubles: &mut Troubles) {
    let free = desk.home.pages.iter().chain(&desk.home.contract).map(|page| (page.file, page.markdown.as_str()));
    let own = desk.phrases.own().iter().map(|words| (words.number, &*words.letters));
    for (file, letters) in free.chain(own) {
        troubles.findings.extend(unknown(desk, file, letters));
    }
    for id in desk.home.photographs.photos.iter().filter_map(|photo| photo.page.as_ref()) {
        if !pages.contains(&led_to(&id.id)) {
            let help = meant(&id.id, pages.iter().map(String::as_str))
                .unwrap_or_else(|| "Write the name of the page's file on the website, without its ending.".to_owned());
            troubles.findings.push(Finding::error(id.span, format!("there is no page called “{}”", id.id), help));
        }
    }
}

/// The pictures in letters of Markdown that there are not.
fn unknown(desk: &Desk<'_>, file: u32, letters: &str) -> Vec<Finding> {
    let photos: Vec<&str> = desk.home.photographs.photos.iter().map(|photo| photo.file.id.as_str()).collect();
    let mut findings = Vec::new();
    let letters = notes::blanked(letters);
    for (line, words) in (1..).zip(letters.lines()).filter(|(_, words)| words.contains("![")) {
        for found in PICTURE.captures_iter(words) {
            let address = found.get(1).expect("the pattern has a group");
            let column = u32::try_from(words[..address.start()].chars().count()).unwrap_or(0) + 1;
            let width = u32::try_from(address.as_str().chars().count()).unwrap_or(1);
            let span = Span { file, line, column, width };
            findings
                .extend(wrong(desk, &photos, address.as_str()).map(|(what, help)| Finding::error(span, what, help)));
        }
    }
    findings
}

/// What is wrong with the address of a picture, and what to write.
fn wrong(desk: &Desk<'_>, photos: &[&str], address: &str) -> Option<(String, String)> {
    if let Some(drawing) = address.strip_prefix("drawing:") {
        let folder = "website/drawings/";
        let known: Vec<&str> =
            desk.theme.files.keys().filter_map(|path| path.strip_prefix(folder)?.strip_suffix(".svg")).collect();
        let help =
            meant(drawing, known.iter().copied()).unwrap_or_else(|| format!("The drawings are: {}.", known.join(", ")));
        return (!known.contains(&drawing)).then(|| (format!("there is no drawing called “{drawing}”"), help));
    }
    let Some(file) = address.strip_prefix(FOLDER) else {
        let help = "Put it into the folder photos, name it in photos.yaml, and write photos/ before its name here.";
        return Some((format!("the picture “{address}” is not in the folder photos"), help.to_owned()));
    };
    let help = meant(file, photos.iter().copied())
        .unwrap_or_else(|| "Add it there, with what it shows and whether anybody can be recognised on it.".to_owned());
    (!photos.contains(&file)).then(|| (format!("photos.yaml does not name the picture “{file}”"), help))
}
