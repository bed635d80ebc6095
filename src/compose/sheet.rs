//! A document put on paper: in one form, with its first page, its foot, and who approved it.

use std::collections::BTreeMap;

use super::approval::{Approval, STATEMENT};
use super::desk::{Desk, Medium};
use super::drawings;
use crate::colour;
use crate::document::{Document, Panel, Section, letters};
use crate::home::date::Date;
use crate::limits::PAPER;
use crate::name::Name;
use crate::paper::{Form, Format, Paper};
use crate::text::{Public, Span, THEME, plain};
use crate::theme::PaperPlan;
use crate::words::markdown::marked_line;
use crate::words::{Filling, Unsaid};

/// A paper to print.
#[derive(Debug, Clone)]
pub struct ToPrint {
    /// `complaints`, or `statement-of-purpose-part-1`.
    pub id: Name,
    /// The form it comes in.
    pub form: Form,
    /// What is printed.
    pub paper: Paper<Public>,
}

impl ToPrint {
    /// Its file without an ending, from the site's first folder.
    #[must_use]
    pub fn stem(&self) -> String {
        self.form.stem(&self.id)
    }
}

/// Puts a document on paper in one format, with its first page and its foot.
pub(super) fn set(
    desk: &Desk<'_>,
    plan: &PaperPlan,
    document: &Document<Public>,
    form: Form,
    format: Format,
    filling: &Filling,
) -> Result<ToPrint, Unsaid> {
    limited(document)?;
    let approval = Approval::of(plan.id.as_str(), desk.home, desk.today);
    let mut filling = filling.clone();
    filling.say("approval", &approval);
    let usual = if form == Form::EasyRead { form.spelling() } else { format.edition.name() };
    let print = desk.theme.label(usual);
    filling.say("edition", &serde_json::json!({ "name": usual, "label": print, "points": format.points }));
    filling.say("title", &letters(&document.title));
    filling.say("today", &crate::home::date::shown(desk.today));
    filling.say("wall", &form.is_for_the_wall());
    let own = plan.id == STATEMENT;
    let cover =
        desk.passage(if own { "statement-of-purpose/cover.md" } else { "paper-cover.md" }, &filling, Medium::Paper)?;
    let footer = desk.phrases.say(if own { "statement-of-purpose/footer.md" } else { "paper-footer.md" }, &filling)?;
    let footer = letters(&marked_line(&unescaped(&plain(&footer))));
    let draft = plan.approved && approval.is_none();
    let paper = around(desk, document.clone(), format, approval.map(Approval::day));
    let cover = if form.is_for_the_wall() { Vec::new() } else { cover };
    let draft = draft.then(|| desk.theme.label("draft").to_owned());
    Ok(ToPrint { id: plan.id.clone(), form, paper: Paper { cover, draft, footer, ..paper } })
}

/// Refuses a paper that would be longer than any that is set, at the file that says most of it.
fn limited(document: &Document<Public>) -> Result<(), Unsaid> {
    let (mut letters, mut by_file) = (0, BTreeMap::<u32, usize>::new());
    document.each_words(&mut |words| {
        letters += words.text.len();
        let from = words.from.fact.or(words.from.said);
        from.into_iter().for_each(|span| *by_file.entry(span.file).or_default() += words.text.len());
    });
    if !PAPER.is_passed_by(letters) {
        return Ok(());
    }
    let longest = by_file.into_iter().filter(|(file, _)| *file < THEME).max_by_key(|(_, letters)| *letters);
    let unsaid = Unsaid::over(&PAPER);
    Err(match longest {
        Some((file, _)) => unsaid.or_at(Span { file, line: 1, column: 1, width: 1 }),
        None => unsaid,
    })
}

/// What every paper of a home has: its name, its colours, the few fixed words.
fn around(desk: &Desk<'_>, document: Document<Public>, format: Format, approved_on: Option<Date>) -> Paper<Public> {
    let statement = Some(desk.home.statement.date).filter(|_| document.id == STATEMENT).flatten();
    let home = desk.home.home.name.as_str().to_owned();
    let title = letters(&document.title);
    let accent = colour::ink_on(desk.home.home.colour.as_ref().map(|colour| colour.as_str()), &format.ground);
    let author = desk.home.provider.name.as_ref().map_or_else(|| home.clone(), |name| name.as_str().to_owned());
    let drawings = drawings::of(&document, desk.theme, &accent);
    let paper = Paper::of(document, format, desk.theme.labels_on_paper("contents"), desk.today);
    Paper {
        drawings,
        author,
        name: if title.contains(&home) { title } else { format!("{title}, {home}") },
        home,
        made_up: desk.made_up(),
        date: statement.or(approved_on).map_or(paper.date, Date::parts),
        accent,
        listed: 3,
        ..paper
    }
}

/// On paper there is no next page to go to.
pub(super) fn without_next(sections: Vec<Section<Public>>) -> Vec<Section<Public>> {
    sections.into_iter().filter(|section| section.panel != Panel::Next).collect()
}

/// Anchors of different parts must differ in one document.
pub(super) fn prefix(section: &mut Section<Public>, part: &str) {
    section.anchor = format!("{part}-{}", section.anchor);
    section.sections.iter_mut().for_each(|section| prefix(section, part));
}

/// A line of words that is not read as Markdown: the signs that were put out of action come back.
fn unescaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut signs = line.trim().chars().peekable();
    while let Some(c) = signs.next() {
        match (c, signs.peek()) {
            ('\\', Some(next)) if next.is_ascii_punctuation() => {}
            (c, _) => out.push(c),
        }
    }
    out
}
