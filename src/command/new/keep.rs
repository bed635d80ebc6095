//! What `homepack new` puts on the disk: the home's files, the national contacts, what an editor and git are told. Nothing that is there
//! is written over; what somebody wrote by hand stays, and the lines for them to put in are said.

use camino::{Utf8Path, Utf8PathBuf};

use crate::beginning::{Change, Draft, EXTENSIONS, national, schema_name, settings};
use crate::command::schema;
use crate::country::Profiles;
use crate::disk::{PaperPlace, begun};
use crate::failure::Failure;
use crate::keys::FILES;
use crate::report;

/// Writes what was answered since. `all` begins every file that a home can have.
pub(super) fn keep(draft: &mut Draft<'_>, all: bool) -> Result<(), Failure> {
    let mut files = draft.written(all);
    // The file that makes a home of its folder comes last: where a run is cut off before it, the next one begins the others too.
    files.sort_by_key(|written| written.path == "home.yaml");
    for written in files {
        let path = &written.place;
        match (&written.change, &written.was) {
            (Change::Same, _) => {}
            (Change::Letters(letters), None) => {
                begun::new_file(path, letters)?;
                draft.settle(&written.path, letters);
            }
            (Change::Letters(letters), Some(was)) => {
                begun::again(path, was, letters)?;
                draft.settle(&written.path, letters);
            }
            (Change::Told(lines), was) => {
                report::line(&format!(
                    "\n{path} was changed by hand, so it stays as it is. Please put this in:\n\n{lines}"
                ));
                draft.settle(&written.path, was.as_deref().unwrap_or_default());
            }
        }
    }
    Ok(())
}

/// The national contacts among those that answers can point at, of every country: which one it is may be answered later.
pub(super) fn shared(draft: &mut Draft<'_>, profiles: &Profiles) -> Result<(), Failure> {
    for country in profiles.ids() {
        for (name, letters) in national(profiles.of(Some(country)))? {
            draft.share(&name, &letters);
        }
    }
    Ok(())
}

/// Writes the national contacts that are not there yet.
fn national_contacts(draft: &Draft<'_>) -> Result<(), Failure> {
    let own = draft.place.home.join("contacts");
    for (name, letters) in national(draft.country())? {
        let path = draft.place.contacts().join(&name);
        if !begun::is_there(&path) && !begun::is_there(&own.join(&name)) {
            begun::new_file(&path, &letters)?;
        }
    }
    Ok(())
}

/// What lies beside the homes: the national contacts of the country, once it is known, and what an editor and git are told.
pub(super) fn beside(draft: &Draft<'_>) -> Result<(), Failure> {
    let (home, top) = (&draft.place.home, &draft.place.top);
    let own = [home.clone(), home.join("contacts"), home.join("services"), draft.place.contacts()];
    let others = [top.clone(), top.join(".schema"), top.join(".vscode")];
    own.iter().chain(&others).try_for_each(|folder| begun::put_right(folder))?;
    national_contacts(draft)?;
    for file in &FILES {
        let path = top.join(schema_name(file));
        // A description that somebody changed is theirs.
        if let Ok(place) = PaperPlace::new(&path) {
            place.write(schema::letters(file).as_bytes())?;
        }
    }
    let telling = [
        (".vscode/settings.json", settings(), "so that VS Code shows the meaning of each key", "yaml.schemas"),
        (
            ".vscode/extensions.json",
            EXTENSIONS.to_owned(),
            "so that VS Code offers its add-on for such files",
            "redhat.vscode-yaml",
        ),
        (
            ".gitignore",
            "# Residents' records and packs are nobody else's.\nprivate/\n".to_owned(),
            "so that git leaves residents’ records out",
            "private",
        ),
    ];
    telling.iter().try_for_each(|(name, letters, why, word)| told(&top.join(name), letters, why, word))
}

/// One small file beside the homes, or the lines that one which is there lacks.
fn told(path: &Utf8PathBuf, letters: &str, why: &str, word: &str) -> Result<(), Failure> {
    let path: &Utf8Path = path;
    if !begun::is_there(path) {
        return begun::new_file(path, letters);
    }
    if !begun::letters(path)?.contains(word) {
        report::line(&format!("\n{path} is there already and stays as it is. Please put this in, {why}:\n\n{letters}"));
    }
    Ok(())
}
