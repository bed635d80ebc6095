//! What is left over from somewhere else, as points of an inspection: from a sample home, from another home of the group, or from a form.

use super::{Asked, Kind, Point, spot};
use crate::leftover::{self, Weight};
use crate::read::{Content, Place};
use crate::severity::Severity;
use crate::text::Span;

/// With so many days that are all the same, somebody wrote them down in one go.
const MANY: usize = 5;

/// Everything that is left over, apart from what stops the home and is told among the mistakes of its files.
pub(super) fn points(asked: &Asked, content: &Content, place: &Place) -> Vec<Point> {
    let mut points = of_a_sample(content, place);
    points.extend(stand_ins(content, place));
    points.extend(of_a_neighbour(asked, content, place));
    points.extend(of_days(content, place));
    points
}

fn of_a_sample(content: &Content, place: &Place) -> Vec<Point> {
    let made_up = leftover::is_made_up(&content.sources, place);
    let left = leftover::left(&content.sources, place).into_iter();
    let told = left.filter(|left| made_up || left.weight != Weight::OneHome);
    told.map(|left| {
        let (id, severity, write) = match left.weight {
            Weight::OneHome => {
                ("left-over-one-home", Severity::Warning, "Write what is true of your home, or take the line away.")
            }
            Weight::Sentence => (
                "left-over-sentence",
                Severity::Hint,
                "If it is true of your home, say it in your own words. If not, take it away.",
            ),
            Weight::Fact => ("left-over-fact", Severity::Hint, "Look whether it is true of your home."),
        };
        let says = match left.weight {
            Weight::Fact => format!("“{}” stands here in the sample home {} too", left.words, left.sample),
            _ => format!("“{}” is {} of the sample home {}", left.words, left.what, left.sample),
        };
        point(content, left.span, severity, id, says, write)
    })
    .collect()
}

fn stand_ins(content: &Content, place: &Place) -> Vec<Point> {
    let found = leftover::stand_ins(&content.sources, place).into_iter();
    let write =
        "Write the real one, or take the line away. For a home that is made up, write “fictional: yes” in home.yaml.";
    found
        .map(|(span, letters, is)| {
            point(content, span, Severity::Error, "stands-in", format!("“{letters}” is {is}"), write)
        })
        .collect()
}

fn of_a_neighbour(asked: &Asked, content: &Content, place: &Place) -> Vec<Point> {
    let shared = asked.neighbours.shared(content, place).into_iter();
    shared
        .map(|shared| {
            let says = format!("“{}” is {} in {} too", shared.words, shared.what, shared.other);
            point(
                content,
                shared.span,
                shared.severity,
                "left-over-of-a-neighbour",
                says,
                "Look in which of the two homes it is true.",
            )
        })
        .collect()
}

/// Days of yeses, approvals and calls that are all the same, or lie before the home's files were begun.
fn of_days(content: &Content, place: &Place) -> Vec<Point> {
    let days = leftover::days(&content.sources, place);
    let mut points = Vec::new();
    if let Some((_, span, day)) = days.first()
        && days.len() >= MANY
        && days.iter().all(|(.., other)| other == day)
    {
        let says =
            format!("all {} yeses, approvals and calls carry one day, {}", days.len(), crate::home::date::shown(*day));
        let write =
            "Write with each the day on which it was so. Where nobody was asked or rung yet, take the day away.";
        points.push(point(content, *span, Severity::Warning, "days-all-alike", says, write));
    }
    if let Some(begun) = leftover::begun(&content.sources, place) {
        let early = days.iter().filter(|(.., day)| *day < begun);
        points.extend(early.map(|(_, span, day)| {
            let says = format!(
                "{} is before these files were begun, on {}",
                crate::home::date::shown(*day),
                crate::home::date::shown(begun)
            );
            point(content, *span, Severity::Hint, "day-before-begun", says, "Look whether it is a day of this home.")
        }));
    }
    points
}

fn point(content: &Content, span: Span, severity: Severity, id: &str, says: String, write: &str) -> Point {
    Point {
        severity,
        kind: Kind::LeftOver,
        duty: Some(id.to_owned()),
        place: spot(span, &content.sources),
        says,
        write: write.to_owned(),
        source: None,
    }
}
