//! Yeses: those to ask for, to ask for again, and those that were taken back while a copy still says it.

use super::Look;
use crate::resident::consent::To;

/// The papers of a pack in which something stands that was agreed to.
const BOOK: &str = "book";
const ABOUT_ME: &str = "about-me";
const MY_COPY: &str = "my-copy-of-about-me";
const LIFE_STORY: &str = "life-story";
const MY_WISHES: &str = "my-wishes";

impl Look<'_> {
    /// Everything about yeses.
    pub(super) fn consents(&mut self) {
        self.asked();
        self.not_asked();
        self.copies();
    }

    /// Those that are written down.
    fn asked(&mut self) {
        for (number, consent) in self.resident.consents.iter().enumerate() {
            if consent.withdrawn_on.is_some() {
                continue;
            }
            let yes = consent.yes_on.as_ref();
            if yes.is_none() {
                self.note(
                    &format!("consents[{number}].to"),
                    "this yes has no day, so it does not count and nothing of it is printed",
                    "Ask them, and write the day of their yes under yes_on.",
                );
            }
            let again = consent.ask_again_on.as_ref();
            let renewed = yes.zip(again).is_some_and(|(yes, again)| yes.inside().day() >= again.inside().day());
            if self.near(again) && !renewed {
                self.note(
                    &format!("consents[{number}].ask_again_on"),
                    "it is time to ask for this yes again",
                    "Ask them. Write the new day under yes_on, and the next one under ask_again_on.",
                );
            }
        }
    }

    /// What is written down without a yes. Where a yes was taken back, or has no day yet, nobody is asked twice.
    fn not_asked(&mut self) {
        for (to, ways) in self.written() {
            let known = self.resident.consents.iter().any(|consent| consent.to == to);
            let Some(way) = ways.first().filter(|_| !known) else { continue };
            self.note(
                way,
                "this is not printed: there is no yes to it",
                "Ask whether it may stand in their papers. Write their yes under consents with its day, or take it out here.",
            );
        }
    }

    /// What needs a yes and is written down, each with the ways to it.
    pub(super) fn written(&self) -> Vec<(To, Vec<&'static str>)> {
        let own = self.resident;
        let (name, life, senses) = (&own.name, &own.life, &own.senses);
        let about_me = [
            (name.full.is_some(), "name.full"),
            (!own.good_day.is_empty(), "good_day"),
            (!own.bad_day.is_empty(), "bad_day"),
            (!life.rather_not_talk_about.is_empty(), "life.rather_not_talk_about"),
            (!own.communication.without_words.is_empty(), "communication.without_words"),
        ];
        let lives = [
            (&life.growing_up, "life.growing_up"),
            (&life.work, "life.work"),
            (&life.people, "life.people"),
            (&life.places, "life.places"),
            (&life.loves, "life.loves"),
            (&life.proud_of, "life.proud_of"),
        ];
        let feels = [
            (&senses.seeing, "senses.seeing"),
            (&senses.hearing, "senses.hearing"),
            (&senses.remembering, "senses.remembering"),
            (&senses.surroundings, "senses.surroundings"),
        ];
        let one = |there: bool, way: &'static str| if there { vec![way] } else { Vec::new() };
        vec![
            (To::AboutMe, about_me.into_iter().filter(|(there, _)| *there).map(|(_, way)| way).collect()),
            (To::DateOfBirth, one(name.born.is_some(), "name.born")),
            (To::NhsNumber, one(name.nhs_number.is_some(), "name.nhs_number")),
            (To::NameOnDoor, one(own.room.name_on_door.is_some(), "room.name_on_door")),
            (To::Faith, one(!own.belonging.faith.is_empty(), "belonging.faith")),
            (To::Culture, one(!own.belonging.culture.is_empty(), "belonging.culture")),
            (To::Senses, feels.into_iter().filter(|(words, _)| !words.is_empty()).map(|(_, way)| way).collect()),
            (To::LifeStory, lives.into_iter().filter(|(words, _)| !words.is_empty()).map(|(_, way)| way).collect()),
            (To::EndOfLife, one(!own.end_of_life.is_empty(), "end_of_life")),
            (To::HelpToDecide, one(!own.deciding.who_may_help.is_empty(), "deciding.who_may_help")),
            (To::Voting, one(own.post_and_phone.voting.is_some(), "post_and_phone.voting")),
            (To::Sharing, one(!own.communication.shared_with.is_empty(), "communication.shared_with")),
        ]
    }

    /// Printed copies that still say what was agreed to before the yes was taken back.
    fn copies(&mut self) {
        for (number, copy) in self.resident.printed_copies.iter().enumerate() {
            let old = self.resident.consents.iter().any(|consent| {
                let Some(withdrawn) = consent.withdrawn_on.as_ref().map(|date| date.inside().day()) else {
                    return false;
                };
                let before = copy.printed_on.as_ref().is_none_or(|date| date.inside().day() <= withdrawn);
                withdrawn <= self.today && before && papers(consent.to).contains(&copy.paper.id.as_str())
            });
            if old {
                self.note(
                    &format!("printed_copies[{number}].paper"),
                    "this copy is older than the day on which a yes was taken back",
                    "Collect it and shred it. Print a new one if they want it, and change the day here.",
                );
            }
        }
    }
}

/// The papers in which something stands that somebody said yes to. The book lists every yes.
fn papers(to: To) -> &'static [&'static str] {
    match to {
        To::AboutMe | To::DateOfBirth | To::NhsNumber | To::Faith | To::Culture | To::Senses => {
            &[BOOK, ABOUT_ME, MY_COPY]
        }
        To::LifeStory => &[BOOK, LIFE_STORY, ABOUT_ME, MY_COPY],
        To::EndOfLife => &[BOOK, MY_WISHES],
        To::NameOnDoor | To::HelpToDecide | To::Voting | To::Sharing | To::Photographs | To::Outings => &[BOOK],
    }
}
