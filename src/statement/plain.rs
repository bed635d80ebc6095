//! A statement in plain text: paragraphs between empty lines, lists by their marks, headings by how they stand.
//!
//! Comes from: letters. Goes to: [`Prose`], each letter with its byte.

use camino::Utf8Path;

use super::passages::Passages;
use crate::prose::{Part, Prose};

/// A line that is longer was not broken to fit a page.
const PAGE_WIDTH: usize = 100;
/// The longest heading, in bytes.
const HEADING: usize = 80;

pub(super) fn read(path: &Utf8Path, letters: String) -> Prose {
    let mut passages = Passages::new(path);
    let mut block: Vec<Line> = Vec::new();
    let mut byte = 0;
    for line in letters.split_inclusive('\n') {
        let text = line.trim_start_matches('\u{FEFF}').trim();
        if text.is_empty() {
            read_block(&mut passages, &block);
            block.clear();
        } else {
            let start = byte + (line.len() - line.trim_start_matches('\u{FEFF}').trim_start().len());
            block.push(Line { text, byte: start });
        }
        byte += line.len();
    }
    read_block(&mut passages, &block);
    passages.finish(Some(letters))
}

/// One line without the white space around it.
#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    byte: usize,
}

/// Lines with nothing empty between them.
fn read_block(passages: &mut Passages, block: &[Line]) {
    passages.end();
    let width = block.iter().map(|line| line.text.len()).max().unwrap_or(0).min(PAGE_WIDTH);
    let mut before: Option<Line> = None;
    for (number, line) in block.iter().enumerate() {
        let next = block.get(number + 1);
        let (part, mark) = list_mark(line.text);
        if before.is_none_or(|before| ends(before.text, line.text, width)) || mark > 0 {
            passages.end();
            let alone = next.is_none_or(|next| ends(line.text, next.text, width) || is_rule(next.text));
            let heading = mark == 0 && alone && is_heading(line.text);
            passages.part = if heading { Part::Heading(1) } else { part };
        }
        if is_rule(line.text) {
            passages.end();
            before = None;
            continue;
        }
        if let Some(before) = before {
            passages.instead(" ", before.byte + before.text.len(), line.byte);
        }
        passages.letters(&line.text[mark..], line.byte + mark);
        before = Some(*line);
    }
    passages.end();
}

/// Whether a line was ended on purpose: the first word of the next would have fitted on it.
fn ends(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_ascii_whitespace().next().map_or(0, str::len);
    let full = line.len() > PAGE_WIDTH && line.ends_with(['.', '!', '?', ':']);
    full || line.len() + word + 10 < width
}

/// Whether a line that stands alone names what follows.
fn is_heading(line: &str) -> bool {
    line.len() <= HEADING
        && !line.ends_with(['.', '!', '?', ':', ';', ','])
        && line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether a line only draws a rule.
fn is_rule(line: &str) -> bool {
    line.len() >= 3 && line.bytes().all(|byte| matches!(byte, b'=' | b'-' | b'_' | b'*' | b'~'))
}

/// What a line's mark makes it, and how many bytes the mark takes.
pub(super) fn list_mark(line: &str) -> (Part, usize) {
    const BULLETS: [char; 12] = ['-', '*', '•', '–', '·', '▪', '◦', '‣', '\u{F0B7}', '○', '●', '■'];
    if let Some(rest) = line.strip_prefix(BULLETS) {
        let words = rest.trim_start();
        if words.len() < rest.len() && !words.is_empty() {
            return (Part::Point, line.len() - words.len());
        }
    }
    let open = usize::from(line.starts_with('('));
    let number = line[open..].bytes().take_while(u8::is_ascii_digit).count();
    let letter = usize::from(number == 0 && line[open..].starts_with(|c: char| c.is_ascii_lowercase()));
    let end = open + number.max(letter);
    let closed = line[end..].starts_with(if open == 1 { [')', ')'] } else { ['.', ')'] });
    if end > open && number <= 3 && closed {
        let words = line[end + 1..].trim_start();
        if words.len() < line.len() - end - 1 && !words.is_empty() {
            return (Part::Step, line.len() - words.len());
        }
    }
    (Part::Paragraph, 0)
}
