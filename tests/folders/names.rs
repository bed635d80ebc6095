//! The names of pages, papers, pictures and homes, whatever their files are called.

use std::sync::LazyLock;

use regex::Regex;

use crate::desk::Desk;

/// Where a page leads, as it stands in HTML.
static LEADS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"(?:href|src)="([^"]*)""#).expect("the pattern is fixed"));

#[test]
fn an_address_is_written_plainly_and_every_link_knows_it() {
    let desk = Desk::with_rowan();
    desk.page("Our Café", "# Our café\n\nSoup from twelve.\n");
    desk.page("Room #4", "# Room four\n\nIt has a piano. Go on to [the café](<page:Our Café>).\n");
    desk.page("50% more", "# More\n\nThere is more at [the café](page:Our%20Caf%C3%A9).\n");
    let (code, said) = desk.build(&[]);
    assert_eq!(code, Some(0), "{said}");
    let index = desk.made("a-to-z.html");
    for (file, title) in [("our-cafe", "Our café"), ("room-4", "Room four"), ("50-more", "More")] {
        assert!(desk.made(&format!("{file}.html")).contains(&format!("<h1>{title}</h1>")), "{file}");
        assert!(index.contains(&format!("href=\"{file}.html\"")), "{file}: {index}");
    }
    assert!(desk.made("room-4.html").contains("<a href=\"our-cafe.html\">the café</a>"));
    assert!(desk.made("50-more.html").contains("<a href=\"our-cafe.html\">the café</a>"));
    assert!(
        desk.made("our-cafe.html").contains("<link rel=\"canonical\" href=\"https://rowan.example/our-cafe.html\">")
    );
}

#[test]
fn an_address_that_was_fine_stays_as_it_is() {
    let desk = Desk::with_rowan();
    for file in ["Garden_2", "v1.2", "2026-news"] {
        desk.page(file, &format!("# About {file}\n\nHello.\n"));
    }
    let (code, said) = desk.build(&[]);
    assert_eq!(code, Some(0), "{said}");
    for file in ["Garden_2.html", "v1.2.html", "2026-news.html"] {
        assert!(desk.made("a-to-z.html").contains(&format!("href=\"{file}\"")), "{file}");
        assert!(!desk.made(file).contains("http-equiv"), "{file}");
    }
}

#[test]
fn a_page_at_the_old_address_leads_on_and_nobody_finds_it_by_searching() {
    let desk = Desk::with_rowan();
    desk.page("Our Café", "# Soup & \\<tea>\n\nSoup from twelve.\n");
    desk.write("content/rowan/services/Short Stay.yaml", "name: A short stay\nsummary: A week or two with us.\n");
    let (code, said) = desk.build(&[]);
    assert_eq!(code, Some(0), "{said}");
    let old = desk.made("Our Café.html");
    for wanted in [
        "<html lang=\"en-GB\">",
        "<meta http-equiv=\"refresh\" content=\"0; url=our-cafe.html\">",
        "<meta name=\"robots\" content=\"noindex\">",
        "<link rel=\"canonical\" href=\"https://rowan.example/our-cafe.html\">",
        "<h1>This page has a new address</h1>",
        "<a href=\"our-cafe.html\">Soup &amp; ",
    ] {
        assert!(old.contains(wanted), "{wanted}\n{old}");
    }
    let service = desk.made("services/Short Stay.html");
    assert!(service.contains("<a href=\"../services/short-stay.html\">"), "{service}");
    for listed in ["sitemap.xml", "a-to-z.html", "index.html"] {
        assert!(
            !desk.made(listed).contains("Our Café.html") && !desk.made(listed).contains("Short Stay.html"),
            "{listed}"
        );
    }
    assert!(desk.made("sitemap.xml").contains("https://rowan.example/our-cafe.html"));
}

#[cfg(unix)]
#[test]
fn no_name_becomes_an_address_that_does_something_or_leads_elsewhere() {
    let desk = Desk::with_rowan();
    for file in [
        "javascript:alert(1)",
        "data:text,x",
        "a?b",
        "c#d",
        "%2e%2e",
        "..\\..\\x",
        "x\" onclick=\"y",
        "con",
        "\u{202E}lru",
    ] {
        desk.page(file, &format!("# Our page {}\n\nHello you.\n", file.len()));
    }
    desk.page(&"very ".repeat(48), "# A long name\n\nHello.\n");
    desk.home("javascript:alert(1)");
    let (code, said) = desk.build(&[]);
    assert_eq!(code, Some(0), "{said}");
    let plain = Regex::new(
        r"^(?:(?:\.\./)*(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*/?)*(?:#[A-Za-z0-9_-]*)?|tel:[+0-9]+|https://.*|data:,)$",
    );
    let plain = plain.expect("a pattern");
    for file in desk.files("output").iter().filter(|file| file.ends_with(".html")) {
        let page = fs_err::read_to_string(desk.path("output").join(file)).expect("read");
        for found in LEADS.captures_iter(&page) {
            assert!(plain.is_match(&found[1]), "{file} leads to {}", &found[1]);
        }
        assert!(!file.contains([':', '?', '#', '\\', '"', '\u{202E}']), "{file}");
    }
    assert!(desk.path("output/javascript-alert-1/website/index.html").exists());
    assert!(desk.made("con-1.html").contains("Hello you."));
}

#[test]
fn what_would_take_the_place_of_something_else_is_told_with_both_names() {
    let desk = Desk::with_rowan();
    let told = |file: &str, other: &str| {
        let (code, said) = desk.build(&[]);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(&format!("{file}:1:1: ")) && said.contains(other), "{file}, {other}: {said}");
        fs_err::remove_dir_all(desk.path("content/rowan/pages")).expect("away");
    };
    desk.page("404", "# Ours\n\nHello.\n");
    told("404.md", "there is a page called 404 already");
    desk.page("Index", "# Ours\n\nHello.\n");
    told("Index.md", "there is a page called index already");
    desk.page("Visiting", "# Ours\n\nHello.\n");
    told("Visiting.md", "there is a page called visiting already");
    desk.page("Our Café", "# Ours\n\nHello.\n");
    desk.page("our-cafe", "# Ours too\n\nHello.\n");
    told("our-cafe.md", "“Our Café”");
    desk.page("garden.v2", "# Ours\n\nHello.\n");
    desk.page("Garden.V2", "# Ours too\n\nHello.\n");
    if desk.files("content/rowan/pages").len() == 2 {
        told("garden.v2.md", "“Garden.V2”");
    }
}

#[test]
fn two_pictures_that_would_be_one_are_told() {
    let desk = Desk::with_rowan();
    let photo =
        |file: &str| format!("  - file: {file}\n    description: A bench.\n    shows_people: no\n    page: index\n");
    for file in ["a.jpg", "a.png", "???.jpg"] {
        if cfg!(unix) || !file.contains('?') {
            desk.write(&format!("content/rowan/photos/{file}"), "x");
        }
    }
    desk.write(
        "content/rowan/photos.yaml",
        format!("photos:\n{}{}{}", photo("a.jpg"), photo("a.png"), photo("\"???.jpg\"")),
    );
    let (code, said) = desk.build(&[]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("photos.yaml:6:11: “a.png” and “a.jpg” would become one picture on the website"), "{said}");
    assert!(said.contains("photos.yaml:10:11: the name of this picture has no letter and no number"), "{said}");
}

#[test]
fn a_page_whose_name_has_no_letter_is_told() {
    let desk = Desk::with_rowan();
    desk.page("…", "# Ours\n\nHello.\n");
    let (code, said) = desk.build(&[]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("….md:1:1: the name of this file has no letter and no number"), "{said}");
}

#[test]
fn a_theme_s_names_are_names_or_a_fault_of_the_theme() {
    let plain = include_str!("../../themes/plain/theme.yaml");
    for (from, to, why) in [
        (
            "  - id: visiting\n    words: visiting\n",
            "  - id: ../../../../ESCAPED\n    words: visiting\n",
            "“../../../../ESCAPED” becomes the name of a file",
        ),
        (
            "  - id: visiting\n    group: living\n",
            "  - id: /tmp/ESCAPED\n    group: living\n",
            "“/tmp/ESCAPED” becomes the name of a file",
        ),
        (
            "  - id: visiting\n    words: visiting\n",
            "  - id: Complaints\n    words: visiting\n",
            "two papers would lie in one file, “complaints” and “Complaints”",
        ),
    ] {
        assert!(plain.contains(from), "the theme has changed: {from}");
        let desk = Desk::with_rowan();
        desk.write("theme/theme.yaml", plain.replace(from, to));
        let run = desk.run(&["build", "content", "--theme", "theme", "--today", "2026-11-22"]);
        let said = crate::desk::both_outputs(&run);
        assert_eq!(run.status.code(), Some(2), "{said}");
        assert!(said.contains("homepack could not use the theme: theme.yaml: ") && said.contains(why), "{said}");
        assert!(!desk.files(".").iter().any(|file| file.contains("ESCAPED")));
    }
}

#[test]
fn a_home_s_folder_may_be_called_as_people_write() {
    let desk = Desk::with_rowan();
    desk.home("Our House");
    let (code, said) = desk.build(&[]);
    assert_eq!(code, Some(0), "{said}");
    let front = fs_err::read_to_string(desk.path("output/index.html")).expect("made");
    assert!(front.contains("href=\"our-house/website/index.html\""), "{front}");
    for asked in ["Our House", "our-house"] {
        let (code, said) = desk.build(&["--home", asked]);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("our-house: ") && !said.contains("rowan: "), "{said}");
    }
}

