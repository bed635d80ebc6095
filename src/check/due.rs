//! What is due in a resident's record: what to ask, to look at or to collect, by the place where it is written.
//!
//! Comes from: a [`Resident`], the [`Places`] of its keys, and the day. Goes to: `homepack resident due`. A reminder names keys and
//! never a word that stands in the record.

mod consents;

use jiff::ToSpan as _;
use jiff::civil;

use crate::finding::{Draft, Finding, in_order, ours};
use crate::home::date::Date;
use crate::home::payer::Stay;
use crate::read::places::Places;
use crate::resident::format::Points;
use crate::resident::people::Say;
use crate::resident::staff::Day;
use crate::resident::{Confidential, Resident};
use crate::text::Personal;

/// After how many months what was asked is asked again.
const MONTHS: i32 = 12;

/// What is due in a record today, or within some days from today.
#[must_use]
pub fn due(resident: &Resident, places: &Places, today: civil::Date, within: u32) -> Vec<Finding<Personal>> {
    let until = today.saturating_add(i64::from(within).min(100_000).days());
    let mut look = Look { resident, places, today, until, found: Vec::new() };
    look.review();
    look.communication();
    look.format();
    look.staff();
    look.people();
    look.stay();
    look.consents();
    let mut found = look.found;
    in_order(&mut found);
    found
}

/// One look through a record.
struct Look<'a> {
    resident: &'a Resident,
    places: &'a Places,
    today: civil::Date,
    /// The last day that counts.
    until: civil::Date,
    found: Vec<Finding<Personal>>,
}

