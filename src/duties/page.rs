//! The duties of a country as a page: `docs/england.md`, `docs/wales.md`.

use super::{Certainty, Duty, Keeper, Weight};

/// The parts of the page: the heading, and which duties stand under it.
const PARTS: [(&str, fn(&Duty) -> bool); 5] = [
    ("The law asks you to say it", |duty| duty.kept_by.is_none() && duty.weight == Weight::Mandatory),
    ("Guidance asks for it, or a law that we have seen only in part", |duty| {
        duty.kept_by.is_none() && duty.weight == Weight::Expected
    }),
    ("Good practice", |duty| duty.kept_by.is_none() && duty.weight == Weight::Recommended),
    ("homepack sees to it", |duty| duty.kept_by == Some(Keeper::Program)),
    ("No file can show it: somebody in the home sees to it", |duty| duty.kept_by == Some(Keeper::Manager)),
];

/// The page, in Markdown.
#[must_use]
pub fn page(country: &str, duties: &[Duty]) -> String {
    let mut out = format!(
        "# What a care home in {country} says, and who asks for it\n\n`homepack check` looks for what can be seen in your files. This is not legal advice. Where it says “likely” we have seen copies or\nreports of the source, where it says “possible” nobody here has looked it up; neither is ever called an error.\n"
    );
    for (heading, is_here) in PARTS {
        let mut here = duties.iter().filter(|duty| is_here(duty)).peekable();
        if here.peek().is_none() {
            continue;
        }
        out.push_str(&format!("\n## {heading}\n\n"));
        here.for_each(|duty| out.push_str(&entry(duty)));
    }
    out
}

/// A duty, on one line.
fn entry(duty: &Duty) -> String {
    let sure = match duty.certainty {
        Certainty::Certain => "",
        Certainty::Likely => ", likely",
        Certainty::Possible => ", possible",
    };
    format!("- `{}` {} *{}{sure}.* {}\n", duty.id, duty.asks, duty.source.trim_end_matches('.'), duty.write)
}
