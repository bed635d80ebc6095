//! A words file without what a template fills in: what is left is what somebody wrote.

/// Stands for what is filled in.
pub(super) const FILLED: char = '\u{E01F}';

/// The tags of a template, each with what ends it.
const TAGS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];

/// A words file without its tags.
pub(super) struct Blank {
    /// The letters, with a sign for each value that is filled in.
    pub(super) letters: String,
    /// For each line of them the line of the words file.
    pub(super) lines: Vec<u32>,
}

/// The letters with each tag blanked out. A line that holds nothing but a tag which takes the end of its line away is not there.
pub(super) fn blank(letters: &str) -> Blank {
    let mut out = Blank { letters: String::with_capacity(letters.len()), lines: Vec::new() };
    let all = blanked(letters);
    for ((number, written), left) in (1..).zip(letters.split('\n')).zip(all.split('\n')) {
        let trims = ["-%}", "{%-", "-#}", "{#-", "-}}", "{{-"].iter().any(|sign| written.contains(sign));
        if trims && left.trim().is_empty() {
            continue;
        }
        out.letters.push_str(left);
        out.letters.push('\n');
        out.lines.push(number);
    }
    out
}

/// The letters with each tag blanked out; every line keeps its number.
fn blanked(letters: &str) -> String {
    let mut out = String::with_capacity(letters.len());
    let mut rest = letters;
    while let Some((at, (begin, end))) =
        TAGS.iter().filter_map(|tag| Some((rest.find(tag.0)?, *tag))).min_by_key(|(at, _)| *at)
    {
        out.push_str(&rest[..at]);
        let tag = &rest[at..];
        let length = tag.find(end).map_or(tag.len(), |found| found + end.len());
        if begin == "{{" {
            out.push(FILLED);
        }
        out.extend(tag[..length].chars().filter(|c| *c == '\n'));
        rest = &tag[length..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_blank_and_every_line_stays() {
        assert_eq!(blanked("a {{ b }}\n{% if c\n%}d{# e #}"), format!("a {FILLED}\n\nd"));
    }

    #[test]
    fn a_line_that_a_tag_takes_away_is_not_there() {
        let blank = blank("| a |\n{% if b -%}\n| c |\n{% endif -%}\nd\n");
        assert_eq!((blank.letters.as_str(), blank.lines), ("| a |\n| c |\nd\n\n", vec![1, 3, 5, 6]));
    }
}
