//! A home's papers in every format that papers are made in, and how long each is.

use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::compose::papers::papers as composed;
use crate::compose::sheet::ToPrint;
use crate::compose::{Desk, Troubles};
use crate::document::letters;
use crate::failure::Failure;
use crate::finding::any_error;
use crate::paper::{Form, MadePaper, Measure, Printed};
use crate::render::{Each, FORMATS, FileFormat, InFormat, Maker, Makes, Rendered, Tools};
use crate::text::Public;
use crate::theme::Theme;

/// A home's papers, made.
#[derive(Debug, Default)]
pub struct MadePapers {
    /// Their files.
    pub files: Vec<InFormat<Public>>,
    /// How long each is, for the pages that name it.
    pub papers: Vec<MadePaper>,
}

/// A file of a paper that is to be made.
struct Order<'a> {
    format: &'static FileFormat,
    maker: Maker<Public>,
    paper: &'a ToPrint,
    form: Option<Form>,
    file: String,
}

/// Composes and makes every paper of a home in some formats, on every core.
///
/// # Errors
/// The first paper that could not be made. What is wrong with the words is among the troubles.
pub fn papers(
    desk: &Desk<'_>,
    tools: &Tools,
    formats: &[&'static FileFormat],
    troubles: &mut Troubles,
) -> Result<MadePapers, Failure> {
    let composed = composed(desk, troubles);
    let mut made = MadePapers::default();
    // From words with a mistake nothing is set: what the typesetter would say of it helps nobody.
    if troubles.failure.is_some() || any_error(&troubles.findings) {
        return Ok(made);
    }
    for format in formats.iter().filter(|format| format.makes_papers()) {
        let orders = orders(format, &composed);
        let files: Result<Vec<_>, Failure> = orders.par_iter().map(|order| order.made(tools)).collect();
        let (files, papers): (_, Vec<MadePaper>) = files?.into_iter().flatten().unzip();
        made.files.push(InFormat { format, files });
        made.papers.extend(papers);
    }
    // What the typesetter remembers of this home's papers serves no other home.
    tools.press.forget(0);
    Ok(made)
}

/// What a format makes of a home's papers.
fn orders<'a>(format: &'static FileFormat, papers: &'a [ToPrint]) -> Vec<Order<'a>> {
    let mut orders: Vec<Order<'a>> = Vec::new();
    for makes in format.makes {
        let Makes::Paper(each, maker) = makes else { continue };
        for (at, paper) in papers.iter().enumerate() {
            let again = papers[..at].iter().any(|before| before.id == paper.id);
            let (form, stem) = match each {
                Each::Form => (Some(paper.form), paper.stem()),
                Each::Paper if again => continue,
                Each::Paper => (None, format!("papers/{}", paper.id)),
            };
            orders.push(Order { format, maker: *maker, paper, form, file: format.file(&stem) });
        }
    }
    orders
}

impl Order<'_> {
    /// The file, and what the list says of it; none where this homepack cannot make it.
    fn made(&self, tools: &Tools) -> Result<Option<(Rendered<Public>, MadePaper)>, Failure> {
        let made = (self.maker)(tools, &self.file, &self.paper.paper)?;
        Ok(made.map(|made| {
            let path = format!("{}/{}", super::SITE, self.file);
            (Rendered::public(path, made.bytes), self.listed(made.measure))
        }))
    }

    fn listed(&self, measure: Measure) -> MadePaper {
        MadePaper {
            paper: self.paper.id.to_string(),
            title: letters(&self.paper.paper.document.title),
            form: self.form,
            format: self.format.name.to_owned(),
            file: self.file.clone(),
            measure,
        }
    }
}

/// Papers as pages speak of them: each as its format describes it.
pub(super) fn as_pages_say(papers: &[MadePaper], formats: &[&'static FileFormat], theme: &Theme) -> Vec<Printed> {
    let known = |name: &str| formats.iter().chain(&FORMATS).find(|format| format.name == name);
    let said = |paper: &MadePaper| {
        Some(Printed {
            described: known(&paper.format)?.described(paper.measure, theme),
            paper: paper.paper.clone(),
            title: paper.title.clone(),
            form: paper.form,
            file: paper.file.clone(),
        })
    };
    papers.iter().filter_map(said).collect()
}
