//! Whether the Statement still is as it was sent, as points of an inspection.

use super::{Asked, Kind, Point, Spot, spot};
use crate::check::Facts;
use crate::document::Document;
use crate::home::date;
use crate::make::{Known, Workshop};
use crate::read::{Content, Place};
use crate::sent::changes::Changes;
use crate::sent::{self, Kept, Law, Version};
use crate::severity::Severity;
use crate::text::Public;

/// What there is to say of the Statement of a home, composed as it is now, beside the texts that were kept of it.
pub(super) fn points(
    workshop: &Workshop,
    asked: &Asked,
    (content, place): (&Content, &Place),
    known: &Known,
    statement: &Document<Public>,
) -> Vec<Point> {
    let (today, kept) = (workshop.today, sent::kept(&content.sources, place));
    let here = |severity, id: &str, says, write| Point {
        severity,
        kind: Kind::Agreement,
        duty: Some(id.to_owned()),
        place: Spot::of("statement.inspector_told_on", content, place),
        says,
        write,
        source: None,
    };
    let Some(last) = sent::last(&kept, today).filter(|kept| !kept.version.parts.is_empty()) else {
        let nobody = kept.is_empty() && is_approved(known, today);
        return nobody
            .then(|| here(Severity::Hint, "statement-not-kept", NOT_KEPT.to_owned(), keep(known)))
            .into_iter()
            .collect();
    };
    let mut points: Vec<Point> = (!last.as_written).then(|| edited(last, content)).into_iter().collect();
    let country = known.home.profile(&workshop.profiles);
    let law = Law { schedule: &country.statement.schedule, duties: asked.duties.of(&country.id) };
    let now = Version::of(&workshop.desk(known), &Facts::of(&known.home), law.duties, statement);
    let changes = sent::compared(&last.version, &now);
    if changes.is_empty() {
        return points;
    }
    let told = known.home.statement.inspector_told_on.map(date::Date::day);
    let notice = sent::notice(&country.statement.notice, last, &now, told, today);
    let said = Changes { kept: last, now: &now, changes: &changes, law, notice, country };
    let says = format!("the Statement is not as it was sent on {}. {}", date::shown(last.day), said.in_short());
    let tell = said.telling().into_iter().next().unwrap_or_default();
    let write = format!("Type “homepack statement changes” to see each. {tell}");
    let only_words = said.counted().listed + said.counted().facts == 0;
    let severity = if only_words { Severity::Hint } else { Severity::Warning };
    points.push(Point {
        source: Some(country.statement.notice.source.clone()),
        ..here(severity, "statement-not-as-sent", says, write)
    });
    points
}

const NOT_KEPT: &str = "no text of the Statement is kept as it was sent, so nobody can see what changes after it";

/// Whether somebody has approved the Statement.
fn is_approved(known: &Known, today: jiff::civil::Date) -> bool {
    let statement = &known.home.statement;
    statement.approved_by.is_some() && statement.approved_on.is_some_and(|day| day.day() <= today)
}

/// What to do where no text is kept.
fn keep(known: &Known) -> String {
    match known.home.statement.inspector_told_on {
        Some(told) => {
            format!("If your files still say what you sent on {told}, type “homepack statement sent {}”.", told.day())
        }
        None => "When you have sent it, type “homepack statement sent” with the day.".to_owned(),
    }
}

/// A text that somebody changed after it was kept.
fn edited(kept: &Kept, content: &Content) -> Point {
    Point {
        severity: Severity::Hint,
        kind: Kind::File,
        duty: Some("statement-sent-changed".to_owned()),
        place: spot(kept.span, &content.sources),
        says: "somebody changed this file after homepack wrote it, so it may not be what was sent".to_owned(),
        write: "Put it back as it was, if you have a copy.".to_owned(),
        source: None,
    }
}
