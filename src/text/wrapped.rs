//! Words in lines that a terminal shows whole.

/// How wide a line may be.
const WIDTH: usize = 96;

/// Words in lines, the first with something before it and the others as far in.
pub(crate) fn wrapped(out: &mut String, before: &str, words: &str) {
    let indent = if before.trim().is_empty() { before.to_owned() } else { "  ".to_owned() };
    let mut line = before.to_owned();
    let mut empty = true;
    for word in words.split_whitespace() {
        if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            out.push_str(line.trim_end());
            out.push('\n');
            line.clone_from(&indent);
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    out.push_str(line.trim_end());
    out.push('\n');
}
