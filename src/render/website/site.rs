//! What stands around the words of every page: the menu, the letterhead, what search engines read.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::links::Links;
use super::{Rendered, Site, file};
use crate::compose::page::{A_TO_Z, Page};
use crate::document::letters;
use crate::home::reach;
use crate::name::Address;
use crate::render::markup::{Around as _, escaped};
use crate::text::{Language, Public};
use crate::theme::Theme;

/// The page's own address on the web, where the site's is known.
pub(super) fn address(site: Site<'_>, page: &Address) -> Option<String> {
    let website = site.home.home.website.as_ref()?.as_str();
    Some(if *page == Address::front() { format!("{website}/") } else { format!("{website}/{}", file(page)) })
}

/// One sentence about a page, different on each.
pub(super) fn description(site: Site<'_>, page: &Page) -> String {
    let name = site.home.home.name.as_str();
    if page.id() == "index"
        && let Some(summary) = &site.home.home.summary
    {
        return summary.as_str().to_owned();
    }
    let summary = page.document.summary.trim();
    if summary.is_empty() {
        format!("{} – {name}", letters(&page.document.title))
    } else {
        format!("{}: {summary}", page.label)
    }
}

/// A drawing's markup; none where the theme has no such drawing.
pub(super) fn drawing(theme: &Theme, name: Option<&str>) -> Option<String> {
    let markup = theme.letters(&format!("website/drawings/{}.svg", name?)).ok()?;
    Some(markup.trim().to_owned())
}

/// A group of the menu with its pages, as it stands on a page; none where the group has no pages.
pub(super) fn group(site: Site<'_>, group: &str, label: &str, page: Option<&Page>, links: &Links<'_>) -> Option<Value> {
    let pages: Vec<&Page> = site.pages.iter().filter(|page| page.group.as_deref() == Some(group)).collect();
    let first = link(site, pages.first()?, page, links);
    Some(json!({
        "label": label, "href": first["href"], "inside": page.is_some(), "current": first["current"],
        "pages": pages.iter().map(|other| link(site, other, page, links)).collect::<Vec<_>>(),
    }))
}

/// Links to the pages with these ids, as far as they exist.
pub(super) fn listed(site: Site<'_>, ids: &[String], page: Option<&Page>, links: &Links<'_>) -> Vec<Value> {
    ids.iter()
        .filter_map(|id| site.pages.iter().find(|other| other.id() == id))
        .map(|other| link(site, other, page, links))
        .collect()
}

/// Links to the pages that are one step from every page, as far as they exist. `in_menu` says which of them the menu's own groups
/// lead to as well.
pub(super) fn always(site: Site<'_>, page: Option<&Page>, links: &Links<'_>) -> Vec<Value> {
    let leads_a_group = |to: &Page| {
        to.group.is_some() && site.pages.iter().find(|other| other.group == to.group).map(Page::id) == Some(to.id())
    };
    steps(site)
        .map(|(to, label)| {
            let mut value = link(site, to, page, links);
            value["label"] = json!(label);
            value["in_menu"] = json!(leads_a_group(to));
            value
        })
        .collect()
}

/// Links that lead from any address to what is one step from every page, and to all that there is; none where the site's own
/// address is not known.
pub(super) fn from_anywhere(site: Site<'_>) -> Vec<Value> {
    let a_to_z = site.pages.iter().find(|page| page.id() == A_TO_Z).map(|page| (page, page.label.as_str()));
    let all = steps(site).chain(a_to_z);
    all.filter_map(|(page, label)| Some(json!({ "label": label, "href": address(site, &page.address)? }))).collect()
}

/// The pages that are one step from every page, each with what a link to it says.
fn steps(site: Site<'_>) -> impl Iterator<Item = (&Page, &str)> {
    site.theme.plan.always.iter().filter_map(move |step| {
        let page = site.pages.iter().find(|page| page.id() == step.id())?;
        Some((page, step.label().unwrap_or(&page.label)))
    })
}

/// A page's language, where it is another than that of the site.
pub(super) fn from_another(site: Site<'_>, page: &Page) -> Option<Language> {
    Some(page.document.language).filter(|language| *language != site.profile.language)
}

fn link(site: Site<'_>, to: &Page, from: Option<&Page>, links: &Links<'_>) -> Value {
    let current = from.is_some_and(|page| to.id() == page.id());
    // A label that is a page's own title is in that page's language.
    let lang = from_another(site, to).map(Language::tag);
    json!({ "label": to.label, "href": links.page(to.id(), ""), "current": current, "lang": lang })
}

/// The pages before and after this one in its group.
pub(super) fn neighbours(site: Site<'_>, at: usize, links: &Links<'_>) -> (Option<Value>, Option<Value>) {
    let page = &site.pages[at];
    if page.group.is_none() {
        return (None, None);
    }
    let same = |other: &&Page| other.group == page.group;
    let previous = site.pages[..at].iter().rfind(same);
    let next = site.pages[at + 1..].iter().find(same);
    let link = |other: &Page| link(site, other, Some(page), links);
    (previous.map(link), next.map(link))
}

/// What a link to a page that is shared shows of it, where the site's address is known.
pub(super) fn social(site: Site<'_>, page: &Page) -> Option<Value> {
    let url = address(site, &page.address)?;
    Some(json!({ "title": letters(&page.document.title), "description": description(site, page), "url": url }))
}

