//! `homepack statement`: the text as it was sent to the regulator, what is different by now, and the regulator's form beside it.

use camino::{Utf8Path, Utf8PathBuf};
use clap::{Args, Subcommand};

use super::workshop::{chosen, day, workshop};
use super::{FINE, MISTAKES};
use crate::check::Facts;
use crate::compose::Troubles;
use crate::compose::papers::statement_of_purpose;
use crate::country::Profile;
use crate::disk::lint::{can_be_report, write_report};
use crate::disk::{self, begun};
use crate::duties::Duties;
use crate::failure::Failure;
use crate::finding::{Severity, in_order};
use crate::home::date;
use crate::make::{Known, Workshop};
use crate::read::{Content, Place};
use crate::report;
use crate::sent::{self, BEGINS, Kept, Law, Version, changes, file, form};

/// What `homepack statement` takes.
#[derive(Debug, Args)]
pub struct Statement {
    #[command(subcommand)]
    what: What,
}

/// What can be done about a Statement.
#[derive(Debug, Subcommand)]
enum What {
    /// Keep the text of the Statement as you sent it on a day, beside statement.yaml.
    Sent(Sent),
    /// See what is different since it was sent, what of it the law lists, and by when somebody is told.
    Changes(Looking),
    /// See each field of the regulator’s form beside what the Statement says.
    Form(Looking),
}

/// What `homepack statement sent` takes.
#[derive(Debug, Args)]
struct Sent {
    /// The day on which you sent it, such as 2026-11-22.
    #[arg(value_name = "DATE")]
    day: String,
    #[command(flatten)]
    of: Of,
}

/// What `changes` and `form` take.
#[derive(Debug, Args)]
struct Looking {
    #[command(flatten)]
    of: Of,
    /// Write it to this file instead, as a page for a browser, to print or to attach.
    #[arg(long, value_name = "FILE")]
    out: Option<Utf8PathBuf>,
}

/// Which home, and on which day.
#[derive(Debug, Args)]
struct Of {
    /// The folder with your homes, or with one home.
    #[arg(default_value = "content")]
    dir: Utf8PathBuf,
    /// Only this home, by the name of its folder.
    #[arg(long, value_name = "NAME")]
    home: Vec<String>,
    /// A folder of your own with words or looks, laid over the plain theme file by file.
    #[arg(long, value_name = "DIR")]
    theme: Option<Utf8PathBuf>,
    /// The day to take for today, such as 2026-11-22.
    #[arg(long, value_name = "DATE")]
    today: Option<String>,
}

impl Statement {
    /// Whether a day was given for today.
    pub(super) fn needs_no_clock(&self) -> bool {
        match &self.what {
            What::Sent(sent) => sent.of.today.is_some(),
            What::Changes(looking) | What::Form(looking) => looking.of.today.is_some(),
        }
    }

    /// Keeps the text, or says what there is to say of it; the number is the program's exit code.
    ///
    /// # Errors
    /// What the machine could not do, or that it cannot be done as it was asked.
    pub fn run(&self, today: jiff::civil::Date) -> Result<u8, Failure> {
        match &self.what {
            What::Sent(sent) => sent.run(today),
            What::Changes(looking) => looking.run(today, changes),
            What::Form(looking) => looking.run(today, form_beside),
        }
    }
}

/// A home with its Statement as it reads on a day.
struct Read<'a> {
    workshop: &'a Workshop,
    duties: &'a Duties,
    content: &'a Content,
    place: &'a Place,
    known: &'a Known,
    version: Version,
}

impl Read<'_> {
    fn country(&self) -> &Profile {
        self.known.home.profile(&self.workshop.profiles)
    }

    fn law(&self) -> Law<'_> {
        let country = self.country();
        Law { schedule: &country.statement.schedule, duties: self.duties.of(&country.id) }
    }
}

