//! Documents drawn as text, to be reviewed as prose. Renew them with `cargo insta review`.

mod common;

use common::{composed, drawn};

/// The pages that matter most to a reader in trouble, to a reader who decides, and to an inspector.
const REVIEWED: [&str; 9] = [
    "index",
    "complaints",
    "easy-read/complaints",
    "advocacy",
    "freedom",
    "visiting",
    "fees",
    "week",
    "statement-of-purpose/part-1",
];

#[test]
fn the_pages_that_matter_most_read_as_they_were_reviewed() {
    for made in composed("content") {
        for page in made.pages.iter().filter(|page| REVIEWED.contains(&page.id())) {
            let name = format!("{}-{}", made.home.folder, page.id().replace('/', "-"));
            insta::assert_snapshot!(name, drawn(&page.document));
        }
    }
}
