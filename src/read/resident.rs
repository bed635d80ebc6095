//! A resident's record out of its letters. What is wrong is said by file, line and column, and never by the words that stand there.
//!
//! Comes from: `disk::private`. Goes to: `compose::pack`.

use super::{shape, yaml};
use crate::finding::Finding;
use crate::resident::Resident;
use crate::resident::schema::NAMES;
use crate::source::Sources;

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
pub fn resident(sources: &Sources, file: u32) -> (Option<Resident>, Vec<Finding>) {
    let Some(source) = sources.get(file) else { return (None, Vec::new()) };
    let (resident, mut findings) = looked_through(file, &source.letters);
    // What a message quotes is taken out by its quotation marks. So that no words can end a quotation early, a record with a
    // mistake is looked through again with other marks in it, as wide as its own.
    if !findings.is_empty() && source.letters.contains(['“', '”']) {
        let tame = source.letters.replace('“', "‘").replace('”', "’");
        findings = looked_through(file, &tame).1;
    }
    (resident, findings.into_iter().map(silent).collect())
}

/// A resident, and everything that is wrong, in words that may still quote the record.
fn looked_through(file: u32, letters: &str) -> (Option<Resident>, Vec<Finding>) {
    let (node, mut findings) = match yaml::read(file, letters) {
        Ok((node, swallowed)) => (node, swallowed),
        Err(finding) => return (None, vec![finding]),
    };
    let (resident, wrong) = shape::read::<Resident>(&node);
    findings.extend(wrong.into_iter().map(|finding| with_reason(finding, letters)));
    (resident, findings)
}

/// A finding with the reason why no record has such a key, where it is about one.
fn with_reason(finding: Finding, letters: &str) -> Finding {
    let line = letters.lines().nth((finding.span.line as usize).saturating_sub(1)).unwrap_or_default();
    let key = line.trim_start_matches([' ', '-']).split(':').next().unwrap_or_default().trim().to_lowercase();
    match NEVER_PRINTED.iter().find(|(known, _)| *known == key) {
        Some((_, reason)) => Finding { help: Some((*reason).to_owned()), ..finding },
        None => finding,
    }
}

/// The same finding without the words it is about.
fn silent(finding: Finding) -> Finding {
    let help = finding.help.as_deref().map(|help| withheld(without_example(help)));
    Finding { message: withheld(&finding.message), help, ..finding }
}

/// A help without the line of the record that it shows put right, key and all: “Put it in quotation marks: key: …”.
fn without_example(help: &str) -> &str {
    const MARKS: &str = "in quotation marks";
    match help.split_once(MARKS) {
        Some((before, after)) if after.starts_with(": ") && !after[2..].starts_with('"') => {
            &help[..before.len() + MARKS.len()]
        }
        _ => help,
    }
}

/// A message without what it quotes, unless that is one of homepack's own words.
fn withheld(message: &str) -> String {
    let mut out = String::with_capacity(message.len());
    let mut rest = message;
    while let Some((at, open)) = rest.char_indices().find(|(_, c)| matches!(c, '“' | '"')) {
        let close = if open == '“' { '”' } else { '"' };
        let quoted = &rest[at + open.len_utf8()..];
        out.push_str(&rest[..at]);
        // Between “ and ” no other ” can stand. A straight mark may stand inside the words it ends: the last one is taken.
        let end = if close == '”' { quoted.find(close) } else { quoted.rfind(close) };
        let Some(end) = end else { return out + "what stands here" };
        if is_ours(&quoted[..end]) {
            out.extend(["“", &quoted[..end], "”"]);
        } else {
            out.push_str("what stands here");
        }
        rest = &quoted[end + close.len_utf8()..];
    }
    out + rest
}

/// Whether quoted words are homepack's own: a key of a record, or an example of ours.
fn is_ours(words: &str) -> bool {
    /// What our own messages quote beside keys.
    const EXAMPLES: [&str; 9] = ["- ", "yes", "no", "freedom", "…", "#", " #", "&", "*"];
    let key = words.trim_end_matches([':', ' ', '…']);
    EXAMPLES.contains(&words) || NAMES.contains(&key)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Everything that is said about a record.
    fn said(letters: &str) -> String {
        let mut sources = Sources::default();
        let file = sources.add_private("private/residents/rowan/q7k2m9.yaml".into(), letters);
        let (_, findings) = resident(&sources, file);
        assert!(!findings.is_empty(), "{letters}: {findings:?}");
        findings.iter().map(|finding| crate::report::letter(finding, &sources)).collect()
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
        ] {
            let said = said(&format!("id: q7k2m9\n{wrong}"));
            assert!(!said.contains("Zqcanary"), "{wrong}: {said}");
        }
    }

    #[test]
    fn a_message_still_says_what_to_do() {
        let said = said("id: q7k2m9\nname:\n  preferred: Bea\nstay:\n  moved_in: 30 Zqcanary\nnmae: Bea\n");
        assert!(said.contains("q7k2m9.yaml:5:13: moved_in: what stands here is not a date"), "{said}");
        assert!(said.contains("Write the year, the month and the day: 2026-10-01."), "{said}");
        assert!(said.contains("Did you mean “name”?"), "{said}");
    }
}
