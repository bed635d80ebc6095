//! What the words of a pack ask of a record: who pays, whether a trial or the first weeks go on, what was agreed to.

use jiff::ToSpan as _;

use crate::home::date::named_from;
use crate::home::payer::{Payer, Stay};
use crate::home::terms::Terms;
use crate::resident::Resident;

/// Who pays for their care, as the words ask for it.
pub(super) fn paid(payer: Option<Payer>) -> serde_json::Value {
    let (council, nhs) = (payer.is_some_and(Payer::is_council), payer.is_some_and(Payer::is_nhs));
    let nursing = payer == Some(Payer::SelfWithNursing);
    serde_json::json!({
        "known": payer.is_some(),
        "own": payer.is_some_and(Payer::is_their_own),
        "council": council,
        "nhs": nhs,
        "nursing": nursing,
        // Two ombudsmen share what two have paid for.
        "two": council && nhs || nursing,
    })
}

/// Whether their trial may still be going on: until its last day, or where nobody has written down when they moved in.
pub(super) fn in_trial(resident: &Resident, terms: Option<&Terms>, today: jiff::civil::Date) -> bool {
    let Some(trial) = terms.and_then(|terms| terms.trial.as_ref()) else { return false };
    let last = |moved: jiff::civil::Date| moved.saturating_add(i64::from(trial.weeks.get()).weeks());
    resident.stay.moved_in.as_ref().is_none_or(|moved| today <= last(moved.inside().day()))
}

/// Whether moving in lies behind somebody who lives here: four weeks after their first day. Not where nobody has written that down.
pub(super) fn settled(resident: &Resident, today: jiff::civil::Date) -> bool {
    let first = resident.stay.moved_in.as_ref().filter(|_| resident.stay.kind == Stay::ToLive);
    first.is_some_and(|first| today > first.inside().day().saturating_add(4.weeks()))
}

/// Whether they are still to come.
pub(super) fn before_moving_in(resident: &Resident, today: jiff::civil::Date) -> bool {
    resident.stay.moved_in.as_ref().is_none_or(|first| today <= first.inside().day())
}

/// Which of the steps of their first days are over, by their place in the list. A step that names no day is not.
pub(super) fn over(resident: &Resident, today: jiff::civil::Date) -> Vec<usize> {
    let Some(first) = resident.stay.moved_in.as_ref().map(|first| first.inside().day()) else { return Vec::new() };
    let steps = resident.first_days.iter().enumerate();
    let past = steps.filter(|(_, step)| named_from(step.when.inside(), first).is_some_and(|day| day < today));
    past.map(|(at, _)| at).collect()
}

/// What they said yes to, each with its day.
pub(super) fn agreed(resident: &Resident) -> serde_json::Value {
    let yes = resident.consents.iter().map(|consent| serde_json::json!({ "to": consent.to, "on": consent.yes_on }));
    serde_json::Value::Array(yes.collect())
}
