//! What is left in the output of a home that is gone from the content.

use crate::desk::Desk;

/// Two homes, built; then one of them is gone.
fn without_willow() -> Desk {
    let desk = Desk::with_rowan();
    desk.home("willow");
    let (code, said) = desk.build(&[]);
    assert_eq!(code, Some(0), "{said}");
    fs_err::rename(desk.path("content/willow"), desk.path("willow")).expect("moved away");
    desk
}

#[test]
fn a_home_that_is_gone_is_named_and_its_output_stays_until_somebody_asks() {
    let desk = without_willow();
    let before = desk.files("output");
    let (code, said) = desk.build(&[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("willow: no longer in content. Its output is still in output/willow."), "{said}");
    assert_eq!(desk.files("output"), before);
    let (code, said) = desk.build(&["--remove-gone"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("willow: no longer in content, so its output was removed from output/willow."), "{said}");
    assert!(!desk.path("output/willow").exists());
    assert!(desk.made("index.html").contains("<h1>"));
    let (_, said) = desk.build(&[]);
    assert!(!said.contains("willow"), "{said}");
}

#[test]
fn a_build_of_one_home_says_nothing_of_the_others_and_removes_none() {
    let desk = without_willow();
    let (code, said) = desk.build(&["--home", "rowan"]);
    assert_eq!((code, said.contains("willow")), (Some(0), false), "{said}");
    let run = desk.run(&["build", "content/rowan", "--only", "website", "--today", "2026-11-22"]);
    let said = crate::desk::both_outputs(&run);
    assert_eq!((run.status.code(), said.contains("willow")), (Some(0), false), "{said}");
    for arguments in [&["build", "content", "--home", "rowan"][..], &["build", "content/rowan"]] {
        let run = desk.run(&[arguments, &["--only", "website", "--remove-gone"]].concat());
        assert_eq!(run.status.code(), Some(2), "{}", crate::desk::both_outputs(&run));
    }
    assert!(desk.path("output/willow/website/index.html").exists());
}

#[test]
fn nothing_is_removed_that_is_not_ours_or_while_something_is_to_be_mended() {
    let desk = without_willow();
    desk.write("output/willow/website/menu.txt", "Soup");
    let (code, said) = desk.build(&["--remove-gone"]);
    assert_eq!(code, Some(2), "{said}");
    assert!(said.contains("menu.txt, which homepack did not make"), "{said}");
    assert!(desk.path("output/willow/website/index.html").exists());
    fs_err::remove_file(desk.path("output/willow/website/menu.txt")).expect("away");
    desk.write("content/willow/home.yaml.txt", "name: Willow\n");
    let (code, said) = desk.build(&["--remove-gone"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("nothing was removed, because something above must be mended first"), "{said}");
    assert!(desk.path("output/willow/website/index.html").exists());
}

#[test]
fn nothing_is_removed_while_a_home_is_to_be_mended() {
    let desk = without_willow();
    desk.home("elm");
    assert_eq!(desk.build(&[]).0, Some(0));
    desk.write("content/elm/home.yaml", "name: Elm\n");
    let (code, said) = desk.build(&["--remove-gone"]);
    assert_eq!(code, Some(1), "{said}");
    // The front page still leads there.
    assert!(desk.path("output/willow/website/index.html").exists(), "{said}");
}

#[test]
fn a_home_that_is_made_under_another_name_now_is_not_gone() {
    let desk = Desk::with_rowan();
    desk.home("Our House");
    assert_eq!(desk.build(&[]).0, Some(0));
    fs_err::rename(desk.path("output/our-house"), desk.path("output/Our House")).expect("as it was made once");
    let (code, said) = desk.build(&["--remove-gone"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("our-house: made in output/our-house now") && !said.contains("no longer in"), "{said}");
    assert!(desk.path("output/Our House/website/index.html").exists());
}
