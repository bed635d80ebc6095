//! What is printed on one page of a PDF, and where: runs of letters in the order in which they are drawn.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::font::{Font, numbers};
use crate::limits::PDF_FONTS;

/// How much the drawing of one page may unpack to.
const PAGE: usize = 4 * 1024 * 1024;
/// An operator of our own after the last of a drawing: a drawing in which it is not found was not read to its end.
const END: &str = "EndOfDrawing";
/// How deep drawings may stand within one another.
const DEPTH: usize = 8;
/// What a drawing costs that could not be unpacked: it was tried all the same.
const IN_VAIN: usize = 256 * 1024;
/// The least that a drawing costs, in bytes: one with nothing in it can be drawn many times over.
const LEAST: usize = 512;
/// How many states may be put aside at once, and how many marks may stand within one another.
const STATES: usize = 512;
/// A step to the right this wide, in thousandths of the size, is a space that was not written.
const GAP: f32 = 200.0;

/// Letters that were drawn in one go.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) x: f32,
    pub(super) end: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
}

/// What was found on a page.
#[derive(Default)]
pub(super) struct Page {
    pub(super) runs: Vec<Run>,
    /// Some of it could not be read as letters.
    pub(super) lost: bool,
    /// Some of it was not read, because there is more of it than is read of any statement.
    pub(super) too_much: bool,
    /// There is a picture on it, or another drawing.
    pub(super) pictures: bool,
}

/// The fonts of a document, by where they are kept.
pub(super) type Fonts<'a> = BTreeMap<usize, Font<'a>>;

/// Reads one page, within what is left to unpack for the whole document.
pub(super) fn read<'a>(document: &'a Document, id: ObjectId, fonts: &mut Fonts<'a>, left: &mut usize) -> Page {
    let mut drawing = Drawing { document, fonts, left, page: Page::default(), marks: Vec::new(), deeper: 0 };
    let resources: Vec<&Dictionary> = match document.get_page_resources(id) {
        Ok((own, ids)) => {
            own.into_iter().chain(ids.iter().filter_map(|id| document.get_dictionary(*id).ok())).collect()
        }
        Err(_) => Vec::new(),
    };
    match document.get_page_content_with_limit(id, PAGE.min(*drawing.left)) {
        Ok(content) => drawing.draw(content, &resources, State::default(), 0),
        Err(error) => drawing.in_vain(&error),
    }
    drawing.page
}

/// A matrix that moves, turns and stretches.
type Matrix = [f32; 6];

const STILL: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// The first, then the second.
fn then(first: Matrix, second: Matrix) -> Matrix {
    let [a, b, c, d, right, up] = second;
    let turned = |x: f32, y: f32| [x * a + y * c, x * b + y * d];
    let ([x0, x1], [y0, y1]) = (turned(first[0], first[1]), turned(first[2], first[3]));
    let [to_right, to_up] = turned(first[4], first[5]);
    [x0, x1, y0, y1, to_right + right, to_up + up]
}

/// What a drawing sets for the letters that follow.
#[derive(Clone, Copy)]
struct State {
    page: Matrix,
    line: Matrix,
    text: Matrix,
    /// Where the font is kept.
    font: Option<usize>,
    size: f32,
    leading: f32,
    letter_space: f32,
    word_space: f32,
    stretch: f32,
}

impl Default for State {
    fn default() -> Self {
        Self {
            page: STILL,
            line: STILL,
            text: STILL,
            font: None,
            size: 0.0,
            leading: 0.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
        }
    }
}

/// What some of the drawing was marked as.
enum Mark {
    Nothing,
    /// Not part of the text: a running head, the number of the page.
    Beside,
    /// It reads as these words, which are shown once.
    Reads(Option<String>),
}

struct Drawing<'a, 'f> {
    document: &'a Document,
    fonts: &'f mut Fonts<'a>,
    left: &'f mut usize,
    page: Page,
    marks: Vec<Mark>,
    /// Marks that were begun within too many others, and say nothing.
    deeper: usize,
}

