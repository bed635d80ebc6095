//! A resident's pack: the book, the sheets beside it, the home's papers in their print. Everything here is [`Personal`].
//!
//! Comes from: a [`Desk`], for what the home says, and a [`Resident`]. Goes to: `render`, as papers that only the private folder
//! takes.

mod cards;
mod known;

use std::collections::BTreeMap;

use super::desk::{Desk, Medium, Troubles};
use super::{drawings, papers};
use crate::colour;
use crate::document::{Block, Document, Panel, Widen};
use crate::home::date::{shown, weekday};
use crate::home::terms::Terms;
use crate::name::Name;
use crate::paper::book::Part;
use crate::paper::{Edition, Format, Paper, Sheet};
use crate::resident::Resident;
use crate::resident::consent::To;
use crate::resident::format::Edition as Written;
use crate::text::Personal;
use crate::theme::{BookPart, Sheet as SheetPlan, Theme};
use crate::words::markdown::{self, Surroundings};
use crate::words::{Filling, Mark, Phrases, Unsaid};
use cards::Cards;
use known::{agreed, before_moving_in, in_trial, over, paid, settled};

/// The book's id among the papers of a pack.
pub const BOOK: &str = "book";
/// Where the words of packs lie, and those that say one thing at a time.
const WORDS: &str = "pack";
const ONE_THING: &str = "pack/one-thing";

/// A resident's pack.
#[derive(Debug, Clone)]
pub struct Pack {
    /// The resident's id.
    pub id: String,
    /// The papers, the book first.
    pub papers: Vec<PackPaper>,
}

/// A paper of a pack.
#[derive(Debug, Clone)]
pub struct PackPaper {
    /// Its id: `book`, `who-to-call`, `complaints`.
    pub id: Name,
    /// Its name for the office, which holds nothing of the resident's.
    pub label: String,
    /// What is printed.
    pub paper: Paper<Personal>,
}

impl PackPaper {
    /// Its file without an ending: the resident's id and what it is, never a name.
    #[must_use]
    pub fn file(&self, resident: &str) -> String {
        format!("{resident}-{}", self.id)
    }
}

/// One home, ready to make packs of its residents: what all of them share is made once.
pub struct Packer<'a> {
    desk: Desk<'a>,
    filling: Filling,
    /// The accent on each colour of paper.
    accents: BTreeMap<String, String>,
}

/// One resident at the desk.
struct Own<'a> {
    packer: &'a Packer<'a>,
    resident: &'a Resident,
    filling: Filling,
    format: Format,
}

impl<'a> Packer<'a> {
    /// A home's packer.
    #[must_use]
    pub fn new(desk: Desk<'a>) -> Self {
        let own = desk.home.home.colour.as_ref().map(|colour| colour.as_str());
        let grounds = desk.theme.plan.grounds.iter();
        let accents = grounds.map(|ground| (ground.colour.clone(), colour::ink_on(own, &ground.colour))).collect();
        Self { desk, filling: desk.filling(Medium::Paper), accents }
    }

    /// A resident's pack: every paper that has something to say to them.
    #[must_use]
    pub fn pack(&self, resident: &Resident, troubles: &mut Troubles) -> Pack {
        let agreed = resident.as_agreed(self.desk.today);
        let mut own = Own::new(self, &agreed);
        let leaflets = own.leaflets(troubles);
        own.told_of(&leaflets);
        let mut papers = Vec::new();
        for sheet in &self.desk.theme.plan.pack.sheets {
            papers.extend(own.sheet(sheet, troubles));
            papers.extend(own.own_copy(sheet, troubles));
        }
        papers.extend(leaflets);
        own.told_of(&papers);
        match own.book() {
            Ok(document) => papers.insert(0, own.book_on_paper(document, troubles)),
            Err(unsaid) => add(troubles, unsaid, self.desk.phrases),
        }
        Pack { id: resident.id.id.clone(), papers }
    }
}

/// What was said, or none where it could not be, which is noted.
fn noted<T>(said: Result<Option<T>, Unsaid>, troubles: &mut Troubles, phrases: &Phrases) -> Option<T> {
    said.unwrap_or_else(|unsaid| {
        add(troubles, unsaid, phrases);
        None
    })
}

/// Notes a trouble with words: where, and nothing of what was being said.
fn add(troubles: &mut Troubles, unsaid: Unsaid, phrases: &Phrases) {
    troubles.add(&unsaid.without_words(), phrases);
}

