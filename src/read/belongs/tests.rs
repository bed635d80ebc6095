use super::*;
use crate::finding::Severity;

fn home(inside: &str) -> Becomes {
    in_home(inside.into(), &|beside| beside == "fees.yaml" || beside == "garden.md")
}

/// `letters x`, `picture x`, `error: what`, `warning: what`, or `passed over`.
fn word(becomes: &Becomes) -> String {
    match becomes {
        Becomes::Letters(path) => format!("letters {path}"),
        Becomes::Picture(path) => format!("picture {path}"),
        Becomes::OtherPicture(path) => format!("other {path}"),
        Becomes::Sent(path) => format!("sent {path}"),
        Becomes::Typeface(path) => format!("typeface {path}"),
        Becomes::Told(told) => {
            let finding = told.finding(1);
            let severity = if finding.severity == Severity::Error { "error" } else { "warning" };
            format!("{severity}: {}", finding.message)
        }
        Becomes::PassedOver(_) => "passed over".to_owned(),
    }
}

#[test]
fn what_is_plainly_meant_is_read_under_the_name_that_homepack_knows() {
    for (inside, read) in [
        ("visiting.yaml", "letters visiting.yaml"),
        ("Visiting.YAML", "letters visiting.yaml"),
        ("HOME.yaml", "letters home.yaml"),
        ("Contract.MD", "letters contract.md"),
        ("vsiting.YAML", "letters vsiting.yaml"),
        ("fees.yml", "letters fees.yml"),
        ("pages/garden.MD", "letters pages/garden.md"),
        ("Pages/Our Café.md", "letters pages/Our Café.md"),
        ("services/Short-Stay.Yaml", "letters services/Short-Stay.yaml"),
        ("words/passages/danger.MD", "letters words/passages/danger.md"),
        ("words/Wording.yaml", "letters words/wording.yaml"),
        ("photos/IMG_0042.JPG", "picture photos/IMG_0042.JPG"),
        ("Photos/a.WebP", "picture photos/a.WebP"),
        ("photos/IMG_0042.HEIC", "other photos/IMG_0042.HEIC"),
        ("photos/plan.svg", "other photos/plan.svg"),
        ("fonts/NotoSansThai.TTF", "typeface fonts/NotoSansThai.TTF"),
        ("fonts/OFL.txt", "passed over"),
        ("pages/readme.md", "letters pages/readme.md"),
        ("pages/hard copy.md", "letters pages/hard copy.md"),
        ("Statement-Sent-2026-11-22.txt", "sent statement-sent-2026-11-22.txt"),
    ] {
        assert_eq!(word(&home(inside)), read, "{inside}");
    }
}

#[test]
fn what_somebody_wrote_and_nobody_reads_is_an_error() {
    for (inside, what) in [
        ("fees.yaml.txt", "the name of this file ends in “.yaml.txt”, so it is not read"),
        ("services/a.yaml.yaml", "the name of this file ends in “.yaml.yaml”, so it is not read"),
        ("pages/garden.md.txt", "the name of this file ends in “.md.txt”, so it is not read"),
        ("pages/garden.markdown", "the name of this file ends in “.markdown”, so it is not read"),
        ("fees.yaml ", "the name of this file ends in “.yaml ”, so it is not read"),
        ("fees", "homepack does not read this file: the one for this subject is called fees.yaml"),
        ("fees.yam", "homepack does not read this file: the one for this subject is called fees.yaml"),
        ("visiting.txt", "homepack does not read this file: the one for this subject is called visiting.yaml"),
        ("visiting.md", "homepack does not read this file: the one for this subject is called visiting.yaml"),
        ("garden.md", "homepack does not read this file here"),
        ("pages/more/garden.md", "this file lies in a folder of its own inside pages, and is not read"),
        ("contacts/old/police.yaml", "this file lies in a folder of its own inside contacts, and is not read"),
        ("pages/garden.yaml", "homepack does not read this file in the folder pages"),
        ("services/stay.md", "homepack does not read this file in the folder services"),
        ("fees (1).yaml", "this looks like a copy of fees.yaml, and nobody could tell which of the two counts"),
        ("fees - Copy.yaml", "this looks like a copy of fees.yaml, and nobody could tell which of the two counts"),
        ("fees - Copy (2).yaml", "this looks like a copy of fees.yaml, and nobody could tell which of the two counts"),
        ("Copy of fees.yaml", "this looks like a copy of fees.yaml, and nobody could tell which of the two counts"),
        (
            "pages/garden copy 2.md",
            "this looks like a copy of garden.md, and nobody could tell which of the two counts",
        ),
        (
            "week (Ann's conflicted copy 2026-11-02).yaml",
            "this looks like a copy of week.yaml, and nobody could tell which of the two counts",
        ),
        (
            "week.sync-conflict-20261102-101010-ABC.yaml",
            "this looks like a copy of week.yaml, and nobody could tell which of the two counts",
        ),
    ] {
        assert_eq!(word(&home(inside)), format!("error: {what}"), "{inside}");
    }
}

#[test]
fn what_may_lie_there_for_another_reason_is_a_warning() {
    for (inside, what) in [
        ("fees.docx", "homepack does not read a Word document here"),
        ("pages/garden.odt", "homepack does not read an OpenDocument text here"),
        ("letter.pdf", "homepack does not read a PDF here"),
        ("garden.jpg", "this picture is not in the folder photos, so it is shown nowhere"),
        ("pages/garden.heic", "this picture is not in the folder photos, so it is shown nowhere"),
        ("archive/letter.docx", "homepack does not know a folder called archive, and reads nothing in it"),
        (
            "statement-sent-2026-11-31.txt",
            "the name of this file is not that of a Statement as it was sent, so nothing is compared with it",
        ),
        (
            "statement-sent-in-november.md",
            "the name of this file is not that of a Statement as it was sent, so nothing is compared with it",
        ),
        ("film.mp4", "homepack does nothing with files that end in .mp4"),
        ("Makefile", "homepack does nothing with files"),
    ] {
        assert_eq!(word(&home(inside)), format!("warning: {what}"), "{inside}");
    }
}

#[test]
fn notes_that_people_leave_are_passed_over() {
    for inside in ["README.md", "readme.txt", "to-do.txt", "statement-notes.txt", "LICENCE", "services/README.md"] {
        assert_eq!(word(&home(inside)), "passed over", "{inside}");
    }
    assert_eq!(word(&beside_homes("README.md", &|_| false)), "passed over");
    assert_eq!(
        word(&beside_homes("fees.yaml", &|_| false)),
        "error: this file lies beside the homes and belongs to none"
    );
}
