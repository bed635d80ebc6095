//! What must be true whatever was written.

use homepack::finding::Finding;
use homepack::source::Sources;
use homepack::text::{Audience, Personal};

use crate::group::Outcome;

/// Every finding has a place in a file that is there.
pub(crate) fn findings_are_in_their_files<A: Audience>(findings: &[Finding<A>], sources: &Sources) {
    for finding in findings {
        let source = sources.get(finding.span.file).expect("a finding names a file that was read");
        let lines = u32::try_from(source.letters.lines().count().max(1)).expect("few lines");
        assert!((1..=lines + 1).contains(&finding.span.line), "a finding on a line that is not there");
        assert!(finding.span.column >= 1, "a finding before its line");
    }
}

/// No word of a record stands in what is said about it: a word here is eight letters or more that no message of ours has.
pub(crate) fn says_nothing_of_the_record(findings: &[Finding<Personal>], record: &str) {
    let said: String = findings.iter().map(|finding| format!("{:?}\n", finding)).collect();
    for word in record.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with("Zqx") && word.len() >= 8) {
        assert!(!said.contains(word), "a word of a record is in a message");
    }
}

/// A website that was made runs nothing and leads nowhere that a page must not lead. The page for what is missing carries its icon along
/// (`data:image`); no link has letters in its address.
pub(crate) fn website_is_sound(outcome: &Outcome) {
    findings_are_in_their_files(&outcome.findings, &outcome.content.sources);
    let Some(made) = &outcome.made else { return };
    findings_are_in_their_files(&made.findings, &outcome.content.sources);
    for file in made.files.iter().flat_map(|format| &format.files) {
        assert!(!file.path.split('/').any(|part| part == ".." || part.is_empty()), "a file outside: {}", file.path);
        let Ok(page) = std::str::from_utf8(&file.bytes) else { continue };
        if !file.path.ends_with(".html") {
            continue;
        }
        let small = page.to_ascii_lowercase();
        for forbidden in ["<script", "href=\"javascript:", "href=\"data:text", "href=\"vbscript:", "<iframe", " onerror=", "<!--"] {
            assert!(!runs(&small, forbidden), "{}: {forbidden}", file.path);
        }
    }
}

/// Whether a page has something that runs. The one script of our own templates is data, and has no sign in it that could end it.
fn runs(page: &str, what: &str) -> bool {
    const DATA: &str = "<script type=\"application/ld+json\">";
    page.match_indices(what).any(|(at, _)| {
        let data = page[at..].strip_prefix(DATA).and_then(|rest| rest.split_once("</script>"));
        !data.is_some_and(|(data, _)| !data.contains('<'))
    })
}
