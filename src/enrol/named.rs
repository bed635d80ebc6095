//! Answers that come from a file or a program: each by the name of its question, so that one too few shifts none of the rest.
//!
//! Comes from: lines such as `name.preferred: Bea`. Goes to: `record`. What is said of a line never repeats it.

use std::collections::BTreeSet;

use super::questions::{Answers, Question};

/// The answers in some lines; a line that is no text is none.
///
/// # Errors
/// What is wrong, a sentence each, with the number of its line.
pub fn named(
    questions: &[Question],
    lines: &[Option<String>],
    today: jiff::civil::Date,
) -> Result<Answers, Vec<String>> {
    let (mut answers, mut wrong) = (Answers::default(), Vec::new());
    let (mut seen, mut taken) = (BTreeSet::new(), Vec::new());
    for (number, line) in (1..).zip(lines) {
        let mut told = |what: &str| wrong.push(format!("Line {number}: {what}"));
        let Some(line) = line else {
            told("This did not arrive as text.");
            continue;
        };
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (way, answer) = line.split_once(':').map_or(("", ""), |(way, answer)| (way.trim(), answer.trim()));
        let Some(question) = questions.iter().find(|question| question.way == way) else {
            told(&format!("It does not begin with the name of a question. {}", names(questions)));
            continue;
        };
        if !seen.insert(question.way) {
            told(&format!("{} is answered twice.", question.way));
        } else if !answer.is_empty() {
            match question.answer(answer, today) {
                Ok(answer) => {
                    answers.note(question, answer);
                    taken.push((number, question));
                }
                Err(kindly) => told(&format!("{}: {kindly}", question.way)),
            }
        }
    }
    for (number, question) in taken.into_iter().filter(|(_, question)| !answers.wants(question)) {
        wrong.push(format!("Line {number}: {} is not asked after what the others answer.", question.way));
    }
    if wrong.is_empty() { Ok(answers) } else { Err(wrong) }
}

/// The names of the questions.
fn names(questions: &[Question]) -> String {
    let names = questions.iter().map(|question| question.way).collect::<Vec<_>>().join(", ");
    format!("Write “name.preferred: ” and the answer behind it. The names are: {names}.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::enrol::questions;
    use crate::theme::Theme;

    fn told(letters: &str) -> Result<Answers, Vec<String>> {
        let theme = Theme::new(std::collections::BTreeMap::new()).expect("the plain theme");
        let lines: Vec<Option<String>> = letters.lines().map(|line| Some(line.to_owned())).collect();
        named(&questions(&theme), &lines, jiff::civil::date(2026, 11, 22))
    }

    #[test]
    fn an_answer_that_is_left_out_shifts_none_of_the_rest() {
        let Ok(answers) = told("name.preferred: Bea: \"B\"\n\nkey_worker.name: Ada\nformat.points: 18\n") else {
            panic!("they are named")
        };
        assert_eq!(answers.get("name.preferred"), Some("Bea: \"B\""));
        assert_eq!((answers.get("room.number"), answers.get("key_worker.name")), (None, Some("Ada")));
    }

    #[test]
    fn every_line_that_is_wrong_is_told_at_once_and_none_is_repeated() {
        let wrong = told(
            "Zqcanary\nstay.moved_in: Zqcanary\nname.preferred: Zqcanary\nname.preferred: Zqcanary\nstay.until: 2027-01-05\n",
        );
        let wrong = wrong.err().expect("they are wrong");
        let lines: Vec<&str> = wrong.iter().filter_map(|wrong| wrong.split(':').next()).collect();
        assert_eq!(lines, ["Line 1", "Line 2", "Line 4", "Line 5"]);
        assert!(!wrong.concat().contains("Zqcanary"), "{wrong:?}");
    }
}
