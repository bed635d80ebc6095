//! For the team: one page that stands alone, with the text itself, the words marked in it and the advice beside them.

mod text;

use serde_json::json;
use tera::{Context, Tera};

use super::{Said, place};
use crate::colour;
use crate::failure::Failure;
use crate::review::summary::{Summary, number};
use crate::review::{Advice, Review};
use crate::rulebook::family::Question;
use crate::text::signs::{spelt, steers};
use crate::theme::Theme;

/// How a page of ours begins, so that no other file is ever written over.
pub const BEGINS: &str = "<!DOCTYPE html><!-- homepack lint -->";

/// The page.
///
/// # Errors
/// A fault of the theme's template.
pub fn written(said: Said<'_>, theme: &Theme) -> Result<String, Failure> {
    let failed = |error: tera::Error| Failure::Theme(format!("lint/report.html: {error}"));
    let mut tera = Tera::new();
    tera.autoescape_on([".html"]);
    let files = ["report.html", "report.css"];
    let letters = files.iter().map(|name| Ok((*name, theme.letters(&format!("lint/{name}"))?)));
    tera.add_raw_templates(letters.collect::<Result<Vec<_>, Failure>>()?).map_err(failed)?;
    let mut shades = Context::new();
    shades.insert("colour", &colour::colours(None));
    let style = tera.render("report.css", &shades).map_err(failed)?;
    let page = tera.render("report.html", &context(said, &style)).map_err(failed)?;
    Ok(format!("{BEGINS}\n{page}"))
}

/// What the template is filled in with.
fn context(said: Said<'_>, style: &str) -> Context {
    let summary = Summary::of(said.reviews);
    let names: Vec<&str> = said.reviews.iter().map(|review| review.prose.path.as_str()).collect();
    let title = match names.as_slice() {
        [name] => spelt(name).into_owned(),
        _ => number(names.len(), "text"),
    };
    let mut context = Context::new();
    context.insert("style", style);
    context.insert("title", &title);
    context.insert("counted", &summary.counted());
    context.insert("hidden", &(said.hidden > 0).then(|| number(said.hidden, "hint")));
    context.insert("reading", &summary.reading());
    context.insert("unread", &said.unread.iter().map(|why| spelt(why).into_owned()).collect::<Vec<_>>());
    context.insert("most", &summary.most.iter().map(|family| family.advice()).collect::<Vec<_>>());
    let rows = summary.families.iter().map(|(family, count)| json!({ "title": family.title(), "count": count }));
    context.insert("families", &rows.collect::<Vec<_>>());
    context.insert("questions", &questions(said));
    let mut first = 1;
    let mut texts = Vec::new();
    for review in said.reviews {
        let numbered: Vec<(usize, &Advice)> = (first..).zip(&review.advice).collect();
        first += review.advice.len();
        // Of a home with many pages only those are shown that need somebody.
        let shown = !numbered.is_empty() || said.reviews.len() == 1;
        let body = if shown { text::body(review, &numbered) } else { String::new() };
        texts.push(json!({
            "name": spelt(review.prose.path.as_str()), "body": body, "elsewhere": elsewhere(review, &numbered), "shown": shown,
        }));
    }
    context.insert("quiet", &texts.iter().filter(|text| text["shown"] == false).count());
    texts.retain(|text| text["shown"] == true);
    context.insert("texts", &texts);
    context
}

/// How many findings each of the five questions has.
fn questions(said: Said<'_>) -> Vec<serde_json::Value> {
    let count = |question| said.advice().filter(|advice| advice.question == question).count();
    Question::ALL.iter().map(|question| json!({ "asked": question.asked(), "count": count(*question) })).collect()
}

/// Advice that belongs to no passage: notes to the linter.
fn elsewhere(review: &Review, numbered: &[(usize, &Advice)]) -> String {
    let stray = |advice: &Advice| advice.passage.as_ref().is_none_or(|(at, _)| *at >= review.prose.passages.len());
    numbered.iter().filter(|(_, advice)| stray(advice)).map(|(n, advice)| card(*n, advice)).collect()
}

/// One piece of advice.
fn card(n: usize, advice: &Advice) -> String {
    let severity = advice.severity.name();
    let why = if advice.why.is_empty() { String::new() } else { format!("<p>{}</p>", escaped(&advice.why)) };
    let instead = match &advice.rewrite {
        Some(rewrite) => format!("<p><strong>You could write:</strong> “{}”</p>", escaped(rewrite)),
        None => format!("<p><strong>Instead:</strong> {}</p>", escaped(&advice.suggestion)),
    };
    format!(
        "<div class=\"card {severity}\" id=\"advice-{n}\" role=\"note\" aria-label=\"Advice {n}\"><p class=\"what\"><a class=\"number\" href=\"#words-{n}\">{n}<span class=\"unseen\">, back to the words</span></a> <strong>{}.</strong></p>{why}{instead}<p class=\"place\">{}, {}. {}</p></div>\n",
        escaped(&sentence_case(&advice.message)),
        sentence_case(severity),
        escaped(advice.family.title()),
        escaped(&place(advice))
    )
}

/// With a large letter at its beginning.
fn sentence_case(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Letters as HTML has them.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if steers(c) => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rulebook::Rulebook;
    use crate::statement::statement;
    use crate::wording::{OwnWords, check};

    /// The page of a statement.
    fn page(letters: &str) -> String {
        let rulebook = Rulebook::built_in().expect("rules");
        let prose = statement("rowan.md".into(), letters.as_bytes()).expect("letters");
        let remarks = check(&prose, &rulebook, &OwnWords::default());
        let reviews = [Review::new(prose, &remarks, &rulebook, None)];
        let said = Said { reviews: &reviews, rulebook: &rulebook, unread: &[], hidden: 0 };
        written(said, &Theme::new(std::collections::BTreeMap::new()).expect("the plain theme")).expect("a page")
    }

    #[test]
    fn the_words_are_marked_and_lead_to_their_advice_and_back() {
        let page = page("# Visitors\n\nYou are allowed to come \\<here>.\n");
        let marked = "You <mark class=\"error\" id=\"words-1\">are allowed to<a class=\"number\" href=\"#advice-1\"><span class=\"unseen\">, advice </span>1</a></mark> come &lt;here&gt;.";
        assert!(page.contains(marked), "{page}");
        assert!(page.contains("id=\"advice-1\"") && page.contains("href=\"#words-1\""));
        assert!(page.contains("You can come &lt;here&gt;."));
    }

    #[test]
    fn headings_go_down_one_step_at_a_time() {
        let page = page("# Visitors\n\nYou are allowed to come.\n\n- service users\n- tea\n");
        let levels: Vec<u32> =
            page.match_indices("<h").filter_map(|(at, _)| page[at + 2..].chars().next()?.to_digit(10)).collect();
        assert_eq!(levels[0], 1);
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
        assert_eq!(page.matches("<ul").count(), page.matches("</ul>").count());
    }

    #[test]
    fn nothing_runs_and_nothing_is_fetched() {
        let page = page("Come in.\n");
        for forbidden in ["<script", "http:", "https:", "@import", "url(", "style="] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
    }
}
