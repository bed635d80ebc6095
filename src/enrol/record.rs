//! A new record: its id, drawn once, and its letters, with room for everything that a record can say.
//!
//! Comes from: `questions`. Goes to: `disk::private`. In what is written, `##` begins an explanation and `#` a line to use.

use super::questions::{Answers, quoted};

/// The letters of an id: none that looks like a number or another letter.
const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz";
/// The numbers of an id.
const NUMBERS: &[u8] = b"23456789";
/// What may stand at each place of an id. Letters never stand side by side, so no word comes out.
const PLACES: [&[u8]; 6] = [LETTERS, NUMBERS, LETTERS, NUMBERS, LETTERS, NUMBERS];

/// Draws an id from bytes of chance: every id is as likely as every other. None where the bytes do not reach.
#[must_use]
pub fn draw(chance: &[u8]) -> Option<String> {
    let mut bytes = chance.iter().map(|byte| usize::from(*byte));
    let mut id = String::new();
    for signs in PLACES {
        let even = 256 - 256 % signs.len();
        let byte = bytes.by_ref().find(|byte| *byte < even)?;
        id.push(char::from(signs[byte % signs.len()]));
    }
    Some(id)
}

/// The groups that the questions begin, each with what a line of it could be. Words in quotation marks are somebody's own.
const GROUPS: [(&str, &str, &[(&str, &str)]); 6] = [
    (
        "name",
        "What they are called. Their whole name, date of birth and NHS number stand on the page “About me” alone, with their yes.",
        &[
            ("preferred", "\"Bea\""),
            ("say_it_like", "\"BEE-ah\""),
            ("full", "\"Beatrice Example\""),
            ("pronouns", "\"she and her\""),
            ("pronouns_asked_on", "2026-10-01"),
            ("born", "1938-10-01"),
            ("nhs_number", "\"999 000 0000\""),
        ],
    ),
    (
        "room",
        "Their room. Their name stands on the door with their yes.",
        &[
            ("number", "\"14\""),
            ("unit", "garden"),
            ("wing", "\"Garden wing\""),
            ("where_it_is", "\"on the ground floor, beside the garden room\""),
            ("toilet", "\"behind the sliding door beside your bed\""),
            ("phone", "\"01632 960000\""),
            ("about", "[\"Your window opens over the garden.\"]"),
            ("name_on_door", "\"Bea\""),
        ],
    ),
    (
        "stay",
        "Since when they live here, and from where. kind is to-live, short or intermediate; a stay of the last two kinds has a last day.",
        &[
            ("moved_in", "2026-10-01"),
            ("from", "own-home"),
            ("kind", "to-live"),
            ("until", "2026-12-01"),
            ("working_towards", "[\"I want to climb my own stairs again.\"]"),
            ("going_home", "[\"A rail is put up beside your bath.\"]"),
        ],
    ),
    (
        "key_worker",
        "Their key worker. After the day under until, the pack does not name them any more.",
        &[
            ("name", "\"Sam\""),
            ("phone", "\"01632 960123\""),
            ("usually_here", "\"in the mornings, Monday to Friday\""),
            ("days", "[monday, tuesday, wednesday, thursday, friday]"),
            ("about", "\"Sam grows tomatoes too.\""),
            ("until", "2027-10-01"),
        ],
    ),
    (
        "paying",
        "Who pays: self, self-with-nursing, council, council-with-top-up, nhs, nhs-intermediate, mixed or aftercare. It chooses their way to complain, and the terms that are printed. Sums are printed on “What it costs me” alone.",
        &[
            ("route", "self"),
            ("weekly", "1080"),
            ("from", "2026-04-01"),
            ("you_pay", "1080"),
            ("how", "[\"You get a bill on the first of each month.\"]"),
            ("extras", "[\"hairdresser, £14\"]"),
            ("who_looks_after_it", "\"You look after your own purse.\""),
            ("payer", "\"Exampleshire Council\""),
        ],
    ),
    (
        "format",
        "How they read: points is 14, 16, 18, 20, 24 or 28; edition is standard or one-thing-at-a-time. Ask again each year.",
        &[
            ("points", "18"),
            ("paper", "cream"),
            ("typeface", "arimo"),
            ("edition", "standard"),
            ("lines_for_notes", "yes"),
            ("asked_on", "2026-10-01"),
        ],
    ),
];

/// Keys of those groups whose answer is somebody's own words.
const OWN_WORDS: [&str; 4] = ["name.preferred", "name.say_it_like", "room.number", "key_worker.name"];

/// How the file begins.
const HEAD: &str = "\
## A resident's record. Write it together with them. Only the office and the people who help them read it.
## Lines with ## explain. A line with one # is an example: to use it, take “# ” away and write what is true.
## What stays out: medicines, a diagnosis, limits to somebody's freedom, who must not visit. The plan of care holds them.
## homepack gives this id once. It is the name of the file, the pack and the papers. Please never change it.
";

/// Everything else that a record can say.
const REST: &str = include_str!("record/rest.yaml");

/// The letters of a new record.
#[must_use]
pub fn letters(id: &str, answers: &Answers) -> String {
    let mut out = format!("{HEAD}id: {id}\n");
    for (key, about, lines) in GROUPS {
        group(&mut out, key, about, lines, answers);
    }
    out + "\n" + REST
}

/// One group: what was answered as it is, the rest as examples.
fn group(out: &mut String, key: &str, about: &str, lines: &[(&str, &str)], answers: &Answers) {
    let ways: Vec<String> = lines.iter().map(|(line, _)| format!("{key}.{line}")).collect();
    let begun = ways.iter().any(|way| answers.get(way).is_some());
    let off = |is_off: bool| if is_off { "# " } else { "" };
    out.push_str(&format!("\n## {about}\n{}{key}:\n", off(!begun)));
    for (way, (line, example)) in ways.iter().zip(lines) {
        let answer = answers.get(way);
        let written = match answer {
            Some(words) if OWN_WORDS.contains(&way.as_str()) => quoted(words),
            Some(word) => word.to_owned(),
            None => (*example).to_owned(),
        };
        out.push_str(&format!("{}  {line}: {written}\n", off(answer.is_none())));
    }
}

#[cfg(test)]
mod tests;
