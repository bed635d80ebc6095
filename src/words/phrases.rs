//! The words files, filled in with what a home says. The only file that knows Tera's templates of words.
//!
//! Comes from: a theme's `words/*.md`, a home's own over them, and the home. Goes to: marked Markdown, for `words::markdown`.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, ErrorKind, Tera, Value};

use super::filters;
use super::markdown::of_template;
use crate::country::{PROFILES, Profile};
use crate::failure::Failure;
use crate::finding::Finding;
use crate::home::Home;
use crate::read::Place;
use crate::source::Sources;
use crate::text::{self, Span, THEME};
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

/// A words file.
#[derive(Debug, Clone)]
pub struct WordsFile {
    /// The name that pages and papers know it by: `passages/danger.md`.
    pub name: String,
    /// Its path in the folder `words`: the name, in the folder of a country where it is said for that one.
    pub path: String,
    /// Its number, as marks carry it.
    pub number: u32,
    /// Its letters as they were written.
    pub letters: Arc<str>,
}

impl WordsFile {
    /// A file by its path in the folder `words`; where a country's folder holds it, its name is what stands behind that.
    fn new(path: String, number: u32, letters: Arc<str>) -> Self {
        let name = match country_of(&path) {
            Some(country) => path[country.len() + 1..].to_owned(),
            None => path.clone(),
        };
        Self { name, path, number, letters }
    }

    /// Its letters with a mark on each line.
    fn template(&self) -> (String, String) {
        (self.name.clone(), of_template(self.number, &self.letters))
    }

    /// The column that a column of [`Self::template`] has in the letters as they were written; both count from 0.
    fn column(&self, line: usize, column: usize) -> usize {
        let (_, template) = self.template();
        let before: String = template.lines().nth(line.saturating_sub(1)).unwrap_or("").chars().take(column).collect();
        before.replace("(said=\"", "").chars().filter(|c| !text::is_mark(*c)).count()
    }
}

/// The country in whose folder a words file stands.
fn country_of(path: &str) -> Option<&'static str> {
    let (folder, _) = path.split_once('/')?;
    PROFILES.iter().map(|(country, _)| *country).find(|country| *country == folder)
}

/// The files as a country has them: its own lie over those for all, and those of the other countries are not there.
fn said_in(country: &str, files: &[WordsFile]) -> Vec<WordsFile> {
    let of = |file: &&WordsFile| country_of(&file.path);
    let own: Vec<&WordsFile> = files.iter().filter(|file| of(file) == Some(country)).collect();
    let covered = |name: &str| own.iter().any(|file| file.name == name);
    let mut out: Vec<WordsFile> =
        files.iter().filter(|file| of(file).is_none() && !covered(&file.name)).cloned().collect();
    out.extend(own.into_iter().cloned());
    out
}

/// Why a passage could not be said.
#[derive(Debug)]
pub enum Unsaid {
    /// A mistake in a words file of the home's or group's own.
    Own(Finding),
    /// A fault of the theme.
    Theme(Failure),
}

