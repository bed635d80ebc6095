//! The press at work: every kind of block in every edition, the same bytes twice, and what it refuses.

use rayon::prelude::*;

use super::*;
use crate::document::{Block, Contact, Document, Fact, Inline, Panel, PhoneLine, Rating, Section, Target, Words};
use crate::paper::{Edition, Format, Labels, Sheet};
use crate::text::{Language, Origin, Public};

/// A file of the plain theme.
macro_rules! file {
    ($path:literal) => {
        ($path.to_owned(), Cow::Borrowed(include_bytes!(concat!("../../../themes/plain/", $path)).as_slice()))
    };
}

fn theme() -> Files {
    Files::from([
        file!("pdf/paper.typ"),
        file!("pdf/measures.typ"),
        file!("pdf/words.typ"),
        file!("pdf/together.typ"),
        file!("pdf/whole.typ"),
        file!("pdf/blocks.typ"),
        file!("pdf/facts.typ"),
        file!("pdf/table.typ"),
        file!("pdf/card.typ"),
        file!("pdf/section.typ"),
        file!("pdf/pictured.typ"),
        file!("pdf/one-thing.typ"),
        file!("pdf/wall.typ"),
        file!("pdf/helpers.typ"),
        file!("fonts/atkinson-hyperlegible-next-regular.ttf"),
        file!("fonts/atkinson-hyperlegible-next-bold.ttf"),
    ])
}

const SUMMARY: &str = "How to tell us, and who else to tell.";

fn engine() -> Engine {
    Engine::new(&theme()).expect("the plain theme is complete")
}

fn words(text: &str) -> Vec<Inline<Public>> {
    vec![Inline::Words(Words::new(text.to_owned(), Origin::NONE))]
}

fn link(to: Target, text: &str) -> Vec<Inline<Public>> {
    vec![Inline::Link { to, words: words(text) }]
}

fn paragraph(text: &str) -> Block<Public> {
    Block::Paragraph { words: words(text) }
}

fn fact(label: &str, value: &str) -> Fact<Public> {
    Fact { label: words(label), value: vec![paragraph(value)] }
}

fn section(heading: &str, panel: Panel, blocks: Vec<Block<Public>>, sections: Vec<Section<Public>>) -> Section<Public> {
    Section { anchor: heading.to_lowercase(), heading: words(heading), panel, blocks, sections }
}

fn paper(edition: Edition, blocks: Vec<Block<Public>>, sections: Vec<Section<Public>>) -> Paper<Public> {
    let title = words("If you are unhappy");
    Paper {
        document: Document {
            id: "complaints".into(),
            language: Language::ENGLISH,
            title,
            summary: SUMMARY.into(),
            blocks,
            sections,
        },
        format: Format {
            edition,
            points: edition.points(),
            typeface: "Atkinson Hyperlegible Next".into(),
            ground: "#ffffff".into(),
            sheet: Sheet::A4,
            wall: false,
            one_thing: false,
            sides: None,
            for_helpers: false,
        },
        drawings: BTreeMap::new(),
        made_up: None,
        home: "Quillmere House".into(),
        cover: vec![paragraph("For everybody who lives here, and those who are on their side.")],
        draft: Some("Draft".into()),
        footer: "If you are unhappy, 1\u{a0}October\u{a0}2026".into(),
        author: "Quillmere House".into(),
        date: (2026, 10, 1),
        accent: "#1f4d3a".into(),
        long: None,
        listed: 3,
        name: "If you are unhappy, Quillmere House".into(),
        labels: Labels {
            contents: "What is in this paper".into(),
            page: "Page".into(),
            of: "of".into(),
            step: "Step".into(),
        },
    }
}

fn ombudsman() -> Block<Public> {
    let number = link(Target::Phone { number: "+443000610614".into() }, "0300\u{a0}061\u{a0}0614");
    Block::Contact(Contact {
        id: "ombudsman".into(),
        name: words("The ombudsman"),
        about: vec![paragraph("They look at what we have not put right.")],
        phones: vec![PhoneLine { label: words("By day"), number }],
        facts: vec![fact("When", "Monday to Friday")],
    })
}