/// Reads a home and composes its Statement, and does something with it; mistakes in the home's files are shown in its place.
fn with_statement(
    workshop: &Workshop,
    content: &Content,
    place: &Place,
    done: &mut dyn FnMut(&Read<'_>) -> Result<u8, Failure>,
) -> Result<u8, Failure> {
    let duties = Duties::new()?;
    let (known, mut findings) = workshop.read(content, place);
    let mut troubles = Troubles::default();
    let version = known.as_ref().and_then(|known| {
        let desk = workshop.desk(known);
        let document = statement_of_purpose(&desk, &mut troubles)?;
        Some(Version::of(&desk, &Facts::of(&known.home), duties.of(&desk.profile.id), &document))
    });
    if let Some(failure) = troubles.failure {
        return Err(failure);
    }
    findings.extend(troubles.findings);
    findings.retain(|finding| finding.severity == Severity::Error);
    in_order(&mut findings);
    report::findings(&findings, &content.sources);
    match (&known, version) {
        (Some(known), Some(version)) if findings.is_empty() => {
            done(&Read { workshop, duties: &duties, content, place, known, version })
        }
        _ => Ok(MISTAKES),
    }
}

/// The one home that was asked for.
fn one<'a>(content: &'a Content, asked: &[String]) -> Result<&'a Place, Failure> {
    let places = chosen(content, asked)?;
    match places.as_slice() {
        [place] => Ok(place),
        _ => Err(Failure::WhichHome(places.iter().map(|place| place.name()).collect::<Vec<_>>().join(", "))),
    }
}

/// What somebody types for a home that is not the only one, or lies elsewhere than usual.
fn typed(of: &Of, place: &Place) -> String {
    let dir =
        if of.dir == "content" { String::new() } else { format!(" {}", crate::beginning::spaced(of.dir.as_str())) };
    let home = if of.home.is_empty() { String::new() } else { format!(" --home {}", place.name()) };
    format!("{dir}{home}")
}

impl Sent {
    fn run(&self, today: jiff::civil::Date) -> Result<u8, Failure> {
        let today = day(self.of.today.as_deref(), today)?;
        let sent = date::read(&self.day).map_err(|slip| Failure::Asked(slip.typed()))?;
        if sent > today {
            return Err(Failure::Asked(format!(
                "{} is still to come. Send the Statement first, then type the day on which you did.",
                plain(sent)
            )));
        }
        // Who may be named, and what is approved, is taken as it was on the day.
        let workshop = workshop(self.of.theme.as_deref(), Some(&sent.to_string()), today)?;
        let content = disk::read(&self.of.dir)?;
        let place = one(&content, &self.of.home)?;
        with_statement(&workshop, &content, place, &mut |read| self.keep(read, sent))
    }

    fn keep(&self, read: &Read<'_>, sent: jiff::civil::Date) -> Result<u8, Failure> {
        let path = file::path(&read.place.folder, sent);
        let letters = file::written(&read.version, sent);
        let kept = sent::kept(&read.content.sources, read.place);
        if let Some(same_day) = kept.iter().find(|kept| kept.day == sent) {
            return again(same_day, &letters);
        }
        if let Some(later) = kept.iter().find(|kept| kept.day > sent) {
            return Err(Failure::Asked(format!(
                "{} keeps a text that was sent later, on {}.\nhomepack keeps the text as your files say it now, and that is not the one of an earlier day.\nIf the day in that name is wrong, delete the file, and run the command again.",
                later.path,
                plain(later.day)
            )));
        }
        begun::new_file(&path, &letters)?;
        report::line(&format!("{path}: the Statement as it was sent on {}.", plain(sent)));
        let statement = &read.known.home.statement;
        let told = statement.inspector_told_on.map(date::Date::day);
        if told != Some(sent) {
            report::line(&format!(
                "Write “inspector_told_on: {sent}” in {}.",
                read.place.folder.join("statement.yaml")
            ));
        }
        if statement.approved_by.is_none() || statement.approved_on.is_none_or(|day| day.day() > sent) {
            report::line("It is a draft: nobody has approved it in statement.yaml.");
        }
        report::line(&format!(
            "When something in it has changed, type: homepack statement changes{}",
            typed(&self.of, read.place)
        ));
        Ok(FINE)
    }
}

/// What is said where a text of the same day is kept.
fn again(same_day: &Kept, letters: &str) -> Result<u8, Failure> {
    let (version, _) = file::read(letters);
    if same_day.as_written && same_day.version == version {
        report::line(&format!("{} is kept already, and says the same.", same_day.path));
        return Ok(FINE);
    }
    Err(Failure::Asked(format!(
        "{} is there already, and your files say something else by now. homepack does not write over what was sent.\nIf it is not what you sent, delete that file, and run the command again.",
        same_day.path
    )))
}

/// A day in a sentence.
fn plain(day: jiff::civil::Date) -> String {
    date::shown(day).replace('\u{A0}', " ")
}

/// What is said of a home, and as a page; and the exit code.
type Told = (String, Option<String>, u8);

