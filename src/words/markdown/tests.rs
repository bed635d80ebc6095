//! The spelling of a page’s parts, and what is dropped.

use super::*;
use crate::document::{Panel, letters};
use crate::text::Public;

/// Markdown that a home wrote itself.
fn read(markdown: &str) -> (Document<Public>, Vec<Slip>) {
    read_from(markdown, Some(9))
}

/// Words that were filled in.
fn page(markdown: &str) -> Document<Public> {
    read_from(markdown, None).0
}

fn read_from(markdown: &str, file: Option<u32>) -> (Document<Public>, Vec<Slip>) {
    let pages = ["visiting".to_owned()];
    document("p", markdown, Surroundings { resolve: &|_| Ok(Vec::new()), pages: &pages, file })
        .expect("no mark stands in it")
}

#[test]
fn the_parts_of_a_page_have_a_spelling_each() {
    let page = page(
        "# Who can visit?\n\nAnyone.\n\n## In short {.in-short}\n\n- a\n- b\n\n### More\n\n1. x\n2. y\n\n## Facts\n\nPlaces\n: 42\n",
    );
    assert_eq!(letters(&page.title), "Who can visit?");
    assert_eq!(page.sections[0].panel, Panel::InShort);
    assert!(matches!(page.sections[0].blocks[0], Block::List { .. }));
    assert!(matches!(page.sections[0].sections[0].blocks[0], Block::Steps { .. }));
    assert!(matches!(page.sections[1].blocks[0], Block::Facts { .. }));
}

#[test]
fn what_has_nothing_in_it_is_dropped() {
    let page = page(
        "# T\n\n## Empty\n\n- \n- \n\nLabel\n: \n\n## Table\n\n| a | b |\n| --- | --- |\n| x | |\n\n## Full\n\nWords.\n",
    );
    let headings: Vec<_> = page.sections.iter().map(|s| letters(&s.heading)).collect();
    assert_eq!(headings, ["Full"]);
}

#[test]
fn a_script_in_a_link_leads_nowhere() {
    let page = page("# T\n\n[x](javascript:alert(1)) and [y](page:visiting#at-night)\n");
    let Block::Paragraph { words } = &page.blocks[0] else { panic!("a paragraph") };
    let links: Vec<_> = words.iter().filter(|w| matches!(w, Inline::Link { .. })).collect();
    assert_eq!(links.len(), 1);
}

#[test]
fn a_list_of_links_to_pages_that_are_not_made_is_not_there() {
    let page = page(
        "# T\n\nx\n\n## Next {.next}\n\n- [Pets](page:pets)\n\n## More\n\n- [Pets](page:pets)\n- [Visiting](page:visiting)\n",
    );
    assert_eq!(page.sections.len(), 1);
    assert!(matches!(&page.sections[0].blocks[0], Block::List { points } if points.len() == 1));
}

#[test]
fn headings_that_jump_are_noticed() {
    let (_, slips) = read("# T\n\n### Deep\n\nx\n");
    assert_eq!(slips, [Slip::Jump(3)]);
}

/// What is told of Markdown that is nested too deep.
fn told(markdown: &str, file: Option<u32>) -> String {
    let around = Surroundings::<Public> { resolve: &|_| Ok(Vec::new()), pages: &[], file };
    let unsaid = document("p", markdown, around).expect_err("it is too deep");
    let at = unsaid.at().expect("it has a place");
    format!("{}:{}: {}", at.file, at.line, unsaid.finding(at).message)
}

#[test]
fn parts_that_stand_too_deep_in_each_other_are_a_finding_and_end_nothing() {
    const TOO_DEEP: &str = "quotations, lists or other parts stand too deep inside each other here";
    let many = 20_000;
    let links = format!("{}x{}", "![".repeat(many), "](y)".repeat(many));
    let strong = format!("{}x{}", "**a ".repeat(many), " b**".repeat(many));
    let lists = (0..200).map(|depth| "  ".repeat(depth) + "- x\n").collect::<String>();
    for shape in [format!("{} x", ">".repeat(many)), format!("{}x", "- ".repeat(many)), lists, links, strong] {
        let page = format!("# T\n\nHello.\n\n{shape}\n");
        let line: u32 = told(&page, Some(9)).split(':').nth(1).and_then(|line| line.parse().ok()).expect("a line");
        assert!(line >= 5 && told(&page, Some(9)).ends_with(TOO_DEEP), "{}", told(&page, Some(9)));
        let words = lines::of_template(7, &page);
        assert!(told(&words, None).starts_with(&format!("7:{line}: ")), "{}", told(&words, None));
    }
}

#[test]
fn as_deep_as_the_limit_is_shown() {
    let page = page(&format!("# T\n\n{} x\n", ">".repeat(crate::limits::MARKDOWN_DEPTH.most - 1)));
    assert_eq!(page.blocks.len(), 1);
}

#[test]
fn of_what_a_home_wrote_itself_nothing_is_dropped_without_a_word() {
    let (page, slips) = read("# T\n\n## Table\n\n| a | b |\n| --- | --- |\n| x | |\n\n[Pets](page:pets)\n\n## Empty\n");
    assert!(matches!(&page.sections[0].blocks[0], Block::Table { rows, .. } if rows.len() == 1));
    assert!(matches!(&page.sections[0].blocks[1], Block::Paragraph { .. }));
    assert_eq!(slips, [Slip::Lost(11)]);
}

#[test]
fn steps_go_on_as_they_are_numbered() {
    let page = page("# T\n\n1. a\n2. b\n\nx\n\n3) c\n");
    let firsts: Vec<u32> = page
        .blocks
        .iter()
        .filter_map(|block| if let Block::Steps { first, .. } = block { Some(*first) } else { None })
        .collect();
    assert_eq!(firsts, [1, 3]);
}
