//! The same pages of the same words for Hugo: what somebody would have written who knows it well.

use std::collections::BTreeSet;

use camino::Utf8Path;
use homepack::compose::Desk;
use homepack::compose::page::Page;
use homepack::compose::website::notices;
use homepack::document::letters;
use homepack::home::reach::{Address, Email, Phone, WebAddress};
use homepack::home::{Home, Text};
use homepack::render::Rendered;
use homepack::text::Public;
use homepack::theme::{Step, Theme};
use serde_json::{Value, json};

use crate::{markdown, put};

/// Hugo's settings and templates, as files of their own so that they can be read as Hugo reads them.
const SITE: [(&str, &str); 15] = [
    ("hugo.yaml", include_str!("hugo/hugo.yaml")),
    ("layouts/all.html", include_str!("hugo/layouts/all.html")),
    ("layouts/home.html", include_str!("hugo/layouts/home.html")),
    ("layouts/not-found.html", include_str!("hugo/layouts/not-found.html")),
    ("layouts/_partials/around.html", include_str!("hugo/layouts/_partials/around.html")),
    ("layouts/_partials/beside.html", include_str!("hugo/layouts/_partials/beside.html")),
    ("layouts/_partials/contents.html", include_str!("hugo/layouts/_partials/contents.html")),
    ("layouts/_partials/drawing.html", include_str!("hugo/layouts/_partials/drawing.html")),
    ("layouts/_partials/footer.html", include_str!("hugo/layouts/_partials/footer.html")),
    ("layouts/_partials/formats.html", include_str!("hugo/layouts/_partials/formats.html")),
    ("layouts/_partials/head.html", include_str!("hugo/layouts/_partials/head.html")),
    ("layouts/_partials/letterhead.html", include_str!("hugo/layouts/_partials/letterhead.html")),
    ("layouts/_partials/menu.html", include_str!("hugo/layouts/_partials/menu.html")),
    ("layouts/_shortcodes/drawing.html", include_str!("hugo/layouts/_shortcodes/drawing.html")),
    ("layouts/_partials/onward.html", include_str!("hugo/layouts/_partials/onward.html")),
];

/// The parts of the site that no home changes: settings, templates, drawings, style.
pub(crate) fn site(dir: &Utf8Path, theme: &Theme, files: &[Rendered<Public>]) -> std::io::Result<()> {
    for (path, words) in SITE {
        put(&dir.join(path), words.as_bytes())?;
    }
    let groups: Vec<Value> =
        theme.plan.groups.iter().map(|group| json!({ "id": group.id, "label": group.label })).collect();
    let always: Vec<&str> = theme.plan.always.iter().map(Step::id).collect();
    let params = json!({
        "groups": groups, "always": always, "footer": theme.plan.footer, "labels": theme.plan.labels,
    });
    put(&dir.join("config/_default/params.json"), params.to_string().as_bytes())?;
    for file in files.iter().filter(|file| matches!(file.path.as_str(), "style.css" | "favicon.svg")) {
        put(&dir.join("static").join(&file.path), &file.bytes)?;
    }
    for (path, bytes) in &theme.files {
        if let Some(name) = path.strip_prefix("website/drawings/") {
            put(&dir.join("assets/drawings").join(name), bytes)?;
        }
    }
    Ok(())
}