impl<'a> Own<'a> {
    fn new(packer: &'a Packer<'a>, resident: &'a Resident) -> Self {
        let desk = &packer.desk;
        let format = format(resident, desk.theme);
        let mut filling = packer.filling.clone();
        let unit = resident.room.unit.as_ref().map(|unit| unit.id.as_str());
        let terms = Terms::binding(&desk.home.fees.terms, resident.stay.kind, resident.paying.route, unit);
        // What binds nobody is there all the same, and says nothing.
        filling.say("terms", &terms.clone().unwrap_or_default());
        filling.say("paid", &paid(resident.paying.route));
        filling.say("resident", resident);
        filling.say("own_copy", &false);
        filling.say("about_me_agreed", &resident.agreed(To::AboutMe, desk.today));
        filling.say("shared_agreed", &resident.agreed(To::Sharing, desk.today));
        filling.say("agreed", &agreed(resident));
        let ground = desk.theme.plan.grounds.iter().find(|ground| ground.colour == format.ground);
        filling.say(
            "pack",
            &serde_json::json!({
                "id": resident.id.id,
                "points": format.points,
                "print": desk.theme.label(format.edition.name()),
                "paper": ground.map(|ground| ground.id.as_str()),
                "one_thing": format.one_thing,
                "today": shown(desk.today),
                "weekday": weekday(desk.today),
                "written_on": resident.pack.written_on,
                "in_trial": in_trial(resident, terms.as_ref(), desk.today),
                "settled": settled(resident, desk.today),
                "before_moving_in": before_moving_in(resident, desk.today),
                "over": over(resident, desk.today),
                "lines": resident.format.lines_for_notes == Some(true),
            }),
        );
        Self { packer, resident, filling, format }
    }

    /// Lets the book know which papers lie beside it.
    fn told_of(&mut self, papers: &[PackPaper]) {
        let listed: Vec<_> =
            papers.iter().map(|paper| serde_json::json!({ "id": paper.id, "title": paper.label })).collect();
        let ids: Vec<&str> = papers.iter().map(|paper| paper.id.as_str()).collect();
        self.filling.say("papers", &listed);
        self.filling.with_papers_beside(&ids);
    }

    /// The words of the book: its parts one after another, those left out shortened or dropped.
    fn book(&self) -> Result<Document<Personal>, Unsaid> {
        let mut words = String::new();
        for part in &self.packer.desk.theme.plan.pack.book {
            if let Some(said) = self.part(part)? {
                words.push_str(&said);
                words.push_str("\n\n");
            }
        }
        self.document(BOOK, &words)
    }

    /// The words of a part of the book for this reader; none where they want it left out and may.
    fn part(&self, part: &BookPart) -> Result<Option<String>, Unsaid> {
        let left_out = self.leaves_out(part.part);
        if left_out && !part.told {
            return Ok(None);
        }
        let folder = if self.format.one_thing || left_out { ONE_THING } else { WORDS };
        let words = self.say(&format!("{folder}/{}.md", part.words))?;
        // Its subjects, which are pages of their own elsewhere, stand under one heading here.
        Ok(Some(match &part.heading {
            Some(heading) if left_out && !self.format.one_thing => {
                format!("## {heading}\n\n{}\n\n{}", self.label("pack_short"), below(&words))
            }
            _ => words,
        }))
    }

    /// Whether they want a part left out, or short where everybody must be told it.
    fn leaves_out(&self, part: Option<Part>) -> bool {
        part.is_some_and(|part| self.resident.leave_out.contains(&part))
    }

    /// A sheet; none where it has nothing to say.
    fn sheet(&self, sheet: &SheetPlan, troubles: &mut Troubles) -> Option<PackPaper> {
        let document = noted(self.words_of_sheet(sheet, &self.filling), troubles, self.packer.desk.phrases)?;
        let mut made = self.sheet_on_paper(&sheet.id, &sheet.label, document, troubles);
        let format = &mut made.paper.format;
        format.sides = sheet.sides;
        if sheet.for_helpers {
            format.for_helpers = true;
            *format = format.at(Format::FOR_HELPERS[0]);
            // It says itself for whom it is, in words that leave it its room.
            made.paper.cover.clear();
        }
        Some(made)
    }