impl Look<'_> {
    /// Notes something at a key, or where the key would be.
    fn note(&mut self, way: &str, message: &'static str, help: &'static str) {
        self.note_in_parts(way, ours(message), help);
    }

    fn note_in_parts(&mut self, way: &str, message: Draft, help: &'static str) {
        self.found.push(Finding::hint(self.places.at(way), message, help));
    }

    /// Whether a day is there and has come.
    fn done(&self, date: Option<&Confidential<Date>>) -> bool {
        date.is_some_and(|date| date.inside().day() <= self.today)
    }

    /// Whether a day comes soon or is past.
    fn near(&self, date: Option<&Confidential<Date>>) -> bool {
        date.is_some_and(|date| date.inside().day() <= self.until)
    }

    /// Whether a year has gone by since a day, or soon will have.
    fn old(&self, date: Option<&Confidential<Date>>) -> bool {
        date.is_some_and(|date| date.inside().day().saturating_add(MONTHS.months()) <= self.until)
    }

    /// Going through the pack.
    fn review(&mut self) {
        const HELP: &str =
            "Go through it together. Then write the day under gone_through_on, and the next one under look_again_on.";
        let pack = &self.resident.pack;
        let last = pack.gone_through_on.as_ref();
        if !self.done(last) {
            self.note("pack.gone_through_on", "nobody has gone through this pack with them yet", HELP);
        } else if pack.look_again_on.is_some() {
            if self.near(pack.look_again_on.as_ref()) {
                self.note("pack.look_again_on", "it is time to go through this pack again", HELP);
            }
        } else if self.old(last) {
            self.note("pack.gone_through_on", "it is a year since this pack was gone through", HELP);
        }
    }

    /// The six steps of the Accessible Information Standard.
    fn communication(&mut self) {
        let needs = &self.resident.communication;
        if !self.done(needs.asked_on.as_ref()) {
            self.note(
                "communication.asked_on",
                "nobody has asked yet what helps them when people talk with them or write to them",
                "Ask them. Write the day under communication, asked_on, and what they said below it.",
            );
            return;
        }
        let last = if self.done(needs.reviewed_on.as_ref()) { "reviewed_on" } else { "asked_on" };
        if self.old(if last == "reviewed_on" { needs.reviewed_on.as_ref() } else { needs.asked_on.as_ref() }) {
            self.note(
                &format!("communication.{last}"),
                "it is a year since somebody asked what helps them when people talk with them or write to them",
                "Ask again. Write the day under reviewed_on, and change what has changed.",
            );
        }
        if !self.has_needs() {
            return;
        }
        if !self.done(needs.flagged_on.as_ref()) {
            self.note(
                "communication.flagged_on",
                "what helps them is not flagged in their plan of care yet",
                "Put it where everybody sees it at once. Then write the day under flagged_on.",
            );
        }
        if needs.shared_with.is_empty() {
            self.note(
                "communication.shared_with",
                "nothing says with whom it is shared what helps them",
                "Ask them who should know: the GP, the hospital. Tell those, then write them under shared_with.",
            );
        }
        if !self.done(needs.met_on.as_ref()) {
            self.note(
                "communication.met_on",
                "nobody has looked yet whether they get what helps them",
                "Look, and ask them. Then write the day under met_on.",
            );
        }
    }

    /// Whether something helps them that the staff have to know of.
    fn has_needs(&self) -> bool {
        let needs = &self.resident.communication;
        let large = self.resident.format.points.is_some_and(|points| points != Points::P14);
        large
            || !(needs.support.is_empty()
                && needs.formats.is_empty()
                && needs.what_helps.is_empty()
                && needs.without_words.is_empty())
    }

    /// Print, paper and edition; pronouns.
    fn format(&mut self) {
        let asked = self.resident.format.asked_on.as_ref();
        let message = match (self.done(asked), self.old(asked)) {
            (false, _) => Some("nobody has asked yet in which print they read best"),
            (true, true) => Some("it is a year since somebody asked in which print they read best"),
            (true, false) => None,
        };
        if let Some(message) = message {
            self.note(
                "format.asked_on",
                message,
                "Show them a page in three sizes and on three papers. Write what they choose under format, and the day under asked_on.",
            );
        }
        if !self.done(self.resident.name.pronouns_asked_on.as_ref()) {
            self.note(
                "name.pronouns_asked_on",
                "nobody has asked yet which pronouns are theirs",
                "Ask them; a title does not tell. Write the day under name, pronouns_asked_on.",
            );
        }
    }

    /// The key worker and who stands in.
    fn staff(&mut self) {
        match &self.resident.key_worker {
            None => self.note(
                "key_worker",
                "nobody is their key worker",
                "Ask them who they get on with. Write the name under key_worker.",
            ),
            Some(worker) => self.worker("key_worker.until", worker.until.as_ref(), "the key worker"),
        }
        if let Some(worker) = &self.resident.back_up {
            self.worker("back_up.until", worker.until.as_ref(), "who stands in for the key worker");
        }
        self.cover();
    }

    /// A day of the week on which neither of the two is here, where their days are written down.
    fn cover(&mut self) {
        let resident = self.resident;
        let (Some(key_worker), back_up) = (&resident.key_worker, &resident.back_up) else { return };
        if key_worker.days.is_empty() || back_up.as_ref().is_some_and(|worker| worker.days.is_empty()) {
            return;
        }
        let here =
            |day| key_worker.days.iter().chain(back_up.iter().flat_map(|worker| &worker.days)).any(|d| *d == day);
        let Some((_, name)) = Day::WEEK.iter().find(|(day, _)| !here(*day)) else { return };
        self.note_in_parts(
            if back_up.is_some() { "back_up.days" } else { "key_worker.days" },
            ours("nobody covers ").ours(name).ours(": neither the key worker nor who stands in is here"),
            "Agree who does, and write their name and days under back_up. Or mend the days that are wrong.",
        );
    }

    /// Somebody whose last day with them is written down.
    fn worker(&mut self, way: &str, until: Option<&Confidential<Date>>, who: &'static str) {
        const HELP: &str = "Ask them who they would like next. Write the new name, and take the day out.";
        if until.is_some_and(|until| until.inside().day() < self.today) {
            self.note_in_parts(way, ours(who).ours(" has left, and the pack names nobody"), HELP);
        } else if self.near(until) {
            self.note_in_parts(way, ours(who).ours(" leaves soon"), HELP);
        }
    }

    /// Family, friends, and those who may speak for them.
    fn people(&mut self) {
        for (number, person) in self.resident.people.iter().enumerate() {
            if !self.done(person.knows_on.as_ref()) {
                self.note(
                    &format!("people[{number}].knows_on"),
                    "this person is not printed: nothing says that they know of it",
                    "Tell them that their name and number will stand in the pack. If they agree, write the day under knows_on.",
                );
            }
        }
        for (number, person) in self.resident.speaks_for_me.iter().enumerate() {
            if person.kind != Say::Advocate && !self.done(person.seen_on.as_ref()) {
                self.note(
                    &format!("speaks_for_me[{number}].seen_on"),
                    "this attorney or deputy is not printed: nobody has seen the paper that gives them a say",
                    "Ask to see it, and check that it is registered. Then write the day under seen_on.",
                );
            }
        }
    }

    /// The end of a stay that has one.
    fn stay(&mut self) {
        let stay = &self.resident.stay;
        if stay.kind == Stay::ToLive {
            return;
        }
        match &stay.until {
            None => self.note(
                "stay.until",
                "this stay has no last day",
                "Agree it with them, and write it under stay, until.",
            ),
            Some(until) if until.inside().day() <= self.until => self.note(
                "stay.until",
                if until.inside().day() < self.today { "this stay is over" } else { "this stay ends soon" },
                "If they stay longer, write the new day. If they have gone, type: homepack resident leave, and the id.",
            ),
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests;
