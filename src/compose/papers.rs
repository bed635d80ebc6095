//! The papers a home hands out: the theme says which there are, a page or the Statement says the words.

use serde::Serialize;
use tera::Context;

use super::{Desk, Troubles, contract, drawings, statement};
use crate::colour;
use crate::document::{Block, Document, Fact, Inline, Panel, Section, Target, Words, letters};
use crate::home::Id;
use crate::home::date::Date;
use crate::paper::{Edition, Form, Format, Labels, Paper, Printed};
use crate::text::{Origin, Public, plain};
use crate::theme::PaperPlan;
use crate::words::{Unsaid, markdown};

/// A paper to print.
#[derive(Debug, Clone)]
pub struct ToPrint {
    /// `complaints`, or `statement-of-purpose-part-1`.
    pub id: String,
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

/// Who approved a paper, when and until when; only while it holds.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Approval<'a> {
    by: &'a Id,
    on: Date,
    until: Option<Date>,
}

/// Every paper that has something to say, in every form it comes in.
#[must_use]
pub fn papers(desk: &Desk<'_>, troubles: &mut Troubles) -> Vec<ToPrint> {
    let context = on_paper(desk);
    let mut out = Vec::new();
    for plan in &desk.theme.plan.papers {
        let made = if plan.id == statement::ID {
            statement::papers(desk, plan, &context)
        } else {
            leaflets(desk, plan, &context)
        };
        match made {
            Ok(papers) => out.extend(papers),
            Err(unsaid) => troubles.add(unsaid),
        }
    }
    out
}

/// One paper in a reader's own format; none where the home has nothing to say in it.
#[must_use]
pub fn paper(desk: &Desk<'_>, plan: &PaperPlan, format: Format, troubles: &mut Troubles) -> Option<ToPrint> {
    let context = on_paper(desk);
    let form = plan.forms.first().copied().unwrap_or(Form::Clear);
    let said =
        if plan.id == statement::ID { statement::whole(desk, &context).map(Some) } else { said(desk, plan, &context) };
    let made = said.and_then(|said| said.map(|said| set(desk, plan, &said, form, format, &context)).transpose());
    made.unwrap_or_else(|unsaid| {
        troubles.add(unsaid);
        None
    })
}

/// A paper that says what a page says, in every form.
fn leaflets(desk: &Desk<'_>, plan: &PaperPlan, context: &Context) -> Result<Vec<ToPrint>, Unsaid> {
    let Some(said) = said(desk, plan, context)? else { return Ok(Vec::new()) };
    plan.forms.iter().map(|form| set(desk, plan, &said, *form, desk.theme.format(*form), context)).collect()
}

/// What a paper says; none where there is nothing to say.
fn said(desk: &Desk<'_>, plan: &PaperPlan, context: &Context) -> Result<Option<Document<Public>>, Unsaid> {
    let words = format!("{}.md", plan.words);
    if !desk.phrases.has(&words) {
        return Ok(None);
    }
    let mut document = desk.document(&plan.id, &words, context, &[])?;
    contract::add(desk, &plan.words, &mut document);
    document.sections = without_next(document.sections);
    Ok((!document.is_empty()).then_some(document))
}

/// What words on paper know: that there is no other page to go to.
pub(super) fn on_paper(desk: &Desk<'_>) -> Context {
    let mut context = desk.context();
    context.insert("_pages", &Vec::<String>::new());
    context.insert("on_paper", &true);
    context
}

/// Puts a document on paper in one format, with its first page and its foot.
pub(super) fn set(
    desk: &Desk<'_>,
    plan: &PaperPlan,
    document: &Document<Public>,
    form: Form,
    format: Format,
    context: &Context,
) -> Result<ToPrint, Unsaid> {
    let approval = desk.approval(&plan.id);
    let mut context = context.clone();
    context.insert("approval", &approval);
    let usual = if form == Form::EasyRead { form.spelling() } else { format.edition.name() };
    let print = desk.theme.label(usual);
    context.insert("edition", &serde_json::json!({ "name": usual, "label": print, "points": format.points }));
    context.insert("title", &letters(&document.title));
    context.insert("today", &crate::home::date::shown(desk.today));
    context.insert("wall", &form.is_for_the_wall());
    let own = plan.id == statement::ID;
    let cover = desk.passage(if own { "statement-of-purpose/cover.md" } else { "paper-cover.md" }, &context, &[])?;
    let footer = desk.phrases.say(if own { "statement-of-purpose/footer.md" } else { "paper-footer.md" }, &context)?;
    let footer = letters(&markdown::line(&unescaped(&plain(&footer))));
    let draft = plan.approved && approval.is_none();
    let paper = around(desk, document.clone(), format, approval.map(|approval| approval.on));
    let cover = if form.is_for_the_wall() { Vec::new() } else { cover };
    let draft = draft.then(|| desk.theme.label("draft").to_owned());
    Ok(ToPrint { id: plan.id.clone(), form, paper: Paper { cover, draft, footer, ..paper } })
}

