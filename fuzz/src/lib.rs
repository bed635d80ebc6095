//! What is tried, one function a target. Each takes any bytes at all, walks the road that a file of that kind walks in the program, in
//! memory, and asks of the outcome what must be true whatever was written.

mod asked;
mod group;
mod packed;

use camino::Utf8Path;
use homepack::check;
use homepack::photograph;
use homepack::review::judge;
use homepack::rulebook::Rulebook;
use homepack::source::Sources;
use homepack::statement::statement;
use homepack::wording::OwnWords;
use std::sync::LazyLock;

use asked::{findings_are_in_their_files, says_nothing_of_the_record, website_is_sound};
use group::{Group, WORKSHOP};

static RULEBOOK: LazyLock<Rulebook> = LazyLock::new(|| Rulebook::built_in().expect("the rules are whole"));

/// One file of a home: the first line names it, the rest is what stands in it.
pub fn yaml_home(bytes: &[u8]) {
    let Ok(letters) = std::str::from_utf8(bytes) else { return };
    let (name, rest) = letters.split_once('\n').unwrap_or(("home.yaml", letters));
    let mut group = Group::small();
    group.file(if name.ends_with(".yaml") { name } else { "home.yaml" }, rest);
    website_is_sound(&group.made());
}

/// A resident's record.
pub fn yaml_resident(bytes: &[u8]) {
    let Ok(letters) = std::str::from_utf8(bytes) else { return };
    let mut sources = Sources::default();
    let file = sources.add_private("private/residents/rowan/a2b3c4.yaml".into(), letters);
    let (resident, findings) = check::resident(&sources, file, &WORKSHOP.theme);
    findings_are_in_their_files(&findings, &sources);
    says_nothing_of_the_record(&findings, letters);
    if let Some(resident) = resident {
        group::pack(&resident);
    }
}

/// A page of a home's own.
pub fn markdown(bytes: &[u8]) {
    let Ok(letters) = std::str::from_utf8(bytes) else { return };
    let mut group = Group::small();
    group.file("pages/own.md", letters);
    website_is_sound(&group.made());
}

/// A words file of a home's own.
pub fn words(bytes: &[u8]) {
    let Ok(letters) = std::str::from_utf8(bytes) else { return };
    let mut group = Group::small();
    group.file("words/index.md", letters);
    website_is_sound(&group.made());
}

/// A Word file: as it is, and as the words of one that is otherwise sound.
pub fn docx(bytes: &[u8]) {
    read("statement.docx", bytes);
    read("statement.docx", &packed::word(bytes));
}

/// An ODT file: as it is, and as the words of one that is otherwise sound.
pub fn odt(bytes: &[u8]) {
    read("statement.odt", bytes);
    read("statement.odt", &packed::odt(bytes));
}

/// A PDF.
pub fn pdf(bytes: &[u8]) {
    read("statement.pdf", bytes);
}

/// A web page.
pub fn html(bytes: &[u8]) {
    read("statement.html", bytes);
}

/// Plain text and Markdown, judged.
pub fn lint_text(bytes: &[u8]) {
    read("statement.txt", bytes);
    read("statement.md", bytes);
}

/// A photograph.
pub fn picture(bytes: &[u8]) {
    if let Ok(sizes) = photograph::sizes(bytes) {
        assert!(sizes.iter().all(|size| size.width > 0 && size.height > 0), "a picture without a size");
    }
}

/// The name of a page's file.
pub fn name(bytes: &[u8]) {
    let Ok(name) = std::str::from_utf8(bytes) else { return };
    if name.contains(['/', '\0']) || name.is_empty() {
        return;
    }
    let mut group = Group::small();
    group.file(&format!("pages/{name}.md"), "# Our own page\n\nHello.\n");
    website_is_sound(&group.made());
}

/// A whole home: files that each begin with a line `=== name`.
pub fn pipeline(bytes: &[u8]) {
    let Ok(letters) = std::str::from_utf8(bytes) else { return };
    let mut group = Group::empty();
    for file in letters.split("\n=== ") {
        let (name, rest) = file.trim_start_matches("=== ").split_once('\n').unwrap_or((file, ""));
        if !name.is_empty() && !name.starts_with('/') && name.split('/').all(|part| part != "..") {
            group.file(name, rest);
        }
    }
    website_is_sound(&group.made());
}

/// Reads a statement and judges it: every remark stands in the text.
fn read(name: &str, bytes: &[u8]) {
    let Ok(prose) = statement(Utf8Path::new(name), bytes) else { return };
    let review = judge::statement(prose, &OwnWords::default(), &RULEBOOK);
    for advice in &review.advice {
        assert!(advice.sentence.get(advice.inside.clone()).is_some(), "{}: words outside their sentence", advice.rule);
    }
}
