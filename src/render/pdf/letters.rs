//! A paper as the data that a theme reads, and whether the theme's fonts have every letter of it.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CharEscape, Formatter};
use typst::text::Font;

use crate::paper::Paper;
use crate::text::Audience;
use crate::text::signs::{never, unseen};

/// The paper as JSON, in letters that can be set: see [`Plain`].
pub(super) fn document<A: Audience>(paper: &Paper<A>) -> Result<String, String> {
    let trouble = |it: &dyn std::fmt::Display| format!("the paper could not be made ready: {it}");
    let mut json = Vec::new();
    let mut writer = serde_json::Serializer::with_formatter(&mut json, Plain);
    paper.serialize(&mut writer).map_err(|it| trouble(&it))?;
    String::from_utf8(json).map_err(|it| trouble(&it))
}

/// Writes JSON without signs that a page is better without: soft hyphens would hyphenate. What joins letters or turns the words of a
/// name stays.
struct Plain;

impl Formatter for Plain {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let letters: String = fragment.chars().filter(|c| !useless(*c)).map(plain).collect();
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

/// Whether nobody sees a sign and the page is better without it.
fn useless(c: char) -> bool {
    let needed = matches!(c, '\u{61C}' | '\u{200C}'..='\u{200F}' | '\u{2066}'..='\u{2069}');
    never(c).is_some() || (unseen(c) && !needed)
}

/// The everyday letter for one that few fonts have. The theme never breaks a line at a hyphen, so a plain one will do.
fn plain(c: char) -> char {
    match c {
        '\u{2010}' | '\u{2011}' => '-',
        '\u{202F}' | '\u{2007}' => '\u{A0}',
        c if c.is_whitespace() && !matches!(c, ' ' | '\u{A0}') => ' ',
        other => other,
    }
}

/// Says which letter no font of the theme has: on paper it would be an empty box. Of a resident's paper it says that there is one.
pub(super) fn covered(personal: bool, document: &str, fonts: &[Font]) -> Result<(), String> {
    let known = |c: char| fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)));
    match document.chars().filter(|c| !c.is_ascii() && !unseen(*c)).find(|c| !known(*c)) {
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