impl Unsaid {
    /// The same without what was being said: of a resident's words nothing may reach a message.
    #[must_use]
    pub fn without_words(self) -> Self {
        match self {
            Unsaid::Own(finding) => {
                let message = "these words cannot be filled in".into();
                Unsaid::Own(Finding { message, ..finding })
            }
            Unsaid::Theme(failure) => {
                let Failure::Theme(why) = failure else { return Unsaid::Theme(failure) };
                // “words/pack/meals.md, line 3: …”: what stands before the first colon is ours, what stands behind it may not be.
                let place = why.split_once(": ").map_or("", |(place, _)| place);
                let place = if place.starts_with("words/") { place } else { "a words file" };
                Unsaid::Theme(Failure::Theme(format!("{place}: these words cannot be filled in")))
            }
        }
    }
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
                files.push(WordsFile::new(path.to_owned(), number, theme.letters(&format!("words/{path}"))?.into()));
            }
        }
        let mut countries = BTreeMap::new();
        for (country, _) in PROFILES {
            let files: Arc<[WordsFile]> = said_in(country, &files).into();
            let mut tera = Tera::new();
            tera.autoescape_on([".md"]);
            tera.set_escape_fn(filters::escape);
            filters::register(&mut tera);
            tera.add_raw_templates(files.iter().map(WordsFile::template))
                .map_err(|error| Failure::Theme(worded(&error).1))?;
            countries.insert(country, (Arc::new(tera), files));
        }
        let (tera, theme) = countries[PROFILES[0].0].clone();
        Ok(Self { tera, theme, countries: Arc::new(countries), own: Vec::new() })
    }

    /// The words of a home's country, with those that the home, or the group above it, says its own way.
    ///
    /// # Errors
    /// A finding at the first mistake in one of them.
    pub fn with_own(&self, sources: &Sources, place: &Place, country: &Profile) -> Result<Self, Finding> {
        let mut own: Vec<WordsFile> = Vec::new();
        for folder in place.folders() {
            let words = folder.join("words");
            let here = sources.below(&words).filter_map(|(number, source)| {
                let path = source.path.strip_prefix(&words).ok().filter(|path| path.extension() == Some("md"))?;
                Some(WordsFile::new(path.as_str().replace('\\', "/"), number, source.letters.as_str().into()))
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
        let templates: Vec<_> = phrases.own.iter().map(WordsFile::template).collect();
        match Arc::make_mut(&mut phrases.tera).add_raw_templates(templates) {
            Ok(()) => Ok(phrases),
            Err(error) => Err(phrases
                .finding(&error)
                .unwrap_or_else(|why| Finding::error(Span::default(), why, "Look at the words files of this home."))),
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
    /// A finding where the file is the home's own, else a failure.
    pub fn say(&self, name: &str, context: &Context) -> Result<String, Unsaid> {
        self.tera.render(name, context).map_err(|error| match self.finding(&error) {
            Ok(finding) => Unsaid::Own(finding),
            Err(why) => Unsaid::Theme(Failure::Theme(why)),
        })
    }

    /// A finding about a home's own words file, or the words for a fault of the theme.
    fn finding(&self, error: &tera::Error) -> Result<Finding, String> {
        let (place, why) = worded(error);
        let Some((name, line, column, message)) = place else { return Err(why) };
        let Some(file) = self.own.iter().find(|own| own.name == name) else { return Err(why) };
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let column = number(file.column(line, column)) + 1;
        let span = Span { file: file.number, line: number(line).max(1), column, width: 1 };
        Ok(Finding::error(
            span,
            format!("these words cannot be filled in: {message}"),
            "Compare the line with the same words in the theme.",
        ))
    }
}

/// Where a template failed, with its message, and the whole of it in one line.
fn worded(error: &tera::Error) -> (Option<(String, usize, usize, String)>, String) {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let (span, message) = (report.span(), report.message().to_owned());
            let why = format!("words/{}, line {}: {message}", report.filename(), span.start_line);
            (Some((report.filename().to_owned(), span.start_line, span.start_col, message)), why)
        }
        _ => (None, error.to_string().lines().next().unwrap_or_default().to_owned()),
    }
}

/// What every words file of a home can say: its whole content, and look-up tables for the functions.
#[must_use]
pub fn context(home: &Home, profile: &Profile, today: jiff::civil::Date) -> Context {
    let mut context = Context::from_serialize(home).unwrap_or_default();
    context.insert("profile", profile);
    context.insert_value("_people", filters::people(home, today));
    context.insert_value("_contacts", filters::contacts(home));
    context.insert_value("_quotes", quoted(home, today));
    context
}

/// The pages for which somebody's words may be shown.
fn quoted(home: &Home, today: jiff::civil::Date) -> Value {
    let shown: Vec<&str> = home
        .voice
        .quotes
        .iter()
        .filter(|quote| quote.may_be_shown(today))
        .filter_map(|quote| quote.page.as_ref())
        .map(|page| page.id.as_str())
        .collect();
    Value::from_serializable(&shown)
}