fn rooms() -> Block<Public> {
    let row = |cells: [&str; 3]| cells.map(words).to_vec();
    let rows = vec![row(["Wren", "£1,145", "A door to the garden"]), row(["Larch", "£990", ""])];
    Block::Table { columns: row(["Room", "A week", "What it has"]), rows }
}

fn rating() -> Block<Public> {
    let questions = vec![fact("Is it safe?", "Good")];
    Block::Rating(Rating {
        overall: words("Good"),
        blocks: vec![paragraph("Given on 14\u{a0}May\u{a0}2025.")],
        questions,
    })
}

fn addresses() -> Block<Public> {
    let long = format!("https://www.example.org/{}/self-funding?and=more", "averylongname".repeat(12));
    let targets = [
        Target::Page { id: "visiting".into(), anchor: String::new() },
        Target::Paper { file: "papers/visiting-large-print.pdf".into() },
        Target::Email { address: "hello@quillmere-house.example".into() },
        Target::Phone { number: "+441632960123".into() },
        Target::Web { address: long },
        Target::Web { address: "ftp://example.org".into() },
    ];
    let mut all: Vec<_> = targets.into_iter().flat_map(|to| link(to, "Read more")).collect();
    all.push(Inline::Break);
    all.push(Inline::Strong { words: words("self-funding, 9am–5pm") });
    Block::Paragraph { words: all }
}

fn picture() -> Block<Public> {
    Block::Picture { file: "door.jpg".into(), description: words("The front door"), caption: words("Our door") }
}

/// Every kind of block, with every kind inside it that can be.
fn everything(depth: u8) -> Vec<Block<Public>> {
    let inner = |block: Block<Public>| if depth == 0 { vec![block] } else { everything(depth - 1) };
    vec![
        paragraph("Tell anybody."),
        Block::List { points: vec![inner(paragraph("A point.")), vec![paragraph("Another.")]] },
        Block::Steps { first: 1, steps: vec![inner(paragraph("You tell us.")), vec![paragraph("We answer.")]] },
        Block::Facts {
            facts: vec![Fact { label: words("Who"), value: inner(paragraph("Us.")) }, fact("When", "Today")],
        },
        rooms(),
        ombudsman(),
        rating(),
        Block::Quote { blocks: inner(paragraph("They listened.")), by: words("Mr\u{a0}Adeyemi") },
        addresses(),
        picture(),
    ]
}

fn full(edition: Edition) -> Paper<Public> {
    let deep = section("Four down", Panel::Plain, everything(0), vec![]);
    let deep = section("Three down", Panel::Plain, everything(0), vec![deep]);
    let mut sections = vec![section("Two down", Panel::Plain, everything(1), vec![deep])];
    for (name, panel) in Panel::SPELLINGS {
        let within = section(&format!("Within {name}"), panel, everything(0), vec![]);
        sections.push(section(name, panel, everything(0), vec![within]));
    }
    paper(edition, everything(1), sections)
}

