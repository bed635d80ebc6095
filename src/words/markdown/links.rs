//! What a link in Markdown may lead to: a page of ours, a number, an address. What else somebody writes is told.

use std::borrow::Cow;

use crate::document::Target;
use crate::finding::Message;
use crate::home::reach;
use crate::name::led_to;
use crate::text::Public;

/// Why a link leads nowhere, and what to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Astray {
    /// What is wrong; no full stop.
    pub(crate) what: String,
    /// What to write instead.
    pub(crate) help: String,
    /// The name of a page that may be meant, as far as the address tells.
    pub(crate) page: Option<String>,
}

/// Endings of files that people put on a computer, not on a website.
const FILES: [&str; 14] =
    ["pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ppt", "pptx", "jpg", "jpeg", "png", "zip"];

/// Where a link's address leads; else what is wrong with it.
pub(crate) fn leads(address: &str) -> Result<Target, Astray> {
    let address = address.trim();
    let (scheme, rest) = parted(address);
    match scheme.as_deref() {
        Some("page") => {
            let (id, anchor) = rest.split_once('#').unwrap_or((rest, ""));
            Ok(Target::Page { id: led_to(id), anchor: anchor.to_owned() })
        }
        Some("tel") => number(rest),
        Some("mailto") => mail(rest),
        Some("http" | "https") => web(scheme.as_deref().unwrap_or_default(), rest),
        Some(other) => Err(astray(
            format!("a link cannot lead to an address that begins with “{other}:”"),
            "A link can lead to a page of yours (page:visiting), to an address on the web (https://…), to a number (tel:01632960123) or to an email address (mailto:hello@quillmere.example).",
        )),
        None => bare(address),
    }
}

/// An address's beginning up to the colon, in small letters, and what follows; none where it has no such beginning.
fn parted(address: &str) -> (Option<String>, &str) {
    let Some((scheme, rest)) = address.split_once(':') else { return (None, address) };
    let good = scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    if good { (Some(scheme.to_ascii_lowercase()), rest) } else { (None, address) }
}

fn astray(what: impl Into<String>, help: impl Into<String>) -> Astray {
    Astray { what: what.into(), help: help.into(), page: None }
}

/// A number to ring.
fn number(rest: &str) -> Result<Target, Astray> {
    let rest = spaced(rest);
    if let Some(number) = reach::to_ring(&rest) {
        return Ok(Target::Phone { number });
    }
    let slip = reach::wrong_phone(&rest).map(|slip| (Message::<Public>::from(slip.what), slip.help));
    let (what, help) = slip
        .map_or_else(Default::default, |(what, help)| (what.to_string(), Message::<Public>::from(help).to_string()));
    Err(astray(what, help))
}

/// An address with the spaces that stand in it as `%20`.
fn spaced(address: &str) -> Cow<'_, str> {
    if address.contains("%20") { Cow::Owned(address.replace("%20", " ")) } else { Cow::Borrowed(address) }
}

/// An email address, and what may follow it (`?subject=…`).
fn mail(rest: &str) -> Result<Target, Astray> {
    if reach::is_email(rest.split('?').next().unwrap_or_default()) {
        return Ok(Target::Email { address: rest.to_owned() });
    }
    Err(astray(format!("“{rest}” is not an email address"), "Write it like mailto:hello@quillmere.example."))
}

/// A page on the web.
fn web(scheme: &str, rest: &str) -> Result<Target, Astray> {
    let address = format!("{scheme}:{rest}");
    if reach::is_web_address(&address) {
        return Ok(Target::Web { address });
    }
    let what = format!("“{address}” is not an address on the web that every browser can open");
    let host = rest.trim_start_matches('/').split('/').next().unwrap_or_default();
    let help = if host.is_ascii() {
        "Write the whole of it, such as https://www.quillmere.example.".to_owned()
    } else {
        "Open the page in a browser and copy its address from there: letters with accents are written in another way."
            .to_owned()
    };
    Err(astray(what, help))
}

/// An address without a beginning that says what it is.
fn bare(address: &str) -> Result<Target, Astray> {
    if let Some(anchor) = address.strip_prefix('#') {
        return Ok(Target::Page { id: String::new(), anchor: anchor.to_owned() });
    }
    let what = format!("the link to “{address}” leads nowhere");
    if address.is_empty() {
        return Err(astray(
            "this link says nowhere to go",
            "Write the address between its brackets, such as (page:visiting).",
        ));
    }
    if reach::is_email(address) {
        return Err(astray(what, format!("Write mailto:{address}.")));
    }
    if reach::to_ring(&spaced(address)).is_some() {
        return Err(astray(what, format!("Write tel:{address}.")));
    }
    let file = address.split(['?', '#']).next().unwrap_or_default();
    let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let host = file.split('/').next().unwrap_or_default();
    let of_ours = matches!(ending.as_str(), "html" | "htm" | "md");
    if host.contains('.')
        && !host.starts_with('.')
        && (file.contains('/') || !of_ours)
        && !FILES.contains(&ending.as_str())
    {
        return Err(astray(what, format!("Write the whole of it, such as https://{address}.")));
    }
    if FILES.contains(&ending.as_str()) {
        let help = "The website holds no files from your computer. Write what it says on a page, or give the address on the web where it lies: https://….";
        return Err(astray(what, help));
    }
    let name = file.trim_start_matches(['.', '/']);
    let name = name.strip_prefix("pages/").unwrap_or(name).trim_end_matches('/');
    let name = if of_ours { name.rsplit_once('.').map_or(name, |(name, _)| name) } else { name };
    let help = "A link to a page of yours is written page: with the page's name: page:visiting.";
    Err(Astray { page: Some(name.to_owned()), ..astray(what, help) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_where_it_says_however_it_is_written() {
        let web = |address: &str| Target::Web { address: address.to_owned() };
        assert_eq!(leads("HTTPS://www.quillmere.example/A"), Ok(web("https://www.quillmere.example/A")));
        assert_eq!(leads("TEL:01632%20960123"), Ok(Target::Phone { number: "+441632960123".into() }));
        assert_eq!(
            leads("MailTo:a@b.example?subject=x"),
            Ok(Target::Email { address: "a@b.example?subject=x".into() })
        );
        assert_eq!(leads("#pets"), Ok(Target::Page { id: String::new(), anchor: "pets".into() }));
    }

    #[test]
    fn an_address_that_leads_nowhere_says_why() {
        let help = |address: &str| leads(address).expect_err("nowhere").help;
        assert!(help("www.quillmere.example").contains("https://www.quillmere.example"));
        assert!(help("hello@quillmere.example").contains("mailto:hello@quillmere.example"));
        assert!(help("leaflet.pdf").contains("The website holds no files from your computer"));
        assert!(help("https://www.café.example").contains("copy its address"));
        assert!(leads("javascript:alert(1)").is_err());
        assert!(leads("tel:01632").is_err());
        for page in ["visiting.html", "/visiting", "../pages/visiting.md", "visiting"] {
            assert_eq!(leads(page).expect_err("a page").page.as_deref(), Some("visiting"), "{page}");
        }
    }
}
