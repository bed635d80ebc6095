//! The words files, filled in with what a home says. The only file that knows Tera's templates of words.
//!
//! Comes from: a theme's `words/*.md`, a home's own over them, and the home. Goes to: marked Markdown, for `words::markdown`.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{ErrorKind, Tera};

use super::file::{WordsFile, said_in};
use super::filling::Filling;
use super::unsaid::Unsaid;
use super::{escape, filters, functions, grammar, meter};
use crate::country::{self, Profile};
use crate::failure::Failure;
use crate::finding::Finding;
use crate::limits::{Limit, WORDS_PAGE};
use crate::read::Place;
use crate::source::Sources;
use crate::text::signs::{blanked, never};
use crate::text::{Span, THEME};
use crate::theme::Theme;

/// Words files ready to be filled in.
#[derive(Clone)]
pub struct Phrases {
    /// Shared by all homes of a country that say nothing their own way.
    tera: Arc<Tera>,
    /// The theme's words files as the country has them, each with a number from [`THEME`] on.
    theme: Arc<[WordsFile]>,
    /// The same for every country, by the word that stands for it.
    countries: Arc<BTreeMap<&'static str, (Arc<Tera>, Arc<[WordsFile]>)>>,
    /// The words files that are a home's own, each with its number among the sources.
    own: Vec<WordsFile>,
}

impl Phrases {
    /// The theme's words, for each country: what stands in the folder of a country lies over the rest.
    ///
    /// # Errors
    /// Where one of its files is not a template.
    pub fn of_theme(theme: &Theme) -> Result<Self, Failure> {
        let mut files = Vec::new();
        let words = theme.files.keys().filter(|path| path.ends_with(".md"));
        for (path, number) in words.zip(THEME..) {
            if let Some(path) = path.strip_prefix("words/") {
                let letters = theme.letters(&format!("words/{path}"))?;
                readable(path, letters)?;
                files.push(WordsFile::new(path.to_owned(), number, letters.into()));
            }
        }
        let mut countries = BTreeMap::new();
        for country in country::ids() {
            let files: Arc<[WordsFile]> = said_in(country, &files).into();
            let mut tera = Tera::new();
            tera.autoescape_on([".md"]);
            tera.set_escape_fn(escape::escape);
            meter::register(&mut tera);
            filters::register(&mut tera);
            functions::register(&mut tera);
            if let Some(unsaid) = mistakes(files.iter(), files.iter()).first() {
                return Err(failure(unsaid, files.iter()));
            }
            tera.add_raw_templates(files.iter().map(WordsFile::template))
                .map_err(|error| failure(&every_unsaid(&error, || files.iter())[0], files.iter()))?;
            countries.insert(country, (Arc::new(tera), files));
        }
        let (tera, theme) = countries[country::PROFILES[0].id].clone();
        Ok(Self { tera, theme, countries: Arc::new(countries), own: Vec::new() })
    }

    /// The words of a home's country, with those that the home, or the group above it, says its own way.
    ///
    /// # Errors
    /// A finding at each mistake in one of them.
    pub fn with_own(&self, sources: &Sources, place: &Place, country: &Profile) -> Result<Self, Vec<Finding>> {
        let mut own: Vec<WordsFile> = Vec::new();
        for folder in place.folders() {
            let words = folder.join("words");
            let here = sources.below(&words).filter_map(|(number, source)| {
                let path = source.known_as.strip_prefix(&words).ok().filter(|path| path.extension() == Some("md"))?;
                Some(WordsFile::new(path.as_str().replace('\\', "/"), number, blanked(&source.letters).into()))
            });
            // The nearest folder wins.
            for file in said_in(&country.id, &here.collect::<Vec<_>>()) {
                if own.iter().all(|known| known.name != file.name) {
                    own.push(file);
                }
            }
        }
        let (tera, theme) =
            self.countries.get(country.id.as_str()).cloned().unwrap_or((self.tera.clone(), self.theme.clone()));
        let mut phrases = Self { tera, theme, own, countries: self.countries.clone() };
        if phrases.own.is_empty() {
            return Ok(phrases);
        }
        let mistakes = mistakes(phrases.own.iter(), phrases.theme.iter().chain(&phrases.own));
        if !mistakes.is_empty() {
            return Err(mistakes.iter().map(|unsaid| unsaid.finding(unsaid.at().unwrap_or_default())).collect());
        }
        let templates: Vec<_> = phrases.own.iter().map(WordsFile::template).collect();
        match Arc::make_mut(&mut phrases.tera).add_raw_templates(templates) {
            Ok(()) => Ok(phrases),
            Err(error) => {
                let unsaid = every_unsaid(&error, || phrases.own.iter().chain(phrases.theme.iter()));
                // What has no place is wrong with the files that came last.
                Err(unsaid.iter().map(|unsaid| unsaid.finding(unsaid.at().unwrap_or_default())).collect())
            }
        }
    }

