//! What a file is by the end of its name, and what was meant by a name that has come out wrong.

use std::sync::LazyLock;

use regex::Regex;

use crate::photograph::Trouble;

/// What a file is by its ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    Yaml,
    Markdown,
    /// Plain text.
    Text,
    /// A picture that can be shown.
    Picture,
    /// A picture of another kind.
    OtherPicture(Trouble),
    /// What an office program wrote; what it is called, with its article.
    Document(&'static str),
    Other,
}

/// Documents of office programs, as people call them.
const DOCUMENTS: [(&[&str], &str); 5] = [
    (&["doc", "docx", "docm", "dot", "dotx", "rtf"], "a Word document"),
    (&["odt", "ott"], "an OpenDocument text"),
    (&["pages"], "a Pages document"),
    (&["pdf"], "a PDF"),
    (&["xls", "xlsx", "ods", "csv", "numbers"], "a table"),
];

impl Ending {
    pub(super) fn of(name: &str) -> Self {
        let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
        if let Some((_, called)) = DOCUMENTS.iter().find(|(endings, _)| endings.contains(&ending.as_str())) {
            return Ending::Document(called);
        }
        match ending.as_str() {
            "yaml" | "yml" => Ending::Yaml,
            "md" => Ending::Markdown,
            "txt" => Ending::Text,
            "jpg" | "jpeg" | "png" | "webp" => Ending::Picture,
            other => Trouble::of_ending(other).map_or(Ending::Other, Ending::OtherPicture),
        }
    }
}

/// The name that was meant where a second ending or a space hides the first, or another program's ending stands for it: `fees.yaml` for
/// `fees.yaml.txt`, `garden.md` for `garden.markdown`.
pub(super) fn meant(name: &str) -> Option<String> {
    static HIDDEN: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?i)^(.+)\.(yaml|yml|md)\.[a-z0-9]+$").expect("the pattern is fixed"));
    static OTHERWISE: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?i)^(.+)\.(?:markdown|mdown|mkdn?|mdwn|mdx)$").expect("the pattern is fixed"));
    let tidy = name.trim();
    if tidy != name && matches!(Ending::of(tidy), Ending::Yaml | Ending::Markdown) {
        return Some(tidy.to_owned());
    }
    if let Some(found) = HIDDEN.captures(name) {
        let ending = if found[2].eq_ignore_ascii_case("md") { "md" } else { "yaml" };
        return Some(format!("{}.{ending}", &found[1]));
    }
    OTHERWISE.captures(name).map(|found| format!("{}.md", &found[1]))
}

/// The file that another looks like a copy of.
pub(super) struct First {
    /// Its name.
    pub(super) name: String,
    /// Whether the name says so for certain; else only where that file lies beside it.
    pub(super) is_sure: bool,
}

/// The ways in which programs call a copy, in their order. The first group and the last are the name without them.
static COPIES: LazyLock<[(Regex, bool); 6]> = LazyLock::new(|| {
    let pattern = |pattern: &str| Regex::new(pattern).expect("the pattern is fixed");
    [
        // Dropbox and Nextcloud, where two people wrote at once.
        (pattern(r"(?i)^(.+?) ?\([^)]*conflicted copy[^)]*\)(\.[^.]+)$"), true),
        (pattern(r"(?i)^(.+?)[._-]sync-conflict-[^.]+(\.[^.]+)$"), true),
        // A browser or a Mac; Windows, and its older ways.
        (pattern(r"^(.+?) ?\(\d+\)(\.[^.]+)$"), false),
        (pattern(r"(?i)^(.+?) copy(?: \d+)?(\.[^.]+)$"), false),
        (pattern(r"(?i)^(.+?) - copy(?: \(\d+\))?(\.[^.]+)$"), false),
        (pattern(r"(?i)^copy (?:\(\d+\) )?of (.+?)(\.[^.]+)$"), false),
    ]
});

/// The file that this one looks like a copy of, where it is one of letters.
pub(super) fn copy_of(name: &str) -> Option<First> {
    if !matches!(Ending::of(name), Ending::Yaml | Ending::Markdown) {
        return None;
    }
    // The longest way of saying it goes first where one ends as another does.
    let found = COPIES.iter().rev().find_map(|(pattern, is_sure)| {
        let found = pattern.captures(name)?;
        Some(First { name: format!("{}{}", &found[1], &found[2]), is_sure: *is_sure })
    });
    found.filter(|first| first.name != name)
}
