//! The families of rules: their names, what each is about, which question it answers, what helps.

use serde::{Deserialize, Serialize};

/// What a rule is about. The first seventeen are spelt as in the labelling guide; the rest are plain English and the whole text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each is described in FAMILIES")]
pub enum Family {
    Permission,
    Deficit,
    Infantilising,
    Institutional,
    Task,
    Othering,
    DoingTo,
    Blame,
    Hedge,
    Ageist,
    Dementia,
    Disability,
    Sensory,
    MentalHealth,
    EndOfLife,
    Special,
    Jargon,
    Wordy,
    /// Long sentences and paragraphs.
    Length,
    /// Passive voice where the doer matters.
    Passive,
    /// The reading grade of a section.
    Grade,
    /// Capitals for effect.
    Capitals,
    /// Links that say nothing on their own.
    Links,
    /// Two names for one thing.
    Names,
    /// How personal the whole text is.
    Personal,
    /// The linter's own: a suppression that nothing needs.
    Lint,
}

/// One of the questions that the briefing on personalisation asks a home (Social Care Institute for Excellence, At a glance 17).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// Does the Statement of Purpose describe services in personalised ways?
    Personalised,
    /// Do people have the information and advice they need?
    Information,
    /// Do people have an advocate when they want one?
    Advocacy,
    /// Is the culture enabling, and not paternalistic?
    Enabling,
    /// Is the complaints procedure clear, easy and responsive?
    Complaints,
}

impl Question {
    /// All of them, in the order of the report.
    pub const ALL: [Question; 5] =
        [Question::Enabling, Question::Personalised, Question::Information, Question::Advocacy, Question::Complaints];

    /// The question, as it stands over its part of a report.
    #[must_use]
    pub fn asked(self) -> &'static str {
        match self {
            Question::Personalised => "Are the services described in personal ways?",
            Question::Information => "Can people read it and use it?",
            Question::Advocacy => "Does everybody know who is on their side?",
            Question::Enabling => "Does the home enable people, and not control them?",
            Question::Complaints => "Is it clear and easy to complain?",
        }
    }
}

/// What a family is to a reader of reports.
struct About {
    family: Family,
    /// As it is spelt in reports and after `--family`.
    name: &'static str,
    /// What it finds, in a few words.
    title: &'static str,
    question: Question,
    /// What to do about many of them, in one sentence.
    advice: &'static str,
}

/// A row of [`FAMILIES`].
const fn about(
    family: Family,
    name: &'static str,
    question: Question,
    title: &'static str,
    advice: &'static str,
) -> About {
    About { family, name, title, question, advice }
}

