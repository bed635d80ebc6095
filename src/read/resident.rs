//! A resident's record out of its letters. What is wrong is said by file, line and column, and never by the words that stand there.
//!
//! Comes from: `disk::private`. Goes to: `compose::pack`.

use camino::Utf8Path;

use super::{shape, yaml};
use crate::finding::{Finding, in_order};
use crate::resident::Resident;
use crate::resident::schema::NAMES;
use crate::source::Sources;
use crate::text::Span;
use crate::theme::Theme;

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

/// A resident from the record with this number among the sources; none where something must be mended first.
#[must_use]
pub fn resident(sources: &Sources, file: u32, theme: &Theme) -> (Option<Resident>, Vec<Finding>) {
    let Some(source) = sources.get(file) else { return (None, Vec::new()) };
    let (node, mut findings) = match yaml::read(file, &source.letters) {
        Ok((node, swallowed)) => (node, swallowed),
        Err(finding) => return (None, vec![silent(finding)]),
    };
    let (resident, wrong) = shape::read::<Resident>(&node);
    findings.extend(wrong.into_iter().map(|finding| with_reason(finding, &source.letters)));
    if let Some(resident) = &resident {
        check(resident, &source.path, theme, &mut findings);
    }
    let mut findings: Vec<Finding> = findings.into_iter().map(silent).collect();
    in_order(&mut findings);
    (resident.filter(|_| findings.is_empty()), findings)
}

/// What no shape can say: the id is the file's name, a format is one that there is.
fn check(resident: &Resident, path: &Utf8Path, theme: &Theme, findings: &mut Vec<Finding>) {
    let mut wrong = |span: Span, what: &str, help: String| findings.push(Finding::error(span, what, help));
    if Some(resident.id.id.as_str()) != path.file_stem() || !is_id(&resident.id.id) {
        wrong(
            resident.id.span,
            "the id is not the name of this file",
            "The two are the same: six letters and numbers, such as q7k2m9. Write the file’s name here.".to_owned(),
        );
    }
    if resident.name.preferred.is_blank() {
        wrong(resident.name.preferred.span(), "no name is written here", "Write what they want to be called.".to_owned());
    }
    if let Some(sixth) = resident.what_matters.get(5) {
        wrong(sixth.span(), "this is a sixth thing that matters", "Keep the five that matter most.".to_owned());
    }
    let known = |ids: Vec<&str>| format!("You can have: {}.", ids.join(", "));
    let typefaces: Vec<&str> = theme.plan.typefaces.iter().map(|typeface| typeface.id.as_str()).collect();
    let grounds: Vec<&str> = theme.plan.grounds.iter().map(|ground| ground.id.as_str()).collect();
    let papers: Vec<&str> = theme.plan.papers.iter().map(|paper| paper.id.as_str()).collect();
    for (id, ids, what) in [
        (resident.format.typeface.as_ref(), &typefaces, "homepack does not have this typeface"),
        (resident.format.paper.as_ref(), &grounds, "homepack does not know this colour of paper"),
    ] {
        if let Some(id) = id.filter(|id| !ids.contains(&id.id.as_str())) {
            wrong(id.span, what, known(ids.clone()));
        }
    }
    for leaflet in resident.leaflets.iter().filter(|leaflet| !papers.contains(&leaflet.id.as_str())) {
        wrong(leaflet.span, "homepack has no paper of this name", known(papers.clone()));
    }
}

/// Whether letters can be an id: it becomes the name of a folder and of files.
#[must_use]
pub fn is_id(id: &str) -> bool {
    (4..=32).contains(&id.len())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && id.starts_with(|c: char| c.is_ascii_lowercase())
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
    Finding { message: withheld(&finding.message), help: finding.help.as_deref().map(withheld), ..finding }
}

/// A message without what it quotes, unless that is one of homepack's own words.
fn withheld(message: &str) -> String {
    const QUOTES: [(char, char); 2] = [('“', '”'), ('"', '"')];
    let mut out = String::with_capacity(message.len());
    let mut rest = message;
    while let Some((at, (open, close))) =
        rest.char_indices().find_map(|(at, c)| Some((at, *QUOTES.iter().find(|(open, _)| *open == c)?)))
    {
        let quoted = &rest[at + open.len_utf8()..];
        out.push_str(&rest[..at]);
        let Some(end) = quoted.find(close) else { return out + "what stands here" };
        if is_ours(&quoted[..end]) {
            out.extend(["“", &quoted[..end], "”"]);
            rest = &quoted[end + close.len_utf8()..];
        } else {
            // Words may hold a quotation mark themselves: rather too little is said than too much.
            out.push_str("what stands here");
            let last = quoted.rfind(close).unwrap_or(end);
            rest = &quoted[last + close.len_utf8()..];
        }
    }
    out + rest
}

/// Whether quoted words are homepack's own: a key of a record, or an example of ours.
fn is_ours(words: &str) -> bool {
    /// What our own messages quote beside keys.
    const EXAMPLES: [&str; 5] = ["- ", "yes", "no", "freedom", "…"];
    let key = words.trim_end_matches([':', ' ', '…']);
    EXAMPLES.contains(&words) || NAMES.contains(&key)
}
