//! A value on its way into Markdown.

use std::io::Write;

/// Makes a value harmless in Markdown: it can be letters, never a heading, a link or a list.
pub(super) fn escape(value: &str, out: &mut dyn Write) -> std::io::Result<()> {
    out.write_all(escaped(value).as_bytes())
}

/// A value with every sign that Markdown could take up put out of action.
pub(super) fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 8);
    for c in value.trim().chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            '\'' | '"' | ',' | ';' | '?' | '%' | '/' => out.push(c),
            c if c.is_ascii_punctuation() => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}
