//! The lines at the top of a free page that say where it belongs.

/// The lines between two `---` at the top, and the rest, each with blank lines in the place of the other so that lines keep
/// their numbers.
pub(super) fn parted(letters: &str) -> (String, String) {
    let Some(rest) = letters.strip_prefix("---\n") else { return (String::new(), letters.to_owned()) };
    let Some(end) = rest.find("\n---\n") else { return (String::new(), letters.to_owned()) };
    let front = &rest[..end];
    let lines = front.lines().count() + 2;
    (format!("\n{front}\n"), "\n".repeat(lines) + &rest[end + 5..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_keeps_its_number() {
        let (front, markdown) = parted("---\ngroup: life\n---\n# Our garden\n");
        assert_eq!((front.lines().nth(1), markdown.lines().nth(3)), (Some("group: life"), Some("# Our garden")));
    }
}
