//! The inspection before the inspection: everything there is to say of a home before anybody else says it, the most important first.
//!
//! Comes from: `read`, `compose` and `check`, laid over the country's `duties`. Goes to: `homepack check`.

mod agree;
mod facts;
mod left;
mod links;
mod personal;
mod places;
mod report;
mod say;
mod sent;

use crate::check::{self, Facts};
use crate::compose::papers::to_look_at as papers;
use crate::compose::website::pages;
use crate::compose::{STATEMENT, Troubles};
use crate::document::Document;
use crate::duties::{Consideration, Duties, Duty, Keeper, Need, considerations};
use crate::failure::Failure;
use crate::finding::{Finding, in_order};
use crate::home::{Home, date};
use crate::leftover::{self, Neighbours};
use crate::make::{Known, Workshop};
use crate::read::{self, Content, Place};
use crate::severity::Severity;
use crate::source::Sources;
use crate::text::{Public, Span};
use facts::Fact;
use places::Root;

pub use agree::{Agreements, Disagreement, Files};
pub use links::Link;
pub use personal::{Considered, Shown};
pub use report::report;
pub use say::{counts, json, personal, text};

/// How many points a report shows where nobody asked for all of them.
pub const FIRST: usize = 10;

/// What every home is held against, read and made ready once.
#[derive(Debug)]
pub struct Asked {
    /// What has to be said.
    pub duties: Duties,
    /// Which facts have to agree.
    pub agreements: Agreements,
    /// What research asks of a home that is personal.
    pub considerations: Vec<Consideration>,
    /// What the other homes of the group say.
    pub neighbours: Neighbours,
}

impl Asked {
    /// Reads the lists, and what the homes of a group say.
    ///
    /// # Errors
    /// A fault of our own lists, which a test would have found.
    pub fn new(content: &Content) -> Result<Self, Failure> {
        Ok(Self { neighbours: Neighbours::of(content), ..Self::of_one_home()? })
    }

    /// Reads the lists alone, for whoever looks at no other home.
    ///
    /// # Errors
    /// A fault of our own lists, which a test would have found.
    pub fn of_one_home() -> Result<Self, Failure> {
        Ok(Self {
            duties: Duties::new()?,
            agreements: Agreements::new()?,
            considerations: considerations()?,
            neighbours: Neighbours::default(),
        })
    }
}

/// What there is to say of one home.
#[derive(Debug, Default)]
pub struct Inspection {
    /// The name of the home's folder.
    pub home: String,
    /// What the home is called; its folder's name while that cannot be read.
    pub called: String,
    /// Each point, the most important first.
    pub points: Vec<Point>,
    /// Whether everything was looked at: with a mistake in a file, what is left unsaid is not known.
    pub whole: bool,
    /// What no file can show: somebody in the home sees to it.
    pub by_hand: Vec<Duty>,
    /// Where its pages and papers lead to outside.
    pub links: Vec<Link>,
    /// How personal the home's words are, a question each, with what shows it.
    pub personal: Vec<Considered>,
}

/// One thing to write or to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// How much it matters.
    pub severity: Severity,
    /// What it is about.
    pub kind: Kind,
    /// The duty that asks for it; none where the files themselves are at fault or something ran out.
    pub duty: Option<String>,
    /// Where to write it.
    pub place: Spot,
    /// What is asked, or what is wrong.
    pub says: String,
    /// What to write or do.
    pub write: String,
    /// Who asks for it.
    pub source: Option<String>,
}

/// What a point is about, in the order in which it is told where two matter alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A file is at fault, or something in it ran out.
    File,
    /// It is another home's, or stands in for something real.
    LeftOver,
    /// Somebody asks for what is not said.
    Duty,
    /// Two places do not say the same.
    Agreement,
    /// A number that nobody has rung.
    Number,
}

/// A place in a file; line 0 in a file that is not there yet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
}

