//! The lines of a paragraph, as they are read: signs in them that Markdown took for letters.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// A sign among words: its byte, what is wrong, what to write.
pub(super) type Found = (usize, &'static str, &'static str);

/// Stands for what is no letter as it was typed: one that was put out of action, code, a link, a picture.
const OTHER: char = '\u{E01E}';

/// A shape that would be shown as it stands, with what is wrong and what to write.
type Shape = (&'static str, &'static str, &'static str);

/// What is wrong with most signs.
const AS_IT_STANDS: &str = "this would be shown as it stands, signs and all";
/// What is wrong with lines that somebody set under each other.
const RUNS_ON: &str = "these lines would run on into one another";
/// What to write for them.
const POINTS: &str = "Begin each of them with “- ”, or with a number: “1. ”, “2. ”.";

/// Shapes anywhere on a line.
const ANYWHERE: [Shape; 15] = [
    (
        r"\*\*",
        AS_IT_STANDS,
        "Write the stars right against the words, two before and two after: **like this**. A star that is meant is written “\\*”.",
    ),
    (r"!\[[^\]]*\]?\s*\(?", "this is not read as a picture", "Write ![](photos/garden.jpg), without a space in it."),
    (r"\[\[[^\]]+\]\]", AS_IT_STANDS, "A link is written [Visiting us](page:visiting)."),
    (r"\[\^[^\]\s]+\]", "there is no note of this name", "Say it in the sentence itself, or in brackets after it."),
    (
        r"\]\(|\]\s+\((?:page:|https?:|mailto:|tel:|www\.|/)",
        "this is not read as a link",
        "Write the words and the address without a space between them, and none in the address: [Visiting us](page:visiting).",
    ),
    (
        r"\[[^\]]+\]\[[^\]]*\]",
        "nothing says where this link leads",
        "Write the address after the words: [Visiting us](page:visiting).",
    ),
    (
        r"\{\{|\{%|\{#",
        "a page of your own cannot be filled in: this would be shown as it stands",
        "Write the words themselves.",
    ),
    (r"\{[.#][\w-]+\}", AS_IT_STANDS, "Words such as {.in-short} stand behind a heading, on the same line."),
    (
        r"(?:^|\s):[a-z][a-z0-9_+-]*[a-z0-9]:(?:$|[\s.,;!?)])",
        AS_IT_STANDS,
        "Say in words what the little picture would show.",
    ),
    (
        r"==[^=\s](?:[^=]*[^=\s])?==",
        AS_IT_STANDS,
        "Write two stars before the words and two after them: **like this**.",
    ),
    (r"\$\$", AS_IT_STANDS, "Write the sum in words and figures."),
    (r"(?:^|\s)__[\p{L}\p{N}]", AS_IT_STANDS, "Write two stars before the words and two after them: **like this**."),
    (r"~~", AS_IT_STANDS, "Take out what is no longer so."),
    (r"(?:^|[^\p{L}\p{N}])&[A-Za-z][A-Za-z0-9]+;", AS_IT_STANDS, "Write the letter itself."),
    (r"\\$", AS_IT_STANDS, "Take it out: no line comes after this one."),
];

/// Shapes at the beginning of a line.
const AT_THE_START: [Shape; 9] = [
    (r"^[•·‣◦▪●○∙⁃]", "a point of a list begins with “- ”", "Write “- ” in the place of the dot that was typed."),
    (r"^-[\p{L}\u{A0}]", "there is no space after the dash", "Write “- ” before each point of a list."),
    (
        r"^#{1,6}\u{A0}|^#{2,6}\p{L}",
        "there is no space after the signs of a heading",
        "Write “## ” and the words of the heading after it.",
    ),
    (
        r"^\d{1,3}[.)](?:\p{Lu}|\u{A0})",
        "there is no space after the number",
        "Write “1. ” with a space before each step of a list.",
    ),
    (
        r"^\|.*\|$",
        "this is not read as a table",
        "Write a line of dashes under the first line of the table: | --- | --- |.",
    ),
    (r"^: ", "this is not read as a fact", "Write its name on the line before, and the words after “: ”."),
    (r"^\+\+\+$", AS_IT_STANDS, "What is said about a page stands at its top between two lines “---”."),
    (r"^\[[ xX]?\](?:\s|$)", "a page has no boxes to tick", "Take the brackets out: “- ” and the words are enough."),
    (
        r"^(?:```|~~~)",
        AS_IT_STANDS,
        "Begin the line before the words, and the line after them, with ``` and nothing else.",
    ),
];

static ANYWHERES: LazyLock<Vec<(Regex, &Shape)>> = LazyLock::new(|| made(&ANYWHERE));
static STARTS: LazyLock<Vec<(Regex, &Shape)>> = LazyLock::new(|| made(&AT_THE_START));
/// A line that begins with a letter for a number: “a)”, “(b)”, “iv.”.
static LETTERED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\(?(?:[a-z]|[ivx]{1,4})[.)]\s").expect("the pattern is fixed"));
/// A line that begins with a dash.
static DASHED: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^[–—-]\s?\S").expect("the pattern is fixed"));
/// A line that begins with the number of a step.
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^\d{1,2}[.)]\s").expect("the pattern is fixed"));

