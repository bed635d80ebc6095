//! The website: static files with relative links, no script, no cookie, nothing from anybody else.
//!
//! Comes from: `compose::page::Page`, a theme's `website/`. Goes to: `disk::write`. Knows Tera's templates of the look.

mod frame;
mod group;
mod links;
mod look;
mod moved;
mod site;
mod whole;

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use serde_json::json;
use sha2::{Digest, Sha256};
use tera::Context;

use crate::colour;
use crate::compose::page::{NOT_FOUND, Page, stem};
use crate::document::letters;
use crate::failure::Failure;
use crate::name::Address;
use crate::text::{Language, Public};

use super::{Rendered, markup};
use frame::Frame;
use links::Links;

pub use group::{Entry, group};
pub use look::Look;
pub use whole::Site;

/// The ending of a page's file, without the dot.
pub(super) const ENDING: &str = "html";

/// The file of a page, from the site's first folder.
#[must_use]
pub fn file(page: &Address) -> String {
    format!("{}.{ENDING}", stem(page))
}

/// Every file of a home's website, but its papers.
///
/// # Errors
/// A fault of the theme's templates.
pub fn render(site: Site<'_>, look: &Look) -> Result<Vec<Rendered<Public>>, Failure> {
    let colours = colour::colours(site.home.home.colour.as_ref().map(crate::home::Text::as_str));
    let mut shades = Context::new();
    shades.insert("colour", &colours);
    shades.insert("alone", &false);
    let style = squeezed(&look.fill("style.css", &shades)?);
    let alone = style_alone(&colours, look)?;
    let there: BTreeSet<Address> =
        site.pages.iter().map(|page| page.address.clone()).filter(|address| *address != NOT_FOUND).collect();
    let drawing = |name: &str| site::drawing(site.theme, Some(name));
    let mut frames = BTreeMap::new();
    let mut files = Vec::new();
    for (at, page) in site.pages.iter().enumerate() {
        let page_file = if page.address == NOT_FOUND {
            Rendered::public(file(&page.address), not_found(site, page, look, &alone)?)
        } else {
            let root = page.address.to_the_top();
            let links = Links {
                pages: &there,
                root: &root,
                folded: page.folded,
                drawing: &drawing,
                photographs: site.photographs,
            };
            let frame = frames.entry(root.len()).or_insert_with(|| Frame::new(site, &links));
            Rendered::public(file(&page.address), one(site, at, frame, &links, look)?)
        };
        files.push(page_file);
    }
    files.extend(moved::pages(site, look, &alone)?);
    for (file, sizes) in site.photographs {
        files.extend(sizes.iter().map(|size| Rendered::public(links::sized(file, size.width), size.bytes.clone())));
    }
    files.push(Rendered::public("favicon.svg", look.fill("favicon.svg", &shades)?));
    files.push(Rendered::public("_headers", headers(&alone)));
    files.extend(site::for_search(site, &there));
    files.push(Rendered::public("style.css", style));
    Ok(files)
}

/// The style sheet for a page that carries it inside itself.
fn style_alone(colours: &colour::Colours, look: &Look) -> Result<String, Failure> {
    let mut shades = Context::new();
    shades.insert("colour", colours);
    shades.insert("alone", &true);
    Ok(squeezed(&look.fill("style.css", &shades)?))
}

/// One page.
fn one(site: Site<'_>, at: usize, frame: &Frame<'_>, links: &Links<'_>, look: &Look) -> Result<String, Failure> {
    let page = &site.pages[at];
    let (previous, next) = site::neighbours(site, at, links);
    let (title, name) = (letters(&page.document.title), site.home.home.name.as_str());
    let head_title = if title.contains(name) { title.clone() } else { format!("{title} – {name}") };
    let contents: Vec<_> =
        page.document.sections.iter().filter(|section| section.panel != crate::document::Panel::Next).collect();
    let contents = if contents.len() < 3 { Vec::new() } else { contents };
    let mut context = frame.around(page, links);
    context.insert(
        "page",
        &json!({
            "id": page.id(), "lang": site::from_another(site, page).map(Language::tag), "title": title, "head_title": head_title, "description": site::description(site, page),
            "canonical": site::address(site, &page.address), "drawing": site::drawing(site.theme, page.drawing.as_deref()),
            "social": site::social(site, page),
        }),
    );
    context.insert("body", &markup::body(&page.document, links));
    context.insert(
        "contents",
        &contents
            .iter()
            .map(|section| json!({ "label": letters(&section.heading), "href": format!("#{}", section.anchor) }))
            .collect::<Vec<_>>(),
    );
    context.insert("previous", &previous);
    context.insert("next", &next);
    context.insert("structured_data", &(page.id() == "index").then(|| site::structured_data(site)));
    look.fill("page.html", &context)
}

/// The page for an address that leads nowhere: a host shows it anywhere, so it stands alone.
fn not_found(site: Site<'_>, page: &Page, look: &Look, style: &str) -> Result<String, Failure> {
    let none = BTreeSet::new();
    let links = Links { pages: &none, root: "", folded: false, drawing: &|_| None, photographs: site.photographs };
    let mut context = Context::new();
    context.insert("lang", site.profile.language.tag());
    context.insert("site", &site::letterhead(site, &links));
    context.insert("home_url", &site.home.home.website.as_ref().map(|website| format!("{}/", website.as_str())));
    context.insert("always", &site::from_anywhere(site));
    context.insert("body", &markup::body(&page.document, &links));
    context.insert("style", style);
    context.insert("labels", &site.theme.plan.labels);
    look.fill("not-found.html", &context)
}

/// A style sheet without its comments and indentation: fewer bytes for a slow line.
fn squeezed(style: &str) -> String {
    let mut out = String::with_capacity(style.len());
    let mut rest = style;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let lines = out.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// What a host sends with every page: nothing may be loaded from anywhere else, nothing may run.
fn headers(style: &str) -> String {
    let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(style.as_bytes()));
    let policy = format!(
        "default-src 'none'; connect-src 'self'; img-src 'self' data:; style-src 'self' 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    );
    format!(
        "/*\n  Content-Security-Policy: {policy}\n  Permissions-Policy: browsing-topics=(), camera=(), geolocation=(), microphone=()\n  Referrer-Policy: no-referrer\n  X-Content-Type-Options: nosniff\n  X-Frame-Options: DENY\n  Strict-Transport-Security: max-age=31536000\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_is_squeezed_without_losing_a_rule() {
        assert_eq!(squeezed("/* why */\n  a {\n    b: c;\n  }\n"), "a {\nb: c;\n}");
    }
}