impl Inspection {
    /// Looks at one home.
    ///
    /// # Errors
    /// What the machine could not do.
    pub fn of(workshop: &Workshop, asked: &Asked, content: &Content, place: &Place) -> Result<Self, Failure> {
        let (known, mut findings) = workshop.read(content, place);
        let mut inspection = Self {
            home: place.name().to_owned(),
            called: place.name().to_owned(),
            whole: known.is_some(),
            ..Self::default()
        };
        let mut numbers = Vec::new();
        if let Some(known) = &known {
            let made = composed(workshop, known, &content.sources)?;
            known.home.home.name.as_str().clone_into(&mut inspection.called);
            inspection.links = made.links;
            findings.extend(made.findings);
            numbers = made.numbers;
            numbers.extend(old(&known.home, workshop.today));
            inspection.duties_unsaid(workshop, asked, content, place, known);
            let statement = made.statement.as_ref();
            let sent = statement.map(|now| sent::points(workshop, asked, (content, place), known, now));
            inspection.points.extend(sent.unwrap_or_default());
        }
        for (kind, mut found) in [(Kind::File, findings), (Kind::Number, numbers)] {
            in_order(&mut found);
            inspection.points.extend(found.into_iter().map(|finding| Point::of(kind, finding, &content.sources)));
        }
        inspection.points.extend(left::points(asked, content, place));
        inspection.points.sort_by_key(|point| (point.severity, point.kind));
        Ok(inspection)
    }

    /// What lies beside the homes of a folder and is read by nobody; none where there is nothing of that kind.
    #[must_use]
    pub fn beside(content: &Content) -> Option<Self> {
        let held = |finding: &&Finding| {
            let source = content.sources.get(finding.span.file);
            !content.homes.iter().any(|place| source.is_some_and(|source| place.holds(&source.path)))
        };
        let mut found: Vec<Finding> = content.findings.iter().filter(held).cloned().collect();
        in_order(&mut found);
        let points = found.into_iter().map(|finding| Point::of(Kind::File, finding, &content.sources)).collect();
        let folder = content.folder.to_string();
        let beside = Self { called: folder.clone(), home: folder, points, whole: true, ..Self::default() };
        (!beside.points.is_empty()).then_some(beside)
    }

    /// What the home does not say although somebody asks for it, and what its people see to.
    fn duties_unsaid(&mut self, workshop: &Workshop, asked: &Asked, content: &Content, place: &Place, known: &Known) {
        let (facts, country) = (Facts::of(&known.home), known.home.profile(&workshop.profiles));
        let duties = asked.duties.of(&country.id);
        let lacking = facts.lacking(duties, workshop.today);
        self.points.extend(lacking.into_iter().map(|(duty, need)| Point::lacking(duty, need, content, place)));
        let by_hand = |duty: &&Duty| duty.kept_by == Some(Keeper::Manager) && facts.concerns(duty);
        let files = Files { sources: &content.sources, place };
        let value = facts.and(country, workshop.today);
        let read = Fact::of(&value);
        let root = Root::new(&value, &read);
        let broken = asked.agreements.broken(&root, country, files, Severity::Hint);
        self.points.extend(broken.into_iter().map(|broken| Point::broken(broken, content)));
        self.personal = personal::considered(&asked.considerations, &root, files);
        self.by_hand = duties.iter().filter(by_hand).cloned().collect();
    }

    /// How many points matter so much.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.points.iter().filter(|point| point.severity == severity).count()
    }
}

/// How many errors there are in a home that was read, without what is told among the mistakes of its files.
#[must_use]
pub fn errors(workshop: &Workshop, asked: &Asked, content: &Content, place: &Place, known: &Known) -> usize {
    let (facts, country) = (Facts::of(&known.home), known.home.profile(&workshop.profiles));
    let files = Files { sources: &content.sources, place };
    let unsaid = facts.lacking(asked.duties.of(&country.id), workshop.today).into_iter();
    let value = facts.and(country, workshop.today);
    let read = Fact::of(&value);
    let broken = asked.agreements.broken(&Root::new(&value, &read), country, files, Severity::Error).into_iter();
    let severities = unsaid.map(|(duty, _)| duty.weight.severity()).chain(broken.map(|broken| broken.severity));
    let errors = severities.filter(|severity| *severity == Severity::Error).count();
    errors + leftover::stand_ins(&content.sources, place).len()
}

