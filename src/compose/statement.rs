//! The Statement of Purpose as papers: one document, and a file a part for the regulator's form.

use super::approval::STATEMENT;
use super::desk::{Desk, Medium};
use super::sheet::{ToPrint, prefix, set, without_next};
use crate::document::{Document, Panel, Section};
use crate::name::Name;
use crate::paper::Form;
use crate::text::Public;
use crate::theme::PaperPlan;
use crate::words::{Filling, Unsaid};

/// The Statement of Purpose in every form, and its parts in clear print.
pub(super) fn papers(desk: &Desk<'_>, plan: &PaperPlan, filling: &Filling) -> Result<Vec<ToPrint>, Unsaid> {
    let parts = parts(desk, filling)?;
    let whole = of_parts(desk, filling, &parts)?;
    let mut out = Vec::new();
    for form in &plan.forms {
        out.push(set(desk, plan, &whole, *form, desk.theme.format(*form), filling)?);
    }
    for (part, document) in parts {
        let document = Document { sections: without_next(document.sections), ..document };
        let paper = set(desk, plan, &document, Form::Clear, desk.theme.format(Form::Clear), filling)?;
        let id = Name::of(&format!("{STATEMENT}-{part}")).unwrap_or(paper.id);
        out.push(ToPrint { id, ..paper });
    }
    Ok(out)
}

/// All its parts as one document.
pub(super) fn whole(desk: &Desk<'_>, filling: &Filling) -> Result<Document<Public>, Unsaid> {
    of_parts(desk, filling, &parts(desk, filling)?)
}

/// The same of parts that are composed already.
fn of_parts(
    desk: &Desk<'_>,
    filling: &Filling,
    parts: &[(&str, Document<Public>)],
) -> Result<Document<Public>, Unsaid> {
    let title = desk.document(STATEMENT, "statement-of-purpose/index.md", filling, Medium::Paper)?;
    let sections = parts.iter().map(|(part, document)| as_section(part, document)).collect();
    Ok(Document { id: STATEMENT.to_owned(), blocks: Vec::new(), sections, ..title })
}

/// Each part of the country's Statement that has something to say.
fn parts<'a>(desk: &Desk<'a>, filling: &Filling) -> Result<Vec<(&'a str, Document<Public>)>, Unsaid> {
    let mut parts = Vec::new();
    for part in desk.profile.statement.parts.iter().map(|part| part.id.as_str()) {
        let id = format!("{STATEMENT}/{part}");
        let document = desk.document(&id, &format!("{id}.md"), filling, Medium::Paper)?;
        if !is_bare(&document) {
            parts.push((part, document));
        }
    }
    Ok(parts)
}

/// Whether a part has nothing under its headings: a sentence that says what the part is about is no part.
pub(super) fn is_bare(document: &Document<Public>) -> bool {
    document.sections.iter().all(Section::is_empty)
}

/// A part as a main section of the whole.
fn as_section(part: &str, document: &Document<Public>) -> Section<Public> {
    let mut sections = without_next(document.sections.clone());
    sections.iter_mut().for_each(|section| prefix(section, part));
    Section {
        anchor: part.to_owned(),
        heading: document.title.clone(),
        panel: Panel::Plain,
        blocks: document.blocks.clone(),
        sections,
    }
}
