//! Where a file of content belongs, by its name and its folder: which part of a home it is, or what is to be said of it.
//!
//! Comes from: `disk`, which walks the folders. Goes to: [`crate::source::Sources`], under the name by which homepack knows the file:
//! `Visiting.YAML` is `visiting.yaml`, because it is plain what is meant.

mod ending;
mod told;

use camino::{Utf8Path, Utf8PathBuf};

use super::{FILES, FOLDERS};
use crate::theme::faces::is_font;
use ending::Ending;
pub use told::Told;

/// The home's own contract, and the folders that hold one kind of file each.
const CONTRACT: &str = "contract.md";
const PAGES: &str = "pages";
const PHOTOS: &str = "photos";
const WORDS: &str = "words";
const FONTS: &str = "fonts";
/// What the linter is told about a home's own words.
const WORDING: &str = "wording.yaml";
/// How notes begin that people leave for each other in a folder.
const NOTES: [&str; 5] = ["readme", "licence", "license", "changelog", "contributing"];

/// What becomes of a file of content.
#[derive(Debug, PartialEq, Eq)]
pub enum Becomes {
    /// It is read: its letters, under this path in the home's folder.
    Letters(Utf8PathBuf),
    /// It is read: a picture, under this path in the home's folder.
    Picture(Utf8PathBuf),
    /// It is read: a typeface, under this path in the home's folder.
    Typeface(Utf8PathBuf),
    /// It is read: the text of a Statement as it was sent, under this name in the home's folder.
    Sent(Utf8PathBuf),
    /// It is a picture of a kind that is not shown, under this path in the home's folder.
    OtherPicture(Utf8PathBuf),
    /// It is not read, and that is said.
    Told(Told),
    /// It is not read on purpose; the reason.
    PassedOver(&'static str),
}

/// How the name of a text begins that was sent, with the day behind it: `statement-sent-2026-11-22.txt`.
pub const SENT: &str = "statement-sent-";

/// The day in the name of a Statement as it was sent; none where it is no such name.
#[must_use]
pub fn day_sent(name: &str) -> Option<jiff::civil::Date> {
    let lower = name.to_lowercase();
    let day = lower.strip_prefix(SENT)?.strip_suffix(".txt")?;
    day.parse().ok().filter(|read: &jiff::civil::Date| read.to_string() == day)
}

/// Why plain text and notes are passed over.
const NOTE: &str = "it is a note that people leave for each other";

/// What becomes of a file in a home's folder, or in one that homes share. `inside` is its path there, and `beside` says whether another file lies beside it.
#[must_use]
pub fn in_home(inside: &Utf8Path, beside: &dyn Fn(&str) -> bool) -> Becomes {
    let (folder, rest) = parted(inside);
    let Some(name) = inside.file_name() else { return Becomes::Told(Told::unknown("")) };
    if let Some(told) = in_disguise(name, beside) {
        return Becomes::Told(told);
    }
    let Some(folder) = folder else { return at_the_top(name) };
    let lower = folder.to_lowercase();
    match FOLDERS.into_iter().find(|known| *known == lower) {
        Some(known) => in_folder(known, rest, name),
        None if Ending::of(name) == Ending::Yaml => Becomes::Letters(inside.to_owned()),
        None => Becomes::Told(Told::unknown_folder(folder)),
    }
}

/// What is said of a file that lies beside homes, and in none.
#[must_use]
pub fn beside_homes(name: &str, beside: &dyn Fn(&str) -> bool) -> Becomes {
    if let Some(told) = in_disguise(name, beside) {
        return Becomes::Told(told);
    }
    match Ending::of(name) {
        _ if is_note(name) => Becomes::PassedOver(NOTE),
        Ending::Text => Becomes::PassedOver(NOTE),
        Ending::Yaml => Becomes::Told(Told::in_no_home()),
        Ending::Markdown => Becomes::Told(Told::in_no_home().lightly()),
        _ => Becomes::Told(Told::of(name)),
    }
}

/// What is said of a file that would make its folder a home, if its name did not end otherwise.
#[must_use]
pub fn hides_a_home(name: &str) -> Option<Told> {
    let meant = ending::meant(name).filter(|meant| meant.eq_ignore_ascii_case(FILES[0]))?;
    Some(Told::disguised(name, &meant))
}

/// Whether a file's name is one that a home has, so that its folder was meant to be a home.
#[must_use]
pub fn is_of_a_home(name: &str) -> bool {
    let lower = name.to_lowercase();
    FILES.contains(&lower.as_str()) || crate::finding::did_you_mean(&lower, [FILES[0]]).is_some()
}

/// A file directly in a home's folder.
fn at_the_top(name: &str) -> Becomes {
    let lower = name.to_lowercase();
    let stem = lower.split('.').next().unwrap_or_default();
    let mut known = FILES.into_iter().chain([CONTRACT]);
    let known = known.find(|file| file.rsplit_once('.').is_some_and(|(known, _)| known == stem));
    match Ending::of(name) {
        Ending::Yaml if FILES.contains(&lower.as_str()) => Becomes::Letters(lower.into()),
        Ending::Yaml => Becomes::Letters(with_small_ending(name)),
        Ending::Markdown if lower == CONTRACT => Becomes::Letters(lower.into()),
        Ending::Markdown | Ending::Text if known.is_some() => {
            Becomes::Told(Told::wrong_ending(known.unwrap_or_default()))
        }
        Ending::Other if known.is_some() && hardly_yaml(&lower) => {
            Becomes::Told(Told::wrong_ending(known.unwrap_or_default()))
        }
        Ending::Text if day_sent(name).is_some() => Becomes::Sent(lower.into()),
        Ending::Text | Ending::Markdown if lower.starts_with(SENT) => Becomes::Told(Told::sent_on_no_day()),
        Ending::Text => Becomes::PassedOver(NOTE),
        _ if is_note(name) => Becomes::PassedOver(NOTE),
        Ending::Markdown => Becomes::Told(Told::markdown_at_the_top()),
        Ending::Picture | Ending::OtherPicture(_) => Becomes::Told(Told::picture_elsewhere()),
        Ending::Document(_) | Ending::Other => Becomes::Told(Told::of(name)),
    }
}

/// Whether a name in small letters ends in nothing, or in something that was to be `yaml`.
fn hardly_yaml(lower: &str) -> bool {
    lower.rsplit_once('.').is_none_or(|(_, ending)| ending.starts_with('y'))
}

/// A file in one of the folders that a home has.
fn in_folder(folder: &'static str, rest: &Utf8Path, name: &str) -> Becomes {
    let deep = rest.components().count() > 1;
    let path = || Utf8Path::new(folder).join(rest.with_file_name(with_small_ending(name)));
    match (folder, Ending::of(name)) {
        (PAGES, Ending::Markdown) | (PHOTOS, Ending::Picture | Ending::OtherPicture(_)) if deep => {
            Becomes::Told(Told::too_deep(folder))
        }
        (PAGES | WORDS, Ending::Markdown) => Becomes::Letters(path()),
        (FONTS, _) if is_font(name) && !deep => Becomes::Typeface(Utf8Path::new(folder).join(rest)),
        (FONTS, _) if is_font(name) => Becomes::Told(Told::too_deep(folder)),
        // A typeface comes with its licence.
        (FONTS, Ending::Text | Ending::Markdown) => Becomes::PassedOver(NOTE),
        (FONTS, Ending::Yaml) => Becomes::Told(Told::not_in(folder, ".ttf")),
        (PHOTOS, Ending::Picture) => Becomes::Picture(Utf8Path::new(folder).join(rest)),
        (PHOTOS, Ending::OtherPicture(_)) => Becomes::OtherPicture(Utf8Path::new(folder).join(rest)),
        (WORDS, Ending::Yaml) if !deep && name.eq_ignore_ascii_case(WORDING) => {
            Becomes::Letters(Utf8Path::new(folder).join(WORDING))
        }
        (PAGES | WORDS, Ending::Yaml | Ending::Text) => Becomes::Told(Told::not_in(folder, ".md")),
        (PHOTOS, Ending::Yaml | Ending::Markdown) => Becomes::Told(Told::not_in(folder, ".jpg")),
        (PAGES | WORDS, Ending::Picture | Ending::OtherPicture(_)) => Becomes::Told(Told::picture_elsewhere()),
        (PAGES | WORDS | PHOTOS, _) => Becomes::Told(Told::of(name)),
        (_, _) if is_note(name) => Becomes::PassedOver(NOTE),
        (_, Ending::Yaml) if deep => Becomes::Told(Told::too_deep(folder)),
        (_, Ending::Yaml) => Becomes::Letters(path()),
        (_, Ending::Markdown | Ending::Text) => Becomes::Told(Told::not_in(folder, ".yaml")),
        (_, Ending::Picture | Ending::OtherPicture(_)) => Becomes::Told(Told::picture_elsewhere()),
        (_, _) => Becomes::Told(Told::of(name)),
    }
}

/// What is said of a file that would be content if it were called otherwise.
fn in_disguise(name: &str, beside: &dyn Fn(&str) -> bool) -> Option<Told> {
    if let Some(first) = ending::copy_of(name).filter(|first| first.is_sure || beside(&first.name)) {
        return Some(Told::a_copy(&first.name));
    }
    ending::meant(name).map(|meant| Told::disguised(name, &meant))
}

/// The first folder of a path, and what stands behind it.
fn parted(inside: &Utf8Path) -> (Option<&str>, &Utf8Path) {
    let mut parts = inside.components();
    let first = parts.next().map(|part| part.as_str());
    let rest = parts.as_path();
    if rest.as_str().is_empty() { (None, inside) } else { (first, rest) }
}

/// A file's name with its ending in small letters.
fn with_small_ending(name: &str) -> Utf8PathBuf {
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{}", ending.to_lowercase()).into(),
        None => name.into(),
    }
}

fn is_note(name: &str) -> bool {
    let lower = name.to_lowercase();
    Ending::of(name) != Ending::Yaml && NOTES.iter().any(|note| lower.split(['.', '-', '_']).next() == Some(note))
}

#[cfg(test)]
mod tests;