impl<'a> Drawing<'a, '_> {
    fn draw(&mut self, mut content: Vec<u8>, resources: &[&'a Dictionary], start: State, depth: usize) {
        *self.left = self.left.saturating_sub(content.len().max(LEAST));
        content.extend(format!("\n{END}\n").bytes());
        let (mut state, mut kept, mut whole) = (start, Vec::new(), false);
        // One operation at a time: all of a page's at once take a hundred times its bytes.
        for operation in Content::decode_iter(&content) {
            let Ok(operation) = operation else { break };
            let operands = operation.operands.as_slice();
            match operation.operator.as_str() {
                "q" if kept.len() < STATES => kept.push(state),
                "Q" => state = kept.pop().unwrap_or(state),
                "cm" => state.page = matrix(operands).map_or(state.page, |matrix| then(matrix, state.page)),
                "Do" => self.form(operands, resources, state, depth),
                "BI" => self.page.pictures = true,
                "BMC" | "BDC" => self.mark(operands),
                "EMC" if self.deeper > 0 => self.deeper -= 1,
                "EMC" => drop(self.marks.pop()),
                "Tf" => {
                    state.font = self.font(operands.first(), resources);
                    state.size = number(operands.get(1));
                }
                "Tj" | "TJ" | "'" | "\"" => self.shown(&operation, &mut state),
                END => whole = true,
                operator => state.set(operator, operands),
            }
        }
        self.page.lost |= !whole;
    }

    /// Shows a string, on the next line where the operator says so.
    fn shown(&mut self, operation: &Operation, state: &mut State) {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "'" => state.next_line(0.0, -state.leading),
            "\"" => {
                (state.word_space, state.letter_space) = (number(operands.first()), number(operands.get(1)));
                state.next_line(0.0, -state.leading);
            }
            _ => {}
        }
        match operands.last() {
            Some(Object::Array(strings)) => self.show(strings, state),
            Some(string) => self.show(std::slice::from_ref(string), state),
            None => {}
        }
    }

    /// Shows strings with steps between them.
    fn show(&mut self, strings: &[Object], state: &mut State) {
        let Some(font) = state.font.and_then(|font| self.fonts.get(&font)) else { return };
        let (mut text, mut codes) = (String::new(), 0);
        let place = then(state.text, state.page);
        for string in strings {
            let mut step = 0.0;
            match string {
                Object::String(bytes, _) => {
                    for shown in font.show(bytes) {
                        text.push_str(&shown.letters);
                        codes += usize::from(!shown.space);
                        step += shown.width * state.size + state.letter_space;
                        step += if shown.space { state.word_space } else { 0.0 };
                    }
                }
                other => {
                    let back = other.as_float().unwrap_or(0.0);
                    if back < -GAP && !text.is_empty() && !text.ends_with(' ') {
                        text.push(' ');
                    }
                    step = -back / 1000.0 * state.size;
                }
            }
            state.text = then([1.0, 0.0, 0.0, 1.0, step * state.stretch, 0.0], state.text);
        }
        let bold = font.bold;
        let unknown = text.chars().filter(|letter| *letter == '\u{FFFD}').count();
        if codes > 0 && (text.is_empty() || unknown > 0) {
            self.page.lost = true;
        }
        let size = (state.size * (place[2].powi(2) + place[3].powi(2)).sqrt()).abs();
        let end = then(state.text, state.page)[4];
        self.add(Run { text, x: place[4], end, y: place[5], size, bold });
    }

    /// Keeps a run, unless it was marked as something else.
    fn add(&mut self, mut run: Run) {
        if self.marks.iter().any(|mark| matches!(mark, Mark::Beside)) {
            return;
        }
        for mark in &mut self.marks {
            if let Mark::Reads(words) = mark {
                match words.take() {
                    Some(words) => run.text = words,
                    None => return,
                }
                break;
            }
        }
        let sound = [run.x, run.end, run.y, run.size].iter().all(|number| number.is_finite());
        if sound && !run.text.is_empty() {
            self.page.runs.push(run);
        }
    }

    /// Counts what was unpacked, or begun to be, of a drawing that could not be.
    fn in_vain(&mut self, error: &lopdf::Error) {
        let most = PAGE.min(*self.left);
        let large = matches!(error, lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }));
        *self.left -= if large { most } else { IN_VAIN.min(most) };
        if large {
            self.page.too_much = true;
        } else {
            self.page.lost = true;
        }
    }

    fn mark(&mut self, operands: &[Object]) {
        if self.marks.len() >= STATES {
            self.deeper += 1;
            return;
        }
        let tag = operands.first().and_then(|tag| tag.as_name().ok()).unwrap_or_default();
        let words = operands.get(1).and_then(|properties| properties.as_dict().ok());
        let words = words.and_then(|properties| properties.get(b"ActualText").ok());
        let words = words.and_then(|words| lopdf::decode_text_string(words).ok());
        self.marks.push(match words {
            _ if tag == b"Artifact" => Mark::Beside,
            Some(words) => Mark::Reads(Some(words)),
            None => Mark::Nothing,
        });
    }

    /// Where a font is kept; it is read when it is first used.
    fn font(&mut self, name: Option<&Object>, resources: &[&'a Dictionary]) -> Option<usize> {
        let name = name?.as_name().ok()?;
        let font = self.resource(resources, b"Font", name)?.as_dict().ok()?;
        let place = std::ptr::from_ref(font) as usize;
        if PDF_FONTS.is_passed_by(self.fonts.len() + 1) && !self.fonts.contains_key(&place) {
            self.page.too_much = true;
            return None;
        }
        self.fonts.entry(place).or_insert_with(|| Font::new(font, self.document));
        Some(place)
    }

    fn resource(&self, resources: &[&'a Dictionary], kind: &[u8], name: &[u8]) -> Option<&'a Object> {
        resources.iter().find_map(|resources| {
            resources.get_deref(kind, self.document).ok()?.as_dict().ok()?.get_deref(name, self.document).ok()
        })
    }

    /// A drawing within the drawing, or a picture.
    fn form(&mut self, operands: &[Object], resources: &[&'a Dictionary], state: State, depth: usize) {
        let name = operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
        let Some(Object::Stream(form)) = self.resource(resources, b"XObject", name) else { return };
        if form.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default() != b"Form" {
            self.page.pictures = true;
            return;
        }
        if depth >= DEPTH || *self.left == 0 {
            self.page.too_much = true;
            return;
        }
        let content = match form.get_plain_content_with_limit(PAGE.min(*self.left)) {
            Ok(content) => content,
            Err(error) => return self.in_vain(&error),
        };
        let own = form.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict).ok();
        let nearest: Vec<&Dictionary> = own.into_iter().chain(resources.iter().copied()).collect();
        let moved = <Matrix>::try_from(numbers(&form.dict, b"Matrix", self.document)).unwrap_or(STILL);
        self.draw(content, &nearest, State { page: then(moved, state.page), ..state }, depth + 1);
    }
}

impl State {
    /// What an operator sets.
    fn set(&mut self, operator: &str, operands: &[Object]) {
        let first = number(operands.first());
        match operator {
            "BT" => (self.line, self.text) = (STILL, STILL),
            "Tc" => self.letter_space = first,
            "Tw" => self.word_space = first,
            "Tz" => self.stretch = first / 100.0,
            "TL" => self.leading = first,
            "Tm" => {
                self.line = matrix(operands).unwrap_or(self.line);
                self.text = self.line;
            }
            "Td" => self.next_line(first, number(operands.get(1))),
            "TD" => {
                self.leading = -number(operands.get(1));
                self.next_line(first, -self.leading);
            }
            "T*" => self.next_line(0.0, -self.leading),
            _ => {}
        }
    }

    fn next_line(&mut self, right: f32, up: f32) {
        self.line = then([1.0, 0.0, 0.0, 1.0, right, up], self.line);
        self.text = self.line;
    }
}

fn number(object: Option<&Object>) -> f32 {
    object.and_then(|object| object.as_float().ok()).unwrap_or(0.0)
}

fn matrix(operands: &[Object]) -> Option<Matrix> {
    let numbers: Vec<f32> = operands.iter().map(|operand| number(Some(operand))).collect();
    Matrix::try_from(numbers).ok()
}
