//! A resident's record out of its letters. What is wrong is said by file, line and column, and never by the words that stand there.
//!
//! Comes from: `disk::private`. Goes to: `compose::pack`.

use super::shape::{self, Names};
use super::yaml;
use crate::finding::Finding;
use crate::resident::Resident;
use crate::resident::schema::KEYS;
use crate::source::Sources;
use crate::text::Personal;

/// Keys that people look for and that no record has, each with where such a thing belongs.
const NEVER_PRINTED: [(&str, &str); 11] = [
    ("medicines", "Medicines belong in the plan of care. No pack prints them."),
    ("medicine", "Medicines belong in the plan of care. No pack prints them."),
    ("medication", "Medicines belong in the plan of care. No pack prints them."),
    ("diagnosis", "A diagnosis belongs in the plan of care. No pack prints one."),
    ("diagnoses", "A diagnosis belongs in the plan of care. No pack prints one."),
    ("conditions", "A diagnosis belongs in the plan of care. No pack prints one."),
    ("dols", "It belongs in the plan of care. Hand the paper “freedom” over by itself."),
    ("deprivation_of_liberty", "It belongs in the plan of care. Hand the paper “freedom” over by itself."),
    ("representative", "It belongs in the plan of care. A pack never tells that somebody’s freedom is limited by law."),
    ("must_not_visit", "It belongs in the plan of care, where few people read it."),
    ("do_not_tell", "It belongs in the plan of care, where few people read it."),
];

