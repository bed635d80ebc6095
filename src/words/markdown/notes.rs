//! Notes that somebody left for themselves, `<!-- … -->`: nobody else ever reads a letter of one.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Begins a note.
const BEGIN: &str = "<!--";
/// Ends a note.
const END: &str = "-->";

/// Markdown without its notes; every line keeps its number.
pub(super) fn hidden(markdown: &str) -> Cow<'_, str> {
    without(markdown, |note| note.chars().filter(|c| *c == '\n').collect())
}

/// Markdown with each letter of its notes blank: every other letter keeps its place.
pub(crate) fn blanked(markdown: &str) -> Cow<'_, str> {
    put(markdown, |note, _| (note.chars().map(|c| if c == '\n' { c } else { ' ' }).collect(), 0))
}

/// A words file with its notes as the template's own: they are gone before anything is filled in. Every letter keeps its place.
pub(crate) fn of_template(letters: &str) -> Cow<'_, str> {
    without(letters, |note| {
        // What would end the template's note too early loses its sign.
        let inside = note[BEGIN.len()..note.len() - END.len()].replace("#}", "# ");
        format!("{{#  {inside} #}}")
    })
}

/// Where a note begins that never ends, in bytes; none where each ends.
pub(super) fn open(markdown: &str) -> Option<usize> {
    found(markdown).1
}

/// Letters with each note put differently. What follows a note that a line begins with is not to be taken for a line moved to the
/// right: it begins where the line did.
fn without(markdown: &str, note: impl Fn(&str) -> String) -> Cow<'_, str> {
    put(markdown, |letters, after| {
        let moved = if after.begins_a_line {
            after.letters.len() - after.letters.trim_start_matches([' ', '\t']).len()
        } else {
            0
        };
        (note(letters), moved)
    })
}

/// What stands around a note.
struct Around<'a> {
    /// Whether nothing that is left stands before it on its line.
    begins_a_line: bool,
    /// All that follows it.
    letters: &'a str,
}

/// Letters with something in the place of each note, and as many bytes after it left out as that says.
fn put(markdown: &str, instead: impl Fn(&str, &Around<'_>) -> (String, usize)) -> Cow<'_, str> {
    let (notes, _) = found(markdown);
    if notes.is_empty() {
        return Cow::Borrowed(markdown);
    }
    let mut out = String::with_capacity(markdown.len());
    let mut at = 0;
    for note in notes {
        out.push_str(&markdown[at..note.start]);
        let around = Around { begins_a_line: out.is_empty() || out.ends_with('\n'), letters: &markdown[note.end..] };
        let (letters, left_out) = instead(&markdown[note.clone()], &around);
        out.push_str(&letters);
        at = note.end + left_out;
    }
    out.push_str(&markdown[at..]);
    Cow::Owned(out)
}

/// Every note, and where one begins that never ends.
fn found(markdown: &str) -> (Vec<Range<usize>>, Option<usize>) {
    if !markdown.contains(BEGIN) {
        return (Vec::new(), None);
    }
    let code = code(markdown);
    let mut notes = Vec::new();
    let mut at = 0;
    while let Some(start) = markdown[at..].find(BEGIN).map(|found| at + found) {
        let before = code.partition_point(|code| code.start < start);
        if let Some(code) = before.checked_sub(1).map(|last| &code[last]).filter(|code| start < code.end) {
            at = code.end;
        } else if markdown[..start].ends_with('\\') {
            at = start + BEGIN.len();
        } else if let Some(end) = markdown[start + BEGIN.len()..].find(END) {
            at = start + BEGIN.len() + end + END.len();
            notes.push(start..at);
        } else {
            return (notes, Some(start));
        }
    }
    (notes, None)
}

/// What is shown just as it stands: between backticks, or in a block of its own between lines of them.
fn code(markdown: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut block = None;
    for (event, range) in Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Code(_) => out.push(range),
            Event::Start(Tag::CodeBlock(_)) => block = Some(range),
            Event::End(TagEnd::CodeBlock) => out.extend(block.take()),
            _ => {}
        }
    }
    out.sort_by_key(|code| code.start);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_letter_of_a_note_is_left_and_every_line_keeps_its_number() {
        assert_eq!(hidden("# A\n\n<!-- Rosa:\n\nnot yet -->\n\nB <!--lint: x-->c\n"), "# A\n\n\n\n\n\nB c\n");
        assert_eq!(hidden("- <!-- a\n\n  b --> c\n"), "- \n\n c\n");
        assert_eq!(hidden("<!-- a -->      b\n"), "b\n");
    }

    #[test]
    fn what_is_shown_as_it_stands_is_no_note() {
        let shown = "Write `<!-- a -->` or \\<!-- b -->.\n\n```\n<!-- c -->\n```\n";
        assert_eq!(hidden(shown), shown);
        assert_eq!(hidden("<!-- a ` b --> c ` d\n"), "c ` d\n");
    }

    #[test]
    fn a_note_without_an_end_is_known() {
        assert_eq!(open("a <!-- b --> c <!-- d\n"), Some(15));
        assert_eq!(open("a <!-- b -->\n"), None);
    }

    #[test]
    fn a_note_made_blank_moves_no_letter() {
        let markdown = "<!-- é\n b -->  c <!-- d -->f\n";
        let blank = |letters: usize| " ".repeat(letters);
        assert_eq!(blanked(markdown), format!("{}\n{}  c {}f\n", blank(6), blank(6), blank(10)));
        assert_eq!(blanked("No note.\n"), "No note.\n");
    }

    #[test]
    fn a_note_in_a_words_file_is_one_of_the_template() {
        assert_eq!(of_template("a <!-- {{ b }} {# c #} --> d"), "a {#   {{ b }} {# c #   #} d");
    }
}