    /// The copy of a sheet for those who help, in the resident's own print: where that is larger, they can read here what others
    /// read about them.
    fn own_copy(&self, sheet: &SheetPlan, troubles: &mut Troubles) -> Option<PackPaper> {
        let copy = sheet.own_copy.as_ref().filter(|_| self.format.points > Format::FOR_HELPERS[0])?;
        let mut filling = self.filling.clone();
        filling.say("own_copy", &true);
        let document = noted(self.words_of_sheet(sheet, &filling), troubles, self.packer.desk.phrases)?;
        Some(self.sheet_on_paper(&copy.id, &copy.label, document, troubles))
    }

    /// The words of a sheet; none where there is nothing to say.
    fn words_of_sheet(&self, sheet: &SheetPlan, filling: &Filling) -> Result<Option<Document<Personal>>, Unsaid> {
        let short = self.format.one_thing || self.leaves_out(sheet.part);
        let simpler = format!("{ONE_THING}/{}.md", sheet.id);
        let has_simpler = short && self.packer.desk.phrases.has(&simpler);
        let file = if has_simpler { simpler } else { format!("{WORDS}/{}.md", sheet.id) };
        let words = self.packer.desk.phrases.say(&file, filling)?;
        let mut document = self.document(sheet.id.as_str(), &words)?;
        document.sections.retain(|section| section.panel != Panel::Next);
        Ok((!document.is_empty() && !document.title.is_empty()).then_some(document))
    }

    /// The home's papers that they want, in their own print.
    fn leaflets(&self, troubles: &mut Troubles) -> Vec<PackPaper> {
        let plans = &self.packer.desk.theme.plan.papers;
        let wanted =
            plans.iter().filter(|plan| self.resident.leaflets.iter().any(|leaflet| plan.id == leaflet.id.as_str()));
        let mut out = Vec::new();
        for plan in wanted {
            let format = Format { one_thing: false, ..self.format.clone() };
            if let Some(made) = papers::paper(&self.packer.desk, plan, format, troubles) {
                let label = crate::document::letters(&made.paper.document.title);
                let name = self.name(plan.id.as_str());
                out.push(PackPaper { id: plan.id.clone(), label, paper: Paper { name, ..made.paper.personal() } });
            }
        }
        out
    }

    /// A sheet, with a line on whose it is, in which print, of what day.
    fn sheet_on_paper(
        &self,
        id: &Name,
        label: &str,
        document: Document<Personal>,
        troubles: &mut Troubles,
    ) -> PackPaper {
        let long = self.surely_long(&document);
        let mut made = self.paper(id, label, document, long);
        // A sheet is one thing already.
        made.paper.format.one_thing = false;
        made.paper.cover = self.passage("sheet-cover", troubles);
        made
    }

    /// Whether a document surely has more or fewer than the twelve pages above which it has a contents list; none where only setting
    /// it tells. To know it beforehand saves setting it twice.
    fn surely_long(&self, document: &Document<Personal>) -> Option<bool> {
        /// Letters that are on a page in large print of 18 point, with its headings and spaces.
        const ON_A_PAGE: usize = 700;
        let mut letters = 0;
        document.each_words(&mut |words| letters += words.text.len());
        // Lines to write on take room that letters do not tell of.
        let mut ruled = false;
        document.each_block(&mut |block| ruled |= matches!(block, Block::Ruled { .. }));
        if ruled {
            return None;
        }
        let points = usize::from(self.format.points);
        match letters * points * points / (18 * 18) {
            few if few < 7 * ON_A_PAGE => Some(false),
            many if many > 20 * ON_A_PAGE => Some(true),
            _ => None,
        }
    }

    /// A passage of a pack's words.
    fn passage(&self, words: &str, troubles: &mut Troubles) -> Vec<Block<Personal>> {
        match self.say(&format!("{WORDS}/{words}.md")).and_then(|words| self.blocks(&words)) {
            Ok(blocks) => blocks,
            Err(unsaid) => {
                add(troubles, unsaid, self.packer.desk.phrases);
                Vec::new()
            }
        }
    }

    /// The book with its first page.
    fn book_on_paper(&self, document: Document<Personal>, troubles: &mut Troubles) -> PackPaper {
        let label = self.label("pack_book");
        // A book always has a page of its own to begin with, and a contents list: to know it beforehand saves setting it twice.
        let id = Name::of(BOOK).expect("it is a name");
        let mut made = self.paper(&id, &label, document, Some(true));
        made.paper.cover = self.passage("cover", troubles);
        made
    }

