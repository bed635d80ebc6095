//! What stands around the words of every page that lies equally deep: made ready once, not for each page anew.

use tera::{Context, Value};

use super::links::Links;
use super::{Site, site};
use crate::compose::page::Page;
use crate::render::markup;

/// What is the same on many pages.
pub(super) struct Frame<'a> {
    site: Site<'a>,
    context: Context,
    /// Every group of the menu by its id, as it stands on the pages of the others.
    groups: Vec<(&'a str, &'a str, Value)>,
}

impl<'a> Frame<'a> {
    /// The frame of all pages for which these links hold.
    pub(super) fn new(site: Site<'a>, links: &Links<'_>) -> Self {
        let mut context = Context::new();
        context.insert("lang", site.profile.language.tag());
        context.insert("root", links.root);
        context.insert("labels", &site.theme.plan.labels);
        context.insert("site", &site::letterhead(site, links));
        let notices: Vec<String> = site.notices.iter().map(|words| markup::line(words, links)).collect();
        context.insert("notices", &notices);
        context.insert("always", &site::always(site, None, links));
        context.insert("footer_links", &site::listed(site, &site.theme.plan.footer, None, links));
        let groups = site.theme.plan.groups.iter().filter_map(|group| {
            let value = site::group(site, &group.id, &group.label, None, links)?;
            Some((group.id.as_str(), group.label.as_str(), Value::from_serializable(&value)))
        });
        Self { site, context, groups: groups.collect() }
    }

    /// The frame of one page: a link to the page itself says so.
    pub(super) fn around(&self, page: &Page, links: &Links<'_>) -> Context {
        let mut context = self.context.clone();
        let plan = &self.site.theme.plan;
        if plan.always.iter().any(|step| step.id() == page.id()) {
            context.insert("always", &site::always(self.site, Some(page), links));
        }
        if plan.footer.iter().any(|id| id == page.id()) {
            context.insert("footer_links", &site::listed(self.site, &plan.footer, Some(page), links));
        }
        let groups = self.groups.iter().map(|(id, label, value)| {
            let inside = page.group.as_deref() == Some(id);
            let own = if inside { site::group(self.site, id, label, Some(page), links) } else { None };
            own.map_or_else(|| value.clone(), |own| Value::from_serializable(&own))
        });
        context.insert_value("nav", Value::from(groups.collect::<Vec<_>>()));
        context
    }
}
