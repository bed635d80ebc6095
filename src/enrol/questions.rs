//! The few questions with which a record begins, and whether an answer can be one.
//!
//! Comes from: what somebody types. Goes to: `record`. What is said about an answer never repeats it.

use std::collections::BTreeMap;

use crate::home::date;
use crate::read::yaml::{self, Value};
use crate::text::signs::tidy;
use crate::theme::Theme;

/// A question.
pub struct Question {
    /// The key the answer stands at: `name.preferred`.
    pub way: &'static str,
    /// The question, in plain words.
    pub words: &'static str,
    /// What can be answered.
    pub kind: Kind,
    /// Another answer that it rests on.
    pub only_if: Option<(&'static str, &'static [&'static str])>,
}

/// What can be answered.
pub enum Kind {
    /// Words.
    Words,
    /// A day, or “today”.
    Day,
    /// One of a few: the word in the record, and what it means.
    OneOf(Vec<(String, String)>),
}

/// What was answered, by key. It has no `Debug`: nothing of it is ever shown.
#[derive(Default)]
pub struct Answers(BTreeMap<&'static str, String>);

/// The most characters of an answer; a record takes more by hand.
const LONGEST: usize = 200;

/// The questions, in the order in which they are asked.
#[must_use]
pub fn questions(theme: &Theme) -> Vec<Question> {
    let ask = |way, words, kind| Question { way, words, kind, only_if: None };
    let few = |few: &[(&str, &str)]| {
        Kind::OneOf(few.iter().map(|(word, means)| ((*word).to_owned(), (*means).to_owned())).collect())
    };
    let grounds = theme.plan.grounds.iter().map(|ground| (ground.id.to_string(), String::new()));
    let typefaces = theme.plan.typefaces.iter().map(|typeface| (typeface.id.clone(), typeface.about.clone()));
    vec![
        ask(NAME, "What do they want to be called?", Kind::Words),
        ask("name.say_it_like", "How do you say the name? Write it as it sounds: BEE-ah.", Kind::Words),
        ask("room.number", "Which room is theirs: its number or its name?", Kind::Words),
        ask("stay.moved_in", "On which day do they move in, or did they?", Kind::Day),
        ask(
            "stay.from",
            "Where do they come from?",
            few(&[
                ("own-home", "a home of their own"),
                ("another-home", "another care home"),
                ("hospital", "hospital"),
                ("family", "the home of their family"),
            ]),
        ),
        ask(
            "stay.kind",
            "For how long?",
            few(&[
                ("to-live", "it is their home"),
                ("short", "a stay with an end"),
                ("intermediate", "a stay between hospital and home"),
            ]),
        ),
        Question {
            only_if: Some(("stay.kind", &["short", "intermediate"])),
            ..ask("stay.until", "What is the last day of the stay?", Kind::Day)
        },
        ask("key_worker.name", "Who is their key worker? Write the name that is used in the house.", Kind::Words),
        ask(
            "paying.route",
            "Who pays for their care?",
            few(&[
                ("self", "they do"),
                ("self-with-nursing", "they do, and the NHS pays towards their nursing"),
                ("council", "their council"),
                ("council-with-top-up", "their council, and somebody else a top-up"),
                ("nhs", "the NHS, all of it (continuing healthcare)"),
                ("nhs-intermediate", "the NHS, for a stay between hospital and home"),
                ("mixed", "the council and the NHS"),
                ("aftercare", "the council and the NHS, as aftercare"),
            ]),
        ),
        ask(
            "format.points",
            "Which size of print do they read best?",
            few(&[
                ("14", "clear print"),
                ("16", ""),
                ("18", "large print"),
                ("20", ""),
                ("24", "giant print"),
                ("28", ""),
            ]),
        ),
        ask("format.paper", "On which colour of paper?", Kind::OneOf(grounds.collect())),
        ask("format.typeface", "In which typeface?", Kind::OneOf(typefaces.collect())),
        ask(
            "format.edition",
            "How is the book to be written?",
            few(&[
                ("standard", "a book with parts"),
                ("one-thing-at-a-time", "one subject on a page, in short sentences"),
            ]),
        ),
        ask("format.asked_on", "On which day did they choose the print and the paper?", Kind::Day),
    ]
}

/// The one answer without which there is no record.
pub const NAME: &str = "name.preferred";

impl Question {
    /// The question as it is asked, with what can be answered.
    #[must_use]
    pub fn asked(&self) -> String {
        let Kind::OneOf(few) = &self.kind else { return self.words.to_owned() };
        let lines = few.iter().map(|(word, means)| match means.as_str() {
            "" => format!("\n    {word}"),
            means => format!("\n    {word}: {means}"),
        });
        format!("{}{}", self.words, lines.collect::<String>())
    }

    /// Whether an answer can be one; it comes back as it stands in a record.
    ///
    /// # Errors
    /// What to answer instead, without the answer.
    pub fn answer(&self, answer: &str, today: jiff::civil::Date) -> Result<String, &'static str> {
        // What is not shown may be left out, and leave a space where there was none to see.
        let tidied = tidy(answer);
        let answer = tidied.trim();
        match &self.kind {
            Kind::Words if answer.chars().count() > LONGEST => {
                Err("That is a long answer. Give a few words here; you can write more in the file later.")
            }
            Kind::Words if is_readable(answer) => Ok(answer.to_owned()),
            Kind::Words => Err("There is a character in it that cannot be printed. Please type it again."),
            Kind::Day if answer.eq_ignore_ascii_case("today") => Ok(today.to_string()),
            Kind::Day => date::read(answer).map(|day| day.to_string()).map_err(|_| {
                "That is no day in the calendar. Write the year, the month and the day, such as 2026-10-01, or “today”."
            }),
            Kind::OneOf(few) => {
                let typed = answer.to_lowercase().replace([' ', '_'], "-");
                let found = few.iter().find(|(word, _)| *word == typed);
                let found = found.or_else(|| few.iter().find(|(_, means)| means.eq_ignore_ascii_case(answer)));
                found.map(|(word, _)| word.clone()).ok_or("That is none of the words above. Please type one of them.")
            }
        }
    }
}

impl Answers {
    /// Whether a question is asked after what was answered so far.
    #[must_use]
    pub fn wants(&self, question: &Question) -> bool {
        question.only_if.is_none_or(|(way, answers)| self.get(way).is_some_and(|given| answers.contains(&given)))
    }

    /// Notes an answer.
    pub fn note(&mut self, question: &Question, answer: String) {
        self.0.insert(question.way, answer);
    }

    /// Whether there is a name, and so enough for a record.
    #[must_use]
    pub fn has_name(&self) -> bool {
        self.get(NAME).is_some()
    }

    /// What was answered at a key.
    pub(super) fn get(&self, way: &str) -> Option<&str> {
        self.0.get(way).map(String::as_str)
    }
}

/// Words in quotation marks, as YAML reads them back.
pub(super) fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Whether words come back from a record as they were typed.
fn is_readable(words: &str) -> bool {
    if words.trim().is_empty() || words.contains(['\n', '\r', '\t']) {
        return false;
    }
    let Ok((node, findings)) = yaml::read(1, &format!("words: {}\n", quoted(words))) else { return false };
    let Value::Keys(keys) = node.value else { return false };
    let back = keys.into_iter().next().map(|(_, _, node)| node.value);
    findings.is_empty() && back == Some(Value::Letters(words.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(way: &str) -> Question {
        let theme = Theme::new(BTreeMap::default()).expect("the theme");
        questions(&theme).into_iter().find(|question| question.way == way).expect("it is asked")
    }

    fn answer(way: &str, answer: &str) -> Result<String, &'static str> {
        asked(way).answer(answer, jiff::civil::date(2026, 11, 22))
    }

    #[test]
    fn days_are_taken_as_people_write_them() {
        assert_eq!(answer("stay.moved_in", "1 October 2026"), Ok("2026-10-01".to_owned()));
        assert_eq!(answer("stay.moved_in", "Today"), Ok("2026-11-22".to_owned()));
        assert!(answer("stay.moved_in", "2026-02-30").is_err());
        assert!(answer("stay.moved_in", "next week").is_err());
    }

    #[test]
    fn one_of_a_few_is_taken_by_its_word_or_its_meaning() {
        assert_eq!(answer("stay.from", "Own home"), Ok("own-home".to_owned()));
        assert_eq!(answer("paying.route", "The council and the NHS"), Ok("mixed".to_owned()));
        assert_eq!(answer("format.points", "20"), Ok("20".to_owned()));
        assert!(answer("format.points", "22").is_err());
        assert!(answer("format.paper", "blue").is_err());
    }

    #[test]
    fn a_name_can_have_anything_in_it_that_can_be_printed() {
        for name in ["Bea: “the Bee” # 1", "O'Hara \"Bea\"", "- Bea", "@bea", "Siân", "no", "C:\\Bea", "{{ bea }}"]
        {
            assert_eq!(answer(NAME, name), Ok(name.to_owned()));
        }
        assert_eq!(answer(NAME, "\u{FE00} Bea"), Ok("Bea".to_owned()));
        assert!(answer(NAME, "Bea\u{7}").is_err());
        assert!(answer(NAME, "Be\u{E001}a").is_err());
        assert!(answer(NAME, &"a".repeat(201)).is_err());
    }

    #[test]
    fn nothing_that_is_said_about_an_answer_repeats_it() {
        let theme = Theme::new(BTreeMap::default()).expect("the theme");
        for question in questions(&theme) {
            if let Err(said) = question.answer("Zebedee\u{7}", jiff::civil::date(2026, 11, 22)) {
                assert!(!said.contains("Zebedee"));
            }
        }
    }
}
