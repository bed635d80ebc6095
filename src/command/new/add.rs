//! `homepack new service`, `contact`, `page`, `person`: one thing more in a home that is there.

use camino::{Utf8Path, Utf8PathBuf};
use clap::Args;

use super::{Terminal, answered, there};
use crate::beginning::{Draft, Reply, Talk, Tree, Voice, page};
use crate::command::workshop::chosen;
use crate::command::{FINE, MISTAKES};
use crate::country::Profiles;
use crate::disk::{self, begun};
use crate::failure::Failure;
use crate::keys::{self, Subject};
use crate::name::Name;
use crate::report;

/// What each of them takes.
#[derive(Debug, Args)]
pub struct Add {
    /// The folder with your homes, or with one home.
    #[arg(default_value = "content")]
    pub dir: Utf8PathBuf,
    /// The home, by the name of its folder. You can leave it out where there is only one.
    #[arg(long, value_name = "NAME")]
    pub home: Option<String>,
    /// A file with your answers. docs/beginning.md shows one.
    #[arg(long, value_name = "FILE")]
    pub answers: Option<Utf8PathBuf>,
}

impl Add {
    /// A file of a folder.
    pub(super) fn file(&self, folder: &str, today: jiff::civil::Date) -> Result<u8, Failure> {
        let profiles = Profiles::new()?;
        let Some(mut draft) = self.draft(&profiles, today)? else { return Ok(MISTAKES) };
        if let Some(answers) = &self.answers {
            return from_answers(answers, &mut draft);
        }
        let subject = subject(folder)?;
        if !(Talk { draft: &mut draft, voice: &mut Terminal, kinds: Vec::new() }).one_file(&subject) {
            report::line("Nothing was written: it begins with a name.");
            return Ok(MISTAKES);
        }
        kept(&mut draft)
    }

    /// Somebody who works here.
    pub(super) fn person(&self, today: jiff::civil::Date) -> Result<u8, Failure> {
        let profiles = Profiles::new()?;
        let Some(mut draft) = self.draft(&profiles, today)? else { return Ok(MISTAKES) };
        if let Some(answers) = &self.answers {
            return from_answers(answers, &mut draft);
        }
        let before = draft.said_in("people.yaml");
        Talk { draft: &mut draft, voice: &mut Terminal, kinds: Vec::new() }.one_entry(&subject("people")?, "named[]");
        if draft.said_in("people.yaml") == before {
            report::line("Nothing was written.");
            return Ok(MISTAKES);
        }
        kept(&mut draft)
    }

    /// A page of one's own.
    pub(super) fn page(&self, today: jiff::civil::Date) -> Result<u8, Failure> {
        let profiles = Profiles::new()?;
        let Some(draft) = self.draft(&profiles, today)? else { return Ok(MISTAKES) };
        if self.answers.is_some() {
            let why = "A page is words, and no file of answers holds it.\nWrite it as Markdown in the folder pages: a line “# ” with its heading, then the words.";
            return Err(Failure::Asked(why.to_owned()));
        }
        let ask = |words: &str| {
            report::line(words);
            match Terminal.hear() {
                Reply::Line(line) if !line.is_empty() => Some(line),
                _ => None,
            }
        };
        let Some(heading) =
            ask("What is the heading of the page, as a reader would ask? For example: Who feeds the hens?")
        else {
            report::line("Nothing was written: a page begins with its heading.");
            return Ok(MISTAKES);
        };
        let words = ask("What is its first sentence? You can write the rest in the file.");
        let (Some(kind), Some(name)) = (keys::file_of("pages"), Name::of(&heading.to_lowercase())) else {
            return Err(Failure::Asked(
                "That heading has no letter and no number, so its page would have no address.".to_owned(),
            ));
        };
        let path = draft.place.home.join(format!("pages/{name}.md"));
        begun::new_file(&path, &page(kind, draft.country(), &Tree::empty(), &heading, words.as_deref()))?;
        report::line(&format!("The page is {path}\nOpen it, and go on writing."));
        Ok(FINE)
    }

    /// The home that is meant, as far as it is begun.
    fn draft<'a>(&self, profiles: &'a Profiles, today: jiff::civil::Date) -> Result<Option<Draft<'a>>, Failure> {
        let content = disk::read(&self.dir)?;
        let places = chosen(&content, self.home.as_slice())?;
        let [place] = places.as_slice() else {
            let names = places.iter().map(|place| place.name()).collect::<Vec<_>>().join(", ");
            return Err(Failure::WhichHome(names));
        };
        there(&place.folder, profiles, today)
    }
}

/// What a file of answers says, on the disk.
fn from_answers(path: &Utf8Path, draft: &mut Draft<'_>) -> Result<u8, Failure> {
    if !answered(path, draft, &keys::first()?)? {
        return Ok(MISTAKES);
    }
    kept(draft)
}

/// What was answered, on the disk.
fn kept(draft: &mut Draft<'_>) -> Result<u8, Failure> {
    let written: Vec<Utf8PathBuf> = draft.written(false).into_iter().map(|written| written.place).collect();
    super::keep::keep(draft, false)?;
    for path in written {
        report::line(&format!("Written: {path}"));
    }
    report::line(&format!("\nNext:\n    homepack check{}", draft.place.typed()));
    Ok(FINE)
}

/// How a subject is asked.
fn subject(about: &str) -> Result<Subject, Failure> {
    let found = keys::subjects()?.into_iter().find(|subject| keys::subject(&subject.file) == about);
    found.ok_or_else(|| Failure::damaged("keys/subjects.yaml", format!("nothing is asked about {about}")))
}
