//! What homes are made with: the theme, its words, the country, the day; and one home read with its words.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use camino::Utf8Path;

use crate::check::{self, Looked};
use crate::compose::papers::to_look_at as papers;
use crate::compose::website::pages;
use crate::compose::{Desk, Troubles};
use crate::country::Profiles;
use crate::failure::Failure;
use crate::finding::{Finding, Severity};
use crate::home::Home;
use crate::leftover;
use crate::read::{self, Content, Place};
use crate::source::Sources;
use crate::text::{Personal, Span};
use crate::theme::Theme;
use crate::theme::faces::{self, Faces};
use crate::words::{self, Phrases};

/// What all homes are made with.
pub struct Workshop {
    /// The theme.
    pub theme: Theme,
    /// Its words.
    pub phrases: Phrases,
    /// The facts of every country.
    pub profiles: Profiles,
    /// The day that is taken for today.
    pub today: jiff::civil::Date,
    /// The files that lie over the plain theme.
    pub over: Vec<String>,
    /// The letters that the theme's typefaces have, looked up when somebody asks: those that are asked for, and all.
    faces: [OnceLock<Faces>; 2],
}

/// Files whose entries other files speak of.
const SPOKEN_OF: [&str; 6] = ["people", "contacts", "services", "pages", "units", "photos"];

/// A home with its words.
pub struct Known {
    /// The home.
    pub home: Home,
    /// The words, with the home's own over the theme's.
    pub phrases: Phrases,
}

/// One home on the bench: all that is needed to make it.
#[derive(Clone, Copy)]
pub struct Bench<'a> {
    /// What composing it rests on.
    pub desk: Desk<'a>,
    /// The letters of every file, and the bytes of every photograph.
    pub sources: &'a Sources,
    /// Where its files lie among them.
    pub place: &'a Place,
}

impl Workshop {
    /// The plain theme with the files of another laid over it, by their paths, on a day.
    ///
    /// # Errors
    /// A fault of the theme.
    pub fn new(over: BTreeMap<String, Vec<u8>>, today: jiff::civil::Date) -> Result<Self, Failure> {
        let files = over.keys().cloned().collect();
        let theme = Theme::new(over)?;
        Ok(Self {
            phrases: Phrases::of_theme(&theme)?,
            profiles: Profiles::new()?,
            theme,
            today,
            over: files,
            faces: Default::default(),
        })
    }

    /// Reads a home. There is none where something must be mended first.
    #[must_use]
    pub fn read(&self, content: &Content, place: &Place) -> (Option<Known>, Vec<Finding>) {
        let Looked { home, unread: parts, mut findings } = check::looked(&content.sources, place, &self.profiles);
        let unread = content.about(place).any(|finding| finding.severity == Severity::Error);
        findings.extend(content.about(place).cloned());
        findings.extend(words::unfit(&content.sources, place));
        findings.extend(leftover::foreign(&content.sources, place));
        findings.extend(read::promises::home(&content.sources, place, self.today));
        let Some(home) = home else { return (None, findings) };
        match self.phrases.with_own(&content.sources, place, home.profile(&self.profiles)) {
            Ok(phrases) if parts.is_empty() && !unread => (Some(Known { home, phrases }), findings),
            Ok(phrases) => {
                findings.extend(self.in_what_was_read(&Known { home, phrases }, &parts));
                (None, findings)
            }
            Err(wrong) => {
                findings.extend(wrong);
                (None, findings)
            }
        }
    }

    /// The mistakes in the words of a home of which something could not be read, so that all of its mistakes are told at once. Where that
    /// may be what words speak of, they are not blamed.
    fn in_what_was_read(&self, known: &Known, unread: &BTreeSet<String>) -> Vec<Finding> {
        if unread.iter().any(|part| SPOKEN_OF.contains(&part.as_str())) {
            return Vec::new();
        }
        let mut troubles = Troubles::default();
        let desk = self.desk(known);
        let _ = papers(&desk, &mut troubles);
        let _ = pages(&desk, &[], &mut troubles);
        troubles.findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect()
    }

