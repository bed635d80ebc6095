//! Runs of letters into the lines they were printed in, without the lines that stand on every page.

use std::collections::BTreeMap;

use super::page::Run;

/// A gap this wide, in sizes of the letters, lies between two columns or cells.
const CELL: f32 = 1.6;
/// A gap this wide is a space.
const SPACE: f32 = 0.15;
/// How far from the top and bottom of a page running heads are looked for, in lines.
const EDGE: usize = 3;

/// One line, or the part of it in one column.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) page: u32,
    pub(super) text: String,
    pub(super) x: f32,
    pub(super) end: f32,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    /// It stands beside another, as the cells of a row do.
    pub(super) cell: bool,
}

/// The lines of a page.
pub(super) fn lines(runs: Vec<Run>, page: u32) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut before: Option<Run> = None;
    for run in runs {
        // Some programs print letters twice to make them bold.
        let twice = before.as_ref().is_some_and(|before| {
            let near = |a: f32, b: f32| (a - b).abs() < 0.3 * run.size;
            before.text == run.text && near(before.x, run.x) && near(before.y, run.y)
        });
        if twice {
            continue;
        }
        match lines.last_mut() {
            Some(line) if line.takes(&run) => line.add(&run),
            // A space that does not go on in the line stands between two columns, or begins another line: it says nothing of either.
            _ if run.text.trim().is_empty() => {}
            last => {
                let beside = last.filter(|line| line.is_beside(&run));
                let cell = beside.is_some();
                beside.into_iter().for_each(|line| line.cell = true);
                lines.extend(Line::new(&run, page, cell));
            }
        }
        before = Some(run);
    }
    lines.iter_mut().for_each(|line| line.text = line.text.trim().to_owned());
    lines.retain(|line| !line.text.is_empty());
    lines
}

impl Line {
    fn new(run: &Run, page: u32, cell: bool) -> Option<Self> {
        let Run { x, end, y, size, bold, .. } = *run;
        let text = letters(&run.text);
        (!text.trim().is_empty()).then_some(Self { page, text, x, end, y, size, bold, cell })
    }

    /// Whether a run stands as high on the page.
    fn is_level(&self, run: &Run) -> bool {
        (self.y - run.y).abs() < 0.5 * self.size.max(run.size)
    }

    /// Whether a run goes on in this line.
    fn takes(&self, run: &Run) -> bool {
        let size = self.size.max(run.size).max(1.0);
        let gap = run.x - self.end;
        // The mark of a list stands far from its words. Only a short text is looked at: lines are added to many times.
        let mark = self.text.len() <= 12 && super::super::plain::list_mark(&format!("{} a", self.text.trim())).1 > 0;
        self.is_level(run) && gap > -size && gap < size * if mark { 5.0 } else { CELL }
    }

    /// Whether a run is in the same row, further to the right.
    fn is_beside(&self, run: &Run) -> bool {
        self.is_level(run) && run.x > self.end
    }

    fn add(&mut self, run: &Run) {
        let text = letters(&run.text);
        let gap = run.x - self.end;
        let spaced = self.text.ends_with(char::is_whitespace) || text.starts_with(char::is_whitespace);
        if gap > SPACE * self.size.max(1.0) && !spaced {
            self.text.push(' ');
        }
        if !text.trim().is_empty() {
            self.bold &= run.bold;
            self.size = self.size.max(run.size);
        }
        self.text.push_str(&text);
        self.end = self.end.max(run.end);
    }
}

/// Letters as people type them: two that are printed as one shape are two.
fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{FB00}' => out.push_str("ff"),
            '\u{FB01}' => out.push_str("fi"),
            '\u{FB02}' => out.push_str("fl"),
            '\u{FB03}' => out.push_str("ffi"),
            '\u{FB04}' => out.push_str("ffl"),
            '\u{FB05}' | '\u{FB06}' => out.push_str("st"),
            '\u{FFFD}' => {}
            letter => out.push(letter),
        }
    }
    out
}

/// The lines of all pages without running heads, feet and the numbers of pages.
pub(super) fn without_running(mut pages: Vec<Vec<Line>>) -> Vec<Line> {
    let mut seen: BTreeMap<(i32, String), usize> = BTreeMap::new();
    for page in &pages {
        for at in edges(page) {
            *seen.entry(place(&page[at])).or_default() += 1;
        }
    }
    let often = (pages.len() / 2).max(1);
    for page in &mut pages {
        let mut running: Vec<usize> = edges(page);
        let outermost: Vec<usize> = [highest(page), lowest(page)].into_iter().flatten().collect();
        running.retain(|at| {
            let line = &page[*at];
            seen.get(&place(line)).is_some_and(|times| *times > often)
                || (outermost.contains(at) && is_page_number(&line.text))
        });
        let mut at = 0;
        page.retain(|_| {
            at += 1;
            !running.contains(&(at - 1))
        });
    }
    pages.into_iter().flatten().collect()
}

/// What makes two lines on two pages the same: how high they stand, and their words without numbers.
fn place(line: &Line) -> (i32, String) {
    let words: String = line.text.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a height on a page, to within three points; too large ones are alike"
    )]
    let height = (line.y / 3.0).round() as i32;
    (height, words)
}

/// The lines nearest to the top and to the bottom.
fn edges(page: &[Line]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    order.sort_by(|a, b| page[*a].y.total_cmp(&page[*b].y));
    let top = order.len().saturating_sub(EDGE).max(EDGE.min(order.len()));
    order[..EDGE.min(order.len())].iter().chain(&order[top..]).copied().collect()
}

fn highest(page: &[Line]) -> Option<usize> {
    (0..page.len()).max_by(|a, b| page[*a].y.total_cmp(&page[*b].y))
}

fn lowest(page: &[Line]) -> Option<usize> {
    (0..page.len()).min_by(|a, b| page[*a].y.total_cmp(&page[*b].y))
}

/// Whether a line is nothing but the number of a page.
fn is_page_number(line: &str) -> bool {
    let mut numbers = 0;
    let words = line.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let only = words.into_iter().all(|word| {
        let number = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        numbers += usize::from(number);
        number || matches!(word.to_lowercase().as_str(), "page" | "of")
    });
    only && (1..=2).contains(&numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, x: f32, end: f32, y: f32) -> Run {
        Run { text: text.to_owned(), x, end, y, size: 10.0, bold: false }
    }

    #[test]
    fn a_space_between_two_columns_joins_them_no_more_than_the_gap_does() {
        let runs = vec![run("Tea", 0.0, 20.0, 0.0), run("  ", 60.0, 110.0, 0.0), run("at four", 115.0, 150.0, 0.0)];
        let lines = lines(runs, 1);
        assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), ["Tea", "at four"]);
        assert!(lines.iter().all(|line| line.cell), "they are cells of one row");
    }

    #[test]
    fn a_space_on_the_next_line_leaves_the_line_before_as_long_as_it_was() {
        let lines = lines(vec![run("Tea", 0.0, 20.0, 30.0), run(" ", 0.0, 90.0, 0.0)], 1);
        assert_eq!(lines.iter().map(|line| (line.text.as_str(), line.end)).collect::<Vec<_>>(), [("Tea", 20.0)]);
    }
}
