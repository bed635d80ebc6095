//! `homepack where`: which page or paper says some words, which line they are written on, and which facts are in them.

use std::collections::{BTreeMap, BTreeSet};

use camino::Utf8PathBuf;
use clap::Args;

use super::workshop::{chosen, workshop};
use super::{FINE, MISTAKES};
use crate::compose::Troubles;
use crate::disk;
use crate::document::Document;
use crate::failure::Failure;
use crate::finding::{Severity, in_order};
use crate::make::{self, Documents, Known};
use crate::paper::Edition;
use crate::read::{Content, Place, key};
use crate::render::{PDF, website};
use crate::report;
use crate::text::{Public, Span};
use crate::trace::{self, Sentence};

/// What `homepack where` takes.
#[derive(Debug, Args)]
pub struct Where {
    /// Some words that stand on a page or in a paper, between quotation marks.
    pub words: String,
    /// The folder with your homes, or with one home.
    #[arg(default_value = "content")]
    pub dir: Utf8PathBuf,
    /// Only this home, by the name of its folder. You can say it more than once.
    #[arg(long, value_name = "NAME")]
    pub home: Vec<String>,
    /// A folder of your own with words or looks, laid over the plain theme file by file.
    #[arg(long, value_name = "DIR")]
    pub theme: Option<Utf8PathBuf>,
    /// The day to take for today, such as 2026-11-22.
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

impl Where {
    /// Looks for the words; the number is the program's exit code.
    ///
    /// # Errors
    /// What the machine could not do.
    pub fn run(&self, today: jiff::civil::Date) -> Result<u8, Failure> {
        let workshop = workshop(self.theme.as_deref(), self.today.as_deref(), today)?;
        let content = disk::read(&self.dir)?;
        let chosen = chosen(&content, &self.home)?;
        let (mut found, mut mistakes) = (false, Vec::new());
        for place in &chosen {
            let (known, findings) = workshop.read(&content, place);
            mistakes.extend(findings);
            let Some(known) = known else { continue };
            let mut troubles = Troubles::default();
            let sentences = sentences(&self.words, make::documents(&workshop.desk(&known), &mut troubles));
            mistakes.extend(troubles.findings);
            if let Some(failure) = troubles.failure {
                return Err(failure);
            }
            let letter =
                |(sentence, names)| Letter { content: &content, known: &known, place, sentence, names }.written();
            let letters: Vec<String> = sentences.iter().map(letter).collect();
            if !letters.is_empty() {
                let home = if chosen.len() > 1 { format!("In {}\n\n", place.name()) } else { String::new() };
                report::line(&format!("{}{home}{}", if found { "\n" } else { "" }, letters.join("\n").trim_end()));
                found = true;
            }
        }
        mistakes.retain(|finding| finding.severity == Severity::Error);
        in_order(&mut mistakes);
        report::findings(&mistakes, &content.sources);
        if found {
            return Ok(FINE);
        }
        if mistakes.is_empty() {
            report::line("No page and no paper says that. Try fewer words, or check their spelling.");
        }
        Ok(MISTAKES)
    }
}

/// The sentences of a home that hold some words, with the names of where they are read.
fn sentences(words: &str, home: Documents) -> BTreeMap<Sentence, BTreeSet<String>> {
    let mut documents: Vec<(String, Document<Public>)> = Vec::new();
    for paper in home.papers {
        let (name, paper) = (paper.stem(), paper.paper);
        let cover = Document { blocks: paper.cover, title: Vec::new(), sections: Vec::new(), ..paper.document.clone() };
        documents.extend([(name.clone(), paper.document), (name, cover)]);
    }
    for page in home.pages {
        documents.push((website::file(&page.address), page.document));
    }
    let mut found = trace::find(words, documents.iter().map(|(name, document)| (name.clone(), document)));
    let wanted = trace::typed(words);
    for sentence in home.notices.iter().flat_map(|notice| trace::in_line(&wanted, notice)) {
        found.entry(sentence).or_default().insert("the top of every page".to_owned());
    }
    found
}

/// One sentence and all there is to know about it, as a short letter.
struct Letter<'a> {
    content: &'a Content,
    known: &'a Known,
    place: &'a Place,
    sentence: &'a Sentence,
    names: &'a BTreeSet<String>,
}

