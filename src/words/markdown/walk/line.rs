//! What stands inside a line: words, links, what is set apart, pictures.

use pulldown_cmark::{Event, LinkType, Tag};

use super::Walk;
use crate::document::{Inline, Target, Words, all_letters};
use crate::text::signs::tidy;
use crate::text::{self, Audience, unmark};
use crate::words::markdown::links::leads;
use crate::words::typeset::{shown_address, typeset};

impl<'a, A: Audience> Walk<'a, A> {
    /// The words up to the end of the tag that has begun.
    pub(super) fn line(&mut self) -> Vec<Inline<A>> {
        let mut words = Vec::new();
        while let Some(event) = self.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, &mut words);
        }
        typeset(words)
    }

    /// One event inside a line.
    pub(super) fn inline(&mut self, event: Event<'a>, out: &mut Vec<Inline<A>>) {
        match event {
            Event::InlineHtml(text) | Event::Html(text) if is_line_break(&text) => out.push(Inline::Break),
            // A note to somebody is nobody else's to read.
            Event::InlineHtml(text) | Event::Html(text) if text.trim_start().starts_with("<!--") => {}
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => self.run(&text, out),
            Event::SoftBreak => out.push(Inline::Words(Words::new(" ".to_owned(), self.inside))),
            Event::HardBreak => out.push(Inline::Break),
            // Slanted letters are hard to read: what somebody sets apart is shown in bold.
            Event::Start(Tag::Strong | Tag::Emphasis) => {
                let words = self.bare_line().into_iter().flat_map(not_strong).collect::<Vec<_>>();
                out.extend((!all_letters(&words).trim().is_empty()).then_some(Inline::Strong { words }));
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let words = self.bare_line();
                let address = text::plain(&dest_url);
                let address = if link_type == LinkType::Email { format!("mailto:{address}") } else { address };
                let words = if link_type == LinkType::Autolink {
                    words.into_iter().map(as_people_write).collect()
                } else {
                    words
                };
                match leads(&address) {
                    Ok(to) if !all_letters(&words).trim().is_empty() && !self.is_gap(&to) => {
                        out.push(Inline::Link { to, words })
                    }
                    _ => out.extend(words),
                }
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                // A picture's words stand in photos.yaml, where there is room for whoever is in it to say yes.
                let unread = std::mem::replace(&mut self.unread, true);
                self.bare_line();
                self.unread = unread;
                let picture = text::plain(&dest_url);
                match picture.strip_prefix("drawing:") {
                    Some(drawing) => self.drawing = Some(drawing.to_owned()),
                    None => self.photographs.push(picture),
                }
            }
            Event::Start(_) => out.extend(self.bare_line()),
            _ => {}
        }
    }

    /// The words of a tag inside a line, not yet set.
    fn bare_line(&mut self) -> Vec<Inline<A>> {
        let mut words = Vec::new();
        while let Some(event) = self.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, &mut words);
        }
        words
    }

    /// A run of marked letters.
    pub(super) fn run(&mut self, marked: &str, out: &mut Vec<Inline<A>>) {
        if let Some(said) =
            self.inside.said.filter(|_| self.is_own() && !self.unread && marked.contains(char::is_alphanumeric))
        {
            self.read.insert(said.line);
        }
        for (text, from) in unmark(marked, &mut self.inside) {
            out.push(Inline::Words(Words::new(tidy(&text).into_owned(), from)));
        }
    }

    /// Whether a link that the home wrote leads to a page for which it says nothing at present. Its words stay.
    fn is_gap(&self, to: &Target) -> bool {
        let pages = self.around.pages;
        self.is_own()
            && !pages.is_empty()
            && matches!(to, Target::Page { id, .. } if !id.is_empty() && !pages.contains(id))
    }
}

/// Whether HTML says that a new line begins: `<br>`.
fn is_line_break(html: &str) -> bool {
    let tag = html.trim().trim_start_matches('<').trim_end_matches('>').trim_end_matches('/').trim();
    tag.eq_ignore_ascii_case("br")
}

/// An address on the web as people write it.
fn as_people_write<A: Audience>(inline: Inline<A>) -> Inline<A> {
    match inline {
        Inline::Words(words) => Inline::Words(Words::new(shown_address(&words.text), words.from)),
        inline => inline,
    }
}

/// Words that are set apart as a whole already.
fn not_strong<A: Audience>(inline: Inline<A>) -> Vec<Inline<A>> {
    match inline {
        Inline::Strong { words } => words,
        inline => vec![inline],
    }
}
