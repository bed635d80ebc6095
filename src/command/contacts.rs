//! `homepack contacts`: whom to ring, and the day on which somebody did.

use std::collections::BTreeMap;

use camino::{Utf8Path, Utf8PathBuf};
use clap::Args;

use super::workshop::{chosen, day};
use super::{FINE, MISTAKES};
use crate::beginning::Tree;
use crate::check::{Call, calls, home};
use crate::country::Profiles;
use crate::disk::{self, begun};
use crate::failure::Failure;
use crate::finding::{any_error, in_order, meant};
use crate::home::date;
use crate::read::{Content, yaml};
use crate::report;

/// What `homepack contacts` takes.
#[derive(Debug, Args)]
pub struct Contacts {
    /// The folder with your homes, or with one home.
    #[arg(default_value = "content")]
    pub dir: Utf8PathBuf,
    /// Only this home, by the name of its folder. You can say it more than once.
    #[arg(long, value_name = "NAME")]
    pub home: Vec<String>,
    /// Somebody rang this contact today, and the numbers are right: note the day. The name is that of its file, such as cqc.
    #[arg(long, value_name = "CONTACT")]
    pub rang: Option<String>,
    /// The day to take for today, such as 2026-11-22.
    #[arg(long, value_name = "DATE")]
    pub today: Option<String>,
}

/// The key that holds the day.
const CHECKED_ON: &str = "checked_on";

impl Contacts {
    /// Lists whom to ring, or notes that somebody rang; the number is the program's exit code.
    ///
    /// # Errors
    /// What the machine could not do, or that there is no such contact.
    pub fn run(&self, today: jiff::civil::Date) -> Result<u8, Failure> {
        let today = day(self.today.as_deref(), today)?;
        let content = disk::read(&self.dir)?;
        // A contact that is not read is told of before anything is said of all of them.
        let mut unread = content.findings.clone();
        in_order(&mut unread);
        report::findings(&unread, &content.sources);
        let code = match &self.rang {
            Some(rang) => self.note(&content, rang, today)?,
            None => self.list(&content, today)?,
        };
        Ok(if any_error(&unread) { code.max(MISTAKES) } else { code })
    }

    /// The contacts to ring, each once however many homes share it.
    fn list(&self, content: &Content, today: jiff::civil::Date) -> Result<u8, Failure> {
        let (profiles, mut due) = (Profiles::new()?, BTreeMap::<Utf8PathBuf, Call>::new());
        let mut unread = Vec::new();
        for place in chosen(content, &self.home)? {
            let Some(home) = home(&content.sources, place, &profiles).0 else {
                unread.push(place.name());
                continue;
            };
            for call in calls(&home, today) {
                if let Some(source) = content.sources.get(call.span.file) {
                    due.insert(source.path.clone(), call);
                }
            }
        }
        let mut calls: Vec<(Utf8PathBuf, Call)> = due.into_iter().collect();
        calls.sort_by(|(_, a), (_, b)| a.cmp(b));
        for (path, call) in &calls {
            report::all(&told(path, call));
        }
        match calls.len() {
            0 if any_error(&content.findings) => {
                report::line("Every number that could be read was rung within the last twelve months.");
            }
            0 if unread.is_empty() => report::line("Every number was rung within the last twelve months."),
            0 => {}
            1 => report::line("1 contact to ring."),
            many => report::line(&format!("{many} contacts to ring.")),
        }
        if let Some((_, first)) = calls.first() {
            report::line(&format!(
                "When they answered and all is right, type: homepack contacts{} --rang {}",
                self.folder(),
                first.id
            ));
        }
        for home in &unread {
            report::line(&format!(
                "{home}: not looked at, because something in its files must be mended first. “homepack check” says what."
            ));
        }
        Ok(if unread.is_empty() { FINE } else { MISTAKES })
    }

    /// The folder as somebody types it, where it is not the usual one.
    fn folder(&self) -> String {
        if self.dir == "content" { String::new() } else { format!(" {}", crate::beginning::spaced(self.dir.as_str())) }
    }