/// One home as a section of the site.
pub(crate) fn home(dir: &Utf8Path, desk: &Desk<'_>, pages: &[Page]) -> std::io::Result<()> {
    let (home, theme) = (desk.home, desk.theme);
    let ids: BTreeSet<&str> = pages.iter().map(Page::id).filter(|id| *id != "not-found").collect();
    for (weight, page) in pages.iter().enumerate() {
        let mut front = json!({
            "title": letters(&page.document.title),
            "linkTitle": page.label,
            "description": description(home, page),
            "weight": weight + 1,
        });
        let mut params = json!({});
        if let Some(drawing) = &page.drawing {
            params["drawing"] = json!(drawing);
        }
        if let Some(group) = &page.group {
            params["group"] = json!(group);
        }
        let is_a_step = theme.plan.always.iter().any(|step| step.id() == page.id());
        if is_a_step || theme.plan.footer.iter().any(|id| id == page.id()) || page.id() == "index" {
            params["linked"] = json!(true);
        }
        match page.id() {
            "index" => {
                let notices = notices(desk);
                let notices = notices.iter().map(|words| markdown::line(words, home.folder.as_str(), &ids));
                params["home"] = about(desk);
                params["home"]["notices"] = json!(notices.collect::<Vec<_>>());
            }
            "not-found" => front["layout"] = json!("not-found"),
            _ => {}
        }
        front["params"] = params;
        let path = dir.join("content").join(home.folder.as_str()).join(file(page.id()));
        put(&path, format!("+++\n{}+++\n\n{}", toml(&front, ""), markdown::body(&page.document, &ids)).as_bytes())?;
    }
    Ok(())
}

/// A page's file. Hugo's name for the first page of a folder is `_index`, and a host's for the one that is not found is 404.
fn file(id: &str) -> String {
    match id {
        "not-found" => "404.md".to_owned(),
        _ => match id.strip_suffix("index") {
            Some(folder) => format!("{folder}_index.md"),
            None => format!("{id}.md"),
        },
    }
}

/// One sentence about a page, different on each.
fn description(home: &Home, page: &Page) -> String {
    match (&home.home.summary, page.document.summary.trim()) {
        (Some(summary), _) if page.id() == "index" => summary.as_str().to_owned(),
        (_, "") => letters(&page.document.title),
        (_, summary) => format!("{}: {summary}", page.label),
    }
}

/// What every page says of the home.
fn about(desk: &Desk<'_>) -> Value {
    let (home, theme) = (desk.home, desk.theme);
    let (identity, provider) = (&home.home, &home.provider);
    let phone = |phone: &Phone| json!({ "shown": phone.shown(), "tel": phone.dialled() });
    let rating = identity.rating.as_ref();
    let word = identity.rating_in_short(desk.profile);
    let label = theme.label(if rating.is_some_and(|rating| rating.inherited == Some(true)) {
        "rating_inherited"
    } else {
        "rating"
    });
    let mut about = json!({
        "name": identity.name.as_str(),
        "phone": identity.phone.as_ref().map(phone),
        "phone_night": identity.phone_night.as_ref().map(phone),
        "email": identity.email.as_ref().map(Email::as_str),
        "website": identity.website.as_ref().map(WebAddress::as_str),
        "address": lines(&identity.address),
        "summary": identity.summary.as_ref().map(Text::as_str),
        "places": identity.places.map(|places| places.to_string()),
        "rating": word.as_ref().map(|word| format!("{label}: {word}")),
        "rated": word.as_ref().map(|word| format!("{}: {word}", theme.label("rating"))),
        "provider": provider.name.as_ref().map(Text::as_str),
        "company_number": provider.company_number.as_ref().map(Text::as_str),
        "registered_in": provider.registered_in.as_ref().map(Text::as_str),
        "charity_number": provider.charity_number.as_ref().map(Text::as_str),
        "office": provider.address.as_ref().map(lines),
    });
    if let Some(about) = about.as_object_mut() {
        about.retain(|_, value| !value.is_null());
    }
    about
}

fn lines(address: &Address) -> Vec<&str> {
    address.lines.iter().map(Text::as_str).chain([address.postcode.as_str()]).collect()
}

/// A table as TOML, which Hugo reads faster than YAML: keys with a value of their own first, then the tables in it.
fn toml(table: &Value, path: &str) -> String {
    let (tables, values): (Vec<_>, Vec<_>) = table.as_object().into_iter().flatten().partition(|(_, v)| v.is_object());
    // Words and lists of words are written alike in JSON and in TOML.
    let values = values.into_iter().map(|(key, value)| format!("{key} = {value}\n"));
    let tables = tables.into_iter().map(|(key, table)| {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        format!("[{path}]\n{}", toml(table, &path))
    });
    values.chain(tables).collect::<Vec<_>>().concat()
}
