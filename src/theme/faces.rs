//! Which letters the typefaces have that papers are set in.
//!
//! Comes from: the font files of a theme, and of a home's own. Goes to: `check`, which says where a letter stands that none of them has.

use ttf_parser::Face;

use super::Files;

/// The letters that some typefaces have, a bit each.
#[derive(Clone)]
pub struct Faces(Vec<u64>);

impl Default for Faces {
    fn default() -> Self {
        Self(vec![0; ALL / 64])
    }
}

/// How many letters there can be.
const ALL: usize = 0x11_0000;

impl Faces {
    /// The letters of the typefaces among some files that papers are asked to be set in.
    #[must_use]
    pub fn asked_for(files: &Files) -> Self {
        Self::among(files, |path| !steps_in(path))
    }

    /// The letters of every typeface among some files: of those, too, that step in where another has not got a letter.
    #[must_use]
    pub fn all(files: &Files) -> Self {
        Self::among(files, |_| true)
    }

    fn among(files: &Files, wanted: impl Fn(&str) -> bool) -> Self {
        let mut faces = Self::default();
        for (_, bytes) in files.iter().filter(|(path, _)| is_font(path) && wanted(path)) {
            faces.add(bytes);
        }
        faces
    }

    /// Adds the letters of a font file; false where it is none that can be read.
    pub fn add(&mut self, bytes: &[u8]) -> bool {
        let count = ttf_parser::fonts_in_collection(bytes).unwrap_or(1);
        let mut any = false;
        for face in (0..count).filter_map(|at| Face::parse(bytes, at).ok()) {
            any |= face.tables().cmap.is_some_and(|cmap| {
                let tables = cmap.subtables.into_iter().filter(ttf_parser::cmap::Subtable::is_unicode);
                tables.for_each(|table| {
                    table.codepoints(|code| {
                        if table.glyph_index(code).is_some_and(|glyph| glyph.0 != 0) {
                            self.put(code);
                        }
                    });
                });
                true
            });
        }
        any
    }

    /// The letters of these and those.
    #[must_use]
    pub fn and(mut self, more: &Self) -> Self {
        self.0.iter_mut().zip(&more.0).for_each(|(bits, more)| *bits |= more);
        self
    }

    /// Whether one of the typefaces has a letter.
    #[must_use]
    pub fn has(&self, letter: char) -> bool {
        let code = u32::from(letter) as usize;
        self.0[code / 64] & (1 << (code % 64)) != 0
    }

    fn put(&mut self, code: u32) {
        if let Some(bits) = self.0.get_mut(code as usize / 64) {
            *bits |= 1 << (code % 64);
        }
    }
}

/// The folder of a theme with the typefaces that step in.
pub const MORE: &str = "fonts/more/";

/// Whether a font file of a theme only steps in where the typeface that was asked for has not got a letter.
#[must_use]
pub fn steps_in(path: &str) -> bool {
    path.starts_with(MORE)
}

/// Whether a file is one of a typeface, by its ending.
#[must_use]
pub fn is_font(path: &str) -> bool {
    let end = path.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
    end.is_some_and(|end| matches!(end.as_str(), "ttf" | "otf" | "ttc"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::theme::Theme;

    fn plain() -> Faces {
        Faces::all(&Theme::new(BTreeMap::new()).expect("the plain theme").files)
    }

    #[test]
    fn the_plain_theme_has_the_letters_that_people_here_bring_with_them() {
        let faces = plain();
        for written in [
            "Siân Ŵyn Łukasz Ngọc Trần Ọlá Ẹ̀bùn Σοφία Юлія",
            "محمد فاطمہ ਪੰਜਾਬੀ মোহাম্মদ महेश ગુજરાતી தமிழ் שרה",
            "王小明 中文 李",
            "✓ ✗ ☎ ☐ ☑ ☒ → ← ★ ☆ ♿ ✉ ⚠ • ½ € ° ² ™ ♥ ☺ № ①",
            "🎉🎂🌷🏠👵👴🐶😀❤👍",
        ] {
            let missing: Vec<char> = written.chars().filter(|c| *c != ' ' && !faces.has(*c)).collect();
            assert!(missing.is_empty(), "{written}: {missing:?}");
        }
    }

    #[test]
    fn a_letter_that_no_typeface_has_is_known() {
        assert!(!plain().has('\u{13000}') && !plain().has('\u{10FFFF}'));
    }

    #[test]
    fn a_file_that_is_no_typeface_adds_nothing() {
        let mut faces = Faces::default();
        assert!(!faces.add(b"not a font") && !faces.add(&[]));
        assert_eq!(faces.0.iter().sum::<u64>(), 0);
    }

    #[test]
    fn every_typeface_of_the_theme_stands_beside_its_licence() {
        let theme = Theme::new(BTreeMap::new()).expect("the plain theme");
        for path in theme.files.keys().filter(|path| is_font(path)) {
            let (folder, name) = path.rsplit_once('/').expect("a folder");
            let name = name.rsplit_once('-').map_or("", |(name, _)| name);
            assert!(theme.files.contains_key(&format!("{folder}/LICENCE-{name}.txt")), "{path} has no licence");
        }
    }
}