impl Letter<'_> {
    fn written(&self) -> String {
        let mut out = format!("“{}”\n", self.sentence.words);
        let papers = |name: &&String| name.starts_with("papers/");
        let (papers, pages): (Vec<_>, Vec<_>) = self.names.iter().partition(papers);
        part(&mut out, "You read it on", &pages.into_iter().cloned().collect::<Vec<_>>());
        part(&mut out, "You read it in", &together(&papers));
        part(&mut out, "These lines say it", &self.lines_that_say_it());
        part(
            &mut out,
            "These facts are in it",
            &self.sentence.facts.iter().map(|fact| self.line(*fact)).collect::<Vec<_>>(),
        );
        part(&mut out, "It is said because of", &self.because());
        if self.sentence.said.is_empty() && self.sentence.facts.is_empty() {
            out.push_str("  homepack writes this line itself; its fixed words are the labels in theme.yaml.\n");
        }
        out
    }

    /// The lines of words files and of Markdown, and how to change those that are ours.
    fn lines_that_say_it(&self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for span in &self.sentence.said {
            let line = match self.content.sources.get(span.file) {
                Some(source) => format!("{}:{}", source.path, span.line),
                None => self.known.phrases.file(span.file).map_or_else(String::new, |file| {
                    let own = self.place.folder.join("words").join(&file.name);
                    format!("homepack’s words/{}:{} (to say it your own way, write {own})", file.path, span.line)
                }),
            };
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        lines
    }

    /// The facts that have to be so for the sentence to be said, as far as the home says them.
    fn because(&self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for span in &self.sentence.said {
            let Some(file) = self.known.phrases.file(span.file) else { continue };
            for fact in trace::governing(&file.letters, span.line, span.column) {
                let place = key(&self.content.sources, self.place, &fact);
                let line = place.filter(|place| !self.sentence.facts.contains(place)).map(|place| self.line(place));
                lines.extend(line.filter(|line| !lines.contains(line)));
            }
        }
        lines
    }

    /// A line of content: where it is, and what it says.
    fn line(&self, span: Span) -> String {
        const LONGEST: usize = 90;
        let Some((path, line)) = self.content.sources.line(span) else { return String::new() };
        let mut words: String = line.trim().chars().take(LONGEST).collect();
        if line.trim().chars().count() > LONGEST {
            words.push('…');
        }
        format!("{path}:{}:{}  {words}", span.line, span.column)
    }
}

/// Papers with their prints in one line: “papers/fees (clear, giant and large print)”.
fn together(papers: &[&String]) -> Vec<String> {
    let mut lines: Vec<(String, Vec<&str>)> = Vec::new();
    for paper in papers {
        let print = Edition::ALL
            .iter()
            .find_map(|edition| Some((paper.strip_suffix(&format!("-{}-print", edition.name()))?, edition.name())));
        match print {
            // Another paper whose name begins in the same way may stand between two prints of this one.
            Some((name, print)) => match lines.iter_mut().find(|(known, _)| known == name) {
                Some((_, prints)) => prints.push(print),
                None => lines.push((name.to_owned(), vec![print])),
            },
            None => lines.push((PDF.file(paper), Vec::new())),
        }
    }
    let line = |(name, prints): (String, Vec<&str>)| match prints.as_slice() {
        [] => name,
        [print] => format!("{name} ({print} print)"),
        [before @ .., last] => format!("{name} ({} and {last} print)", before.join(", ")),
    };
    lines.into_iter().map(line).collect()
}

/// A heading with lines beneath it; nothing where there are none.
fn part(out: &mut String, heading: &str, lines: &[String]) {
    if !lines.is_empty() {
        out.push_str(&format!("  {heading}\n"));
        lines.iter().for_each(|line| out.push_str(&format!("    {line}\n")));
    }
}