/// What every page says of the home.
pub(super) fn letterhead(site: Site<'_>, links: &Links<'_>) -> Value {
    let home = &site.home.home;
    let phone = |phone: &reach::Phone| json!({ "shown": phone.shown(), "tel": phone.dialled() });
    json!({
        "name": home.name.as_str(),
        "made_up": home.fictional.then(|| site.theme.label("made_up")),
        "short": home.short_name.as_ref().unwrap_or(&home.name).as_str(),
        "phone": home.phone.as_ref().map(phone),
        "phone_night": home.phone_night.as_ref().map(phone),
        "email": home.email.as_ref().map(reach::Email::as_str),
        "address_lines": address_lines(&home.address),
        "company": company(site),
        "formats": formats(site, links),
        "rating": rating(site, links),
    })
}

/// The rating in a few words with the way to the page that explains it.
fn rating(site: Site<'_>, links: &Links<'_>) -> Option<Value> {
    let home = &site.home.home;
    let inherited = home.rating.as_ref().is_some_and(|rating| rating.inherited == Some(true));
    let href = links.page("rating", "").or_else(|| links.page("index", ""))?;
    let label = site.theme.label(if inherited { "rating_inherited" } else { "rating" });
    let words = home.rating_in_short(site.profile)?;
    Some(json!({ "words": format!("{label}: {words}"), "href": href }))
}

/// The offer of other formats, with a number and an address to ask.
fn formats(site: Site<'_>, links: &Links<'_>) -> String {
    let home = &site.home.home;
    let phone =
        home.phone.as_ref().map(|phone| format!("<a href=\"tel:{}\">{}</a>", phone.dialled(), escaped(phone.shown())));
    let email = home.email.as_ref().map(|email| format!("<a href=\"mailto:{0}\">{0}</a>", escaped(email.as_str())));
    let offer = escaped(site.theme.label("formats_offer"));
    let offer = links.page("papers", "").map_or(offer.clone(), |href| format!("<a href=\"{href}\">{offer}</a>"));
    let (ring, write) = (escaped(site.theme.label("formats_ring")), escaped(site.theme.label("formats_write")));
    let ways = match (phone, email) {
        (Some(phone), Some(email)) => format!(" {ring} {phone} {write} {email}."),
        (Some(phone), None) => format!(" {ring} {phone}."),
        (None, Some(email)) => format!(" {} {email}.", escaped(site.theme.label("formats_write_first"))),
        (None, None) => String::new(),
    };
    format!("{offer}.{ways}")
}

/// Name, number, place of registration and office: what the law wants on a company's or charity's website.
fn company(site: Site<'_>) -> Option<String> {
    let provider = &site.home.provider;
    let label = |name: &str| site.theme.label(name).to_owned();
    let mut parts = vec![provider.name.as_ref()?.as_str().to_owned()];
    parts.extend(provider.company_number.as_ref().map(|number| format!("{} {number}", label("company_number"))));
    parts.extend(
        provider
            .registered_in
            .as_ref()
            .filter(|_| provider.company_number.is_some())
            .map(|place| format!("{} {place}", label("registered_in"))),
    );
    parts.extend(provider.charity_number.as_ref().map(|number| format!("{} {number}", label("charity_number"))));
    let registered = provider.company_number.is_some() || provider.charity_number.is_some();
    parts.extend(
        provider
            .address
            .as_ref()
            .filter(|_| registered)
            .map(|address| format!("{}: {}", label("registered_office"), address_lines(address).join(", "))),
    );
    Some(parts.join(". ") + ".")
}

/// An address, a line each.
fn address_lines(address: &reach::Address) -> Vec<String> {
    let lines = address.lines.iter().map(|line| line.as_str().to_owned());
    lines.chain([address.postcode.as_str().to_owned()]).collect()
}

/// A care home as search engines read it. A `<` never stands in it, so that it cannot end its own element.
pub(super) fn structured_data(site: Site<'_>) -> String {
    let home = &site.home.home;
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "LocalBusiness",
        "name": home.name.as_str(),
        "address": {
            "@type": "PostalAddress",
            "streetAddress": home.address.lines.iter().map(crate::home::Text::as_str).collect::<Vec<_>>().join(", "),
            "postalCode": home.address.postcode.as_str().replace('\u{A0}', " "),
            "addressCountry": "GB",
        },
    });
    let mut set = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            data[key] = json!(value);
        }
    };
    set("description", home.summary.as_ref().map(|text| text.as_str().to_owned()));
    set("telephone", home.phone.as_ref().map(reach::Phone::dialled));
    set("email", home.email.as_ref().map(|email| email.as_str().to_owned()));
    set("url", address(site, &Address::front()));
    data.to_string().replace('<', "\\u003c")
}

/// `robots.txt`, and a map of the site where its address is known.
pub(super) fn for_search(site: Site<'_>, pages: &BTreeSet<Address>) -> Vec<Rendered<Public>> {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    let mut files = Vec::new();
    if let Some(website) = site.home.home.website.as_ref() {
        robots.push_str(&format!("Sitemap: {}/sitemap.xml\n", website.as_str()));
        let mut map = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".to_owned();
        for address in pages.iter().filter_map(|page| address(site, page)) {
            map.push_str(&format!("<url><loc>{}</loc></url>\n", escaped(&address)));
        }
        map.push_str("</urlset>\n");
        files.push(Rendered::public("sitemap.xml", map));
    }
    files.push(Rendered::public("robots.txt", robots));
    files
}
