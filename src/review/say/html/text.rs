//! The text of a report: headings, paragraphs, lists and tables as they were, with the words marked.

use std::collections::BTreeMap;

use super::{card, escaped};
use crate::prose::{Part, Passage};
use crate::review::{Advice, Review};

/// The headings above a text's own: the report's title, its parts, the name of the text.
const ABOVE: u8 = 2;

/// What is open while a text is written.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Open {
    Nothing,
    Points,
    Steps,
    /// A table, with its row.
    Table(u32),
}

/// The whole text, with its advice by their numbers.
pub(super) fn body(review: &Review, numbered: &[(usize, &Advice)]) -> String {
    let mut writer = Writer { out: String::new(), open: Open::Nothing, level: ABOVE, waiting: String::new() };
    let mut by_passage: BTreeMap<usize, Vec<(usize, &Advice)>> = BTreeMap::new();
    for (number, advice) in numbered {
        if let Some((passage, _)) = &advice.passage {
            by_passage.entry(*passage).or_default().push((*number, advice));
        }
    }
    for (at, passage) in review.prose.passages.iter().enumerate() {
        let mut advice = by_passage.remove(&at).unwrap_or_default();
        advice.sort_by_key(|(_, advice)| advice.passage.as_ref().map_or(0, |(_, words)| words.start));
        writer.passage(passage, &advice);
    }
    writer.turn(Open::Nothing);
    writer.out
}

struct Writer {
    out: String,
    open: Open,
    level: u8,
    /// Advice on cells, which stands below the table.
    waiting: String,
}

impl Writer {
    fn passage(&mut self, passage: &Passage, advice: &[(usize, &Advice)]) {
        let words = marked(passage, advice);
        let cards: String = advice.iter().map(|(n, advice)| card(*n, advice)).collect();
        let row = |inner: String| beside(&inner, &cards);
        match passage.part {
            Part::Heading(level) => {
                self.turn(Open::Nothing);
                // A text may leave a level out; the page may not.
                self.level = (level.saturating_add(ABOVE)).clamp(ABOVE + 1, (self.level + 1).min(6));
                let heading = row(format!("<h{0}>{words}</h{0}>", self.level));
                self.out.push_str(&heading);
            }
            Part::Point | Part::Step => {
                self.turn(if passage.part == Part::Point { Open::Points } else { Open::Steps });
                self.out.push_str(&format!("<li>{}</li>\n", row(format!("<p>{words}</p>"))));
            }
            Part::Cell(number) => {
                self.cell(number, &words);
                self.waiting.push_str(&cards);
            }
            Part::Quote => {
                self.turn(Open::Nothing);
                self.out.push_str(&row(format!("<blockquote><p>{words}</p></blockquote>")));
            }
            Part::Label => {
                self.turn(Open::Nothing);
                self.out.push_str(&row(format!("<p class=\"label\">{words}</p>")));
            }
            Part::Paragraph | Part::Aside | Part::Plain => {
                self.turn(Open::Nothing);
                self.out.push_str(&row(format!("<p>{words}</p>")));
            }
        }
    }

    fn cell(&mut self, number: u32, words: &str) {
        match self.open {
            Open::Table(row) if row == number => {}
            Open::Table(row) if row < number => {
                self.out.push_str("</tr>\n<tr>");
                self.open = Open::Table(number);
            }
            _ => {
                self.turn(Open::Nothing);
                self.out.push_str("<table class=\"said\">\n<tr>");
                self.open = Open::Table(number);
            }
        }
        let cell = if number == 0 { format!("<th scope=\"col\">{words}</th>") } else { format!("<td>{words}</td>") };
        self.out.push_str(&cell);
    }

    /// Ends what is open and begins something else.
    fn turn(&mut self, next: Open) {
        if self.open == next {
            return;
        }
        self.out.push_str(match self.open {
            Open::Nothing => "",
            Open::Points => "</ul>\n",
            Open::Steps => "</ol>\n",
            Open::Table(_) => "</tr>\n</table>\n",
        });
        let cards = std::mem::take(&mut self.waiting);
        if !cards.is_empty() {
            self.out.push_str(&format!("<div class=\"advice\">{cards}</div>\n"));
        }
        self.out.push_str(match next {
            Open::Points => "<ul class=\"list\">\n",
            Open::Steps => "<ol class=\"list\">\n",
            Open::Nothing | Open::Table(_) => "",
        });
        self.open = next;
    }
}

/// A passage with its advice at its side.
fn beside(inner: &str, cards: &str) -> String {
    if cards.is_empty() {
        format!("<div class=\"row\"><div class=\"said\">{inner}</div></div>\n")
    } else {
        format!("<div class=\"row\"><div class=\"said\">{inner}</div><div class=\"advice\">{cards}</div></div>\n")
    }
}

/// A passage's words with those that have advice marked; where two overlap, the second begins after the first.
fn marked(passage: &Passage, advice: &[(usize, &Advice)]) -> String {
    let text = passage.text.as_str();
    let part = |from: usize, to: usize| escaped(text.get(from..to).unwrap_or_default());
    let (mut out, mut at) = (String::new(), 0);
    for (n, one) in advice {
        let Some((_, words)) = &one.passage else { continue };
        let (start, end) = (words.start.max(at).min(text.len()), words.end.max(at).min(text.len()));
        out.push_str(&part(at, start));
        out.push_str(&format!(
            "<mark class=\"{}\" id=\"words-{n}\">{}<a class=\"number\" href=\"#advice-{n}\"><span class=\"unseen\">, advice </span>{n}</a></mark>",
            one.severity.name(),
            part(start, end)
        ));
        at = end;
    }
    out.push_str(&part(at, text.len()));
    out
}
