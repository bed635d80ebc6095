//! A record as it may be printed on a day: without a yes, or when it was taken back, the fact is not there.
//!
//! This is the one place that decides it. What comes out can be said by any words file without a second thought.

use jiff::ToSpan as _;
use jiff::civil::Date as Day;

use super::consent::To;
use super::people::Say;
use super::staff::Worker;
use super::{Confidential, Resident, life};
use crate::home::date::Date;

impl Resident {
    /// Whether they said yes to something, and have not taken it back.
    #[must_use]
    pub fn agreed(&self, to: To, today: Day) -> bool {
        self.consents.iter().any(|consent| {
            consent.to == to && past(consent.yes_on.as_ref(), today) && !past(consent.withdrawn_on.as_ref(), today)
        })
    }

    /// The record with everything taken out that may not be printed today.
    #[must_use]
    pub fn as_agreed(&self, today: Day) -> Self {
        let mut own = self.clone();
        let yes = |to| self.agreed(to, today);
        own.consents.retain(|consent| yes(consent.to) && !past(consent.withdrawn_on.as_ref(), today));
        if !yes(To::AboutMe) {
            own.name.full = None;
            own.good_day.clear();
            own.bad_day.clear();
            own.life.rather_not_talk_about.clear();
            own.communication.without_words.clear();
        }
        if !yes(To::AboutMe) || !yes(To::DateOfBirth) {
            own.name.born = None;
        }
        if !yes(To::AboutMe) || !yes(To::NhsNumber) {
            own.name.nhs_number = None;
        }
        if !yes(To::NameOnDoor) {
            own.room.name_on_door = None;
        }
        if !yes(To::Faith) {
            own.belonging.faith.clear();
        }
        if !yes(To::Culture) {
            own.belonging.culture.clear();
        }
        if !yes(To::Senses) {
            own.senses = super::communication::Senses::default();
        }
        if !yes(To::LifeStory) {
            let rather_not_talk_about = std::mem::take(&mut own.life.rather_not_talk_about);
            own.life = life::Life { rather_not_talk_about, ..life::Life::default() };
        }
        if !yes(To::EndOfLife) {
            own.end_of_life.clear();
        }
        if !yes(To::HelpToDecide) {
            own.deciding.who_may_help.clear();
        }
        if !yes(To::Voting) {
            own.post_and_phone.voting = None;
        }
        if !yes(To::Sharing) {
            own.communication.shared_with.clear();
        }
        own.people.retain(|person| past(person.knows_on.as_ref(), today));
        own.speaks_for_me.retain(|person| person.kind == Say::Advocate || past(person.seen_on.as_ref(), today));
        // After six weeks nobody reads about their first days any more.
        let new = |moved: &Confidential<Date>| today <= moved.inside().day().saturating_add(42.days());
        if !own.stay.moved_in.as_ref().is_none_or(new) {
            own.first_days.clear();
        }
        own.key_worker = own.key_worker.filter(|worker| is_here(worker, today));
        own.back_up = own.back_up.filter(|worker| is_here(worker, today));
        own
    }
}

/// Whether somebody is still this resident's to ask.
fn is_here(worker: &Worker, today: Day) -> bool {
    worker.until.as_ref().is_none_or(|until| until.inside().day() >= today)
}

/// Whether a day is there, and today or before.
fn past(date: Option<&Confidential<Date>>, today: Day) -> bool {
    date.is_some_and(|date| date.inside().day() <= today)
}
