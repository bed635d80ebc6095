//! What one file says about another: people and contacts mentioned by id, and words that only the country's list can confirm.

use std::collections::BTreeSet;

use crate::country::{Profile, Profiles, Rated, Shown};
use crate::finding::{Finding, meant};
use crate::home::date::{is_a_day, weekday};
use crate::home::identity::{Rated as Given, Rating};
use crate::home::people::Person;
use crate::home::{Home, Id};

/// Checks every mention. Each that leads nowhere is an error: a reader would be sent to nobody. Whom a file would name that could not be
/// read, nobody knows.
pub(super) fn check(home: &Home, profiles: &Profiles, unread: &BTreeSet<String>, findings: &mut Vec<Finding>) {
    country(home, profiles, findings);
    if !unread.contains("people") {
        people(home, findings);
    }
    if !unread.contains("contacts") {
        contacts(home, findings);
    }
    if !unread.contains("units") {
        units(home, findings);
    }
    registered(home, home.profile(profiles), findings);
    rating(home, home.profile(profiles), findings);
    advocates(home, home.profile(profiles), findings);
    twice(&home.people.named, findings);
    notices(home, home.profile(profiles), findings);
    days(home, findings);
    week(home, findings);
}

/// A week whose first day is another day of the week than its date.
fn week(home: &Home, findings: &mut Vec<Finding>) {
    let (Some(starts), Some(first)) = (home.week.starts, home.week.days.first()) else { return };
    let is = weekday(starts.day());
    if is_a_day(first.day.as_str()) && !first.day.as_str().eq_ignore_ascii_case(&is) {
        let date = starts.to_string().replace('\u{A0}', " ");
        findings.push(Finding::error(
            starts.span(),
            format!("{date} is a {is}, and the first day of this week is a {}", first.day),
            "Write the date of the first day, or begin with the day that the date falls on.",
        ));
    }
}

/// A last day that comes before the first.
fn days(home: &Home, findings: &mut Vec<Finding>) {
    let notices = home.notices.notices.iter().map(|notice| (notice.from, Some(notice.until), "notice"));
    let papers = home.papers.approved.iter().map(|approved| (approved.on, approved.until, "approval"));
    for (first, last, what) in notices.chain(papers) {
        if let Some(last) = last.filter(|last| last.day() < first.day()) {
            findings.push(Finding::error(
                last.span(),
                format!("this {what} ends before it begins"),
                format!("It begins on {first}. Write a later last day.").replace('\u{A0}', " "),
            ));
        }
    }
}

/// Every mention of a person.
fn people(home: &Home, findings: &mut Vec<Finding>) {
    let known: Vec<&str> = home.people.named.iter().map(|person| person.id.id.as_str()).collect();
    let single = [
        &home.people.nominated_individual,
        &home.people.nursing.clinical_lead,
        &home.people.responsible_individual,
        &home.visiting.ask,
        &home.complaints.lead,
        &home.complaints.alternate,
        &home.complaints.review,
        &home.fees.ask,
        &home.safety.safeguarding_lead,
        &home.safety.accessible_information.lead,
        &home.safety.data.ask,
        &home.statement.approved_by,
    ];
    let approvers = home.papers.approved.iter().map(|approved| &approved.by);
    let managers = home.people.registered_managers.iter().map(|post| &post.person);
    let offers = home.community.more_than_a_home.iter().filter_map(|offer| offer.ask.as_ref());
    let services = home.services.iter().filter_map(|service| service.ask.as_ref());
    let interim = home.people.manager_vacancy.iter().filter_map(|vacancy| vacancy.interim.as_ref());
    let intermediate = home.services.iter().filter_map(|service| service.intermediate.as_ref()?.contact.as_ref());
    for id in single
        .into_iter()
        .flatten()
        .chain(managers)
        .chain(offers)
        .chain(services)
        .chain(intermediate)
        .chain(approvers)
        .chain(interim)
    {
        led(id, &known, "nobody", "people.yaml", &somebody(id, &known), findings);
    }
}

/// Words for a post that nobody holds.
const VACANT: [&str; 7] = ["vacant", "vacancy", "none", "nobody", "tbc", "tba", "unknown"];

/// What to write in the place of a name that stands for nobody: one of the home's own people. A stranger is not to be added by a slip.
fn somebody(id: &Id, known: &[&str]) -> String {
    if VACANT.contains(&id.id.to_lowercase().as_str()) {
        return "Leave the line out where nobody does this at present. That there is no registered manager is said in people.yaml under “manager_vacancy”.".to_owned();
    }
    let add = "To name somebody else who works in this home, type “homepack new person”.";
    match known {
        [] => format!("people.yaml names nobody yet. {add}"),
        known => format!("Write one of the people whom people.yaml names: {}. {add}", known.join(", ")),
    }
}

