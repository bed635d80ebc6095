//! What `explain` says of anything that `check` names: a duty, two facts that agree, a question of research, something left over.

use super::{Certainty, Duties, Duty, Need, agreements, considerations};
use crate::failure::Failure;

/// What is left over, by the names that `check` has for it.
const LEFT_OVER: [(&str, &str, &str); 7] = [
    (
        "left-over-one-home",
        "This can belong to one home only, and a sample home has the same.",
        "Write what is true of your home, or take the line away. While it stands there, a home that is not made up cannot be built.",
    ),
    (
        "left-over-sentence",
        "A sample home has the same sentence.",
        "If it is true of your home, say it in your own words. If not, take it away. It stops nothing.",
    ),
    (
        "left-over-fact",
        "A sample home says the same here, and much else in this file is that home’s too.",
        "Look whether it is true of your home. It stops nothing.",
    ),
    (
        "left-over-of-a-neighbour",
        "Another home of your group says the same, where that is unlikely.",
        "Look in which of the two homes it is true.",
    ),
    (
        "stands-in",
        "This stands in for something real: a number kept free for plays and films, an address that leads nowhere.",
        "Write the real one, or take the line away. For a home that is made up, write `fictional: yes` in home.yaml.",
    ),
    (
        "days-all-alike",
        "All yeses, approvals and calls carry one day, as if somebody had written them down in one go.",
        "Write with each the day on which it was so. Where nobody was asked or rung yet, take the day away.",
    ),
    (
        "day-before-begun",
        "A day of a yes, an approval or a call is before the day under `begun` in home.yaml.",
        "Look whether it is a day of this home, or came along from another.",
    ),
];

/// What is said of the Statement beside the text that was sent, by the names that `check` has for it.
const SENT: [(&str, &str, &str); 3] = [
    (
        "statement-not-as-sent",
        "The Statement is not as it was sent: a fact or some words are others by now.",
        "Type `homepack statement changes`: it says what is different, what of it the law lists, and by when somebody is told. When it is sent, type `homepack statement sent` with the day.",
    ),
    (
        "statement-not-kept",
        "The Statement is approved, and no text of it is kept as it was sent.",
        "Type `homepack statement sent` with the day on which you sent it. The text lies beside statement.yaml from then on, and nothing is made of it.",
    ),
    (
        "statement-sent-changed",
        "Somebody changed the file that keeps the Statement as it was sent.",
        "Put it back as it was, if you have a copy. If not, send the Statement again, and keep that text.",
    ),
];

/// The page of something that `check` names; none where it names nothing so. A duty that two countries have is told for each.
///
/// # Errors
/// A fault of our own lists, which a test would have found.
pub fn explained(id: &str, countries: &[&str]) -> Result<Option<String>, Failure> {
    let duties = Duties::new()?;
    let told: Vec<String> = countries
        .iter()
        .flat_map(|country| duties.of(country).iter().filter(|duty| duty.id == id).map(|duty| a_duty(country, duty)))
        .collect();
    if !told.is_empty() {
        return Ok(Some(told.join("\n")));
    }
    if let Some(one) = agreements()?.into_iter().find(|one| one.id == id) {
        return Ok(Some(page(id, &one.says, &[("What to do", one.to_do().to_owned())])));
    }
    if let Some(one) = considerations()?.into_iter().find(|one| one.id == id) {
        let said =
            [("Asked by", one.source), ("Where it can be seen", quoted(&one.shown_by)), ("What to write", one.write)];
        return Ok(Some(page(id, &one.asks, &said)));
    }
    let left = LEFT_OVER.iter().chain(&SENT).find(|(known, ..)| *known == id);
    Ok(left.map(|(id, says, write)| page(id, says, &[("What to do", (*write).to_owned())])))
}

/// Every name that [`explained`] knows.
///
/// # Errors
/// A fault of our own lists, which a test would have found.
pub fn names(countries: &[&str]) -> Result<Vec<String>, Failure> {
    let duties = Duties::new()?;
    let mut names: Vec<String> =
        countries.iter().flat_map(|country| duties.of(country)).map(|duty| duty.id.clone()).collect();
    names.extend(agreements()?.into_iter().map(|one| one.id));
    names.extend(considerations()?.into_iter().map(|one| one.id));
    names.extend(LEFT_OVER.iter().chain(&SENT).map(|(id, ..)| (*id).to_owned()));
    names.dedup();
    Ok(names)
}

fn a_duty(country: &str, duty: &Duty) -> String {
    let sure = match duty.certainty {
        Certainty::Certain => "We have read the source itself.",
        Certainty::Likely => "We have read copies or reports of the source. It is never called an error.",
        Certainty::Possible => "Nobody here has looked the source up. It is never called an error.",
    };
    let keys: Vec<String> = duty.needs.iter().flat_map(Need::ways).cloned().collect();
    let mut country = country.to_owned();
    country[..1].make_ascii_uppercase();
    page(
        &duty.id,
        &duty.asks,
        &[
            ("Where", country),
            ("Asked for by", duty.source.clone()),
            ("How sure that is", sure.to_owned()),
            ("Where it is written", quoted(&keys)),
            ("What to write", duty.write.clone()),
            ("Seen on", duty.seen_on.join(", ")),
        ],
    )
}

fn quoted(keys: &[String]) -> String {
    keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}

fn page(id: &str, says: &str, parts: &[(&str, String)]) -> String {
    let said = parts.iter().filter(|(_, words)| !words.is_empty());
    said.fold(format!("# {id}\n\n{says}\n"), |out, (name, words)| {
        let end = if words.ends_with(['.', '?', '`']) || *name == "Where" || *name == "Seen on" { "" } else { "." };
        format!("{out}\n**{name}:** {words}{end}\n")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_check_names_has_its_page() {
        let countries: Vec<&str> = crate::country::ids().collect();
        for name in names(&countries).expect("our own lists") {
            let page = explained(&name, &countries).expect("our own lists").expect("it is known");
            assert!(page.starts_with(&format!("# {name}\n")) && page.lines().count() > 4, "{page}");
        }
        assert_eq!(explained("nothing-so", &countries).expect("our own lists"), None);
    }
}