    /// A document on this resident's paper.
    fn paper(&self, id: &Name, label: &str, document: Document<Personal>, long: Option<bool>) -> PackPaper {
        let desk = &self.packer.desk;
        let home = &desk.home.home;
        let written = self.resident.pack.written_on.as_ref();
        let accent = self.packer.accents.get(&self.format.ground);
        let short = home.short_name.as_ref().unwrap_or(&home.name);
        let author = desk.home.provider.name.as_ref().unwrap_or(&home.name);
        let labels = desk.theme.labels_on_paper("pack_contents");
        let paper = Paper::of(document, self.format.clone(), labels, desk.today);
        let accent = accent.cloned().unwrap_or_else(|| paper.accent.clone());
        // Elsewhere the words beside a drawing say all of it.
        let drawings = if id.as_str() == BOOK && self.format.one_thing {
            drawings::of(&paper.document, desk.theme, &accent)
        } else {
            BTreeMap::new()
        };
        let paper = Paper {
            name: self.name(id.as_str()),
            drawings,
            home: home.name.as_str().to_owned(),
            made_up: desk.made_up(),
            footer: format!("{label}, {short}"),
            author: author.as_str().to_owned(),
            date: written.map_or(paper.date, |day| day.inside().parts()),
            accent,
            long,
            ..paper
        };
        PackPaper { id: id.clone(), label: label.to_owned(), paper }
    }

    /// A paper's name in the properties of its file: the id and what it is.
    fn name(&self, paper: &str) -> String {
        format!("{} {}: {paper}", self.label("pack"), self.resident.id.id)
    }

    fn label(&self, name: &str) -> String {
        self.packer.desk.theme.label(name).to_owned()
    }

    /// Words filled in for this resident.
    fn say(&self, file: &str) -> Result<String, Unsaid> {
        self.packer.desk.phrases.say(file, &self.filling)
    }

    fn document(&self, id: &str, words: &str) -> Result<Document<Personal>, Unsaid> {
        let resolve = |mark: &Mark| self.stands_for(mark);
        let around = Surroundings { resolve: &resolve, pages: &[], file: None };
        let (document, _) = markdown::document(&format!("{}-{id}", self.resident.id.id), words, around)?;
        Ok(Document { language: self.packer.desk.profile.language, ..document })
    }

    fn blocks(&self, words: &str) -> Result<Vec<Block<Personal>>, Unsaid> {
        markdown::blocks(words, Surroundings { resolve: &|mark| self.stands_for(mark), pages: &[], file: None })
    }

    /// What a mark in the words stands for: somebody of the resident's own, or what the home's own marks stand for.
    fn stands_for(&self, mark: &Mark) -> Result<Vec<Block<Personal>>, Unsaid> {
        let cards = Cards { resident: self.resident, theme: self.packer.desk.theme };
        match mark {
            Mark::Call(at) => Ok(cards.close(*at).into_iter().collect()),
            Mark::Speaker(at) => Ok(cards.speaker(*at).into_iter().collect()),
            mark => self.packer.desk.stands_for(mark, &self.packer.filling, Medium::Paper).map(Widen::personal),
        }
    }
}

/// Words with each heading one level down.
fn below(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 64);
    for line in words.lines() {
        if line.starts_with("##") {
            out.push('#');
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// The format a resident reads in; large print on white where nobody has asked them yet.
fn format(resident: &Resident, theme: &Theme) -> Format {
    let own = &resident.format;
    let points = own.points.map_or(Edition::Large.points(), |points| points.get());
    let typeface = own.typeface.as_ref().and_then(|id| theme.plan.typefaces.iter().find(|known| known.id == id.id));
    let ground = own.paper.as_ref().and_then(|id| theme.plan.grounds.iter().find(|known| known.id == id.id.as_str()));
    let usual = theme.format(crate::paper::Form::Large);
    Format {
        typeface: typeface.map_or_else(|| usual.typeface.clone(), |typeface| typeface.family.clone()),
        ground: ground.map_or_else(|| usual.ground.clone(), |ground| ground.colour.clone()),
        sheet: Sheet::A4,
        wall: false,
        one_thing: own.edition == Written::OneThingAtATime,
        ..usual.at(points)
    }
}
