//! A paper as the data that a theme reads, and whether the theme's fonts have every letter of it.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CharEscape, Formatter};
use typst::text::Font;

use crate::paper::Paper;
use crate::text::Audience;

/// The paper as JSON, in letters that can be set: see [`Plain`].
pub(super) fn document<A: Audience>(paper: &Paper<A>) -> Result<String, String> {
    let trouble = |it: &dyn std::fmt::Display| format!("the paper could not be made ready: {it}");
    let mut json = Vec::new();
    let mut writer = serde_json::Serializer::with_formatter(&mut json, Plain);
    paper.serialize(&mut writer).map_err(|it| trouble(&it))?;
    String::from_utf8(json).map_err(|it| trouble(&it))
}

/// Writes JSON without letters that nobody sees: soft hyphens would hyphenate, direction marks would turn words round.
struct Plain;

impl Formatter for Plain {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let letters: String = fragment.chars().filter(|c| !unseen(*c)).map(plain).collect();
        writer.write_all(letters.as_bytes())
    }

    fn write_char_escape<W: ?Sized + Write>(&mut self, writer: &mut W, escape: CharEscape) -> io::Result<()> {
        writer.write_all(match escape {
            CharEscape::Quote => b"\\\"",
            CharEscape::ReverseSolidus => b"\\\\",
            CharEscape::Solidus => b"/",
            // Ends of lines, tabs and control characters are all a space in a line of words.
            _ => b" ",
        })
    }
}

/// Whether nobody sees a letter and the page is better without it.
fn unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{FEFF}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}')
}

/// The everyday letter for one that few fonts have. The theme never breaks a line at a hyphen, so a plain one will do.
fn plain(c: char) -> char {
    match c {
        '\u{2010}' | '\u{2011}' => '-',
        '\u{202F}' | '\u{2007}' => '\u{A0}',
        other => other,
    }
}

/// Says which letter no font of the theme has: on paper it would be an empty box. Of a resident's paper it says that there is one.
pub(super) fn covered(personal: bool, document: &str, fonts: &[Font]) -> Result<(), String> {
    let known = |c: char| fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)));
    match document.chars().filter(|c| !c.is_ascii()).find(|c| !known(*c)) {
        None => Ok(()),
        Some(_) if personal => {
            Err("no font in the theme has one of the letters in it: add a font that has, or write it another way"
                .to_owned())
        }
        Some(c) => Err(format!(
            "no font in the theme has the letter “{c}” (U+{:04X}): add one to fonts that has, or write it another way",
            u32::from(c)
        )),
    }
}
