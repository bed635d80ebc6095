//! The Statement of Purpose as papers: one document, and a file a part for the regulator's form.

use super::{Desk, Troubles, Unsaid, markdown};
use crate::colour;
use crate::document::{Block, Document, Panel, Section, letters};
use crate::paper::{Edition, Labels, Paper};
use crate::text::{Public, plain};

/// The regulator's four parts, by the names of their words files.
pub const PARTS: [&str; 4] = ["part-1", "part-2", "part-3", "part-4"];

/// A paper to print, with its id and whether it is a part for the form.
#[derive(Debug, Clone)]
pub struct ToPrint {
    /// `statement-of-purpose`, or `statement-of-purpose-part-1`.
    pub id: String,
    /// What is printed.
    pub paper: Paper<Public>,
}

impl ToPrint {
    /// Its file, from the site's first folder.
    #[must_use]
    pub fn file(&self) -> String {
        format!("papers/{}-{}-print.pdf", self.id, self.paper.edition.name())
    }
}

/// The Statement of Purpose in every edition, and its four parts in clear print.
#[must_use]
pub fn papers(desk: &Desk<'_>, troubles: &mut Troubles) -> Vec<ToPrint> {
    match whole(desk) {
        Ok(papers) => papers,
        Err(unsaid) => {
            troubles.add(unsaid);
            Vec::new()
        }
    }
}

/// All its papers, or the first words that could not be said.
fn whole(desk: &Desk<'_>) -> Result<Vec<ToPrint>, Unsaid> {
    let mut context = desk.context();
    context.insert("_pages", &Vec::<String>::new());
    context.insert("on_paper", &true);
    let mut parts = Vec::new();
    for part in PARTS {
        let words = format!("statement-of-purpose/{part}.md");
        let document = desk.document(&format!("statement-of-purpose/{part}"), &words, &context, &[])?;
        if !document.is_empty() {
            parts.push((part, document));
        }
    }
    let title = desk.document("statement-of-purpose", "statement-of-purpose/index.md", &context, &[])?;
    let footer = plain(&desk.phrases.say("statement-of-purpose/footer.md", &context)?);
    let footer = letters(&markdown::line(&unescaped(&footer)));
    let mut out = Vec::new();
    let whole = Document {
        id: "statement-of-purpose".to_owned(),
        title: title.title.clone(),
        summary: title.summary.clone(),
        blocks: Vec::new(),
        sections: parts.iter().map(|(part, document)| as_section(part, document)).collect(),
    };
    for edition in Edition::ALL {
        let cover = cover(desk, edition, &mut context)?;
        out.push(ToPrint { id: whole.id.clone(), paper: paper(desk, whole.clone(), edition, cover, &footer) });
    }
    let cover = cover(desk, Edition::Clear, &mut context)?;
    for (part, document) in parts {
        let document = Document { sections: without_next(document.sections), ..document };
        out.push(ToPrint {
            id: format!("statement-of-purpose-{part}"),
            paper: paper(desk, document, Edition::Clear, cover.clone(), &footer),
        });
    }
    Ok(out)
}

/// The first page's words for one edition.
fn cover(desk: &Desk<'_>, edition: Edition, context: &mut tera::Context) -> Result<Vec<Block<Public>>, Unsaid> {
    context.insert("edition", &serde_json::json!({ "name": edition.name(), "points": edition.points() }));
    desk.passage("statement-of-purpose/cover.md", context, &[])
}

/// A paper around a document.
fn paper(
    desk: &Desk<'_>,
    document: Document<Public>,
    edition: Edition,
    cover: Vec<Block<Public>>,
    footer: &str,
) -> Paper<Public> {
    let statement = &desk.home.statement;
    let date = statement
        .date
        .or(statement.approved_on)
        .map_or_else(|| (desk.today.year(), desk.today.month(), desk.today.day()), crate::home::date::Date::parts);
    let home = desk.home.home.name.as_str().to_owned();
    let label = |name: &str| desk.theme.label(name).to_owned();
    Paper {
        document,
        edition,
        cover,
        draft: (!desk.approved()).then(|| label("draft")),
        footer: footer.to_owned(),
        author: desk.home.provider.name.as_ref().map_or_else(|| home.clone(), |name| name.as_str().to_owned()),
        home,
        date,
        accent: colour::ink_on(desk.home.home.colour.as_ref().map(|colour| colour.as_str()), colour::WHITE),
        ground: colour::WHITE.to_owned(),
        labels: Labels { contents: label("contents"), page: label("page"), of: label("of"), step: label("step") },
    }
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
fn prefix(section: &mut Section<Public>, part: &str) {
    section.anchor = format!("{part}-{}", section.anchor);
    section.sections.iter_mut().for_each(|section| prefix(section, part));
}

/// On paper there is no next page to go to.
fn without_next(sections: Vec<Section<Public>>) -> Vec<Section<Public>> {
    sections.into_iter().filter(|section| section.panel != Panel::Next).collect()
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