#[test]
fn two_homes_that_would_lie_in_one_folder_are_told() {
    let desk = Desk::with_rowan();
    desk.home("Our House");
    desk.home("our-house");
    let (code, said) = desk.build(&[]);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("content/our-house/home.yaml:1:1: ") && said.contains("The first is content/Our House."),
        "{said}"
    );
}

#[test]
fn two_homes_whose_folders_give_no_name_of_their_own_are_told() {
    let desk = Desk::with_rowan();
    desk.home("!!!");
    desk.home("home");
    let (code, said) = desk.build(&[]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("would become one"), "{said}");
}

#[test]
fn a_way_back_from_what_is_not_there_is_no_way_to_the_output() {
    let desk = Desk::with_rowan();
    let before = desk.files(".");
    for out in ["nothere/../content", "nothere/../content/out", "nothere/.."] {
        let run = desk.run(&["build", "content", "--only", "website", "--today", "2026-11-22", "--out", out]);
        assert_eq!(run.status.code(), Some(2), "{out}: {}", crate::desk::both_outputs(&run));
    }
    assert_eq!(desk.files("."), before);
}

#[test]
fn what_a_computer_leaves_in_the_output_stops_nothing() {
    let desk = Desk::with_rowan();
    assert_eq!(desk.build(&[]).0, Some(0));
    desk.write("output/.DS_Store", "");
    desk.write("output/rowan/website/.DS_Store", "");
    desk.page("tea", "# Tea\n\nAt four.\n");
    let (code, said) = desk.build(&[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(desk.made("tea.html").contains("At four."));
}

#[test]
fn two_cuts_at_the_front_page_leave_no_file_that_nobody_knows() {
    let desk = Desk::with_rowan();
    desk.home("willow");
    assert_eq!(desk.build(&[]).0, Some(0));
    let (list, front) = (desk.path("output/.homepack.json"), desk.path("output/index.html"));
    // The first run was cut after it put the page in its place and before its list said so: the page is known as what was coming.
    let (old_list, old_front) = (fs_err::read(&list).expect("a list"), fs_err::read(&front).expect("a page"));
    desk.write("content/willow/home.yaml", "name: Willow\naddress:\n  lines: [1 Test Lane]\n  postcode: ZZ99 1AA\n");
    assert_eq!(desk.build(&[]).0, Some(0));
    let mut cut: serde_json::Value = serde_json::from_slice(&old_list).expect("JSON");
    let new: serde_json::Value = serde_json::from_slice(&fs_err::read(&list).expect("a list")).expect("JSON");
    cut["coming"] = serde_json::json!({ "index.html": new["sums"]["index.html"] });
    fs_err::write(&list, serde_json::to_vec(&cut).expect("JSON")).expect("written");
    // The second is cut as it replaces the page: a folder stands in the way of the scratch.
    assert_ne!(fs_err::read(&front).expect("a page"), old_front);
    desk.write("content/willow/home.yaml", "name: Elm\naddress:\n  lines: [1 Test Lane]\n  postcode: ZZ99 1AA\n");
    assert_eq!(desk.build(&[]).0, Some(0));
    assert!(fs_err::read_to_string(&front).expect("a page").contains("Elm"));
}