    /// The theme with the typefaces that some homes have of their own, in their folders `fonts` or in one that they share.
    #[must_use]
    pub fn theme_of<'a>(&'a self, sources: &Sources, places: &[&Place]) -> Cow<'a, Theme> {
        let mut theme = Cow::Borrowed(&self.theme);
        for (path, bytes) in places.iter().flat_map(|place| typefaces(sources, place)) {
            // Behind those of the theme: a letter that these have is never set in another face.
            let name = format!("{}~{path}", faces::MORE);
            theme.to_mut().files.insert(name, Cow::Owned(bytes.to_owned()));
        }
        theme
    }

    /// What keeps a home's papers from being set: letters that neither the theme's typefaces nor its own have, each with its place,
    /// and files that are no typefaces.
    #[must_use]
    pub fn without_a_face(&self, sources: &Sources, place: &Place) -> Vec<Finding> {
        let (own, mut found) = own_faces(sources, place);
        found.extend(
            self.missing(own, |faces| read::faces::home(sources, place, faces, words::markdown::notes::blanked)),
        );
        found
    }

    /// The letters of a record that no typeface has. `sources` and `place` are the home's, `record` with its number holds the record.
    #[must_use]
    pub fn faces_for(&self, sources: &Sources, place: &Place, record: (&Sources, u32)) -> Vec<Finding<Personal>> {
        let (own, _) = own_faces(sources, place);
        self.missing(own, |faces| read::faces::record(record.0, record.1, faces))
    }

    /// What is missing among all letters there are; those of the usual typefaces are enough for most homes, and quickly looked up.
    fn missing<F>(&self, own: Option<Faces>, look: impl Fn(&Faces) -> Vec<F>) -> Vec<F> {
        let [usual, all] = &self.faces;
        let found = look(usual.get_or_init(|| Faces::asked_for(&self.theme.files)));
        if found.is_empty() {
            return found;
        }
        let all = all.get_or_init(|| Faces::all(&self.theme.files));
        own.map_or_else(|| look(all), |own| look(&own.and(all)))
    }

    /// Everything that composing a home rests on.
    #[must_use]
    pub fn desk<'a>(&'a self, known: &'a Known) -> Desk<'a> {
        Desk {
            home: &known.home,
            phrases: &known.phrases,
            theme: &self.theme,
            profile: known.home.profile(&self.profiles),
            today: self.today,
        }
    }
}

/// The font files that a home has of its own, or shares with others, by their paths.
fn typefaces<'a>(sources: &'a Sources, place: &Place) -> Vec<(&'a Utf8Path, &'a [u8])> {
    let folders: Vec<_> = place.folders().map(|folder| folder.join("fonts")).collect();
    folders.iter().flat_map(|folder| sources.typefaces_in(folder)).collect()
}

/// The letters of a home's own typefaces, and which files are none.
fn own_faces(sources: &Sources, place: &Place) -> (Option<Faces>, Vec<Finding>) {
    let (mut own, mut found) = (None, Vec::new());
    for (path, bytes) in typefaces(sources, place) {
        if !own.get_or_insert_with(Faces::default).add(bytes) {
            found.push(Finding::error(
                Span::default(),
                format!("{path} is no typeface that homepack can read"),
                "Put a typeface there as a .ttf or .otf file, or delete the file.",
            ));
        }
    }
    (own, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is told of a home that says something in Gurmukhi, in a theme without the typefaces that step in.
    fn told(typeface: Option<(&str, Vec<u8>)>) -> Vec<(u32, u32, String)> {
        let mut workshop = Workshop::new(BTreeMap::new(), jiff::civil::date(2026, 11, 22)).expect("the plain theme");
        workshop.theme.files.retain(|path, _| !faces::steps_in(path));
        let mut sources = Sources::default();
        sources.add("homes/rowan/home.yaml".into(), "name: Rowan\nsummary: \"We speak ਪੰਜਾਬੀ and \\u0a2a.\" # ਕ\n");
        if let Some((path, bytes)) = typeface {
            sources.add_typeface(path.into(), bytes);
        }
        let place = Place::new("homes/rowan".into(), vec!["homes".into()]);
        let found = workshop.without_a_face(&sources, &place);
        found.into_iter().map(|f| (f.span.line, f.span.column, f.message.to_string())).collect()
    }

    #[test]
    fn a_letter_without_a_face_is_told_where_it_stands() {
        let what = |sign: &str| format!("no typeface here has the letter {sign}");
        assert_eq!(told(None), [(2, 20, what("“ਪ” U+0A2A")), (2, 10, what("“ਪ” U+0A2A"))]);
    }

    #[test]
    fn a_typeface_of_the_home_s_own_or_of_its_group_has_its_letters() {
        let gurmukhi = || {
            let theme = Theme::new(BTreeMap::new()).expect("the plain theme");
            theme.files["fonts/more/noto-sans-gurmukhi-regular.ttf"].to_vec()
        };
        assert_eq!(told(Some(("homes/rowan/fonts/own.ttf", gurmukhi()))), []);
        assert_eq!(told(Some(("homes/fonts/own.ttf", gurmukhi()))), []);
        assert_eq!(told(Some(("homes/other/fonts/own.ttf", gurmukhi()))).len(), 2);
    }

    #[test]
    fn a_file_that_is_no_typeface_is_told() {
        let told = told(Some(("homes/rowan/fonts/own.ttf", b"no typeface".to_vec())));
        assert_eq!(told[0].2, "homes/rowan/fonts/own.ttf is no typeface that homepack can read");
    }
}
