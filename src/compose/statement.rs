//! The Statement of Purpose as papers: one document, and a file a part for the regulator's form.

use tera::Context;

use super::Desk;
use super::papers::{ToPrint, set, without_next};
use crate::document::{Document, Panel, Section};
use crate::paper::Form;
use crate::text::Public;
use crate::theme::PaperPlan;
use crate::words::Unsaid;

/// Its id among the theme's papers.
pub(super) const ID: &str = "statement-of-purpose";

/// The Statement of Purpose in every form, and its parts in clear print.
pub(super) fn papers(desk: &Desk<'_>, plan: &PaperPlan, context: &Context) -> Result<Vec<ToPrint>, Unsaid> {
    let whole = whole(desk, context)?;
    let mut out = Vec::new();
    for form in &plan.forms {
        out.push(set(desk, plan, &whole, *form, desk.theme.format(*form), context)?);
    }
    for (part, document) in parts(desk, context)? {
        let document = Document { sections: without_next(document.sections), ..document };
        let paper = set(desk, plan, &document, Form::Clear, desk.theme.format(Form::Clear), context)?;
        out.push(ToPrint { id: format!("{ID}-{part}"), ..paper });
    }
    Ok(out)
}

/// All its parts as one document.
pub(super) fn whole(desk: &Desk<'_>, context: &Context) -> Result<Document<Public>, Unsaid> {
    let title = desk.document(ID, "statement-of-purpose/index.md", context, &[])?;
    let sections = parts(desk, context)?.iter().map(|(part, document)| as_section(part, document)).collect();
    Ok(Document { id: ID.to_owned(), blocks: Vec::new(), sections, ..title })
}

/// Each part of the country's Statement that has something to say.
fn parts<'a>(desk: &Desk<'a>, context: &Context) -> Result<Vec<(&'a str, Document<Public>)>, Unsaid> {
    let mut parts = Vec::new();
    for part in desk.profile.statement.parts.iter().map(|part| part.id.as_str()) {
        let id = format!("{ID}/{part}");
        let document = desk.document(&id, &format!("{id}.md"), context, &[])?;
        if !document.is_empty() {
            parts.push((part, document));
        }
    }
    Ok(parts)
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

/// Anchors of different parts must differ in one document.
pub(super) fn prefix(section: &mut Section<Public>, part: &str) {
    section.anchor = format!("{part}-{}", section.anchor);
    section.sections.iter_mut().for_each(|section| prefix(section, part));
}
