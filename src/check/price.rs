//! Whether the price that a home shows is the whole price.
//!
//! Digital Markets, Competition and Consumers Act 2024, Part 4, Chapter 1: a price that is shown has every compulsory charge in it.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use crate::finding::Finding;
use crate::home::fees::Fees;
use crate::home::number::Money;
use crate::ours;
use crate::text::{Public, Text};

/// The words that tell, as data.
static WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(include_str!("price.yaml")));

/// Words by which a price is known that is not the whole price.
struct Words {
    /// Said of an extra, that nobody can do without it.
    compulsory: Regex,
    /// Names of charges that a home asks of everybody who moves in.
    of_everybody: Regex,
    /// Before such a name: that there is none.
    none: Regex,
}

/// The same as they are written.
#[derive(Deserialize)]
struct Written {
    compulsory: Vec<String>,
    of_everybody: Vec<String>,
    none: Vec<String>,
}

impl Words {
    fn of(yaml: &str) -> Self {
        let written: Written = ours::read(yaml).expect("our own words can be read");
        let pattern = |words: &[String], then: &str| {
            Regex::new(&format!(r"(?i)\b(?:{}){then}", words.join("|"))).expect("our own patterns are patterns")
        };
        Self {
            compulsory: pattern(&written.compulsory, r"\b"),
            of_everybody: pattern(&written.of_everybody, r" (?:fee|charge|cost)s?\b"),
            none: pattern(&written.none, r"\b[^.;:]*$"),
        }
    }
}

/// Looks at what is asked besides the weekly fee.
pub(super) fn check(fees: &Fees, findings: &mut Vec<Finding>) {
    for fee in &fees.weekly {
        range(Some(&fee.from), fee.to.as_ref(), findings);
    }
    if let Some(top_up) = &fees.top_up {
        range(top_up.from.as_ref(), top_up.to.as_ref(), findings);
    }
    for extra in &fees.extras {
        if let Some(text) = [&extra.what, &extra.price].into_iter().find(|text| says(&WORDS.compulsory, text)) {
            findings.push(Finding::error(
                text.span(),
                "everybody pays this, so the weekly fee is not the whole price",
                "Put it into the weekly fee and take it out here. The law wants every compulsory charge in the price that is shown.",
            ));
        } else if says(&WORDS.of_everybody, &extra.what) {
            findings.push(named(&extra.what));
        }
    }
    for terms in &fees.terms {
        let upfront = terms.upfront.iter().map(|upfront| &upfront.what);
        let surprising = terms.surprising_terms.iter().flatten().map(|term| &term.term);
        findings.extend(
            upfront.chain(&terms.paying).chain(surprising).filter(|text| says(&WORDS.of_everybody, text)).map(named),
        );
    }
}

/// Looks at a price from one sum to another.
fn range(from: Option<&Money>, to: Option<&Money>, findings: &mut Vec<Finding>) {
    if let (Some(from), Some(to)) = (from, to)
        && to.pence() < from.pence()
    {
        findings.push(Finding::error(
            to.span(),
            format!("this is said to be the highest, and is less than the lowest, {from}"),
            "Write the lowest under “from” and the highest under “to”.",
        ));
    }
}

/// The finding about a charge that has the name of one that everybody pays.
fn named(text: &Text<Public>) -> Finding {
    Finding::warning(
        text.span(),
        "this sounds like a charge that everybody pays when they move in or live here",
        "If it is, put it into the weekly fee: the law wants every compulsory charge in the price that is shown. If people can choose, say so in its name.",
    )
}

/// Whether words say it, and do not say that it is not so.
fn says(pattern: &Regex, text: &Text<Public>) -> bool {
    let words = text.as_str();
    pattern.find(words).is_some_and(|found| !WORDS.none.is_match(&words[..found.start()]))
}

#[cfg(test)]
mod tests {
    /// What is told of fees with these lines.
    fn told(yaml: &str) -> Vec<(u32, String)> {
        crate::check::told(&[("home.yaml", ""), ("fees.yaml", yaml)])
    }

    #[test]
    fn an_extra_that_everybody_pays_belongs_in_the_price() {
        for price in [
            "£12 a week, which everybody pays",
            "£5, compulsory",
            "You must pay £9 a week",
            "All residents here pay £4",
        ] {
            let found = told(&format!("extras:\n  - what: Laundry\n    price: {price}\n"));
            assert_eq!(found.len(), 1, "{price}");
            assert!(found[0].1.starts_with("everybody pays this"), "{price}: {found:?}");
        }
        let may = "extras:\n  - what: Hairdresser\n    price: £16. Nobody has to pay for a visit they did not ask for\n  - what: A taxi\n    price: what the meter says\n";
        assert_eq!(told(may), []);
    }

    #[test]
    fn a_charge_of_those_that_everybody_pays_is_asked_about_wherever_it_stands() {
        for yaml in [
            "extras:\n  - what: Admission fee\n    price: £250\n",
            "terms:\n  - stays: [to-live]\n    payers: [self]\n    upfront:\n      - what: An administration charge\n        amount: £100\n        paid_back: never\n",
            "terms:\n  - stays: [to-live]\n    payers: [self]\n    paying: [There is a registration fee of £50.]\n",
        ] {
            let found = told(yaml);
            assert_eq!(found.len(), 1, "{yaml}");
            assert!(found[0].1.starts_with("this sounds like a charge"), "{found:?}");
        }
        assert_eq!(
            told("terms:\n  - stays: [to-live]\n    payers: [self]\n    paying: [We ask for no admission fee.]\n"),
            []
        );
    }

    #[test]
    fn the_highest_of_several_prices_is_not_less_than_the_lowest() {
        let found = told("weekly:\n  - what: A room\n    from: 1200\n    to: 1100\n");
        assert_eq!(found, [(4, "this is said to be the highest, and is less than the lowest, £1,200".to_owned())]);
        assert_eq!(told("weekly:\n  - what: A room\n    from: 1200\n    to: 1200\n"), []);
    }
}
