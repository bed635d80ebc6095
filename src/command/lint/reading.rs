//! What `homepack lint` reads: statements one by one, and homes as they are composed. Whatever cannot be read is told, and the
//! rest is read all the same.

use std::cell::OnceCell;

use camino::{Utf8Path, Utf8PathBuf};

use super::Lint;
use crate::command::workshop::workshop;
use crate::compose::Troubles;
use crate::disk::{self, Content, lint as files, reader, statements};
use crate::failure::Failure;
use crate::finding::{Finding, Severity, in_order};
use crate::make::{self, Known, Workshop};
use crate::read::Place;
use crate::report;
use crate::review::judge::{self, JudgedHome};
use crate::review::{Review, Shelf, texts};
use crate::rulebook::Rulebook;
use crate::wording::OwnWords;
use crate::wording::own;

/// Everything that was read.
#[derive(Default)]
pub(super) struct Read {
    pub(super) reviews: Vec<Review>,
    /// What could not be read, a sentence or two each.
    pub(super) unread: Vec<String>,
}

/// Reads what the command line names.
pub(super) struct Readings<'a> {
    lint: &'a Lint,
    rulebook: &'a Rulebook,
    today: jiff::civil::Date,
    /// Made when the first home is read: a single statement needs none of it.
    workshop: OnceCell<Workshop>,
    /// The standard input can be read only once.
    input: OnceCell<Vec<u8>>,
}

impl<'a> Readings<'a> {
    pub(super) fn new(lint: &'a Lint, rulebook: &'a Rulebook, today: jiff::civil::Date) -> Self {
        Self { lint, rulebook, today, workshop: OnceCell::new(), input: OnceCell::new() }
    }

    /// Every path.
    pub(super) fn everything(&self) -> Read {
        let mut read = Read::default();
        for path in &self.lint.paths {
            if files::holds_homes(path) {
                self.homes(path, &mut read).unwrap_or_else(|failure| read.unread.push(failure.to_string()));
            } else {
                match statements::statements(path) {
                    Ok(there) => {
                        read.unread.extend(there.untold.iter().map(ToString::to_string));
                        there.files.iter().for_each(|file| self.file(file, &mut read));
                    }
                    Err(failure) => read.unread.push(failure.to_string()),
                }
            }
        }
        read
    }

    /// One statement.
    fn file(&self, path: &Utf8Path, read: &mut Read) {
        let bytes = match self.bytes(path) {
            Ok(bytes) => bytes,
            Err(failure) => return read.unread.push(failure.to_string()),
        };
        match reader::read(path, &bytes) {
            Ok(prose) => {
                read.unread.extend(prose.unread.iter().map(|why| format!("{path} was read only in part. {why}")));
                let own = own_words(path, read);
                read.reviews.push(judge::statement(prose, &own, self.rulebook));
            }
            Err(why) => {
                read.unread.push(Failure::Statement { path: path.to_owned(), why: why.into() }.to_string());
            }
        }
    }

    fn bytes(&self, path: &Utf8Path) -> Result<Vec<u8>, Failure> {
        if path != "-" {
            return statements::bytes(path);
        }
        if let Some(read) = self.input.get() {
            return Ok(read.clone());
        }
        let read = statements::bytes(path)?;
        Ok(self.input.get_or_init(|| read).clone())
    }

    /// What homes are composed with.
    fn workshop(&self) -> Result<&Workshop, Failure> {
        if let Some(workshop) = self.workshop.get() {
            return Ok(workshop);
        }
        let lint = self.lint;
        let made = workshop(lint.theme.as_deref(), lint.today.as_deref(), self.today)?;
        Ok(self.workshop.get_or_init(|| made))
    }

    /// Every home of a folder, as it is composed.
    fn homes(&self, dir: &Utf8Path, read: &mut Read) -> Result<(), Failure> {
        let workshop = self.workshop()?;
        let content = disk::read(dir)?;
        let mut mistakes = content.findings.clone();
        let mut homes: Vec<JudgedHome> = Vec::new();
        for place in &content.homes {
            let (known, findings) = workshop.read(&content, place);
            mistakes.extend(findings);
            let (own, wrong) = OwnWords::of(&content.sources, place);
            mistakes.extend(wrong);
            if let Some(known) = known {
                homes.push(self.home(workshop, &known, &content, place, own, &mut mistakes)?);
            }
        }
        mistakes.retain(|finding| finding.severity == Severity::Error);
        in_order(&mut mistakes);
        if !mistakes.is_empty() {
            report::findings(&mistakes, &content.sources);
            read.unread.push(format!("{dir} was read only in part: something above must be mended first."));
        }
        read.reviews.extend(judge::homes(homes, &content.sources, self.rulebook));
        Ok(())
    }

    /// Every page and paper of one home, judged.
    fn home(
        &self,
        workshop: &Workshop,
        known: &Known,
        content: &Content,
        place: &Place,
        own: OwnWords,
        mistakes: &mut Vec<Finding>,
    ) -> Result<JudgedHome, Failure> {
        let mut troubles = Troubles::default();
        let documents = make::documents(&workshop.desk(known), &mut troubles);
        mistakes.extend(troubles.findings);
        if let Some(failure) = troubles.failure {
            return Err(failure);
        }
        let theme_file = |name: &str| {
            let over = self.lint.theme.as_ref().filter(|_| workshop.over.iter().any(|over| over == name));
            over.map_or_else(|| Utf8PathBuf::from(name), |dir| dir.join(name))
        };
        let known_files = Shelf::of(&content.sources, &known.phrases, theme_file);
        Ok(judge::home(texts::of_home(&documents, place.name()), own, self.rulebook, &known_files))
    }
}

/// What the folder of a statement says about its own words.
fn own_words(path: &Utf8Path, read: &mut Read) -> OwnWords {
    let list = path.parent().unwrap_or(Utf8Path::new("")).join(own::FILE);
    let wrong = |what: String| format!("homepack could not use {list}. {what}");
    let letters = if path == "-" { Ok(None) } else { files::letters_if_there(&list) };
    match letters.map(|letters| letters.map(|letters| OwnWords::read(1, &letters))) {
        Ok(Some(Ok(own))) => return own,
        Ok(Some(Err(findings))) => {
            let said = findings.iter().map(|finding| format!("Line {}: {}.", finding.span.line, finding.message));
            read.unread.push(wrong(said.collect::<Vec<_>>().join(" ")));
        }
        Ok(None) => {}
        Err(failure) => read.unread.push(wrong(failure.to_string())),
    }
    OwnWords::default()
}