    /// Whether there is a words file of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.tera.contains_template(name)
    }

    /// The words files of the home's own.
    #[must_use]
    pub fn own(&self) -> &[WordsFile] {
        &self.own
    }

    /// The words files of the theme.
    #[must_use]
    pub fn of_the_theme(&self) -> &[WordsFile] {
        &self.theme
    }

    /// The words file with this number.
    #[must_use]
    pub fn file(&self, number: u32) -> Option<&WordsFile> {
        self.own.iter().chain(self.theme.iter()).find(|file| file.number == number)
    }

    /// Fills in one words file.
    ///
    /// # Errors
    /// Where and why it cannot be said.
    pub fn say(&self, name: &str, filling: &Filling) -> Result<String, Unsaid> {
        meter::begin();
        let mut page = meter::Page::default();
        match self.tera.render_to(name, filling.context(), &mut page) {
            Ok(()) => Ok(page.words()),
            Err(_) if page.over => {
                let unsaid = Unsaid::over(&WORDS_PAGE);
                let file = self.own.iter().chain(self.theme.iter()).find(|file| file.name == name);
                let whole = |file: &WordsFile| Span { file: file.number, line: 1, column: 1, width: 1 };
                Err(file.map_or(unsaid.clone(), |file| unsaid.or_at(whole(file))))
            }
            Err(error) => Err(self.unsaid(&error, meter::passed())),
        }
    }

    /// What to tell of words that could not be said: a finding where the home can mend them, else a failure of the theme.
    ///
    /// # Errors
    /// A fault of the theme.
    pub fn told(&self, unsaid: &Unsaid) -> Result<Finding, Failure> {
        match unsaid.at().filter(|at| at.file < THEME) {
            Some(at) => Ok(unsaid.finding(at)),
            // Words that every home has, and only with what this one says are they too much.
            None => unsaid.of_too_much().ok_or_else(|| self.failure(unsaid)),
        }
    }

    /// A fault of the theme: the words file, the line, and what is wrong.
    pub(crate) fn failure(&self, unsaid: &Unsaid) -> Failure {
        failure(unsaid, self.own.iter().chain(self.theme.iter()))
    }

    /// Where a template failed, and why; the limit that it passed, where that is why.
    fn unsaid(&self, error: &tera::Error, passed: Option<&'static Limit>) -> Unsaid {
        unsaid(error, passed, self.own.iter().chain(self.theme.iter()))
    }
}

/// What may not stand in some files, and how they include each other among all there are.
fn mistakes<'a>(files: impl Iterator<Item = &'a WordsFile>, all: impl Iterator<Item = &'a WordsFile>) -> Vec<Unsaid> {
    let mistakes: Vec<Unsaid> = files.flat_map(grammar::mistakes).collect();
    if mistakes.is_empty() { grammar::includes(all).into_iter().collect() } else { mistakes }
}

/// Everything that keeps files from becoming templates, and where.
fn every_unsaid<'a, F: Iterator<Item = &'a WordsFile>>(error: &tera::Error, files: impl Fn() -> F) -> Vec<Unsaid> {
    let ErrorKind::Msg(reports) = error.kind() else { return vec![unsaid(error, None, files())] };
    let known: Vec<Unsaid> = reports.split("\n\n").filter_map(|report| unknown(report, files())).collect();
    if known.is_empty() { vec![unsaid(error, None, files())] } else { known }
}

/// A name that nobody knows, out of Tera's report about it. Its first line says “error: Unknown filter” and the name in backticks, its
/// second “--> index.md:3:17”.
fn unknown<'a>(report: &str, mut files: impl Iterator<Item = &'a WordsFile>) -> Option<Unsaid> {
    let mut lines = report.lines();
    let (kind, name) = lines.next()?.strip_prefix("error: Unknown ")?.split_once(" `")?;
    let kind = if kind == "template" { "words file" } else { kind };
    let unsaid = Unsaid::new(format!("there is no {kind} called “{}”", name.trim_end_matches('`')));
    let mut place = lines.next()?.trim_start().strip_prefix("--> ")?.rsplitn(3, ':');
    let (column, line, path) = (place.next()?.parse::<usize>().ok()?, place.next()?.parse().ok()?, place.next()?);
    Some(match files.find(|file| file.name == path) {
        Some(file) => unsaid.or_at(file.span(line, column.saturating_sub(1))),
        None => unsaid,
    })
}

/// Where a template of these words files failed, and why; the limit that it passed, where that is why.
fn unsaid<'a>(
    error: &tera::Error,
    passed: Option<&'static Limit>,
    mut files: impl Iterator<Item = &'a WordsFile>,
) -> Unsaid {
    let because = |why: &str| passed.map_or_else(|| Unsaid::new(why), Unsaid::over);
    let (ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report)) = error.kind() else {
        return because(error.to_string().lines().next().unwrap_or_default());
    };
    let unsaid = because(report.message());
    let (span, name) = (report.span(), report.filename());
    let Some(file) = files.find(|file| file.name == name) else { return unsaid };
    unsaid.or_at(file.span(span.start_line, span.start_col))
}

/// Whether every sign of a theme's words file is one that can stand in words.
fn readable(path: &str, letters: &str) -> Result<(), Failure> {
    let line = letters.lines().position(|line| line.chars().any(|c| never(c).is_some()));
    line.map_or(Ok(()), |line| {
        let line = line + 1;
        Err(Failure::Theme(format!("words/{path}, line {line}: there is a sign here that cannot stand in words")))
    })
}

/// A fault of the theme: the words file, the line, and what is wrong.
fn failure<'a>(unsaid: &Unsaid, mut files: impl Iterator<Item = &'a WordsFile>) -> Failure {
    let place = unsaid.at().and_then(|at| Some((files.find(|file| file.number == at.file)?, at.line)));
    Failure::Theme(match place {
        Some((file, line)) => format!("words/{}, line {line}: {}", file.path, unsaid.why()),
        None => unsaid.nowhere(),
    })
}