/// Every mention of a contact.
fn contacts(home: &Home, findings: &mut Vec<Finding>) {
    let known: Vec<&str> = home.contacts.iter().map(|contact| contact.id.as_str()).collect();
    let local = home.advocacy.local.iter().map(|local| &local.contact);
    let lists = home.advocacy.national.iter().chain(&home.complaints.helpers).chain(&home.fees.advice);
    let single = [&home.complaints.council, &home.complaints.nhs, &home.safety.safeguarding_team];
    let mentions: Vec<&Id> = local.chain(lists).chain(single.into_iter().flatten()).collect();
    if let (true, Some(first)) = (known.is_empty(), mentions.iter().min_by_key(|id| id.span)) {
        return findings.push(Finding::error(first.span, no_contacts(&mentions), TO_ADD_THEM));
    }
    let help = format!("{} Or write one of those that there are: {}.", TO_ADD_ONE, known.join(", "));
    for id in mentions {
        led(id, &known, "no contact", "the folder contacts", &help, findings);
    }
}

/// How one contact is added, and how those are of which a home has none yet.
const TO_ADD_ONE: &str = "Type “homepack new contact”: it asks, and writes the file.";
const TO_ADD_THEM: &str = "If the folder contacts was left behind, copy it here. If there was none, type “homepack new contact” for each of them: it asks, and writes the file.";

/// What is said where there is no contact at all: once, with everybody who is spoken of.
fn no_contacts(mentions: &[&Id]) -> String {
    let names: BTreeSet<&str> = mentions.iter().map(|id| id.id.as_str()).collect();
    let names: Vec<&str> = names.into_iter().collect();
    format!("there is no folder contacts, or nobody in it, and these files speak of {}", names.join(", "))
}

/// Every mention of a part of the home.
fn units(home: &Home, findings: &mut Vec<Finding>) {
    let known: Vec<&str> = home.units.units.iter().map(|unit| unit.id.id.as_str()).collect();
    let terms = home.fees.terms.iter().flat_map(|terms| &terms.units);
    let rooms = home.rooms.kinds.iter().filter_map(|kind| kind.unit.as_ref());
    for id in terms.chain(rooms) {
        led(id, &known, "no part of the home", "units.yaml", "Add it to units.yaml, with that id.", findings);
    }
}

/// Notes a mention that leads nowhere.
fn led(id: &Id, known: &[&str], nothing: &str, place: &str, add: &str, findings: &mut Vec<Finding>) {
    if known.contains(&id.id.as_str()) {
        return;
    }
    let help = meant(&id.id, known.iter().copied()).unwrap_or_else(|| add.to_owned());
    findings.push(Finding::error(
        id.span,
        format!("there is {nothing} with the short name “{}” in {place}", id.id),
        help,
    ));
}

/// A country that nobody knows.
fn country(home: &Home, profiles: &Profiles, findings: &mut Vec<Finding>) {
    let known: Vec<&str> = profiles.ids().collect();
    if let Some(country) = &home.home.country {
        worded("country", country, &known, findings);
    }
}

/// A rating in words or under keys that the country's inspector does not have.
fn rating(home: &Home, country: &Profile, findings: &mut Vec<Finding>) {
    let Some(rating) = &home.home.rating else { return };
    let scale = &country.ratings;
    let words: Vec<&str> = scale.words.iter().chain([&scale.none]).map(|word| word.id.as_str()).collect();
    let own = Rating::KEYS.iter().copied().filter(|key| scale.overall || *key != "overall");
    let keys: Vec<&str> = own.chain(scale.each.iter().map(|rated| rated.key.as_str())).collect();
    match &rating.overall {
        Some(word) if scale.overall => worded("overall", word, &words, findings),
        Some(word) => findings.push(Finding::error(
            word.span,
            format!("in {} a home has no rating as a whole", country.name),
            format!("Take the line “overall: {}” out. What is rated there: {}.", word.id, rated(&scale.each)),
        )),
        None if scale.overall => findings.extend(rating.each.first().map(|first| {
            Finding::error(
                first.what.span,
                "the key “overall” is missing under “rating”",
                "Add a line “overall: …” here.",
            )
        })),
        None => {}
    }
    if home.home.rated(country).is_some() && scale.display.shows.contains(&Shown::Date) {
        dated(rating, findings);
    }
    for key in &rating.days_of_nothing {
        let what = key.id.trim_end_matches(Rating::ITS_DAY);
        let help = format!("Write “{what}: …” with the inspector's word above it, or take this line out.");
        findings.push(Finding::error(key.span, format!("this is the day of “{what}”, which is not rated here"), help));
    }
    for rated in &rating.each {
        let key = rated.what.id.as_str();
        if scale.each.iter().any(|known| known.key == key) {
            worded(key, &rated.word, &words, findings);
            continue;
        }
        let help = meant(key, keys.iter().copied())
            .unwrap_or_else(|| format!("The keys that can stand here are: {}.", keys.join(", ")));
        findings.push(Finding::error(rated.what.span, format!("homepack does not know the key “{key}” here"), help));
    }
}

