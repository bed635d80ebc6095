//! The front page of a group of homes: it leads to each of them.

use serde_json::json;
use tera::Context;

use super::site::drawing;
use super::{Look, style_alone};
use crate::colour;
use crate::country::Profile;
use crate::failure::Failure;
use crate::home::Home;
use crate::render::markup::escaped;
use crate::text::Language;
use crate::theme::Theme;

/// A home as the front page speaks of it.
pub struct Entry<'a> {
    /// The home.
    pub home: &'a Home,
    /// The facts of its country.
    pub profile: &'a Profile,
    /// Where its website begins, from the front page.
    pub href: String,
}

/// The front page's HTML.
///
/// # Errors
/// A fault of the theme's template.
pub fn group(entries: &[Entry<'_>], theme: &Theme, look: &Look) -> Result<String, Failure> {
    let style = style_alone(&colour::colours(None), look)?;
    let homes: Vec<_> = entries
        .iter()
        .map(|entry| {
            let home = &entry.home.home;
            let places = home.places.map(|places| format!("{}: {places}", theme.label("places")));
            let address = home.address.lines.iter().map(crate::home::Text::as_str).chain([home.address.postcode.as_str()]).collect::<Vec<_>>().join(", ");
            let rating =
                home.rating_in_short(entry.profile).map(|words| format!("{}: {words}", theme.label("rating")));
            json!({
                "name": home.name.as_str(), "href": entry.href, "summary": home.summary.as_ref().map(crate::home::Text::as_str),
                "places": places, "address": address, "rating": rating, "drawing": drawing(theme, Some("door")),
            })
        })
        .collect();
    let name = entries.first().and_then(|entry| entry.home.provider.name.as_ref()).filter(|name| {
        entries
            .iter()
            .all(|entry| entry.home.provider.name.as_ref().is_some_and(|other| other.as_str() == name.as_str()))
    });
    let name = name.map_or_else(|| theme.label("group_title").to_owned(), |name| name.as_str().to_owned());
    let mut context = Context::new();
    context.insert("lang", entries.first().map_or(Language::ENGLISH, |entry| entry.profile.language).tag());
    context.insert("name", &name);
    context.insert(
        "description",
        &format!(
            "{}: {}.",
            theme.label("group_title"),
            entries.iter().map(|entry| entry.home.home.name.as_str()).collect::<Vec<_>>().join(", ")
        ),
    );
    context.insert("intro", &format!("<p>{}</p>", escaped(theme.label("group_intro"))));
    context.insert("homes", &homes);
    context.insert("style", &style);
    context.insert("labels", &theme.plan.labels);
    look.fill("group.html", &context)
}