/// Numbers that somebody rang more than a year ago.
fn old(home: &Home, today: jiff::civil::Date) -> Vec<Finding> {
    let rung = check::calls(home, today).into_iter().filter_map(|call| Some((call.last?, call)));
    rung.map(|(day, call)| {
        Finding::warning(
            call.span,
            format!("the number of {} was last rung on {}, more than a year ago", call.name, date::shown(day)),
            format!("Ring it. If they answer, type “homepack contacts --rang {}”.", call.id),
        )
    })
    .collect()
}

/// What a home's words showed when they were put together.
struct Composed {
    /// Mistakes in them, and what ran out.
    findings: Vec<Finding>,
    /// Numbers that nobody has rung.
    numbers: Vec<Finding>,
    /// The Statement of Purpose.
    statement: Option<Document<Public>>,
    /// Where they lead to outside.
    links: Vec<Link>,
}

fn composed(workshop: &Workshop, known: &Known, sources: &Sources) -> Result<Composed, Failure> {
    let (desk, mut troubles) = (workshop.desk(known), Troubles::default());
    let papers = papers(&desk, &mut troubles);
    let pages = pages(&desk, &[], &mut troubles);
    if let Some(failure) = troubles.failure {
        return Err(failure);
    }
    let documents: Vec<_> = pages.iter().map(|page| &page.document).collect();
    let on_paper = papers.iter().map(|paper| &paper.paper.document);
    let links = links::links(documents.iter().copied().chain(on_paper), sources);
    let mut findings = troubles.findings;
    findings.extend(check::run_out(desk.home, desk.theme, desk.today));
    let numbers = check::unchecked_contacts(desk.home, &documents, desk.today);
    let statement = papers.into_iter().map(|paper| paper.paper.document).find(|paper| paper.id == STATEMENT);
    Ok(Composed { findings, numbers, statement, links })
}

impl Point {
    /// Something that was found.
    fn of(kind: Kind, finding: Finding, sources: &Sources) -> Self {
        Self {
            severity: finding.severity,
            kind,
            duty: None,
            place: spot(finding.span, sources),
            says: finding.message.to_string(),
            write: finding.help.map(|help| help.to_string()).unwrap_or_default(),
            source: None,
        }
    }

    /// Two facts that do not agree.
    fn broken(broken: Disagreement, content: &Content) -> Self {
        Self {
            severity: broken.severity,
            kind: Kind::Agreement,
            duty: Some(broken.id),
            place: spot(broken.span.unwrap_or_default(), &content.sources),
            says: broken.says,
            write: broken.write,
            source: None,
        }
    }

    /// A duty of which nothing is said: its place is that of the key, or of the nearest one around it.
    fn lacking(duty: &Duty, need: &Need, content: &Content, place: &Place) -> Self {
        let way = need.ways().first().map(|way| way.replace("[]", "").replace("()", "")).unwrap_or_default();
        Self {
            severity: duty.weight.severity(),
            kind: Kind::Duty,
            duty: Some(duty.id.clone()),
            place: Spot::of(&way, content, place),
            says: duty.asks.clone(),
            write: duty.write.clone(),
            source: Some(duty.source.clone()),
        }
    }
}

/// Where something was written, as a report names it.
fn spot(span: Span, sources: &Sources) -> Spot {
    let path = sources.get(span.file).map_or_else(String::new, |source| source.path.to_string());
    Spot { path, line: span.line, column: span.column }
}

impl Spot {
    /// Where a key stands or belongs.
    fn of(way: &str, content: &Content, place: &Place) -> Self {
        let subject = way.split('.').next().unwrap_or(way).replace('_', "-");
        let folder = place.folder.join(&subject);
        let path = if read::FOLDERS.contains(&subject.as_str()) {
            format!("{folder}/")
        } else if subject == "contract" {
            format!("{folder}.md")
        } else {
            format!("{folder}.yaml")
        };
        let Some((file, _)) = content.sources.at(path.as_str().into()) else {
            return Self { path, line: 0, column: 0 };
        };
        let span = read::key(&content.sources, place, way);
        let path = content.sources.get(file).map_or(path, |source| source.path.to_string());
        span.map_or_else(
            || Self { path: path.clone(), line: 1, column: 1 },
            |span| Self { path: path.clone(), line: span.line, column: span.column },
        )
    }
}
