//! Two homes on a printing day.

use super::*;
use crate::document::all_letters;
use crate::name::Name;
use crate::theme::Theme;
use crate::words::Phrases;

fn paper(id: &str, ground: &str, pages: usize) -> Listed {
    let name = |written: &str| Name::as_it_stands(written).expect("a name");
    Listed { id: name(id), label: id.replace('-', " "), ground: name(ground), pages }
}

fn run() -> PrintRun {
    let ready = |folder: &str, home: &str, id: &str, papers| Ready {
        folder: folder.into(),
        home: home.into(),
        id: id.into(),
        papers,
    };
    let left_out = LeftOut { home: "rowan".into(), id: "m3k9".into(), why: Why::Older };
    PrintRun {
        ready: vec![
            ready("rowan", "Rowan House", "a7b2c9", vec![paper("book", "yellow", 131), paper("my-week", "yellow", 1)]),
            ready("sorrel", "Sorrel Court", "d4e5f6", vec![paper("book", "white", 21), paper("about-me", "white", 3)]),
        ],
        left_out: vec![left_out],
    }
}

fn office<T>(say: impl FnOnce(Office<'_>) -> T) -> T {
    let theme = Theme::new(BTreeMap::new()).expect("the plain theme");
    let phrases = Phrases::of_theme(&theme).expect("its words");
    say(Office { phrases: &phrases, theme: &theme, today: jiff::civil::date(2026, 11, 22) })
}

#[test]
fn a_thick_book_is_parted_into_volumes_of_the_same_thickness() {
    assert_eq!(volumes(120).first(), Some(&(0..120)));
    assert_eq!(volumes(121), [0..62, 62..121]);
    assert_eq!(volumes(131), [0..66, 66..131]);
    assert_eq!(volumes(1).first(), Some(&(0..1)));
    for pages in 1..1000 {
        let parts = volumes(pages);
        assert!(parts.iter().all(|part| !part.is_empty() && sheets(part.len()) <= THICKEST && part.start % 2 == 0));
        assert_eq!(parts.iter().map(Range::len).sum::<usize>(), pages);
    }
}

#[test]
fn one_sheet_is_loose_a_few_have_a_staple_and_a_book_lies_flat() {
    let bound: Vec<Binding> = [1, 2, 10, 11, 60].into_iter().map(binding).collect();
    assert_eq!(bound, [Binding::None, Binding::Staple, Binding::Staple, Binding::Wire, Binding::Wire]);
}

#[test]
fn each_colour_has_a_pile_with_a_slip_before_each_pack_and_each_volume() {
    let run = run();
    let piles = run.piles();
    assert_eq!(piles.keys().collect::<Vec<_>>(), ["white", "yellow"]);
    let yellow = &piles["yellow"];
    let shape: Vec<String> = yellow
        .pieces
        .iter()
        .map(|piece| match piece {
            Piece::Slip(slip) => format!("{} {}", slip.id, slip.sheets),
            Piece::Pages { pages, .. } => format!("{pages:?}"),
        })
        .collect();
    assert_eq!(shape, ["a7b2c9 69", "a7b2c9 33", "0..66", "a7b2c9 33", "66..131", "0..1"]);
    // A slip, two volumes with theirs, and one sheet.
    assert_eq!((yellow.sheets(), yellow.slips()), (70, 3));
    assert_eq!(piles["white"].sheets(), 1 + 11 + 2);
}

#[test]
fn the_page_for_the_office_counts_sheets_and_says_what_to_check() {
    let page = office(|office| {
        let page = office.page(&run()).expect("a page");
        crate::render::office::page(&page, office.theme, crate::render::office::Leads::Nowhere).expect("HTML")
    });
    // Each cell repeats its column's words for narrow screens.
    let labels = regex::Regex::new(" data-label=\"[^\"]*\"").expect("a pattern");
    let page = labels.replace_all(&page, "").into_owned();
    for row in [
        "<th scope=\"row\">book</th><td>Yellow</td><td>131</td><td>66</td><td>2 volumes, each in wire or a spiral</td>",
        "<th scope=\"row\">my week</th><td>Yellow</td><td>1</td><td>1</td><td>None</td>",
        "<th scope=\"row\">about me</th><td>White</td><td>3</td><td>2</td><td>One staple, top left</td>",
        "<dt>Sheets of yellow paper</dt><dd>70</dd>",
        "The record has changed since it was made",
        "Rowan House</h2>",
        "a7b2c9</h3>",
        "<title>Print run, 22\u{A0}November\u{A0}2026</title>",
    ] {
        assert!(page.contains(row), "{row}\n{page}");
    }
    for asked in ["<script", "http:", "https:", "@import", "url(", "src="] {
        assert!(!page.contains(asked), "{asked}");
    }
}

#[test]
fn a_slip_says_what_follows_on_paper_of_its_own_colour() {
    let run = run();
    let piles = run.piles();
    let slips: Vec<&Slip> = piles["yellow"]
        .pieces
        .iter()
        .filter_map(|p| if let Piece::Slip(slip) = p { Some(slip) } else { None })
        .collect();
    let (first, volume) = office(|office| (office.slip(slips[0]).expect("slip"), office.slip(slips[2]).expect("slip")));
    assert_eq!(all_letters(&first.document.title), "a7b2c9");
    assert_eq!((first.home.as_str(), first.format.ground.as_str()), ("Rowan House", "#fff3a3"));
    let text = crate::render::text::text(&volume);
    for said in ["Volume 2 of 2", "Pages: 67 to 131", "Sheets that follow: 33"] {
        assert!(text.contains(said), "{said}\n{text}");
    }
}

#[test]
fn the_office_s_words_can_name_nobody() {
    let over = BTreeMap::from([("words/pack/office.md".to_owned(), b"# Print\n\n{{ home_card() }}\n".to_vec())]);
    let theme = Theme::new(over).expect("the theme");
    let phrases = Phrases::of_theme(&theme).expect("its words");
    let office = Office { phrases: &phrases, theme: &theme, today: jiff::civil::date(2026, 11, 22) };
    let failure = office.page(&run()).expect_err("there is no home").to_string();
    assert!(failure.contains("words/pack/office.md, line 3: these words cannot be filled in"), "{failure}");
}
