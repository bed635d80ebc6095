//! The letters of a font of a PDF, and how wide each is printed.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Encoding, Object};

/// How much a font's table of letters may unpack to.
const TABLE: usize = 512 * 1024;
/// How many widths of letters a font may have.
const WIDTHS: usize = 20_000;
/// The width of a letter that nobody gave one, in thousandths of its size.
const USUAL: f32 = 500.0;

/// A font.
pub(super) struct Font<'a> {
    /// What its codes stand for, where there is anything that says so.
    encoding: Option<Encoding<'a>>,
    /// The letters of fonts with one byte a letter.
    letters: Vec<String>,
    widths: BTreeMap<u32, f32>,
    /// The width of all others.
    usual: f32,
    /// A thousandth, except in fonts that are drawn.
    unit: f32,
    wide: bool,
    pub(super) bold: bool,
}

/// One code of a string: the letters it stands for, their width at size 1, and whether it is the space of a font of one byte.
pub(super) struct Shown<'a> {
    pub(super) letters: std::borrow::Cow<'a, str>,
    pub(super) width: f32,
    pub(super) space: bool,
}

impl<'a> Font<'a> {
    pub(super) fn new(font: &'a Dictionary, document: &'a Document) -> Self {
        let kind = font.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        let name = font.get_deref(b"BaseFont", document).and_then(Object::as_name).unwrap_or_default();
        let name = String::from_utf8_lossy(name).to_lowercase();
        let wide = kind == b"Type0";
        let mut out = Self {
            encoding: None,
            letters: Vec::new(),
            widths: BTreeMap::new(),
            usual: USUAL,
            unit: 0.001,
            wide,
            bold: ["bold", "black", "heavy"].iter().any(|weight| name.contains(weight)),
        };
        if wide {
            out.encoding = to_unicode(font, document).or_else(|| wide_encoding(font, document));
            out.wide_widths(font, document);
        } else {
            out.simple_letters(font, document);
            out.simple_widths(font, document);
        }
        if kind == b"Type3"
            && let Some(unit) = numbers(font, b"FontMatrix", document).first()
        {
            out.unit = unit.abs();
        }
        out
    }

    /// What a string of codes shows, a code at a time.
    pub(super) fn show<'s>(&'s self, bytes: &'s [u8]) -> impl Iterator<Item = Shown<'s>> {
        bytes.chunks(if self.wide { 2 } else { 1 }).map(|code| {
            let number = code.iter().fold(0, |number, byte| number * 256 + u32::from(*byte));
            let width = self.widths.get(&number).copied().unwrap_or(self.usual) * self.unit;
            let letters = if self.wide {
                self.encoding
                    .as_ref()
                    .and_then(|encoding| encoding.bytes_to_string(code).ok())
                    .unwrap_or_default()
                    .into()
            } else {
                self.letters.get(number as usize).map_or("", String::as_str).into()
            };
            Shown { letters, width, space: !self.wide && number == 32 }
        })
    }

    /// The letters of a font of one byte: as its own table has them, and else as its encoding has them.
    fn simple_letters(&mut self, font: &'a Dictionary, document: &'a Document) {
        let own = to_unicode(font, document);
        let encoding = font.get_font_encoding_with_limit(document, TABLE).ok();
        let letters = |encoding: Option<&Encoding>, code: u8| {
            encoding
                .and_then(|encoding| encoding.bytes_to_string(&[code]).ok())
                .filter(|letters| !letters.is_empty() && !letters.contains('\u{FFFD}'))
        };
        self.letters = (0..=255)
            .map(|code| letters(own.as_ref(), code).or_else(|| letters(encoding.as_ref(), code)).unwrap_or_default())
            .collect();
    }

    fn simple_widths(&mut self, font: &Dictionary, document: &Document) {
        let first = font.get_deref(b"FirstChar", document).and_then(Object::as_i64).unwrap_or(0);
        let first = u32::try_from(first).unwrap_or(0);
        self.widths = (first..).zip(numbers(font, b"Widths", document).into_iter().take(256)).collect();
    }

    /// The widths of a font of two bytes: runs of them from a code on, or one for a range of codes.
    fn wide_widths(&mut self, font: &Dictionary, document: &Document) {
        self.usual = 1000.0;
        let Ok(descendants) = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array) else { return };
        let Some(descendant) = descendants.first().and_then(|font| document.dereference(font).ok()) else { return };
        let Ok(descendant) = descendant.1.as_dict() else { return };
        if let Ok(usual) = descendant.get_deref(b"DW", document).and_then(Object::as_float) {
            self.usual = usual;
        }
        let Ok(widths) = descendant.get_deref(b"W", document).and_then(Object::as_array) else { return };
        let code = |object: Option<&Object>| {
            object.and_then(|object| object.as_i64().ok()).and_then(|code| u32::try_from(code).ok())
        };
        let mut rest = widths.iter();
        while let Some(first) = code(rest.next()).filter(|_| self.widths.len() < WIDTHS) {
            match rest.next().map(|object| document.dereference(object).map_or(object, |(_, object)| object)) {
                Some(Object::Array(run)) => {
                    let run = run.iter().take(WIDTHS).map(|width| width.as_float().unwrap_or(self.usual));
                    self.widths.extend((first..).zip(run));
                }
                last => {
                    let (last, width) = (code(last).unwrap_or(first).min(65_535), rest.next());
                    let width = width.and_then(|width| width.as_float().ok()).unwrap_or(self.usual);
                    // A range of many codes of one width is the width of nearly all of them.
                    if last.saturating_sub(first) > 4096 {
                        self.usual = width;
                    } else {
                        self.widths.extend((first..=last).map(|code| (code, width)));
                    }
                }
            }
        }
    }
}

/// The table of letters that a font carries for programs that read it.
fn to_unicode<'a>(font: &Dictionary, document: &Document) -> Option<Encoding<'a>> {
    font.get_deref(b"ToUnicode", document).and_then(Object::as_stream).ok()?;
    let mut alone = font.clone();
    alone.remove(b"Encoding");
    match alone.get_font_encoding_with_limit(document, TABLE) {
        Ok(Encoding::UnicodeMapEncoding(table)) => Some(Encoding::UnicodeMapEncoding(table)),
        _ => None,
    }
}

/// The encoding of a font of two bytes without a table of its own. That of one which only numbers its shapes says nothing.
fn wide_encoding<'a>(font: &'a Dictionary, document: &'a Document) -> Option<Encoding<'a>> {
    match font.get_font_encoding_with_limit(document, TABLE) {
        Ok(encoding @ Encoding::SimpleEncoding(b"UniGB-UCS2-H" | b"UniGB-UTF16-H")) => Some(encoding),
        _ => None,
    }
}

/// An array of numbers.
pub(super) fn numbers(dictionary: &Dictionary, key: &[u8], document: &Document) -> Vec<f32> {
    let Ok(array) = dictionary.get_deref(key, document).and_then(Object::as_array) else { return Vec::new() };
    array
        .iter()
        .take(WIDTHS)
        .map(|number| document.dereference(number).map_or(0.0, |(_, number)| number.as_float().unwrap_or(0.0)))
        .collect()
}
