//! Numbers of one home that must agree: places, rooms, parts of the home, ages.

use crate::country::Profile;
use crate::finding::Finding;
use crate::home::Home;
use crate::home::number::Count;

/// Looks at numbers that more than one file gives.
pub(super) fn check(home: &Home, country: &Profile, findings: &mut Vec<Finding>) {
    places(home, findings);
    ages(home, country, findings);
}

/// The places of the home against those of its kinds, its rooms and its parts.
fn places(home: &Home, findings: &mut Vec<Finding>) {
    let Some(all) = home.home.places else { return };
    let kinds = home.home.kinds_of_places.iter().map(|some| some.number.get());
    let rooms = home.rooms.kinds.iter().map(|kind| kind.number.get() * kind.for_people.map_or(1, Count::get));
    let units: Option<Vec<u32>> = home.units.units.iter().map(|unit| unit.places.map(Count::get)).collect();
    let parts = [
        (kinds.collect::<Vec<_>>(), "the kinds of places", "kinds_of_places in home.yaml"),
        (
            rooms.collect(),
            "the rooms",
            "the numbers in rooms.yaml. Where a room is for two, write “for_people: 2” there",
        ),
        (units.unwrap_or_default(), "the parts of the home", "the places in units.yaml"),
    ];
    for (counted, what, place) in parts {
        let sum = counted.iter().fold(0_u32, |sum, count| sum.saturating_add(*count));
        if counted.is_empty() || sum == all.get() {
            continue;
        }
        let each = counted.iter().map(u32::to_string).collect::<Vec<_>>().join(" + ");
        findings.push(Finding::warning(
            all.span(),
            format!("this home has {all} places, but {what} come to {sum} ({each})"),
            format!("Look at this number and at {place}, and mend the one that is wrong."),
        ));
    }
}

/// The ages of the people a home is for against the ages that its groups have in the register.
fn ages(home: &Home, country: &Profile, findings: &mut Vec<Finding>) {
    let Some(ages) = home.home.ages.as_ref().filter(|ages| ages.why.is_none()) else { return };
    let groups = home.home.bands.iter().filter_map(|id| country.bands.iter().find(|band| band.band == id.id));
    let of_an_age: Vec<_> = groups.filter(|band| band.from_age.is_some()).collect();
    let Some(youngest) = of_an_age.iter().filter_map(|band| band.from_age).min() else { return };
    if ages.from.get() >= youngest {
        return;
    }
    let names = of_an_age.iter().map(|band| format!("“{}”", band.form_name)).collect::<Vec<_>>().join(" and ");
    findings.push(Finding::warning(
        ages.from.span(),
        format!("this home is for people from {} on, but is registered for {names}", ages.from),
        "Both are printed in the Statement of Purpose. Add “why: …” here with the reason, or mend the one that is wrong.",
    ));
}

#[cfg(test)]
mod tests {
    use crate::check::told;

    #[test]
    fn numbers_that_agree_are_no_finding() {
        let files = [
            ("home.yaml", "places: 6\nkinds_of_places: [{kind: here, number: 4}, {kind: there, number: 2}]\n"),
            ("rooms.yaml", "kinds: [{name: Single, number: 4}, {name: Double, number: 1, for_people: 2}]\n"),
            ("units.yaml", "units: [{id: ash, name: Ash, places: 6}]\n"),
        ];
        assert_eq!(told(&files), []);
    }

    #[test]
    fn numbers_that_do_not_agree_are_named() {
        let files = [
            ("home.yaml", "places: 64\nkinds_of_places: [{kind: here, number: 40}, {kind: there, number: 20}]\n"),
            ("rooms.yaml", "kinds: [{name: Single, number: 42}]\n"),
            ("units.yaml", "units: [{id: ash, name: Ash, places: 30}, {id: elm, name: Elm, places: 30}]\n"),
        ];
        let what = |what: &str| (3, format!("this home has 64 places, but {what}"));
        assert_eq!(
            told(&files),
            [
                what("the kinds of places come to 60 (40 + 20)"),
                what("the parts of the home come to 60 (30 + 30)"),
                what("the rooms come to 42 (42)"),
            ]
        );
    }

    #[test]
    fn a_part_whose_places_nobody_wrote_is_not_counted() {
        assert_eq!(told(&[("home.yaml", "places: 6\n"), ("units.yaml", "units: [{id: ash, name: Ash}]\n")]), []);
    }

    #[test]
    fn ages_that_contradict_the_register_want_a_reason() {
        let home = |ages: &str| told(&[("home.yaml", &format!("bands: [Older People]\nages: {{{ages}}}\n"))]);
        let finding = "this home is for people from 55 on, but is registered for “Adults aged 65+”";
        assert_eq!(home("from: 55"), [(4, finding.to_owned())]);
        assert_eq!(home("from: 55, why: CQC knows of it."), []);
        assert_eq!(home("from: 65"), []);
    }
}
