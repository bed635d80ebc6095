//! Pages that have another address now: what is left at the old one leads on, because people have links to it.

use tera::Context;

use super::{ENDING, Look, Rendered, Site, file, site};
use crate::compose::page::Page;
use crate::document::letters;
use crate::failure::Failure;
use crate::name::equal_when_folded;
use crate::text::Public;

/// A small page at every old address that no page of today has: nobody finds it but who asks for it.
pub(super) fn pages(site: Site<'_>, look: &Look, style: &str) -> Result<Vec<Rendered<Public>>, Failure> {
    let today: Vec<String> = site.pages.iter().map(|page| file(&page.address)).collect();
    let mut files: Vec<Rendered<Public>> = Vec::new();
    for page in site.pages {
        let Some(before) = page.formerly.as_ref().map(|before| format!("{before}.{ENDING}")) else { continue };
        let others = today.iter().chain(files.iter().map(|file| &file.path)).map(String::as_str);
        if equal_when_folded(others.chain([before.as_str()])).is_none() {
            files.push(Rendered::public(before, leads_on(site, page, look, style)?));
        }
    }
    Ok(files)
}

/// The page that leads on.
fn leads_on(site: Site<'_>, page: &Page, look: &Look, style: &str) -> Result<String, Failure> {
    let href = format!("{}{}", page.address.to_the_top(), file(&page.address));
    let mut context = Context::new();
    context.insert("lang", site.profile.language.tag());
    context.insert("name", site.home.home.name.as_str());
    context.insert("title", &letters(&page.document.title));
    context.insert("title_lang", &site::from_another(site, page).map(crate::text::Language::tag));
    context.insert("href", &href);
    context.insert("canonical", &site::address(site, &page.address).unwrap_or_else(|| href.clone()));
    context.insert("style", style);
    context.insert("labels", &site.theme.plan.labels);
    look.fill("moved.html", &context)
}