/// A resident from the record with this number among the sources; none where a key of it could not be read. With a mistake among
/// the findings nothing may be made from it.
#[must_use]
pub fn resident(sources: &Sources, file: u32) -> (Option<Resident>, Vec<Finding<Personal>>) {
    let Some(source) = sources.get(file) else { return (None, Vec::new()) };
    let (record, mut findings) = match yaml::record(file, &source.letters) {
        Ok(read) => read,
        Err(findings) => return (None, findings),
    };
    let (resident, wrong) = shape::record(&record, Names { keys: &KEYS, elsewhere: &NEVER_PRINTED });
    findings.extend(wrong);
    (resident, findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything that is said about a record.
    fn told(letters: &str) -> String {
        let mut sources = Sources::default();
        let file = sources.add_private("private/residents/rowan/q7k2m9.yaml".into(), letters);
        let (_, findings) = resident(&sources, file);
        assert!(!findings.is_empty(), "{letters}: {findings:?}");
        findings.iter().map(|finding| crate::report::letter(finding, &sources)).collect()
    }

    /// What lines are put together from: a word that must stay unsaid, and everything that means something to YAML or to us.
    const PARTS: [&str; 48] = [
        "Zqcanary",
        "Zqcanary",
        "Zqcanary",
        "\"",
        "'",
        "\\u201d",
        "\\u202e",
        "\\e",
        "\\x1b",
        "\\0",
        "\\",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "&a ",
        "*a",
        "!x ",
        "#",
        " #",
        "“",
        "”",
        "«",
        "|\n    ",
        ">-\n    ",
        "\u{A0}",
        "\u{200B}",
        "\u{2067}",
        "\u{2069}",
        "\u{F0B7}",
        "\u{13000}",
        "\u{FFFD}",
        "\u{7}",
        "\t",
        "\n",
        "\n  ",
        "\n- ",
        "? ",
        "%",
        "@",
        "`",
        "yes",
        "2026-13-",
        "0117 ",
        "\u{FF1A}",
    ];

    proptest::proptest! {
        #[test]
        fn whatever_stands_in_a_record_nothing_of_it_is_said(
            lines in proptest::collection::vec(
                (0..KEYS.len(), proptest::collection::vec(0..PARTS.len(), 1..7)), 1..6,
            ),
        ) {
            let line = |(key, parts): &(usize, Vec<usize>)| {
                let value: String = parts.iter().map(|part| PARTS[*part]).collect();
                format!("{}: {value}\n", KEYS[*key])
            };
            let letters: String = std::iter::once("id: q7k2m9\n".to_owned()).chain(lines.iter().map(line)).collect();
            let mut sources = Sources::default();
            let file = sources.add_private("private/residents/rowan/q7k2m9.yaml".into(), &letters);
            let (_, mut findings) = resident(&sources, file);
            let none = crate::theme::faces::Faces::default();
            findings.extend(crate::read::faces::record(&sources, file, &none));
            let said: String = findings.iter().map(|finding| crate::report::letter(finding, &sources)).collect();
            proptest::prop_assert!(!said.to_lowercase().contains("canary"), "{letters}\n{said}");
        }
    }

    #[test]
    fn words_with_quotation_marks_in_them_are_not_quoted_either() {
        for wrong in [
            "couple:\n  partner: Bea\n  share_a_room: yes” says Zqcanary “no\n",
            "couple:\n  partner: Bea\n  share_a_room: “yes” says Zqcanary, “no” says Ann\n",
            "couple:\n  partner: Bea\n  share_a_room: 'yes\" says Zqcanary \"no'\n",
            "name: yes #Zqcanary\n",
            "what_matters:\n  - no #1 \"Zqcanary\" then\n",
            "what_matters:\n  - Zqcanary: always: open\n",
            "good_day:\n  - x\nZqcanary: &open the window\n  - a: b: c\n",
            "good_day:\n  -Zqcanary\n  - a\n",
            "Zqcanary:yes\nname: a\n",
            "name:\n  preferred: Bea\n  born: \"x\\u201d Zqcanary \\u201cy\"\n",
            "name:\n  preferred: Bea\n  born: \"\\ue00a Zqcanary \\ue009 Zqcanary\"\n",
            "name:\n  preferred: Bea\n  born: «Zqcanary» O'Zqcanary\n",
            "couple:\n  partner: Bea\n  Zqcanary: yes\n  Zqcanary: no\n",
            "room:\n  phone: Zqcanary 0\n",
            "paying:\n  weekly: \"Zqcanary” £\"\n",
            "stay:\n  kind: Zqcanary short\n",
            "stay:\n  - Zqcanary: short\n",
            "stay: Zqcanary\n",
            "name: {preferred: [Zqcanary: Zqcanary]}\n",
        ] {
            let said = told(&format!("id: q7k2m9\n{wrong}"));
            assert!(!said.contains("Zqcanary"), "{wrong}: {said}");
        }
    }

    #[test]
    fn letters_of_a_record_are_read_as_they_are_written() {
        let written = "“Bea” \"the Bee\" O'Hara « x » ‘y’ ”z“";
        let letters = format!("id: q7k2m9\nname:\n  preferred: Bea\n  say_it_like: |-\n    {written}\n  born: soon\n");
        assert!(told(&letters).contains("q7k2m9.yaml:6:9: born: what stands here is not a date"));
        let mut sources = Sources::default();
        let file = sources.add_private("q7k2m9.yaml".into(), &letters.replace("soon", "1938-10-01"));
        let (resident, findings) = resident(&sources, file);
        assert_eq!(findings, []);
        assert_eq!(resident.unwrap().name.say_it_like.unwrap().inside(), written);
    }

    #[test]
    fn a_value_is_silent_even_where_it_is_a_word_of_ours() {
        let said = told("id: q7k2m9\nname:\n  preferred: Bea\nstay:\n  kind: hospital\n  name: x\n");
        assert!(said.contains("kind: what stands here is not one of the words that can stand here"), "{said}");
        assert!(said.contains("homepack does not know the key “name” here"), "{said}");
    }

    #[test]
    fn a_message_still_says_what_to_do() {
        let said = told("id: q7k2m9\nname:\n  preferred: Bea\nstay:\n  moved_in: 30 Zqcanary\nnmae: Bea\n");
        assert!(said.contains("q7k2m9.yaml:5:13: moved_in: what stands here is not a date"), "{said}");
        assert!(said.contains("Write the year, the month and the day: 2026-10-01."), "{said}");
        assert!(said.contains("Did you mean “name”?"), "{said}");
    }
}