fn made(shapes: &'static [Shape]) -> Vec<(Regex, &'static Shape)> {
    shapes.iter().map(|shape| (Regex::new(shape.0).expect("the pattern is fixed"), shape)).collect()
}

/// The words of a paragraph, a heading or a cell, line by line.
pub(super) struct Line<'a> {
    markdown: &'a str,
    /// Each line, with the byte of each of its letters.
    lines: Vec<(String, Vec<usize>)>,
}

impl<'a> Line<'a> {
    pub(super) fn new(markdown: &'a str) -> Self {
        Self { markdown, lines: vec![Default::default()] }
    }

    /// A run of letters.
    pub(super) fn text(&mut self, words: &str, range: Range<usize>) {
        if self.markdown.get(range.clone()) != Some(words) {
            return self.other();
        }
        let put_out_of_action = self.markdown[..range.start].ends_with('\\');
        let Some((line, bytes)) = self.lines.last_mut() else { return };
        for (at, c) in words.char_indices() {
            let c = if at == 0 && put_out_of_action { OTHER } else { c };
            line.push(c);
            bytes.extend(std::iter::repeat_n(range.start + at, c.len_utf8()));
        }
    }

    /// Something that is no run of letters.
    pub(super) fn other(&mut self) {
        let Some((line, bytes)) = self.lines.last_mut() else { return };
        line.push(OTHER);
        let last = bytes.last().copied().unwrap_or(0);
        bytes.extend(std::iter::repeat_n(last, OTHER.len_utf8()));
    }

    /// A line ends, and the words go on.
    pub(super) fn broken(&mut self) {
        self.lines.push(Default::default());
    }

    /// The words end: what in them would be shown as it stands. At the end of what somebody said a dash says who.
    pub(super) fn finished(&mut self, quoted: bool) -> Vec<Found> {
        let lines = std::mem::replace(&mut self.lines, vec![Default::default()]);
        let mut found = Vec::new();
        for (line, bytes) in &lines {
            let here = STARTS.iter().chain(ANYWHERES.iter());
            let here = here.filter_map(|(shape, (_, what, help))| Some((shape.find(line)?.start(), *what, *help)));
            // Two shapes at one place are one mistake.
            let first = here.min_by_key(|(at, ..)| *at);
            found.extend(first.and_then(|(at, what, help)| Some((*bytes.get(at)?, what, help))));
        }
        if found.is_empty() {
            found.extend(runs_on(&lines, quoted));
        }
        found
    }
}

/// Whether lines that begin with a dash are meant as points. A dash that goes on with a sentence can begin a line too, where the words
/// were wrapped: then the line before it ends in the middle of one.
fn are_points(lines: &[(String, Vec<usize>)], dashed: &[&(String, Vec<usize>)]) -> bool {
    let hyphen = dashed.iter().any(|(line, _)| line.starts_with('-'));
    let ended = |line: &str| line.trim_end().ends_with(['.', ':', ';', ',', '?', '!']);
    let after_an_end = (0..lines.len()).any(|at| DASHED.is_match(&lines[at].0) && (at == 0 || ended(&lines[at - 1].0)));
    hyphen || after_an_end
}

/// Lines that were set under each other like a list, and are none.
fn runs_on(lines: &[(String, Vec<usize>)], quoted: bool) -> Option<Found> {
    let begin = |shape: &Regex| lines.iter().filter(|(line, _)| shape.is_match(line)).collect::<Vec<_>>();
    let many = |shape: &Regex| Some(begin(shape)).filter(|lines| lines.len() > 1);
    let lettered = many(&LETTERED).or_else(|| many(&DASHED).filter(|found| !quoted && are_points(lines, found)));
    if let Some((_, bytes)) = lettered.and_then(|lines| lines.first().copied()) {
        return Some((bytes.first().copied()?, RUNS_ON, POINTS));
    }
    // A list that does not begin with 1 needs an empty line before it, or it is taken for the rest of the sentence.
    let numbered = lines.iter().skip(1).filter(|(line, _)| NUMBERED.is_match(line)).collect::<Vec<_>>();
    let after_colon = lines.windows(2).any(|pair| pair[0].0.trim_end().ends_with(':') && NUMBERED.is_match(&pair[1].0));
    let (_, bytes) = numbered.first().filter(|_| numbered.len() > 1 || after_colon)?;
    Some((bytes.first().copied()?, RUNS_ON, "Leave an empty line before the list."))
}
