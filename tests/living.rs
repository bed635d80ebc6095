//! What holds for a while: after its last day, or without a yes, nobody reads it. The homes are those of `tests/mistakes`.

mod common;

use camino::Utf8Path;
use common::{Composed, one};
use homepack::disk;
use homepack::document::Block;
use homepack::home::notices::Notices;

/// The one home of a folder of `tests/mistakes` whose findings are warnings.
fn home(name: &str) -> Composed {
    let content = disk::read(&Utf8Path::new("tests/mistakes").join(name)).expect("the folder can be read");
    one(&content, &content.homes[0]).unwrap_or_else(|findings| panic!("{name}: {findings:#?}"))
}

#[test]
fn a_notice_is_shown_from_its_first_day_to_its_last() {
    let letters = "notices:\n  - words: The lift is being mended.\n    from: 2026-11-20\n    until: 2026-11-24\n";
    let (node, _) = homepack::read::yaml::read(1, letters).expect("it is YAML");
    let board = homepack::read::shape::read::<Notices>(&node).0.expect("it is a notice");
    let shown = |day| board.notices[0].holds(jiff::civil::date(2026, 11, day));
    assert_eq!([19, 20, 24, 25].map(shown), [false, true, true, false]);
}

#[test]
fn a_week_that_is_over_is_on_no_page_and_no_paper() {
    let made = home("week-that-is-over");
    assert!(made.pages.iter().all(|page| page.id() != "week"));
    assert!(made.papers.iter().all(|paper| !paper.id.as_str().starts_with("week")));
}

#[test]
fn a_paper_whose_approval_ran_out_is_a_draft_again() {
    let made = home("approval-that-ran-out");
    let drafts = made.papers.iter().filter(|paper| paper.id == "complaints").map(|paper| paper.paper.draft.is_some());
    assert_eq!(drafts.collect::<Vec<_>>(), [true, true, true]);
    let samples = common::composed("content");
    let approved = samples.iter().flat_map(|made| &made.papers).filter(|paper| paper.id == "complaints");
    assert!(approved.into_iter().all(|paper| paper.paper.draft.is_none()));
}

#[test]
fn people_who_have_not_said_yes_are_on_no_page() {
    let pictures = |made: &Composed| {
        let mut count = 0;
        for page in &made.pages {
            page.document.each_block(&mut |block| count += usize::from(matches!(block, Block::Picture { .. })));
        }
        count
    };
    assert_eq!(pictures(&home("picture-of-people-without-their-yes")), 0);
    assert!(common::composed("content").iter().all(|made| pictures(made) == 3));
}