fn holds(pdf: &Pdf, text: &str) -> bool {
    pdf.bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn every_kind_of_block_can_be_set_in_every_edition() {
    let engine = engine();
    let pages: Vec<usize> =
        Edition::ALL.iter().map(|edition| engine.set(&full(*edition)).expect("it sets").pages).collect();
    assert!(pages[0] > 4 && pages[0] < pages[1] && pages[1] < pages[2], "larger print takes more pages: {pages:?}");
}

#[test]
fn the_file_says_which_standards_it_keeps_whose_it_is_and_from_when() {
    let pdf = engine().set(&paper(Edition::Large, everything(0), vec![])).expect("it sets");
    assert!(holds(&pdf, "<pdfuaid:part>1<"));
    assert!(holds(&pdf, "<pdfaid:part>3<") && holds(&pdf, "<pdfaid:conformance>A<"));
    assert!(holds(&pdf, ">If you are unhappy, Quillmere House<"));
    assert!(holds(&pdf, &format!(">{SUMMARY}<")));
    assert!(holds(&pdf, ">en-GB<"));
    assert!(holds(&pdf, "2026-10-01"));
}

#[test]
fn the_same_paper_gives_the_same_bytes_on_every_thread_and_after_forgetting() {
    let engine = engine();
    let paper = paper(Edition::Clear, everything(0), vec![section("Who to tell", Panel::Right, everything(0), vec![])]);
    let first = engine.set(&paper).expect("it sets").bytes;
    let others: Vec<_> = (0..4).into_par_iter().map(|_| engine.set(&paper).expect("it sets").bytes).collect();
    forget(0);
    let later = self::engine().set(&paper).expect("it sets").bytes;
    assert!(others.iter().chain([&later]).all(|bytes| *bytes == first));
}

#[test]
fn typst_code_in_a_value_is_printed_and_not_run() {
    let code = "#panic(\"run\") #pagebreak() #include \"/document.json\" *a* $x$ @b <c> [d] \\ // e";
    let mut paper = paper(Edition::Clear, vec![paragraph(code)], vec![section(code, Panel::Right, vec![], vec![])]);
    paper.document.title = words("#(1+1)#pagebreak()");
    paper.footer = code.into();
    let pdf = engine().set(&paper).expect("nothing of it is run");
    assert_eq!(pdf.pages, 1);
    assert!(holds(&pdf, "#(1+1)#pagebreak()"));
}

#[test]
fn letters_that_nobody_sees_and_control_characters_do_no_harm() {
    let text = "co\u{ad}op\u{202e}er\u{200b}ate\u{0}\n\t\u{2011}\u{feff}now";
    let seen = paper(Edition::Clear, vec![paragraph("cooperate  -now")], vec![]);
    let unseen = paper(Edition::Clear, vec![paragraph(text)], vec![]);
    let engine = engine();
    assert!(engine.set(&seen).expect("it sets").bytes == engine.set(&unseen).expect("it sets").bytes);
}

#[test]
fn a_letter_that_no_font_has_is_named_without_its_sentence() {
    let paper = paper(Edition::Clear, vec![paragraph("Mrs 山田 likes tea.")], vec![]);
    let told = engine().set(&paper).err().expect("no such letter");
    assert!(told.contains("“山” (U+5C71)") && !told.contains("tea"), "{told}");
}

#[test]
fn names_and_signs_of_every_script_are_set_each_in_a_face_that_has_it() {
    let theme = crate::theme::Theme::new(BTreeMap::new()).expect("the plain theme");
    let engine = Engine::new(&theme.files).expect("the plain theme is complete");
    let written = [
        ("محمد علی, 14", "NotoSansArabic"),
        ("ਪੰਜਾਬੀ", "NotoSansGurmukhi"),
        ("মোহাম্মদ", "NotoSansBengali"),
        ("महेश क\u{94D}\u{200D}ष", "NotoSansDevanagari"),
        ("ગુજરાતી", "NotoSansGujarati"),
        ("தமிழ்", "NotoSansTamil"),
        ("മലയാളം", "NotoSansMalayalam"),
        ("王小明", "DroidSansFallback"),
        ("✓ ☐", "NotoSansSymbols2"),
        ("🎉 👩\u{200D}🦽", "NotoEmoji"),
        ("שרה כהן", "Arimo"),
    ];
    for (name, face) in written {
        let blocks = vec![paragraph(&format!("We are {name}, and Bea.")), paragraph(name)];
        let section = section(name, Panel::Plain, vec![paragraph(name)], vec![]);
        let pdf =
            engine.set(&paper(Edition::Clear, blocks, vec![section])).unwrap_or_else(|why| panic!("{name}: {why}"));
        assert!(holds(&pdf, face), "{name} is not set in {face}");
    }
}

#[test]
fn a_face_that_steps_in_changes_nothing_of_a_paper_that_does_not_need_it() {
    let all = crate::theme::Theme::new(BTreeMap::new()).expect("the plain theme").files;
    let (mut usual, plain) = (all.clone(), full(Edition::Large));
    usual.retain(|path, _| !steps_in(path));
    let set = |files| Engine::new(files).expect("complete").set(&plain).expect("it sets").bytes;
    assert!(set(&usual) == set(&all));
}

#[test]
fn a_theme_that_lacks_something_says_what() {
    let without = |path: &str| {
        let mut files = theme();
        files.retain(|name, _| !name.starts_with(path));
        Engine::new(&files).err()
    };
    assert_eq!(without("pdf/paper").as_deref(), Some("the theme has no pdf/paper.typ, so no paper can be set"));
    assert_eq!(without("fonts").as_deref(), Some("the theme has no font (.ttf or .otf) in its fonts folder"));
}

#[test]
fn a_mistake_in_a_theme_is_told_with_its_place() {
    let mut files = theme();
    files.insert("pdf/paper.typ".into(), Cow::Borrowed(b"= A heading\n#let x = (1 +\n"));
    let told =
        Engine::new(&files).and_then(|engine| engine.set(&full(Edition::Clear))).err().expect("the theme is wrong");
    assert!(told.starts_with("pdf/paper.typ:2:"), "{told}");
}

#[test]
fn a_theme_reaches_no_clock_and_no_file_but_its_own() {
    let reaches = [
        ("#read(\"/etc/passwd\")", "not found"),
        ("#datetime.today()", "date"),
        ("#import \"@preview/a:1.0.0\"", "not found"),
    ];
    for (reach, told) in reaches {
        let mut files = theme();
        files.insert("pdf/paper.typ".into(), Cow::Borrowed(reach.as_bytes()));
        let refused =
            Engine::new(&files).and_then(|engine| engine.set(&full(Edition::Clear))).err().expect("out of reach");
        assert!(refused.contains(told), "{refused}");
    }
}

#[test]
fn a_day_that_is_not_in_the_calendar_is_a_sentence_and_not_a_fault() {
    let mut paper = full(Edition::Clear);
    paper.date = (2026, 2, 30);
    assert!(engine().set(&paper).is_err());
}

/// The plain theme with another layout.
fn laid_out(layout: &str) -> Engine {
    let mut files = theme();
    let begin = "#import \"measures.typ\": paper\n#set document(title: paper.name, date: datetime(year: 2026, month: 11, day: 22))\n#set text(font: paper.typeface)\n";
    files.insert("pdf/paper.typ".into(), Cow::Owned(format!("{begin}{layout}").into_bytes()));
    Engine::new(&files).expect("the layout can be read")
}

#[test]
fn a_paper_that_turns_round_between_short_and_long_is_set_as_a_long_one() {
    let engine = laid_out(
        "#context if paper.long == true or counter(page).final().first() == 1 [= One\n\n#pagebreak()\n\ntwo] else [= One]",
    );
    let paper = paper(Edition::Clear, vec![], vec![]);
    let once = engine.laid_out(&paper, last_page::USUAL).err().expect("typst still warns of it");
    let warned = matches!(once, Unset::Warned(_));
    assert!(warned, "typst still warns of it: {}", once.why());
    assert_eq!(engine.set(&paper).expect("it sets").pages, 2);
    let told = engine.set(&Paper { long: Some(false), ..paper }).err().expect("it was asked for as a short one");
    assert!(!told.is_empty());
}

#[test]
fn a_warning_of_anything_else_is_told() {
    let engine = laid_out("#set text(font: \"Nobody Has This\")\n= One");
    let told = engine.set(&paper(Edition::Clear, vec![], vec![])).err().expect("there is no such font");
    assert!(told.contains("nobody has this"), "{told}");
}

#[test]
fn a_paper_whose_last_page_would_hold_little_has_another_air_between_its_parts() {
    let layout = "#let air = json(\"/setting.json\").air\n#set page(height: 300pt, margin: 0pt)\n= One\n#block(height: air * 310pt)\n";
    let mark = "#context [#metadata(here().position().y / 300pt) <last-page>]";
    let paper = paper(Edition::Clear, vec![], vec![]);
    assert_eq!(
        laid_out(layout).set(&paper).expect("it sets").pages,
        2,
        "a theme that says nothing of it is left alone"
    );
    assert_eq!(laid_out(&format!("{layout}{mark}")).set(&paper).expect("it sets").pages, 1);
    let always = format!("#set page(height: 300pt, margin: 0pt)\n= One\n#block(height: 310pt)\n{mark}");
    assert_eq!(laid_out(&always).set(&paper).expect("it sets").pages, 2, "where no air helps, the usual one stays");
}
