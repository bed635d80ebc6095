//! The words files, filled in with what a home says. The only file that knows Tera's templates of words.
//!
//! Comes from: a theme's `words/*.md`, a home's own over them, and the home. Goes to: marked Markdown, for `compose::markdown`.

use tera::{Context, ErrorKind, Tera, Value};

use super::filters;
use crate::failure::Failure;
use crate::finding::Finding;
use crate::home::Home;
use crate::read::Place;
use crate::regulation::Profile;
use crate::source::Sources;
use crate::text::Span;
use crate::theme::Theme;

/// Words files ready to be filled in.
#[derive(Clone)]
pub struct Phrases {
    tera: Tera,
    /// Which words files are a home's own, with the number of the file.
    own: Vec<(String, u32)>,
}

/// Why a passage could not be said.
#[derive(Debug)]
pub enum Unsaid {
    /// A mistake in a words file of the home's or group's own.
    Own(Finding),
    /// A fault of the theme.
    Theme(Failure),
}

impl Phrases {
    /// The theme's words.
    ///
    /// # Errors
    /// Where one of its files is not a template.
    pub fn of_theme(theme: &Theme) -> Result<Self, Failure> {
        let mut tera = Tera::new();
        tera.autoescape_on([".md"]);
        tera.set_escape_fn(filters::escape);
        filters::register(&mut tera);
        let mut files = Vec::new();
        for path in theme.files.keys() {
            if let Some(name) = path.strip_prefix("words/").filter(|name| name.ends_with(".md")) {
                files.push((name.to_owned(), theme.letters(path)?.to_owned()));
            }
        }
        tera.add_raw_templates(files).map_err(|error| Failure::Theme(worded(&error).1))?;
        Ok(Self { tera, own: Vec::new() })
    }

    /// The same words with those that a home, or the group above it, says its own way.
    ///
    /// # Errors
    /// A finding at the first mistake in one of them.
    pub fn with_own(&self, sources: &Sources, place: &Place) -> Result<Self, Finding> {
        let mut own: Vec<(String, u32, &str)> = Vec::new();
        for folder in place.folders() {
            let words = folder.join("words");
            for (number, source) in sources.iter() {
                let name = source.path.strip_prefix(&words).ok().filter(|name| name.extension() == Some("md"));
                if let Some(name) = name
                    .map(|name| name.as_str().replace('\\', "/"))
                    .filter(|name| own.iter().all(|(known, ..)| known != name))
                {
                    own.push((name, number, &source.letters));
                }
            }
        }
        let mut phrases = self.clone();
        phrases.own = own.iter().map(|(name, number, _)| (name.clone(), *number)).collect();
        let added =
            phrases.tera.add_raw_templates(own.into_iter().map(|(name, _, letters)| (name, letters.to_owned())));
        match added {
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

    /// The names of the home's own words files that stand in the place of none of the theme's.
    pub fn own_names(&self) -> impl Iterator<Item = (&str, u32)> {
        self.own.iter().map(|(name, number)| (name.as_str(), *number))
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
        let Some((_, file)) = self.own.iter().find(|(own, _)| *own == name) else { return Err(why) };
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let span = Span { file: *file, line: number(line).max(1), column: number(column) + 1, width: 1 };
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
    let shown: Vec<&str> = super::cards::quotes(home, today)
        .filter_map(|quote| quote.page.as_ref())
        .map(|page| page.id.as_str())
        .collect();
    Value::from_serializable(&shown)
}