/// Every family, in the order of reports.
const FAMILIES: [About; 26] = {
    use Family as F;
    use Question::{Enabling, Information, Personalised};
    [
        about(
            F::Permission,
            "permission",
            Enabling,
            "Who decides",
            "Say what people can do, not what you let them do: “You can have visitors at any time.”",
        ),
        about(
            F::DoingTo,
            "doing-to",
            Enabling,
            "Things done to people",
            "Let the person act, and say how you help: “We help you wash, the way you like it.”",
        ),
        about(
            F::Blame,
            "blame",
            Enabling,
            "A “no” as a fault",
            "Write what the person wants or feels, not that they refuse or are difficult.",
        ),
        about(
            F::Hedge,
            "hedge",
            Enabling,
            "Promises with a way out",
            "Say plainly what you promise, and when you cannot keep it, say why and what you do instead.",
        ),
        about(
            F::Infantilising,
            "infantilising",
            Enabling,
            "Adults as children",
            "Write as you would to a friend of your own age.",
        ),
        about(
            F::Institutional,
            "institutional",
            Personalised,
            "Words of institutions",
            "Call it what people call it at home: a room, a house, moving in.",
        ),
        about(
            F::Deficit,
            "deficit",
            Personalised,
            "People named by what is wrong",
            "Say who the person is and what helps, before what is hard for them.",
        ),
        about(
            F::Task,
            "task",
            Personalised,
            "Tasks instead of people",
            "Name the moment and not the job: “We help you in the bath when it suits you.”",
        ),
        about(F::Othering, "othering", Personalised, "Them and us", "Write “you”, or “people who live here”."),
        about(
            F::Ageist,
            "ageist",
            Personalised,
            "Words about age",
            "Leave out age where it does not matter, and say “older people” where it does.",
        ),
        about(
            F::Dementia,
            "dementia",
            Personalised,
            "Words about dementia",
            "Write “living with dementia”: people live with it, and are more than it.",
        ),
        about(
            F::Disability,
            "disability",
            Personalised,
            "Words about disability",
            "Put it as disabled people themselves do: “a wheelchair user”, “a disabled person”.",
        ),
        about(
            F::Sensory,
            "sensory",
            Personalised,
            "Words about sight and hearing",
            "Write “blind”, “deaf” or “has sight loss”, as the person would.",
        ),
        about(
            F::MentalHealth,
            "mental-health",
            Personalised,
            "Words about mental health",
            "Name what the person lives with, and never the person by it.",
        ),
        about(
            F::EndOfLife,
            "end-of-life",
            Personalised,
            "Words about dying",
            "Write “dying” and “died”: plain words are kind words here.",
        ),
        about(F::Special, "special", Personalised, "“Special” needs", "Say what it is that the person needs."),
        about(
            F::Personal,
            "personal",
            Personalised,
            "How personal the text is",
            "Speak to the reader as “you” and of yourselves as “we”, and give an example of each promise.",
        ),
        about(
            F::Jargon,
            "jargon",
            Information,
            "Professional words",
            "Use the word your neighbour would use, or explain it where it first comes.",
        ),
        about(
            F::Wordy,
            "wordy",
            Information,
            "Formal words",
            "Choose the everyday word: “help” for “assist”, “before” for “prior to”.",
        ),
        about(
            F::Length,
            "length",
            Information,
            "Long sentences",
            "Make two sentences of a long one. One thought to a sentence is enough.",
        ),
        about(F::Passive, "passive", Information, "Nobody does it", "Say who does it: “we”, “the manager”, “you”."),
        about(
            F::Grade,
            "grade",
            Information,
            "Hard to read",
            "Use shorter sentences and shorter words, above all where the reader must decide something.",
        ),
        about(
            F::Capitals,
            "capitals",
            Information,
            "Capitals",
            "Write in small letters: words in capitals are slower to read.",
        ),
        about(
            F::Links,
            "links",
            Information,
            "Links that say nothing",
            "Let a link say where it leads: “See the latest report”.",
        ),
        about(
            F::Names,
            "names",
            Information,
            "Two names for one thing",
            "Choose one name for each thing and keep to it.",
        ),
        about(F::Lint, "lint", Information, "Notes to homepack", "Take out the notes that nothing needs any more."),
    ]
};

impl Family {
    /// Every family, in the order of reports.
    pub fn all() -> impl Iterator<Item = Family> {
        FAMILIES.iter().map(|about| about.family)
    }

    /// The family that is spelt so.
    #[must_use]
    pub fn spelt(name: &str) -> Option<Family> {
        FAMILIES.iter().find(|about| about.name == name).map(|about| about.family)
    }

    /// As it is spelt in reports and after `--family`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.about().name
    }

    /// What it finds, in a few words.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.about().title
    }

    /// What to do about many of them, in one sentence.
    #[must_use]
    pub fn advice(self) -> &'static str {
        self.about().advice
    }

    /// Which question it answers where its heading says nothing nearer.
    #[must_use]
    pub fn question(self) -> Question {
        self.about().question
    }

    fn about(self) -> &'static About {
        FAMILIES.iter().find(|about| about.family == self).expect("a test goes through all families")
    }
}

impl Question {
    /// The question that a finding belongs to: that of its heading, else that of its family.
    #[must_use]
    pub fn of(family: Family, heading: Option<&str>) -> Question {
        let heading = heading.unwrap_or_default().to_lowercase();
        let speaks_of = |words: &[&str]| words.iter().any(|word| heading.contains(word));
        if speaks_of(&["complain", "unhappy", "not happy", "concerns"]) {
            Question::Complaints
        } else if speaks_of(&["advoca", "on your side"]) {
            Question::Advocacy
        } else {
            family.question()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_family_is_spelt_in_reports_as_it_is_in_rules() {
        for family in Family::all() {
            let read: Family = serde_json::from_value(family.name().into()).expect("the rules know it");
            assert_eq!(read, family);
            assert!(family.advice().ends_with(['.', '”']), "{family:?}");
        }
        assert_eq!(Family::all().count(), Family::Lint as usize + 1, "each of them is here");
    }

    #[test]
    fn what_is_said_about_complaints_belongs_to_complaints() {
        assert_eq!(Question::of(Family::Hedge, Some("If you are unhappy")), Question::Complaints);
        assert_eq!(Question::of(Family::Hedge, Some("Visitors")), Question::Enabling);
    }
}
