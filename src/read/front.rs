//! The lines at the top of a free page that say where it belongs.

/// The lines between two `---` at the top, and the rest, each with blank lines in the place of the other so that lines keep
/// their numbers.
pub(super) fn parted(letters: &str) -> (String, String) {
    let whole = || (String::new(), letters.to_owned());
    let mut lines = letters.split_inclusive('\n');
    if lines.next().is_none_or(|first| first.trim_end() != "---") {
        return whole();
    }
    let mut front = String::from("\n");
    for (number, line) in (2..).zip(lines) {
        if matches!(line.trim_end(), "---" | "...") {
            let behind: String = letters.split_inclusive('\n').skip(number).collect();
            return (front, "\n".repeat(number) + &behind);
        }
        front.push_str(line);
    }
    whole()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_keeps_its_number() {
        let (front, markdown) = parted("---\ngroup: life\n---\n# Our garden\n");
        assert_eq!((front.lines().nth(1), markdown.lines().nth(3)), (Some("group: life"), Some("# Our garden")));
    }

    #[test]
    fn spaces_behind_the_dashes_and_full_stops_are_no_matter() {
        let (front, markdown) = parted("--- \ngroup: life\n...\n# Our garden");
        assert_eq!((front.lines().nth(1), markdown.lines().nth(3)), (Some("group: life"), Some("# Our garden")));
        assert_eq!(parted("---\n---\n# A\n").1.lines().nth(2), Some("# A"));
        assert_eq!(parted("---\ngroup: life\n").0, "");
    }
}