/// What every paper of a home has: its name, its colours, the few fixed words.
fn around(desk: &Desk<'_>, document: Document<Public>, format: Format, approved_on: Option<Date>) -> Paper<Public> {
    let statement = Some(desk.home.statement.date).filter(|_| document.id == statement::ID).flatten();
    let date = statement
        .or(approved_on)
        .map_or_else(|| (desk.today.year(), desk.today.month(), desk.today.day()), Date::parts);
    let home = desk.home.home.name.as_str().to_owned();
    let title = letters(&document.title);
    let label = |name: &str| desk.theme.label(name).to_owned();
    let accent = colour::ink_on(desk.home.home.colour.as_ref().map(|colour| colour.as_str()), &format.ground);
    Paper {
        drawings: drawings::of(&document, desk.theme, &accent),
        document,
        cover: Vec::new(),
        draft: None,
        footer: String::new(),
        author: desk.home.provider.name.as_ref().map_or_else(|| home.clone(), |name| name.as_str().to_owned()),
        name: if title.contains(&home) { title } else { format!("{title}, {home}") },
        home,
        date,
        accent,
        format,
        long: None,
        listed: 3,
        labels: Labels { contents: label("contents"), page: label("page"), of: label("of"), step: label("step") },
    }
}

/// On paper there is no next page to go to.
pub(super) fn without_next(sections: Vec<Section<Public>>) -> Vec<Section<Public>> {
    sections.into_iter().filter(|section| section.panel != Panel::Next).collect()
}

impl Desk<'_> {
    /// Who approved a paper, as long as that holds: not before the day of the yes, not after its last day.
    pub(super) fn approval(&self, paper: &str) -> Option<Approval<'_>> {
        let statement = &self.home.statement;
        let approval = if paper == statement::ID {
            Approval { by: statement.approved_by.as_ref()?, on: statement.approved_on?, until: None }
        } else {
            let approved = self.home.papers.approved.iter().find(|approved| approved.paper.id == paper)?;
            Approval { by: &approved.by, on: approved.on, until: approved.until }
        };
        let holds = approval.on.day() <= self.today && approval.until.is_none_or(|until| until.day() >= self.today);
        holds.then_some(approval)
    }

    /// Links to every form of a paper, each with its format, size of print, pages and bytes.
    pub(super) fn paper_links(&self, id: &str, printed: &[Printed]) -> Vec<Block<Public>> {
        let points: Vec<Vec<Block<Public>>> = printed
            .iter()
            .filter(|printed| printed.paper == id)
            .map(|printed| {
                let words = vec![Inline::Words(Words::new(self.described(printed), Origin::NONE))];
                vec![Block::Paragraph {
                    words: vec![Inline::Link { to: Target::Paper { file: printed.file.clone() }, words }],
                }]
            })
            .collect();
        if points.is_empty() { Vec::new() } else { vec![Block::List { points }] }
    }

    /// Every paper with its links, in the order of the theme. The parts of the Statement are on its own page.
    pub(super) fn papers_on_offer(&self, printed: &[Printed]) -> Vec<Block<Public>> {
        let plans = self.theme.plan.papers.iter();
        let facts: Vec<Fact<Public>> = plans
            .filter_map(|plan| {
                let first = printed.iter().find(|printed| printed.paper == plan.id)?;
                let label = vec![Inline::Words(Words::new(first.title.clone(), Origin::NONE))];
                Some(Fact { label, value: self.paper_links(&plan.id, printed) })
            })
            .collect();
        if facts.is_empty() { Vec::new() } else { vec![Block::Facts { facts }] }
    }

    /// “Statement of Purpose, large print (PDF, 18 point, 24 pages, 310 KB)”.
    fn described(&self, printed: &Printed) -> String {
        let form = printed.form.map_or_else(String::new, |form| format!(", {}", self.form_in_words(form)));
        format!("{}{form} ({})", printed.title, printed.described)
    }

    /// “large print”; “A4 for a wall”.
    fn form_in_words(&self, form: Form) -> String {
        let label = self.theme.label(form.spelling());
        let is_print = Edition::ALL.iter().any(|edition| edition.name() == form.spelling());
        if is_print { label.to_lowercase() } else { label.to_owned() }
    }
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