    /// Notes the day in the file of a contact.
    fn note(&self, content: &Content, rang: &str, today: jiff::civil::Date) -> Result<u8, Failure> {
        let paths = files(content, &chosen(content, &self.home)?);
        let found: Vec<&Utf8PathBuf> = paths.iter().filter(|path| path.file_stem() == Some(rang)).collect();
        let [path] = found.as_slice() else {
            let help = match found.as_slice() {
                [] => meant(rang, paths.iter().filter_map(|path| path.file_stem()))
                    .unwrap_or_else(|| "Type “homepack contacts” for the list.".to_owned()),
                _ => "More than one home has a contact of that name. Say which with --home.".to_owned(),
            };
            return Err(Failure::NoneOf { what: "contact".to_owned(), asked: rang.to_owned(), help });
        };
        let was = begun::letters(path)?;
        let Some(letters) = dated(&was, today) else {
            report::line(&format!("{path} stays as it is. Please put this in by hand:\n\n{CHECKED_ON}: {today}"));
            return Ok(MISTAKES);
        };
        begun::again(path, &was, &letters)?;
        report::line(&format!("{path}: rung on {}.", date::shown(today).replace('\u{A0}', " ")));
        Ok(FINE)
    }
}

/// The files of all contacts that some homes have.
fn files(content: &Content, places: &[&crate::read::Place]) -> Vec<Utf8PathBuf> {
    let is_contact = |path: &Utf8Path| {
        path.parent().and_then(Utf8Path::file_name) == Some("contacts") && path.extension() == Some("yaml")
    };
    let held = |path: &Utf8Path| places.iter().any(|place| place.holds(path));
    content
        .sources
        .iter()
        .map(|(_, source)| source.path.clone())
        .filter(|path| is_contact(path) && held(path))
        .collect()
}

/// A contact as somebody who rings wants it.
fn told(path: &Utf8Path, call: &Call) -> String {
    let last = call.last.map_or_else(
        || "nobody has rung yet".to_owned(),
        |day| format!("last rung on {}", date::shown(day).replace('\u{A0}', " ")),
    );
    let hours = call.hours.as_ref().map(|hours| format!("  They answer: {hours}\n")).unwrap_or_default();
    format!("{} ({}): {last}\n  {}\n{hours}  {path}\n\n", call.name, call.id, call.numbers.join("\n  "))
}

/// The letters of a contact with the day in them, in the place of an older one or at the end; none where anything else would change by it.
fn dated(was: &str, today: jiff::civil::Date) -> Option<String> {
    let line = format!("{CHECKED_ON}: {today}");
    let key = format!("{CHECKED_ON}:");
    let ending = if was.contains("\r\n") { "\r\n" } else { "\n" };
    let lines: Vec<&str> = was.lines().collect();
    let example = |line: &&str| line.trim_start_matches(['#', ' ']).starts_with(&key) && line.starts_with("# ");
    let at = lines.iter().position(|line| line.starts_with(&key)).or_else(|| lines.iter().position(example));
    let mut lines: Vec<&str> = lines;
    match at {
        Some(at) => lines[at] = &line,
        None => lines.push(&line),
    }
    let letters = lines.join(ending) + ending;
    let read = |letters: &str| yaml::read(1, letters).ok().and_then(|(node, _)| Tree::of(&node));
    let (Tree::Keys(mut before), Tree::Keys(mut after)) = (read(was)?, read(&letters)?) else { return None };
    let is_day = after.iter().any(|(key, value)| key == CHECKED_ON && value.as_words() == Some(&today.to_string()));
    before.retain(|(key, _)| key != CHECKED_ON);
    after.retain(|(key, _)| key != CHECKED_ON);
    (is_day && before == after).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_stands_where_one_stood_or_at_the_end_and_nothing_else_changes() {
        let today = jiff::civil::date(2026, 11, 22);
        let on = |was: &str| dated(was, today);
        assert_eq!(
            on("name: A\nchecked_on: 2025-01-01 # Bea\nhours: 9am\n").as_deref(),
            Some("name: A\nchecked_on: 2026-11-22\nhours: 9am\n")
        );
        assert_eq!(
            on("name: A\n# checked_on: 2025-01-01\nhours: 9am").as_deref(),
            Some("name: A\nchecked_on: 2026-11-22\nhours: 9am\n")
        );
        assert_eq!(on("name: A\r\n").as_deref(), Some("name: A\r\nchecked_on: 2026-11-22\r\n"));
        assert_eq!(on("{name: A}\n"), None);
        assert_eq!(on("name: >-\n  A\nchecked_on:\n  2025-01-01\n"), None);
    }
}
