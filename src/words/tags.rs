//! The tags in the letters of a words file: where each begins and ends, and what stands in it.

/// What begins a tag, each with what ends it.
const SIGNS: [(&str, &str); 3] = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];

/// A tag that has an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// What begins it: `{{` says a value, `{%` does something, `{#` is a note.
    pub(super) begin: &'static str,
    /// Its first byte.
    pub(super) start: usize,
    /// The byte after its last.
    pub(super) end: usize,
    /// What stands between its signs, without the dashes that take white space away, and without white space around it.
    pub(super) inner: &'a str,
}

impl<'a> Tag<'a> {
    /// The first word of a tag that does something.
    pub(super) fn word(&self) -> Option<&'a str> {
        (self.begin == "{%").then(|| self.inner.split(|c: char| !is_of_name(c)).next().unwrap_or_default())
    }

    /// What stands after its first word.
    pub(super) fn rest(&self) -> &'a str {
        self.inner.trim_start_matches(is_of_name).trim()
    }

    /// Its letters with each text in quotation marks as spaces, so that what is found stands in no text; none where a text has no
    /// end.
    pub(super) fn without_texts(&self) -> Option<String> {
        let mut out = String::with_capacity(self.inner.len());
        let (mut quote, mut escaped) = (None, false);
        for c in self.inner.chars() {
            match quote {
                None if matches!(c, '"' | '\'' | '`') => quote = Some(c),
                None => {
                    out.push(c);
                    continue;
                }
                Some(_) if escaped => escaped = false,
                Some(_) if c == '\\' => escaped = true,
                Some(open) if open == c => quote = None,
                Some(_) => {}
            }
            out.extend(std::iter::repeat_n(' ', c.len_utf8()));
        }
        quote.is_none().then_some(out)
    }
}

/// Every tag that has an end, in the order of the letters. A tag ends at the first sign that can end it.
pub(super) fn tags(letters: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + letters.get(at..)?.find('{')?;
            let sign = SIGNS.iter().find(|(begin, _)| letters[start..].starts_with(begin));
            let Some((begin, end)) = sign else {
                at = start + 1;
                continue;
            };
            let inside = start + begin.len();
            let close = inside + letters[inside..].find(end)?;
            at = close + end.len();
            let inner = &letters[inside..close];
            let inner = inner.strip_prefix('-').unwrap_or(inner);
            let inner = inner.strip_suffix('-').unwrap_or(inner).trim();
            return Some(Tag { begin, start, end: at, inner });
        }
    })
}

/// Whether a letter can be part of a name.
pub(super) fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_with_what_stands_in_them() {
        let letters = "{% if a -%}\n{ {{- b | stop }} {# for #}{% for x in y %}{{ open";
        let found: Vec<_> = tags(letters).map(|tag| (tag.begin, tag.inner, tag.word())).collect();
        assert_eq!(
            found,
            [
                ("{%", "if a", Some("if")),
                ("{{", "b | stop", None),
                ("{#", "for", None),
                ("{%", "for x in y", Some("for"))
            ]
        );
    }

    #[test]
    fn what_stands_in_a_text_is_no_word_of_the_tag() {
        let tag = |inner| Tag { begin: "{{", start: 0, end: 0, inner };
        assert_eq!(tag("a ~ \"for [\" ~ b").without_texts().as_deref(), Some("a ~         ~ b"));
        assert_eq!(tag("\"a\\\" for\"").without_texts().as_deref(), Some("         "));
        assert_eq!(tag("a ~ \"b").without_texts(), None);
    }
}
