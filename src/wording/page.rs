//! A rule's page: what `homepack explain` prints, and what stands in `docs/rules/`.

use crate::rulebook::Rulebook;
use crate::rulebook::family::Family;
use crate::rulebook::rule::Rule;
use crate::severity::Severity;

/// The rules and, last, those about notes to the linter itself.
#[must_use]
pub fn every(rulebook: &Rulebook) -> Vec<Rule> {
    let own = OWN.iter().filter(|(code, ..)| rulebook.rule(code).is_none()).map(|(code, message, why, say)| Rule {
        code: (*code).to_owned(),
        family: Family::Lint,
        severity: Severity::Warning,
        message: (*message).to_owned(),
        why: (*why).to_owned(),
        say: (*say).to_owned(),
        sources: Vec::new(),
        hits: Vec::new(),
        misses: Vec::new(),
    });
    rulebook.rules.iter().cloned().chain(own).collect()
}

/// Code, message, why, what to do.
const OWN: [(&str, &str, &str, &str); 3] = [
    (
        "lint-reason",
        "a note turns a rule off and does not say why",
        "Whoever works here after you needs to know whether the reason still holds.",
        "Write the reason: “lint: RULE off, because …”.",
    ),
    (
        "lint-unknown",
        "a note turns off a rule that does not exist",
        "A misspelt note does nothing, and nobody would notice.",
        "Look the rule up with `homepack explain`.",
    ),
    (
        "lint-unused",
        "a note turns off a rule that finds nothing there",
        "A note that nothing needs hides the next finding.",
        "Take the note out.",
    ),
];

/// What a rule is about, as the title of its page.
#[must_use]
pub fn title(rule: &Rule) -> String {
    let plain = rule.message.replace("“{words}”", "this").replace("{words}", "this");
    let mut letters = plain.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A rule's page, in Markdown that reads well as it is.
#[must_use]
pub fn written(rule: &Rule) -> String {
    let mut out = format!("# {}\n\n", rule.code);
    out.push_str(&format!("{}.\n\n", title(rule)));
    out.push_str(&format!("**Why:** {}\n\n", rule.why));
    out.push_str(&format!("**What to write instead:** {}\n\n", rule.say));
    out.push_str(&format!(
        "It belongs to *{}* ({}) and is {}.\n",
        rule.family.title(),
        rule.family.name(),
        weight(rule.severity)
    ));
    list(
        &mut out,
        "It finds",
        rule.hits.iter().map(|hit| if is_text(hit) { hit.clone() } else { hit.replace(['[', ']'], "**") }),
    );
    list(&mut out, "It leaves alone", rule.misses.iter().cloned());
    list(&mut out, "Who asks for it", rule.sources.iter().cloned());
    out.push_str(&format!(
        "\n## When you have a good reason\n\nIn Markdown write this before the paragraph, or in it:\n\n    <!-- lint: {0} off, because … -->\n\nIn YAML, on the line above:\n\n    # lint: {0} off, because …\n",
        rule.code
    ));
    out
}

/// All rules, a family after another.
#[must_use]
pub fn contents(rules: &[Rule], line: impl Fn(&Rule) -> String) -> String {
    let mut out = String::new();
    for family in Family::all() {
        let mut of_family: Vec<&Rule> = rules.iter().filter(|rule| rule.family == family).collect();
        of_family.sort_by(|a, b| a.code.cmp(&b.code));
        if !of_family.is_empty() {
            out.push_str(&format!("\n## {} ({})\n\n", family.title(), family.name()));
            of_family.iter().for_each(|rule| out.push_str(&line(rule)));
        }
    }
    out
}

/// How much a rule matters, in words.
fn weight(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "an error: please change it",
        Severity::Warning => "a warning: most often it is better changed",
        Severity::Hint => "a hint: worth a thought",
    }
}

/// Whether an example is Markdown, and stands as it is written: a link, a text of several lines.
fn is_text(example: &str) -> bool {
    example.contains("](") || example.contains('\n')
}

/// A point of a list; a text stands under it, letter for letter.
fn point(words: &str) -> String {
    if is_text(words) {
        format!(
            "- in this text:\n\n      {}\n\n",
            words.trim_end().replace('\n', "\n      ").replace("\n      \n", "\n\n")
        )
    } else {
        format!("- {words}\n")
    }
}

fn list(out: &mut String, heading: &str, points: impl Iterator<Item = String>) {
    let points: Vec<String> = points.map(|words| point(&words)).collect();
    if !points.is_empty() {
        out.push_str(&format!("\n## {heading}\n\n{}", points.concat()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_why_and_what_to_write_instead() {
        let rulebook = Rulebook::built_in().expect("rules");
        for rule in every(&rulebook) {
            let page = written(&rule);
            assert!(page.contains("**Why:** ") && page.contains(&format!("lint: {} off", rule.code)), "{page}");
            assert!(!page.contains("{words}"), "{page}");
        }
    }
}
