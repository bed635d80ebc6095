//! What a home's dates ask of somebody: numbers nobody has rung, notices and weeks that are over, approvals that ran out.

use std::collections::BTreeSet;

use crate::document::Document;
use crate::finding::{Finding, meant};
use crate::home::Home;
use crate::home::notices::Notice;
use crate::text::Public;
use crate::theme::Theme;

/// The findings about contacts that stand in a document without their numbers, because nobody has checked them.
#[must_use]
pub fn unchecked_contacts(home: &Home, documents: &[&Document<Public>], today: jiff::civil::Date) -> Vec<Finding> {
    // Whatever is read of a contact, in a card or in a sentence, comes from its file.
    let mut shown = BTreeSet::new();
    for document in documents {
        document.each_words(&mut |words| shown.extend(words.from.fact.map(|span| span.file)));
    }
    let unchecked =
        home.contacts.iter().filter(|contact| contact.checked_on.is_none() && shown.contains(&contact.span.file));
    unchecked
        .filter_map(|contact| {
            let phone = contact.phones.first()?;
            let numbers: Vec<String> =
                contact.phones.iter().map(|phone| phone.number.shown().replace('\u{A0}', " ")).collect();
            let help = format!(
                "Ring {}. If they answer, add the line “checked_on: {}” to this file, with the day you rang.",
                numbers.join(" and "),
                today
            );
            Some(Finding::warning(
                phone.number.span(),
                format!("the number of {} is left out until somebody has rung it", contact.name),
                help,
            ))
        })
        .collect()
}

/// The findings about what is over or not yet agreed, and therefore not shown.
#[must_use]
pub fn run_out(home: &Home, theme: &Theme, today: jiff::civil::Date) -> Vec<Finding> {
    let mut findings = Vec::new();
    let over = |notice: &&Notice| notice.from.day() <= notice.until.day() && notice.until.day() < today;
    for notice in home.notices.notices.iter().filter(over) {
        let message = format!("this notice ended on {} and is not shown any more", plain(notice.until));
        findings.push(Finding::warning(notice.until.span(), message, "Take it out, or give it a later last day."));
    }
    for notice in &home.notices.notices {
        findings.extend(without_its_year(notice, today));
    }
    if let Some(starts) = home.week.starts.filter(|_| !home.week.holds(today) && !home.week.days.is_empty()) {
        let message = format!("the week from {} is over, so no week is shown", plain(starts));
        findings.push(Finding::warning(starts.span(), message, "Write the new week, with its first day."));
    }
    for photo in home.photographs.photos.iter().filter(|photo| !photo.may_be_shown(today)) {
        let (message, help) = if photo.shows_people && photo.agreed_on.is_none_or(|date| date.day() > today) {
            (
                "this photograph is not shown: it shows people, and no yes is written down",
                "Ask everybody on it. Then add the line “agreed_on:” with the day.",
            )
        } else {
            ("this photograph is not shown any more: its last day has come", "Ask again, or take it out.")
        };
        findings.push(Finding::warning(photo.file.span, message, help));
    }
    findings.extend(approvals(home, theme, today));
    findings
}

/// A notice that names its last day without the year, though that day lies in another year than the day on which it is read.
fn without_its_year(notice: &Notice, today: jiff::civil::Date) -> Option<Finding> {
    let whole = plain(notice.until);
    let (day, year) = whole.rsplit_once(' ')?;
    let words = notice.words.as_str().replace('\u{A0}', " ");
    // “13 March” is not “3 March”.
    let (at, _) = words.match_indices(day).find(|(at, _)| !words[..*at].ends_with(|c: char| c.is_ascii_digit()))?;
    let named = words[at + day.len()..].trim_start().starts_with(year);
    (notice.until.day().year() != today.year() && notice.until.day() >= today && !named).then(|| {
        let message = format!("“{day}” is in another year than today, and the year is not there");
        Finding::warning(notice.words.span(), message, format!("Write “{whole}”."))
    })
}

/// Approvals of papers that there are not, and those that have run out.
fn approvals(home: &Home, theme: &Theme, today: jiff::civil::Date) -> Vec<Finding> {
    let papers: Vec<&str> =
        theme.plan.papers.iter().filter(|plan| plan.approved).map(|plan| plan.id.as_str()).collect();
    let mut findings = Vec::new();
    for approved in &home.papers.approved {
        let id = approved.paper.id.as_str();
        if !papers.contains(&id) {
            let help =
                meant(id, papers.iter().copied()).unwrap_or_else(|| format!("The papers are: {}.", papers.join(", ")));
            findings.push(Finding::error(approved.paper.span, format!("there is no paper called “{id}”"), help));
        } else if let Some(until) = approved.until.filter(|until| until.day() < today) {
            let message = format!("the approval of “{id}” ended on {}, so it is a draft again", plain(until));
            findings.push(Finding::warning(
                until.span(),
                message,
                "Read it once more. If it is still right, write when and until when.",
            ));
        }
    }
    findings
}

/// A day as it stands in a message.
fn plain(date: crate::home::date::Date) -> String {
    date.to_string().replace('\u{A0}', " ")
}