impl Looking {
    fn run(
        &self,
        today: jiff::civil::Date,
        told: fn(&Read<'_>, &Self) -> Result<Told, Failure>,
    ) -> Result<u8, Failure> {
        let workshop = workshop(self.of.theme.as_deref(), self.of.today.as_deref(), today)?;
        let content = disk::read(&self.of.dir)?;
        let places = match self.out {
            Some(_) => vec![one(&content, &self.of.home)?],
            None => chosen(&content, &self.of.home)?,
        };
        // Asked before the work: where it cannot lie, nobody has to wait for it.
        self.out.as_deref().map_or(Ok(()), |out| can_be_report(out, BEGINS))?;
        let mut code = FINE;
        for (at, place) in places.into_iter().enumerate() {
            if at > 0 {
                report::line("");
            }
            let said = with_statement(&workshop, &content, place, &mut |read| {
                let (text, page, code) = told(read, self)?;
                match (&self.out, page) {
                    (Some(out), Some(page)) => put(out, &page)?,
                    _ => report::all(&text),
                }
                Ok(code)
            })?;
            code = code.max(said);
        }
        Ok(code)
    }
}

/// Writes a page, and says how to read it.
fn put(out: &Utf8Path, page: &str) -> Result<(), Failure> {
    write_report(out, page, BEGINS)?;
    report::line(&format!("{out}: open it in a browser to read or print it."));
    Ok(())
}

/// What is different since the Statement was sent.
fn changes(read: &Read<'_>, looking: &Looking) -> Result<Told, Failure> {
    let today = read.workshop.today;
    let kept = sent::kept(&read.content.sources, read.place);
    for later in kept.iter().filter(|kept| kept.day > today) {
        report::remark(&format!("{} is of a day that is still to come, so nothing is compared with it.", later.path));
    }
    let Some(last) = sent::last(&kept, today) else { return Ok((none_kept(read, looking), None, MISTAKES)) };
    if last.version.parts.is_empty() {
        let said = format!(
            "{} is not as homepack wrote it, and there is no Statement in it any more.\nPut it back as it was, or delete it.\n",
            last.path
        );
        return Ok((said, None, MISTAKES));
    }
    if !last.as_written {
        report::remark(&format!(
            "{} was changed by somebody after homepack wrote it, so it may not be what was sent. It is compared as it is now.\n",
            last.path
        ));
    }
    let (country, law) = (read.country(), read.law());
    let found = sent::compared(&last.version, &read.version);
    let told = read.known.home.statement.inspector_told_on.map(date::Date::day);
    let notice = sent::notice(&country.statement.notice, last, &read.version, told, today);
    let said = changes::Changes { kept: last, now: &read.version, changes: &found, law, notice, country };
    let mut text = changes::text(&said);
    if !found.is_empty() && notice.told.is_none() {
        let of = typed(&looking.of, read.place);
        text.push_str(&format!(
            "\nA page to attach: homepack statement changes{of} --out changes.html\nWhen it is sent, with the day: homepack statement sent {today}{of}\n"
        ));
    }
    let page = looking.out.as_ref().map(|_| changes::page(&said, &read.workshop.theme)).transpose()?;
    Ok((text, page, if notice.is_late && !found.is_empty() { MISTAKES } else { FINE }))
}

/// What is said where no text is kept.
fn none_kept(read: &Read<'_>, looking: &Looking) -> String {
    let of = typed(&looking.of, read.place);
    let told = read.known.home.statement.inspector_told_on.map(date::Date::day);
    let next = match told.filter(|told| *told <= read.workshop.today) {
        Some(told) => format!(
            "In statement.yaml it was sent on {}. If your files still say what you sent then, type: homepack statement sent {told}{of}",
            plain(told)
        ),
        None => format!("When you have sent it, type the day: homepack statement sent {}{of}", read.workshop.today),
    };
    format!(
        "{}: no text is kept of the Statement as it was sent, so there is nothing to compare.\n{next}\n",
        read.version.home
    )
}

/// The regulator's form beside the Statement.
fn form_beside(read: &Read<'_>, looking: &Looking) -> Result<Told, Failure> {
    let (country, law) = (read.country(), read.law());
    let entries = form::checklist(&read.version, country, law);
    let text = form::text(&read.version, &entries, country, law);
    let page = looking.out.as_ref().map(|_| form::page(&read.version, &entries, country, law, &read.workshop.theme));
    Ok((text, page.transpose()?, FINE))
}
