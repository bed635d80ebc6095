//! The pictures in a home's folder `photos`, held against `photos.yaml`: those that are not there, those that cannot be shown, those that
//! would be one.

use std::collections::BTreeMap;

use camino::Utf8Path;

use crate::finding::{Finding, Severity, meant};
use crate::home::photographs::Photographs;
use crate::name::Name;
use crate::photograph::Trouble;
use crate::source::Sources;
use crate::text::Span;

/// Everything that is wrong with them.
pub(super) fn check(sources: &Sources, folder: &Utf8Path, photographs: &Photographs) -> Vec<Finding> {
    let mut findings = of_one_name(photographs);
    findings.extend(of_other_kinds(sources, folder, photographs));
    findings.extend(unused(sources, folder, photographs));
    let there: Vec<&str> = sources.pictures_in(folder).filter_map(Utf8Path::file_name).collect();
    let others: Vec<&str> = sources.other_pictures_in(folder).filter_map(|(path, _)| path.file_name()).collect();
    for photo in &photographs.photos {
        let file = photo.file.id.as_str();
        if !there.contains(&file) && !others.contains(&file) {
            let help = meant(file, there.iter().copied())
                .unwrap_or_else(|| "Put the picture into the folder photos, as .jpg, .png or .webp.".to_owned());
            let message = format!("there is no picture called “{file}” in the folder photos");
            findings.push(Finding::error(photo.file.span, message, help));
        }
        if photo.description.is_blank() {
            findings.push(Finding::error(
                photo.description.span(),
                format!("nothing says what “{file}” shows"),
                "Write it as you would tell it to somebody on the telephone.",
            ));
        }
    }
    findings
}

/// The pictures of kinds that cannot be shown: those that `photos.yaml` names must be saved otherwise, the others are left out.
fn of_other_kinds(sources: &Sources, folder: &Utf8Path, photographs: &Photographs) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (path, number) in sources.other_pictures_in(folder) {
        let Some(trouble) = path.extension().and_then(Trouble::of_ending) else { continue };
        let mut named =
            photographs.photos.iter().map(|photo| &photo.file).filter(|file| path.file_name() == Some(&file.id));
        let (place, severity) = match named.next() {
            Some(file) => (file.span, Severity::Error),
            None => (Span { file: number, line: 1, column: 1, width: 1 }, Severity::Warning),
        };
        findings.push(Finding { severity, ..Finding::error(place, trouble.what(), trouble.help()) });
    }
    findings
}

/// The pictures that `photos.yaml` does not name: nobody sees them, and nobody would know.
fn unused(sources: &Sources, folder: &Utf8Path, photographs: &Photographs) -> Vec<Finding> {
    let named = |path: &&Utf8Path| photographs.photos.iter().any(|photo| path.file_name() == Some(&photo.file.id));
    let unused = sources.pictures_in(folder).filter(|path| !named(path));
    unused
        .filter_map(|path| {
            let span = Span { file: sources.number_of_picture(path)?, line: 1, column: 1, width: 1 };
            let help = "Name it in photos.yaml and say what it shows, or move it out of this folder.";
            Some(Finding::warning(span, "photos.yaml does not name this picture, so it is shown nowhere", help))
        })
        .collect()
}

/// The pictures whose files would be made under one name, or under none.
fn of_one_name(photographs: &Photographs) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for file in photographs.photos.iter().map(|photo| &photo.file) {
        let Some(name) = Utf8Path::new(&file.id).file_stem().and_then(Name::of) else {
            let help = "Give the picture another name, such as garden.jpg, and write that here.";
            let what = "the name of this picture has no letter and no number";
            findings.push(Finding::error(file.span, what, help));
            continue;
        };
        let first = *seen.entry(name.folded()).or_insert(&file.id);
        if first != file.id {
            let what = format!("“{}” and “{first}” would become one picture on the website", file.id);
            let help = "Give one of the two files another name, and write that here.";
            findings.push(Finding::error(file.span, what, help));
        }
    }
    findings
}