/// A rating without the day on which it was given: the law wants the day beside each, so that nothing is published without it.
/// Regulation 20A(7)(c) in England, regulation 3(5) of WSI 2025/389 in Wales.
fn dated(rating: &Rating, findings: &mut Vec<Finding>) {
    if rating.given_on.is_some() {
        return;
    }
    let undated = |rated: &&Given| rated.given_on.is_none();
    let first = rating.overall.as_ref().or(rating.each.iter().find(undated).map(|rated| &rated.what));
    findings.extend(first.map(|word| {
        Finding::error(
            word.span,
            "the day on which this rating was given is missing, and the law wants it beside every rating",
            "Add a line “given_on: 2026-06-12” with the day that the inspector's own page shows as the day it was given. The day of the report is another.",
        )
    }));
}

/// A kind of advocate that the country does not know.
fn advocates(home: &Home, country: &Profile, findings: &mut Vec<Finding>) {
    let known: Vec<&str> = country.advocates.iter().map(|kind| kind.id.as_str()).collect();
    for kind in home.advocacy.local.iter().flat_map(|local| &local.kinds) {
        worded("kinds", kind, &known, findings);
    }
}

/// What a country rates, as a list of its keys.
fn rated(each: &[Rated]) -> String {
    each.iter().map(|rated| rated.key.as_str()).collect::<Vec<_>>().join(", ")
}

/// A word that is not one of a fixed few.
fn worded(key: &str, word: &Id, known: &[&str], findings: &mut Vec<Finding>) {
    if known.contains(&word.id.as_str()) {
        return;
    }
    let list = known.join(", ");
    let help = meant(&word.id, known.iter().copied())
        .map_or_else(|| format!("It can be: {list}."), |meant| format!("{meant} It can be: {list}."));
    let message = format!("{key}: “{}” is not one of the words that can stand here", word.id);
    findings.push(Finding::error(word.span, message, help));
}

/// Words that the regulator fixed.
fn registered(home: &Home, profile: &Profile, findings: &mut Vec<Finding>) {
    let identity = &home.home;
    let types: Vec<&str> = profile.service_types.iter().map(|kind| kind.code.as_str()).collect();
    let in_words = |code: &str| {
        let kind = profile.service_types.iter().find(|kind| kind.code == code);
        kind.map_or_else(|| code.to_owned(), |kind| format!("{code} ({})", kind.name))
    };
    let bands: Vec<&str> = profile.bands.iter().map(|band| band.band.as_str()).collect();
    let activities: Vec<&str> = profile.regulated_activities.iter().map(|activity| activity.name.as_str()).collect();
    let mut listed = |id: &Id, list: &[&str], what: &str| {
        // Where a country has no list, the home says it in words of its own.
        if list.is_empty() || list.contains(&id.id.as_str()) {
            return;
        }
        let each = list.iter().map(|word| in_words(word)).collect::<Vec<_>>().join("; ");
        let help = meant(&id.id, list.iter().copied()).unwrap_or_else(|| format!("It can be: {each}."));
        let regulator = &profile.regulator.initials;
        findings.push(Finding::error(id.span, format!("“{}” is not {what} that {regulator} registers", id.id), help));
    };
    identity.service_types.iter().for_each(|id| listed(id, &types, "a service type"));
    identity
        .bands
        .iter()
        .chain(identity.needs_met.iter().map(|need| &need.band))
        .for_each(|id| listed(id, &bands, "a band"));
    let managed = home.people.registered_managers.iter().flat_map(|post| &post.activities);
    identity.regulated_activities.iter().chain(managed).for_each(|id| listed(id, &activities, "an activity"));
}

/// A registered manager without an address for notices of their own, where the law wants one in the Statement of Purpose.
/// Schedule 3, paragraph 3(b), of SI 2009/3112 speaks of the registered person, and each registered manager is one.
fn notices(home: &Home, country: &Profile, findings: &mut Vec<Finding>) {
    let posts = home.people.registered_managers.iter().filter(|_| country.statement.manager_address);
    for post in posts {
        if post.address_for_notices.is_none() {
            findings.push(Finding::warning(
                post.person.span,
                "this registered manager has no address for notices, and the Statement of Purpose needs one",
                "Add “address_for_notices:” with its lines and its postcode under this post, and “notices_by_email: yes” or “no”.",
            ));
        }
        if post.notices_by_email == Some(true) && post.email_for_notices.is_none() {
            findings.push(Finding::warning(
                post.person.span,
                "this registered manager agrees to notices by email, but no address says where to",
                "Add “email_for_notices: …” under this post.",
            ));
        }
    }
}

/// Two people with one short name: nobody could tell who is meant.
fn twice(named: &[Person], findings: &mut Vec<Finding>) {
    for (i, person) in named.iter().enumerate() {
        if let Some(first) = named[..i].iter().find(|other| other.id.id == person.id.id) {
            let message = format!("two people have the short name “{}”", person.id.id);
            let help = format!("Give one of them another. The first is on line {}.", first.id.span.line);
            findings.push(Finding::error(person.id.span, message, help));
        }
    }
}
